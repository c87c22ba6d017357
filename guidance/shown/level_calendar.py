"""The level periods of a place as events: its own, and those of the places around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from guidance.models import Declaration, LevelPeriod, Region
from guidance.rules.dates import local
from guidance.rules.ends import end_text
from guidance.rules.level_words import named_level
from guidance.rules.levels import Level
from guidance.rules.texts import capitalised
from guidance.shown.calendars import Calendar, Event
from guidance.shown.cards import decision, end_of
from guidance.shown.corrections import reason_of
from guidance.shown.marks import shown_moment
from guidance.shown.outlook import Outlook
from guidance.shown.places import place_address, place_name
from guidance.shown.runs import Run, runs
from guidance.shown.sentences import card_sentence

PAST = timedelta(days=365)


@dataclass(frozen=True)
class LevelCalendar:
    """Hold the calendar of one place: what ended within a year, what holds, what is announced."""

    outlook: Outlook

    @property
    def calendar(self) -> Calendar:
        """Give what is written."""
        lang, place = self.outlook.lang, capitalised(self.outlook.name)
        return Calendar(
            name=f"Деңгей · {place}",
            description=f"{_('Terrorism threat levels in Kazakhstan')}. {self._remark}",
            language=lang,
            address=self._page,
            events=tuple(self._events()),
        )

    @property
    def _page(self) -> str:
        return f"{settings.BASE_URL}{place_address(self.outlook.region, self.outlook.lang)}"

    @property
    def _remark(self) -> str:
        said = _("This may be an old copy. The level now: %(address)s")
        return said % {"address": self._page}

    @cached_property
    def _decided(self) -> Sequence[tuple[int, datetime]]:
        """Give the place in the ledger, and the time, of all acts about the place."""
        tree = self.outlook.atlas.tree
        acts = Declaration.objects.of_ledger(exercise=self.outlook.ground.public.exercise)
        about = acts.published().concerning(tree.lineage(self.outlook.region.code))
        rows = about.order_by("sequence").values_list("sequence", "published_at")
        return [(sequence, at) for sequence, at in rows if sequence and at]

    def _events(self) -> Iterator[Event]:
        by_bearer: dict[int, list[LevelPeriod]] = {}
        for period in self.outlook.periods:
            by_bearer.setdefault(period.region_id, []).append(period)
        for key in sorted(by_bearer):
            bearer = self.outlook.atlas.by_id[key]
            for run in runs(by_bearer[key]):
                is_recent = run.ends_at is None or run.ends_at > self.outlook.at - PAST
                if run.level is not None and run.starts_at is not None and is_recent:
                    yield self._event(bearer, run, run.level, run.starts_at)

    def _event(self, bearer: Region, run: Run, level: Level, starts_at: datetime) -> Event:
        first, lang = run.periods[0].declaration, self.outlook.lang
        name = f"level:{first.number}:{bearer.code}:{starts_at.isoformat()}:{lang}"
        later = [at for sequence, at in self._decided if sequence > (first.sequence or 0)]
        changed_at = later[-1] if later else first.published_at or starts_at
        ends_at = run.ends_at
        if ends_at is None:
            today, ends_at = self._horizon(bearer, starts_at)
            changed_at = max(changed_at, min(today, self.outlook.at))
        return Event(
            uid=uuid5(NAMESPACE_URL, name).urn,
            starts_at=starts_at,
            ends_at=ends_at,
            summary=self._summary(bearer, run, level),
            description="\n".join(self._told(run, first, starts_at)),
            location=capitalised(place_name(bearer, lang)),
            category=level.name,
            address=settings.BASE_URL + decision(first, lang).address,
            # The ledger only grows, so whatever is undone in it raises the number too.
            sequence=len(later),
            changed_at=changed_at,
            is_cancelled=run.is_in_error,
        )

    def _horizon(self, bearer: Region, starts_at: datetime) -> tuple[datetime, datetime]:
        """Give when today began and when tomorrow ends: so far a level without an end is drawn.

        RFC 5545 has no event without an end: one that lacks it ends when it begins. Whoever stops
        asking us is left with a level that goes on for two days at most.
        """
        zone = ZoneInfo(bearer.time_zone)
        day = local(max(self.outlook.at, starts_at), bearer.time_zone).date()
        today, end = (datetime.combine(day + timedelta(days=days), time(), zone) for days in (0, 2))
        return today, end

    def _summary(self, bearer: Region, run: Run, level: Level) -> str:
        lang, wording = self.outlook.lang, self.outlook.wording
        place = place_name(bearer, lang)
        if run.is_in_error:
            named = f"{capitalised(place)}, {named_level(level, wording)[lang]}"
            return f"{_('This notice was issued in error')}: {named}"
        return str(card_sentence(place, level, lang, wording))

    def _told(self, run: Run, first: Declaration, starts_at: datetime) -> Iterator[str]:
        outlook, lang = self.outlook, self.outlook.lang
        is_over = run.ends_at is not None and run.ends_at <= outlook.at
        since = shown_moment(starts_at, outlook.zone, lang, precision=first.precision, offset=True)
        yield f"{_('From')}: {since.text}."
        yield f"{end_text(end_of(outlook, run, is_over=is_over), lang)}."
        yield reason_of(outlook.ground.book, first, lang)
        number = _("Decision No. %(number)s") % {"number": first.number}
        yield f"{number}: {settings.BASE_URL}{decision(first, lang).address}"
        yield self._remark
