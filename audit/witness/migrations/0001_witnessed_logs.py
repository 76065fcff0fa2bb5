"""What the witness remembers, and that the database lets a log grow only."""

from django.db import migrations, models


# Whatever the program does: no log is forgotten, and none becomes smaller or another one.
_GROWS = """
CREATE FUNCTION public.witness_refuses_a_fork() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a witness forgets no log' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.origin <> OLD.origin OR NEW.size < OLD.size
      OR (NEW.size = OLD.size AND OLD.note <> '' AND NEW.root <> OLD.root) THEN
    RAISE EXCEPTION 'a witnessed log only grows' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON public.witness_witnessedlog
  FOR EACH ROW EXECUTE FUNCTION public.witness_refuses_a_fork();
CREATE TRIGGER only_grows_table BEFORE TRUNCATE ON public.witness_witnessedlog
  FOR EACH STATEMENT EXECUTE FUNCTION public.witness_refuses_a_fork();
ALTER TABLE public.witness_witnessedlog ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE public.witness_witnessedlog ENABLE ALWAYS TRIGGER only_grows_table;
REVOKE DELETE, UPDATE ON public.witness_witnessedlog FROM akson_consortium;
GRANT UPDATE (vkeys, size, root, note, seen_at)
  ON public.witness_witnessedlog TO akson_consortium;
"""
_UNDONE = """
DROP TRIGGER only_grows ON public.witness_witnessedlog;
DROP TRIGGER only_grows_table ON public.witness_witnessedlog;
DROP FUNCTION public.witness_refuses_a_fork();
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='WitnessedLog',
            fields=[
                ('origin', models.CharField(max_length=255, primary_key=True, serialize=False, verbose_name='logg')),
                ('vkeys', models.TextField(verbose_name='offentlige nøkler')),
                ('size', models.BigIntegerField(default=0, verbose_name='antall hendelser')),
                ('root', models.BinaryField(default=bytes, verbose_name='rot')),
                ('note', models.TextField(blank=True, verbose_name='sjekkpunkt')),
                ('seen_at', models.DateTimeField(null=True, verbose_name='sist sett')),
            ],
            options={
                'verbose_name': 'bevitnet logg',
                'verbose_name_plural': 'bevitnede logger',
                'ordering': ('origin',),
                'default_permissions': ('view',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('note', ''), ('size', 0)), models.Q(('seen_at__isnull', False), ('size__gte', 0), models.Q(('note', ''), _negated=True)), _connector='OR'), name='witnessed_checkpoint_is_whole')],
            },
        ),
        migrations.RunSQL(_GROWS, _UNDONE),
    ]
