"""Write a large ledger, act by act: what the rules refuse is not written."""

import random
from datetime import UTC, datetime, timedelta

from guidance.rules.acts import Act, ActKind, NamedMeasure
from guidance.rules.errors import RuleError
from guidance.rules.folding import Folding
from guidance.rules.levels import Level
from guidance.rules.places import Place, Tree

REGIONS = 20
PLACES = 1_000
BEGIN = datetime(2010, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def tree() -> Tree:
    """Give a country of 20 regions, and towns and districts in them, all known in their parts."""
    places = [Place("KZ", None, "COUNTRY", True)]
    places += [Place(f"KZ-{number}", "KZ", "REGION", True) for number in range(REGIONS)]
    places += [
        Place(f"KZ-{number % REGIONS}-{number}", f"KZ-{number % REGIONS}", "DISTRICT")
        for number in range(PLACES - len(places))
    ]
    return Tree(places)


class Writer:
    """Write a ledger act by act; what the rules refuse is not written."""

    def __init__(self, size: int, seed: int) -> None:
        self.tree = tree()
        self.acts: list[Act] = []
        self._size = size
        self._random = random.Random(seed)
        self._codes = list(self.tree)
        self._regions = self.tree.children("KZ")
        self._folding = Folding(self.tree, self)
        self._now = BEGIN

    def reach(self, index: int) -> datetime:
        return self._now - 50 * HOUR

    def first_target(self, index: int) -> int:
        return max(index - 1_000, 1)

    def write(self) -> list[Act]:
        while len(self.acts) < self._size:
            self._now += self._random.random() * 2 * HOUR
            for _ in range(50):
                act = self._draw()
                try:
                    self._folding.take(len(self.acts), act)
                except RuleError:
                    continue
                self.acts.append(act)
                break
        return self.acts

    def _draw(self) -> Act:
        kind = self._random.random()
        if kind < 0.052:
            return self._declare("KZ", self._random.choice(list(Level)), 5)
        if kind < 0.142:
            return self._carving()
        if kind < 0.178:
            return self._act(ActKind.LIFT, regions=(self._in_force(),), starts_at=self._now)
        if kind < 0.272:
            end = self._now + 24 * self._random.randint(1, 20) * HOUR
            return self._act(ActKind.EXTEND, regions=(self._in_force(),), ends_at=end)
        if kind < 0.283 and self.acts:
            # An error is found within a few acts, or within days.
            far = self._random.choice((20, 990))
            target = max(len(self.acts) - self._random.randint(0, far), 1)
            return self._act(ActKind.WITHDRAW, refers_to=target)
        region = self._random.choice(self._codes[1:])
        around = max(self._own_level(wider) for wider in self.tree.ancestors(region))
        levels = [level for level in Level if level >= around]
        return self._declare(region, self._random.choice(levels), 20)

    def _carving(self) -> Act:
        if self._own_level("KZ") > Level.YELLOW and self._random.random() < 0.8:
            return self._declare(self._random.choice(self._regions), Level.YELLOW, 5)
        for _ in range(100):
            code = self._random.choice(self._codes[1:])
            around = [self._own_level(wider) for wider in self.tree.ancestors(code)]
            if max(around) > Level.YELLOW:
                return self._declare(code, Level.YELLOW, 5)
        return self._declare("KZ", Level.RED, 10)

    def _in_force(self) -> str:
        return next(
            (
                code
                for code in self._random.choices(self._codes[1:], k=100)
                if self._own_level(code)
            ),
            "KZ",
        )

    def _own_level(self, code: str) -> int:
        lane = self._folding.lane(code)
        period = lane.period_at(self._now)
        return period.level if period else 0

    def _declare(self, region: str, level: Level, days: int) -> Act:
        end = self._now + 24 * self._random.randint(1, days) * HOUR
        measures = (NamedMeasure("DOCUMENT_CHECKS"),) if self._random.random() < 0.3 else ()
        return self._act(
            ActKind.DECLARE,
            regions=(region,),
            level=level,
            starts_at=self._now,
            ends_at=end,
            measures=measures,
        )

    def _act(self, kind: ActKind, **facts: object) -> Act:
        return Act(len(self.acts) + 1, kind, self._now, **facts)  # type: ignore[arg-type]


def write_acts(size: int, seed: int) -> list[Act]:
    return Writer(size, seed).write()
