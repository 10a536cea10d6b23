"""A form beside the same form of the year before."""

import attrs
import pytest
from hypothesis import given

import govperf as gp
from govperf.reviewing import CHECKS, review
from govperf.testing import evaluations

CONSISTENCY = CHECKS.only("consistency")


def form(*indicators, year=2023, goals=(), budget=None, **fields):
    goals = goals or ([gp.Goal("目标", indicators=indicators)] if indicators else ())
    made = None if budget is None else gp.Budget(year, **budget)
    return gp.Evaluation("某局", year, budget=made, goals=goals, **fields)


def findings(table, code, previous=None):
    return list(review(table, checks=CONSISTENCY.only(f"finding.{code}"), previous=previous))


def codes(table, previous=None):
    return [
        finding.code.removeprefix("finding.")
        for finding in review(table, checks=CONSISTENCY, previous=previous)
    ]


def figures(finding):
    return {figure.path: figure.value for figure in finding.figures}


def past(*indicators, **fields):
    return form(*indicators, year=fields.pop("year", 2022), **fields)


class TestYearBefore:
    @pytest.mark.parametrize(("year", "found"), [(2022, []), (2021, ["year-order"]), (2023, ["year-order"])])
    def test_nothing_is_compared_with_another_year(self, year, found):
        row = gp.Indicator("培训", target="≥50人", actual="52人")
        before = past(row, year=year, budget={"executed": "5万元", "carried_out": "1万元"})
        assert codes(form(row, budget={"executed": "5万元", "carried_in": "1万元"}), before) == found
        (said,) = findings(form(row), "year-order", past(year=2021))
        assert said.explain("en").startswith("the form of 2021 is not that of the year before 2023")

    @pytest.mark.parametrize(
        ("fields", "path", "names"),
        [
            ({"project": "修路"}, "$.project", ("培训", "修路")),
            ({"project": ""}, "$.project", ("培训", "—")),
            ({"department": gp.Department("另一局")}, "$.department.name", ("某局", "另一局")),
            ({"department": gp.Department("另一局"), "year": 2020}, "$.department.name", ("某局", "另一局")),
        ],
    )
    def test_nothing_is_compared_with_another_form(self, fields, path, names):
        row = gp.Indicator("培训", target="≥50人", actual="52人")
        table = form(row, budget={"executed": "5万元", "carried_in": "1万元"}, project="培训")
        before = past(row, budget={"executed": "50万元", "carried_out": "9万元"}, project="培训")
        assert "carried-over" in codes(table, before)
        other = attrs.evolve(before, **fields)
        assert codes(table, other) == ["previous-other"]
        (found,) = findings(table, "previous-other", other)
        assert (found.severity.value, found.path) == ("warning", path)
        assert found.explain() == f"用于对比的是“{names[1]}”的表，不是“{names[0]}”的表，未作对比"
        assert list(figures(found)) == [path]

    @pytest.mark.parametrize("name", ["2022年培训项目", "培训 项目", "2022 年度培训项目"])
    def test_spaces_and_years_make_no_other_form(self, name):
        assert codes(form(project="2023年培训项目"), past(project=name)) == []

    def test_nothing_is_compared_with_nothing(self):
        assert codes(form(gp.Indicator("培训", target="≥50人", actual="52人")), None) == []

    @pytest.mark.parametrize(
        ("then", "now", "change"),
        [
            ("100人", "150人", None),
            ("100人", "151人", "+51.00%"),
            ("100人", "50人", None),
            ("100人", "49人", "-51.00%"),
            ("1万人", "5,000人", None),
            ("1万人", "4,999人", "-50.01%"),
            ("0人", "5人", "from zero, which has no rate"),
            ("0人", "0人", None),
            ("-5%", "40%", None),
            ("100人", "900人次", None),
            ("100人", "200-300人", None),
            ("很多", "900人", None),
        ],
    )
    def test_jumps(self, then, now, change):
        found = findings(
            form(gp.Indicator("培训", actual=now)), "year-jump", past(gp.Indicator("培训", actual=then))
        )
        assert [one.explain("en") for one in found] == (
            []
            if change is None
            else [f"培训: {now} after {then.replace('1万', '1万')} in the year before ({change})"]
        )

    def test_a_jump_that_was_planned(self):
        before = past(gp.Indicator("培训", target="≥100人", actual="100人"))
        for target, found in (("≥200人", 0), ("≥150人", 1), (None, 1)):
            table = form(gp.Indicator("培训", target=target, actual="200人"))
            assert len(findings(table, "year-jump", before)) == found

    def test_names_with_the_year_are_the_same(self):
        before = past(gp.Indicator("2022年度培训 人数", actual="100人"))
        (found,) = findings(form(gp.Indicator("2023年度培训人数", actual="300人")), "year-jump", before)
        assert (found.severity.value, figures(found)) == (
            "hint",
            {"$.goals[0].indicators[0].actual": "300人"},
        )

    @pytest.mark.parametrize(
        ("now", "then"),
        [
            ([("培训", ())], [("培训", ()), ("培训", ())]),
            ([("培训", ()), ("培训", ())], [("培训", ())]),
            ([("培训", ("产出",))], [("培训", ("效益",))]),
            ([("培训", ())], [("宣传", ())]),
        ],
    )
    def test_rows_without_one_counterpart(self, now, then):
        table = form(*(gp.Indicator(name, category=category, actual="300人") for name, category in now))
        before = past(*(gp.Indicator(name, category=category, actual="100人") for name, category in then))
        assert findings(table, "year-jump", before) == []

    def test_rows_that_do_not_apply(self):
        row = gp.Indicator("培训", actual="300人")
        idle = attrs.evolve(row, actual="100人", not_applicable="已取消")
        assert (
            findings(form(row), "year-jump", past(idle)) == findings(form(idle), "year-jump", past(row)) == []
        )

    def test_jumps_of_the_budget_are_one_finding(self):
        now = {"adjusted": "300万元", "executed": "290万元", "basic": "100万元", "carried_in": "9万元"}
        then = {"adjusted": "100万元", "executed": "90万元", "basic": "90万元", "carried_in": "1万元"}
        (found,) = findings(form(budget=now), "budget-jump", past(budget=then))
        assert (
            found.explain()
            == "预算比上年变化较大：全年预算数、本年支出；其中第一项本年300万元，上年100万元（+200.00%）"
        )
        assert figures(found) == {"$.budget.adjusted": "300万元", "$.budget.executed": "290万元"}
        assert findings(form(budget=then), "budget-jump", past(budget=then)) == []

    def test_sources_are_not_compared_by_their_place(self):
        now, then = (
            {"sources": [gp.BudgetLine("财政拨款", executed=spent)]} for spent in ("300万元", "100万元")
        )
        assert findings(form(budget=now), "budget-jump", past(budget=then)) == []

    @pytest.mark.parametrize("code", ["budget-jump", "carried-over"])
    def test_no_budget_of_one_year(self, code):
        budget = {"executed": "300万元", "carried_in": "1万元", "carried_out": "1万元"}
        assert findings(form(budget=budget), code, past()) == []
        assert findings(form(), code, past(budget=budget)) == []

    @pytest.mark.parametrize(
        ("left", "begun", "found"),
        [
            ("0.88万元", "0.88万元", 0),
            ("8,800元", "0.88万元", 0),
            ("0.88万元", "0.89万元", 1),
            ("0.88万元", "0.9万元", 0),
            ("0.88万元", "0.8万元", 1),
            ("0.88万元", "0.90万元", 1),
            ("0.88万元", None, 0),
            (None, "0.88万元", 0),
            ("0.88万美元", "0.98万元", 0),
        ],
    )
    def test_what_was_carried_over(self, left, begun, found):
        table, before = form(budget={"carried_in": begun}), past(budget={"carried_out": left})
        said = findings(table, "carried-over", before)
        assert [figures(one) for one in said] == [{"$.budget.carried_in": begun}] * found

    def test_what_was_carried_over_says_both(self):
        table, before = form(budget={"carried_in": "2万元"}), past(budget={"carried_out": "1万元"})
        (found,) = findings(table, "carried-over", before)
        assert found.explain() == "年初结转结余为2万元，上年年末为1万元"

    @pytest.mark.parametrize(
        ("then", "target", "found"),
        [
            ("540条", "≥60条", 1),
            ("100条", "≥49条", 1),
            ("100条", "≥50条", 0),
            ("100条", ">49条", 1),
            ("100条", "50条", 0),
            ("100条", "=40条", 0),
            ("10天", "≤15天", 0),
            ("10天", "≤16天", 1),
            ("10天", "<16天", 1),
            ("10万元", "≤16万元", 0),
            ("10万元", "≥4万元", 1),
            ("0条", "≥60条", 0),
            ("540条", "≥60次", 0),
            ("很多", "≥60条", 0),
            ("540条", "明显提升", 0),
            ("540条", None, 0),
        ],
    )
    def test_lowered_targets(self, then, target, found):
        table = form(gp.Indicator("信息", target=target))
        said = findings(table, "target-lowered", past(gp.Indicator("信息", actual=then)))
        assert [(one.path, one.severity.value) for one in said] == [
            ("$.goals[0].indicators[0].target", "hint")
        ] * found

    def copied(self, *pairs):
        now = [gp.Indicator(f"指标{i}", target="≥50人", actual=actual) for i, (actual, _) in enumerate(pairs)]
        then = [
            gp.Indicator(f"指标{i}", target="≥50人", actual=actual) for i, (_, actual) in enumerate(pairs)
        ]
        return findings(form(*now), "copied", past(*then))

    def test_copied_figures(self):
        (found,) = self.copied(("51人", "51人"), ("52人", "52人"), ("53人", "53人"), ("很好", "很好"))
        assert found.explain() == "3项实测数字与上年完全相同：指标0、指标1、指标2"
        assert (found.severity.value, len(found.figures)) == ("hint", 3)

    @pytest.mark.parametrize(
        "last", [("54人", "53人"), ("100%", "100%"), ("50人", "50人"), ("0人", "0人"), ("好", "53人")]
    )
    def test_figures_that_may_return(self, last):
        assert self.copied(("51人", "51人"), ("52人", "52人"), last) == []


@given(evaluations(), evaluations())
def test_no_form_is_too_odd(table, before):
    """Nothing is raised, every figure has a place, and nothing is found twice."""
    found = review(
        attrs.evolve(table, year=2023), checks=CONSISTENCY, previous=attrs.evolve(before, year=2022)
    )
    assert all(
        finding.path.startswith("$") and finding.explain("en") and finding.explain() for finding in found
    )
    assert len({(finding.code, finding.path, finding.details) for finding in found}) == len(found)


@given(evaluations())
def test_a_form_beside_itself(table):
    """Nothing jumps where nothing changes, and no target is lowered by what was set once already."""
    found = codes(attrs.evolve(table, year=2023), attrs.evolve(table, year=2022))
    assert not {"year-order", "year-jump", "budget-jump"} & set(found)
