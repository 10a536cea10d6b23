"""Objects of a form, changed field by field, printed as the call that makes them, compared, never ordered."""

import copy
import operator
from datetime import date
from decimal import Decimal

import attrs
import pytest

import govperf.model
from govperf.layout import width
from govperf.model import (
    Acceptance,
    Actual,
    Adjustment,
    Award,
    Breakdown,
    Budget,
    BudgetLine,
    Correction,
    Department,
    Direction,
    Evaluation,
    EvaluationKind,
    Evidence,
    Goal,
    Indicator,
    Locator,
    Nature,
    Part,
    Period,
    Posts,
    Progress,
    Staffing,
    Subtotal,
    Target,
)
from govperf.units import Quantity

MONEY = Quantity("0.69", "万元")
LINE = BudgetLine("拨款", original="90万元", adjusted=MONEY, received="0元", executed="-1元")
TEXT = "另一'\"\n项\\"
DAY = Period(date(2021, 2, 3), date(2021, 2, 3))
PLACE = Locator("表3", document="自评表.pdf", page="2", cell="C7")

# class → an object with nothing but what it must have, and for each field another value.
CHANGES = {
    Part: (Part("甲", "1元"), {"name": TEXT, "amount": MONEY}),
    BudgetLine: (
        BudgetLine(),
        {"name": TEXT, "original": MONEY, "adjusted": MONEY, "received": MONEY, "executed": MONEY},
    ),
    Adjustment: (Adjustment("1元"), {"amount": -MONEY, "reason": TEXT, "date": DAY}),
    Progress: (Progress(1, "1元"), {"month": 12, "executed": MONEY}),
    Budget: (
        Budget(2021),
        {
            "year": 2022,
            "adjustments": (Adjustment("1元", reason="追加"), Adjustment("-2元", date=2021)),
            "sources": (LINE, BudgetLine("其他")),
            "others": (BudgetLine("经营支出"),),
            "income_sources": (Part("拨款", "1元"),),
            "progress": (Progress(1, "1元"), Progress(2, "3元")),
            "weight": Decimal("10.50"),
            "reported_points": Decimal("-9.5"),
            "reported_execution_rate": Quantity("95.08", "%"),
            "reported_completion_rate": Quantity("9.5", "成"),
            **dict.fromkeys(["original", "adjusted", "received", "executed", "income"], MONEY),
            **dict.fromkeys(["carried_in", "carried_out"], MONEY),
            **dict.fromkeys(
                ["basic", "personnel", "operating", "project", "key_projects", "procurement"], LINE
            ),
            **dict.fromkeys(["three_public", "overseas", "hospitality"], LINE),
            **dict.fromkeys(["vehicles", "vehicle_purchase", "vehicle_running"], LINE),
        },
    ),
    Posts: (Posts("行政编制", 1), {"kind": TEXT, "count": 0}),
    Staffing: (
        Staffing(authorised=1, actual=1),
        {"authorised": (Posts("行政编制", 10), Posts("事业编制", 2)), "actual": 0, "retired": 0, "date": DAY},
    ),
    Department: (
        Department("某局"),
        {
            "name": TEXT,
            "code": "107",
            "level": "区级",
            "functions": ("防灾", ""),
            "staffing": Staffing(authorised={"行政编制": 10}, actual=9, retired=1),
            "units": (Department("局本级", units=[Department("科室")]), Department("中心", code="02")),
        },
    ),
    Locator: (Locator(), dict.fromkeys(["section", "document", "page", "cell"], TEXT)),
    Evidence: (
        Evidence("台账"),
        {
            **dict.fromkeys(["title", "kind", "issuer", "supports", "note"], TEXT),
            "date": DAY,
            "locator": PLACE,
            "digest": "sm3:" + "0" * 64,
        },
    ),
    Award: (
        Award(level="达标"),
        {"points": Decimal("7.50"), **dict.fromkeys(["level", "reason", "by"], TEXT)},
    ),
    Correction: (Correction(1, "补"), {"points": Decimal("-0.5"), "reason": TEXT, "by": TEXT}),
    Indicator: (
        Indicator("次数"),
        {
            **dict.fromkeys(["name", "explanation", "criteria", "source", "target_basis", "method"], TEXT),
            **dict.fromkeys(
                ["data_source", "evidence_required", "deviation_reason", "measures", "note"], TEXT
            ),
            "category": ("产出", "数量"),
            "target": Target("≥12次"),
            "actual": Actual("近12次", evidence=[Evidence("台账")]),
            "weight": Decimal("7.14"),
            "award": Award("7.50", level=TEXT),
            "corrections": (Correction(-1, "逾期"), Correction(1, "补")),
            "not_applicable": TEXT,
            "nature": Nature.QUALITATIVE,
            "direction": Direction.REVERSE,
            "reported_rate": Quantity(100, "%"),
            "reported_points": Decimal(-2),
            "locator": PLACE,
        },
    ),
    Goal: (
        Goal("资助"),
        {
            "text": TEXT,
            "achieved": TEXT,
            "period": DAY,
            "tasks": ("摸底", ""),
            "indicators": (Indicator("人数", direction="等于"),),
            "goals": (Goal("按时", goals=[Goal("每月")]),),
        },
    ),
    Breakdown: (
        Breakdown("信息", total=1, parts={}),
        {"name": TEXT, "total": MONEY, "parts": (Part("甲", "1元"), Part("甲", "2元"))},
    ),
    Subtotal: (
        Subtotal("产出"),
        {"category": ("效益", "社会效益"), "weight": Decimal("20.0"), "reported_points": Decimal("19.5")},
    ),
    Evaluation: (
        Evaluation("某局", 2021),
        {
            "department": Department("某中心", code="107"),
            "year": 2022,
            "kind": EvaluationKind.FINANCE,
            **dict.fromkeys(["project", "implementer", "standard", "reported_grade", "source"], TEXT),
            "budget": Budget(2021, basic=LINE, adjustments=["1元"]),
            "goals": (Goal("资助"), Goal("资助")),
            "breakdowns": (Breakdown("信息", total=1, parts={"甲": 1}),),
            "finished": False,
            "corrections": (Correction(-1, "逾期"), Correction(1, "补")),
            "subtotals": (Subtotal("产出", weight=50),),
            "reported_total": Decimal("83.280"),
            "notes": ("补充", TEXT),
            "accepted": (Acceptance("finding.missed", "$", reason="已核实"),),
        },
    ),
    Period: (
        Period(date(2021, 1, 1), date(2021, 12, 31)),
        {"start": date(2021, 6, 30), "end": date(2022, 1, 1)},
    ),
}
PAIRS = [(cls, name) for cls, (_, changes) in CHANGES.items() for name in changes]
every = pytest.mark.parametrize("cls", CHANGES, ids=lambda cls: cls.__name__)
every_field = pytest.mark.parametrize(
    ("cls", "name"), PAIRS, ids=[f"{cls.__name__}.{name}" for cls, name in PAIRS]
)
NAMES = {**vars(govperf.model), "Decimal": Decimal, "Quantity": Quantity, "datetime": __import__("datetime")}


def again(value):
    return eval(repr(value), dict(NAMES))  # noqa: S307 - our own


@every
def test_every_field_is_changed_here(cls):
    assert set(CHANGES[cls][1]) == {field.name for field in attrs.fields(cls) if field.init}


@every_field
def test_one_field_is_changed_and_no_other(cls, name):
    plain, changes = CHANGES[cls]
    changed = attrs.evolve(plain, **{name: changes[name]})
    assert getattr(changed, name) == changes[name]
    assert changed != plain
    assert type(changed) is cls
    others = [field.name for field in attrs.fields(cls) if field.init and field.name != name]
    assert [getattr(changed, other) for other in others] == [getattr(plain, other) for other in others]
    assert attrs.evolve(changed, **{name: getattr(plain, name)}) == plain


@every_field
def test_a_changed_object_is_another_key(cls, name):
    plain, changes = CHANGES[cls]
    changed = attrs.evolve(plain, **{name: changes[name]})
    assert len({plain, changed, copy.deepcopy(changed), copy.copy(plain)}) == 2


@every
def test_all_fields_at_once(cls):
    plain, changes = CHANGES[cls]
    full = attrs.evolve(plain, **changes)
    assert full == cls(**changes)
    assert hash(full) == hash(cls(**changes))


@every
def test_prints_the_call_that_makes_it(cls):
    plain, changes = CHANGES[cls]
    full = attrs.evolve(plain, **{name: value for name, value in changes.items() if not cells(value)})
    for value in (plain, full):
        assert again(value) == value
        assert repr(again(value)) == repr(value)
        assert max(map(width, repr(value).split("\n"))) <= 80


def cells(value):
    """A target prints what was read beside what was given, which is no call."""
    return isinstance(value, (Target, Actual))


@every_field
def test_prints_what_is_not_the_default(cls, name):
    if cls is Period:
        pytest.skip("a period prints the text that it is read from")
    plain, changes = CHANGES[cls]
    changed = attrs.evolve(plain, **{name: changes[name]})
    assert f"{name}=" in repr(changed)
    required = {field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING}
    always = cls in (Part, Posts, Progress, Breakdown) or getattr(plain, name) != default_of(cls, name)
    assert (f"{name}=" in repr(plain)) is (name in required or always)


def default_of(cls, name):
    """What a field holds that nobody gives."""
    return getattr(attrs.fields(cls), name).default


@every
@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_there_is_no_order(cls, compare):
    plain, changes = CHANGES[cls]
    with pytest.raises(TypeError):
        compare(plain, attrs.evolve(plain, **changes))


SEVERAL = [
    (cls, name)
    for cls, (_, changes) in CHANGES.items()
    for name, value in changes.items()
    if isinstance(value, tuple) and len(value) > 1 and (cls, name) != (Budget, "progress")
]


@pytest.mark.parametrize(("cls", "name"), SEVERAL, ids=[f"{cls.__name__}.{name}" for cls, name in SEVERAL])
def test_the_order_of_a_list_is_part_of_it(cls, name):
    plain, changes = CHANGES[cls]
    one, other = changes[name], changes[name][::-1]
    assert (attrs.evolve(plain, **{name: one}) == attrs.evolve(plain, **{name: other})) is (one == other)


@pytest.mark.parametrize(("cls", "name"), SEVERAL, ids=[f"{cls.__name__}.{name}" for cls, name in SEVERAL])
def test_any_iterable_makes_the_list(cls, name):
    plain, changes = CHANGES[cls]
    wanted = changes[name]
    for given in (list(wanted), iter(wanted), (item for item in wanted)):
        assert getattr(attrs.evolve(plain, **{name: given}), name) == wanted
    for item in (None, 3.5, object()):
        with pytest.raises(TypeError):
            attrs.evolve(plain, **{name: [*wanted, item]})


def test_an_amount_of_another_spelling_is_the_same_amount():
    """Equality is that of quantities: 1万元 is 10,000元."""
    one, other = Budget(2021, basic="1万元"), Budget(2021, basic="10,000元")
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) != repr(other)
