"""A correction notice names what was wrong, and the corrected page leads to it."""

import pytest
from django.urls import reverse

from portal.news.models import CorrectionPage, Update
from tests.portal.news.test_editing import form

THREE = {"kk": "Түзету", "ru": "Исправление", "en": "Correction"}
TEXTS = {
    f"{name}_{code}": f"{name} {code}" for name in ("said", "says_now") for code in ("kk", "ru")
}
PUBLISH = {"action-publish": "action-publish"}


@pytest.fixture
def wrong(write):
    return write({"kk": "Қате", "ru": "Ошибка", "en": "Mistake"})


def test_the_notice_says_what_was_said_and_what_is_right(write, wrong, client):
    notice = write(THREE, model=CorrectionPage, corrects_page=wrong)

    text = client.get(f"/en/news/{notice.slug}/").content.decode()

    assert "Wrong (en)" in text
    assert "Right (en)" in text
    assert f'href="/en/news/{wrong.slug}/"' in text
    assert notice.kind == "CORRECTION"
    assert "minute to read" not in text


def test_the_corrected_page_leads_to_the_notice_once(write, wrong, client):
    notice = write(THREE, model=CorrectionPage, corrects_page=wrong)
    notice.save_revision().publish()

    text = client.get(f"/ru/news/{wrong.slug}/").content.decode()

    assert f'href="/ru/news/{notice.slug}/"' in text
    assert Update.objects.get().notice_id == notice.pk
    rows = {row.pk: row for row in client.get("/ru/news/").context["listing"].page}
    assert rows[wrong.pk].was_corrected


@pytest.mark.parametrize(
    ("named", "errors"),
    [
        ({}, {"corrects_page"}),
        ({"corrects_declaration": "2030-9999"}, {"corrects_declaration", "corrects_page"}),
        ({"said_kk": ""}, {"corrects_page", "said_kk"}),
    ],
)
def test_a_notice_names_what_it_corrects(editor, signed_in, news, named, errors):
    desk = signed_in(editor)
    address = reverse("wagtailadmin_pages:add", args=["news", "correctionpage", news.pk])

    response = desk.post(address, {**form(), **TEXTS, **named, **PUBLISH})

    assert set(response.context["form"].errors) == errors
