"""The two accounts that draft and approve archived acts, and can never sign in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from guidance.models import RoleCode, ServiceAccount

NAMES = {RoleCode.DRAFTER: "archive-drafter", RoleCode.APPROVER: "archive-approver"}


@transaction.atomic
def make_service_accounts() -> None:
    """Make the accounts that are missing."""
    users: Any = get_user_model()
    for role, name in NAMES.items():
        if ServiceAccount.objects.filter(role=role).exists():
            continue
        user = users(username=name, is_service=True, is_active=False)
        user.set_unusable_password()
        user.save()
        ServiceAccount.objects.bulk_create([ServiceAccount(user=user, role=role)])


def service_account(role: RoleCode) -> Any:
    """Give the account of one part of the archive's work."""
    return ServiceAccount.objects.select_related("user").get(role=role).user
