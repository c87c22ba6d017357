"""The question "which level was where and when", as readers put it into a form."""

from collections.abc import Mapping
from functools import cached_property

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from guidance.models import Region
from guidance.rules.dates import local
from guidance.rules.levels import Level
from guidance.shown.checked_place import PlaceQuestion, places_asked
from guidance.shown.days import Day
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.places import by_alphabet, headed_place
from guidance.views.asked import clock_asked, day_asked, is_ahead

NAMES = ("place", "date", "at", "level")
LONGEST = 80
LEVELS: Mapping[str, Level | None] = {"none": None} | {each.name.lower(): each for each in Level}


class PlaceForm:
    """Read place, day, hour and level; say at each what is wrong with it."""

    def __init__(self, ground: Ground, parameters: Mapping[str, str]) -> None:
        self.ground = ground
        self.values = {name: parameters.get(name, "").strip()[:LONGEST] for name in NAMES}
        self.is_asked = any(name in parameters for name in NAMES)

    @cached_property
    def found(self) -> list[Region]:
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
        region, clock = self.found[0], clock_asked(self.values["at"])
        return PlaceQuestion(
            region, Day(date, region.time_zone, clock), LEVELS[self.values["level"]]
        )

    @property
    def others(self) -> list[Named]:
        """Name the other places that the words may mean, with the same question about them."""
        lang = self.ground.lang
        return [
            Named(
                headed_place(region, lang).name,
                f"/{lang}/check/?{urlencode({**self.values, 'place': region.slug})}#answer",
            )
            for region in self.found[1:]
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
        date = day_asked(self.values["date"])
        if date is None:
            return _("Give the date as YYYY-MM-DD, not before 1991")
        if is_ahead(date, self.ground.at, self._zone):
            return _("This day is still ahead. What is announced stands on the page of the region")
        return ""

    def _hour_error(self) -> str:
        date, clock = day_asked(self.values["date"]), clock_asked(self.values["at"])
        if clock is None:
            return _("Give the hour as HH:MM") if self.values["at"] else ""
        is_today = date == local(self.ground.at, self._zone).date()
        minute = Day(date, self._zone, clock) if date is not None and is_today else None
        if minute is not None and minute.starts_at > self.ground.at:
            return _("This hour is still ahead. Leave it empty to ask about the whole day")
        return ""

    @property
    def _zone(self) -> str:
        return (self.found[0] if self.found else self.ground.country).time_zone
