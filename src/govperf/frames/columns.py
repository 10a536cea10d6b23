"""Rates, scores and findings as columns (核算列): the dataframe that came in, with more columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from govperf.errors import DataError, UnitError
from govperf.frames.cells import Cell
from govperf.frames.native import Made, opened, rows_of, titles_of, with_columns
from govperf.frames.plans import Column, Plan, plan_of
from govperf.frames.reading import read
from govperf.frames.rows import Fault, indicator_of, lines
from govperf.frames.words import LEVELS, TITLES
from govperf.messages import message
from govperf.model import Budget, Department, Indicator, Rate, Undefined
from govperf.model.fields import a_year, expect
from govperf.numerals import round_half_up
from govperf.reviewing import review
from govperf.scoring import completion_rate
from govperf.scoring.completion import mismatch
from govperf.scoring.engine import score_kept
from govperf.standards import ScoringStandard
from govperf.standards import standard as built_in

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    from narwhals.stable.v2.typing import IntoDataFrameT

    from govperf.messages import Language

__all__ = ["completion_rates", "percent_of", "points_in", "reviewed", "scored", "title_of"]

_KEPT: Final = 65_536
"""Rows of different cells whose result is kept."""
_DIGITS: Final = 2
_LARGEST: Final = 10**30
"""What fits a decimal column of Arrow, digits after the point included."""
_NO_COLUMNS: Final[Mapping[str, object]] = {}
_TOO_LARGE: Final = Undefined("frames.too-large")


class _Row(NamedTuple):
    """What is computed of a row: figures, and why one of them is missing."""

    rate: Decimal | None
    points: Decimal | None
    why: str | None


def completion_rates(
    frame: IntoDataFrameT,
    *,
    year: int | None = None,
    columns: Mapping[str, object] = _NO_COLUMNS,
    lang: Language = "zh",
) -> IntoDataFrameT:
    """The dataframe with the completion rate of each row (逐行完成率), and why there is none.

    Args:
        frame: A table as for `read`; columns of targets and actuals are enough.
        year: As for `govperf.completion_rate`.
        columns: As for `read`.
        lang: "zh" or "en", of the new columns and of what they say.

    Returns:
        The same kind of dataframe with 核算完成率（%） (computed rate (%)), in percent, rounded half up to
        two digits, and 未核算原因 (why undefined). Where one of them is null, the other is not.

    Raises:
        DataError: The table has such a column of its own, which would be overwritten; what govperf made may
            be made again.
        InputError: As for `read`; but nobody asks for names.
        TypeError: As for `read`.

    Example:
        >>> import pandas as pd
        >>> table = pd.DataFrame({"指标值": ["≥95%", "效果明显"], "完成值": ["75%", "较好"]})
        >>> made = completion_rates(table)
        >>> made["核算完成率（%）"][0], made["未核算原因"][1]
        (Decimal('78.95'), '指标值不是数量：效果明显')
    """
    if year is not None:
        a_year("year", year)

    def computed(indicator: Indicator, faults: tuple[Fault, ...]) -> _Row:
        rate = _rate(indicator, year)
        return _row(rate, None, rate, faults, lang)

    return _computed(frame, columns, ("rate", "why"), computed, lang, year)


def scored(
    frame: IntoDataFrameT,
    *,
    year: int | None = None,
    standard: ScoringStandard | None = None,
    columns: Mapping[str, object] = _NO_COLUMNS,
    lang: Language = "zh",
) -> IntoDataFrameT:
    """The dataframe with the completion rate and the score of each row (逐行得分), and why there is none.

    Args:
        frame: As for `completion_rates`, with a column of weights.
        year: As for `completion_rates`.
        standard: The rule book; MOF-2020-10 unless told otherwise.
        columns: As for `read`.
        lang: As for `completion_rates`.

    Returns:
        As for `completion_rates`, with 核算得分 (computed points) too. Rows that are no indicators have
        neither.

    Raises:
        StandardError: The rule book has no rule for a target.
        InputError: As for `completion_rates`.
        TypeError: As for `completion_rates`, or the standard is no rule book.

    Example:
        >>> import pandas as pd
        >>> table = pd.DataFrame({"指标值": ["≥95%"], "完成值": ["75%"], "分值": [20]})
        >>> scored(table)["核算得分"][0]
        Decimal('15.79')
    """
    book = built_in() if standard is None else standard
    expect(ScoringStandard, book)
    if year is not None:
        a_year("year", year)

    def computed(indicator: Indicator, faults: tuple[Fault, ...]) -> _Row:
        made = score_kept(indicator, book, year)
        return _row(made.rate, made.points, made.points, faults, lang)

    return _computed(frame, columns, ("rate", "points", "why"), computed, lang, year)


def reviewed(
    frame: IntoDataFrameT,
    *,
    department: Department | str,
    year: int,
    budget: Budget | None = None,
    columns: Mapping[str, object] = _NO_COLUMNS,
    lang: Language = "zh",
) -> IntoDataFrameT:
    """The dataframe with the codes of what a review finds in each row (逐行审核发现).

    Args:
        frame: As for `read`.
        department: As for `read`.
        year: As for `read`.
        budget: As for `read`.
        columns: As for `read`.
        lang: "zh" or "en", of the new column.

    Returns:
        The same kind of dataframe with 审核发现代码 (finding codes): codes with a blank between them, ""
        where nothing was found, null in rows that are no indicators. What is found in the form as a whole is
        in `govperf.review` alone.

    Raises:
        DataError: The table has such a column of its own.
        InputError: As for `read`.
        TypeError: As for `read`.

    Example:
        >>> import pandas as pd
        >>> table = pd.DataFrame({"指标": ["抽检"], "指标值": ["≥95%"], "完成值": ["75%"], "分值": [90]})
        >>> "finding.missed" in reviewed(table, department="某局", year=2023)["审核发现代码"][0].split()
        True
    """
    table = opened(frame)
    title = title_of("codes", lang)
    plan = plan_of(titles_of(table), columns, ["name"], year)
    _refuse([] if _is_of_codes(table, title) else [title], [title], plan)
    sheet = read(frame, department=department, year=year, budget=budget, columns=columns)
    paths = [path for path, _ in sheet.evaluation.indicators()]
    codes: dict[str, dict[str, None]] = {path: {} for path in paths}
    for finding in review(sheet.evaluation):
        path = _INDICATOR.match(finding.path)
        if path is not None:
            codes[path[0]][finding.code] = None
    by_row = {row: " ".join(codes[path]) for row, path in zip(sheet.rows, paths, strict=True)}
    values = [by_row.get(row) for row in range(1, len(table) + 1)]
    return with_columns(table, [Made(title, values)])


def _is_of_codes(table: nw.DataFrame[Any], title: str) -> bool:
    """Whether a column is missing, or what `reviewed` made."""
    if title not in titles_of(table):
        return True
    cells = (cell for (cell,) in rows_of(table, Plan((Column("codes", title),), 0, ())))
    return all(isinstance(cell, str) and _CODES.fullmatch(cell) for cell in cells)


_CODES: Final = re.compile(r"(?:finding\.[a-z0-9.-]+ ?)*")
_INDICATOR: Final = re.compile(r"\$\.goals\[[0-9]+\]\.indicators\[[0-9]+\]")


def title_of(field: str, lang: Language) -> str:
    """What govperf calls a column (列名).

    Args:
        field: Of `TITLES`.
        lang: "zh" or "en".

    Returns:
        The name.

    Raises:
        ValueError: There is no such language.

    Example:
        >>> title_of("points", "zh"), title_of("points", "en")
        ('核算得分', 'computed points')
    """
    if lang not in _LANGUAGES:
        msg = f"language is {' or '.join(map(repr, _LANGUAGES))}, not {lang!r}"
        raise ValueError(msg)
    return TITLES[field][_LANGUAGES.index(lang)]


_LANGUAGES: Final = ("en", "zh")


def percent_of(rate: Rate | Undefined) -> Decimal | None:
    """A rate in percent, as it is printed (百分数); None where there is none, or none that a column holds.

    Args:
        rate: Any.

    Returns:
        With two digits after the point, rounded half up.

    Example:
        >>> from fractions import Fraction
        >>> percent_of(Rate(Fraction(49, 52)))
        Decimal('94.23')
    """
    if isinstance(rate, Undefined) or abs(rate.exact) >= _LARGEST:
        return None
    return round_half_up(rate.exact * 100, _DIGITS)


def points_in(points: Decimal | Undefined) -> Decimal | None:
    """Points that a column holds (得分), or None.

    Args:
        points: Any.

    Returns:
        The same number.

    Example:
        >>> points_in(Decimal("15.79")), points_in(Decimal("1E+40"))
        (Decimal('15.79'), None)
    """
    return None if isinstance(points, Undefined) or abs(points) >= _LARGEST else points


def _rate(indicator: Indicator, year: int | None) -> Rate | Undefined:
    try:
        return completion_rate(indicator.target, indicator.actual, year=year)
    except UnitError as error:
        return mismatch(error)


def _row(
    rate: Rate | Undefined,
    points: Decimal | Undefined | None,
    missing: object,
    faults: tuple[Fault, ...],
    lang: Language,
) -> _Row:
    """The figures; where one is missing, the cell at fault for it, else the reason."""
    figures = percent_of(rate), None if points is None else points_in(points)
    is_whole = figures[0] is not None and (points is None or figures[1] is not None)
    if is_whole:
        return _Row(*figures, None)
    spoiled = [fault.explain(lang) for field, fault in faults if field in _COUNTED]
    reasons = [one.explain(lang) for one in (missing, rate) if isinstance(one, Undefined)]
    return _Row(*figures, next(iter((*spoiled, *reasons)), _TOO_LARGE.explain(lang)))


_COUNTED: Final = frozenset(["target", "actual", "sign", "weight"])
"""Fields whose fault makes a figure undefined."""


def _computed(
    frame: IntoDataFrameT,
    chosen: Mapping[str, object],
    made: tuple[str, ...],
    compute: Callable[[Indicator, tuple[Fault, ...]], _Row],
    lang: Language,
    year: int | None,
) -> IntoDataFrameT:
    """The dataframe with columns computed row by row; rows of the same cells are computed once."""
    titles = [title_of(field, lang) for field in made]
    table = opened(frame)
    named = titles_of(table)
    plan = _needed(plan_of(named, chosen, _NEEDED["points" in made], year), made)
    pair = {title_of("rate", lang), title_of("why", lang)}  # whatever govperf made has both
    _refuse([title for title in titles if title in named and not pair <= set(named)], titles, plan)
    counted = [place for place, column in enumerate(plan.columns) if column.field not in _PARTING]
    bare = attrs.evolve(plan, columns=tuple(plan.columns[place] for place in counted))

    @lru_cache(_KEPT)
    def row(category: tuple[str, ...], cells: tuple[Cell, ...]) -> _Row:
        return compute(*indicator_of(bare, category, cells))

    columns: dict[str, list[str | Decimal | None]] = {field: [] for field in made}
    for line in lines(plan, enumerate(rows_of(table, plan), 1)):
        if line.kind == "indicator":
            found = row(line.category, tuple(line.cells[place] for place in counted))
        else:
            found = _Row(None, None, message(f"frames.{line.kind}", {}, lang))
        for field, values in columns.items():
            values.append(getattr(found, field))
    return with_columns(
        table,
        [Made(title, columns[field], field != "why") for title, field in zip(titles, made, strict=True)],
    )


def _refuse(own: Sequence[str], titles: Sequence[str], plan: Plan) -> None:
    """Columns of the table's own that would be overwritten: no result of ours, or one that is read."""
    read_too = [column.title for column in plan.columns if column.title in titles]
    if found := [*own, *read_too]:
        raise DataError("frames.own-column", found[0])


_PARTING: Final = frozenset(["department", "goal"])
"""Where merged levels end; the figures of a row do not depend on it."""
_NEEDED: Final = (("target", "actual"), ("target", "actual", "weight"))
_CELLS: Final = frozenset(
    [
        *LEVELS,
        *_PARTING,
        "name",
        "sign",
        "target",
        "unit",
        "actual",
        "actual_unit",
        "nature",
        "direction",
        "not_applicable",
    ]
)
"""What a rate depends on; points depend on the weight too."""


def _needed(plan: Plan, made: tuple[str, ...]) -> Plan:
    """The plan without the columns that change nothing."""
    fields = _CELLS | {"weight"} if "points" in made else _CELLS
    return attrs.evolve(plan, columns=tuple(column for column in plan.columns if column.field in fields))
