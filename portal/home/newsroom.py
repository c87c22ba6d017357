"""Who may write what: the newsroom in the news, administrators everywhere; nobody may delete."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from portal.accounts.models import ADMINISTRATORS

NEWSROOM = "Newsroom"
PAGE_ACTIONS = ("add_page", "change_page", "publish_page")
FILE_ACTIONS = (
    "add_image", "change_image", "choose_image",
    "add_document", "change_document", "choose_document",
)  # fmt: skip


def grant_writing(*, home: Page, news: Page) -> None:
    """Let the newsroom write and publish under `news`, administrators under `home`."""
    for name, page in ((NEWSROOM, news), (ADMINISTRATORS, home)):
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(_permission("wagtailadmin", "access_admin"))
        _grant_pages(group, page)
        _grant_files(group)


def _grant_pages(group: Group, page: Page) -> None:
    for action in PAGE_ACTIONS:
        GroupPagePermission.objects.get_or_create(
            group=group, page=page, permission=_permission("wagtailcore", action)
        )


def _grant_files(group: Group) -> None:
    files = Collection.get_first_root_node()
    for action in FILE_ACTIONS:
        app = "wagtailimages" if action.endswith("image") else "wagtaildocs"
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=files, permission=_permission(app, action)
        )


def _permission(app: str, action: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=action)
