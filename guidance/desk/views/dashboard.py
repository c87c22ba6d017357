"""The first page of the desk, and the part of it that a script asks for again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page

from guidance.desk.board.first_page import first_page
from guidance.desk.scene import Scene
from guidance.desk.views.door import at_the_desk, page
from guidance.desk.views.touring import tour_of


@at_the_desk
def dashboard(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Show what is in force, what waits and what ends soon."""
    context = page(
        _("Desk"),
        query=request.GET.urlencode(),
        tour=tour_of(request, scene),
        **first_page(scene, request.GET),
    )
    return render(request, "desk/dashboard.html", context)


@conditional_page
@at_the_desk
def live(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Give the changing part of the first page; 304 while it reads as before."""
    return render(request, "desk/board/board.html", dict(first_page(scene, request.GET)))
