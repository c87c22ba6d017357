"""Who may write which pages: writers and editors the news, administrators every page."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from portal.accounts.groups import NEWS_EDITORS, NEWS_WRITERS
from portal.accounts.models import ADMINISTRATORS

WRITE = ("add_page", "change_page")
PUBLISH = (*WRITE, "publish_page")


def grant_writing(*, home: Page, news: Page) -> None:
    """Let writers write under `news`, editors publish there, administrators under `home`."""
    _grant(NEWS_WRITERS, news, WRITE)
    _grant(NEWS_EDITORS, news, PUBLISH)
    _grant(ADMINISTRATORS, home, PUBLISH)


def _grant(name: str, page: Page, actions: tuple[str, ...]) -> None:
    group = Group.objects.get(name=name)
    for action in actions:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=action)
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
