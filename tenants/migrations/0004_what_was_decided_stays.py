"""What the database itself keeps about municipalities, whoever asks and by whatever way."""

from django.db import migrations

# Names that are in use stay.
MUNICIPALITY_STAYS = """
CREATE FUNCTION public.tenants_keep_municipality() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'listed' THEN
      RAISE EXCEPTION 'kommunen er startet og kan ikke slettes'
        USING errcode = '23514', constraint = 'municipality_is_not_deleted_once_started';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state <> 'listed'
     AND (NEW.schema_name <> OLD.schema_name OR NEW.id <> OLD.id) THEN
    RAISE EXCEPTION 'kommunen er startet og beholder skjemaet sitt'
      USING errcode = '23514', constraint = 'municipality_keeps_its_schema';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_municipality BEFORE UPDATE OR DELETE ON public.tenants_municipality
  FOR EACH ROW EXECUTE FUNCTION public.tenants_keep_municipality();
"""
LET_MUNICIPALITY_GO = """
DROP TRIGGER keep_municipality ON public.tenants_municipality;
DROP FUNCTION public.tenants_keep_municipality();
"""
# No pilot and no use before the checklist is done and the consortium is the processor.
PILOT_IS_READY = """
CREATE FUNCTION public.tenants_pilot_is_ready() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.stage IN ('pilot', 'live') AND ((
    SELECT count(*) FROM public.tenants_readinesscheck done
    WHERE done.municipality_id = NEW.municipality_id AND done.done_on IS NOT NULL
  ) < 6 OR NOT EXISTS (
    SELECT FROM public.tenants_agreement agreed
    WHERE agreed.municipality_id = NEW.municipality_id AND agreed.kind = 'processor'
      AND agreed.signed_on IS NOT NULL
      AND (agreed.valid_until IS NULL OR agreed.valid_until >= NEW.begins_on)
  )) THEN
    RAISE EXCEPTION 'piloten kan ikke begynne før alt er klart'
      USING errcode = '23514', constraint = 'pilot_begins_when_all_is_ready';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pilot_is_ready BEFORE INSERT OR UPDATE ON public.tenants_rolloutstage
  FOR EACH ROW EXECUTE FUNCTION public.tenants_pilot_is_ready();
"""
LET_PILOT_BEGIN = """
DROP TRIGGER pilot_is_ready ON public.tenants_rolloutstage;
DROP FUNCTION public.tenants_pilot_is_ready();
"""
ANSWER_STAYS = """
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
LET_ANSWER_GO = """
DROP TRIGGER keep_answer ON public.tenants_letterofintent;
DROP FUNCTION public.tenants_keep_answer();
ALTER TABLE public.tenants_signedletter DROP CONSTRAINT signed_letter_is_at_most_5_mb;
"""
CLUSTER_IS_LED_BY_A_MEMBER = """
CREATE FUNCTION public.tenants_cluster_is_led_by_a_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  asked uuid;
BEGIN
  IF TG_TABLE_NAME = 'tenants_cluster' THEN asked := NEW.id;
  ELSE asked := NEW.cluster_id; END IF;
  IF EXISTS (
    SELECT FROM public.tenants_cluster led
    WHERE led.id = asked AND NOT EXISTS (
      SELECT FROM public.tenants_clustermembership own
      WHERE own.cluster_id = led.id AND own.municipality_id = led.lead_id
        AND own.left_at IS NULL
    )
  ) THEN
    RAISE EXCEPTION 'klyngen ledes av en kommune i den'
      USING errcode = '23514', constraint = 'cluster_is_led_by_a_member';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER cluster_is_led_by_a_member
  AFTER INSERT OR UPDATE ON public.tenants_cluster
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION public.tenants_cluster_is_led_by_a_member();
CREATE CONSTRAINT TRIGGER cluster_is_led_by_a_member
  AFTER UPDATE ON public.tenants_clustermembership
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION public.tenants_cluster_is_led_by_a_member();
"""
LET_ANYBODY_LEAD = """
DROP TRIGGER cluster_is_led_by_a_member ON public.tenants_clustermembership;
DROP TRIGGER cluster_is_led_by_a_member ON public.tenants_cluster;
DROP FUNCTION public.tenants_cluster_is_led_by_a_member();
"""
# Two persons archive, and two delete what has been archived for 30 days.
ARCHIVED_BY_TWO = """
CREATE FUNCTION public.tenants_archive_by_two() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
DECLARE
  archived_at timestamptz := (
    SELECT confirmed_at FROM public.tenants_archiving
    WHERE municipality_id = NEW.id AND confirmed_at IS NOT NULL AND lifted_at IS NULL);
BEGIN
  IF NEW.state = 'archived' AND NOT (OLD.state = 'active' AND archived_at IS NOT NULL) THEN
    RAISE EXCEPTION 'to personer må ha bestemt at kommunen arkiveres'
      USING errcode = '23514', constraint = 'municipality_is_archived_by_two';
  END IF;
  IF NEW.state = 'deleted' AND NOT (OLD.state = 'archived'
     AND coalesce(archived_at <= now() - interval '30 days', false)
     AND EXISTS (SELECT FROM public.tenants_deletion
       WHERE municipality_id = NEW.id AND done_at IS NOT NULL AND lifted_at IS NULL)) THEN
    RAISE EXCEPTION 'to personer må ha bestemt at kommunen slettes'
      USING errcode = '23514', constraint = 'municipality_is_deleted_by_two';
  END IF;
  IF OLD.state = 'deleted' OR OLD.state = 'archived' AND NEW.state <> 'deleted'
     AND (archived_at IS NOT NULL OR NEW.state <> 'active') THEN
    RAISE EXCEPTION 'kommunen er arkivert eller slettet'
      USING errcode = '23514', constraint = 'municipality_stays_archived';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER archive_by_two BEFORE UPDATE OF state ON public.tenants_municipality
  FOR EACH ROW WHEN (NEW.state <> OLD.state AND (
    NEW.state IN ('archived', 'deleted') OR OLD.state IN ('archived', 'deleted')))
  EXECUTE FUNCTION public.tenants_archive_by_two();
"""
LET_ONE_ARCHIVE = """
DROP TRIGGER archive_by_two ON public.tenants_municipality;
DROP FUNCTION public.tenants_archive_by_two();
"""


class Migration(migrations.Migration):
    dependencies = [("tenants", "0003_account_places")]

    operations = [
        migrations.RunSQL(MUNICIPALITY_STAYS, LET_MUNICIPALITY_GO),
        migrations.RunSQL(PILOT_IS_READY, LET_PILOT_BEGIN),
        migrations.RunSQL(ANSWER_STAYS, LET_ANSWER_GO),
        migrations.RunSQL(CLUSTER_IS_LED_BY_A_MEMBER, LET_ANYBODY_LEAD),
        migrations.RunSQL(ARCHIVED_BY_TWO, LET_ONE_ARCHIVE),
    ]
