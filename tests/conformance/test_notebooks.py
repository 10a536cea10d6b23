"""The notebooks run cell by cell, and what a cell ends with shows itself."""

import ast
import re

import pytest

FOLDER = "examples/notebooks"
NAMES = ["one_form", "many_forms"]
OWN = ("_repr_html_", "_repr_mimebundle_")
PLAIN = (dict, int, str)
"""What a notebook shows as text."""


def cells(text):
    """The code cells of a script in the percent format."""
    parts = re.split(r"(?m)^# %%(.*)$", text)
    return [code for kind, code in zip(parts[1::2], parts[2::2], strict=True) if "markdown" not in kind]


def run(code, names):
    """Run a cell as a notebook does; the value of its last line, if that is an expression."""
    body = ast.parse(code).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), names)  # noqa: S102 - that is what running it means
    if last is None:
        return None
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307 - the same


def test_every_notebook_is_listed(request):
    folder = request.config.rootpath / FOLDER
    assert sorted(path.stem for path in folder.glob("*.py")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_cell_shows_what_it_ends_with(name, request):
    path = request.config.rootpath / FOLDER / f"{name}.py"
    names = {"__file__": str(path)}
    values = [run(code, names) for code in cells(path.read_text(encoding="utf-8"))]
    shown = [value for value in values if value is not None and not isinstance(value, PLAIN)]
    assert len(shown) > 5
    for value in shown:
        method = next(getattr(value, each) for each in OWN if hasattr(value, each))
        page = method()
        page = page if isinstance(page, str) else page["text/html"]
        assert page.lstrip().startswith("<")
        assert "</" in page
