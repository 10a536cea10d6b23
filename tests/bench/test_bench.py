"""Every benchmark still runs; what it measures is read by people, never asserted."""

import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).with_name("run.py")


def test_every_entry_runs_once():
    run = subprocess.run([sys.executable, str(RUN), "1"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    rows = [line.strip("| ").split(" | ") for line in run.stdout.splitlines() if line.startswith("| ")]
    _, _, *figures = rows
    names = {name for name, *_ in figures}
    assert {"import govperf", "govperf demo", "import govperf.numerals · bare interpreter"} <= names
    assert {"and convert 亩 to 公顷 · bare interpreter", "make · pint"} <= names
    assert all(float(measured) > 0 < float(beside) for _, measured, beside, *_ in figures)
