"""Hostile cells of every kind: held or refused at once, whatever dashes, digits and halves of characters."""

import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govperf.errors import InputError
from govperf.model import Actual, Operator, Period, Target
from govperf.scoring import completion_rate

DASHES = [char for char in map(chr, range(sys.maxunicode)) if unicodedata.category(char) == "Pd"]
PIECES = [
    "5",
    "九",
    "1,000",
    "2022年",
    "11月",
    "30日",
    "底",
    "前",
    "起",
    "内",
    "完成",
    "且",
    "，",
    "、",
    "/",
    "-",
    "～",
    "至",
    "每",
]
PIECES += [
    "人均",
    "≥",
    "≤",
    "不超过",
    "控制在",
    "达",
    "（含）",
    "以上",
    "%",
    "元",
    "个",
    "数",
    "不得",
    "完成率",
    "（",
    "）",
    "。",
    "降至",
    "最迟",
    "月",
    "（含5%）",
    "几",
    "近",
    "余",
    "中",
    "\ud800",
    "1e999",
]
SECONDS = 1
"""Far more than any of these takes; a pattern that goes back and forth takes hours."""


def outcome(call):
    try:
        return call()
    except InputError as error:
        return error


class TestDashes:
    @pytest.mark.parametrize("dash", DASHES, ids=lambda dash: f"{ord(dash):04x}")
    def test_a_range_or_prose(self, dash):
        target, actual = Target(f"30{dash}50个"), Actual(f"30{dash}50个")
        assert (
            (target.operator is Operator.BETWEEN) == (target.upper is not None) == (actual.upper is not None)
        )
        assert target.quantity is None or str(target.quantity) == "30个"

    @pytest.mark.parametrize("dash", DASHES, ids=lambda dash: f"{ord(dash):04x}")
    def test_a_period_or_none(self, dash):
        found = outcome(lambda: Period.parse(f"2022年7月{dash}9月"))
        assert isinstance(found, InputError) or str(found) == "2022-07/2022-09"


class TestTime:
    @pytest.mark.parametrize("count", [3, 40, 128, 5_000])
    @pytest.mark.parametrize("piece", PIECES)
    def test_the_same_again_and_again(self, piece, count):
        cells = [
            piece * count,
            f"60条{piece * count}",
            f"{piece * count}60条",
            f"5{piece}" * (count // 2) + "个",
        ]
        start = time.perf_counter()
        for cell in cells:
            for kind in (Target, Actual):
                outcome(lambda cell=cell, kind=kind: kind(cell, unit="元").in_year(2022))
                outcome(lambda cell=cell, kind=kind: kind.parse(cell))
            outcome(lambda cell=cell: Period.parse(cell, year=2022))
        assert time.perf_counter() - start < SECONDS

    @given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
    def test_any_mixture(self, cell):
        start = time.perf_counter()
        target = outcome(lambda: Target(cell, unit="元", sign="≥"))
        assert isinstance(target, InputError) or isinstance(outcome(lambda: target.fault), TARGET_FAULTS)
        assert time.perf_counter() - start < SECONDS


TARGET_FAULTS = (type(None), InputError)


class TestNumbers:
    @pytest.mark.parametrize(
        "number", ["9" * 35, "1e999", "1e-999", "0." + "0" * 61 + "1", "9" * 60 + "." + "9" * 60]
    )
    @pytest.mark.parametrize(
        "cell", ["{}-{}个", "≥{}个", "{}%～{}%", "数{}人", "近{}万", "{}年11月", "2022年{}月", "≥{}且≤{}"]
    )
    def test_what_no_quantity_holds(self, cell, number):
        text = cell.replace("{}", number)
        for value in (Target(text, year=2022), Actual(text, year=2022)):
            assert (value.quantity, value.upper, value.period) == (None, None, None)

    @pytest.mark.parametrize(
        "text", ["\ud8002022年", "2022\udfff年", "5\ud800-8个", "≥\ud800", "\ud800" * 100]
    )
    def test_halves_of_characters(self, text):
        for value in (Target(text, year=2022), Actual(text, year=2022)):
            assert (value.quantity, value.upper, value.period) == (None, None, None)
        assert isinstance(outcome(lambda: Period.parse(text)), InputError)
        assert str(outcome(lambda: Target.parse(text))).encode("utf-8", "surrogatepass")

    def test_the_largest_range(self):
        high = "9" * 34
        assert completion_rate(f"32-{high}条", f"{high}条").exact == 1
        assert completion_rate(f"32-{high}条", "8条").exact * 32 == 8
