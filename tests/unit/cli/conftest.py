"""What the tests of the command line share: a run of the command, a file, standard input."""

import io
import sys
from importlib.resources import files

import pytest

from govperf import cli

SCHOOL = (files("govperf") / "data" / "hainan-school-2023.json").read_bytes()


@pytest.fixture
def govperf(capsys):
    """Run the command; its exit code and what it printed."""

    def run(*arguments):
        try:
            code = cli.main(list(arguments))
        except SystemExit as end:
            code = end.code
        return (code, *capsys.readouterr())

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
