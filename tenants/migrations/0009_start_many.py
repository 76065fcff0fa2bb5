"""Several municipalities are started at once, and those that wait can be cancelled."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0008_alarms'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='provisioningrun',
            name='provisioning_is_finished_when_done_or_failed',
        ),
        migrations.AddField(
            model_name='provisioningrun',
            name='batch',
            field=models.UUIDField(editable=False, null=True, verbose_name='samlet oppstart'),
        ),
        migrations.AlterField(
            model_name='provisioningrun',
            name='state',
            field=models.CharField(choices=[('waiting', 'Venter'), ('running', 'Pågår'), ('done', 'Ferdig'), ('failed', 'Mislyktes'), ('cancelled', 'Avbrutt')], default='waiting', max_length=9, verbose_name='status'),
        ),
        migrations.AddConstraint(
            model_name='provisioningrun',
            constraint=models.UniqueConstraint(fields=('batch', 'municipality'), name='municipality_is_in_a_batch_once'),
        ),
        migrations.AddConstraint(
            model_name='provisioningrun',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('finished_at', None), ('state__in', ('waiting', 'running'))), models.Q(('finished_at__isnull', False), ('state__in', ('done', 'failed', 'cancelled'))), _connector='OR'), name='provisioning_is_finished_when_it_is_over'),
        ),
    ]
