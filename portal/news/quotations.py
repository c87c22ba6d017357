"""Keeping the index of quotes: written from the bodies of a page that goes live."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from portal.news.models import NewsPage, Person, Quotation
from portal.translated import LANGUAGE_CODES

QUOTE = "quote"


@transaction.atomic
def index_quotes(page: NewsPage) -> None:
    """Write the quotes of a page anew; those whose speaker is no longer known are left out."""
    found = list(_quotes(page))
    known = set(
        Person.objects.filter(pk__in={row.person_id for row in found}).values_list("pk", flat=True)
    )
    Quotation.objects.filter(page_id=page.pk).delete()
    Quotation.objects.bulk_create(row for row in found if row.person_id in known)


def _quotes(page: NewsPage) -> Iterator[Quotation]:
    written_on = localdate(page.published_at)
    for code in LANGUAGE_CODES:
        body: Any = getattr(page, f"body_{code}")
        for position, block in enumerate(body.raw_data if body else ()):
            value = block["value"]
            if block["type"] == QUOTE and value.get("speaker"):
                day = _day(value) or written_on
                yield Quotation(
                    page_id=page.pk,
                    person_id=value["speaker"],
                    language=code,
                    position=position,
                    said_on=day,
                    block={**value, "said_on": day.isoformat()},
                )


def _day(value: Mapping[str, Any]) -> date | None:
    """Read the day of a quote, which Wagtail keeps as a date or as its text."""
    said_on = value.get("said_on")
    return date.fromisoformat(said_on) if isinstance(said_on, str) and said_on else said_on or None
