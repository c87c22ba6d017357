"""The level card of a place in every state that it knows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from guidance.rules.acts import NamedMeasure
from tests.factories import CHECKS, DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import Reader

HOUR = timedelta(hours=1)
AQTOBE = "/en/regions/aqtobe/"


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


def test_shows_a_regime_that_outlives_the_level(read: Reader, aqtobe: Office) -> None:
    regime = NamedMeasure("STATE_OF_EMERGENCY", (), NOON, NOON + 5 * DAY)
    published(aqtobe.drafter, aqtobe.approver, measures=(regime,))
    published(aqtobe.drafter, aqtobe.approver, at=NOON + HOUR, act="LIFT")

    page = read(AQTOBE, NOON + DAY)

    assert "State of emergency is in force" in page.card
    assert "State of emergency is in force" in page.part('aria-labelledby="measures"')
