"""Headings make parts and contents; a body knows how long it takes and what it answers."""

import pytest
from wagtail.blocks import StreamBlockValidationError, StreamValue

from portal.blocks import BodyBlock, contents, minutes_to_read, parts, questions_of


def body(*blocks):
    block = BodyBlock()
    return StreamValue(block, [{"type": kind, "value": value} for kind, value in blocks], True)


def test_a_body_is_cut_at_its_headings():
    opening, found = parts(
        body(("paragraph", "a"), ("heading", "One"), ("paragraph", "b"), ("heading", "Two"))
    )

    assert [block.block_type for block in opening] == ["paragraph"]
    assert [(part.number, part.heading, len(part.blocks)) for part in found] == [
        (2, "One", 1),
        (4, "Two", 0),
    ]


def test_contents_count_blocks_as_the_anchors_do():
    headings = [("heading", str(number)) for number in range(3)]

    assert contents(body(("paragraph", "a"), *headings)) == []
    assert contents(body(("paragraph", "a"), *headings, ("heading", "3")))[0] == (2, "0")


def test_reading_takes_a_minute_at_least_and_counts_answers():
    words = "word " * 320

    assert minutes_to_read(body()) == 1
    assert minutes_to_read(body(("paragraph", f"<p>{words}</p>"))) == 2
    pair = {"question": "Why?", "answer": f"<p>{words}</p>"}
    asked = {"pairs": [{"type": "item", "id": "1", "value": pair}]}
    assert minutes_to_read(body(("questions", asked))) == 2


def test_the_questions_of_a_body_are_given_as_data():
    pair = {"question": "Is it free?", "answer": "<p>Yes.</p>"}
    asked = body(("paragraph", "a"), ("questions", {"pairs": [pair]}))

    assert questions_of(asked) == [("Is it free?", "<p>Yes.</p>")]


def test_a_subheading_stands_under_a_heading():
    block = BodyBlock()
    under = body(("heading", "One"), ("subheading", "First"))
    alone = body(("paragraph", "<p>a</p>"), ("subheading", "First"), ("heading", "One"))

    assert len(block.clean(under)) == 2
    with pytest.raises(StreamBlockValidationError) as refused:
        block.clean(alone)
    assert set(refused.value.block_errors) == {1}
