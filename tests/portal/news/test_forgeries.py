"""Forged and outdated notices: who is warned of what, and who may say so."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError, transaction
from django.test import Client

from portal.accounts.groups import NEWS_CHIEFS, NEWS_EDITORS, NEWS_WRITERS
from portal.accounts.models import ADMINISTRATORS
from portal.home.newsroom import grant_warnings
from portal.news.forgery_form import ForgeryForm
from portal.news.models import Forgery
from portal.news.record_viewsets import ForgeryViewSet

NOW = datetime(2026, 11, 22, 7, tzinfo=UTC)
DAY = timedelta(days=1)
WORDS = {
    f"{name}_{lang}": f"{word} {lang}"
    for name, word in (("title", "Цепочка"), ("wrong", "Такого не было"))
    for lang in ("kk", "ru", "en")
}
FORGED: dict[str, Any] = {"kind": "FORGED", "seen_date": date(2026, 11, 20), "shown_from": NOW}


def forgery(**facts: Any) -> Forgery:
    return Forgery.objects.create(**{**FORGED, **WORDS, **facts})


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.usefixtures("record_of_2016")
def test_readers_are_warned_in_their_language(client: Client, lang: str) -> None:
    forgery(true_number="2016-0002")

    with time_machine.travel(NOW, tick=False):
        page = client.get(f"/{lang}/check/").content.decode()

    assert f"Цепочка {lang}" in page
    assert f"Такого не было {lang}" in page
    assert f'href="/{lang}/declarations/2016-0002/"' in page


@pytest.mark.django_db
def test_a_warning_is_shown_from_its_beginning_to_its_end() -> None:
    forgery(shown_from=NOW + DAY)
    forgery(shown_from=NOW - 2 * DAY, shown_until=NOW)
    older = forgery(shown_from=NOW - DAY, shown_until=NOW + DAY, seen_date=date(2016, 6, 7))
    newer = forgery()

    assert list(Forgery.objects.going_round(NOW)) == [newer, older]


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "TRUE"},
        {"shown_until": NOW},
        {"title_kk": ""},
        {"wrong_en": ""},
        {"wrong_ru": None},
    ],
    ids=str,
)
@pytest.mark.django_db
def test_the_database_refuses_half_a_warning(facts: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        forgery(**facts)


def filled(**given: Any) -> Any:
    form_class: Any = ForgeryViewSet.edit_handler.bind_to_model(Forgery).get_form_class()
    facts = {"kind": "FORGED", "seen_date": "2026-11-20", "shown_from": "2026-11-22 12:00"}
    return form_class({**facts, **WORDS, **given})


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("2016-0002", "2016-0002"), (" 20160002 ", "2016-0002")]
)
@pytest.mark.usefixtures("record_of_2016")
def test_the_form_reads_the_number_of_the_true_decision(typed: str, kept: str) -> None:
    form = filled(true_number=typed)

    assert form.is_valid(), form.errors
    assert isinstance(form, ForgeryForm)
    assert form.cleaned_data["true_number"] == kept


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"true_number": "2016-9999"}, "true_number"),
        ({"true_number": "2016-0001 2016-0002"}, "true_number"),
        ({"true_number": "\x00"}, "true_number"),
        ({"title_en": ""}, "title_en"),
        ({"wrong_kk": "x" * 601}, "wrong_kk"),
        ({"wrong_ru": "<script>alert(1)</script>"}, "wrong_ru"),
        ({"shown_until": "2026-11-22 11:59"}, "__all__"),
    ],
)
@pytest.mark.usefixtures("record_of_2016")
def test_the_form_names_what_is_wrong(given: dict[str, str], field: str) -> None:
    assert field in filled(**given).errors


@pytest.mark.django_db
def test_chiefs_and_administrators_alone_speak_for_the_portal() -> None:
    grant_warnings()

    changing = Permission.objects.get(content_type__app_label="news", codename="add_forgery")
    may = {group.name for group in Group.objects.filter(permissions=changing)}
    assert may == {NEWS_CHIEFS, ADMINISTRATORS}
    seeing = Permission.objects.get(content_type__app_label="news", codename="view_forgery")
    may_see = {group.name for group in Group.objects.filter(permissions=seeing)}
    assert {NEWS_WRITERS, NEWS_EDITORS} <= may_see
