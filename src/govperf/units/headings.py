"""The unit that a heading gives to the numbers below it (表头中的单位)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govperf.errors import LimitError, UnitError
from govperf.limits import LIMITS
from govperf.units.lexicon import MONEY_SIGNS
from govperf.units.unit import Unit, unit_named

__all__ = ["unit_in"]

# 单位：万元 anywhere; brackets at the end, （A）（万元）; a slash, 长度/km.
_SAID: Final = re.compile(r"单位\s*[:：]\s*([^()（）\[\]【】;；，]+)")
_BRACKETS: Final = re.compile(r"[(（\[【]([^()（）\[\]【】]*+)[)）\]】]")
_ENDING: Final = re.compile(r"(?:[(（\[【][^()（）\[\]【】]*+[)）\]】]\s*+)++$")
_DIVIDED: Final = re.compile(r"([^/／]*+)[/／](.+)", re.DOTALL)
_LIST: Final = re.compile("[,，;；]")


def unit_in(heading: str) -> Unit | None:
    """The unit that a heading names (表头中的单位), as `Unit.in_heading` says.

    Args:
        heading: Of a column or a row.

    Returns:
        The unit, or None.

    Raises:
        UnitError: It names two.
        LimitError: It is longer than a cell can be.
        TypeError: It is not a text.

    Example:
        >>> unit_in("资助人数(人)"), unit_in("长度/km"), unit_in("年度指标值（单位：元/人·年）")
        (Unit.of('人'), Unit.of('公里'), Unit.of('元/(人·年)'))
    """
    if not isinstance(heading, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"a heading is a text, not {type(heading).__name__}")
    if len(heading) > LIMITS.cell_chars:
        raise LimitError("limit.chars", heading, details={"limit": LIMITS.cell_chars})
    found = dict(_units(heading.strip()))
    if len(set(found.values())) > 1:  # 万元（人民币）
        found = {text: unit for text, unit in found.items() if text not in MONEY_SIGNS}
    units = list(dict.fromkeys(found.values()))
    if len(units) > 1:
        raise UnitError("unit.two", heading, details={"one": units[0].label, "other": units[1].label})
    return units[0] if units else None


def _units(heading: str) -> Iterator[tuple[str, Unit]]:
    for text in _candidates(heading):
        if 0 < len(text) <= LIMITS.unit_chars and (unit := unit_named(text)):
            yield text, unit
    unit = unit_named(heading) if len(heading) <= LIMITS.unit_chars else None
    if unit and (unit.is_money or unit.is_ratio):  # 类, 款, 期 and 年度 are headings, and no units there
        yield heading, unit


def _candidates(heading: str) -> Iterator[str]:
    """The pieces of a heading where a unit may stand."""
    for said in _SAID.finditer(heading):
        yield said[1].strip()
    name = heading
    if ending := _ENDING.search(heading):
        name = heading[: ending.start()]
        for bracket in _BRACKETS.finditer(heading, ending.start()):
            yield from (piece.strip() for piece in _LIST.split(bracket[1]))
    divided = _DIVIDED.match(name)
    if divided and not unit_named(divided[1][: LIMITS.unit_chars]):  # 长度/km, and not 人/次
        yield divided[2].strip()
