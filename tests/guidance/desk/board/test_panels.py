"""What other parts of the portal put on the first page of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail import hooks

from guidance.desk.board.panels import HOOK, Tally, tally
from guidance.desk.scene import Scene
from guidance.models import OutboxRow, Region, RoleCode
from tests import factories
from tests.factories import MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn

DESK = "/admin/desk/"


class Numbers:
    """A panel of a test: it counts regions twice and may have no place."""

    template = "desk/board/deliveries.html"

    def __init__(self, name: str, order: int, *, is_shown: bool = True) -> None:
        self.name, self.order, self.is_shown = name, order, is_shown

    def tallies(self, scene: Scene) -> Iterable[QuerySet[Any, Any]]:
        yield tally(Region.objects.all(), f"{self.name}-all", "established_on")
        yield tally(Region.objects.none(), f"{self.name}-none", "established_on")

    def context(self, scene: Scene, counted: Mapping[str, Tally]) -> Mapping[str, Any] | None:
        here = [counted.get(f"{self.name}-{key}", Tally()).number for key in ("all", "none")]
        return {"number": here[0], "since": str(here[1])} if self.is_shown else None


@pytest.fixture
def registered() -> Iterator[None]:
    """Register three panels of other apps."""
    panels = [Numbers("last", 900), Numbers("first", 1), Numbers("hidden", 2, is_shown=False)]
    made = [(lambda panel=panel: panel) for panel in panels]
    with (
        hooks.register_temporarily(HOOK, made[0]),
        hooks.register_temporarily(HOOK, made[1]),
        hooks.register_temporarily(HOOK, made[2]),
    ):
        yield


def shown(client: Client, address: str = DESK) -> dict[str, Mapping[str, Any]]:
    return {panel.name: panel.context for panel in client.get(address).context["panels"]}


def test_panels_of_other_apps_stand_in_their_order(registered: None, drafter: Client) -> None:
    names = list(shown(drafter))

    assert names == ["first", "drills", "duty", "missing-translations", "deliveries", "last"]


def test_a_panel_reads_its_own_numbers_and_none_is_nought(
    registered: None, drafter: Client
) -> None:
    assert shown(drafter)["first"] == {"number": Region.objects.count(), "since": "0"}


def test_more_panels_ask_the_database_no_more_often(aqtobe: Office, drafter: Client) -> None:
    drafter.get(DESK)
    with CaptureQueriesContext(connection) as few:
        drafter.get(DESK)

    with (
        hooks.register_temporarily(HOOK, lambda: Numbers("one", 5)),
        hooks.register_temporarily(HOOK, lambda: Numbers("two", 6)),
        CaptureQueriesContext(connection) as many,
    ):
        drafter.get(DESK)

    assert len(many) == len(few)


def test_deliveries_count_what_nobody_took_up_and_since_when(
    aqtobe: Office, drafter: Client
) -> None:
    assert shown(drafter)["deliveries"] == {"number": 0, "since": ""}
    first = factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - 9 * MINUTE)
    factories.published(aqtobe.drafter, aqtobe.approver, regions=("KZ-15-aqtobe",), level="RED")

    waiting = shown(drafter)["deliveries"]
    OutboxRow.objects.filter(declaration=first).update(handled_at=NOON)
    after = shown(drafter)["deliveries"]

    assert waiting == {"number": 2, "since": "22 November 2026, 16:51 (UTC+5)"}
    assert after == {"number": 1, "since": "22 November 2026, 17:00 (UTC+5)"}


def test_another_desk_s_deliveries_are_not_counted(aqtobe: Office, signed_in: SignIn) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)
    stranger = signed_in(factories.officer("stranger", "almaty", RoleCode.AUDITOR))

    assert shown(stranger)["deliveries"]["number"] == 0


def test_an_exercise_sends_nothing_and_has_no_articles(aqtobe: Office, drafter: Client) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, exercise=True)

    assert list(shown(drafter, "/admin/desk/exercise/")) == ["drills", "duty"]
