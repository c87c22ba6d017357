"""The second factor: is it fresh, and is this code right, once, for all processes alike."""

import hmac
from datetime import datetime, timedelta

from allauth.account.internal.flows.login import (
    get_authentication_records,
    record_authentication,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from portal.accounts import totp
from portal.accounts.models import CodeGuard, User

METHOD = "mfa"
TRIES = 5
TRIES_WINDOW = timedelta(minutes=5)
# A phone's clock may be half a minute behind or ahead of ours.
TOLERATED_STEPS = (0, -1, 1)


def is_fresh(request: HttpRequest, at: datetime) -> bool:
    """Tell whether a second factor, not a password, was shown within the last minutes."""
    limit = settings.SECOND_FACTOR_FRESH_SECONDS
    return any(
        # Both ways: a clock that was set back must not stretch the time.
        record.get("method") == METHOD and abs(at.timestamp() - record["at"]) <= limit
        for record in get_authentication_records(request, request.user)
    )


def verify(request: HttpRequest, code: str, at: datetime) -> bool:
    """Check a code of the signed-in person and, when right, count the factor as fresh."""
    if not isinstance(request.user, User):
        return False
    authenticator = accept_code(request.user, code, at)
    if authenticator is None:
        return False
    record_authentication(
        request,
        request.user,
        METHOD,
        id=authenticator.pk,
        type=authenticator.type,
        reauthenticated=True,
        at=at.timestamp(),
    )
    authenticator.record_usage()
    return True


def may_try(user: User, at: datetime) -> bool:
    """Tell whether the person has tries left; after five wrong ones they wait five minutes."""
    guard = CodeGuard.objects.filter(user=user).first()
    return guard is None or not _is_exhausted(guard, at)


def accept_code(user: User, code: str, at: datetime) -> Authenticator | None:
    """Return the authenticator that the code belongs to and spend the code."""
    digits = "".join(code.split()).replace("-", "")
    with transaction.atomic():
        CodeGuard.objects.get_or_create(user=user)
        guard = CodeGuard.objects.select_for_update().get(user=user)
        if _is_exhausted(guard, at):
            return None
        authenticator = _match(guard, digits, at)
        if authenticator is None:
            _count_failure(guard, at)
        else:
            guard.failures, guard.first_failure_at = 0, None
        guard.save()
    return authenticator


def spend_step(user: User, at: datetime) -> None:
    """Refuse from now on every code up to the present one, such as the one typed at enrolment."""
    with transaction.atomic():
        CodeGuard.objects.get_or_create(user=user)
        guard = CodeGuard.objects.select_for_update().get(user=user)
        guard.last_step = totp.step_at(at)
        guard.save(update_fields=["last_step"])


def _match(guard: CodeGuard, digits: str, at: datetime) -> Authenticator | None:
    if not (digits.isascii() and digits.isdigit()):
        return None
    candidates = Authenticator.objects.filter(user_id=guard.user_id).order_by("pk")
    for authenticator in candidates.filter(type=Authenticator.Type.TOTP):
        step = _matching_step(decrypt(authenticator.data["secret"]), digits, at)
        if step is not None and (guard.last_step is None or step > guard.last_step):
            guard.last_step = step
            return authenticator
    for authenticator in candidates.filter(type=Authenticator.Type.RECOVERY_CODES):
        if authenticator.wrap().validate_code(digits):
            return authenticator
    return None


def _matching_step(secret: str, digits: str, at: datetime) -> int | None:
    now = totp.step_at(at)
    for shift in TOLERATED_STEPS:
        if hmac.compare_digest(totp.code_of(secret, now + shift), digits):
            return now + shift
    return None


def _is_exhausted(guard: CodeGuard, at: datetime) -> bool:
    if guard.failures < TRIES or guard.first_failure_at is None:
        return False
    return at < guard.first_failure_at + TRIES_WINDOW


def _count_failure(guard: CodeGuard, at: datetime) -> None:
    if guard.first_failure_at is None or at >= guard.first_failure_at + TRIES_WINDOW:
        guard.failures, guard.first_failure_at = 0, at
    guard.failures += 1
