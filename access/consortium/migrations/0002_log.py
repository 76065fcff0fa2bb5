"""The consortium's log: rows are added, and never changed or removed by anybody."""

import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

ONLY_GROWS = """
CREATE FUNCTION public.consortium_log_only_grows() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.stored_at := clock_timestamp();
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log of the consortium only grows'
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER only_grows BEFORE INSERT OR UPDATE OR DELETE
  ON public.consortium_consortiumevent
  FOR EACH ROW EXECUTE FUNCTION public.consortium_log_only_grows();
CREATE TRIGGER only_grows_table BEFORE TRUNCATE ON public.consortium_consortiumevent
  FOR EACH STATEMENT EXECUTE FUNCTION public.consortium_log_only_grows();
ALTER TABLE public.consortium_consortiumevent ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE public.consortium_consortiumevent ENABLE ALWAYS TRIGGER only_grows_table;
REVOKE UPDATE, DELETE ON public.consortium_consortiumevent, public.django_admin_log
  FROM akson_consortium;
"""
UNDONE = """
GRANT UPDATE, DELETE ON public.django_admin_log TO akson_consortium;
DROP TRIGGER only_grows ON public.consortium_consortiumevent;
DROP TRIGGER only_grows_table ON public.consortium_consortiumevent;
DROP FUNCTION public.consortium_log_only_grows();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("consortium", "0001_roles_are_the_codes"),
    ]

    operations = [
        migrations.CreateModel(
            name='ConsortiumEvent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('stored_at', models.DateTimeField(editable=False, null=True, verbose_name='tidspunkt')),
                ('actor_id', models.UUIDField(null=True, verbose_name='konto')),
                ('actor_name', models.CharField(blank=True, max_length=200, verbose_name='hvem')),
                ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=16), default=list, size=None, verbose_name='roller')),
                ('action', models.CharField(choices=[('looked', 'Så på'), ('sent', 'Sendte inn'), ('added', 'La til'), ('changed', 'Endret'), ('signed_in', 'Logget inn'), ('signed_out', 'Logget ut'), ('sign_in_failed', 'Mislykket innlogging')], max_length=16, verbose_name='handling')),
                ('page', models.CharField(blank=True, max_length=100, verbose_name='side')),
                ('object_type', models.CharField(blank=True, max_length=100, verbose_name='slags')),
                ('object_id', models.CharField(blank=True, max_length=64, verbose_name='gjelder')),
                ('detail', models.TextField(blank=True, verbose_name='hva som ble endret')),
                ('address', models.CharField(blank=True, max_length=64, verbose_name='nettverksadresse')),
                ('request_id', models.CharField(blank=True, max_length=36, verbose_name='forespørsel')),
            ],
            options={
                'verbose_name': 'hendelse i konsortiets logg',
                'verbose_name_plural': 'konsortiets logg',
                'ordering': ('-stored_at', '-pk'),
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['-stored_at'], name='consortium_event_newest'), models.Index(fields=['actor_id', 'page', '-stored_at'], name='consortium_event_of')],
            },
        ),
        migrations.RunSQL(ONLY_GROWS, UNDONE),
    ]
