"""Who can approve a draft: somebody at its own desk, or the republican desk for it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.models import Declaration, Membership, RegionKind, RoleCode


def nobody_here_approves(scene: Scene, declaration: Declaration) -> str:
    """Say that nobody at the desk can approve this draft, and who will; nothing when one can."""
    worked = {row.user_id for row in declaration.contributors.all()}
    worked |= {declaration.author_id, scene.user.pk}
    roles = Membership.objects.in_force(scene.at).filter(role=RoleCode.APPROVER)
    desks = {
        row.desk_id: row.desk.region.kind
        for row in roles.select_related("desk__region").exclude(user__in=worked)
        if row.desk_id == declaration.desk_id or row.desk.region.kind == RegionKind.COUNTRY
    }
    if declaration.desk_id in desks:
        return ""
    if desks:
        return _("Nobody at this desk can approve this: the republican desk will.")
    return _("Nobody can approve this now, not even at the republican desk.")
