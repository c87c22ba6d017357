"""What the rules refuse, said to a person: what is wrong, and what to do instead."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guidance.rules import errors
from guidance.rules.dates import moment
from guidance.rules.level_words import level_name
from guidance.rules.levels import Level
from guidance.rules.texts import capitalised
from guidance.stored.atlas import Atlas, name_of
from guidance.stored.projection import numbers


@dataclass(frozen=True, slots=True)
class Names:
    """Turn codes and sequences into words in the reader's language."""

    place: Callable[[str], str]
    zone: Callable[[str], str]
    measure: Callable[[str], str]
    number: Callable[[int], str]
    level: Callable[[Level | None], str]


def names_of(regions: Atlas, *, exercise: bool) -> Names:
    """Take the words from the catalogues, in the active language."""
    lang = get_language() or "kk"

    def number(sequence: int) -> str:
        return numbers([sequence], exercise=exercise).get(sequence, str(sequence))

    return Names(
        place=lambda code: name_of(regions.regions[code])[lang],
        zone=lambda code: regions.regions[code].time_zone,
        measure=lambda code: name_of(regions.measures[code])[lang],
        number=number,
        level=lambda level: level_name(level)[lang],
    )


def refusal_text(error: errors.RuleError, names: Names) -> str:
    """Say in the active language why the rules refuse an act."""
    return capitalised(_refusal(error, names))


def _refusal(error: errors.RuleError, names: Names) -> str:
    match error:
        case errors.UnknownRegion():
            return _("There is no place with the code “%(code)s”.") % {"code": error.region}
        case errors.UnexpectedFact():
            return _("An act of this kind can't change this.")
        case errors.MissingFact():
            return _("Fill in this field.")
        case errors.EndNotAfterStart():
            return _("The end must lie after the start.")
        case errors.StartTooEarly():
            return _("The start may lie at most 24 hours in the past.")
        case errors.NotYetEstablished():
            return _("%(place)s did not exist on that day; name %(predecessor)s instead.") % {
                "place": names.place(error.region),
                "predecessor": names.place(error.predecessor),
            }
        case errors.CannotCarveOut():
            return _cannot_carve_out(error, names)
        case errors.MeasureOutsideRegions() | errors.MeasureNeedsPeriod():
            return _measure_text(error, names)
        case errors.MeasureEndNotAfterStart():
            return _("%(measure)s: the end must lie after the start.") % {
                "measure": names.measure(error.measure)
            }
        case _:
            return _timeline_text(error, names)


def _timeline_text(error: errors.RuleError, names: Names) -> str:
    match error:
        case errors.NothingToLift():
            return _(
                "%(place)s: no level is in force and none ended as planned in the last 24 hours,"
                " so there is nothing to lift."
            ) % {"place": names.place(error.region)}
        case errors.NothingToExtend():
            return _("%(place)s: no level is in force, so there is nothing to extend.") % {
                "place": names.place(error.region)
            }
        case errors.NoEndToExtend():
            return _(
                "%(place)s: the level stands until further notice (No. %(number)s) and has no end"
                " to extend. Change the level to give it an end."
            ) % {"place": names.place(error.region), "number": names.number(error.declaration)}
        case errors.EndNotLater():
            return _("%(place)s: the new end must be later than the present one, %(end)s.") % {
                "place": names.place(error.region),
                "end": moment(
                    error.present_end,
                    names.zone(error.region),
                    get_language() or "kk",
                    offset=True,
                ),
            }
        case errors.AnotherPeriodFollows():
            return _(
                "%(place)s: another level already follows (No. %(number)s). Change the level"
                " instead of extending it."
            ) % {"place": names.place(error.region), "number": names.number(error.declaration)}
        case _:
            return _reference_text(error, names)


def _reference_text(error: errors.RuleError, names: Names) -> str:
    match error:
        case errors.AlreadyWithdrawn():
            return _("No. %(number)s was withdrawn before: there is nothing left to withdraw.") % {
                "number": names.number(error.declaration)
            }
        case errors.LaterActsDependOnIt():
            return _(
                "Later declarations would not hold without No. %(number)s; withdraw them first:"
                " %(later)s."
            ) % {
                "number": names.number(error.declaration),
                "later": ", ".join(map(names.number, error.dependents)),
            }
        case errors.CannotBeWithdrawn():
            return _(
                "No. %(number)s is a correction or a withdrawal: it can't be withdrawn. Correct the"
                " words again, or declare the level anew."
            ) % {"number": names.number(error.declaration)}
        case errors.CannotBeCorrected():
            return _(
                "No. %(number)s is a withdrawal: its words can't be corrected. Publish a statement"
                " about it instead."
            ) % {"number": names.number(error.declaration)}
        case _:
            return _("The rules refuse this act (%(name)s).") % {"name": type(error).__name__}


def _cannot_carve_out(error: errors.CannotCarveOut, names: Names) -> str:
    return _(
        "%(place)s lies inside %(wider)s, which has the level %(level)s (No. %(number)s), and not"
        " all parts of %(incomplete)s are known. Change the level of %(wider)s and declare its"
        " parts by name."
    ) % {
        "place": names.place(error.region),
        "wider": names.place(error.wider),
        "incomplete": names.place(error.incomplete),
        "level": names.level(error.level),
        "number": names.number(error.declaration),
    }


def _measure_text(
    error: errors.MeasureOutsideRegions | errors.MeasureNeedsPeriod, names: Names
) -> str:
    measure = names.measure(error.measure)
    if isinstance(error, errors.MeasureNeedsPeriod):
        return _("%(measure)s: give it a period of its own; the level's no longer holds it.") % {
            "measure": measure
        }
    return _("%(measure)s: %(place)s lies outside the places of this act.") % {
        "measure": measure,
        "place": names.place(error.region),
    }
