"""How the tests of rule books ask: with a rule, a text or a book of one's own, and for its faults."""

from importlib.resources import files
from textwrap import dedent

import attrs
import pytest

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.standards import Clause, Provenance, Rule, loads

CLAUSE = Clause(Provenance.CHOICE, "a test")
SAID = 'provenance = "choice"\nsource = "a test"\n'
KNOTS = "knots = [[0, 0], [1, 1]]"
HEAD = """
name = "ours"
title = "办法"
english = "ours"
extends = "MOF-2020-10"
"""
CARRIED = (files("govperf.standards") / "data" / "mof-2020-10.toml").read_text(encoding="utf-8")
TEXT = "\n".join(
    {"name": 'name = "某市"', "aliases": 'aliases = ["某市2020"]'}.get(line.partition(" ")[0], line)
    for line in CARRIED.split("\n")
)
"""A whole book, under names of its own."""


def rule(*knots, operators=(">=",), **fields):
    return Rule("test", operators, knots, CLAUSE, **fields)


def counted(*knots, **fields):
    """By the actual itself, of which knots may stand anywhere."""
    return rule(*knots, measure="actual", unit="%", **fields)


def straight(name="test", operators=(">=",), **fields):
    """In proportion."""
    return Rule(name, operators, [(0, 0), (1, 1)], CLAUSE, **fields)


@attrs.frozen
class Own:
    """A rule that is code."""

    name: str = "own"
    operators: tuple[str, ...] = (">=", ">")
    categories: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    clause: Clause = CLAUSE


def changed(old, new):
    """The whole book with one thing changed."""
    assert TEXT.count(old) >= 1, old
    return TEXT.replace(old, new, 1)


def own_text(table):
    """A book that takes all but one table."""
    return f"{HEAD}\n{table}\n{SAID}"


def rule_text(name, operators, more=""):
    return f"[rules.{name}]\noperators = {operators}\n{KNOTS}\n{more}\n{SAID}"


def own(tables="", extends="MOF-2020-10", name="ours"):
    head = f'name = "{name}"\ntitle = "办法"\nenglish = "a test"\nextends = "{extends}"\n'
    return loads(f"{head}\n{dedent(tables)}")


def claimed(book):
    return {one.name: one.operators for one in book.rules}


def fault(call, *args, **fields):
    with pytest.raises(StandardError) as caught:
        call(*args, **fields)
    return caught.value


def code(call, *args, **fields):
    return fault(call, *args, **fields).code


def faults_in(text):
    """All that is wrong with a text."""
    error = fault(loads, text)
    return list(getattr(error, "exceptions", [error]))


def fault_in(text):
    (only,) = faults_in(text)
    return only


def capped(**caps):
    """The limits, with some of them lower."""
    return type("Caps", (type(LIMITS),), {"__slots__": (), **caps})()
