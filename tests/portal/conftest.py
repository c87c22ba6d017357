"""The site that the tests of portal stand on: pages, a few regions, an editor."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from guidance.models import Region
from guidance.stored.atlas import regions_changed
from portal.accounts.groups import NEWS_CHIEFS
from portal.home.models import HomePage
from portal.home.tree import make_page_tree
from portal.manuscripts import Block
from portal.news.bodies import body_of
from portal.news.live import publish_entry, say_what_is_known
from portal.news.models import (
    ArticlePage,
    CorrectionPage,
    LiveEntry,
    LivePage,
    NewsIndexPage,
    Organisation,
    StatementPage,
)
from tests.people import sign_in

MORNING = datetime(2016, 7, 18, 6, 0, tzinfo=UTC)
PLACES = (
    ("KZ", None, "COUNTRY", "kazakhstan", "Қазақстан", "Казахстан", "Kazakhstan"),
    ("KZ-15", "KZ", "REGION", "aqtobe", "Ақтөбе облысы", "Актюбинская область", "Aktobe Region"),
    ("KZ-75", "KZ", "CITY", "almaty", "Алматы қаласы", "город Алматы", "Almaty"),
    ("KZ-15-aqtobe", "KZ-15", "TOWN", "aqtobe-town", "Ақтөбе қаласы", "город Актобе", "Aktobe"),
)


@pytest.fixture(scope="module")
def page_tree(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Hold regions and pages until the module ends; a test that writes rolls back to them."""
    media = settings.MEDIA_ROOT
    with django_db_blocker.unblock(), transaction.atomic():
        settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
        _make_regions()
        make_page_tree()
        yield
        settings.MEDIA_ROOT = media
        transaction.set_rollback(True)


@pytest.fixture
def home(page_tree, db):
    return HomePage.objects.get()


@pytest.fixture
def news(home):
    return NewsIndexPage.objects.get()


@pytest.fixture
def write(news):
    """Return a function that adds an article in the languages of its headlines."""

    def _write(
        headlines: dict[str, str],
        *,
        model: type[Any] = ArticlePage,
        at: datetime = datetime(2016, 6, 6, 9, 0, tzinfo=UTC),
        codes: tuple[str, ...] = ("KZ",),
        publish: bool = True,
        **facts: Any,
    ) -> Any:
        if model is StatementPage:
            facts = {"issued_by": _headquarters(), **facts}
        page = model(live=False, published_at=at, **facts)
        for lang, headline in headlines.items():
            setattr(page, f"headline_{lang}", headline)
            setattr(page, f"lead_{lang}", f"{headline}: lead")
            setattr(page, f"body_{lang}", body_of([Block("paragraph", f"{headline}: body")]))
            if model is CorrectionPage:
                setattr(page, f"said_{lang}", f"Wrong ({lang})")
                setattr(page, f"says_now_{lang}", f"Right ({lang})")
        news.add_child(instance=page)
        page.regions.set(Region.objects.filter(code__in=codes))
        revision = page.save_revision(clean=publish)
        if publish:
            revision.publish()
        return model.objects.get(pk=page.pk)

    return _write


@pytest.fixture
def live_post(write):
    """Return a function that publishes a live post with what is known and some entries."""

    def _live_post(*, entries: int = 0, publish: bool = True, english: bool = True) -> Any:
        languages = ("kk", "ru", "en") if english else ("kk", "ru")
        post = write({lang: f"Live {lang}" for lang in languages}, model=LivePage, publish=publish)
        known = {f"text_{lang}": f"First {lang}\nSecond {lang}" for lang in languages}
        say_what_is_known(post, known, by=None, at=MORNING)
        for number in range(1, entries + 1):
            kind = "KEY" if number % 10 == 1 else "ORDINARY"
            entry = LiveEntry(page=post, kind=kind, source="24KZ", source_language="ru")
            for lang in languages:
                setattr(entry, f"headline_{lang}", f"Entry {number} {lang}")
                setattr(entry, f"text_{lang}", f"Text {number} {lang}")
            publish_entry(entry, by=None, at=MORNING + timedelta(minutes=number))
        return post

    return _live_post


@pytest.fixture
def editor(home):
    """Make an editor who may publish alone."""
    person = get_user_model().objects.create_user(username="editor", password="x")
    person.groups.add(Group.objects.get(name=NEWS_CHIEFS))
    return person


@pytest.fixture
def administrator(home):
    return get_user_model().objects.create_superuser(username="administrator", password="x")


@pytest.fixture
def signed_in(client):
    """Return a function that signs a person in, second factor passed."""

    def _signed_in(person: Any) -> Any:
        return sign_in(client, person)

    return _signed_in


def _headquarters() -> Organisation:
    """Give the body that issues the statements of the tests."""
    names = {f"name_{lang}": f"Headquarters ({lang})" for lang in ("kk", "ru", "en")}
    facts = {"kind": "GOVERNMENT", **names}
    return Organisation.objects.get_or_create(slug="headquarters", defaults=facts)[0]


def _make_regions() -> None:
    made: dict[str, Region] = {}
    for code, parent, kind, slug, *names in PLACES:
        words = dict(zip(("kk", "ru", "en"), names, strict=True))
        made[code] = Region.objects.create(
            code=code,
            parent=made.get(parent or ""),
            kind=kind,
            slug=slug,
            time_zone="Asia/Almaty",
            **{f"name_{lang}": name for lang, name in words.items()},
            **{f"name_in_{lang}": name for lang, name in words.items()},
        )
    regions_changed()
