"""The groups of the portal: which doors of the admin they open, and what they are called.

A migration makes them. Desk groups open the admin and nothing else: what somebody may do at a
desk, their roles there say (`guidance.Membership`), and a confirmed role brings its group.
"""

from django.utils.translation import gettext_lazy as _

from guidance.models import RoleCode
from guidance.roles import DOORS
from portal.accounts.models import ADMINISTRATORS

NEWS_WRITERS = "News writers"
NEWS_EDITORS = "News editors"
NEWS_CHIEFS = "News chiefs"
DESK_DRAFTERS = DOORS[RoleCode.DRAFTER]
DESK_APPROVERS = DOORS[RoleCode.APPROVER]
AUDITORS = DOORS[RoleCode.AUDITOR]
GROUP_NAMES = {
    NEWS_WRITERS: _("News writers"),
    NEWS_EDITORS: _("News editors"),
    NEWS_CHIEFS: _("News chiefs"),
    DESK_DRAFTERS: _("Desk drafters"),
    DESK_APPROVERS: _("Desk approvers"),
    AUDITORS: _("Auditors"),
    ADMINISTRATORS: _("Administrators"),
}
OFFERED = {
    NEWS_WRITERS: _("News writers: write articles and publish nothing"),
    NEWS_EDITORS: _("News editors: write articles, and read and approve those of others"),
    NEWS_CHIEFS: _("News chiefs: also publish and take down articles alone"),
    DESK_DRAFTERS: _("Desk drafters: may be given the role of a drafter"),
    DESK_APPROVERS: _("Desk approvers: may be given the role of an approver"),
    AUDITORS: _("Auditors: may be given the role of an auditor"),
    ADMINISTRATORS: _("Administrators: invite people and give roles, always two of them"),
}
