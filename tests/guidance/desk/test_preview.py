"""The previews of a draft: every page, as its readers will get it."""

from __future__ import annotations

import pytest
from django.test import Client

from guidance.desk.framed import is_framed
from guidance.models import Declaration
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn
from tests.guidance.desk.previewing import body, framed, publish_now

LEVEL_WORDS = {
    "kk": "жоғары («қызғылт сары»)",
    "ru": "высокий («оранжевый»)",
    "en": "high (orange)",
}


def region(client: Client, declaration: Declaration, lang: str) -> str:
    return framed(client, declaration, f"{lang}/regions/aqtobe/")


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_preview_speaks_the_reader_s_language_not_the_editor_s(
    lang: str, aqtobe: Office, signed_in: SignIn
) -> None:
    client = signed_in(aqtobe.drafter, language="ru" if lang != "ru" else "kk")
    declaration = posts.saved(client)

    page = region(client, declaration, lang)

    assert f'<html lang="{lang}">' in page
    assert LEVEL_WORDS[lang] in page
    assert factories.REASON[lang] in page
    assert all(text not in page for code, text in factories.REASON.items() if code != lang)


@pytest.mark.parametrize("kind", ["kz", "feed", "card"])
def test_what_the_portal_does_not_have_has_no_preview(kind: str, drafter: Client) -> None:
    declaration = posts.saved(drafter)

    assert drafter.get(posts.address(declaration, f"preview/{kind}")).status_code == 404


@pytest.mark.parametrize(
    "kind", ["kk", "ru", "en", "region", "home", "decision", "guide", "data", "difference"]
)
def test_every_preview_has_an_address_of_its_own(kind: str, drafter: Client) -> None:
    declaration = posts.saved(drafter)

    page = drafter.get(posts.address(declaration, f"preview/{kind}")).content.decode()

    assert f'href="{posts.address(declaration, f"preview/{kind}")}" aria-current="true"' in (
        page.replace(' lang="kk"', "").replace(' lang="ru"', "").replace(' lang="en"', "")
    )
    assert ("<iframe" in page) == (kind not in ("data", "difference"))


def test_the_look_is_part_of_the_address_and_goes_along_with_every_link(drafter: Client) -> None:
    declaration = posts.saved(drafter)
    look = "?scheme=dark&grey=1&large=1"

    screen = drafter.get(posts.address(declaration, "preview/ru") + look).content.decode()
    page = framed(drafter, declaration, f"ru/regions/aqtobe/{look}")

    assert "ru/regions/aqtobe/?scheme=dark&amp;grey=1&amp;large=1" in screen
    assert '<html lang="ru" data-scheme="dark" data-grey="1" data-large="1">' in page
    to_the_town = f"{posts.address(declaration)}preview/page/ru/regions/aqtobe-town/"
    assert f'href="{to_the_town}?scheme=dark&amp;grey=1&amp;large=1"' in page


def test_a_framed_page_says_that_it_is_not_published_and_leads_to_no_live_level(
    drafter: Client,
) -> None:
    page = region(drafter, posts.saved(drafter), "en")

    assert "Preview. Not published." in page
    assert 'href="/en/regions/' not in page
    assert 'href="/en/history/" target="_blank" rel="noopener"' in page


def test_the_chooser_of_regions_stays_in_the_preview(drafter: Client) -> None:
    declaration = posts.saved(drafter)
    framed_address = f"{posts.address(declaration)}preview/page/en/regions/"

    response = drafter.get(framed_address, {"go": "aqtobe-town"})

    assert (response.status_code, response.url) == (302, f"{framed_address}aqtobe-town/")


@pytest.mark.parametrize(
    "path", ["en/history/", "en/regions/atlantis/", "admin/desk/", "api/v1/situation", "de/", ""]
)
def test_what_would_show_the_live_ledger_or_nothing_is_not_framed(
    path: str, drafter: Client
) -> None:
    declaration = posts.saved(drafter)

    assert drafter.get(f"{posts.address(declaration)}preview/page/{path}").status_code == 404


def test_the_preview_shows_measures_and_local_advice(drafter: Client) -> None:
    declaration = posts.saved(
        drafter,
        measure_CURFEW="on",
        advice_0_kk="Вокзалға бармаңыз",
        advice_0_ru="Не ходите на вокзал",
        advice_0_en="Do not go to the station",
    )

    page = region(drafter, declaration, "ru")

    assert "Введён комендантский час" in page
    assert "Не ходите на вокзал" in page


def test_an_act_that_the_rules_refuse_has_no_preview_but_a_reason(
    aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - DAY)
    lift = posts.saved(drafter, posts.LIFT)
    factories.published(aqtobe.drafter, aqtobe.approver, act="LIFT", at=NOON)

    assert "there is nothing to lift" in region(drafter, lift, "en")
    screen = drafter.get(posts.address(lift, "preview/en")).content.decode()
    assert "there is nothing to lift" in screen
    assert "<iframe" not in screen


def test_hostile_words_stay_words(drafter: Client) -> None:
    declaration = posts.saved(drafter, order_number='7 & 8 "x"')

    page = framed(drafter, declaration, "en/declarations/…/")

    assert "7 &amp; 8 &quot;x&quot;" in page


def test_the_data_are_what_machines_will_read(drafter: Client) -> None:
    declaration = posts.saved(drafter)

    page = drafter.get(posts.address(declaration, "preview/data"))

    (_one, region_json), (_other, decision_json) = page.context["documents"]
    assert '"level": "ORANGE"' in region_json
    assert '"number": "…"' in decision_json


def test_a_published_declaration_has_its_public_page_instead(
    waiting: Declaration, approver: Client
) -> None:
    posts.approve(approver, waiting)

    assert approver.get(posts.address(waiting, "preview/ru")).status_code == 302
    assert approver.get(f"{posts.address(waiting)}preview/page/ru/regions/aqtobe/").status_code == (
        404
    )


def test_a_drill_is_previewed_on_its_decision_and_reaches_no_other_page(
    aqtobe: Office, approver: Client, client: Client
) -> None:
    drill = factories.submitted(aqtobe.drafter, exercise=True, level="RED")
    there = f"/admin/desk/exercise/declarations/{drill.pk}/preview/"

    page = approver.get(f"{there}page/ru/declarations/EX-…/").content.decode()
    published = publish_now(drill, aqtobe.approver, NOON)
    public = client.get(f"/ru/declarations/{published.number}/").content.decode()

    assert body(page, "EX-…") == body(public, published.number or "")
    assert "УЧЕНИЕ" in page


@pytest.mark.parametrize("path", ["ru/regions/aqtobe/", "ru/regions/", "ru/"])
def test_a_page_of_the_real_levels_is_no_preview_of_a_drill(
    path: str, aqtobe: Office, approver: Client
) -> None:
    drill = factories.submitted(aqtobe.drafter, exercise=True)
    there = f"/admin/desk/exercise/declarations/{drill.pk}/preview/"

    assert approver.get(f"{there}page/{path}").status_code == 404
    assert approver.get(f"{there}region/").status_code == 404
    assert approver.get(f"{there}ru/").status_code == 200


@pytest.mark.parametrize("address", ["/ru/feeds/news.atom", "/ru/a b/", "/media/x.png", "/ru"])
def test_an_address_that_no_page_answers_is_left_as_it_is(address: str) -> None:
    assert not is_framed(address)
