"""What can be found of the site's pages, in every language they speak."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import transaction
from wagtail.models import Page

from guidance.stored.atlas import Atlas, present_atlas
from portal.information.models import InformationPage, LevelIndexPage, LevelPage
from portal.news.models import LivePage, NewsPage, PublishedLevels, Update
from portal.search.documents import Found, Text, forget, put
from portal.search.kinds import Kind
from portal.search.models import SearchDocument
from portal.translated import LANGUAGE_CODES

PAGES_AT_ONCE = 200
FINDABLE = (NewsPage, InformationPage, LevelIndexPage, LevelPage)
# What is found of a page besides its headline; the body is read block by block.
WORDS = ("lead", "said", "says_now")
RECORDS = ("issued_by", "signed_by")


def find_again(page: Page) -> None:
    """Let a page be found as readers see it now; one that they can't open is not found."""
    _renew([page.pk])


def lose(page: Page) -> None:
    """Let a page be found no more."""
    forget([page.pk])


def index_missing() -> None:
    """Let the pages be found that are not found yet."""
    known = SearchDocument.objects.values("page")
    _renew_all(Page.objects.live().exclude(pk__in=known))


@transaction.atomic
def index_all() -> int:
    """Let all pages be found by their present texts; return how many texts that are."""
    SearchDocument.objects.all().delete()
    _renew_all(Page.objects.live())
    return SearchDocument.objects.count()


def _renew_all(pages: Any) -> None:
    pks = list(pages.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), PAGES_AT_ONCE):
        _renew(pks[start : start + PAGES_AT_ONCE])


@transaction.atomic
def _renew(pks: Sequence[int]) -> None:
    forget(pks)
    put(found for model in FINDABLE for found in _found(model, pks))


def _found(model: type[Any], pks: Iterable[int]) -> Iterator[Found]:
    """Read the stored rows: they hold what is live, whatever a draft says."""
    open_pages = model.objects.live().public().filter(pk__in=pks).order_by("pk")
    if model is not NewsPage:
        for page in open_pages:
            yield Found(page.pk, Kind.PAGE, page.first_published_at, list(_texts(page)))
        return
    atlas = present_atlas()
    for page in open_pages.specific():
        yield _article(page, atlas)


def _article(page: Any, atlas: Atlas) -> Found:
    codes = page.regions.values_list("code", flat=True)
    kept = PublishedLevels.objects.filter(page_id=page.pk).first()
    levels = kept.levels.values() if kept is not None else ()
    return Found(
        page_id=page.pk,
        kind=Kind(page.kind),
        published_at=page.published_at,
        texts=list(_texts(page)),
        regions={each for code in codes for each in _around(atlas, code)},
        levels={level for level in levels if level},
    )


def _around(atlas: Atlas, code: str) -> Iterator[str]:
    """Give a place and those that hold it; what is about a town is not about the country."""
    yield code
    yield from (each for each in atlas.tree.ancestors(code) if each != atlas.tree.root)


def _texts(page: Any) -> Iterator[Text]:
    for lang in LANGUAGE_CODES:
        if page.speaks(lang):
            words = [getattr(page, f"{name}_{lang}", None) or "" for name in WORDS]
            pieces = [*words, *_live(page, lang), *_body(page, lang), *_behind(page, lang)]
            text = " ".join(" ".join(piece.split()) for piece in pieces if piece.strip())
            yield Text(lang, getattr(page, f"headline_{lang}"), text)


def _live(page: Any, lang: str) -> Iterator[str]:
    """Give what is known and the entries of a live post, the latest first."""
    if not isinstance(page, LivePage):
        return
    known = page.summaries.exclude(published_at=None).latest_first()
    entries = page.entries.published().newest_first()
    yield from (text or "" for text in known.values_list(f"text_{lang}", flat=True)[:1])
    for said in entries.values_list(f"headline_{lang}", f"text_{lang}"):
        yield from (text or "" for text in said)


def _behind(page: Any, lang: str) -> list[str]:
    """Name who issued and signed a statement, and give the log of what changed."""
    records = (getattr(page, name, None) for name in RECORDS)
    names = [getattr(record, f"name_{lang}") or "" for record in records if record is not None]
    told = Update.objects.of_page(page.pk).values_list(f"text_{lang}", flat=True)
    return [*names, *(text or "" for text in told)]


def _body(page: Any, lang: str) -> list[str]:
    field = page._meta.get_field(f"body_{lang}")
    pieces: list[str] = field.get_searchable_content(getattr(page, field.name))
    return pieces
