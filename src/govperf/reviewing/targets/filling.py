"""How target and actual are filled in (指标值与完成值的填写): units, percentages, prose, empty cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from govperf.messages import message
from govperf.model import Indicator, Severity, Target
from govperf.model.levels import is_of_time
from govperf.model.quotients import percentage
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form
from govperf.reviewing.listing import both
from govperf.reviewing.targets.growth import zero_base
from govperf.reviewing.targets.kinship import figure_of, unit_doubt
from govperf.reviewing.targets.naming import is_percentage
from govperf.reviewing.targets.operators import gathered
from govperf.reviewing.targets.reaching import cells, compared
from govperf.reviewing.wording.words import is_empty
from govperf.units import Quantity, Unit

__all__ = ["FILLING"]

_FAMILY: Final = "targets"
_FIGURES: Final = "财预〔2020〕10号: a 定量指标 is scored by its 实际完成值"
_PARTS: Final = "运算符号, 内容 and 计量单位 make one 指标值"
_UNITS: Final = "人 counts persons and 人次 attendances; 法定计量单位 convert within one measure"
_BARE: Final = "a figure without its 计量单位 may be meant in two ways"
_RATES: Final = "filled forms: 率 and 满意度 printed without %"
_GROWTH: Final = "a 增长率 is divided by the figure of the year before"


@check("finding.target-fault", "warning", family=_FAMILY, source=_PARTS)
def _target_fault(form: Form) -> Iterator[Hit]:
    """Target that contradicts itself (指标值自相矛盾), such as ≥60条以内, 90～80%, or ≥ before nothing or **.

    A hint for what may be a month or a number, unless the row is one of times. Never prose, and never what is
    merely no quantity to govperf, such as ≥Ⅲ类, ≥3星, ≤上年 or ≤40DDDs.
    """
    for row in form.applying:
        target = row.indicator.target
        fault = None if target is None else target.fault
        if fault is None or getattr(row.score.rate, "code", "") not in _UNREAD:
            continue
        severity = _of_fault(row.indicator, str(target), fault.code)
        if severity is not None:
            said = {"reason_en": fault.explain("en"), "reason_zh": fault.explain("zh")}
            details = {"name": row.indicator.name, **said}
            yield Hit(f"{row.path}.target", details, {f"{row.path}.target": target}, severity)


def _of_fault(indicator: Indicator, text: str, code: str) -> Severity | None:
    """How grave it is; None where a reader may well know what is meant."""
    if code in _DATES:
        of_time = is_of_time(indicator.category) or _NAMES_A_TIME.search(indicator.name)
        return None if of_time else Severity.HINT
    if code == "target.unreadable":
        meant = _SIGNS.sub("", text).strip()
        return None if meant and not is_empty(meant) else Severity.WARNING
    return Severity.WARNING if code in _CONTRADICTIONS else None


_UNREAD: Final = frozenset({"undefined.target-fault", "undefined.actual-missing"})
"""Of any other row the target was read, or is known to be prose."""
_CONTRADICTIONS: Final = frozenset({"target.contradiction", "target.range", "target.date", "target.unit"})
_DATES: Final = frozenset({"target.date-or-number", "target.month"})
_NAMES_A_TIME: Final = re.compile("时间|日期|时限|时点|期限")
_SIGNS: Final = re.compile(r"\A\s*(?:[≥≤≧≦⩾⩽＞＜><=＝]|不[少低小]于|不[高大多]于|不超过|[大小]于(?:等于)?)+")


@check("finding.units", "error", family=_FAMILY, source=_UNITS, provenance="verified")
def _units(form: Form) -> Iterator[Hit]:
    """Target and actual that do not measure the same (计量单位不符).

    An error for two kinds of measure, such as 公里 beside 万元. A warning for 人 beside 人次, a hint where
    the name says which; a warning where one of them counts or is a percentage. A hint for months beside
    days where the length of the months decides, and for counters that forms do not write for one another.
    Never 个 beside 家, 400元 beside 400元/人, a bare figure beside a percentage, nor 万元 beside 元.
    """
    for found in form.standings.get("units", ()):
        doubt = unit_doubt(found.row.indicator)
        if doubt is not None:
            severity, code = doubt
            target, actual = found.row.indicator.target, found.row.indicator.actual
            labels = {"one": figure_of(target).unit.beside, "other": figure_of(actual).unit.beside}
            hit = compared(found, severity)
            yield hit._replace(details={**hit.details, **_said("reason", code, labels)})


def _said(name: str, code: str, details: Mapping[str, object]) -> dict[str, object]:
    """A part of a sentence, in both languages."""
    return both(name, lambda lang: message(code, details, lang))


@check("finding.unit-bare", "warning", family=_FAMILY, source=_BARE)
def _unit_bare(form: Form) -> Iterator[Hit]:
    """Bare figure that may be meant in two ways (缺计量单位且有歧义): 950000 beside 90万元.

    A hint for a frequency: 52 beside 每周1期. Never a bare figure that can be meant in one way only, such
    as 50 beside ≥50个 or 12 beside 12次/年.
    """
    for one in form.standings.get("unit-bare", ()):
        is_frequency = getattr(one.rate, "code", "") == "undefined.frequency-bare"
        once_a_year = any(atom.name == _YEAR for atom in figure_of(one.row.indicator.target).unit.atoms)
        if not (is_frequency and once_a_year):
            yield compared(one, Severity.HINT if is_frequency else None)


_YEAR: Final = "年"


@check("finding.percent-missing", "hint", family=_FAMILY, source=_RATES, provenance="verified")
def _percent_missing(form: Form) -> Iterator[Hit]:
    """Percentages without their sign (缺百分号): a bare 100 of a rate. One for the form.

    Never a count, a satisfaction in 分, where a column or the name says the unit, a target of at most one or
    above 100; and a bare 96 beside 95% takes the sign of the target.
    """
    parts = {one.row.path for one in form.standings.get("percent-or-fraction", ())}
    found = [
        row
        for row in form.applying
        if (target := row.indicator.target) is not None
        and (figure := target.quantity) is not None
        and _lacks_percent(row.indicator, figure)
        and row.path not in parts
    ]
    return gathered(found, "target", "actual")


def _lacks_percent(indicator: Indicator, figure: Quantity) -> bool:
    if figure.unit.atoms or not 1 < figure.magnitude <= _ALL:
        return False
    reached = figure_of(indicator.actual).unit
    return reached.is_ratio or (not reached.atoms and is_percentage(indicator.name))


_ALL: Final = 100
"""Percent: all of it."""


@check("finding.percent-or-fraction", "hint", family=_FAMILY, source=_RATES, provenance="verified")
def _percent_or_fraction(form: Form) -> Iterator[Hit]:
    """Actual that may be a part of one (疑为按小数填写的百分比): 0.97 beside 95% is 97%, or 0.97%.

    Never 96 beside 95%, which takes its sign, and never where a person gave the points.
    """
    for one in form.standings.get("percent-or-fraction", ()):
        indicator = one.row.indicator
        figure = figure_of(indicator.actual)
        if not figure.unit.atoms:
            hit = compared(one)
            meant = percentage(Fraction(figure.magnitude) / (_ALL if figure.magnitude > 1 else 1))
            yield hit._replace(details={**hit.details, "meant": meant})


@check("finding.growth-zero-base", "warning", family=_FAMILY, source=_GROWTH)
def _growth_zero_base(form: Form) -> Iterator[Hit]:
    """Growth from zero (基数为零的增长率): the form says that the base is 0, and then there is no rate.

    Never growth as an amount, and never a base of 0.3 or of 10, nor a growth of 0 %.
    """
    for one in form.standings.get("growth-zero-base", ()):
        field, text = zero_base(one.row.indicator) or ("", "")
        said = cells(one.row) | {f"{one.row.path}.{field}": text}
        yield Hit(f"{one.row.path}.actual", {"name": one.row.indicator.name, "text": text}, said)


@check("finding.actual-missing", "warning", family=_FAMILY, source=_FIGURES, provenance="recalled")
def _actual_missing(form: Form) -> Iterator[Hit]:
    """Rows with target and weight, and no actual (未填实际完成值). One for the form.

    Never a row that a person judged, one of no weight, or a form in which no row at all has an actual: it
    is not filled in yet.
    """
    empty = [row for row, _ in form.standings.get("actual-missing", ()) if row.indicator.weight]
    if empty and any(row.indicator.actual is not None for row in form.rows):
        yield from gathered(empty, "actual")


@check("finding.actual-text", "hint", family=_FAMILY, source=_FIGURES, provenance="recalled")
def _actual_text(form: Form) -> Iterator[Hit]:
    """Figure or date wanted, prose given (定量指标的完成值为文字): 达成预期指标 against ≥50个.

    Never a row that a person judged; never 完成, 达标, 是 against 100 %, one piece or a date; never 未发生
    or 无 against zero or a limit, 全年 against a year; never prose in which the figure of the target
    stands, nor a fraction (31/33) or a figure with a remark (98.5%（优）).
    """
    for one in form.standings.get("actual-text", ()):
        target, actual = one.row.indicator.target, one.row.indicator.actual
        if target is not None and actual is not None and not _says_enough(target, actual.text):
            code = (
                "lacks.date" if target.period else "lacks.one" if _DIGIT.search(actual.text) else "lacks.any"
            )
            hit = compared(one)
            yield hit._replace(details={**hit.details, **_said("lacks", code, {})})


def _says_enough(target: Target, text: str) -> bool:
    """Whether prose says that the target is met, or holds a figure that can be read one way only."""
    figure = target.quantity
    if figure is None:
        return _DONE.fullmatch(text) is not None
    if _REMARKED.fullmatch(text) or (figure.unit.is_ratio and _FRACTION.fullmatch(text)):
        return True
    if not figure or target.operator.less_is_better:
        return _NOTHING.match(text) is not None
    if figure.unit.dimension == _MONTHS and _WHOLE_YEAR.fullmatch(text):
        return Fraction(figure.magnitude) * figure.unit.factor == _IN_YEAR
    said = {number.replace(",", "").replace("，", "") for number in _NUMBERS.findall(text)}
    if f"{figure.magnitude:f}" in said:
        return True
    is_all = figure.magnitude in (1, _ALL) and (figure.unit.is_ratio or not figure.unit.atoms)
    is_one = figure.magnitude == 1 and figure.unit.is_count
    return (is_all or is_one) and _DONE.fullmatch(text) is not None


_DONE: Final = re.compile(
    r"\s*(?:已|均|都|全部|全面|全|按时|按期|如期|及时|按计划|按要求|顺利|圆满|足额|年内|项目|任务|工作|工程){0,6}"
    r"(?:完成|完工|达标|达到|达成|合格|通过|到位|发放|落实|办结|验收|竣工|覆盖|达到预期|达成预期|是|有|无误|及时|按时|按期"
    r"|优良|优秀|合规|精准|准确|规范|完好|符合)"
    r"(?:验收|目标|任务|工作|指标|要求|合格|发放|到位|完成|预期|年度){0,4}[。.！!]?\s*"
)
_NOTHING: Final = re.compile(r"\s*(?:无|未|没有?|零|从未)(?!.{0,4}[完达])")
_NUMBERS: Final = re.compile("[0-9][0-9,，]*(?:[.][0-9]+)?")
_DIGIT: Final = re.compile("[0-9０-９]")
_REMARKED: Final = re.compile(
    r"\s*[0-9][0-9,，]{0,20}(?:\.[0-9]{1,20})?\s*[^0-9，,。；;（()）\s]{0,4}\s*[（(][^（()）0-9]{1,20}[)）]\s*"
)
_FRACTION: Final = re.compile(r"\s*[0-9]{1,20}\s*[/／]\s*[0-9]{1,20}\s*")
_WHOLE_YEAR: Final = re.compile(r"\s*(?:已?完成)?(?:全年|整年|一整年|全年度|常年)\s*")
_MONTHS: Final = Unit.of("月").dimension
_IN_YEAR: Final = 12


FILLING: Final[tuple[Check, ...]] = (
    _target_fault,
    _units,
    _unit_bare,
    _percent_missing,
    _percent_or_fraction,
    _growth_zero_base,
    _actual_missing,
    _actual_text,
)
