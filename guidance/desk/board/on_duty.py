"""The panel of duty: who is on duty at the person's desks now, and when nobody is."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from guidance.desk.board.panels import Tally
from guidance.desk.duty import duty_lines, ending_roles
from guidance.desk.scene import Scene


class DutyPanel:
    """Show the shift that runs now, the gaps of the next days, and roles that end soon."""

    name = "duty"
    order = 100
    template = "desk/board/on_duty.html"

    def tallies(self, scene: Scene) -> Iterable[QuerySet[Any, Any]]:
        """Count nothing: names are asked for, not numbers."""
        return ()

    def context(self, scene: Scene, counted: Mapping[str, Tally]) -> Mapping[str, Any]:
        """Ask for the shifts in one query."""
        return {"lines": duty_lines(scene), "ending": ending_roles(scene)}
