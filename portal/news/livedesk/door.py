"""The door of a live post's screens: who may write there, and the page around each."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.groups import NEWS_EDITORS
from portal.news.models import LiveEntry, LivePage

Problem = tuple[str, str, str]


def post_of(request: HttpRequest, pk: int, *, to_publish: bool = False) -> LivePage:
    """Return a live post to whoever may edit it, or publish on it."""
    page = get_object_or_404(LivePage, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if to_publish and not may_publish(request, page):
        raise PermissionDenied
    return page


def may_publish(request: HttpRequest, page: LivePage) -> bool:
    """Tell whether somebody may let entries go out: every editor, at once.

    The page itself waits for a second reader; what happens this minute can't, and an entry is
    never rewritten: a wrong one is corrected in sight.
    """
    user: Any = request.user
    return bool(
        page.permissions_for_user(user).can_publish()
        or user.groups.filter(name=NEWS_EDITORS).exists()
    )


def entry_of(request: HttpRequest, pk: int, *, to_publish: bool = False) -> LiveEntry:
    """Return an entry to whoever may edit its post, or publish on it."""
    entry: LiveEntry = get_object_or_404(LiveEntry.objects.all(), pk=pk)
    entry.page = post_of(request, entry.page_id, to_publish=to_publish)
    return entry


def show(
    request: HttpRequest, template: str, page: LivePage, title: str, **context: Any
) -> HttpResponse:
    """Show a screen of a live post with the way back to it."""
    is_first = title == page.title
    crumbs = [
        {"url": reverse("live-posts:index"), "label": _("Live posts")},
        {"url": "" if is_first else reverse("live:post", args=[page.pk]), "label": page.title},
    ]
    if not is_first:
        crumbs.append({"url": "", "label": title})
    forms = [value for name, value in context.items() if name.endswith("form")]
    problems = [problem for form in forms if form.is_bound for problem in _problems(form)]
    mine = {"title": title, "breadcrumbs": crumbs, "page": page, "problems": problems}
    response = render(request, template, {**mine, **context})
    response.status_code = 422 if problems else 200
    return response


def _problems(form: Any) -> list[Problem]:
    """List what must be put right: where, in which field, and what."""
    return [
        (form[name].id_for_label, str(form[name].label or ""), str(message))
        if name in form.fields
        else ("", "", str(message))
        for name, messages in form.errors.items()
        for message in messages
    ]
