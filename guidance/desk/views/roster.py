"""The duty roster of a desk: its week, its shifts, and a week that is copied on."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters

from guidance import roster
from guidance.desk import messages
from guidance.desk.forms.shift import ShiftForm
from guidance.desk.forms.shift_offer import first_gap, stored
from guidance.desk.moments import FIRST_YEAR, LAST_YEAR
from guidance.desk.roster_week import Week
from guidance.desk.scene import Scene
from guidance.desk.shift_refusals import add_refusal, told
from guidance.desk.views.door import at_the_desk, page, refused
from guidance.desk.words import moment_label
from guidance.models import Desk, Membership, Shift
from guidance.publishing.refusals import NotAllowed
from guidance.roster import ShiftRefused
from guidance.rules.dates import local


@at_the_desk
def week(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Show a week of a desk."""
    desk = _desk(request.GET.get("desk", ""), scene)
    shown = Week(scene, desk, _members(scene, desk), _day(request.GET.get("week", "")))
    context = page(
        _("Duty roster"),
        desk=desk,
        desks=_readable(scene),
        week=shown,
        zone=scene.zone_label(desk.region.code),
        may_plan=_may_plan(scene, desk),
    )
    return render(request, "desk/roster.html", context)


@sensitive_post_parameters("phone")
@at_the_desk
def new(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Enter a shift."""
    desk = _desk(request.GET.get("desk", ""), scene)
    if not _may_plan(scene, desk):
        return _turned_away(request)
    members = _members(scene, desk)
    initial = first_gap(scene, desk, members, _day(request.GET.get("week", "")))
    form = ShiftForm(request.POST or None, scene=scene, desk=desk, members=members, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            shift = roster.enter_shift(
                form.plan(), desk=desk, by=scene.user, at=scene.at, address=scene.visitor
            )
        except NotAllowed:
            return _turned_away(request)
        except ShiftRefused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The shift was entered."))
            return _to_week(scene, desk, shift)
    return _show(request, scene, desk, form, _("New shift"))


@sensitive_post_parameters("phone")
@at_the_desk
def change(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Change a shift that did not begin: another one takes its place."""
    shift = _shift(scene, pk)
    desk = shift.desk
    if not _may_plan(scene, desk):
        return _turned_away(request)
    form = ShiftForm(
        request.POST or None,
        scene=scene,
        desk=desk,
        members=_members(scene, desk),
        initial=stored(scene, shift),
    )
    if form.is_bound and form.is_valid():
        try:
            changed = roster.change_shift(
                shift, form.plan(), by=scene.user, at=scene.at, address=scene.visitor
            )
        except NotAllowed:
            return _turned_away(request)
        except ShiftRefused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The shift was changed."))
            return _to_week(scene, desk, changed)
    return _show(request, scene, desk, form, _("Change a shift"))


@at_the_desk
def cancel(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Cancel a shift that did not begin."""
    shift = _shift(scene, pk)
    if request.method == "POST":
        try:
            roster.cancel_shift(shift, **_deed(scene))
        except NotAllowed:
            return _turned_away(request)
        except ShiftRefused as refusal:
            messages.error(request, told(scene, shift.desk, refusal))
        else:
            messages.success(request, _("The shift was cancelled."))
    return _to_week(scene, shift.desk, shift)


@at_the_desk
def copy(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Copy the week before into the week shown."""
    desk = _desk(request.POST.get("desk", ""), scene)
    shown = Week(scene, desk, (), _day(request.POST.get("week", "")))
    if request.method == "POST":
        try:
            copied = roster.copy_week(
                desk, shown.span, by=scene.user, at=scene.at, address=scene.visitor
            )
        except NotAllowed:
            return _turned_away(request)
        _tell(request, scene, desk, copied)
    return redirect(_week_address(desk, shown.monday))


def _tell(request: HttpRequest, scene: Scene, desk: Desk, copied: roster.Copied) -> None:
    count = copied.count
    done = ngettext("%(number)s shift was copied.", "%(number)s shifts were copied.", count)
    messages.success(request, done % {"number": count})
    for shift, refusal in copied.left:
        when = moment_label(shift.starts_at, scene.zone(desk.region.code), scene.lang)
        messages.error(
            request,
            _("Not copied: %(shift)s. %(reason)s")
            % {"shift": when, "reason": told(scene, desk, refusal)},
        )


def _show(
    request: HttpRequest, scene: Scene, desk: Desk, form: ShiftForm, title: str
) -> HttpResponse:
    context = page(
        title,
        form=form,
        desk=desk,
        problems=list(form.summary()) if form.is_bound else [],
        zone=scene.zone_label(desk.region.code),
        back=_week_address(desk, None),
    )
    return render(request, "desk/shift.html", context)


def _readable(scene: Scene) -> list[Desk]:
    """Give the desks whose drafts the person may read: their rosters too."""
    codes = scene.readable_desks
    found = Desk.objects.filter(region__code__in=codes).select_related("region")
    return sorted(found, key=lambda desk: (scene.tree.depth(desk.region.code), desk.name, desk.pk))


def _desk(code: str, scene: Scene) -> Desk:
    """Give a desk by code, else the person's own; another's does not exist to their eyes."""
    if not code:
        return scene.desks[0]
    readable = Desk.objects.filter(region__code__in=scene.readable_desks)
    return get_object_or_404(readable.select_related("region"), code=code)


def _shift(scene: Scene, pk: int) -> Shift:
    readable = Shift.objects.standing().filter(desk__region__code__in=scene.readable_desks)
    people = ("desk__region", "drafter", "approver", "reserve")
    return get_object_or_404(readable.select_related(*people), pk=pk)


def _members(scene: Scene, desk: Desk) -> tuple[Membership, ...]:
    rows = Membership.objects.in_force(scene.at).filter(desk=desk).select_related("user")
    return tuple(rows.order_by("pk"))


def _deed(scene: Scene) -> dict[str, Any]:
    return {"by": scene.user, "at": scene.at, "address": scene.visitor}


def _may_plan(scene: Scene, desk: Desk) -> bool:
    return scene.may_approve((desk.region.code,))


def _turned_away(request: HttpRequest) -> HttpResponse:
    return refused(request, _("Only those who may approve for this desk plan its duty."))


def _day(text: str) -> date | None:
    """Read a day of an address; what is no day shows the present week."""
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return None
    return on if FIRST_YEAR < on.year < LAST_YEAR else None


def _to_week(scene: Scene, desk: Desk, shift: Shift) -> HttpResponse:
    zone = scene.zone(desk.region.code)
    return redirect(_week_address(desk, local(shift.starts_at, zone).date()))


def _week_address(desk: Desk, on: date | None) -> str:
    week = f"&week={on.isoformat()}" if on else ""
    return f"{reverse('roster:week')}?desk={desk.code}{week}"
