"""What a developer writes who builds on govperf, with the types that checkers must find; it runs as well."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, assert_type

import attrs

import govperf as gp
from govperf.codec import JsonValue
from govperf.comparing import Change, Comparison, Place, Sensitivity
from govperf.errors import DataError, DataErrors, InputError, LimitError
from govperf.monitoring import Light, Monitoring
from govperf.scoring import Calculator, Line, Outcome, Points, WeightCheck
from govperf.standards import Case, Clause, Earned, Provenance, ScoringRule

CASES = Path(__file__).resolve().parents[2] / "examples" / "cases"
ROW = gp.Indicator("培训人次", target="≥8000人次", actual="8200人次", weight=Decimal(50))
FORM = gp.Evaluation(
    "某局",
    2023,
    budget=gp.Budget(2023, adjusted="3,700万元", executed="3,678.76万元", weight=10),
    goals=[
        gp.Goal("培训", indicators=[ROW, gp.Indicator("满意度", target="≥90%", actual="81%", weight="40")])
    ],
)


def test_rates_are_narrowed() -> None:
    rate = gp.completion_rate("≥60条", "57条")
    assert_type(rate, gp.CompletionRate | gp.Undefined)
    if isinstance(rate, gp.Undefined):
        assert_type(rate.explain("zh"), str)
        raise TypeError(rate.code)
    assert_type(rate, gp.CompletionRate)
    assert_type(rate.exact, Fraction)
    assert_type(rate.met, bool)
    assert_type(rate.notes, tuple[gp.Note, ...])
    assert_type(gp.deviation_rate("60条", 57), gp.Rate | gp.Undefined)
    assert_type(gp.Budget(2023).execution_rate, gp.Rate | gp.Undefined)
    assert_type(gp.aggregate(["3篇", gp.Quantity(4, "篇"), None]), gp.Actual | gp.Undefined)


def test_rates_are_matched() -> None:
    def said(rate: gp.Rate | gp.Undefined) -> str:
        match rate:
            case gp.Undefined(code="undefined.target-missing"):
                return "no target"
            case gp.Undefined(code=code):
                assert_type(code, str)
                return code
            case gp.CompletionRate(exact=share, met=True):
                assert_type(share, Fraction)
                return f"met {share}"
            case gp.Rate(exact=share):
                assert_type(share, Fraction)
                return str(share)

    rates = [
        gp.completion_rate(None, "57条"),
        gp.completion_rate("≥50条", "57条"),
        gp.deviation_rate("60条", "57条"),
    ]
    assert [said(rate) for rate in rates] == ["no target", "met 57/50", "-1/20"]


def test_an_evaluation() -> None:
    assert_type(FORM.department, gp.Department)
    assert_type(FORM.budget, gp.Budget | None)
    assert_type(FORM.goals, tuple[gp.Goal, ...])
    for place, row in FORM.indicators():
        assert_type(place, str)
        assert_type(row, gp.Indicator)
        assert_type(row.target, gp.Target | None)
        assert_type(row.actual, gp.Actual | None)
        assert_type(row.weight, Decimal | None)
        assert_type(row.category, tuple[str, ...])
    assert_type(attrs.evolve(ROW, weight=Decimal(30)), gp.Indicator)
    assert_type(attrs.evolve(FORM, notes=("已复核",)), gp.Evaluation)


def test_scores() -> None:
    card = gp.evaluate(FORM)
    assert_type(card, gp.Scorecard)
    assert_type(card.total, Decimal | gp.Undefined)
    assert_type(card.grade, gp.Grade | gp.Undefined)
    assert_type(card.scores, tuple[gp.Score, ...])
    assert_type(card.unrounded, Fraction | None)
    assert_type(card.possible, tuple[Decimal, Decimal] | gp.Undefined)
    assert_type(card.explain(), str)
    if isinstance(card.total, Decimal) and isinstance(card.grade, gp.Grade):
        assert_type(card.total, Decimal)
        assert_type(card.grade.label, str)
    points = [score.points for score in card.scores if not isinstance(score.points, gp.Undefined)]
    assert_type(points, list[Decimal])
    assert_type(gp.equal_weights(50, 3), tuple[Decimal, ...])
    assert_type(gp.weight_checks(FORM), tuple[WeightCheck, ...])
    assert sum(points) == 86


def test_a_review() -> None:
    findings = gp.review(FORM)
    assert_type(findings, gp.Findings)
    assert_type(findings.filter("identities", at_least="warning", accepted=False), gp.Findings)
    assert_type(findings.filter(severity=gp.Severity.HINT), gp.Findings)
    assert_type(findings[0], gp.Finding)
    assert_type(len(findings), int)
    for finding in findings:
        assert_type(finding, gp.Finding)
        assert_type(finding.severity, gp.Severity)
        assert_type(finding.figures, tuple[gp.Figure, ...])
        assert_type(finding.explain("en"), str)
    assert_type([finding.code for finding in findings.sorted()], list[str])
    assert_type(findings.records(), tuple[Mapping[str, str], ...])


@gp.check("own.few-trips", "warning", zh="{name}不足", en="{name} is too few")
def few_trips(form: gp.Form) -> Iterator[gp.Hit]:
    """A check of one's own."""
    for row in form.rows:
        assert_type(row, gp.Row)
        yield gp.Hit(row.path, {"name": row.indicator.name})


def test_checks() -> None:
    assert_type(few_trips, gp.Check)
    assert_type(gp.CHECKS, gp.Checks)
    assert_type(gp.CHECKS.only("identities", "weights"), gp.Checks)
    some: list[gp.Check] = [*gp.CHECKS.without("wording"), few_trips]
    assert_type(gp.Checks(some), gp.Checks)
    assert_type(gp.review(FORM, checks=[few_trips]), gp.Findings)
    assert len(gp.review(FORM, checks=[*gp.CHECKS.only("weights"), few_trips]).filter("own")) == 2


def test_json_is_of_the_class_that_was_asked_for() -> None:
    text = gp.to_json(FORM, indent=None)
    assert_type(text, str)
    assert_type(gp.from_json(text, gp.Evaluation), gp.Evaluation)
    assert_type(gp.from_json(text.encode(), gp.Evaluation), gp.Evaluation)
    assert_type(
        [gp.from_json(path.read_bytes(), gp.Evaluation) for path in CASES.iterdir()], list[gp.Evaluation]
    )
    assert_type(gp.from_dict({"schema": 1, "name": "粉尘", "amount": "150家"}, gp.Part), gp.Part)


def test_dictionaries() -> None:
    made = gp.to_dict(FORM)
    assert_type(made, dict[str, JsonValue])
    assert_type(gp.from_dict(made, gp.Evaluation), gp.Evaluation)
    assert_type(json.dumps(made), str)
    goals = made["goals"]
    assert isinstance(goals, list)
    first: JsonValue = goals[0]
    assert isinstance(first, dict)
    loose: dict[str, Any] = gp.to_dict(FORM)  # for those who look deep into it
    loose["goals"][0]["indicators"][0]["target"] = "≥9000人次"
    assert_type(gp.from_dict(loose, gp.Evaluation), gp.Evaluation)
    schema: dict[str, Any] = gp.json_schema(gp.Evaluation)
    assert_type(gp.json_schema(gp.Scorecard), dict[str, JsonValue])
    assert schema["title"] == "Evaluation"


def test_faults() -> None:
    try:
        gp.from_json('{"schema": 1, "amonut": 1}', gp.Part)
    except DataErrors as error:
        assert_type(error.exceptions, tuple[InputError, ...])
    except LimitError as error:
        assert_type(error.path, str)
    except DataError as error:
        assert_type(error.explain("en"), str)


def test_comparisons() -> None:
    after = gp.what_if(FORM, {"$.goals[0].indicators[0]": {"actual": "7000人次"}})
    assert_type(after, gp.Evaluation)
    found = gp.compare(FORM, after)
    assert_type(found, Comparison)
    assert_type(found.changes, tuple[Change, ...])
    assert_type(found.records(), list[dict[str, JsonValue]])
    assert_type(gp.rank({"甲局": FORM, "乙局": gp.evaluate(after)}), tuple[Place, ...])
    assert_type(gp.sensitivity(FORM), Sensitivity)


def test_monitoring() -> None:
    watched = gp.monitor(FORM, month=6)
    assert_type(watched, Monitoring)
    assert_type(watched.dual, Light | gp.Undefined)
    assert_type(watched.records("en"), tuple[dict[str, JsonValue], ...])
    assert_type(gp.monitor(FORM, month=6, rules="pro_rata").explain(), str)


def test_standards() -> None:
    book = gp.standard("MOF-2020-10")
    assert_type(book, gp.ScoringStandard)
    assert_type(gp.standard(), gp.ScoringStandard)
    assert_type(book.rules, tuple[ScoringRule, ...])
    assert_type(book.grade(Decimal(90)), gp.Grade)
    assert_type(gp.taxonomy("2020"), gp.Taxonomy)
    assert_type(gp.taxonomy("2020").categories, tuple[gp.Category, ...])
    assert_type(gp.common_indicators("2013-department"), tuple[gp.CommonIndicator, ...])


def test_a_calculator() -> None:
    made = Calculator()
    lines = [
        made.execution("100", Decimal(95)),
        made.line("巡查", "≥", weight=50, target=52, actual="49", category="产出"),
    ]
    assert_type(lines, list[Line])
    assert_type(made.score(lines[0]), Points)
    assert_type(made.sheet(lines), Outcome)
    assert_type(made.sheet(lines).total, Decimal | gp.Undefined)


@attrs.frozen
class FromHalf:
    """A rule of one's own as an attrs class: its fields are what the protocol asks for."""

    clause: Clause
    name: str = "from_half"
    operators: tuple[str, ...] = (">=",)
    categories: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ("培训人次",)

    def earn(self, case: Case) -> Earned | gp.Undefined:
        return Earned(figure=case.actual, shown=case.shown[0], share=Fraction(1, 2))


def rules() -> Iterable[ScoringRule]:
    return [FromHalf(Clause(Provenance.CHOICE, "our office"))]


def test_rules_of_ones_own() -> None:
    book = gp.standard().with_rules(*rules(), name="ours")
    assert_type(book, gp.ScoringStandard)
    assert gp.score(ROW, standard=book).points == 25
