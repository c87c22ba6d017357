"""What the form tells before anything is saved: the result table and the warnings."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from guidance.models import Declaration
from guidance.rules.levels import Level
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

UPDATE = {"action": "update"}


def update(client: Client, path: str, **changes: Any) -> Any:
    whole = {posts.EXTEND: posts.LONGER, posts.LIFT: posts.NO_MORE}.get(path, posts.LEVEL)
    return client.post(path, {**whole, **UPDATE, **changes}).context


@pytest.fixture
def national(republican: Office) -> Declaration:
    """Publish yellow in the whole country for ten days."""
    return factories.published(
        republican.drafter,
        republican.approver,
        desk="republican",
        regions=("KZ",),
        level="YELLOW",
        authority="REPUBLICAN_HQ",
        at=NOON - DAY,
    )


def test_the_table_shows_now_after_word_from_and_until(drafter: Client) -> None:
    (line,) = update(drafter, posts.DECLARE)["result"]

    assert (line.place, line.before, line.after) == ("Aktobe Region", None, Level.ORANGE)
    assert (line.word, line.since) == ("declared", "on approval")
    assert line.until == "to the end of 6 December 2026"


@pytest.mark.parametrize(
    ("level", "word"), [("YELLOW", "lowered"), ("ORANGE", "remains in force"), ("RED", "raised")]
)
def test_the_word_compares_before_and_after(
    level: str, word: str, aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - DAY)

    (line,) = update(drafter, posts.CHANGE, level=level)["result"]

    assert line.word == word
    assert line.notes == ("Now by No. 2026-0001, until: 2 December 2026, 17:00 (UTC+5).",)


def test_a_narrower_higher_level_stays_and_can_be_named_too(
    aqtobe: Office, drafter: Client
) -> None:
    factories.published(
        aqtobe.drafter, aqtobe.approver, regions=("KZ-15-aqtobe",), level="RED", at=NOON - DAY
    )

    (line,) = update(drafter, posts.DECLARE)["result"]
    both = update(drafter, posts.DECLARE, add="KZ-15-aqtobe")

    ((code, sentence),) = line.stays
    assert code == "KZ-15-aqtobe"
    assert sentence.startswith("The town of Aktobe stays critical (red)")
    assert [each.code for each in both["result"]] == ["KZ-15", "KZ-15-aqtobe"]
    assert "KZ-15-aqtobe" in both["form"].chosen


def test_a_region_carved_out_of_a_wider_act_is_told_its_number(
    aqtobe: Office, republican: Office, drafter: Client
) -> None:
    factories.published(
        republican.drafter,
        republican.approver,
        desk="republican",
        regions=("KZ",),
        level="RED",
        at=NOON - DAY,
    )

    (line,) = update(drafter, posts.CHANGE)["result"]

    assert "Carved out of the wider act No. 2026-0001." in line.notes


def test_a_lift_tells_what_remains_of_a_wider_level(
    national: Declaration, aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - MINUTE)

    context = update(drafter, posts.LIFT)

    (line,) = context["result"]
    assert (line.after, line.until) == (Level.YELLOW, "2 December 2026, 17:00 (UTC+5)")
    assert line.notes == ("The moderate (yellow) level of a wider area stays in force here.",)
    assert "WIDER_REMAINS:KZ-15" in [warned.code for warned in context["warnings"]]


def test_more_days_are_counted_from_the_present_end(aqtobe: Office, drafter: Client) -> None:
    factories.published(
        aqtobe.drafter, aqtobe.approver, ends_at=NOON.replace(hour=19), at=NOON - DAY
    )

    (line,) = update(drafter, posts.EXTEND, end_kind="3")["result"]

    # The present end is midnight in Aktobe: three whole days more.
    assert line.until == "to the end of 25 November 2026"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"level": "RED"}, "NO_ORDER"),
        ({"end_kind": "40"}, "LONG_TERM"),
        ({"end_kind": "open", "ready_end_reason": "END_DEPENDS"}, "NO_END"),
        (
            {"start_kind": "moment", "start_date": "2026-11-22", "start_time": "09:00"},
            "PAST_START",
        ),
        ({"reason_kk": "В регионе получены сведения"}, "NO_KAZAKH_LETTERS:reason_kk"),
        ({"reason_ru": "Опaсность подтверждена"}, "MIXED_LETTERS:reason_ru"),
        ({"reason_en": "Call 8 7132 55 55 55 at any hour"}, "PHONE:reason_en"),
        (
            {
                "measure_CURFEW": "on",
                "measure_CURFEW_until_date": "2027-01-10",
            },
            "MEASURE_OUTLIVES",
        ),
        (
            {
                "advice_0_kk": "Көшеге шықпаңыз",
                "advice_0_ru": "а б в г д е ж з и к л м н слов слишком много для строки",
                "advice_0_en": "Stay inside",
            },
            "LONG_LINE",
        ),
    ],
)
def test_what_deserves_a_second_look_is_told(
    changes: dict[str, str], code: str, drafter: Client
) -> None:
    context = update(drafter, posts.DECLARE, **changes)

    assert not context["form"].errors
    assert [warned.code for warned in context["warnings"]] == [code]


def test_a_calm_declaration_has_no_warning(drafter: Client) -> None:
    assert update(drafter, posts.DECLARE)["warnings"] == []


def test_a_draft_is_not_submitted_before_every_warning_is_ticked(drafter: Client) -> None:
    draft = posts.saved(drafter, level="RED", end_kind="40")

    response = drafter.post(posts.address(draft, "submit"), {"deadline_kind": "soon"})

    draft.refresh_from_db()
    assert draft.status == "DRAFT"
    assert len([name for name in response.context["form"].errors if name.startswith("seen")]) == 2


def test_a_tick_does_not_count_for_a_warning_that_came_up_since(
    aqtobe: Office, drafter: Client
) -> None:
    draft = posts.saved(drafter, level="RED", order_number="")
    ticks = {
        name: "on"
        for name in drafter.get(posts.address(draft)).context["form"].fields
        if name.startswith("seen_")
    }
    drafter.post(
        posts.address(draft, "edit"),
        {**posts.LEVEL, "level": "RED", "order_number": "1", "end_kind": "40", "version": 1},
    )

    drafter.post(posts.address(draft, "submit"), {"deadline_kind": "soon", **ticks})

    draft.refresh_from_db()
    assert draft.status == "DRAFT"


@pytest.mark.parametrize("wanted", ["шымкент", "SHYMKENT", "Шымкент", "kz-79"])
def test_a_place_is_found_in_any_language_and_by_code(
    wanted: str, republican: Office, signed_in: SignIn
) -> None:
    client = signed_in(republican.drafter)

    page = client.post(posts.DECLARE, {**UPDATE, "find": wanted, "regions": ["KZ-15"]})

    codes = [place.code for place in page.context["form"].places()]
    assert codes == ["KZ-15", "KZ-79"]
