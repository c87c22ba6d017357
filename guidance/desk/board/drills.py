"""The panel of drills: an order that runs, and whether a desk's last proof is older than 30 days.

What it says comes with the numbers of all panels, in their one query: the key of a row names the
level and the place of the order.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Count, F, IntegerField, Max, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from guidance.desk.board.panels import Tally
from guidance.desk.scene import Scene
from guidance.desk.words import moment_label
from guidance.models import Drill, DrillStep
from guidance.rules.drills import DRILL_LASTS, is_proof_due
from guidance.rules.levels import Level
from guidance.shown.ledgers import desk_address

COLUMNS = ("key", "number", "since")


class DrillsPanel:
    """Show the order that runs, in both ledgers, and which desk has to prove what it can."""

    name = "drills"
    order = 50
    template = "desk/board/drills.html"

    def tallies(self, scene: Scene) -> Iterable[QuerySet[Any, Any]]:
        """Read the orders that run, with how many steps are done, and the last proof by desk."""
        under_way = Drill.objects.filter(
            desk__in=scene.desks, started_at__lte=scene.at, started_at__gt=scene.at - DRILL_LASTS
        ).exclude(steps__kind=DrillStep.Kind.WITHDRAWN)
        keyed = under_way.annotate(key=_key("drill", F("level"), F("region__code")))
        yield keyed.annotate(number=Count("steps"), since=F("started_at")).values_list(*COLUMNS)
        proved = DrillStep.objects.filter(
            kind=DrillStep.Kind.WITHDRAWN, drill__desk__in=scene.desks
        ).order_by()
        by_desk = proved.annotate(key=_key("proof", Cast("drill__desk_id", TextField())))
        grouped = by_desk.values("key").annotate(
            number=Value(1, IntegerField()), since=Max("published_at")
        )
        yield grouped.values_list(*COLUMNS)

    def context(self, scene: Scene, counted: Mapping[str, Tally]) -> Mapping[str, Any] | None:
        """Say what runs; else whose proof is due. Where neither is so, there is no panel."""
        orders = list(self._orders(scene, counted))
        due = [] if orders else list(self._due(scene, counted))
        if not orders and not due:
            return None
        address = desk_address("drills", exercise=True)
        return {"orders": orders, "due": due, "address": address}

    def _orders(self, scene: Scene, counted: Mapping[str, Tally]) -> Iterator[Mapping[str, Any]]:
        for key, tally in counted.items():
            kind, *named = key.split(":")
            if kind == "drill" and tally.since is not None:
                level, code = named
                yield {
                    "level": Level[level],
                    "place": scene.name(code),
                    "is_declared": tally.number > 0,
                    "started": moment_label(tally.since, scene.zone(scene.home), scene.lang),
                }

    def _due(self, scene: Scene, counted: Mapping[str, Tally]) -> Iterator[Mapping[str, str]]:
        for desk in scene.desks:
            proved_at = counted.get(f"proof:{desk.pk}", Tally()).since
            if is_proof_due(proved_at, scene.at):
                zone = scene.zone(scene.home)
                last = moment_label(proved_at, zone, scene.lang) if proved_at else ""
                yield {"desk": desk.name, "last": last}


def _key(kind: str, *parts: Any) -> Any:
    """Put a word and some columns together, with colons between."""
    joined: list[Any] = [Value(kind)]
    for part in parts:
        joined += [Value(":"), part]
    return Concat(*joined, output_field=TextField())
