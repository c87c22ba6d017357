"""The screens of the translation desk: beside each other, out to translators, and back in."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.news.models import ArticlePage, IncomingTranslation
from portal.news.translations import xliff
from portal.news.translations.forms import name_of
from portal.news.translations.rows import rows_of
from portal.news.translations.sending import job_of
from tests.portal.news.translations.conftest import TWO
from tests.portal.news.translations.test_round_trip import translated

LINK = '<a href="/x/">'
BODY = [
    ("heading", "Что случилось"),
    ("paragraph", f"<p>Было <b>громко</b> и {LINK}там</a>.</p>"),
]


@pytest.fixture
def article(write: Any, rebuild: Any) -> Any:
    return rebuild(write({"ru": "Заголовок", "kk": "Тақырып"}), "ru", *BODY)


@pytest.fixture
def desk(editor: Any, signed_in: Any) -> Any:
    return signed_in(editor)


def address(page: Any, source: str = "ru", target: str = "en") -> str:
    return f"/admin/translations/{page.pk}/{source}/{target}/"


def rich(text: str) -> str:
    """Return what the editor of rich text sends."""
    block = {
        "key": "a", "text": text, "type": "unstyled", "depth": 0,
        "inlineStyleRanges": [], "entityRanges": [],
    }  # fmt: skip
    return json.dumps({"blocks": [block], "entityMap": {}})


def typed(page: Any, **texts: str) -> dict[str, Any]:
    """Return what the form sends: nothing, but the texts by the kind of their address."""
    rows = rows_of(page, "ru", "en")
    form: dict[str, Any] = {"seen": page.latest_revision_id}
    for row in rows:
        kind = row.text.kind or row.id
        said = texts.get(kind, "")
        form[name_of(row.id)] = rich(said) if row.text.is_rich else said
    return form


def draft_of(page: Any) -> Any:
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_both_languages_stand_beside_each_other(article: Any, desk: Any) -> None:
    page = desk.get(address(article, "ru", "kk")).content.decode()

    assert "Что случилось" in page
    assert "Тақырып" in page
    assert f"{LINK}там</a>" in page


def test_what_is_typed_becomes_a_draft_and_nothing_more(article: Any, desk: Any) -> None:
    form = typed(article, headline="Headline", heading="What happened", paragraph="It was loud.")

    answer = desk.post(address(article), form)

    assert (answer.status_code, answer.url) == (302, address(article))
    draft = draft_of(article)
    assert draft.headline_en == "Headline"
    assert [block.block_type for block in draft.body_en] == ["heading", "paragraph"]
    assert [block.id for block in draft.body_en] == [block.id for block in draft.body_ru]
    assert "It was loud." in str(draft.body_en[1].value)
    assert not ArticlePage.objects.get(pk=article.pk).headline_en


def test_a_block_without_a_translation_stays_out(article: Any, desk: Any) -> None:
    desk.post(address(article), typed(article, headline="Headline", heading="What happened"))

    assert [block.block_type for block in draft_of(article).body_en] == ["heading"]


def test_a_block_that_only_the_target_has_stays_until_it_is_left_out(
    article: Any, rebuild: Any, desk: Any
) -> None:
    page = rebuild(article, "en", ("heading", "Mine"), ("list", "<ul><li>own</li></ul>"))
    lone = page.body_en.get_prep_value()[1]["id"]

    screen = desk.get(address(page)).content.decode()
    desk.post(address(page), typed(page, headline="H", heading="Mine"))
    kept = [block.block_type for block in draft_of(page).body_en]
    page = ArticlePage.objects.get(pk=page.pk)
    out = {f"out_{name_of(f'body/{lone}')}": "on"}
    desk.post(address(page), typed(page, headline="H", heading="Mine") | out)

    assert "own" in screen
    assert kept == ["heading", "list"]
    assert [block.block_type for block in draft_of(page).body_en] == ["heading"]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ({"headline": "x" * 300}, "headline"),
        ({"headline": "H\u202eeadline"}, "headline"),
        ({"headline": "H", "heading": "<script>alert(1)</script>"}, "heading"),
        ({"headline": "H", "heading": "x" * 200}, "heading"),
        ({"headline": "H", "paragraph": "x\u200by"}, "paragraph"),
    ],
)
def test_the_checks_of_the_page_s_own_form_hold_here_too(
    texts: dict[str, str], name: str, article: Any, desk: Any
) -> None:
    before = article.revisions.count()

    page = desk.post(address(article), typed(article, **texts))

    assert page.status_code == 200
    assert list(page.context["form"].errors)
    assert article.revisions.count() == before


def test_a_text_saved_meanwhile_is_not_overwritten(article: Any, desk: Any) -> None:
    form = typed(article, headline="Mine")
    article.headline_en = "Theirs"
    article.save_revision()

    page = desk.post(address(article), form)

    assert "Mine" in page.content.decode()
    assert draft_of(article).headline_en == "Theirs"


def test_json_that_no_editor_sends_is_refused(article: Any, desk: Any) -> None:
    form = typed(article, headline="H")
    name = next(name for name, value in form.items() if str(value).startswith("{"))

    assert desk.post(address(article), {**form, name: "{"}).status_code == 400


def test_nothing_typed_makes_no_revision(article: Any, desk: Any) -> None:
    before = article.revisions.count()

    desk.post(address(article), typed(article))

    assert article.revisions.count() == before


def test_an_editor_says_that_a_change_needs_no_translation(article: Any, desk: Any) -> None:
    article.headline_ru = "Заголовок."
    article.save_revision().publish()
    seen = desk.get(address(article, "ru", "kk")).context["seen"]

    desk.post(f"{address(article, 'ru', 'kk')}same/", {"seen": seen})

    assert not desk.get(address(article, "ru", "kk")).context["older"]


@pytest.mark.parametrize("path", ["ru/ru/", "de/kk/", "ru/en/docx/", "ru/en/same/"])
def test_an_address_without_a_screen_is_not_found(path: str, article: Any, desk: Any) -> None:
    answer = desk.get(f"/admin/translations/{article.pk}/{path}")

    assert answer.status_code == (405 if path.endswith("same/") else 404)


def test_a_file_for_a_translator_comes_by_one_link(article: Any, desk: Any) -> None:
    answer = desk.get(f"{address(article)}xliff/")

    assert "attachment" in answer["Content-Disposition"]
    assert xliff.read(answer.content).page == article.pk


def test_files_of_many_articles_come_in_an_archive(article: Any, desk: Any, write: Any) -> None:
    write(TWO)
    asked = {"source": "ru", "target": "en", "state": ["MISSING"], "type": "NEWS", "format": "po"}

    answer = desk.get("/admin/translations/export/", asked)

    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        assert len(archive.namelist()) == 2


@pytest.mark.parametrize(
    "asked",
    [
        {"source": "ru", "target": "ru", "state": "MISSING", "format": "po"},
        {"source": "xx", "target": "1", "state": "?", "format": "docx"},
        {"source": "ru", "target": "en", "state": "OLDER", "type": "ADVICE", "format": "po"},
    ],
)
def test_an_export_of_nothing_says_why(asked: dict[str, Any], article: Any, desk: Any) -> None:
    page = desk.get("/admin/translations/export/", asked)

    assert page.status_code == 200
    assert page.context["form"].errors


def sent_in(desk: Any, content: bytes, name: str = "a.xlf") -> Any:
    file = SimpleUploadedFile(name, content)
    return desk.post("/admin/translations/import/", {"file": file}, follow=True)


def test_a_file_is_looked_at_before_it_is_stored(article: Any, desk: Any) -> None:
    content = xliff.write(translated(job_of(article, "ru", "en")))

    page = sent_in(desk, content)
    row = IncomingTranslation.objects.get()
    chosen = [each.id for each, is_chosen in page.context["rows"] if is_chosen]
    desk.post(
        f"/admin/translations/incoming/{row.pk}/",
        {"seen": page.context["seen"], "take": chosen},
    )

    assert "ЧТО СЛУЧИЛОСЬ" in page.content.decode()
    assert draft_of(article).headline_en == "ЗАГОЛОВОК"
    row.refresh_from_db()
    assert row.status == "TAKEN"


def test_a_changed_source_is_shown_then_and_now_and_not_chosen(article: Any, desk: Any) -> None:
    content = xliff.write(translated(job_of(article, "ru", "en")))
    article.headline_ru = "Новый заголовок"
    article.save_revision()

    page = sent_in(desk, content)
    chosen = {each.id for each, is_chosen in page.context["rows"] if is_chosen}

    text = page.content.decode()
    assert "<del>Заголовок</del>" in text
    assert "Новый заголовок" in text
    assert chosen
    assert "headline" not in chosen


def test_a_bad_file_is_told_by_line_and_nothing_is_kept(article: Any, desk: Any) -> None:
    content = xliff.write(translated(job_of(article, "ru", "en"))).decode()
    bad = content.replace("<source>Заголовок</source>", "<source><b>Заголовок</b></source>")

    page = sent_in(desk, bad.encode())

    assert [each.fault.line for each in page.context["faults"]] == [11]
    assert not IncomingTranslation.objects.exists()


def test_an_empty_file_is_refused(desk: Any) -> None:
    assert sent_in(desk, b"").context["form"].errors


def test_a_file_put_away_leaves_the_article_alone(article: Any, desk: Any) -> None:
    sent_in(desk, xliff.write(translated(job_of(article, "ru", "en"))))
    row = IncomingTranslation.objects.get()
    before = article.revisions.count()

    desk.post(f"/admin/translations/incoming/{row.pk}/", {"discard": "1"})
    again = desk.post(f"/admin/translations/incoming/{row.pk}/", {"seen": "x", "take": "headline"})

    assert again.status_code == 200
    assert article.revisions.count() == before
