
import audit.models
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0002_append_only_and_openings'),
    ]

    operations = [
        migrations.AlterField(
            model_name='accessevent',
            name='verb',
            field=models.CharField(choices=audit.models.verb_choices, max_length=24, verbose_name='handling'),
        ),
    ]
