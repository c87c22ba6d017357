"""What Wagtail's admin takes in of ours: the desk's addresses, its menu item and its panel."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from guidance.desk import catalogue_urls, roster_urls
from guidance.desk.board.deliveries import DeliveriesPanel
from guidance.desk.board.drills import DrillsPanel
from guidance.desk.board.on_duty import DutyPanel
from guidance.desk.board.panels import HOOK as DESK_PANEL
from guidance.desk.panel import DeskPanel
from guidance.desk.snippets import register_catalogues
from guidance.desk.urls import both_ledgers
from guidance.shown.ledgers import desk_address

# Before Wagtail asks for the rights of these tables and gives them its own.
register_catalogues()


@hooks.register("register_admin_urls")
def desk_addresses() -> list[Any]:
    """Put the desk under /admin/desk/, and its exercises under /admin/desk/exercise/."""
    return [
        path("desk/catalogues/", include(catalogue_urls)),
        path("desk/roster/", include(roster_urls)),
        *both_ledgers(),
    ]


@hooks.register("register_admin_menu_item")
def desk_in_the_menu() -> MenuItem:
    """Show the desk first of all."""
    return MenuItem(_("Desk"), reverse("desk:dashboard"), icon_name="warning", order=1)


class _AdministratorsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("accounts.manage_people"))


@hooks.register("register_admin_menu_item")
def audit_in_the_menu() -> MenuItem:
    """Show the audit to administrators; auditors come to it from the history of their desk."""
    address = reverse("desk:audit")
    return _AdministratorsMenuItem(_("Audit"), address, icon_name="history", order=910)


@hooks.register("register_admin_menu_item")
def drills_in_the_menu() -> MenuItem:
    """Show the drills to administrators; a desk reaches them from its own first page."""
    address = desk_address("drills", exercise=True)
    return _AdministratorsMenuItem(_("Drills"), address, icon_name="time", order=920)


@hooks.register("register_admin_menu_item")
def catalogues_in_the_menu() -> MenuItem:
    """Show the catalogues below the desk."""
    return MenuItem(_("Catalogues"), reverse("catalogues:index"), icon_name="list-ul", order=2)


@hooks.register("construct_homepage_panels")
def desk_on_the_first_page(request: HttpRequest, panels: list[Component]) -> None:
    """Show what waits for a decision before anything else."""
    panels.insert(0, DeskPanel())


@hooks.register(DESK_PANEL)
def duty_at_the_desk() -> DutyPanel:
    """Show who is on duty."""
    return DutyPanel()


@hooks.register(DESK_PANEL)
def deliveries_at_the_desk() -> DeliveriesPanel:
    """Show what nobody has taken up for sending."""
    return DeliveriesPanel()


@hooks.register(DESK_PANEL)
def drills_at_the_desk() -> DrillsPanel:
    """Show the order of a drill, and who has to prove what they can."""
    return DrillsPanel()
