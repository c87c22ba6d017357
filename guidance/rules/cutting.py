"""Cutting and laying periods within one lane."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from guidance.rules.periods import Period, in_order


def outside(period: Period, start: datetime, end: datetime | None, by: int) -> Iterator[Period]:
    """Yield what is left of a period that loses [start, end)."""
    if not period.meets(start, end):
        yield period
        return
    if period.starts_at < start:
        yield period._replace(ends_at=start, ended_by=by)
    if end is not None and (period.ends_at is None or end < period.ends_at):
        yield period._replace(starts_at=end)


def chain(periods: Sequence[Period], first: Period) -> list[Period]:
    """Give a period and those that continue it: the same level, each from the other's end."""
    linked = [first]
    for period in periods[periods.index(first) + 1 :]:
        if period.level != first.level or period.starts_at != linked[-1].ends_at:
            break
        linked.append(period)
    return linked


def cut(period: Period, at: datetime, by: int) -> Iterator[Period]:
    """Yield what is left of a period that ends at an instant for good."""
    return outside(period, at, None, by)


def lay_word(
    periods: Sequence[Period], word: Period, ended: Sequence[Period]
) -> tuple[Period, ...]:
    """Lay an act's own word over a lane: `ended` end for good, the rest loses its time only."""
    start, end, by = word.starts_at, word.ends_at, word.declaration
    rows = [word]
    for period in periods:
        rows.extend(cut(period, start, by) if period in ended else outside(period, start, end, by))
    return in_order(rows)


def lay_handed(periods: Sequence[Period], handed: Period, by: int) -> tuple[Period, ...]:
    """Lay a period handed down: instant by instant the higher stays, and an own one wins a tie."""
    pieces = [handed]
    rows: list[Period] = []
    for period in periods:
        if period.level >= handed.level:
            rows.append(period)
            pieces = [
                part
                for piece in pieces
                for part in outside(piece, period.starts_at, period.ends_at, by)
            ]
        else:
            rows.extend(outside(period, handed.starts_at, handed.ends_at, by))
    return in_order([*rows, *pieces])
