"""Rules in words (计分规则的文字说明): what each figure earns, with its ends, as a reader can check it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from govperf.limits import LIMITS
from govperf.messages import message
from govperf.model import Operator
from govperf.numerals.contexts import EXACT
from govperf.standards.measures import Measure
from govperf.standards.rules import ANY, DATE, ZERO, Knot, Rule

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Stretch", "earned", "figures", "percentage", "plain_text", "span", "stretches", "taken_off"]

_NOTHING: Final = Fraction(0)
_ALL: Final = Fraction(1)
_SCALE: Final = 10**LIMITS.digits


class Stretch(NamedTuple):
    """A stretch of figures (区段) on which the share of the points is level, or one straight line."""

    start: Fraction
    """The share at its beginning."""
    end: Fraction
    """The share at its end."""
    low: Fraction | None = None
    """Where it begins, None for nowhere."""
    high: Fraction | None = None
    """Where it ends, None for nowhere."""
    low_in: bool = False
    """Whether it begins with that figure, or above it."""
    high_in: bool = False
    """Whether it ends with that figure, or below it."""

    @property
    def level(self) -> bool:
        """Whether every figure of it earns the same."""
        return self.start == self.end


def stretches(rule: Rule) -> list[Stretch]:
    """The stretches of a rule (分段), rising: each figure lies in one of them.

    A knot belongs to the stretch above it where this continues its share, else to that below it, else it is
    a stretch of its own.

    Args:
        rule: Its figures are those after counting in steps, if it has them.

    Returns:
        One or more.

    Example:
        >>> from govperf.standards import standard
        >>> [one.low_in for one in stretches(standard("MOF-2021-101").rule("satisfaction"))]
        [False, True, True, True]
    """
    first, *others = rule.knots
    found = [Stretch(high=first.figure, start=first.below, end=first.below)]
    nexts = [*((knot.figure, knot.below) for knot in others), (None, rule.knots[-1].above)]
    for knot, (high, end) in zip(rule.knots, nexts, strict=True):
        _join(found, knot, Stretch(low=knot.figure, high=high, start=knot.above, end=end))
    return found


def _join(found: list[Stretch], knot: Knot, above: Stretch) -> None:
    """Add a knot and the stretch above it; two that are level at the same share become one."""
    below = found[-1]
    if knot.on == above.start:
        above = above._replace(low_in=True)
        if below.level and above.level and below.end == above.start:
            above = found.pop()._replace(high=above.high)
    elif knot.on == below.end:
        found[-1] = below._replace(high_in=True)
    else:
        at = {"low": knot.figure, "high": knot.figure, "start": knot.on, "end": knot.on}
        found.append(Stretch(**at, low_in=True, high_in=True))
    found.append(above)


def plain_text(value: Fraction) -> str:
    """An exact number in digits (精确数): a decimal where it ends, else a fraction.

    Args:
        value: Any.

    Returns:
        Never rounded.

    Example:
        >>> plain_text(Fraction(1, 8)), plain_text(Fraction(2, 3)), plain_text(Fraction(-30))
        ('0.125', '2/3', '-30')
    """
    above, below = value.as_integer_ratio()
    if _SCALE % below:
        return f"{above}/{below}"
    text = f"{EXACT.scaleb(Decimal(above * (_SCALE // below)), -LIMITS.digits):f}"
    return text.rstrip("0").rstrip(".")


def percentage(value: Fraction) -> str:
    """An exact rate as a reader writes it (百分数): 60%, or 2/3 where the percentage does not end.

    Example:
        >>> percentage(Fraction(3, 5)), percentage(Fraction(2, 3))
        ('60%', '2/3')
    """
    percent = plain_text(value * 100)
    return plain_text(value) if "/" in percent else f"{percent}%"


def span(low: str | None, high: str | None, lang: Language, *, low_in: bool, high_in: bool) -> str:
    """A range in words (区间), with what belongs to it.

    Args:
        low: Its lower end, None for none.
        high: Its upper end, None for none; the same as the lower for one figure alone.
        lang: "zh" or "en".
        low_in: Whether the lower end belongs to it.
        high_in: Whether the upper end does.

    Returns:
        Such as 80%（含）至90%（不含）.

    Example:
        >>> span("80%", "90%", "zh", low_in=True, high_in=False)
        '80%（含）至90%（不含）'
        >>> span("90%", None, "en", low_in=True, high_in=False)
        'from 90%, included'
    """
    details: dict[str, object] = {"low": low, "high": high}
    if low is None or high is None:
        found = (_FROM[low_in] if high is None else _TO[high_in]) if low != high else "describe.range-all"
        return message(found, details, lang)
    if low == high:
        return message("describe.range-at", details, lang)
    for name, within in (("low_end", low_in), ("high_end", high_in)):
        details[name] = message("describe.included" if within else "describe.excluded", {}, lang)
    return message("describe.range", details, lang)


_FROM: Final = {True: "describe.range-from", False: "describe.range-above"}
_TO: Final = {True: "describe.range-to", False: "describe.range-below"}


def _figure(rule: Rule, value: Fraction) -> str:
    """A figure of a rule: a percentage, or a number of its unit."""
    return plain_text(value) + rule.unit if rule.measure is Measure.ACTUAL else percentage(value)


def _distance(rule: Rule, value: Fraction, lang: Language) -> str:
    """How far two figures of a rule are apart: 5 percentage points, or a number of its unit."""
    rate = rule.measure is not Measure.ACTUAL
    if not rate and rule.unit != "%":
        return plain_text(value) + rule.unit
    points = value * 100 if rate else value
    code = "describe.percent-point" if points == 1 else "describe.percent-points"
    return message(code, {"figure": plain_text(points)}, lang)


def _within(rule: Rule, one: Stretch, lang: Language) -> str:
    low, high = (None if end is None else _figure(rule, end) for end in (one.low, one.high))
    return span(low, high, lang, low_in=one.low_in, high_in=one.high_in)


def _share(share: Fraction, lang: Language, *, end: bool = False) -> str:
    """What a share is of the points: none, all, or a part of them."""
    words = {_NOTHING: "nothing", _ALL: "everything"}.get(share, "share")
    code = f"describe.end-{words}" if end else f"describe.{words}"
    return message(code, {"share": percentage(share)}, lang)


def _line(rule: Rule, one: Stretch, lang: Language) -> str:
    """What a straight line gives, with an example or what each step is worth."""
    low, high = one.low or _NOTHING, one.high or _NOTHING  # a line has both
    ends = {"start": _share(one.start, lang, end=True), "end": _share(one.end, lang, end=True)}
    said = message(f"describe.line-{'up' if one.end > one.start else 'down'}", ends, lang)
    if rule.steps is not None:
        each = abs(one.end - one.start) / (high - low) * rule.steps.size
        step = {"share": percentage(each), "size": _distance(rule, rule.steps.size, lang)}
        return _remark(said, message("describe.line-step", step, lang), lang)
    if (low, high) == (one.start, one.end) and rule.measure is not Measure.ACTUAL:
        measure = message(f"measure.{rule.measure.value}", {}, lang)
        said = message("describe.line-same", {"measure": measure}, lang)
    middle, share = (low + high) / 2, (one.start + one.end) / 2
    example = {"figure": _figure(rule, middle), "share": _share(share, lang)}
    return _remark(said, message("describe.line-example", example, lang), lang)


def _remark(text: str, remark: str, lang: Language) -> str:
    return message("describe.remark", {"text": text, "remark": remark}, lang)


def _field(name: str, value: str, lang: Language) -> str:
    return message("describe.field", {"name": name, "value": value}, lang)


def figures(rule: Rule, lang: Language, *, execution: bool = False) -> Iterator[str]:
    """The figure that a rule looks at (计分依据), for each kind of target that it is for.

    Args:
        rule: Any.
        lang: "zh" or "en".
        execution: Whether it scores the budget execution too, as an actual beside a target of 100%.

    Yields:
        A formula.

    Example:
        >>> from govperf.standards import standard
        >>> list(figures(standard().rule("reverse_proportional"), "en"))
        ['where less is better: 100% up to the target, above it target ÷ actual']
    """
    if execution:
        yield message("describe.execution-rate", {}, lang)
    if rule.measure is Measure.MET:
        yield message("measure.met", {}, lang)
    elif rule.measure not in _COMPLETIONS:
        yield message(f"describe.{rule.measure.value}", {"unit": rule.unit}, lang)
    else:
        for group in _groups(rule):
            excess = rule.measure is Measure.EXCESS and group == "less"
            yield message("describe.excess-less" if excess else f"describe.completion-{group}", {}, lang)


_COMPLETIONS: Final = (Measure.COMPLETION, Measure.EXCESS)
_GROUPS: Final = {
    Operator.AT_LEAST.value: "more",
    Operator.MORE_THAN.value: "more",
    Operator.EQUAL.value: "more",
    Operator.AT_MOST.value: "less",
    Operator.LESS_THAN.value: "less",
    Operator.BETWEEN.value: "between",
    ZERO: "zero",
    DATE: "date",
}


def _groups(rule: Rule) -> dict[str, None]:
    """The kinds of targets of a rule, each once."""
    every = _GROUPS if ANY in rule.operators else rule.operators
    return dict.fromkeys(_GROUPS[operator] for operator in every)


Cases = tuple[tuple[str, Fraction], ...]

_MET: Final[Cases] = (("describe.met", _ALL), ("describe.not-met", _NOTHING))


def _cases(rule: Rule, *, execution: bool) -> Cases:
    """The only figures that a rule ever sees, where these are a target met and one that is not."""
    if rule.measure is Measure.MET:
        return _MET
    groups = set(_groups(rule))
    if rule.measure in _COMPLETIONS and not execution and groups and groups <= {"zero", "date"}:
        return _MET if "zero" in groups else _MET[:1]  # a date that is missed has no rate
    return ()


def earned(rule: Rule, lang: Language, *, execution: bool = False) -> Iterator[str]:
    """What each figure earns (得分), stretch by stretch.

    Args:
        rule: Any.
        lang: "zh" or "en".
        execution: As for `figures`.

    Yields:
        A stretch and its share of the points; before them, how the figure counts in steps.

    Example:
        >>> from govperf.standards import standard
        >>> for line in earned(standard("MOF-2021-101").rule("threshold"), "zh"):
        ...     print(line)
        低于60%：不得分
        60%（含）至100%（不含）：由0分按直线升至满分（如80%，得分值的50%）
        100%（含）以上：得满分
    """
    cases = _cases(rule, execution=execution)
    for code, figure in cases:
        yield _field(message(code, {}, lang), _share(rule.share(figure), lang), lang)
    if cases:
        return
    if rule.steps is not None:
        step = {"size": _distance(rule, rule.steps.size, lang), "start": _figure(rule, rule.steps.start)}
        yield message(f"describe.steps-{rule.steps.rounds}", step, lang)
    for one in stretches(rule):
        if execution or rule.steps is not None or rule.measure not in _POSITIVE or _begun(one):
            value = _share(one.start, lang) if one.level else _line(rule, one, lang)
            yield _field(_within(rule, one, lang), value, lang)


_POSITIVE: Final = (Measure.COMPLETION, Measure.DEVIATION)
"""What is never below zero, but for a budget execution that is."""


def _begun(one: Stretch) -> bool:
    """Whether a stretch has a figure that is not below zero."""
    return one.high is None or one.high > 0 or (one.high == 0 and one.high_in)


def taken_off(rule: Rule, lang: Language, *, execution: bool = False) -> Iterator[str]:
    """What is taken off (扣分), from which figure on.

    Args:
        rule: Any.
        lang: "zh" or "en".
        execution: As for `figures`.

    Yields:
        A range and its points; nothing where the rule takes nothing off.

    Example:
        >>> from govperf.standards import Clause, Provenance
        >>> clause = Clause(Provenance.CHOICE, "an example")
        >>> rule = Rule("far_over", (">=",), [(0, 0), (1, 1)], clause, deductions=[(2, 1), (3, 2)])
        >>> list(taken_off(rule, "zh"))
        ['200%（含）至300%（不含）：另扣1分', '300%（含）以上：另扣2分']
    """
    cases = _cases(rule, execution=execution)
    for code, figure in cases:
        if points := rule.taken_off(figure):
            yield _off(message(code, {}, lang), points, lang)
    if cases:
        return
    ends = [*(start for start, _ in rule.deductions), None][1:]
    for (start, points), end in zip(rule.deductions, ends, strict=True):
        high = None if end is None else _figure(rule, end)
        yield _off(span(_figure(rule, start), high, lang, low_in=True, high_in=False), points, lang)


def _off(where: str, points: Fraction, lang: Language) -> str:
    return message("describe.deduction", {"range": where, "points": plain_text(points)}, lang)
