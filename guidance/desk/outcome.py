"""The result table: what an act does to each place, before anybody approves it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from guidance.desk.words import end_label, moment_label
from guidance.models import Declaration
from guidance.rules.acts import Act, ActKind
from guidance.rules.lasting import lasting
from guidance.rules.levels import Level
from guidance.rules.measures_in_force import measure_codes
from guidance.rules.places import Tree
from guidance.rules.texts import capitalised
from guidance.rules.timeline import Applied, Period, RegionOutcome, Stays, Word
from guidance.rules.words import PUBLIC_WORDS

LOWERING = frozenset({Word.LOWERED, Word.LIFTED})


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one place of the result table, with what must be said under it."""

    code: str
    place: str
    before: Level | None
    after: Level | None
    word: str
    since: str
    until: str
    notes: tuple[str, ...]
    stays: tuple[tuple[str, str], ...]  # code and sentence of each narrower, higher level


@dataclass(frozen=True, slots=True)
class Deed:
    """Hold an act and what it did; `announced_from` is when what it withdraws was to begin."""

    act: Act
    applied: Applied
    is_on_approval: bool
    announced_from: datetime | None = None


def deed(act: Act, applied: Applied, *, is_on_approval: bool, target: Declaration | None) -> Deed:
    """Put together what the table tells of; `target` is the declaration that the act speaks of."""
    starts_at = target.starts_at if target is not None else None
    is_ahead = starts_at is not None and starts_at > act.effective_at
    return Deed(act, applied, is_on_approval, starts_at if is_ahead else None)


@dataclass(frozen=True)
class Telling:
    """Know the words that the table is written in."""

    lang: str
    tree: Tree
    name: Callable[[str], str]
    number: Callable[[int], str]
    level: Callable[[Level | None], str]
    measure: Callable[[str], str]
    measures_now: Callable[[str], Collection[str]]

    def lines(self, deed: Deed) -> list[Line]:
        """Write the table, in the tree's order."""
        order = {code: place for place, code in enumerate(self.tree)}
        outcomes = deed.applied.outcomes
        in_order = sorted(outcomes, key=lambda outcome: order.get(outcome.region, 0))
        return [self._line(deed, outcome) for outcome in in_order]

    def _line(self, deed: Deed, outcome: RegionOutcome) -> Line:
        zone = self.tree.place(outcome.region).time_zone
        return Line(
            code=outcome.region,
            place=self.name(outcome.region),
            before=outcome.before,
            after=outcome.after,
            word=self.word(outcome.word),
            since=self._since(deed, outcome, zone),
            until=self._until(deed, outcome, zone),
            notes=tuple(self._notes(deed, outcome)),
            stays=tuple((stays.code, self._stays(stays)) for stays in outcome.stays_higher),
        )

    def word(self, word: Word) -> str:
        """Say what happens to a place, in the public's words."""
        if word is Word.ALL_CLEAR:
            return _("all-clear notice, no change")
        return PUBLIC_WORDS[word][self.lang]

    def _since(self, deed: Deed, outcome: RegionOutcome, zone: str) -> str:
        if deed.act.kind is ActKind.EXTEND:
            added = outcome.own_after
            return moment_label(added.starts_at, zone, self.lang) if added else ""
        if deed.is_on_approval:
            return _("on approval")
        return moment_label(deed.act.effective_at, zone, self.lang)

    def _until(self, deed: Deed, outcome: RegionOutcome, zone: str) -> str:
        act = deed.act
        if act.kind not in (ActKind.LIFT, ActKind.WITHDRAW):
            return end_label(act.ends_at, zone, self.lang)
        left = lasting(self.tree, deed.applied.timeline, outcome.region, act.effective_at)
        return end_label(left.until, zone, self.lang) if left.level is not None else ""

    def _notes(self, deed: Deed, outcome: RegionOutcome) -> Iterator[str]:
        act = deed.act
        if act.kind is ActKind.WITHDRAW:
            yield from self._comes_back(deed, outcome)
        yield from self._ending_measures(deed, outcome)
        if act.kind is ActKind.WITHDRAW:
            return
        if outcome.own_before is not None and act.kind is not ActKind.LIFT:
            yield self._replaced(outcome.own_before)
        for sequence in outcome.carved_from:
            yield _("Carved out of the wider act No. %(number)s.") % {
                "number": self.number(sequence)
            }
        if act.kind is ActKind.LIFT and outcome.after is not None:
            yield _("The %(level)s level of a wider area stays in force here.") % {
                "level": self.level(outcome.after)
            }

    def _ending_measures(self, deed: Deed, outcome: RegionOutcome) -> Iterator[str]:
        """Name the measures in force that the act ends at this place."""
        at = deed.act.effective_at
        left = measure_codes(self.tree, deed.applied.timeline, outcome.region, at)
        ending = [code for code in self.measures_now(outcome.region) if code not in left]
        if ending and deed.act.kind is not ActKind.EXTEND:
            yield _("Measures that end here: %(measures)s.") % {
                "measures": ", ".join(map(self.measure, ending))
            }

    def _comes_back(self, deed: Deed, outcome: RegionOutcome) -> Iterator[str]:
        """Say what stands once the act is taken for one that was never issued."""
        if deed.announced_from is not None:
            zone = self.tree.place(outcome.region).time_zone
            yield _("The level announced from %(start)s will not come into force.") % {
                "start": moment_label(deed.announced_from, zone, self.lang)
            }
        again = outcome.own_after
        if outcome.before == outcome.after:
            yield _("The level now stays as it is.")
        if again is not None and again != outcome.own_before:
            yield _("No. %(number)s is in force again.") % {
                "number": self.number(again.declaration)
            }
        elif again is None and outcome.after is not None:
            yield _("The %(level)s level of a wider area holds here.") % {
                "level": self.level(outcome.after)
            }

    def _replaced(self, period: Period) -> str:
        zone = self.tree.place(period.region).time_zone
        return _("Now by No. %(number)s, until: %(end)s.") % {
            "number": self.number(period.declaration),
            "end": end_label(period.ends_at, zone, self.lang),
        }

    def _stays(self, stays: Stays) -> str:
        said = _(
            "%(place)s stays %(level)s (until: %(end)s): a wide act never lowers a narrower,"
            " higher level. To change it, name it too."
        ) % {
            "place": self.name(stays.code),
            "level": self.level(stays.level),
            "end": end_label(stays.ends_at, self.tree.place(stays.code).time_zone, self.lang),
        }
        return capitalised(said)
