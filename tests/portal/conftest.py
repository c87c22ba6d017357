"""The site that the tests of portal stand on: pages, a few regions, an editor."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from guidance.models import Region
from portal.home.newsroom import NEWSROOM
from portal.home.tree import make_page_tree
from portal.news.bodies import body_of
from portal.news.demo_texts import Block
from portal.news.models import ArticlePage, NewsIndexPage, StatementPage
from tests.people import sign_in

PLACES = (
    ("KZ", None, "COUNTRY", "kazakhstan", "Қазақстан", "Казахстан", "Kazakhstan"),
    ("KZ-15", "KZ", "REGION", "aqtobe", "Ақтөбе облысы", "Актюбинская область", "Aktobe Region"),
    ("KZ-75", "KZ", "CITY", "almaty", "Алматы қаласы", "город Алматы", "Almaty"),
    ("KZ-15-aqtobe", "KZ-15", "TOWN", "aqtobe-town", "Ақтөбе қаласы", "город Актобе", "Aktobe"),
)


@pytest.fixture
def home(db):
    return make_page_tree()


@pytest.fixture
def news(home):
    return NewsIndexPage.objects.get()


@pytest.fixture
def regions(db):
    for code, parent, kind, slug, *names in PLACES:
        words = {f"name_{lang}": name for lang, name in zip(("kk", "ru", "en"), names, strict=True)}
        words |= {
            f"name_in_{lang}": name for lang, name in zip(("kk", "ru", "en"), names, strict=True)
        }
        Region.objects.get_or_create(
            code=code,
            defaults={
                "parent": Region.objects.filter(code=parent).first(),
                "kind": kind,
                "slug": slug,
                "time_zone": "Asia/Almaty",
                **words,
            },
        )
    return {region.code: region for region in Region.objects.all()}


@pytest.fixture
def write(news, regions):
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
        page = model(live=False, published_at=at, **facts)
        for lang, headline in headlines.items():
            setattr(page, f"headline_{lang}", headline)
            setattr(page, f"lead_{lang}", f"{headline}: lead")
            setattr(page, f"body_{lang}", body_of([Block("paragraph", f"{headline}: body")]))
            if model is StatementPage:
                setattr(page, f"issuing_body_{lang}", "Republican headquarters")
        news.add_child(instance=page)
        page.regions.set(regions[code] for code in codes)
        revision = page.save_revision(clean=publish)
        if publish:
            revision.publish()
        return model.objects.get(pk=page.pk)

    return _write


@pytest.fixture
def editor(home):
    person = get_user_model().objects.create_user(username="editor", password="x")
    person.groups.add(Group.objects.get(name=NEWSROOM))
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
