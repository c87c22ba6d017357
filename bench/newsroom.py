"""A newsroom of many articles in three languages, written in bulk on an empty database."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.utils.html import strip_tags
from wagtail.models import Locale, Page

from portal.news.demo_texts import read_items
from portal.news.models import ArticlePage, NewsIndexPage, StatementPage
from portal.search.documents import Found, Text, row_of
from portal.search.kinds import Kind
from portal.search.models import SearchDocument
from portal.translated import LANGUAGE_CODES

CHUNK = 1_000
FIRST = datetime(2014, 1, 1, tzinfo=UTC)
SENTENCES = 14
REGIONS = ("KZ-15", "KZ-19", "KZ-27", "KZ-35", "KZ-39", "KZ-63", "KZ-71", "KZ-75")
KINDS = (Kind.STATEMENT, Kind.ADVICE, Kind.COMMENT, *(Kind.NEWS for _each in range(17)))
COLUMNS = ("page_id", "language", "kind", "published_at", "title", "text", "marks")
SYLLABLES = "ба кар тен жол сар мұр тұр қал бек дас ер нұр ала шын кел то ре ви мос лен ка та"
INDEX = import_module("portal.search.migrations.0001_initial").ON_POSTGRESQL[-1]


def build(size: int) -> None:
    """Write the reference data, the tree and so many articles with what is found of them."""
    call_command("setup", verbosity=0)
    chance, sentences = random.Random(611), _sentences()
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("DROP INDEX search_document_marks")  # made anew at the end, all at once
    for start in range(0, size, CHUNK):
        pages = list(_pages(range(start, min(start + CHUNK, size)), chance))
        Page.objects.bulk_create(pages)
        _copy(_texts(page, chance, sentences) for page in pages)
    with connection.cursor() as cursor:
        cursor.execute(INDEX)
        cursor.execute("ANALYZE")


def _pages(numbers: range, chance: random.Random) -> Iterator[Page]:
    news = NewsIndexPage.objects.get()
    article, statement = map(ContentType.objects.get_for_model, (ArticlePage, StatementPage))
    for number in numbers:
        kind = chance.choice(KINDS)
        at = FIRST + timedelta(hours=2 * number)
        yield Page(
            title=f"{kind} {number}", draft_title=f"{kind} {number}", slug=f"article-{number}",
            url_path=f"{news.url_path}article-{number}/", depth=news.depth + 1,
            path=f"{news.path}{_steps(number + 1)}", live=True, first_published_at=at,
            content_type=statement if kind is Kind.STATEMENT else article,
            translation_key=uuid4(), locale=Locale.get_default(), latest_revision_created_at=at,
        )  # fmt: skip


def _steps(number: int) -> str:
    return Page._int2str(number).rjust(Page.steplen, "0")


def _texts(page: Page, chance: random.Random, sentences: dict[str, list[str]]) -> Iterator[Any]:
    """Mix the sentences of the demo, with names that only a few articles have."""
    rare = ["".join(chance.choices(SYLLABLES.split(), k=3)) for _each in range(12)]
    kind = Kind(page.title.split()[0])
    regions = chance.sample(REGIONS, chance.choice((1, 1, 2)))
    texts = []
    for lang in LANGUAGE_CODES:
        said = [*chance.choices(sentences[lang], k=SENTENCES), " ".join(rare)]
        chance.shuffle(said)
        texts.append(Text(lang, said[0][:200], " ".join(said)))
    at = page.first_published_at
    found = Found(page.pk, kind, at, texts, regions, chance.choices(("RED", "YELLOW", ""), k=1))
    return (row_of(found, text) for text in texts)


def _copy(articles: Iterator[Iterator[SearchDocument]]) -> None:
    table = SearchDocument._meta.db_table
    with connection.cursor() as cursor:
        columns = ", ".join(COLUMNS)
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for article in articles:
                for row in article:
                    copy.write_row([getattr(row, column) for column in COLUMNS])


def _sentences() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {lang: [] for lang in LANGUAGE_CODES}
    for item in read_items():
        for lang, text in item.texts.items():
            for block in text.blocks:
                found[lang] += re.split(r"(?<=[.!?;:]) ", strip_tags(block.html))
    return found
