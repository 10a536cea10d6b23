"""Hostile fields of the objects of a form: each value makes an object that works, or is refused by name."""

import copy
import pickle
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.errors import InputError, LimitError
from govperf.limits import LIMITS
from govperf.model import Posts

REQUIRED = {
    gp.Part: {"name": "甲", "amount": "1元"},
    gp.BudgetLine: {},
    gp.Adjustment: {"amount": "1元"},
    gp.Progress: {"month": 1, "executed": "1元"},
    gp.Budget: {"year": 2021},
    Posts: {"kind": "行政编制", "count": 1},
    gp.Staffing: {"authorised": 1, "actual": 1},
    gp.Department: {"name": "某局"},
    gp.Locator: {},
    gp.Evidence: {"title": "台账"},
    gp.Award: {"points": 1},
    gp.Correction: {"points": 1, "reason": "补"},
    gp.Indicator: {"name": "次数"},
    gp.Goal: {"text": "资助"},
    gp.Breakdown: {"name": "信息", "total": 1, "parts": {}},
    gp.Subtotal: {"category": "产出"},
    gp.Evaluation: {"department": "某局", "year": 2021},
}
FIELDS = [(cls, field.name) for cls in REQUIRED for field in attrs.fields(cls) if field.init]
each_field = pytest.mark.parametrize(
    ("cls", "name"), FIELDS, ids=[f"{cls.__name__}.{name}" for cls, name in FIELDS]
)


class Text(str):
    """A text of somebody's own."""

    __slots__ = ()


class Whole(int):
    """A whole number of somebody's own."""


JUNK = {
    "none": None,
    "true": True,
    "float": 1.5,
    "nan": float("nan"),
    "infinity": float("inf"),
    "complex": 1j,
    "not a number": Decimal("NaN"),
    "signalling": Decimal("sNaN"),
    "fraction": Fraction(1, 3),
    "huge": 10**5000,
    "deep": Decimal("1E+999999"),
    "fine": Decimal("1E-999999"),
    "minus": -1,
    "own whole": Whole(7),
    "empty": "",
    "blank": "\u3000",
    "nul": "\x00",
    "half": "\ud800",
    "other half": "\udc00元",
    "long": "字" * (LIMITS.cell_chars + 1),
    "longest": "9" * LIMITS.cell_chars,
    "own text": Text("1元"),
    "formula": "=1+1",
    "bytes": b"1",
    "list": [],
    "nested": [[[]]],
    "mapping": {"甲": object()},
    "odd mapping": {None: None},
    "set": {1, 2},
    "endless": iter(int, 1),
    "moment": datetime(2021, 1, 1, tzinfo=timezone(timedelta(hours=8))),
    "long ago": date(1, 1, 1),
    "class": gp.Budget,
    "object": object(),
    "rate": gp.Rate(Fraction(1)),
    "undefined": gp.Undefined("undefined.no-posts"),
}


def outcome(cls, fields):
    """An object that works, or the error that refuses it."""
    try:
        made = cls(**{**REQUIRED[cls], **fields})
    except (InputError, TypeError) as error:
        assert len(str(error)) < 1000  # noqa: PT017 - both errors and objects are looked at
        return error
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own
    assert copy.deepcopy(made) == made == attrs.evolve(made)
    assert hash(made) == hash(copy.deepcopy(made))
    assert all(line.isprintable() for line in repr(made).split("\n"))
    return made


@each_field
@pytest.mark.parametrize("junk", JUNK)
def test_any_value_makes_an_object_or_is_refused(cls, name, junk):
    value = iter(int, 1) if junk == "endless" else JUNK[junk]
    made = outcome(cls, {name: value})
    if (name, junk) == ("finished", "true"):
        assert made.finished
    elif junk in (
        "true",
        "float",
        "nan",
        "infinity",
        "complex",
        "fraction",
        "object",
        "class",
        "bytes",
        "rate",
    ):
        assert isinstance(made, TypeError)
    if junk in ("not a number", "signalling", "huge", "deep", "fine"):
        assert isinstance(made, InputError | TypeError)


@each_field
def test_the_same_refusal_in_two_languages(cls, name):
    for value in JUNK.values():
        if isinstance(value, Iterable) and not isinstance(value, str | bytes | list | dict | set):
            continue
        error = outcome(cls, {name: value})
        if isinstance(error, InputError):
            assert error.explain("zh") != error.explain("en")
            assert ": …" not in error.explain("en").replace(error.value, "")
            assert "{" not in error.explain("zh") + error.explain("en")


LISTS = [
    (cls, name)
    for cls, name in FIELDS
    if isinstance(getattr(cls(**REQUIRED[cls]), name), tuple) and (cls, name) != (gp.Staffing, "authorised")
]


@pytest.mark.parametrize(("cls", "name"), LISTS, ids=[f"{cls.__name__}.{name}" for cls, name in LISTS])
class TestLists:
    def test_an_endless_one_is_left_after_the_limit(self, cls, name):
        seen = []
        member = item(name)

        def endless():
            while True:
                seen.append(1)
                yield member

        with pytest.raises(LimitError):
            cls(**{**REQUIRED[cls], name: endless()})
        assert len(seen) == LIMITS.items + 1

    def test_one_that_fails_on_the_way_fails(self, cls, name):
        def broken():
            yield item(name)
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            cls(**{**REQUIRED[cls], name: broken()})

    def test_it_is_kept_apart_from_what_was_given(self, cls, name):
        given_list = [item(name)]
        made = cls(**{**REQUIRED[cls], name: given_list})
        given_list.clear()
        assert len(getattr(made, name)) == 1


def item(name):
    """A member of a list."""
    return {
        "adjustments": gp.Adjustment("1元"),
        "sources": gp.BudgetLine("拨款"),
        "others": gp.BudgetLine("经营支出"),
        "income_sources": gp.Part("拨款", "1元"),
        "parts": gp.Part("拨款", "1元"),
        "progress": gp.Progress(1, "1元"),
        "units": gp.Department("局本级"),
        "indicators": gp.Indicator("次数"),
        "goals": gp.Goal("按时"),
        "breakdowns": gp.Breakdown("信息", total=1, parts={}),
        "subtotals": gp.Subtotal("产出"),
        "corrections": gp.Correction(1, "补"),
        "accepted": gp.Acceptance("finding.missed", "$", reason="已核实"),
    }.get(name, "字")


@given(
    st.sampled_from(FIELDS),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.decimals(),
        lambda values: (
            st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=3), values, max_size=3)
        ),
        max_leaves=4,
    ),
)
def test_whatever_is_given_is_held_or_refused(field, value):
    cls, name = field
    outcome(cls, {name: value})


class TestDepth:
    """A tree of the deepest kind is walked, compared, printed and reported."""

    def deep(self, width):
        department = gp.Department("末级")
        goal = gp.Goal("末级", indicators=[gp.Indicator("次数", target="1次", actual="1次")])
        for level in range(LIMITS.nesting - 1):
            department = gp.Department(f"第{level}级", units=[department])
            goal = gp.Goal(f"第{level}级", goals=[goal] * (width if level == 0 else 1))
        return gp.Evaluation(department, 2021, goals=[goal])

    def test_works(self):
        table = self.deep(3)
        assert len(list(table.indicators())) == 3
        path, _ = next(table.indicators())
        assert path == "$.goals[0]" + ".goals[0]" * (LIMITS.nesting - 1) + ".indicators[0]"
        assert table == copy.deepcopy(table) == pickle.loads(pickle.dumps(table))  # noqa: S301 - our own
        assert hash(table) == hash(copy.deepcopy(table))
        assert gp.report(table)
        assert len(repr(table)) < 10_000

    def test_no_level_more(self):
        table = self.deep(1)
        with pytest.raises(LimitError):
            gp.Goal("再上一级", goals=table.goals)
        with pytest.raises(LimitError):
            attrs.evolve(gp.Department("再上一级"), units=[table.department])


def test_names_that_do_harm_stand_in_no_line_of_a_report():
    name = "红\x1b[31m\n\ud800\u202e"
    table = gp.Evaluation(
        gp.Department(name, code=name, functions=[name]),
        2021,
        kind="部门评价",
        project=name,
        implementer=name,
        standard=name,
        notes=[name],
        subtotals=[gp.Subtotal(name, weight=1)],
        budget=gp.Budget(
            2021,
            original="1元",
            adjusted="3元",
            adjustments=[gp.Adjustment("1元", reason=name)],
            sources=[gp.BudgetLine(name, original="3元")],
        ),
        goals=[
            gp.Goal(name, goals=[gp.Goal(name, indicators=[gp.Indicator(name, target="1条", actual="2条")])])
        ],
    )
    assert all(line.isprintable() for line in gp.report(table).split("\n"))
    assert all(finding.explain("en") and finding.explain("zh") for finding in gp.review(table))
