"""Put up the guards, and open the two ledgers."""

from typing import Any

from django.db import migrations

from guidance.migrations import guards


def open_ledgers(apps: Any, schema_editor: Any) -> None:
    """Give each ledger its row, which publications lock."""
    ledger = apps.get_model("guidance", "Ledger")
    ledger.objects.bulk_create([ledger(exercise=False), ledger(exercise=True)])


class Migration(migrations.Migration):
    """Run after the tables."""

    dependencies = [("guidance", "0001_initial")]
    operations = [
        migrations.RunPython(open_ledgers, migrations.RunPython.noop),
        migrations.RunPython(guards.install, guards.remove),
    ]
