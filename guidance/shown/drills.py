"""What drills showed: how long each desk took to declare a level and to take it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from guidance.exercises.drills import order_of
from guidance.models import Desk, Drill, DrillStep
from guidance.rules.drills import DRILL_LASTS
from guidance.rules.levels import Level
from guidance.rules.texts import capitalised
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Moment, level_mark, shown_moment

Kind = DrillStep.Kind


@dataclass(frozen=True, slots=True)
class Taken:
    """Say how long a step took, from "go" to publication, and what was published."""

    lasted: str
    drafted: str
    submitted: str
    people: int
    number: str
    pk: int


@dataclass(frozen=True, slots=True)
class DrillRow:
    """Hold one drill: the order, and what its desk made of it."""

    desk: str
    place: str
    mark: LevelMark
    hint: str
    started: Moment
    started_by: str
    is_open: bool
    declared: Taken | None
    withdrawn: Taken | None

    @property
    def is_missed(self) -> bool:
        """Tell whether the order went unanswered."""
        return self.declared is None and not self.is_open


@dataclass(frozen=True, slots=True)
class DeskDrill:
    """Hold the last drill of a desk, if it ever had one."""

    desk: str
    row: DrillRow | None


def with_steps(drills: QuerySet[Drill]) -> QuerySet[Drill]:
    """Load what a row says, in a fixed number of queries."""
    return drills.select_related("desk", "region", "started_by").prefetch_related(
        "steps__declaration"
    )


def drill_row(ground: Ground, drill: Drill) -> DrillRow:
    """Tell of one drill."""
    steps = {step.kind: step for step in drill.steps.all()}
    is_over = order_of(drill).is_over(ground.at) or Kind.WITHDRAWN in steps
    return DrillRow(
        desk=drill.desk.name,
        place=capitalised(drill.region.name),
        mark=level_mark(Level[drill.level], ground.lang, ground.wording),
        hint=drill.hint,
        started=shown_moment(drill.started_at, ground.country.time_zone, ground.lang, offset=True),
        started_by=_name(drill.started_by),
        is_open=not is_over,
        declared=_taken(drill.started_at, steps.get(Kind.DECLARED)),
        withdrawn=_taken(_published(steps.get(Kind.DECLARED)), steps.get(Kind.WITHDRAWN)),
    )


def last_drills(ground: Ground) -> Iterator[DeskDrill]:
    """Give of every desk its last drill that was answered or that nobody answered in time."""
    answered = Exists(DrillStep.objects.filter(drill=OuterRef("pk")))
    over = Q(started_at__lte=ground.at - DRILL_LASTS) | Q(answered)
    newest = Drill.objects.filter(over, desk=OuterRef("pk")).order_by("-started_at", "-pk")
    desks = Desk.objects.annotate(last=Subquery(newest.values("pk")[:1])).order_by(
        "region__code", "pk"
    )
    found = list(desks)
    drills = with_steps(Drill.objects.filter(pk__in=[each.last for each in found if each.last]))
    rows = {drill.pk: drill_row(ground, drill) for drill in drills}
    for desk in found:
        yield DeskDrill(desk.name, rows.get(desk.last))


def lasted(span: timedelta) -> str:
    """Write how long something took."""
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes}
    if minutes:
        return _("%(minutes)s min %(seconds)s s") % {"minutes": minutes, "seconds": seconds}
    return _("%(seconds)s s") % {"seconds": seconds}


def _taken(began: datetime | None, step: DrillStep | None) -> Taken | None:
    if step is None or began is None:
        return None
    return Taken(
        lasted=lasted(step.published_at - began),
        drafted=lasted(step.drafted_at - began),
        submitted=lasted(step.submitted_at - began),
        people=step.people,
        number=step.declaration.number or "",
        pk=step.declaration_id,
    )


def _published(step: DrillStep | None) -> datetime | None:
    return step.published_at if step is not None else None


def _name(user: Any) -> str:
    return str(user.get_full_name() or user.get_username())
