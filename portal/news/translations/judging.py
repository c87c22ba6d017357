"""What a translator's file means for the article as it is today, text by text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from portal.news.translations.exchange import Fault, Returned
from portal.news.translations.inline import (
    BrokenMarks,
    Coded,
    Piece,
    decode,
    encode,
    is_same,
    joined,
    plain,
)
from portal.news.translations.rows import Row


class Verdict(Enum):
    """Name how a text of the file stands to the article."""

    CHANGED = _("The source has changed since the file went out.")
    UNMARKED = _("The source has changed, and its links or emphasis with it: translate it by hand.")
    UNFINISHED = _("The translator marked it as not finished.")
    NEW = _("New")
    SAME = _("As it is already")
    EMPTY = _("Not translated")
    GONE = _("No longer to be translated: it left the article, or readers have a translation")
    SINCE = _("Came into the article after the file went out")

    @property
    def can_be_taken(self) -> bool:
        """Tell whether there are words that the article could get."""
        return self in (Verdict.CHANGED, Verdict.UNFINISHED, Verdict.NEW)


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold a text of the file beside that of the article."""

    id: str
    label: str
    verdict: Verdict
    was: str  # the source when the file went out
    source: str  # the source now
    target: str  # the translation now
    came: str  # the translation in the file
    is_rich: bool


def judge(rows: Sequence[Row], came: Sequence[Returned]) -> list[Judged]:
    """Compare a file with the article, in the article's order; what is gone stands last."""
    by_id = {each.id: each for each in came}
    known = {row.id for row in rows}
    found = [_judged(row, by_id.get(row.id)) for row in rows]
    gone = (each for each in came if each.id not in known)
    return [*found, *(_gone(each) for each in gone)]


def wrong_marks(rows: Sequence[Row], came: Sequence[Returned]) -> Iterator[Fault]:
    """Name the texts of a file whose marks are not those of the source beside them."""
    rich = {row.id: row.text.is_rich for row in rows}
    for each in came:
        expected = _marks(each.source)
        is_plain = not rich.get(each.id, True)
        if (is_plain and (expected or _marks(each.target))) or (
            each.target and _marks(each.target) != expected
        ):
            message = _("In “{id}” the marks of the translation are not those of the source.")
            yield Fault(each.line, str(message).format(id=each.id[:80]))


def _judged(row: Row, came: Returned | None) -> Judged:
    coded = _coded(row)
    if came is None:
        return _row(row, Verdict.SINCE, "", "")
    was = words(came.source)
    if not words(came.target).strip():
        return _row(row, Verdict.EMPTY, was, "")
    text = _text(came.target, coded, is_rich=row.text.is_rich)
    is_changed = _normal(came.source) != coded.words
    if text is None:
        return _row(row, Verdict.UNMARKED, was, words(came.target))
    if is_changed:
        verdict = Verdict.CHANGED
    elif is_same(text, row.target):
        verdict = Verdict.SAME
    else:
        verdict = Verdict.UNFINISHED if came.is_unfinished else Verdict.NEW
    return _row(row, verdict, was, text)


def _row(row: Row, verdict: Verdict, was: str, came: str) -> Judged:
    text = row.text
    return Judged(row.id, text.label, verdict, was, text.text, row.target, came, text.is_rich)


def _gone(each: Returned) -> Judged:
    return Judged(
        each.id, each.id, Verdict.GONE, words(each.source), "", "", words(each.target), False
    )


def _coded(row: Row) -> Coded:
    if row.text.is_rich:
        return encode(row.text.text)
    return Coded(plain(row.text.text), {})


def _text(pieces: Sequence[Piece], source: Coded, *, is_rich: bool) -> str | None:
    if not is_rich:
        return words(pieces)
    try:
        return decode(pieces, source)
    except BrokenMarks:
        return None


def words(pieces: Sequence[Piece]) -> str:
    """Return the words of a text without its marks."""
    return "".join(piece.value for piece in pieces if piece.kind == "text")


def _normal(pieces: Sequence[Piece]) -> tuple[tuple[str, str], ...]:
    return tuple((piece.kind, piece.value) for piece in joined(pieces))


def _marks(pieces: Sequence[Piece]) -> Mapping[str, str]:
    """Return the marks of a text by number; one that stands twice is told as such."""
    found: dict[str, str] = {}
    for piece in pieces:
        if piece.kind in ("open", "void"):
            found[piece.value] = "twice" if piece.value in found else piece.kind
    return found
