"""What witnesses say of the sealed log: signatures and refusals, which only grow."""

import audit.models
from audit import seal_policy
from django.db import migrations, models
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0007_search_stays_quick'),
    ]

    operations = [
        migrations.CreateModel(
            name='LogCosignature',
            fields=[
                ('pk', models.CompositePrimaryKey('era', 'size', 'witness', 'moment', blank=True, editable=False, primary_key=True, serialize=False)),
                ('era', models.PositiveSmallIntegerField()),
                ('size', models.BigIntegerField()),
                ('witness', models.TextField()),
                ('moment', models.BigIntegerField()),
                ('line', models.TextField()),
                ('stored_at', models.DateTimeField(db_default=audit.models.ClockTimestamp())),
            ],
            options={
                'verbose_name': 'signatur fra et vitne',
            },
        ),
        migrations.CreateModel(
            name='LogRefusal',
            fields=[
                ('pk', models.CompositePrimaryKey('era', 'witness', blank=True, editable=False, primary_key=True, serialize=False)),
                ('era', models.PositiveSmallIntegerField()),
                ('witness', models.TextField()),
                ('size', models.BigIntegerField()),
                ('reason', models.CharField(choices=[('shorter', 'Loggen er kortere enn den vitnet har sett'), ('forked', 'Loggen er en annen enn den vitnet har sett')], max_length=8)),
                ('refused_at', models.DateTimeField(db_default=audit.models.ClockTimestamp())),
            ],
            options={
                'verbose_name': 'nei fra et vitne',
            },
        ),
        TenantSQL(seal_policy.COSIGNED),
    ]
