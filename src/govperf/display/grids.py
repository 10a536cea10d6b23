"""Grids (表格网格): a table whose cells may span rows and columns, as printed forms have them.

great-tables draws every cell by itself. What a printed form merges stands in the first of its cells
here, and the HTML is merged once it is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

import polars as pl
from great_tables import GT, html

from govperf.display.themes import FONTS, Palette, headline
from govperf.errors import InputError, plain

__all__ = ["Cell", "GridTable", "cell", "grid_table", "head", "number"]

_BODY: Final = re.compile(r'(<tbody class="gt_table_body">)(.*?)(</tbody>)', re.DOTALL)
_ROW: Final = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
_CELL: Final = re.compile(r'<td\b(?: style="([^"]*)")?[^>]*>(.*?)</td>', re.DOTALL)
_AS_MADE: Final = "default"


class Cell(NamedTuple):
    """A cell (单元格): its text, how far it spans, and what it is: "text", "head", "name" or "number"."""

    text: str
    columns: int = 1
    rows: int = 1
    kind: str = "text"


def cell(text: object, *, columns: int = 1, rows: int = 1) -> Cell:
    """A cell with words (文字单元格)."""
    return Cell(_lines(text), columns, rows)


def head(text: object, *, columns: int = 1, rows: int = 1) -> Cell:
    """A cell that says what the others are (表头单元格)."""
    return Cell(headline(_lines(text)), columns, rows, "head")


def number(text: object) -> Cell:
    """A cell with a figure (数字单元格)."""
    return Cell(_lines(text), kind="number")


def _lines(text: object) -> str:
    """A text with its line breaks, and nothing else that is not to be seen."""
    return "\n".join(map(plain, str(text).splitlines()))


class GridTable(GT):
    """Grid table (网格表): a table of great-tables whose merged cells become real ones in its HTML."""

    cells: Sequence[Sequence[Cell]] = ()
    """The cells of each row; what a cell above or to the left spans is not among them."""
    places: Sequence[str] = ()
    """The columns as they were made: cells that span several can neither be moved nor hidden."""

    def _render_as_html(self, make_page: bool = False, all_important: bool = False) -> str:  # noqa: FBT001, FBT002 - as great-tables has it
        if [column.var for column in self._boxhead if column.type.name == _AS_MADE] != list(self.places):
            raise InputError("draw.places", details={})
        made = super()._render_as_html(make_page=make_page, all_important=all_important)
        return _BODY.sub(lambda found: f"{found[1]}\n{self._merged(found[2])}\n{found[3]}", made, count=1)

    def _merged(self, body: str) -> str:
        """The rows with the cells that are there, each as great-tables has drawn its text."""
        rows = [_CELL.findall(row) for row in _ROW.findall(body)]
        lines: list[str] = []
        for texts, placed in zip(rows, _placed(self.cells), strict=True):
            made = [_td(one, *texts[column]) for column, one in placed]
            lines.append(f"  <tr>{''.join(made)}</tr>")
        return "\n".join(lines)


def _td(one: Cell, style: str, text: str) -> str:
    tag = "th" if one.kind == "head" else "td"
    spans = [
        f' {name}="{count}"' for name, count in (("colspan", one.columns), ("rowspan", one.rows)) if count > 1
    ]
    own = f' style="{style}"' if style else ""
    return f'<{tag}{own} class="gt_row gp_{one.kind}"{"".join(spans)}>{text}</{tag}>'


def _placed(rows: Sequence[Sequence[Cell]]) -> Iterator[list[tuple[int, Cell]]]:
    """The cells of each row with their columns, after those that cells above reach into."""
    below: dict[int, int] = {}
    for cells in rows:
        column, placed = 0, list[tuple[int, Cell]]()
        taken = {one for one, left in below.items() if left}
        below = {one: left - 1 for one, left in below.items() if left}
        for one in cells:
            while column in taken:
                column += 1
            placed.append((column, one))
            below |= dict.fromkeys(range(column, column + one.columns), one.rows - 1)
            column += one.columns
        yield placed


def grid_table(
    cells: Sequence[Sequence[Cell]],
    *,
    widths: Sequence[int],
    title: str,
    subtitle: str = "",
    notes: Sequence[str] = (),
    colours: Palette,
    name: str,
) -> GT:
    """A table of cells (制表), with all that it needs in itself: no script, nothing from elsewhere.

    Args:
        cells: The rows; each cell once, where its span begins.
        widths: Of the columns, in percent.
        title: Above the table.
        subtitle: Beneath the title.
        notes: Beneath the table, a line each.
        colours: Of the theme.
        name: Identifies the table in its HTML.

    Returns:
        The table.
    """
    columns = [f"c{i}" for i in range(len(widths))]
    table = GridTable(_frame(cells, columns), id=name)
    table.cells, table.places = tuple(map(tuple, cells)), columns
    shown = table.fmt(_escaped)  # pyright: ignore[reportUnknownMemberType] - a selector has no type
    made = (
        shown.tab_header(
            html(escape(headline(plain(title)))), html(escape(plain(subtitle))) if subtitle else None
        )
        .cols_width({column: f"{width}%" for column, width in zip(columns, widths, strict=True)})
        .tab_options(
            column_labels_hidden=True,
            table_width="100%",
            table_font_names=list(FONTS),
            table_background_color=colours.paper,
            table_font_color=colours.text,
        )
        .opt_css(_css(colours, name))
    )
    for note in notes:
        made = made.tab_source_note(html(escape(plain(note))))
    return made


def _frame(cells: Sequence[Sequence[Cell]], columns: Sequence[str]) -> pl.DataFrame:
    """The texts, each where its span begins."""
    texts = [dict.fromkeys(columns, "") for _ in cells]
    for row, placed in zip(texts, _placed(cells), strict=True):
        row.update({columns[column]: one.text for column, one in placed})
    return pl.DataFrame(texts, schema=dict.fromkeys(columns, pl.String))


def _escaped(text: object) -> str:
    """A text as HTML that is nothing but a text."""
    return escape(str(text)).replace("\n", "<br>")


def _css(colours: Palette, name: str) -> str:
    """What makes it look like the printed form: a grid of thin lines, in the colours of the theme."""
    line, here = f"1px solid {colours.line}", f"#{name}"
    quiet = f"color: {colours.muted} !important"
    rules = {
        here: f"background: {colours.paper}; padding: 12px",
        f"{here} .gt_table": f"border: 0 !important; max-width: 1080px; min-width: 720px; {_ink(colours)}",
        f"{here} .gt_title": f"font-size: 18px; font-weight: 600; padding: 4px; {_ink(colours)}",
        f"{here} .gt_subtitle": f"font-size: 13px; {quiet}",
        f"{here} .gt_heading": f"border: 0 !important; background: {colours.paper} !important",
        f"{here} .gt_table_body": "border: 0 !important",
        f"{here} .gt_row": f"border: {line} !important; padding: 6px 8px; font-size: 13px; "
        f"line-height: 1.45; vertical-align: middle; overflow-wrap: anywhere; {_ink(colours)}",
        f"{here} .gp_text": "text-align: left",
        f"{here} .gp_head": f"text-align: center; font-weight: 600; background: {colours.shade} !important",
        f"{here} .gp_name": "text-align: center",
        f"{here} .gp_number": "text-align: right; font-variant-numeric: tabular-nums",
        f"{here} .gt_sourcenote": f"border: 0 !important; padding: 3px 8px; font-size: 12px; {quiet}",
        f"{here} .gt_sourcenotes": "border: 0 !important; background: transparent !important",
    }
    return "\n".join(f"{where} {{ {rule}; }}" for where, rule in rules.items())


def _ink(colours: Palette) -> str:
    return f"color: {colours.text} !important"
