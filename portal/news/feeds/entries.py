"""Articles as entries of a feed: the latest of a list, by the day they last changed notably."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import uuid5

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from guidance.shown.feeds import Entry, Sibling, Term
from portal.news.models import NewsPage
from portal.news.querysets import NewsPageQuerySet
from portal.translated import LANGUAGE_CODES

MOST = 50
SCHEMES = "/kk/data/#"  # where the codes are explained; Kazakh serves whoever reads no language


def latest(selected: NewsPageQuerySet) -> list[Any]:
    """Load the articles that are newest, or were last corrected or updated."""
    newest = selected.newest_first().values_list("pk", flat=True)[:MOST]
    changed = selected.notably_updated().values_list("pk", flat=True)[:MOST]
    rows = NewsPage.objects.filter(pk__in={*newest, *changed}).for_feeds()
    return sorted(rows, key=lambda row: (changed_at(row), row.pk), reverse=True)[:MOST]


def changed_at(row: Any) -> datetime:
    """Return when a reader last had a reason to read the article again."""
    at: datetime = max(row.published_at, row.updated_at or row.published_at)
    return at


def entry_of(row: Any, language: str) -> Entry:
    """Return an article in one language; in its first one where it lacks that."""
    spoken = [code for code in LANGUAGE_CODES if row.speaks(code)]
    own = language if language in spoken else spoken[0]
    return Entry(
        # The same for ever: neither a new address nor a new date makes it another entry.
        name=uuid5(row.translation_key, own).urn,
        language=own,
        title=getattr(row, f"headline_{own}"),
        summary=getattr(row, f"lead_{own}") or "",
        address=row.full_url_in(own),
        others=[
            Sibling("text/html", code, row.full_url_in(code)) for code in spoken if code != own
        ],
        author=_author(row, own),
        published_at=row.published_at,
        updated_at=changed_at(row),
        terms=list(_terms(row)),
    )


def _author(row: Any, language: str) -> str:
    issuer = getattr(getattr(row, "statementpage", None), "issued_by", None)
    with override(language):
        named = issuer.name_on(localdate(row.published_at)) if issuer is not None else ""
        return str(named or _("The portal's newsroom"))


def _terms(row: Any) -> Iterator[Term]:
    base = settings.BASE_URL + SCHEMES
    yield Term(f"{base}types", row.kind.lower(), str(row.get_kind_display()))
    for region in row.regions.all():
        yield Term(f"{base}regions", region.code, region.name)
    for topic in row.topics.all():
        yield Term(f"{base}topics", topic.slug, topic.name)
