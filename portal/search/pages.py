"""Pages that answer a search: which ones, in what order, and what is shown of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import override
from wagtail.models import Page

from portal.search.extracts import extract, hits, marked
from portal.search.kinds import GROUPS, Kind
from portal.search.marks import (
    GROUP,
    LANGUAGE,
    YEAR,
    Mark,
    Question,
    closely,
    facts,
    loosely,
)
from portal.search.models import SearchDocument

ENOUGH = 40


@dataclass(frozen=True, slots=True)
class PageRow:
    """Hold one page of the answer, in the language that was found."""

    language: str
    kind: str
    published_at: datetime
    address: str
    title: SafeString
    extract: SafeString


class Hit(NamedTuple):
    """Name a text that answers."""

    pk: int
    kind: str


def find(lang: str, words: Sequence[str], narrowing: Sequence[str], size: int) -> list[Hit]:
    """Find texts of a language: those that have the very words first, then any of their forms."""
    given = facts(LANGUAGE + lang, *narrowing)
    if not words:
        return _newest(Question(given), size)
    close, loose = closely(words, lang), loosely(words, lang)
    found = _newest(Question((*given, *close)), size)
    if len(found) < size:
        rest = Question((*given, *loose), unwanted=close)
        found += _newest(rest, size - len(found))
    return found


def find_of_each(lang: str, words: Sequence[str], narrowing: Sequence[str]) -> dict[str, list[Hit]]:
    """Find the first texts of every group, and one more where there are more."""
    found = find(lang, words, narrowing, ENOUGH)
    groups = {group: [hit for hit in found if hit.kind in group.kinds] for group in GROUPS}
    if len(found) == ENOUGH:
        # A common word: of the rarer groups there are more than the newest texts show.
        for group, hits_of_group in groups.items():
            if len(hits_of_group) <= group.share:
                marks = [GROUP + group.key, *narrowing]
                groups[group] = find(lang, words, marks, group.share + 1)
    return {group.key: some for group, some in groups.items()}


def rows(found: Iterable[Hit], words: Sequence[str], request: Any) -> dict[int, PageRow]:
    """Load what is shown of texts; of a page that readers can't open, nothing."""
    documents = SearchDocument.objects.in_bulk([hit.pk for hit in found])
    pages = _open_pages({document.page_id for document in documents.values()})
    return {
        pk: _row(document, pages[document.page_id], words, request)
        for pk, document in documents.items()
        if document.page_id in pages
    }


def other_languages(lang: str) -> Iterator[str]:
    """List the languages that a reader did not choose."""
    return (code for code, _name in settings.LANGUAGES if code != lang)


def _newest(question: Question, size: int) -> list[Hit]:
    """Look at the last two years first: a common word stands in enough of their texts."""
    year = localdate().year
    recent = (Mark(f"{YEAR}{year}"), Mark(f"{YEAR}{year - 1}"))
    found = _first(Question((*question.wanted, recent), question.unwanted), size)
    return found if len(found) == size else _first(question, size)


def _first(question: Question, size: int) -> list[Hit]:
    answering = SearchDocument.objects.answering(question)
    return [Hit(*row) for row in answering.values_list("pk", "kind")[:size]]


def _open_pages(pks: Iterable[int]) -> dict[int, Page]:
    pages: dict[int, Page] = Page.objects.live().public().in_bulk(list(pks))
    return pages


def _row(document: SearchDocument, page: Page, words: Sequence[str], request: Any) -> PageRow:
    is_hit = hits(words, document.language)
    with override(document.language):
        address = page.get_url(request)
    return PageRow(
        language=document.language,
        kind=str(Kind(document.kind).label),
        published_at=document.published_at,
        address=address,
        title=marked(document.title, is_hit),
        extract=extract(document.text, is_hit),
    )
