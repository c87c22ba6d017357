"""Terms of roles, changes of desks, and the duty roster."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from guidance.migrations import guards


class Migration(migrations.Migration):

    dependencies = [
        ('guidance', '0002_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = guards.around(
        migrations.CreateModel(
            name='DeskRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='desk_requests', to='guidance.region')),
                ('change', models.CharField(choices=[('FOUND', 'new desk'), ('RENAME', 'new name')], max_length=6, verbose_name='change')),
                ('name_kk', models.CharField(max_length=160, verbose_name='name [kk]')),
                ('name_ru', models.CharField(max_length=160, verbose_name='name [ru]')),
                ('name_en', models.CharField(max_length=160, verbose_name='name [en]')),
                ('state', models.CharField(choices=[('REQUESTED', 'requested'), ('CONFIRMED', 'confirmed'), ('REFUSED', 'refused')], default='REQUESTED', max_length=10, verbose_name='state')),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('requested_at', models.DateTimeField(verbose_name='requested at')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided at')),
            ],
            options={
                'verbose_name': 'desk request',
                'verbose_name_plural': 'desk requests',
            },
        ),
        migrations.CreateModel(
            name='Shift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('desk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='guidance.desk')),
                ('starts_at', models.DateTimeField(verbose_name='from')),
                ('ends_at', models.DateTimeField(verbose_name='until')),
                ('drafter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='drafter')),
                ('approver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approver')),
                ('reserve', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='in reserve')),
                ('phone', models.CharField(max_length=40, verbose_name='phone')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='guidance.shift')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('entered_at', models.DateTimeField(verbose_name='entered at')),
                ('cancelled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='cancelled by')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='cancelled at')),
            ],
            options={
                'verbose_name': 'shift',
                'verbose_name_plural': 'shifts',
            },
        ),
        migrations.AddField(
            model_name='membership',
            name='ends_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='until'),
        ),
        migrations.AddField(
            model_name='rolerequest',
            name='ends_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='until'),
        ),
        migrations.AlterField(
            model_name='auditentry',
            name='action',
            field=models.CharField(choices=[('SAVED', 'saved'), ('SUBMITTED', 'submitted'), ('TAKEN_BACK', 'taken back'), ('RETURNED', 'returned'), ('REJECTED', 'rejected'), ('PUBLISHED', 'published'), ('REFUSED', 'refused'), ('REGIONS_LOADED', 'regions loaded'), ('ROLE_REQUESTED', 'role requested'), ('ROLE_CONFIRMED', 'role confirmed'), ('ROLE_REFUSED', 'role refused'), ('DESK_REQUESTED', 'change of a desk requested'), ('DESK_CONFIRMED', 'change of a desk confirmed'), ('DESK_REFUSED', 'change of a desk refused'), ('ROSTER', 'duty roster changed'), ('ACCOUNT', 'account changed')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='rolerequest',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), models.Q(('change', 'GRANT'), ('ends_at__gt', models.F('requested_at'))), _connector='OR'), name='guidance_rolerequest_ends_what_it_gives'),
        ),
        migrations.AddConstraint(
            model_name='deskrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'CONFIRMED'), _negated=True), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('decided_by', models.F('requested_by')), _negated=True)), _connector='OR'), name='guidance_deskrequest_confirmed_by_another'),
        ),
        migrations.AddConstraint(
            model_name='deskrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('name_kk', ''), _negated=True), models.Q(('name_ru', ''), _negated=True), models.Q(('name_en', ''), _negated=True), models.Q(('name_kk', models.F('name_ru')), _negated=True), models.Q(('name_ru', models.F('name_en')), _negated=True), models.Q(('name_kk', models.F('name_en')), _negated=True)), name='guidance_deskrequest_named_in_three_languages'),
        ),
        migrations.AddConstraint(
            model_name='deskrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'REQUESTED')), fields=('region',), name='guidance_deskrequest_one_open'),
        ),
        migrations.AddIndex(
            model_name='shift',
            index=models.Index(fields=['desk', 'starts_at'], name='guidance_shift_by_desk'),
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at')), ('ends_at__gt', models.F('entered_at'))), name='guidance_shift_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.CheckConstraint(condition=models.Q(('drafter', models.F('approver')), _negated=True), name='guidance_shift_two_people'),
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.CheckConstraint(condition=models.Q(('reserve__isnull', True), models.Q(models.Q(('reserve', models.F('drafter')), _negated=True), models.Q(('reserve', models.F('approver')), _negated=True)), _connector='OR'), name='guidance_shift_reserve_is_another'),
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.CheckConstraint(condition=models.Q(('phone', ''), _negated=True), name='guidance_shift_has_a_phone'),
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cancelled_at__isnull', True), ('cancelled_by__isnull', True)), models.Q(('cancelled_at__isnull', False), ('cancelled_at__lt', models.F('starts_at')), ('cancelled_by__isnull', False)), _connector='OR'), name='guidance_shift_cancelled_before_it_begins'),
        ),
    )
