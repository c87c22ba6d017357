"""Give the newsroom its chiefs, who may publish alone; editors read what others wrote."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

CHIEFS, EDITORS = "News chiefs", "News editors"


def make_chiefs(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    groups = apps.get_model("auth", "Group").objects
    granted = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    editors = groups.get(name=EDITORS)
    chiefs, _made = groups.get_or_create(name=CHIEFS)
    chiefs.permissions.add(*editors.permissions.all())
    for held in granted.filter(group=editors):
        granted.get_or_create(
            group=chiefs, collection=held.collection, permission=held.permission
        )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_roles"),
        ("wagtailcore", "0094_alter_page_locale"),
    ]
    operations = [migrations.RunPython(make_chiefs, migrations.RunPython.noop)]
