"""Who may read and write what in the shared schema."""

from django.db import migrations

# The directory tells every request whose host it came to, and how it stands there.
DIRECTORY = """
GRANT SELECT (id, orgnr, name, official_name, county_number, county_name, is_sami_area,
  language, schema_name, state, sort_key) ON public.tenants_municipality TO akson_directory;
GRANT SELECT (id, domain, tenant_id, is_primary) ON public.tenants_domain TO akson_directory;
GRANT SELECT (municipality_id, read_only_until) ON public.tenants_schemaupgrade
  TO akson_directory;
GRANT SELECT (municipality_id, takes_effect_on, confirmed_at, lifted_at)
  ON public.tenants_suspension TO akson_directory;
GRANT SELECT (municipality_id, module, state) ON public.tenants_modulesetting
  TO akson_directory;
"""
SEALER = """
GRANT SELECT, INSERT, UPDATE (age_s, bound_s, problem, measured_at)
  ON public.tenants_healthreport TO akson_sealer;
"""
# What was decided is kept; what is decided by two, or later, is written in its own columns.
CONSORTIUM = """
REVOKE ALL ON public.tenants_schematemplate FROM akson_consortium;
REVOKE INSERT, UPDATE, DELETE ON public.django_migrations, public.tenants_schemaupgrade
  FROM akson_consortium;
REVOKE DELETE ON public.tenants_readinesscheck, public.tenants_inhabitantcount,
  public.tenants_letterofintent, public.tenants_agreement, public.tenants_modulesetting,
  public.tenants_cluster FROM akson_consortium;
REVOKE UPDATE, DELETE ON public.tenants_rolloutstage, public.tenants_signedletter,
  public.tenants_suspension, public.tenants_archiving, public.tenants_export,
  public.tenants_deletion, public.tenants_clustermembership FROM akson_consortium;
GRANT UPDATE (left_at, left_by) ON public.tenants_clustermembership TO akson_consortium;
GRANT UPDATE (confirmed_by, confirmed_at, lifted_by, lifted_at)
  ON public.tenants_suspension, public.tenants_archiving, public.tenants_deletion
  TO akson_consortium;
"""


class Migration(migrations.Migration):
    dependencies = [("tenants", "0001_initial")]

    operations = [
        migrations.RunSQL(DIRECTORY + SEALER + CONSORTIUM, migrations.RunSQL.noop)
    ]
