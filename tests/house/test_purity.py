"""What the core never does: binary floats, the caller's decimal context, the world outside."""

import ast
from collections.abc import Callable
from typing import NamedTuple

import pytest

DOORS = {"cli", "codec", "standards"}


class Rule(NamedTuple):
    name: str
    broken: Callable[[ast.AST], bool]
    example: str
    rooms: frozenset[str] = frozenset()  # and modules that may


def _called(node):
    """The last name of what is called: `open` for open(...) and for path.open(...)."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name
    return ""


def _imported(node):
    match node:
        case ast.Import(names=names):
            return {alias.name.partition(".")[0] for alias in names}
        case ast.ImportFrom(module=str(module)):
            return {module.partition(".")[0]}
    return set()


def _makes_a_float(node):
    match node:
        case ast.Call(func=ast.Name(id="float")) | ast.Constant(value=float()):
            return True
    return False


def _runs_data(node):
    match node:
        case ast.Call(func=ast.Name(id="eval" | "exec" | "compile")):  # and not re.compile
            return True
    return False


def _touches_the_context(node):
    name = _called(node)
    return name in {"getcontext", "setcontext"} or (name == "localcontext" and not node.args)


def _catches_all(node):
    if not isinstance(node, ast.ExceptHandler):
        return False
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return any(kind is None or getattr(kind, "id", "") in {"Exception", "BaseException"} for kind in caught)


FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
NETWORK = {"asyncio", "ftplib", "http", "requests", "smtplib", "socket", "ssl", "subprocess", "urllib"}
FOREIGN = frozenset({"standards/discovery.py"})  # runs the code of other packages, which may raise anything
UNSAFE = {"dill", "marshal", "pickle", "shelve", "yaml"}
CHANCE = {"random", "secrets", "time", "uuid"}

RULES = [
    Rule("float call", _makes_a_float, "x = float('1')"),
    Rule("float literal", _makes_a_float, "x = 0.1"),
    Rule("caller's decimal context", _touches_the_context, "decimal.getcontext().prec = 3"),
    Rule("copy of the caller's context", _touches_the_context, "with localcontext() as c: pass"),
    Rule("print", lambda node: _called(node) == "print", "print(1)", frozenset({"cli"})),
    Rule("catch-all", _catches_all, "try: f()\nexcept (OSError, Exception): pass", FOREIGN),
    Rule("bare except", _catches_all, "try: f()\nexcept: pass", FOREIGN),
    Rule("files", lambda node: _called(node) in FILES, "path.read_text()", frozenset(DOORS)),
    Rule("network", lambda node: bool(_imported(node) & NETWORK), "import urllib.request"),
    Rule("clock", lambda node: _called(node) in {"now", "today", "utcnow"}, "date.today()"),
    Rule("code out of data", _runs_data, "eval(text)"),
    Rule("objects out of data", lambda node: bool(_imported(node) & UNSAFE), "import pickle"),
    Rule("chance", lambda node: bool(_imported(node) & CHANCE), "from random import choice"),
]


def lines(tree, rule):
    """The lines that break a rule."""
    return [getattr(node, "lineno", 0) for node in ast.walk(tree) if rule.broken(node)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_check_sees(rule):
    assert lines(ast.parse(rule.example), rule)


@pytest.mark.parametrize(
    "source", ["isinstance(x, float)", "with localcontext(OURS): pass", "sprint(1)", "except_ = Exception"]
)
def test_the_check_lets_be(source):
    tree = ast.parse(source)
    assert not [rule.name for rule in RULES if lines(tree, rule)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_module_is_pure(module, rule):
    if not {module.room, module.path.as_posix()} & rule.rooms:
        assert lines(module.tree, rule) == []
