"""What was spent beside the budget for it, month after month, and amounts below zero."""

import pytest

import govperf as gp
from govperf.reviewing import CHECKS, review


def found(year=2021, **budget):
    table = gp.Evaluation("某局", 2021, budget=gp.Budget(year, **budget))
    return review(table, checks=CHECKS.only("identities")).found


def briefly(**budget):
    return [(one.code.removeprefix("finding."), one.severity.value, one.path) for one in found(**budget)]


def figures(one):
    return {figure.path: figure.value for figure in one.figures}


def line(executed, **budget):
    return gp.BudgetLine(executed=executed, **budget)


@pytest.mark.parametrize(
    ("year", "codes"), [(2021, []), (2020, ["finding.budget-year"]), (2022, ["finding.budget-year"])]
)
def test_the_year_of_the_budget(year, codes):
    ones = found(year, adjusted="5万元")
    assert [one.code for one in ones] == codes
    assert [figures(one) for one in ones] == [{"$.year": "2021", "$.budget.year": str(year)}] * len(codes)


class TestOverBudget:
    @pytest.mark.parametrize(
        ("budget", "expected"),
        [
            ({"executed": "100万元", "adjusted": "100万元"}, []),
            ({"executed": "100.01万元", "adjusted": "100万元"}, ["over-budget"]),
            ({"executed": "100.01万元", "adjusted": "100.00万元"}, ["over-budget"]),
            ({"executed": "89.974万元", "adjusted": "89.97万元"}, []),
            ({"executed": "89.975万元", "adjusted": "89.97万元"}, []),
            ({"executed": "89.976万元", "adjusted": "89.97万元"}, ["over-budget"]),
            ({"executed": "1,000,001元", "adjusted": "100万元"}, ["over-budget"]),
            ({"executed": "5万元", "adjusted": "0万元"}, ["over-budget"]),
            ({"executed": "110万元", "original": "100万元"}, []),
            ({"executed": "110万元", "original": "100万元", "adjusted": "110万元"}, []),
        ],
    )
    def test_by_the_adjusted_budget(self, budget, expected):
        assert briefly(**budget) == [(code, "warning", "$.budget.executed") for code in expected]

    def test_says_both(self):
        (one,) = found(executed="110万元", adjusted="100万元", reported_execution_rate="110%")
        assert one.explain() == "支出超过全年预算：支出 110万元，预算 100万元"
        assert set(figures(one)) == {
            "$.budget.executed",
            "$.budget.adjusted",
            "$.budget.reported_execution_rate",
        }


class TestCategoryOverBudget:
    @pytest.mark.parametrize(
        "name",
        [
            "operating",
            "three_public",
            "overseas",
            "vehicles",
            "vehicle_purchase",
            "vehicle_running",
            "hospitality",
        ],
    )
    @pytest.mark.parametrize(
        ("amounts", "expected"),
        [
            ({"executed": "10万元", "adjusted": "10万元"}, False),
            ({"executed": "10.01万元", "adjusted": "10万元"}, True),
            ({"executed": "10.01万元", "adjusted": "11万元", "original": "9万元"}, False),
            ({"executed": "10.01万元", "adjusted": "10万元", "original": "11万元"}, True),
            ({"executed": "10.01万元", "original": "10万元"}, True),
            ({"executed": "10万元", "original": "10万元"}, False),
            ({"executed": "10.01万元"}, False),
            ({"original": "10万元"}, False),
        ],
    )
    def test_by_its_own_budget(self, name, amounts, expected):
        path = f"$.budget.{name}.executed"
        codes = [("category-over-budget", "warning", path)] if expected else []
        assert briefly(**{name: gp.BudgetLine(**amounts)}) == codes

    @pytest.mark.parametrize("name", ["basic", "personnel", "project", "key_projects", "procurement"])
    def test_other_lines_are_not_held_to_it(self, name):
        assert briefly(**{name: line("11万元", adjusted="10万元")}) == []

    def test_all_lines_in_one(self):
        (one,) = found(
            operating=line("201.30万元", adjusted="200.00万元"), hospitality=line("3万元", original="2万元")
        )
        assert one.explain() == (
            "支出超过该项预算：公用经费支出 201.30万元，预算 200.00万元；公务接待费支出 3万元，预算 2万元"
        )
        assert set(figures(one)) == {
            "$.budget.operating.executed",
            "$.budget.operating.adjusted",
            "$.budget.hospitality.executed",
            "$.budget.hospitality.original",
        }

    @pytest.mark.parametrize(
        ("executed", "rows", "codes"),
        [
            ("100万元", ("60万元", "40万元"), []),
            ("100万元", ("70万元", "30万元"), ["category-over-budget"]),
            ("110万元", ("70万元", "40万元"), ["over-budget"]),
        ],
    )
    def test_rows_by_source(self, executed, rows, codes):
        """One row more than its budget and another less; not where all of them are."""
        plans = {"财政拨款": "60万元", "": "40万元"}
        sources = [
            gp.BudgetLine(name, adjusted=plan, executed=spent)
            for (name, plan), spent in zip(plans.items(), rows, strict=True)
        ]
        ones = found(adjusted="100万元", executed=executed, sources=sources)
        assert [one.code.removeprefix("finding.") for one in ones] == codes
        said = [one.explain() for one in ones if one.code == "finding.category-over-budget"]
        assert said == ["支出超过该项预算：财政拨款支出 70万元，预算 60万元"] * len(said)


class TestProgress:
    @pytest.mark.parametrize(
        ("months", "executed", "paths"),
        [
            ({6: "50.00", 7: "50.00"}, None, []),
            ({6: "50.00", 7: "49.99"}, None, []),
            ({6: "50.00", 7: "49.98"}, None, ["$.budget.progress[1].executed"]),
            ({6: "50.00", 7: "60.00"}, "60.00", []),
            ({6: "50.00", 7: "60.00"}, "59.00", ["$.budget.executed"]),
            ({6: "50.00", 7: "40.00", 8: "30.00"}, "60.00", ["$.budget.progress[1].executed"]),
            ({6: "50.00", 12: "60.00"}, "60.00", []),
            ({}, "60.00", []),
        ],
    )  # fmt: skip
    def test_falls(self, months, executed, paths):
        progress = {month: f"{amount}万元" for month, amount in months.items()}
        ones = found(progress=progress, executed=executed and f"{executed}万元")
        assert [(one.code, one.severity.value, one.path) for one in ones] == [
            ("finding.progress-falls", "warning", path) for path in paths
        ]

    def test_every_fall_is_named(self):
        (one,) = found(progress={6: "50万元", 7: "40万元", 8: "45万元", 9: "30万元"}, executed="60万元")
        assert one.explain() == "截至6月累计支出 50万元，而截至7月的累计执行数 40万元，反而减少"
        assert set(figures(one)) == {f"$.budget.progress[{i}].executed" for i in range(4)}

    def test_the_year_follows_the_last_month(self):
        (one,) = found(progress={10: "50万元"}, executed="40万元")
        assert one.explain("en") == (
            "to the end of month 10 50万元 was spent, and less after it: expenditure of the year 40万元"
        )

    @pytest.mark.parametrize(
        ("december", "executed", "expected"),
        [
            ("60.00万元", "60.00万元", False),
            ("60.00万元", "60.01万元", False),
            ("60.00万元", "60.02万元", True),
            ("60.00万元", "59.98万元", True),
            ("60.00万元", "600,000.00元", False),
            ("60.00万元", None, False),
        ],
    )
    def test_december_is_the_year(self, december, executed, expected):
        ones = found(progress={11: "50.00万元", 12: december}, executed=executed)
        path = "$.budget.progress[1].executed"
        assert [(one.code, one.severity.value) for one in ones] == [
            ("finding.progress-december", "warning")
        ] * expected
        assert [figures(one) for one in ones] == [{path: december, "$.budget.executed": executed}] * expected


class TestNegativeAmount:
    @pytest.mark.parametrize(
        ("budget", "expected"),
        [
            ({"adjusted": "-5万元"}, [("warning", "$.budget.adjusted")]),
            ({"income": "-5万元"}, [("warning", "$.budget.income")]),
            ({"operating": line("-5万元")}, [("warning", "$.budget.operating.executed")]),
            ({"adjusted": "0万元"}, []),
            ({"adjustments": ["-5万元"]}, []),
            ({"carried_in": "-5万元"}, [("hint", "$.budget.carried_in")]),
            ({"carried_out": "-5万元", "income": "-1万元"}, [("warning", "$.budget.income")]),
        ],
    )
    def test_by_the_figure(self, budget, expected):
        assert briefly(**budget) == [("negative-amount", severity, path) for severity, path in expected]

    def test_all_in_one(self):
        (one,) = found(
            project=line("-1万元", original="-2万元"),
            sources=[gp.BudgetLine("拨款", adjusted="-3万元"), gp.BudgetLine(adjusted="-4万元")],
            income_sources={"其他收入": "-5万元"},
            others=[line("-7万元")],
            progress={3: "-6万元"},
        )
        assert one.explain() == (
            "金额为负：拨款全年预算数 -3万元；资金来源全年预算数 -4万元；其他收入 -5万元；"
            "项目支出年初预算数 -2万元；项目支出 -1万元 …"
        )
        assert one.explain("en").startswith("below zero: 拨款 (adjusted budget) -3万元; ")
        assert len(figures(one)) == 7

    def test_a_month(self):
        (one,) = found(progress={3: "-6万元"})
        assert one.explain() == "金额为负：截至3月的累计执行数 -6万元"


def test_a_sane_budget_has_no_finding():
    assert found(
        original="120.00万元",
        adjusted="100.00万元",
        executed="95.00万元",
        adjustments=["-20.00万元"],
        reported_execution_rate="95%",
        progress={6: "50.00万元", 12: "95.00万元"},
    ) == ()  # fmt: skip
