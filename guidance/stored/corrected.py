"""Which corrections an act has had, and the words that hold since the last one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guidance.models import LANGUAGES, ActCode, Declaration


@dataclass(frozen=True, slots=True)
class Words:
    """Hold what a correction may change: reason, local advice, the order and its day."""

    reason: Mapping[str, str]
    local_advice: tuple[Mapping[str, str], ...]
    order_number: str
    order_date: date | None


def corrections_after(act: Declaration) -> list[Declaration]:
    """Give the published corrections of an act, and those of its corrections, oldest first."""
    known: set[int] = {act.pk}
    found: dict[int, Declaration] = {}
    asked: set[int] = {act.pk}
    while asked:
        rows = Declaration.objects.published().filter(act=ActCode.CORRECT, refers_to__in=asked)
        later = {
            row.pk: row for row in rows.prefetch_related("local_advice") if row.pk not in known
        }
        found |= later
        asked = set(later)
        known |= asked
    return sorted(found.values(), key=lambda row: row.sequence or 0)


def last_correction(act: Declaration) -> Declaration | None:
    """Give the correction whose words hold now, if there was any."""
    return next(reversed(corrections_after(act)), None)


def words_now(act: Declaration) -> Words:
    """Give the words of an act as they read now."""
    words = words_of(act)
    for later in corrections_after(act):
        words = corrected(words, words_of(later))
    return words


def words_of(act: Declaration) -> Words:
    """Give the words of one act as they were published."""
    lines = sorted(act.local_advice.all(), key=lambda row: row.position)
    return Words(
        reason={lang: getattr(act, f"reason_{lang}") for lang in LANGUAGES},
        local_advice=tuple(
            {lang: getattr(row, f"text_{lang}") for lang in LANGUAGES} for row in lines
        ),
        order_number=act.order_number,
        order_date=act.order_date,
    )


def corrected(words: Words, by: Words) -> Words:
    """Put the words of a correction in place of what it corrects.

    An order's number can be given or mended, never taken away: an empty one changes nothing.
    """
    if by.order_number:
        return by
    return Words(by.reason, by.local_advice, words.order_number, words.order_date)
