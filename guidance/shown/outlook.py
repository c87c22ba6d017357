"""What one place looks like at one instant: its situation, its runs, and the words for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from guidance.models import LevelPeriod, Region
from guidance.rules.dates import Precision, last_day, local
from guidance.rules.level_words import Wording
from guidance.rules.measures_in_force import MeasureInForce
from guidance.rules.situation import PlaceSituation
from guidance.shown.catalogue import Catalogue
from guidance.shown.ground import Ground
from guidance.shown.marks import Moment, shown_moment
from guidance.shown.places import place_name
from guidance.shown.runs import Run, runs
from guidance.stored.atlas import Atlas


@dataclass(frozen=True)
class Outlook:
    """Answer what pages about one place ask; `periods` are its own and those around it."""

    ground: Ground
    region: Region
    periods: Sequence[LevelPeriod]

    @property
    def at(self) -> datetime:
        return self.ground.at

    @property
    def lang(self) -> str:
        return self.ground.lang

    @property
    def atlas(self) -> Atlas:
        return self.ground.atlas

    @property
    def here(self) -> PlaceSituation:
        return self.ground.place(self.region.code)

    @property
    def zone(self) -> str:
        return self.region.time_zone

    @property
    def catalogue(self) -> Catalogue:
        return self.ground.catalogue

    @property
    def wording(self) -> Wording:
        return self.ground.wording

    @cached_property
    def name(self) -> str:
        """Give the name that the place had at the instant."""
        return place_name(self.region, self.lang, local(self.at, self.zone).date())

    @cached_property
    def as_of(self) -> Moment:
        """Say when what the page shows was true."""
        return self.moment(self.at, offset=True)

    @cached_property
    def runs(self) -> list[Run]:
        """Give how the level of the place went, oldest first."""
        return runs(self.periods)

    @cached_property
    def run(self) -> Run:
        """Give the run at the instant."""
        return next(run for run in self.runs if run.covers(self.at))

    @cached_property
    def measures(self) -> list[MeasureInForce]:
        """List the measures in force here: regimes first, then in the catalogue's order."""

        def order(measure: MeasureInForce) -> tuple[bool, int, str]:
            kind = self.atlas.measures[measure.code]
            return (not kind.is_regime, kind.position, measure.region)

        return sorted(self.here.measures, key=order)

    @cached_property
    def measure_names(self) -> list[str]:
        """Name the measures in force here, each once."""
        codes = dict.fromkeys(measure.code for measure in self.measures)
        return [self.atlas.measures[code].name for code in codes]

    def run_after(self, run: Run) -> Run | None:
        """Give the run that is known to follow."""
        following = self.runs[self.runs.index(run) + 1 :]
        return following[0] if following else None

    def run_before(self, run: Run) -> Run | None:
        """Give the run that went before."""
        index = self.runs.index(run)
        return self.runs[index - 1] if index else None

    def named_zone(self, period: LevelPeriod) -> str:
        """Give the zone of the region that the period's declaration names."""
        return self.ground.named_zone(period.declaration, self.atlas.code(period.region_id))

    def began(self, run: Run, *, year: bool = True) -> Moment | None:
        """Say when a run began, as exactly as it is known; the first one has no beginning."""
        at, before = run.starts_at, self.run_before(run)
        if at is None:
            return None
        if run.periods or before is None:
            act = run.periods[0].declaration
            named_zone, is_whole_day = self.named_zone(run.periods[0]), False
        else:
            last = before.last_period
            act, named_zone = last.ended_by or last.declaration, self.named_zone(last)
            # A level that ran out at midnight is gone from that day on, on every page.
            is_whole_day = last.ended_by is None and last_day(at, named_zone) is not None
        precision = Precision.DAY if is_whole_day else act.precision
        zone = named_zone if precision == Precision.DAY else self.zone
        return shown_moment(at, zone, self.lang, precision=precision, year=year)

    def is_this_year(self, at: datetime) -> bool:
        """Tell whether an instant lies in the year of the page."""
        return local(at, self.zone).year == local(self.at, self.zone).year

    def moment(self, at: datetime, *, offset: bool = False) -> Moment:
        """Show an instant by the clocks of the place."""
        return shown_moment(at, self.zone, self.lang, offset=offset)
