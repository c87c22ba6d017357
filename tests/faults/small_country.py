"""A country small enough for the naive model: towns, a site, and a region of later days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from guidance.intake.catalogues import load_catalogues
from guidance.models import Desk, Region
from guidance.stored.atlas import regions_changed
from tests import factories
from tests.rules.worlds import START

# Code, parent, kind, whether all its parts are known, the day (of START's) on which it was formed.
PLACES = (
    ("KZ", None, "COUNTRY", True, None),
    ("KZ-0", "KZ", "REGION", True, None),
    ("KZ-1", "KZ", "REGION", False, None),
    ("KZ-2", "KZ", "CITY", True, 6),
    ("KZ-0-0", "KZ-0", "TOWN", True, None),
    ("KZ-0-1", "KZ-0", "DISTRICT", False, None),
    ("KZ-1-0", "KZ-1", "TOWN", False, None),
    ("KZ-0-0-s", "KZ-0-0", "SITE", False, None),
)
OF_LATER_DAYS, PREDECESSOR = "KZ-2", "KZ-0"


def settle() -> dict[str, Any]:
    """Make the country, its desks, and the people that the steps need."""
    load_catalogues()
    for code, parent, kind, is_complete, formed in PLACES:
        _place(code, parent, kind, is_complete, formed)
    regions_changed()
    for code, region in (("republican", "KZ"), ("regional", "KZ-1")):
        Desk.objects.create(code=code, region=Region.objects.get(code=region), name_en=code)
    return {
        "drafter": factories.drafter("republican"),
        "approver": factories.approver("republican"),
        "stranger": factories.approver("regional"),
    }


def _place(code: str, parent: str | None, kind: str, is_complete: bool, formed: int | None) -> None:
    names = {
        f"{field}_{lang}": code for field in ("name", "name_in") for lang in ("kk", "ru", "en")
    }
    stands = {region.code: region for region in Region.objects.all()}
    Region.objects.create(
        code=code,
        slug=code.lower(),
        kind=kind,
        time_zone="UTC",
        parts_are_complete=is_complete,
        parent=None if parent is None else stands[parent],
        established_on=None if formed is None else _day(formed),
        formed_from=None if formed is None else stands[PREDECESSOR],
        **names,
    )


def _day(number: int) -> date:
    return (START + timedelta(days=number)).date()
