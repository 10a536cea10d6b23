"""`st.from_type` knows our classes, whenever they are loaded, and everybody else's as before."""

import inspect
import subprocess
import sys
from collections.abc import Hashable, Sequence, Sized
from enum import Enum
from importlib.machinery import ModuleSpec
from types import ModuleType

import attrs
import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import govperf as gp
from govperf.testing import registering
from govperf.testing.registering import STRATEGIES, register

CLASSES = [
    kind
    for name in gp.__all__
    if inspect.isclass(kind := getattr(gp, name)) and not issubclass(kind, (Enum, Exception))
]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_public_class_has_a_strategy(reach, kind):
    room = kind.__module__.split(".")[1]
    assert kind.__name__ in STRATEGIES[f"govperf.{room}"]
    assert isinstance(reach(st.from_type(kind), lambda _: True), kind)


def test_no_strategy_is_left_over():
    assert sorted(name for room in STRATEGIES.values() for name in room) == sorted(
        kind.__name__ for kind in CLASSES
    )


@attrs.frozen
class Plan:
    amount: gp.Quantity
    rows: list[gp.Indicator]
    grade: gp.Grade | None


@settings(max_examples=20)
@given(st.builds(Plan))
def test_a_class_of_ones_own_is_built_of_them(plan):
    assert isinstance(plan.amount, gp.Quantity)
    assert all(isinstance(row, gp.Indicator) for row in plan.rows)


@pytest.mark.parametrize("kind", [Hashable, Sequence, Sized, object])
def test_what_others_ask_for_stays_what_it_was(kind):
    @given(st.from_type(kind))
    def holds(value):
        assert not type(value).__module__.startswith("govperf")

    holds()


SCRIPTS = {
    "Hypothesis first": "from hypothesis import find, strategies as st\nimport govperf as gp",
    "govperf first": "import govperf as gp\nfrom hypothesis import find, strategies as st",
    "the class first": "import govperf as gp\ngp.Quantity\nfrom hypothesis import find, strategies as st",
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_the_order_of_imports_does_not_matter(script):
    code = f"{script}\nfind(st.from_type(gp.Quantity), lambda amount: amount.unit.is_money)"
    run = subprocess.run(  # noqa: S603 - what is registered is seen in a fresh process
        [sys.executable, "-W", "error", "-c", code], capture_output=True, check=False, text=True
    )
    assert (run.returncode, run.stderr) == (0, "")


@pytest.fixture
def finder(monkeypatch):
    """The finder alone, in a house with one room that has one class."""
    monkeypatch.setattr(registering, "STRATEGIES", {"some.room": {"Thing": "quantities"}})
    monkeypatch.setattr(sys, "meta_path", [])
    register()
    return sys.meta_path[0]


class Thing:
    pass


class Shared:
    """A loader of several modules, which finds them too."""

    def find_spec(self, name, _path, _target):
        return ModuleSpec(name, self)

    def exec_module(self, module):
        module.Thing = Thing


def test_it_stands_in_line_once(finder):
    register()
    assert sys.meta_path == [finder]


def test_a_room_that_is_loaded_already_is_registered_at_once(monkeypatch):
    class Early:
        pass

    room = ModuleType("some.room")
    room.Early = Early
    monkeypatch.setattr(registering, "STRATEGIES", {"some.room": {"Early": "quantities"}})
    monkeypatch.setitem(sys.modules, "some.room", room)
    register()
    assert isinstance(find(st.from_type(Early), lambda _: True), gp.Quantity)


def test_it_finds_nothing_of_its_own(finder):
    assert finder.find_spec("some.other") is None
    assert finder.find_spec("some.room") is None


def test_a_room_without_a_loader_is_left_alone(finder, monkeypatch):
    space = ModuleSpec("some.room", None)
    sys.meta_path.append(Shared())
    monkeypatch.setattr(Shared, "find_spec", lambda *_: space)
    assert finder.find_spec("some.room") is space


def test_a_class_is_registered_when_its_room_has_run(finder):
    sys.meta_path.append(Shared())
    loader = finder.find_spec("some.room").loader
    loader.exec_module(ModuleType("some.other"))
    with pytest.raises(AssertionError):
        assert isinstance(find(st.from_type(Thing), lambda _: True), gp.Quantity)
    loader.exec_module(ModuleType("some.room"))
    assert isinstance(find(st.from_type(Thing), lambda _: True), gp.Quantity)
