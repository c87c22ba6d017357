"""What changed between reading and approving is refused, and told for what it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from guidance.models import (
    Authority,
    Declaration,
    DeclarationMeasure,
    LocalAdvice,
    MeasureKind,
)
from guidance.publish import submit, take_back
from guidance.stored.atlas import regions_changed
from tests import factories
from tests.factories import CHECKS, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.posts import address, approve, is_still_waiting
from tests.guidance.rewording import reword_advice

HOUR = timedelta(hours=1)
LINE = {"kk": "Вокзалға бармаңыз", "ru": "Не ходите на вокзал", "en": "Avoid the station"}


def rewritten(**columns: object) -> Callable[[Declaration], None]:
    """Change columns of a draft behind everybody's back, as raw SQL would."""

    def change(waiting: Declaration) -> None:
        Declaration.objects.filter(pk=waiting.pk).update(**columns)

    return change


def new_advice(waiting: Declaration) -> None:
    reword_advice("O2", NOON - MINUTE)


def other_measure(waiting: Declaration) -> None:
    kind = MeasureKind.objects.get(code="CURFEW")
    DeclarationMeasure.objects.filter(declaration=waiting).update(kind=kind)


def reworded_measure(waiting: Declaration) -> None:
    MeasureKind.objects.filter(code="DOCUMENT_CHECKS").update(name_en="Papers are looked at")
    regions_changed()


def other_line(waiting: Declaration) -> None:
    LocalAdvice.objects.filter(declaration=waiting).update(text_en="Avoid the airport")


def reworded_authority(waiting: Declaration) -> None:
    Authority.objects.filter(code="REGIONAL_HQ").update(name_en="Another name")


def submitted_again(waiting: Declaration) -> None:
    author = waiting.author
    back = take_back(waiting, by=author, at=NOON - MINUTE)
    submit(back, by=author, at=NOON - MINUTE)


CHANGES = {
    "reason": (rewritten(reason_en="Something else altogether."), "The public reason changed."),
    "order": (rewritten(order_number="17-k"), "The order number or its day changed."),
    "end": (rewritten(ends_at=NOON + 9 * factories.DAY), "The start or the end changed."),
    "level": (rewritten(level="RED"), "The act or its level changed."),
    "measure": (other_measure, "The measures changed, or the words of one."),
    "measure in words": (reworded_measure, "The measures changed, or the words of one."),
    "local advice": (other_line, "The local advice changed."),
    "authority in words": (
        reworded_authority,
        "The authority, the post or the legal basis changed.",
    ),
    "catalogue": (new_advice, "The advice of the catalogue changed."),
    "submitted again": (
        submitted_again,
        "The draft was taken back and submitted again, with the same text.",
    ),
}


@pytest.fixture
def read(aqtobe: Office, approver: Client) -> tuple[Declaration, str]:
    """Submit an act with everything in it, and read it."""
    waiting = factories.submitted(aqtobe.drafter, measures=CHECKS, local_advice=(LINE,))
    page = approver.get(address(waiting, "approval"))
    return waiting, page.context["form"]["seen_hash"].value()


@pytest.mark.parametrize(("change", "told"), CHANGES.values(), ids=CHANGES)
def test_what_changed_since_it_was_read_is_not_published_but_told(
    change: Callable[[Declaration], None],
    told: str,
    read: tuple[Declaration, str],
    approver: Client,
) -> None:
    waiting, seen = read
    change(waiting)

    response = approve(approver, waiting, seen_hash=seen, level="ORANGE")
    if response.status_code == 200:  # the level chosen again is another one: the form says so
        response = approve(approver, waiting, seen_hash=seen)

    assert response.status_code == 409
    assert told in response.context["changes"]
    assert is_still_waiting(waiting)


def test_a_start_that_passed_while_it_was_read_is_told_as_that(
    aqtobe: Office, approver: Client
) -> None:
    waiting = factories.submitted(aqtobe.drafter, starts_at=NOON + 2 * MINUTE)
    seen = approver.get(address(waiting, "approval")).context["form"]["seen_hash"].value()

    with time_machine.travel(NOON + 3 * MINUTE, tick=False):
        response = approve(approver, waiting, seen_hash=seen)

    assert response.status_code == 409
    assert response.context["changes"] == [
        "The start has passed meanwhile: the level would begin in the past."
    ]


def test_a_start_that_is_still_ahead_is_no_change(aqtobe: Office, approver: Client) -> None:
    waiting = factories.submitted(aqtobe.drafter, starts_at=NOON + HOUR)
    seen = approver.get(address(waiting, "approval")).context["form"]["seen_hash"].value()

    with time_machine.travel(NOON + MINUTE, tick=False):
        response = approve(approver, waiting, seen_hash=seen)

    assert response.status_code == 302


def test_another_level_since_then_is_told_with_its_place_and_nothing_else(
    aqtobe: Office, read: tuple[Declaration, str], approver: Client
) -> None:
    waiting, seen = read
    factories.published(aqtobe.drafter, aqtobe.approver, level="YELLOW", at=NOON - MINUTE)

    response = approve(approver, waiting, seen_hash=seen)

    assert response.status_code == 409
    assert response.context["changes"] == ["The level changed meanwhile here: Aktobe Region."]
