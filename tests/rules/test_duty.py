"""When a desk has two people on duty, and when it has not."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.rules.duty import Span, Term, Watch, gaps, lacks, manned, unmanned

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
HOURS = 72


def at(hour: float) -> datetime:
    return MONDAY + timedelta(hours=hour)


def span(first: float, last: float) -> Span:
    return Span(at(first), at(last))


def watch(first: float, last: float) -> Watch:
    return Watch(span(first, last), "aigul", "marat")


FOR_EVER = (Term("aigul", "DRAFTER"), Term("marat", "APPROVER"))
WEEK = span(0, HOURS)
SPANS = st.lists(
    st.tuples(st.integers(-12, HOURS + 12), st.integers(1, 30)).map(
        lambda pair: span(pair[0], pair[0] + pair[1])
    ),
    max_size=8,
)


def test_a_week_without_a_shift_is_one_gap() -> None:
    assert gaps((), WEEK) == (WEEK,)


def test_shifts_that_touch_leave_no_gap() -> None:
    assert gaps((span(0, 24), span(24, HOURS)), WEEK) == ()


def test_a_gap_lies_between_two_shifts_whatever_their_order() -> None:
    assert gaps((span(30, HOURS), span(-5, 20)), WEEK) == (span(20, 30),)


def test_a_short_shift_inside_a_long_one_opens_no_gap() -> None:
    assert gaps((span(0, HOURS), span(10, 12)), WEEK) == ()


@given(SPANS)
def test_every_hour_is_covered_or_in_a_gap_and_never_both(covered: list[Span]) -> None:
    found = gaps(covered, WEEK)

    for hour in range(HOURS):
        moment = span(hour, hour + 1)
        assert any(moment.meets(each) for each in covered) != any(
            moment.meets(each) for each in found
        )


@given(SPANS)
def test_gaps_are_whole_apart_in_order_and_inside_what_was_asked(covered: list[Span]) -> None:
    found = gaps(covered, WEEK)

    assert all(each.starts_at < each.ends_at for each in found)
    assert all(before.ends_at < after.starts_at for before, after in itertools.pairwise(found))
    assert all(each.starts_at >= WEEK.starts_at and each.ends_at <= WEEK.ends_at for each in found)


@given(SPANS, st.randoms(use_true_random=False))
def test_the_order_of_the_shifts_says_nothing(covered: list[Span], chance: object) -> None:
    mixed = list(covered)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert gaps(mixed, WEEK) == gaps(covered, WEEK)


@given(SPANS, SPANS)
def test_another_shift_never_makes_a_gap_longer(covered: list[Span], more: list[Span]) -> None:
    def length(found: tuple[Span, ...]) -> timedelta:
        return sum((each.ends_at - each.starts_at for each in found), timedelta())

    assert length(gaps(covered + more, WEEK)) <= length(gaps(covered, WEEK))


def test_a_shift_counts_while_both_hold_their_roles() -> None:
    assert manned(watch(0, 12), FOR_EVER) == span(0, 12)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ((Term("aigul", "DRAFTER"),), None),
        ((Term("aigul", "APPROVER"), Term("marat", "DRAFTER")), None),
        ((Term("aigul", "DRAFTER"), Term("marat", "APPROVER", at(8))), span(0, 8)),
        ((Term("aigul", "DRAFTER", at(5)), Term("marat", "APPROVER", at(8))), span(0, 5)),
        ((Term("aigul", "DRAFTER", at(0)), Term("marat", "APPROVER")), None),
        ((Term("aigul", "DRAFTER", at(12)), Term("marat", "APPROVER")), span(0, 12)),
    ],
)
def test_a_shift_ends_early_with_the_first_role_of_it(
    terms: tuple[Term, ...], expected: Span | None
) -> None:
    assert manned(watch(0, 12), terms) == expected


def test_one_person_alone_is_nobody_on_duty() -> None:
    both = (Term("marat", "DRAFTER"), Term("marat", "APPROVER"))

    assert manned(Watch(span(0, 12), "marat", "marat"), both) is None


def test_a_role_that_ends_in_the_shift_is_named_before_it_is_entered() -> None:
    terms = (Term("aigul", "DRAFTER", at(11)), Term("marat", "APPROVER", at(12)))

    assert [role.value for role in lacks(watch(0, 12), terms)] == ["DRAFTER"]


def test_a_role_taken_away_opens_a_gap_in_the_roster() -> None:
    watches = (watch(0, 24), watch(24, HOURS))

    assert unmanned(watches, FOR_EVER, WEEK) == ()
    assert unmanned(watches, FOR_EVER[:1], WEEK) == (WEEK,)
