"""The base of a fold, with a journal that lets one act be taken out of its middle."""

from dataclasses import dataclass
from datetime import datetime

from guidance.rules.acts import Act
from guidance.rules.errors import RuleError
from guidance.rules.performing import perform
from guidance.rules.periods import EMPTY, Lane
from guidance.rules.places import Tree
from guidance.rules.shelf import without_old_rows
from guidance.rules.working import Question, Working, looks_the_same

MANY = 1_000


@dataclass(frozen=True, slots=True)
class Entry:
    """Remember what an act looked at, and the lanes that it changed."""

    act: Act
    reach: datetime
    touched: set[str]
    asked: list[tuple[str, Question]]
    before: dict[str, Lane]
    after: dict[str, Lane]
    is_refused: bool


@dataclass(frozen=True, slots=True)
class Redone:
    """Hold the base without one act: the lanes that differ for it, and the journal to go on."""

    lanes: dict[str, Lane]
    entries: list[Entry]
    refused: tuple[int, ...]


class Journal:
    """Hold the base, and its history as far back as a later withdrawal reaches."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._entries: list[Entry] = []
        self._refused_before: list[int] = []
        self.lanes: dict[str, Lane] = {}

    def write(
        self,
        act: Act,
        reach: datetime,
        working: Working,
        changed: dict[str, Lane],
        is_refused: bool = False,
    ) -> None:
        """Take over what an act did to the base, or that the base has no room for it."""
        entry = _entry(act, reach, working, changed, self.lanes, is_refused)
        self.lanes.update(changed)
        self._entries.append(entry)

    def forget_before(self, sequence: int) -> None:
        """Drop the entries before an act, once there are many of them."""
        if len(self._entries) > 2 * MANY and self._entries[MANY].act.sequence < sequence:
            forgotten = [row for row in self._entries if row.act.sequence < sequence]
            self._refused_before += [row.act.sequence for row in forgotten if row.is_refused]
            self._entries = self._entries[len(forgotten) :]

    def without(self, sequence: int) -> Redone:
        """Do again, without one act, those acts after it that look at what differs for that."""
        index = next(i for i, row in enumerate(self._entries) if row.act.sequence == sequence)
        removed, *later = self._entries[index:]
        lanes = dict(self.lanes)
        for entry in reversed(self._entries[index:]):
            lanes.update(entry.before)
        entries = self._entries[:index]
        original = dict(removed.after)
        for entry in later:
            if not looks_the_same(entry.touched, entry.asked, lanes, original):
                redone = self._do_again(entry, lanes)
                _compare(original, entry, redone, lanes)
                entry = redone
            lanes.update(entry.after)
            entries.append(entry)
        refused = [row.act.sequence for row in entries if row.is_refused]
        changed = {code: lanes.get(code, EMPTY) for code in original}
        return Redone(changed, entries, (*self._refused_before, *refused))

    def adopt(self, redone: Redone) -> None:
        """Go on from the base without the act."""
        self.lanes.update(redone.lanes)
        self._entries = redone.entries

    def _do_again(self, entry: Entry, lanes: dict[str, Lane]) -> Entry:
        act, reach = entry.act, entry.reach
        working = Working(self._tree, lanes, act.sequence)
        try:
            perform(working, act, lift_must_find=False)
        except RuleError:
            return _entry(act, reach, working, {}, lanes, is_refused=True)
        changed = {code: without_old_rows(lane, reach) for code, lane in working.changed.items()}
        return _entry(act, reach, working, changed, lanes, is_refused=False)


def _entry(
    act: Act,
    reach: datetime,
    working: Working,
    changed: dict[str, Lane],
    lanes: dict[str, Lane],
    is_refused: bool,
) -> Entry:
    before = {code: lanes.get(code, EMPTY) for code in changed}
    return Entry(act, reach, working.touched, working.asked, before, changed, is_refused)


def _compare(
    original: dict[str, Lane], entry: Entry, redone: Entry, lanes: dict[str, Lane]
) -> None:
    """Keep in `original` the lanes, as they were with the act, that are different without it."""
    for code in entry.after.keys() | redone.after.keys():
        unchanged = lanes.get(code, EMPTY)
        was = entry.after.get(code) or original.get(code) or unchanged
        if redone.after.get(code, unchanged) == was:
            original.pop(code, None)
        else:
            original[code] = was
