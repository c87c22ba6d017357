"""Screens for administrators: who is here, who is asked for, who has which role."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guidance import roles
from guidance.models import Membership, RoleCode, RoleRequest
from guidance.publishing.refusals import StepRefused
from portal.accounts import invitations, people
from portal.accounts.backend import client_address
from portal.accounts.errors import AccountError
from portal.accounts.groups import GROUP_NAMES
from portal.accounts.models import Invitation, User
from portal.accounts.people_door import for_administrators, show
from portal.accounts.people_forms import InvitationForm
from portal.accounts.refusals import told
from portal.accounts.role_forms import RoleForm
from portal.accounts.roles_shown import RoleLine, asked_lines, role_lines, with_people


@for_administrators
def index(request: HttpRequest) -> HttpResponse:
    """List people, open invitations and asked-for roles."""
    users = User.objects.filter(is_service=False).prefetch_related("groups")
    context: dict[str, Any] = {
        "lines": [
            (user, ", ".join(_group_names(user)))
            for user in users.order_by("-is_active", "last_name", "username", "pk")
        ],
        "memberships": _role_lines(),
        "invitations": Invitation.objects.waiting()
        .live(timezone.now())
        .select_related("created_by", "confirmed_by")
        .order_by("-created_at", "pk"),
        "role_requests": asked_lines(RoleRequest.objects.all(), _language()),
    }
    return show(request, "people/index.html", _("People"), **context)


@for_administrators
def invite(request: HttpRequest) -> HttpResponse:
    """Ask for a new person."""
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked, groups = form.save(commit=False), form.cleaned_data["groups"]
        try:
            invitations.invite(
                _administrator(request), asked, groups, timezone.now(), client_address(request)
            )
        except AccountError as refusal:
            form.add_error("username", told(refusal))
        else:
            messages.success(request, _("Asked. Another administrator confirms it."))
            return redirect("people:index")
    return show(request, "people/invite.html", _("Invite somebody"), form=form)


@require_POST
@for_administrators
def confirm_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm what another administrator asked, and show the link this once."""
    invitation = get_object_or_404(Invitation, pk=pk)
    try:
        token = invitations.confirm(
            invitation, _administrator(request), timezone.now(), client_address(request)
        )
    except AccountError as refusal:
        return _refuse(request, refusal, "people:index")
    path = reverse("account_invitation", kwargs={"token": token})
    link = f"{settings.BASE_URL or request.build_absolute_uri('/')[:-1]}{path}"
    return show(request, "people/link.html", _("The link"), link=link, invitation=invitation)


@require_POST
@for_administrators
def revoke_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    invitation = get_object_or_404(Invitation, pk=pk)
    return _do(request, "people:index", invitations.revoke, invitation)


@for_administrators
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one person; a post asks for a role."""
    user = _person(pk)
    form = RoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            form.ask(user, by=request.user, at=timezone.now(), address=client_address(request))
        except StepRefused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Asked. Another administrator confirms it."))
            return redirect("people:person", pk)
    context: dict[str, Any] = {
        "person": user,
        "form": form,
        "roles": _role_lines(user=user),
        "role_requests": asked_lines(RoleRequest.objects.filter(user=user), _language()),
    }
    return show(request, "people/person.html", user.full_name, **context)


@require_POST
@for_administrators
def deactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account."""
    return _do(request, "people:index", people.deactivate, _person(pk))


@require_POST
@for_administrators
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a new start: another password and second factor by a confirmed link."""
    user, at = _person(pk), timezone.now()
    asked = Invitation(username=user.username, email=user.email, renews=user)
    try:
        invitations.invite(_administrator(request), asked, (), at, client_address(request))
    except AccountError as refusal:
        return _refuse(request, refusal, "people:index")
    messages.success(request, _("Asked. Another administrator confirms it."))
    return redirect("people:index")


@require_POST
@for_administrators
def confirm_role(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm a change of a role that another administrator asked for."""
    return _decide(request, roles.confirm_role, pk)


@require_POST
@for_administrators
def refuse_role(request: HttpRequest, pk: int) -> HttpResponse:
    """Turn a change of a role down."""
    return _decide(request, roles.refuse_role, pk)


@require_POST
@for_administrators
def revoke_role(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask that somebody lose a role."""
    held = get_object_or_404(Membership.objects.in_force(timezone.now()), pk=pk)
    try:
        roles.request_role(
            held.user,
            desk=held.desk,
            role=RoleCode(held.role),
            by=request.user,
            at=timezone.now(),
            change=RoleRequest.Change.REVOKE,
            address=client_address(request),
        )
    except StepRefused as refusal:
        return _refuse(request, refusal, "people:index")
    messages.success(request, _("Asked. Another administrator confirms it."))
    return redirect("people:index")


def _decide(request: HttpRequest, step: Callable[..., Any], pk: int) -> HttpResponse:
    try:
        asked = get_object_or_404(RoleRequest, pk=pk)
        step(asked, by=request.user, at=timezone.now(), address=client_address(request))
    except StepRefused as refusal:
        return _refuse(request, refusal, "people:index")
    return redirect("people:index")


def _do(request: HttpRequest, then: str, step: Callable[..., Any], subject: Model) -> HttpResponse:
    try:
        step(subject, _administrator(request), timezone.now(), client_address(request))
    except AccountError as refusal:
        return _refuse(request, refusal, then)
    return redirect(then)


def _refuse(request: HttpRequest, refusal: Exception, then: str) -> HttpResponse:
    messages.error(request, told(refusal))
    return redirect(then)


def _administrator(request: HttpRequest) -> User:
    administrator: User = User.objects.get(pk=request.user.pk)
    return administrator


def _person(pk: int) -> User:
    return get_object_or_404(User, pk=pk, is_service=False)


def _group_names(user: User) -> list[str]:
    names = sorted(group.name for group in user.groups.all())
    return [str(GROUP_NAMES.get(name, name)) for name in names]


def _role_lines(**of: User) -> list[RoleLine]:
    now = timezone.now()
    held = Membership.objects.in_force(now).filter(**of)
    return role_lines(with_people(held), now, _language())


def _language() -> str:
    return get_language() or "kk"
