"""The stored periods of a place and of those around it."""

from django.db.models import F

from guidance.models import LevelPeriod
from guidance.stored.atlas import Atlas

MOST = 200


def periods_around(atlas: Atlas, code: str) -> list[LevelPeriod]:
    """Read what is in force, what is coming, and the latest of what is over."""
    places = [atlas.pk(each) for each in atlas.tree.lineage(code)]
    newest = LevelPeriod.objects.filter(region__in=places).order_by(
        F("ends_at").desc(nulls_first=True), "-pk"
    )
    with_acts = newest.select_related("declaration__authority", "ended_by").prefetch_related(
        "declaration__regions", "declaration__local_advice"
    )
    return list(with_acts[:MOST])
