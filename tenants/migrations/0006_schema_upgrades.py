"""How each municipality's schema was brought up to date, and which may not be written in now."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0005_tampered_seals'),
    ]

    operations = [
        migrations.AddField(
            model_name='schematemplate',
            name='applied',
            field=models.CharField(blank=True, max_length=32, verbose_name='migrasjoner'),
        ),
        migrations.CreateModel(
            name='SchemaUpgrade',
            fields=[
                ('municipality', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='upgrade', serialize=False, to='tenants.municipality', verbose_name='kommune')),
                ('state', models.CharField(choices=[('waiting', 'Venter'), ('running', 'Oppgraderes'), ('done', 'Oppdatert'), ('failed', 'Mislyktes')], default='waiting', max_length=7, verbose_name='status')),
                ('from_digest', models.CharField(blank=True, max_length=32, verbose_name='fra migrasjonene')),
                ('to_digest', models.CharField(blank=True, max_length=32, verbose_name='til migrasjonene')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='forsøk')),
                ('error', models.TextField(blank=True, verbose_name='feil')),
                ('read_only_until', models.DateTimeField(null=True, verbose_name='skrivebeskyttet til')),
                ('touched_at', models.DateTimeField(auto_now=True, verbose_name='sist endret')),
                ('finished_at', models.DateTimeField(null=True, verbose_name='avsluttet')),
            ],
            options={
                'verbose_name': 'skjemaoppgradering',
                'verbose_name_plural': 'skjemaoppgraderinger',
                'ordering': ('municipality',),
                'default_permissions': ('view',),
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'running', 'done', 'failed'))), name='schema_upgrade_state_is_known'), models.CheckConstraint(condition=models.Q(('read_only_until', None), ('state', 'running'), _connector='OR'), name='schema_is_read_only_while_it_is_upgraded')],
            },
        ),
        # Only the migrator tells; the web process reads whose minute it is.
        migrations.RunSQL(
            """
            REVOKE INSERT, UPDATE, DELETE ON public.tenants_schemaupgrade FROM akson_consortium;
            GRANT SELECT (municipality_id, read_only_until) ON public.tenants_schemaupgrade
              TO akson_directory;
            """,
            """
            GRANT INSERT, UPDATE, DELETE ON public.tenants_schemaupgrade TO akson_consortium;
            REVOKE SELECT (municipality_id, read_only_until) ON public.tenants_schemaupgrade
              FROM akson_directory;
            """,
        ),
    ]
