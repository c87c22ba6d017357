"""The table of all regions, its filters, and the map that repeats it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from guidance.models import Region
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office

DESK = "/admin/desk/"


@pytest.fixture
def levels(aqtobe: Office, republican: Office) -> None:
    """Set yellow in the country, orange in Aktobe Region, red in its town for a day and a half."""
    everywhere = {"desk": "republican", "regions": ("KZ",), "authority": "REPUBLICAN_HQ"}
    factories.published(republican.drafter, republican.approver, level="YELLOW", **everywhere)
    factories.published(aqtobe.drafter, aqtobe.approver)
    factories.published(
        aqtobe.drafter, aqtobe.approver, level="RED", regions=("KZ-15-aqtobe",),
        ends_at=NOON + DAY + DAY / 2,
    )  # fmt: skip


def codes(client: Client, **asked: str) -> list[str]:
    return [line.code for line in client.get(DESK, asked).context["places"]]


def line(client: Client, code: str, **asked: str) -> Any:
    places = client.get(DESK, asked).context["places"]
    return next(each for each in places if each.code == code)


def test_the_table_names_the_country_and_every_region_right_under_it(drafter: Client) -> None:
    under = Region.objects.filter(parent__code="KZ").values_list("code", flat=True)

    assert codes(drafter) == ["KZ", *sorted(under)]


def test_a_row_tells_level_time_left_languages_and_who_acted(levels: None, drafter: Client) -> None:
    row = line(drafter, "KZ-15")

    assert row.level.name == "ORANGE"
    assert row.since == "22 November 2026, 17:00 (UTC+5)"
    assert (row.until, row.left) == ("2 December 2026, 17:00 (UTC+5)", "10 days left")
    assert (row.numbers, row.acted.by) == (("2026-0002",), "aqtobe-approver")
    assert list(row.acted.languages) == [("kk", True), ("ru", True), ("en", True)]


def test_of_another_desk_s_act_the_desk_is_named_and_no_person(
    levels: None, drafter: Client
) -> None:
    row = line(drafter, "KZ-75")

    assert (row.wider, row.acted.by) == ("Kazakhstan", "Republican headquarters")
    assert "republican-approver" not in drafter.get(DESK).content.decode()


def test_a_higher_level_inside_a_region_is_shown_with_its_end(
    levels: None, drafter: Client
) -> None:
    (part,) = line(drafter, "KZ-15").parts

    assert (part.name, part.level.name) == ("the town of Aktobe", "RED")
    assert part.until == "24 November 2026, 05:00 (UTC+5)"
    assert "Higher inside: 1" in drafter.get(DESK).content.decode()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"within": "KZ-15"}, ["KZ-15", "KZ-15-aqtobe"]),
        ({"level": "ANY"}, ["KZ", "KZ-15", "KZ-15-aqtobe"]),
        ({"level": "RED"}, ["KZ-15-aqtobe"]),
        ({"level": "ORANGE"}, ["KZ-15"]),
        ({"level": "NONE"}, []),
        ({"ending": "1"}, ["KZ-15-aqtobe"]),
        ({"q": "ақтөбе ОБЛЫСЫ"}, ["KZ-15"]),
        ({"q": "актоб"}, ["KZ-15-aqtobe"]),
        ({"q": "kz-15-"}, ["KZ-15-aqtobe"]),
        ({"q": "Aktobe", "level": "ORANGE"}, ["KZ-15"]),
        ({"q": "<script>"}, []),
    ],
)
def test_the_table_is_filtered_by_the_address(
    asked: dict[str, str], expected: list[str], levels: None, drafter: Client
) -> None:
    assert codes(drafter, **asked) == expected


@pytest.mark.parametrize(
    "asked", [{"level": "purple"}, {"within": "KZ-99"}, {"ending": "yes"}, {"page": "-1"}]
)
def test_a_filter_that_is_not_known_asks_for_nothing(
    asked: dict[str, str], drafter: Client
) -> None:
    assert len(codes(drafter, **asked)) == 21


def test_nothing_found_says_so_and_leads_back(levels: None, drafter: Client) -> None:
    text = drafter.get(DESK, {"q": "Atlantis"}).content.decode()

    assert "Nothing found" in text
    assert 'href="/admin/desk/#places"' in text


def test_the_map_says_of_each_region_what_the_table_says_and_links_to_it(
    levels: None, drafter: Client
) -> None:
    text = drafter.get(DESK).content.decode()
    links = re.findall(r'<a href="(\?within=[\w-]+#places)" aria-label="([^"]+)"', text)

    assert len(links) == 20
    assert dict(links)["?within=KZ-15#places"] == (
        "Aktobe Region: high (orange), until: 2 December 2026, 17:00 (UTC+5)."
        " Critical (red): the town of Aktobe"
    )


def test_only_own_places_have_acts(levels: None, drafter: Client) -> None:
    text = drafter.get(DESK, {"within": "KZ"}).content.decode()

    assert "/admin/desk/extend/?region=KZ-15-aqtobe" in text
    assert "/admin/desk/withdraw/?region=KZ-15" in text
    assert "?region=KZ-75" not in text
