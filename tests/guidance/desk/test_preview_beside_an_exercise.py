"""A preview tells of an exercise that is under way as the page does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from guidance.models import Region
from portal.home.tree import make_page_tree
from portal.manuscripts import Block
from portal.news.bodies import body_of
from portal.news.models import NewsIndexPage, Organisation, StatementPage
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn
from tests.guidance.desk.previewing import body, framed, publish_now

HOUR = timedelta(hours=1)
PAGES = ("kk/regions/aqtobe/", "en/regions/aqtobe/", "ru/regions/", "ru/")

pytestmark = pytest.mark.one_database  # it asks what Python decides


def announce(code: str) -> None:
    names = {"name_kk": "Штаб", "name_ru": "Штаб", "name_en": "Headquarters"}
    issuer = Organisation.objects.create(slug="headquarters", kind="GOVERNMENT", **names)
    page = StatementPage(live=False, published_at=NOON - 24 * HOUR, issued_by=issuer)
    page.exercise_starts_at, page.exercise_ends_at = NOON - HOUR, NOON + 9 * HOUR
    for lang, text in {"kk": "Оқу-жаттығу", "ru": "Учение"}.items():
        setattr(page, f"headline_{lang}", text)
        setattr(page, f"lead_{lang}", text)
        setattr(page, f"body_{lang}", body_of([Block("paragraph", text)]))
    NewsIndexPage.objects.get().add_child(instance=page)
    page.regions.set(Region.objects.filter(code=code))
    page.save_revision().publish()


def test_the_preview_has_the_exercise_that_the_page_has(
    aqtobe: Office, republican: Office, signed_in: SignIn, client: Client
) -> None:
    make_page_tree()
    announce("KZ-15")
    waiting = factories.submitted(aqtobe.drafter)
    reader = signed_in(republican.approver)
    previews = {page: framed(reader, waiting, page) for page in PAGES}

    published = publish_now(waiting, republican.approver, NOON)

    for page, preview in previews.items():
        public = client.get(f"/{page}").content.decode()
        assert ' exer"' in public, page
        assert body(preview) == body(public, published.number or ""), page
