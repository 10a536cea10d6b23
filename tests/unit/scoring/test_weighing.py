"""Weights of a form: the whole, groups, single ones, the usual frame, the least share; equal splits."""

from decimal import Decimal, localcontext

import attrs
import pytest

from govperf.errors import LimitError, QuantityError, ScoringError, StandardError
from govperf.limits import LIMITS
from govperf.model import Budget, Evaluation, Goal, Indicator, Severity, Subtotal, Undefined
from govperf.model.clause import Clause, Provenance
from govperf.scoring.weighing import equal_weights, weight_checks
from govperf.standards import standard
from govperf.standards.weights import WeightFloor, WeightSet

CLAUSE = Clause(Provenance.CHOICE, "a test")
USUAL = WeightSet(
    "usual",
    {"output": Decimal(50), "outcome": Decimal(30), "satisfaction": Decimal(10)},
    Decimal(10),
    CLAUSE,
)
BARE = WeightSet("bare", {"output": Decimal(50), "outcome": Decimal(40)}, Decimal(10), CLAUSE)
FLOOR = WeightFloor(("output", "outcome"), Decimal("0.6"), ("departmental", "finance"), CLAUSE)
BOOK = attrs.evolve(standard(), weights=(USUAL, BARE), weight_floors=(FLOOR,))
OUTPUT, OUTCOME, SATISFACTION = ("产出", "数量"), ("效益", "社会效益"), ("满意度", "服务对象满意度")


def row(weight, *category, name="指标"):
    return Indicator(name, category=category, weight=weight)


def form(*rows, budget=Budget(2023), **fields):  # noqa: B008 - nothing can change it
    return Evaluation("某局", 2023, budget=budget, goals=[Goal("目标", indicators=rows)], **fields)


def checks(table, code):
    return [check for check in weight_checks(table, standard=BOOK) if check.code == code]


def why(value):
    assert isinstance(value, Undefined)
    return value.code


class TestWhole:
    """A hundred with the budget execution, ninety without it."""

    @pytest.mark.parametrize(("weight", "holds"), [("90", True), ("89.99", False), ("90.01", False)])
    def test_with_the_execution(self, weight, holds):
        (check,) = checks(form(row(weight)), "total")
        assert (check.expected, check.sum, check.holds) == (100, Decimal(weight) + 10, holds)
        assert (check.path, check.name, check.severity) == ("$", "", Severity.ERROR)

    @pytest.mark.parametrize(("weight", "holds"), [("80", True), ("90", False)])
    def test_printed_execution_goes_first(self, weight, holds):
        (check,) = checks(form(row(weight), budget=Budget(2023, weight=20)), "total")
        assert check.holds is holds

    @pytest.mark.parametrize(("weight", "holds"), [("90", True), ("100", False)])
    def test_without_a_budget(self, weight, holds):
        (check,) = checks(form(row(weight), budget=None), "indicators")
        assert (check.expected, check.sum, check.holds) == (90, Decimal(weight), holds)

    @pytest.mark.parametrize("budget", [None, Budget(2023)])
    def test_other_evaluations_count_the_execution_among_the_indicators(self, budget):
        (check,) = checks(form(row(100), budget=budget, kind="财政评价"), "indicators")
        assert (check.expected, check.holds) == (100, True)

    def test_other_evaluations_with_points_of_their_own_for_it(self):
        table = form(row(85), budget=Budget(2023, weight=15), kind="部门评价")
        assert checks(table, "total")[0].holds is True

    def test_difference_is_signed(self):
        assert checks(form(row("88.5")), "total")[0].difference == Decimal("-1.5")

    def test_goals_within_goals_count_once(self):
        inner = Goal("分目标", indicators=[row(40), row(20)])
        table = Evaluation(
            "某局",
            2023,
            budget=Budget(2023),
            goals=[
                Goal("总目标", indicators=[row(20)], goals=[inner]),
                Goal("另一目标", indicators=[row(10)]),
            ],
        )
        assert checks(table, "total")[0].sum == 100

    def test_exact_whatever_the_context(self):
        table = form(row("0." + "3" * 33), row("89." + "6" * 32))
        with localcontext(prec=3):
            assert checks(table, "total")[0].sum == Decimal("99." + "9" * 32 + "3")

    def test_missing_weights_are_named(self):
        names = [f"指标{i}" for i in range(1, 8)]
        (check,) = checks(form(row(10), *(row(None, name=name) for name in names[:5])), "total")
        assert (why(check.sum), why(check.holds), why(check.difference)) == ("undefined.weights-missing",) * 3
        assert check.sum.explain("en").endswith("missing: 指标1、指标2、指标3、指标4、指标5")
        (check,) = checks(form(*(row(None, name=name) for name in names[:6])), "total")
        assert check.sum.explain("en") == "6 of 6 weights are missing: 指标1、指标2、指标3、指标4、指标5…"

    @pytest.mark.parametrize("budget", [None, Budget(2023)])
    def test_no_indicators(self, budget):
        (check,) = weight_checks(form(budget=budget), standard=BOOK)
        assert why(check.holds) == "undefined.no-indicators"


class TestGroups:
    """A weight that is printed for a group is the sum of what is below its heading."""

    def groups(self, *groups, rows=None):
        rows = rows or [row(20, "产出", "数量"), row(30, "产出", "质量"), row(30, *OUTCOME), row(10)]
        return checks(form(*rows, subtotals=groups), "group")

    @pytest.mark.parametrize(("weight", "holds"), [("50", True), ("49.99", False), ("50.01", False)])
    def test_first_level(self, weight, holds):
        (check,) = self.groups(Subtotal("产出指标", weight=weight))
        assert (check.sum, check.holds, check.name) == (50, holds, "产出")
        assert (check.path, check.severity) == ("$.subtotals[0].weight", Severity.ERROR)

    def test_second_level(self):
        (check,) = self.groups(Subtotal(("产出", "质量"), weight=30))
        assert (check.holds, check.name) == (True, "产出/质量")

    def test_across_goals(self):
        table = Evaluation(
            "某局",
            2023,
            goals=[
                Goal(
                    "总目标",
                    indicators=[row(20, *OUTPUT)],
                    goals=[Goal("分目标", indicators=[row(5, "产出")])],
                )
            ],
            subtotals=[Subtotal("产出", weight=25)],
        )
        assert checks(table, "group")[0].holds is True

    def test_the_path_counts_groups_without_a_weight(self):
        (check,) = self.groups(Subtotal("效益", reported_points=29), Subtotal("产出", weight=50))
        assert check.path == "$.subtotals[1].weight"

    @pytest.mark.parametrize(
        ("heading", "category"),
        [
            (("效益", "社会效益"), ("效益", "社会")),
            (("效益", "社会 效益"), ("效益", "社会效益")),
            ("产出（50分）", ("产出", "数量")),
            (("效益", "特色 效益"), ("效益", "特色效益")),
            ("履职 效能", ("履职效能", "整体效能")),
        ],
        ids=["alias", "blanks", "points", "second level of its own", "form of its own"],
    )
    def test_labels_that_mean_the_same(self, heading, category):
        (check,) = self.groups(Subtotal(heading, weight=7), rows=[row(7, *category), row(3, "满意度")])
        assert check.holds is True

    def test_labels_that_begin_alike_are_two(self):
        (check,) = self.groups(
            Subtotal(("产出", "数量"), weight=7), rows=[row(7, "产出", "数量"), row(3, "产出", "数量质量")]
        )
        assert check.sum == 7

    def test_headings_within_each_other_have_the_same_rows(self):
        found = self.groups(Subtotal("产出", weight=50), Subtotal(("产出", "质量"), weight=30))
        assert [check.sum for check in found] == [50, 30]

    def test_a_row_above_its_heading_is_not_below_it(self):
        (check,) = self.groups(
            Subtotal(("产出", "数量"), weight=7), rows=[row(7, "产出", "数量"), row(3, "产出"), row(1)]
        )
        assert check.sum == 7

    def test_heading_of_nothing(self):
        (check,) = self.groups(Subtotal("满意度", weight=10))
        assert why(check.holds) == "undefined.weight-group"
        assert check.expected == 10

    def test_heading_twice(self):
        found = self.groups(Subtotal("产出", weight=50), Subtotal("产出指标", weight=50))
        assert [why(check.holds) for check in found] == ["undefined.weight-group-twice"] * 2

    def test_missing_weight_below(self):
        rows = [row(20, *OUTPUT), row(None, "产出", "质量", name="合格率"), row(None, *OUTCOME)]
        (check,) = self.groups(Subtotal("产出", weight=50), rows=rows)
        assert check.sum.explain("zh") == "2项中有1项没有分值：合格率"


class TestSingles:
    @pytest.mark.parametrize(("weight", "holds"), [("0.01", True), ("0", False), ("0.00", False)])
    def test_above_zero(self, weight, holds):
        (check,) = checks(form(row(weight, name="巡查")), "single")
        assert (check.holds, check.name, check.path) == (holds, "巡查", "$.goals[0].indicators[0].weight")
        assert check.severity is Severity.ERROR

    def test_missing(self):
        assert why(checks(form(row(None)), "single")[0].holds) == "undefined.weight-missing"


class TestDefaults:
    """The first levels beside what they usually weigh: a frame, and no rule."""

    def found(self, *rows, **fields):
        return [(check.name, check.holds) for check in checks(form(*rows, **fields), "default")]

    def test_usual(self):
        rows = [row(50, *OUTPUT), row(30, *OUTCOME), row(10, *SATISFACTION)]
        assert self.found(*rows) == [("产出", True), ("效益", True), ("满意度", True)]

    def test_adjusted(self):
        rows = [row(40, *OUTPUT), row(40, *OUTCOME), row(10, *SATISFACTION)]
        assert self.found(*rows) == [("产出", False), ("效益", False), ("满意度", True)]
        assert {check.severity for check in checks(form(*rows), "default")} == {Severity.HINT}

    def test_without_satisfaction_its_points_go_to_the_benefits(self):
        assert self.found(row(50, *OUTPUT), row(40, *OUTCOME)) == [("产出", True), ("效益", True)]

    @pytest.mark.parametrize(("weight", "holds"), [(10, True), (20, False)])
    def test_printed_points_of_the_execution(self, weight, holds):
        rows = [row(50, *OUTPUT), row(40, *OUTCOME)]
        assert self.found(*rows, budget=Budget(2023, weight=weight))[-1] == ("预算执行率", holds)
        (*_, check) = checks(form(*rows, budget=Budget(2023, weight=weight)), "default")
        assert check.path == "$.budget.weight"

    @pytest.mark.parametrize("category", [("产出",), ("履职效能",), ()])
    def test_no_set_fits(self, category):
        (check,) = checks(form(row(50, *category), row(40, *OUTCOME[:1]), row(10, "成本")), "default")
        assert why(check.holds) == why(check.expected) == "undefined.weight-set"
        assert "效益、成本" in check.explain("zh")

    def test_missing_weight(self):
        (first, second) = checks(form(row(None, *OUTPUT), row(40, *OUTCOME)), "default")
        assert (why(first.holds), second.holds) == ("undefined.weights-missing", True)

    def test_none_where_they_say_nothing(self):
        rows = [row(50, *OUTPUT), row(40, *OUTCOME)]
        assert self.found(*rows, kind="财政评价") == []
        assert self.found(row(50), row(40)) == []
        plain = attrs.evolve(BOOK, weights=())
        assert [
            check for check in weight_checks(form(*rows), standard=plain) if check.code == "default"
        ] == []


class TestFloors:
    """产出 and 效益 together, in evaluations that are no self-evaluations."""

    def floor(self, *rows, kind="财政评价"):
        (check,) = checks(form(*rows, kind=kind), "floor")
        return check

    @pytest.mark.parametrize(("weight", "holds"), [("29.99", False), ("30", True), ("30.01", True)])
    def test_bound(self, weight, holds):
        check = self.floor(row(20, "决策"), row(20, "过程"), row(30, "产出"), row(weight, "效益"))
        assert (check.expected, check.sum, check.holds) == (60, 30 + Decimal(weight), holds)
        assert (check.name, check.severity, check.path) == ("产出、效益", Severity.WARNING, "$")

    def test_self_evaluations_have_none(self):
        assert checks(form(row(20, "决策"), row(30, "产出")), "floor") == []

    def test_none_of_the_levels(self):
        assert self.floor(row(50, "决策"), row(50, "过程"), kind="部门评价").holds is False

    def test_the_categories_of_a_self_evaluation(self):
        assert self.floor(row(50, *OUTPUT), row(30, *OUTCOME), row(20, *SATISFACTION)).sum == 80

    @pytest.mark.parametrize(
        "level", [("履职效能",), (), ("效果",)], ids=["unknown", "none", "of another form"]
    )
    def test_levels_that_no_taxonomy_knows_together(self, level):
        check = self.floor(row(60, "产出"), row(40, *level), row(1, "决策"))
        assert why(check.holds) == "undefined.weight-levels"
        assert check.name == "产出、效益"

    def test_missing_weight_elsewhere_is_no_matter(self):
        assert self.floor(row(None, "决策"), row(60, "产出")).holds is True

    def test_missing_weight(self):
        assert why(self.floor(row(20, "决策"), row(None, "产出")).holds) == "undefined.weights-missing"

    def test_no_indicators(self):
        assert why(self.floor().holds) == "undefined.no-indicators"


class TestExplaining:
    def lines(self, table, lang):
        return [check.explain(lang) for check in weight_checks(table, standard=BOOK)]

    TABLE = form(
        row(50, *OUTPUT, name="巡查"),
        row("39.5", *OUTCOME, name="事故"),
        subtotals=[Subtotal("满意度", weight=10)],
    )

    def test_chinese(self):
        assert self.lines(self.TABLE, "zh") == [
            "全部分值（含预算执行率）：99.5，应 = 100，相差 -0.5",
            "“满意度”以下的指标分值合计：“满意度”以下没有指标",
            "“巡查”的分值：50 > 0",
            "“事故”的分值：39.5 > 0",
            "“产出”的分值合计：50 = 50",
            "“效益”的分值合计：39.5，一般为 40，相差 -0.5",
        ]

    def test_english(self):
        assert self.lines(self.TABLE, "en") == [
            "all weights with the budget execution: 99.5, to be = 100, off by -0.5",
            "the weights of the indicators below 满意度: no indicator stands below 满意度",
            "the weight of 巡查: 50 > 0",
            "the weight of 事故: 39.5 > 0",
            "the weight of 产出: 50 = 50",
            "the weight of 效益: 39.5, usually 40, off by -0.5",
        ]

    def test_floor_and_indicators(self):
        lines = self.lines(form(row(70, "产出"), kind="财政评价"), "zh")
        assert lines[0] == "全部指标分值合计：70，应 = 100，相差 -30"
        assert lines[-1] == "“产出、效益”的分值合计：70 ≥ 60.0"


class TestRuleBook:
    def test_named_by_the_form(self):
        named = form(row(90), standard="MOF-2020-10")
        assert weight_checks(named) == weight_checks(form(row(90)))

    def test_unknown(self):
        with pytest.raises(StandardError):
            weight_checks(form(row(90), standard="某省2021"))

    def test_no_evaluation(self):
        with pytest.raises(TypeError):
            weight_checks([row(90)])

    @pytest.mark.parametrize("standard", ["MOF-2020-10", "", 2020], ids=repr)
    def test_the_name_of_a_rule_book_is_none(self, standard):
        with pytest.raises(TypeError, match="expected ScoringStandard"):
            weight_checks(form(row(90)), standard=standard)


class TestEqualWeights:
    @pytest.mark.parametrize(
        ("points", "count", "digits", "shares"),
        [
            (50, 7, 2, ["7.14"] * 5 + ["7.15"] * 2),
            (50, 5, 2, ["10.00"] * 5),
            (50, 5, 0, ["10"] * 5),
            (50, 8, 0, ["6"] * 6 + ["7"] * 2),
            ("0.02", 2, 2, ["0.01"] * 2),
            ("0.03", 2, 2, ["0.01", "0.02"]),
            (Decimal("7.50"), 1, 1, ["7.5"]),
            ("1,000", 3, 1, ["333.3", "333.3", "333.4"]),
        ],
    )
    def test_shares(self, points, count, digits, shares):
        assert [str(share) for share in equal_weights(points, count, digits=digits)] == shares

    @pytest.mark.parametrize(("points", "count"), [("0.01", 2), (0, 1), (-5, 1), (50, 0), (50, -1)])
    def test_nothing_to_give(self, points, count):
        with pytest.raises(ScoringError) as caught:
            equal_weights(points, count)
        assert caught.value.code == "scoring.share-none"

    def test_too_fine(self):
        with pytest.raises(QuantityError) as caught:
            equal_weights("50.005", 5)
        assert (caught.value.code, str(equal_weights("50.005", 5, digits=3)[0])) == (
            "quantity.step",
            "10.001",
        )

    def test_caps(self):
        assert len(equal_weights(LIMITS.items, LIMITS.items)) == LIMITS.items
        with pytest.raises(LimitError):
            equal_weights(LIMITS.items + 1, LIMITS.items + 1)
        assert equal_weights(1, 1, digits=LIMITS.digits) == (1,)
        for digits in (-1, LIMITS.digits + 1):
            with pytest.raises(QuantityError):
                equal_weights(1, 1, digits=digits)

    def test_large_numbers_are_refused_before_any_work(self):
        with pytest.raises(QuantityError):
            equal_weights(10**LIMITS.digits, 7)

    @pytest.mark.parametrize(
        ("points", "count", "digits"),
        [(0.5, 1, 2), (None, 1, 2), (True, 1, 2), (50, 2.0, 2), (50, True, 2), (50, "2", 2), (50, 2, 2.0)],
    )
    def test_types(self, points, count, digits):
        with pytest.raises(TypeError):
            equal_weights(points, count, digits=digits)

    def test_exact_whatever_the_context(self):
        with localcontext(prec=2):
            assert equal_weights("100.01", 2) == (Decimal("50.00"), Decimal("50.01"))
