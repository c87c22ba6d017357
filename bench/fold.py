"""Fold 100,000 declarations over 1,000 regions, and time what a publication and a page need."""

import random
import resource
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from time import perf_counter, process_time
from typing import TypeVar

from guidance.rules.acts import FOLDED, Act, ActKind, NamedMeasure
from guidance.rules.errors import LaterActsDependOnIt, RuleError
from guidance.rules.folding import Folding
from guidance.rules.levels import Level
from guidance.rules.places import Place, Tree
from guidance.rules.situation import situation
from guidance.rules.timeline import (
    Checkpoint,
    Timeline,
    Withdrawal,
    apply,
    checkpoint_after,
    difference,
    fold,
    needs_since,
    withdraw,
)

ACTS = 100_000
REGIONS = 20
PLACES = 1_000
BEGIN = datetime(2010, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
Answer = TypeVar("Answer")


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


def report(what: str, value: float, unit: str, promise: str) -> None:
    print(f"{what:58} {value:10.1f} {unit}   (promised: {promise})")


def timed(what: str, promise: str, ask: Callable[[], Answer]) -> Answer:
    """Time by the clock on the wall, and tell the processor's beside it: machines are shared."""
    begin, busy = perf_counter(), process_time()
    answer = ask()
    wall, busy = perf_counter() - begin, process_time() - busy
    report(what, 1000 * wall, f"ms, processor {1000 * busy:.1f} ms", promise)
    return answer


def tell_mixture(acts: list[Act], timeline: Timeline) -> None:
    """Say what the ledger is made of; an act that ends the period of another region carves."""
    named = {act.sequence: act.regions for act in acts}
    carving = {
        row.ended_by
        for row in timeline.all_periods()
        if row.ended_by and named[row.ended_by] and row.region not in named[row.ended_by]
    }
    shares = Counter(act.kind.lower() for act in acts)
    shares["country-wide"] = sum(act.regions == ("KZ",) for act in acts)
    shares["carving"] = len(carving)
    print(", ".join(f"{name} {100 * count / len(acts):.1f} %" for name, count in shares.items()))
    rows = sum(1 for _ in timeline.all_periods()), sum(1 for _ in timeline.all_spans())
    print(f"{rows[0]} periods, {rows[1]} measures")


def time_publication(places: Tree, timeline: Timeline, acts: list[Act]) -> None:
    now = acts[-1].published_at + HOUR
    act = Act(len(acts) + 1, ActKind.DECLARE, now, ("KZ-7-27",), Level.YELLOW, now)
    loaded = timeline.alive_since(needs_since(act))
    timed(
        "an act upon what can still matter, and its difference",
        "50 ms with the database",
        lambda: difference(loaded, apply(places, loaded, act).timeline),
    )


def time_situation(places: Tree, timeline: Timeline, acts: list[Act]) -> None:
    now = acts[-1].published_at + HOUR
    first_level = [code for code in places if places.depth(code) < 2]
    recent = timeline.alive_since(now - timedelta(days=200))
    timed(
        "a situation of the country and its 20 regions",
        "10 ms",
        lambda: situation(places, recent, now, first_level),
    )
    timed("a situation of all 1,000 regions", "nothing", lambda: situation(places, recent, now))


def time_withdrawals(places: Tree, timeline: Timeline, acts: list[Act]) -> None:
    """Withdraw some of the last 1,000, from a checkpoint 2,000 acts ago."""
    withdrawn = {act.refers_to for act in acts if act.refers_to}
    start = checkpoint_after(places, None, acts[:-2_000], withdrawn=withdrawn)
    targets = [act for act in acts[-1_000:] if act.kind in FOLDED and act.sequence not in withdrawn]
    for target in targets[:: len(targets) // 4]:
        timed(
            f"a withdrawal of the act {len(acts) - target.sequence} acts ago",
            "1 s with the database",
            lambda target=target: try_withdrawal(places, timeline, acts, target, withdrawn, start),
        )


def try_withdrawal(
    places: Tree,
    timeline: Timeline,
    acts: list[Act],
    target: Act,
    withdrawn: set[int],
    start: Checkpoint,
) -> Withdrawal | None:
    now = acts[-1].published_at + HOUR
    act = Act(len(acts) + 1, ActKind.WITHDRAW, now, refers_to=target.sequence)
    loaded, later = timeline.alive_since(needs_since(act)), acts[start.sequence :]
    with suppress(LaterActsDependOnIt):
        return withdraw(
            places, loaded, act, target=target, withdrawn=withdrawn, acts=later, start=start
        )
    return None


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else ACTS
    # The ledger is written in another process, so that the peak memory is the fold's own.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        acts = pool.submit(write_acts, size, 611).result()
    places = tree()
    what = f"fold of {size:,} acts over {len(places):,} regions"
    timeline = timed(what, "10 s", lambda: fold(places, acts))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report("peak memory so far", peak, "MB", "300 MB")
    tell_mixture(acts, timeline)
    time_publication(places, timeline, acts)
    time_situation(places, timeline, acts)
    time_withdrawals(places, timeline, acts)


if __name__ == "__main__":
    main()
