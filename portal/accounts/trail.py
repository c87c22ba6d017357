"""What is written down of accounts and signing in: who came, failed or left, and what changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest
from django.utils import timezone

from guidance.models import Address, AuditEntry
from portal.accounts.backend import client_address
from portal.accounts.errors import LastAdministrators, NotAnAdministrator, SamePerson
from portal.accounts.models import User

Action = AuditEntry.Action

# allauth tells of each of these changes by the name of the mail that it would send.
CHANGES = {
    "account/email/password_changed": (Action.PASSWORD_CHANGED, "changed"),
    "account/email/password_set": (Action.PASSWORD_CHANGED, "set"),
    "mfa/email/totp_activated": (Action.FACTOR_CHANGED, "app added"),
    "mfa/email/totp_deactivated": (Action.FACTOR_CHANGED, "app removed"),
    "mfa/email/webauthn_added": (Action.FACTOR_CHANGED, "key added"),
    "mfa/email/webauthn_removed": (Action.FACTOR_CHANGED, "key removed"),
    "mfa/email/recovery_codes_generated": (Action.FACTOR_CHANGED, "recovery codes made"),
}


def note_account(
    actor: User | None, at: datetime, address: Address, subject: User | None, **details: Any
) -> None:
    """Write what somebody did to an account."""
    AuditEntry.objects.create(
        at=at, action=Action.ACCOUNT, actor=actor, subject=subject, address=address, details=details
    )


@contextmanager
def attempted(
    step: str, by: Any, at: datetime, address: Address, subject: User | None = None
) -> Iterator[None]:
    """Write down that a step upon an account was refused to somebody; the refusal goes on."""
    try:
        yield
    except (NotAnAdministrator, SamePerson, LastAdministrators) as refusal:
        AuditEntry.objects.create(
            at=at,
            action=Action.REFUSED,
            actor=by if isinstance(by, User) else None,
            subject=subject,
            address=address,
            details={"attempt": Action.ACCOUNT, "step": step, "refusal": type(refusal).__name__},
        )
        raise


def note_arrival(request: HttpRequest, user: User) -> None:
    """Write that somebody signed in, and by which proofs."""
    proofs = [record["method"] for record in get_authentication_records(request, user)]
    _note(request, Action.SIGNED_IN, actor=user, proofs=proofs)


def note_departure(request: HttpRequest) -> None:
    """Write that somebody signed out."""
    _note(request, Action.SIGNED_OUT, actor=_signed_in(request))


def note_failed_password(request: HttpRequest, username: str) -> None:
    """Write that a password was wrong; never what was typed, which may be a password itself."""
    subject = User.objects.filter(username=username.strip().lower()).first()
    _note(request, Action.SIGN_IN_FAILED, actor=_signed_in(request), subject=subject)


def note_failed_factor(request: HttpRequest, user: User) -> None:
    """Write that a second factor was wrong."""
    _note(request, Action.CODE_FAILED, actor=_signed_in(request), subject=user)


def note_change(request: HttpRequest, mail: str, user: User) -> None:
    """Write that somebody changed how they sign in."""
    if mail in CHANGES:
        action, step = CHANGES[mail]
        _note(request, action, actor=user, step=step)


def _signed_in(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def _note(
    request: HttpRequest,
    action: str,
    *,
    actor: User | None,
    subject: User | None = None,
    **details: Any,
) -> None:
    AuditEntry.objects.create(
        at=timezone.now(),
        action=action,
        actor=actor,
        subject=subject,
        address=client_address(request),
        details=details,
    )
