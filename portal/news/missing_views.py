"""The report of missing translations, under /admin/missing-translations/."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from portal.news.choices import NewsKind
from portal.news.missing import Missing, live_pages, missing
from portal.translated import LANGUAGE_CODES, tab_of

ROWS_ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one line of the report."""

    title: str
    title_language: str
    address: str
    kind: str
    lack: str
    language: str
    published: str
    responsible: str


def missing_translations(request: HttpRequest) -> HttpResponse:
    """List what live articles lack, by language and by type."""
    asked = _asked(request.GET)
    found = [row for row in missing(live_pages()) if _is_wanted(row, asked)]
    shown = Paginator(found, ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    title = _("Missing translations")
    context = {
        "title": title,
        "breadcrumbs": [{"url": "", "label": title}],
        "rows": _rows(request, list(shown)),
        "page_of_rows": shown,
        "asked": asked,
        "query": urlencode(asked),
        "languages": settings.LANGUAGES,
        "kinds": NewsKind.choices,
    }
    return render(request, "news/missing/report.html", context)


def _asked(query: Mapping[str, str]) -> Mapping[str, str]:
    """Read the filters; a value that is not known asks for nothing."""
    known = {"language": LANGUAGE_CODES, "type": NewsKind.values}
    return {name: query[name] for name, values in known.items() if query.get(name) in values}


def _is_wanted(row: Missing, asked: Mapping[str, str]) -> bool:
    return asked.get("language", row.language) == row.language and (
        asked.get("type", row.page.kind) == row.page.kind
    )


def _rows(request: HttpRequest, found: Sequence[Missing]) -> list[Row]:
    editable = page_permission_policy.instances_user_has_permission_for(request.user, "change")
    mine = set(editable.filter(pk__in=[row.page.pk for row in found]).values_list("pk", flat=True))
    return [_row(row, is_editable=row.page.pk in mine) for row in found]


def _row(row: Missing, *, is_editable: bool) -> Row:
    page: Any = row.page
    language = next(filter(page.speaks, (row.language, *LANGUAGE_CODES)), "kk")
    edit = f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}{tab_of(row.language)}"
    return Row(
        title=getattr(page, f"headline_{language}") or page.title,
        title_language=language,
        address=edit if is_editable else "",
        kind=str(NewsKind(page.kind).label),
        lack=str(row.lack.label),
        language=row.language,
        published=date_format(localtime(page.published_at), "DATE_FORMAT"),
        responsible=str(page.owner) if page.owner is not None else "",
    )
