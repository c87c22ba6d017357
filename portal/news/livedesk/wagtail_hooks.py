"""Where live posts meet Wagtail's admin: their screens, the ways to them, their history."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext, gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import Button

from portal.news import change_question
from portal.news.livedesk import urls
from portal.news.models import LivePage, NewsPage

STEPS = {
    "entry": gettext_lazy("Publish an entry"),
    "correction": gettext_lazy("Correct an entry"),
    "summary": gettext_lazy("Say what is known"),
    "translation": gettext_lazy("Add a language to an entry"),
    "end": gettext_lazy("End the live post"),
    "reopen": gettext_lazy("Go on with the live post"),
}


@hooks.register("register_admin_urls")
def screens_of_live_posts() -> list[URLResolver]:
    """Put the screens under /admin/live/."""
    return [path("live/", include(urls))]


@hooks.register("register_log_actions")
def steps_of_live_posts(actions: Any) -> None:
    """Name the steps of live posts in the history of a page."""
    for name, label in STEPS.items():
        actions.register_action(f"news.live.{name}", label, label)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_buttons")
def way_to_the_entries(page: Any, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a live post to its entries."""
    if page.specific_class is LivePage and page.permissions_for_user(user).can_edit():
        address = reverse("live:post", args=[page.pk])
        yield Button(gettext("Entries"), address, icon_name="list-ul", priority=5)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def go_on_to_the_entries(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Lead whoever has just published a live post to its first entry."""
    is_new = isinstance(page, LivePage) and page.live and not page.entries.published().exists()
    return redirect("live:post", page.pk) if is_new else None


@hooks.register("before_bulk_action")
def answer_first(
    request: HttpRequest, kind: str, pages: list[Any], action: Any
) -> HttpResponse | None:
    """Publish no changes in bulk of which nobody said whether readers must know."""
    if kind != "publish":
        return None
    silent = [page for page in pages if _owes_an_answer(page.specific)]
    if not silent:
        return None
    names = ", ".join(str(page) for page in silent)
    messages.error(
        request, gettext("Open these pages to publish them: %(names)s") % {"names": names}
    )
    return redirect(action.next_url)


def _owes_an_answer(page: Any) -> bool:
    if not isinstance(page, NewsPage) or page.first_published_at is None:
        return False
    newest = page.get_latest_revision_as_object()
    is_spent = change_question.is_spent(newest.change_answered_at, page.last_published_at)
    return bool(page.has_unpublished_changes and (is_spent or not newest.change_weight))
