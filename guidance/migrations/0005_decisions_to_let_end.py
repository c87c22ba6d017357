"""The audit knows decisions to let a level end."""

from django.db import migrations, models

from guidance.migrations import guards


class Migration(migrations.Migration):

    dependencies = [
        ('guidance', '0004_audit'),
    ]

    operations = guards.around(
        migrations.AlterField(
            model_name='auditentry',
            name='action',
            field=models.CharField(choices=[('SAVED', 'saved'), ('SUBMITTED', 'submitted'), ('TAKEN_BACK', 'taken back'), ('RETURNED', 'returned'), ('REJECTED', 'rejected'), ('PUBLISHED', 'published'), ('REFUSED', 'refused'), ('REGIONS_LOADED', 'regions loaded'), ('ROLE_REQUESTED', 'role requested'), ('ROLE_CONFIRMED', 'role confirmed'), ('ROLE_REFUSED', 'role refused'), ('DESK_REQUESTED', 'change of a desk requested'), ('DESK_CONFIRMED', 'change of a desk confirmed'), ('DESK_REFUSED', 'change of a desk refused'), ('LET_END', 'decided to let the level end'), ('ROSTER', 'duty roster changed'), ('ACCOUNT', 'account changed'), ('SIGNED_IN', 'signed in'), ('SIGN_IN_FAILED', 'sign-in failed'), ('SIGNED_OUT', 'signed out'), ('CODE_FAILED', 'second factor failed'), ('FACTOR_CHANGED', 'second factor changed'), ('PASSWORD_CHANGED', 'password changed'), ('EXPORTED', 'exported')], max_length=20),
        ),
    )
