"""Rates that print as percentages, and values that are known not to exist."""

from decimal import Decimal
from fractions import Fraction

import pytest

from govperf.layout import shortened
from govperf.model import CompletionRate, Finding, Note, Rate, Severity, Undefined
from govperf.model.rates import terms
from govperf.units import Quantity


class TestExplain:
    def test_division(self):
        rate = Rate(Fraction(49, 52), terms=("49期", "52期"))
        assert rate.explain() == rate.explain("en") == "49期 ÷ 52期 = 94.23%"

    def test_without_terms(self):
        assert Rate(Fraction(1, 3)).explain() == "33.33%"

    @pytest.mark.parametrize(
        ("met", "zh", "en"),
        [
            (
                True,
                "94.23%，达到指标值，未写运算符号，按≥推定",
                "94.23%, the target is met, no operator is printed: ≥ is inferred",
            ),
            (
                False,
                "94.23%，未达到指标值，未写运算符号，按≥推定",
                "94.23%, the target is missed, no operator is printed: ≥ is inferred",
            ),
        ],
    )
    def test_completion(self, met, zh, en):
        note = Note("note.operator-inferred", {"operator": "≥"})
        rate = CompletionRate(Fraction(49, 52), met=met, notes=(note,))
        assert (rate.explain(), rate.explain("en")) == (zh, en)


class TestRate:
    @pytest.mark.parametrize(
        ("exact", "text"),
        [
            (Fraction(49, 52), "94.23%"),
            (Fraction(9), "900.00%"),
            (Fraction(0), "0.00%"),
            (Fraction(-3, 52), "-5.77%"),
            (Fraction(-1, 10**6), "-0.0001%"),
            (Fraction(99_994, 100_000), "99.99%"),
            (Fraction(99_995, 100_000), "99.995%"),
            (Fraction(99_999, 100_000), "99.999%"),
            (Fraction(10**14 - 1, 10**14), "99.999999999999%"),
            (Fraction(10**16 - 1, 10**16), "99.99999999999999%"),
            (Fraction(10**50 - 1, 10**50), "100.00%"),
            (Fraction(4, 5) + Fraction(1, 10**6), "80.0001%"),
            (Fraction(12345), "1,234,500.00%"),
            (Fraction(2, 3), "66.67%"),
            (Fraction(5, 100000), "0.01%"),  # 0.005 %: a half goes up
            (Fraction(-5, 100000), "-0.01%"),
            (Fraction(10**58), f"1{',000' * 20}.00%"),
            (Fraction(10**58) + 1, ">10^60%"),
            (-Fraction(10**99), "<-10^60%"),
        ],
        ids=str,
    )
    def test_text(self, exact, text):
        assert str(Rate(exact)) == text
        assert repr(Rate(exact)) == f"Rate({shortened(text, 24)})"
        assert f"{Rate(exact)}" == text

    @pytest.mark.parametrize(
        ("spec", "text"), [(".0", "94%"), (".4", "94.2308%"), (".10", "94.2307692308%"), ("", "94.23%")]
    )
    def test_format(self, spec, text):
        assert format(Rate(Fraction(49, 52)), spec) == text

    @pytest.mark.parametrize("spec", [".2f", "%", "2", ".", ".123", ".²", ",.2", " "])
    def test_unknown_format(self, spec):
        with pytest.raises(ValueError, match="unknown format"):
            format(Rate(Fraction(1)), spec)

    @pytest.mark.parametrize(
        ("exact", "value"),
        [
            (Fraction(3, 4), "0.75"),
            (Fraction(9), "9"),
            (Fraction(1, 3), f"0.{'3' * 34}"),
            (Fraction(-2, 3), f"-0.{'6' * 33}7"),
        ],
        ids=str,
    )
    def test_value(self, exact, value):
        assert Rate(exact).value == Decimal(value)

    @pytest.mark.parametrize("exact", [0.75, Decimal("0.75"), 1, "3/4", None], ids=repr)
    def test_type(self, exact):
        with pytest.raises(TypeError):
            Rate(exact)

    def test_equal_by_the_fraction(self):
        assert Rate(Fraction(1, 2), terms=("1人", "2人")) == Rate(Fraction(2, 4))
        assert Rate(Fraction(1)) != CompletionRate(Fraction(1), met=True)

    def test_completion_rate_prints_its_class(self):
        assert repr(CompletionRate(Fraction(3, 4), met=False)) == "CompletionRate(75.00%)"


class TestTerms:
    """Two amounts as a reader divides them, in one unit where that unit can hold both."""

    @pytest.mark.parametrize(
        ("above", "below", "shown"),
        [
            (Quantity(2500, "米"), Quantity(3, "公里"), ("2.5公里", "3公里")),
            (Quantity(300_000, "元"), Quantity(40, "万元"), ("30万元", "40万元")),
            (Quantity(1, "亩"), Quantity(1, "平方米"), ("666.666666…平方米", "1平方米")),
            (Quantity(0, "亩"), Quantity(1, "平方米"), ("0平方米", "1平方米")),
            (Quantity("9" * 34, "元"), Quantity(1, "万元"), ("9" * 30 + ".9999万元", "1万元")),
            (Quantity("9" * 34, "公里"), Quantity(1, "厘米"), ("9" * 34 + "公里", "1厘米")),
        ],
        ids=["metres", "money", "no end", "nothing", "34 digits", "too large"],
    )
    def test_terms(self, above, below, shown):
        first, second = terms(above, below)
        assert (first.replace(",", ""), second) == shown


class TestUndefined:
    missing = Undefined("undefined.target-text", {"text": "效果明显"})

    def test_explain(self):
        assert self.missing.explain() == self.missing.explain("zh") == "指标值不是数量：效果明显"
        assert self.missing.explain("en") == "the target is not a quantity: 效果明显"

    def test_text(self):
        assert repr(self.missing) == "Undefined('the target is not a quantity: 效果明显')"
        assert str(self.missing) == "undefined: the target is not a quantity: 效果明显"

    @pytest.mark.parametrize("text", ["bool(x)", "x and 1", "x or 0", "not x", "1 if x else 2"])
    def test_no_truth_value(self, text):
        with pytest.raises(TypeError, match="neither true nor false"):
            eval(text, {"x": self.missing})  # noqa: S307 - our own

    @pytest.mark.parametrize("text", ["x + 1", "x < 1", "sum([x])", "int(x)", "float(x)", "round(x)", "-x"])
    def test_no_number(self, text):
        with pytest.raises(TypeError):
            eval(text, {"x": self.missing})  # noqa: S307 - our own

    def test_equal_by_code_and_details(self):
        assert self.missing == Undefined("undefined.target-text", (("text", "效果明显"),))
        assert self.missing != Undefined("undefined.target-text", {"text": "良好"})
        assert self.missing != Undefined("undefined.target-missing")
        assert self.missing not in (0, None, "", False)
        assert len({self.missing, Undefined("undefined.target-text", {"text": "效果明显"})}) == 1


class TestNote:
    def test_details_are_sorted_text(self):
        note = Note("note.weights-sum", {"sum": Decimal("98.0"), "full": 100})
        assert note.details == (("full", "100"), ("sum", "98.0"))
        assert note == Note("note.weights-sum", note.details)

    def test_explain(self):
        note = Note("note.weights-sum", {"sum": 98, "full": 100})
        assert (note.explain(), note.explain("en")) == (
            "分值合计98，不是100",
            "the weights add up to 98, not to 100",
        )


class TestFinding:
    def test_explain(self):
        finding = Finding("finding.missed", Severity.HINT, "$.goals[0]", {"name": "周报", "rate": "94.23%"})
        assert finding.explain() == "周报：未达到指标值，完成率 94.23%"
        assert finding.explain("en") == "周报: the target is missed, completion rate 94.23%"

    def test_severities(self):
        assert [severity.value for severity in Severity] == ["error", "warning", "hint"]
