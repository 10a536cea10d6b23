"""Sums that must add up, and the figure that explains why they do not."""

import decimal
from fractions import Fraction

import pytest

import govperf as gp
from govperf.reviewing import CrossCheck, Term, Verdict, cross_checks, suspects
from govperf.reviewing.identities.equations import half_a_digit

PANYU = {
    "income": "3,678.76万元",
    "income_sources": {"财政拨款": "3,508.66万元", "事业收入": "18.18万元", "其他收入": "151.92万元"},
    "executed": "3,678.76万元",
    "basic": "2,367.28万元",
    "personnel": "2,165.98万元",
    "operating": "201.30万元",
    "project": "1310.79万元",
    "carried_in": "0.19万元",
    "carried_out": "0.88万元",
}


def evaluation(breakdowns=(), **budget):
    return gp.Evaluation(
        gp.Department("某局"),
        2021,
        budget=gp.Budget(2021, **budget) if budget else None,
        breakdowns=breakdowns,
    )


def checks(**budget):
    return {check.code: check for check in cross_checks(evaluation(**budget))}


def breakdown(total, *parts):
    """The cross-check of a total and its parts, None where there is none."""
    named = {f"第{i}项": part for i, part in enumerate(parts)}
    found = cross_checks(evaluation([gp.Breakdown("合计", total=total, parts=named)]))
    return found[0] if found else None


class TestPanyu:
    """The budget of a real report: two identities hold, two break, and one figure explains both."""

    def test_every_identity_is_checked(self):
        verdicts = {code: check.verdict.value for code, check in checks(**PANYU).items()}
        assert verdicts == {
            "income": "equal",
            "basic": "equal",
            "executed": "broken",
            "carried_out": "broken",
        }

    def test_the_difference_is_exact(self):
        check = checks(**PANYU)["executed"]
        assert (str(check.computed), str(check.difference), str(check.tolerance)) == (
            "3,678.07万元",
            "0.69万元",
            "0.015万元",
        )

    def test_the_figure_that_explains_both(self):
        (found,) = suspects(cross_checks(evaluation(**PANYU)))
        assert (found.field, str(found.printed), str(found.consistent)) == (
            "executed",
            "3,678.76万元",
            "3,678.07万元",
        )
        assert found.checks == ("executed", "carried_out")
        assert (found.name("zh"), found.name("en")) == ("本年支出", "expenditure")

    def test_says_the_equation(self):
        check = checks(**PANYU)["carried_out"]
        assert check.explain("zh") == (
            "年末结转结余 0.88万元 ≠ 年初结转结余 0.19万元 + 本年收入 3,678.76万元 - 本年支出 3,678.76万元"
            " = 0.19万元，相差 0.69万元"
        )
        assert check.explain("en") == (
            "carry-over at the end 0.88万元 ≠ carry-over at the beginning 0.19万元 + income 3,678.76万元"
            " - expenditure 3,678.76万元 = 0.19万元, off by 0.69万元"
        )


class TestTolerance:
    """Rule 12: |total − Σ| ≤ (n + 1) × half a last digit is a hint, more is an error."""

    @pytest.mark.parametrize(
        ("total", "parts", "verdict"),
        [
            ("1,367.75万元", ["1,000.00万元", "367.75万元"], "equal"),
            ("1,367.76万元", ["1,000.00万元", "367.75万元"], "rounding"),
            ("1,367.765万元", ["1,000.00万元", "367.75万元"], "broken"),
            ("1,367.764万元", ["1,000.00万元", "367.75万元"], "broken"),
            ("1,367.76万元", ["1,000.000万元", "367.75万元"], "rounding"),
            ("1,367.74万元", ["1,000.00万元", "367.75万元"], "rounding"),
            ("1,367.77万元", ["1,000.00万元", "367.75万元"], "broken"),
            ("1,367.73万元", ["1,000.00万元", "367.75万元"], "broken"),
            ("10万元", ["4万元", "4.5万元"], "broken"),
            ("1.01万元", ["1.00万元"], "rounding"),
            ("1.02万元", ["1.00万元"], "broken"),
            ("1.02万元", ["0.50万元", "0.25万元", "0.25万元"], "rounding"),
            ("1.03万元", ["0.50万元", "0.25万元", "0.25万元"], "broken"),
            ("10万元", ["4万元", "5.00万元"], "rounding"),
            ("10万元", ["4万元", "4.99万元"], "broken"),
            ("1亿元", ["9,999.00万元"], "rounding"),
            ("1.0000亿元", ["9,999.00万元"], "broken"),
            ("36,787,600.00元", ["3,678.76万元"], "equal"),
            ("36,787,649.99元", ["3,678.76万元"], "rounding"),
            ("36,787,650.00元", ["3,678.76万元"], "rounding"),
            ("36,787,650.01元", ["3,678.76万元"], "broken"),
            ("0.00万元", ["-5.00万元", "5.00万元"], "equal"),
        ],
    )
    def test_half_a_last_digit_of_each_figure(self, total, parts, verdict):
        assert breakdown(total, *parts).verdict.value == verdict

    @pytest.mark.parametrize(
        ("total", "parts", "verdict"),
        [
            ("624条", ["295条", "201条", "128条"], "equal"),
            ("625条", ["295条", "201条", "128条"], "broken"),
            ("623条", ["295条", "201条", "128条"], "broken"),
            ("8人", ["5名", "2人"], "broken"),
            ("12.37万家次", ["123,700家次"], "equal"),
            ("12.37万家次", ["123,650家次"], "rounding"),
            ("12.37万家次", ["123,649家次"], "broken"),
            ("1.5人", ["1人"], "broken"),
            ("1.5人", ["1.4人"], "rounding"),
        ],
    )
    def test_whole_counts_are_exact(self, total, parts, verdict):
        assert breakdown(total, *parts).verdict.value == verdict

    @pytest.mark.parametrize(
        ("total", "parts", "verdict", "said"),
        [
            ("100%", ["60%", "40%"], "equal", "合计 100% = 第0项 60% + 第1项 40%"),
            ("100%", ["60%", "39%"], "rounding", "相差 1个百分点，在取整误差 1.5个百分点 之内"),
            ("100.0%", ["60.0%", "39.0%"], "broken", "相差 1.0个百分点"),
        ],
    )
    def test_percentages_differ_by_percentage_points(self, total, parts, verdict, said):
        check = breakdown(total, *parts)
        assert check.verdict.value == verdict
        assert check.explain().endswith(said)

    @pytest.mark.parametrize(
        ("text", "half"),
        [
            ("0.88万元", Fraction(5, 1000)),
            ("3万元", Fraction(1, 2)),
            ("3元", Fraction(1, 2)),
            ("95.08%", Fraction(5, 1000)),
            ("5条", 0),
            ("5万条", Fraction(1, 2)),
            ("5.0条", Fraction(5, 100)),
            ("5", Fraction(1, 2)),
        ],
    )
    def test_half_a_digit(self, text, half):
        assert half_a_digit(gp.Quantity.parse(text)) == half

    def test_a_power_of_ten_prints_whole(self):
        assert half_a_digit(gp.Quantity(decimal.Decimal("1E+3"), "万元")) == Fraction(1, 2)

    def test_a_callers_context_changes_nothing(self):
        with decimal.localcontext(prec=2, Emax=3, Emin=-1):
            found = checks(**PANYU)
            assert str(found["executed"].tolerance) == "0.015万元"
            assert found["basic"].verdict is Verdict.EQUAL
            assert found["executed"].explain().endswith("= 3,678.07万元，相差 0.69万元")


class TestWhatIsChecked:
    @pytest.mark.parametrize(
        ("left_out", "checked"),
        [
            ("income", {"basic", "executed"}),
            ("income_sources", {"basic", "executed", "carried_out"}),
            ("personnel", {"income", "executed", "carried_out"}),
            ("operating", {"income", "executed", "carried_out"}),
            ("basic", {"income", "carried_out"}),
            ("project", {"income", "basic", "carried_out"}),
            ("executed", {"income", "basic"}),
            ("carried_in", {"income", "basic", "executed"}),
            ("carried_out", {"income", "basic", "executed"}),
        ],
    )
    def test_an_identity_needs_all_its_figures(self, left_out, checked):
        assert checks(**{**PANYU, left_out: () if left_out == "income_sources" else None}).keys() == checked

    def test_zero_is_a_figure(self):
        assert checks(basic="0元", personnel="0万元", operating="0元")["basic"].verdict is Verdict.EQUAL

    def test_nothing_to_check(self):
        assert cross_checks(evaluation()) == ()
        assert cross_checks(evaluation([gp.Breakdown("无", total="5条", parts={})])) == ()

    def test_parts_of_another_kind_are_not_added(self):
        assert breakdown("8人", "5人", "3人次") is None
        assert breakdown("100%", "0.5") is None

    @pytest.mark.parametrize("part", ["0." + "0" * 59 + "1元", "9" * 34 + "元"], ids=["tiny", "huge"])
    def test_sums_that_no_amount_can_hold_are_left_out(self, part):
        assert breakdown("5元", part, part) is None

    def test_paths_say_where_the_total_stands(self):
        both = [
            gp.Breakdown("甲", total="1条", parts={"子": "1条"}),
            gp.Breakdown("乙", total="1条", parts={"子": "1条"}),
        ]
        found = cross_checks(evaluation(both, **PANYU))
        assert [check.path for check in found] == [
            "$.budget.income",
            "$.budget.basic.executed",
            "$.budget.executed",
            "$.budget.carried_out",
            "$.breakdowns[0].total",
            "$.breakdowns[1].total",
        ]

    def test_a_part_keeps_the_name_it_has(self):
        check = checks(income="10万元", income_sources={"executed": "6万元", "income": "4万元"})["income"]
        assert check.explain("zh") == "本年收入 10万元 = executed 6万元 + income 4万元"

    def test_the_first_part_may_be_taken_off(self):
        figures = (
            Term("结余", gp.Quantity(3, "元")),
            Term("支出", gp.Quantity(2, "元"), -1),
            Term("收入", gp.Quantity(5, "元")),
        )
        check = CrossCheck(code="left", path="$.budget", total=figures[0], parts=figures[1:])
        assert check.explain() == "结余 3元 = - 支出 2元 + 收入 5元"


class TestSuspect:
    def test_none_where_all_holds(self):
        right = {**PANYU, "executed": "3,678.07万元"}
        assert suspects(cross_checks(evaluation(**right))) == ()

    @pytest.mark.parametrize("field", ["personnel", "operating", "project", "carried_in", "carried_out"])
    def test_none_where_one_check_breaks(self, field):
        wrong = {**PANYU, "executed": "3,678.07万元", field: "5万元"}
        assert suspects(cross_checks(evaluation(**wrong))) == ()

    @pytest.mark.parametrize(
        ("field", "path", "broken"),
        [
            ("basic", "basic.executed", ("basic", "executed")),
            ("income", "income", ("income", "carried_out")),
            ("executed", "executed", ("executed", "carried_out")),
        ],
    )
    @pytest.mark.parametrize("printed", ["5.00万元", "0.00亿元", "-5.00元", "99,999,999.99万元"])
    def test_a_figure_of_two_checks(self, field, path, broken, printed):
        right = {**PANYU, "executed": "3,678.07万元"}
        (found,) = suspects(cross_checks(evaluation(**{**right, field: printed})))
        assert (found.field, found.printed, found.checks) == (path, gp.Quantity.parse(printed), broken)
        assert found.consistent == gp.Quantity.parse(right[field])

    def test_none_where_two_figures_are_wrong(self):
        wrong = {**PANYU, "executed": "3,678.07万元", "personnel": "5万元", "carried_in": "5万元"}
        assert suspects(cross_checks(evaluation(**wrong))) == ()

    def test_none_where_the_checks_ask_for_two_values(self):
        wrong = {**PANYU, "project": "1,310.00万元"}
        assert suspects(cross_checks(evaluation(**wrong))) == ()

    def test_rounding_does_not_hide_it(self):
        amounts = {"executed": "10.00万元", "basic": "4.00万元", "project": "5.00万元"}
        amounts |= {"carried_in": "1.00万元", "income": "10.00万元", "carried_out": "2.01万元"}
        (found,) = suspects(cross_checks(evaluation(**amounts)))
        assert (found.field, str(found.consistent)) == ("executed", "9.00万元")

    def test_none_where_two_figures_would_do(self):
        """Two checks that share two figures do not say which is wrong."""
        income, spent, left = (
            Term("", gp.Quantity(n, "元"), field=name)
            for n, name in [(90, "income"), (50, "executed"), (30, "carried_out")]
        )
        one = CrossCheck(
            code="one",
            path="$.budget.one",
            total=left,
            parts=(income, Term("", spent.amount, -1, field="executed")),
        )
        two = CrossCheck(code="two", path="$.budget.two", total=income, parts=(spent, left))
        assert {one.verdict, two.verdict} == {Verdict.BROKEN}
        assert suspects([one, two]) == ()

    def test_breakdowns_are_not_blamed_on_a_budget(self):
        both = [
            gp.Breakdown("甲", total="1条", parts={"子": "2条"}),
            gp.Breakdown("乙", total="1条", parts={"子": "2条"}),
        ]
        assert suspects(cross_checks(evaluation(both))) == ()
