"""Files of another newsroom are read whole, or named with the line and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.manuscripts.items import Item
from portal.news.moving_in.reading import read_folder
from tests.portal.news.moving_in.conftest import FACTS, Send


def only(folder: Path) -> Item:
    read = read_folder(folder)
    assert read.problems == []
    (item,) = read.items
    return item


def test_an_article_is_the_files_of_its_address(send: Send) -> None:
    item = only(send())

    assert (item.address, item.type, item.regions) == ("yellow-level", "news", ("KZ-15",))
    assert item.published_at.isoformat() == "2016-06-06T16:20:00+06:00"
    assert [item.texts[lang].headline for lang in ("kk", "ru", "en")] == [
        "Yellow level (kk)", "Yellow level (ru)", "Yellow level (en)",
    ]  # fmt: skip
    (source,) = item.sources
    assert (source.outlet, str(source.date), source.is_month_only) == (
        "Interfax", "2016-06-05", False,
    )  # fmt: skip


def test_a_fact_may_stand_in_one_file_only(send: Send) -> None:
    folder = send()
    for lang in ("ru", "en"):
        path = folder / f"yellow-level.{lang}.md"
        path.write_text(path.read_text("utf-8").replace(FACTS, "{}"), "utf-8")

    assert only(folder).regions == ("KZ-15",)


def test_a_log_of_updates_is_put_together_from_its_languages(send: Send) -> None:
    log = "updates: [{at: 2016-06-07T10:00:00+06:00, kind: correction, notable: true, text: So}]"

    (update,) = only(send(facts=f"{FACTS}\n{log}")).updates

    assert (update.kind, update.is_notable) == ("correction", True)
    assert update.text == {"kk": "So", "ru": "So", "en": "So"}


def test_english_may_be_missing_and_russian_may_not(send: Send) -> None:
    assert set(only(send(languages=("kk", "ru"))).texts) == {"kk", "ru"}

    (problem,) = read_folder(send("other", languages=("kk",))).problems
    assert problem.reason == "there is no file in ru beside this"


BAD = {
    "no facts": ("", 1, "between two lines ---"),
    "no type": ("published_at: 2016-06-06T16:20:00+06:00", 2, "type: needs one line"),
    "a live post": (FACTS.replace("type: news", "type: live"), 2, "'live' can't move in"),
    "a day without an hour": (FACTS.replace("T16:20:00+06:00", ""), 2, "needs an instant"),
    "an hour without its offset": (FACTS.replace("+06:00", ""), 2, "needs an instant"),
    "no region": (FACTS.replace("[KZ-15]", "[]"), 2, "regions: needs one entry"),
    "a region that is no list": (FACTS.replace("[KZ-15]", "KZ-15"), 2, "regions: needs a list"),
    "an unknown fact": (f"{FACTS}\nauthor: me", 2, "author: is not known"),
    "a fact twice": (f"{FACTS}\ntype: comment", 2, "type stands twice"),
    "a day that is none": (FACTS.replace("2016-06-05", "2016-02-30"), 2, "day"),
    "a source without outlet": (FACTS.replace("outlet: Interfax, ", ""), 2, "needs outlet"),
    "broken YAML": (f"{FACTS}\nregions: [KZ", 7, "expected"),
    "a Python object": (f"{FACTS}\npicture: !!python/object:os.system x", 7, "constructor"),
    "a picture nobody describes": (f"{FACTS}\npicture: a.png", 2, "picture: needs alt"),
    "a statement without issuer": (FACTS.replace(": news", ": statement"), 2, "issued_by"),
}


@pytest.mark.parametrize(("facts", "line", "reason"), BAD.values(), ids=BAD)
def test_a_bad_fact_is_named_with_file_line_and_reason(
    send: Send, facts: str, line: int, reason: str
) -> None:
    folder = send(facts=facts) if facts else send()
    if not facts:
        (folder / "yellow-level.kk.md").write_text("# Only a headline", "utf-8")

    problems = read_folder(folder).problems

    assert problems
    assert problems[0].line == line
    assert reason in problems[0].reason
    assert problems[0].name.endswith("yellow-level.kk.md")


def test_two_files_that_say_different_things_are_named(send: Send) -> None:
    folder = send()
    path = folder / "yellow-level.ru.md"
    path.write_text(path.read_text("utf-8").replace("type: news", "type: comment"), "utf-8")

    (problem,) = read_folder(folder).problems

    assert problem.reason == "type: says something else than in yellow-level.kk.md"


def test_a_mistake_in_the_text_is_named_by_its_line_in_the_file(send: Send) -> None:
    (problem,) = read_folder(send(more="\n::: quote\nspeaker: x\n\nWords\n")).problems

    assert problem.line == 14
    assert "this box has no end" in problem.reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("Ваше имя.kk.md", b"x", "is called ADDRESS.LANGUAGE.md"),
        ("yellow.de.md", b"x", "is called ADDRESS.LANGUAGE.md"),
        ("yellow.kk.md", b"---\n\xff\xfe\n---\n", "no UTF-8"),
        ("yellow.kk.md", b"---\na: 1\n---\n" + b"x" * 1_000_001, "larger than"),
    ],
    ids=["no address", "another language", "no UTF-8", "too large"],
)
def test_a_file_that_is_no_text_of_an_article_is_named(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)

    assert reason in read_folder(tmp_path).problems[0].reason
