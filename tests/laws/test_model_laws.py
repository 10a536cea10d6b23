"""Laws of the model: cells are read or refused, and what is read can be written and read again."""

import copy
import pickle
from calendar import monthrange
from datetime import date
from decimal import Decimal
from itertools import pairwise

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from govperf.errors import DataError, InputError, LimitError
from govperf.model import Actual, Approximation, Operator, Period, Target
from govperf.model.words import date_or_number
from govperf.units import Quantity

PIECES = [
    "≥",
    "<=",
    "＝",
    "不少于",
    "约",
    "近",
    "超过",
    "以上",
    "以内",
    "左右",
    "余",
    "多",
    "中",
    "其中",
    "/",
    "每",
    "%",
    "％",
    "-",
    "～",
    "至",
    "且",
    "，",
    "前",
    "内",
    "起",
    "（含）",
    "完成",
    "合格率",
    "不得超过",
    "最迟",
    "降至",
    "月≥",
    "。",
    "（含60）",
    "达标",
]
UNITS = ["条", "万元", "人次", "小时", "月", "年", "元/人", "个百分点", "张张"]
NUMBERS = ["0", "60", "3,678.76", "１２", "二十", "1.5万", "-5", "2022", "12,34", "0.000", "9" * 40, "1e9"]
NUMBERS += ["数百", "十几"]
DATES = [
    "2022年",
    "11月",
    "30日",
    "底",
    "三季度",
    "2022-11",
    "20221130",
    "2022.12",
    "1-7月",
    "13月",
    "年底",
    "上半年",
]
cells = st.lists(
    st.sampled_from([*PIECES, *UNITS, *NUMBERS, *DATES, " ", "\u3000", "效果明显"]), min_size=1, max_size=7
).map("".join)
texts = st.text(max_size=40) | cells
columns = st.fixed_dictionaries(
    {},
    optional={
        "unit": st.sampled_from(["条", "万元", "%", "小时", "月", ""]),
        "year": st.sampled_from([2020, 2022]),
    },
)
signs = st.fixed_dictionaries({}, optional={"sign": st.sampled_from(Operator)})
days = st.dates(date(1949, 1, 1), date(2199, 12, 31))
periods = st.tuples(days, days).map(lambda pair: Period(min(pair), max(pair)))
quantities = st.builds(
    Quantity,
    st.decimals(-(10**12), 10**12, allow_nan=False, places=3),
    st.sampled_from(
        ["", "条", "万元", "%", "人次", "小时", "万元/(人·年)", "亿元", "次/月", "亩", "月", "季度"]
    ),
)


def read(kind, text, **given):
    """The cell, which is refused only if there is nothing in it."""
    try:
        return kind(text, **given)
    except DataError as error:
        if error.code != "data.empty" or text.strip():
            raise
        return None


@given(texts, columns, signs)
@example("≥", {}, {})
@example("\x00", {}, {})
@example("\ud800", {}, {})
@example("²", {}, {})
@example("٣条", {}, {})
@example("15-10个", {}, {})
@example("1-2-3条", {}, {})
def test_any_target_is_held(text, given, sign):
    target = read(Target, text, **given, **sign)
    if target is None:
        return
    said = [target.quantity is not None, target.period is not None]
    assert said.count(True) == (target.operator is not Operator.TEXT)
    assert (target.upper is not None) == (target.operator is Operator.BETWEEN)
    assert not (target.inferred and (target.operator is Operator.TEXT or target.sign))
    assert target.fault is None or target.operator is Operator.TEXT
    if target.upper is not None:
        assert target.quantity <= target.upper


@given(texts)
@example("≥**人")
def test_parsing_refuses_what_has_a_fault(text):
    target = read(Target, text)
    if target is None:
        return
    try:
        parsed = Target.parse(text)
    except InputError as error:
        assert target.fault.explain() == error.explain()  # noqa: PT017 - one tells of the other
    else:
        assert target.fault is None
        assert parsed == target


@given(texts, columns)
@example("中", {})
@example("/", {})
@example("\ud800中\ud800", {})
def test_any_actual_is_held(text, given):
    actual = read(Actual, text, **given)
    if actual is None:
        return
    found = [actual.quantity, actual.lower, actual.period]
    assert sum(each is not None for each in found) <= 1
    assert (actual.lower is None) == (actual.upper is None)
    assert actual.whole is None or 0 * actual.whole <= actual.quantity <= actual.whole
    assert actual.lower is None or actual.lower <= actual.upper
    if found == [None, None, None]:
        assert actual.approximation is Approximation.EXACT


@given(texts, columns, st.sampled_from([Target, Actual]))
def test_reading_again_gives_the_same(text, given, kind):
    value = read(kind, text, **given)
    if value is not None:
        assert kind(value.text, **given) == attrs.evolve(value) == copy.deepcopy(value) == value
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own
        assert hash(kind(value.text, **given)) == hash(value)


@given(texts, st.sampled_from([Target, Actual]), st.integers(1949, 2199))
def test_a_year_is_given_once(text, kind, year):
    value = read(kind, text)
    if value is not None:
        dated = value.in_year(year)
        assert dated.in_year(year) == dated == kind(text, year=year)
        assert dated is value or (value.period is None and dated.period is not None)


@given(st.sampled_from([Target, Actual]), st.integers(128, 11_000), st.sampled_from("5九-～至年前百近，（"))
def test_a_long_cell_is_prose(kind, count, char):
    try:
        value = kind("60条" + char * count)
    except LimitError:
        assert count > 9_990
    else:
        assert value.quantity is None
        assert value.period is None


@given(quantities)
def test_a_quantity_survives_its_cell(quantity):
    assert Actual(quantity).quantity == quantity
    target = Target(quantity)
    assert (target.quantity, target.inferred) == (quantity, True)


@given(quantities, st.sampled_from([operator for operator in Operator if operator.value[0] in "<=>"]))
def test_an_operator_survives_its_cell(quantity, operator):
    target = Target(f"{operator.sign}{Actual(quantity).text}")
    assert (target.operator, target.quantity, target.inferred) == (operator, quantity, False)
    beside = Target(quantity, sign=operator)
    assert (beside.operator, beside.quantity, beside.inferred) == (operator, quantity, False)


@given(
    st.tuples(st.integers(32, 10**9), st.integers(32, 10**9)),
    st.sampled_from(["条", "元", "%", "元/人", ""]),
)
def test_a_range_survives_its_cell(numbers, unit):
    low, high = (Quantity(number, unit) for number in sorted(numbers))
    cell = f"{low.magnitude}～{high.magnitude}{unit}"
    if not unit and {low.magnitude, high.magnitude} <= set(range(1949, 2200)):
        return
    if not unit and any(date_or_number(f"{number}") for number in numbers):
        return
    target, actual = Target(cell), Actual(cell)
    assert (target.quantity, target.upper, target.operator) == (low, high, Operator.BETWEEN)
    assert (actual.lower, actual.upper) == (low, high)
    turned = Target(f"{high.magnitude}～{low.magnitude}{unit}")
    assert (turned.fault is None) == (low == high)


@given(periods)
def test_a_period_survives_its_text(period):
    assert Period.parse(str(period)) == period
    assert Period.parse(f" {period} ".replace("-", "－")) == period
    assert len(str(period)) <= len(f"{period.start}/{period.end}")


@given(st.integers(1949, 2199), st.integers(1, 12), st.integers(1, 31))
def test_a_day_lies_in_its_month_and_this_in_its_year(year, month, day):
    days = min(day, monthrange(year, month)[1])
    within = [
        f"{year}年{month}月{days}日",
        f"{year}年{month}月",
        f"{year}年{(month + 2) // 3}季度",
        f"{year}年",
    ]
    found = [Period.parse(text) for text in within]
    for inner, outer in pairwise(found):
        assert outer.start <= inner.start <= inner.end <= outer.end
    assert found == [Period.parse(text.split("年", 1)[1] or "全年", year=year) for text in within]


@given(days)
def test_a_deadline_is_the_last_day(end):
    target = Target(f"{end:%Y年%m月%d日}前")
    assert (target.period, target.operator) == (Period(end, end), Operator.AT_MOST)
    assert Target(f"{end}前").period == Actual(f"{end}").period == Period(end, end)


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["次", "户", "万人", "元"]))
def test_a_share_has_a_part_within_its_whole(whole, part, unit):
    actual = Actual(f"{whole}{unit}中{part}{unit}")
    if part <= whole and whole:
        assert (actual.quantity, actual.whole) == (Quantity(part, unit), Quantity(whole, unit))
    else:
        assert actual.quantity is None


@given(st.decimals(0, 10**6, places=2), st.sampled_from(["年", "月", "季度"]))
def test_what_may_be_a_date_is_none(number, unit):
    points = {"年": range(1840, 2200), "月": range(1, 13), "季度": range(1, 5)}[unit]
    assert (Target(f"{number}{unit}").quantity is None) == (number in [Decimal(point) for point in points])
