"""A second, simple-minded model of the rules: one cell per region and half day, nothing clever.

It shares no code with guidance/rules but the nouns. The last cell stands for all time after it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from guidance.rules.acts import Act, ActKind
from guidance.rules.places import Tree

STEP = timedelta(hours=12)
DAY = 2
CELLS = 60
FOREVER = CELLS - 1


class Refused(Exception):
    """Carry the name of the refusal that the law gives."""


class Cell(NamedTuple):
    level: int
    declaration: int
    planned: int | None
    in_error: bool = False


Lane = list[Cell | None]


@dataclass
class Naive:
    """Hold own cells of every region: what people saw, and the acts that made it so."""

    tree: Tree
    start: datetime
    record: dict[str, Lane] = field(init=False)
    acts: list[Act] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.record = self._empty()

    def _empty(self) -> dict[str, Lane]:
        return {code: [None] * CELLS for code in self.tree}

    def cell(self, at: datetime | None) -> int:
        return FOREVER if at is None else (at - self.start) // STEP

    def publish(self, act: Act) -> None:
        if act.kind is ActKind.WITHDRAW:
            self._withdraw(act)
        elif act.kind is ActKind.CORRECT:
            if self._act(act.refers_to).kind is ActKind.WITHDRAW:
                raise Refused("CannotBeCorrected")
        else:
            trial = {code: list(lane) for code, lane in self.record.items()}
            Turn(self, trial, act).play()
            self.record = trial
        self.acts.append(act)

    def _act(self, sequence: int | None) -> Act:
        return next(past for past in self.acts if past.sequence == sequence)

    def _withdraw(self, act: Act) -> None:
        target = self._act(act.refers_to)
        if target.kind in (ActKind.CORRECT, ActKind.WITHDRAW):
            raise Refused("CannotBeWithdrawn")
        if target.sequence in self.withdrawn:
            raise Refused("AlreadyWithdrawn")
        base = self._base_without(target.sequence)
        at = self.cell(act.starts_at or act.published_at)
        for code, lane in self.record.items():
            before = [
                cell._replace(in_error=True)
                if cell and cell.declaration == target.sequence
                else cell
                for cell in lane[:at]
            ]
            self.record[code] = before + base[code][at:]
        self.withdrawn.append(target.sequence)

    def _base_without(self, sequence: int) -> dict[str, Lane]:
        base = self._empty()
        for act in self.acts:
            moves = act.kind not in (ActKind.CORRECT, ActKind.WITHDRAW)
            if moves and act.sequence != sequence and act.sequence not in self.withdrawn:
                try:
                    Turn(self, base, act, finds_must=False).play()
                except Refused as refusal:
                    raise Refused("LaterActsDependOnIt") from refusal
        return base


@dataclass
class Turn:
    """Play one act upon cells."""

    naive: Naive
    cells: dict[str, Lane]
    act: Act
    finds_must: bool = True

    def play(self) -> None:
        self.before = {code: list(lane) for code, lane in self.cells.items()}
        regions = sorted(self._regions(), key=lambda code: (self.naive.tree.depth(code), code))
        if self.act.kind is ActKind.EXTEND:
            self._extend(regions)
        elif self.act.kind is ActKind.LIFT:
            self._lift(regions)
        else:
            for region in regions:
                self._declare(region)

    def _regions(self) -> set[str]:
        extend = self.act.kind is ActKind.EXTEND
        at = self.act.published_at if extend else self.act.starts_at
        names = set(self.act.regions)
        for _ in self.naive.tree:
            for code in self.naive.tree:
                established = self.naive.tree.established_at(code)
                is_later = established is not None and at is not None and at < established
                if is_later and self.naive.tree.place(code).formed_from in names:
                    names.add(code)
        return names

    def _level(self, cells: dict[str, Lane], code: str, at: int) -> int:
        lineage = [code, *self.naive.tree.ancestors(code)]
        return max((cell.level for wider in lineage if (cell := cells[wider][at])), default=0)

    def _declare(self, region: str) -> None:
        start, end = self.naive.cell(self.act.starts_at), self.naive.cell(self.act.ends_at)
        level = int(self.act.level or 0)
        lane = self.cells[region]
        own = lane[start]
        if own and own.level >= level:
            for at in self._run(lane, start):
                lane[at] = None
        planned = None if self.act.ends_at is None else end
        for at in range(start, end + (self.act.ends_at is None)):
            lane[at] = Cell(level, self.act.sequence, planned)
        for wider in self.naive.tree.ancestors(region):
            for at in range(start, end + (self.act.ends_at is None)):
                cell = self.cells[wider][at]
                if cell and cell.level > level:
                    self._carve(region, wider, at)

    def _carve(self, region: str, wider: str, start: int) -> None:
        tree = self.naive.tree
        way = [region, *tree.ancestors(region)]
        way = way[: way.index(wider) + 1]
        if not all(tree.place(step).parts_are_complete for step in way[1:]):
            raise Refused("CannotCarveOut")
        heirs = [part for step in way[1:] for part in tree.children(step) if part not in way]
        for at in list(self._run(self.cells[wider], start)):
            cell = self.cells[wider][at]
            assert cell is not None
            self.cells[wider][at] = None
            for heir in heirs:
                own = self.cells[heir][at]
                if own is None or own.level < cell.level:
                    self.cells[heir][at] = cell

    def _run(self, lane: Lane, start: int) -> Iterator[int]:
        """Yield the cells of one level from `start` on, without a gap."""
        first = lane[start]
        at = start
        while first and at < CELLS and (cell := lane[at]) and cell.level == first.level:
            yield at
            at += 1

    def _lift(self, regions: list[str]) -> None:
        start = self.naive.cell(self.act.starts_at)
        levels = {region: self._level(self.before, region, start) for region in regions}
        for region, level in levels.items():
            is_named = region in self.act.regions and self.finds_must
            if not level and is_named and not self._ended_around(region, start):
                raise Refused("NothingToLift")
        for region, level in levels.items():
            if level:
                self.cells[region][start:] = [None] * (CELLS - start)
                for wider in self.naive.tree.ancestors(region):
                    cell = self.cells[wider][start]
                    if cell and cell.level == level:
                        self._carve(region, wider, start)

    def _ended_around(self, region: str, at: int) -> bool:
        lineage = [region, *self.naive.tree.ancestors(region)]
        return any(self._ended(wider, at) is not None for wider in lineage)

    def _ended(self, code: str, at: int) -> int | None:
        """Give the last cell of a word that reached its planned end in the day before."""
        for end in range(at, max(at - DAY, 1) - 1, -1):
            cell = self.before[code][end - 1]
            if cell and cell.planned == end and not cell.in_error:
                return end - 1
        return None

    def _extend(self, regions: list[str]) -> None:
        for region in regions:
            try:
                self._extend_on(region)
            except Refused:
                if region in self.act.regions:
                    raise

    def _extend_on(self, region: str) -> None:
        bearer, at = self._meant(region, self.naive.cell(self.act.published_at))
        lane = [cell if cell and not cell.in_error else None for cell in self.before[bearer]]
        *_, last = self._run(lane, at)
        end = self.naive.cell(self.act.ends_at)
        if last == FOREVER:
            raise Refused("NoEndToExtend")
        if end <= last + 1:
            raise Refused("EndNotLater")
        if any(self.before[region][last + 1 : end]):
            raise Refused("AnotherPeriodFollows")
        cell = lane[last]
        assert cell is not None
        for at in range(last + 1, end):
            self.cells[region][at] = Cell(cell.level, self.act.sequence, end)

    def _meant(self, region: str, at: int) -> tuple[str, int]:
        lineage = [region, *self.naive.tree.ancestors(region)]
        now = {
            code: (cell.level, at)
            for code in lineage
            if (cell := self.before[code][at]) and not cell.in_error
        }
        lately = {
            code: (cell.level, ended)
            for code in lineage
            if (ended := self._ended(code, at)) is not None and (cell := self.before[code][ended])
        }
        for found in (now, lately):
            if region in found:
                return region, found[region][1]
            if found:
                highest = max(level for level, _ in found.values())
                bearer = next(code for code, row in found.items() if row[0] == highest)
                return bearer, found[bearer][1]
        raise Refused("NothingToExtend")
