"""Letters of intent, the signed letters as they came, and whom to write to.

An answer is never changed, and a signed letter neither changed nor removed.
"""

import uuid

import django.db.models.deletion
from django.db import migrations, models

RULE = """
REVOKE DELETE ON public.tenants_letterofintent FROM akson_consortium;
REVOKE UPDATE, DELETE ON public.tenants_signedletter FROM akson_consortium;
ALTER TABLE public.tenants_signedletter ADD CONSTRAINT signed_letter_is_at_most_5_mb
  CHECK (octet_length(content) BETWEEN 1 AND 5242880);

CREATE FUNCTION public.tenants_keep_answer() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'kommunens svar endres ikke'
    USING errcode = '23514', constraint = 'answered_letter_of_intent_stays';
END $$;
CREATE TRIGGER keep_answer BEFORE UPDATE ON public.tenants_letterofintent FOR EACH ROW
  WHEN (OLD.answered_at IS NOT NULL) EXECUTE FUNCTION public.tenants_keep_answer();
"""
LIFT = """
DROP TRIGGER keep_answer ON public.tenants_letterofintent;
DROP FUNCTION public.tenants_keep_answer();
ALTER TABLE public.tenants_signedletter DROP CONSTRAINT signed_letter_is_at_most_5_mb;
GRANT DELETE ON public.tenants_letterofintent TO akson_consortium;
GRANT UPDATE, DELETE ON public.tenants_signedletter TO akson_consortium;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0014_backups'),
    ]

    operations = [
        migrations.CreateModel(
            name='LetterOfIntent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='bedt om')),
                ('asked_by', models.CharField(max_length=150, verbose_name='bedt om av')),
                ('answer_by', models.DateField(verbose_name='svarfrist')),
                ('code_hash', models.CharField(blank=True, editable=False, max_length=64)),
                ('code_expires_at', models.DateTimeField(blank=True, null=True, verbose_name='lenken virker til')),
                ('is_to_be_sent', models.BooleanField(default=True, verbose_name='venter på sending')),
                ('taken_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sist sendt')),
                ('times_sent', models.PositiveIntegerField(default=0, verbose_name='ganger sendt')),
                ('failures', models.PositiveIntegerField(default=0, verbose_name='mislykte sendinger på rad')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='trukket tilbake')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='besvart')),
                ('answer', models.CharField(blank=True, choices=[('yes', 'Ja, kommunen har til hensikt å ta i bruk Akson'), ('no', 'Nei, ikke nå')], max_length=3, verbose_name='svar')),
                ('case_number', models.CharField(blank=True, max_length=40, verbose_name='saksnummer i kommunen')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='vedtatt')),
                ('signed_by', models.CharField(blank=True, max_length=150, verbose_name='signert av')),
                ('signed_by_title', models.CharField(blank=True, max_length=150, verbose_name='stilling')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters_of_intent', to='tenants.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'intensjonserklæring',
                'verbose_name_plural': 'intensjonserklæringer',
                'ordering': ('municipality__sort_key', '-asked_at'),
                'default_permissions': ('view', 'change'),
            },
        ),
        migrations.CreateModel(
            name='SignedLetter',
            fields=[
                ('letter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='signed', serialize=False, to='tenants.letterofintent', verbose_name='intensjonserklæring')),
                ('content', models.BinaryField(verbose_name='innhold')),
                ('sha256', models.CharField(max_length=64, verbose_name='kontrollsum')),
                ('received_at', models.DateTimeField(auto_now_add=True, verbose_name='mottatt')),
            ],
            options={
                'verbose_name': 'signert erklæring',
                'verbose_name_plural': 'signerte erklæringer',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ContactPerson',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('task', models.CharField(choices=[('head', 'Kommunedirektør'), ('rollout', 'Leder innføringen'), ('privacy', 'Personvernombud'), ('technology', 'Ansvarlig for IKT'), ('post', 'Postmottak')], max_length=10, verbose_name='oppgave')),
                ('name', models.CharField(max_length=150, verbose_name='navn')),
                ('email', models.EmailField(max_length=254, verbose_name='e-post')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='telefon')),
                ('gets_letters', models.BooleanField(default=True, verbose_name='får brev om avtaler')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_persons', to='tenants.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'kontaktperson',
                'verbose_name_plural': 'kontaktpersoner',
                'ordering': ('municipality__sort_key', 'task', 'name'),
                'constraints': [models.UniqueConstraint(fields=('municipality', 'task', 'email'), name='contact_person_has_each_task_once'), models.CheckConstraint(condition=models.Q(('task__in', ('head', 'rollout', 'privacy', 'technology', 'post'))), name='contact_person_task_is_known')],
            },
        ),
        migrations.AddConstraint(
            model_name='letterofintent',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_at', None), ('withdrawn_at', None)), fields=('municipality',), name='municipality_has_one_open_letter_of_intent'),
        ),
        migrations.AddConstraint(
            model_name='letterofintent',
            constraint=models.UniqueConstraint(condition=models.Q(('code_hash', ''), _negated=True), fields=('code_hash',), name='letter_of_intent_is_found_by_its_own_code'),
        ),
        migrations.AddConstraint(
            model_name='letterofintent',
            constraint=models.CheckConstraint(condition=models.Q(('code_hash', ''), ('code_expires_at__isnull', False), _connector='OR'), name='letter_of_intent_code_expires'),
        ),
        migrations.AddConstraint(
            model_name='letterofintent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(models.Q(('case_number', ''), _negated=True), models.Q(('signed_by', ''), _negated=True), models.Q(('signed_by_title', ''), _negated=True), ('answer__in', ('yes', 'no')), ('answered_at__isnull', False), ('decided_on__isnull', False), ('withdrawn_at', None)), _connector='OR'), name='letter_of_intent_is_answered_whole'),
        ),
        migrations.RunSQL(RULE, LIFT),
    ]
