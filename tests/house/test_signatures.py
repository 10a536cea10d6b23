"""What is public has its types: no `Any` and no bare `dict` in what is taken, given and held."""

import ast
import collections
import importlib
import inspect
import types
import typing
from collections import abc
from functools import cached_property, partial

import attrs
import pytest

import govperf

LOOSE = {
    "install → return",  # the application registry, which pint gives no type
    "Quantity.to_pint → return",  # what pint's own types say is hardly more, and passes no checker
}
"""What must stay as it is, and why."""

BARE = {
    *(dict, list, tuple, set, frozenset, type, collections.Counter),
    *(abc.Mapping, abc.Iterable, abc.Iterator, abc.Sequence, abc.Callable),
}
SPOKEN = {"__init__", "__call__", "__iter__", "__getitem__", "__add__", "__mul__", "__truediv__"}
"""Methods of Python that users call without their names."""


@pytest.fixture(scope="module")
def names(root):
    """Every name of the source, also those that only type checkers import: annotations speak of them."""
    found = {}
    for path in sorted((root / "src" / "govperf").rglob("*.py")):
        parts = path.relative_to(root / "src").with_suffix("").parts
        if parts[-1] == "__main__":
            continue
        module = importlib.import_module(".".join(parts).removesuffix(".__init__"))
        found |= {name: value for name, value in vars(module).items() if name not in found}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
                body = [line for line in node.body if not _is_ours(line)]
                code = compile(ast.Module(body, []), str(path), "exec")
                exec(code, found)  # noqa: S102 - our own source
    return found


def _is_ours(line):
    return isinstance(line, ast.ImportFrom) and line.module.startswith("govperf")


def loose(kind):
    """What in a type says nothing."""
    if kind is typing.Any or kind in (typing.Callable, *BARE):
        yield str(kind)
    if isinstance(kind, str | typing.ForwardRef):  # a type that speaks of itself
        return
    if isinstance(kind, list):
        for inner in kind:
            yield from loose(inner)
    if typing.get_origin(kind) is not typing.Literal:
        for inner in typing.get_args(kind):
            yield from loose(inner)


def parts(name, value):
    """A public name and what of it is annotated: a function, or a class with its methods."""
    if inspect.isclass(value):
        yield name, value
        for member, given in vars(value).items():
            if not member.startswith("_") or member in SPOKEN:
                yield f"{name}.{member}", _function(given)
    else:
        yield name, _function(value)
        for form in typing.get_overloads(_function(value)) if callable(value) else ():
            yield name, form


def _function(value):
    match value:
        case property(fget=function) | cached_property(func=function):
            return function
        case staticmethod() | classmethod():
            return value.__func__
        case partial():
            return value.func
    return inspect.unwrap(value) if callable(value) else value


def faults(name, value, names):
    """The arguments, results and fields of a public name whose types say nothing, or are missing."""
    for part, given in parts(name, value):
        if inspect.isfunction(given) or inspect.isclass(given):
            hints = _hints(given, names)
            yield from (f"{part} → {held}" for held, kind in hints.items() if [*loose(kind)])
        if inspect.isfunction(given) and part.rpartition(".")[2] != "__init__":
            missing = {*inspect.signature(given).parameters, "return"} - hints.keys() - {"self", "cls", "_"}
            yield from (f"{part} → {argument} has no type" for argument in sorted(missing))


def _hints(given, names):
    own = vars(importlib.import_module(given.__module__))
    hints = typing.get_type_hints(given, None, {**names, **own})
    return {held: kind for held, kind in hints.items() if not held.startswith("_")}


@attrs.frozen
class _Row:
    held: dict
    made: tuple[int, ...] = attrs.field(default=(), converter=tuple)

    def total(self, of: list[typing.Any]) -> int:
        return len(of)

    @property
    def first(self) -> abc.Callable[[typing.Any], str]:
        return str


def _made(mapping: abc.Mapping[str, object], *more: typing.Literal["dict"], kind) -> typing.Any:
    return mapping, more, kind


def test_the_check_sees():
    assert set(faults("Row", _Row, {})) == {
        "Row → held",
        "Row.__init__ → held",
        "Row.first → return",
        "Row.total → of",
    }
    assert set(faults("made", _made, {})) == {"made → return", "made → kind has no type"}
    assert list(faults("total", lambda: 1, {})) == ["total → return has no type"]
    assert list(faults("Json", dict[str, int | list[str]], {})) == []


def public(room):
    exported = importlib.import_module(room)
    return {name: getattr(exported, name) for name in exported.__all__}


def test_public_names_have_types(names):
    found = {fault for name, value in public("govperf").items() for fault in faults(name, value, names)}
    assert found - LOOSE == set()
    assert found & LOOSE == {"Quantity.to_pint → return"}


def test_exported_names_have_types(room, names):
    found = {
        fault for name, value in public(f"govperf.{room}").items() for fault in faults(name, value, names)
    }
    assert found - LOOSE == set()


def test_aliases_are_seen():
    assert isinstance(govperf.codec.JsonValue, types.UnionType)
    assert list(loose(govperf.codec.JsonValue)) == []
