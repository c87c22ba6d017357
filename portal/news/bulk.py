"""Publishing many pages at once: only those that could be published one by one."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from portal.news.findings import language_findings
from portal.news.models import NewsPage
from portal.translated import LANGUAGE_CODES


def refuse_unfinished(
    request: HttpRequest, kind: str, pages: Sequence[Any], action: Any
) -> HttpResponse | None:
    """Publish nothing in bulk while a page among them lacks what its form would ask for."""
    if kind != "publish" or request.method != "POST":
        return None
    names = ", ".join(str(page) for page in _all(request, pages) if _is_unfinished(page))
    if not names:
        return None
    messages.error(request, _("Open these pages to publish them: %(names)s") % {"names": names})
    return redirect(action.next_url)


def _all(request: HttpRequest, pages: Sequence[Any]) -> Iterator[Any]:
    for page in pages:
        yield page.specific
        if request.POST.get("include_descendants"):
            yield from page.get_descendants().filter(has_unpublished_changes=True).specific()


def _is_unfinished(page: Any) -> bool:
    newest = page.get_latest_revision_as_object()
    newest.live = True  # as it would be: a draft may have gaps
    try:
        newest.full_clean()
    except ValidationError:
        return True
    languages = LANGUAGE_CODES if isinstance(newest, NewsPage) else ()
    return any(each.refuses for code in languages for each in language_findings(newest, code))
