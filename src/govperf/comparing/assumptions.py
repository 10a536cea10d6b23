"""What would be if (假设测算): an evaluation with some of its fields changed, the old one as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

import attrs

from govperf.errors import DataError, InputError
from govperf.model import Evaluation
from govperf.model.fields import expect

__all__ = ["a_mapping", "at_path", "what_if"]

Steps = Sequence[tuple[str, int | None]]
"""The fields on the way to an object, with the index where a field holds several."""

_STEP: Final = re.compile(r"\.([a-z_]+)(?:\[([0-9]{1,9})\])?", re.ASCII)
_PATH: Final = re.compile(rf"\$(?:{_STEP.pattern})*", re.ASCII)
_NAMED: Final = 3
"""How many names or paths a hint lists."""


def what_if(evaluation: Evaluation, changes: Mapping[str, Mapping[str, object]]) -> Evaluation:
    """The evaluation as it would be with some changes (假设测算), to be evaluated or compared.

    Args:
        evaluation: As it is; it stays so.
        changes: Path or name of an indicator → its new fields, written as in its constructor. A path is
            one that scores and findings say: `$.goals[0].indicators[2]`, `$.budget`; `$` is the evaluation.

    Returns:
        A new evaluation; everything else in it is what it was.

    Raises:
        DataError: Nothing stands at a path, no indicator or several have the name, an object has
            no such field, one object is changed twice, or it stands in what another change replaces.
        InputError: A value is none that the field takes; the error has the path of the field.
        TypeError: The first argument is no evaluation, the second no mapping of mappings, or a value is
            of a type that the field does not take, such as a float.

    Example:
        >>> from govperf.model import Goal, Indicator
        >>> from govperf.scoring import evaluate
        >>> row = Indicator("满意度", target="≥90%", actual="81%", weight=90)
        >>> form = Evaluation("某局", 2023, goals=[Goal("服务", indicators=[row])])
        >>> evaluate(what_if(form, {"满意度": {"actual": "95%"}})).scores[0].points
        Decimal('90.00')
        >>> what_if(form, {"回访率": {"weight": 20}})
        Traceback (most recent call last):
        govperf.errors.DataError: no indicator is called '回访率' (满意度)
    """
    expect(Evaluation, evaluation)
    a_mapping("changes", "paths or names to new fields", changes)
    wanted: dict[str, Mapping[str, object]] = {}
    for key, fields in changes.items():
        path = _path_named(evaluation, key)
        if path in wanted:
            raise DataError("data.twice", key, path=path)
        a_mapping(key, "fields to values, such as {'actual': '98%'}", fields)
        _check(at_path(evaluation, path), path, fields)
        wanted[path] = fields
    _keep_apart(wanted)
    made = evaluation
    for path, fields in wanted.items():
        made = _with(made, path, fields)
    return made


def a_mapping(name: str, content: str, value: object) -> None:
    """An argument that is a mapping (映射).

    Args:
        name: Of the argument, for the error.
        content: What is mapped to what.
        value: What was given.

    Raises:
        TypeError: It is another thing.

    Example:
        >>> a_mapping("changes", "paths to fields", ["$"])
        Traceback (most recent call last):
        TypeError: changes: expected a mapping of paths to fields, not list
    """
    if not isinstance(value, Mapping):
        raise TypeError(f"{name}: expected a mapping of {content}, not {type(value).__name__}")


def _path_named(evaluation: Evaluation, key: object) -> str:
    """The path that a key of the changes is, or that the name in it has."""
    if not isinstance(key, str):
        raise TypeError(f"expected a path or the name of an indicator, not {type(key).__name__}")
    return _written(_steps(key)) if key.startswith("$") else _path_of(evaluation, key)


def _keep_apart(wanted: Mapping[str, Mapping[str, object]]) -> None:
    """What one change replaces, another cannot change: their order would decide."""
    replaced = {f"{path}.{field}" for path, fields in wanted.items() for field in fields}
    for path in wanted:
        steps = _steps(path)
        for count, (name, _) in enumerate(steps):
            whole = f"{_written(steps[:count])}.{name}"
            if whole in replaced:
                raise DataError("data.replaced", whole, path=path)


def at_path(evaluation: Evaluation, path: str) -> Any:
    """The object at a path of an evaluation (按路径取对象).

    Args:
        evaluation: Where it stands.
        path: Such as `$.goals[0].indicators[2]`.

    Returns:
        The object.

    Raises:
        DataError: Nothing stands there.

    Example:
        >>> at_path(Evaluation("某局", 2023), "$.department").name
        '某局'
    """
    return _found(evaluation, path, _steps(path))


def _path_of(evaluation: Evaluation, name: str) -> str:
    """The path of the one indicator that has a name."""
    every = list(evaluation.indicators())
    paths = [path for path, indicator in every if indicator.name == name]
    if not paths:
        hint = _meant(evaluation, name) or _some([indicator.name for _, indicator in every])
        raise DataError("data.name-unknown", name, hint=hint)
    if len(paths) > 1:
        raise DataError("data.name-several", name, hint=_some(paths), details={"count": len(paths)})
    return paths[0]


def _meant(evaluation: Evaluation, name: str) -> str:
    """The path that lacks nothing but its beginning, if something stands there; else nothing."""
    path = f"$.{name}"
    try:
        at_path(evaluation, path)
    except DataError:
        return ""
    return path


def _some(words: Sequence[str]) -> str:
    """A few of several words, for a hint."""
    return ", ".join([*words[:_NAMED], *(["…"] if len(words) > _NAMED else [])])


def _steps(path: str) -> Steps:
    if not _PATH.fullmatch(path):
        raise DataError("data.path", path, hint="$.goals[0].indicators[0], $.budget, $")
    return tuple((name, int(index) if index else None) for name, index in _STEP.findall(path))


def _written(steps: Steps) -> str:
    """The path as scores say it: the index [00] is [0]."""
    return "$" + "".join(f".{name}" if index is None else f".{name}[{index}]" for name, index in steps)


def _found(evaluation: Evaluation, path: str, steps: Steps) -> Any:
    """The object at the end of the steps; a text or a number on the way is none."""
    node: Any = evaluation
    for name, index in steps:
        held = getattr(node, name) if name in _fields(node) else None
        node = held if index is None else _member(held, index)
        if not _fields(node):
            hint = _some([where for where, _ in evaluation.indicators()])
            raise DataError("data.path", path, hint=hint)
    return node


def _member(held: object, index: int) -> Any:
    members = cast("tuple[object, ...]", held) if isinstance(held, tuple) else ()
    return members[index] if index < len(members) else None


def _fields(node: object) -> list[str]:
    """The names of the fields that a call may give; a text or a number has none."""
    kind = type(node)
    return [field.name for field in attrs.fields(kind) if field.init] if attrs.has(kind) else []


def _check(node: Any, path: str, fields: Mapping[str, object]) -> None:
    known = _fields(node)
    for name in fields:
        if name not in known:
            raise DataError("data.key", name, path=path, details={"known": ", ".join(known)})


def _with(evaluation: Evaluation, path: str, fields: Mapping[str, object]) -> Evaluation:
    """The evaluation with new fields at a path; an error says at which."""
    only = next(iter(fields)) if len(fields) == 1 else ""
    try:
        made: Evaluation = _evolved(evaluation, _steps(path), fields)
    except InputError as error:
        raise error.at(".".join(filter(None, [path, error.path or only]))) from None
    except TypeError as error:
        raise TypeError(f"{'.'.join(filter(None, [path, only]))}: {error}") from error
    return made


def _evolved(node: Any, steps: Steps, fields: Mapping[str, object]) -> Any:
    """A copy of an object with new fields in it, or in an object below it."""
    if not steps:
        return attrs.evolve(node, **fields)
    (name, index), rest = steps[0], steps[1:]
    held = getattr(node, name)
    if index is None:
        return attrs.evolve(node, **{name: _evolved(held, rest, fields)})
    below = _evolved(held[index], rest, fields)
    return attrs.evolve(node, **{name: (*held[:index], below, *held[index + 1 :])})
