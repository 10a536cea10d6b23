"""Sums that a review finds wrong, what it never finds, and with which figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.reviewing import CHECKS, review


def form(breakdowns=(), **budget):
    return gp.Evaluation("某局", 2021, budget=gp.Budget(2021, **budget), breakdowns=breakdowns)


def found(evaluation, *codes):
    checks = CHECKS.only(*(f"finding.{code}" for code in codes)) if codes else CHECKS.only("identities")
    return review(evaluation, checks=checks).found


def briefly(evaluation, *codes):
    return [
        (one.code.removeprefix("finding."), one.severity.value, one.path) for one in found(evaluation, *codes)
    ]


def figures(one):
    return {figure.path: figure.value for figure in one.figures}


def rows(**columns):
    """Rows by source of funds: name → amount or None, in each column."""
    names = dict.fromkeys(name for row in columns.values() for name in row)
    return [
        gp.BudgetLine(name, **{stage: f"{row[name]}万元" for stage, row in columns.items() if row.get(name)})
        for name in names
    ]


class TestBrokenSum:
    @pytest.mark.parametrize(
        ("executed", "codes"),
        [
            ("3.00", []),
            ("3.01", ["rounding-sum"]),
            ("3.02", ["broken-sum"]),
            ("2.99", ["rounding-sum"]),
            ("2.98", ["broken-sum"]),
        ],
    )
    def test_by_the_tolerance(self, executed, codes):
        table = form(executed=f"{executed}万元", basic="1.00万元", project="2.00万元")
        assert [code for code, *_ in briefly(table)] == codes

    def test_every_figure_is_named(self):
        adjustments = [gp.Adjustment("-20万元", reason="压减"), gp.Adjustment("5万元")]
        (one,) = found(form(original="100万元", adjusted="90万元", adjustments=adjustments))
        assert (one.severity, one.path) == (gp.Severity.ERROR, "$.budget.adjusted")
        assert figures(one) == {
            "$.budget.adjusted": "90万元",
            "$.budget.original": "100万元",
            "$.budget.adjustments[0].amount": "-20万元",
            "$.budget.adjustments[1].amount": "5万元",
        }
        assert one.explain() == (
            "勾稽不符：全年预算数 90万元 ≠ 年初预算数 100万元 - 压减 20万元 + 5万元 = 85万元，相差 5万元"
        )
        assert one.family == "identities"
        assert one.clause.provenance.value == "in use"
        assert "add the part that is missing" in one.settle("en")

    def test_income_and_breakdowns(self):
        breakdown = gp.Breakdown("信息", total="7条", parts={"甲": "1条", "乙": "5条"})
        income = {"拨款": "5万元", "其他": "2万元"}
        income_finding, other = found(form([breakdown], income="10万元", income_sources=income))
        assert set(figures(income_finding)) == {
            "$.budget.income",
            "$.budget.income_sources[0].amount",
            "$.budget.income_sources[1].amount",
        }
        assert set(figures(other)) == {
            "$.breakdowns[0].total",
            "$.breakdowns[0].parts[0].amount",
            "$.breakdowns[0].parts[1].amount",
        }
        assert other.path == "$.breakdowns[0].total"

    def test_other_categories_have_their_path(self):
        others = [gp.BudgetLine("经营支出", executed="3万元")]
        (one,) = found(form(executed="9万元", basic="1万元", project="2万元", others=others))
        assert figures(one)["$.budget.others[0].executed"] == "3万元"


class TestRowsBySource:
    def test_a_part_is_no_rounding_and_explains_nothing(self):
        """526 of which 126: nor is it a figure that another sum may be mended by."""
        part = rows(adjusted={"其中：财政拨款": "126"}, executed={"其中：财政拨款": "124.99"})
        assert briefly(form(adjusted="526万元", executed="125万元", sources=part)) == []

    @pytest.mark.parametrize(
        ("name", "code", "severities"),
        [("财政拨款", "broken-sum", ["error", "warning"]), ("其中：财政拨款", "part-over-whole", ["error"])],
    )
    def test_all_columns_are_one_finding(self, name, code, severities):
        columns = {stage: {name: "80"} for stage in ("original", "adjusted", "executed")}
        totals = [dict.fromkeys(columns, "70万元"), dict.fromkeys(columns, "90万元")]
        listed = [found(form(**total, sources=rows(**columns)), code) for total in totals]
        assert [one.severity.value for several in listed for one in several] == severities
        one = listed[0][0]
        assert len(one.figures) == 6
        assert one.explain().count("；") == 2

    def test_one_column_above_the_total_makes_it_an_error(self):
        given = rows(adjusted={"财政拨款": "80"}, executed={"财政拨款": "80"})
        (one,) = found(form(adjusted="90万元", executed="70万元", sources=given), "broken-sum")
        assert one.severity is gp.Severity.ERROR

    @pytest.mark.parametrize(
        ("total", "given", "expected"),
        [
            ("100", {"当年财政拨款": "80", "上年结转资金": "20"}, []),
            ("100", {"当年财政拨款": "80", "上年结转资金": "30"}, ["error"]),
            ("100", {"当年财政拨款": "80", "上年结转资金": "10"}, ["warning"]),
            ("100", {"其中：财政拨款": "80"}, []),
            ("100", {"其中：财政拨款": "99.99"}, []),
            ("100", {"其中：财政拨款": "100"}, []),
            ("100", {"其中：财政拨款": "120"}, ["error"]),
            ("100", {"其中：财政拨款": "60", "上级补助": "20"}, []),
            ("100", {"其中：财政拨款": "80", "上级补助": "30"}, ["error"]),
            ("100", {"其中：财政拨款": "80", "其他资金": "10"}, ["error"]),
            ("100", {"财政拨款": "80"}, ["warning"]),
            ("100", {"当年财政拨款": "80", "其他资金": "10"}, ["error"]),
            ("100", {"当年财政拨款": "80", "其它": "10"}, ["error"]),
            ("100", {"当年财政拨款": "120", "其他资金": "10"}, ["error"]),
        ],
    )
    def test_less_than_the_total_may_be_incomplete(self, total, given, expected):
        table = form(adjusted=f"{total}万元", sources=rows(adjusted=given))
        assert [one.severity.value for one in found(table, "broken-sum", "part-over-whole")] == expected

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ({"财政拨款": "100", "上级补助": "70", "本级安排": "30"}, []),
            ({"财政拨款": "100", "上级补助": "70", "本级安排": "20"}, ["broken-sum"]),
            ({"财政拨款": "90", "上级补助": "70", "本级安排": "40"}, ["broken-sum"]),
            ({"财政拨款": "80", "其中：上级补助": "50", "其他资金": "20"}, []),
            ({"其中：财政拨款": "80", "上级补助": "50"}, ["part-over-whole"]),
            ({"财政拨款": "100", "其中：上级补助": "70", "其他资金": None}, []),
            ({"财政拨款": "100", "上级补助": "100", "其他资金": None}, []),
            ({"财政拨款": "100", "上级补助": "70", "其他资金": None}, ["part-over-whole"]),
        ],
    )
    def test_rows_that_are_part_of_another_row(self, given, expected):
        table = form(adjusted="100万元", sources=rows(adjusted=given))
        assert [code for code, *_ in briefly(table)] == expected

    def test_a_published_row_above_its_total(self):
        """203 and 7 are budgeted, 210 in all; of what was spent the total leaves out the second row."""
        given = rows(adjusted={"一": "203", "二": "7"}, executed={"一": "197.33", "二": "5.638"})
        table = form(adjusted="210万元", executed="197.33万元", sources=given)
        (one,) = found(table)
        assert (one.code, one.severity.value, one.path) == (
            "finding.broken-sum",
            "error",
            "$.budget.executed",
        )
        assert figures(one)["$.budget.sources[1].executed"] == "5.638万元"

    @pytest.mark.parametrize(
        ("blank", "expected"), [("100", []), ("99", []), ("100.4", []), ("103", ["part-over-whole"])]
    )
    def test_blank_cells(self, blank, expected):
        """Rows that are blank are no zeros: those that are given are only never above the total."""
        table = form(
            adjusted="100万元", sources=rows(adjusted={"财政拨款": blank, "上年结转": None, "其他资金": None})
        )
        assert [code for code, *_ in briefly(table)] == expected


class TestTotalRow:
    def test_zeros_above_money(self):
        """As published: 0, 0, 0 above a row of 90, 89.974 and 89.974."""
        given = rows(original={"拨款": "90"}, adjusted={"拨款": "89.974"}, executed={"拨款": "89.974"})
        table = form(original="0万元", adjusted="0万元", executed="0万元", sources=given)
        (one,) = found(table)
        assert (one.code, one.severity.value) == ("finding.total-row-empty", "error")
        assert one.path == "$.budget.original"
        assert len(figures(one)) == 6
        assert one.explain() == (
            "资金总额为 0，而其下各项合计：年初预算数 90万元；全年预算数 89.974万元；本年支出 89.974万元"
        )
        assert one.explain("en").endswith(
            "original budget 90万元; adjusted budget 89.974万元; expenditure 89.974万元"
        )

    def test_blank_rows_beside_the_money(self):
        table = form(adjusted="0万元", sources=rows(adjusted={"财政拨款": "9", "其他资金": None}))
        assert briefly(table) == [("total-row-empty", "error", "$.budget.adjusted")]

    @pytest.mark.parametrize("row", [{"拨款": "0"}, {"拨款": "5", "其他": "-5"}, {"拨款": "0.004"}])
    def test_nothing_in_the_rows(self, row):
        table = form(adjusted="0.00万元", sources=rows(adjusted=row))
        assert briefly(table, "total-row-empty", "broken-sum") == []

    def test_a_total_that_is_left_out(self):
        given = rows(adjusted={"拨款": "9", "其他": "1"}, executed={"拨款": "8"})
        (one,) = found(form(original="10万元", sources=given))
        assert (one.code, one.severity.value, one.path) == (
            "finding.total-row-missing",
            "hint",
            "$.budget.adjusted",
        )
        assert one.explain() == "没有填写资金总额，其下各项合计：全年预算数 10万元；本年支出 8万元"
        assert set(figures(one)) == {
            "$.budget.sources[0].adjusted",
            "$.budget.sources[1].adjusted",
            "$.budget.sources[0].executed",
        }

    @pytest.mark.parametrize("amount", ["0", "-1"])
    def test_no_money_needs_no_total(self, amount):
        assert briefly(form(sources=rows(adjusted={"拨款": amount})), "total-row-missing") == []

    def test_rows_too_large_to_add(self):
        given = [gp.BudgetLine("一", adjusted="9" * 34 + "元"), gp.BudgetLine("二", adjusted="9" * 34 + "元")]
        assert briefly(form(sources=given)) == []


class TestPartOverWhole:
    @pytest.mark.parametrize(
        ("fields", "paths"),
        [
            ({"executed": "10.00万元", "project": "10.00万元"}, []),
            ({"executed": "10.00万元", "project": "10.01万元"}, []),
            ({"executed": "10.00万元", "project": "10.02万元"}, ["$.budget.executed"]),
            ({"executed": "10.00万元", "project": "3.00万元"}, []),
            ({"executed": "10.00万元", "three_public": "12.00万元"}, ["$.budget.executed"]),
            ({"basic": "5.00万元", "operating": "6.00万元"}, ["$.budget.basic.executed"]),
            ({"project": "5.00万元", "key_projects": "6.00万元"}, ["$.budget.project.executed"]),
            ({"three_public": "5.00万元", "overseas": "3.00万元", "hospitality": "3.00万元"},
             ["$.budget.three_public.executed"]),
            ({"three_public": "5.00万元", "overseas": "6.00万元", "hospitality": "-0.50万元"}, []),
            ({"carried_out": "5.00万元", "income": "3.00万元"}, []),
        ],
    )  # fmt: skip
    def test_by_the_parts_that_are_given(self, fields, paths):
        assert [one.path for one in found(form(**fields), "part-over-whole")] == paths

    def test_says_the_parts(self):
        (one,) = found(form(three_public="5.00万元", overseas="3.00万元", hospitality="3.00万元"))
        assert one.severity is gp.Severity.ERROR
        assert one.explain() == (
            "三公经费 5.00万元 小于其中的分项：因公出国（境）费 3.00万元 + 公务接待费 3.00万元"
        )
        assert set(figures(one)) == {
            "$.budget.three_public.executed",
            "$.budget.overseas.executed",
            "$.budget.hospitality.executed",
        }


class TestRoundingSum:
    def test_all_in_one(self):
        breakdowns = [gp.Breakdown(f"第{i}项", total="1.01万元", parts={"甲": "1.00万元"}) for i in range(7)]
        (one,) = found(form(breakdowns))
        assert (one.code, one.severity.value, one.path) == (
            "finding.rounding-sum",
            "hint",
            "$.breakdowns[0].total",
        )
        assert len(figures(one)) == 14
        assert one.explain().count("相差") == 5
        assert one.explain().endswith("之内 …")


FUNDS = {
    "income": "10万元",
    "carried_in": "0万元",
    "carried_out": "5万元",
    "basic": "4万元",
    "project": "1万元",
}


class TestSuspectFigure:
    def test_names_every_figure(self):
        *_, one = sorted(found(form(executed="9万元", **FUNDS)), key=lambda item: item.code)
        assert (one.code, one.path) == ("finding.suspect-figure", "$.budget.executed")
        assert one.settle() == "与账务数据核对该数是否应为 5万元"
        assert set(figures(one)) == {
            f"$.budget.{name}"
            for name in (
                "executed",
                "basic.executed",
                "project.executed",
                "carried_out",
                "carried_in",
                "income",
            )
        }

    def test_two_columns_with_a_fault_each(self):
        """A fault in the original budget does not hide the one in the expenditure."""
        lines = {
            "basic": gp.BudgetLine(original="40万元", executed="4万元"),
            "personnel": gp.BudgetLine(original="1万元", executed="3万元"),
            "operating": gp.BudgetLine(original="2万元", executed="1万元"),
            "project": gp.BudgetLine(original="5万元", executed="1万元"),
        }
        fields = {**FUNDS, **lines, "original": "8万元", "executed": "9万元"}
        paths = [one.path for one in found(form(**fields), "suspect-figure")]
        assert paths == ["$.budget.executed", "$.budget.basic.original"]


class TestPartsUnits:
    @pytest.mark.parametrize(
        ("total", "parts", "expected"),
        [
            ("8人", ["5人", "3人次"], ["hint"]),
            ("9人", ["5人", "3人次"], ["warning"]),
            ("9人", ["5人", "4名"], []),
            ("12万家次", ["120,000家次"], []),
            ("100%", ["0.5"], ["warning"]),
        ],
    )
    def test_by_what_is_counted(self, total, parts, expected):
        breakdown = gp.Breakdown(
            "参训", total=total, parts={f"第{i}项": part for i, part in enumerate(parts)}
        )
        assert [one.severity.value for one in found(form([breakdown]))] == expected

    def test_all_odd_parts_in_one(self):
        breakdown = gp.Breakdown("参训", total="8人", parts={"甲": "5人", "乙": "3人次", "丙": "2家"})
        (one,) = found(form([breakdown]))
        assert one.path == "$.breakdowns[0].parts[1].amount"
        assert one.explain() == "参训 8人：以下分项的计量单位与合计不同：乙 3人次；丙 2家"
        assert set(figures(one)) == {
            "$.breakdowns[0].total",
            "$.breakdowns[0].parts[1].amount",
            "$.breakdowns[0].parts[2].amount",
        }


def test_nothing_to_check():
    assert found(gp.Evaluation("某局", 2021)) == ()
    assert found(form()) == ()


cents = st.integers(1, 10**8)
FIGURES = ("executed", "basic.executed", "project.executed", "personnel.executed", "operating.executed")


@given(cents, cents, cents, st.sampled_from(FIGURES), st.integers(10, 10**6))
def test_a_changed_figure_is_named(personnel, operating, project, changed, off):
    """A budget that adds up has no finding; with one figure changed, a finding names it."""
    basic = personnel + operating
    amounts = dict(zip(FIGURES, (basic + project, basic, project, personnel, operating), strict=True))

    def table():
        named = {path.partition(".")[0]: gp.Quantity(cent, "元") / 100 for path, cent in amounts.items()}
        return form(**named)

    assert found(table()) == ()
    amounts[changed] += off * 100
    named = {figure.path for one in found(table()) for figure in one.figures}
    assert f"$.budget.{changed}" in named
