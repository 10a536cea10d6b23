"""Give the readers of numbers texts that nobody thought of.

    python tests/fuzz/fuzz_numerals.py --runs 1_000_000 --seed 1

Each text is one of the corpus or of a grammar, changed by chance; the seed says which. What breaks a rule, is
too slow, or lets another error escape than one of the input, is printed as a line for the corpus.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from random import Random
from time import perf_counter
from traceback import format_exception_only
from typing import NamedTuple

from checks import check
from mutation import mutated

CORPUS = Path(__file__).with_name("corpus_numerals.txt")
CHUNK = 20_000
SLOW = 0.050
"""Seconds for each begun kilobyte of a text, all readers together."""
SHOWN = 20


class Chunk(NamedTuple):
    outcomes: Counter[str]
    faults: list[tuple[str, str]]
    slowest: tuple[float, str]


def corpus() -> list[str]:
    """The texts, one for each line; in quotes where characters are not to be seen."""
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    return [
        json.loads(line) if line.startswith('"') else line
        for line in lines
        if line and not line.startswith("# ")
    ]


def allowed(text: str) -> float:
    return SLOW * (1 + len(text.encode(errors="surrogatepass")) // 1024)


def tried(text: str, at: int) -> tuple[str, str, float]:
    """What became of a text, what is wrong with it, and the seconds that it took."""
    start = perf_counter()
    try:
        became, wrong = check(text, at), ""
    except Exception as error:  # noqa: BLE001 - whatever escapes is what is looked for
        became, wrong = "broken", "".join(format_exception_only(error)).strip()
    return became, wrong, perf_counter() - start


def run(seed: str, runs: int, texts: list[str]) -> Chunk:
    random = Random(seed)
    outcomes: Counter[str] = Counter()
    faults: list[tuple[str, str]] = []
    slowest = (0.0, "")
    for _ in range(runs):
        text = mutated(random, texts)
        at = random.randint(0, len(text))
        became, wrong, seconds = tried(text, at)
        if seconds > slowest[0]:  # the machine may have been elsewhere
            seconds = min(seconds, *(tried(text, at)[2] for _ in range(3)))
        outcomes[became] += 1
        slowest = max(slowest, (seconds, text))
        if wrong or seconds > allowed(text):
            faults.append((text, wrong or f"{seconds * 1000:.0f} ms"))
    return Chunk(outcomes, faults, slowest)


def run_chunk(job: tuple[str, int]) -> Chunk:
    return run(*job, corpus())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    given = parser.parse_args()

    jobs = [
        (f"{given.seed}:{start}", min(CHUNK, given.runs - start)) for start in range(0, given.runs, CHUNK)
    ]
    start = perf_counter()
    outcomes: Counter[str] = Counter()
    faults = [(text, wrong) for text in corpus() for _, wrong, _ in [tried(text, 0)] if wrong]
    slowest = (0.0, "")
    with Pool(given.processes) as pool:
        for chunk in pool.imap(run_chunk, jobs):
            outcomes += chunk.outcomes
            faults += chunk.faults
            slowest = max(slowest, chunk.slowest)
    seconds = perf_counter() - start

    print(f"{outcomes.total()} texts in {seconds:.0f} s, seed {given.seed}")
    for became, count in outcomes.most_common():
        print(f"{count:>12} {became}")
    print(f"slowest: {slowest[0] * 1000:.2f} ms, {json.dumps(slowest[1])}")
    for text, wrong in faults[:SHOWN]:
        print(f"{json.dumps(text)}  # {wrong}")
    if len(faults) > SHOWN:
        print(f"and {len(faults) - SHOWN} more")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
