"""What the editor's browser saves by itself: every tab, without a new version each time."""

import pytest
from django.urls import reverse

from portal.news.models import ArticlePage
from tests.portal.news.test_editing import form


@pytest.fixture
def page(write):
    return write({"kk": "Тақырып", "ru": "Заголовок"}, publish=False)


@pytest.fixture
def autosave(editor, signed_in, page):
    desk = signed_in(editor)

    def _autosave(**data):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return desk.post(address, data, headers={"accept": "application/json"})

    return _autosave


def test_all_tabs_are_kept_and_gaps_are_no_fault(autosave, page):
    answer = autosave(**form(codes=("kk", "en"), regions=()))

    kept = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert answer.json()["success"]
    assert [getattr(kept, f"headline_{code}") or "" for code in ("kk", "ru", "en")] == [
        "Headline kk", "", "Headline en",
    ]  # fmt: skip
    assert not ArticlePage.objects.get(pk=page.pk).live


def test_saving_again_writes_the_same_version(autosave, page):
    first = autosave(**form())
    version = first.json()["revision_id"]
    number = page.revisions.count()

    autosave(**form(codes=("kk",)), overwrite_revision_id=version)

    assert page.revisions.count() == number


def test_a_window_that_is_behind_overwrites_nothing(autosave, page):
    version = page.get_latest_revision().pk
    page.headline_kk = "Newer"
    page.save_revision()

    answer = autosave(**form(), loaded_revision_id=version)

    assert answer.status_code == 400
    kept = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert kept.headline_kk == "Newer"
