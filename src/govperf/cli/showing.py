"""What the commands print (输出): text, with colours on a terminal; JSON; a count of long input."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar
from unicodedata import east_asian_width

__all__ = ["counted", "definitions", "fitting", "room_here", "show", "show_json", "tell", "wrapped"]

T = TypeVar("T")

_WIDEST = 100  # a line of help is not read more easily when it is longer
_NARROWEST = 40
_LONG = 20  # so many files, and so many hundreds of lines, take a while
_STEP = 100
_BOLD, _RED, _GREEN, _YELLOW, _CYAN = "1", "31", "32", "33", "36"
_PAINT = (
    (_BOLD, r"^(?:【[^\n]*】(?=\n|\Z)|[一二三四五六七]、[^\n]*|[1-7]\. [^\n]*|## [^\n]*)"),
    (_RED, r"\[(?:错误|error)\]|✗"),
    (_YELLOW, r"\[(?:警示|warning)\]"),
    (_CYAN, r"\[(?:提示|hint)\]"),
    (_GREEN, "✓"),
)
_PAINTED = re.compile("|".join(f"({pattern})" for _, pattern in _PAINT), re.MULTILINE)
_WORDS = re.compile("[⺀-\uffef][，。、；：）”]*|[^\\s⺀-\uffef]+|\\s+")
_CLEARED = "\r\x1b[K"


def show(text: str) -> None:
    """A text on standard output (输出文本), coloured where a person looks at it."""
    print(_PAINTED.sub(_painted, text) if _is_coloured() else text)


def show_json(value: object) -> None:
    """A value on standard output as JSON (输出JSON)."""
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def tell(text: str) -> None:
    """A line on standard error (输出提示); where that is closed it is not to get between the results."""
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison] - it may be closed
        print(text, file=sys.stderr)


def counted(items: Iterable[T], total: int = 0, *, silent: bool) -> Iterator[T]:
    """The same items (逐项); how far they are stands on standard error while the user waits at a terminal.

    Args:
        items: Files or lines.
        total: How many there are, 0 where nobody knows yet.
        silent: Whether nothing is printed before the end. Else what is printed on a terminal says it.

    Returns:
        The items. Few of them are not counted.

    Example:
        >>> list(counted(["a.json"], 1, silent=True))
        ['a.json']
    """
    watched = _is_terminal(sys.stderr) and (silent or not _is_terminal(sys.stdout))
    for number, item in enumerate(items, 1):
        if watched and _is_due(number, total):
            told = f"{number}/{total}" if total else str(number)
            print(f"{_CLEARED}{told}", end=_CLEARED if number == total else "", file=sys.stderr, flush=True)
        yield item
    if watched and not total:
        print(_CLEARED, end="", file=sys.stderr, flush=True)


def _is_due(number: int, total: int) -> bool:
    return total >= _LONG if total else number >= _LONG * _STEP and number % _STEP == 0


def definitions(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Names and what is said of each (名称与说明), in lines that fit the terminal.

    Args:
        rows: Of text; a name is never broken.

    Returns:
        The lines, indented by two.

    Example:
        >>> list(definitions([("--json", "print JSON"), ("FILE", "to be read")]))
        ['  --json  print JSON', '  FILE    to be read']
    """
    told = list(rows)
    room = max([_width(name) for name, _ in told], default=0)
    for name, text in told:
        head = f"  {name}{' ' * (room - _width(name))}  "
        for line in wrapped(text, room_here() - room - 4) or [""]:
            yield (head + line).rstrip()
            head = " " * (room + 4)


def fitting(head: list[str], rows: list[list[str]]) -> str:
    """A table that fits the terminal (适应终端的表格): its last column is shortened there, and nowhere else.

    Args:
        head: The titles.
        rows: The cells.

    Returns:
        Lines without a trailing line break.

    Example:
        >>> print(fitting(["a"], [["1"]]))
        a
        ─
        1
    """
    from govperf.layout import shortened, table, width

    if not _is_terminal(sys.stdout):
        return table(head, rows)
    others = sum(max(map(width, column)) + 2 for column in list(zip(head, *rows, strict=True))[:-1])
    room = max(shutil.get_terminal_size().columns - others, 1)
    return table(head, [[*row[:-1], shortened(row[-1], room)] for row in rows])


def wrapped(text: str, room: int) -> list[str]:
    """A text in lines of so many columns (折行); Chinese breaks between characters, other text between words.

    Args:
        text: One line.
        room: Columns of a line.

    Returns:
        The lines; a word that is too long has a line of its own.

    Example:
        >>> wrapped("打印评价报告，see docs", 12)
        ['打印评价报', '告，see docs']
    """
    lines: list[str] = []
    line = ""
    for word in _WORDS.findall(text):
        if line and _width(line + word) > room:
            lines.append(line.rstrip())
            line = ""
        line += word if line else word.lstrip()
    return [*lines, line.rstrip()] if line else lines


def _width(text: str) -> int:
    """As `govperf.layout.width`, which help is not to wait for."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def room_here() -> int:
    """The columns of the terminal (终端宽度), within reason; 80 where there is none."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))


def _painted(found: re.Match[str]) -> str:
    colour = _PAINT[(found.lastindex or 1) - 1][0]
    return f"\x1b[{colour}m{found[0]}\x1b[0m"


def _is_coloured() -> bool:
    """As https://no-color.org and https://force-color.org have it."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (
        _is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"
    )


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
