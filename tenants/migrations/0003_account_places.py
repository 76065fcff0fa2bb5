"""In which municipalities a person has an account, as a keyed hash and an id.

No role may read or write the table. The directory's role may ask for one person at a time,
by a hash it must know already, and may keep and drop the place of one account.
"""

from django.db import migrations

MAKE = """
CREATE TABLE public.tenants_account_place (
  municipality_id uuid NOT NULL REFERENCES public.tenants_municipality (id) ON DELETE CASCADE,
  account_id uuid NOT NULL,
  person_hash varchar(80) NOT NULL CHECK (person_hash <> ''),
  PRIMARY KEY (municipality_id, account_id)
);
CREATE INDEX tenants_account_place_person ON public.tenants_account_place (person_hash);
REVOKE ALL ON public.tenants_account_place FROM PUBLIC, akson_consortium;

CREATE FUNCTION public.tenants_places_of(person varchar) RETURNS TABLE (municipality_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT place.municipality_id FROM public.tenants_account_place place
  WHERE place.person_hash = $1 ORDER BY 1 LIMIT 100
$$;
CREATE FUNCTION public.tenants_keep_place(municipality uuid, account uuid, person varchar)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO public.tenants_account_place (municipality_id, account_id, person_hash)
  VALUES ($1, $2, $3)
  ON CONFLICT (municipality_id, account_id) DO UPDATE SET person_hash = $3
$$;
CREATE FUNCTION public.tenants_drop_place(municipality uuid, account uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM public.tenants_account_place WHERE municipality_id = $1 AND account_id = $2
$$;
REVOKE ALL ON FUNCTION public.tenants_places_of(varchar),
  public.tenants_keep_place(uuid, uuid, varchar), public.tenants_drop_place(uuid, uuid)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.tenants_places_of(varchar),
  public.tenants_keep_place(uuid, uuid, varchar), public.tenants_drop_place(uuid, uuid)
  TO akson_directory;
"""
UNMAKE = """
DROP FUNCTION public.tenants_places_of(varchar);
DROP FUNCTION public.tenants_keep_place(uuid, uuid, varchar);
DROP FUNCTION public.tenants_drop_place(uuid, uuid);
DROP TABLE public.tenants_account_place;
"""


class Migration(migrations.Migration):
    dependencies = [("tenants", "0002_rights_in_the_shared_schema")]

    operations = [migrations.RunSQL(MAKE, UNMAKE)]
