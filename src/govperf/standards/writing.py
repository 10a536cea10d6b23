"""Writing rule books (评分标准的写出): the whole book as TOML, which reads as an equal one."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from govperf.errors import StandardError
from govperf.model.clause import Clause
from govperf.model.fields import expect
from govperf.standards.levels import Level
from govperf.standards.measures import Measure
from govperf.standards.parameters import Parameter, Rounding
from govperf.standards.review_limits import ReviewLimits
from govperf.standards.rulebook import ScoringStandard
from govperf.standards.rules import Knot, Rule, ScoringRule
from govperf.standards.tomling import toml

__all__ = ["dumps"]

Section = dict[str, Any]


def dumps(standard: ScoringStandard) -> str:
    """A rule book as TOML (写出评分标准), the other way of `loads`.

    Args:
        standard: Of rules that are data; a rule that is a class of your own is code, and cannot be written.

    Returns:
        The whole book: where it was made from another one, `derived_from` says which, and nothing is
        taken from there any more.

    Raises:
        StandardError: A rule cannot be written, or nobody could read the text: the path says where.
        TypeError: It is no rule book.

    Example:
        >>> from govperf.standards import loads, standard
        >>> book = standard("HUBEI-2020")
        >>> text = dumps(book)
        >>> print(text[: text.index("[[weights]]")].rstrip())
        name = "HUBEI-2020"
        title = "湖北省项目支出绩效自评表（2020年）"
        english = "Project self-evaluation forms of Hubei, 2020"
        aliases = ["湖北2020"]
        derived_from = "MOF-2020-10"
        taxonomy = "2020"
        >>> loads(text) == book
        True
    """
    expect(ScoringStandard, standard)
    return toml({**_names(standard), **_weights(standard), **_scoring(standard), **_policies(standard)})


def _names(book: ScoringStandard) -> Section:
    return {
        "name": book.name,
        "title": book.title,
        "english": book.english,
        **_given(aliases=list(book.aliases), derived_from=book.extends),
        "taxonomy": book.taxonomy,
    }


def _weights(book: ScoringStandard) -> Section:
    sets = [
        {"name": one.name, "points": dict(one.points), "execution": one.execution, **_clause(one.clause)}
        for one in book.weights
    ]
    floors = [
        {"codes": one.codes, "share": one.share, "kinds": one.kinds, **_clause(one.clause)}
        for one in book.weight_floors
    ]
    return _given(weights=sets, weight_floors=floors)


def _scoring(book: ScoringStandard) -> Section:
    execution = {
        "points": book.execution_points.value,
        "rule": book.execution_rule,
        **_given(finished=book.execution_finished),
        **_clause(book.execution_points.clause),
    }
    return {
        "execution": execution,
        "rules": {rule.name: _rule(rule) for rule in book.rules},
        "levels": {"bands": [_level(one) for one in book.levels.levels], **_clause(book.levels.clause)},
    }


def _rule(rule: ScoringRule) -> Section:
    if not isinstance(rule, Rule):
        raise StandardError("standard.own-rule", rule.name, path="$.rules")
    return {
        "operators": rule.operators,
        **_given(categories=rule.categories, indicators=rule.indicators),
        **_given(
            measure=rule.measure.value if rule.measure is not Measure.COMPLETION else "", unit=rule.unit
        ),
        "knots": [_knot(knot) for knot in rule.knots],
        **_given(steps=rule.steps, deductions=rule.deductions),
        **_clause(rule.clause),
        **_given(choice=rule.choice),
    }


def _knot(knot: Knot) -> tuple[Fraction, ...]:
    """Two numbers where nothing jumps."""
    return knot if len(set(knot[1:])) > 1 else knot[:2]


def _level(level: Level) -> Section:
    return {
        "label": level.label,
        "english": level.english,
        "from": level.lower,
        "to": level.upper,
        **_given(aliases=list(level.aliases), minus=level.minus),
    }


def _policies(book: ScoringStandard) -> Section:
    cap = book.total_cap
    return {
        "not_applicable": {"policy": book.not_applicable.policy, **_clause(book.not_applicable.clause)},
        "over_fulfilment": _parameter("limit", book.over_fulfilment),
        "approximation": _parameter("margin", book.approximation),
        **_given(review=_review(book.review) if book.review else {}),
        "rounding": _rounding(book.rounding),
        "total": _parameter("full", book.full),
        **_given(total_cap={"bands": cap.bands, **_clause(cap.clause)} if cap else {}),
        "grades": {
            "bands": [{"label": one.label, "name": one.name, "from": one.lower} for one in book.grades],
            **_clause(book.grades_clause),
        },
    }


def _parameter(key: str, parameter: Parameter) -> Section:
    return {key: parameter.value, **_clause(parameter.clause)}


def _review(limits: ReviewLimits) -> Section:
    fields = attrs.fields(ReviewLimits)
    parameters: dict[str, Parameter] = {field.name: getattr(limits, field.name) for field in fields}
    return {
        **{name: parameter.value for name, parameter in parameters.items()},
        **_clause(limits.jump.clause),
    }


def _rounding(rounding: Rounding) -> Section:
    return {
        "digits": rounding.digits,
        "mode": rounding.mode,
        "level": rounding.level,
        **({} if rounding.rate is None else {"rate": rounding.rate}),
        **_clause(rounding.clause),
    }


def _clause(clause: Clause) -> Section:
    return {"provenance": clause.provenance.value, "source": clause.source}


def _given(**fields: object) -> Section:
    """The fields that say anything: what is empty is left out."""
    return {key: value for key, value in fields.items() if value}
