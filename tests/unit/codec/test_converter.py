"""A converter of one's own: classes that hold ours, types that are not ours, and the same faults."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import NewType

import attrs
import pytest
from cattrs import Converter

import govperf as gp
from govperf import codec
from govperf.errors import DataError, DataErrors, InputError
from govperf.limits import LIMITS


class Stage(enum.Enum):
    PLANNED = "planned"
    DONE = "done"


class Mark(enum.StrEnum):
    GOOD = "good"


class Level(enum.IntEnum):
    ONE = 1


class Side(enum.Enum):
    LEFT = 0
    RIGHT = 1


class Place:
    """A class that cattrs knows nothing of."""

    def __init__(self, name):
        self.name = name


Code = NewType("Code", str)


def _even(_, field, value):
    if value % 2:
        raise DataError("data.negative", str(value), path=field.name)


@attrs.frozen
class Plan:
    title: str
    budgets: tuple[gp.Budget, ...] = ()
    lead: gp.Department | None = None
    stage: Stage = Stage.PLANNED
    mark: Mark | None = None
    level: Level | None = None
    side: Side = Side.LEFT
    code: Code = Code("")
    day: date | None = None
    share: Fraction | None = None
    unit: gp.Unit | None = None
    period: gp.Period | None = None
    amount: gp.Quantity | None = None
    pair: tuple[str, Decimal] | None = None
    sure: bool = False
    even: int = attrs.field(default=0, validator=_even)
    figure: Decimal | gp.Undefined | None = None
    years: list[int] = attrs.Factory(list)


@dataclass
class Row:
    name: str
    indicator: gp.Indicator | None


@attrs.frozen
class Visit:
    place: Place
    plan: Plan


FULL = {
    "title": "三年",
    "budgets": [{"year": 2023, "executed": "9万元"}],
    "lead": {"name": "某局"},
    "stage": "done",
    "mark": "good",
    "level": 1,
    "side": 1,
    "code": "A1",
    "day": "2023-02-28",
    "share": "18/19",
    "unit": "万元",
    "period": "2023-01",
    "amount": "5条",
    "pair": ["一", "1.50"],
    "sure": True,
    "even": 2,
    "figure": {"type": "undefined", "code": "undefined.total"},
    "years": [2022, 2023],
}


def structured(**members):
    return codec.converter().structure({"title": "三年", **members}, Plan)


def faults(**members):
    """Code and path of each fault."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 - cattrs or govperf, `faults` takes both
        structured(**members)
    return [(fault.code, fault.path) for fault in codec.faults(caught.value)]


class TestClassesOfUsers:
    def test_there_and_back(self):
        made = codec.converter()
        plan = made.structure(FULL, Plan)
        assert plan.budgets == (gp.Budget(2023, executed="9万元"),)
        assert (type(plan.mark), type(plan.level)) == (Mark, Level)
        assert (plan.day, plan.unit, plan.amount) == (
            date(2023, 2, 28),
            gp.Unit.of("万元"),
            gp.Quantity(5, "条"),
        )
        assert made.unstructure(plan) == FULL
        assert made.structure(made.unstructure(plan), Plan) == plan

    def test_what_is_not_given_is_left_out(self):
        assert codec.converter().unstructure(Plan("三年")) == {"title": "三年"}

    def test_nothing_is_given(self):
        assert structured(lead=None, figure=None, day=None) == Plan("三年")

    def test_quantities_as_objects(self):
        made = codec.converter(quantities="object")
        plan = structured(amount="5条", budgets=[{"year": 2023, "executed": "9万元"}])
        found = made.unstructure(plan)
        assert found["amount"] == {"magnitude": "5", "unit": "条"}
        assert found["budgets"][0]["executed"] == {"magnitude": "9", "unit": "万元"}
        assert made.structure(found, Plan) == plan

    def test_there_is_no_third_way(self):
        with pytest.raises(ValueError, match="quantities is 'text' or 'object'"):
            codec.converter(quantities="number")

    def test_dataclasses(self):
        made = codec.converter()
        row = Row("一", gp.Indicator("甲", target="5条"))
        assert made.unstructure(row) == {"name": "一", "indicator": {"name": "甲", "target": "5条"}}
        assert made.structure(made.unstructure(row), Row) == row
        assert made.unstructure(Row("一", None)) == {"name": "一", "indicator": None}

    def test_a_point_in_time_is_no_day(self):
        with pytest.raises(TypeError, match="a day is a date, not datetime"):
            codec.converter().unstructure(Plan("三年", day=datetime(2023, 1, 1)))  # noqa: DTZ001 - of no place


class TestFaults:
    @pytest.mark.parametrize(
        ("name", "value", "code"),
        [
            ("title", 5, "data.type"),
            ("page", 5, "data.key"),
            ("budgets", {}, "data.type"),
            ("stage", "begun", "data.choice"),
            ("stage", 1, "data.type"),
            ("mark", "bad", "data.choice"),
            ("level", "1", "data.type"),
            ("code", 5, "data.type"),
            ("day", "2023-02-29", "data.date"),
            ("day", "2023-2-28", "data.day"),
            ("day", "20230228", "data.day"),
            ("day", "2023-W01-1", "data.day"),
            ("day", "2023-02-28\n", "data.day"),
            ("day", "２023-02-28", "data.day"),
            ("day", 20230228, "data.type"),
            ("share", "1/0", "data.fraction"),
            ("unit", "圜", "unit.unknown"),
            ("unit", 5, "data.type"),
            ("period", "去年", "data.period-unread"),
            ("period", 2023, "data.type"),
            ("amount", 5, "data.amount"),
            ("pair", ["一"], "data.count"),
            ("pair", "一一", "data.type"),
            ("sure", 1, "data.type"),
            ("sure", "true", "data.type"),
            ("even", 1, "data.negative"),
            ("even", True, "data.type"),
            ("even", 10**64, "limit.chars"),
            ("figure", [], "data.type"),
        ],
        ids=lambda value: ascii(value)[:30],
    )
    def test_have_a_path(self, name, value, code):
        assert faults(**{name: value}) == [(code, "$" if name == "page" else f"$.{name}")]

    def test_come_together(self):
        assert faults(title=5, budgets=[{"year": "2023"}, {"page": 1}], day="?") == [
            ("data.type", "$.title"),
            ("data.type", "$.budgets[0].year"),
            ("data.missing", "$.budgets[1].year"),
            ("data.key", "$.budgets[1]"),
            ("data.day", "$.day"),
        ]

    def test_start_where_the_value_is(self):
        with pytest.raises(Exception) as caught:  # noqa: PT011 - as above
            structured(title=5)
        assert [fault.path for fault in codec.faults(caught.value, "$.plans[3]")] == ["$.plans[3].title"]

    def test_of_a_group_are_its_faults(self):
        group = DataErrors([DataError("data.missing", path="year"), DataError("data.missing", path="[0]")])
        assert [fault.path for fault in codec.faults(group)] == ["$.year", "$[0]"]

    def test_of_a_document_keep_their_root(self):
        with pytest.raises(DataErrors) as caught:
            codec.from_json('{"schema": 1, "name": 5}', gp.Part)
        assert [fault.path for fault in codec.faults(caught.value)] == ["$.name", "$.amount"]
        assert [fault.path for fault in codec.faults(caught.value, "$.parts[3]")] == [
            "$.parts[3].name",
            "$.parts[3].amount",
        ]
        assert [fault.path for fault in codec.faults(caught.value, "")] == ["$.name", "$.amount"]

    def test_lie_as_deep_as_the_document(self):
        group = DataError("data.missing", path="year")
        for _ in range(5000):
            group = DataErrors([group])
        assert [fault.path for fault in codec.faults(group)] == ["$.year"]

    def test_name_the_fields_of_a_dataclass(self):
        made = Converter(forbid_extra_keys=True)
        with pytest.raises(Exception) as caught:  # noqa: PT011 - of cattrs alone
            made.structure({"name": "", "indicator": None, "page": 1}, Row)
        (*_, fault) = codec.faults(caught.value)
        assert fault.explain("en") == "$: unknown key 'page', known are name, indicator"

    def test_of_another_kind_are_raised_again(self):
        made = codec.converter()
        made.register_structure_hook(Place, lambda value, _: Place(value["name"]["x"]))
        with pytest.raises(Exception) as caught:  # noqa: PT011 - cattrs
            made.structure({"place": {"name": 5}, "plan": {"title": ""}}, Visit)
        with pytest.raises(TypeError, match="not subscriptable"):
            list(codec.faults(caught.value))


class TestOwnTypes:
    def test_are_registered(self):
        made = codec.converter()
        made.register_structure_hook(Place, lambda value, _: Place(value))
        made.register_unstructure_hook(Place, lambda place: place.name)
        visit = made.structure({"place": "广州", "plan": {"title": "三年"}}, Visit)
        assert made.unstructure(visit) == {"place": "广州", "plan": {"title": "三年"}}

    def test_may_replace_ours(self):
        made = codec.converter()
        assert made.unstructure(gp.Budget(2023, executed="5万元", basic="5万元"))["executed"] == "5万元"
        made.register_unstructure_hook(gp.Quantity, lambda quantity: f"{quantity:scaled}!")
        made.register_structure_hook(gp.Quantity, lambda text, _: gp.Quantity.parse(text.rstrip("!")))
        budget = gp.Budget(2023, executed="5万元", basic="5万元")
        assert made.unstructure(budget) == {"year": 2023, "executed": "5万元!", "basic": "5万元!"}
        assert made.structure(made.unstructure(budget), gp.Budget) == budget

    def test_change_no_other_converter(self):
        budget = gp.Budget(2023, executed="5万元")
        text = gp.to_json(budget)
        made = codec.converter()
        made.register_unstructure_hook(gp.Quantity, lambda _: "?")
        made.register_unstructure_hook(gp.Budget, lambda _: "?")
        made.register_structure_hook(gp.Budget, lambda *_: None)
        assert made.unstructure(budget) == "?"
        assert gp.to_json(budget) == text
        assert gp.from_json(text, gp.Budget) == budget
        assert codec.converter().unstructure(budget) == {"year": 2023, "executed": "5万元"}


def test_a_list_of_faults_is_soon_left():
    made = codec.converter()
    with pytest.raises(Exception) as caught:  # noqa: PT011 - cattrs
        made.structure([0] * LIMITS.items, tuple[gp.Part, ...])
    assert len(list(codec.faults(caught.value))) == LIMITS.faults


def test_a_list_may_not_be_too_long():
    with pytest.raises(InputError, match="more than 20000 members"):
        codec.converter().structure([0] * (LIMITS.items + 1), tuple[gp.Part, ...])


def test_the_room_is_a_public_name():
    assert gp.codec is codec
    assert "codec" in dir(gp)
