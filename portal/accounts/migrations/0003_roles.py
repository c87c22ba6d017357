"""Give every role its group: desk officers are divided, the newsroom has writers and editors."""

from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

WRITERS, EDITORS, ADMINISTRATORS = "News writers", "News editors", "Administrators"
DOORS = {"DRAFTER": "Desk drafters", "APPROVER": "Desk approvers", "AUDITOR": "Auditors"}
USE_FILES = ("add", "choose")
KEEP_FILES = ("add", "change", "choose")
FILES = {WRITERS: USE_FILES, EDITORS: KEEP_FILES, ADMINISTRATORS: KEEP_FILES}


def make_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    groups = apps.get_model("auth", "Group").objects
    permissions = apps.get_model("auth", "Permission").objects
    enter = permissions.get(content_type__app_label="wagtailadmin", codename="access_admin")
    groups.filter(name="Newsroom").update(name=EDITORS)
    for name in (WRITERS, EDITORS, *DOORS.values(), ADMINISTRATORS):
        groups.get_or_create(name=name)[0].permissions.add(enter)
    _let_them_use_files(apps)
    _divide_the_officers(apps)


def _let_them_use_files(apps: Apps) -> None:
    groups = apps.get_model("auth", "Group").objects
    permissions = apps.get_model("auth", "Permission").objects
    granted = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for name, actions in FILES.items():
        for app, kind in (("wagtailimages", "image"), ("wagtaildocs", "document")):
            for action in actions:
                permission = permissions.get(
                    content_type__app_label=app, codename=f"{action}_{kind}"
                )
                granted.get_or_create(
                    group=groups.get(name=name), collection=root, permission=permission
                )


def _divide_the_officers(apps: Apps) -> None:
    """Give each desk officer the groups of their roles; without a role, the drafters' door."""
    groups = apps.get_model("auth", "Group").objects
    held = apps.get_model("guidance", "Membership").objects.filter(revoked=None)
    officers = groups.filter(name="Desk officers").first()
    if officers is None:
        return
    for user in officers.user_set.all():
        roles = set(held.filter(user=user).values_list("role", flat=True)) or {"DRAFTER"}
        user.groups.add(*groups.filter(name__in=[DOORS[role] for role in roles]))
    drafters: Any = groups.get(name=DOORS["DRAFTER"])
    for invitation in apps.get_model("accounts", "Invitation").objects.filter(groups=officers):
        invitation.groups.add(drafters)
    officers.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_groups"),
        ("guidance", "0002_guards"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0094_alter_page_locale"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
