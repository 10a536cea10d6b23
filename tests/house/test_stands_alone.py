"""The project reads and names nothing outside its own folder."""

import re
from itertools import chain

import pytest

FILES = ["*.md", "*.py", "*.toml", "LICENSE", ".editorconfig", ".gitignore"]
FOLDERS = [".ci/**/*", "docs/**/*", "examples/**/*", "src/**/*", "tests/**/*"]
BUILT = {"__pycache__", "_build"}

OUTSIDE = {
    "folder beside the project": re.compile(r"\.\./share[d]\b"),
    "path of one machine": re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w"),
    "host of a registry": re.compile(r"\b(?:pypi|pythonhosted|npmjs|debian)\.(?:org|com)\b"),
}


def faults(text):
    """What of the outside a text names."""
    return [name for name, pattern in OUTSIDE.items() if pattern.search(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see ../" + "shared/design.md", ["folder beside the project"]),
        ("cd /" + "home/me/govperf", ["path of one machine"]),
        ("https://pypi." + "org/project/govperf", ["host of a registry"]),
        ("docs/home/index.md and ~/.venv", []),
    ],
)
def test_the_check_sees(text, found):
    assert faults(text) == found


def test_project_stands_alone(root):
    found = chain.from_iterable(root.glob(pattern) for pattern in FILES + FOLDERS)
    paths = [path for path in found if path.is_file() and not BUILT.intersection(path.parts)]
    named = {
        str(path.relative_to(root)): faults(path.read_text(encoding="utf-8", errors="replace"))
        for path in paths
    }
    assert {path: outside for path, outside in named.items() if outside} == {}
