"""Plain text tables that align Chinese (等宽表格): a Chinese character is two columns wide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from unicodedata import category, east_asian_width

from govperf.errors import plain

__all__ = ["columns", "markdown_text", "shortened", "table", "width"]

_WIDE: Final = frozenset("WF")
_MARKS: Final = frozenset({"Mn", "Me"})
_ELLIPSIS: Final = "…"


def width(text: str) -> int:
    """Columns that a text takes on a terminal (显示宽度).

    Args:
        text: One line.

    Returns:
        2 for a full-width or wide character, 0 for an accent that stands on the one before it,
        1 for any other.

    Example:
        >>> width("3,678.76万元")
        12
    """
    return sum(map(_room, text))


def _room(char: str) -> int:
    if east_asian_width(char) in _WIDE:
        return 2
    return 0 if category(char) in _MARKS else 1


def shortened(text: str, room: int) -> str:
    """A text of at most so many columns (截短), with … where something is left out.

    Args:
        text: One line.
        room: Columns, at least 1.

    Returns:
        The text, or its head.

    Example:
        >>> shortened("应急安全宣传公益海报", 9)
        '应急安全…'
    """
    if width(text) <= room:
        return text
    kept, left = 0, room - 1
    while (left := left - _room(text[kept])) >= 0:
        kept += 1
    return text[:kept] + _ELLIPSIS


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> str:
    """A table of columns (表格), each as wide as its widest cell.

    Args:
        head: The titles.
        rows: The cells, as many as there are titles; each becomes one `plain` line.
        right: Columns that are set to the right, such as numbers.

    Returns:
        Lines without a trailing line break.

    Example:
        >>> print(table(["指标", "得分"], [["资助人数", "3.85"], ["满意度", "10.00"]], right=frozenset({1})))
        指标       得分
        ────────  ─────
        资助人数   3.85
        满意度    10.00
    """
    widths = _widths(_cells([head, *rows]))
    return columns([head, ["─" * room for room in widths], *rows], right=right)


def columns(rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> str:
    """Rows set in columns (分栏), without titles.

    Args:
        rows: The cells, as many in each row; each becomes one `plain` line.
        right: Columns that are set to the right.

    Returns:
        Lines without a trailing line break.

    Example:
        >>> print(columns([["年初预算数", "5,783.95万元"], ["支出进度", "95.08%"]]))
        年初预算数  5,783.95万元
        支出进度    95.08%
    """
    lines = _cells(rows)
    widths = _widths(lines)
    return "\n".join(_line(cells, widths, right) for cells in lines)


def _cells(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in rows]


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]


def _line(cells: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    padded: list[str] = []
    for i, (cell, room) in enumerate(zip(cells, widths, strict=True)):
        blank = " " * (room - width(cell))
        padded.append(blank + cell if i in right else cell + blank)
    return "  ".join(padded).rstrip()


def markdown_text(text: str) -> str:
    r"""A text as one line of Markdown (转义) in which no character is markup, and none breaks a table.

    Args:
        text: Any.

    Returns:
        The `plain` line, with a backslash before what Markdown or HTML might take for its own.

    Example:
        >>> print(markdown_text("某|局`有*误"))
        某\|局\`有\*误
    """
    return "".join(f"\\{char}" if char in _MARKUP else char for char in plain(text))


_MARKUP: Final = frozenset("\\|`*_<>[]#$~&")
