"""Lights of indicators (指标灯色): what was reached by now, beside what was due by now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from govperf.errors import UnitError
from govperf.layout import spelled
from govperf.messages import message
from govperf.model import Approximation, CompletionRate, Indicator, Note, Operator, Rate, Undefined
from govperf.model.fields import expect
from govperf.model.plain import Record
from govperf.model.quotients import percentage
from govperf.monitoring.lights import Light, lit_line
from govperf.monitoring.loading import followed
from govperf.monitoring.moments import Moment, moment, part_due
from govperf.monitoring.projections import expected_actual, grows, with_projection
from govperf.monitoring.results import Followed, by, record
from govperf.monitoring.rules import Basis, MonitoringRules
from govperf.scoring.completion import compared, mismatch
from govperf.scoring.earning import OPEN_SIDES
from govperf.scoring.pairing import Measured, measured
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["NOT_APPLICABLE", "IndicatorLight", "indicator_light", "light_at"]

NOT_APPLICABLE: Final = "not_applicable"

_NO_RATIO: Final = Undefined("undefined.no-pro-rata")


@attrs.frozen(kw_only=True)
class IndicatorLight(Followed):
    """Light of an indicator (指标灯色) at some time of the year.

    Args:
        name: Of the indicator.
        target: The target as printed, "" where there is none.
        actual: The actual as printed, "" where there is none.
        light: The light, or why there is none.
        rule: How it was found: "pro_rata" (beside what is due by now), "bound" (met or not), "date", "level"
            (judged by a person); "not_applicable" where it does not apply, "" where nothing gives a light.
        figure: In words for a reader: a division, met or missed, or the level, in English and Chinese.
        ratio: How much was reached of what is due by now; undefined where the rule is another.
        completion: How much was reached of the whole target.
        expected: What is reached by the end of the year, if the pace stays (全年预计): a projection.
        notes: What was assumed.
        path: Where in the evaluation, "" outside one.
        rules: As for `Followed`, like the three fields after it.
    """

    __repr__ = spelled

    name: str
    target: str
    actual: str
    light: Light | Undefined
    rule: str
    figure: tuple[str, str]
    ratio: Rate | Undefined
    completion: CompletionRate | Undefined
    expected: Quantity | Undefined
    notes: tuple[Note, ...] = ()
    path: str = ""

    def explain(self, lang: Language = "zh") -> str:
        """How the light came about (灯色说明), in "zh" or "en"; the projection is called one."""
        line = lit_line(self.name, self.light, self.figure[lang == "zh"], self.notes, lang)
        return with_projection(line, self.expected, lang)

    def records(self, lang: Language = "zh") -> tuple[Record, ...]:
        """The light as one row of plain data (记录), as `Monitoring.records` has it."""
        return (record("indicator", self, lang, figure=self.figure[lang == "zh"]),)


class _Found(NamedTuple):
    """A light and the way to it."""

    light: Light | Undefined
    rule: str = ""
    figure: tuple[str, str] = ("", "")
    ratio: Rate | Undefined = _NO_RATIO
    completion: CompletionRate | Undefined = _NO_RATIO
    notes: tuple[Note, ...] = ()


def indicator_light(
    indicator: Indicator,
    *,
    month: int | None = None,
    on: date | None = None,
    year: int | None = None,
    rules: MonitoringRules | Basis | None = None,
) -> IndicatorLight:
    """Light of an indicator (指标灯色): what it reached by now, beside what was due by now.

    Args:
        indicator: Its actual counts from the beginning of the year to that time.
        month: As for `pro_rata_progress`.
        on: As for `pro_rata_progress`.
        year: The year, for daily frequencies and for dates that leave it out; that of the day, where one is
            said.
        rules: The limits, or their edition; those of systems in use unless told otherwise.

    Returns:
        The light, its ratio and a projection; what cannot be measured has no light but a reason.

    Raises:
        DataError: There is no such month, or the day is of another year.
        TypeError: The first argument is no indicator; neither a month nor a day is given, or both are.

    Rule:
        Positive: B / (A × m/12), below 60 % red, below 80 % yellow, else green; blue from 120 % of the annual
        target on (or, in the older edition, of what is due). ≤ and <, and a target of zero: met green, else
        red. Qualitative: 达成 green, 部分达成 yellow, 未达成 red (all in use). = and ranges are as positive
        ones; other words of levels; dates: kept green, missed red (all a choice).

    Example:
        >>> found = indicator_light(Indicator("周报", target="≥120份", actual="49份"), month=7)
        >>> found.light, found.ratio
        (<Light.YELLOW: 'yellow'>, Rate(70.00%))
    """
    expect(Indicator, indicator)
    at = moment(month, on, year)
    return light_at(indicator, at, on.year if on else year, followed(rules))


def light_at(
    indicator: Indicator, at: Moment, year: int | None, rules: MonitoringRules, path: str = ""
) -> IndicatorLight:
    """The light of an indicator at a moment (指标灯色), with its path in the evaluation."""
    found = _found(indicator, at, year, rules)
    return IndicatorLight(
        name=indicator.name,
        target="" if indicator.target is None else str(indicator.target),
        actual="" if indicator.actual is None else str(indicator.actual),
        **found._asdict(),
        expected=expected_actual(indicator, at.progress, year),
        path=path,
        **by(rules),
    )


def _found(indicator: Indicator, at: Moment, year: int | None, rules: MonitoringRules) -> _Found:
    if indicator.not_applicable:
        why = Undefined("undefined.indicator-not-applicable", {"reason": indicator.not_applicable})
        return _dark(why)._replace(rule=NOT_APPLICABLE)
    pair = _pair(indicator, year)
    if isinstance(pair, Measured):
        return _of_pair(pair, at, rules, level=not _adds_up(indicator))
    if level := _level(indicator):
        return _of_level(level, _unknown(indicator, pair), rules)
    if pair.code == "undefined.date-missed":
        return _Found(rules.missed, "date", _of_cells(dict(pair.details), "missed"), completion=pair)
    return _dark(pair)


def _dark(reason: Undefined) -> _Found:
    return _Found(reason, ratio=reason, completion=reason)


def _pair(indicator: Indicator, year: int | None) -> Measured | Undefined:
    try:
        return measured(indicator.target, indicator.actual, year=year)
    except UnitError as error:
        return mismatch(error)


def _adds_up(indicator: Indicator) -> bool:
    """Whether the actual is an amount that grows in the course of the year."""
    target, actual = indicator.target, indicator.actual
    figures = [] if target is None or actual is None else [actual.quantity, actual.lower, target.quantity]
    units = [figure.unit for figure in figures if figure is not None and figure.unit.atoms]
    return actual is not None and actual.whole is None and (not units or grows(units[0]))


def _level(indicator: Indicator) -> str:
    """What a person judged a qualitative indicator to be, "" for nothing."""
    if indicator.award is not None and indicator.award.level.strip():
        return indicator.award.level.strip()
    target, actual = indicator.target, indicator.actual
    if target is None or actual is None or target.operator is not Operator.TEXT or target.fault:
        return ""
    return actual.text


def _unknown(indicator: Indicator, reason: Undefined) -> Undefined:
    """Why there is no light if the level has none: prose as an actual may not be meant as one."""
    if indicator.award is None or not indicator.award.level:
        return reason
    return Undefined("undefined.level-unknown", {"level": indicator.award.level})


def _of_level(level: str, reason: Undefined, rules: MonitoringRules) -> _Found:
    light = rules.light_of(level)
    if light is None:
        return _dark(reason)
    figures = (
        message("monitor.level", {"level": level}, "en"),
        message("monitor.level", {"level": level}, "zh"),
    )
    return _Found(light, "level", figures, completion=reason)


def _of_pair(pair: Measured, at: Moment, rules: MonitoringRules, *, level: bool) -> _Found:
    completion = compared(pair)
    if isinstance(completion, Undefined):
        return _dark(completion)
    light = _colour(pair, at, rules, level=level)
    light, notes = _sure(light, pair, at, rules, level=level)
    notes = (*completion.notes, *notes)
    if _is_bound(pair):
        verdict = "met" if completion.met else "missed"
        cells = {"actual": pair.shown[0], "target": _bound(pair)}
        rule = "date" if pair.dated else "bound"
        return _Found(light, rule, _of_cells(cells, verdict), completion=completion, notes=notes)
    whole = level and rules.levels == "annual"
    ratio = Rate(completion.exact, terms=completion.terms) if whole else part_due(completion, at.progress)
    if level and not whole:
        notes = (*notes, Note("note.level-pro-rata"))
    return _Found(light, "pro_rata", (ratio.explain("en"), ratio.explain("zh")), ratio, completion, notes)


def _of_cells(cells: Mapping[str, str], verdict: str) -> tuple[str, str]:
    code = f"monitor.{verdict}"
    return message(code, cells, "en"), message(code, cells, "zh")


def _bound(pair: Measured) -> str:
    """The target as a reader would write it; that of a range by its two ends."""
    if pair.dated:
        return pair.shown[1]
    if pair.ceiling is not None:
        return f"{pair.shown[1]}{pair.operator.sign}{pair.ceiling_shown}"
    return f"{pair.operator.sign}{pair.shown[1]}"


def _is_bound(pair: Measured) -> bool:
    """Whether the target is only met or not, whatever the month."""
    return pair.dated or pair.of_zero or pair.fewer or pair.operator.less_is_better


def _colour(pair: Measured, at: Moment, rules: MonitoringRules, *, level: bool) -> Light | Undefined:
    completion = compared(pair)
    if isinstance(completion, Undefined):
        return completion
    if _is_bound(pair):
        return Light.GREEN if completion.met else Light.RED
    due = Fraction(1) if level and rules.levels == "annual" else at.progress.exact
    ratio = completion.exact / due
    over = completion.exact if rules.edition == "annual" else ratio
    return Light.BLUE if over >= Fraction(rules.over.value) else rules.indicators.light(ratio)


def _sure(
    light: Light | Undefined, pair: Measured, at: Moment, rules: MonitoringRules, *, level: bool
) -> tuple[Light | Undefined, tuple[Note, ...]]:
    """An approximate actual has the light of its figure only where it cannot decide.

    The lights change in one direction with the actual, so that its ends tell all of them.
    """
    if pair.approximation is Approximation.EXACT or pair.ranged:
        return light, ()
    margin = Fraction(rules.margin.value)
    ends = [
        attrs.evolve(pair, reached=pair.reached + side * margin * abs(pair.reached))
        for side in OPEN_SIDES[pair.approximation]
    ]
    details = {"actual": pair.cell, "margin": percentage(margin)}
    if {_colour(end, at, rules, level=level) for end in ends} == {light}:
        return light, (Note("note.approximate-light", details),)
    return Undefined("undefined.approximation-light", details), ()
