"""docs/command-line.md: every command and option stands there, and what it shows is what happens."""

import io
import re
import shlex
import sys
from doctest import ELLIPSIS, OutputChecker
from importlib.resources import files
from pathlib import Path

import click
import pytest

from govperf import cli
from govperf.cli.commands import ROWS, program

PAGE = (Path(__file__).parents[3] / "docs" / "command-line.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", PAGE, re.MULTILINE))
BLOCKS = re.findall(r"^```console\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
SHOWN = [
    shown for block in BLOCKS for shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]
COMMON = {"--lang", "--json", "-h", "--help"}


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    """Run a line as a shell does: words, < FILE and ; echo $?."""
    (tmp_path / "form.json").write_bytes((files("govperf") / "data" / "hainan-school-2023.json").read_bytes())
    (tmp_path / "cells.txt").write_text("3.5万元\n12人\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(line):
        line, echo, _ = line.partition("; echo $?")
        line, _, given = line.partition(" < ")
        if given:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(given).read_bytes())))
        first, *arguments = shlex.split(line)
        assert first == "govperf"
        code = cli.main(arguments)
        return "".join(capsys.readouterr()) + (f"{code}\n" if echo else "")

    return run


@pytest.mark.parametrize(("line", "expected"), SHOWN, ids=[line for line, _ in SHOWN])
def test_what_is_shown_happens(shell, line, expected):
    printed = shell(line)
    assert OutputChecker().check_output(expected, printed, ELLIPSIS), printed


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_command_is_described_with_its_options(row):
    section = SECTIONS[f"govperf {row.name}"]
    command = program("en").commands[row.name]
    options = [one for one in command.params if isinstance(one, click.Option)]
    written = {name for one in options for name in one.opts} - COMMON
    assert {name for name in written if f"`{name}" not in section} == set()
    assert set(re.findall(r"`(--[a-z-]+)", section)) <= {name for one in options for name in one.opts}
    assert f"](#govperf-{row.name})" in PAGE


def test_what_all_commands_take_and_give():
    section = SECTIONS["Every command"]
    for said in (
        *COMMON,
        "--version",
        "GOVPERF_LANG",
        "NO_COLOR",
        "FORCE_COLOR",
        "| 0 |",
        "| 130 |",
        "| 141 |",
    ):
        assert said in section


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion_is_offered(monkeypatch, capsys, name):
    assert f"_GOVPERF_COMPLETE={name}_source govperf" in PAGE
    if name == "bash":  # click asks bash for its version first
        monkeypatch.setattr("click.shell_completion.BashComplete._check_version", lambda _: None)
    monkeypatch.setenv("_GOVPERF_COMPLETE", f"{name}_source")
    assert cli.main([]) == 0
    assert "_GOVPERF_COMPLETE" in capsys.readouterr().out


def test_a_shell_that_nobody_knows(monkeypatch):
    monkeypatch.setenv("_GOVPERF_COMPLETE", "odd_source")
    assert cli.main([]) == 1
