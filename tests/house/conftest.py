"""The source as the house tests see it."""

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "govperf"


class Module(NamedTuple):
    path: Path
    text: str
    tree: ast.Module

    def __repr__(self) -> str:
        return self.path.as_posix()

    @property
    def room(self) -> str:
        """The first name below govperf: `units` for units/unit.py, `errors` for errors.py."""
        return self.path.parts[0].removesuffix(".py")


def _modules() -> list[Module]:
    paths = sorted(SOURCE.rglob("*.py"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return [
        Module(path.relative_to(SOURCE), text, ast.parse(text))
        for path, text in zip(paths, texts, strict=True)
    ]


MODULES = _modules()
ROOMS = sorted({module.room for module in MODULES} - {"__init__", "__main__"})


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "module" in metafunc.fixturenames:
        metafunc.parametrize("module", MODULES, ids=[module.path.as_posix() for module in MODULES])
    if "room" in metafunc.fixturenames:
        metafunc.parametrize("room", ROOMS)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def modules() -> list[Module]:
    return MODULES


@pytest.fixture(scope="session")
def rooms() -> list[str]:
    return ROOMS
