"""What an editor should look at twice; nothing here stops an act."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from guidance.desk import texts
from guidance.desk.outcome import LOWERING
from guidance.rules.acts import SETTING, Act, ActKind
from guidance.rules.levels import Level
from guidance.rules.texts import capitalised
from guidance.rules.timeline import Applied, Word

LONG_TERM = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Warned:
    """Hold one warning: its code, which the draft keeps as seen, and its words."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Considered:
    """Hold everything that the warnings look at."""

    act: Act
    applied: Applied | None
    at: datetime
    is_on_approval: bool
    order_number: str
    public_texts: Mapping[str, str] = field(default_factory=dict)  # by name of field
    advice: Iterable[str] = ()
    others_waiting: Iterable[str] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def warnings_about(considered: Considered) -> list[Warned]:
    """List everything to look at twice, facts first."""
    return [
        *_about_time(considered),
        *_about_facts(considered),
        *_about_outcome(considered),
        *_about_texts(considered),
    ]


def _about_time(seen: Considered) -> Iterator[Warned]:
    act = seen.act
    starts_at = act.effective_at
    if not seen.is_on_approval and starts_at < seen.at:
        yield Warned("PAST_START", _("The start lies in the past."))
    if act.kind not in SETTING | {ActKind.EXTEND}:
        return
    if act.ends_at is None:
        yield Warned("NO_END", _("The level has no end; review it every 24 hours."))
    elif act.ends_at - starts_at > LONG_TERM:
        yield Warned("LONG_TERM", _("The term is longer than 30 days."))
    elif act.ends_at <= seen.at:
        yield Warned("PAST_END", _("The end already lies in the past."))
    for measure in act.measures:
        if act.ends_at and measure.ends_at and measure.ends_at > act.ends_at:
            yield Warned("MEASURE_OUTLIVES", _("A measure ends later than the level."))
            return


def _about_facts(seen: Considered) -> Iterator[Warned]:
    if seen.act.level is Level.RED and not seen.order_number:
        yield Warned("NO_ORDER", _("Red without an order number yet (“to follow”)."))
    for text in seen.others_waiting:
        yield Warned("ANOTHER_WAITS", text)


def _about_outcome(seen: Considered) -> Iterator[Warned]:
    for outcome in seen.applied.outcomes if seen.applied else ():
        place = {"place": capitalised(seen.names.get(outcome.region, outcome.region))}
        if outcome.word is Word.CONFIRMED:
            yield Warned(
                f"SAME_LEVEL:{outcome.region}",
                _("%(place)s has this level already; to move its end, use Extend.") % place,
            )
        if outcome.before is Level.RED and outcome.after is None:
            yield Warned(
                f"RED_TO_NONE:{outcome.region}", _("%(place)s goes from red to no level.") % place
            )
        if seen.act.kind is ActKind.LIFT and outcome.after is not None:
            yield Warned(
                f"WIDER_REMAINS:{outcome.region}",
                _("%(place)s keeps the level of a wider area after the lift.") % place,
            )
        if outcome.word in LOWERING and outcome.stays_higher:
            yield Warned(
                f"PARTS_STAY:{outcome.region}",
                _("Parts of %(place)s stay at a higher level.") % place,
            )


def _about_texts(seen: Considered) -> Iterator[Warned]:
    for name, text in seen.public_texts.items():
        if name.endswith("_kk") and texts.lacks_kazakh_letters(text):
            yield Warned(
                f"NO_KAZAKH_LETTERS:{name}",
                _("A Kazakh text has none of the letters ә і ң ғ ү ұ қ ө һ: “%(text)s”")
                % {"text": text[:60]},
            )
        if mixed := texts.mixed_words(text):
            yield Warned(
                f"MIXED_LETTERS:{name}",
                _("Latin and Cyrillic letters are mixed in: %(words)s")
                % {"words": ", ".join(mixed[:5])},
            )
        if texts.has_odd_phone(text):
            yield Warned(
                f"PHONE:{name}",
                _("Write phone numbers like +7 717 255 55 55: “%(text)s”") % {"text": text[:60]},
            )
    for line in seen.advice:
        if texts.is_long_line(line):
            yield Warned(
                "LONG_LINE",
                _("A line of advice has more than 12 words: “%(text)s”") % {"text": line[:60]},
            )
            return
