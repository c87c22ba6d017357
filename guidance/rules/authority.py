"""Who may draft, approve and read what where: asked here, and nowhere else."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from guidance.rules.places import Tree


class Role(StrEnum):
    """Name what a member may do at a desk."""

    DRAFTER = "DRAFTER"
    APPROVER = "APPROVER"
    AUDITOR = "AUDITOR"


@dataclass(frozen=True, slots=True)
class Membership:
    """Say that somebody has a role at the desk of a region; the republican desk's is the root."""

    desk_region: str
    role: str


def covering_desks(
    tree: Tree, memberships: Iterable[Membership], regions: Collection[str], role: Role
) -> tuple[str, ...]:
    """Give the desks' regions where the role is held and whose territory covers every region."""
    return tuple(
        dict.fromkeys(
            membership.desk_region
            for membership in memberships
            if membership.role == role and _covers(tree, membership.desk_region, regions)
        )
    )


def reach(tree: Tree, memberships: Iterable[Membership], *roles: Role) -> tuple[str, ...]:
    """Give the places about which some roles let a person speak, in the tree's order."""
    desks = {membership.desk_region for membership in memberships if membership.role in roles}
    return tuple(code for code in tree if not desks.isdisjoint(tree.lineage(code)))


def may_draft(tree: Tree, memberships: Iterable[Membership], regions: Collection[str]) -> bool:
    """Tell whether one desk where the person drafts covers every region."""
    return bool(covering_desks(tree, memberships, regions, Role.DRAFTER))


def may_approve(tree: Tree, memberships: Iterable[Membership], regions: Collection[str]) -> bool:
    """Tell whether one desk where the person approves covers every region, of which there is one.

    An act without regions (CORRECT, WITHDRAW) is asked about with those of the act it refers to.
    """
    return bool(regions) and bool(covering_desks(tree, memberships, regions, Role.APPROVER))


def acting_desk(
    tree: Tree, memberships: Iterable[Membership], regions: Collection[str], own: str
) -> str:
    """Give the desk's region as whose approver somebody acts: the desk's own, else the nearest."""
    desks = covering_desks(tree, memberships, regions, Role.APPROVER)
    return own if own in desks else max(desks, key=tree.depth)


def may_read(tree: Tree, memberships: Iterable[Membership], desk_region: str) -> bool:
    """Tell whether a draft of a desk exists to the person's eyes; any role there reads."""
    return any(_covers(tree, membership.desk_region, (desk_region,)) for membership in memberships)


def may_export(tree: Tree, memberships: Iterable[Membership], desk_region: str) -> bool:
    """Tell whether the person may take out everything of a desk."""
    return bool(covering_desks(tree, memberships, (desk_region,), Role.AUDITOR))


def auditable_desks(tree: Tree, memberships: Iterable[Membership]) -> frozenset[str]:
    """Give the desks' regions whose records the person audits and may take out."""
    held = tuple(memberships)
    return frozenset(code for code in tree if may_export(tree, held, code))


def readable_desks(tree: Tree, memberships: Collection[Membership]) -> frozenset[str]:
    """Give the desks' regions whose drafts exist to the person's eyes."""
    return frozenset(reach(tree, memberships, *Role))


class Lack(StrEnum):
    """Name what a desk lacks that can't publish by itself."""

    NO_APPROVER = "NO_APPROVER"
    NO_DRAFTER = "NO_DRAFTER"
    ONE_PERSON = "ONE_PERSON"


def why_mute(members: Iterable[tuple[object, str]]) -> Lack | None:
    """Tell why a desk, given as (person, role), can't publish; nothing when it can."""
    pairs = list(members)
    approvers = {person for person, role in pairs if role == Role.APPROVER}
    drafters = {person for person, role in pairs if role == Role.DRAFTER}
    if not approvers:
        return Lack.NO_APPROVER
    if not drafters:
        return Lack.NO_DRAFTER
    return Lack.ONE_PERSON if len(approvers | drafters) == 1 else None


def can_publish(members: Iterable[tuple[object, str]]) -> bool:
    """Tell whether a desk, given as (person, role), has an approver and another who drafts."""
    return why_mute(members) is None


def _covers(tree: Tree, desk_region: str, regions: Collection[str]) -> bool:
    return desk_region in tree and all(
        region in tree and tree.is_within(region, desk_region) for region in regions
    )
