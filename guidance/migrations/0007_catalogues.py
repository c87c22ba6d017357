"""Changes of catalogues by two people, versions bound to them, contacts of regions."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from guidance.migrations import guards


GENITIVE = {
    "YELLOW": "умеренного («жёлтого»)",
    "ORANGE": "высокого («оранжевого»)",
    "RED": "критического («красного»)",
}


def fill_the_genitive(apps: Any, schema_editor: Any) -> None:
    """Give the shipped level texts the case that sentences need."""
    for level, genitive in GENITIVE.items():
        apps.get_model("guidance", "LevelText").objects.filter(level=level).update(
            genitive_ru=genitive
        )


class Migration(migrations.Migration):

    dependencies = [
        ('guidance', '0006_exercises'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = guards.around(
        migrations.AddField(
            model_name='emergencynumber',
            name='is_dropped',
            field=models.BooleanField(default=False, verbose_name='dropped'),
        ),
        migrations.AddField(
            model_name='leveltext',
            name='genitive_ru',
            field=models.CharField(blank=True, max_length=60, verbose_name='name, genitive (Russian)'),
        ),
        migrations.AlterField(
            model_name='auditentry',
            name='action',
            field=models.CharField(choices=[('SAVED', 'saved'), ('SUBMITTED', 'submitted'), ('TAKEN_BACK', 'taken back'), ('RETURNED', 'returned'), ('REJECTED', 'rejected'), ('PUBLISHED', 'published'), ('REFUSED', 'refused'), ('REGIONS_LOADED', 'regions loaded'), ('ROLE_REQUESTED', 'role requested'), ('ROLE_CONFIRMED', 'role confirmed'), ('ROLE_REFUSED', 'role refused'), ('DESK_REQUESTED', 'change of a desk requested'), ('DESK_CONFIRMED', 'change of a desk confirmed'), ('DESK_REFUSED', 'change of a desk refused'), ('LET_END', 'decided to let the level end'), ('ROSTER', 'duty roster changed'), ('WIPED', 'wiped'), ('DRILL_STARTED', 'drill started'), ('ACCOUNT', 'account changed'), ('SIGNED_IN', 'signed in'), ('SIGN_IN_FAILED', 'sign-in failed'), ('SIGNED_OUT', 'signed out'), ('CODE_FAILED', 'second factor failed'), ('FACTOR_CHANGED', 'second factor changed'), ('PASSWORD_CHANGED', 'password changed'), ('EXPORTED', 'exported'), ('CATALOGUE_PROPOSED', 'change of a catalogue proposed'), ('CATALOGUE_CONFIRMED', 'change of a catalogue confirmed'), ('CATALOGUE_REFUSED', 'change of a catalogue refused')], max_length=20),
        ),
        migrations.CreateModel(
            name='CatalogueChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('catalogue', models.CharField(choices=[('LEVEL_TEXT', 'level texts'), ('ADVICE', 'advice'), ('MEASURE', 'measures'), ('LEGAL_BASIS', 'legal bases'), ('AUTHORITY', 'authorities'), ('EMERGENCY_NUMBER', 'emergency numbers'), ('CONTACT', 'contacts of regions'), ('REGION', 'names of regions')], max_length=20, verbose_name='catalogue')),
                ('key', models.CharField(max_length=80, verbose_name='code')),
                ('is_new', models.BooleanField(default=False, verbose_name='new line')),
                ('before', models.JSONField(default=dict)),
                ('after', models.JSONField(default=dict)),
                ('in_force_from', models.DateTimeField(blank=True, null=True, verbose_name='in force from')),
                ('reason', models.TextField(verbose_name='reason')),
                ('state', models.CharField(choices=[('PROPOSED', 'proposed'), ('CONFIRMED', 'confirmed'), ('REFUSED', 'refused')], default='PROPOSED', max_length=10, verbose_name='state')),
                ('proposed_at', models.DateTimeField(verbose_name='proposed at')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided at')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.region')),
            ],
            options={
                'verbose_name': 'change of a catalogue',
                'verbose_name_plural': 'changes of catalogues',
            },
        ),
        migrations.AddField(
            model_name='advice',
            name='change',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.cataloguechange'),
        ),
        migrations.AddField(
            model_name='leveltext',
            name='change',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.cataloguechange'),
        ),
        migrations.CreateModel(
            name='RegionContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=80, unique=True, verbose_name='code')),
                ('number', models.CharField(max_length=20, verbose_name='number')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('name_kk', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('name_ru', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('is_dropped', models.BooleanField(default=False, verbose_name='dropped')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='guidance.region')),
            ],
            options={
                'verbose_name': 'contact of a region',
                'verbose_name_plural': 'contacts of regions',
            },
        ),
        migrations.AddConstraint(
            model_name='cataloguechange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'CONFIRMED'), _negated=True), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('decided_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='guidance_cataloguechange_confirmed_by_another'),
        ),
        migrations.AddConstraint(
            model_name='cataloguechange',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'PROPOSED')), fields=('catalogue', 'key'), name='guidance_cataloguechange_one_open'),
        ),
        migrations.AddConstraint(
            model_name='regioncontact',
            constraint=models.UniqueConstraint(fields=('region', 'number'), name='guidance_regioncontact_once'),
        ),
        migrations.RunPython(fill_the_genitive, migrations.RunPython.noop),
    )
