"""The consortium's log only grows; what a role may do is written by the owner, from the code."""

from django.db import migrations

# Rows are added, and never changed or removed by anybody.
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
RIGHTS_OF_ROLES = """public.auth_group, public.auth_group_permissions, public.auth_permission,
  public.accounts_user_user_permissions"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("consortium", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(
            f"REVOKE INSERT, UPDATE, DELETE ON {RIGHTS_OF_ROLES} FROM akson_consortium;",
            f"GRANT INSERT, UPDATE, DELETE ON {RIGHTS_OF_ROLES} TO akson_consortium;",
        ),
        migrations.RunSQL(ONLY_GROWS, UNDONE),
    ]
