"""The right to ask a municipality for a way to see how it is set up."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('consortium', '0002_log'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='consortiumevent',
            options={'default_permissions': ('view',), 'ordering': ('-stored_at', '-pk'), 'permissions': (('ask_for_support', 'Kan be om støttetilgang'),), 'verbose_name': 'hendelse i konsortiets logg', 'verbose_name_plural': 'konsortiets logg'},
        ),
    ]
