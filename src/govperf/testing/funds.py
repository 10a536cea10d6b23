"""Strategies of money in a form (预算策略): lines of a budget, adjustments, budgets, breakdowns."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from govperf.model import Adjustment, Breakdown, Budget, BudgetLine, Part, Progress
from govperf.testing.amounts import money, percentages, quantities
from govperf.testing.judged import points
from govperf.testing.printed import names, texts
from govperf.testing.rows import periods, years
from govperf.testing.weights import mostly, records
from govperf.units import Quantity
from govperf.units.lexicon import CURRENCIES

__all__ = ["adjustments", "breakdowns", "budget_lines", "budgets", "parts", "progress"]

_YUAN: Final = "元"
_FIELDS: Final = {
    "line": "original adjusted received executed",
    "amounts": "original adjusted received executed income carried_in carried_out",
    "lines": (
        "basic personnel operating project key_projects three_public overseas vehicles vehicle_purchase"
        " vehicle_running hospitality procurement"
    ),
}
_STAGES, _AMOUNTS, _LINES = (line.split() for line in _FIELDS.values())


def budget_lines(currency: str = _YUAN) -> st.SearchStrategy[BudgetLine]:
    """Lines of a budget (预算行), as far as a form fills them in.

    Args:
        currency: Of all amounts: 元, 美元.

    Returns:
        A strategy.

    Raises:
        ValueError: It is no currency.

    Example:
        >>> from hypothesis import find
        >>> find(budget_lines(), lambda line: line.executed)
        BudgetLine(executed=Quantity('1', '万元'))
    """
    names = st.sampled_from(("当年财政拨款", "上年结转资金", "其他资金", "经营支出")) | texts()
    return records(BudgetLine, {}, {"name": names, **dict.fromkeys(_STAGES, money(currency))})


def budgets(currency: str | None = None) -> st.SearchStrategy[Budget]:
    """Budgets (预算) of one currency, as far as a form fills them in; nothing need add up.

    Args:
        currency: Of all amounts; None is 元 in most of the budgets.

    Returns:
        A strategy.

    Raises:
        ValueError: It is no currency.

    Example:
        >>> from hypothesis import find
        >>> find(budgets(), lambda budget: budget.adjusted and budget.executed)
        Budget(
            year=2012,
            adjusted=Quantity('1', '万元'),
            executed=Quantity('1', '万元'),
        )
    """
    if currency is not None:
        return _budgets(currency)
    return mostly(_budgets(_YUAN), st.sampled_from(sorted(set(CURRENCIES))).flatmap(_budgets))


@cache
def _budgets(currency: str) -> st.SearchStrategy[Budget]:
    amounts, lines = money(currency), budget_lines(currency)
    cells: dict[str, st.SearchStrategy[Any]] = {
        **dict.fromkeys(_AMOUNTS, amounts),
        **dict.fromkeys(_LINES, lines),
        "adjustments": st.lists(adjustments(currency), max_size=3),
        **dict.fromkeys(("sources", "others"), st.lists(lines, max_size=3)),
        "income_sources": _parts(amounts),
        "progress": _progress(amounts),
        "weight": points(),
        "reported_points": points(),
        "reported_execution_rate": percentages(),
        "reported_completion_rate": percentages(),
    }
    return records(Budget, {"year": years()}, cells)


def adjustments(currency: str = _YUAN) -> st.SearchStrategy[Adjustment]:
    """Adjustments of a budget (预算调整), up or down, some with a reason and a date.

    Args:
        currency: Of the amount: 元, 美元.

    Returns:
        A strategy.

    Raises:
        ValueError: It is no currency.

    Example:
        >>> from hypothesis import find
        >>> find(adjustments(), lambda adjustment: adjustment.amount.magnitude < 0)
        Adjustment(amount=Quantity('-1', '万元'))
    """
    return records(Adjustment, {"amount": money(currency)}, {"reason": texts(), "date": periods()})


def parts(amounts: st.SearchStrategy[Quantity] | None = None) -> st.SearchStrategy[Part]:
    """Parts of a total (分项), each with its name and its amount.

    Args:
        amounts: Of the parts; None is any quantity.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(parts(quantities("人")), lambda part: part.amount.magnitude > 1)
        Part(name='甲', amount=Quantity('2', '人'))
    """
    return st.builds(Part, names(), quantities() if amounts is None else amounts)


def progress(currency: str = _YUAN) -> st.SearchStrategy[Progress]:
    """What was spent by the end of a month (累计执行数).

    Args:
        currency: Of the amount: 元, 美元.

    Returns:
        A strategy.

    Raises:
        ValueError: It is no currency.

    Example:
        >>> from hypothesis import find
        >>> find(progress(), lambda progress: progress.month > 6)
        Progress(month=7, executed=Quantity('0', '万元'))
    """
    return st.builds(Progress, st.integers(1, 12), money(currency))


def _parts(amounts: st.SearchStrategy[Quantity]) -> st.SearchStrategy[list[Part]]:
    return st.lists(parts(amounts), max_size=4)


def _progress(amounts: st.SearchStrategy[Quantity]) -> st.SearchStrategy[list[Progress]]:
    """At the end of some months, in their order."""
    spent = st.lists(st.tuples(st.integers(1, 12), amounts), unique_by=lambda pair: pair[0], max_size=4)
    return spent.map(lambda pairs: [Progress(*pair) for pair in sorted(pairs, key=lambda pair: pair[0])])


def breakdowns() -> st.SearchStrategy[Breakdown]:
    """Breakdowns (分项合计): mostly in units that add up, whether or not the figures do.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(breakdowns(), lambda breakdown: breakdown.parts).total
        Quantity('0', '人')
    """
    return st.one_of(*map(_breakdowns, _ADDING), _breakdowns(()))


_ADDING: Final = (("人", "万人"), ("万元", "元", "亿元"), ("条",), ("%", "‰"), ("亩", "公顷", "平方米"))


def _breakdowns(units: tuple[str, ...]) -> st.SearchStrategy[Breakdown]:
    amounts = quantities(units or None)
    return st.builds(Breakdown, names(), total=amounts, parts=_parts(amounts))
