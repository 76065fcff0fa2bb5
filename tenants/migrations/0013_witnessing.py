"""Witnesses and verification are work to watch, and what a witness may say is a problem."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0012_all_is_ready_before_use'),
    ]

    operations = [
        migrations.AlterField(
            model_name='alarm',
            name='problem',
            field=models.CharField(blank=True, choices=[('', 'Ingen'), ('no_key', 'Nøkkelen mangler'), ('another_server', 'Databasen er lagt inn på en ny server'), ('turned_back', 'Databasen er eldre enn det som er signert'), ('tampered', 'Det forseglede er endret'), ('refused', 'Et vitne har sett en annen logg'), ('unknown_log', 'Vitnet kjenner ikke loggen'), ('failed', 'Uventet feil')], max_length=20, verbose_name='stanset fordi'),
        ),
        migrations.AlterField(
            model_name='alarm',
            name='work',
            field=models.CharField(choices=[('sealing', 'Forsegling av tilgangsloggen'), ('witnessing', 'Bevitnelse av tilgangsloggen'), ('verifying', 'Etterprøving av tilgangsloggen'), ('review', 'Kontroll av tilgangsloggen'), ('tasks', 'Bakgrunnsarbeid')], max_length=20, verbose_name='arbeid'),
        ),
        migrations.AlterField(
            model_name='healthreport',
            name='problem',
            field=models.CharField(blank=True, choices=[('', 'Ingen'), ('no_key', 'Nøkkelen mangler'), ('another_server', 'Databasen er lagt inn på en ny server'), ('turned_back', 'Databasen er eldre enn det som er signert'), ('tampered', 'Det forseglede er endret'), ('refused', 'Et vitne har sett en annen logg'), ('unknown_log', 'Vitnet kjenner ikke loggen'), ('failed', 'Uventet feil')], max_length=20, verbose_name='stanset fordi'),
        ),
        migrations.AlterField(
            model_name='healthreport',
            name='work',
            field=models.CharField(choices=[('sealing', 'Forsegling av tilgangsloggen'), ('witnessing', 'Bevitnelse av tilgangsloggen'), ('verifying', 'Etterprøving av tilgangsloggen'), ('review', 'Kontroll av tilgangsloggen'), ('tasks', 'Bakgrunnsarbeid')], max_length=20, verbose_name='arbeid'),
        ),
    ]
