"""A table that was read (读取结果): the evaluation, and all that did not become part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from govperf.errors import DataError, DataErrors, InputError
from govperf.frames.words import TITLES
from govperf.messages import message
from govperf.model import Evaluation

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["RowNote", "Sheet"]


@attrs.frozen
class RowNote:
    """Note on a row (行备注): a cell that cannot be read, or why a row is no indicator.

    Args:
        row: The row, the first below the headings being 1.
        label: What pandas calls it, "" where that says no more.
        column: The name of the column, "" for the row as a whole.
        fault: What is wrong with the cell, or what the row is.

    Example:
        >>> print(RowNote(3, "", "分值", DataError("frames.points", "十/二十")))
        row 3, column 分值: '十/二十' is not one number of points
    """

    row: int
    label: str
    column: str
    fault: InputError

    def explain(self, lang: Language = "zh") -> str:
        """The note as a sentence (说明), in "zh" or "en"."""
        row = str(self.row)
        if self.label:
            row = message("frames.labelled", {"row": row, "label": self.label}, lang)
        details = {"row": row, "column": self.column, f"fault_{lang}": self.fault.at("").explain(lang)}
        return message("frames.fault" if self.column else "frames.left-out", details, lang)

    def __str__(self) -> str:
        return self.explain("en")

    @property
    def error(self) -> DataError:
        """The same as an error (错误), for whoever raises it."""
        details = {f"fault_{lang}": self.fault.at("").explain(lang) for lang in ("en", "zh")}
        row = f"{self.row} [{self.label}]" if self.label else self.row
        return DataError("frames.fault", details={"row": row, "column": self.column, **details})


@attrs.frozen(kw_only=True, repr=False)
class Sheet:
    """Table read (读取结果).

    Args:
        evaluation: What the table says. A row with a cell that cannot be read is in it, without that cell.
        faults: The cells that cannot be read, at most a hundred of them, in the order of the rows.
        fault_count: How many there are.
        left_out: Rows that are no indicators, and not empty: totals, subtotals, headings, remarks. What they
            say is in the evaluation as far as it has a place for it.
        ignored: Columns whose names say nothing to govperf.
        lacking: "target", "actual", "weight", as far as no column says it.
        rows: The row of each indicator, in the order of `evaluation.indicators()`; the first is 1.
    """

    evaluation: Evaluation
    faults: tuple[RowNote, ...] = ()
    fault_count: int = 0
    left_out: tuple[RowNote, ...] = ()
    ignored: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()

    def whole(self) -> Evaluation:
        """The evaluation, if every cell could be read (完整的评价).

        Raises:
            DataErrors: The faults, if there are any.
        """
        if self.faults:
            raise DataErrors([note.error for note in self.faults])
        return self.evaluation

    def explain(self, lang: Language = "zh") -> str:
        """What was read, and what was not (读取说明), a line each.

        Args:
            lang: "zh" or "en".

        Returns:
            Several lines.
        """
        details = {"count": len(self.rows), "faults": self.fault_count}
        said = [message("frames.read", details, lang)]
        said += [note.explain(lang) for note in (*self.faults, *self.left_out)]
        names = (TITLES[field] for field in self.lacking)
        said += [message("frames.no-column", {"field_en": en, "field_zh": zh}, lang) for en, zh in names]
        if self.ignored:
            said.append(message("frames.ignored", {"columns": ", ".join(self.ignored)}, lang))
        return "\n".join(said)

    def __repr__(self) -> str:
        return f"Sheet({self.explain('en').splitlines()[0]})"
