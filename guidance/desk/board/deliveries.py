"""The panel of deliveries: which acts nobody has taken up for sending yet."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, F, Min, QuerySet, Value

from guidance.desk.board.panels import Tally
from guidance.desk.scene import Scene
from guidance.desk.words import moment_label


class DeliveriesPanel:
    """Show how many published acts wait in the outbox, and since when the oldest waits."""

    name = "deliveries"
    order = 300
    template = "desk/board/deliveries.html"

    def tallies(self, scene: Scene) -> Iterable[QuerySet[Any, Any]]:
        """Count what the desk published and no delivery has begun for."""
        unhandled = scene.readable().filter(
            outbox_row__isnull=False, outbox_row__handled_at__isnull=True
        )
        grouped = unhandled.order_by().annotate(key=Value(self.name)).values("key")
        yield grouped.annotate(
            number=Count("pk"), since=Min(F("outbox_row__created_at"))
        ).values_list("key", "number", "since")

    def context(self, scene: Scene, counted: Mapping[str, Tally]) -> Mapping[str, Any] | None:
        """Say since when the oldest waits; an exercise sends nothing to subscribers."""
        if scene.exercise:
            return None
        tally = counted.get(self.name, Tally())
        zone = scene.zone(scene.home)
        since = moment_label(tally.since, zone, scene.lang) if tally.since else ""
        return {"number": tally.number, "since": since}
