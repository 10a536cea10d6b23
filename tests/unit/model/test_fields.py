"""What a field of any domain object accepts: texts, numbers, lists, choices, and how it prints itself."""

from decimal import Decimal
from enum import Enum

import attrs
import pytest

from govperf.errors import DataError, LimitError, NumeralError, QuantityError
from govperf.limits import LIMITS
from govperf.model.fields import (
    YEARS,
    category,
    chosen,
    members,
    nesting,
    not_negative,
    of_kind,
    optional_decimal,
    optional_quantity,
    quantity,
    rate,
    spelled,
    strings,
    text,
    year,
)
from govperf.units import Quantity


class Field:
    name = "某项"


def check(validator, value):
    return validator(None, Field, value)


class TestText:
    @pytest.mark.parametrize(
        "value",
        ["", " ", "某局", "\ud800", "字" * LIMITS.cell_chars],
        ids=["empty", "blank", "name", "surrogate", "longest"],
    )
    def test_any(self, value):
        check(text(), value)

    @pytest.mark.parametrize("value", ["", " ", "\n\t", "\u3000"], ids=repr)
    def test_required(self, value):
        with pytest.raises(DataError) as caught:
            check(text(required=True), value)
        assert (caught.value.code, caught.value.path) == ("data.empty", "某项")

    @pytest.mark.parametrize("value", [None, 1, b"x", ["某局"]], ids=repr)
    def test_type(self, value):
        with pytest.raises(TypeError, match="某项 is a text, not "):
            check(text(), value)

    def test_the_length_is_looked_at_first(self):
        with pytest.raises(LimitError):
            check(text(required=True), " " * (LIMITS.cell_chars + 1))


class TestNumbers:
    @pytest.mark.parametrize(
        ("given", "number"),
        [("7.14", "7.14"), (20, "20"), (Decimal("0.10"), "0.10"), ("-2", "-2"), ("２０", "20")],
    )
    def test_decimal(self, given, number):
        made = optional_decimal(given)
        assert str(made) == number

    def test_left_out(self):
        assert optional_decimal(None) is optional_quantity(None) is None
        check(not_negative, None)
        check(rate, None)

    @pytest.mark.parametrize("given", [7.14, float("inf"), True, b"7", ["7"], Quantity(7)], ids=repr)
    def test_decimal_type(self, given):
        with pytest.raises(TypeError):
            optional_decimal(given)

    @pytest.mark.parametrize(
        "given", [Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), 10**34], ids=str
    )
    def test_no_decimal(self, given):
        with pytest.raises(QuantityError):
            optional_decimal(given)

    @pytest.mark.parametrize("given", ["", "20分", "15%", "1e5", "二十来"])
    def test_unreadable_decimal(self, given):
        with pytest.raises(NumeralError):
            optional_decimal(given)

    @pytest.mark.parametrize("value", ["0", "-0", "0.00", "0.01", "9" * 34])
    def test_not_negative(self, value):
        check(not_negative, Decimal(value))

    def test_negative(self):
        with pytest.raises(DataError) as caught:
            check(not_negative, Decimal("-0.01"))
        assert (caught.value.code, caught.value.path, caught.value.value) == (
            "data.negative",
            "某项",
            "'-0.01'",
        )

    @pytest.mark.parametrize("given", ["295条", Quantity(295, "条")], ids=type)
    def test_quantity(self, given):
        assert quantity(given) == optional_quantity(given) == Quantity(295, "条")

    @pytest.mark.parametrize("given", [52, Decimal(52)], ids=type)
    def test_bare_quantity(self, given):
        assert quantity(given) == Quantity(52)

    @pytest.mark.parametrize("value", [YEARS[0], 2023, YEARS[-1]])
    def test_year(self, value):
        check(year, value)

    @pytest.mark.parametrize("value", [YEARS[0] - 1, YEARS[-1] + 1, 0, -2023])
    def test_no_year(self, value):
        with pytest.raises(DataError) as caught:
            check(year, value)
        assert (caught.value.code, caught.value.path) == ("data.year", "某项")

    @pytest.mark.parametrize("sign", [1, -1])
    def test_a_year_that_python_does_not_print(self, sign):
        with pytest.raises(DataError) as caught:
            check(year, sign * 10**5000)
        assert str(caught.value) == "某项: <int> is not a year between 1949 and 2199"

    @pytest.mark.parametrize("value", [True, 2023.0, "2023", Decimal(2023), None], ids=repr)
    def test_year_type(self, value):
        with pytest.raises(TypeError, match="某项 is an int, not "):
            check(year, value)


class TestLists:
    @pytest.mark.parametrize(
        ("given", "made"), [("甲乙", ("甲乙",)), ("", ("",)), (["甲", "乙"], ("甲", "乙")), ([], ())]
    )
    def test_strings(self, given, made):
        assert strings(given) == made

    def test_members_of_anything_that_can_be_gone_through(self):
        given = {"甲": 1, "乙": 2}
        for value in (given, given.keys(), iter(given), (key for key in given), list(given), tuple(given)):
            assert members(str, value) == ("甲", "乙")

    @pytest.mark.parametrize("value", ["", "甲"])
    def test_a_text_is_no_list(self, value):
        """An empty text would be an empty list, and a text of letters a list of letters."""
        with pytest.raises(TypeError, match="expected several str, not a text"):
            members(str, value)

    @pytest.mark.parametrize("value", [None, 3, object()], ids=type)
    def test_nothing_to_go_through(self, value):
        with pytest.raises(TypeError):
            members(str, value)

    def test_the_first_wrong_one_is_named(self):
        with pytest.raises(TypeError, match="expected str, not int"):
            members(str, ["甲", 1, None])

    @pytest.mark.parametrize("count", [0, 1, LIMITS.items])
    def test_length(self, count):
        assert len(members(str, ["甲"] * count)) == count

    def test_too_long(self):
        with pytest.raises(LimitError) as caught:
            members(str, ["甲"] * (LIMITS.items + 1))
        assert (caught.value.code, caught.value.details) == ("limit.items", {"limit": "20000"})
        assert "20000" in caught.value.explain("zh")

    def test_no_more_is_taken_than_needed(self):
        endless = iter(lambda: "甲", None)
        with pytest.raises(LimitError):
            members(str, endless)
        assert next(endless) == "甲"

    @pytest.mark.parametrize(
        ("given", "made"),
        [
            ("产出指标", ("产出",)),
            (["产出指标", " 数量指标 "], ("产出", "数量")),
            ("指标", ("指标",)),
            ("指标指标", ("指标",)),
            ("指标值", ("指标值",)),
            ("", ("",)),
            ([], ()),
        ],
        ids=repr,
    )
    def test_category(self, given, made):
        assert category(given) == made

    @pytest.mark.parametrize(("levels", "depth"), [([], 1), ([1], 2), ([3, 1], 4), ([15], 16)])
    def test_nesting(self, levels, depth):
        assert nesting(levels) == nesting(iter(levels)) == depth

    def test_too_deep(self):
        with pytest.raises(LimitError) as caught:
            nesting([1, 16])
        assert caught.value.code == "limit.nesting"


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class TestChosen:
    WORDS = (("红", Colour.RED), ("赤", Colour.RED), ("蓝", Colour.BLUE))

    @pytest.mark.parametrize("given", [Colour.RED, "red", "红", "赤", " 红 ", "\u3000赤"], ids=repr)
    def test_known(self, given):
        assert chosen(Colour, dict(self.WORDS), given) is Colour.RED

    @pytest.mark.parametrize("given", ["", "绿", "RED", "r ed"])
    def test_unknown(self, given):
        with pytest.raises(DataError) as caught:
            chosen(Colour, dict(self.WORDS), given)
        error = caught.value
        assert error.details == {"known": "red, blue, 红, 赤, 蓝"}
        assert error.explain("en") == f"'{given}' is none of red, blue, 红, 赤, 蓝"
        assert error.explain("zh") == f"“{given}”不在可选项之中：red, blue, 红, 赤, 蓝"

    @pytest.mark.parametrize("given", [None, 1, b"red", Decimal(1)], ids=repr)
    def test_type(self, given):
        with pytest.raises(TypeError, match="expected Colour or a text, not "):
            chosen(Colour, {}, given)


class TestOfKind:
    @pytest.mark.parametrize("value", [None, Quantity(1)], ids=repr)
    def test_right(self, value):
        check(of_kind(Quantity), value)

    @pytest.mark.parametrize("value", ["1", 1, 10**5000, Quantity], ids=["text", "number", "huge", "class"])
    @pytest.mark.parametrize("required", [True, False])
    def test_wrong(self, value, required):
        with pytest.raises(TypeError, match="某项 is a Quantity, not "):
            check(of_kind(Quantity, required=required), value)

    def test_required(self):
        check(of_kind(Quantity, required=True), Quantity(1))
        with pytest.raises(TypeError, match="某项 is a Quantity, not NoneType"):
            check(of_kind(Quantity, required=True), None)


@attrs.frozen
class Thing:
    __repr__ = spelled

    name: str
    count: int = attrs.field(default=0, kw_only=True)
    colour: Colour = attrs.field(default=Colour.RED, kw_only=True)
    hidden: int = attrs.field(default=0, repr=False, kw_only=True)
    derived: int = attrs.field(init=False, default=7)


class TestSpelled:
    @pytest.mark.parametrize(
        ("thing", "spelt"),
        [
            (Thing(""), "Thing(name='')"),
            (Thing("甲", count=0), "Thing(name='甲')"),
            (Thing("甲", count=1), "Thing(name='甲', count=1)"),
            (Thing("甲", colour=Colour.BLUE), "Thing(name='甲', colour=Colour.BLUE)"),
            (Thing("甲", colour=Colour.RED, hidden=1), "Thing(name='甲')"),
        ],
        ids=["empty", "default", "number", "choice", "hidden"],
    )
    def test_what_is_not_the_default(self, thing, spelt):
        assert repr(thing) == spelt

    def test_makes_it_again(self):
        thing = Thing("甲'\"\n", count=-1, colour=Colour.BLUE)
        assert eval(repr(thing), {"Thing": Thing, "Colour": Colour}) == thing  # noqa: S307 - our own
