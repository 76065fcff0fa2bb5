from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("access", "0007_staff_of_a_shift")]

    operations = [
        migrations.RenameField("stepup", "wrong_passwords", "failures"),
        migrations.RenameField("stepup", "wrong_password_at", "failed_at"),
    ]
