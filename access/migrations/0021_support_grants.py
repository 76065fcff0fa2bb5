"""The consortium asks to see how a municipality is set up; its answer is the municipality's own."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0020_patients_ask'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SupportGrant',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('asked_by_id', models.UUIDField(editable=False)),
                ('asked_by', models.CharField(max_length=200, verbose_name='bedt om av')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='bedt om')),
                ('reason', models.CharField(max_length=500, verbose_name='hva det gjelder')),
                ('hours', models.PositiveSmallIntegerField(default=4, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(72)], verbose_name='antall timer')),
                ('decided_at', models.DateTimeField(editable=False, null=True, verbose_name='besvart')),
                ('until', models.DateTimeField(editable=False, null=True, verbose_name='gjelder til')),
                ('ended_at', models.DateTimeField(editable=False, null=True, verbose_name='avsluttet')),
                ('ended_by', models.CharField(blank=True, editable=False, max_length=200, verbose_name='avsluttet av')),
                ('decided_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='besvart av')),
            ],
            options={
                'verbose_name': 'støttetilgang',
                'verbose_name_plural': 'støttetilganger',
                'ordering': ('-asked_at',),
                'constraints': [models.CheckConstraint(condition=models.Q(('hours__range', (1, 72))), name='support_lasts_some_hours'), models.CheckConstraint(condition=models.Q(('until', None), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('until__gt', models.F('decided_at'))), _connector='OR'), name='support_is_granted_by_somebody_until_a_time'), models.UniqueConstraint(condition=models.Q(('decided_at', None), ('ended_at', None)), fields=('asked_by_id',), name='support_is_asked_once_at_a_time')],
            },
        ),
        TenantSQL(
            "REVOKE DELETE ON {schema}.access_supportgrant FROM {role}, {worker};",
            "GRANT DELETE ON {schema}.access_supportgrant TO {role}, {worker};",
        ),
    ]
