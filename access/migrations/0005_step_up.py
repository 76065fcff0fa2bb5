
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0004_first_matrix'),
        ('accounts', '0002_person_hash'),
    ]

    operations = [
        migrations.CreateModel(
            name='StepUp',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('pin_hash', models.CharField(blank=True, max_length=128)),
                ('pin_set_at', models.DateTimeField(null=True)),
                ('wrong_pins', models.PositiveSmallIntegerField(default=0)),
                ('wrong_passwords', models.PositiveSmallIntegerField(default=0)),
                ('wrong_password_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'PIN-kode',
                'verbose_name_plural': 'PIN-koder',
            },
        ),
    ]
