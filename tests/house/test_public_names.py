"""What is public exists, says in English and Chinese what it is, and shows how to call it."""

import importlib
import inspect
import re

import pytest

import govperf

CHINESE = re.compile("[\u4e00-\u9fff]")


def faults(value):
    """What the docstring of a class or function lacks."""
    function = inspect.isfunction(inspect.unwrap(value))
    if not (function or inspect.isclass(value)):
        return []
    text = inspect.getdoc(value) or ""
    lacks = []
    if not CHINESE.search(text.partition("\n")[0]):
        lacks.append("Chinese term in the first line")
    if function and ">>>" not in text:
        lacks.append("example")
    return lacks


def _bare():
    return 1


def _english():
    """Rate of completion.

    Example:
        >>> 1
        1
    """


class _Chinese:
    """Rate (完成率)."""


@pytest.mark.parametrize(
    ("value", "lacks"),
    [
        (_bare, ["Chinese term in the first line", "example"]),
        (_english, ["Chinese term in the first line"]),
        (_Chinese, []),
        (34, []),
    ],
)
def test_the_check_sees(value, lacks):
    assert faults(value) == lacks


def test_no_name_is_public_twice():
    assert len(set(govperf.__all__)) == len(govperf.__all__)


def test_public_names_are_documented():
    named = {name: faults(getattr(govperf, name)) for name in govperf.__all__}
    assert {name: lacks for name, lacks in named.items() if lacks} == {}


def test_exported_names_are_documented(room):
    exported = importlib.import_module(f"govperf.{room}")
    named = {name: faults(getattr(exported, name)) for name in exported.__all__}
    assert {name: lacks for name, lacks in named.items() if lacks} == {}


def test_no_module_is_named_like_a_public_name(modules):
    """Importing a submodule binds it in its package, where it would hide a function of that name."""
    for module in modules:
        package = importlib.import_module(".".join(["govperf", *module.path.parent.parts]))
        assert module.path.stem not in set(package.__all__) - {"__init__"}
