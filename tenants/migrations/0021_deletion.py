"""An archived municipality is deleted by two persons and a command; the register keeps it."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


RIGHTS = """
REVOKE UPDATE, DELETE ON public.tenants_deletion FROM akson_consortium;
GRANT UPDATE (confirmed_by, confirmed_at, lifted_by, lifted_at)
  ON public.tenants_deletion TO akson_consortium;
"""

# What is noted as deleted was archived for long enough, and by whom it was decided stands there.
KEEP = """
CREATE OR REPLACE FUNCTION public.tenants_archive_by_two() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
DECLARE
  archived_at timestamptz := (
    SELECT confirmed_at FROM public.tenants_archiving
    WHERE municipality_id = NEW.id AND confirmed_at IS NOT NULL AND lifted_at IS NULL);
BEGIN
  IF NEW.state = 'archived' AND NOT (OLD.state = 'active' AND archived_at IS NOT NULL) THEN
    RAISE EXCEPTION 'to personer må ha bestemt at kommunen arkiveres'
      USING errcode = '23514', constraint = 'municipality_is_archived_by_two';
  END IF;
  IF NEW.state = 'deleted' AND NOT (OLD.state = 'archived'
     AND coalesce(archived_at <= now() - interval '30 days', false)
     AND EXISTS (SELECT FROM public.tenants_deletion
       WHERE municipality_id = NEW.id AND done_at IS NOT NULL AND lifted_at IS NULL)) THEN
    RAISE EXCEPTION 'to personer må ha bestemt at kommunen slettes'
      USING errcode = '23514', constraint = 'municipality_is_deleted_by_two';
  END IF;
  IF OLD.state = 'deleted' OR OLD.state = 'archived' AND NEW.state <> 'deleted'
     AND (archived_at IS NOT NULL OR NEW.state <> 'active') THEN
    RAISE EXCEPTION 'kommunen er arkivert eller slettet'
      USING errcode = '23514', constraint = 'municipality_stays_archived';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER archive_by_two ON public.tenants_municipality;
CREATE TRIGGER archive_by_two BEFORE UPDATE OF state ON public.tenants_municipality
  FOR EACH ROW WHEN (NEW.state <> OLD.state AND (
    NEW.state IN ('archived', 'deleted') OR OLD.state IN ('archived', 'deleted')))
  EXECUTE FUNCTION public.tenants_archive_by_two();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0020_clusters'),
    ]

    operations = [
        migrations.CreateModel(
            name='Deletion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('proposed_by', models.CharField(max_length=150, verbose_name='foreslått av')),
                ('proposed_at', models.DateTimeField(auto_now_add=True, verbose_name='foreslått')),
                ('confirmed_by', models.CharField(blank=True, max_length=150, verbose_name='bekreftet av')),
                ('confirmed_at', models.DateTimeField(null=True, verbose_name='bekreftet')),
                ('lifted_by', models.CharField(blank=True, max_length=150, verbose_name='opphevet av')),
                ('lifted_at', models.DateTimeField(null=True, verbose_name='opphevet')),
                ('done_at', models.DateTimeField(null=True, verbose_name='slettet')),
                ('fingerprint', models.CharField(blank=True, max_length=64, verbose_name='fingeravtrykk')),
            ],
            options={
                'verbose_name': 'sletting',
                'verbose_name_plural': 'slettinger',
                'ordering': ('-proposed_at',),
                'abstract': False,
                'default_permissions': ('view', 'add', 'change'),
            },
        ),
        migrations.RemoveConstraint(
            model_name='municipality',
            name='municipality_state_is_known',
        ),
        migrations.AlterField(
            model_name='municipality',
            name='state',
            field=models.CharField(choices=[('listed', 'Ikke startet'), ('creating', 'Opprettes'), ('active', 'I drift'), ('failed', 'Mislyktes'), ('archived', 'Arkivert'), ('deleted', 'Slettet')], default='listed', max_length=8, verbose_name='status'),
        ),
        migrations.AddConstraint(
            model_name='municipality',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('listed', 'creating', 'active', 'failed', 'archived', 'deleted'))), name='municipality_state_is_known'),
        ),
        migrations.AddField(
            model_name='deletion',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='tenants.municipality', verbose_name='kommune'),
        ),
        migrations.AddConstraint(
            model_name='deletion',
            constraint=models.UniqueConstraint(condition=models.Q(('lifted_at', None)), fields=('municipality',), name='municipality_has_one_deletion_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='deletion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('confirmed_by', '')), models.Q(('confirmed_at__isnull', False), models.Q(('confirmed_by', ''), _negated=True), models.Q(('confirmed_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='deletion_is_confirmed_by_another'),
        ),
        migrations.AddConstraint(
            model_name='deletion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lifted_at', None), ('lifted_by', '')), models.Q(('lifted_at__isnull', False), models.Q(('lifted_by', ''), _negated=True)), _connector='OR'), name='deletion_is_lifted_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='deletion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_at', None), ('fingerprint', '')), models.Q(('confirmed_at__isnull', False), ('done_at__isnull', False), ('lifted_at', None), models.Q(('fingerprint', ''), _negated=True)), _connector='OR'), name='deletion_is_done_as_decided_and_from_an_export'),
        ),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
    ]
