"""One more reason why sealing stops."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0004_health'),
    ]

    operations = [
        migrations.AlterField(
            model_name='healthreport',
            name='problem',
            field=models.CharField(blank=True, choices=[('', 'Ingen'), ('no_key', 'Nøkkelen mangler'), ('another_server', 'Databasen er lagt inn på en ny server'), ('turned_back', 'Databasen er eldre enn det som er signert'), ('tampered', 'Det forseglede er endret'), ('failed', 'Uventet feil')], max_length=20, verbose_name='stanset fordi'),
        ),
    ]
