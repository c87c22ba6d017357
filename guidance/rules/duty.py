"""The law of the duty roster: when a shift is manned, and when nobody is on duty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from guidance.rules.authority import Role

LOOK_AHEAD = timedelta(days=7)
LONGEST = timedelta(days=7)
# Whoever notices at half past that nobody is entered since the hour may still enter it.
LATEST = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Hold a half-open time."""

    starts_at: datetime
    ends_at: datetime

    def meets(self, other: Span) -> bool:
        """Tell whether the two have an instant in common."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Term:
    """Say that somebody has a role at the desk, until an instant or until it is taken."""

    person: object
    role: str
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """Hold who drafts and who approves over a span."""

    span: Span
    drafter: object
    approver: object


def lacks(watch: Watch, terms: Iterable[Term]) -> tuple[Role, ...]:
    """Name the roles that nobody of the watch holds to its end."""
    held = {(term.person, term.role) for term in terms if _lasts(term, watch.span.ends_at)}
    wanted = ((watch.drafter, Role.DRAFTER), (watch.approver, Role.APPROVER))
    return tuple(role for person, role in wanted if (person, role) not in held)


def manned(watch: Watch, terms: Iterable[Term]) -> Span | None:
    """Give the part of a watch in which both hold their roles at the desk, two people."""
    if watch.drafter == watch.approver:
        return None
    ends = {(term.person, term.role): term.ends_at for term in terms}
    until = watch.span.ends_at
    for key in ((watch.drafter, Role.DRAFTER), (watch.approver, Role.APPROVER)):
        if key not in ends:
            return None
        until = min(until, ends[key] or until)
    return Span(watch.span.starts_at, until) if watch.span.starts_at < until else None


def gaps(covered: Iterable[Span], asked: Span) -> tuple[Span, ...]:
    """Give the parts of a span that nothing covers, oldest first."""
    found, free_from = [], asked.starts_at
    for span in sorted(covered, key=lambda span: span.starts_at):
        if span.starts_at >= asked.ends_at:
            break
        if span.starts_at > free_from:
            found.append(Span(free_from, span.starts_at))
        free_from = max(free_from, span.ends_at)
    if free_from < asked.ends_at:
        found.append(Span(free_from, asked.ends_at))
    return tuple(found)


def unmanned(watches: Iterable[Watch], terms: Iterable[Term], asked: Span) -> tuple[Span, ...]:
    """Give the parts of a span in which nobody is on duty, oldest first."""
    known = tuple(terms)
    covered = (manned(watch, known) for watch in watches)
    return gaps((span for span in covered if span is not None), asked)


def _lasts(term: Term, until: datetime) -> bool:
    return term.ends_at is None or term.ends_at >= until
