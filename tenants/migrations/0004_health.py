"""How the background work of each municipality is doing."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0003_account_places'),
    ]

    operations = [
        migrations.CreateModel(
            name='HealthReport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('work', models.CharField(choices=[('sealing', 'Forsegling av tilgangsloggen')], max_length=20, verbose_name='arbeid')),
                ('age_s', models.PositiveIntegerField(verbose_name='eldste som venter, i sekunder')),
                ('bound_s', models.PositiveIntegerField(verbose_name='grense, i sekunder')),
                ('problem', models.CharField(blank=True, choices=[('', 'Ingen'), ('no_key', 'Nøkkelen mangler'), ('another_server', 'Databasen er lagt inn på en ny server'), ('turned_back', 'Databasen er eldre enn det som er signert'), ('failed', 'Uventet feil')], max_length=20, verbose_name='stanset fordi')),
                ('measured_at', models.DateTimeField(verbose_name='målt')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='health', to='tenants.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'driftsstatus',
                'verbose_name_plural': 'driftsstatus',
                'ordering': ('municipality', 'work'),
                'constraints': [models.UniqueConstraint(fields=('municipality', 'work'), name='work_has_one_report_in_a_municipality')],
            },
        ),
        # The sealer writes its own row, as itself.
        migrations.RunSQL(
            """
            GRANT SELECT, INSERT, UPDATE (age_s, bound_s, problem, measured_at)
              ON public.tenants_healthreport TO akson_sealer;
            """,
            "REVOKE ALL ON public.tenants_healthreport FROM akson_sealer;",
        ),
    ]
