"""What is signed or answered stays as it is, whoever asks; a new agreement replaces an old one."""

import django.db.models.deletion
from django.db import migrations, models

# An entry that gives way to the municipality itself, read in with its own identity, hands it
# what it was the name of (`tenants.exit.registering`); no screen has that login.
_FOLLOWS_ITS_MUNICIPALITY = """
  IF TG_OP = 'UPDATE' AND session_user = 'akson_migrator'
     AND to_jsonb(NEW) - 'municipality_id' = to_jsonb(OLD) - 'municipality_id' THEN
    RETURN NEW;
  END IF;"""
AGREEMENT_STAYS = f"""
CREATE FUNCTION public.tenants_keep_agreement() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN{_FOLLOWS_ITS_MUNICIPALITY}
  IF TG_OP <> 'INSERT' AND OLD.signed_on IS NOT NULL THEN
    RAISE EXCEPTION 'signert avtale endres ikke'
      USING errcode = '23514', constraint = 'signed_agreement_stays';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW.replaces_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants_agreement earlier
    WHERE earlier.id = NEW.replaces_id AND earlier.municipality_id = NEW.municipality_id
      AND earlier.kind = NEW.kind AND earlier.enterprise_orgnr = NEW.enterprise_orgnr
      AND earlier.signed_on <= coalesce(NEW.signed_on, earlier.signed_on)
  ) THEN
    RAISE EXCEPTION 'avtalen erstatter en signert avtale av samme slags'
      USING errcode = '23514', constraint = 'agreement_replaces_one_like_it_that_is_signed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_agreement BEFORE INSERT OR UPDATE OR DELETE ON public.tenants_agreement
  FOR EACH ROW EXECUTE FUNCTION public.tenants_keep_agreement();
"""
LET_AGREEMENT_GO = """
DROP TRIGGER keep_agreement ON public.tenants_agreement;
DROP FUNCTION public.tenants_keep_agreement();
"""
# Beside UPDATE of an answered letter, which is refused already.
_KEEP_ANSWER = """
CREATE OR REPLACE FUNCTION public.tenants_keep_answer() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN%s
  RAISE EXCEPTION 'kommunens svar endres ikke'
    USING errcode = '23514', constraint = 'answered_letter_of_intent_stays';
END $$;
"""
ANSWER_IS_KEPT = _KEEP_ANSWER % _FOLLOWS_ITS_MUNICIPALITY + """
CREATE TRIGGER keep_answer_there BEFORE DELETE ON public.tenants_letterofintent FOR EACH ROW
  WHEN (OLD.answered_at IS NOT NULL) EXECUTE FUNCTION public.tenants_keep_answer();
CREATE TRIGGER keep_signed_letter BEFORE UPDATE OR DELETE ON public.tenants_signedletter
  FOR EACH ROW EXECUTE FUNCTION public.tenants_keep_answer();
"""
LET_ANSWER_GO = _KEEP_ANSWER % "" + """
DROP TRIGGER keep_signed_letter ON public.tenants_signedletter;
DROP TRIGGER keep_answer_there ON public.tenants_letterofintent;
"""
# An agreement that another has replaced lets no pilot begin.
_PILOT_IS_READY = """
CREATE OR REPLACE FUNCTION public.tenants_pilot_is_ready() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.stage IN ('pilot', 'live') AND ((
    SELECT count(*) FROM public.tenants_readinesscheck done
    WHERE done.municipality_id = NEW.municipality_id AND done.done_on IS NOT NULL
  ) < 6 OR NOT EXISTS (
    SELECT FROM public.tenants_agreement agreed
    WHERE agreed.municipality_id = NEW.municipality_id AND agreed.kind = 'processor'
      AND agreed.signed_on IS NOT NULL
      AND (agreed.valid_until IS NULL OR agreed.valid_until >= NEW.begins_on)%(more)s
  )) THEN
    RAISE EXCEPTION 'piloten kan ikke begynne før alt er klart'
      USING errcode = '23514', constraint = 'pilot_begins_when_all_is_ready';
  END IF;
  RETURN NEW;
END $$;
"""
_NOT_REPLACED = """
      AND NOT EXISTS (
        SELECT FROM public.tenants_agreement newer
        WHERE newer.replaces_id = agreed.id AND newer.signed_on <= NEW.begins_on)"""
READY_BY_WHAT_HOLDS = _PILOT_IS_READY % {"more": _NOT_REPLACED}
READY_AS_BEFORE = _PILOT_IS_READY % {"more": ""}


class Migration(migrations.Migration):
    dependencies = [("tenants", "0008_alarms_of_upgrades")]

    operations = [
        migrations.AddField(
            model_name="agreement",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                help_text="Den gjelder til denne er signert.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replacement",
                to="tenants.agreement",
                verbose_name="erstatter",
            ),
        ),
        migrations.RunSQL(AGREEMENT_STAYS, LET_AGREEMENT_GO),
        migrations.RunSQL(ANSWER_IS_KEPT, LET_ANSWER_GO),
        migrations.RunSQL(READY_BY_WHAT_HOLDS, READY_AS_BEFORE),
    ]
