"""Corrections: the words that an act has since its last one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from guidance.models import ActCode, Declaration
from guidance.rules.dates import day
from guidance.shown.book import Book
from guidance.stored.corrected import Words, corrected, words_of

NOTHING = "–"
WORDS = ("reason_kk", "reason_ru", "reason_en")


def reason_of(book: Book, act: Declaration, lang: str) -> str:
    """Give the public reason of an act as it reads now."""
    said = book.corrections.get(act.pk, act)
    return str(getattr(said, f"reason_{lang}"))


def local_lines_of(book: Book, act: Declaration, lang: str) -> Sequence[str]:
    """Give the local advice of an act as it reads now."""
    said = book.corrections.get(act.pk, act)
    lines = sorted(said.local_advice.all(), key=lambda row: row.position)
    return [getattr(line, f"text_{lang}") for line in lines]


def corrections_of(act: Declaration, thread: Iterable[Declaration]) -> list[Declaration]:
    """Choose of a thread, oldest first, what corrects an act or a correction of it."""
    corrected, found = {act.pk}, []
    for later in thread:
        if later.act == ActCode.CORRECT and later.refers_to_id in corrected:
            corrected.add(later.pk)
            found.append(later)
    return found


@dataclass(frozen=True, slots=True)
class Rewording:
    """Hold one text that a correction changed."""

    label: str
    said: str
    says: str


@dataclass(frozen=True, slots=True)
class Log:
    """Hold the words as they read now, and what each correction changed, oldest first."""

    words: Words
    entries: Sequence[tuple[Declaration, Sequence[Rewording]]]


def log_of(act: Declaration, thread: Iterable[Declaration], lang: str) -> Log:
    """Follow the words of an act through its corrections."""
    later_acts = corrections_of(act, thread)
    prefetch_related_objects([act, *later_acts], "local_advice")
    words, entries = words_of(act), []
    for later in later_acts:
        said, words = words, corrected(words, words_of(later))
        entries.append(
            (later, [row for row in _compared(said, words, lang) if row.said != row.says])
        )
    return Log(words, entries)


def _compared(said: Words, says: Words, lang: str) -> Iterator[Rewording]:
    yield Rewording(_("Reason"), said.reason[lang], says.reason[lang])
    lines = [[line[lang] for line in words.local_advice] for words in (said, says)]
    yield Rewording(_("Local advice"), *("; ".join(each) or NOTHING for each in lines))
    orders = (order_of(words, lang) or NOTHING for words in (said, says))
    yield Rewording(_("Order number"), *orders)


def order_of(words: Words, lang: str) -> str:
    """Write number and day of the order."""
    whole = [words.order_number, day(words.order_date, lang) if words.order_date else ""]
    return ", ".join(filter(None, whole))


def last_corrections(corrections: Iterable[Declaration]) -> Mapping[int, Declaration]:
    """Give of each corrected act the last of the corrections, which come oldest first."""
    first_said: dict[int, int] = {}
    last: dict[int, Declaration] = {}
    for later in corrections:
        if later.refers_to_id is not None:
            first = first_said.get(later.refers_to_id, later.refers_to_id)
            first_said[later.pk] = first
            last[first] = last[later.refers_to_id] = later
    return last
