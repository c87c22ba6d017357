"""The result table: what an act does to each place, before anybody approves it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guidance.desk.words import end_label, moment_label
from guidance.rules.acts import Act, ActKind
from guidance.rules.levels import Level
from guidance.rules.places import Tree
from guidance.rules.situation import PlaceSituation
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


def remaining(
    tree: Tree, situation: Callable[[str], PlaceSituation], outcome: RegionOutcome
) -> PlaceSituation | None:
    """Give the wider region whose level shows through after a lift."""
    if outcome.after is None:
        return None
    wider = (situation(code) for code in tree.ancestors(outcome.region))
    return next((place for place in wider if place.level == outcome.after), None)


@dataclass(frozen=True)
class Telling:
    """Know the words that the table is written in."""

    lang: str
    tree: Tree
    name: Callable[[str], str]
    number: Callable[[int], str]
    level: Callable[[Level | None], str]
    situation: Callable[[str], PlaceSituation]

    def lines(self, act: Act, applied: Applied, *, is_on_approval: bool) -> list[Line]:
        """Write the table, in the tree's order."""
        order = {code: place for place, code in enumerate(self.tree)}
        outcomes = sorted(applied.outcomes, key=lambda outcome: order.get(outcome.region, 0))
        return [self._line(act, outcome, is_on_approval) for outcome in outcomes]

    def _line(self, act: Act, outcome: RegionOutcome, is_on_approval: bool) -> Line:
        zone = self.tree.place(outcome.region).time_zone
        return Line(
            code=outcome.region,
            place=self.name(outcome.region),
            before=outcome.before,
            after=outcome.after,
            word=self.word(outcome.word),
            since=self._since(act, outcome, zone, is_on_approval),
            until=self._until(act, outcome, zone),
            notes=tuple(self._notes(act, outcome)),
            stays=tuple((stays.code, self._stays(stays)) for stays in outcome.stays_higher),
        )

    def word(self, word: Word) -> str:
        """Say what happens to a place, in the public's words."""
        if word is Word.ALL_CLEAR:
            return _("all-clear notice, no change")
        return PUBLIC_WORDS[word][self.lang]

    def _since(self, act: Act, outcome: RegionOutcome, zone: str, is_on_approval: bool) -> str:
        if act.kind is ActKind.EXTEND:
            added = outcome.own_after
            return moment_label(added.starts_at, zone, self.lang) if added else ""
        if is_on_approval:
            return _("on approval")
        return moment_label(act.effective_at, zone, self.lang)

    def _until(self, act: Act, outcome: RegionOutcome, zone: str) -> str:
        if act.kind is not ActKind.LIFT:
            return end_label(act.ends_at, zone, self.lang)
        wider = remaining(self.tree, self.situation, outcome)
        return end_label(wider.until, zone, self.lang) if wider is not None else ""

    def _notes(self, act: Act, outcome: RegionOutcome) -> Iterator[str]:
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
