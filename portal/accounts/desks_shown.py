"""Desks as administrators see them: who does what there, and whether they can publish."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guidance.desk.mute import mute_words
from guidance.models import Desk, RoleCode
from guidance.rules.authority import why_mute
from portal.accounts.roles_shown import RoleLine


@dataclass(frozen=True, slots=True)
class DeskLine:
    """Hold one desk with its people, by what they do there."""

    desk: Desk
    drafters: tuple[RoleLine, ...]
    approvers: tuple[RoleLine, ...]
    auditors: tuple[RoleLine, ...]
    mute: str  # why it can't publish; empty when it can
    open_requests: int

    @property
    def groups(self) -> list[tuple[str, tuple[RoleLine, ...]]]:
        """Give the people under the words for what they do."""
        return [
            (_("Drafters"), self.drafters),
            (_("Approvers"), self.approvers),
            (_("Auditors"), self.auditors),
        ]


def desk_line(desk: Desk, roles: Iterable[RoleLine], open_requests: int) -> DeskLine:
    """Sort the people of a desk, and tell whether it can publish."""
    own = [line for line in roles if line.desk_pk == desk.pk]
    lack = why_mute((line.person.pk, line.role_code) for line in own)
    return DeskLine(
        desk=desk,
        drafters=_having(own, RoleCode.DRAFTER),
        approvers=_having(own, RoleCode.APPROVER),
        auditors=_having(own, RoleCode.AUDITOR),
        mute=mute_words(lack, desk) if lack else "",
        open_requests=open_requests,
    )


def _having(lines: Iterable[RoleLine], role: RoleCode) -> tuple[RoleLine, ...]:
    return tuple(line for line in lines if line.role_code == role)
