"""Roles as the people's screens show them: since when, until when, who asked, who confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from guidance.desk.words import end_label, moment_label
from guidance.models import Membership, RoleRequest
from portal.accounts.models import User

ENDS_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class RoleLine:
    """Hold a role of somebody, with the two administrators who gave it."""

    pk: int
    person: User
    desk: str
    desk_pk: int
    role: str
    role_code: str
    since: str
    until: str  # empty: until it is taken
    is_ending: bool
    asked_by: str
    confirmed_by: str


def with_people(rows: QuerySet[Membership]) -> QuerySet[Membership]:
    """Load all that a line shows, in one query."""
    people = ("granted__requested_by", "granted__decided_by", "user", "desk__region")
    return rows.select_related(*people).order_by("desk__region__code", "role", "user_id", "pk")


def role_lines(rows: Iterable[Membership], at: datetime, lang: str) -> list[RoleLine]:
    """Show roles in the clocks of their desks."""
    return [_line(row, at, lang) for row in rows]


def asked_lines(rows: QuerySet[RoleRequest], lang: str) -> list[tuple[RoleRequest, str]]:
    """Give the requests that wait, each with the end of the term that is asked for, or nothing."""
    found = rows.filter(state=RoleRequest.State.REQUESTED).order_by("pk")
    people = ("user", "desk__region", "requested_by")
    return [
        (
            asked,
            end_label(asked.ends_at, asked.desk.region.time_zone, lang) if asked.ends_at else "",
        )
        for asked in found.select_related(*people)
    ]


def _line(row: Membership, at: datetime, lang: str) -> RoleLine:
    zone, given = row.desk.region.time_zone, row.granted
    return RoleLine(
        pk=row.pk,
        person=row.user,
        desk=row.desk.name,
        desk_pk=row.desk_id,
        role=row.get_role_display(),
        role_code=row.role,
        since=moment_label(given.decided_at or given.requested_at, zone, lang),
        until=end_label(row.ends_at, zone, lang) if row.ends_at else "",
        is_ending=row.ends_at is not None and row.ends_at - at <= ENDS_SOON,
        asked_by=given.requested_by.full_name,
        confirmed_by=given.decided_by.full_name if given.decided_by else "",
    )
