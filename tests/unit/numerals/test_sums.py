"""Scale words inside each other: 亿 multiplies all since the last 亿, 万 all since the last of both."""

import pytest

from govperf.errors import NumeralError
from govperf.numerals import parse_number, scan


def refused(text):
    with pytest.raises(NumeralError) as caught:
        parse_number(text)
    return caught.value.code, caught.value.hint


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1亿2千3百万", 123_000_000),
        ("3亿2千5百万", 325_000_000),
        ("1千2百亿3千4百万", 120_034_000_000),
        ("1亿2百3十万", 102_300_000),
        ("1亿2千零30万", 120_300_000),
        ("1万2千亿", 1_200_000_000_000),
        ("5万1千零3十亿", 5_103_000_000_000),
        ("1万亿2千亿3千万", 1_200_030_000_000),
        ("3十5", 35),
        ("1百2十3", 123),
        ("3十1万", 310_000),
        ("2千5百万8千", 25_008_000),
    ],
)
@pytest.mark.parametrize("read", [parse_number, lambda text: scan(f"{text}元").value], ids=["alone", "unit"])
def test_nested(read, text, value):
    assert read(text) == value


def test_spaced_where_it_is_alone():
    assert parse_number("1亿 2千 3百万") == 123_000_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1亿2千3百", "numeral.ambiguous"),
        ("1亿2千3", "numeral.ambiguous"),
        ("1万5亿", "numeral.ambiguous"),
        ("1万11亿", "numeral.ambiguous"),
        ("1万999亿", "numeral.ambiguous"),
        ("3千5万", "numeral.ambiguous"),
        ("1万2万", "numeral.overlap"),
        ("1亿2万亿", "numeral.overlap"),
        ("1.5亿3千万", "numeral.overlap"),
        ("1.5千600", "numeral.overlap"),
        ("1.5万6千亿", "numeral.overlap"),
        ("05万", "numeral.order"),
        ("35百", "numeral.order"),
        ("30十", "numeral.order"),
        ("1.5百", "numeral.order"),
        ("1万35百", "numeral.order"),
        ("1千05", "numeral.order"),
        ("05千300", "numeral.order"),
        ("5亿万", "numeral.order"),
    ],
)
def test_refused(text, code):
    assert refused(text)[0] == code


@pytest.mark.parametrize("text", ["1亿2千3百", "100万5", "1.2万3", "3千5万", "1万亿2"])
def test_a_hint_names_two_readings_of_the_whole_or_none(text):
    assert refused(text) == ("numeral.ambiguous", "")
