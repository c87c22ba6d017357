"""What Wagtail's admin takes in of ours: the people's screens and their place in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.accounts import people_urls


class _PeopleMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("accounts.manage_people"))


@hooks.register("register_admin_urls")
def people_addresses() -> list[Any]:
    """Put the people under /admin/people/."""
    return [path("people/", include(people_urls))]


@hooks.register("register_admin_menu_item")
def people_in_the_menu() -> MenuItem:
    """Show the people to administrators."""
    return _PeopleMenuItem(_("People"), reverse("people:index"), icon_name="group", order=900)
