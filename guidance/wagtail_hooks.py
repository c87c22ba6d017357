"""What Wagtail's admin takes in of ours: the desk's addresses and its place in the menu."""

from typing import Any

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from guidance.desk import urls


@hooks.register("register_admin_urls")
def desk_addresses() -> list[Any]:
    """Put the desk under /admin/desk/."""
    return [path("desk/", include(urls))]


@hooks.register("register_admin_menu_item")
def desk_in_the_menu() -> MenuItem:
    """Show the desk first of all."""
    return MenuItem(_("Desk"), reverse("desk:dashboard"), icon_name="warning", order=1)
