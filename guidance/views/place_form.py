"""The question "which level was where and when", as readers put it into a form."""

from collections.abc import Mapping
from functools import cached_property

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from guidance.rules.levels import Level
from guidance.shown.checked_place import MeantPlace, PlaceQuestion, places_asked
from guidance.shown.days import Day
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.places import by_alphabet, headed_place
from guidance.views.asked import Asked, clock_asked, day_asked

NAMES = ("place", "date", "at", "level")
LONGEST = 80
LEVELS: Mapping[str, Level | None] = {"none": None} | {each.name.lower(): each for each in Level}


class PlaceForm:
    """Read place, day, hour and level; say at each what is wrong with it."""

    def __init__(self, ground: Ground, parameters: Mapping[str, str]) -> None:
        self.ground = ground
        self.values = {name: parameters.get(name, "").strip()[:LONGEST] for name in NAMES}
        self.is_asked = any(name in parameters for name in NAMES)

    @property
    def date(self) -> str:
        """Give the day as a field for days can hold it."""
        return self.values["date"] if day_asked(self.values["date"]) else ""

    @property
    def hour(self) -> str:
        """Give the hour as a field for hours can hold it."""
        return self.values["at"] if clock_asked(self.values["at"]) is not None else ""

    @cached_property
    def found(self) -> list[MeantPlace]:
        """Give the places that the words may mean."""
        return places_asked(self.ground.atlas, self.values["place"])

    @cached_property
    def errors(self) -> Mapping[str, str]:
        """Name for each field what keeps it from being answered."""
        if not self.is_asked:
            return {}
        said = {"place": self._place_error(), "date": self._date_error(), "at": self._hour_error()}
        said["level"] = "" if self.values["level"] in LEVELS else _("Choose the level")
        return {name: text for name, text in said.items() if text}

    @cached_property
    def question(self) -> PlaceQuestion | None:
        """Give what is asked, once all of it is understood."""
        date = day_asked(self.values["date"])
        if not self.is_asked or self.errors or date is None:
            return None
        day = Day(date, self._zone, clock_asked(self.values["at"]))
        return PlaceQuestion(self.found[0], day, LEVELS[self.values["level"]])

    @property
    def others(self) -> list[Named]:
        """Name the other places that the words may mean, with the same question about them."""
        lang = self.ground.lang
        return [
            Named(
                headed_place(meant.region, lang).name,
                f"/{lang}/check/?{urlencode({**self.values, 'place': meant.region.slug})}#answer",
            )
            for meant in self.found[1:]
        ]

    @property
    def names(self) -> list[str]:
        """Offer the names of all places."""
        ground = self.ground
        regions = by_alphabet(ground.atlas.regions.values(), ground.lang)
        return [headed_place(region, ground.lang).name for region in regions]

    @property
    def levels(self) -> list[LevelMark]:
        return [level_mark(each, self.ground.lang, self.ground.wording) for each in LEVELS.values()]

    def _place_error(self) -> str:
        if not self.values["place"]:
            return _("Name the place")
        return "" if self.found else _("We do not know this place. Name the town or the region")

    def _date_error(self) -> str:
        asked = Asked(self.values["date"], "", self._zone)
        return self._ahead if asked.is_ahead(self.ground.at) else asked.problem(self.ground.at)

    def _hour_error(self) -> str:
        asked = Asked(self.values["date"], self.values["at"], self._zone)
        if not asked.clock or self._date_error():
            return ""
        is_ahead = asked.minute is not None and asked.is_ahead(self.ground.at)
        return self._ahead if is_ahead else asked.problem(self.ground.at)

    @property
    def _ahead(self) -> str:
        return _("This moment is still ahead: nothing can be said of it yet")

    @property
    def _zone(self) -> str:
        return (self.found[0].region if self.found else self.ground.country).time_zone
