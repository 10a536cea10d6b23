"""Numbers for other languages: the digits are ours, the signs and words those of CLDR by way of Babel."""

import subprocess
import sys
from decimal import Context, Decimal, localcontext
from fractions import Fraction

import pytest

from govperf.errors import NumeralError
from govperf.numerals import format_number


class TestGroupedAndPlain:
    """Signs and groups of the locale; as many decimals as the number has, zeros at the end too."""

    @pytest.mark.parametrize(
        ("locale", "grouped", "plain"),
        [
            ("en", "-12,345,678.90", "-12345678.90"),
            ("de", "-12.345.678,90", "-12345678,90"),
            ("de_CH", "-12’345’678.90", "-12345678.90"),
            ("hi", "-1,23,45,678.90", "-12345678.90"),
            ("zh", "-12,345,678.90", "-12345678.90"),
            ("zh_Hant", "-12,345,678.90", "-12345678.90"),
        ],
    )
    def test_exact(self, locale, grouped, plain):
        assert format_number(Decimal("-12345678.90"), locale=locale) == grouped
        assert format_number(Decimal("-12345678.90"), locale=locale, style="plain") == plain

    @pytest.mark.parametrize(
        ("value", "digits", "rounding", "written"),
        [
            (Decimal("83.285"), 2, "half_up", "83,29"),
            (Decimal("83.285"), 2, "half_even", "83,28"),
            (Decimal("0.5"), 0, "half_up", "1"),
            (Decimal("0.5"), 0, "half_even", "0"),
            (1234, 2, "half_up", "1.234,00"),
            (Decimal("-0.001"), 2, "half_up", "0,00"),
            (Fraction(2, 3), 4, "half_up", "0,6667"),
            (Decimal("0." + "1" * 80), None, "half_up", "0," + "1" * 80),
        ],
        ids=str,
    )
    def test_rounded_by_us(self, value, digits, rounding, written):
        assert format_number(value, digits=digits, rounding=rounding, locale="de") == written

    @pytest.mark.parametrize("locale", ["zh-Hant", "zh_Hant", "ZH_hant", "zh_TW", "zh-tw"])
    def test_spelling_of_the_locale(self, locale):
        assert format_number(12_345_678, style="scaled", locale=locale) == "1234.5678萬"


class TestScaled:
    """The scale word is chosen when the number is rounded."""

    @pytest.mark.parametrize(
        ("value", "digits", "english", "traditional"),
        [
            (99_999_999, 2, "100M", "1億"),
            (12_345_678, 2, "12.35M", "1234.57萬"),
            (12_345_678, None, "12.345678M", "1234.5678萬"),
            (999_999, 0, "1M", "100萬"),
            (999_499, 0, "999K", "100萬"),
            (Decimal("999.995"), 2, "1K", "1000"),
            (Decimal("999.994"), 2, "999.99", "999.99"),
            (9_999, 0, "10K", "9999"),
            (Decimal("9999.5"), 0, "10K", "1萬"),
            (-1_500_000, 1, "-1.5M", "-150萬"),
            (1_500_000, 2, "1.5M", "150萬"),
            (10**12, None, "1T", "1兆"),
            (10**16, None, "10,000T", "10,000兆"),
            (10**16 - 10**12, None, "9999T", "9999兆"),
            (10**20, None, "100,000,000T", "100,000,000兆"),
            (Decimal("0.50"), None, "0.5", "0.5"),
            (Decimal("0.001"), 2, "0", "0"),
            (Decimal("-0.001"), 2, "0", "0"),
            (0, None, "0", "0"),
            (Decimal("0.00"), None, "0", "0"),
            (Fraction(10**9, 3), 2, "333.33M", "3.33億"),
        ],
        ids=str,
    )
    def test_scaled(self, value, digits, english, traditional):
        for locale, written in (("en", english), ("zh_Hant", traditional)):
            assert format_number(value, style="scaled", digits=digits, locale=locale) == written

    def test_half_even(self):
        written = format_number(12_345_000, style="scaled", digits=2, rounding="half_even", locale="en")
        assert written == "12.34M"

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            (999, "999"),
            (9_999, "9999"),
            (12_345, "12.345"),
            (Decimal("999999.4"), "999.999"),
            (Decimal("999999.5"), "1\u00a0Mio."),
            (2_000_000, "2\u00a0Mio."),
        ],
        ids=str,
    )
    def test_no_word_for_thousands(self, value, written):
        """German has none for them: up to four digits without groups, as CLDR has it."""
        assert format_number(value, style="scaled", digits=0, locale="de") == written

    @pytest.mark.parametrize(
        ("locale", "value", "written"),
        [
            ("sw", 1_000, "elfu\u00a01"),
            ("sw", -12_000, "elfu\u00a0-12"),
            ("ar", 3_000, "3\u00a0آلاف"),
            ("ar", 11_000, "11\u00a0ألف"),
            ("es", 10**9, "1000\u00a0M"),
            ("ja", 10**16, "1京"),
            ("hi", 10**5, "1\u00a0लाख"),
        ],
    )
    def test_plurals_and_signs_of_their_own(self, locale, value, written):
        assert format_number(value, style="scaled", locale=locale) == written


class TestPercent:
    @pytest.mark.parametrize(
        ("locale", "written"),
        [("en", "-95.10%"), ("de", "-95,10\u00a0%"), ("tr", "-%95,10"), ("zh_Hant", "-95.10%")],
    )
    def test_percent(self, locale, written):
        assert format_number(Decimal("-0.950950"), style="percent", digits=2, locale=locale) == written

    @pytest.mark.parametrize(
        ("value", "written"),
        [(1, "100%"), (Decimal("12.5"), "1,250%"), (Decimal("0.00125"), "0.125%")],
        ids=str,
    )
    def test_exact(self, value, written):
        assert format_number(value, style="percent", locale="en") == written


class TestChineseDigits:
    """Traditional characters for the places that use them. 10^12 is 萬億: 兆 has two meanings."""

    @pytest.mark.parametrize(
        ("style", "simplified", "traditional"),
        [
            (
                "spoken",
                "负十二万亿零三百四十五万六千七百八十九点零五",
                "負十二萬億零三百四十五萬六千七百八十九點零五",
            ),
            (
                "financial",
                "负壹拾贰万亿零叁佰肆拾伍万陆仟柒佰捌拾玖点零伍",
                "負壹拾貳萬億零參佰肆拾伍萬陸仟柒佰捌拾玖點零伍",
            ),
            ("digits", "负一二〇〇〇〇〇三四五六七八九点〇五", "負一二〇〇〇〇〇三四五六七八九點〇五"),
            ("points", "-1,200,000,345,678,905个百分点", "-1,200,000,345,678,905個百分點"),
        ],
    )
    def test_characters(self, style, simplified, traditional):
        value = Decimal("-12000003456789.05")
        assert format_number(value, style=style) == simplified
        for locale in ("zh", "zh_CN", "zh_Hans", "zh_SG"):
            assert format_number(value, style=style, locale=locale) == simplified
        for locale in ("zh_Hant", "zh_TW", "zh_HK", "zh_MO"):
            assert format_number(value, style=style, locale=locale) == traditional

    @pytest.mark.parametrize("style", ["spoken", "financial", "digits", "points"])
    @pytest.mark.parametrize("locale", ["en", "ja", "root"])
    def test_for_chinese_alone(self, style, locale):
        with pytest.raises(ValueError, match=f"the style '{style}' is for Chinese alone, not for '{locale}'"):
            format_number(1, style=style, locale=locale)


class TestRefusals:
    @pytest.mark.parametrize("locale", ["", "xx", "C", "en_US_!!", "../en", "en\x00", "e" * 100_000])
    def test_unknown_locale(self, locale):
        with pytest.raises(
            ValueError, match="the locale is spelled as in CLDR, such as 'en' or 'zh_Hant', not"
        ) as caught:
            format_number(1, locale=locale)
        assert len(str(caught.value)) < 150

    @pytest.mark.parametrize("locale", [5, b"en", ["en"]], ids=repr)
    def test_types(self, locale):
        with pytest.raises(TypeError, match="a locale is a str, not"):
            format_number(1, locale=locale)

    def test_unknown_style(self):
        with pytest.raises(ValueError, match="not 'compact'"):
            format_number(1, style="compact", locale="en")

    @pytest.mark.parametrize("style", ["grouped", "plain", "scaled", "percent"])
    def test_values(self, style):
        with pytest.raises(NumeralError):
            format_number(Decimal("NaN"), style=style, locale="en")
        with pytest.raises(NumeralError):
            format_number(1, style=style, digits=61, locale="en")
        with pytest.raises(TypeError):
            format_number(Fraction(1, 3), style=style, locale="en")


@pytest.mark.parametrize("style", ["grouped", "plain", "scaled", "percent"])
@pytest.mark.parametrize("locale", ["en", "de", "sw"])
def test_the_context_of_the_caller_changes_nothing(style, locale):
    values = Decimal("12345678.905"), Decimal("-99999.5"), Decimal("1E+20"), Decimal("0.00000125")
    expected = [format_number(value, style=style, locale=locale) for value in values]
    with localcontext(Context(prec=3, Emin=-3, Emax=3, traps=[])):
        assert [format_number(value, style=style, locale=locale) for value in values] == expected


@pytest.mark.parametrize(
    ("statement", "loaded"),
    [
        ("import govperf.numerals", False),
        ("from govperf.numerals import format_number; format_number(1, style='spoken')", False),
        ("from govperf.numerals import format_rmb, parse_rmb; parse_rmb(format_rmb(1))", False),
        ("from govperf.numerals import format_number; format_number(1, locale='en')", True),
    ],
)
def test_babel_is_loaded_by_those_who_use_it(statement, loaded):
    code = f"{statement}\nimport sys\nprint('babel' in sys.modules, 'fractions' in sys.modules)"
    run = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True, text=True)  # noqa: S603 - what an import loads is seen in a fresh process
    assert run.stdout.split() == [str(loaded), str(loaded)]
