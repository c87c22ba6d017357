"""What a citizen saw at a minute of the past: the page itself, by the ledger as it was known."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_sameorigin

from guidance.desk.forms.saw import SawForm
from guidance.desk.framed import framed_page
from guidance.desk.records import last_known, record_frame
from guidance.desk.scene import Scene
from guidance.desk.views.door import at_the_desk, page
from guidance.desk.words import moment_label
from guidance.models import LANGUAGES
from guidance.rules.dates import local
from guidance.shown.as_if import as_known
from guidance.shown.framing import Look
from guidance.shown.places import place_address


@at_the_desk
def saw(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Ask for a place and a minute, and show the page of that minute in its frame."""
    _refuse_drills(scene)
    if "date" in request.GET:
        return redirect(_with_one_instant(request, scene))
    form = _form(request, scene)
    context = page(_("What did the citizen see?"), form=form, problems=[])
    if form.is_bound and form.is_valid():
        context |= _answer(scene, form)
    elif form.is_bound:
        context["problems"] = list(form.summary())
    return render(request, "desk/saw.html", context)


@xframe_options_sameorigin
@at_the_desk
def saw_page(request: HttpRequest, scene: Scene, path: str) -> HttpResponse:
    """Let the real view of a public address answer by the ledger as it was known."""
    _refuse_drills(scene)
    form, lang = _form(request, scene), path.partition("/")[0]
    if not form.is_bound or not form.is_valid() or lang not in LANGUAGES:
        raise Http404
    with override(lang):
        frame = record_frame(scene, form.at, form.cleaned_data["place"], Look.of(request.GET))
    return framed_page(
        request,
        f"/{path}",
        as_known(form.at, lang),
        frame,
        lambda address: scene.address("saw_page", path=address.lstrip("/")),
        keep={name: request.GET[name] for name in ("place", "at")},
    )


def _refuse_drills(scene: Scene) -> None:
    """Citizens are never shown the level of a drill."""
    if scene.exercise:
        raise Http404


def _with_one_instant(request: HttpRequest, scene: Scene) -> str:
    """Give the lasting address of what the form asks: day and hour are one part of it."""
    asked = request.GET
    at = f"{asked['date'].strip()}T{asked.get('hour', '').strip()}"
    query = {"place": asked.get("place", ""), "at": at, "lang": asked.get("lang", "")}
    return f"{scene.address('saw')}?{urlencode(query)}"


def _form(request: HttpRequest, scene: Scene) -> SawForm:
    if "at" not in request.GET:
        place = request.GET.get("place", scene.home)
        return SawForm(scene=scene, initial={"place": place, "lang": scene.lang})
    day, _sep, hour = request.GET["at"].partition("T")
    asked = {
        "place": request.GET.get("place", ""),
        "date": day,
        "hour": hour,
        "lang": request.GET.get("lang") or scene.lang,
    }
    return SawForm(asked, scene=scene)


def _answer(scene: Scene, form: SawForm) -> dict[str, Any]:
    asked, at = form.cleaned_data, form.at
    region, zone = scene.atlas.regions[asked["place"]], scene.zone(asked["place"])
    path = place_address(region, asked["lang"]).lstrip("/")
    there = local(at, zone)
    query = urlencode({"place": asked["place"], "at": f"{there:%Y-%m-%dT%H:%M}"})
    country = local(at, scene.zone(scene.tree.root))
    return {
        "frame_address": f"{scene.address('saw_page', path=path)}?{query}",
        "place": scene.name(asked["place"]),
        "moment": moment_label(at, zone, scene.lang),
        "known": last_known(scene, at),
        "history": f"/{scene.lang}/history/{country:%Y-%m-%d}/?at={country:%H}%3A{country:%M}",
    }
