"""A rule book as HTML (评分标准的网页显示): what it says of itself in words, with tables and lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import (
    MOST,
    Cell,
    Html,
    block,
    bulleted,
    folded,
    frame,
    grid,
    rest,
    safe,
    titled,
)
from govperf.standards.describing import description

if TYPE_CHECKING:
    from govperf.standards.rulebook import ScoringStandard

__all__ = ["standard_html"]

_ESCAPED: Final = re.compile(r"\\([\\`*<|\]])")
_BELOW: Final = "　· "
"""Before what stands below a point."""
_SECTION: Final = "## "


def standard_html(book: ScoringStandard) -> str:
    """A rule book as HTML (评分标准的网页显示): what it is, then its sections, which open when clicked.

    Args:
        book: Any.

    Returns:
        What a notebook shows; of a section with many lines the first ones, and how many there are.
    """
    head, *sections = description(book).split(f"\n{_SECTION}")
    title, _, lines = head.partition("\n")
    return frame(titled(_words(title)), *_parts(lines), *map(_section, sections))


def _section(text: str) -> Html:
    title, _, lines = text.partition("\n")
    return folded(_words(title), Html("".join(_parts(lines))))


def _parts(text: str) -> Iterator[Html]:
    """Each run of lines of one kind as what it is: tables, lists, sentences; of many the first."""
    runs = [(kind, list(run)) for kind, run in groupby(filter(None, text.split("\n")), _kind)]
    for kind, run in runs[:MOST]:
        yield _PARTS[kind](run)
    yield rest(len(runs))


def _kind(line: str) -> str:
    line = line.strip()
    return line[0] if line[0] in "#|-" else ""


def _table(lines: Sequence[str]) -> Html:
    head, _, *rows = [line.removeprefix("| ").removesuffix(" |").split(" | ") for line in lines]
    cells = [[Cell(safe(_words(cell))) for cell in row] for row in rows[:MOST]]
    return Html(grid([_words(cell) for cell in head], cells) + rest(len(rows)))


def _list(lines: Sequence[str]) -> Html:
    return bulleted([f"{_BELOW if line.startswith(' ') else ''}{_words(line)}" for line in lines])


def _sentences(lines: Sequence[str]) -> Html:
    return Html("".join(block(safe(_words(line))) for line in lines))


def _titles(lines: Sequence[str]) -> Html:
    return Html("".join(titled(_words(line)) for line in lines))


_PARTS: Final[Mapping[str, Callable[[Sequence[str]], Html]]] = {
    "#": _titles,
    "|": _table,
    "-": _list,
    "": _sentences,
}


def _words(line: str) -> str:
    """A line without its markup."""
    return _ESCAPED.sub(r"\1", line.strip().removeprefix("- ").lstrip("# ").replace("`", ""))
