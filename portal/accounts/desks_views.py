"""Screens for administrators: desks, who does what there, and changes that two make."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guidance import desk_changes
from guidance.models import Desk, DeskRequest, Membership, RoleRequest
from guidance.publishing.refusals import StepRefused
from portal.accounts.backend import client_address
from portal.accounts.desks_forms import DeskForm, NamesForm
from portal.accounts.desks_shown import desk_line
from portal.accounts.people_door import for_administrators, show
from portal.accounts.refusals import told
from portal.accounts.role_forms import Deed, MemberForm
from portal.accounts.roles_shown import RoleLine, asked_lines, role_lines, with_people


@for_administrators
def desks(request: HttpRequest) -> HttpResponse:
    """List the desks: who drafts, approves and audits, and which can't publish."""
    found = Desk.objects.select_related("region").order_by("region__code", "pk")
    lines, waiting = _role_lines(), Counter(_open_roles().values_list("desk_id", flat=True))
    asked = DeskRequest.objects.filter(state=DeskRequest.State.REQUESTED)
    return show(
        request,
        "people/desks.html",
        _("Desks"),
        lines=[desk_line(desk, lines, waiting[desk.pk]) for desk in found],
        desk_requests=asked.select_related("region__desk", "requested_by").order_by("pk"),
    )


@for_administrators
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one desk; a post asks for a role there."""
    found: Desk = get_object_or_404(Desk.objects.select_related("region"), pk=pk)
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            form.ask(found, **_deed(request))
        except StepRefused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Asked. Another administrator confirms it."))
            return redirect("people:desk", pk)
    waiting = asked_lines(RoleRequest.objects.filter(desk=found), get_language() or "kk")
    asked = DeskRequest.objects.filter(state=DeskRequest.State.REQUESTED, region=found.region)
    return show(
        request,
        "people/desk.html",
        found.name,
        under_desks=True,
        line=desk_line(found, _role_lines(), len(waiting)),
        form=form,
        role_requests=waiting,
        desk_requests=asked.select_related("region__desk", "requested_by").order_by("pk"),
    )


@for_administrators
def found_desk(request: HttpRequest) -> HttpResponse:
    """Ask for a new desk."""
    form = DeskForm(request.POST or None)
    return _asking(
        request, form, _("New desk"),
        lambda: desk_changes.ask_for_desk(
            form.cleaned_data["region"], form.names(), **_deed(request)
        ),
    )  # fmt: skip


@for_administrators
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask that a desk be called otherwise."""
    found: Desk = get_object_or_404(Desk.objects.select_related("region"), pk=pk)
    present = {f"name_{lang}": name for lang, name in desk_changes.names_of(found).items()}
    form = NamesForm(request.POST or None, initial=present)
    return _asking(
        request, form, _("New names of a desk"),
        lambda: desk_changes.ask_for_names(
            found, form.names(), **_deed(request)
        ),
    )  # fmt: skip


@require_POST
@for_administrators
def confirm_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm a change of a desk that another administrator asked for."""
    return _decide(request, desk_changes.confirm_desk_change, pk)


@require_POST
@for_administrators
def refuse_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Turn a change of a desk down."""
    return _decide(request, desk_changes.refuse_desk_change, pk)


def _asking(
    request: HttpRequest, form: Any, title: str, ask: Callable[[], DeskRequest]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            ask()
        except StepRefused as refusal:
            form.add_error(None, told(refusal))
        else:
            messages.success(request, _("Asked. Another administrator confirms it."))
            return redirect("people:desks")
    return show(request, "people/desk_form.html", title, under_desks=True, form=form)


def _decide(request: HttpRequest, step: Callable[..., Any], pk: int) -> HttpResponse:
    try:
        step(get_object_or_404(DeskRequest, pk=pk), **_deed(request))
    except StepRefused as refusal:
        messages.error(request, told(refusal))
    return redirect("people:desks")


def _deed(request: HttpRequest) -> Deed:
    return {"by": request.user, "at": timezone.now(), "address": client_address(request)}


def _role_lines() -> list[RoleLine]:
    now = timezone.now()
    return role_lines(with_people(Membership.objects.in_force(now)), now, get_language() or "kk")


def _open_roles() -> Any:
    return RoleRequest.objects.filter(state=RoleRequest.State.REQUESTED)
