"""Texts that were once read, or refused, and should not have been: found by those who looked closely."""

import pytest

from govperf import Actual, Approximation, Quantity
from govperf.errors import InputError, NumeralError
from govperf.numerals import parse_number, read_number


def refused(text):
    with pytest.raises(NumeralError) as caught:
        read_number(text)
    return caught.value.code


@pytest.mark.parametrize("gap", ["  ", " \u3000", "\u2009\u2009", "   "])
@pytest.mark.parametrize(
    "text", ["12{}345", "1{}234{}567", "5{}500%", "百分之1{}234", "近12{}345", "5{}500个百分点"]
)
def test_two_numbers_apart_are_not_one(text, gap):
    assert refused(text.format(gap, gap)) in {"numeral.trailing", "numeral.unreadable"}


@pytest.mark.parametrize("text", ["近-5", "不到-5%", "超过-5", "-5不到", "-5有余"])
def test_short_of_a_negative_number_may_be_either_side(text):
    assert refused(text) == "numeral.ambiguous"


@pytest.mark.parametrize(
    ("text", "bound"), [("大于-5", "at_least"), ("<-5", "at_most"), ("约-5", "about"), ("≥-5", "at_least")]
)
def test_comparing_with_a_negative_number_is_clear(text, bound):
    assert read_number(text).bound == bound


@pytest.mark.parametrize("text", ["壹佰壹", "壹仟玖", "佰叁"])
def test_capitals_leave_nothing_out(text):
    assert refused(text) == "numeral.ambiguous"


@pytest.mark.parametrize(
    ("text", "value"), [("二O二一", 2021), ("二０二一", 2021), ("二0二一", 2021), ("一〇O", 100)]
)
def test_a_zero_of_another_script_in_a_year(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["O二一", "2O21", "O", "OO", "三百O五"])
def test_a_letter_is_no_zero_elsewhere(text):
    assert refused(text)


@pytest.mark.parametrize("text", ["三五%", "百分之三五", "-三五", "一亿一千%"])
def test_no_hint_that_is_not_the_whole_text(text):
    with pytest.raises(NumeralError) as caught:
        read_number(text)
    assert (caught.value.code, caught.value.hint) == ("numeral.ambiguous", "")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("50万到60万之间", 500_000, 600_000),
        ("介于50和60之间", 50, 60),
        ("在5与8之间", 5, 8),
        ("3～5万之间", 30_000, 50_000),
    ],
)
def test_between_in_words(text, low, high):
    reading = read_number(text)
    assert (reading.bound, reading.low, reading.high) == ("between", low, high)


@pytest.mark.parametrize(
    ("text", "bound", "value"),
    [
        ("八成多", "at_least", "0.8"),
        ("20%余", "at_least", "0.20"),
        ("95%（含）以上", "at_least", "0.95"),
        ("过半数", "at_least", "0.5"),
        ("近百分百", "at_most", "1"),
        ("破亿", "at_least", "100000000"),
        ("300出头", "at_least", "300"),
        ("1亿不到", "at_most", "100000000"),
    ],
)
def test_words_of_reports(text, bound, value):
    reading = read_number(text)
    assert (reading.bound, str(reading.value)) == (bound, value)


def test_many():
    assert read_number("好几万")[2:5] == read_number("几万")[2:5]


@pytest.mark.parametrize("text", ["2.5E+08", "2.5e8", "２.５Ｅ８"])
def test_exponents_say_that_they_are(text):
    reading = read_number(text)
    assert (reading.value, reading.form) == (250_000_000, "scientific")
    assert parse_number(text) == 250_000_000
    with pytest.raises(NumeralError):
        Quantity(text, "元")


@pytest.mark.parametrize("cell", ["上1次", "过1年", "超3天", "超出3天", "上百分之五", "破3项"])
def test_words_that_mean_something_else_beside_a_unit(cell):
    assert (Actual(cell).quantity, Actual(cell).approximation) == (None, Approximation.EXACT)


@pytest.mark.parametrize("cell", ["-60余万元", "近-5%", "不到-3万元"])
def test_an_approximate_negative_actual_is_about(cell):
    assert Actual(cell).quantity.magnitude < 0
    assert Actual(cell).approximation is Approximation.ABOUT


@pytest.mark.parametrize("text", ["7 5折", "三成 5", "5  500个百分点", "5 500 个百分点 多"])
def test_a_quantity_does_not_join_what_stands_apart(text):
    with pytest.raises(InputError):
        Quantity.parse(text)
