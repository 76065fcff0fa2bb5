"""The oldest part of the log may be erased, by two persons' decision and when it is old enough."""

import audit.models
import django.db.models.deletion
import uuid
from audit.erasing import policy
from django.db import migrations, models
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0005_search_index'),
    ]

    operations = [
        migrations.CreateModel(
            name='LogErasure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('era', models.PositiveSmallIntegerField()),
                ('leaves', models.BigIntegerField()),
                ('before', models.DateTimeField()),
                ('proposed_by', models.UUIDField()),
                ('proposed_event', models.UUIDField(unique=True)),
                ('proposed_at', models.DateTimeField(db_default=audit.models.ClockTimestamp())),
            ],
            options={
                'verbose_name': 'forslag om sletting fra tilgangsloggen',
            },
        ),
        migrations.CreateModel(
            name='LogErasureConfirmation',
            fields=[
                ('erasure', models.OneToOneField(on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, serialize=False, to='audit.logerasure')),
                ('proposed_by', models.UUIDField()),
                ('confirmed_by', models.UUIDField()),
                ('confirmed_event', models.UUIDField(unique=True)),
                ('confirmed_at', models.DateTimeField(db_default=audit.models.ClockTimestamp())),
            ],
            options={
                'verbose_name': 'bekreftelse av sletting fra tilgangsloggen',
            },
        ),
        migrations.AddConstraint(
            model_name='logerasure',
            constraint=models.UniqueConstraint(fields=('id', 'proposed_by'), name='erasure_and_who_proposed_it'),
        ),
        migrations.AddConstraint(
            model_name='logerasure',
            constraint=models.CheckConstraint(condition=models.Q(('leaves__gt', 0)), name='erasure_erases_something'),
        ),
        migrations.CreateModel(
            name='LogErased',
            fields=[
                ('confirmation', models.OneToOneField(on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, serialize=False, to='audit.logerasureconfirmation')),
                ('era', models.PositiveSmallIntegerField()),
                ('leaves', models.BigIntegerField()),
                ('began_at', models.DateTimeField(db_default=audit.models.ClockTimestamp())),
            ],
            options={
                'verbose_name': 'slettet del av tilgangsloggen',
            },
        ),
        migrations.AddConstraint(
            model_name='logerasureconfirmation',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_by', models.F('proposed_by')), _negated=True), name='erasure_is_confirmed_by_another'),
        ),
        TenantSQL(policy.ERASING),
    ]
