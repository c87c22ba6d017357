"""What a person may do at which desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model

from guidance.models import Declaration, Desk, Membership, Status
from guidance.publishing.refusals import (
    AuthorNotAllowed,
    NotAllowed,
    NotReady,
    Problem,
    SamePerson,
    WrongState,
)
from guidance.querysets import DeclarationQuerySet
from guidance.rules import authority
from guidance.stored.atlas import Atlas, present_atlas


def memberships_of(user: Any, at: datetime) -> tuple[authority.Membership, ...]:
    """Give the roles in force of somebody, as the rules read them."""
    return tuple(
        authority.Membership(row.desk.region.code, row.role)
        for row in Membership.objects.of(user, at)
    )


def memberships_at(user: Any, desk: Desk, at: datetime) -> tuple[authority.Membership, ...]:
    """Give the roles in force of somebody at one desk."""
    return tuple(
        authority.Membership(row.desk.region.code, row.role)
        for row in Membership.objects.of(user, at).filter(desk=desk)
    )


def readable_by(user: Any, at: datetime) -> DeclarationQuerySet[Declaration]:
    """Give the declarations that exist to somebody's eyes; any other answers 404."""
    desks = authority.readable_desks(present_atlas().tree, memberships_of(user, at))
    return Declaration.objects.readable_at(desks)


def concerned(declaration: Declaration) -> tuple[str, ...]:
    """Give the regions that authority is asked for: named, or those of the act referred to."""
    rows = declaration.regions.all()
    named = tuple(row.region.code for row in sorted(rows, key=lambda row: (row.position, row.pk)))
    if named or declaration.refers_to is None or declaration.act not in ("CORRECT", "WITHDRAW"):
        return named
    return concerned(declaration.refers_to)


def is_administrator(user: Any) -> bool:
    """Tell whether somebody is an active administrator at this moment."""
    people: Any = get_user_model()
    return bool(people.objects.administrators().filter(pk=user.pk).exists())


def demand_administrator(by: Any) -> None:
    """Refuse whoever is not an active administrator at this moment."""
    if not is_administrator(by):
        raise NotAllowed


def demand_drafter(
    regions: Atlas, by: Any, desk: Desk, named: tuple[str, ...], at: datetime
) -> None:
    """Refuse whoever may not draft about these regions at this desk."""
    if not all(code in regions.regions for code in named):
        raise NotReady((Problem("regions", "unknown"),))
    if not authority.may_draft(regions.tree, memberships_at(by, desk, at), named):
        raise NotAllowed


def demand_author(regions: Atlas, declaration: Declaration, at: datetime) -> None:
    """Refuse a declaration whose author has lost the right to draft it meanwhile."""
    memberships = memberships_of(declaration.author, at)
    if not authority.may_draft(regions.tree, memberships, concerned(declaration)):
        raise AuthorNotAllowed


def demand_approver(regions: Atlas, by: Any, declaration: Declaration, at: datetime) -> str:
    """Refuse whoever may not decide about this declaration; name the desk that acts for another.

    Empty: who decides is an approver of the desk that wrote it.
    """
    if declaration.status != Status.SUBMITTED:
        raise WrongState(declaration.status)
    contributors = {row.user_id for row in declaration.contributors.all()}
    if by.pk in {declaration.author_id, *contributors}:
        raise SamePerson
    memberships = memberships_of(by, at)
    if not authority.may_approve(regions.tree, memberships, concerned(declaration)):
        raise NotAllowed
    acting = authority.acting_desk(
        regions.tree, memberships, concerned(declaration), declaration.desk.region.code
    )
    return "" if acting == declaration.desk.region.code else acting
