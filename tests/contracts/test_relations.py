"""A care relation is stored in one place: no feature opens a record on the side."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("akson_project", "journal", "access", "audit", "tenants")
MODEL, TABLE = "CareRelation", "access_carerelation"
# The door in the database, the one by which features make relations, and made-up people.
DOOR = "access/services/relations.py"
MAKES_THEM = {DOOR, "journal/record/services/relations.py"}
DEMO = "akson_project/demo/loading"
WRITES = {
    "save",
    "delete",
    "create",
    "update",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
}
STATEMENT = re.compile(
    rf"(INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO)\s+[^;\s]*{TABLE}\b", re.I
)
SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text()
    for app in APPS
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
}


def _speaks_of(node, names):
    """Tell whether an expression has to do with one of the names."""
    return any(
        getattr(one, "id", getattr(one, "attr", "")) in names for one in ast.walk(node)
    )


def _is_of_relations(annotation):
    return annotation is not None and MODEL in ast.unparse(annotation)


def _functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def giving_relations(sources):
    """Name the functions whose answer is a care relation, or several."""
    return {
        function.name
        for source in sources
        for function in _functions(ast.parse(source))
        if _is_of_relations(function.returns)
    }


def _bound_in(function, givers):
    """Name what holds a relation in a function: arguments, results, rows of a loop."""
    arguments = [*function.args.args, *function.args.kwonlyargs]
    held = {one.arg for one in arguments if _is_of_relations(one.annotation)}
    size = -1
    while size != len(held):
        size = len(held)
        for node in ast.walk(function):
            for target, value in _bindings(node):
                if _speaks_of(value, {MODEL, *givers, *held}):
                    held |= {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}
    return held


def _bindings(node):
    """Give what a statement binds, with what it is bound to."""
    if isinstance(node, ast.Assign):
        yield from ((target, node.value) for target in node.targets)
    elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
        yield node.target, node.value
    elif isinstance(node, ast.For | ast.comprehension):
        yield node.target, node.iter
    elif isinstance(node, ast.withitem) and node.optional_vars is not None:
        yield node.optional_vars, node.context_expr
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "isinstance":
        yield node.args[0], node.args[1]


def writers(source, givers):
    """Name the functions of a module that store a care relation, or make one to store."""
    tree = ast.parse(source)
    found = {"SQL"} if STATEMENT.search(source) else set()
    for function in _functions(tree):
        held = _bound_in(function, givers)
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and (
                getattr(node.func, "id", "") == MODEL
                or (
                    getattr(node.func, "attr", "") in WRITES
                    and _speaks_of(node.func, {MODEL, *held})
                )
            ):
                found.add(function.name)
    return found


GIVERS = giving_relations(SOURCES.values())


@pytest.mark.parametrize("path", [p for p in SOURCES if not p.startswith(DEMO)])
def test_only_the_door_stores_care_relations(path):
    allowed = {"_create"} if path in MAKES_THEM else set()
    if path == DOOR:
        allowed = {"store_relation"}

    assert writers(SOURCES[path], GIVERS) <= allowed


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n  CareRelation.objects.create(basis='grant')",
        "def f():\n  CareRelation.objects.filter(pk=1).update(valid_until=None)",
        "def f():\n  models.CareRelation.objects.bulk_create(rows)",
        "def f():\n  relation = CareRelation(basis='grant')",
        "def f(relation: CareRelation):\n  relation.save()",
        "def f(relation: 'CareRelation | None'):\n  relation.delete()",
        "def f():\n  for one in CareRelation.objects.all():\n    one.save()",
        "def f():\n  found = relations_of(record)\n  last = found[0]\n  last.save()",
        "def f(row):\n  assert isinstance(row, CareRelation)\n  row.save()",
        "def f(row: CareRelation):\n  def store():\n    row.save()\n  return store",
        "SQL = 'UPDATE access_carerelation SET valid_until = now()'",
        "SQL = 'INSERT INTO \"t_x\".access_carerelation VALUES (1)'",
    ],
)
def test_writer_is_found_however_it_is_written(source):
    assert writers(source, {"relations_of"})


def test_reading_one_is_no_writing():
    source = (
        "def f(unit: Unit):\n  CareRelation.objects.filter(unit=unit)\n  unit.save()"
    )

    assert writers(source, set()) == set()


def test_the_door_is_where_it_is_said_to_be():
    assert writers(SOURCES[DOOR], GIVERS) == {"store_relation"}
    assert {"begin", "move", "take", "grant_access"} <= GIVERS
