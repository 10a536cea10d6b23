"""Every identity of a budget in every column of the form: equal, rounded, broken, and not to be checked."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp
from govperf.model.budget_line import STAGES
from govperf.reviewing import CHECKS, cross_checks, suspects
from govperf.reviewing import review as every_finding


def review(evaluation):
    """The findings of this family."""
    return every_finding(evaluation, checks=CHECKS.only("identities"))


# total → parts; "" is the whole budget.
IDENTITIES = {
    "basic": ("personnel", "operating"),
    "": ("basic", "project"),
    "vehicles": ("vehicle_purchase", "vehicle_running"),
    "three_public": ("overseas", "vehicles", "hospitality"),
}
CASES = [(total, stage) for total in IDENTITIES for stage in STAGES]
each = pytest.mark.parametrize(
    ("total", "stage"), CASES, ids=[f"{total or 'whole'}.{stage}" for total, stage in CASES]
)


def budget_of(amounts, **fields):
    """A budget of amounts by path, such as basic.original."""
    lines = {}
    for path, amount in amounts.items():
        name, _, stage = path.rpartition(".")
        if name:
            lines.setdefault(name, {})[stage] = amount
        else:
            fields[stage] = amount
    return gp.Budget(2021, **fields, **{name: gp.BudgetLine(**columns) for name, columns in lines.items()})


def checks_of(budget):
    return cross_checks(gp.Evaluation("某局", 2021, budget=budget))


def path_of(name, stage):
    return f"{name}.{stage}" if name else stage


def amounts_of(total, stage, printed):
    """Parts of 1.00, 2.00 … 万元 and a printed total."""
    parts = {path_of(part, stage): f"{i}.00万元" for i, part in enumerate(IDENTITIES[total], 1)}
    return {path_of(total, stage): printed, **parts}


def exact(total):
    return sum(range(1, len(IDENTITIES[total]) + 1))


@each
class TestEachColumn:
    @pytest.mark.parametrize(
        ("cents", "verdict"), [(0, "equal"), (1, "rounding"), (-1, "rounding"), (3, "broken"), (-3, "broken")]
    )
    def test_verdict(self, total, stage, cents, verdict):
        """Two or three parts and their total: one cent may be rounding, three are not."""
        budget = budget_of(amounts_of(total, stage, f"{exact(total) + Decimal(cents) / 100:.2f}万元"))
        (check,) = checks_of(budget)
        path = path_of(total, stage)
        assert (check.path, check.code) == (f"$.budget.{path}", path.removesuffix(".executed"))
        assert (check.verdict.value, check.difference) == (verdict, gp.Quantity(cents, "万元") / 100)
        assert [part.field for part in check.parts] == [path_of(part, stage) for part in IDENTITIES[total]]

    @pytest.mark.parametrize(("cents", "verdict"), [(0, "rounding"), (1, "broken")])
    def test_the_edge_of_rounding(self, total, stage, cents, verdict):
        """Half a last digit of each part, which is 50 yuan; the total says its cents."""
        parts = len(IDENTITIES[total])
        printed = f"{exact(total) * 10_000 + 50 * parts}.{cents:02}元"
        (check,) = checks_of(budget_of(amounts_of(total, stage, printed)))
        assert check.verdict.value == verdict

    def test_one_figure_missing(self, total, stage):
        amounts = amounts_of(total, stage, "9.00万元")
        for left_out in amounts:
            rest = {path: amount for path, amount in amounts.items() if path != left_out}
            assert checks_of(budget_of(rest)) == ()

    def test_a_figure_of_another_column_does_not_help(self, total, stage):
        other = STAGES[STAGES.index(stage) - 1]
        amounts = amounts_of(total, stage, "9.00万元")
        last = path_of(IDENTITIES[total][-1], stage)
        moved = {**amounts, path_of(IDENTITIES[total][-1], other): amounts[last]}
        del moved[last]
        assert checks_of(budget_of(moved)) == ()

    def test_zeros_are_figures(self, total, stage):
        (check,) = checks_of(budget_of(dict.fromkeys(amounts_of(total, stage, ""), "0.00万元")))
        assert check.verdict.value == "equal"

    def test_says_which_column(self, total, stage):
        (check,) = checks_of(budget_of(amounts_of(total, stage, "9.00万元")))
        column = {"original": "年初预算数", "adjusted": "全年预算数", "received": "到位资金", "executed": ""}[
            stage
        ]
        label = {"": column or "本年支出", "basic": "基本支出", "vehicles": "公务用车购置及运行费"}.get(
            total, "三公经费"
        )
        assert check.explain("zh").startswith(f"{label}{column if total else ''} 9.00万元 ≠ ")
        assert check.explain("zh").count(column) >= len(check.parts) + 1
        english = {
            "original": "(original budget)",
            "adjusted": "(adjusted budget)",
            "received": "(funds received)",
            "executed": "",
        }[stage]
        assert check.explain("en").count(english) >= len(check.parts)


class TestSuspectOfAColumn:
    """A figure of any column can be the one that explains two broken checks."""

    @pytest.mark.parametrize("stage", STAGES)
    def test_basic(self, stage):
        amounts = {
            "personnel": "1.00万元",
            "operating": "2.00万元",
            "basic": "4.00万元",
            "project": "5.00万元",
            "": "8.00万元",
        }
        budget = budget_of({path_of(name, stage): amount for name, amount in amounts.items()})
        (found,) = suspects(checks_of(budget))
        code = path_of("", stage).removesuffix(".executed")
        assert (found.field, str(found.consistent)) == (f"basic.{stage}", "3.00万元")
        assert found.checks == (f"basic.{stage}".removesuffix(".executed"), code)
        culprits = [
            item for item in review(gp.Evaluation("某局", 2021, budget=budget)) if "suspect" in item.code
        ]
        assert [item.path for item in culprits] == [f"$.budget.basic.{stage}"]
        assert found.name("zh") in culprits[0].explain("zh")
        assert found.name("en") in culprits[0].explain("en")

    def test_names_the_checks_that_agree(self):
        amounts = {
            "personnel.original": "1万元",
            "operating.original": "2万元",
            "basic.original": "40万元",
            "project.original": "5万元",
            "original": "8万元",
        }
        table = gp.Evaluation("某局", 2021, budget=budget_of(amounts))
        (said,) = [item for item in review(table) if item.code == "finding.suspect-figure"]
        assert said.explain("zh") == (
            "基本支出年初预算数印为 40万元，只有 3万元 才与基本支出年初预算数、年初预算数的勾稽关系都相符"
        )
        assert said.explain("en") == (
            "basic expenditure (original budget) is printed as 40万元; only 3万元 agrees with "
            "basic expenditure (original budget), original budget"
        )

    @pytest.mark.parametrize("stage", STAGES)
    def test_vehicles(self, stage):
        amounts = {
            "vehicle_purchase": "1.00万元",
            "vehicle_running": "2.00万元",
            "vehicles": "30.00万元",
            "overseas": "4.00万元",
            "hospitality": "5.00万元",
            "three_public": "12.00万元",
        }
        budget = budget_of({path_of(name, stage): amount for name, amount in amounts.items()})
        (found,) = suspects(checks_of(budget))
        assert (found.field, str(found.consistent)) == (f"vehicles.{stage}", "3.00万元")

    def test_one_column_does_not_explain_another(self):
        """The same line is wrong in two columns: no one figure mends both."""
        one = {"basic.original": "9万元", "personnel.original": "1万元", "operating.original": "2万元"}
        other = {"basic.executed": "9万元", "personnel.executed": "1万元", "operating.executed": "2万元"}
        checks = checks_of(budget_of({**one, **other}))
        assert [check.verdict.value for check in checks] == ["broken", "broken"]
        assert suspects(checks) == ()


class TestSources:
    """年度资金总额 is the sum of its rows by source, in each column where all rows are filled in."""

    ROWS = (("当年财政拨款", "1.00万元"), ("上年结转资金", "2.00万元"), ("其他资金", "0.00万元"))

    def budget(self, stage, printed, rows=ROWS, **fields):
        sources = [gp.BudgetLine(name, **{stage: amount}) for name, amount in rows]
        return gp.Budget(2021, sources=sources, **{stage: printed}, **fields)

    @pytest.mark.parametrize("stage", STAGES)
    @pytest.mark.parametrize(
        ("printed", "verdict"),
        [("3.00万元", "equal"), ("3.02万元", "rounding"), ("2.98万元", "rounding"), ("3.03万元", "broken")],
    )
    def test_verdict(self, stage, printed, verdict):
        (check,) = checks_of(self.budget(stage, printed))
        assert (check.code, check.path) == (f"sources.{stage}", f"$.budget.{stage}")
        assert check.verdict.value == verdict
        assert [part.label for part in check.parts] == [name for name, _ in self.ROWS]

    def test_an_empty_total_row(self):
        """A total row of zeros over filled rows is found; one that is left out is not to be checked."""
        (check,) = checks_of(self.budget("adjusted", "0.00万元"))
        assert check.explain("zh") == (
            "全年预算数 0.00万元 ≠ 当年财政拨款 1.00万元 + 上年结转资金 2.00万元 + 其他资金 0.00万元"
            " = 3.00万元，相差 3.00万元"
        )
        assert checks_of(self.budget("adjusted", None)) == ()

    @pytest.mark.parametrize("row", [0, 1, 2])
    def test_a_row_that_is_left_out(self, row):
        rows = [(name, None if i == row else amount) for i, (name, amount) in enumerate(self.ROWS)]
        assert checks_of(self.budget("adjusted", "3.00万元", rows)) == ()

    def test_no_rows(self):
        assert checks_of(gp.Budget(2021, adjusted="3元")) == ()

    def test_rows_without_names(self):
        rows = [("", amount) for _, amount in self.ROWS]
        (check,) = checks_of(self.budget("adjusted", "3.00万元", rows))
        assert check.explain("zh") == "全年预算数 3.00万元 = 1.00万元 + 2.00万元 + 0.00万元"

    def test_a_row_is_no_field_of_the_budget(self):
        """Rows by source are not suspected: only figures that stand in two identities are."""
        lines = {"basic": gp.BudgetLine(adjusted="1.00万元"), "project": gp.BudgetLine(adjusted="2.00万元")}
        (found,) = suspects(checks_of(self.budget("adjusted", "9.00万元", **lines)))
        assert (found.field, found.checks) == ("adjusted", ("adjusted", "sources.adjusted"))
        assert found.consistent == gp.Quantity(3, "万元")

    def test_the_columns_by_themselves(self):
        rows = [
            gp.BudgetLine("拨款", original="1元", adjusted="2元", executed="3元"),
            gp.BudgetLine("其他", original="1元", adjusted="2元"),
        ]
        budget = gp.Budget(2021, sources=rows, original="2元", adjusted="4元", executed="3元")
        assert [check.code for check in checks_of(budget)] == ["sources.original", "sources.adjusted"]


class TestAdjustments:
    """全年预算数 is 年初预算数 with what was added and taken off."""

    def check(self, adjusted, *adjustments, original="100.00万元"):
        found = checks_of(gp.Budget(2021, original=original, adjusted=adjusted, adjustments=adjustments))
        return found[0] if found else None

    @pytest.mark.parametrize(
        ("adjusted", "adjustments", "verdict"),
        [
            ("190.00万元", ["90.00万元"], "equal"),
            ("80.00万元", ["-20.00万元"], "equal"),
            ("170.00万元", ["90.00万元", "-20.00万元"], "equal"),
            ("170.02万元", ["90.00万元", "-20.00万元"], "rounding"),
            ("169.97万元", ["90.00万元", "-20.00万元"], "broken"),
            ("210.00万元", ["90.00万元", "-20.00万元"], "broken"),
            ("100.00万元", ["0.00万元"], "equal"),
            ("-5.00万元", ["-105.00万元"], "equal"),
            ("100.00万元", ["50.00万元", "-500,000.00元"], "equal"),
        ],
        ids=str,
    )
    def test_verdict(self, adjusted, adjustments, verdict):
        check = self.check(adjusted, *adjustments)
        assert (check.code, check.path, check.verdict.value) == ("adjustments", "$.budget.adjusted", verdict)

    def test_worked(self):
        check = self.check(
            "3,868.40万元", gp.Adjustment("-1,915.55万元", reason="压减"), original="5,783.95万元"
        )
        assert check.explain("zh") == "全年预算数 3,868.40万元 = 年初预算数 5,783.95万元 - 压减 1,915.55万元"
        assert check.explain("en") == (
            "adjusted budget 3,868.40万元 = original budget 5,783.95万元 - 压减 1,915.55万元"
        )

    def test_without_reasons(self):
        check = self.check("150.00万元", "90.00万元", "-20.00万元")
        assert check.explain("zh") == (
            "全年预算数 150.00万元 ≠ 年初预算数 100.00万元 + 90.00万元 - 20.00万元 = 170.00万元"
            "，相差 20.00万元"
        )

    @pytest.mark.parametrize("left_out", ["original", "adjusted", "adjustments"])
    def test_a_figure_missing(self, left_out):
        fields = {"original": "1元", "adjusted": "2元", "adjustments": ["1元"]}
        del fields[left_out]
        assert checks_of(gp.Budget(2021, **fields)) == ()

    def test_suspect(self):
        """The adjusted budget stands in two identities."""
        lines = {
            "basic": gp.BudgetLine(adjusted="100.00万元"),
            "project": gp.BudgetLine(adjusted="90.00万元"),
        }
        budget = gp.Budget(
            2021, original="100.00万元", adjusted="109.00万元", adjustments=["90.00万元"], **lines
        )
        (found,) = suspects(checks_of(budget))
        assert (found.field, str(found.consistent)) == ("adjusted", "190.00万元")
        assert found.checks == ("adjusted", "adjustments")
        assert (found.name("zh"), found.name("en")) == ("全年预算数", "adjusted budget")


class TestAll:
    """A budget of every figure: every identity once, in the order of the form."""

    def budget(self):
        line = dict.fromkeys(STAGES, "1元")
        two = dict.fromkeys(STAGES, "2元")
        three = dict.fromkeys(STAGES, "3元")
        four = dict.fromkeys(STAGES, "4元")
        return gp.Budget(
            2021,
            **three,
            adjustments=["0元"],
            income="3元",
            income_sources={"拨款": "3元"},
            carried_in="0元",
            carried_out="0元",
            personnel=gp.BudgetLine(**line),
            operating=gp.BudgetLine(**line),
            basic=gp.BudgetLine(**two),
            project=gp.BudgetLine(**line),
            overseas=gp.BudgetLine(**line),
            vehicle_purchase=gp.BudgetLine(**line),
            vehicle_running=gp.BudgetLine(**line),
            vehicles=gp.BudgetLine(**two),
            hospitality=gp.BudgetLine(**line),
            three_public=gp.BudgetLine(**four),
            sources=[gp.BudgetLine("拨款", **three)],
        )

    def test_codes(self):
        codes = [check.code for check in checks_of(self.budget())]
        columns = ["original", "adjusted", "received", "executed"]
        assert codes == [
            "income",
            *["basic.original", "basic.adjusted", "basic.received", "basic"],
            *columns,
            *["vehicles.original", "vehicles.adjusted", "vehicles.received", "vehicles"],
            *["three_public.original", "three_public.adjusted", "three_public.received", "three_public"],
            "carried_out",
            "adjustments",
            *[f"sources.{column}" for column in columns],
        ]
        assert len(set(codes)) == len(codes)

    def test_all_hold(self):
        assert {check.verdict.value for check in checks_of(self.budget())} == {"equal"}
        assert review(gp.Evaluation("某局", 2021, budget=self.budget())).found == ()

    def test_one_wrong_total_is_the_suspect_of_all(self):
        (found,) = suspects(checks_of(attrs.evolve(self.budget(), executed="30元")))
        assert (found.field, found.checks) == ("executed", ("executed", "carried_out", "sources.executed"))
        assert found.consistent == gp.Quantity(3, "元")


class TestOthers:
    """本年支出 is 基本支出 and 项目支出, and what a form has beside them."""

    @pytest.mark.parametrize("stage", STAGES)
    @pytest.mark.parametrize(("printed", "verdict"), [("6.00万元", "equal"), ("6.03万元", "broken")])
    def test_verdict(self, stage, printed, verdict):
        amounts = amounts_of("", stage, printed)
        (check,) = checks_of(budget_of(amounts, others=[gp.BudgetLine("经营支出", **{stage: "3.00万元"})]))
        assert (check.verdict.value, check.code) == (verdict, stage)
        assert check.parts[-1].name("zh") == "经营支出"

    def test_one_that_is_left_out(self):
        amounts = amounts_of("", "executed", "3.00万元")
        assert checks_of(budget_of(amounts, others=[gp.BudgetLine("经营支出", original="1万元")])) == ()


def test_a_figure_of_too_many_digits_is_no_suspect():
    budget = gp.Budget(
        2021,
        executed="1分钱",
        sources=[gp.BudgetLine(executed="500元")],
        income="0元",
        carried_in="0元",
        carried_out="9" * 33 + "元",
    )
    assert suspects(checks_of(budget)) == ()
    assert review(gp.Evaluation("某局", 2021, budget=budget))
