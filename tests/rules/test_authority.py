"""Who may draft, approve and read what where."""

import pytest

from guidance.rules.authority import (
    Membership,
    Role,
    can_publish,
    covering_desks,
    may_approve,
    may_draft,
    may_export,
    may_read,
    readable_desks,
)
from tests.rules.ledger import kazakhstan

TREE = kazakhstan().tree
AQTOBE_DRAFTER = Membership("KZ-15", Role.DRAFTER)
AQTOBE_APPROVER = Membership("KZ-15", Role.APPROVER)
ALMATY_APPROVER = Membership("KZ-75", Role.APPROVER)
REPUBLICAN_APPROVER = Membership("KZ", Role.APPROVER)


@pytest.mark.parametrize(
    ("memberships", "regions", "expected"),
    [
        ([AQTOBE_DRAFTER], ["KZ-15"], True),
        ([AQTOBE_DRAFTER], ["KZ-15-aqtobe", "KZ-15"], True),
        ([AQTOBE_DRAFTER], ["KZ"], False),
        ([AQTOBE_DRAFTER], ["KZ-15", "KZ-75"], False),
        ([AQTOBE_DRAFTER], ["KZ-99"], False),
        ([AQTOBE_APPROVER], ["KZ-15"], False),
        ([Membership("KZ", Role.DRAFTER)], ["KZ", "KZ-75"], True),
        ([], ["KZ-15"], False),
        ([Membership("KZ-99", Role.DRAFTER)], ["KZ-15"], False),
    ],
)
def test_a_drafter_drafts_within_the_territory_of_one_desk(
    memberships: list[Membership], regions: list[str], expected: bool
) -> None:
    assert may_draft(TREE, memberships, regions) is expected


def test_one_desk_covers_every_region_and_two_desks_do_not_add_up() -> None:
    memberships = [AQTOBE_APPROVER, ALMATY_APPROVER]

    assert not may_approve(TREE, memberships, ["KZ-15", "KZ-75"])
    assert may_approve(TREE, memberships, ["KZ-75"])
    assert may_approve(TREE, [REPUBLICAN_APPROVER], ["KZ-15", "KZ-75"])


def test_approval_takes_the_role_and_a_region() -> None:
    assert not may_approve(TREE, [AQTOBE_DRAFTER], ["KZ-15"])
    assert not may_approve(TREE, [REPUBLICAN_APPROVER], [])


def test_a_draft_exists_for_its_own_desk_and_for_the_one_above() -> None:
    assert may_read(TREE, [AQTOBE_DRAFTER], "KZ-15")
    assert may_read(TREE, [REPUBLICAN_APPROVER], "KZ-15")
    assert not may_read(TREE, [ALMATY_APPROVER], "KZ-15")
    assert not may_read(TREE, [AQTOBE_APPROVER], "KZ")
    assert readable_desks(TREE, [AQTOBE_DRAFTER]) == {"KZ-15", "KZ-15-aqtobe"}
    assert readable_desks(TREE, []) == frozenset()


def test_only_an_auditor_exports() -> None:
    assert may_export(TREE, [Membership("KZ-15", Role.AUDITOR)], "KZ-15")
    assert not may_export(TREE, [Membership("KZ-15", Role.AUDITOR)], "KZ-75")
    assert not may_export(TREE, [AQTOBE_APPROVER], "KZ-15")


def test_the_desks_that_cover_the_regions_are_named_for_a_choice() -> None:
    memberships = [Membership("KZ", Role.DRAFTER), AQTOBE_DRAFTER, ALMATY_APPROVER]

    assert covering_desks(TREE, memberships, ["KZ-15"], Role.DRAFTER) == ("KZ", "KZ-15")


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ([("a", "DRAFTER"), ("b", "APPROVER")], True),
        ([("a", "DRAFTER"), ("a", "APPROVER")], False),
        ([("a", "DRAFTER"), ("a", "APPROVER"), ("b", "APPROVER")], True),
        ([("a", "DRAFTER"), ("b", "AUDITOR")], False),
        ([], False),
    ],
)
def test_a_desk_can_publish_with_an_approver_and_another_who_drafts(
    members: list[tuple[object, str]], expected: bool
) -> None:
    assert can_publish(members) is expected
