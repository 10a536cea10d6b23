"""Places in a TOML text (错误定位): on which line a path of it stands, which `tomllib` does not say.

The text is one that `tomllib` has taken, so that every bracket closes and every key has a value. It is
gone over once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from itertools import accumulate
from typing import Final

from govperf.errors import StandardError
from govperf.standards.faults import below, listed, together

__all__ = ["located", "on_line", "spans"]

_SEGMENT: Final = re.compile(r'\.[\w-]+|\."(?:[^"\\]|\\.)*"|\[\d+\]')
_GAP: Final = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_WORD: Final = re.compile(r"[\w-]+")
_QUOTED: Final = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"""(?:"{0,2})'  # up to two quotes before the closing three are text
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR: Final = re.compile(r"[^,\]}#\r\n]*")
_SHOWN: Final = 100
_BEFORE: Final = 20

Span = tuple[int, int]


def located(error: StandardError, text: str) -> StandardError:
    """The same faults, each with its line (加上行号), in the order of the text.

    Args:
        error: One fault or several; a path that is not in the text is taken for the deepest table or key of
            it that is.
        text: A TOML document.

    Returns:
        The error to raise.
    """
    faults = listed(error)
    found = spans(text, map(_sought, faults))
    placed: list[tuple[int, StandardError]] = []
    for fault in faults:
        span = next((found[path] for path in reversed(_prefixes(_sought(fault))) if path in found), None)
        placed.append((span[0], on_line(fault, text, span)) if span else (-1, fault))
    return together([fault for _, fault in sorted(placed, key=lambda pair: pair[0])])


def on_line(fault: StandardError, text: str, span: Span) -> StandardError:
    """A fault with the line that a piece of the text begins on (指出所在行).

    Args:
        fault: Without a line.
        text: The whole document.
        span: Start and end of the piece.

    Returns:
        The same, with the line, of which a long one is cut around the piece.
    """
    start = text.rfind("\n", 0, span[0]) + 1
    line = text[start:].partition("\n")[0].rstrip("\r")
    left = max(0, span[0] - start - _BEFORE) if len(line) > _SHOWN else 0
    shown = line[left : left + _SHOWN]
    marked = (span[0] - start - left, min(span[1] - start - left, len(shown)))
    return fault.in_line(text.count("\n", 0, start) + 1, shown, marked)


def _sought(fault: StandardError) -> str:
    """The path of a fault; of a key that is not known, that of the key itself."""
    return below(fault.path, fault.text) if fault.code == "standard.key" else fault.path


def _prefixes(path: str) -> list[str]:
    return list(accumulate(_SEGMENT.findall(path)[:_SHOWN], initial="$"))[1:]


def spans(text: str, paths: Iterable[str]) -> dict[str, Span]:
    r"""Where the values of some paths stand (各路径的位置).

    Args:
        text: A TOML document that `tomllib` takes.
        paths: Such as "$.rules.ours.knots[0]", made by `below`.

    Returns:
        Those that the document has, and what they are in: each with the start and end of its header, of its
        key with the value, or of the value in a list.

    Example:
        >>> spans("name = 1\n[rules.ours]\nof = 10", ["$.rules.ours.of", "$.rules", "$.other"])
        {'$.rules': (9, 21), '$.rules.ours': (9, 21), '$.rules.ours.of': (22, 29)}
    """
    reader = _Reader(text, frozenset(prefix for path in paths for prefix in _prefixes(path)))
    reader.document()
    return reader.found


class _Reader:
    """A walk over a TOML text that keeps in mind where it is in the document."""

    def __init__(self, text: str, wanted: frozenset[str]) -> None:
        self.text = text
        self.wanted = wanted
        self.found: dict[str, Span] = {}
        self._at = 0
        self._sizes: dict[str, int] = {}

    def document(self) -> None:
        path = "$"
        while (char := self._next()) != "":
            if char == "[":
                path = self._header()
            else:
                self._pair(path)

    def _next(self) -> str:
        """The next character that is no blank and no comment, "" at the end."""
        self._take(_GAP)
        return self.text[self._at : self._at + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self._at)
        taken = match.group() if match else ""
        self._at += len(taken)
        return taken

    def _note(self, path: str, start: int) -> None:
        if path in self.wanted and path not in self.found:
            self.found[path] = (start, self._at)

    def _header(self) -> str:
        """[a.b] or [[a.b]]: the path of the table that it opens; of a list, the last one."""
        start = self._at
        brackets = 2 if self.text.startswith("[[", start) else 1
        self._at += brackets
        keys = self._keys()
        self._at += brackets
        path = "$"
        for place, key in enumerate(keys, 1):
            path = below(path, key)
            self._note(path, start)
            if place == len(keys) and brackets > 1:
                self._sizes[path] = self._sizes.get(path, 0) + 1
            if path in self._sizes:
                path = f"{path}[{self._sizes[path] - 1}]"
                self._note(path, start)
        return path

    def _keys(self) -> list[str]:
        keys = [self._key()]
        while self._next() == ".":
            self._at += 1
            keys.append(self._key())
        return keys

    def _key(self) -> str:
        if self._next() in {'"', "'"}:
            return str(tomllib.loads(f"key = {self._take(_QUOTED)}")["key"])
        return self._take(_WORD)

    def _pair(self, path: str) -> None:
        self._next()
        start = self._at
        inner = list(accumulate(self._keys(), below, initial=path))[1:]
        self._at += 1
        self._value(inner[-1])
        for one in inner:
            self._note(one, start)

    def _value(self, path: str) -> None:
        match self._next():
            case "[":
                self._members(path)
            case "{":
                self._pairs(path)
            case '"' | "'":
                self._take(_QUOTED)
            case _:
                taken = self._take(_SCALAR)
                self._at -= len(taken) - len(taken.rstrip())

    def _members(self, path: str) -> None:
        """Of a list that nobody asks for, only where it ends."""
        self._at += 1
        place = 0
        while (char := self._next()) != "]":
            if char == ",":
                self._at += 1
                continue
            start = self._at
            inner = f"{path}[{place}]" if path in self.wanted else ""
            self._value(inner)
            self._note(inner, start)
            place += 1
        self._at += 1

    def _pairs(self, path: str) -> None:
        self._at += 1
        while (char := self._next()) != "}":
            if char == ",":
                self._at += 1
            else:
                self._pair(path)
        self._at += 1
