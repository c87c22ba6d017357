"""Check a message: by its code, by place and time. A pasted text is read once and kept nowhere."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from guidance.counting import seconds_to_wait
from guidance.rules.codes_in_text import codes_in
from guidance.shown.checked_codes import CheckedText, checked_text
from guidance.shown.checked_place import place_answer
from guidance.shown.ground import Ground
from guidance.shown.request import kept_shortly, present_ground
from guidance.views.place_form import PlaceForm
from guidance.views.same_origin import is_same_origin
from guidance.visitor import visitor_address

FORM = "check"
# Longer values of an address are no code but a text, and texts do not belong into addresses.
LONGEST_CODE = 80


@csrf_exempt  # the form acts for nobody: no session, no token; its origin is asked instead
@sensitive_post_parameters("text")
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Show the three ways to check a message, and the verdict where something is asked."""
    at = timezone.now()
    if request.method == "POST" and not is_same_origin(request):
        return _private(render(request, "guidance/check_foreign.html", status=403))
    place = PlaceForm(present_ground(request, at), request.GET)
    is_code = request.method == "POST" or "code" in request.GET
    if is_code or place.is_asked:
        wait = seconds_to_wait(FORM, visitor_address(request), at)
        if wait:
            return _busy(request, wait)
    return _answer(request, place, _checked(request) if is_code else None)


def _answer(request: HttpRequest, place: PlaceForm, checked: CheckedText | None) -> HttpResponse:
    ground = place.ground
    context: dict[str, Any] = {"checked": checked, "place": place, "as_of": ground.as_of}
    if checked is None and place.question is not None:
        context["answer"] = place_answer(ground, place.question)
    is_missing = request.method != "POST" and checked is not None and not checked.is_known
    status = 404 if is_missing else 200
    response = render(request, "guidance/check.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    if request.method == "POST":
        return _private(response)
    kept = [ground, *([_ground(request, exercise=True)] if checked is not None else [])]
    return kept_shortly(response, *(each.public for each in kept))


def _checked(request: HttpRequest) -> CheckedText:
    """Look for codes, in a pasted text or in the address of a link."""
    if request.method == "POST":
        text = request.POST.get("text", "")
    else:
        text = request.GET["code"][:LONGEST_CODE]

    def grounds(exercise: bool) -> Ground:
        return _ground(request, exercise=exercise)

    return checked_text(codes_in(text), grounds, settings.BASE_URL)


def _ground(request: HttpRequest, *, exercise: bool) -> Ground:
    return present_ground(request, timezone.now(), exercise=exercise)


def _busy(request: HttpRequest, wait: int) -> HttpResponse:
    response = render(request, "guidance/check_busy.html", {"seconds": wait}, status=429)
    response["Retry-After"] = str(wait)
    return _private(response)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store, private"
    return response
