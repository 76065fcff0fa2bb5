"""Agreements, and no pilot without one that makes the consortium the processor."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F

READY = """
CREATE OR REPLACE FUNCTION public.tenants_pilot_is_ready() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.stage IN ('pilot', 'live') AND ((
    SELECT count(*) FROM public.tenants_readinesscheck done
    WHERE done.municipality_id = NEW.municipality_id AND done.done_on IS NOT NULL
  ) < 6 %s) THEN
    RAISE EXCEPTION 'piloten kan ikke begynne før alt er klart'
      USING errcode = '23514', constraint = 'pilot_begins_when_all_is_ready';
  END IF;
  RETURN NEW;
END $$;
"""
AND_AGREED = """OR NOT EXISTS (
    SELECT FROM public.tenants_agreement agreed
    WHERE agreed.municipality_id = NEW.municipality_id AND agreed.kind = 'processor'
      AND agreed.signed_on IS NOT NULL
      AND (agreed.valid_until IS NULL OR agreed.valid_until >= NEW.begins_on)
  )"""
RULE = READY % AND_AGREED + "REVOKE DELETE ON public.tenants_agreement FROM akson_consortium;"
LIFT = READY % "" + "GRANT DELETE ON public.tenants_agreement TO akson_consortium;"


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0016_suspensions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('processor', 'Databehandleravtale'), ('joint', 'Avtale om felles journal')], max_length=9, verbose_name='slags')),
                ('enterprise', models.CharField(blank=True, help_text='Bare ved felles journal, for eksempel et fastlegekontor.', max_length=150, verbose_name='virksomhet')),
                ('enterprise_orgnr', models.CharField(blank=True, max_length=9, verbose_name='virksomhetens organisasjonsnummer')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='frist for signering')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='signert')),
                ('signed_by', models.CharField(blank=True, max_length=150, verbose_name='signert av')),
                ('case_number', models.CharField(blank=True, max_length=40, verbose_name='saksnummer i kommunen')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='gjelder til og med')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='tenants.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'avtale',
                'verbose_name_plural': 'avtaler',
                'ordering': ('municipality__sort_key', 'kind', 'enterprise', '-signed_on'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('enterprise', ''), ('enterprise_orgnr', ''), ('kind', 'processor')), models.Q(models.Q(('enterprise', ''), _negated=True), ('enterprise_orgnr__regex', '^[0-9]{9}$'), ('kind', 'joint')), _connector='OR'), name='joint_record_agreement_is_with_an_enterprise'), models.CheckConstraint(condition=models.Q(('signed_on', None), models.Q(models.Q(('signed_by', ''), _negated=True), models.Q(('case_number', ''), _negated=True)), _connector='OR'), name='agreement_is_signed_by_somebody_in_a_case'), models.CheckConstraint(condition=models.Q(('valid_until', None), ('signed_on', None), ('valid_until__gte', F('signed_on')), _connector='OR'), name='agreement_ends_after_it_is_signed'), models.UniqueConstraint(condition=models.Q(('signed_on', None)), fields=('municipality', 'kind', 'enterprise_orgnr'), name='one_agreement_of_a_kind_waits_for_a_signature', violation_error_message='En slik avtale venter allerede på å bli signert.')],
            },
        ),
        migrations.RunSQL(RULE, LIFT),
    ]
