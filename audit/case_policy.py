"""The SQL that keeps what is written about a case to those whose reading of it is in the log.

Such a text belongs to no patient's record: whoever reviews may open none. So its door is
not the patient but the case: a row shows only in the transaction of a committed event
whose target is that case, and only its author can write it.
"""

# What the event says is read from its bytes, which are what will be sealed.
OPENED_TARGET = """
CREATE FUNCTION {schema}.opened_target() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
  SELECT convert_from(e.body, 'UTF8')::jsonb #>> '{{target,id}}'
  FROM audit_opening o JOIN audit_accessevent e ON e.id = o.event_id
  WHERE o.xid = pg_current_xact_id_if_assigned()::text::bigint AND o.began_at = now()
  LIMIT 1
$$;
REVOKE EXECUTE ON FUNCTION {schema}.opened_target() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {schema}.opened_target() TO {role}, {worker};
"""


def protect_case(table: str, *, case: str, author: str) -> str:
    """Give the SQL that shows a table's rows under events about their case alone.

    Args:
        table: the table.
        case: the column that says which case a row belongs to.
        author: the column that says who wrote it.
    """
    of_case = f"{case}::text = (SELECT {{schema}}.opened_target())"
    return f"""
ALTER TABLE {{schema}}.{table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON {{schema}}.{table} USING ({of_case})
  WITH CHECK ({of_case} AND {author} = (SELECT {{schema}}.opened_actor()));
CREATE POLICY open_first ON {{schema}}.{table} AS RESTRICTIVE
  USING ({{schema}}.door_is_open());
"""
