"""An edit after publication says whether it is minor or notable, and readers see the notable."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils.timezone import localtime, now

from portal.news.models import Update
from tests.portal.news.test_editing import form

THREE = {"kk": "Тақырып", "ru": "Заголовок", "en": "Headline"}
NOTABLE = {
    "change_weight": "NOTABLE", "change_kind": "CORRECTION",
    "change_text_kk": "Күн түзетілді", "change_text_ru": "Исправлена дата",
    "change_text_en": "The date was corrected",
}  # fmt: skip
PUBLISH = {"action-publish": "action-publish"}


@pytest.fixture
def edit(editor, signed_in, write):
    """Return a page that readers have seen, and a function that posts its form."""
    desk, page = signed_in(editor), write(THREE)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    def _edit(**extra):
        return desk.post(address, {**form(("kk", "ru", "en")), **extra})

    _edit.page, _edit.open = page, lambda: desk.get(address)
    return _edit


def errors(response):
    return set(response.context["form"].errors)


def test_the_first_publication_asks_nothing(editor, signed_in, news):
    desk = signed_in(editor)
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", news.pk])

    assert 'name="change_weight"' not in desk.get(address).content.decode()
    assert desk.post(address, {**form(), **PUBLISH}).status_code == 302
    assert not Update.objects.exists()


def test_publishing_a_change_waits_for_the_answer(edit):
    response = edit(**PUBLISH)

    assert errors(response) == {"change_weight"}
    assert 'name="change_weight"' in response.content.decode()
    edit.page.refresh_from_db()
    assert edit.page.headline_kk == THREE["kk"]


def test_a_draft_leaves_the_question_open(edit):
    assert edit().status_code == 302


@pytest.mark.parametrize("lacking", ["change_kind", "change_text_kk", "change_text_en"])
def test_a_notable_change_is_told_in_each_language_of_the_page(edit, lacking):
    assert errors(edit(**{**NOTABLE, lacking: ""}, **PUBLISH)) == {lacking}


def test_a_minor_change_tells_nothing(edit, client):
    assert edit(change_weight="MINOR", **PUBLISH).status_code == 302

    assert not Update.objects.exists()


def test_a_notable_change_is_on_the_page_and_marks_the_row(edit, client):
    assert edit(**NOTABLE, **PUBLISH).status_code == 302

    page = client.get(f"/ru/news/{edit.page.slug}/")
    row = client.get("/ru/news/").context["listing"].page[0]
    assert "Исправлена дата" in page.content.decode()
    assert row.was_corrected
    assert row.updated_at == page.context["updated_at"] == Update.objects.get().at


def test_the_answer_is_for_one_publication(edit):
    edit(**NOTABLE, **PUBLISH)

    opened = edit.open().content.decode()
    assert 'value="NOTABLE" checked' not in opened
    assert "Исправлена дата</textarea>" not in opened
    assert 'class="told"' in opened
    edit.page.get_latest_revision().publish()
    assert Update.objects.count() == 1


def test_a_scheduled_publication_keeps_the_answer(edit):
    later = now() + timedelta(hours=1)
    edit(**NOTABLE, **PUBLISH, go_live_at=localtime(later).strftime("%Y-%m-%d %H:%M"))
    assert not Update.objects.exists()
    opened = edit.open().content.decode()
    assert 'value="NOTABLE"' in opened

    with time_machine.travel(later + timedelta(minutes=1)):
        call_command("publish_scheduled", verbosity=0)

    assert Update.objects.get().text_ru == "Исправлена дата"


def test_a_change_without_an_answer_is_not_published_in_bulk(edit, client):
    edit(headline_ru="Другой заголовок")
    address = f"/admin/bulk/wagtailcore/page/publish/?id={edit.page.pk}&next=/admin/"

    client.post(address)
    edit.page.refresh_from_db()
    assert edit.page.headline_ru == THREE["ru"]

    edit(headline_ru="Другой заголовок", change_weight="MINOR")
    client.post(address)
    edit.page.refresh_from_db()
    assert edit.page.headline_ru == "Другой заголовок"
