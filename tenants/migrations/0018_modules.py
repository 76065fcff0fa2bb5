"""Which modules each municipality has; the directory tells every request of it."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0017_agreements'),
    ]

    operations = [
        migrations.CreateModel(
            name='ModuleSetting',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('module', models.CharField(choices=[('applications', 'Søknader om tjenester'), ('legevakt', 'Legevakt'), ('gp_lists', 'Fastlegelister'), ('programmes', 'Helsestasjonens programmer')], max_length=20, verbose_name='modul')),
                ('state', models.CharField(choices=[('on', 'I bruk'), ('reading', 'Bare lesing'), ('off', 'Ikke i bruk')], max_length=7, verbose_name='status')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='modules', to='tenants.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'modul',
                'verbose_name_plural': 'moduler',
                'ordering': ('module',),
                'default_permissions': ('view', 'add', 'change'),
                'constraints': [models.UniqueConstraint(fields=('municipality', 'module'), name='municipality_has_a_module_once', violation_error_message='Modulen står her allerede.'), models.CheckConstraint(condition=models.Q(('state__in', ('on', 'reading', 'off'))), name='module_state_is_known')],
            },
        ),
        migrations.RunSQL(
            """
            REVOKE DELETE ON public.tenants_modulesetting FROM akson_consortium;
            GRANT SELECT (municipality_id, module, state)
              ON public.tenants_modulesetting TO akson_directory;
            """,
            "REVOKE ALL ON public.tenants_modulesetting FROM akson_directory;",
        ),
    ]
