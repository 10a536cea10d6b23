"""Strategies of cells (单元格策略): targets and actuals as forms print them, right, odd and wrong.

A cell is put together from tables of pieces, so that it is what somebody may have typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, get_args

from hypothesis import strategies as st

from govperf.limits import LIMITS
from govperf.model.fields import YEARS
from govperf.testing.amounts import numbers, quantities
from govperf.testing.printed import names, texts
from govperf.testing.weights import mostly

__all__ = ["CellKind", "actual_cells", "held_actual_cells", "held_target_cells", "target_cells"]

CellKind = Literal["right", "odd", "wrong"]
"""Of what kind a cell is (单元格类别): it says what can be measured; it may be anything; it is refused."""

_KINDS: Final = get_args(CellKind)

_PIECES: Final = {
    "target": "60条 ≥60条 ≤90万元 =100% =0起 24小时以内 不少于12场 每周1期 10～15个 2022年11月底前",
    "actual": "60条 540条 89.97万元 100% 0起 近540条 20小时 60余人次 78次中77次 约1.5亿元 2022年10月",
    "sign": "≥ ≤ > < = ≧ ⩽ >= <= ＞ ＜ ＝ 不少于 不低于 至少 达到 不超过 不大于 控制在 大于 小于 等于",
    "bound": "以上 及以上 以下 以内 之内",
    "sure": "近 约 大约 超过 不到 接近 至少 最多 已完成 共 实际完成",
    "vague": "左右 以上 上下 有余 以内",
    "inside": "余 多 来",
    "to": "～ ~ - — 至 到",
    "every": "每天 每周 每月 每季度 每半年 每年 每人 每户",
    "number": "0 5 12 3.5 1,200 二十 5万 -5",
    "count": "人 条 次 场 户 家 期 项",
    "unit": "人 条 次 场 户 家 期 项 万元 小时 公里 平方米 % 万人次 元/人",
    "prose": (
        "效果明显 基本达到 已完成 100%完成 2场3次 60张张 3年级 若干 无 ○ √ — / 5/7 4.5.6 1,23条 12月底前"
        " 三季度 长期 2022-2023年 同比增长5% 见附件2 甲60人、乙40人 (60) -5条 60条（含） ￥5，000"
        " 1e3 0x10 ½ 数百人"
    ),
    "signed prose": "≥效果明显 ≥60张张 ＞ ≥— =无 ≥5场3次 <约60条",
    "two ways": "≥60条以内 ≤5次以上 ≥≤5人 不少于60条以内 大于等于5人以下",
    "descending": "15～10个 80%～60% 5天至3天",
    "date": "{}年{}月底前 {}年{}月 {}年{}月15日前完成 于{}年{}月底前完成 {}-{:02} {}.{}.5",
    "cases": "{1}{2}中{0}{2} {1}{2}，其中{0}{2} {0}{2}/{1}{2}",
}
"""Whole cells, and what others are put together from."""

_WORDS: Final = {name: tuple(line.split()) for name, line in _PIECES.items()}
_BLANK: Final = ("", " ", "\u3000", "\n")
_FAULTY: Final = (*_WORDS["signed prose"], *_WORDS["two ways"], *_WORDS["descending"])
_WIDE: Final = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")


def target_cells(kind: CellKind | None = None) -> st.SearchStrategy[str]:
    """Cells of targets (指标值单元格): ≥60条, 24小时以内, 每周1期, 10～15个, 2022年11月底前, 效果明显, ≥—.

    Args:
        kind: "right" for those that say what can be measured, "wrong" for those that `Target.parse` refuses,
            "odd" for those that it takes for one or the other or for prose; None for all of them, and for
            texts that have nothing to do with a target.

    Returns:
        A strategy.

    Raises:
        ValueError: There is no such kind.

    Example:
        >>> from hypothesis import find
        >>> find(target_cells("right"), lambda cell: cell.startswith("≤")), find(target_cells("wrong"), bool)
        ('≤90万元', ' ')
    """
    return _of_kind(kind, _target_pieces())


def actual_cells(kind: CellKind | None = None) -> st.SearchStrategy[str]:
    """Cells of actuals (实际完成值单元格): 近540条, 60余人次, 78次中77次, 200-300人, 2022年10月, 效果明显.

    Args:
        kind: As for `target_cells`; only a blank or far too long cell is "wrong".

    Returns:
        A strategy.

    Raises:
        ValueError: There is no such kind.

    Example:
        >>> from hypothesis import find
        >>> find(actual_cells("right"), lambda cell: cell == "近540条")
        '近540条'
    """
    return _of_kind(kind, _actual_pieces())


def held_target_cells() -> st.SearchStrategy[str]:
    """Cells that a `Target` holds (可保存的指标值单元格), most of them right, none blank or far too long.

    Returns:
        A strategy.
    """
    cells = _target_pieces()
    return st.one_of(cells["right"], cells["odd"], st.sampled_from(_FAULTY), names())


def held_actual_cells() -> st.SearchStrategy[str]:
    """Cells that an `Actual` holds (可保存的完成值单元格), most of them right, none blank or far too long.

    Returns:
        A strategy.
    """
    cells = _actual_pieces()
    return st.one_of(cells["right"], cells["odd"], names())


def _of_kind(kind: CellKind | None, cells: Mapping[str, st.SearchStrategy[str]]) -> st.SearchStrategy[str]:
    if kind is None:
        return st.one_of(cells["right"], cells["odd"], cells["wrong"], _jumbled(), texts())
    if kind not in _KINDS:
        raise ValueError(f"a kind is one of {', '.join(_KINDS)}, not {kind!r}")
    return cells[kind]


@cache
def _target_pieces() -> Mapping[str, st.SearchStrategy[str]]:
    ways = (_figures(), _joined(_one("sign"), _figures()), _joined(_figures(), _one("bound")), _frequencies())
    return {
        "right": st.one_of(_one("target"), *ways, _ranges(), _dates()),
        "odd": _one("prose"),
        "wrong": st.one_of(st.sampled_from((*_BLANK, *_FAULTY)), _too_long()),
    }


@cache
def _actual_pieces() -> Mapping[str, st.SearchStrategy[str]]:
    ways = (
        _figures(),
        _joined(_one("sure"), _figures()),
        _joined(_figures(), _one("vague")),
        _passed(),
        _cases(),
    )
    return {
        "right": st.one_of(_one("actual"), *ways, _ranges(), _dates()),
        "odd": st.sampled_from((*_WORDS["prose"], *_FAULTY)),
        "wrong": st.one_of(st.sampled_from(_BLANK), _too_long()),
    }


def _too_long() -> st.SearchStrategy[str]:
    return st.sampled_from(("甲", "≥9")).map(lambda cell: cell.ljust(LIMITS.cell_chars + 1, cell[-1]))


def _one(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(_WORDS[name])


def _joined(*pieces: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    return st.builds(("{}" * len(pieces)).format, *pieces)


@cache
def _figures() -> st.SearchStrategy[str]:
    """Not negative and of a sane size, as the figures of a form are, in any way that people write them."""
    amounts = quantities(_WORDS["unit"], numbers=numbers(at_least=0, at_most=1000, places=2))
    usual = st.builds(str.format, st.sampled_from(("{}", "{:f}", "{:,#}", "{:scaled}", "{:spoken}")), amounts)
    rare = quantities(numbers=numbers(at_least=0, at_most=10**8, places=4)).map(str)
    return mostly(usual, usual.map(lambda figure: figure.translate(_WIDE)), rare)


def _frequencies() -> st.SearchStrategy[str]:
    return _joined(_one("every"), st.integers(1, 9), _one("count"))


def _passed() -> st.SearchStrategy[str]:
    """60余人次: the word stands inside."""
    return _joined(st.integers(1, 99).map("{}0".format), _one("inside"), _one("unit"))


def _ranges() -> st.SearchStrategy[str]:
    return st.builds(_range, st.integers(1, 1000), _one("to"), st.integers(1, 1000), _one("unit"))


def _range(low: int, to: str, more: int, unit: str) -> str:
    return f"{low}{to}{low + more}{unit}"


def _cases() -> st.SearchStrategy[str]:
    return st.builds(_share, _one("cases"), st.integers(0, 1000), st.integers(1, 1000), _one("count"))


def _share(form: str, part: int, rest: int, unit: str) -> str:
    return form.format(part, part + rest, unit)


def _dates() -> st.SearchStrategy[str]:
    years = st.integers(2010, 2035) | st.integers(YEARS[0], YEARS[-1])
    return st.builds(str.format, _one("date"), years, st.integers(1, 12))


@cache
def _jumbled() -> st.SearchStrategy[str]:
    """Pieces in any order: what comes of copying and pasting."""
    names = ("number", "unit", "sign", "bound", "sure", "inside", "to", "every")
    pieces = [piece for name in names for piece in _WORDS[name]]
    return st.lists(st.sampled_from(pieces), min_size=1, max_size=6).map("".join)
