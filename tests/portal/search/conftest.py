"""Pages with texts that can be found, made once a module."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Page

from portal.news.models import NewsIndexPage
from portal.search.documents import Found, Text, put
from portal.search.kinds import Kind
from tests.portal.search.texts import TEXTS

JUNE = datetime(2016, 6, 6, 9, 0, tzinfo=UTC)
KINDS = {"mourning": Kind.STATEMENT, "abandoned": Kind.ADVICE, "call": Kind.ADVICE}


@pytest.fixture(scope="module")
def texts(page_tree: None, django_db_blocker: Any) -> Iterator[None]:
    """Let the short texts be found; each stands a day after the one before."""
    with django_db_blocker.unblock(), transaction.atomic():
        put(_published())
        yield
        transaction.set_rollback(True)


def _published() -> Iterator[Found]:
    news = NewsIndexPage.objects.get()
    for number, (slug, texts) in enumerate(TEXTS.items()):
        page = news.add_child(instance=Page(title=slug, slug=slug, live=True))
        yield Found(
            page_id=page.pk,
            kind=KINDS.get(slug, Kind.NEWS),
            published_at=JUNE + timedelta(days=number),
            texts=[Text(lang, *words) for lang, words in texts.items()],
            regions=["KZ-15"] if "aktobe" in slug else ["KZ"],
            levels=["RED"] if "aktobe" in slug else [],
        )


@pytest.fixture
def found(texts: None, client: Any, db: None) -> Any:
    """Return a function that searches, and gives the addresses of the pages that it finds."""

    def _found(question: str, lang: str = "ru", **filters: str) -> list[str]:
        answer = client.get(f"/{lang}/search/", {"q": question, **filters}).context["found"]
        return [row.address.split("/")[3] for part in answer.parts for row in part.pages]

    return _found
