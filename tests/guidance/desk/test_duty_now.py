"""Duty now on the first page of the desk: who, where to call, and when nobody is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from guidance.desk.duty import duty_lines, ending_roles
from guidance.desk.scene import Scene
from guidance.models import Desk, RoleCode
from guidance.shown.request import present_ground
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office

HOUR = timedelta(hours=1)


@pytest.fixture
def scene(aqtobe: Office) -> Scene:
    """Give what the drafter of Aktobe knows at noon."""
    with translation.override("en"):
        return Scene(aqtobe.drafter, present_ground(None, NOON))


def test_the_shift_that_runs_names_its_people_and_its_phone(aqtobe: Office, scene: Scene) -> None:
    factories.shift(aqtobe.drafter, aqtobe.approver)

    (line,) = duty_lines(scene)

    assert line.now is not None
    assert (line.now.drafter, line.now.approver) == ("aqtobe-drafter", "aqtobe-approver")
    assert line.now.phone == "+7 713 200 00 01"
    assert line.now.until == "23 November 2026, 05:00 (UTC+5)"


def test_a_cancelled_or_later_shift_is_not_on_duty_now(aqtobe: Office, scene: Scene) -> None:
    later = {"starts_at": NOON + HOUR, "ends_at": NOON + 5 * HOUR}
    factories.shift(aqtobe.drafter, aqtobe.approver, **later)

    (line,) = duty_lines(scene)

    assert line.now is None
    assert line.gaps[0] == ("22 November 2026, 17:00 (UTC+5)", "22 November 2026, 18:00 (UTC+5)")


def test_a_shift_whose_approver_lost_the_role_is_a_gap(aqtobe: Office, scene: Scene) -> None:
    factories.shift(aqtobe.drafter, aqtobe.approver)
    factories.take_role(aqtobe.approver, RoleCode.APPROVER)

    (line,) = duty_lines(scene)

    assert line.now is None
    assert line.gaps[0][0] == "22 November 2026, 17:00 (UTC+5)"


def test_the_gaps_of_seven_days_are_told(aqtobe: Office, scene: Scene) -> None:
    factories.shift(aqtobe.drafter, aqtobe.approver, ends_at=NOON + 6 * DAY)

    (line,) = duty_lines(scene)

    assert line.gaps == (("28 November 2026, 17:00 (UTC+5)", "29 November 2026, 17:00 (UTC+5)"),)


def test_one_query_tells_it_all(aqtobe: Office, scene: Scene) -> None:
    factories.shift(aqtobe.drafter, aqtobe.approver)
    assert scene.desks

    with CaptureQueriesContext(
        connection,
    ) as asked:
        duty_lines(scene)
        ending_roles(scene)

    assert len(asked) == 1  # the shifts with their people; the roles are known to the scene


def test_a_role_that_ends_within_fourteen_days_is_told(aqtobe: Office, scene: Scene) -> None:
    desk = Desk.objects.get(code="aqtobe")
    soon, later = factories.person("soon"), factories.person("later")
    factories.give_role(soon, desk, RoleCode.DRAFTER, ends_at=NOON + 14 * DAY)
    factories.give_role(later, desk, RoleCode.DRAFTER, ends_at=NOON + 15 * DAY)

    assert [role.person for role in ending_roles(scene)] == ["soon"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_part_says_when_nobody_is_on_duty(scene: Scene, language: str) -> None:
    with translation.override(language):
        shown = render_to_string(
            "desk/parts/duty.html", {"lines": duty_lines(scene), "ending": ending_roles(scene)}
        )

    told = {"kk": "Қазір кезекші жоқ.", "ru": "Сейчас никто не дежурит.", "en": "Nobody is on duty"}
    assert told[language] in shown
