"""What the tests of the command line share: a run of the command, a file, standard input."""

import io
import sys
from importlib.resources import files

import pytest

from govperf import cli

SCHOOL = (files("govperf") / "data" / "hainan-school-2023.json").read_bytes()


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    """Neither a language nor colours are asked for, and the terminal has 80 columns."""
    for name in ("GOVPERF_LANG", "NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def govperf(capsys):
    """Run the command; its exit code and what it printed."""

    def run(*arguments):
        return (cli.main(list(arguments)), *capsys.readouterr())

    return run


@pytest.fixture
def school(tmp_path):
    path = tmp_path / "school.json"
    path.write_bytes(SCHOOL)
    return str(path)


@pytest.fixture
def stdin(monkeypatch):
    """Put bytes on standard input."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
