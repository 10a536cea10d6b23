"""Printed completion rates, totals, scores of groups and grades beside what they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.model import Correction, Subtotal
from govperf.reviewing import CHECKS


def row(printed=None, weight=50, target="10次", actual="10次", **more):
    name = more.pop("name", "培训场次")
    return gp.Indicator(name, target=target, actual=actual, weight=weight, reported_points=printed, **more)


def table(*rows, total=None, budget=None, **more):
    goals = [gp.Goal("目标", indicators=rows)] if rows else []
    return gp.Evaluation("某局", 2023, goals=goals, budget=budget, reported_total=total, **more)


def found(form, code):
    checks = [one for one in CHECKS.only("scores") if one.code == f"finding.{code}"]
    assert len(checks) == 1
    return gp.review(form, checks=checks)


def severities(form, code):
    return [one.severity.value for one in found(form, code)]


def rated(target, actual, rate, **more):
    return severities(table(row(None, 10, target, actual, reported_rate=rate, **more)), "indicator-rate")


class TestIndicatorRate:
    @pytest.mark.parametrize(
        ("rate", "severity"),
        [
            ("94.23%", []),
            ("94.2%", []),
            ("94%", []),
            ("94.230769%", []),
            ("94.24%", ["hint"]),
            ("94.25%", ["error"]),
            ("95%", ["hint"]),
            ("100%", ["error"]),
            ("0%", ["error"]),
        ],
    )
    def test_49_of_52(self, rate, severity):
        assert rated("52次", "49次", rate) == severity

    def test_says_both(self):
        form = table(row(None, 10, "52次", "49次", reported_rate="100%"))
        (one,) = found(form, "indicator-rate")
        path = "$.goals[0].indicators[0]"
        assert one.path == f"{path}.reported_rate"
        assert {figure.path for figure in one.figures} == {
            f"{path}.{field}" for field in ("reported_rate", "target", "actual")
        }
        assert one.explain("en").endswith("培训场次 100%, computed 94.23%")
        (one,) = found(table(row(None, 10, "52次", "49次", reported_rate="94.230%")), "indicator-rate")
        assert one.explain("en").endswith("培训场次 94.230%, computed 94.231%")

    def test_names_sign_and_unit_of_their_columns(self):
        target = gp.Target("52", sign="≥", unit="次")
        (one,) = found(table(row(None, 10, target, "49", reported_rate="70%")), "indicator-rate")
        assert [figure.value for figure in one.figures] == ["70%", "≥52次", "49"]

    @pytest.mark.parametrize(
        ("rate", "count"), [("100%", 0), ("143%", 0), ("142.86%", 0), ("120%", 1), ("99%", 1)]
    )
    def test_above_the_target(self, rate, count):
        assert len(rated("≥28次", "40次", rate)) == count

    @pytest.mark.parametrize(
        ("target", "actual", "rate"),
        [
            ("≤10万元", "8万元", "80%"),
            ("≤10万元", "8万元", "125%"),
            ("≤10万元", "8万元", "120%"),
            ("≤10万元", "8万元", "100%"),
            ("≤8万元", "10万元", "80%"),
            ("≤8万元", "10万元", "125%"),
            ("≤8万元", "10万元", "75%"),
            ("≤30天", "25天", "116.67%"),
            ("≤100万元", "96.5万元", "103.5%"),
            ("≤4天", "9天", "0%"),
        ],
    )
    def test_where_less_is_better_three_ways_are_right(self, target, actual, rate):
        assert rated(target, actual, rate) == []

    def test_all_of_it_needs_a_target_that_is_met(self):
        assert rated("≤5次", "8次", "100%") == ["error"]
        assert rated("≤5次", "5次", "100%") == []
        assert rated("5万元", "8万元", "100%", name="项目总成本", category=("产出", "成本")) == []

    def test_of_a_direction_that_is_a_guess_all_quotients_are_right(self):
        for rate, severity in (("100%", []), ("125%", []), ("80%", []), ("90%", ["error"])):
            form = table(row(10, 10, "10次", "8次", reported_rate=rate))
            assert severities(form, "indicator-rate") == severity

    @pytest.mark.parametrize(
        ("target", "actual", "rate", "severity"),
        [
            ("≥10次", "13次", "120%", ["hint"]),
            ("≥10次", "13次", "100%", []),
            ("≥10次", "13次", "99%", ["error"]),
            ("≥10次", "9次", "120%", ["error"]),
            ("≤10次", "9次", "200%", ["hint"]),
        ],
    )
    def test_all_of_it_or_more_of_a_met_target_is_no_error(self, target, actual, rate, severity):
        assert rated(target, actual, rate) == severity

    def test_where_less_is_better_other_rates_are_not(self):
        assert rated("≤10万元", "8万元", "90%") == ["error"]
        assert rated("≤10万元", "0万元", "0%") == []
        assert rated("≤10万元", "0万元", "100%") == []
        assert rated("≤10万元", "0万元", "50%") == ["error"]

    @pytest.mark.parametrize(
        ("target", "actual"),
        [("≤0起", "0起"), ("=0起", "0起"), ("2023年12月前", "2023年11月"), ("显著", "显著"), ("10次", None)],
    )
    def test_what_has_no_quotient(self, target, actual):
        assert rated(target, actual, "7%") == []

    def test_a_percentage_may_be_repeated(self):
        assert rated("≥95%", "75%", "75%") == ["hint"]
        assert rated("≥95%", "75%", "70%") == ["error"]

    def test_what_is_assumed_is_no_arithmetic(self):
        assert rated("≥20个", "10", "60%") == ["warning"]
        assert rated("≥20个", "约10个", "60%") == ["warning"]

    def test_what_does_not_apply(self):
        assert rated("10次", "9次", "10%", not_applicable="不涉及") == []

    def test_many_are_one_finding(self):
        rows = [row(None, 10, "52次", "49次", reported_rate="100%")] * 6
        assert severities(table(*rows), "indicator-rate") == ["error"]


class TestTotalOverFull:
    @pytest.mark.parametrize(("total", "severity"), [(100, []), ("100.01", ["error"]), (101, ["error"])])
    def test_above_the_full_points(self, total, severity):
        assert severities(table(row(), total=total), "total-over-full") == severity

    def test_with_more_weights_than_points(self):
        assert severities(table(row(weight=110), total=110), "total-over-full") == ["warning"]
        assert severities(table(row(weight=110), total=111), "total-over-full") == ["error"]

    @pytest.mark.parametrize(("total", "count"), [(102, 0), ("102.5", 1)])
    def test_with_points_added(self, total, count):
        corrections = [Correction(2, "获奖"), Correction(-1, "迟报")]
        assert len(found(table(row(), total=total, corrections=corrections), "total-over-full")) == count
        extra = row(2, None, name="加分项")
        assert len(found(table(row(), extra, total=total), "total-over-full")) == count
        assert len(found(table(row(), row(None, None, name="加分项"), total=total), "total-over-full")) == 1

    def test_without_a_total(self):
        assert not found(table(row()), "total-over-full")


def summed(*rows, **more):
    return severities(table(*rows, **more), "total-sum")


class TestTotalSum:
    @pytest.mark.parametrize(
        ("total", "severity"),
        [
            ("98.62", []),
            ("98.6", ["hint"]),
            (99, ["hint"]),
            (98, ["error"]),
            ("98.63", ["hint"]),
            ("98.64", ["error"]),
            (90, ["warning"]),
            ("89.9", ["error"]),
        ],
    )
    def test_with_the_budget_execution(self, total, severity):
        budget = gp.Budget(2023, weight=10, reported_points="8.62")
        assert summed(row(40, 40), row(50, 50), total=total, budget=budget) == severity

    def test_says_what_it_adds(self):
        form = table(row(60, 60), row(50, 50), total=100)
        (one,) = found(form, "total-sum")
        assert one.explain("en") == "the printed total 100 is not the sum 110 of the 2 printed scores"
        assert {figure.path: figure.value for figure in one.figures} == {
            "$.reported_total": "100",
            "$.goals[0].indicators[0].reported_points": "60",
            "$.goals[0].indicators[1].reported_points": "50",
        }

    def test_says_that_the_execution_is_left_out(self):
        budget = gp.Budget(2023, weight=10, reported_points="8.62")
        (one,) = found(table(row(40, 40), row(50, 50), total=90, budget=budget), "total-sum")
        assert one.explain() == "自报总分 90 与表中3项得分之和 98.62 不符，90 是不含预算执行率的合计"
        assert one.explain("en").endswith("; 90 is the sum without the budget execution")
        assert one.clause.provenance.value == "in use"

    def test_corrections_count(self):
        assert summed(row(50), row(45), total=93, corrections=[Correction(-2, "迟报")]) == []
        assert summed(row(50), row(45), total=95, corrections=[Correction(-2, "迟报")]) == ["error"]

    def test_missing_scores(self):
        """Those that are missing are more than the total leaves only where the printed ones are above it."""
        assert summed(row(50), row(), total=90) == []
        assert summed(row(50), row(), total="49.8") == ["error"]
        assert summed(row("49.9"), row(), total="49.86") == []
        assert summed(row(), row(), total=90) == []
        assert summed(total=90) == []
        assert summed(row(90, 90), total=95, budget=gp.Budget(2023, weight=10)) == []
        assert summed(row(90, 90), row(None, 0), total=91, budget=gp.Budget(2023)) == []

    def test_missing_rows(self):
        """The weights are not all the points, so that rows may be missing."""
        assert summed(row(50), total=90) == []
        assert summed(row(50), total=40) == ["error"]
        assert summed(row(50, None), total=90) == []

    @pytest.mark.parametrize(
        ("total", "severity"), [("10.10", ["error"]), ("10.00", []), ("9.90", ["error"])]
    )
    def test_an_execution_without_a_weight(self, total, severity):
        """Ninety points of rows, and a score of the execution, are all that there is."""
        budget = gp.Budget(2023, reported_points=10)
        assert summed(row("0.00", 90), total=total, budget=budget) == severity

    def test_rows_that_are_not_all(self):
        """Ten points are missing, those of a row or of the execution: the total may well be more."""
        assert summed(row("0.00", 80), total="10.10", budget=gp.Budget(2023, reported_points=10)) == []
        assert summed(row("0.00", 90), total="10.10", budget=gp.Budget(2023)) == []
        assert summed(row("0.00", 90), total="10.10") == []

    def test_what_does_not_apply(self):
        assert summed(row(50), row(None, not_applicable="不涉及"), total=100) == []

    def test_several_goals_by_themselves(self):
        goals = [gp.Goal(name, indicators=[row(95, 100)]) for name in ("甲", "乙")]
        assert not found(gp.Evaluation("某局", 2023, goals=goals, reported_total=95), "total-sum")
        goals = [gp.Goal(name, indicators=[row(50)]) for name in ("甲", "乙")]
        assert len(found(gp.Evaluation("某局", 2023, goals=goals, reported_total=95), "total-sum")) == 1

    def test_scores_out_of_a_hundred(self):
        assert summed(row(90, 50), row(100, 50), total=95) == []
        assert summed(row(90, 50), row(100, 50), total=80) == ["error"]
        budget = gp.Budget(2023, weight=10, reported_points=100)
        assert summed(row(90, 40), row(100, 50), total=96, budget=budget) == []

    def test_extra_points_are_cut_off(self):
        extra = row(5, 0, name="加分项")
        assert summed(row(50), row(48), extra, total=100) == []
        assert summed(row(50), row(48), extra, total=99) == ["error"]
        assert summed(row(50), row(48), total=100, corrections=[Correction(5, "获奖")]) == []

    def test_a_budget_execution_that_stands_twice(self):
        budget = gp.Budget(2023, weight=10, reported_points=9)
        twice = row(9, 10, name="预算执行率")
        assert summed(row(90, 90), twice, total=99, budget=budget) == []
        assert summed(row(90, 90), twice, total=95, budget=budget) == ["error"]

    @given(st.lists(st.integers(0, 10), min_size=10, max_size=10), st.integers(0, 100))
    def test_any_other_total_is_found(self, scores, total):
        form = table(*[row(score, 10) for score in scores], total=total)
        assert len(found(form, "total-sum")) == (total != sum(scores))


def grouped(printed, *rows, weight=None, **more):
    return severities(
        table(*rows, subtotals=[Subtotal(("产出", "数量"), weight=weight, reported_points=printed)], **more),
        "subtotal-sum",
    )


def part(printed, weight=None, **more):
    return row(printed, weight, category=more.pop("category", ("产出", "数量指标")), **more)


class TestSubtotalSum:
    @pytest.mark.parametrize(
        ("printed", "severity"), [(20, []), (19, ["error"]), (21, ["warning"]), ("20.1", ["hint"])]
    )
    def test_of_unknown_rows(self, printed, severity):
        assert grouped(printed, part(12), part("8.0")) == (severity if printed != "20.1" else ["warning"])

    def test_of_all_rows_it_is_an_error(self):
        assert grouped(15, part(8, 10), part(6, 10), weight=20) == ["error"]
        assert grouped(15, part(8, 10), part(6, 5), weight=20) == []

    def test_rounding(self):
        assert grouped(13, part("8.5"), part("4.44")) == ["hint"]

    def test_says_what_it_adds(self):
        groups = [Subtotal(("产出", "数量"), reported_points=19), Subtotal(("效益",), reported_points=3)]
        (one,) = found(table(part(12), part(8), subtotals=groups), "subtotal-sum")
        assert one.path == "$.subtotals[0].reported_points"
        assert one.explain() == "产出/数量：小计得分 19 与所属各项得分之和 20 不符"
        assert len(one.figures) == 3

    def test_names_a_zero_as_it_stands(self):
        groups = [Subtotal(("产出", "数量"), reported_points="0.00")]
        (one,) = found(table(part(12), part(8), subtotals=groups), "subtotal-sum")
        assert one.figures[0].value == "0.00"

    def test_rows_without_a_score(self):
        assert grouped(20, part(12), part(None)) == []
        assert grouped(10, part(12), part(None)) == ["error"]
        assert grouped(10, part(None)) == []
        assert grouped(20, part(12), part(None, not_applicable="不涉及")) == []

    def test_without_rows_or_scores(self):
        assert grouped(20, part(12, category=("效益", "社会"))) == []
        assert grouped(20, part(12, category=("产出",))) == []
        assert grouped(None, part(12)) == []
        groups = [Subtotal(("产出", "数量"), reported_points=5)] * 2
        assert not found(table(part(12), subtotals=groups), "subtotal-sum")

    def test_the_budget_execution_completes_it(self):
        budget = gp.Budget(2023, weight=10, reported_points=9)
        assert grouped(21, part(12), budget=budget) == []
        assert grouped(22, part(12), budget=budget) == ["warning"]


class TestOddForms:
    def test_nothing_at_all(self):
        assert not gp.review(gp.Evaluation("某局", 2023), checks=CHECKS.only("scores"))

    def test_large_numbers(self):
        large = "9" * 30
        form = table(row(large, large), row(f"{large}.5", large), total=large, reported_grade="差")
        assert {one.code for one in gp.review(form, checks=CHECKS.only("scores"))} >= {
            "finding.total-over-full"
        }

    def test_a_rate_beyond_all_numbers(self):
        small = "0." + "0" * 30 + "1"
        large = "9" * 30
        one = row("3", 10, f"≥{small}条", f"{large}条", reported_rate="5%")
        budget = gp.Budget(2023, executed=f"{large}元", adjusted=f"{small}元", weight=10, reported_points=0)
        found = gp.review(table(one, budget=budget, total=3), checks=CHECKS.only("scores"))
        assert "finding.indicator-rate" in {one.code for one in found}

    def test_thousands_of_rows(self):
        form = table(*[row(12, 10, "52次", "49次", reported_rate="7%")] * 3000, total=3)
        assert len(gp.review(form, checks=CHECKS.only("scores"))) == 3
