"""What a municipality decides for itself: its language, whom people ask, two more limits."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from audit.protection import keep_history
from tenants.database.operations import TenantSQL

_FIRST = """
INSERT INTO {schema}.access_localchoices (id, language, help_phone, help_email,
  privacy_phone, privacy_email, patients_phone)
VALUES (1, '', '', '', '', '', '');
REVOKE DELETE ON {schema}.access_localchoices FROM {role}, {worker};
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_rights_and_rules'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalLocalChoices',
            fields=[
                ('id', models.SmallIntegerField(db_index=True, default=1, editable=False)),
                ('language', models.CharField(blank=True, choices=[('nb', 'Bokmål'), ('nn', 'Nynorsk')], max_length=2, verbose_name='målform')),
                ('help_phone', models.CharField(blank=True, max_length=20, verbose_name='brukerstøtte, telefon')),
                ('help_email', models.EmailField(blank=True, max_length=254, verbose_name='brukerstøtte, e-post')),
                ('privacy_phone', models.CharField(blank=True, max_length=20, verbose_name='personvernombud, telefon')),
                ('privacy_email', models.EmailField(blank=True, max_length=254, verbose_name='personvernombud, e-post')),
                ('patients_phone', models.CharField(blank=True, max_length=20, verbose_name='spørsmål fra pasienter, telefon')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical lokale valg',
                'verbose_name_plural': 'historical lokale valg',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='LocalChoices',
            fields=[
                ('id', models.SmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ('language', models.CharField(blank=True, choices=[('nb', 'Bokmål'), ('nn', 'Nynorsk')], max_length=2, verbose_name='målform')),
                ('help_phone', models.CharField(blank=True, max_length=20, verbose_name='brukerstøtte, telefon')),
                ('help_email', models.EmailField(blank=True, max_length=254, verbose_name='brukerstøtte, e-post')),
                ('privacy_phone', models.CharField(blank=True, max_length=20, verbose_name='personvernombud, telefon')),
                ('privacy_email', models.EmailField(blank=True, max_length=254, verbose_name='personvernombud, e-post')),
                ('patients_phone', models.CharField(blank=True, max_length=20, verbose_name='spørsmål fra pasienter, telefon')),
            ],
            options={
                'verbose_name': 'lokale valg',
                'verbose_name_plural': 'lokale valg',
            },
        ),
        migrations.AddField(
            model_name='accessrules',
            name='longest_hours',
            field=models.PositiveSmallIntegerField(default=14, verbose_name='en innlogging varer høyst'),
        ),
        migrations.AddField(
            model_name='accessrules',
            name='unused_days',
            field=models.PositiveSmallIntegerField(default=90, verbose_name='en konto er ubrukt etter'),
        ),
        migrations.AddField(
            model_name='historicalaccessrules',
            name='longest_hours',
            field=models.PositiveSmallIntegerField(default=14, verbose_name='en innlogging varer høyst'),
        ),
        migrations.AddField(
            model_name='historicalaccessrules',
            name='unused_days',
            field=models.PositiveSmallIntegerField(default=90, verbose_name='en konto er ubrukt etter'),
        ),
        migrations.AddConstraint(
            model_name='accessrules',
            constraint=models.CheckConstraint(condition=models.Q(('longest_hours__range', (4, 14))), name='a_sign_in_lasts_a_shift_and_never_a_day'),
        ),
        migrations.AddConstraint(
            model_name='accessrules',
            constraint=models.CheckConstraint(condition=models.Q(('unused_days__range', (30, 365))), name='an_unused_account_is_noticed_within_a_year'),
        ),
        migrations.AddField(
            model_name='historicallocalchoices',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='localchoices',
            constraint=models.CheckConstraint(condition=models.Q(('id', 1)), name='a_municipality_has_one_set_of_choices'),
        ),
        migrations.AddConstraint(
            model_name='localchoices',
            constraint=models.CheckConstraint(condition=models.Q(('language__in', ('', 'nb', 'nn'))), name='choices_language_is_known'),
        ),
        TenantSQL(_FIRST),
        TenantSQL(keep_history("access_historicallocalchoices")),
    ]
