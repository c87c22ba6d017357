"""Fold 100,000 declarations over 1,000 regions, and time what a publication and a page need."""

import gc
import resource
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from multiprocessing import get_context
from time import perf_counter, process_time
from typing import TypeVar

from bench.writing import tree, write_acts
from guidance.rules.acts import FOLDED, Act, ActKind
from guidance.rules.errors import LaterActsDependOnIt, NeedsEarlierPeriods
from guidance.rules.levels import Level
from guidance.rules.places import Tree
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
HOUR = timedelta(hours=1)
Answer = TypeVar("Answer")


def report(what: str, value: float, unit: str, promise: str) -> None:
    print(f"{what:58} {value:10.1f} {unit}   (promised: {promise})")


def timed(what: str, promise: str, ask: Callable[[], Answer], times: int = 1) -> Answer:
    """Time by the clock on the wall, and tell the processor's beside it: machines are shared."""
    spent: list[tuple[float, float]] = []
    for _ in range(times):
        begin, busy = perf_counter(), process_time()
        answer = ask()
        spent.append((perf_counter() - begin, process_time() - busy))
    wall, busy = sorted(spent)[times // 2]
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
    recent = reaching_back(places, timeline, now)
    timed(
        "a situation of the country and its 20 regions",
        "10 ms",
        lambda: situation(places, recent, now, first_level),
        times=9,
    )
    timed("a situation of all 1,000 regions", "nothing", lambda: situation(places, recent, now), 9)


def reaching_back(places: Tree, timeline: Timeline, at: datetime) -> Timeline:
    """Load as much as the answer needs, as the portal does."""
    since = at - timedelta(days=10)
    while True:
        part = timeline.alive_since(since)
        try:
            situation(places, part, at)
        except NeedsEarlierPeriods as lack:
            since = lack.since
        else:
            return part


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
    # The portal holds no such history: what follows shall not pay for collecting it.
    gc.freeze()
    time_publication(places, timeline, acts)
    time_situation(places, timeline, acts)
    time_withdrawals(places, timeline, acts)


if __name__ == "__main__":
    main()
