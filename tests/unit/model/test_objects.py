"""What every object of the model keeps: frozen, hashable, without lists, copied and pickled whole."""

import copy
import inspect
import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf import model
from govperf.model import (
    Acceptance,
    Actual,
    Adjustment,
    Approximation,
    Award,
    Breakdown,
    Budget,
    BudgetLine,
    Clause,
    CompletionRate,
    Correction,
    Department,
    Evaluation,
    Evidence,
    Figure,
    Finding,
    Findings,
    Goal,
    Grade,
    Indicator,
    Locator,
    Note,
    Part,
    Period,
    Posts,
    Progress,
    Provenance,
    Rate,
    Score,
    Scorecard,
    Severity,
    Staffing,
    Subtotal,
    Target,
    Undefined,
)

NOTE = Note("note.operator-inferred", {"operator": "≥"})
REASON = Undefined("undefined.weight-missing")
STAFFING = Staffing(authorised={"行政编制": 10}, actual=9)
ACTUAL = Actual("近540条", evidence=[Evidence("台账", locator="第3页")])
INDICATOR = Indicator("投资", category=("产出", "成本"), target="90万元", actual=ACTUAL, weight="8")
LOCATOR = Locator("表3", document="自评表.pdf", page="2", cell="C7")
EVIDENCE = Evidence("台账", kind="工作资料", date="2020年12月", locator=LOCATOR, digest="md5:" + "0" * 32)
LINE = BudgetLine("拨款", original="90万元", executed="89.974万元")
ADJUSTMENT = Adjustment("-1,915.55万元", reason="压减", date="2021年11月")
BUDGET = Budget(
    2021,
    adjustments=[ADJUSTMENT],
    executed="3,678.76万元",
    sources=[LINE],
    income_sources={"拨款": "1万元"},
    basic="1万元",
    progress={7: "1,900万元"},
    weight=10,
    reported_execution_rate="95.08%",
)
BREAKDOWN = Breakdown("信息", total="3条", parts={"一": "1条", "二": "2条"})
AWARD = Award("7.5", level="部分达成", reason="缺验收", by="专家组")
CORRECTION = Correction("-0.5", "逾期", by="审核组")
CLAUSE = Clause(Provenance.IN_USE, "表注")
SCORE = Score(
    name="投资",
    points=Decimal("8.00"),
    full=Decimal(8),
    rule="proportional",
    rate=Rate(Fraction(1)),
    share=Fraction(1),
    notes=(NOTE,),
    standard="MOF-2020-10",
)
OBJECTS = [
    Target("90万元"),
    Target("10-15", sign="～", unit="个"),
    Target("12月底前", year=2022),
    INDICATOR.target,
    ACTUAL,
    Actual("78次中77次"),
    Evidence("台账"),
    EVIDENCE,
    LOCATOR,
    Period(date(2022, 7, 1), date(2022, 9, 30)),
    LINE,
    ADJUSTMENT,
    Progress(7, "52万元"),
    Subtotal(("产出", "数量"), weight=20, reported_points="19.5"),
    Part("一", "1条"),
    BREAKDOWN,
    BUDGET,
    Posts("行政编制", 10),
    STAFFING,
    Department(
        "某局", code="107", functions=["防灾"], staffing=STAFFING, units=[Department("局本级", code="01")]
    ),
    INDICATOR,
    Indicator("次数", nature="定量", direction="等于", reported_rate="100%", locator=LOCATOR),
    Goal("资助", period="2023年上半年", tasks=["摸底"], indicators=[INDICATOR], goals=[Goal("按时")]),
    Evaluation(
        Department("某局"),
        2021,
        kind="财政评价",
        budget=BUDGET,
        goals=[Goal("资助", indicators=[INDICATOR])],
        breakdowns=[BREAKDOWN],
        subtotals=[Subtotal("产出", weight=50)],
        finished=False,
        corrections=[CORRECTION],
        reported_total="83.28",
        reported_grade="良",
        notes=["补充"],
    ),
    NOTE,
    REASON,
    Rate(Fraction(49, 52), terms=("49期", "52期")),
    CompletionRate(Fraction(9), met=True, approximation=Approximation.AT_MOST, notes=(NOTE,)),
    Finding("finding.missed", Severity.HINT, "$", {"name": "周报", "rate": "94.23%"}),
    Grade("良", "good", Decimal(80)),
    AWARD,
    CORRECTION,
    CLAUSE,
    Indicator("宣传", award=AWARD, corrections=[CORRECTION], not_applicable="无此任务"),
    SCORE,
    attrs.evolve(
        SCORE,
        points=REASON,
        category=("产出", "成本"),
        target="90万元",
        actual="近540条",
        measure="actual",
        shown="85%",
        figure=Fraction(17, 20),
        minus=Fraction(1, 3),
        award=AWARD,
        corrections=(CORRECTION,),
        within=(Decimal(1), Decimal(2)),
        applicable=False,
        clause=CLAUSE,
        digits=1,
        mode="half_even",
    ),
    Scorecard(
        scores=(SCORE,),
        budget_score=SCORE,
        total=REASON,
        full=Decimal(16),
        grade=REASON,
        standard="MOF-2020-10",
        version="0",
        steps=(NOTE,),
        within=(Decimal(1), Decimal(2)),
        unrounded=Fraction(10, 3),
        fingerprint="1f",
    ),
    Figure("$.budget.executed", "1万元"),
    Acceptance(
        "finding.missed",
        "$",
        reason="已核实",
        by="财务科",
        date="2022-03-01",
        severity="hint",
        details={"name": "周报"},
        figures=[Figure("$", "1")],
    ),
    Findings([Finding("finding.missed", Severity.HINT, "$", figures=[Figure("$", "1")])], "MOF-2020-10"),
]
every = pytest.mark.parametrize(
    "value", OBJECTS, ids=[f"{type(value).__name__}{i}" for i, value in enumerate(OBJECTS)]
)


def test_no_class_is_left_out():
    public = {getattr(model, name) for name in model.__all__}
    assert {cls for cls in public if attrs.has(cls)} == {type(value) for value in OBJECTS}


@every
def test_frozen(value):
    for field in attrs.fields(type(value)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, field.name, None)
    with pytest.raises((AttributeError, TypeError)):
        value.anything = 1


POSITIONAL = {
    Actual: 1,
    Adjustment: 1,
    Award: 1,
    Breakdown: 1,
    Budget: 1,
    BudgetLine: 1,
    Clause: 2,
    CompletionRate: 1,
    Correction: 2,
    Department: 1,
    Evaluation: 2,
    Evidence: 1,
    Acceptance: 2,
    Figure: 2,
    Finding: 4,
    Findings: 2,
    Goal: 1,
    Grade: 3,
    Indicator: 1,
    Locator: 1,
    Note: 2,
    Part: 2,
    Period: 2,
    Posts: 2,
    Progress: 2,
    Rate: 1,
    Score: 0,
    Scorecard: 0,
    Staffing: 0,
    Subtotal: 1,
    Target: 1,
    Undefined: 2,
}


@every
def test_what_is_not_obvious_is_named(value):
    parameters = inspect.signature(type(value)).parameters.values()
    free = [parameter for parameter in parameters if parameter.kind is not inspect.Parameter.KEYWORD_ONLY]
    assert len(free) == POSITIONAL[type(value)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Target("≥60条"), "Target(text='≥60条')"),
        (Actual("近540条"), "Actual(text='近540条')"),
        (Evidence("台账"), "Evidence(title='台账')"),
        (Budget(2021, basic="1万元"), "Budget(year=2021, basic=BudgetLine(executed=Quantity('1', '万元')))"),
        (Evaluation("某局", 2021, kind="自评"), "Evaluation(department=Department(name='某局'), year=2021)"),
        (Indicator("次数", direction="等于"), "Indicator(name='次数', direction=Direction.EXACT)"),
        (Award("7.50"), "Award(points=Decimal('7.50'))"),
        (Correction(-2, "逾期"), "Correction(points=Decimal('-2'), reason='逾期')"),
        (CLAUSE, "Clause(provenance=Provenance.IN_USE, source='表注')"),
    ],
    ids=[
        "target",
        "actual",
        "evidence",
        "budget",
        "evaluation",
        "indicator",
        "award",
        "correction",
        "clause",
    ],
)
def test_repr_says_what_was_given(value, text):
    assert repr(value) == text


@every
def test_hashable(value):
    assert hash(value) == hash(copy.deepcopy(value))
    assert {value: 1}[copy.deepcopy(value)] == 1


@every
def test_collections_are_tuples(value):
    values = [getattr(value, field.name) for field in attrs.fields(type(value))]
    assert not [kept for kept in values if isinstance(kept, (list, dict, set))]


@every
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickles(value, protocol):
    twin = pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - our own
    assert twin == value
    assert repr(twin) == repr(value)
    assert all(getattr(twin, field.name) == getattr(value, field.name) for field in attrs.fields(type(value)))


@every
@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, attrs.evolve], ids=lambda copied: copied.__name__
)
def test_copies(value, copied):
    assert copied(value) == value
    assert type(copied(value)) is type(value)


@every
def test_is_no_other_kind(value):
    assert value != object()
    assert all(value != other for other in OBJECTS if type(other) is not type(value))
