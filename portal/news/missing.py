"""What live articles lack in one language: the whole text, an alternative text, a quote.

Each question is one function of the pages; the report and the desk's panel only put them together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model

from portal.news.models import NewsPage
from portal.translated import LANGUAGE_CODES

TEXTS = ("headline", "lead")


class Lack(models.TextChoices):
    """Name what is missing, what a glance overlooks first."""

    ALT = "ALT", _("alternative text")
    QUOTE = "QUOTE", _("retold words")
    TEXT = "TEXT", _("the whole text")


@dataclass(frozen=True, slots=True)
class Missing:
    """Say that a page lacks something in a language."""

    page: Any
    language: str
    lack: Lack


def missing(pages: Sequence[Any]) -> list[Missing]:
    """Answer every question about some pages; what looks complete and is not comes first."""
    found = chain(without_alt(pages), without_quote(pages), without_text(pages))
    order = list(Lack)
    return sorted(
        found, key=lambda row: (order.index(row.lack), -row.page.published_at.timestamp())
    )


def live_pages() -> Sequence[Any]:
    """Load the live articles and statements with whoever answers for them."""
    pages: Any = NewsPage.objects.live().select_related("owner", "picture")
    found: Sequence[Any] = list(pages.newest_first())
    return found


def untranslated(language: str) -> Any:
    """Select the live pages without a headline or a lead in a language."""
    lacks = Q()
    for name in TEXTS:
        lacks |= Q(**{f"{name}_{language}": ""}) | Q(**{f"{name}_{language}": None})
    return NewsPage.objects.live().filter(lacks)


def without_text(pages: Iterable[Any]) -> Iterator[Missing]:
    """Name the languages in which a page has no headline, lead or body."""
    for page in pages:
        for lang in LANGUAGE_CODES:
            is_whole = all(getattr(page, f"{name}_{lang}") for name in TEXTS)
            if not is_whole or not _blocks(page, lang):
                yield Missing(page, lang, Lack.TEXT)


def without_alt(pages: Sequence[Any]) -> Iterator[Missing]:
    """Name the languages in which a telling picture of a page is silent."""
    pictures = _pictures(pages)
    for page in pages:
        for lang in filter(page.speaks, LANGUAGE_CODES):
            shown = [pictures.get(pk) for pk in _telling(page, lang)]
            if any(picture is not None and not _alt(picture, lang) for picture in shown):
                yield Missing(page, lang, Lack.ALT)


def without_quote(pages: Iterable[Any]) -> Iterator[Missing]:
    """Name the languages in which fewer words are retold than in another one."""
    for page in pages:
        spoken = [lang for lang in LANGUAGE_CODES if page.speaks(lang) and _blocks(page, lang)]
        retold = {lang: _count_retold(page, lang) for lang in spoken}
        most = max(retold.values(), default=0)
        yield from (Missing(page, lang, Lack.QUOTE) for lang in spoken if retold[lang] < most)


def _blocks(page: Any, lang: str) -> Sequence[Mapping[str, Any]]:
    body: Any = getattr(page, f"body_{lang}")
    return list(body.raw_data) if body else []


def _count_retold(page: Any, lang: str) -> int:
    retold = (block for block in _blocks(page, lang) if block["type"] == "retold")
    return sum(bool(block["value"].get("text")) for block in retold)


def _telling(page: Any, lang: str) -> Iterator[int]:
    """Give the pictures that say something: the page's own, and those of the text."""
    if page.picture_id is not None:
        yield page.picture_id
    for block in _blocks(page, lang):
        if block["type"] == "picture" and not block["value"].get("is_decorative"):
            yield block["value"].get("picture")


def _pictures(pages: Iterable[Any]) -> Mapping[int, Any]:
    wanted = {pk for page in pages for lang in LANGUAGE_CODES for pk in _telling(page, lang)}
    return dict(get_image_model().objects.in_bulk(wanted))


def _alt(picture: Any, lang: str) -> str:
    return str(getattr(picture, f"alt_{lang}") or "")
