"""What Wagtail's admin leaves out: what editors of this portal do not need."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from portal.home.found import find_again
from portal.home.found_records import find_records
from portal.news.live import LIVE_POST_CHANGED
from portal.search.records import FIND_RECORDS

UNNEEDED = ("help",)
FOR_ADMINISTRATORS = ("reports",)
CLOSED_SETTINGS = ("sites", "collections", "users", "groups")

hooks.register(FIND_RECORDS, find_records)
hooks.register(LIVE_POST_CHANGED, find_again)


@hooks.register("construct_main_menu")
def shorten_the_menu(request: HttpRequest, items: list[Any]) -> None:
    """Leave out help about Wagtail; keep reports on everybody's work for administrators."""
    left_out = UNNEEDED if request.user.is_superuser else (*UNNEEDED, *FOR_ADMINISTRATORS)
    items[:] = [item for item in items if item.name not in left_out]


@hooks.register("construct_settings_menu")
def leave_out_what_is_closed(request: HttpRequest, items: list[Any]) -> None:
    """Show no settings that answer 404."""
    items[:] = [item for item in items if item.name not in CLOSED_SETTINGS]


@hooks.register("construct_homepage_summary_items")
def leave_out_the_counts(request: HttpRequest, items: list[Any]) -> None:
    """Show no counts of pages and pictures: they tell an editor nothing."""
    items.clear()
