"""The panel of deliveries: which acts nobody has taken up for sending yet."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from guidance.desk.board.panels import Tally, tally
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
        yield tally(unhandled, self.name, "outbox_row__created_at")

    def context(self, scene: Scene, counted: Mapping[str, Tally]) -> Mapping[str, Any] | None:
        """Say since when the oldest waits; an exercise sends nothing to subscribers."""
        if scene.exercise:
            return None
        found = counted.get(self.name, Tally())
        zone = scene.zone(scene.home)
        since = moment_label(found.since, zone, scene.lang) if found.since else ""
        return {"number": found.number, "since": since}
