"""Evaluations, scorecards and findings as dataframes (导出数据表)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import ModuleType
from typing import TYPE_CHECKING, Final, Literal, overload

from govperf.errors import DataError
from govperf.frames.columns import percent_of, points_in, title_of
from govperf.frames.native import Made, framed
from govperf.frames.words import LEVELS
from govperf.messages import message
from govperf.model import (
    Direction,
    Evaluation,
    Finding,
    Findings,
    Goal,
    Indicator,
    Nature,
    Operator,
    Score,
    Scorecard,
    Undefined,
)
from govperf.model.fields import expect
from govperf.units import Unit

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    from narwhals.stable.v2.typing import IntoDataFrame

    from govperf.messages import Language

__all__ = ["frame_of"]

Row = dict[str, str | Decimal | None]
"""Field → value."""

_NUMBERS: Final = frozenset(["weight", "reported_points", "rate", "points"])
_NO_LEVEL: Final = "—"
"""A blank would be filled down from the row above."""
_LEVELS_WITH_NAME: Final = 3
"""With three levels above it, the indicator is none of the third."""
_TEXTS: Final = (
    *("name", "not_applicable", "explanation", "criteria", "source", "target_basis", "method", "data_source"),
    *("evidence_required", "deviation_reason", "measures", "note"),
)
_FORM: Final = (
    *(
        "department",
        "year",
        "goal",
        *LEVELS,
        "name",
        "sign",
        "target",
        "unit",
        "actual",
        "actual_unit",
        "weight",
    ),
    *("reported_rate", "reported_points", "nature", "direction", *_TEXTS[1:]),
)
_SCORE: Final = (*LEVELS, "name", "target", "actual", "weight", "rate", "points", "why")
_FINDING: Final = ("severity", "code", "place", "path", "finding", "settle", "family", "accepted")
_ALWAYS: Final = frozenset(
    ["name", "target", "actual", "weight", "rate", "points", "severity", "code", "place", "path", "finding"]
)


Source = Evaluation | Scorecard | Findings | Iterable[Evaluation]


@overload
def frame_of(source: Source, *, backend: Literal["pandas"], lang: Language = "zh") -> pd.DataFrame: ...
@overload
def frame_of(source: Source, *, backend: Literal["polars"], lang: Language = "zh") -> pl.DataFrame: ...
@overload
def frame_of(source: Source, *, backend: str | ModuleType, lang: Language = "zh") -> IntoDataFrame: ...
def frame_of(
    source: Source,
    *,
    backend: str | ModuleType,
    lang: Language = "zh",
) -> IntoDataFrame:
    """A dataframe of an evaluation, a scorecard or findings (转为数据表).

    Args:
        source: An evaluation, a row for each indicator; several of them, with a column of departments; a
            scorecard, a row for each score; or findings.
        backend: The library: "pandas", "polars", "pyarrow", or its module.
        lang: "zh" or "en", of the names of the columns.

    Returns:
        Of that library. Columns that are blank in every row are left out, but for the main ones.

    Raises:
        DataError: An indicator has more than five levels.
        ImportError: The library is not installed.
        ValueError: There is no such library or language.
        TypeError: The source is something else.

    Example:
        >>> from govperf.model import Goal
        >>> rows = [Indicator("演练场次", category=("产出", "数量"), target="≥12场", actual="9场", weight=50)]
        >>> form = Evaluation("某局", 2023, goals=[Goal("演练", indicators=rows)])
        >>> frame = frame_of(form, backend="pandas")
        >>> list(frame.columns)
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值']
    """
    if isinstance(source, Scorecard):
        return _framed([_of_score(score, lang) for score in source], _SCORE, backend, lang)
    if isinstance(source, Findings):
        return _framed([_of_finding(finding, lang) for finding in source], _FINDING, backend, lang)
    forms = [source] if isinstance(source, Evaluation) else list(source)
    for form in forms:
        expect(Evaluation, form)
    many = not isinstance(source, Evaluation)
    rows = [row for form in forms for row in _of_form(form, lang, is_one_of_many=many)]
    return _framed(rows, _FORM, backend, lang)


def _framed(
    rows: Sequence[Row], fields: Sequence[str], backend: str | ModuleType, lang: Language
) -> IntoDataFrame:
    """The columns that hold something, and the main ones; a level that a row lacks is marked as none."""
    depth = max((sum(field in LEVELS for field in row) for row in rows), default=0)
    shown = [
        field
        for field in fields
        if field in LEVELS[:depth] or field in _ALWAYS or any(row.get(field) is not None for row in rows)
    ]
    made: list[Made] = []
    for field in shown:
        blank = _NO_LEVEL if field in LEVELS else None
        named = LEVELS[2] if field == "name" and depth < _LEVELS_WITH_NAME else field
        values = [row.get(field, blank) for row in rows]
        made.append(Made(title_of(named, lang), values, field in _NUMBERS))
    return framed(made, backend)


def _levels(category: Sequence[str]) -> Row:
    if len(category) > len(LEVELS):
        raise DataError("frames.levels", category[0], details={"limit": len(LEVELS)})
    return dict(zip(LEVELS, category, strict=False))


def _of_form(form: Evaluation, lang: Language, *, is_one_of_many: bool) -> Iterator[Row]:
    """A row for each indicator; where there are several goals, each row says its own."""
    goals = [goal for top in form.goals for goal in _walked(top) if goal.indicators]
    beside: Row = {"department": form.department.name, "year": str(form.year)} if is_one_of_many else {}
    for goal in goals:
        said = {"goal": goal.text} if len(goals) > 1 else {}
        for indicator in goal.indicators:
            yield beside | said | _of_indicator(indicator, lang)


def _walked(goal: Goal) -> Iterator[Goal]:
    yield goal
    for below in goal.goals:
        yield from _walked(below)


def _of_indicator(indicator: Indicator, lang: Language) -> Row:
    row = _levels(indicator.category)
    row |= {field: getattr(indicator, field) or None for field in _TEXTS}
    row |= {"weight": indicator.weight, "reported_points": indicator.reported_points}
    if (rate := indicator.reported_rate) is not None:
        row["reported_rate"] = str(rate)
    if (target := indicator.target) is not None:
        row |= {"target": target.text, "sign": _word(target.sign, lang), "unit": _unit(target.unit)}
    if (actual := indicator.actual) is not None:
        row |= {"actual": actual.text, "actual_unit": _unit(actual.unit)}
    return row | {"nature": _word(indicator.nature, lang), "direction": _word(indicator.direction, lang)}


def _unit(unit: Unit | str | None) -> str | None:
    return None if unit is None else str(unit)


def _word(value: Operator | Nature | Direction | None, lang: Language) -> str | None:
    """As forms print it; govperf reads both."""
    if value is None:
        return None
    english = value.sign if isinstance(value, Operator) else value.value
    return _SAID.get(value, english) if lang == "zh" else english


_SAID: Final[Mapping[Operator | Nature | Direction, str]] = {
    Operator.TEXT: "定性",
    Nature.QUANTITATIVE: "定量",
    Nature.QUALITATIVE: "定性",
    Direction.POSITIVE: "正向",
    Direction.REVERSE: "反向",
    Direction.EXACT: "等于",
}


def _of_score(score: Score, lang: Language) -> Row:
    rate, points, full = score.rate, score.points, score.full
    why = next((one.explain(lang) for one in (points, rate) if isinstance(one, Undefined)), None)
    return {
        **_levels(score.category),
        "name": score.name,
        "target": score.target or None,
        "actual": score.actual or None,
        "weight": None if isinstance(full, Undefined) else full,
        "rate": percent_of(rate),
        "points": points_in(points),
        "why": why,
    }


def _of_finding(finding: Finding, lang: Language) -> Row:
    accepted = finding.accepted
    return {
        "severity": message(f"severity.{finding.severity.value}", {}, lang),
        "code": finding.code,
        "place": finding.place(lang),
        "path": finding.path,
        "finding": finding.explain(lang),
        "settle": finding.settle(lang) or None,
        "family": finding.family or None,
        "accepted": None if accepted is None else accepted.reason,
    }
