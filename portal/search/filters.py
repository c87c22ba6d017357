"""The filters of a search: type, place, level, year."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from guidance.rules.spelling import visible
from guidance.rules.texts import capitalised
from guidance.shown.ground import Ground
from guidance.shown.maps import SCALE_TOP_DOWN
from guidance.shown.marks import level_mark
from guidance.shown.places import by_alphabet, first_level, place_name
from portal.search.kinds import ARTICLE, Kind

FIRST_YEAR = 2013  # the decree that made the levels
MOST_OF_A_VALUE = 60
DECLARATION = "declaration"
RECORDS = ("person", "organisation", "topic")
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Hold one filter: its name in the address, what was asked, and what can be asked."""

    name: str
    label: str
    value: str
    choices: Choices
    error: str = ""

    @property
    def is_unknown(self) -> bool:
        return bool(self.error)


def filters(ground: Ground, parameters: QueryDict) -> Sequence[Filter]:
    """Read the filters of an address."""
    regions = _regions(ground, parameters.get("region", "").strip())
    asked = (
        ("type", _("Type"), _types(), _("There is no such type: %(value)s.")),
        ("region", _("Place"), regions, _("There is no such region: %(value)s.")),
        ("level", _("Level"), _levels(ground), _("There is no such level: %(value)s.")),
        ("year", _("Year"), _years(ground), _("There is nothing from the year %(value)s.")),
    )
    return [_filter(parameters, *each) for each in asked]


def _filter(parameters: QueryDict, name: str, label: str, choices: Choices, message: str) -> Filter:
    value = visible(parameters.get(name, ""), MOST_OF_A_VALUE)
    is_known = not value or value in dict(choices)
    return Filter(name, label, value, choices, "" if is_known else message % {"value": value})


def _types() -> Choices:
    kinds = [(kind.value.lower(), str(kind.label)) for kind in Kind]
    return (
        (DECLARATION, _("Decisions on levels")),
        (ARTICLE, _("News and comments")),
        *kinds,
        ("person", _("People")),
        ("organisation", _("Organisations")),
        ("topic", _("Topics")),
    )


def _regions(ground: Ground, asked: str) -> Choices:
    atlas = ground.atlas
    offered = [ground.country, *by_alphabet(first_level(atlas), ground.lang)]
    # A place below the first level is not offered, but may be asked for.
    if asked in atlas.regions and atlas.regions[asked] not in offered:
        offered.append(atlas.regions[asked])
    return tuple((region.code, capitalised(place_name(region, ground.lang))) for region in offered)


def _levels(ground: Ground) -> Choices:
    marks = (level_mark(level, ground.lang, ground.wording) for level in SCALE_TOP_DOWN)
    return tuple((mark.key, mark.name) for mark in marks if not mark.is_none)


def _years(ground: Ground) -> Choices:
    last = localdate(ground.at).year
    return tuple((str(year), str(year)) for year in range(last, FIRST_YEAR - 1, -1))
