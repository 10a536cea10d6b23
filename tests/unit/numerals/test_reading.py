"""What holds for every number that is read: signs, spaces, and how a refusal points at its cause."""

import re

import pytest

from govperf.errors import LimitError, NumeralError
from govperf.messages import MESSAGES
from govperf.numerals import parse_number, read_number


def caught_by(function, text):
    with pytest.raises(NumeralError) as caught:
        function(text)
    return caught.value


def point(char):
    return f"U+{ord(char):04X}"


class TestSign:
    """A sign stands straight before the first digit; a zero has none."""

    @pytest.mark.parametrize("sign", ["-", "−", "－", "负", "負"], ids=point)
    @pytest.mark.parametrize(
        "number", ["1200000", "1.2亿", "１.5", "三十二", "1亿2千万", "一万二", "5%", "三成半"]
    )
    def test_minus(self, sign, number):
        assert parse_number(sign + number) == parse_number(number).copy_negate()

    @pytest.mark.parametrize("sign", ["+", "＋"], ids=point)
    @pytest.mark.parametrize("number", ["5", "五", "5%", "五分之一", "1/5"])
    def test_plus(self, sign, number):
        assert str(parse_number(sign + number)) == str(parse_number(number))

    @pytest.mark.parametrize(
        ("text", "value"),
        [("-0", "0"), ("-0.00", "0.00"), ("负零", "0"), ("-0万", "0"), ("－０", "0"), ("-0%", "0.00")],
    )
    def test_no_negative_zero(self, text, value):
        assert str(parse_number(text)) == value

    @pytest.mark.parametrize("text", ["-", "负", "--5", "+-5", "- 5", "负 五", "–5", "—5", "正5", "负责"])
    def test_refuses(self, text):
        error = caught_by(parse_number, text)
        assert (error.code, error.span) == ("numeral.unreadable", (0, len(text)))


class TestSpaces:
    """Spaces around a number are nothing; inside, they may stand beside words, never between digits."""

    @pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f", "\u3000", "  "], ids=ascii)
    @pytest.mark.parametrize(
        ("text", "closed"),
        [
            ("百_分_之_五", "百分之五"),
            ("百分之_五_十", "百分之五十"),
            ("二_十_五", "二十五"),
            ("一百_二十", "一百二十"),
            ("一_亿", "一亿"),
            ("5_万_2_千", "5万2千"),
            ("5_个_百分点", "5个百分点"),
            ("七_五_折", "七五折"),
            ("一点_五", "一点五"),
            ("不_少于_60_%", "不少于60%"),
            ("近_5_百_万", "近5百万"),
            ("十_余_万", "十余万"),
            ("三成_半_以_上", "三成半以上"),
            ("从_1_到_5", "从1到5"),
            ("三_至_五_万", "三至五万"),
            ("_三分_之_二_", "三分之二"),
        ],
    )
    def test_reads(self, text, closed, space):
        spaced = text.replace("_", space)
        reading = read_number(spaced)
        start, end = reading.span
        assert spaced[start:end] == spaced.strip()
        assert reading._replace(span=()) == read_number(closed)._replace(span=())

    @pytest.mark.parametrize(
        "text",
        [
            "1 2",
            "2 0 2 1",
            "1 2 万",
            "一 二",
            "二 〇 二 一",
            "三 五 百",
            "十 二 三",
            "四十五 六",
            "3. 5",
            "3 .5",
            "1, 234",
            "- 5",
            "负 五",
            "1e 5",
            "二十 三十",
            "1\n2",
            "一\t百",
        ],
        ids=ascii,
    )
    def test_refuses(self, text):
        with pytest.raises(NumeralError):
            read_number(text)


class TestPointing:
    """The span counts in the text as it was given, whatever way it was read."""

    @pytest.mark.parametrize(
        ("text", "at"),
        [
            ("12,34", ",34"),
            ("1.2.3", ".3"),
            ("约12,34", ",34"),
            ("不少于一百二千", "二"),
            ("百分之三四", "三四"),
            ("22.2万2500", "2500"),
            ("一百二千", "二"),
            ("100万5", "5"),
            ("三分之二", "三分之二"),
            ("近540", "近540"),
            ("5～3", "5～3"),
            ("2～3千", "2～3千"),
            ("超过5以下", "超过5以下"),
            ("2020/10", "2020/10"),
            ("10折", "10折"),
            ("三/五", "/五"),
        ],
    )
    @pytest.mark.parametrize("spaces", ["", "  ", "\u3000"], ids=["", "spaces", "wide_space"])
    def test_span(self, text, at, spaces):
        printed = f"{spaces}{text}{spaces}"
        error = caught_by(parse_number, printed)
        assert error.text == printed
        assert printed[slice(*error.span)] == at

    @pytest.mark.parametrize(
        ("text", "at"),
        [
            ("一 百 二 千", " 百 二 千"),
            ("  一 百 二 千", " 百 二 千"),
            ("约 一 百 二 千 ", " 百 二 千"),
            ("百 分 之 12,34", "百 分 之 12,34"),
            ("三 四 个", " 四 个"),
        ],
    )
    def test_span_of_the_first_attempt(self, text, at):
        """A text that is no number without its spaces either is refused as it stands."""
        error = caught_by(parse_number, text)
        assert error.text == text
        assert text[slice(*error.span)] == at

    def test_no_span_where_nothing_is(self):
        assert caught_by(parse_number, "  ").span is None

    def test_the_longest_text_is_pointed_at_too(self):
        text = " 约" + "1" * 62
        error = caught_by(read_number, text)
        assert (error.code, error.span) == ("numeral.digits", (2, 64))

    def test_caret(self):
        assert caught_by(parse_number, "约12,34").caret == "约12,34\n\u3000  ^^^"


FAULTS = {
    "numeral.empty": "%",
    "numeral.unreadable": "效果明显",
    "numeral.grouping": "12,34",
    "numeral.order": "一百二千",
    "numeral.ambiguous": "一亿一千",
    "numeral.point": "1.2.3",
    "numeral.overlap": "22.2万2500",
    "numeral.approximate": "近540",
    "numeral.endless": "三分之二",
    "numeral.contradiction": "超过5以下",
    "numeral.descending": "5～3",
    "numeral.denominator": "5/0",
    "numeral.discount": "10折",
    "numeral.trailing": "5条",
    "numeral.digits": "9" * 35,
    "numeral.range": "1e-61",
}


class TestSentences:
    """Each refusal is one sentence in each language, that quotes the text."""

    @pytest.mark.parametrize(("code", "text"), FAULTS.items(), ids=FAULTS)
    def test_both_languages(self, code, text):
        error = caught_by(parse_number, text)
        english, chinese = error.explain("en"), error.explain("zh")
        assert error.code == code
        assert code in MESSAGES
        assert english == str(error)
        assert re.search("[一-龥]", chinese.replace(text, ""))
        assert not re.search("[一-龥]", english.replace(repr(text), ""))
        if code != "numeral.empty":
            assert repr(text) in english
            assert f"“{text}”" in chinese

    def test_hint_in_both_languages(self):
        error = caught_by(parse_number, "一亿一千")
        assert error.explain("en").endswith("(110000000 / 100001000)")
        assert error.explain("zh").endswith("（110000000 / 100001000）")

    def test_limit(self):
        with pytest.raises(LimitError) as caught:
            parse_number("约" * 65)
        assert caught.value.code == "limit.chars"
        assert caught.value.explain("en") != caught.value.explain("zh")
