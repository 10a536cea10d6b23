"""The column of units beside a cell (计量单位栏): a unit, nothing, or a word that is none."""

from __future__ import annotations

import re
from typing import Final

from govperf.errors import UnitError
from govperf.model.words import optional_unit
from govperf.units import Unit

__all__ = ["DATES", "Column", "column", "heading", "is_of_dates", "is_unknown", "unit_of"]

Column = Unit | str | None
"""What a column of units says: a unit, a word that gives none, or nothing."""

_NOTHING: Final = re.compile(r"(?:[-‐–—―－/／\\＼_＿*＊\s]+|无|没有|无单位|无量纲)?")
"""How forms print that there is no unit."""

_WORD_AND_MORE: Final = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]")
_LIST: Final = re.compile("[、,，;；]")


def column(value: Unit | str | None) -> Column:
    """What a column of units says (读取计量单位栏).

    Args:
        value: A unit or what is printed. A blank, a dash and 无 are nothing.

    Returns:
        The unit; a word that names none, as printed; or None.

    Raises:
        LimitError: The text is too long.
        TypeError: It is no text.

    Example:
        >>> column("公里"), column("优良中低差"), column("—")
        (Unit.of('公里'), '优良中低差', None)
    """
    if value is None:
        return None
    if isinstance(value, str) and _NOTHING.fullmatch(value.strip()):
        return None
    try:
        unit = Unit.of(value)
    except UnitError:
        return str(value).strip()
    return unit if unit.atoms else None


def unit_of(value: Column) -> Unit | None:
    """The unit of a column (计量单位), where it says one.

    Args:
        value: What the column says.

    Returns:
        None for a word that names none.

    Example:
        >>> unit_of(column("公里")), unit_of(column("优良"))
        (Unit.of('公里'), None)
    """
    return value if isinstance(value, Unit) else None


DATES: Final = "日期"
"""What a column or a row of dates says."""

_DATES: Final = frozenset([DATES, "年月", "年月日", "年/月", "年.月", "年-月", "时间", "时点", "时间点"])


def heading(value: Unit | str | None) -> Column:
    """What the name of a row says that its numbers are (指标名称中的计量单位).

    Args:
        value: A unit, or 日期; "" is nothing.

    Returns:
        The unit, or `DATES`, or None.

    Raises:
        UnitError: It is neither.
        LimitError: The text is too long.
        TypeError: It is no text.

    Example:
        >>> heading("公里"), heading("日期"), heading("")
        (Unit.of('公里'), '日期', None)
    """
    return DATES if value == DATES else optional_unit(value)


def is_of_dates(value: Column) -> bool:
    """Whether a column says that dates stand beside it (日期栏), so that 2022.12 is one.

    Args:
        value: What the column says.

    Returns:
        True for 年月 and 日期; False for 月.

    Example:
        >>> is_of_dates("年月"), is_of_dates(column("月"))
        (True, False)
    """
    return isinstance(value, str) and value in _DATES


def is_unknown(value: Column) -> bool:
    """Whether a column says what no number can be counted in (单位不详).

    Args:
        value: What the column says.

    Returns:
        True for 优良 and 级; False for a unit, for nothing, and for counters of which one is meant, such as
        人（次） and 篇（条）: nobody knows which, but it is the same for all numbers beside it.

    Example:
        >>> is_unknown("优良"), is_unknown("篇（条）")
        (True, False)
    """
    return isinstance(value, str) and not _is_choice_of_counters(value)


def _is_choice_of_counters(word: str) -> bool:
    bracketed = _WORD_AND_MORE.fullmatch(word)
    parts = [one.strip() for one in (bracketed.groups() if bracketed else _LIST.split(word))]
    return len(parts) > 1 and all(map(_is_counter, parts))


def _is_counter(word: str) -> bool:
    """A counter without a scale word: of 万人（次） a bare number would lose its 万."""
    unit = column(word)
    return isinstance(unit, Unit) and unit.is_count and not unit.power_of_ten
