"""A preview is the page: what an approver reads is what readers get a moment later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from guidance.models import Declaration
from guidance.rules.acts import NamedMeasure
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn
from tests.guidance.desk.previewing import NOT_YET, body, framed, publish_now

HOUR = timedelta(hours=1)
LANGUAGES = ("kk", "ru", "en")
WORDS = {"kk": "Түзетілген себеп.", "ru": "Исправленная причина.", "en": "The corrected reason."}
ADVICE = (
    {"kk": "Вокзалға бармаңыз", "ru": "Не ходите на вокзал", "en": "Stay away from the station"},
)
COUNTRY = {"desk": "republican", "authority": "REPUBLICAN_HQ"}
TOWN = {"regions": ("KZ-15-aqtobe",)}
MEASURES = (
    NamedMeasure("CURFEW"),
    NamedMeasure("DOCUMENT_CHECKS", (), NOON + HOUR, NOON + 20 * DAY),
)

pytestmark = pytest.mark.one_database  # it asks what Python decides


@dataclass(frozen=True)
class Case:
    """Hold what was published before, the draft, and which places to look at."""

    before: tuple[dict[str, Any], ...]
    facts: dict[str, Any]
    slugs: tuple[str, ...] = ("aqtobe", "aqtobe-town")
    refers: bool = False


YELLOW = {"regions": ("KZ",), "level": "YELLOW", **COUNTRY}
RED = {"regions": ("KZ",), "level": "RED", "ends_at": None, **COUNTRY}
RED_TOWN = {**TOWN, "level": "RED", "measures": MEASURES[:1], "local_advice": ADVICE}

CASES = {
    "first level": Case((), {"measures": MEASURES, "local_advice": ADVICE}),
    "red inside yellow": Case((YELLOW,), RED_TOWN),
    "red until further notice": Case((), {"level": "RED", "ends_at": None}),
    "carved out": Case(
        (RED,), {"act": "CHANGE", "level": "YELLOW", "regions": ("KZ-71",), **COUNTRY}, ("astana",)
    ),
    "wide act over a higher part": Case(
        (RED_TOWN,), {"level": "YELLOW", "regions": ("KZ",), **COUNTRY}
    ),
    "confirmed with other measures": Case(
        ({"measures": MEASURES[:1]},), {"act": "CHANGE", "measures": MEASURES[1:]}
    ),
    "extended": Case(({},), {"act": "EXTEND", "ends_at": NOON + 30 * DAY}),
    "lifted, wider remains": Case((YELLOW, RED_TOWN), {"act": "LIFT", **TOWN}),
    "lifted by part": Case(
        (RED,), {"act": "LIFT", "regions": ("KZ-71", "KZ-75"), **COUNTRY}, ("astana", "almaty")
    ),
    "announced": Case((YELLOW,), {"level": "RED", "starts_at": NOON + 2 * HOUR}),
    "corrected": Case(({},), {"act": "CORRECT", "reason": WORDS}, refers=True),
    "withdrawn": Case((YELLOW, RED_TOWN), {"act": "WITHDRAW", "reason": WORDS}, refers=True),
    "an extension withdrawn": Case(
        ({}, {"act": "EXTEND", "ends_at": NOON + 30 * DAY}),
        {"act": "WITHDRAW", "reason": WORDS},
        refers=True,
    ),
}


@pytest.fixture
def waiting_after(aqtobe: Office, republican: Office) -> Callable[[Case], Declaration]:
    """Publish what went before, a minute apart, and submit the draft."""
    offices = {"aqtobe": aqtobe, "republican": republican}

    def submit(case: Case) -> Declaration:
        last = ""
        for place, facts in enumerate(case.before):
            office = offices[facts.get("desk", "aqtobe")]
            at = NOON - DAY + place * factories.MINUTE
            last = factories.published(office.drafter, office.approver, at=at, **facts).number or ""
        office = offices[case.facts.get("desk", "aqtobe")]
        refers = {"refers_to": last} if case.refers else {}
        return factories.submitted(office.drafter, **case.facts, **refers)

    return submit


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_preview_is_the_page_after_publication(
    case: Case,
    waiting_after: Callable[[Case], Declaration],
    republican: Office,
    signed_in: SignIn,
    client: Client,
) -> None:
    waiting = waiting_after(case)
    reader = signed_in(republican.approver)
    of_places = [f"{lang}/regions/{slug}/" for lang in LANGUAGES for slug in case.slugs]
    decisions = [f"{lang}/declarations/{NOT_YET}/" for lang in LANGUAGES]
    pages = ("ru/regions/", *of_places, *decisions)
    previews = {page: framed(reader, waiting, page) for page in pages}

    published = publish_now(waiting, republican.approver, NOON)

    for page, preview in previews.items():
        public = client.get("/" + page.replace(NOT_YET, published.number or ""))
        assert public.status_code == 200, page
        assert body(preview) == body(public.content.decode(), published.number or ""), page
