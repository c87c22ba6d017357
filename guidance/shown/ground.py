"""What pages stand on: the situation, the acts behind it, the words for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from guidance.models import ActCode, Declaration, Origin, Region
from guidance.rules.dates import Precision, local
from guidance.rules.ends import End, end_text, end_value, until_phrase
from guidance.rules.level_words import Wording
from guidance.rules.situation import PlaceSituation
from guidance.shown.book import Book
from guidance.shown.catalogue import Catalogue, reference
from guidance.shown.marks import LevelMark, Moment, level_mark, shown_moment
from guidance.shown.stored_book import StoredBook
from guidance.situations import PublicSituation
from guidance.stored.atlas import Atlas

ENDS_SOON = timedelta(hours=24)


class Terms(NamedTuple):
    """Say since when and until when a level stands."""

    since: Moment
    end: str
    ends_soon: bool


@dataclass(frozen=True)
class Ground:
    """Answer for any place at one instant, in one language, from a book that tells the rest."""

    public: PublicSituation
    lang: str
    book: Book

    @property
    def at(self) -> datetime:
        return self.public.at

    @property
    def atlas(self) -> Atlas:
        return self.public.atlas

    @property
    def acts(self) -> Mapping[int, Declaration]:
        """Give the declarations that bear the situation."""
        return self.book.acts

    @cached_property
    def catalogue(self) -> Catalogue:
        """Give the reference texts in force at the instant."""
        return Catalogue(reference(self.atlas), self.at)

    @property
    def wording(self) -> Wording:
        return self.catalogue.wording

    @property
    def country(self) -> Region:
        return self.atlas.regions[self.atlas.tree.root]

    @cached_property
    def day(self) -> date:
        """Give the day of the instant by the clocks of the capital."""
        return local(self.at, self.country.time_zone).date()

    @cached_property
    def as_of(self) -> Moment:
        """Say when what the page shows was true."""
        return shown_moment(self.at, self.country.time_zone, self.lang, offset=True)

    def place(self, code: str) -> PlaceSituation:
        """Give the situation of one place."""
        return self.public.place(code)

    def mark(self, code: str) -> LevelMark:
        """Mark the level of a place."""
        return level_mark(self.place(code).level, self.lang, self.wording)

    def terms(self, code: str, zone: str = "") -> Terms | None:
        """Say since when and until when a level stands, by the clocks of a zone or of the place."""
        here = self.place(code)
        if here.level is None or here.since is None:
            return None
        zone = zone or self.atlas.regions[code].time_zone
        first = self.acts[here.declarations[0]]
        start_zone = self.named_zone(first, code) if first.precision == Precision.DAY else zone
        return Terms(
            since=shown_moment(here.since, start_zone, self.lang, precision=first.precision),
            end=end_text(self._end(here, zone), self.lang, offset=False),
            ends_soon=here.until is not None and here.until - self.at <= ENDS_SOON,
        )

    def until(self, code: str, zone: str) -> str:
        """Say until when a level stands as a phrase of a longer line; without one nothing."""
        here = self.place(code)
        return "" if here.level is None else until_phrase(self._end(here, zone), self.lang)

    def span(self, code: str, zone: str) -> tuple[Moment, str] | None:
        """Say since when and until when a level of the past stood, as known now."""
        here = self.place(code)
        if here.level is None or here.since is None:
            return None
        first = self.acts[here.declarations[0]]
        start_zone = self.named_zone(first, code) if first.precision == Precision.DAY else zone
        end = replace(self._end(here, zone), may_be_extended=False, extended_times=0)
        return (
            shown_moment(here.since, start_zone, self.lang, precision=first.precision),
            end_value(end, self.lang, offset=False),
        )

    def named_zone(self, act: Declaration, code: str) -> str:
        """Give the zone of the region that an act names and that holds a place."""
        named = {row.region_id for row in act.regions.all()}
        lineage = (self.atlas.regions[each] for each in self.atlas.tree.lineage(code))
        zones = (region.time_zone for region in lineage if region.pk in named)
        return next(zones, self.atlas.regions[code].time_zone)

    def _end(self, here: PlaceSituation, zone: str) -> End:
        acts = [self.acts[sequence] for sequence in here.declarations]
        last = acts[-1]
        return End(
            ends_at=here.until,
            named_zone=self.named_zone(last, here.code),
            page_zone=zone,
            precision=last.precision,
            extended_times=sum(act.act == ActCode.EXTEND for act in acts),
            is_archive=last.origin == Origin.ARCHIVE,
            may_be_extended=here.until == last.ends_at,
        )


def stored_ground(public: PublicSituation, lang: str) -> Ground:
    """Stand on a situation of the stored ledger."""
    return Ground(public, lang, StoredBook(public))
