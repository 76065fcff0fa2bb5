"""What a role of the consortium may do is written by the owner alone, from the code."""

from django.db import migrations

TABLES = """public.auth_group, public.auth_group_permissions, public.auth_permission,
  public.accounts_user_user_permissions"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("accounts", "0003_sessions"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunSQL(
            f"REVOKE INSERT, UPDATE, DELETE ON {TABLES} FROM akson_consortium;",
            f"GRANT INSERT, UPDATE, DELETE ON {TABLES} TO akson_consortium;",
        ),
    ]
