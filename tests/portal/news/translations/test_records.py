"""What readers are told beside an article: it gets a missing language, and is never rewritten."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group

from portal.accounts.groups import NEWS_WRITERS
from portal.news.models import LiveEntry, LivePage, Update
from portal.news.translations import xliff
from portal.news.translations.noting import note, states_of
from portal.news.translations.receiving import BadFiles, Upload, receive
from portal.news.translations.sending import job_of
from portal.news.translations.settling import take
from portal.news.translations.storing import Refused
from tests.portal.news.translations.conftest import ALL
from tests.portal.news.translations.test_round_trip import sent_back, translated

NOW = datetime(2016, 6, 8, 9, tzinfo=UTC)


def told(page: Any, **texts: str) -> Update:
    words = {"text_kk": "Толықтыру", "text_ru": "Дополнение", **texts}
    return Update.objects.create(page=page, at=NOW, kind="ADDITION", **words)


@pytest.fixture
def article(write: Any) -> Any:
    return write(ALL)


def test_an_update_without_a_language_makes_the_page_partly_translated(article: Any) -> None:
    told(article)

    note(article, at=NOW)

    states = states_of(article)
    assert (states["en"].progress, states["kk"].progress) == ("PARTLY", "COMPLETE")


def test_a_missing_language_goes_to_readers_without_a_new_draft(article: Any, editor: Any) -> None:
    update = told(article)
    before = article.revisions.count()
    incoming = sent_back(article, editor)

    chosen = [f"updates/{update.pk}/text"]
    take(incoming.pk, chosen, seen=article.latest_revision_id, by=editor, at=NOW)

    update.refresh_from_db()
    assert update.text_en == "ДОПОЛНЕНИЕ"
    assert article.revisions.count() == before


def test_whoever_publishes_nothing_tells_readers_nothing(
    article: Any, editor: Any, django_user_model: Any
) -> None:
    update = told(article)
    incoming = sent_back(article, editor)
    writer = django_user_model.objects.create_user("writer")
    writer.groups.add(Group.objects.get(name=NEWS_WRITERS))

    with pytest.raises(Refused):
        take(
            incoming.pk,
            [f"updates/{update.pk}/text"],
            seen=article.latest_revision_id,
            by=writer,
            at=NOW,
        )

    update.refresh_from_db()
    assert not update.text_en


def test_what_readers_have_goes_to_no_translator(article: Any) -> None:
    update = told(article, text_en="Addition")

    assert f"updates/{update.pk}/text" not in {
        each.id for each in job_of(article, "ru", "en").segments
    }


def test_an_entry_that_nobody_saw_yet_is_translated_as_a_draft(write: Any, editor: Any) -> None:
    page = write(ALL, model=LivePage)
    entry = LiveEntry.objects.create(page=page, headline_ru="Взрыв", text_ru="Подробности")
    incoming = sent_back(page, editor)

    chosen = [f"entries/{entry.pk}/{name}" for name in ("headline", "text")]
    take(incoming.pk, chosen, seen=page.latest_revision_id, by=editor, at=NOW)

    entry.refresh_from_db()
    assert (entry.headline_en, entry.text_en) == ("ВЗРЫВ", "ПОДРОБНОСТИ")
    assert entry.published_at is None


def uploaded(page: Any, by: Any, **options: Any) -> Any:
    content = xliff.write(translated(job_of(page, "ru", "en")))
    return receive([Upload("a.xlf", content)], by=by, at=NOW, **options)


def test_a_machine_s_text_is_told_as_such(article: Any, editor: Any) -> None:
    [incoming] = uploaded(article, editor, is_machine=True)

    revision = take(incoming.pk, ["headline"], seen=article.latest_revision_id, by=editor, at=NOW)

    assert revision.as_object().is_machine_en
    assert not revision.as_object().is_machine_ru


def test_a_machine_tells_readers_of_no_change(article: Any, editor: Any) -> None:
    told(article)

    with pytest.raises(BadFiles):
        uploaded(article, editor, is_machine=True)


def test_a_page_that_can_t_tell_readers_takes_no_machine_s_text(home: Any, editor: Any) -> None:
    editor.is_superuser = True
    editor.save()
    about = home.get_children().get(slug="about").specific

    with pytest.raises(BadFiles):
        uploaded(about, editor, is_machine=True)
