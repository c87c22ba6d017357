"""How people leave: deactivated by one administrator, and never the last two of these."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from guidance.models import NOWHERE, Address
from portal.accounts.errors import LastAdministrators, NotAnAdministrator, WrongStep
from portal.accounts.models import ADMINISTRATORS, Invitation, User
from portal.accounts.trail import attempted, note_account

NEEDED_ADMINISTRATORS = 2


def require_administrator(user: User | AnonymousUser) -> None:
    """Refuse whoever is not an active administrator at this moment."""
    if not User.objects.administrators().filter(pk=user.pk).exists():
        raise NotAnAdministrator


def deactivate(user: User, by: User, at: datetime, address: Address = NOWHERE) -> None:
    """Close an account at once; its sessions end with their next request.

    One person is enough to close a door. Two administrators stay: alone, one can confirm nothing.
    """
    with attempted("deactivated", by, at, address, user), transaction.atomic():
        require_administrator(by)
        # Locked in one order, so that two who close each other's account do not both succeed.
        rows = User.objects.select_for_update().filter(groups__name=ADMINISTRATORS)
        administrators = {row.pk for row in rows.order_by("pk") if row.is_active}
        if user.pk in administrators and len(administrators) <= NEEDED_ADMINISTRATORS:
            raise LastAdministrators
        if not User.objects.active().filter(pk=user.pk, is_service=False).update(is_active=False):
            raise WrongStep
        # A link to a new start, asked for before, must not open the door again.
        Invitation.objects.waiting().filter(renews=user).update(revoked_at=at)
        note_account(by, at, address, user, step="deactivated", username=user.username)
