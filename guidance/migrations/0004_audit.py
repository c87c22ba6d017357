"""Versions of drafts, checks of the ledger, and from where and at which desk something was done."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery

from guidance.migrations import guards


def name_the_desks(apps: Any, schema_editor: Any) -> None:
    """Fill in the desk of what was recorded so far."""
    entries = apps.get_model("guidance", "AuditEntry").objects
    for key in ("declaration", "role_request"):
        model = apps.get_model("guidance", key.replace("_", ""))
        desks = model.objects.filter(pk=OuterRef(f"{key}_id")).values("desk_id")
        entries.exclude(**{key: None}).update(desk_id=Subquery(desks))
    if schema_editor.connection.vendor == "postgresql":
        # A table with foreign keys still to be checked takes no trigger.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    """Go around the guards of the audit log, and put up those of the new tables."""

    dependencies = [
        ('guidance', '0003_desks_terms_and_duty'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = guards.around(
        migrations.CreateModel(
            name='DraftVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('content', models.TextField()),
            ],
            options={
                'verbose_name': 'version of a draft',
                'verbose_name_plural': 'versions of drafts',
            },
        ),
        migrations.CreateModel(
            name='LedgerCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('checked_at', models.DateTimeField()),
                ('problem_count', models.PositiveIntegerField()),
                ('problems', models.JSONField(default=list)),
                ('heads', models.JSONField(default=dict)),
            ],
            options={
                'verbose_name': 'check of the ledger',
                'verbose_name_plural': 'checks of the ledger',
            },
        ),
        migrations.AddField(
            model_name='auditentry',
            name='address',
            field=models.CharField(blank=True, max_length=45),
        ),
        migrations.AddField(
            model_name='auditentry',
            name='desk',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.desk'),
        ),
        migrations.AddField(
            model_name='auditentry',
            name='subject',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='auditentry',
            name='action',
            field=models.CharField(choices=[('SAVED', 'saved'), ('SUBMITTED', 'submitted'), ('TAKEN_BACK', 'taken back'), ('RETURNED', 'returned'), ('REJECTED', 'rejected'), ('PUBLISHED', 'published'), ('REFUSED', 'refused'), ('REGIONS_LOADED', 'regions loaded'), ('ROLE_REQUESTED', 'role requested'), ('ROLE_CONFIRMED', 'role confirmed'), ('ROLE_REFUSED', 'role refused'), ('DESK_REQUESTED', 'change of a desk requested'), ('DESK_CONFIRMED', 'change of a desk confirmed'), ('DESK_REFUSED', 'change of a desk refused'), ('ROSTER', 'duty roster changed'), ('ACCOUNT', 'account changed'), ('SIGNED_IN', 'signed in'), ('SIGN_IN_FAILED', 'sign-in failed'), ('SIGNED_OUT', 'signed out'), ('CODE_FAILED', 'second factor failed'), ('FACTOR_CHANGED', 'second factor changed'), ('PASSWORD_CHANGED', 'password changed'), ('EXPORTED', 'exported')], max_length=20),
        ),
        migrations.AddIndex(
            model_name='auditentry',
            index=models.Index(fields=['desk', '-at'], name='guidance_audit_by_desk'),
        ),
        migrations.AddField(
            model_name='draftversion',
            name='declaration',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='guidance.declaration'),
        ),
        migrations.AddField(
            model_name='draftversion',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='ledgercheck',
            index=models.Index(fields=['-checked_at', '-id'], name='guidance_check_by_time'),
        ),
        migrations.AddConstraint(
            model_name='draftversion',
            constraint=models.UniqueConstraint(fields=('declaration', 'version'), name='guidance_draftversion_kept_once'),
        ),
        migrations.RunPython(name_the_desks, migrations.RunPython.noop),
    )
