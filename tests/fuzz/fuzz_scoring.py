"""Score forms that nobody thought of, twice: by govperf, and by the naive engine in whole fractions.

    python tests/fuzz/fuzz_scoring.py --runs 1_000_000 --seed 1 --processes 3

Each form has two to six indicators and one of the rule books that govperf carries or of those of
`tests/differential/scoring`; the seed says all. What differs in points, bounds, total or grade is printed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from fractions import Fraction
from multiprocessing import Pool
from pathlib import Path
from random import Random
from time import perf_counter
from traceback import format_exception_only
from typing import Any, NamedTuple

ENGINE = Path(__file__).parents[1] / "differential" / "scoring"
sys.path.insert(0, str(ENGINE))

from agreement import NAMES, book_of, disagreement  # noqa: E402 - the naive engine is a neighbour
from drawn_sheets import sheet  # noqa: E402

CHUNK = 2_000
SHOWN = 10


class Chunk(NamedTuple):
    figures: Counter[str]
    faults: list[str]


def counted(name: str, found: Any) -> Counter[str]:
    """What kinds of scores a form had."""
    results = [found.execution, *found.scores]
    points = [one for one in results if one.points is not None]
    return Counter(
        {
            "forms": 1,
            f"forms of {name}": 1,
            "totals": found.total is not None,
            "totals that stay open, with bounds": found.total is None and found.bounds is not None,
            "scores": len(results),
            "scores that are points": len(points),
            "scores half between two digits": sum(is_tie(one.exact, name) for one in points),
        }
    )


def is_tie(exact: Fraction, name: str) -> bool:
    return exact * 10 ** book_of(name).digits % 1 == Fraction(1, 2)


def tried(random: Random) -> tuple[Counter[str], str]:
    """What kinds of scores a form had, and what is wrong with it."""
    cells, amounts, drawn = sheet(random)
    name = random.choice(NAMES)
    try:
        differences, _, found = disagreement(name, cells, amounts, drawn)
    except Exception as error:  # noqa: BLE001 - whatever escapes is what is looked for
        wrong = "".join(format_exception_only(error)).strip()
        return Counter({"forms": 1}), f"{name}: {wrong}\n  {cells}\n  {amounts}\n  {drawn}"
    if not differences:
        return counted(name, found), ""
    return counted(name, found), f"{name}: {differences}\n  {cells}\n  {amounts}\n  {drawn}"


def run(job: tuple[str, int]) -> Chunk:
    """Some forms; the first word says which."""
    seed, runs = job
    random = Random(seed)
    figures: Counter[str] = Counter()
    faults: list[str] = []
    for _ in range(runs):
        more, wrong = tried(random)
        figures.update(more)
        if wrong:
            faults.append(wrong)
    return Chunk(figures, faults)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    given = parser.parse_args()

    jobs = [
        (f"{given.seed}:{start}", min(CHUNK, given.runs - start)) for start in range(0, given.runs, CHUNK)
    ]
    start = perf_counter()
    figures: Counter[str] = Counter()
    faults: list[str] = []
    with Pool(given.processes) as pool:
        for chunk in pool.imap(run, jobs):
            figures.update(chunk.figures)
            faults += chunk.faults
    seconds = perf_counter() - start

    print(f"{figures['forms']} forms in {seconds:.0f} s, seed {given.seed}, {len(faults)} differ")
    for kind, count in sorted(figures.items()):
        print(f"{count:>12} {kind}")
    for wrong in faults[:SHOWN]:
        print(wrong)
    if len(faults) > SHOWN:
        print(f"and {len(faults) - SHOWN} more")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
