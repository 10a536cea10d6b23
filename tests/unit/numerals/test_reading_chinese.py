"""Numbers in Chinese digits that `parse_number` reads and refuses: one table per rule."""

import pytest
from asking import hint, read, refused, table


class TestPositional:
    """Whole numbers by places, one 零 for every run of empty ones."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            zero=("零", "0"),
            label_zero=("〇", "0"),
            one=("一", "1"),
            pair=("两", "2"),
            pair_of_people=("俩", "2"),
            ten=("十", "10"),
            twelve=("十二", "12"),
            twenty=("二十", "20"),
            old_twenty_three=("廿三", "23"),
            old_thirty=("卅", "30"),
            old_forty_one=("卌一", "41"),
            two_hundred=("两百", "200"),
            ten_without_its_one=("一百十二", "112"),
            ten_after_a_zero=("一千零十二", "1012"),
            whole=("一千四百零九", "1409"),
            four_digits=("三千六百七十八", "3678"),
            million=("一百二十三万四千五百六十七", "1234567"),
            ten_thousands_empty=("一亿零一千", "100001000"),
            empty_inside=("三百零四亿零五百万零六", "30405000006"),
            nested=("一万二千亿", "1200000000000"),
            wan_yi=("二十一万亿", "21000000000000"),
            wan_yi_and_more=("一万亿三千万", "1000030000000"),
            wan_wan=("一万万", "100000000"),
            wan_wan_and_more=("五万万零三", "500000003"),
            yi_yi=("一亿亿", "10000000000000000"),
            below_ten_to_sixteen=(
                "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九",
                "9999999999999999",
            ),
            cut_elsewhere=("十二万三千四百五十六亿七千八百九十万零一百二十三", "12345678900123"),
            zeros_elsewhere=("六亿零四千五百零六", "600004506"),
            traditional=("四億五千六百四十二萬零壹十五", "456420015"),
            circle=("一百○三", "103"),
            negative=("负三十二", "-32"),
            plus=("＋三十二", "32"),
        ),
    )
    def test_reads(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            whole=("壹仟肆佰零玖", "1409"),
            ten=("壹拾万", "100000"),
            traditional=("貳萬參仟陸佰", "23600"),
            other_three=("叄佰", "300"),
            mixed_with_plain=("七十八万零五佰零六", "780506"),
            full_zeros=("壹拾贰万亿零贰仟肆佰贰拾壹", "12000000002421"),
        ),
    )
    def test_financial(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            zhao=("五兆", "5000000000000"),
            over_yi=("四十九兆九千五百九十二亿", "49959200000000"),
            over_one_place=("一兆五亿", "1000500000000"),
            zero_word=("一兆零三", "1000000000003"),
            four_groups=(
                "一千二百三十四兆五千六百七十八亿九千零一十二万三千四百五十六",
                "1234567890123456",
            ),
        ),
    )
    def test_zhao_is_ten_to_twelve(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("with_zero", "without", "value"),
        [
            ("壹拾万零柒仟", "壹拾万柒仟", "107000"),
            ("一百九十万零三千九百七十一", "一百九十万三千九百七十一", "1903971"),
            ("十亿零三千万", "十亿三千万", "1030000000"),
            ("壹拾贰万亿零壹仟贰佰肆拾壹万", "壹拾贰万亿壹仟贰佰肆拾壹万", "12000012410000"),
            ("十万零二千亿", "十万二千亿", "10200000000000"),
        ],
    )
    def test_zero_of_the_banks(self, with_zero, without, value):
        """支付结算办法: a 零 may stand or not where the group above ends in an empty place."""
        assert read(with_zero) == read(without) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            missing_after_qian=("一千二十", "1020"),
            missing_after_qian_twelve=("一千十二", "1012"),
            missing_after_wan=("一万二百五十", "10250"),
            missing_after_wan_tens=("一万五十", "10050"),
            missing_after_yi=("一亿二百万", "102000000"),
            missing_twice=("一亿二百万三千", "102003000"),
            superfluous_after_wan=("三万零三千", "33000"),
            superfluous_after_yi=("一亿零三千万", "130000000"),
            superfluous_before_ten=("一百零十", "110"),
            first_on_a_cheque=("零贰拾", "20"),
            first_before_ten=("零壹拾", "10"),
        ),
    )
    def test_zeros_where_every_digit_still_says_its_place(self, text, value):
        assert read(text) == value


class TestDecimals:
    """点 and digits; a scale word after them multiplies all."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            decimals=("三千六百七十八点七六", "3678.76"),
            zero_before=("零点零五", "0.05"),
            pair_before=("两点五", "2.5"),
            traditional=("十五點七", "15.7"),
            zeros_after=("四百亿点零五零", "40000000000.050"),
            under_a_scale=("十二点五万", "125000"),
            under_yi=("三点八七亿", "387000000"),
            under_wan_yi=("一点二万亿", "1200000000000"),
            under_zhao=("三点五兆", "3500000000000"),
            negative=("负六点六", "-6.6"),
            digit_by_digit=("二〇点五", "20.5"),
            after_a_digit_as_said=("两千三点一", "2300.1"),
        ),
    )
    def test_reads(self, text, value):
        assert read(text) == value


class TestDigitByDigit:
    """Two digits or more without places are a label, as of a year."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            year=("二〇二一", "2021"),
            year_with_zero_word=("二零二一", "2021"),
            year_with_circle=("二○二一", "2021"),
            year_without_zero=("一九四九", "1949"),
            financial=("贰零贰壹", "2021"),
            two_digits=("九五", "95"),
            three_digits=("一〇五", "105"),
            falling=("二一", "21"),
        ),
    )
    def test_reads(self, text, value):
        assert read(text) == value

    def test_digits_have_a_limit(self):
        assert refused("一" * 35)[0] == "numeral.digits"


class TestAsSaid:
    """In speech the last place is left out, where nothing else is meant; else the text is refused."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            wan=("一万二", "12000"),
            negative=("负一万二", "-12000"),
            tens_of_wan=("十三万五", "135000"),
            bai=("两百五", "250"),
            qian=("三千五", "3500"),
            bai_after_qian=("两千三百五", "2350"),
            qian_after_wan=("三万三千五", "33500"),
            yi=("一亿三", "130000000"),
            zhao=("五兆三", "5300000000000"),
            no_one=("百三", "130"),
            no_one_qian=("千三", "1300"),
        ),
    )
    def test_reads(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        [("一百零五", "105"), ("一千零五", "1005"), ("一万零二", "10002"), ("一亿零三", "100000003")],
    )
    def test_a_zero_says_the_place(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "at", "readings"),
        table(
            hundreds_of_wan=("一百万五", "五", "1500000 / 1005000"),
            thousands_of_wan=("两千万五", "五", "25000000 / 20005000"),
            hundreds_of_yi=("一百亿五", "五", "15000000000 / 10050000000"),
            capitals=("壹佰伍", "伍", ""),
            capitals_without_one=("佰叁", "佰叁", ""),
            qian_after_yi=("一亿一千", "一千", "110000000 / 100001000"),
            negative=("负一亿一千", "一千", "-110000000 / -100001000"),
            all_places_after_yi=("六亿四千五百零六", "四千五百零六", "645060000 / 600004506"),
            ten_after_yi=("一亿十", "十", "100100000 / 100000010"),
            three_four=("三四", "三四", "34 / 3～4"),
            three_five=("三五", "三五", "35 / 3～5"),
            approximate_and_more=("三四条", "三四", "34 / 3～4"),
            approximate_with_decimals=("三四点五", "三四", ""),
            qian_after_yi_with_decimals=("一亿一千点五", "一千", ""),
            wan_yi=("一万亿二", "二", ""),
            wan_yi_qian=("一万亿二千", "二千", ""),
            wan_wan=("一万万二", "二", ""),
        ),
    )
    def test_refuses(self, text, at, readings):
        assert refused(text) == ("numeral.ambiguous", at)
        assert hint(text) == readings

    @pytest.mark.parametrize(
        "text", ["百三十", "百三五", "百零三", "百十", "千五百", "百两", "万三", "亿三", "负百三", "百三点五"]
    )
    def test_one_is_left_out_before_one_digit_only(self, text):
        assert refused(text) == ("numeral.unreadable", text)


class TestHalves:
    """半 is a number of its own, and 半百 is fifty."""

    @pytest.mark.parametrize(
        ("text", "value"), [("半", "0.5"), ("一半", "0.5"), ("半数", "0.5"), ("半百", "50")]
    )
    def test_reads(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        [
            ("半半", "numeral.unreadable", "半半"),
            ("负半", "numeral.unreadable", "负半"),
            ("半万", "numeral.unreadable", "半万"),
            ("半年", "numeral.unreadable", "半年"),
            ("两半", "numeral.trailing", "半"),
            ("一半多", "numeral.unreadable", "一半多"),
        ],
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestRefusals:
    """What is no well-formed number, and where it goes wrong."""

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            rising=("一百二千", "numeral.order", "二"),
            scale_after_scale=("一亿万", "numeral.order", "万"),
            scale_after_zhao=("一兆亿", "numeral.order", "亿"),
            wan_twice=("一万二千万", "numeral.order", "万"),
            yi_twice=("一万亿二千亿", "numeral.order", "二"),
            wan_of_nothing=("零万", "numeral.order", "万"),
            wan_of_nothing_and_more=("零万一千", "numeral.order", "万"),
            yi_of_nothing=("零亿", "numeral.order", "亿"),
            yi_of_nothing_and_more=("零亿零五百", "numeral.order", "亿"),
            superfluous_zero=("一百零五十", "numeral.order", "十"),
            superfluous_zero_before_hundreds=("一千零五百", "numeral.order", "百"),
            two_zeros=("一百零零三", "numeral.order", "零"),
            zero_first=("零五", "numeral.order", "零"),
            zero_before_hundreds=("零一百", "numeral.order", "零"),
            pair_of_tens=("两十", "numeral.order", "十"),
            pair_inside=("一百零两万", "numeral.order", "零"),
            pair_and_digit=("两三", "numeral.order", "三"),
            pair_of_a_pair=("一百两千", "numeral.order", "两"),
            two_digits_as_said=("一千二五", "numeral.order", "二"),
            plan_of_five_years=("十四五", "numeral.order", "五"),
            the_plan_before=("十三五", "numeral.order", "五"),
            digits_before_a_scale=("二〇二一万", "numeral.order", "万"),
            digits_and_decimals_before_a_scale=("二〇点五万", "numeral.order", "万"),
            decimals_of_a_scale_before_a_scale=("一亿点五万", "numeral.order", "万"),
            decimals_as_said_before_a_scale=("一百二点五万", "numeral.order", "二"),
            tens_after_decimals=("三点五十", "numeral.order", "十"),
            digits_after_a_decimal_scale=("三点五万二", "numeral.order", "二"),
            two_points=("一点二点三", "numeral.point", "点三"),
            two_points_and_a_scale=("一点二万点三", "numeral.point", "点三"),
            point_last=("一点", "numeral.point", "点"),
            point_first=("点五", "numeral.point", "点五"),
            time=("三点半", "numeral.point", "点半"),
            zero_last=("一百零", "numeral.trailing", "零"),
            zero_after_wan=("一万零", "numeral.trailing", "零"),
            thousand_last=("五十千", "numeral.trailing", "千"),
            zhao_of_nothing=("零兆", "numeral.trailing", "兆"),
            zhao_of_wan=("一万兆", "numeral.trailing", "兆"),
            arabic_after=("三万5000", "numeral.trailing", "5000"),
            word=("一切", "numeral.trailing", "切"),
            scale_without_a_digit=("万一", "numeral.unreadable", "万一"),
            scale_alone=("千万", "numeral.unreadable", "千万"),
            hundred_without_a_digit=("百二十", "numeral.unreadable", "百二十"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)
