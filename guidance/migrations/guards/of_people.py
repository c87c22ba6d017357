"""What is refused of desks, of roles with their terms, and of the duty roster."""

from __future__ import annotations

from guidance.migrations.guards.refusal import Refusal

_SAME_END = "(r.ends_at = NEW.ends_at OR r.ends_at IS NULL AND NEW.ends_at IS NULL)"


def _no_request(row: str, change: str, more: str = "") -> str:
    return (
        f"NOT EXISTS (SELECT 1 FROM guidance_rolerequest r WHERE r.id = NEW.{row}"
        f" AND r.state = 'CONFIRMED' AND {change} AND r.user_id = NEW.user_id"
        f" AND r.desk_id = NEW.desk_id AND r.role = NEW.role{more})"
    )


def _differs(*columns: str) -> str:
    return " OR ".join(f"NEW.{column} <> OLD.{column}" for column in columns)


def _differs_or_empty(*columns: str) -> str:
    return " OR ".join(
        f"NEW.{column} <> OLD.{column} OR (NEW.{column} IS NULL) <> (OLD.{column} IS NULL)"
        for column in columns
    )


OF_ROLES = (
    Refusal(
        "guidance_rolerequest_begins",
        "guidance_rolerequest",
        ("INSERT",),
        "NEW.state <> 'REQUESTED'",
        "a change of roles begins as a request",
    ),
    Refusal(
        "guidance_rolerequest_stays",
        "guidance_rolerequest",
        ("DELETE",),
        message="a request stays on record",
    ),
    Refusal(
        "guidance_rolerequest_decided_once",
        "guidance_rolerequest",
        ("UPDATE",),
        "OLD.state <> 'REQUESTED' OR "
        + _differs("id", "user_id", "desk_id", "role", "change", "requested_by_id", "requested_at")
        + f" OR {_differs_or_empty('ends_at')}",
        "a request is decided once and keeps what it asks",
    ),
    Refusal(
        "guidance_membership_granted",
        "guidance_membership",
        ("INSERT",),
        "NEW.revoked_id IS NOT NULL OR "
        + _no_request("granted_id", "r.change = 'GRANT'", f" AND {_SAME_END}"),
        "a role is given by a confirmed request",
    ),
    # A new term (another GRANT) takes the place of the one before it.
    Refusal(
        "guidance_membership_revoked",
        "guidance_membership",
        ("UPDATE",),
        f"OLD.revoked_id IS NOT NULL OR {_differs('id', 'user_id', 'desk_id', 'role')}"
        f" OR {_differs('granted_id')} OR {_differs_or_empty('ends_at')}"
        " OR NEW.revoked_id = NEW.granted_id OR NEW.revoked_id IS NOT NULL AND "
        + _no_request("revoked_id", "r.change IN ('REVOKE', 'GRANT')"),
        "a role ends by a confirmed request",
    ),
    Refusal(
        "guidance_membership_stays",
        "guidance_membership",
        ("DELETE",),
        message="a role stays on record",
    ),
    Refusal(
        "guidance_serviceaccount_stays",
        "guidance_serviceaccount",
        ("UPDATE", "DELETE"),
        message="a service account stays what it is",
    ),
)

_NAMES = ("name", "name_kk", "name_ru", "name_en")

OF_DESKS = (
    Refusal("guidance_desk_stays", "guidance_desk", ("DELETE",), message="a desk stays"),
    Refusal(
        "guidance_desk_keeps_its_region",
        "guidance_desk",
        ("UPDATE",),
        _differs("id", "code", "region_id"),
        "a desk keeps its code and its region",
    ),
    Refusal(
        "guidance_desk_renamed_by_two",
        "guidance_desk",
        ("UPDATE",),
        f"({_differs_or_empty(*_NAMES)})"
        " AND NOT EXISTS (SELECT 1 FROM guidance_deskrequest r WHERE r.region_id = NEW.region_id"
        " AND r.change = 'RENAME' AND r.state = 'CONFIRMED'"
        " AND r.name_kk = NEW.name_kk AND r.name_ru = NEW.name_ru AND r.name_en = NEW.name_en)",
        "a desk is renamed by a confirmed request",
    ),
    Refusal(
        "guidance_deskrequest_begins",
        "guidance_deskrequest",
        ("INSERT",),
        "NEW.state <> 'REQUESTED'",
        "a change of desks begins as a request",
    ),
    Refusal(
        "guidance_deskrequest_stays",
        "guidance_deskrequest",
        ("DELETE",),
        message="a request stays on record",
    ),
    Refusal(
        "guidance_deskrequest_decided_once",
        "guidance_deskrequest",
        ("UPDATE",),
        "OLD.state <> 'REQUESTED' OR "
        + _differs("id", "region_id", "change", "name_kk", "name_ru", "name_en")
        + f" OR {_differs('requested_by_id', 'requested_at')}",
        "a request is decided once and keeps what it asks",
    ),
)


def _is_member(person: str, roles: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM guidance_membership m WHERE m.user_id = NEW.{person}"
        f" AND m.desk_id = NEW.desk_id AND m.role IN ({roles}) AND m.revoked_id IS NULL"
        " AND (m.ends_at IS NULL OR m.ends_at >= NEW.ends_at))"
    )


OF_ROSTER = (
    Refusal("guidance_shift_stays", "guidance_shift", ("DELETE",), message="a shift stays"),
    Refusal(
        "guidance_shift_manned",
        "guidance_shift",
        ("INSERT",),
        "NOT ("
        + _is_member("drafter_id", "'DRAFTER'")
        + " AND "
        + _is_member("approver_id", "'APPROVER'")
        + " AND (NEW.reserve_id IS NULL OR "
        + _is_member("reserve_id", "'DRAFTER', 'APPROVER'")
        + "))",
        "a shift has a drafter and an approver of its desk to its end",
    ),
    Refusal(
        "guidance_shift_alone",
        "guidance_shift",
        ("INSERT",),
        "EXISTS (SELECT 1 FROM guidance_shift s WHERE s.desk_id = NEW.desk_id"
        " AND s.cancelled_at IS NULL AND s.starts_at < NEW.ends_at AND s.ends_at > NEW.starts_at)",
        "two shifts of a desk overlap",
    ),
    Refusal(
        "guidance_shift_cancelled_once",
        "guidance_shift",
        ("UPDATE",),
        "OLD.cancelled_at IS NOT NULL OR "
        + _differs("id", "desk_id", "starts_at", "ends_at", "drafter_id", "approver_id")
        + f" OR {_differs('phone', 'entered_by_id', 'entered_at')}"
        + f" OR {_differs_or_empty('reserve_id', 'replaces_id')}",
        "a shift is cancelled once, and changes in nothing else",
    ),
)
