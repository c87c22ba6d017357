"""The level periods of a place as events: its own and those of the places around it."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from functools import cached_property
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils.translation import gettext as _

from guidance.channels.icalendar import Calendar, Event
from guidance.models import Declaration
from guidance.rules.dates import local
from guidance.rules.ends import end_text
from guidance.rules.level_words import named_level
from guidance.rules.levels import Level
from guidance.rules.texts import capitalised
from guidance.shown.cards import decision, end_of
from guidance.shown.corrections import reason_of
from guidance.shown.marks import shown_moment
from guidance.shown.outlook import Outlook
from guidance.shown.places import place_address, place_name
from guidance.shown.runs import Run, runs
from guidance.shown.sentences import card_sentence

PAST = timedelta(days=365)


class LevelCalendar:
    """Hold the calendar of one place."""

    def __init__(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self._lang = outlook.lang
        self._page = settings.BASE_URL + place_address(outlook.region, outlook.lang)

    def calendar(self) -> Calendar:
        """Give the calendar: what ended within a year, what holds, what is announced."""
        place = capitalised(self._outlook.name)
        return Calendar(
            name=f"Деңгей · {place}",
            description=f"{_('Terrorism threat levels in Kazakhstan')}. {self._now}",
            language=self._lang,
            address=self._page,
            events=tuple(self._events()),
        )

    @property
    def _now(self) -> str:
        remark = _("A calendar may be an old copy. The level now: %(address)s")
        return remark % {"address": self._page}

    def _events(self) -> Iterator[Event]:
        by_bearer: dict[int, list[Any]] = {}
        for period in self._outlook.periods:
            by_bearer.setdefault(period.region_id, []).append(period)
        for bearer in sorted(by_bearer):
            for run in runs(by_bearer[bearer]):
                is_recent = run.ends_at is None or run.ends_at > self._outlook.at - PAST
                if run.level is not None and run.starts_at is not None and is_recent:
                    yield self._event(run, run.level, run.starts_at)
