"""A room imports from the floors below it; the floors stand in pyproject.toml, for import-linter too."""

import ast
import tomllib

import pytest

FLOORS = [{"cli"}, {"model", "reviewing"}, {"errors"}]


def imports(tree):
    """The rooms that a module imports, `govperf` for the package's own public names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from _from(node)
        elif isinstance(node, ast.Import):
            yield from (_room(alias.name) for alias in node.names)


def _from(node):
    if node.level:
        yield "a relative import"
    elif node.module == "govperf":
        yield from (alias.name if alias.name.islower() else "govperf" for alias in node.names)
    else:
        yield _room(node.module)


def _room(name):
    package, _, rest = name.partition(".")
    if package != "govperf":
        return ""
    return rest.partition(".")[0] or "govperf"


def faults(tree, room, floors):
    """What a module of a room imports and should not."""
    if room in {"__init__", "__main__"}:
        return set()
    height = next(index for index, floor in enumerate(floors) if room in floor)
    allowed = {"", room}.union(*floors[height + 1 :], {"govperf"} if height == 0 else ())
    return set(imports(tree)) - allowed


@pytest.fixture(scope="module")
def floors(root):
    with (root / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    return [set(layer.split(" | ")) for layer in layers]


@pytest.mark.parametrize(
    ("importer", "source", "found"),
    [
        ("model", "from govperf.errors import InputError", set()),
        ("model", "from govperf import errors", set()),
        ("model", "from govperf.model.budget import Budget\nimport pint", set()),
        ("cli", "import govperf", set()),
        ("errors", "from govperf.model import Budget", {"model"}),
        ("errors", "import govperf.model.budget", {"model"}),
        ("model", "def f():\n    from govperf.reviewing import review", {"reviewing"}),
        ("model", "from govperf import Quantity", {"govperf"}),
        ("model", "from .budget import Budget", {"a relative import"}),
    ],
)
def test_the_check_sees(importer, source, found):
    assert faults(ast.parse(source), importer, FLOORS) == found


def test_every_room_has_its_floor(rooms, floors):
    assert sorted(set().union(*floors)) == rooms


def test_room_imports_from_below(module, floors):
    assert faults(module.tree, module.room, floors) == set()
