"""What is public stays: names, codes, rule books and commands that once were there are still there.

`python tests/house/test_kept_names.py` adds to the lists of `kept` what is new. It takes nothing away: who
gives up a name deletes its line by hand, after docs/compatibility.md.
"""

import enum
import importlib
import inspect
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest

from govperf.cli.commands import program
from govperf.messages import MESSAGES
from govperf.standards import BUILT_IN, TAXONOMIES, standard, taxonomy
from govperf.standards.common import COMMON, common_indicators

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "kept"
RESULTS = {"finding", "undefined", "note", "step", "trace"}
"""The families of codes that results carry; those of errors are on the page of errors."""


def rooms() -> list[str]:
    """The package and its public rooms."""
    return ["govperf", *runpy.run_path(str(ROOT / "docs" / "lists" / "glossary.py"))["rooms"]()]


def names() -> Iterator[str]:
    """Every public name, and below each class and function what belongs to it."""
    for room in rooms():
        module = importlib.import_module(room)
        for name in module.__all__:
            value = getattr(module, name)
            yield f"{room}.{name}"
            if room != "govperf" and inspect.isclass(value):
                yield from members(value, f"{room}.{name}")
            if room != "govperf" and inspect.isroutine(value):
                yield from parameters(value, f"{room}.{name}")


def members(cls: type, name: str) -> Iterator[str]:
    """The attributes and methods that are ours, and what the class is called with."""
    ours = {key for one in cls.__mro__ if one.__module__.startswith("govperf") for key in vars(one)}
    for key in sorted(key for key in ours if not key.startswith("_")):
        yield f"{name}.{key}"
        value = inspect.getattr_static(cls, key)
        method = value.__func__ if isinstance(value, classmethod | staticmethod) else value
        if inspect.isfunction(method):
            yield from parameters(method, f"{name}.{key}")
    if {"__init__", "__new__"} & ours and not issubclass(cls, enum.Enum):
        yield from parameters(cls, name)


def parameters(value: object, name: str) -> Iterator[str]:
    """What a function is called with."""
    for one in inspect.signature(value).parameters.values():
        several = one.kind in {one.VAR_POSITIONAL, one.VAR_KEYWORD}
        if not (several or one.name in {"self", "cls"} or one.name.startswith("_")):
            yield f"{name}({one.name})"


def codes() -> Iterator[str]:
    """Every code that an error or a result carries."""
    errors = runpy.run_path(str(ROOT / "docs" / "lists" / "errors.py"))["classes"]()
    yield from {code for several in errors.values() for code in several}
    yield from (code for code in MESSAGES if code.partition(".")[0] in RESULTS)


def books() -> Iterator[str]:
    """Rule books with their fingerprints; taxonomies and frameworks with their codes."""
    yield from (f"{name} {standard(name).fingerprint}" for name in BUILT_IN)
    yield from (f"taxonomy {name} {one.code}" for name in TAXONOMIES for one in taxonomy(name).categories)
    yield from (f"common {frame} {one.code}" for frame in COMMON for one in common_indicators(frame))


def commands() -> Iterator[str]:
    """Every command of the command line, with its options."""
    for name, command in program("en").commands.items():
        yield name
        for param in command.params:
            for spelling in (*param.opts, *param.secondary_opts):
                if spelling.startswith("-"):
                    yield f"{name} {spelling}"


LISTS = {"names": names, "codes": codes, "books": books, "commands": commands}


def kept(name: str) -> set[str]:
    """The lines of a list, empty before it is first written."""
    path = KEPT / f"{name}.txt"
    return set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()


@pytest.mark.parametrize("name", LISTS)
def test_nothing_public_is_lost(name):
    """A major change: docs/compatibility.md says how a name, a code or a fingerprint goes."""
    assert kept(name) - set(LISTS[name]()) == set()


@pytest.mark.parametrize("name", LISTS)
def test_everything_public_is_kept(name):
    """Else: python tests/house/test_kept_names.py."""
    assert set(LISTS[name]()) - kept(name) == set()


class TestCheck:
    def test_of_a_class(self):
        class Sample:
            """Sample."""

            size = 1

            def __init__(self, width):
                self.width = width

            def turned(self, *, angle, _hidden=0):
                return angle

            def _own(self):
                return 0

        Sample.__module__ = "govperf.sample"
        assert list(members(Sample, "S")) == ["S.size", "S.turned", "S.turned(angle)", "S(width)"]

    def test_of_choices(self):
        Colour = enum.Enum("Colour", ["RED"], module="govperf.sample")  # noqa: N806 - a class
        assert list(members(Colour, "C")) == ["C.RED"]

    def test_of_what_is_inherited_from_others(self):
        class SampleError(ValueError):
            line = 0

        SampleError.__module__ = "govperf.sample"
        assert list(members(SampleError, "S")) == ["S.line"]

    def test_of_what_takes_anything(self):
        def called(value, *others, key, **more):
            return value, others, key, more

        assert list(parameters(called, "f")) == ["f(value)", "f(key)"]


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    for listed, found in LISTS.items():
        text = "\n".join(sorted(kept(listed) | set(found()))) + "\n"
        (KEPT / f"{listed}.txt").write_text(text, encoding="utf-8")
