"""Who may write what: writers and editors the news, administrators every page.

People, organisations and topics are public at once, with no second reader: those who may publish
keep them. Writers see and choose them.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from portal.accounts.groups import NEWS_EDITORS, NEWS_WRITERS
from portal.accounts.models import ADMINISTRATORS

WRITE = ("add_page", "change_page")
PUBLISH = (*WRITE, "publish_page")
RECORDS = ("person", "organisation", "topic")
SEE = ("view",)
KEEP = (*SEE, "add", "change", "delete")


def grant_writing(*, home: Page, news: Page) -> None:
    """Let writers write under `news`, editors publish there, administrators under `home`."""
    _grant(NEWS_WRITERS, news, WRITE)
    _grant(NEWS_EDITORS, news, PUBLISH)
    _grant(ADMINISTRATORS, home, PUBLISH)


def grant_records() -> None:
    """Let editors and administrators keep people, organisations and topics, writers see them."""
    for name, actions in ((NEWS_WRITERS, SEE), (NEWS_EDITORS, KEEP), (ADMINISTRATORS, KEEP)):
        codes = [f"{action}_{record}" for action in actions for record in RECORDS]
        granted = Permission.objects.filter(content_type__app_label="news", codename__in=codes)
        Group.objects.get(name=name).permissions.add(*granted)


def _grant(name: str, page: Page, actions: tuple[str, ...]) -> None:
    group = Group.objects.get(name=name)
    for action in actions:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=action)
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
