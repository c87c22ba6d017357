"""A newsroom with many articles, written in bulk beside those of the demo."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.management.color import no_style  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.db.models.sql import InsertQuery  # noqa: E402

from guidance.models import Region  # noqa: E402
from portal.news.demo_pages import load_demo_articles  # noqa: E402
from portal.news.models import (  # noqa: E402
    ArticlePage,
    NewsIndexPage,
    NewsPage,
    Organisation,
    OrganisationMention,
    Topic,
    Update,
)

BEGIN = datetime(2009, 1, 1, tzinfo=UTC)
END = datetime(2026, 11, 1, tzinfo=UTC)
TIMELINE = settings.BASE_DIR / "guidance" / "reference" / "timeline-2016-2017.csv"
CHUNK = 1_000
KINDS = {"NEWS": 70, "COMMENT": 10, "ADVICE": 8, "EXPLAINER": 8, "LIVE": 3, "CORRECTION": 1}
CORRECTED, MENTIONED = 0.05, 0.02
WITHOUT_ENGLISH = 0.3
LANGUAGES = ("kk", "ru", "en")


def build(size: int) -> None:
    """Write the site, the demo's articles, and so many more."""
    call_command("setup", verbosity=0)
    call_command("replay", str(TIMELINE), verbosity=0)  # which the demo's articles speak of
    load_demo_articles()
    drawn, model = random.Random(50), _model()
    regions = list(Region.objects.order_by("code").values_list("pk", "code", named=True))
    topics = list(Topic.objects.order_by("pk").values_list("pk", flat=True))
    first = _next_pk()
    for start in range(0, size, CHUNK):
        with transaction.atomic():
            pages = [_page(model, first, number, drawn) for number in _chunk(start, size)]
            _insert(pages)
            _about(pages, regions, topics, drawn)
    NewsIndexPage.objects.update(numchild=size + model["count"])
    _end()


def _model() -> dict[str, Any]:
    """Give what all articles share: parent, content type, a picture, a body."""
    index = NewsIndexPage.objects.get()
    page = ArticlePage.objects.filter(picture__isnull=False).order_by("pk")[0]
    body = dict.fromkeys(LANGUAGES, page.body_kk.raw_data[:2])
    return {"index": index, "page": page, "body": body, "count": index.get_children_count()}


def _chunk(start: int, size: int) -> range:
    return range(start, min(start + CHUNK, size))


def _next_pk() -> int:
    return (NewsPage.objects.aggregate(last=models.Max("page_ptr_id"))["last"] or 0) + 1_000


def _page(model: dict[str, Any], first: int, number: int, drawn: random.Random) -> ArticlePage:
    at = BEGIN + drawn.random() * (END - BEGIN)
    index, slug = model["index"], f"article-{number}"
    page = ArticlePage(
        id=first + number, page_ptr_id=first + number, newspage_ptr_id=first + number,
        title=slug, draft_title=slug, slug=slug, url_path=f"{index.url_path}{slug}/", depth=4,
        path=ArticlePage._get_path(index.path, index.depth + 1, model["count"] + number + 1),
        content_type_id=model["page"].content_type_id, locale_id=index.locale_id, live=True,
        translation_key=uuid4(), first_published_at=at, last_published_at=at,
        kind=drawn.choices(list(KINDS), list(KINDS.values()))[0], published_at=at,
        picture_id=model["page"].picture_id,
    )  # fmt: skip
    spoken = LANGUAGES[:2] if drawn.random() < WITHOUT_ENGLISH else LANGUAGES
    for code in spoken:
        setattr(page, f"headline_{code}", f"Article {number} ({code}) about what happened")
        setattr(page, f"lead_{code}", f"What article {number} says in one sentence ({code}).")
        setattr(page, f"body_{code}", model["body"][code])
    return page


def _insert(pages: list[ArticlePage]) -> None:
    """Write every table of a page's inheritance by itself: Django has no bulk_create for it."""
    for table in (*reversed(ArticlePage._meta.get_parent_list()), ArticlePage):
        query = InsertQuery(table)
        query.insert_values(table._meta.local_concrete_fields, pages)
        query.get_compiler(connection=connection).execute_sql()


def _about(
    pages: list[ArticlePage], regions: list[Any], topics: list[int], drawn: random.Random
) -> None:
    on, about = NewsPage.regions.through, NewsPage.topics.through
    country = next(region.pk for region in regions if region.code == "KZ")
    rows = [
        on(newspage_id=page.pk, region_id=pk)
        for page in pages
        for pk in {country if drawn.random() < 0.5 else drawn.choice(regions).pk}
    ]
    on.objects.bulk_create(rows)
    about.objects.bulk_create(
        about(newspage_id=page.pk, topic_id=drawn.choice(topics)) for page in pages
    )
    Update.objects.bulk_create(_updates(pages, drawn))
    spoken_of = Organisation.objects.get(slug="kisi")
    OrganisationMention.objects.bulk_create(
        OrganisationMention(page_id=page.pk, organisation=spoken_of)
        for page in pages
        if drawn.random() < MENTIONED
    )


def _updates(pages: list[ArticlePage], drawn: random.Random) -> Iterator[Update]:
    for page in pages:
        if drawn.random() < CORRECTED:
            words = {f"text_{code}": "What was corrected." for code in LANGUAGES}
            at = page.published_at + timedelta(hours=5)
            yield Update(page_id=page.pk, at=at, kind="CORRECTION", is_notable=True, **words)


def _end() -> None:
    """Let the sequences follow, and the database count its rows."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [NewsPage, ArticlePage]):
            cursor.execute(statement)
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    build(int(sys.argv[1]))
