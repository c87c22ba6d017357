"""Where the records begin, and from when on they are the portal's own."""

from guidance.models import Declaration, LevelPeriod, Origin
from guidance.rules.dates import local
from guidance.rules.past import records_begin
from guidance.shown.days import Day, DayOfLevels
from guidance.shown.ground import Ground
from guidance.shown.marks import Named


def is_before_record(ground: Ground, levels: DayOfLevels, code: str) -> bool:
    """Tell whether the day lies before the first record about a place and those around it."""
    places = [ground.atlas.pk(each) for each in levels.lineage(code)]
    rows = LevelPeriod.objects.filter(region__in=places, starts_at__lt=levels.day.ends_at)
    return not rows.exists()


def is_of_archive(day: Day) -> bool:
    """Tell whether the day is told from the archive, which may be incomplete."""
    own = Declaration.objects.published().of_ledger(exercise=False).filter(origin=Origin.DESK)
    return not own.filter(published_at__lt=day.ends_at).exists()


def first_day(ground: Ground) -> Named | None:
    """Lead to the day of the first record; nothing while there is none."""
    starts = LevelPeriod.objects.order_by("starts_at", "pk").values_list("starts_at", flat=True)
    first = starts.first()
    if first is None:
        return None
    on = local(first, ground.country.time_zone).date()
    return Named(records_begin(on)[ground.lang], f"/{ground.lang}/history/{on.isoformat()}/")
