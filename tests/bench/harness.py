"""Two things timed side by side, in one run: what is measured, and what it is measured against.

A file `bench_*.py` in this folder holds a list `ENTRIES`; `run.py` finds it.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple


class Entry(NamedTuple):
    name: str
    measured: Callable[..., object]
    beside: Callable[..., object]
    times: int = 1
    """How often one timing calls it; more than once for what takes microseconds."""
    fresh: Callable[[], object] | None = None
    """Makes what both sides are given in one turn, off the clock."""
    faster: float | None = None
    """The bar: how many times as fast as what it stands beside."""
    above: float | None = None
    """The bar: how many milliseconds above it, at most."""

    @property
    def bar(self) -> str:
        if self.faster is not None:
            return f"≥ {self.faster:g} × as fast"
        return "" if self.above is None else f"≤ {self.above:g} ms above"


class Figure(NamedTuple):
    """Medians, in milliseconds for one call."""

    measured: float
    beside: float
    above: float
    faster: float
    """How many times as fast as what it stands beside, in the same turn."""

    def reaches(self, entry: Entry) -> bool:
        """Whether the bar of the entry is reached; for people to read, not for a test."""
        return (entry.faster is None or self.faster >= entry.faster) and (
            entry.above is None or self.above <= entry.above
        )


def process(*arguments: str) -> Callable[[], object]:
    """A whole run of Python in a process of its own."""
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def pin() -> str:
    """Stay on one core, and so do the processes started from here, where the system can do that."""
    if not hasattr(os, "sched_setaffinity"):
        return "any core"
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    return "one core"


def figure(entry: Entry, rounds: int) -> Figure:
    """The medians of an entry; its two sides take turns, so that a slow moment strikes both."""
    turns = [_turn(entry) for _ in range(rounds)]
    return Figure(
        median(measured for measured, _ in turns),
        median(beside for _, beside in turns),
        median(measured - beside for measured, beside in turns),
        median(beside / measured for measured, beside in turns),
    )


def _turn(entry: Entry) -> tuple[float, float]:
    given = () if entry.fresh is None else (entry.fresh(),)
    return _timed(entry.measured, given, entry.times), _timed(entry.beside, given, entry.times)


def _timed(call: Callable[..., object], given: tuple[object, ...], times: int) -> float:
    start = perf_counter()
    for _ in range(times):
        call(*given)
    return (perf_counter() - start) * 1000 / times
