"""Municipalities that come together, in one cluster at a time; who belonged where is kept."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


RULE = """
REVOKE DELETE ON public.tenants_cluster FROM akson_consortium;
REVOKE UPDATE, DELETE ON public.tenants_clustermembership FROM akson_consortium;
GRANT UPDATE (left_at, left_by) ON public.tenants_clustermembership TO akson_consortium;

CREATE FUNCTION public.tenants_cluster_is_led_by_a_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  asked uuid;
BEGIN
  IF TG_TABLE_NAME = 'tenants_cluster' THEN asked := NEW.id;
  ELSE asked := NEW.cluster_id; END IF;
  IF EXISTS (
    SELECT FROM public.tenants_cluster led
    WHERE led.id = asked AND NOT EXISTS (
      SELECT FROM public.tenants_clustermembership own
      WHERE own.cluster_id = led.id AND own.municipality_id = led.lead_id
        AND own.left_at IS NULL
    )
  ) THEN
    RAISE EXCEPTION 'klyngen ledes av en kommune i den'
      USING errcode = '23514', constraint = 'cluster_is_led_by_a_member';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER cluster_is_led_by_a_member
  AFTER INSERT OR UPDATE ON public.tenants_cluster
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION public.tenants_cluster_is_led_by_a_member();
CREATE CONSTRAINT TRIGGER cluster_is_led_by_a_member
  AFTER UPDATE ON public.tenants_clustermembership
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION public.tenants_cluster_is_led_by_a_member();
"""
LIFT = """
DROP TRIGGER cluster_is_led_by_a_member ON public.tenants_clustermembership;
DROP TRIGGER cluster_is_led_by_a_member ON public.tenants_cluster;
DROP FUNCTION public.tenants_cluster_is_led_by_a_member();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0019_archiving'),
    ]

    operations = [
        migrations.CreateModel(
            name='Cluster',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='navn')),
                ('wave', models.PositiveSmallIntegerField(help_text='Klynger i samme bølge starter omtrent samtidig.', verbose_name='bølge')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='planlagt start')),
                ('lead', models.ForeignKey(help_text='Kommunen blir med i klyngen.', on_delete=django.db.models.deletion.PROTECT, related_name='clusters_led', to='tenants.municipality', verbose_name='ledes av')),
            ],
            options={
                'verbose_name': 'klynge',
                'verbose_name_plural': 'klynger',
                'ordering': ('wave', 'name'),
                'default_permissions': ('view', 'add', 'change'),
            },
        ),
        migrations.CreateModel(
            name='ClusterMembership',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('joined_at', models.DateTimeField(auto_now_add=True, verbose_name='lagt til')),
                ('joined_by', models.CharField(max_length=150, verbose_name='lagt til av')),
                ('left_at', models.DateTimeField(null=True, verbose_name='tatt ut')),
                ('left_by', models.CharField(blank=True, max_length=150, verbose_name='tatt ut av')),
                ('cluster', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='tenants.cluster', verbose_name='klynge')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cluster_memberships', to='tenants.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'medlemskap i klynge',
                'verbose_name_plural': 'medlemskap i klynger',
                'ordering': ('municipality__sort_key',),
                'default_permissions': (),
            },
        ),
        migrations.AddConstraint(
            model_name='cluster',
            constraint=models.CheckConstraint(condition=models.Q(('wave__range', (1, 99))), name='cluster_is_in_a_wave_from_one_to_99', violation_error_message='Skriv et tall fra 1 til 99.'),
        ),
        migrations.AddConstraint(
            model_name='clustermembership',
            constraint=models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('municipality',), name='municipality_is_in_one_cluster_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='clustermembership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('left_at', None), ('left_by', '')), models.Q(('left_at__isnull', False), models.Q(('left_by', ''), _negated=True)), _connector='OR'), name='membership_is_ended_by_somebody'),
        ),
        migrations.RunSQL(RULE, LIFT),
    ]
