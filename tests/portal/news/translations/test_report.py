"""The report of the translation desk, and the languages in the explorer."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.images import ImageFile
from PIL import Image as Pillow
from wagtail.images import get_image_model

from portal.accounts.groups import DESK_DRAFTERS
from portal.news.models import NewsPage
from portal.news.translations.setup import note_earlier
from tests.portal.news.translations.conftest import ALL, TWO

REPORT = "/admin/translations/"
NEWS = {"type": ["NEWS", "COMMENT", "ADVICE"]}


@pytest.fixture
def desk(editor: Any, signed_in: Any) -> Any:
    return signed_in(editor)


def picture(**alt: str) -> Any:
    made = BytesIO()
    Pillow.new("RGB", (8, 8)).save(made, "PNG")
    made.seek(0)
    words = {"alt_kk": "а", "alt_ru": "а", **alt}
    return get_image_model().objects.create(title="p", file=ImageFile(made, "p.png"), **words)


def rows(client: Any, **asked: Any) -> list[tuple[str, str]]:
    """Return language and state of the articles that a report lists."""
    page = client.get(REPORT, {**NEWS, **asked})
    assert page.status_code == 200
    return [(row.language, row.shown) for row in page.context["object_list"]]


def test_every_article_stands_there_in_three_languages(write: Any, desk: Any) -> None:
    write(ALL)

    assert rows(desk) == [("en", "COMPLETE"), ("kk", "COMPLETE"), ("ru", "COMPLETE")]


def test_information_pages_stand_there_too(home: Any, desk: Any) -> None:
    assert len(rows(desk, type=["INFORMATION"])) >= 6


def test_drafts_stand_there_too(write: Any, desk: Any) -> None:
    write(TWO, publish=False)

    note_earlier()

    assert ("en", "MISSING") in rows(desk)


def test_what_looks_complete_and_is_not_comes_first(write: Any, desk: Any) -> None:
    write(TWO, at=datetime(2016, 9, 1, tzinfo=UTC))
    write(ALL, picture=picture(alt_en=""))

    found = rows(desk)

    assert found[:2] == [("en", "PARTLY"), ("en", "MISSING")]


def test_a_silent_picture_of_the_text_is_told_of(write: Any, rebuild: Any, desk: Any) -> None:
    value = {"picture": picture(alt_en="").pk, "is_decorative": False, "caption": ""}
    page = write(ALL)
    for lang in ("kk", "ru", "en"):
        page = rebuild(page, lang, ("heading", "H"), ("picture", value))

    assert ("en", "PARTLY") in rows(desk)
    assert ("kk", "COMPLETE") in rows(desk)


def test_a_decorative_picture_may_be_silent(write: Any, rebuild: Any, desk: Any) -> None:
    value = {"picture": picture(alt_en="").pk, "is_decorative": True, "caption": ""}
    page = write(ALL)
    for lang in ("kk", "ru", "en"):
        page = rebuild(page, lang, ("heading", "H"), ("picture", value))

    assert {state for _lang, state in rows(desk)} == {"COMPLETE"}


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({}, 6),
        ({"language": "en"}, 2),
        ({"language": ["en", "kk"], "state": "MISSING"}, 2),
        ({"type": "COMMENT"}, 3),
        ({"type": "ADVICE"}, 0),
    ],
)
def test_the_report_is_filtered(asked: dict[str, Any], number: int, write: Any, desk: Any) -> None:
    write(TWO)
    write(TWO, kind="COMMENT")

    assert len(rows(desk, **asked)) == number


@pytest.mark.parametrize(
    "asked", [{"language": "xx"}, {"state": "1 OR 1", "p": "many"}, {"type": "\u0000"}]
)
def test_a_filter_that_nobody_offers_is_told(asked: dict[str, str], desk: Any) -> None:
    page = desk.get(REPORT, asked)

    assert page.status_code == 200
    assert page.context["filter_form"].errors


def test_the_report_can_be_taken_away(write: Any, desk: Any) -> None:
    write(TWO)

    answer = desk.get(REPORT, {**NEWS, "export": "csv"})
    lines = b"".join(answer.streaming_content).decode().splitlines()

    assert len(lines) == 4
    assert sum("MISSING" in line for line in lines) == 1


def test_the_number_of_queries_does_not_grow_with_the_articles(
    write: Any, desk: Any, django_assert_max_num_queries: Any
) -> None:
    for _number in range(4):
        write(TWO)
    desk.get(REPORT)

    # Session, person and rights, the menu, filters, the rows, their pages by kind, pictures.
    with django_assert_max_num_queries(60):
        desk.get(REPORT)


def test_an_officer_reads_of_live_articles_and_gets_no_link(
    write: Any, django_user_model: Any, signed_in: Any
) -> None:
    write(TWO)
    draft = write({"kk": "Құпия", "ru": "Тайна"}, publish=False)
    note_earlier()
    officer = django_user_model.objects.create_user("officer")
    officer.groups.add(Group.objects.get(name=DESK_DRAFTERS))

    report = signed_in(officer).get(REPORT).content.decode()

    assert "Заголовок" in report or "Тақырып" in report
    assert "Құпия" not in report
    assert "/translations/export/" not in report
    assert f"/admin/translations/{draft.pk}/" not in report


def test_nobody_reads_the_report_unknown(home: Any, client: Any) -> None:
    answer = client.get(REPORT)

    assert answer.status_code == 302
    assert answer.url.startswith("/admin/account/login/")


def test_pages_that_lack_a_language_are_counted_for_the_desk(write: Any) -> None:
    page = write(TWO)
    write(ALL)

    assert [each.pk for each in NewsPage.objects.live().lacking("en")] == [page.pk]
    assert not NewsPage.objects.lacking("kk").exists()


def test_the_explorer_shows_and_filters_languages(write: Any, news: Any, desk: Any) -> None:
    write(ALL)
    write(TWO)
    address = f"/admin/pages/{news.pk}/"

    whole = desk.get(address)
    lacking = desk.get(address, {"languages": ["en-MISSING"]})
    nonsense = desk.get(address, {"languages": ["en-1"]})

    assert whole.content.decode().count('class="language-states"') == 2
    assert [page.speaks("en") for page in lacking.context["pages"]] == [False]
    assert nonsense.status_code == 200


def test_the_list_of_articles_shows_languages_too(write: Any, desk: Any) -> None:
    write(TWO)

    assert 'class="language-states"' in desk.get("/admin/articles/").content.decode()
