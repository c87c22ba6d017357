"""The desk's place on the first page of the admin: what waits for whoever signed in."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from guidance.desk.board.waiting import Waiting
from guidance.desk.scene import Scene
from guidance.shown.request import present_ground


class DeskPanel(Component):
    """Show before everything else how many acts wait, and the way to the desk."""

    name = "desk"
    template_name = "desk/panel.html"
    order = 1

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Count what waits for the person who asks."""
        request = (parent_context or {})["request"]
        scene = Scene(request.user, present_ground(request, timezone.now()))
        if not scene.rows:
            return {"has_desk": False, "waiting": 0, "desk": ""}
        waiting = Waiting(scene, set())
        return {
            "has_desk": True,
            "waiting": len(waiting.for_me),
            "desk": scene.desks[0].name,
        }
