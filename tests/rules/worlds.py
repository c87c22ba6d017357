"""Random trees and random ledgers: plain numbers from hypothesis, made into acts one by one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from guidance.rules.acts import Act, ActKind, NamedMeasure
from guidance.rules.errors import RuleError, UnknownDeclaration
from guidance.rules.levels import Level
from guidance.rules.places import Place, Tree
from guidance.rules.timeline import Applied, Timeline, apply, withdraw

STEP = timedelta(hours=12)
START = datetime(2020, 1, 1, tzinfo=UTC)
KINDS = (
    [ActKind.DECLARE, ActKind.CHANGE] * 3
    + [ActKind.LIFT] * 3
    + [ActKind.EXTEND] * 3
    + [ActKind.WITHDRAW] * 3
    + [ActKind.CORRECT]
)


class Numbers(NamedTuple):
    """Hold what one act is made from."""

    kind: int
    region: int
    second: int
    level: int
    wait: int
    offset: int
    length: int
    target: int
    spoil: int


def lists_of_numbers(min_size: int, max_size: int) -> st.SearchStrategy[list[Numbers]]:
    """Draw what a ledger is made from; a failing one is shrunk to its shortest beginning.

    Left to itself hypothesis prefers small numbers, and then few acts are accepted and many rules
    are never met; so it draws a seed, and the seed draws evenly.
    """
    return st.builds(_numbers, st.integers(min_size, max_size), st.integers(0, 2**48))


def _numbers(size: int, seed: int) -> list[Numbers]:
    dice = Random(seed)  # noqa: S311
    return [
        Numbers(
            kind=dice.randrange(len(KINDS)),
            region=dice.randint(0, 15),
            second=dice.randint(0, 60),
            level=dice.randint(1, 3),
            wait=dice.randint(0, 3),
            offset=dice.randint(-3, 6),
            length=dice.choice((0, 0, 0, 1, 2, 4, 6, 8, 12)),
            target=dice.randint(0, 5),
            spoil=dice.randint(0, 60),
        )
        for _ in range(size)
    ]


def trees() -> st.SearchStrategy[Tree]:
    """Draw trees of two to four regions with towns and sites; the last may come later."""
    return st.builds(
        _tree,
        st.lists(
            st.tuples(st.integers(0, 2), st.integers(0, 2), st.booleans()), min_size=2, max_size=4
        ),
        st.sampled_from([True, True, True, False]),
        st.one_of(st.none(), st.integers(2, 12)),
    )


def _tree(regions: list[tuple[int, int, bool]], is_whole: bool, established: int | None) -> Tree:
    places = [Place("KZ", None, "COUNTRY", is_whole, time_zone="UTC")]
    for number, (towns, is_complete, has_site) in enumerate(regions):
        code = f"KZ-{number}"
        is_later = established is not None and number == len(regions) - 1
        places.append(
            Place(
                code,
                "KZ",
                "REGION",
                is_complete > 0,
                date(2020, 1, 1) + timedelta(days=established or 0) if is_later else None,
                "KZ-0" if is_later else None,
                "UTC",
            )
        )
        for town in range(towns):
            places.append(Place(f"{code}-{town}", code, "TOWN", has_site, time_zone="UTC"))
            if has_site:
                places.append(Place(f"{code}-{town}-s", f"{code}-{town}", "SITE", time_zone="UTC"))
    return Tree(places)


@dataclass
class World:
    """Make acts from numbers, each published no earlier than the last."""

    tree: Tree
    count: int = 0
    published: int = 6

    def act(self, drawn: Numbers) -> Act:
        self.published = min(self.published + drawn.wait, 40)
        kind = KINDS[drawn.kind]
        act = Act(self.count + 1, kind, _at(self.published))
        if kind in (ActKind.CORRECT, ActKind.WITHDRAW):
            target = max(self.count - drawn.target, 1)
            act = replace(act, refers_to=target)
        else:
            act = self._with_facts(act, drawn)
        return SPOILS[drawn.spoil](act) if drawn.spoil < len(SPOILS) else act

    def _with_facts(self, act: Act, drawn: Numbers) -> Act:
        codes = list(self.tree)
        # The country is named often, so that there is something to carve regions out of.
        first = "KZ" if drawn.region > 11 else codes[drawn.region % len(codes)]
        regions = dict.fromkeys([first])
        if drawn.second < len(codes):
            regions[codes[drawn.second]] = None
        start = self.published + (drawn.offset if drawn.offset > -3 else -4)
        end = start + drawn.length if drawn.length else None
        act = replace(act, regions=tuple(regions), is_archived=drawn.offset == -3)
        if act.kind is ActKind.EXTEND:
            end = self.published + drawn.offset + drawn.length + 1
            return replace(act, ends_at=_at(end))
        act = replace(act, starts_at=_at(start), measures=_measures(drawn, tuple(regions), act))
        if act.kind is ActKind.LIFT:
            return act
        return replace(act, level=Level(drawn.level), ends_at=None if end is None else _at(end))


def _at(cell: int) -> datetime:
    return START + cell * STEP


def _measures(drawn: Numbers, regions: tuple[str, ...], act: Act) -> tuple[NamedMeasure, ...]:
    if act.kind is ActKind.LIFT or drawn.target > 2:
        return ()
    narrow = regions[:1] if drawn.target else ()
    own_end = _at(50) if drawn.target == 2 else None
    return (NamedMeasure("SEARCHES", narrow, None, own_end), NamedMeasure("CURFEW"))


SPOILS: list[Callable[[Act], Act]] = [
    lambda act: replace(act, regions=()) if act.regions else replace(act, refers_to=None),
    lambda act: replace(act, level=Level.RED, ends_at=act.starts_at),
    lambda act: replace(act, regions=("KZ-none",)),
    lambda act: replace(act, measures=(NamedMeasure("CURFEW", ("KZ-none",), None, _at(50)),)),
    lambda act: replace(act, measures=(NamedMeasure("CURFEW"),)),
    lambda act: replace(act, measures=(NamedMeasure("CURFEW", (), _at(9), _at(8)),)),
    lambda act: replace(act, starts_at=_at(1), is_archived=False),
]


@dataclass
class Play:
    """Publish one act after the other, and keep those accepted with the timeline after each."""

    tree: Tree
    acts: list[Act] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)
    timelines: list[Timeline] = field(default_factory=lambda: [Timeline()])

    @property
    def timeline(self) -> Timeline:
        return self.timelines[-1]

    def attempt(self, act: Act) -> Applied:
        """Ask for what an act would do; a refusal leaves everything as it is."""
        target = next((past for past in self.acts if past.sequence == act.refers_to), None)
        if act.refers_to is not None and target is None:
            raise UnknownDeclaration(act.refers_to)
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

    def keep(self, act: Act, timeline: Timeline) -> None:
        self.acts.append(act)
        self.timelines.append(timeline)
        if act.kind is ActKind.WITHDRAW and act.refers_to is not None:
            self.withdrawn.append(act.refers_to)


def play(tree: Tree, drawn: Iterable[Numbers]) -> Iterator[tuple[Play, Act, Applied | RuleError]]:
    """Publish random acts; give each with the state before it and what came of it."""
    playing = Play(tree)
    world = World(tree)
    for each in drawn:
        world.count = len(playing.acts)
        act = world.act(each)
        try:
            applied = playing.attempt(act)
        except RuleError as refusal:
            yield playing, act, refusal
        else:
            yield playing, act, applied
            playing.keep(act, applied.timeline)


def played(tree: Tree, drawn: Iterable[Numbers]) -> Play:
    """Publish random acts, and give what came of all."""
    playing = Play(tree)
    for state, _, _ in play(tree, drawn):
        playing = state
    return playing
