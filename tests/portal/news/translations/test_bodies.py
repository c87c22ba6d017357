"""Texts inside bodies: read and written by address, and two bodies laid side by side."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.news.blocks import NewsBodyBlock
from portal.news.translations.leaves import leaves, with_texts
from portal.news.translations.pairing import pairs, texts_by_path

STREAM = NewsBodyBlock()
BODY: list[dict[str, Any]] = [
    {"type": "heading", "value": "Heading", "id": "h"},
    {"type": "paragraph", "value": "<p>Text</p>", "id": "p"},
    {
        "type": "facts",
        "id": "f",
        "value": {
            "title": "Facts",
            "facts": [
                {"type": "item", "id": "f1", "value": {"name": "Where", "text": "Aktobe"}},
                {"type": "item", "id": "f2", "value": {"name": "When", "text": "June"}},
            ],
        },
    },
    {
        "type": "timeline",
        "id": "t",
        "value": {
            "title": "Day",
            "entries": [
                {
                    "type": "item",
                    "id": "t1",
                    "value": {"day": "2016-06-05", "hour": "11:30", "text": "<p>A</p>"},
                }
            ],
        },
    },
    {
        "type": "table",
        "id": "b",
        "value": {
            "columns": [{"type": "text", "heading": "Town"}, {"type": "text", "heading": "Night"}],
            "rows": [{"values": ["Aktobe", "quiet"]}],
            "caption": "Nights",
        },
    },
    {
        "type": "video",
        "id": "v",
        "value": {
            "title": "Film", "outlet": "KTK", "link": "https://ktk.kz/1", "length": "3:20",
            "language": "ru", "picture": None,
        },
    },
]  # fmt: skip
PATHS = [
    "h", "p", "f/title", "f/facts/f1/name", "f/facts/f1/text", "f/facts/f2/name",
    "f/facts/f2/text", "t/title", "t/entries/t1/hour", "t/entries/t1/text", "b/caption", "b/h1",
    "b/h2", "b/r1c1", "b/r1c2", "v/title", "v/outlet", "v/length",
]  # fmt: skip


def read(body: list[dict[str, Any]]) -> dict[str, str]:
    return {leaf.path: leaf.text for leaf in leaves(STREAM, body)}


def test_every_text_has_an_address_and_nothing_else_has() -> None:
    assert list(read(BODY)) == PATHS


@given(st.dictionaries(st.sampled_from(PATHS), st.text(max_size=20)))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_and_all_else_stays(texts: dict[str, str]) -> None:
    written = with_texts(STREAM, BODY, texts)

    assert read(written) == read(BODY) | texts
    assert with_texts(STREAM, written, read(BODY)) == BODY


def renamed(body: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a body as if it had been written apart: every block has another id."""
    return [{**child, "id": f"{child['id']}-other"} for child in body]


def ids(found: Any) -> list[tuple[str | None, str | None]]:
    return [(here and here["id"], there and there["id"]) for here, there in found]


def test_bodies_written_apart_are_paired_by_their_types() -> None:
    found = pairs(BODY, renamed(BODY[:2] + BODY[3:]))

    assert ids(found)[:4] == [("h", "h-other"), ("p", "p-other"), ("f", None), ("t", "t-other")]


def test_a_body_made_from_another_is_paired_by_ids_wherever_blocks_went() -> None:
    assert ids(pairs(BODY, BODY[::-1])) == [(child["id"], child["id"]) for child in BODY]


def test_a_block_that_only_the_target_has_follows_the_one_before_it() -> None:
    own = {"type": "list", "value": "<ul></ul>", "id": "own"}

    found = pairs(BODY, [BODY[0], own, *BODY[1:]])

    assert ids(found)[:3] == [("h", "h"), (None, "own"), ("p", "p")]


@given(st.lists(st.sampled_from(BODY), unique_by=lambda child: child["id"]), st.data())
@settings(max_examples=60, deadline=None)
def test_no_block_of_either_body_is_lost(source: list[dict[str, Any]], data: st.DataObject) -> None:
    target = data.draw(st.lists(st.sampled_from(BODY + renamed(BODY)), unique_by=lambda c: c["id"]))

    found = pairs(source, target)

    assert [here["id"] for here, _there in found if here] == [child["id"] for child in source]
    assert sorted(there["id"] for _here, there in found if there) == sorted(
        child["id"] for child in target
    )


def test_items_written_apart_are_paired_in_their_order() -> None:
    block = STREAM.child_blocks["facts"]
    other = {
        "title": "Деректер",
        "facts": [{"type": "item", "id": "x", "value": {"name": "Қайда", "text": "Ақтөбе"}}],
    }

    found = dict(texts_by_path(block, BODY[2]["value"], other, "f"))

    assert found == {
        "f/title": "Деректер", "f/facts/f1/name": "Қайда", "f/facts/f1/text": "Ақтөбе",
    }  # fmt: skip
