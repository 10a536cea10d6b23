"""Numbers that are only approximate: what `read_number` says of 近540, 十余万, 数百, 三五百."""

from decimal import Decimal

import pytest
from asking import table

from govperf.errors import LimitError, NumeralError
from govperf.numerals import Reading, parse_number, read_number
from govperf.numerals.words import AFTER, BEFORE, WITHIN


def refused(text):
    """The code of the refusal, and the characters it points at."""
    with pytest.raises(NumeralError) as caught:
        read_number(text)
    error = caught.value
    assert error.text == text
    return error.code, text[slice(*error.span)]


def ends(reading):
    """The lower and the upper end as texts, "" where there is none."""
    return tuple("" if end is None else f"{end:f}" for end in (reading.low, reading.high))


def words(rows):
    return [
        pytest.param(word, *meaning, id=word if word.isascii() else ascii(word)[1:-1])
        for meaning, line in rows.items()
        for word in line.split()
    ]


def said(text, word, bound, numbers, *, inclusive):
    """The reading of a plain number with one word."""
    span = 0, len(text)
    return Reading(
        bound, *numbers, inclusive=inclusive, form="number", shared=False, words=(word,), span=span
    )


class TestExact:
    """A number without any word is what it says."""

    @pytest.mark.parametrize("text", ["540", "3,678.76", "一万二", "95%", "三成半", "1/8", "-5", "0"])
    def test_reading(self, text):
        value, reading = parse_number(text), read_number(text)
        assert reading[:4] == ("exact", value, value, value)
        assert reading == Reading(
            *reading[:4], inclusive=True, form=reading.form, shared=False, words=(), span=(0, len(text))
        )

    def test_text_only(self):
        with pytest.raises(TypeError, match="not from int"):
            read_number(5)

    @pytest.mark.parametrize("text", ["", "  ", "\u3000"])
    def test_empty(self, text):
        with pytest.raises(NumeralError) as caught:
            read_number(text)
        assert (caught.value.code, caught.value.span) == ("numeral.empty", None)

    def test_length(self):
        assert read_number("约" + "1" * 34).value == int("1" * 34)
        with pytest.raises(LimitError) as caught:
            read_number("约" + "1" * 64)
        assert caught.value.code == "limit.chars"


class TestWordsBefore:
    """民法典 art. 1259 and usage: each word, with what it says of the number after it."""

    @pytest.mark.parametrize(("word", "bound", "inclusive"), words(BEFORE))
    @pytest.mark.parametrize("gap", ["", " ", "\u3000"], ids=["", "space", "wide_space"])
    def test_word(self, word, bound, inclusive, gap):
        number = "百万" if word == "上" else "540"
        text = f"{word}{gap}{number}"
        value = Decimal(1_000_000) if word == "上" else Decimal(540)
        low = value if bound == "at_least" else None
        high = value if bound == "at_most" else None
        assert read_number(text) == said(text, word, bound, (value, low, high), inclusive=inclusive)

    @pytest.mark.parametrize(("word", "bound", "inclusive"), words(AFTER))
    @pytest.mark.parametrize("gap", ["", " ", "\u3000"], ids=["", "space", "wide_space"])
    def test_word_after(self, word, bound, inclusive, gap):
        text = f"540{gap}{word}"
        low = 540 if bound == "at_least" else None
        high = 540 if bound == "at_most" else None
        assert read_number(text) == said(text, word, bound, (540, low, high), inclusive=inclusive)

    @pytest.mark.parametrize(
        ("text", "bound", "value"),
        table(
            percent=("不少于60%", "at_least", "0.60"),
            percent_in_words=("近百分之三十", "at_most", "0.3"),
            tenths=("三成以上", "at_least", "0.3"),
            scale=("近1.5亿", "at_most", "150000000"),
            as_said=("约一万二", "about", "12000"),
            sign=("≥ 100", "at_least", "100"),
            negative=(">-5", "at_least", "-5"),
            place_alone=("近百", "at_most", "100"),
            places_alone=("上千万", "at_least", "10000000"),
            place_alone_after=("百以上", "at_least", "100"),
            half=("过半", "at_least", "0.5"),
            half_of_a_count=("半数以上", "at_least", "0.5"),
            more_than_tenths=("三成多", "at_least", "0.3"),
            more_than_percent=("30%余", "at_least", "0.30"),
            longest_word=("不超过500", "at_most", "500"),
            longest_word_sign=(">=500", "at_least", "500"),
        ),
    )
    def test_number_of_any_form(self, text, bound, value):
        reading = read_number(text)
        assert (reading.bound, f"{reading.value:f}") == (bound, value)

    @pytest.mark.parametrize("text", ["上一", "上5", "上一百", "上半", "上三五百"])
    def test_up_is_said_of_places_only(self, text):
        assert refused(text) == ("numeral.unreadable", text)

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            word_alone=("不少于", "numeral.unreadable", "不少于"),
            word_after_alone=("以上", "numeral.unreadable", "以上"),
            words_alone=("约左右", "numeral.unreadable", "约左右"),
            word_in_the_wrong_place=("以上500", "numeral.unreadable", "以上500"),
            two_before=("约近5", "numeral.unreadable", "近5"),
            two_after=("500以上左右", "numeral.trailing", "以上"),
            unit=("50岁以上", "numeral.trailing", "岁"),
            unknown=("未达5", "numeral.unreadable", "未达5"),
            other_order=("=>5", "numeral.unreadable", "=>5"),
            range_sign_before=("~5", "numeral.unreadable", "~5"),
            two_bounds=("≥3≤5", "numeral.trailing", "≤5"),
            places_in_disorder=("近千百", "numeral.order", "近千百"),
            malformed=("约12,34", "numeral.grouping", ",34"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestTwoWords:
    """Words on both sides are read together, or contradict each other."""

    @pytest.mark.parametrize(
        ("text", "bound", "inclusive"),
        table(
            about_about=("约5左右", "about", True),
            below_about=("近5左右", "about", True),
            at_least_about=("约5以上", "about", True),
            below_at_most=("近5以内", "at_most", True),
            at_most_twice=("不超过500以内", "at_most", True),
            above_at_least=("超过500以上", "at_least", True),
            above_more=("超过500余", "at_least", False),
            more_at_least=("十余以上", "at_least", True),
            more_about=("约十余万", "about", True),
        ),
    )
    def test_together(self, text, bound, inclusive):
        reading = read_number(text)
        assert (reading.bound, reading.inclusive, len(reading.words)) == (bound, inclusive, 2)

    @pytest.mark.parametrize(
        "text",
        table(
            above_at_most=("超过500以下",),
            at_most_at_least=("不超过500以上",),
            below_at_least=("近5以上",),
            below_more=("近1.5亿多",),
            at_most_more=("不超过十余万",),
            several_at_least=("数百以上",),
            below_several=("近数百",),
            pair_at_least=("三五百以上",),
            range_at_most=("不超过3～5万",),
            range_at_least=("3～5万以上",),
        ),
    )
    def test_contradictions(self, text):
        assert refused(text) == ("numeral.contradiction", text)
        assert refused(f"  {text} ") == ("numeral.contradiction", text)

    @pytest.mark.parametrize(
        ("text", "said"),
        [("约三五百", ("约", "三五")), ("数百左右", ("数", "左右")), ("约3～5", ("约", "～"))],
    )
    def test_about_two_numbers_is_no_more_than_they_say(self, text, said):
        reading = read_number(text)
        assert (reading.bound, reading.words) == ("between", said)


class TestMore:
    """余 and 多: the number was passed; 来: it is near. From ten on, or before a scale word."""

    @pytest.mark.parametrize(("word", "bound", "inclusive"), words(WITHIN))
    @pytest.mark.parametrize(
        ("before", "after", "value"),
        [("十", "", 10), ("60", "", 60), ("百", "", 100), ("十", "万", 100_000), ("3", "亿", 300_000_000)],
    )
    def test_word(self, word, bound, inclusive, before, after, value):
        reading = read_number(f"{before}{word}{after}")
        low = value if bound == "at_least" else None
        assert (reading.value, reading.low, reading.high) == (value, low, None)
        assert (reading.bound, reading.inclusive, reading.words) == (bound, inclusive, (word,))

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            after_the_scale=("1万余", "10000"),
            place_and_scale=("百余万", "1000000"),
            place_of_a_scale=("万余亿", "1000000000000"),
            decimals=("1.5万余", "15000"),
            mixed=("5万4千多", "54000"),
            percent=("30多%", "0.30"),
            percent_in_words=("百分之三十余", "0.3"),
            thousands=("3k多", "3000"),
            after_percent=("30%多", "0.30"),
            after_permille=("5‰余", "0.005"),
            after_tenths=("八成多", "0.8"),
            after_points=("5个百分点多", "0.05"),
            spaced=("10 余 万", "100000"),
            spaced_before=("10 余万", "100000"),
        ),
    )
    def test_reads(self, text, value):
        reading = read_number(text)
        assert (reading.bound, str(reading.value), ends(reading)) == (
            "at_least", value, (f"{Decimal(value):f}", "")
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            below_ten=("9余", "numeral.unreadable", "9余"),
            one_and_coming=("一来", "numeral.unreadable", "一来"),
            just_below_ten=("9.9多", "numeral.unreadable", "9.9多"),
            negative=("-10余", "numeral.unreadable", "-10余"),
            negative_percent=("负百分之三十多", "numeral.unreadable", "负百分之三十多"),
            word_first=("余十", "numeral.unreadable", "余十"),
            word_alone=("多", "numeral.unreadable", "多"),
            twice=("10余万余", "numeral.trailing", "余万"),
            two_words=("十多来", "numeral.trailing", "多"),
            after_a_half_tenth=("三成半多", "numeral.trailing", "成半"),
            after_a_fraction=("三分之二多", "numeral.unreadable", "三分之二多"),
            after_a_discount=("八折多", "numeral.trailing", "折"),
            digit_after=("三百多五", "numeral.trailing", "多五"),
            unit=("十余人", "numeral.trailing", "余人"),
            places_in_disorder=("千百余", "numeral.order", "千百余"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestSeveral:
    """几 and 数 in the place of a digit: more than one and fewer than ten, the ends left out."""

    @pytest.mark.parametrize(
        ("text", "low", "high"),
        table(
            tens=("几十", "10", "100"),
            hundreds=("数百", "100", "1000"),
            traditional=("幾百", "100", "1000"),
            wan=("几万", "10000", "100000"),
            hundred_wan=("数百万", "1000000", "10000000"),
            yi=("几亿", "100000000", "1000000000"),
            ten_and=("十几", "10", "20"),
            twenty_and=("二十几", "20", "30"),
            twenty_and_wan=("二十几万", "200000", "300000"),
            arabic=("20几", "20", "30"),
            arabic_wan=("10几万", "100000", "200000"),
            tens_of_a_hundred=("一百几十", "100", "200"),
            tens_of_a_hundred_wan=("一百几十万", "1000000", "2000000"),
            hundreds_of_wan=("三万几百", "30000", "31000"),
            thousands_of_wan=("三万几千", "30000", "40000"),
            after_a_zero=("一百零几", "100", "110"),
            hundreds_after_a_zero=("三万零几百", "30000", "31000"),
            arabic_hundred=("100几", "100", "110"),
            percent=("十几%", "0.10", "0.20"),
            percent_in_words=("百分之几十", "0.1", "1"),
        ),
    )
    def test_reads(self, text, low, high):
        reading = read_number(text)
        assert (reading.bound, reading.value, reading.inclusive) == ("between", None, False)
        assert ends(reading) == (low, high)
        assert reading.words == (next(char for char in text if char in "几数幾"),)

    @pytest.mark.parametrize(
        ("text", "code"),
        table(
            alone=("几", "numeral.unreadable"),
            below_ten=("数个", "numeral.unreadable"),
            one_digit=("百分之几", "numeral.unreadable"),
            tenths=("几成", "numeral.unreadable"),
            in_the_place_of_another=("三几百", "numeral.unreadable"),
            no_empty_place=("31几", "numeral.unreadable"),
            decimals=("1.5几万", "numeral.unreadable"),
            twice=("几百几十", "numeral.unreadable"),
            zero=("0几", "numeral.unreadable"),
            negative=("-十几", "numeral.unreadable"),
            negative_percent=("负百分之十几", "numeral.unreadable"),
            sign_alone=("-数百", "numeral.unreadable"),
            many=("无数", "numeral.unreadable"),
            tens_as_said=("一百几", "numeral.ambiguous"),
            thousands_as_said=("三万几", "numeral.ambiguous"),
            wan_as_said=("一百几万", "numeral.ambiguous"),
            mixed_as_said=("3万几", "numeral.ambiguous"),
            below_a_fraction=("十几分之一", "numeral.trailing"),
        ),
    )
    def test_refuses(self, text, code):
        assert refused(text)[0] == code


class TestPair:
    """GB/T 15835-2011 4.2: two digits side by side are the numbers between them."""

    @pytest.mark.parametrize(
        ("text", "low", "high", "said"),
        table(
            hundreds=("三五百", "300", "500", "三五"),
            two_three=("两三百", "200", "300", "两三"),
            one_two=("一两千", "1000", "2000", "一两"),
            tens=("二三十", "20", "30", "二三"),
            wan=("三四万", "30000", "40000", "三四"),
            hundred_wan=("二三百万", "2000000", "3000000", "二三"),
            ones=("四十五六", "45", "46", "五六"),
            ones_of_ten=("十七八", "17", "18", "七八"),
            ones_of_wan=("四十五六万", "450000", "460000", "五六"),
            tens_of_a_hundred=("一百三四十", "130", "140", "三四"),
            hundreds_of_wan=("三万二三百", "30200", "30300", "二三"),
            financial=("叁肆佰", "300", "400", "叁肆"),
            percent=("百分之二三十", "0.2", "0.3", "二三"),
            percent_sign=("二三十%", "0.20", "0.30", "二三"),
            tenths=("三四成", "0.3", "0.4", "三四"),
            tenths_apart=("三五成", "0.3", "0.5", "三五"),
            plan_of_wan=("十四五万", "140000", "150000", "四五"),
        ),
    )
    def test_reads(self, text, low, high, said):
        reading = read_number(text)
        assert (reading.bound, reading.value, reading.inclusive) == ("between", None, True)
        assert (ends(reading), reading.words) == ((low, high), (said,))

    @pytest.mark.parametrize(
        ("text", "code"),
        table(
            plan_of_five_years=("十四五", "numeral.order"),
            the_plan_before=("十三五", "numeral.order"),
            plan_of_five_years_financial=("拾肆伍", "numeral.order"),
            the_plan_before_financial=("拾叁伍", "numeral.order"),
            three_five_as_ones=("二十三五", "numeral.order"),
            not_next=("四十五七", "numeral.order"),
            falling=("三二百", "numeral.order"),
            same=("三三百", "numeral.order"),
            three_digits=("三四五百", "numeral.order"),
            ones_of_a_hundred=("一百三四", "numeral.order"),
            negative=("-四十五六", "numeral.unreadable"),
            negative_percent=("负百分之二三十", "numeral.unreadable"),
            alone=("三四", "numeral.ambiguous"),
            and_more=("三四百五", "numeral.ambiguous"),
            percent_of_one_digit=("百分之三四", "numeral.ambiguous"),
        ),
    )
    def test_refuses(self, text, code):
        assert refused(text)[0] == code
