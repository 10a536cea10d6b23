"""The unit that a heading gives to the numbers below it (表头中的单位)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from govperf.errors import LimitError, UnitError
from govperf.limits import LIMITS
from govperf.units.known import meaning_of, name_of
from govperf.units.lexicon import MONEY_SIGNS, SCALES
from govperf.units.unit import Unit, unit_named

__all__ = ["unit_in"]

_BRACKETS: Final = re.compile(r"[(（\[【]([^()（）\[\]【】]*+)[)）\]】]")
_SAID: Final = re.compile(  # 单位：万元, and not 预算单位：某村
    r"(?:^|[\s(（\[【,，;；]|计量|金额|货币|数量)单位\s*[:：]?\s*(?:人民币)?([^()（）\[\]【】;；，\s]+)"
)
_AFTER_COLON: Final = re.compile(r"[^:：]*(?<!单位)[:：]\s*([^:：]+)")  # 标准：元/人
_DIVIDED: Final = re.compile(r"([^/／]*+)[/／](.+)", re.DOTALL)  # 长度/km
_CERTAIN: Final = ("money", "ratio")
_LETTERS: Final = ("d", "l", "r")
_RANK: Final = ("排名", "名次", "位次", "顺序", "小数")
_CODE: Final = ("科目", "分类", "编码")
_NOT: Final[Mapping[str, tuple[str, ...]]] = {
    "分": ("时间", "时长", "时限", "用时"),
    **dict.fromkeys(("位", "名"), _RANK),
    **dict.fromkeys(("类", "款", "项", "目"), _CODE),
    **dict.fromkeys(("年", "月", "日", "月/日"), ("日期", "年份", "年度", "时点")),
}
"""What an inside is not under a name with one of these (例外)."""

_ONLY: Final = {"度": ("电", "能")}
_PLAINLY: Final = frozenset("个人户家项件次名台套处条座辆份只头亩吨米")
"""What can only be a unit, although a name stands behind its bracket."""

_PER_SCALE: Final = re.compile(r"[^/／]*[/／]\s*1?0*[百千万]万?")
_LIST: Final = re.compile("[、,，;；]")
_MARK: Final = re.compile(r".*\s(\S+)|.*?([%％‰])", re.DOTALL)  # 投资额 万元, 执行率%


def unit_in(heading: str) -> Unit | None:
    """The unit that a heading names (表头中的单位), as `Unit.in_heading` says.

    Args:
        heading: Of a column or a row.

    Returns:
        The unit, or None.

    Raises:
        UnitError: It names two, or a scale word without a unit.
        LimitError: It is longer than a cell can be.
        TypeError: It is not a text.

    Example:
        >>> unit_in("资助人数(人)"), unit_in("长度/km"), unit_in("标准：元/人·年"), unit_in("偏差原因")
        (Unit.of('人'), Unit.of('公里'), Unit.of('元/(人·年)'), None)
    """
    if not isinstance(heading, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"a heading is a text, not {type(heading).__name__}")
    if len(heading) > LIMITS.cell_chars:
        raise LimitError("limit.chars", heading, details={"limit": LIMITS.cell_chars})
    heading = heading.strip()
    found = dict(_units(heading, chain(_said(heading), _bracketed(heading), _unmarked(heading))))
    if len(set(found.values())) > 1:  # 万元（人民币）
        found = {text: unit for text, unit in found.items() if text not in MONEY_SIGNS}
    units = list(dict.fromkeys(found.values()))
    if len(units) > 1:
        raise UnitError("unit.two", heading, details={"one": units[0].label, "other": units[1].label})
    return units[0] if units else None


def _units(heading: str, candidates: Iterator[str]) -> Iterator[tuple[str, Unit]]:
    for text in candidates:
        if not 0 < len(text) <= LIMITS.unit_chars:
            continue
        if text in SCALES or _PER_SCALE.fullmatch(text):  # 金额（亿）, 发病率（例/10万）
            raise UnitError("unit.scale", heading)
        if unit := _unit(text):
            yield text, unit
        else:  # 万元、人
            parts = _LIST.split(text)
            yield from ((part, unit) for part in parts if len(parts) > 1 and (unit := _unit(part.strip())))


def _unit(text: str) -> Unit | None:
    unit = unit_named(MONEY_SIGNS.get(text, text))
    if unit and unit.atoms and unit.atoms[0].exponent < 0:  # 每人每年/元
        return None
    if unit and unit.atoms[1:]:  # 个/台/套 and 万亩/公顷 are alternatives
        counts = text.count("/") > 1 and all(meaning_of(atom.name).kind == "count" for atom in unit.atoms)
        if counts or not (unit.dimension or unit.is_ratio):
            one, other, *_ = (atom.label for atom in unit.atoms)
            raise UnitError("unit.two", text, details={"one": one, "other": other})
    return unit


def _said(heading: str) -> Iterator[str]:
    for said in _SAID.finditer(heading):
        yield said[1].strip()


def _bracketed(heading: str) -> Iterator[str]:
    """Brackets: those at the end, and money and ratios anywhere; 班（组）数 has none of them."""
    end = len(heading)
    last: list[str] = []
    others: list[str] = []
    for bracket in reversed(list(_BRACKETS.finditer(heading))):
        inside = bracket[1].strip()
        if _is_no_unit(inside, heading[: bracket.start()].strip()):
            continue
        if bracket.end() == end:
            last.append(inside)
            end = len(heading[: bracket.start()].rstrip())
        else:
            others.append(inside)
    yield from last
    for text in others:
        unit = unit_named(text) if 0 < len(text) <= LIMITS.unit_chars else None
        if unit and (unit.kind in _CERTAIN or (last and text in _PLAINLY)):
            yield text


def _is_no_unit(inside: str, name: str) -> bool:
    """表（d）, 日期（年/月/日）, 排名（位）, 人(次)."""
    if inside in _LETTERS or inside.startswith("年/月") or any(word in name for word in _NOT.get(inside, ())):
        return True
    if inside in _ONLY and not any(word in name for word in _ONLY[inside]):
        return True
    return bool(name and inside) and name_of(name + inside) is not None


def _unmarked(heading: str) -> Iterator[str]:
    """What stands in no brackets, and is no name: 类, 款, 期 and 年度 are headings, and no units there."""
    name = _BRACKETS.sub(" ", _SAID.sub(" ", heading)).strip()
    if len(name) <= LIMITS.unit_chars and (unit := unit_named(name)):
        latin = name.isascii() and len(name) > 1
        if unit.atoms and (latin or meaning_of(unit.atoms[0].name).kind in _CERTAIN):
            yield name
    elif colon := _AFTER_COLON.fullmatch(name):
        yield colon[1].strip()
    elif (mark := _MARK.fullmatch(name)) and _is_certain(mark[1] or mark[2]):
        yield mark[1] or mark[2]
    elif (divided := _DIVIDED.fullmatch(name)) and _is_certain(divided[2].strip(), least=1):
        yield divided[2].strip()


def _is_certain(word: str, *, least: int = 2) -> bool:
    """Whether a word outside brackets can only be a unit: 长 度, 收/支 and 职务/岗 are no units."""
    unit = unit_named(word) if 0 < len(word) <= LIMITS.unit_chars else None
    return unit is not None and (unit.kind in _CERTAIN or (len(word) >= least and unit.kind != "count"))
