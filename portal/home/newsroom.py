"""Who may write what: writers and editors the news, administrators every page.

What writers and editors send is published by a second reader; chiefs and administrators may
publish alone. People, organisations and topics are public at once: editors keep them, writers see
and choose them.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from portal.accounts.groups import NEWS_CHIEFS, NEWS_EDITORS, NEWS_WRITERS
from portal.accounts.models import ADMINISTRATORS

WRITE = ("add_page", "change_page")
PUBLISH = (*WRITE, "publish_page")
RECORDS = ("person", "organisation", "topic")
WARNINGS = ("forgery",)
SEE = ("view",)
KEEP = (*SEE, "add", "change", "delete")


def grant_writing(*, home: Page, news: Page) -> None:
    """Let writers and editors write under `news`, chiefs publish there, administrators anywhere."""
    _grant(NEWS_WRITERS, news, WRITE)
    _grant(NEWS_EDITORS, news, WRITE)
    _grant(NEWS_CHIEFS, news, PUBLISH)
    _grant(ADMINISTRATORS, home, PUBLISH)
    # Before there was a second reader, editors published alone.
    GroupPagePermission.objects.filter(
        group__name=NEWS_EDITORS, page=news, permission__codename="publish_page"
    ).delete()


def grant_records() -> None:
    """Let editors and administrators keep people, organisations and topics, writers see them."""
    rights = {
        NEWS_WRITERS: SEE, NEWS_EDITORS: KEEP, NEWS_CHIEFS: KEEP, ADMINISTRATORS: KEEP,
    }  # fmt: skip
    for name, actions in rights.items():
        _permit(name, actions, RECORDS)


def grant_warnings() -> None:
    """Let chiefs and administrators say what is forged, and the newsroom see it.

    It is public at once and speaks for the portal, as what they publish alone does.
    """
    rights = {NEWS_WRITERS: SEE, NEWS_EDITORS: SEE, NEWS_CHIEFS: KEEP, ADMINISTRATORS: KEEP}
    for name, actions in rights.items():
        _permit(name, actions, WARNINGS)


def _permit(name: str, actions: tuple[str, ...], records: tuple[str, ...]) -> None:
    codes = [f"{action}_{record}" for action in actions for record in records]
    granted = Permission.objects.filter(content_type__app_label="news", codename__in=codes)
    Group.objects.get(name=name).permissions.add(*granted)


def _grant(name: str, page: Page, actions: tuple[str, ...]) -> None:
    group = Group.objects.get(name=name)
    for action in actions:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=action)
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
