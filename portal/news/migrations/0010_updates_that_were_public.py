"""Keep of the log what readers can have seen: the rest was typed into drafts."""

from django.db import migrations
from django.db.models import Q


def drop_the_rest(apps, schema_editor):
    updates = apps.get_model("news", "Update").objects
    unseen = Q(page__first_published_at=None)
    silent = Q(text_kk=None) | Q(text_kk="") | Q(text_ru=None) | Q(text_ru="")
    updates.filter(unseen | silent).delete()


class Migration(migrations.Migration):

    dependencies = [("news", "0009_second_reading")]

    operations = [migrations.RunPython(drop_the_rest, migrations.RunPython.noop)]
