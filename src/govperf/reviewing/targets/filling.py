"""How target and actual are filled in (指标值与完成值的填写): units, percentages, prose, empty cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govperf.model import Actual, Indicator, Severity, Target
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form
from govperf.reviewing.targets.growth import zero_base
from govperf.reviewing.targets.naming import is_percentage
from govperf.reviewing.targets.operators import applying, gathered
from govperf.reviewing.targets.reaching import cells, compared
from govperf.units import Quantity, Unit

__all__ = ["FILLING"]

_FAMILY: Final = "targets"
_OURS: Final = "the text says nothing of it"
_UNITS: Final = "units of 财预〔2021〕101号 annex 2"


@check("finding.target-fault", "warning", family=_FAMILY, source=_OURS)
def _target_fault(form: Form) -> Iterator[Hit]:
    """Target that cannot be meant as it stands (指标值无法读取), such as ≥60条以内. Never prose."""
    for row in applying(form):
        target = row.indicator.target
        if target is None or getattr(row.score.rate, "code", "") not in _UNREAD:
            continue
        if fault := target.fault:
            said = {"reason_en": fault.explain("en"), "reason_zh": fault.explain("zh")}
            details = {"name": row.indicator.name, **said}
            yield Hit(f"{row.path}.target", details, {f"{row.path}.target": target})


_UNREAD: Final = frozenset({"undefined.target-fault", "undefined.actual-missing"})
"""Of any other row the target was read, or is known to be prose."""


@check("finding.units", "error", family=_FAMILY, source=_UNITS, provenance="verified")
def _units(form: Form) -> Iterator[Hit]:
    """Target and actual that do not measure the same (计量单位不符).

    An error for 人 beside 人次 and for two measures such as 公里 beside 万元. A warning where one of them
    counts, or is a percentage; a hint for two counters, such as 个 beside 家, that may be two words for
    one thing. Never a bare figure beside a percentage, and never scale words: 万元 and 元 are one unit.
    """
    for found in form.standings.get("units", ()):
        one, other = _unit(found.row.indicator.target), _unit(found.row.indicator.actual)
        if not _is_bare_percentage(one, other):
            yield compared(found, _gravity(one, other))


def _unit(cell: Target | Actual | None) -> Unit:
    figure = None if cell is None else cell.quantity or getattr(cell, "lower", None)
    return figure.unit if isinstance(figure, Quantity) else Quantity(1).unit


def _is_bare_percentage(one: Unit, other: Unit) -> bool:
    return (one.is_ratio and not other.atoms) or (other.is_ratio and not one.atoms)


def _gravity(one: Unit, other: Unit) -> Severity:
    """人 and 人次 are never one thing; 个 and 家 may be, and 元/人 and 元 differ in what they are for."""
    kinds = {one.kind, other.kind}
    if one.atoms[:1] == other.atoms[:1]:
        return Severity.HINT
    if kinds == {"count"}:
        labels = one.unscaled.label, other.unscaled.label
        return Severity.ERROR if _TIMES in (_added(*labels), _added(*labels[::-1])) else Severity.HINT
    return Severity.ERROR if kinds <= _MEASURED else Severity.WARNING


def _added(short: str, long: str) -> str:
    """What a longer name of a unit adds to a shorter one; 场次 is nothing but 场."""
    return long.removeprefix(short) if long.startswith(short) and short != "场" else ""


_TIMES: Final = "次"
_MEASURED: Final = frozenset({"money", "measure"})


@check("finding.unit-bare", "warning", family=_FAMILY, source=_OURS)
def _unit_bare(form: Form) -> Iterator[Hit]:
    """Bare figure that may be meant in two ways (缺计量单位且有歧义): 950000 beside 90万元.

    A hint for a frequency: 52 beside 每周1期. Never a bare figure that can be meant in one way only, such
    as 50 beside ≥50个 or 12 beside 12次/年.
    """
    for one in form.standings.get("unit-bare", ()):
        is_frequency = getattr(one.rate, "code", "") == "undefined.frequency-bare"
        once_a_year = any(atom.name == _YEAR for atom in _unit(one.row.indicator.target).atoms)
        if not (is_frequency and once_a_year):
            yield compared(one, Severity.HINT if is_frequency else None)


_YEAR: Final = "年"


@check("finding.percent-missing", "hint", family=_FAMILY, source="filled forms", provenance="verified")
def _percent_missing(form: Form) -> Iterator[Hit]:
    """Percentages without their sign (缺百分号): a bare 100 of a rate, 0.95 beside 95%. One for the form.

    Never a count, a satisfaction in 分, a name that says the unit, a target of at most one or above 100;
    and a bare 96 beside 95% takes the sign of the target.
    """
    parts = {one.row.path for one in form.standings.get("percent-missing", ())}
    found = (row for row in applying(form) if row.path in parts or _lacks_percent(row.indicator))
    return gathered(found, "target", "actual")


def _lacks_percent(indicator: Indicator) -> bool:
    target, actual = indicator.target, indicator.actual
    figure = None if target is None else target.quantity
    if figure is None or figure.unit.atoms or not 1 < figure.magnitude <= _ALL:
        return False
    reached = _unit(actual)
    return reached.is_ratio or (not reached.atoms and is_percentage(indicator.name))


_ALL: Final = 100
"""Percent: all of it."""


@check("finding.growth-zero-base", "warning", family=_FAMILY, source=_OURS)
def _growth_zero_base(form: Form) -> Iterator[Hit]:
    """Growth from zero (基数为零的增长率): the form says that the base is 0, and then there is no rate.

    Never growth as an amount, and never a base of 0.3 or of 10, nor a growth of 0 %.
    """
    for one in form.standings.get("growth-zero-base", ()):
        field, text = zero_base(one.row.indicator) or ("", "")
        said = cells(one.row) | {f"{one.row.path}.{field}": text}
        yield Hit(f"{one.row.path}.actual", {"name": one.row.indicator.name, "text": text}, said)


@check("finding.actual-missing", "warning", family=_FAMILY, source="财预〔2020〕10号", provenance="recalled")
def _actual_missing(form: Form) -> Iterator[Hit]:
    """Rows with target and weight, and no actual (未填实际完成值). One for the form.

    Never a row that a person judged, one of no weight, or a form in which no row at all has an actual: it
    is not filled in yet.
    """
    empty = [row for row, _ in form.standings.get("actual-missing", ()) if row.indicator.weight]
    if empty and any(row.indicator.actual is not None for row in form.rows):
        yield from gathered(empty, "actual")


@check("finding.actual-text", "hint", family=_FAMILY, source="财预〔2020〕10号", provenance="recalled")
def _actual_text(form: Form) -> Iterator[Hit]:
    """Figure or date wanted, prose given (定量指标的完成值为文字): 达成预期指标 against ≥50个.

    Never a row that a person judged; never 完成, 达标, 是 against 100 %, one piece or a date; never
    未发生 against zero; never prose in which the figure of the target stands.
    """
    for one in form.standings.get("actual-text", ()):
        target, actual = one.row.indicator.target, one.row.indicator.actual
        if target is not None and actual is not None and not _says_enough(target, actual.text):
            yield compared(one)


def _says_enough(target: Target, text: str) -> bool:
    """Whether prose says that the target is met."""
    figure = target.quantity
    if figure is None:
        return _DONE.fullmatch(text) is not None
    if not figure:
        return _NOTHING.match(text) is not None
    said = {number.replace(",", "").replace("，", "") for number in _NUMBERS.findall(text)}
    if f"{figure.magnitude:f}" in said:
        return True
    is_all = figure.magnitude in (1, _ALL) and (figure.unit.is_ratio or not figure.unit.atoms)
    is_one = figure.magnitude == 1 and figure.unit.is_count
    return (is_all or is_one) and _DONE.fullmatch(text) is not None


_DONE: Final = re.compile(
    r"\s*(?:已|均|都|全部|全面|全|按时|按期|如期|及时|按计划|按要求|顺利|圆满|足额|年内|项目|任务|工作|工程){0,6}"
    r"(?:完成|完工|达标|达到|达成|合格|通过|到位|发放|落实|办结|验收|竣工|覆盖|达到预期|达成预期|是|有|无误|及时|按时|按期|优良|优秀)"
    r"(?:验收|目标|任务|工作|指标|要求|合格|发放|到位|完成|预期|年度){0,4}[。.！!]?\s*"
)
_NOTHING: Final = re.compile(r"\s*(?:无|未|没有?|零|从未)(?!.{0,4}[完达])")
_NUMBERS: Final = re.compile("[0-9][0-9,，]*(?:[.][0-9]+)?")


FILLING: Final[tuple[Check, ...]] = (
    _target_fault,
    _units,
    _unit_bare,
    _percent_missing,
    _growth_zero_base,
    _actual_missing,
    _actual_text,
)
