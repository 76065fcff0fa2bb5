"""Who reads the versions of the role matrix, and that what is published stays."""

from django.db import migrations

# A municipality reads what is published, through the directory's role; no draft, and it
# writes nothing.
READERS = """
GRANT SELECT ON public.publishing_matrixversion, public.publishing_matrixversionrow
  TO akson_directory;
ALTER TABLE public.publishing_matrixversion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.publishing_matrixversionrow ENABLE ROW LEVEL SECURITY;
CREATE POLICY consortium ON public.publishing_matrixversion TO akson_consortium
  USING (true);
CREATE POLICY consortium ON public.publishing_matrixversionrow TO akson_consortium
  USING (true);
CREATE POLICY published ON public.publishing_matrixversion FOR SELECT TO akson_directory
  USING (published_at IS NOT NULL);
CREATE POLICY published ON public.publishing_matrixversionrow FOR SELECT TO akson_directory
  USING (EXISTS (SELECT 1 FROM public.publishing_matrixversion version
    WHERE version.id = version_id AND version.published_at IS NOT NULL));
"""

KEEP = """
CREATE FUNCTION public.publishing_keep_version() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'en utgitt rollematrise endres ikke'
      USING errcode = '23514', constraint = 'a_published_matrix_never_changes';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION public.publishing_keep_row() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.publishing_matrixversion version
      WHERE version.published_at IS NOT NULL AND (
        (TG_OP <> 'INSERT' AND version.id = OLD.version_id)
        OR (TG_OP <> 'DELETE' AND version.id = NEW.version_id))) THEN
    RAISE EXCEPTION 'en utgitt rollematrise endres ikke'
      USING errcode = '23514', constraint = 'a_published_matrix_never_changes';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
REVOKE ALL ON FUNCTION public.publishing_keep_row() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.publishing_keep_row() TO akson_consortium;
CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON public.publishing_matrixversion
  FOR EACH ROW EXECUTE FUNCTION public.publishing_keep_version();
CREATE TRIGGER keep_row BEFORE INSERT OR UPDATE OR DELETE
  ON public.publishing_matrixversionrow
  FOR EACH ROW EXECUTE FUNCTION public.publishing_keep_row();
ALTER TABLE public.publishing_matrixversion ENABLE ALWAYS TRIGGER keep_version;
ALTER TABLE public.publishing_matrixversionrow ENABLE ALWAYS TRIGGER keep_row;
"""
LET_GO = """
DROP TRIGGER keep_row ON public.publishing_matrixversionrow;
DROP TRIGGER keep_version ON public.publishing_matrixversion;
DROP FUNCTION public.publishing_keep_row();
DROP FUNCTION public.publishing_keep_version();
"""
DENY = """
REVOKE SELECT ON public.publishing_matrixversion, public.publishing_matrixversionrow
  FROM akson_directory;
"""


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]

    operations = [
        migrations.RunSQL(READERS, DENY),
        migrations.RunSQL(KEEP, LET_GO),
    ]
