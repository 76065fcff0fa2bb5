"""The backups that were made, and the alarm when there is none."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0013_witnessing'),
    ]

    operations = [
        migrations.AlterField(
            model_name='alarm',
            name='work',
            field=models.CharField(choices=[('sealing', 'Forsegling av tilgangsloggen'), ('witnessing', 'Bevitnelse av tilgangsloggen'), ('verifying', 'Etterprøving av tilgangsloggen'), ('review', 'Kontroll av tilgangsloggen'), ('tasks', 'Bakgrunnsarbeid'), ('backup', 'Sikkerhetskopi')], max_length=20, verbose_name='arbeid'),
        ),
        migrations.AlterField(
            model_name='healthreport',
            name='work',
            field=models.CharField(choices=[('sealing', 'Forsegling av tilgangsloggen'), ('witnessing', 'Bevitnelse av tilgangsloggen'), ('verifying', 'Etterprøving av tilgangsloggen'), ('review', 'Kontroll av tilgangsloggen'), ('tasks', 'Bakgrunnsarbeid'), ('backup', 'Sikkerhetskopi')], max_length=20, verbose_name='arbeid'),
        ),
        migrations.CreateModel(
            name='Backup',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('way', models.CharField(choices=[('file', 'En fil for kommunen'), ('server', 'Hele databaseserveren')], max_length=6, verbose_name='måte')),
                ('moment', models.DateTimeField(verbose_name='slik det var')),
                ('bytes', models.PositiveBigIntegerField(null=True, verbose_name='størrelse i byte')),
                ('fingerprint', models.CharField(blank=True, max_length=64, verbose_name='fingeravtrykk')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='backups', to='tenants.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'sikkerhetskopi',
                'verbose_name_plural': 'sikkerhetskopier',
                'ordering': ('-moment',),
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['municipality', '-moment'], name='backup_newest')],
            },
        ),
    ]
