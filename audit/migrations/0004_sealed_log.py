"""What seals the log: eras, leaves, tiles and checkpoints, which the sealer alone writes."""

import audit.models
import django.db.models.lookups
from audit import seal_policy
from django.db import migrations, models
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0003_more_verbs'),
    ]

    operations = [
        migrations.CreateModel(
            name='LogCheckpoint',
            fields=[
                ('pk', models.CompositePrimaryKey('era', 'size', blank=True, editable=False, primary_key=True, serialize=False)),
                ('era', models.PositiveSmallIntegerField()),
                ('size', models.BigIntegerField()),
                ('root', models.BinaryField()),
                ('note', models.TextField()),
                ('sealed_xid', models.BigIntegerField()),
                ('sealed_event', models.UUIDField()),
                ('sealed_at', models.DateTimeField(db_default=audit.models.ClockTimestamp())),
            ],
            options={
                'verbose_name': 'sjekkpunkt for den forseglede loggen',
            },
        ),
        migrations.CreateModel(
            name='LogEra',
            fields=[
                ('number', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('origin', models.TextField(unique=True)),
                ('system_identifier', models.CharField(max_length=20)),
                ('began_at', models.DateTimeField(db_default=audit.models.ClockTimestamp())),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'verbose_name': 'tre i den forseglede loggen',
            },
        ),
        migrations.CreateModel(
            name='LogLeaf',
            fields=[
                ('pk', models.CompositePrimaryKey('era', 'index', blank=True, editable=False, primary_key=True, serialize=False)),
                ('era', models.PositiveSmallIntegerField()),
                ('index', models.BigIntegerField()),
                ('event_id', models.UUIDField(unique=True)),
                ('hash', models.BinaryField()),
            ],
            options={
                'verbose_name': 'blad i den forseglede loggen',
            },
        ),
        migrations.CreateModel(
            name='LogTile',
            fields=[
                ('pk', models.CompositePrimaryKey('era', 'level', 'index', blank=True, editable=False, primary_key=True, serialize=False)),
                ('era', models.PositiveSmallIntegerField()),
                ('level', models.PositiveSmallIntegerField()),
                ('index', models.BigIntegerField()),
                ('hashes', models.BinaryField()),
                ('root', models.BinaryField()),
            ],
            options={
                'verbose_name': 'flis i den forseglede loggen',
            },
        ),
        TenantSQL(seal_policy.UNTIE),
        migrations.RemoveConstraint(
            model_name='accessevent',
            name='event_and_its_transaction',
        ),
        migrations.RemoveIndex(
            model_name='accessevent',
            name='event_xid_brin',
        ),
        migrations.AddConstraint(
            model_name='accessevent',
            constraint=models.UniqueConstraint(fields=('xid', 'id'), name='event_and_its_transaction'),
        ),
        TenantSQL(seal_policy.TIE),
        migrations.AddConstraint(
            model_name='logcheckpoint',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.Exact(audit.models.OctetLength('root'), 32), name='checkpoint_root_has_32_bytes'),
        ),
        migrations.AddConstraint(
            model_name='logleaf',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.Exact(audit.models.OctetLength('hash'), 32), name='leaf_hash_has_32_bytes'),
        ),
        migrations.AddConstraint(
            model_name='logtile',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.Exact(audit.models.OctetLength('hashes'), 8192), name='tile_is_full'),
        ),
        migrations.AddConstraint(
            model_name='logtile',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.Exact(audit.models.OctetLength('root'), 32), name='tile_root_has_32_bytes'),
        ),
        TenantSQL(seal_policy.SEALED),
    ]
