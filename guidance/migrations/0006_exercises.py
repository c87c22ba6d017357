"""Exercises: wiped drafts, timed drills and what they measured."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from guidance.migrations import guards


class Migration(migrations.Migration):

    dependencies = [
        ('guidance', '0005_decisions_to_let_end'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = guards.around(
        migrations.AlterField(
            model_name='auditentry',
            name='action',
            field=models.CharField(choices=[('SAVED', 'saved'), ('SUBMITTED', 'submitted'), ('TAKEN_BACK', 'taken back'), ('RETURNED', 'returned'), ('REJECTED', 'rejected'), ('PUBLISHED', 'published'), ('REFUSED', 'refused'), ('REGIONS_LOADED', 'regions loaded'), ('ROLE_REQUESTED', 'role requested'), ('ROLE_CONFIRMED', 'role confirmed'), ('ROLE_REFUSED', 'role refused'), ('DESK_REQUESTED', 'change of a desk requested'), ('DESK_CONFIRMED', 'change of a desk confirmed'), ('DESK_REFUSED', 'change of a desk refused'), ('LET_END', 'decided to let the level end'), ('ROSTER', 'duty roster changed'), ('WIPED', 'wiped'), ('DRILL_STARTED', 'drill started'), ('ACCOUNT', 'account changed'), ('SIGNED_IN', 'signed in'), ('SIGN_IN_FAILED', 'sign-in failed'), ('SIGNED_OUT', 'signed out'), ('CODE_FAILED', 'second factor failed'), ('FACTOR_CHANGED', 'second factor changed'), ('PASSWORD_CHANGED', 'password changed'), ('EXPORTED', 'exported')], max_length=20),
        ),
        migrations.CreateModel(
            name='Drill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.CharField(choices=[('YELLOW', 'yellow'), ('ORANGE', 'orange'), ('RED', 'red')], max_length=6, verbose_name='level')),
                ('hint', models.CharField(blank=True, max_length=280, verbose_name='what happened')),
                ('started_at', models.DateTimeField(verbose_name='started at')),
                ('desk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drills', to='guidance.desk')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.region')),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'drill',
                'verbose_name_plural': 'drills',
            },
        ),
        migrations.CreateModel(
            name='DrillStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('DECLARED', 'declared'), ('WITHDRAWN', 'withdrawn')], max_length=9, verbose_name='step')),
                ('drafted_at', models.DateTimeField(verbose_name='drafted at')),
                ('submitted_at', models.DateTimeField(verbose_name='submitted at')),
                ('published_at', models.DateTimeField(verbose_name='published at')),
                ('people', models.PositiveSmallIntegerField(verbose_name='number of people')),
                ('declaration', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='drill_step', to='guidance.declaration')),
                ('drill', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='guidance.drill')),
            ],
            options={
                'verbose_name': 'step of a drill',
                'verbose_name_plural': 'steps of drills',
            },
        ),
        migrations.CreateModel(
            name='WipedDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('declaration', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='wiped', to='guidance.declaration')),
            ],
            options={
                'verbose_name': 'wiped draft',
                'verbose_name_plural': 'wiped drafts',
            },
        ),
        migrations.AddIndex(
            model_name='drill',
            index=models.Index(fields=['desk', '-started_at'], name='guidance_drill_by_desk'),
        ),
        migrations.AddConstraint(
            model_name='drill',
            constraint=models.CheckConstraint(condition=models.Q(('level__in', ['YELLOW', 'ORANGE', 'RED'])), name='guidance_drill_level_known'),
        ),
        migrations.AddConstraint(
            model_name='drillstep',
            constraint=models.UniqueConstraint(fields=('drill', 'kind'), name='guidance_drillstep_once'),
        ),
        migrations.AddConstraint(
            model_name='drillstep',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('DECLARED', 'WITHDRAWN'))), name='guidance_drillstep_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='drillstep',
            constraint=models.CheckConstraint(condition=models.Q(('drafted_at__lte', models.F('submitted_at')), ('submitted_at__lte', models.F('published_at'))), name='guidance_drillstep_in_order'),
        ),
        migrations.AddConstraint(
            model_name='drillstep',
            constraint=models.CheckConstraint(condition=models.Q(('people__gte', 2)), name='guidance_drillstep_two_people'),
        ),
    )
