"""Lines of advice for one place and one reader."""

from django.db import migrations, models

from guidance.migrations import guards


class Migration(migrations.Migration):

    dependencies = [
        ('guidance', '0007_catalogues'),
    ]

    operations = guards.around(
        migrations.AddField(
            model_name='advice',
            name='audience',
            field=models.CharField(blank=True, choices=[('PARENTS', 'parents'), ('OLDER', 'older people'), ('HEARING_SIGHT', 'people who do not hear or see well'), ('VENUES', 'owners of public venues'), ('FOREIGNERS', 'foreign citizens')], default='', max_length=13, verbose_name='to whom'),
        ),
        migrations.AddField(
            model_name='advice',
            name='situation',
            field=models.CharField(blank=True, choices=[('HOME', 'at home'), ('TRANSPORT', 'on the way'), ('SCHOOL', 'school and kindergarten'), ('CROWD', 'where many people are'), ('WORKPLACE', 'at work'), ('VISITOR', 'away from home')], default='', max_length=10, verbose_name='where'),
        ),
        migrations.AddConstraint(
            model_name='advice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('audience', ''), ('situation', '')), models.Q(('audience__in', ('', 'PARENTS', 'OLDER', 'HEARING_SIGHT', 'VENUES', 'FOREIGNERS')), ('group__in', ['YELLOW', 'ORANGE', 'RED']), ('situation__in', ('', 'HOME', 'TRANSPORT', 'SCHOOL', 'CROWD', 'WORKPLACE', 'VISITOR'))), _connector='OR'), name='guidance_advice_cell_of_a_level'),
        ),
    )
