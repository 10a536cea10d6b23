"""Files stay short, and so do functions."""

import ast

FILE = 400
BODY = 40
LONG = 25
DEEP = 3
FEW = 20  # at most one body in so many is longer than LONG


def body_lines(function):
    """The lines of a function from its first statement after the docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def bodies(tree):
    return {
        node.name: body_lines(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_a_docstring_is_no_part_of_a_body():
    source = (
        'def f():\n    """One.\n\n    Two.\n    """\n    x = 1\n\n    return x\ndef g():\n    """None."""\n'
    )
    assert bodies(ast.parse(source)) == {"f": 3, "g": 0}


def test_file_is_short(module):
    assert len(module.text.splitlines()) <= FILE


def test_file_is_where_its_examples_are_run(module):
    """`conftest.py` looks for examples in files up to so many levels deep: once it missed a level."""
    assert len(module.path.parts) <= DEEP


def test_bodies_are_short(module):
    assert {name: lines for name, lines in bodies(module.tree).items() if lines > BODY} == {}


def test_few_bodies_are_long(modules):
    every = [
        (module.path.as_posix(), name, lines)
        for module in modules
        for name, lines in bodies(module.tree).items()
    ]
    long = [entry for entry in every if entry[-1] > LONG]
    assert len(long) * FEW <= len(every), long
