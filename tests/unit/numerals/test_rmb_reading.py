"""How `parse_rmb` reads an amount of money in capitals, and what it says of a text that is none."""

from decimal import Decimal

import pytest

from govperf.errors import LimitError, NumeralError
from govperf.numerals import parse_rmb


class TestReading:
    """The amount has two decimals, whatever is printed."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("零元整", "0.00"),
            ("零元", "0.00"),
            ("零元正", "0.00"),
            ("壹分", "0.01"),
            ("壹角整", "0.10"),
            ("壹角", "0.10"),
            ("伍角叁分", "0.53"),
            ("壹元", "1.00"),
            ("壹元整", "1.00"),
            ("壹元正", "1.00"),
            ("壹元伍角", "1.50"),
            ("壹元零伍分", "1.05"),
            ("壹万元零伍分", "10000.05"),
            ("壹仟零壹拾元壹角整", "1010.10"),
            ("叁佰贰拾伍元零肆分", "325.04"),
            ("壹拾贰万亿零贰仟肆佰贰拾壹元整", "12000000002421.00"),
            (
                "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
                "9999999999999999.99",
            ),
            ("负伍元整", "-5.00"),
            ("负伍分", "-0.05"),
            ("负零元整", "0.00"),
            ("零元伍角", "0.50"),
            ("零元零伍分", "0.05"),
        ],
    )
    def test_amount(self, text, value):
        assert str(parse_rmb(text)) == value
        assert str(parse_rmb(f"人民币{text}")) == value

    @pytest.mark.parametrize(
        "text",
        [
            "壹佰元零角零分",
            "壹佰元零角零分整",
            "壹佰元零角整",
            "壹佰元零角",
            "壹佰元零分",
            "壹佰元零分整",
            "壹佰圆整",
            "壹佰圓正",
            " 壹佰元整 ",
            "\u3000壹佰元整\u00a0",
            "人民币 壹佰元整",
            "人民币:壹佰元整",
            "人民币：　壹佰元整",
            "人民币（大写）：壹佰元整",
            "人民币(大写)壹佰元整",
            "人民币大写 壹佰元整",
            "人民幣壹佰圓整",
        ],
    )
    def test_as_forms_print_it(self, text):
        assert str(parse_rmb(text)) == "100.00"

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("壹佰元零角伍分", "100.05"),
            ("壹佰元伍角零分", "100.50"),
            ("壹佰元伍角零分整", "100.50"),
            ("零角伍分", "0.05"),
            ("零角零分", "0.00"),
            ("伍角零分", "0.50"),
            ("壹萬貳仟參佰肆拾伍圓陸角柒分", "12345.67"),
            ("貳億零叄拾陸萬元整", "200360000.00"),
            ("負壹圓整", "-1.00"),
        ],
    )
    def test_other_spellings(self, text, value):
        assert str(parse_rmb(text)) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("壹拾万零柒仟元整", "107000.00"),
            ("壹拾亿零柒仟万元整", "1070000000.00"),
            ("壹拾亿零柒仟万零柒仟元整", "1070007000.00"),
            ("壹拾万零壹仟亿零柒仟元整", "10100000007000.00"),
            ("壹拾万壹仟亿零柒仟元整", "10100000007000.00"),
            ("壹佰万零伍仟元", "1005000.00"),
            ("壹佰万零伍佰元", "1000500.00"),
        ],
    )
    def test_zero_before_thousands(self, text, value):
        """Left to the writer where the place above is empty; a duty where a whole group is."""
        assert str(parse_rmb(text)) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("拾元整", "10.00"),
            ("拾伍万元整", "150000.00"),
            ("壹万零拾元整", "10010.00"),
            ("壹佰拾元整", "110.00"),
            ("拾万亿元", "10000000000000.00"),
            ("拾亿零壹仟元整", "1000001000.00"),
        ],
    )
    def test_ten_without_one(self, text, value):
        """拾 cannot be mistaken, though the rules want 壹拾."""
        assert str(parse_rmb(text)) == value


class TestRefusing:
    """Each fault has its place, and a hint where it is certain what is meant."""

    @pytest.mark.parametrize(
        ("text", "code", "fault", "hint"),
        [
            ("", "numeral.empty", None, ""),
            ("  ", "numeral.empty", None, ""),
            ("人民币", "numeral.empty", None, ""),
            ("人民币：", "numeral.empty", None, ""),
            # digits that are no capitals
            ("一百元整", "rmb.capitals", "一百", "人民币壹佰元整"),
            ("壹百元整", "rmb.capitals", "百", "人民币壹佰元整"),
            ("一千零五十元三角", "rmb.capitals", "一千", "人民币壹仟零伍拾元叁角整"),
            ("两百元整", "rmb.capitals", "两百", ""),
            ("〇元", "rmb.capitals", "〇", ""),
            ("5元", "rmb.capitals", "5", "人民币伍元整"),
            ("５元５角", "rmb.capitals", "５", "人民币伍元伍角整"),
            ("壹元5角", "rmb.capitals", "5", "人民币壹元伍角整"),
            ("100元", "rmb.capitals", "100", ""),
            ("1,409.50元", "rmb.capitals", "1,409.50", ""),
            ("三点五元", "rmb.capitals", "三点五", ""),
            ("1409.50", "rmb.capitals", "1409.50", ""),
            # a unit is missing
            ("壹佰", "rmb.unit", "壹佰", ""),
            ("壹佰整", "rmb.unit", "壹佰", ""),
            ("壹元伍", "rmb.unit", "伍", ""),
            ("壹元伍角叁", "rmb.unit", "叁", ""),
            ("零", "rmb.unit", "零", ""),
            # units out of order, or twice
            ("壹分伍角", "rmb.order", "角", ""),
            ("壹分伍元", "rmb.order", "元", ""),
            ("伍角壹元", "rmb.order", "元", ""),
            ("壹角壹角", "rmb.order", "角", ""),
            ("壹分壹分", "rmb.order", "分", ""),
            ("壹元壹元", "rmb.order", "元", ""),
            ("壹元元整", "rmb.order", "元", ""),
            ("壹元伍角角", "rmb.order", "角", ""),
            # 零 and 整
            ("壹元伍分", "rmb.zero", "伍", "人民币壹元零伍分"),
            ("壹元零伍角", "rmb.zero", "零", ""),
            ("壹佰零伍元零伍角叁分", "rmb.zero", "零", ""),
            ("壹元零伍分整", "rmb.whole", "整", "人民币壹元零伍分"),
            ("壹元伍分正", "rmb.whole", "正", "人民币壹元零伍分"),
            ("伍角叁分整", "rmb.whole", "整", "人民币伍角叁分"),
            # something after the amount
            ("壹元整abc", "numeral.trailing", "abc", ""),
            ("壹元整整", "numeral.trailing", "整", ""),
            ("壹元整伍角", "numeral.trailing", "伍角", ""),
            ("壹佰元左右", "numeral.trailing", "左右", ""),
            ("壹佰元 整", "numeral.trailing", " 整", ""),
            ("壹元整（小写：1.00）", "numeral.trailing", "（小写：1.00）", ""),
            ("伍分\n", "numeral.trailing", "\n", ""),
            # no number before the unit
            ("壹仟玖元整", "rmb.zero", "玖", ""),
            ("壹万贰佰元整", "rmb.zero", "贰", ""),
            ("零贰拾元整", "numeral.order", "零贰拾", ""),
            ("壹亿贰仟元整", "numeral.order", "壹亿贰仟", ""),
            ("壹拾贰万亿贰仟肆佰贰拾壹元整", "numeral.order", "壹拾贰万亿贰仟肆佰贰拾壹", ""),
            ("壹亿亿元整", "numeral.order", "壹亿亿", ""),
            ("壹零零元", "numeral.order", "壹零零", ""),
            ("壹仟玖元零伍分", "rmb.zero", "玖", ""),
            ("佰元", "numeral.order", "佰", ""),
            ("壹元壹拾角", "numeral.order", "壹拾", ""),
            ("壹佰元零零伍分", "numeral.order", "零零伍", ""),
            ("壹元伍角零叁分", "numeral.order", "零叁", ""),
            ("壹拾分", "numeral.order", "壹拾", ""),
            ("零伍分", "numeral.order", "零伍", ""),
            # no amount at all
            ("元整", "numeral.unreadable", "元整", ""),
            ("整", "numeral.unreadable", "整", ""),
            ("负", "numeral.unreadable", "负", ""),
            ("负负伍元", "numeral.unreadable", "负负伍元", ""),
            ("abc", "numeral.unreadable", "abc", ""),
            ("壹 元整", "numeral.unreadable", "壹 元整", ""),
            ("壹兆元整", "numeral.unreadable", "壹兆元整", ""),
        ],
    )
    def test_fault(self, text, code, fault, hint):
        with pytest.raises(NumeralError) as caught:
            parse_rmb(text)
        error = caught.value
        found = None if error.span is None else text[slice(*error.span)]
        assert (error.code, found, error.hint) == (code, fault, hint)

    @pytest.mark.parametrize("before", ["人民币", " 人民币：", "\u3000", "人民币（大写）: 负"])
    def test_span_counts_in_the_text_as_given(self, before):
        with pytest.raises(NumeralError) as caught:
            parse_rmb(f"{before}壹元5角 ")
        assert caught.value.span == (len(before) + 2, len(before) + 3)

    def test_caret(self):
        with pytest.raises(NumeralError) as caught:
            parse_rmb("壹元伍分")
        assert caught.value.caret == "壹元伍分\n\u3000\u3000＾"
        assert caught.value.explain() == "“壹元伍分”中缺少或多出“零”（人民币壹元零伍分）"

    @pytest.mark.parametrize("text", ["壹" * 65, "零" * 100_000, " " * 65, "人民币" + "壹" * 62])
    def test_too_long(self, text):
        with pytest.raises(LimitError, match="longer than 64 characters"):
            parse_rmb(text)

    @pytest.mark.parametrize("value", [None, 5, b"", Decimal(5), ["壹元"]], ids=repr)
    def test_types(self, value):
        with pytest.raises(TypeError, match="an amount is read from str, not from"):
            parse_rmb(value)
