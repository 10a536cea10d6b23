"""What is written is read back: nothing lost, nothing added, the same bytes each time."""

import json
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import govperf as gp
from govperf.errors import InputError

DATA = sorted(path for path in (files("govperf") / "data").iterdir() if path.name.endswith(".json"))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
names = texts.filter(str.strip)
years = st.integers(1949, 2199)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12)
units = st.sampled_from(
    ["", "%", "‰", "倍", "元", "万元", "亿元", "条", "万家次", "公里", "亩", "万元/(人·年)", "期/周"]
)


def optional(strategy):
    return st.none() | strategy


@st.composite
def quantities(draw, units=units):
    return gp.Quantity(draw(numbers | st.integers(-(10**20), 10**20)), draw(units))


def cells(kind):
    """Cells that people write, right or wrong."""
    printed = st.sampled_from(
        [
            "≥60条",
            "每周1期",
            "24小时以内",
            "近540条",
            "78次中77次",
            "效果明显",
            "5",
            "0",
            "=0起",
            "2022年",
            "百分之九十",
        ]
    )

    def read(text):
        try:
            return kind(text)
        except InputError:
            return None

    return (printed | texts | quantities().map(str)).map(read)


evidence = st.builds(gp.Evidence, names, locator=texts)
actuals = st.builds(
    lambda actual, given: actual and gp.Actual(actual.text, evidence=given),
    cells(gp.Actual),
    st.lists(evidence, max_size=2),
)
weights = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=100
) | st.integers(0, 100)
indicators = st.builds(
    gp.Indicator,
    names,
    category=st.lists(st.sampled_from(["产出", "质量指标", "成本", "成本指标"]) | texts, max_size=2),
    target=cells(gp.Target),
    actual=actuals,
    weight=optional(weights),
    reported_points=optional(numbers),
)
goals = st.builds(gp.Goal, names, indicators=st.lists(indicators, max_size=3))
money = quantities(st.sampled_from(["元", "万元", "亿元"]))
rates = st.builds(gp.Quantity, st.decimals(0, 200, places=2), st.sampled_from(["%", "‰", "成"]))
budgets = st.builds(
    gp.Budget,
    years,
    income_sources=st.lists(st.builds(gp.Part, names, money), max_size=3),
    **dict.fromkeys(
        [
            "original",
            "adjusted",
            "executed",
            "income",
            "basic",
            "personnel",
            "operating",
            "project",
            "carried_in",
            "carried_out",
        ],
        optional(money),
    ),
    **dict.fromkeys(["reported_execution_rate", "reported_completion_rate"], optional(rates)),
)
breakdowns = st.builds(
    gp.Breakdown,
    names,
    total=quantities(),
    parts=st.lists(st.builds(gp.Part, names, quantities()), max_size=3),
)
counts = st.integers(0, 10**33)
staffings = st.builds(
    gp.Staffing,
    authorised=st.dictionaries(names, counts, max_size=3) | counts,
    actual=counts,
    retired=optional(counts),
)
departments = st.recursive(
    st.builds(gp.Department, names, staffing=optional(staffings)),
    lambda units: st.builds(
        gp.Department,
        names,
        staffing=optional(staffings),
        units=st.lists(units, max_size=3, unique_by=lambda unit: unit.name),
    ),
    max_leaves=4,
)
evaluations = st.builds(
    gp.Evaluation,
    departments,
    years,
    project=texts,
    budget=optional(budgets),
    goals=st.lists(goals, max_size=2),
    breakdowns=st.lists(breakdowns, max_size=2),
    reported_total=optional(weights),
    source=texts,
)


@given(evaluations)
@example(gp.Evaluation(gp.Department('一\n二\x00\u2028"\\'), 2021))
@example(
    gp.Evaluation(
        gp.Department("甲"),
        2021,
        goals=[gp.Goal("乙", indicators=[gp.Indicator("丙", weight=Decimal("1E+3"))])],
    )
)
def test_what_is_written_is_read_back(evaluation):
    text = gp.to_json(evaluation)
    again = gp.from_json(text, gp.Evaluation)
    assert again == evaluation
    assert gp.to_json(again) == text
    assert gp.from_json(text.encode(), gp.Evaluation) == evaluation


@given(evaluations)
def test_what_is_written_is_plain_json(evaluation):
    read = json.loads(gp.to_json(evaluation), parse_float=pytest.fail, parse_constant=pytest.fail)
    assert gp.from_json(json.dumps(read), gp.Evaluation) == evaluation


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_data_files_are_as_written(path):
    text = path.read_text(encoding="utf-8")
    assert gp.to_json(gp.from_json(text, gp.Evaluation)) + "\n" == text
