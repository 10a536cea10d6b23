"""Arithmetic of quantities: what measures one thing adds up, what does not is an error; products cancel."""

from decimal import Decimal
from fractions import Fraction

import pytest

from govperf.errors import QuantityError, UnitError
from govperf.units import Quantity, Unit

parse = Quantity.parse


def same(found, text):
    """The same number, decimals and all, of the same unit."""
    wanted = parse(text)
    return (str(found.magnitude), found.unit) == (str(wanted.magnitude), wanted.unit)


class TestAdding:
    @pytest.mark.parametrize(
        ("one", "other", "total"),
        [
            ("5人", "3名", "8人"),
            ("1.50元", "0.5元", "2.00元"),
            ("1元", "0.50元", "1.50元"),
            ("0.1万元", "2000元", "0.3万元"),
            ("2000元", "0.1万元", "3000元"),
            ("1.50万元", "5000元", "2.00万元"),
            ("1.50万元", "5000.00元", "2.00万元"),
            ("22.2 万 170 项", "1.3万项", "235170项"),
            ("1公顷", "15亩", "2公顷"),
            ("5元", "-5元", "0元"),
            ("7万元/人、年", "700元/人/年", "7.07万元/(人·年)"),
            ("8人次", "2人·次", "10人次"),
            ("5", "3", "8"),
        ],
    )
    def test_sum(self, one, other, total):
        assert same(parse(one) + parse(other), total)
        assert parse(other) + parse(one) == parse(total)

    @pytest.mark.parametrize(
        ("one", "other", "difference"),
        [
            ("5人", "3名", "2人"),
            ("3元", "5元", "-2元"),
            ("1万元", "1元", "0.9999万元"),
            ("5元", "5元", "0元"),
        ],
    )
    def test_difference(self, one, other, difference):
        assert same(parse(one) - parse(other), difference)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("8200人次", "667人"),
            ("3人次", "4家次"),
            ("5元", "5美元"),
            ("1年", "365天"),
            ("95%", "0.05"),
            ("0.05", "95%"),
            ("5个百分点", "5"),
            ("5元", "5"),
            ("3天/周", "3"),
            ("5元/人", "5元"),
        ],
    )
    def test_another_thing(self, one, other):
        for operation in (lambda: parse(one) + parse(other), lambda: parse(one) - parse(other)):
            with pytest.raises(UnitError) as caught:
                operation()
            assert caught.value.code == "unit.mixed"

    def test_message_names_both(self):
        with pytest.raises(UnitError, match="人次 and 人 do not measure the same thing") as caught:
            parse("8200人次") + parse("667人")
        assert caught.value.explain("zh") == "人次与人计量的不是同一种量"

    @pytest.mark.parametrize("other", [5, Decimal(5), 0.5, "5元", None, True])
    def test_no_quantity(self, other):
        for operation in (
            lambda: parse("5元") + other,
            lambda: other + parse("5元"),
            lambda: parse("5元") - other,
            lambda: other - parse("5元"),
        ):
            with pytest.raises(TypeError):
                operation()

    def test_sum_starts_from_zero(self):
        assert sum([parse("5人"), parse("3名"), parse("0.1万人")]) == parse("1008人")
        assert 0 + parse("5元") == parse("5元")

    def test_sum_of_different_things(self):
        with pytest.raises(UnitError):
            sum([parse("5人"), parse("3人次")])

    @pytest.mark.parametrize("zero", [False, Decimal(0), 0.0])
    def test_no_other_zero_adds(self, zero):
        with pytest.raises(TypeError):
            zero + parse("5元")

    def test_rounded_once(self):
        """1/15 公顷 has no end: the sum is rounded, not its second part before it."""
        whole, part = Quantity(Decimal("1E+33"), "公顷"), Quantity(Decimal("7.5"), "亩")
        assert (whole + part).magnitude == Decimal(10) ** 33  # half to even
        assert (whole + part + part).magnitude == Decimal(10) ** 33
        assert (whole + Quantity(Decimal("7.5" + "0" * 20 + "1"), "亩")).magnitude == 10**33 + 1

    def test_too_large(self):
        with pytest.raises(QuantityError, match="more than 34 digits"):
            Quantity(10**34 - 1, "元") + Quantity(1, "元")


class TestPercentages:
    """The difference of two ratios is counted in percentage points; points add to ratios only."""

    @pytest.mark.parametrize(
        ("one", "other", "difference"),
        [
            ("95%", "90%", "5个百分点"),
            ("90%", "95%", "-5个百分点"),
            ("95.0%", "90%", "5.0个百分点"),
            ("三成", "百分之二十五", "5个百分点"),
            ("5‰", "2‰", "0.3个百分点"),
            ("3倍", "2倍", "1倍"),
            ("95%", "5个百分点", "90%"),
            ("三成", "5个百分点", "2.5成"),
            ("5个百分点", "3个百分点", "2个百分点"),
        ],
    )
    def test_difference(self, one, other, difference):
        assert same(parse(one) - parse(other), difference)

    @pytest.mark.parametrize(
        ("one", "other", "total"),
        [
            ("90%", "5个百分点", "95%"),
            ("5个百分点", "90%", "95%"),
            ("2成", "5个百分点", "2.5成"),
            ("90%", "5%", "95%"),
            ("5个百分点", "3个百分点", "8个百分点"),
        ],
    )
    def test_sum(self, one, other, total):
        assert same(parse(one) + parse(other), total)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("5个百分点", "90%"), ("5个百分点", "1"), ("5", "1个百分点"), ("5%", "1"), ("5", "1%")],
    )
    def test_another_thing(self, one, other):
        with pytest.raises(UnitError):
            parse(one) - parse(other)

    def test_a_number_is_asked_for(self):
        assert parse("95%").to("") == Quantity(Decimal("0.95"))


class TestMultiplying:
    @pytest.mark.parametrize(
        ("one", "other", "result"),
        [
            # names that cancel
            ("7万元/人、年", "420人", "2940万元/年"),
            ("420人", "7万元/人、年", "2940万元/年"),
            ("7万元/人", "420名", "2940万元"),
            ("5元/人次", "20人次", "100元"),
            ("2940万元/年", "3年", "8820万元"),
            ("5张/万人", "3万人", "15张"),
            ("5张/万人", "30000人", "15张"),
            ("2亩", "3元/公顷", "0.4元"),
            ("100元/月", "1年", "1200元"),
            ("60公里/小时", "30分钟", "30公里"),
            # compounds are opened
            ("5元/人", "20人次", "100元·次"),
            ("3人次/人", "20人", "60人次"),
            # nothing cancels
            ("3人", "5次", "15人·次"),
            ("3米", "4米", "12平方米"),
            ("3公里", "4公里", "12平方公里"),
            ("3米", "4公里", "12000平方米"),
            ("3平方米", "4米", "12平方米·米"),
            ("3元", "4元", "12元²"),
            ("3万元", "4元", "12万元²"),
            ("3元", "4万元", "120000元²"),
            ("3万元", "4/元²", "120000/元"),
            ("20人次", "3个", "60人次·个"),
            ("20人次/天", "3个", "60人次·个/天"),
            # a ratio dissolves beside a real unit, and only there
            ("200人", "50%", "100人"),
            ("50%", "200人", "100人"),
            ("50%", "50%", "25%"),
            ("50%", "三成", "15%"),
            ("50%/年", "2年", "100%"),
            ("50%/年", "200人", "100人/年"),
            ("2倍", "3元", "6元"),
            # bare numbers
            ("50%", "3", "150%"),
            ("3", "50%", "150%"),
            ("3", "4", "12"),
            ("1.50元", "2", "3.00元"),
        ],
    )
    def test_product(self, one, other, result):
        found, wanted = parse(one) * parse(other), parse(result)
        assert (found.magnitude, found.unit) == (wanted.magnitude, wanted.unit)

    def test_squares_of_scaled_units(self):
        """A scale word counts once: 万元² is 10⁴ 元²."""
        square = parse("3万元") * parse("2万元")
        assert square == Quantity(6 * 10**8, "元²")
        assert square / parse("2万元") == parse("3万元")
        assert square / parse("2万元") / parse("3万元") == Quantity(1)
        assert Quantity(1) / square * parse("6万元") * parse("1元") == Quantity(Decimal("0.0001"))
        assert Quantity(1, "元/万元²") == Quantity(Decimal("0.0001"), "元/元²")

    @pytest.mark.parametrize("factor", [3, Decimal(3), Quantity(3)])
    def test_number(self, factor):
        assert same(parse("1.50元") * factor, "4.50元")
        assert same(factor * parse("1.50元"), "4.50元")

    @pytest.mark.parametrize("other", [0.5, True, "3", None])
    def test_no_number(self, other):
        for operation in (
            lambda: parse("5元") * other,
            lambda: other * parse("5元"),
            lambda: parse("5元") / other,
            lambda: other / parse("5元"),
        ):
            with pytest.raises(TypeError):
                operation()

    @pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), 10**34])
    def test_unsound_number(self, number):
        with pytest.raises(QuantityError):
            parse("5元") * number

    def test_rounded_once(self):
        number = Decimal("1.000000000000000000000000000000001")  # 34 digits; its square has 67
        assert (Quantity(number, "亩") * Quantity(number, "/公顷")).magnitude == Decimal(
            "0.06666666666666666666666666666666680"
        )

    def test_too_large(self):
        with pytest.raises(QuantityError, match="more than 34 digits"):
            Quantity(10**30, "元") * 10**4

    def test_too_small(self):
        with pytest.raises(QuantityError, match="more than 60 decimals"):
            Quantity(Decimal("1E-31"), "元") * Decimal("1E-30")

    def test_too_high_a_power(self):
        power = Quantity(1, "亩⁹")
        with pytest.raises(UnitError, match="not a whole number up to 9"):
            power * Quantity(1, "亩")

    def test_too_many_factors(self):
        with pytest.raises(UnitError, match="more than 8 factors"):
            Quantity(1, "人·户·家·个·场·期·项·宗") * Quantity(1, "件")


class TestDividing:
    @pytest.mark.parametrize(
        ("one", "other", "result"),
        [
            ("3次", "4次", "0.75"),
            ("3万次", "4次", "7500"),
            ("1亩", "1公顷", "0.06666666666666666666666666666666667"),
            ("804万人次", "100万人", "8.04次"),
            ("60人次", "20次", "3人"),
            ("60人次", "20人", "3次"),
            ("60万人次", "20人", "30000次"),
            ("100元", "20人", "5元/人"),
            ("100万元", "20万人", "5万元/万人"),
            ("12平方米", "4米", "3米"),
            ("12平方公里", "4公里", "3000米"),
            ("12立方米", "4平方米", "3米"),
            ("12吨公里", "3公里", "4000千克"),
            ("6千瓦时", "3千瓦", "7200秒"),
            ("10个", "50%", "20个"),
            ("50%", "25%", "2"),
            ("12.5%", "25%", "0.5"),
            ("50%", "10人", "0.05/人"),
            ("1", "50%", "200%"),
            ("10", "4人", "2.5/人"),
            ("10元", "4", "2.5元"),
            ("10.00元", "4", "2.5元"),
            ("0元", "4人", "0元/人"),
            ("1万元", "1元", "10000"),
        ],
    )
    def test_quotient(self, one, other, result):
        found, wanted = parse(one) / parse(other), parse(result)
        assert (str(found.magnitude), found.unit) == (str(wanted.magnitude), wanted.unit)

    @pytest.mark.parametrize("other", [4, Decimal(4)])
    def test_number(self, other):
        assert same(parse("10元") / other, "2.5元")

    @pytest.mark.parametrize(
        "zero", [0, Decimal("0.00"), Quantity(0), Quantity(0, "元"), Quantity("0.0", "人")]
    )
    def test_zero(self, zero):
        with pytest.raises(QuantityError, match="nothing can be divided by") as caught:
            parse("5元") / zero
        assert caught.value.code == "quantity.zero-divisor"

    def test_every_product_comes_apart(self):
        result = parse("804万人次") / parse("36.4吨")
        assert result * parse("36.4吨") / parse("804万人次") == Quantity(1)


class TestSigns:
    def test_negative(self):
        assert same(-parse("1.50元"), "-1.50元")
        assert same(-parse("-1.50元"), "1.50元")

    def test_absolute(self):
        assert same(abs(parse("-1.50元")), "1.50元")
        assert same(abs(parse("1.50元")), "1.50元")

    def test_no_negative_zero(self):
        zero = parse("0.00元")
        for found in (-zero, zero * -1, zero / -1, parse("-5元") * 0, zero - zero, (-zero).to("万元")):
            assert not found.magnitude.is_signed()
        assert repr(-zero) == "Quantity('0.00', '元')"


class TestRatio:
    @pytest.mark.parametrize(
        ("one", "other", "exact"),
        [
            ("3次", "4次", Fraction(3, 4)),
            ("1亩", "1公顷", Fraction(1, 15)),
            ("2,367.28万元", "2,367.28万元", Fraction(1)),
            ("-5元", "1万元", Fraction(-1, 2000)),
            ("50%", "25%", Fraction(2)),
            ("5", "3", Fraction(5, 3)),
            ("77次", "78次", Fraction(77, 78)),
        ],
    )
    def test_exact(self, one, other, exact):
        assert parse(one).exact_ratio(parse(other)) == exact
        rounded = parse(one).ratio(parse(other))
        assert abs(Fraction(rounded) - exact) <= Fraction(1, 2 * 10**33)

    def test_short(self):
        assert str(parse("3.00次").ratio(parse("4次"))) == "0.75"
        assert str(parse("3万次").ratio(parse("3次"))) == "10000"

    @pytest.mark.parametrize("method", ["ratio", "exact_ratio"])
    def test_zero(self, method):
        with pytest.raises(QuantityError, match="nothing can be divided by '0万元'"):
            getattr(parse("5元"), method)(parse("0万元"))

    @pytest.mark.parametrize("method", ["ratio", "exact_ratio"])
    @pytest.mark.parametrize(("one", "other"), [("5人", "0人次"), ("50%", "1"), ("5元", "1美元")])
    def test_another_thing(self, method, one, other):
        with pytest.raises(UnitError):
            getattr(parse(one), method)(parse(other))


class TestUnitsOfResults:
    """The unit of every result reads back as itself."""

    @pytest.mark.parametrize("text", ["米", "公里", "万元", "人次", "平方米", "千瓦时", "元/(人·年)"])
    def test_powers(self, text):
        power = one = Quantity(1, text)
        for _ in range(3):
            power = power * one
            assert Unit.of(power.unit.label) is power.unit
            assert parse(str(power)) == power
        for _ in range(3):
            power = power / one
            assert Unit.of(power.unit.label) is power.unit
        assert power == one
