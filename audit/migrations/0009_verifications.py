"""How verifications of the sealed log went, for the auditor to see."""

import audit.models
from audit import seal_policy
from django.db import migrations, models
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0008_cosigned_log'),
    ]

    operations = [
        migrations.CreateModel(
            name='LogVerification',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('era', models.PositiveSmallIntegerField()),
                ('size', models.BigIntegerField()),
                ('root', models.BinaryField()),
                ('since', models.BigIntegerField()),
                ('events', models.BigIntegerField()),
                ('faults', models.PositiveIntegerField()),
                ('wrong', models.CharField(blank=True, max_length=20)),
                ('event_id', models.UUIDField(null=True)),
                ('verified_at', models.DateTimeField(db_default=audit.models.ClockTimestamp())),
            ],
            options={
                'verbose_name': 'etterprøving av loggen',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('faults', 0), ('wrong', '')), models.Q(('faults__gt', 0), models.Q(('wrong', ''), _negated=True)), _connector='OR'), name='a_fault_is_of_a_kind')],
            },
        ),
        TenantSQL(seal_policy.VERIFIED),
    ]
