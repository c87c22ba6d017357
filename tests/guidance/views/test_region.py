"""The page of one place in every state that its card knows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from guidance.rules.acts import NamedMeasure
from tests.factories import CHECKS, DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

HOUR = timedelta(hours=1)
AQTOBE = "/en/regions/aqtobe/"
# Head of the ledger; periods around the place with their acts, these acts' regions and advice;
# measures of the last 90 days; news of the region.
WARM_QUERIES = 6


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", "террористік қауіптілік деңгейі белгіленбеген"),
        ("ru", "уровень террористической опасности не установлен"),
        ("en", "no terrorism threat level in force"),
    ],
)
def test_says_calmly_that_no_level_is_in_force(
    read: Reader, reference_data: None, lang: str, words: str
) -> None:
    page = read(f"/{lang}/regions/aqtobe/")

    assert page.status == 200
    assert words in page.card
    assert 'data-level="none"' in page.card
    assert 'data-state="none"' in page.card
    assert "112" in page.text


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", "жоғары («қызғылт сары»)"),
        ("ru", "высокий («оранжевый»)"),
        ("en", "high (orange)"),
    ],
)
def test_says_a_level_in_every_language(
    read: Reader, aqtobe: Office, lang: str, words: str
) -> None:
    published(aqtobe.drafter, aqtobe.approver, measures=CHECKS)

    page = read(f"/{lang}/regions/aqtobe/", NOON + HOUR)

    assert f"<strong>{words}</strong>" in page.card
    assert 'data-level="orange"' in page.card
    assert 'data-asof="2026-11-22T18:00+05:00"' in page.card
    assert f"/{lang}/declarations/2026-0001/" in page.card


def test_tells_since_until_reason_and_who_decided(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    card = read(AQTOBE, NOON + HOUR).card

    assert '<time datetime="2026-11-22T17:00+05:00">22 November, 17:00</time>' in card
    assert "2 December, 17:00 unless extended" in card
    assert "Confirmed information about a possible threat was received." in card
    assert "Ends soon" not in card


def test_warns_that_the_end_is_near(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    card = read(AQTOBE, NOON + 9 * DAY + HOUR).card

    assert "Ends soon" in card
    assert 'data-state="ends-soon"' in card


def test_gives_the_reason_for_an_open_end(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, ends_at=None)

    card = read(AQTOBE, NOON + HOUR).card

    assert "Until further notice" in card
    assert "The term depends on the situation." in card


def test_counts_extensions_and_links_them(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    extension = {"act": "EXTEND", "ends_at": NOON + 20 * DAY, "at": NOON + HOUR}
    published(aqtobe.drafter, aqtobe.approver, **extension)

    card = read(AQTOBE, NOON + DAY).card

    assert "extended once" in card
    assert "/en/declarations/2026-0002/" in card
    assert "22 November" in card, "an extension does not move the beginning"


def test_fills_the_red_card_and_names_its_measures(read: Reader, aqtobe: Office) -> None:
    measures = (
        NamedMeasure("PUBLIC_TRANSPORT_HALTED"),
        NamedMeasure("COUNTER_TERRORIST_OPERATION"),
    )
    published(aqtobe.drafter, aqtobe.approver, level="RED", measures=measures)

    page = read(AQTOBE, NOON + HOUR)

    assert 'data-level="red"' in page.card
    measures = page.card.split("<ul>")[1]
    assert measures.startswith("<li>Counter-terrorist operation regime is in force</li>")
    assert 'href="#do"' in page.card, "on a phone the advice is one press away"


def test_lists_lower_advice_under_a_higher_level(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, level="RED")

    do = read(AQTOBE, NOON + HOUR).part('aria-labelledby="do"')

    assert "Keep radio and television on" in do.split("<details>")[0]
    assert "Carry your identity card" in do.split("<details>")[1]
    assert "Follow all the advice for yellow" not in do


def test_adds_what_is_local(read: Reader, aqtobe: Office) -> None:
    lines = ({"kk": "Солтүстік есік", "ru": "Северный вход", "en": "Use the northern door"},)
    published(aqtobe.drafter, aqtobe.approver, local_advice=lines)

    page = read(AQTOBE, NOON + HOUR)

    assert '<li class="local">Use the northern door</li>' in page.source


def test_shows_a_higher_part_above_the_card(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, level="RED", regions=("KZ-15-aqtobe",))

    page = read(AQTOBE, NOON + HOUR)

    notice = page.part('class="note row"')
    assert "critical (red)" in notice
    assert "The town of Aktobe" in notice
    assert page.source.index('class="note row"') < page.source.index('class="level"')
    assert 'data-level="none"' in page.card


def test_says_that_a_level_is_set_for_the_whole_country(read: Reader, republican: Office) -> None:
    facts = {"regions": ("KZ",), "level": "YELLOW", "desk": "republican"}
    published(republican.drafter, republican.approver, **facts)

    page = read("/en/regions/aqtobe-town/", NOON + HOUR)

    assert "Set for the whole country" in page.card


def test_says_which_level_follows(read: Reader, republican: Office) -> None:
    country = {"regions": ("KZ",), "level": "YELLOW", "desk": "republican"}
    published(republican.drafter, republican.approver, ends_at=NOON + 30 * DAY, **country)
    published(
        republican.drafter, republican.approver, at=NOON + MINUTE, act="CHANGE", desk="republican"
    )

    card = read(AQTOBE, NOON + HOUR).card

    assert "Then: moderate (yellow)" in card


def test_announces_a_level_above_the_present_one(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, starts_at=NOON + DAY)

    page = read(AQTOBE, NOON + HOUR)

    notice = page.part('class="note announced"')
    assert "Takes effect: 23 November 2026, 17:00 (UTC+5)" in notice
    assert "high (orange)" in notice
    assert 'data-level="none"' in page.card


def test_tells_for_three_days_what_was_lifted(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="LIFT")

    fresh, later = read(AQTOBE, NOON + 2 * DAY), read(AQTOBE, NOON + 5 * DAY)

    notice = fresh.part('aria-label="No longer in force"')
    assert "High (orange) level: lifted" in notice
    assert "/en/declarations/2026-0002/" in notice
    assert "You can return to daily life" in notice
    assert 'aria-label="No longer in force"' not in later.source


def test_tells_that_a_level_ran_out(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = read(AQTOBE, NOON + 10 * DAY + HOUR)

    assert "ended as planned" in page.part('aria-label="No longer in force"')
    assert 'data-level="none"' in page.card


def test_tells_what_was_issued_in_error(read: Reader, aqtobe: Office) -> None:
    wrong = published(aqtobe.drafter, aqtobe.approver)
    withdrawal = {"act": "WITHDRAW", "refers_to": wrong.number, "at": NOON + 3 * MINUTE}
    published(aqtobe.drafter, aqtobe.approver, **withdrawal)

    page = read(AQTOBE, NOON + HOUR)

    notice = page.part('class="note error"')
    assert "This notice was issued in error" in notice
    assert "<s>high (orange)</s>" in notice
    assert "17:00" in notice
    assert "17:03" in notice
    assert 'data-level="none"' in page.card
    assert "Notice issued in error" in page.text, "the strip of every page says so too"


def test_shows_a_regime_that_outlives_the_level(read: Reader, aqtobe: Office) -> None:
    regime = NamedMeasure("STATE_OF_EMERGENCY", (), NOON, NOON + 5 * DAY)
    published(aqtobe.drafter, aqtobe.approver, measures=(regime,))
    published(aqtobe.drafter, aqtobe.approver, at=NOON + HOUR, act="LIFT")

    page = read(AQTOBE, NOON + DAY)

    assert "State of emergency is in force" in page.card
    assert "State of emergency is in force" in page.part('aria-labelledby="measures"')


@pytest.mark.parametrize(
    ("query", "words"), [("aktobe", "is on the list"), ("zzz", "is not on the list")]
)
def test_answers_whether_a_place_is_on_the_list(
    read: Reader, reference_data: None, query: str, words: str
) -> None:
    page = read(f"{AQTOBE}?part={query}")

    assert words in page.part('aria-labelledby="parts"')


@pytest.mark.parametrize("code", ["KZ-15", "kz-15", "KZ-15-aqtobe"])
def test_leads_from_a_code_to_the_address(read: Reader, reference_data: None, code: str) -> None:
    page = read(f"/ru/regions/{code}/")

    assert page.status == 302
    assert page.response["Location"].startswith("/ru/regions/aqtobe")


@pytest.mark.parametrize("slug", ["nowhere", "KZ-99", "a" * 3000, "%00", "%F0%9F%92%A9"])
def test_knows_no_other_places(read: Reader, reference_data: None, slug: str) -> None:
    assert read(f"/kk/regions/{slug}/").status == 404


@pytest.mark.parametrize("lang", LANGUAGES)
def test_gives_a_text_for_messengers(read: Reader, aqtobe: Office, lang: str) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = read(f"/{lang}/regions/aqtobe/", NOON + HOUR)

    assert "dengei.example/c/2026-0001" in page.part('aria-labelledby="take"')


def test_costs_few_queries_when_warm(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, measures=CHECKS)
    read(AQTOBE, NOON + HOUR)

    page = read(AQTOBE, NOON + HOUR)

    assert len(page.queries) == WARM_QUERIES, page.queries


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marks_what_was_shown_in_error(read: Reader, aqtobe: Office, lang: str) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    withdrawal = {"act": "WITHDRAW", "refers_to": "2026-0001"}
    published(aqtobe.drafter, aqtobe.approver, at=NOON + timedelta(minutes=3), **withdrawal)

    page = read(f"/{lang}/regions/aqtobe/on/2026-11-22/", NOON + timedelta(hours=1))

    levels = page.part('data-state="past"')
    assert '<use href="#crossed"/>' in levels
    assert "17:00–17:03" in levels
    assert "<s>" in levels


def test_tells_that_a_lift_was_issued_in_error(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + HOUR, act="LIFT")
    withdrawal = {"act": "WITHDRAW", "refers_to": "2026-0002"}
    published(aqtobe.drafter, aqtobe.approver, at=NOON + 2 * HOUR, **withdrawal)

    page = read(AQTOBE, NOON + 3 * HOUR)

    notice = page.part('class="note error"')
    assert "Notice issued in error: 22 November 2026, 18:00 (UTC+5)" in notice
    assert "<s>" not in notice
    assert 'data-level="orange"' in page.card


def test_is_only_read(client: Client, reference_data: None) -> None:
    assert client.post(AQTOBE).status_code == 405
