"""Rich text taken apart into words and marks, and put together again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from portal.news.translations.inline import (
    BrokenMarks,
    Piece,
    decode,
    encode,
    encode_like,
    printable,
)
from tests.portal.news.translations.jobs import RICH

HTML = (
    '<p data-block-key="x1">It was <b>very</b> loud,<br/>said <a href="/x/?a=1&amp;b">he</a>.</p>'
)
LISTED = "<ul><li>one</li><li>two</li></ul>"


@given(RICH)
@settings(max_examples=100, deadline=None)
def test_a_text_put_together_again_is_the_same(html: str) -> None:
    source = encode(html)

    assert decode(source.pieces, source) == printable(html)


def test_a_translation_gets_the_very_tags_of_its_source() -> None:
    source = encode(HTML)
    other = HTML.replace("x1", "y2").replace("very", "өте")

    pieces = encode_like(other, source)

    assert pieces is not None
    assert decode(pieces, source) == HTML.replace("very", "өте")


def test_a_translation_with_other_links_has_no_marks_of_this_source() -> None:
    assert encode_like(HTML.replace("/x/", "/y/"), encode(HTML)) is None
    assert encode_like("<p>plain</p>", encode(HTML)) is None


def test_marks_inside_a_paragraph_may_change_places() -> None:
    source = encode("<p><b>a</b> <i>b</i></p>")
    p, b, i = (Piece("open", number) for number in "123")
    ends = {number: Piece("close", number) for number in "123"}

    moved = [p, i, Piece("text", "y"), ends["3"], b, Piece("text", "x"), ends["2"], ends["1"]]

    assert decode(moved, source) == "<p><i>y</i><b>x</b></p>"


def without(kind: str, number: str) -> list[Piece]:
    return [each for each in encode(HTML).pieces if (each.kind, each.value) != (kind, number)]


@pytest.mark.parametrize(
    "pieces",
    [
        [Piece("text", "words alone")],
        without("void", "3"),
        [*encode(HTML).pieces, Piece("void", "3")],
        [*encode(HTML).pieces, Piece("open", "9"), Piece("close", "9")],
        [Piece("open", "3"), Piece("close", "3"), *without("void", "3")],
    ],
)
def test_marks_that_are_missing_or_too_many_are_refused(pieces: list[Piece]) -> None:
    with pytest.raises(BrokenMarks):
        decode(pieces, encode(HTML))


def test_items_of_a_list_stay_where_they_are() -> None:
    source = encode(LISTED)
    swapped = [*source.pieces[:1], *source.pieces[4:7], *source.pieces[1:4], *source.pieces[7:]]

    with pytest.raises(BrokenMarks):
        decode(swapped, source)
