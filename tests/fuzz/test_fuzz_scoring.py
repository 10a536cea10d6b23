"""A short run of the two engines: the command works, and they agree on some hundred forms."""

import re
import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).with_name("fuzz_scoring.py")


def fuzzed(*arguments):
    command = [sys.executable, str(RUN), "--processes", "1", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_short_run_finds_nothing():
    run = fuzzed("--runs", "300", "--seed", "1")
    assert run.returncode == 0, run.stdout + run.stderr
    figures = {kind: int(count) for count, kind in re.findall(r"(?m)^ +(\d+) (.+)$", run.stdout)}
    assert figures["forms"] == 300
    assert sum(count for kind, count in figures.items() if kind.startswith("forms of")) == 300
    assert 0 < figures["totals"] < 300
    assert 0 < figures["scores half between two digits"] < figures["scores that are points"]


def test_a_seed_says_all():
    first, second = (re.sub(r" in \d+ s", "", fuzzed("--runs", "40", "--seed", "2").stdout) for _ in range(2))
    assert first == second
