"""The group of those who write: they may publish in the news, and nobody of them may delete."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

NEWSROOM = "Newsroom"
PAGE_ACTIONS = ("add_page", "change_page", "publish_page")
FILE_ACTIONS = (
    "add_image", "change_image", "choose_image",
    "add_document", "change_document", "choose_document",
)  # fmt: skip


def grant_newsroom(news: Page) -> Group:
    """Let the group enter the admin, write and publish under `news`, and add files."""
    group, _created = Group.objects.get_or_create(name=NEWSROOM)
    enter = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    group.permissions.add(enter)
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=PAGE_ACTIONS
    ).order_by("pk"):
        GroupPagePermission.objects.get_or_create(group=group, page=news, permission=permission)
    files = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename__in=FILE_ACTIONS
    ).order_by("pk"):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=files, permission=permission
        )
    return group
