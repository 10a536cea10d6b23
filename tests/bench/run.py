"""Run every benchmark and print a table: python tests/bench/run.py [ROUNDS]."""

import platform
import sys
from importlib import import_module
from pathlib import Path

from harness import Entry, figure, pin

ROUNDS = 15


def entries() -> list[Entry]:
    names = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    return [entry for name in names for entry in import_module(name).ENTRIES]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    system = f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}"
    print(f"{system}, {pin()}, median of {rounds} rounds, milliseconds for one call\n")
    print("| what | measured | beside it | above it | times as fast | bar |")
    print("| --- | ---: | ---: | ---: | ---: | --- |")
    for entry in entries():
        found = figure(entry, rounds)
        times = f"{found.measured:.4g} | {found.beside:.4g} | {found.above:.4g} | {found.faster:.3g}"
        missed = "" if found.reaches(entry) else " (missed)"
        print(f"| {entry.name} | {times} | {entry.bar}{missed} |", flush=True)


if __name__ == "__main__":
    main()
