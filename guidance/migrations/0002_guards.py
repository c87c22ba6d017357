"""Open the two ledgers.

The guards come with the next migration: they name columns that it adds, and SQLite alters no
table of any app while a trigger names a column that is not there.
"""

from typing import Any

from django.db import migrations


def open_ledgers(apps: Any, schema_editor: Any) -> None:
    """Give each ledger its row, which publications lock."""
    ledger = apps.get_model("guidance", "Ledger")
    ledger.objects.bulk_create([ledger(exercise=False), ledger(exercise=True)])


class Migration(migrations.Migration):
    """Run after the tables."""

    dependencies = [("guidance", "0001_initial")]
    operations = [
        migrations.RunPython(open_ledgers, migrations.RunPython.noop),
    ]
