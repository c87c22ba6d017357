"""Who held which post on a day, and what an organisation was called then: plain rules."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, Protocol, TypeVar


class Exact(StrEnum):
    """Say how exactly a date is known; HELD is the end of a post that somebody still has."""

    DAY = "DAY"
    MONTH = "MONTH"
    YEAR = "YEAR"
    UNKNOWN = "UNKNOWN"
    HELD = "HELD"


class DatedPost(Protocol):
    """Describe what the rules ask of a post."""

    @property
    def from_date(self) -> date | None: ...
    @property
    def from_precision(self) -> str: ...
    @property
    def until_date(self) -> date | None: ...
    @property
    def until_precision(self) -> str: ...
    @property
    def seen_date(self) -> date | None: ...
    @property
    def seen_precision(self) -> str: ...


class DatedName(Protocol):
    """Describe what the rules ask of a former name."""

    @property
    def from_date(self) -> date | None: ...
    @property
    def until_date(self) -> date: ...
    @property
    def name(self) -> str: ...


Held = TypeVar("Held")
AnyPost = TypeVar("AnyPost", bound=DatedPost)


@dataclass(frozen=True, slots=True)
class Role(Generic[Held]):
    """Hold a post as of a day; `is_of_the_day` is false if it is only the last one known."""

    post: Held
    is_of_the_day: bool


class UndatedPost(ValueError):
    """Refuse a post that says on no day that somebody held it; the database has none."""


def first_day(on: date, precision: str) -> date:
    """Return the earliest day that a date of this precision can mean."""
    if precision == Exact.YEAR:
        return date(on.year, 1, 1)
    return on.replace(day=1) if precision == Exact.MONTH else on


def last_day(on: date, precision: str) -> date:
    """Return the latest day that a date of this precision can mean."""
    if precision == Exact.YEAR:
        return date(on.year, 12, 31)
    if precision == Exact.MONTH:
        return on.replace(day=monthrange(on.year, on.month)[1])
    return on


def first_known_day(post: DatedPost) -> date:
    """Return the first day on which somebody is known to have held a post."""
    if post.from_date is not None:
        return first_day(post.from_date, post.from_precision)
    if post.seen_date is not None:
        return first_day(post.seen_date, post.seen_precision)
    raise UndatedPost


def last_known_day(post: DatedPost) -> date:
    """Return the last day on which somebody is known to have held a post."""
    if post.until_precision == Exact.HELD:
        return date.max
    if post.until_date is not None:
        return last_day(post.until_date, post.until_precision)
    if post.seen_date is not None:
        return last_day(post.seen_date, post.seen_precision)
    raise UndatedPost


def post_on(posts: Iterable[AnyPost], day: date) -> AnyPost | None:
    """Return the post known to be held on a day; of several, the one that began last."""
    held = [post for post in posts if first_known_day(post) <= day <= last_known_day(post)]
    return max(held, key=first_known_day, default=None)


def role_on(posts: Iterable[AnyPost], day: date) -> Role[AnyPost] | None:
    """Return the post of a day, else the last one known before it; nothing before the first."""
    begun = [post for post in posts if first_known_day(post) <= day]
    held = post_on(begun, day)
    if held is not None:
        return Role(held, is_of_the_day=True)
    last = max(begun, key=lambda post: (last_known_day(post), first_known_day(post)), default=None)
    return None if last is None else Role(last, is_of_the_day=False)


def name_on(name: str, former: Iterable[DatedName], day: date) -> str:
    """Return what something was called on a day: a former name held before its last day's end."""
    borne = [
        each
        for each in former
        if day < each.until_date and (each.from_date is None or each.from_date <= day)
    ]
    first = min(borne, key=lambda each: each.until_date, default=None)
    return name if first is None else first.name
