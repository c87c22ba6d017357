"""`manage.py import_articles` brings in all of a folder, or none of it."""

from __future__ import annotations

from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from PIL import Image
from wagtail.contrib.redirects.models import Redirect

from portal.news.models import NewsPage, Person, Update
from tests.portal.news.moving_in.conftest import FACTS, Send

pytestmark = pytest.mark.usefixtures("news")


def bring(folder: Path, *options: str) -> tuple[str, str]:
    told, wrong = StringIO(), StringIO()
    call_command("import_articles", str(folder), *options, stdout=told, stderr=wrong)
    return told.getvalue(), wrong.getvalue()


def stored_files() -> list[str]:
    return sorted(path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())


def picture(path: Path) -> None:
    content = BytesIO()
    Image.new("RGB", (64, 36), "navy").save(content, "PNG")
    path.write_bytes(content.getvalue())


def test_an_article_is_published_in_all_its_languages_with_its_facts(
    send: Send, client: Any
) -> None:
    told, _wrong = bring(send(facts=f"{FACTS}\nold_addresses: [/2016/yellow.html]"))

    page = NewsPage.objects.get(slug="yellow-level")
    assert "Published: 1, known before: 0." in told
    assert page.live
    assert [region.code for region in page.regions.all()] == ["KZ-15"]
    assert page.sources.get().outlet == "Interfax"
    for lang in ("kk", "ru", "en"):
        assert (
            f"Yellow level ({lang})" in client.get(f"/{lang}/news/yellow-level/").content.decode()
        )
    assert Redirect.objects.get(old_path="/2016/yellow.html").redirect_page_id == page.pk


def test_what_came_before_stays_as_it_is(send: Send) -> None:
    bring(send())
    folder = send(headline="Another headline")

    told, _wrong = bring(folder)

    assert "Published: 0, known before: 1." in told
    assert NewsPage.objects.get(slug="yellow-level").headline_en == "Yellow level (en)"


def test_quotes_pictures_and_updates_come_with_it(send: Send) -> None:
    Person.objects.create(slug="a-speaker", name_kk="Айман", name_ru="Айман", name_en="Aiman")
    log = "updates: [{at: 2016-06-07T10:00:00+06:00, kind: correction, notable: true, text: So}]"
    folder = send(
        facts=f"{FACTS}\npicture: a.png\nalt: What it shows\n{log}",
        more="\n::: quote\nspeaker: a-speaker\nsource: 1\n\nIt is so.\n:::\n",
    )
    picture(folder / "a.png")

    bring(folder)

    page = NewsPage.objects.get(slug="yellow-level")
    assert page.picture.alt_ru == "What it shows"
    assert page.body_en[1].block_type == "quote"
    assert Update.objects.get(page=page).is_notable


BAD = {
    "an unknown region": (FACTS.replace("KZ-15", "KZ-99"), "", "there is no region 'KZ-99'"),
    "an unknown topic": (f"{FACTS}\ntopics: [weather]", "", "there is no topic 'weather'"),
    "an unknown speaker": (
        FACTS, "\n::: quote\nspeaker: nobody\nsource: 1\n\nWords.\n:::\n", "no person 'nobody'",
    ),
    "a source that is not there": (
        FACTS, "\n::: quote\nspeaker: x\nsource: 7\n\nWords.\n:::\n", "has no source 7",
    ),
    "a file outside the folder": (
        FACTS, "\n::: document ../../etc/passwd\nname: x\nlanguage: ru\n:::\n", "there is no file",
    ),
    "hidden characters": (FACTS, "\nA zero\u200bwidth space.\n", "yellow-level.kk.md"),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "more", "reason"), BAD.values(), ids=BAD)
def test_one_bad_article_keeps_all_out_unless_it_is_to_be_skipped(
    send: Send, facts: str, more: str, reason: str
) -> None:
    send(facts=facts, more=more)
    folder = send("good-one")

    with pytest.raises(CommandError) as refused:
        bring(folder)
    assert reason in str(refused.value)
    assert not NewsPage.objects.exists()

    told, wrong = bring(folder, "--skip-bad")
    assert reason in wrong
    assert "Published: 1, known before: 0." in told
    assert [page.slug for page in NewsPage.objects.all()] == ["good-one"]


def test_a_file_that_only_looks_like_a_picture_is_refused_and_nothing_is_kept(send: Send) -> None:
    before = stored_files()
    folder = send(facts=f"{FACTS}\npicture: a.png\nalt: What it shows")
    (folder / "a.png").write_bytes(b"<script>alert(1)</script>")

    with pytest.raises(CommandError):
        bring(folder)

    assert stored_files() == before


def test_pictures_of_a_folder_that_is_refused_are_taken_away(send: Send) -> None:
    before = stored_files()
    folder = send("good-one", facts=f"{FACTS}\npicture: a.png\nalt: What it shows")
    picture(folder / "a.png")
    send("wrong-one", facts=FACTS.replace("KZ-15", "KZ-99"))

    with pytest.raises(CommandError):
        bring(folder)

    assert stored_files() == before


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        bring(tmp_path / "nowhere")
