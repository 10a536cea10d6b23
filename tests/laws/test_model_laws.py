"""Laws of the model: cells are read or refused, and what is read can be written and read again."""

import copy
import pickle
from decimal import Decimal

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from govperf.errors import InputError
from govperf.model import Actual, Approximation, Operator, Target
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
]
UNITS = ["条", "万元", "人次", "小时", "月", "年", "元/人", "个百分点", "张张"]
NUMBERS = ["0", "60", "3,678.76", "１２", "二十", "1.5万", "-5", "2022", "12,34", "0.000", "9" * 40, "1e9"]
cells = st.lists(
    st.sampled_from([*PIECES, *UNITS, *NUMBERS, " ", "\u3000", "效果明显"]), min_size=1, max_size=7
).map("".join)
texts = st.text(max_size=40) | cells
quantities = st.builds(
    Quantity,
    st.decimals(-(10**12), 10**12, allow_nan=False, places=3),
    st.sampled_from(
        ["", "条", "万元", "%", "人次", "小时", "万元/(人·年)", "亿元", "次/月", "亩", "月", "季度"]
    ),
)


def read(kind, text):
    try:
        return kind(text)
    except InputError:
        return None


@given(texts)
@example("≥")
@example("\x00")
@example("\ud800")
@example("²")
@example("٣条")
def test_any_target_is_read_or_refused(text):
    target = read(Target, text)
    if target is not None:
        assert (target.quantity is None) == (target.operator is Operator.TEXT)
        assert not (target.inferred and target.quantity is None)


@given(texts)
@example("中")
@example("/")
@example("\ud800中\ud800")
def test_any_actual_is_read_or_refused(text):
    actual = read(Actual, text)
    if actual is not None:
        assert actual.quantity is not None or actual.whole is None
        assert actual.quantity is not None or actual.approximation is Approximation.EXACT
        if actual.whole is not None:
            assert 0 * actual.whole <= actual.quantity <= actual.whole


@given(texts, st.sampled_from([Target, Actual]))
def test_reading_again_gives_the_same(text, kind):
    value = read(kind, text)
    if value is not None:
        assert kind(value.text) == attrs.evolve(value) == copy.deepcopy(value) == value
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own
        assert hash(kind(value.text)) == hash(value)


@given(quantities)
def test_a_quantity_survives_its_cell(quantity):
    assert Actual(quantity).quantity == quantity
    target = Target(quantity)
    assert (target.quantity, target.inferred) == (quantity, True)


@given(quantities, st.sampled_from([operator for operator in Operator if operator is not Operator.TEXT]))
def test_an_operator_survives_its_cell(quantity, operator):
    target = Target(f"{operator.sign}{Actual(quantity).text}")
    assert (target.operator, target.quantity, target.inferred) == (operator, quantity, False)


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["次", "户", "万人", "元"]))
def test_a_share_has_a_part_within_its_whole(whole, part, unit):
    actual = Actual(f"{whole}{unit}中{part}{unit}")
    if part <= whole and whole:
        assert (actual.quantity, actual.whole) == (Quantity(part, unit), Quantity(whole, unit))
    else:
        assert actual.quantity is None


@given(st.decimals(0, 10**6, places=2), st.sampled_from(["年", "月", "季度"]))
def test_what_may_be_a_date_is_none(number, unit):
    date = {"年": range(1949, 2200), "月": range(1, 13), "季度": range(1, 5)}[unit]
    assert (Target(f"{number}{unit}").quantity is None) == (number in [Decimal(day) for day in date])
