"""A small ledger for the tests of the rules: acts in words, times in Astana's days."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from guidance.rules.acts import Act, ActKind, NamedMeasure
from guidance.rules.levels import Level
from guidance.rules.places import Place, Tree
from guidance.rules.situation import PlaceSituation, Situation, situation
from guidance.rules.timeline import Applied, Timeline, apply, fold, withdraw

ALMATY = ZoneInfo("Asia/Almaty")


def on(text: str) -> datetime:
    """Read "2016-06-07" or "2016-06-07 14:02" as an instant in Almaty's zone of that date."""
    return datetime.fromisoformat(text).replace(tzinfo=ALMATY).astimezone(UTC)


class Ledger:
    """Publish acts one after the other, as the desk does; the fold must give the same."""

    def __init__(self, *places: Place, is_archived: bool = True) -> None:
        self.tree = Tree(places)
        self.acts: list[Act] = []
        self.withdrawn: list[int] = []
        self.timeline = Timeline()
        self.is_archived = is_archived

    def publish(self, kind: ActKind, published_at: datetime, **facts: Any) -> Applied:
        act = Act(len(self.acts) + 1, kind, published_at, is_archived=self.is_archived, **facts)
        applied = self._applied(act)
        self.acts.append(act)
        if kind is ActKind.WITHDRAW:
            self.withdrawn.append(act.refers_to or 0)
        self.timeline = applied.timeline
        assert fold(self.tree, self.acts) == self.timeline
        return applied

    def _applied(self, act: Act) -> Applied:
        target = next((past for past in self.acts if past.sequence == act.refers_to), None)
        if act.kind is ActKind.WITHDRAW and target is not None:
            return withdraw(
                self.tree,
                self.timeline,
                act,
                target=target,
                withdrawn=self.withdrawn,
                acts=self.acts,
            ).applied
        return apply(self.tree, self.timeline, act, target)

    def declare(
        self,
        level: str,
        *regions: str,
        start: str,
        end: str | None = None,
        published: str | None = None,
        measures: Iterable[NamedMeasure] = (),
    ) -> Applied:
        return self.publish(
            ActKind.DECLARE,
            on(published or start),
            level=Level[level],
            regions=regions,
            starts_at=on(start),
            ends_at=end and on(end),
            measures=tuple(measures),
        )

    def lift(self, *regions: str, at: str, published: str | None = None) -> Applied:
        return self.publish(ActKind.LIFT, on(published or at), regions=regions, starts_at=on(at))

    def extend(self, *regions: str, to: str, published: str) -> Applied:
        return self.publish(ActKind.EXTEND, on(published), regions=regions, ends_at=on(to))

    def correct(self, number: int, published: str) -> Applied:
        return self.publish(ActKind.CORRECT, on(published), refers_to=number)

    def withdraw(self, number: int, published: str) -> Applied:
        return self.publish(ActKind.WITHDRAW, on(published), refers_to=number)

    def situation(self, at: str) -> Situation:
        return situation(self.tree, self.timeline, on(at))

    def at(self, code: str, at: str) -> PlaceSituation:
        return self.situation(at).regions[code]

    def level(self, code: str, at: str) -> str | None:
        level = self.at(code, at).level
        return None if level is None else level.name

    def levels(self, code: str, *days: str) -> list[str | None]:
        return [self.level(code, day) for day in days]

    def rows(self, code: str) -> list[tuple[str, str, str | None, int]]:
        """Give a region's own periods as (level, start, end, declaration)."""
        return [
            (
                row.level.name,
                _day(row.starts_at),
                row.ends_at and _day(row.ends_at),
                row.declaration,
            )
            for row in self.timeline.periods_of(code)
        ]


def _day(instant: datetime) -> str:
    local = instant.astimezone(ALMATY)
    midnight = local.replace(hour=0, minute=0)
    return f"{local:%Y-%m-%d}" if local == midnight else f"{local:%Y-%m-%d %H:%M}"


def measure(
    code: str, *regions: str, start: str | None = None, end: str | None = None
) -> NamedMeasure:
    return NamedMeasure(code, regions, start and on(start), end and on(end))


def kazakhstan(**options: Any) -> Ledger:
    """Give a ledger over a small Kazakhstan: KZ is known in all its parts, nothing else is."""
    return Ledger(
        Place("KZ", None, "COUNTRY", parts_are_complete=True),
        Place("KZ-10", "KZ", "REGION", established_on=date(2022, 6, 8), formed_from="KZ-63"),
        Place("KZ-10-semei", "KZ-10", "TOWN"),
        Place("KZ-15", "KZ", "REGION", time_zone="Asia/Aqtobe"),
        Place("KZ-15-aqtobe", "KZ-15", "TOWN", time_zone="Asia/Aqtobe"),
        Place("KZ-63", "KZ", "REGION"),
        Place("KZ-63-oskemen", "KZ-63", "TOWN"),
        Place("KZ-71", "KZ", "CITY"),
        Place("KZ-75", "KZ", "CITY"),
        **options,
    )
