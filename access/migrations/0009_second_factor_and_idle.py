
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0008_failures_of_any_kind'),
    ]

    operations = [
        migrations.AddField(
            model_name='accessrules',
            name='idle_minutes',
            field=models.PositiveSmallIntegerField(default=10, verbose_name='skjermen låses etter'),
        ),
        migrations.AddField(
            model_name='accessrules',
            name='needs_second_factor',
            field=models.BooleanField(default=True, verbose_name='passord er ikke nok til å logge inn'),
        ),
        migrations.AddField(
            model_name='accessrules',
            name='shared_idle_minutes',
            field=models.PositiveSmallIntegerField(default=3, verbose_name='skjermen låses på en delt enhet etter'),
        ),
        migrations.AddField(
            model_name='historicalaccessrules',
            name='idle_minutes',
            field=models.PositiveSmallIntegerField(default=10, verbose_name='skjermen låses etter'),
        ),
        migrations.AddField(
            model_name='historicalaccessrules',
            name='needs_second_factor',
            field=models.BooleanField(default=True, verbose_name='passord er ikke nok til å logge inn'),
        ),
        migrations.AddField(
            model_name='historicalaccessrules',
            name='shared_idle_minutes',
            field=models.PositiveSmallIntegerField(default=3, verbose_name='skjermen låses på en delt enhet etter'),
        ),
        migrations.AddConstraint(
            model_name='accessrules',
            constraint=models.CheckConstraint(condition=models.Q(('idle_minutes__range', (1, 60)), ('shared_idle_minutes__range', (1, 60))), name='a_screen_is_hidden_within_the_hour'),
        ),
    ]
