"""Cutting and laying periods within one lane.

These few functions run for every part of every carved region, so they go through a lane once, in
order, and make each row directly instead of by `_replace`.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from guidance.rules.periods import Period


def part(period: Period, start: datetime, end: datetime | None, ended_by: int | None) -> Period:
    """Give the period with another start and end."""
    region, level, _, _, declaration, planned_ends_at, _, in_error = period
    return Period(region, level, start, end, declaration, planned_ends_at, ended_by, in_error)


def handed_to(heir: str, period: Period, at: datetime) -> Period:
    """Give a wider region's period as its part gets it from an instant on."""
    _, level, _, ends_at, declaration, planned_ends_at, ended_by, in_error = period
    return Period(heir, level, at, ends_at, declaration, planned_ends_at, ended_by, in_error)


def before(period: Period, at: datetime, by: int) -> Iterator[Period]:
    """Yield what is left of a period that covers an instant and ends there."""
    if period.starts_at < at:
        yield part(period, period.starts_at, at, by)


def after(period: Period, at: datetime | None) -> Iterator[Period]:
    """Yield what is left of a period from an instant on; None is the end of time."""
    if at is not None and (period.ends_at is None or at < period.ends_at):
        yield part(period, max(at, period.starts_at), period.ends_at, period.ended_by)


def chain(periods: Sequence[Period], first: Period) -> list[Period]:
    """Give a period and those that continue it: the same level, each from the other's end."""
    linked = [first]
    for period in periods[periods.index(first) + 1 :]:
        if period.level != first.level or period.starts_at != linked[-1].ends_at:
            break
        linked.append(period)
    return linked


def end_at(periods: Sequence[Period], at: datetime, by: int) -> tuple[Period, ...]:
    """End a whole lane at an instant: what covers it is cut, what comes later vanishes."""
    first = first_alive(periods, at)
    if first == len(periods) or periods[first].starts_at >= at:
        return tuple(periods[:first])
    return (*periods[:first], *before(periods[first], at, by))


def first_alive(periods: Sequence[Period], at: datetime) -> int:
    """Give the index of the first period that ends after an instant: seldom far from the last."""
    index = len(periods)
    while index and ((end := periods[index - 1].ends_at) is None or end > at):
        index -= 1
    return index


def lay_word(
    periods: Sequence[Period], word: Period, ended: Sequence[Period]
) -> tuple[Period, ...]:
    """Lay an act's own word over a lane: `ended` end for good, the rest loses its time only."""
    start, end, by = word.starts_at, word.ends_at, word.declaration
    first = first_alive(periods, start)
    earlier, later = list(periods[:first]), list[Period]()
    for period in periods[first:]:
        earlier.extend(before(period, start, by))
        if end is not None and period.starts_at >= end and period not in ended:
            later.append(period)
        elif period not in ended:
            later.extend(after(period, end))
    return (*earlier, word, *later)


def lay_handed(periods: Sequence[Period], handed: Period, by: int) -> tuple[Period, ...]:
    """Lay a period handed down: instant by instant the higher stays, and an own one wins a tie."""
    _, level, start, end, *_ = handed
    first = first_alive(periods, start)
    if first == len(periods):
        return (*periods, handed)
    rows, rest = list(periods[:first]), list[Period]()
    free_from: datetime | None = start
    for period in periods[first:]:
        if end is not None and period.starts_at >= end:
            rest.append(period)
        elif period.level < level:
            rows.extend(before(period, start, by))
            rest.extend(after(period, end))
        else:
            if free_from is not None and free_from < period.starts_at:
                rows.append(part(handed, free_from, period.starts_at, by))
            rows.append(period)
            free_from = period.ends_at
    if free_from is not None and (end is None or free_from < end):
        rows.append(part(handed, free_from, end, handed.ended_by))
    return (*rows, *rest)
