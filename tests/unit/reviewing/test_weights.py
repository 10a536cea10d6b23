"""What the review says of weights, and what it never says."""

from decimal import Decimal
from functools import reduce

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.reviewing import review
from govperf.reviewing.weights.frame import WEIGHTS
from govperf.testing import evaluations

OUTPUT, OUTCOME, PUBLIC = "产出", "效益", "满意度"
FULL = [(OUTPUT, 50), (OUTCOME, 30), (PUBLIC, 10)]


def row(level, weight, name="指标", **fields):
    return gp.Indicator(name, category=[level] if isinstance(level, str) else level, weight=weight, **fields)


def form(*rows, execution=10, **fields):
    """A form; rows are indicators, or pairs of first level and weight."""
    made = [one if isinstance(one, gp.Indicator) else row(*one) for one in rows]
    budget = gp.Budget(2023, weight=execution)
    return gp.Evaluation(
        "某局", 2023, **({"budget": budget, "goals": [gp.Goal("目标", indicators=made)]} | fields)
    )


def found(table, **fields):
    return [one.code.removeprefix("finding.") for one in review(table, checks=WEIGHTS, **fields)]


def only(table, **fields):
    (one,) = review(table, checks=WEIGHTS, **fields)
    return one


def weight(i):
    return f"$.goals[0].indicators[{i}].weight"


class TestTotal:
    @pytest.mark.parametrize(
        ("first", "codes"),
        [("49.99", ["weights-short"]), ("50", []), ("50.01", ["weights-over"])],
    )
    def test_is_the_full_points(self, first, codes):
        assert found(form((OUTPUT, first), *FULL[1:])) == codes

    @pytest.mark.parametrize(
        ("first", "execution", "codes"),
        [
            ("0.5", "0.1", []),
            ("0.5", None, []),
            ("0.6", None, []),
            ("0.49", "0.1", ["weights-short"]),
            ("0.51", "0.1", ["weights-short"]),
            ("0.4", "0.1", ["weights-short"]),
        ],
    )
    def test_is_one_where_the_weights_are_shares(self, first, execution, codes):
        rows = [(OUTPUT, first), (OUTCOME, "0.3"), (PUBLIC, "0.1")]
        assert found(form(*rows, execution=execution)) == codes

    def test_too_many_are_an_error_with_every_weight(self):
        one = only(form((OUTPUT, 60), *FULL[1:]))
        assert (one.severity.value, one.path) == ("error", "$")
        assert one.explain("en") == "all weights of the form add up to 110, 10 more than the full points 100"
        assert {figure.path: figure.value for figure in one.figures} == {
            "$.budget.weight": "10",
            weight(0): "60",
            weight(1): "30",
            weight(2): "10",
        }

    def test_too_few_are_a_warning(self):
        one = only(form((OUTPUT, 40), *FULL[1:]))
        assert (one.severity.value, one.path, len(one.figures)) == ("warning", "$", 4)
        assert one.explain("zh") == "全部分值合计为90，应为100"

    @pytest.mark.parametrize(("first", "codes"), [(50, []), (60, []), (55, ["weights-short"])])
    def test_without_printed_execution_90_and_100_are_right(self, first, codes):
        assert found(form((OUTPUT, first), *FULL[1:], execution=None)) == codes

    def test_says_both(self):
        one = only(form((OUTPUT, 55), *FULL[1:], execution=None))
        assert one.explain("en") == "all weights of the form add up to 95, and not to 90 or 100"
        assert "$.budget.weight" not in {figure.path for figure in one.figures}

    def test_without_a_budget_too(self):
        assert found(form(*FULL, budget=None)) == []

    @pytest.mark.parametrize(("points", "codes"), [(90, ["weights-short"]), (100, [])])
    def test_others_have_the_execution_among_their_rows(self, points, codes):
        assert found(form((OUTPUT, points), execution=None, kind="部门评价")) == codes

    def test_a_rule_book_without_execution_points_has_no_second_total(self):
        book = gp.standard("MOF-2013-53")
        assert found(form((OUTPUT, 90), execution=None), standard=book) == ["weights-short"]

    def test_a_form_without_weights_is_no_fault(self):
        assert found(form((OUTPUT, None), (OUTCOME, None))) == []
        assert found(form()) == []

    def test_extra_points_are_beside_the_full_ones(self):
        assert found(form(*FULL, row("加分项", 5))) == []
        assert found(form(*FULL, row(OUTPUT, 5, name="加分：获国家级表彰"))) == []
        assert found(form(*FULL, row("加分项", 5), (OUTPUT, 1))) == ["weights-over"]

    def test_rows_that_do_not_apply_count_or_do_not(self):
        extra = row(OUTPUT, 5, not_applicable="未开展")
        assert found(form(*FULL, extra)) == []
        assert found(form((OUTPUT, 45), *FULL[1:], extra)) == []
        assert found(form((OUTPUT, 40), *FULL[1:], extra)) == ["weights-short"]
        assert found(form((OUTPUT, 52), *FULL[1:], extra)) == ["weights-over"]

    def test_an_execution_that_stands_twice_counts_once(self):
        assert found(form((OUTPUT, 50), (OUTCOME, 40), row("过程", 10, name="预算执行率"))) == []
        assert found(form((OUTPUT, 50), (OUTCOME, 42), row("过程", 8, name="预算执行率"))) == ["weights-over"]

    def test_goals_may_each_have_all_points(self):
        goals = [gp.Goal(name, indicators=[row(*pair) for pair in FULL]) for name in "一二"]
        assert found(form(goals=goals)) == []
        assert found(form(goals=goals, budget=None)) == []
        more = attrs.evolve(goals[0], indicators=[*goals[0].indicators, row(OUTPUT, 1)])
        assert found(form(goals=[more, goals[1]])) == ["weights-over"]

    def test_a_missing_weight_makes_nothing_short_but_may_be_over(self):
        assert found(form((OUTPUT, 40), (OUTCOME, None))) == ["weights-missing"]
        assert set(found(form((OUTPUT, 91), (OUTCOME, None)))) == {"weights-over", "weights-missing"}
        assert found(form((OUTPUT, 90), (OUTCOME, None))) == []


class TestLeftover:
    @pytest.mark.parametrize(
        ("each", "codes"),
        [
            ("7.12", ["weights-short"]),
            ("7.13", ["weights-short"]),
            ("7.14", ["weights-leftover"]),
            ("7.15", ["weights-leftover"]),
            ("7.16", ["weights-over"]),
        ],
    )
    def test_is_less_than_a_last_digit_of_each_row(self, each, codes):
        assert found(form(*[(OUTPUT, each)] * 7, *FULL[1:])) == codes

    def test_says_what_would_be_right(self):
        one = only(form(*[(OUTPUT, "7.14")] * 7, *FULL[1:]))
        assert (one.severity.value, one.path) == ("warning", weight(0))
        assert [figure.path for figure in one.figures] == [weight(i) for i in range(7)]
        assert one.explain("en") == (
            "7 rows of 7.14 points add up to 49.98, off by -0.02 from the 50 that were split"
        )
        assert one.settle("en") == "split them as 7.14×5、7.15×2"

    def test_may_be_in_several_levels(self):
        table = form(*[(OUTPUT, "7.14")] * 7, *[(OUTCOME, "4.29")] * 7, (PUBLIC, 10))
        assert found(table) == ["weights-leftover"] * 2

    def test_may_be_in_second_levels_or_over_the_whole_form(self):
        second = [row([OUTPUT, "数量"], "6.67")] * 3 + [row([OUTPUT, "质量"], 30)]
        assert found(form(*second, *FULL[1:])) == ["weights-leftover"]
        whole = [(OUTPUT, "12.86")] * 4 + [(OUTCOME, "12.86")] * 3
        assert found(form(*whole)) == ["weights-leftover"]

    def test_whole_numbers_and_rows_that_differ_are_none(self):
        assert found(form(*[(OUTPUT, 7)] * 7, *FULL[1:])) == ["weights-short"]
        assert found(form(*[(OUTPUT, "7.14")] * 6, (OUTPUT, "7.13"), *FULL[1:])) == ["weights-short"]

    def test_points_that_are_less_than_the_rows_have_last_digits_are_none(self):
        table = form(*[(OUTPUT, "0.01")] * 149, (OUTCOME, 49), execution=50)
        assert found(table) == ["weights-over"]

    def test_more_decimals_than_a_number_has_are_no_split(self):
        table = form(*[(OUTPUT, Decimal("3." + "3" * 33 + "E-2"))] * 3, (OUTCOME, "89.9"))
        assert found(table) == ["weights-short"]

    def test_of_a_printed_group_takes_its_place(self):
        table = form(
            *[(OUTPUT, "4.17")] * 3, (OUTCOME, "77.49"), subtotals=[gp.Subtotal(OUTPUT, weight="12.5")]
        )
        assert found(table) == ["weights-leftover"]
        whole = form(*[(OUTPUT, "7.14")] * 7, *FULL[1:], subtotals=[gp.Subtotal(OUTPUT, weight=50)])
        assert found(whole) == ["weights-leftover"]

    def test_a_group_with_more_decimals_than_its_rows_is_none(self):
        table = form(
            *[(OUTPUT, "4.2")] * 3, (OUTCOME, "77.4"), subtotals=[gp.Subtotal(OUTPUT, weight="12.55")]
        )
        assert found(table) == ["weights-group"]


class TestGroup:
    @pytest.mark.parametrize(
        ("printed", "codes"), [(49, ["weights-group"]), (50, []), (51, ["weights-group"])]
    )
    def test_is_the_sum_of_its_rows(self, printed, codes):
        table = form((OUTPUT, 20), (OUTPUT, 30), *FULL[1:], subtotals=[gp.Subtotal(OUTPUT, weight=printed)])
        assert found(table) == codes

    def test_is_an_error_with_its_rows_alone(self):
        rows = [row([OUTPUT + "指标", "数量"], 20), row([OUTPUT, "质量"], 30)]
        table = form(
            *rows,
            *FULL[1:],
            subtotals=[gp.Subtotal([OUTPUT, "质量"], weight=35), gp.Subtotal(OUTPUT, weight=45)],
        )
        one, other = review(table, checks=WEIGHTS)
        assert one.severity.value == "error"
        assert [figure.path for figure in one.figures] == ["$.subtotals[0].weight", weight(1)]
        assert [figure.path for figure in other.figures] == ["$.subtotals[1].weight", weight(0), weight(1)]
        assert one.explain("en") == ("产出/质量 is printed with 35 points, its rows add up to 30, off by -5")

    def test_of_other_headings_too(self):
        table = form(("履职效能", 90), subtotals=[gp.Subtotal("履职效能", weight=80)])
        assert found(table) == ["weights-group"]

    @pytest.mark.parametrize(
        "groups",
        [
            [gp.Subtotal(OUTPUT, weight=45), gp.Subtotal(OUTPUT, weight=55)],
            [gp.Subtotal("成本", weight=45)],
            [gp.Subtotal(OUTPUT, reported_points=45)],
        ],
    )
    def test_that_stands_twice_or_has_no_rows_or_points_is_not_judged(self, groups):
        assert found(form(*FULL, subtotals=groups)) == []

    def test_with_a_row_without_weight_is_not_judged(self):
        table = form(*FULL, (OUTPUT, None), subtotals=[gp.Subtotal(OUTPUT, weight=45)])
        assert found(table) == []

    def test_counts_without_rows_that_stand_aside(self):
        extra = row(OUTPUT, 5, not_applicable="未开展")
        assert found(form(*FULL, extra, subtotals=[gp.Subtotal(OUTPUT, weight=50)])) == []
        assert found(form(*FULL, extra, subtotals=[gp.Subtotal(OUTPUT, weight=55)])) == []
        assert found(form(*FULL, extra, subtotals=[gp.Subtotal(OUTPUT, weight=54)])) == ["weights-group"]


class TestZero:
    def test_is_a_warning_at_its_place(self):
        one = only(form(*FULL, row(OUTPUT, 0, name="培训")))
        assert (one.code, one.severity.value, one.path) == ("finding.weight-zero", "warning", weight(3))
        assert (
            one.explain("en") == "weights of zero: 1 of 4 indicators (培训), what they reach does not count"
        )
        assert found(form(*FULL, row(OUTPUT, "0.01", name="培训"))) == ["weights-over"]

    def test_of_many_rows_is_one_finding(self):
        one = only(form(*[(OUTPUT, 0)] * 7))
        assert (one.code, one.path, len(one.figures)) == ("finding.weight-zero", "$", 7)

    def test_of_rows_that_stand_aside_is_none(self):
        assert found(form(*FULL, row("加分项", 0), row(OUTPUT, 0, not_applicable="未开展"))) == []


class TestMissing:
    def test_is_one_hint(self):
        one = only(form((OUTPUT, 20), *[(OUTPUT, None)] * 7))
        assert (one.code, one.severity.value, one.path) == ("finding.weights-missing", "hint", "$")
        assert len(one.figures) == 7
        assert one.explain("zh") == "8项指标中，7项没有分值（指标、指标、指标、指标、指标…）"

    @pytest.mark.parametrize("points", [{"weight": 50}, {"reported_points": 45}])
    def test_of_a_group_that_is_weighed_or_scored_as_a_whole_is_none(self, points):
        group = gp.Subtotal(OUTPUT, **points)
        assert found(form(row([OUTPUT, "数量"], None), (OUTCOME, 30), subtotals=[group])) == []

    def test_beside_a_group_that_is_not_is_one(self):
        table = form(
            (OUTPUT, None),
            (OUTCOME, 30),
            (OUTCOME, None),
            subtotals=[gp.Subtotal(OUTPUT, weight=50), gp.Subtotal(OUTCOME)],
        )
        assert only(table).figures[0].path == weight(2)

    def test_of_a_row_that_does_not_apply_is_none(self):
        assert found(form((OUTPUT, 20), row(OUTPUT, None, not_applicable="未开展"))) == []


class TestFrame:
    def test_is_a_hint_with_all_levels(self):
        one = only(form((OUTPUT, 60), (OUTCOME, 25), (PUBLIC, 5)))
        assert (one.code, one.severity.value, one.path) == ("finding.weights-default", "hint", "$")
        assert one.explain("zh") == (
            "分值与MOF-2020-10的一般设置不同：“产出”的分值合计：60，一般为 50，相差 +10；"
            "“效益”的分值合计：25，一般为 30，相差 -5；“满意度”的分值合计：5，一般为 10，相差 -5"
        )

    def test_has_the_budget_execution_too(self):
        table = form((OUTPUT, 45), *FULL[1:], execution=15)
        assert found(table) == ["weights-default"]
        assert only(table).explain("en").count(";") == 1
        assert found(form((OUTPUT, 40), *FULL[1:], execution=20), standard=gp.standard("HUBEI-2020")) == []

    def test_is_silent_where_another_built_in_book_has_it(self):
        """The form of Hubei gives the execution 20 points, and leaves the 80 others to the department."""
        hubei = gp.standard("HUBEI-2020")
        for rows in ([(OUTPUT, 40), *FULL[1:]], [(OUTPUT, 50), (OUTCOME, 20), (PUBLIC, 10)]):
            assert found(form(*rows, execution=20)) == []
        assert found(form(*FULL), standard=hubei) == []
        assert found(form((OUTPUT, 45), (OUTCOME, 25), (PUBLIC, 10), execution=20), standard=hubei) == [
            "weights-default"
        ]
        assert found(form((OUTPUT, 60), *FULL[1:], execution=0)) == ["weights-default"]

    @pytest.mark.parametrize(
        "rows", [[(OUTPUT, 60), (OUTCOME, 30)], [(OUTPUT, 60), ("履职", 30)], [("", 60), ("", 30)]]
    )
    def test_is_silent_where_there_is_none_for_the_levels(self, rows):
        assert found(form(*rows)) == []

    def test_is_silent_for_others(self):
        assert found(form((OUTPUT, 60), (OUTCOME, 25), (PUBLIC, 5), kind="财政评价")) == []

    @pytest.mark.parametrize(("output", "codes"), [(20, ["weights-floor"]), (30, []), (40, [])])
    def test_others_give_three_fifths_to_results(self, output, codes):
        table = form(("决策", 70 - output), (OUTPUT, output), (OUTCOME, 30), execution=None, kind="部门评价")
        assert found(table) == codes

    def test_says_the_floor(self):
        table = form(("过程", 41), (OUTPUT, 29), (OUTCOME, 30), execution=None, kind="财政评价")
        assert only(table).explain("en") == "产出、效益 weigh 59 points together, to be at least 60"

    def test_floor_needs_all_points_and_known_levels(self):
        assert found(form(("过程", 41), (OUTPUT, 20), execution=None, kind="财政评价")) == ["weights-short"]
        assert found(form(("履职", 81), (OUTPUT, 19), execution=None, kind="财政评价")) == []


class TestDimension:
    def test_of_results_is_asked_for(self):
        one = only(form((OUTPUT, 40), (OUTPUT, 40), (PUBLIC, 10)))
        assert (one.code, one.severity.value, one.path) == ("finding.dimension-missing", "hint", "$")
        assert one.explain("en") == "no indicator of benefit, which every frame of MOF-2020-10 has"
        assert only(form(*[(PUBLIC, 30)] * 3)).explain("zh") == (
            "没有产出、效益指标，而MOF-2020-10的各种设置都有"
        )

    def test_of_the_public_is_not(self):
        assert found(form((OUTPUT, 30), (OUTPUT, 30), (OUTCOME, 30))) == []

    @pytest.mark.parametrize(
        "table",
        [
            form((OUTPUT, 40), (OUTPUT, 50)),
            form((OUTPUT, 40), (OUTPUT, 40), ("履职", 10)),
            form((OUTPUT, 40), (OUTPUT, 40), ("", 10)),
            form(("过程", 40), (OUTPUT, 30), (OUTPUT, 30), kind="自评", execution=None),
        ],
    )
    def test_of_few_rows_or_unknown_levels_is_not(self, table):
        assert found(table) == []

    def test_of_points_that_do_not_add_up_is_not(self):
        assert found(form((OUTPUT, 40), (OUTPUT, 30), (PUBLIC, 10))) == ["weights-short"]

    def test_needs_a_frame(self):
        book = attrs.evolve(gp.standard(), weights=[])
        assert found(form((OUTPUT, 40), (OUTPUT, 40), (PUBLIC, 10)), standard=book) == []


numbers = st.decimals(0, 100, places=2)


@given(st.lists(numbers.filter(bool), min_size=1, max_size=9))
def test_what_is_not_the_full_points_names_every_weight(weights):
    table = form(*[(OUTPUT, one) for one in weights])
    total = reduce(Decimal.__add__, weights, Decimal(10))
    paths = {figure.path for one in review(table, checks=WEIGHTS) for figure in one.figures}
    if total != 100:
        assert {weight(i) for i in range(len(weights))} <= paths
    else:
        assert not set(found(table)) & {"weights-over", "weights-short", "weights-leftover"}


@given(st.integers(1, 90), st.integers(1, 30), st.integers(0, 3))
def test_an_equal_split_of_govperf_is_never_found(points, count, digits):
    if points * 10**digits < count:
        return
    shares = gp.equal_weights(points, count, digits=digits)
    rest = [(OUTCOME, 90 - points)] if points < 90 else []
    assert not set(found(form(*[(OUTPUT, one) for one in shares], *rest))) & {
        "weights-over",
        "weights-short",
        "weights-leftover",
    }


@given(evaluations())
def test_nothing_raises(table):
    for one in review(table, checks=WEIGHTS):
        assert one.explain("zh")
        assert one.settle("en")
