"""Corrections: the words that an act has since its last one."""

from collections.abc import Iterable, Mapping

from guidance.models import ActCode, Declaration
from guidance.shown.book import Book

WORDS = ("reason_kk", "reason_ru", "reason_en")


def reason_of(book: Book, act: Declaration, lang: str) -> str:
    """Give the public reason of an act as it reads now."""
    said = book.corrections.get(act.pk, act)
    return str(getattr(said, f"reason_{lang}"))


def corrections_of(act: Declaration, thread: Iterable[Declaration]) -> list[Declaration]:
    """Choose of a thread, oldest first, what corrects an act or a correction of it."""
    corrected, found = {act.pk}, []
    for later in thread:
        if later.act == ActCode.CORRECT and later.refers_to_id in corrected:
            corrected.add(later.pk)
            found.append(later)
    return found


def last_corrections(corrections: Iterable[Declaration]) -> Mapping[int, Declaration]:
    """Give of each corrected act the last of the corrections, which come oldest first."""
    first_said: dict[int, int] = {}
    last: dict[int, Declaration] = {}
    for later in corrections:
        if later.refers_to_id is not None:
            corrected = first_said.get(later.refers_to_id, later.refers_to_id)
            first_said[later.pk] = corrected
            last[corrected] = last[later.refers_to_id] = later
    return last
