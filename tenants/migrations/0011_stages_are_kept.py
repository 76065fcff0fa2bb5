"""A stage is never changed or removed, and no pilot begins before everything is ready."""

from django.db import migrations

RULE = """
REVOKE UPDATE, DELETE ON public.tenants_rolloutstage FROM akson_consortium;
REVOKE DELETE ON public.tenants_readinesscheck, public.tenants_inhabitantcount
  FROM akson_consortium;

CREATE FUNCTION public.tenants_pilot_is_ready() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.stage = 'pilot' AND (
    SELECT count(*) FROM public.tenants_readinesscheck done
    WHERE done.municipality_id = NEW.municipality_id AND done.done_on IS NOT NULL
  ) < 6 THEN
    RAISE EXCEPTION 'piloten kan ikke begynne før alt er klart'
      USING errcode = '23514', constraint = 'pilot_begins_when_all_is_ready';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pilot_is_ready BEFORE INSERT OR UPDATE ON public.tenants_rolloutstage
  FOR EACH ROW EXECUTE FUNCTION public.tenants_pilot_is_ready();
"""
LIFT = """
DROP TRIGGER pilot_is_ready ON public.tenants_rolloutstage;
DROP FUNCTION public.tenants_pilot_is_ready();
GRANT UPDATE, DELETE ON public.tenants_rolloutstage TO akson_consortium;
GRANT DELETE ON public.tenants_readinesscheck, public.tenants_inhabitantcount
  TO akson_consortium;
"""


class Migration(migrations.Migration):
    dependencies = [("tenants", "0010_registry_and_rollout")]

    operations = [migrations.RunSQL(RULE, LIFT)]
