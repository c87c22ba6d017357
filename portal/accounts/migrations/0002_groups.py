"""Give the portal its groups: who may enter the admin, and who may invite people."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ADMINISTRATORS = "Administrators"
DESK_OFFICERS = "Desk officers"


def make_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    groups = apps.get_model("auth", "Group").objects
    enter = permissions.get(content_type__app_label="wagtailadmin", codename="access_admin")
    user_type, _ = content_types.get_or_create(app_label="accounts", model="user")
    manage, _ = permissions.get_or_create(
        content_type=user_type,
        codename="manage_people",
        defaults={"name": "Can invite and deactivate people"},
    )
    groups.get_or_create(name=DESK_OFFICERS)[0].permissions.add(enter)
    groups.get_or_create(name=ADMINISTRATORS)[0].permissions.add(enter, manage)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
