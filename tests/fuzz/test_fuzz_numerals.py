"""A short run of the fuzzer: it works, and finds nothing in some thousand texts."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).with_name("fuzz_numerals.py")


def fuzzed(*arguments):
    command = [sys.executable, str(RUN), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_short_run_finds_nothing():
    run = fuzzed("--runs", "6_000", "--seed", "1", "--processes", "1")
    assert run.returncode == 0, run.stdout + run.stderr
    outcomes = dict(reversed(line.split()) for line in re.findall(r"(?m)^ +\d+ \S+$", run.stdout))
    assert sum(map(int, outcomes.values())) == 6_000
    assert {"exact", "about", "at_least", "at_most", "between"} < outcomes.keys()
    assert {"numeral.ambiguous", "numeral.trailing", "numeral.contradiction", "limit.chars"} < outcomes.keys()


@pytest.mark.parametrize("seed", ["2", "other"])
def test_a_seed_says_all(seed):
    runs = [fuzzed("--runs", "300", "--seed", seed, "--processes", "1").stdout for _ in range(2)]
    first, second = (re.sub(r" in \d+ s|slowest: .*", "", run) for run in runs)
    assert first == second
