"""Amounts of money in capitals, clause by clause.

The bank rules are 正确填写票据和结算凭证的基本规定, annex 1 to 支付结算办法 (People's Bank of China); the
accounting rules are article 52 of 会计基础工作规范 (Ministry of Finance). The figures are theirs where a
clause gives any; the clauses are told in our words.
"""

from decimal import Decimal

import pytest

import govperf as gp


def reads(text):
    """What a text is read as, or the code of the error."""
    try:
        return str(gp.parse_rmb(text))
    except gp.InputError as error:
        return error.code


class TestCharacters:
    """Bank rules 1: amounts are written in 壹 to 玖, 拾, 佰, 仟, 万, 亿, 元, 角, 分, 零 and 整 (正).

    Small digits (一, 二, 三) and made-up characters must not be used; traditional ones (貳, 陸, 億, 萬, 圓)
    are accepted.
    """

    def test_written(self):
        assert (
            gp.format_rmb(Decimal("1234567890.12"), prefix="")
            == "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"
        )

    @pytest.mark.parametrize("text", ["貳億零陸萬圓整", "贰亿零陆万元整"])
    def test_traditional_characters(self, text):
        assert reads(text) == "200060000.00"

    @pytest.mark.parametrize("text", ["一元整", "壹元二角", "三佰元整", "壹元〇伍分"])
    def test_small_digits(self, text):
        assert reads(text) == "rmb.capitals"


class TestEnding:
    """Bank rules 2: 整 is written after 元; after 角 it may be left out; after 分 it is not written.

    Accounting rules (2): 整 or 正 is written after 元 and after 角; after 分 it is not.
    Our writer puts it after 角, which both allow.
    """

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            ("1409", "壹仟肆佰零玖元整"),
            ("1409.50", "壹仟肆佰零玖元伍角整"),
            ("1409.53", "壹仟肆佰零玖元伍角叁分"),
        ],
    )
    def test_written(self, value, written):
        assert gp.format_rmb(Decimal(value), prefix="") == written

    @pytest.mark.parametrize("ending", ["", "整", "正"])
    def test_read(self, ending):
        assert reads(f"壹仟肆佰零玖元伍角{ending}") == "1409.50"
        assert reads(f"壹仟肆佰零玖元{ending}") == "1409.00"
        assert reads(f"壹仟肆佰零玖元伍角叁分{ending}") == ("rmb.whole" if ending else "1409.53")

    def test_left_out_after_jiao(self):
        assert gp.format_rmb(Decimal("1409.50"), prefix="", ending_after="元") == "壹仟肆佰零玖元伍角"


class TestPrefix:
    """Bank rules 3, accounting rules (2): 人民币 stands before the amount without a gap, if not printed."""

    def test_a_large_amount(self):
        assert gp.format_rmb(Decimal("35086600.00")) == "人民币叁仟伍佰零捌万陆仟陆佰元整"
        assert reads("人民币叁仟伍佰零捌万陆仟陆佰元整") == "35086600.00"

    def test_written(self):
        assert gp.format_rmb(Decimal("325.04")) == "人民币叁佰贰拾伍元零肆分"
        assert gp.format_rmb(Decimal("325.04"), prefix="") == "叁佰贰拾伍元零肆分"

    @pytest.mark.parametrize("gap", ["", " ", "：", "\u3000"])
    def test_a_gap_is_read(self, gap):
        assert reads(f"人民币{gap}叁佰贰拾伍元零肆分") == "325.04"


class TestZeros:
    """Bank rules 4, accounting rules (3): 零 in an amount, case by case."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            # (1) a 0 inside: one 零
            ("1409.50", "壹仟肆佰零玖元伍角整"),
            # (2) several side by side inside: one 零
            ("6007.14", "陆仟零柒元壹角肆分"),
            # (4) no 角, but 分: 零 after 元
            ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
            ("325.04", "叁佰贰拾伍元零肆分"),
        ],
    )
    def test_one_way(self, value, text):
        assert gp.format_rmb(Decimal(value), prefix="") == text
        assert reads(text) == value

    @pytest.mark.parametrize(
        ("value", "written", "also"),
        [
            # (3) the place of 元 is empty, 角 is not: a 零, or none
            ("1680.32", "壹仟陆佰捌拾元叁角贰分", ["壹仟陆佰捌拾元零叁角贰分"]),
            # (3) so is the place of 万, before thousands
            (
                "107000.53",
                "壹拾万柒仟元伍角叁分",
                ["壹拾万柒仟元零伍角叁分", "壹拾万零柒仟元伍角叁分", "壹拾万零柒仟元零伍角叁分"],
            ),
        ],
    )
    def test_more_ways(self, value, written, also):
        assert gp.format_rmb(Decimal(value), prefix="") == written
        assert [reads(text) for text in [written, *also]] == [value] * (1 + len(also))

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("壹仟肆佰玖元伍角整", "rmb.zero"),
            ("陆仟零零柒元壹角肆分", "numeral.order"),
            ("壹仟零肆佰零玖元整", "numeral.order"),
            ("叁佰贰拾伍元肆分", "rmb.zero"),
            ("壹仟陆佰捌拾伍元零叁角贰分", "rmb.zero"),
        ],
    )
    def test_missing_or_too_many(self, text, code):
        assert reads(text) == code


class TestTen:
    """The figures of the bank rules write 壹拾, so that nothing can be put before a 拾."""

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            ("10", "壹拾元整"),
            ("15", "壹拾伍元整"),
            ("100000", "壹拾万元整"),
            ("1010.10", "壹仟零壹拾元壹角整"),
        ],
    )
    def test_written(self, value, written):
        assert gp.format_rmb(Decimal(value), prefix="") == written
