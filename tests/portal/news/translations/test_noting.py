"""How far each language of an article is, written down whenever its texts are saved."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from wagtail.models import PageLogEntry

from portal.news.models import LanguageState
from portal.news.translations.noting import (
    CONFIRMED,
    TextsChanged,
    confirm,
    note,
    note_what_is_not_noted,
    states_of,
    version_of,
)
from tests.portal.news.translations.conftest import ALL, BODY, TWO

NOW = datetime(2016, 6, 8, 9, tzinfo=UTC)


def publish(page: Any, **texts: str) -> Any:
    """Change some texts and publish them."""
    for name, text in texts.items():
        setattr(page, name, text)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def test_an_article_in_three_languages_is_complete(write: Any, states: Any) -> None:
    assert states(write(ALL)) == {"kk": "COMPLETE", "ru": "COMPLETE", "en": "COMPLETE"}


def test_a_language_that_nobody_began_is_missing(write: Any, states: Any) -> None:
    assert states(write(TWO))["en"] == "MISSING"


def test_an_information_page_is_noted_too(home: Any, states: Any) -> None:
    about = home.get_children().get(slug="about")

    assert set(states(about).values()) == {"COMPLETE"}


def test_the_list_of_news_is_no_article(news: Any, states: Any) -> None:
    assert states(news) == {}


def test_a_text_that_one_language_lacks_makes_it_partly_translated(write: Any, states: Any) -> None:
    page = publish(write(ALL), lead_en="")

    assert states(page) == {"kk": "COMPLETE", "ru": "COMPLETE", "en": "PARTLY"}
    assert states_of(page)["en"].lacks == ["lead"]


def test_a_block_that_one_language_lacks_is_missed_there(
    write: Any, rebuild: Any, states: Any
) -> None:
    page = write(ALL)
    for lang in ("kk", "ru"):
        page = rebuild(page, lang, *BODY)

    assert states(page)["en"] == "PARTLY"
    assert states_of(page)["en"].lacks == ["body:video"]


def test_two_paragraphs_may_be_one_in_another_language(
    write: Any, rebuild: Any, states: Any
) -> None:
    page = write(TWO)
    page = rebuild(page, "kk", ("paragraph", "<p>А</p>"), ("paragraph", "<p>Ә</p>"))
    page = rebuild(page, "ru", ("paragraph", "<p>А. Б</p>"))

    assert "PARTLY" not in states(page).values()


def test_a_change_in_one_language_makes_the_others_older(write: Any, states: Any) -> None:
    page = publish(write(ALL), headline_ru="Новый заголовок")

    assert states(page) == {"kk": "OLDER", "ru": "COMPLETE", "en": "OLDER"}
    assert states_of(page)["kk"].older == ["headline"]


def test_saving_a_body_again_changes_nothing(write: Any, rebuild: Any, states: Any) -> None:
    page = rebuild(write(TWO), "kk", *BODY)
    page = rebuild(page, "ru", *BODY)

    rebuild(page, "kk", *BODY)

    assert states(page)["ru"] == "COMPLETE"


def test_a_changed_fact_inside_a_block_makes_the_others_older(
    write: Any, rebuild: Any, states: Any
) -> None:
    page = rebuild(write(TWO), "kk", *BODY)
    page = rebuild(page, "ru", *BODY)
    longer = {**BODY[2][1], "length": "4:10"}

    page = rebuild(page, "kk", *BODY[:2], ("video", longer))

    assert states(page)["ru"] == "OLDER"


def test_publishing_an_older_revision_tells_nothing_of_the_newest_draft(
    write: Any, states: Any
) -> None:
    page = write(ALL)
    first = page.save_revision()
    page.headline_ru = "Новый заголовок"
    page.save_revision()
    note(page, at=NOW)

    first.publish()

    assert states(page)["ru"] == "COMPLETE"
    assert states(page)["kk"] == "OLDER"


def test_an_editor_can_say_that_a_change_needs_no_translation(
    write: Any, editor: Any, states: Any
) -> None:
    page = publish(write(ALL), headline_ru="Новый заголовок")

    confirm(page, "kk", seen=version_of(states_of(page)), by=editor, at=NOW)

    assert states(page) == {"kk": "COMPLETE", "ru": "COMPLETE", "en": "OLDER"}
    assert PageLogEntry.objects.filter(page=page, action=CONFIRMED, user=editor).exists()


def test_nobody_confirms_a_change_that_he_did_not_see(write: Any, editor: Any, states: Any) -> None:
    page = publish(write(ALL), headline_ru="Новый заголовок")
    seen = version_of(states_of(page))
    page = publish(page, headline_ru="Ещё один заголовок")

    with pytest.raises(TextsChanged):
        confirm(page, "kk", seen=seen, by=editor, at=NOW)

    assert states(page)["kk"] == "OLDER"


def test_articles_from_before_the_desk_are_noted_once(write: Any) -> None:
    write(ALL)
    LanguageState.objects.all().delete()

    assert note_what_is_not_noted(at=NOW) > 0
    assert note_what_is_not_noted(at=NOW) == 0
