"""Printed rates: what the amounts give, what rounding explains, and what no figure explains."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp
from govperf.reviewing import CHECKS, review

RATE = "$.budget.reported_execution_rate"
COMPLETION = "$.budget.reported_completion_rate"


def form(**budget):
    return gp.Evaluation("某局", 2021, budget=gp.Budget(2021, **budget))


def found(**budget):
    return review(form(**budget), checks=CHECKS.only("identities")).found


def briefly(**budget):
    return [(one.code.removeprefix("finding."), one.severity.value) for one in found(**budget)]


def figures(one):
    return {figure.path: figure.value for figure in one.figures}


class TestExecutionRate:
    @pytest.mark.parametrize(
        ("executed", "adjusted", "printed", "expected"),
        [
            # whole percents, one and two decimals, half up
            ("37.24万元", "43.20万元", "86%", []),
            ("37.24万元", "43.20万元", "86.2%", []),
            ("37.24万元", "43.20万元", "86.20%", []),
            ("197.33万元", "210.00万元", "94%", []),
            ("0.5元", "100.00元", "0.5%", []),
            ("0.50元", "100.00元", "1%", []),
            ("0.00元", "100.00元", "0%", []),
            # less than one last digit off
            ("215457.60元", "250000.00元", "86.19%", ["rate-rounded"]),
            ("215457.60元", "250000.00元", "86.18%", []),
            ("215457.60元", "250000.00元", "86.20%", ["rate-differs"]),
            ("215457.60元", "250000.00元", "86.17%", ["rate-differs"]),
            ("37.24万元", "43.20万元", "87%", ["rate-rounded"]),
            ("37.24万元", "43.20万元", "88%", ["rate-differs"]),
            ("37.24万元", "43.20万元", "85%", ["rate-differs"]),
            ("50.00万元", "100.00万元", "51%", ["rate-differs"]),
            ("50.01万元", "100.00万元", "51%", ["rate-rounded"]),
            # digits that the amounts do not print
            ("1.2万元", "1.5万元", "81.33%", ["rate-rounded"]),
            ("1.2万元", "1.5万元", "95.00%", ["rate-differs"]),
            ("1.2万元", "1.5万元", "74.19%", ["rate-rounded"]),
            ("1.2万元", "1.5万元", "74.18%", ["rate-differs"]),
            ("1.2万元", "1.5万元", "86.21%", ["rate-rounded"]),
            ("1.2万元", "1.5万元", "86.22%", ["rate-differs"]),
            # far off, as published
            ("3824.26万元", "4753.66万元", "100%", ["rate-differs"]),
            ("10.00万元", "50.00万元", "0%", ["rate-differs"]),
            # 100 % where more was spent
            ("110.00万元", "100.00万元", "100%", ["over-budget"]),
            ("110.00万元", "100.00万元", "110%", ["over-budget"]),
            ("110.00万元", "100.00万元", "99%", ["over-budget", "rate-differs"]),
            ("100.60万元", "100.00万元", "100%", ["over-budget"]),
            ("-5.00万元", "100.00万元", "5%", ["negative-amount", "rate-differs"]),
            ("5.00万元", "-100.00万元", "5%", ["over-budget", "negative-amount"]),
        ],
    )
    def test_by_the_amounts(self, executed, adjusted, printed, expected):
        codes = {
            code for code, _ in briefly(executed=executed, adjusted=adjusted, reported_execution_rate=printed)
        }
        assert codes == set(expected)

    def test_a_published_one(self):
        (one,) = found(executed="3,824.26万元", adjusted="4,753.66万元", reported_execution_rate="100%")
        assert (one.severity.value, one.path) == ("error", RATE)
        assert figures(one) == {
            RATE: "100%",
            "$.budget.executed": "3,824.26万元",
            "$.budget.adjusted": "4,753.66万元",
        }
        assert one.explain() == "印出的执行率 100% 与按金额计算的 80.45% 不符"
        assert one.clause.provenance.value == "verified"

    def test_the_computed_rate_has_the_digits_of_the_printed_one(self):
        (one,) = found(executed="37.2400万元", adjusted="43.2000万元", reported_execution_rate="86.2031%")
        assert one.explain("en").endswith("not the 86.2037% that the amounts give")
        (one,) = found(executed="37.24万元", adjusted="43.20万元", reported_execution_rate="87%")
        assert one.settle() == "按四舍五入写作 86.20%"
        assert one.severity is gp.Severity.HINT


class TestOtherBases:
    @pytest.mark.parametrize(
        ("base", "severity"), [("original", "warning"), ("received", "hint"), ("income", None)]
    )
    def test_a_rate_of_another_base(self, base, severity):
        """Of the income nobody makes an execution rate where there is an adjusted budget."""
        amounts = {"executed": "90.00万元", "adjusted": "120.00万元", base: "100.00万元"}
        (one,) = found(reported_execution_rate="90%", **amounts)
        if severity is None:
            assert one.code == "finding.rate-differs"
            return
        assert (one.code, one.severity.value, one.path) == ("finding.rate-base", severity, RATE)
        assert figures(one) == {f"$.budget.{name}": amount for name, amount in amounts.items()} | {
            RATE: "90%"
        }

    def test_says_the_base(self):
        (one,) = found(
            executed="90.00万元", adjusted="120.00万元", original="100.00万元", reported_execution_rate="90%"
        )
        assert one.explain() == "印出的执行率 90% 以年初预算数为分母，按全年预算数应为 75.00%"
        assert one.settle("en").endswith("say which rule divides by the original budget")

    @pytest.mark.parametrize("original", ["0.00万元", "-100.00万元"])
    def test_a_base_is_above_zero(self, original):
        codes = briefly(
            executed="90.00万元", adjusted="120.00万元", original=original, reported_execution_rate="0%"
        )
        assert ("rate-differs", "error") in codes


class TestRateOfNothing:
    @pytest.mark.parametrize(
        ("budget", "paths"),
        [
            ({"adjusted": "0万元", "executed": "0万元", "reported_execution_rate": "100%"}, [RATE]),
            ({"adjusted": "0万元", "executed": "0万元", "reported_execution_rate": "0%"}, []),
            ({"adjusted": "0万元", "reported_execution_rate": "100%"}, [RATE]),
            ({"executed": "5万元", "original": "0万元", "reported_completion_rate": "100%"}, [COMPLETION]),
            (
                {
                    "executed": "5万元",
                    "original": "0万元",
                    "adjusted": "5万元",
                    "reported_completion_rate": "100%",
                },
                [],
            ),
            (
                {
                    "executed": "0万元",
                    "original": "0万元",
                    "adjusted": "0万元",
                    "reported_completion_rate": "100%",
                },
                [COMPLETION],
            ),
        ],
    )
    def test_by_the_base(self, budget, paths):
        assert [one.path for one in found(**budget) if one.code == "finding.rate-of-nothing"] == paths

    def test_an_empty_total_row_says_it_all(self):
        sources = [gp.BudgetLine("拨款", adjusted="9万元", executed="9万元")]
        assert briefly(
            adjusted="0万元", executed="0万元", reported_execution_rate="100%", sources=sources
        ) == [("total-row-empty", "error")]

    def test_says_the_base(self):
        (one,) = found(adjusted="0万元", executed="0万元", reported_execution_rate="100%")
        assert one.explain() == "印出支出进度 100%，而全年预算数为 0万元，无法计算比率"
        assert one.severity is gp.Severity.WARNING
        assert set(figures(one)) == {RATE, "$.budget.adjusted"}


class TestNotRecomputable:
    @pytest.mark.parametrize(
        ("budget", "expected"),
        [
            ({"original": "100.00万元"}, ["rate-not-recomputable"]),
            ({"original": "180.00万元"}, []),
            ({"received": "180.00万元"}, []),
            ({"received": "170.00万元"}, ["rate-not-recomputable"]),
            ({"income": "180.00万元"}, []),
            ({"income": "100.00万元"}, ["rate-not-recomputable"]),
            ({"original": "0.00万元"}, []),
            ({}, ["rate-without-parts"]),
        ],
    )
    def test_by_the_bases(self, budget, expected):
        codes = [code for code, _ in briefly(executed="90.00万元", reported_execution_rate="50%", **budget)]
        assert codes == expected

    def test_a_published_one(self):
        """The implied budget follows from the expenditure that the sums agree on."""
        budget = {
            "original": "5,783.95万元",
            "executed": "3,678.76万元",
            "basic": "2,367.28万元",
            "project": "1,310.79万元",
            "carried_in": "0.19万元",
            "income": "3,678.76万元",
            "carried_out": "0.88万元",
            "reported_execution_rate": "95.08%",
        }
        (one,) = [one for one in found(**budget) if one.path == RATE]
        assert (one.code, one.severity.value) == ("finding.rate-not-recomputable", "warning")
        assert one.explain() == (
            "支出进度 95.08% 无法复算：按支出 3,678.07万元 倒算，"
            "全年预算数应为 3,868.40万元（比年初 -33.12%）"
        )
        assert figures(one)["$.budget.executed"] == "3,678.76万元"

    def test_another_suspect_changes_nothing(self):
        """The income is what the sums do not agree on: the expenditure stays as printed."""
        budget = {
            "income": "9.00万元",
            "income_sources": {"拨款": "10.00万元"},
            "carried_in": "0.00万元",
            "carried_out": "5.00万元",
            "executed": "5.00万元",
            "reported_execution_rate": "20%",
        }
        (one,) = [one for one in found(**budget) if one.path == RATE]
        assert one.explain() == "支出进度 20% 无法复算：按支出 5.00万元 倒算，全年预算数应为 25.00万元"

    def test_a_budget_by_source(self):
        sources = [gp.BudgetLine("拨款", adjusted="180.00万元", executed="90.00万元")]
        budget = {"reported_execution_rate": "50%", "sources": sources, "original": "100.00万元"}
        assert [code for code, _ in briefly(**budget)] == ["total-row-missing"]
        assert [code for code, _ in briefly(executed="90.00万元", **budget)] == ["total-row-missing"]

    def test_nothing_implied(self):
        assert (
            briefly(executed="0万元", original="5万元", reported_execution_rate="50%")
            == [("rate-not-recomputable", "warning")][:0]
        )
        huge = {"executed": "9" * 34 + "元", "original": "5元"}
        assert briefly(reported_execution_rate="0.01%", **huge) == []


class TestWithoutParts:
    @pytest.mark.parametrize(
        ("budget", "expected"),
        [
            ({}, 1),
            ({"executed": "5万元"}, 1),
            ({"adjusted": "5万元"}, 1),
            ({"executed": "5.00万元", "adjusted": "5.00万元"}, 0),
            ({"sources": [gp.BudgetLine("拨款", original="5万元", executed="5万元")]}, 0),
            ({"sources": [gp.BudgetLine("拨款", adjusted="5万元")]}, 1),
        ],
    )
    @pytest.mark.parametrize("rate", ["reported_execution_rate", "reported_completion_rate"])
    def test_by_what_is_given(self, rate, budget, expected):
        ones = [one for one in found(**{rate: "100%"}, **budget) if one.code == "finding.rate-without-parts"]
        assert [(one.path, one.severity.value) for one in ones] == [(f"$.budget.{rate}", "hint")] * expected


class TestCompletionRate:
    @pytest.mark.parametrize(
        ("printed", "budget", "expected"),
        [
            ("90%", {"original": "100.00万元"}, []),
            ("75%", {"original": "100.00万元", "adjusted": "120.00万元"}, []),
            (
                "80%",
                {"original": "100.00万元", "adjusted": "120.00万元"},
                [("completion-differs", "warning")],
            ),
            ("80%", {"original": "100.00万元"}, [("completion-differs", "hint")]),
            ("80%", {"adjusted": "100.00万元"}, [("completion-differs", "hint")]),
            ("45%", {"original": "100.00万元", "received": "200.00万元"}, []),
            ("45%", {"original": "100.00万元", "income": "200.00万元"}, []),
            ("100%", {"original": "80.00万元"}, []),
            ("101%", {"original": "80.00万元"}, [("completion-differs", "hint")]),
            ("100%", {"original": "100.00万元"}, [("completion-differs", "hint")]),
        ],
    )
    def test_by_its_formulas(self, printed, budget, expected):
        assert briefly(executed="90.00万元", reported_completion_rate=printed, **budget) == expected

    @pytest.mark.parametrize(
        ("printed", "expected"), [("93.20%", []), ("93.2%", []), ("93.21%", [("completion-differs", "hint")])]
    )
    def test_all_available_funds(self, printed, expected):
        """(10 + 900 + 90 − 68) ÷ 1000, as in Hunan."""
        budget = {
            "carried_in": "10万元",
            "original": "900万元",
            "adjustments": ["90万元"],
            "carried_out": "68万元",
        }
        assert briefly(executed="700万元", reported_completion_rate=printed, **budget) == expected

    def test_funds_too_large_to_add(self):
        budget = {
            "carried_in": "9" * 34 + "元",
            "original": "1.5元",
            "adjustments": ["90元"],
            "carried_out": "1元",
        }
        codes = briefly(executed="1.00元", reported_completion_rate="5%", **budget)
        assert ("completion-differs", "hint") in codes

    def test_figures(self):
        (one,) = found(
            executed="90.00万元",
            original="100.00万元",
            adjusted="120.00万元",
            reported_completion_rate="80%",
        )
        assert one.explain() == "印出的预算完成率 80% 与表中数字都不符，按年初预算数计算为 90.00%"
        assert set(figures(one)) == {
            COMPLETION,
            *(f"$.budget.{name}" for name in ("executed", "original", "adjusted")),
        }


class TestScaleSlip:
    @pytest.mark.parametrize(
        ("budget", "expected"),
        [
            ({"adjusted": "50.00万元", "executed": "50.00元"}, [("scale-slip", "warning")]),
            ({"adjusted": "50.00万元", "executed": "40.00元"}, [("scale-slip", "warning")]),
            ({"adjusted": "50.00万元", "executed": "39.99元"}, []),
            ({"adjusted": "50.00万元", "executed": "60.00元"}, [("scale-slip", "warning")]),
            ({"adjusted": "50.00万元", "executed": "60.01元"}, []),
            ({"adjusted": "500000.00万元", "executed": "50.00万元"}, [("scale-slip", "warning")]),
            ({"adjusted": "50.00万元", "executed": "500000.00万元"}, [("scale-slip", "warning")]),
            ({"original": "5.00万元", "adjusted": "50000.00万元"}, [("scale-slip", "warning")]),
            ({"adjusted": "50.00万元", "executed": "0.05万元"}, []),
            ({"adjusted": "50.00万元", "executed": "0.00元"}, []),
            (
                {"adjusted": "50.00万元", "executed": "100.00元", "reported_execution_rate": "2.00%"},
                [("rate-differs", "error")],
            ),
            (
                {"adjusted": "50.00万元", "executed": "10.00元", "reported_execution_rate": "20.00%"},
                [("scale-slip", "error")],
            ),
            (
                {"adjusted": "50.00万元", "executed": "10.00元", "reported_execution_rate": "20.01%"},
                [("rate-differs", "error")],
            ),
            (
                {"adjusted": "50.00万元", "executed": "50.00元", "reported_execution_rate": "0.01%"},
                [],
            ),
            (
                {"adjusted": "50.00元", "executed": "10.00万元", "reported_execution_rate": "20%"},
                [("scale-slip", "error")],
            ),
            (
                {"adjusted": "50.00万元", "executed": "0.00元", "reported_execution_rate": "20%"},
                [("rate-differs", "error")],
            ),
        ],
    )
    def test_by_the_factor(self, budget, expected):
        assert briefly(**budget) == expected

    def test_the_limit_is_that_of_the_rule_book(self):
        table = form(adjusted="50.00万元", executed="30.00元")
        book = gp.standard()
        wide = attrs.evolve(book.review, slip=attrs.evolve(book.review.slip, value=Decimal("0.4")))
        checks = CHECKS.only("finding.scale-slip")
        assert len(review(table, checks=checks)) == 0
        assert len(review(table, standard=attrs.evolve(book, review=wide), checks=checks)) == 1

    def test_says_both(self):
        (one,) = found(adjusted="50.00万元", executed="10.00元", reported_execution_rate="20%")
        assert one.explain() == "本年支出 10.00元 与全年预算数 50.00万元 相差约一万倍，是否混用了元和万元"
        assert one.path == "$.budget.executed"
        assert set(figures(one)) == {RATE, "$.budget.executed", "$.budget.adjusted"}


def test_nothing_printed():
    assert found(executed="50.00万元", adjusted="100.00万元") == ()
    assert review(gp.Evaluation("某局", 2021), checks=CHECKS.only("identities")).found == ()
