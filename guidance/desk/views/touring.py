"""The tour on the first page of the desk: who is shown it, and its end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from guidance.desk.scene import Scene
from guidance.desk.tour import Tour, asked_tour, is_newcomer
from guidance.desk.views.door import at_the_desk

OVER = "desk_tour_over"  # of the session: the audit tells it of everybody who ever acted


def tour_of(request: HttpRequest, scene: Scene) -> Tour | None:
    """Give the stop that is asked for; to a newcomer the invitation, until it is declined."""
    asked = request.GET.get("tour")
    if asked is not None:
        return asked_tour(asked)
    if request.session.get(OVER):
        return None
    if is_newcomer(scene):
        return Tour(0)
    request.session[OVER] = True
    return None


@at_the_desk
def end_tour(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Show the tour no more in this session."""
    if request.method == "POST":
        request.session[OVER] = True
    return redirect(scene.address("dashboard"))
