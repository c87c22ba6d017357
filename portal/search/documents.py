"""Texts put in and taken out of what can be found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from portal.search.kinds import GROUP_OF, Kind
from portal.search.marks import GROUP, KIND, LEVEL, LONGEST_TEXT, REGION, YEAR, marks_of
from portal.search.models import SearchDocument

ROWS_AT_ONCE = 300


@dataclass(frozen=True, slots=True)
class Text:
    """Hold what a page says in one language."""

    language: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a published page as it is to be found."""

    page_id: int
    kind: Kind
    published_at: datetime
    texts: Sequence[Text]
    regions: Iterable[str] = ()  # with the places around each, but for the country
    levels: Iterable[str] = ()


def put(found: Iterable[Found]) -> None:
    """Let pages be found by their present texts, and by no others."""
    pages = list(found)
    rows = [row_of(page, text) for page in pages for text in page.texts]
    forget(page.page_id for page in pages)
    SearchDocument.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)


def forget(page_ids: Iterable[int]) -> None:
    """Let pages be found no more."""
    SearchDocument.objects.filter(page_id__in=list(page_ids)).delete()


def row_of(page: Found, text: Text) -> SearchDocument:
    """Make the row under which a text is found."""
    body = text.text[:LONGEST_TEXT]
    return SearchDocument(
        page_id=page.page_id,
        language=text.language,
        kind=page.kind,
        published_at=page.published_at,
        title=text.title,
        text=body,
        marks=marks_of(text.language, text.title, body, _facts(page)),
    )


def _facts(page: Found) -> list[str]:
    return [
        GROUP + GROUP_OF[page.kind].key,
        KIND + page.kind,
        YEAR + f"{localdate(page.published_at):%Y}",
        *(REGION + code for code in sorted(set(page.regions))),
        *(LEVEL + level for level in sorted(set(page.levels))),
    ]
