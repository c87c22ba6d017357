"""What the screens of one article share: who may open them, and in which languages."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from portal.news.translations.texts import is_article
from portal.translated import LANGUAGE_CODES

NAMES = dict(settings.LANGUAGES)


def article_for(request: HttpRequest, pk: int) -> Any:
    """Return an article that the person may edit."""
    page: Any = get_object_or_404(Page, pk=pk).specific
    if not is_article(page) or not page.permissions_for_user(request.user).can_edit():
        raise Http404
    return page


def languages_of(source: str, target: str) -> tuple[str, str]:
    """Return two different languages of the portal."""
    if source == target or {source, target} - set(LANGUAGE_CODES):
        raise Http404
    return source, target
