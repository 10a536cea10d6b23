"""Strategies of the rows of a form (指标行策略): periods, evidence, targets, actuals, indicators, goals."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from govperf.model import (
    Actual,
    Direction,
    Evidence,
    Goal,
    Indicator,
    Locator,
    Nature,
    Operator,
    Period,
    Target,
)
from govperf.model.fields import YEARS
from govperf.testing.amounts import numbers, percentages, units
from govperf.testing.cells import held_actual_cells, held_target_cells
from govperf.testing.judged import awards, corrections, judged, points
from govperf.testing.printed import names, texts
from govperf.testing.weights import levels, mostly, records
from govperf.units import Unit

__all__ = ["actuals", "evidence", "goals", "indicators", "locators", "periods", "targets", "years"]

_WORDS: Final = {
    "levels": "产出 效益 满意度 成本 数量 质量 时效 成本指标 经济效益 社会效益指标",
    "names": "演练场次 仓库面积（平方米） 完成率（%） 补助金额（万元） 单位成本 投诉数 办结时限 群众满意度",
}
_SIGNS: Final = tuple(operator for operator in Operator if operator not in (Operator.BETWEEN, Operator.TEXT))
_SURE: Final = ("", "约", "近", "超过", "=")
_LEVELS, _NAMES = (line.split() for line in _WORDS.values())
_DIGESTS: Final = {"sha256": 64, "sm3": 64, "md5": 32}
"""Algorithm → hexadecimal digits."""


def years() -> st.SearchStrategy[int]:
    """Years that may be evaluated (年度), most of them recent.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(years(), lambda year: year > 2024)
        2025
    """
    return mostly(st.integers(2012, 2030), st.integers(YEARS[0], YEARS[-1]))


def periods() -> st.SearchStrategy[Period]:
    """Periods (时段): years, quarters, months, days, and from one day to another.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> print(find(periods(), lambda period: period.start.month > 6))
        2012-07
    """
    return st.one_of(
        st.builds(_months, years(), st.sampled_from(range(1, 13)), st.just(1)),
        st.builds(_months, years(), st.sampled_from((1, 4, 7, 10)), st.just(3)),
        st.builds(_months, years(), st.just(1), st.just(12)),
        _days().map(lambda day: Period(day, day)),
        st.tuples(_days(), _days()).map(lambda days: Period(min(days), max(days))),
    )


def _days() -> st.SearchStrategy[date]:
    return st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))


def _months(year: int, first: int, count: int) -> Period:
    last = first + count - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def locators() -> st.SearchStrategy[Locator]:
    """Places in a document (出处).

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(locators(), lambda locator: locator.cell == "C7")
        Locator(cell='C7')
    """
    places = {
        "section": texts(),
        "document": st.sampled_from(("自评表.xlsx", "绩效报告.docx", "附件/表3.pdf")) | texts(),
        "page": st.sampled_from(("12", "12-14")) | texts(),
        "cell": st.sampled_from(("C7", "Sheet1!C7", "'一 览'!$AA$10")) | texts(),
    }
    return records(Locator, {}, places)


def evidence() -> st.SearchStrategy[Evidence]:
    """Evidence (佐证材料), as far as a form says what it is.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(evidence(), lambda document: document.kind == "问卷")
        Evidence(title='甲', kind='问卷')
    """
    kinds = ("正式资料", "工作资料", "原始凭证", "说明材料", "问卷")
    cells = {
        "kind": st.sampled_from(kinds) | texts(),
        "date": periods(),
        "locator": locators(),
        "digest": _digests(),
        **dict.fromkeys(("issuer", "supports", "note"), texts()),
    }
    return records(Evidence, {"title": names()}, cells)


@cache
def _digests() -> st.SearchStrategy[str]:
    return st.one_of(
        *(
            st.integers(0, 16**digits - 1).map(f"{name}:{{:0{digits}x}}".format)
            for name, digits in _DIGESTS.items()
        )
    )


def targets() -> st.SearchStrategy[Target]:
    """Targets (指标值), most of them right, with the columns that a form may have beside them.

    Returns:
        A strategy; now and then a cell cannot be meant, and the target says its fault.

    Example:
        >>> from hypothesis import find
        >>> find(targets(), lambda target: target.sign is Operator.AT_MOST).text
        '0'
    """
    columns = {"sign": st.sampled_from(Operator), "implied": st.sampled_from(_SIGNS), **_columns()}
    return st.one_of(
        held_target_cells().map(Target),
        st.builds(Target, _reached(), sign=st.sampled_from(_SIGNS), unit=units("count", "money", "ratio")),
        held_target_cells().map(Target),
        records(Target, {"text": held_target_cells()}, columns),
    )


def actuals() -> st.SearchStrategy[Actual]:
    """Actuals (实际完成值), most of them right, some with evidence.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(actuals(), lambda actual: actual.evidence).evidence
        (Evidence(title='甲'),)
    """
    documents = {"evidence": st.lists(evidence(), max_size=3)}
    return st.one_of(
        records(Actual, {"text": held_actual_cells()}, documents),
        records(Actual, {"text": held_actual_cells()}, {**documents, **_columns()}),
    )


def _columns() -> dict[str, st.SearchStrategy[Any]]:
    return {"unit": _units(), "heading": _units(), "year": years()}


def _units() -> st.SearchStrategy[Unit]:
    return units("count", "money", "measure", "ratio", "rate")


def indicators() -> st.SearchStrategy[Indicator]:
    """Indicators (绩效指标), as far as a form fills them in.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(indicators(), lambda indicator: indicator.nature is Nature.QUALITATIVE)
        Indicator(name='演练场次', nature=Nature.QUALITATIVE)
    """
    fixed = {"name": st.sampled_from(_NAMES) | names()}
    usual = {"target": targets(), "actual": actuals(), "weight": points()}
    return records(Indicator, fixed, _indicator_cells(), usual).flatmap(_comparable).flatmap(judged)


def _comparable(indicator: Indicator) -> st.SearchStrategy[Indicator]:
    """The actual mostly measures what the target does."""
    target, actual = indicator.target, indicator.actual
    if target is None or target.quantity is None or actual is None:
        return st.just(indicator)
    figures = st.builds(
        "{}{:,f}{}".format, st.sampled_from(_SURE), _reached(), st.just(target.quantity.unit.beside)
    )
    other = figures.map(
        lambda text: attrs.evolve(indicator, actual=attrs.evolve(actual, text=text, unit=None))
    )
    return st.one_of(st.just(indicator), other, other)


@cache
def _reached() -> st.SearchStrategy[Decimal]:
    return mostly(numbers(at_least=0, at_most=1000, places=2), numbers(at_least=-(10**6), at_most=10**12))


def _indicator_cells() -> dict[str, st.SearchStrategy[Any]]:
    said = ("explanation", "criteria", "source", "target_basis", "method", "data_source", "evidence_required")
    return {
        "category": st.lists(mostly(st.sampled_from(_LEVELS), texts()), max_size=3),
        "award": awards(),
        "corrections": st.lists(corrections(), max_size=2),
        "not_applicable": st.just("") | names(),
        "nature": st.sampled_from(Nature),
        "direction": st.sampled_from(Direction),
        "reported_rate": percentages(),
        "reported_points": mostly(points(), numbers()),
        "locator": locators(),
        **dict.fromkeys((*said, "deviation_reason", "measures", "note"), texts()),
    }


def goals(*, depth: int = 2) -> st.SearchStrategy[Goal]:
    """Goals (绩效目标) with their indicators, and with goals that they are made of.

    Args:
        depth: Levels of goals at the most, the outermost counted, from 1 to `LIMITS.nesting`.

    Returns:
        A strategy.

    Raises:
        ValueError: There cannot be so many levels.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=20)
        ... @given(goals(depth=3))
        ... def test_each_indicator_has_one_path(goal):
        ...     paths = [path for path, _ in goal.walk()]
        ...     assert len(set(paths)) == len(paths)
        >>> test_each_indicator_has_one_path()
    """
    usual = {"indicators": st.lists(indicators(), max_size=5)}
    cells = {"achieved": texts(), "period": periods(), "tasks": st.lists(texts(), max_size=3)}
    made = records(Goal, {"text": names()}, cells, usual)
    for _ in levels(depth):
        made = records(Goal, {"text": names()}, {**cells, "goals": st.lists(made, max_size=2)}, usual)
    return made
