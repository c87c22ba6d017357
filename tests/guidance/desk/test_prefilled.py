"""Later acts begin with what holds: their places, and the measures that should go on."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from guidance.models import Declaration
from guidance.rules.acts import NamedMeasure
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.posts import CHANGE, EXTEND, LIFT, saved

UPDATE = {"action": "update"}


@pytest.fixture
def two_places(aqtobe: Office) -> Declaration:
    """Publish orange for the region and its town, with document checks and a curfew at night."""
    return factories.published(
        aqtobe.drafter,
        aqtobe.approver,
        regions=("KZ-15", "KZ-15-aqtobe"),
        measures=(
            NamedMeasure("DOCUMENT_CHECKS"),
            NamedMeasure("CURFEW", ("KZ-15-aqtobe",), None, NOON + DAY),
        ),
        at=NOON - MINUTE,
    )


@pytest.mark.parametrize("address", [CHANGE, EXTEND, LIFT])
def test_a_decision_names_all_of_its_places(
    address: str, two_places: Declaration, drafter: Client
) -> None:
    page = drafter.get(f"{address}?declaration=2026-0001")

    assert page.context["form"].chosen == ("KZ-15", "KZ-15-aqtobe")


def test_a_change_begins_with_the_measures_in_force(
    two_places: Declaration, drafter: Client
) -> None:
    form = drafter.get(f"{CHANGE}?declaration=2026-0001").context["form"]

    chosen = {row.kind.code: row for row in form.measure_rows() if row.is_chosen}
    assert set(chosen) == {"DOCUMENT_CHECKS", "CURFEW"}
    assert chosen["CURFEW"].places.value() == ["KZ-15-aqtobe"]
    assert f"{form['measure_CURFEW_until_time'].value():%H:%M}" == "17:00"
    assert form["level"].value() is None


def test_a_change_of_a_part_begins_with_what_holds_in_that_part(
    two_places: Declaration, drafter: Client
) -> None:
    form = drafter.get(f"{CHANGE}?region=KZ-15-aqtobe").context["form"]

    chosen = [row.kind.code for row in form.measure_rows() if row.is_chosen]
    assert set(chosen) == {"DOCUMENT_CHECKS", "CURFEW"}


@pytest.mark.parametrize("query", ["declaration=2026-0999", "declaration=%00", "region=KZ-75"])
def test_what_is_not_there_fills_nothing_in(
    query: str, two_places: Declaration, drafter: Client
) -> None:
    page = drafter.get(f"{EXTEND}?{query}")

    assert page.status_code == 200
    assert page.context["form"].chosen == ()


def test_the_table_names_the_measures_that_a_lift_ends(
    two_places: Declaration, drafter: Client
) -> None:
    context: Any = drafter.post(LIFT, {**posts.NO_MORE, **UPDATE}).context

    (line,) = context["result"]
    assert "Measures that end here: Documents are checked." in line.notes


def test_an_extension_carries_a_measure_with_a_period_of_its_own(
    two_places: Declaration, drafter: Client
) -> None:
    draft = saved(
        drafter,
        EXTEND,
        measure_CURFEW="on",
        measure_CURFEW_places=["KZ-15-aqtobe"],
        measure_CURFEW_until_date="2026-12-10",
    )

    measure = draft.measures.get()
    assert (measure.kind.code, measure.regions.get().region.code) == ("CURFEW", "KZ-15-aqtobe")
    assert measure.ends_at is not None


def test_decisions_of_one_order_name_each_other(
    aqtobe: Office, drafter: Client, approver: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, order_number="7", at=NOON - MINUTE)
    other = saved(drafter, regions=["KZ-15-aqtobe"], level="RED", order_number="7")
    saved(drafter, regions=["KZ-15-aqtobe"], level="RED", order_number="8")

    page = drafter.get(posts.address(other))
    posts.approve(approver, posts.handed_over(drafter, other))

    assert [heading for _pk, heading in page.context["same_order"]] == [
        "№ 2026-0001 · Level declared: high (orange) – Aktobe Region"
    ]
    public = Client().get("/en/declarations/2026-0001/").content.decode()
    assert "Other decisions of this order" in public
    assert 'href="/en/declarations/2026-0002/"' in public
