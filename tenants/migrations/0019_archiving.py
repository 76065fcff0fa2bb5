"""A municipality is archived by two persons; the database refuses it otherwise."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


RIGHTS = """
REVOKE UPDATE, DELETE ON public.tenants_archiving, public.tenants_export FROM akson_consortium;
GRANT UPDATE (confirmed_by, confirmed_at, lifted_by, lifted_at)
  ON public.tenants_archiving TO akson_consortium;
"""

# Whoever may change a municipality closes it for everybody only when two have decided so.
KEEP = """
CREATE FUNCTION public.tenants_archive_by_two() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
DECLARE
  decided boolean := EXISTS (
    SELECT FROM public.tenants_archiving
    WHERE municipality_id = NEW.id AND confirmed_at IS NOT NULL AND lifted_at IS NULL);
BEGIN
  IF NEW.state = 'archived' AND NOT (OLD.state = 'active' AND decided) THEN
    RAISE EXCEPTION 'to personer må ha bestemt at kommunen arkiveres'
      USING errcode = '23514', constraint = 'municipality_is_archived_by_two';
  END IF;
  IF OLD.state = 'archived' AND (decided OR NEW.state <> 'active') THEN
    RAISE EXCEPTION 'kommunen er arkivert'
      USING errcode = '23514', constraint = 'municipality_stays_archived';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER archive_by_two BEFORE UPDATE OF state ON public.tenants_municipality
  FOR EACH ROW WHEN (NEW.state <> OLD.state AND 'archived' IN (NEW.state, OLD.state))
  EXECUTE FUNCTION public.tenants_archive_by_two();
"""
LET_GO = """
DROP TRIGGER archive_by_two ON public.tenants_municipality;
DROP FUNCTION public.tenants_archive_by_two();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0018_modules'),
    ]

    operations = [
        migrations.CreateModel(
            name='Archiving',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('proposed_by', models.CharField(max_length=150, verbose_name='foreslått av')),
                ('proposed_at', models.DateTimeField(auto_now_add=True, verbose_name='foreslått')),
                ('confirmed_by', models.CharField(blank=True, max_length=150, verbose_name='bekreftet av')),
                ('confirmed_at', models.DateTimeField(null=True, verbose_name='bekreftet')),
                ('lifted_by', models.CharField(blank=True, max_length=150, verbose_name='opphevet av')),
                ('lifted_at', models.DateTimeField(null=True, verbose_name='opphevet')),
            ],
            options={
                'verbose_name': 'arkivering',
                'verbose_name_plural': 'arkiveringer',
                'ordering': ('-proposed_at',),
                'abstract': False,
                'default_permissions': ('view', 'add', 'change'),
            },
        ),
        migrations.CreateModel(
            name='Export',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('moment', models.DateTimeField(verbose_name='slik det var')),
                ('fingerprint', models.CharField(max_length=64, verbose_name='fingeravtrykk')),
            ],
            options={
                'verbose_name': 'uttak',
                'verbose_name_plural': 'uttak',
                'ordering': ('-moment',),
                'default_permissions': ('view',),
            },
        ),
        migrations.RemoveConstraint(
            model_name='municipality',
            name='municipality_state_is_known',
        ),
        migrations.AlterField(
            model_name='municipality',
            name='state',
            field=models.CharField(choices=[('listed', 'Ikke startet'), ('creating', 'Opprettes'), ('active', 'I drift'), ('failed', 'Mislyktes'), ('archived', 'Arkivert')], default='listed', max_length=8, verbose_name='status'),
        ),
        migrations.AlterField(
            model_name='suspension',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='tenants.municipality', verbose_name='kommune'),
        ),
        migrations.AddConstraint(
            model_name='municipality',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('listed', 'creating', 'active', 'failed', 'archived'))), name='municipality_state_is_known'),
        ),
        migrations.AddField(
            model_name='archiving',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='tenants.municipality', verbose_name='kommune'),
        ),
        migrations.AddField(
            model_name='export',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exports', to='tenants.municipality', verbose_name='kommune'),
        ),
        migrations.AddField(
            model_name='archiving',
            name='export',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenants.export', verbose_name='uttak'),
        ),
        migrations.AddIndex(
            model_name='export',
            index=models.Index(fields=['municipality', '-moment'], name='export_newest'),
        ),
        migrations.AddConstraint(
            model_name='archiving',
            constraint=models.UniqueConstraint(condition=models.Q(('lifted_at', None)), fields=('municipality',), name='municipality_has_one_archiving_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='archiving',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('confirmed_by', '')), models.Q(('confirmed_at__isnull', False), models.Q(('confirmed_by', ''), _negated=True), models.Q(('confirmed_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='archiving_is_confirmed_by_another'),
        ),
        migrations.AddConstraint(
            model_name='archiving',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lifted_at', None), ('lifted_by', '')), models.Q(('lifted_at__isnull', False), models.Q(('lifted_by', ''), _negated=True)), _connector='OR'), name='archiving_is_lifted_by_somebody'),
        ),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
        migrations.RunSQL(KEEP, LET_GO),
    ]
