"""Boxes of a written text: each kind says what it needs, and which line lacks it."""

import pytest

from portal.blocks import BodyBlock
from portal.manuscripts import MalformedText, parse
from portal.news.bodies import NamesARecord, body_of

HEAD = "# H\n\nLead\n\n"
FACTS = "::: facts In short\n- Where: Aktobe\n- From: 5 June, 20:00\n:::"
TIMELINE = (
    "::: timeline The day\n- 2016-07-18 | about 11:30 | Set\n- 2016-07-18 | | **Lowered**\n:::"
)
QUESTIONS = "::: questions\n? Free?\nYes, always.\n\n- by day\n- by night\n? Where?\nHere.\n:::"
TABLE = "::: table Whom to call\n| Number | Service |\n| --- | --- |\n| 101 | Fire |\n:::"
VIDEO = (
    "::: video\ntitle: T\noutlet: O\nlink: https://example.org/f\nlength: 3:20\nlanguage: kk\n:::"
)
QUOTE = "::: quote\nspeaker: a-b\nmode: paraphrase\nsource: 2\n\nHe calls\nfor calm.\n\nSoon.\n:::"


def value_of(box):
    (block,) = parse("en.md", HEAD + box).blocks
    return block.value


def test_facts():
    assert value_of(FACTS) == {
        "title": "In short",
        "facts": [
            {"name": "Where", "text": "Aktobe"},
            {"name": "From", "text": "5 June, 20:00"},
        ],
    }


def test_a_timeline():
    assert value_of(TIMELINE)["entries"] == [
        {"day": "2016-07-18", "hour": "about 11:30", "text": "<p>Set</p>"},
        {"day": "2016-07-18", "hour": "", "text": "<p><b>Lowered</b></p>"},
    ]


def test_questions_with_answers_of_several_paragraphs():
    assert value_of(QUESTIONS)["pairs"] == [
        {
            "question": "Free?",
            "answer": "<p>Yes, always.</p><ul><li>by day</li><li>by night</li></ul>",
        },
        {"question": "Where?", "answer": "<p>Here.</p>"},
    ]


def test_a_table():
    value = value_of(TABLE)

    assert [column["heading"] for column in value["columns"]] == ["Number", "Service"]
    assert value["rows"] == [{"values": ["101", "Fire"]}]
    assert value["caption"] == "Whom to call"


def test_a_quote_names_its_speaker_and_source():
    value = value_of(QUOTE)

    assert (value["speaker"], value["source"], value["mode"]) == ("a-b", 2, "PARAPHRASE")
    assert value["text"] == "<p>He calls for calm.</p><p>Soon.</p>"


def test_a_quote_may_bring_its_own_source_known_to_the_month():
    box = "::: quote\nspeaker: a-b\noutlet: 24KZ\nsaid: 2016-06\nlanguage: ru\n\nWords.\n:::"

    value = value_of(box)

    assert (value["outlet"], value["said_on"], value["is_month_only"]) == (
        "24KZ", "2016-06-01", True,
    )  # fmt: skip
    assert (value["mode"], value["language"]) == ("VERBATIM", "ru")


@pytest.mark.parametrize("box", [FACTS, TIMELINE, QUESTIONS, TABLE, VIDEO, "::: advice RED\n:::"])
def test_what_a_box_becomes_is_accepted_by_the_body(db, box):
    block = BodyBlock()

    body = block.to_python(body_of(parse("en.md", HEAD + box).blocks))

    assert block.clean(body)[0].block_type == box.split()[1]


@pytest.mark.parametrize("box", [QUOTE, "::: picture a.png\n:::"])
def test_a_text_without_records_names_none(box):
    with pytest.raises(NamesARecord):
        body_of(parse("en.md", HEAD + box).blocks)


@pytest.mark.parametrize(
    ("box", "line", "reason"),
    [
        ("::: facts\n- a: b\n:::", 6, "a title"),
        ("::: facts T\n- a: b\nno fact\n:::", 7, "- name: text"),
        ("::: facts T\n:::", 6, "- name: text"),
        ("::: timeline T\n- 2016-07-18 | x\n:::", 6, "17:09"),
        ("::: timeline T\n- 2016-07-18 | | a\n- 2016-02-30 | | b\n:::", 7, "no day"),
        ("::: questions\nAnswer first\n:::", 6, "'? '"),
        ("::: questions\n? Free?\n? Where?\nHere.\n:::", 7, "an answer"),
        ("::: table T\n| a | b |\n:::", 6, "a row under it"),
        ("::: table T\n| a | b |\n| --- | --- |\n| 1 |\n:::", 8, "1 cells, not 2"),
        ("::: table T\n| a | b |\n1 | 2\n:::", 7, "begins and ends with |"),
        ("::: advice\n:::", 6, "a level"),
        ("::: level\n:::", 6, "a place"),
        ("::: document\nname: N\nlanguage: ru\n:::", 6, "a file"),
        ("::: document a.pdf\nname: N\n:::", 6, "language: is missing"),
        ("::: video\ntitle: T\ntitle: U\n:::", 7, "once"),
        ("::: quote\nspeaker: a\nsource: 1\n:::", 8, "words"),
        ("::: quote\nsource: 1\n\nWords.\n:::", 6, "speaker: is missing"),
        ("::: quote\nspeaker: a\n\nWords.\n:::", 6, "names its source"),
        ("::: quote\nspeaker: a\nsource: one\n\nWords.\n:::", 6, "no number"),
        ("::: quote\nspeaker: a\nsource: 1\nmode: sung\n\nWords.\n:::", 6, "verbatim"),
        ("::: quote\nspeaker: a\noutlet: O\nsaid: June\n\nWords.\n:::", 6, "no day"),
    ],
)
def test_a_box_that_lacks_something_is_refused_at_its_line(box, line, reason):
    with pytest.raises(MalformedText) as refused:
        parse("en.md", HEAD + box)

    assert (refused.value.name, refused.value.line) == ("en.md", line)
    assert reason in refused.value.reason
