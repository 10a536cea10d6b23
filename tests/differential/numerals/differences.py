"""Where other libraries read or write a number differently, and how a disagreement is accounted for.

The table is in differences/*.toml, a file for each library and one version of it. A row has these keys:

* `ways`: which of its ways of reading or styles of writing; the example shows the first of them.
* `kind`: one of KINDS.
* `given`: the text to read, or the number to write.
* `theirs`, `ours`: what comes of it; left out where it is refused.
* `why`: why ours is right, or by which usage both are.

One key says which disagreements it accounts for, among those about something with the given pattern in it:

* `refused`: they refuse it. `accepted`: we do.
* `answered`: both answer, and they answer `as` the function of that name says.
* `written`: their text is ours with each pattern replaced. Several such rows may come together.

And these narrow it: the number is at least `from`, it is less than `below`, it has more digits than `beyond`.
"""

import re
import tomllib
from decimal import ROUND_DOWN, Decimal
from itertools import chain, combinations
from math import isclose
from pathlib import Path
from typing import Any, NamedTuple

import ours

TABLES = [
    tomllib.loads(path.read_text(encoding="utf-8"))
    for path in (
        Path(__file__).with_suffix("") / f"{name}.toml" for name in ("cn2an", "cn2int", "icu", "babel")
    )
]

VERSIONS = {library["rival"]: library["version"] for library in TABLES}
"""The libraries, and the versions of which the table speaks."""

STYLES = {"spoken", "financial", "rmb", "digits", "scaled", "grouped"}
"""The ways to write; all other ways are ways to read."""

KINDS = {
    "wrong": "another number, or a text that the rules forbid",
    "lenient": "read, although it is no number or has two readings",
    "refused": "not read, or not written",
    "usage": "right by another usage",
}

AS = {
    "anything": lambda _given, _theirs, _ours: True,
    "absolute": lambda _given, theirs, mine: theirs == abs(mine),
    "whole": lambda _given, theirs, mine: theirs == mine.to_integral_value(ROUND_DOWN),
    "binary": lambda _given, theirs, mine: isclose(theirs, mine, rel_tol=1e-15),
    "half_even": lambda given, theirs, _mine: theirs == ours.write(given, "scaled", "half_even"),
}
"""How they answer: by what was given, by their answer and ours."""

REFUSALS = {"refused": (True, False), "accepted": (False, True), "answered": (False, False)}
"""Whether they refuse, and whether we do."""


class Difference(NamedTuple):
    """One row."""

    rival: str
    ways: list[str]
    kind: str
    given: str
    why: str
    theirs: str | None
    ours: str | None
    rule: dict[str, Any]
    """The other keys."""

    @property
    def name(self):
        return f"{self.rival} {self.ways[0]} {self.given}"

    @property
    def writes(self):
        return self.ways[0] in STYLES

    def explains(self, given, theirs, mine):
        """Whether it accounts for a disagreement; a text or a number is given, and None is a refusal."""
        asked = next((key for key in REFUSALS if key in self.rule), None)
        if asked is None or REFUSALS[asked] != (theirs is None, mine is None):
            return False
        printed, size = (given, mine) if isinstance(given, str) else (f"{given:f}", given)
        if not re.search(self.rule[asked], printed) or not self._within(size):
            return False
        return asked != "answered" or AS[self.rule["as"]](given, theirs, mine)

    def _within(self, size):
        if size is None:
            return True
        digits = len(size.normalize().as_tuple().digits)
        low, high = self.rule.get("from", 0), self.rule.get("below", Decimal("inf"))
        return low <= abs(size) < high and digits > self.rule.get("beyond", 0)

    def turned(self, text):
        """Our text as they write it."""
        for pattern, replacement in self.rule["written"]:
            text = re.sub(pattern, replacement, text)
        return text


def table():
    """Every row, in the order of the files."""
    return [_row(library["rival"], row) for library in TABLES for row in library["difference"]]


def _row(rival, row):
    own = {key: row.get(key) for key in Difference._fields if key not in {"rival", "rule"}}
    return Difference(rival, **own, rule={key: row[key] for key in row.keys() - own.keys()})


def explanation(rows, given, theirs, mine):
    """The fewest rows that account for a disagreement; none if there are none."""
    alone = next((row for row in rows if row.explains(given, theirs, mine)), None)
    if alone or None in (theirs, mine):
        return [alone] if alone else []
    turning = [row for row in rows if "written" in row.rule]
    sets = chain.from_iterable(combinations(turning, size) for size in range(1, len(turning) + 1))
    return next(([*some] for some in sets if _turned(some, mine) == theirs), [])


def _turned(rows, text):
    for row in rows:
        text = row.turned(text)
    return text
