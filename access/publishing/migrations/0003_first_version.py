"""The first version of the role matrix, with which every municipality begins."""

from django.db import migrations

from access.first_matrix import FIRST_MATRIX, FIRST_PUBLISHED, Cell, cells_of


def _row(cell: Cell) -> str:
    lists = (cell.reads, cell.writes, cell.signs, cell.does)
    arrays = ", ".join(f"'{{{','.join(codes)}}}'" for codes in lists)
    return f"(1, '{cell.record_kind}', '{cell.role}', {arrays})"


FIRST = f"""
INSERT INTO public.publishing_matrixversion (number, note, published_by)
VALUES (1, 'Den første versjonen.', 'Konsortiet');
INSERT INTO public.publishing_matrixversionrow
  (version_id, record_kind, role, reads, writes, signs, does)
VALUES {", ".join(map(_row, cells_of(FIRST_MATRIX)))};
UPDATE public.publishing_matrixversion SET published_at = '{FIRST_PUBLISHED}';
"""  # noqa: S608 - constants only


class Migration(migrations.Migration):
    dependencies = [("publishing", "0002_readers_and_guards")]

    operations = [migrations.RunSQL(FIRST, migrations.RunSQL.noop)]
