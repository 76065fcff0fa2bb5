"""Who may read what in the shared schema, and names that are kept once they are in use."""

from django.db import migrations

# The consortium's role has SELECT, INSERT, UPDATE and DELETE on every shared table by
# default (tenants.bootstrap); the directory's role has nothing.
GRANTS = """
GRANT SELECT (id, orgnr, name, official_name, county_number, county_name, is_sami_area,
  language, schema_name, state, sort_key) ON public.tenants_municipality TO akson_directory;
GRANT SELECT (id, domain, tenant_id, is_primary) ON public.tenants_domain TO akson_directory;
REVOKE ALL ON public.tenants_schematemplate FROM akson_consortium;
REVOKE INSERT, UPDATE, DELETE ON public.django_migrations FROM akson_consortium;
"""
WITHDRAW = """
REVOKE SELECT (id, orgnr, name, official_name, county_number, county_name, is_sami_area,
  language, schema_name, state, sort_key) ON public.tenants_municipality FROM akson_directory;
REVOKE SELECT (id, domain, tenant_id, is_primary) ON public.tenants_domain FROM akson_directory;
GRANT SELECT, INSERT, UPDATE, DELETE ON public.tenants_schematemplate, public.django_migrations
  TO akson_consortium;
"""

# A host name that led to another schema, or a schema nobody knows, would be a way around
# every wall; so the name is fixed from the first attempt to make the schema.
KEEP = """
CREATE FUNCTION public.tenants_keep_municipality() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'listed' THEN
      RAISE EXCEPTION 'kommunen er startet og kan ikke slettes'
        USING errcode = '23514', constraint = 'municipality_is_not_deleted_once_started';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state <> 'listed'
     AND (NEW.schema_name <> OLD.schema_name OR NEW.id <> OLD.id) THEN
    RAISE EXCEPTION 'kommunen er startet og beholder skjemaet sitt'
      USING errcode = '23514', constraint = 'municipality_keeps_its_schema';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_municipality BEFORE UPDATE OR DELETE ON public.tenants_municipality
  FOR EACH ROW EXECUTE FUNCTION public.tenants_keep_municipality();
"""
LET_GO = """
DROP TRIGGER keep_municipality ON public.tenants_municipality;
DROP FUNCTION public.tenants_keep_municipality();
"""


class Migration(migrations.Migration):
    dependencies = [("tenants", "0001_initial")]

    operations = [
        migrations.RunSQL(GRANTS, WITHDRAW),
        migrations.RunSQL(KEEP, LET_GO),
    ]
