"""What live articles lack in one language, and the report of it."""

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
from portal.news.missing import live_pages, missing, untranslated
from portal.translated import tab_of

REPORT = "/admin/missing-translations/"
ALL = {"kk": "Тақырып", "ru": "Заголовок", "en": "Headline"}
TWO = {"kk": "Тақырып", "ru": "Заголовок"}


def lacks() -> list[tuple[str, str]]:
    return [(row.lack.name, row.language) for row in missing(live_pages())]


def picture(**alt: str) -> Any:
    data = BytesIO()
    Pillow.new("RGB", (8, 8)).save(data, "PNG")
    data.seek(0)
    return get_image_model().objects.create(
        title="p", file=ImageFile(data, "p.png"), alt_kk="а", alt_ru="а", **alt
    )


def rebuild(page: Any, lang: str, *blocks: tuple[str, Any]) -> Any:
    """Give the live page another body in one language."""
    stream = getattr(page, f"body_{lang}").stream_block
    setattr(page, f"body_{lang}", stream.to_python([
        {"type": kind, "value": value} for kind, value in blocks
    ]))  # fmt: skip
    page.save()
    return page


def test_a_page_with_every_text_lacks_nothing(write: Any) -> None:
    write(ALL)

    assert lacks() == []


def test_a_page_in_two_languages_lacks_the_third(write: Any) -> None:
    page = write(TWO)

    assert lacks() == [("TEXT", "en")]
    assert [row.pk for row in untranslated("en")] == [page.pk]
    assert not untranslated("kk").exists()


def test_a_draft_lacks_nothing_that_readers_would_miss(write: Any) -> None:
    write(TWO, publish=False)

    assert lacks() == []


def test_a_page_without_a_body_in_one_language_is_not_whole(write: Any) -> None:
    rebuild(write(ALL), "en")

    assert lacks() == [("TEXT", "en")]


def test_a_silent_picture_is_told_of_once_for_its_language(write: Any) -> None:
    silent = picture(alt_en="")
    page = write(ALL, picture=silent)
    value = {"picture": silent.pk, "is_decorative": False, "caption": ""}
    rebuild(page, "en", ("heading", "H"), ("picture", value))

    assert lacks() == [("ALT", "en")]


def test_a_decorative_picture_may_be_silent(write: Any) -> None:
    value = {"picture": picture(alt_en="").pk, "is_decorative": True, "caption": ""}
    rebuild(write(ALL), "en", ("heading", "H"), ("picture", value))

    assert lacks() == []


def test_words_that_one_language_does_not_retell_are_missed_there(write: Any) -> None:
    said = {"text": "<p>said</p>", "speaker": "", "source": None}
    page = rebuild(write(ALL), "kk", ("heading", "H"), ("retold", said))
    rebuild(page, "ru", ("heading", "H"), ("retold", said))

    assert lacks() == [("QUOTE", "en")]


def test_what_looks_complete_and_is_not_comes_before_what_nobody_began(write: Any) -> None:
    write(TWO, at=datetime(2016, 9, 1, tzinfo=UTC))
    write(ALL, picture=picture(alt_en=""))

    assert lacks() == [("ALT", "en"), ("TEXT", "en")]


def test_the_report_opens_the_tab_of_the_language(write: Any, editor: Any, signed_in: Any) -> None:
    page = write(TWO)
    client = signed_in(editor)

    report = client.get(REPORT).content.decode()
    form = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert f'href="/admin/pages/{page.pk}/edit/#tab-english"' in report
    for code in ALL:
        assert f'href="{tab_of(code)}"' in form


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({}, 2),
        ({"language": "en"}, 2),
        ({"language": "kk"}, 0),
        ({"type": "COMMENT"}, 1),
        ({"type": "ADVICE"}, 0),
        ({"language": "xx", "type": "1 OR 1", "page": "many"}, 2),
    ],
)
def test_the_report_is_filtered_by_language_and_type(
    asked: dict[str, str], number: int, write: Any, editor: Any, signed_in: Any
) -> None:
    write(TWO)
    write(TWO, kind="COMMENT")

    page = signed_in(editor).get(REPORT, asked)

    assert page.status_code == 200
    assert len(page.context["rows"]) == number


def test_whoever_may_not_edit_reads_titles_and_gets_no_link(
    write: Any, django_user_model: Any, signed_in: Any
) -> None:
    write(TWO)
    officer = django_user_model.objects.create_user("officer")
    officer.groups.add(Group.objects.get(name=DESK_DRAFTERS))

    report = signed_in(officer).get(REPORT).content.decode()

    assert "Заголовок" in report or "Тақырып" in report
    assert "/admin/pages/" not in report.partition('class="nice-padding desk"')[2]


def test_nobody_reads_the_report_unknown(home: Any, client: Any) -> None:
    answer = client.get(REPORT)

    assert answer.status_code == 302
    assert answer.url.startswith("/admin/account/login/")
