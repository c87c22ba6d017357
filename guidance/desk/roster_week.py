"""A week of the duty roster as its page shows it: day by day, shifts and gaps in one order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.dates import WEEKDAYS

from guidance.desk.moments import ONE_DAY, end_of, moment_in
from guidance.desk.scene import Scene
from guidance.models import Desk, Membership, Shift
from guidance.rules.dates import day, hour, local
from guidance.rules.duty import Span, unmanned
from guidance.rules.texts import capitalised
from guidance.stored.duty import terms_at, watch_of

DAYS = 7
ONE_WEEK = timedelta(days=DAYS)


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a shift, or a time in which nobody is on duty (no shift then)."""

    starts_at: datetime
    hours: str
    shift: Shift | None = None
    drafter: str = ""
    approver: str = ""
    reserve: str = ""
    has_begun: bool = False
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """Hold one day with what begins on it."""

    on: date
    label: str
    rows: tuple[Row, ...]


class Week:
    """Show seven days of one desk from a Monday, in the clocks of its region."""

    def __init__(
        self, scene: Scene, desk: Desk, members: Iterable[Membership], wanted: date | None
    ) -> None:
        self.scene, self.desk = scene, desk
        self.members = tuple(members)
        self.zone = scene.zone(desk.region.code)
        self.today = local(scene.at, self.zone).date()
        on = wanted or self.today
        self.monday = on - timedelta(days=on.weekday())
        self.is_present = self.monday <= self.today < self.monday + ONE_WEEK
        self.span = Span(
            moment_in(self.zone, self.monday, datetime.min.time()),
            end_of(self.zone, self.monday + ONE_WEEK - ONE_DAY),
        )
        self.shifts = tuple(
            Shift.objects.meeting(self.span.starts_at, self.span.ends_at).filter(desk=desk)
        )
        self.gaps = self._gaps()

    @property
    def before(self) -> str:
        return (self.monday - ONE_WEEK).isoformat()

    @property
    def after(self) -> str:
        return (self.monday + ONE_WEEK).isoformat()

    @property
    def label(self) -> str:
        """Name the week by its first and last day."""
        first, last = self.monday, self.monday + ONE_WEEK - ONE_DAY
        return f"{day(first, self.scene.lang)} – {day(last, self.scene.lang)}"

    @property
    def days(self) -> list[Day]:
        """List the days from today on and past ones with a shift; what began before is first."""
        rows = sorted(
            [*map(self._shift, self.shifts), *map(self._gap, self.gaps)],
            key=lambda row: row.starts_at,
        )
        days = [self._day(self.monday + timedelta(days=each), rows) for each in range(DAYS)]
        return [day for day in days if day.rows or day.on >= self.today]

    def _gaps(self) -> tuple[Span, ...]:
        """Find when nobody is on duty, from now on; what is past can't be helped."""
        since = max(self.span.starts_at, self.scene.at)
        if since >= self.span.ends_at:
            return ()
        terms = terms_at(self.desk, self.members)
        return unmanned(map(watch_of, self.shifts), terms, Span(since, self.span.ends_at))

    def _day(self, on: date, rows: list[Row]) -> Day:
        label = f"{WEEKDAYS[on.weekday()]}, {day(on, self.scene.lang, year=False)}"
        found = tuple(row for row in rows if self._day_of(row.starts_at) == on)
        return Day(on, capitalised(label), found)

    def _day_of(self, moment: datetime) -> date:
        return local(max(moment, self.span.starts_at), self.zone).date()

    def _shift(self, shift: Shift) -> Row:
        person, now = self.scene.person, self.scene.at
        return Row(
            starts_at=shift.starts_at,
            hours=self._hours(shift.starts_at, shift.ends_at),
            shift=shift,
            drafter=person(shift.drafter),
            approver=person(shift.approver),
            reserve=person(shift.reserve),
            has_begun=shift.starts_at <= now,
            is_now=shift.starts_at <= now < shift.ends_at,
        )

    def _gap(self, gap: Span) -> Row:
        return Row(gap.starts_at, self._hours(gap.starts_at, gap.ends_at))

    def _hours(self, starts_at: datetime, ends_at: datetime) -> str:
        """Print both ends, with the day where it is another one than the row's."""
        first, last = local(starts_at, self.zone).date(), local(ends_at, self.zone).date()
        since, until = hour(starts_at, self.zone), hour(ends_at, self.zone)
        if first != self._day_of(starts_at):
            since = f"{day(first, self.scene.lang, year=False)}, {since}"
        if last != self._day_of(starts_at):
            until = f"{day(last, self.scene.lang, year=False)}, {until}"
        return f"{since} – {until}"
