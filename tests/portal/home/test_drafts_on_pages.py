"""A draft as home, guide and articles would show it: the page after publication, before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client

from guidance.models import Declaration, Region
from portal.accounts.groups import DESK_APPROVERS
from portal.home.tree import make_page_tree
from portal.manuscripts import Block
from portal.news.bodies import body_of
from portal.news.models import ArticlePage, NewsIndexPage
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.desk.posts import address
from tests.guidance.desk.previewing import body, framed, publish_now
from tests.people import sign_in

LANGUAGES = ("kk", "ru", "en")


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def waiting(db: None, settings: Any, tmp_path: Any) -> Declaration:
    """Build the site with an article about the town of Aktobe, and submit red for its region."""
    settings.MEDIA_ROOT = tmp_path
    factories.reference_data()
    make_page_tree()
    page = ArticlePage(live=False, published_at=NOON - DAY, kind="NEWS")
    for lang in LANGUAGES:
        setattr(page, f"headline_{lang}", f"Headline {lang}")
        setattr(page, f"lead_{lang}", f"Lead {lang}")
        setattr(page, f"body_{lang}", body_of([Block("paragraph", f"Body {lang}")]))
    NewsIndexPage.objects.get().add_child(instance=page)
    page.regions.set(Region.objects.filter(code="KZ-15-aqtobe"))
    page.save_revision(clean=False).publish()
    return factories.submitted(factories.drafter(), level="RED", measures=factories.CHECKS)


@pytest.fixture
def approver(waiting: Declaration) -> Any:
    person = factories.approver()
    person.groups.add(Group.objects.get(name=DESK_APPROVERS))
    return person


def test_home_guide_and_article_are_those_of_after_the_publication(
    waiting: Declaration, approver: Any, client: Client
) -> None:
    reader = sign_in(Client(), approver)
    article = ArticlePage.objects.get().slug
    names = ("", "levels/", "levels/red/", f"news/{article}/")
    pages = [f"{lang}/{name}" for lang in LANGUAGES for name in names]
    previews = {page: framed(reader, waiting, page) for page in pages}

    published = publish_now(waiting, approver, NOON)

    for page, preview in previews.items():
        public = client.get(f"/{page}").content.decode()
        assert body(preview) == body(public, published.number or ""), page
    assert "критический" in previews["ru/"]
    assert "критический" in previews[f"ru/news/{article}/"]


def test_the_newest_article_about_the_place_is_offered_for_its_level_box(
    waiting: Declaration, approver: Any
) -> None:
    reader = sign_in(Client(), approver)
    article = ArticlePage.objects.get().slug

    page = reader.get(address(waiting, "preview/article") + "?lang=ru").content.decode()

    assert f"{address(waiting)}preview/page/ru/news/{article}/" in page


def test_without_an_article_about_the_place_none_is_named(
    waiting: Declaration, approver: Any
) -> None:
    ArticlePage.objects.get().unpublish()
    reader = sign_in(Client(), approver)

    assert reader.get(address(waiting, "preview/article")).status_code == 404
    assert "preview/article" not in reader.get(address(waiting, "preview/ru")).content.decode()
