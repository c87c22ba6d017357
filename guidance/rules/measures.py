"""Measures in time: where they begin, and how they follow the periods of their declaration."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from guidance.rules.acts import Act, NamedMeasure
from guidance.rules.levels import Level
from guidance.rules.naming import asked_at, with_successors
from guidance.rules.periods import MeasureSpan, Period
from guidance.rules.places import Tree


def following_spans(
    tree: Tree, act: Act, named: Sequence[str], period: Period
) -> Iterator[MeasureSpan]:
    """Yield the measures of an act that follow the period which it laid on one named region."""
    for measure in act.measures:
        if measure.has_own_period:
            continue
        for region in _regions(tree, act, measure, (period.region,)):
            # A region that lies inside two named ones follows the nearer of the two.
            nearest = next((code for code in tree.lineage(region) if code in named), None)
            if nearest == period.region:
                yield MeasureSpan(
                    region,
                    measure.code,
                    period.starts_at,
                    period.ends_at,
                    act.sequence,
                    period.region,
                    period.level,
                )


def own_spans(tree: Tree, act: Act, named: Sequence[str]) -> Iterator[MeasureSpan]:
    """Yield the measures of an act that carry a period of their own; only a WITHDRAW ends them."""
    for measure in act.measures:
        if measure.has_own_period:
            start = measure.starts_at or act.effective_at
            for region in _regions(tree, act, measure, named):
                yield MeasureSpan(region, measure.code, start, measure.ends_at, act.sequence)


def _regions(
    tree: Tree, act: Act, measure: NamedMeasure, otherwise: Sequence[str]
) -> Sequence[str]:
    if measure.regions:
        return with_successors(tree, measure.regions, asked_at(act))
    return otherwise


def without(
    spans: Iterable[MeasureSpan],
    start: datetime,
    end: datetime | None,
    concerned: Callable[[MeasureSpan], bool],
) -> list[MeasureSpan]:
    """Take [start, end) away from the spans concerned."""
    kept: list[MeasureSpan] = []
    for span in spans:
        kept.extend(outside(span, start, end) if concerned(span) else (span,))
    return kept


def outside(span: MeasureSpan, start: datetime, end: datetime | None) -> Iterator[MeasureSpan]:
    """Yield what is left of a span that loses [start, end)."""
    if span.starts_at < start:
        ends_at = start if span.ends_at is None else min(start, span.ends_at)
        yield span._replace(ends_at=ends_at)
    if end is not None and (span.ends_at is None or end < span.ends_at):
        yield span._replace(starts_at=max(end, span.starts_at))


def within(span: MeasureSpan, start: datetime, end: datetime | None) -> MeasureSpan | None:
    """Give the part of a span that lies in [start, end)."""
    starts_at = max(start, span.starts_at)
    ends = [instant for instant in (end, span.ends_at) if instant is not None]
    ends_at = min(ends, default=None)
    if ends_at is not None and ends_at <= starts_at:
        return None
    return span._replace(starts_at=starts_at, ends_at=ends_at)


def resumes_at(periods: Iterable[Period], ended: Period, after: datetime) -> datetime | None:
    """Give the start of the next part of the same word; till then its measures rest."""
    return min(
        (
            period.starts_at
            for period in periods
            if period.declaration == ended.declaration
            and period.level == ended.level
            and period.starts_at >= after
        ),
        default=None,
    )


def follows(period: Period) -> Callable[[MeasureSpan], bool]:
    """Give the question whether a span of the period's lane follows this period's word."""
    declaration, level = period.declaration, period.level
    return lambda span: span.declaration == declaration and span.level == level


def replace_by_word(
    spans: Sequence[MeasureSpan],
    word: Period,
    ended: Sequence[Period],
    periods: Sequence[Period],
) -> list[MeasureSpan]:
    """End the measures of what ended, and of what the word replaces; a lower level's run on."""
    start = word.starts_at
    kept = list(spans)
    for period in ended:
        rest_from = max(start, period.starts_at)
        kept = without(kept, rest_from, resumes_at(periods, period, rest_from), follows(period))
    return [part for span in kept for part in _under_word(span, word, periods)]


def _under_word(
    span: MeasureSpan, word: Period, periods: Sequence[Period]
) -> Iterator[MeasureSpan]:
    is_over = span.ends_at is not None and span.ends_at <= word.starts_at
    if is_over or not _is_at_least(span.level, word.level):
        yield span
    elif span.covers(word.starts_at):
        # Its period does not cover the instant: a higher one, ended now, stood over it.
        shade = word._replace(declaration=span.declaration, level=span.level or word.level)
        yield from outside(span, word.starts_at, resumes_at(periods, shade, word.starts_at))
    else:
        yield from outside(span, word.starts_at, word.ends_at)


def _is_at_least(level: Level | None, other: Level) -> bool:
    """A measure with a period of its own has no level, and nothing replaces it."""
    return level is not None and level >= other


def hand_to(tree: Tree, span: MeasureSpan, heir: str) -> MeasureSpan | None:
    """Give the span as it goes on beside the period handed down to `heir`, inside its regions."""
    if tree.is_within(heir, span.region):
        region = heir
    elif tree.is_within(span.region, heir):
        region = span.region
    else:
        return None
    _, code, start, end, declaration, _, level, in_error = span
    return MeasureSpan(region, code, start, end, declaration, heir, level, in_error)
