"""How lanes lie over a span of time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from guidance.rules.lane_chart import (
    NARROWEST,
    WIDTH,
    LaneKind,
    Stretch,
    Window,
    lay_out,
    month_starts,
    together,
)
from guidance.rules.levels import Level

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)
WINDOW = Window(NOW - 90 * DAY, NOW + 30 * DAY, NOW)
TODAY = WIDTH * 90 // 120


def lanes(*levels: Stretch, **measures: list[Stretch]) -> dict[str, list[tuple[int, int, bool]]]:
    laid = lay_out(levels, measures, WINDOW)
    return {lane.kind: [(bar.x, bar.width, bar.is_planned) for bar in lane.bars] for lane in laid}


def test_cuts_what_is_in_force_where_the_plan_begins() -> None:
    red = Stretch(NOW - 10 * DAY, NOW + 10 * DAY, Level.RED)

    assert lanes(red)[LaneKind.LEVEL] == [(480, 60, False), (TODAY, 60, True)]


def test_cuts_to_the_window_what_began_before_and_has_no_end() -> None:
    yellow = Stretch(NOW - 400 * DAY, None, Level.YELLOW)

    assert lanes(yellow)[LaneKind.LEVEL] == [(0, TODAY, False), (TODAY, WIDTH - TODAY, True)]


def test_shows_gaps_without_a_level_and_promises_none() -> None:
    gap = Stretch(NOW - 30 * DAY, NOW - 10 * DAY)
    ahead = Stretch(NOW + DAY, None)
    laid = lay_out([gap, Stretch(NOW - 10 * DAY, NOW + DAY, Level.RED), ahead], {}, WINDOW)

    (lane,) = laid
    assert [bar.level for bar in lane.bars] == [None, Level.RED, Level.RED]
    assert lane.bars[0][:2] == (360, 120)


def test_marks_what_lies_before_the_first_record() -> None:
    (lane,) = lay_out([Stretch(None, NOW)], {}, WINDOW)

    assert lane.bars[0].is_unknown


def test_three_minutes_are_seen_and_marked_as_an_error() -> None:
    minutes = Stretch(NOW - DAY, NOW - DAY + timedelta(minutes=3), Level.RED, is_in_error=True)
    (lane,) = lay_out([minutes], {}, WINDOW)

    assert lane.bars[0].width == NARROWEST
    assert lane.bars[0].is_in_error


def test_gives_each_regime_a_lane_and_counts_the_other_measures() -> None:
    laid = lay_out(
        [Stretch(None, None)],
        {
            "CURFEW": [Stretch(NOW - 20 * DAY, NOW - 10 * DAY)],
            "STATE_OF_EMERGENCY": [Stretch(NOW - 9 * DAY, NOW)],
            "DOCUMENT_CHECKS": [Stretch(NOW - 20 * DAY, NOW)],
            "COUNTER_TERRORIST_OPERATION": [Stretch(NOW - 8 * DAY, NOW)],
        },
        WINDOW,
    )

    assert [lane.kind for lane in laid] == list(LaneKind)
    assert [bar.number for bar in laid[-1].bars] == [2, 1]


def test_a_measure_that_is_carried_on_is_one() -> None:
    first, second = Stretch(NOW - 5 * DAY, NOW), Stretch(NOW, NOW + 5 * DAY)
    apart, wrong = Stretch(NOW + 6 * DAY, None), Stretch(NOW + 7 * DAY, None, None, True)

    assert together([apart, second, wrong, first]) == [
        Stretch(NOW - 5 * DAY, NOW + 5 * DAY),
        apart,
        wrong,
    ]


def test_leaves_out_what_was_over_and_what_is_far_ahead() -> None:
    over = [Stretch(NOW - 200 * DAY, NOW - 100 * DAY)]
    ahead = [Stretch(NOW + 60 * DAY, None)]

    assert lanes(CURFEW=over, STATE_OF_EMERGENCY=ahead) == {}


def test_months_begin_by_the_clocks_of_the_place_on_that_day() -> None:
    window = Window(datetime(2024, 1, 15, tzinfo=UTC), datetime(2024, 4, 15, tzinfo=UTC), NOW)

    found = [f"{at:%d.%m %H:%M%z}" for at in month_starts(window, "Asia/Almaty")]

    assert found == ["01.02 00:00+0600", "01.03 00:00+0500", "01.04 00:00+0500"]
