"""The parts of a format specification: each says one thing, and what it writes says the same amount."""

import re
from decimal import Decimal

import pytest
from babel import localedata
from hypothesis import given
from hypothesis import strategies as st

from govperf.errors import InputError, NumeralError, UnitError
from govperf.numerals.locales import local_amount
from govperf.units import Quantity
from govperf.units.abroad import CLDR
from govperf.units.lexicon import SCALES

Q = Quantity("3678.76", "万元")

WRITTEN = [
    (Q, ",.2f元", "36,787,600.00元"),
    (Q, ".1亿元", "0.4亿元"),
    (Q, "元", "36,787,600元"),
    (Q, " 元", "36,787,600元"),
    (Q, ",.1f#", "3,678.8 万元"),
    (Q, "#", "3,678.76 万元"),
    (Quantity(5), "#", "5"),
    (Q, "scaled#", "3678.76 万元"),
    (Q, "spoken", "三千六百七十八点七六万元"),
    (Q, "spoken.1", "三千六百七十八点八万元"),
    (Quantity(200, "十元"), "spoken", "二千元"),
    (Quantity(300, "十万人"), "financial", "叁仟万人"),
    (Quantity("0.5", "百万元"), "spoken", "五十万元"),
    (Quantity(10_000, "万元"), "spoken", "一亿元"),
    (Quantity(95, "%"), "spoken", "百分之九十五"),
    (Quantity("-2.5", "‰"), "spoken", "负千分之二点五"),
    (Quantity("-0.004", "%"), "spoken.2", "百分之零点零零"),
    (Quantity(3, "月"), "spoken", "三个月"),
    (Quantity(0, "万元"), "spoken", "零元"),
    (Quantity(3, "千克²"), "spoken", "3千克²"),
    (Quantity(3, "千克²"), "financial", "3千克²"),
    (Q, "financial", "人民币叁仟陆佰柒拾捌万柒仟陆佰元整"),
    (Quantity("100.056", "元"), "financial.2", "人民币壹佰元零陆分"),
    (Quantity("100.056", "元"), "financial.9", "人民币壹佰元零陆分"),
    (Quantity("100.05", "美元"), "financial", "美元壹佰元零伍分"),
    (Quantity(1409, "项"), "financial", "壹仟肆佰零玖项"),
    (Quantity("0.95"), ".1%", "95.0%"),
    (Q, ",.2f@en", "CN¥36,787,600.00"),
    (Quantity("59.89", "公里"), ",@de", "59,89 km"),
    (Quantity(24, "小时"), "f@en", "24 hr"),
    (Quantity("3.1", "万人"), "@en", "31,000 人"),
    (Quantity(5), "@en", "5"),
    (Quantity(1409, "项"), "financial@zh_Hant", "壹仟肆佰零玖 项"),
    (Q, "scaled.1@en", "36.8M 元"),
]


@pytest.mark.parametrize(
    ("quantity", "spec", "text"), WRITTEN, ids=[spec for _, spec, _ in WRITTEN if False] or None
)
def test_written(quantity, spec, text):
    assert format(quantity, spec) == text


@pytest.mark.parametrize(
    "spec", ["d", "g", "s", "SCALED", "scaled亿元", "万元@en", "scaledf", ">12", "+.2f", ",.2f@", "f.2"]
)
def test_no_specification(spec):
    with pytest.raises(ValueError, match="unknown format"):
        format(Q, spec)


@pytest.mark.parametrize("spec", ["公理", "人", "万圜"])
def test_no_unit(spec):
    with pytest.raises(UnitError):
        format(Q, spec)


def test_finer_than_a_fen():
    with pytest.raises(NumeralError, match="finer than a 分"):
        format(Quantity(1, "元") / 3, "financial")


@pytest.mark.parametrize("locale", ["xx", "en_XX_YY"])
def test_no_locale(locale):
    with pytest.raises(ValueError, match="locale"):
        format(Quantity(1, "米"), f"@{locale}")


def test_no_style_of_an_amount():
    with pytest.raises(ValueError, match="not for amounts"):
        local_amount(Decimal(1), "spoken", None, "en", currency="CNY")


@given(
    st.decimals("-99999", "99999", places=2),
    st.sampled_from(["", *SCALES]),
    st.sampled_from(["元", "人次", "平方米", "%"]),
    st.sampled_from(["spoken", "financial"]),
)
def test_words_are_read_back(number, scale, unit, style):
    quantity = Quantity(number, scale + unit)
    try:
        written = format(quantity, style)
    except InputError:  # 10¹⁶ and above is said in no words
        return
    if style == "spoken" or unit != "%":
        assert Quantity.parse(written) == quantity or "负" in written


DIGIT = re.compile(r"\d")
SIGNED = re.compile(r"[-−]\W?\d")


@pytest.mark.parametrize("locale", ["en", "de", "zh_Hant", "ar", "he", "ml", "ne", "so", "fr", "ru", "ja"])
@pytest.mark.parametrize("number", ["1", "-1", "2", "-2", "0", "1.00"])
def test_a_number_is_never_lost(locale, number):
    """Two metres are one word in Arabic: the number and its sign are written all the same."""
    for name in CLDR:
        written = format(Quantity(number, name), f"@{locale}")
        assert DIGIT.search(written)
        assert bool(SIGNED.search(written)) == number.startswith("-")


def test_every_locale_has_the_number():
    for locale in localedata.locale_identifiers():
        for number in (1, 2, -2):
            assert DIGIT.search(local_amount(Decimal(number), "plain", None, locale, measure="length-meter"))


def test_html_and_latex():
    assert Quantity("3678.76", "万元")._repr_html_() == '<span class="govperf-quantity">3,678.76万元</span>'
    assert Quantity(5)._repr_latex_() == "$5$"
    assert Quantity(95, "%")._repr_latex_() == r"$95\,\text{\%}$"
