"""Fragments of HTML (网页片段), as notebooks show them.

Every text is escaped here and nowhere else. A fragment has no script and fetches nothing. Its style holds
for itself alone, and takes its colours from the page around it, so that it can be read on a light page and on
a dark one; the colour of a badge is its own, with white letters on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, NewType

from govperf.errors import plain

__all__ = [
    "MOST",
    "Cell",
    "Html",
    "Tone",
    "badge",
    "block",
    "bulleted",
    "cells",
    "filled",
    "folded",
    "frame",
    "grid",
    "grouped",
    "listed",
    "muted",
    "number",
    "pairs",
    "rest",
    "safe",
    "titled",
]

Html = NewType("Html", str)
"""Text that is HTML already: what is no `Html` is escaped before it gets here."""

Tone = str
"""How a badge is coloured: "error", "warning", "hint", "good" or "none"."""

MOST: Final = 60
"""How many rows are shown; of the others it is said how many there are."""

_LONGEST: Final = 400
_NUMBER: Final = 30
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"},
)
_FONTS: Final = (
    "system-ui,-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',"
    "'WenQuanYi Micro Hei',sans-serif"
)
_LINE: Final = "color-mix(in srgb,currentColor 28%,transparent)"
_STYLE: Final = "".join(
    [
        f".govperf{{font-family:{_FONTS};font-size:14px;line-height:1.5;color:inherit;max-width:100%}}",
        ".govperf-scroll{overflow-x:auto;max-width:100%;margin:4px 0}",
        ".govperf .govperf-table{border-collapse:collapse;border:0;margin:0;font-size:13px;color:inherit}",
        (
            ".govperf .govperf-table :is(th,td){border:1px solid gray;padding:3px 8px;text-align:left;"
            f"border-color:{_LINE};vertical-align:middle;white-space:normal;overflow-wrap:break-word;min-width:3em;"
            "max-width:24em;background:none;color:inherit}"
        ),
        ".govperf .govperf-table tbody tr:nth-child(n){background:none}",
        ".govperf .govperf-table th{font-weight:600}",
        ".govperf .govperf-table thead th{text-align:center;white-space:nowrap}",
        ".govperf .govperf-table tfoot :is(th,td){border-top-width:2px;font-weight:600}",
        (
            ".govperf .govperf-table :is(th,td).govperf-number{text-align:right;white-space:nowrap;"
            "font-variant-numeric:tabular-nums}"
        ),
        ".govperf .govperf-table :is(th,td).govperf-text{min-width:9em;max-width:44em}",
        (
            ".govperf-badge{display:inline-block;border-radius:3px;padding:0 6px;font-size:12px;"
            "line-height:18px;white-space:nowrap;color:#fff;background:#5c6370}"
        ),
        ".govperf-error{background:#b42318}.govperf-warning{background:#8a5a00}",
        ".govperf-hint{background:#2b5f9e}.govperf-good{background:#1c6b3a}",
        ".govperf-muted{opacity:.78;font-size:12px}",
        ".govperf-title{font-weight:600;font-size:15px;margin:4px 0;overflow-wrap:anywhere}",
        ".govperf-block{margin:4px 0;overflow-wrap:anywhere}",
        ".govperf .govperf-list{margin:4px 0;padding-left:2em;font-size:13px;overflow-wrap:anywhere}",
        ".govperf details.govperf-folded{margin:4px 0}",
        ".govperf details.govperf-folded>summary{cursor:pointer}",
    ]
)


class Cell(NamedTuple):
    """Cell (单元格) of a table."""

    inside: Html
    kind: str = ""
    """"number", "text" for prose that wants room, or "" for anything else."""
    rows: int = 1
    columns: int = 1
    is_heading: bool = False


def safe(text: object) -> Html:
    """A text as HTML (转义): on one line, nothing in it is markup, and of a long one only the head.

    Args:
        text: Anything with a text, such as a name in a file that someone sent.

    Returns:
        HTML.

    Example:
        >>> safe("<某局>")
        '&lt;某局&gt;'
    """
    written = str(text)
    cut = written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
    return Html(plain(cut).translate(_ESCAPES))


def number(text: object) -> Cell:
    """A cell with a number (数值单元格), set to the right; a reason why there is none may be long."""
    written = str(text)
    return Cell(safe(written), "number" if len(written) <= _NUMBER else "")


def badge(word: str, tone: Tone = "none") -> Html:
    """A word on a colour (标签); the word alone says it too."""
    return Html(f'<span class="govperf-badge govperf-{tone}">{safe(word)}</span>')


def muted(text: object) -> Html:
    """A text that is beside the point (次要文字)."""
    return Html(f'<span class="govperf-muted">{safe(text)}</span>')


def titled(text: object) -> Html:
    """What a fragment is about (标题)."""
    return Html(f'<div class="govperf-title">{safe(text)}</div>')


def block(*parts: Html) -> Html:
    """Parts on a line of their own (段落); of no parts nothing."""
    return Html(f'<div class="govperf-block">{" ".join(parts)}</div>' if parts else "")


def frame(*parts: Html) -> str:
    """A whole fragment with its style (整段网页), in Chinese.

    Args:
        parts: One below the other.

    Returns:
        What `_repr_html_` gives.
    """
    return f'<div class="govperf" lang="zh-CN"><style>{_STYLE}</style>{"".join(parts)}</div>'


def grid(head: Sequence[str], rows: Iterable[Sequence[Cell]], foot: Sequence[Sequence[Cell]] = ()) -> Html:
    """A table (表格) that scrolls where it is too wide.

    Args:
        head: The titles.
        rows: The cells of each row; one that an earlier row reaches down to is left out.
        foot: The last rows, such as a total.

    Returns:
        HTML; nothing without rows.
    """
    body = "".join(map(_row, rows))
    below = "".join(map(_row, foot))
    if not body and not below:
        return Html("")
    titles = "".join(f'<th scope="col">{safe(title)}</th>' for title in head)
    top = f"<thead><tr>{titles}</tr></thead>" if head else ""
    last = f"<tfoot>{below}</tfoot>" if below else ""
    table = f'<table class="govperf-table">{top}<tbody>{body}</tbody>{last}</table>'
    return Html(f'<div class="govperf-scroll">{table}</div>')


def cells(*values: object) -> list[Cell]:
    """Plain cells (普通单元格); None is an empty one."""
    return [Cell(safe("" if value is None else value)) for value in values]


def filled(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Html:
    """A table without the columns that no row fills in (已填各列), of many rows the first.

    Args:
        head: The titles of all columns.
        rows: A cell of each for each column.

    Returns:
        HTML; nothing without rows.
    """
    kept = [place for place in range(len(head)) if any(row[place].inside for row in rows)]
    shown = [[row[place] for place in kept] for row in rows[:MOST]]
    return Html(f"{grid([head[place] for place in kept], shown)}{rest(len(rows))}")


def _row(cells: Iterable[Cell]) -> str:
    return f"<tr>{''.join(map(_cell, cells))}</tr>"


def _cell(cell: Cell) -> str:
    name = "th" if cell.is_heading else "td"
    spans = (("class", cell.kind and f"govperf-{cell.kind}"), *_spans(cell))
    said = "".join(f' {key}="{value}"' for key, value in spans if value)
    return f"<{name}{said}>{cell.inside}</{name}>"


def _spans(cell: Cell) -> Iterator[tuple[str, str]]:
    for key, count in (("rowspan", cell.rows), ("colspan", cell.columns)):
        if count > 1:
            yield key, str(count)


def grouped(rows: Sequence[tuple[tuple[str, ...], Sequence[Cell]]], levels: int) -> Iterator[list[Cell]]:
    """Rows with the headings that they share merged into one cell (合并表头).

    Args:
        rows: The headings of each row, from the first level down, and its cells. What is not to share
            a heading, such as rows of two goals, is given in two calls.
        levels: How many headings are shown; those that a row has beyond them stand in the last one.

    Yields:
        The cells of each row. The same heading goes on only while those above it do. The last one is the
        name of the row and never merged: two indicators of one name are two.
    """
    paths = [_path(names, levels) for names, _ in rows]
    for place, (_, cells) in enumerate(rows):
        yield [*_headings(paths, place, levels), *cells]


def _path(names: tuple[str, ...], levels: int) -> tuple[str, ...]:
    short = (*names[: levels - 1], "·".join(names[levels - 1 :]))
    return (*short, *[""] * (levels - len(short)))


def _headings(paths: Sequence[tuple[str, ...]], place: int, levels: int) -> Iterator[Cell]:
    """The headings that begin in a row, each as far down as it is the same, and the name of the row."""
    for level in range(1, levels):
        path = paths[place][:level]
        if place and paths[place - 1][:level] == path:
            continue
        same = 1
        while place + same < len(paths) and paths[place + same][:level] == path:
            same += 1
        yield Cell(safe(path[-1]), rows=same, is_heading=True)
    yield Cell(safe(paths[place][-1]), is_heading=True)


def pairs(rows: Iterable[tuple[str, object]]) -> Html:
    """Names and what they are, one below the other (名称与内容); what is empty is left out."""
    given = [(name, value) for name, value in rows if value not in (None, "", ())]
    shown = [(Cell(safe(name), is_heading=True), Cell(safe(value), "text")) for name, value in given[:MOST]]
    return Html(f"{grid((), shown)}{rest(len(given))}")


def listed(lines: Sequence[str]) -> Html:
    """Sentences, numbered (列表), not more than are shown at once."""
    if not lines:
        return Html("")
    items = "".join(f"<li>{safe(line)}</li>" for line in lines[:MOST])
    return Html(f'<ol class="govperf-list">{items}</ol>{rest(len(lines))}')


def bulleted(lines: Sequence[str]) -> Html:
    """Sentences one below the other (项目列表), not more than are shown at once."""
    items = "".join(f"<li>{safe(line)}</li>" for line in lines[:MOST])
    return Html(f'<ul class="govperf-list">{items}</ul>{rest(len(lines))}') if lines else Html("")


def rest(count: int) -> Html:
    """How many are not shown (其余行数); nothing where all are."""
    return block(muted(f"还有 {count - MOST} 行未显示")) if count > MOST else Html("")


def folded(summary: str, inside: Html) -> Html:
    """A part that opens when it is clicked (折叠内容); nothing where there is none."""
    if not inside:
        return Html("")
    return Html(f'<details class="govperf-folded"><summary>{safe(summary)}</summary>{inside}</details>')
