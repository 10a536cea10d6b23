"""A whole form, scored: the budget, the total, the grade, and what one bad row does not spoil."""

from decimal import Decimal, localcontext

import attrs
import pytest

from govperf.errors import StandardError
from govperf.model import Budget, Department, Evaluation, Goal, Indicator, Undefined
from govperf.scoring import evaluate, score, standard_of
from govperf.standards import standard
from govperf.version import VERSION

BOOK = standard()
FULL = Budget(2023, adjusted="100万元", executed="100万元")
EXECUTED = {"name_en": "expenditure", "name_zh": "本年支出"}
ADJUSTED = {"name_en": "adjusted budget", "name_zh": "全年预算数"}


def row(target, actual, weight=90):
    return Indicator("指标", target=target, actual=actual, weight=weight)


def form(*rows, budget=FULL):
    return Evaluation(Department("某局"), 2023, budget=budget, goals=[Goal("目标", indicators=rows)])


def notes(made):
    return [note.code for note in made.notes]


class TestBudgetScore:
    @pytest.mark.parametrize(
        ("adjusted", "executed", "points"),
        [
            ("120,000.00元", "30,000.00元", "2.50"),
            ("310.20万元", "154.74万元", "4.99"),
            ("20000.00元", "9034元", "4.52"),
            ("250000.00元", "215457.6元", "8.62"),
            ("100万元", "100万元", "10.00"),
            ("100万元", "110万元", "10.00"),
            ("90万元", "89.974万元", "10.00"),
            ("100万元", "0元", "0.00"),
            ("100万元", "-5万元", "0.00"),
        ],
    )
    def test_points(self, adjusted, executed, points):
        made = evaluate(
            form(row("1", "1"), budget=Budget(2023, adjusted=adjusted, executed=executed))
        ).budget_score
        assert (str(made.points), made.full, made.name) == (points, 10, "预算执行率")
        assert (made.path, made.rule) == ("$.budget", "proportional")

    def test_over_budget(self):
        made = evaluate(
            form(row("1", "1"), budget=Budget(2023, adjusted="100万元", executed="130万元"))
        ).budget_score
        assert notes(made) == ["note.over-budget"]
        assert made.explain("en").endswith("(more was spent than budgeted: 130.00%)")
        assert notes(evaluate(form(row("1", "1"))).budget_score) == []

    @pytest.mark.parametrize(
        ("budget", "code", "figure", "said"),
        [
            (None, "budget-missing", None, "没有预算数据"),
            (Budget(2023), "figure-missing", EXECUTED, "没有本年支出"),
            (Budget(2023, executed="5元"), "figure-missing", ADJUSTED, "没有全年预算数"),
            (Budget(2023, adjusted="0元", executed="0元"), "figure-zero", ADJUSTED, "全年预算数为零"),
            (Budget(2023, adjusted="-5元", executed="-5元"), "figure-negative", ADJUSTED, "全年预算数为负"),
        ],
        ids=["none", "empty", "no base", "zero", "negative"],
    )
    def test_undefined(self, budget, code, figure, said):
        card = evaluate(form(row("1", "1"), budget=budget))
        assert card.budget_score.points == Undefined(f"undefined.{code}", figure or {})
        assert card.budget_score.explain() == f"预算执行率：无法计分，{said}"
        assert card.budget_score.full == 10
        assert card.total.code == "undefined.total"

    def test_twenty_points(self):
        book = attrs.evolve(BOOK, execution_points=attrs.evolve(BOOK.execution_points, value=Decimal(20)))
        budget = Budget(2022, adjusted="200万元", executed="195.5万元")
        assert (
            str(evaluate(form(row("1", "1", 80), budget=budget), standard=book).budget_score.points)
            == "19.55"
        )

    @pytest.mark.parametrize(
        ("weight", "points"), [("20", "19.55"), (20, "19.55"), ("0", "0.00"), ("12.5", "12.22")], ids=repr
    )
    def test_the_points_that_the_form_prints(self, weight, points):
        """A form may give the budget 20 points, or none; the standard's 10 are for one that does not say."""
        budget = Budget(2022, adjusted="200万元", executed="195.5万元", weight=weight)
        card = evaluate(form(row("1", "1", 80), budget=budget))
        assert (card.budget_score.full, str(card.budget_score.points)) == (Decimal(weight), points)
        assert card.full == 80 + Decimal(weight)
        assert card.budget_score.standard == "MOF-2020-10"

    def test_printed_points_go_before_those_of_a_standard(self):
        book = attrs.evolve(BOOK, execution_points=attrs.evolve(BOOK.execution_points, value=Decimal(20)))
        budget = Budget(2022, adjusted="2元", executed="1元", weight=8)
        assert str(evaluate(form(row("1", "1")), standard=book).budget_score.points) == "20.00"
        assert str(evaluate(form(row("1", "1"), budget=budget), standard=book).budget_score.points) == "4.00"

    def test_printed_points_without_a_rate(self):
        made = evaluate(form(row("1", "1"), budget=Budget(2022, weight=20))).budget_score
        assert (made.full, made.points.code) == (20, "undefined.figure-missing")

    def test_what_the_form_scored_is_not_looked_at(self):
        budget = Budget(2022, adjusted="2元", executed="1元", reported_points="9.99")
        assert str(evaluate(form(row("1", "1"), budget=budget)).budget_score.points) == "5.00"


class TestStandard:
    """The rule book is the one that is asked for, else the one that the form names, else MOF-2020-10."""

    OTHER = attrs.evolve(BOOK, name="某市办法")

    def test_none_is_named(self):
        assert standard_of(form(row("1", "1"))) is BOOK
        assert evaluate(form(row("1", "1"))).standard == "MOF-2020-10"

    def test_named(self):
        table = attrs.evolve(form(row("1", "1")), standard="MOF-2020-10")
        assert standard_of(table) is BOOK
        assert evaluate(table) == evaluate(form(row("1", "1")))

    @pytest.mark.parametrize("name", ["某市办法", "mof-2020-10", " ", "MOF-2020-10 ", "\ud800"])
    def test_unknown(self, name):
        table = attrs.evolve(form(row("1", "1")), standard=name)
        for call in (standard_of, evaluate):
            with pytest.raises(StandardError) as caught:
                call(table)
            assert caught.value.code == "standard.unknown"
            assert "MOF-2020-10" in caught.value.explain("en")
            assert "MOF-2020-10" in caught.value.explain("zh")

    @pytest.mark.parametrize("name", ["", "MOF-2020-10", "某省办法"])
    def test_asked_for(self, name):
        table = attrs.evolve(form(row("1", "1")), standard=name)
        assert evaluate(table, standard=self.OTHER).standard == "某市办法"


class TestTotal:
    def test_sum_of_rounded_scores(self):
        card = evaluate(form(row("3", "1", 10), row("3", "1", 10), row("3", "1", 10), row("1", "1", 60)))
        assert [str(score.points) for score in card.scores] == ["3.33", "3.33", "3.33", "60.00"]
        assert str(card.total) == "79.99"
        assert card.grade.label == "中"
        assert (card.full, card.notes) == (100, ())
        assert (card.standard, card.version) == ("MOF-2020-10", VERSION)

    @pytest.mark.parametrize(
        ("actual", "total", "label"),
        [
            ("10000", "100.00", "优"),
            ("8889", "90.00", "优"),
            ("8888", "89.99", "良"),
            ("7778", "80.00", "良"),
            ("7777", "79.99", "中"),
            ("5556", "60.00", "中"),
            ("5555", "60.00", "中"),  # 49.995 goes up
            ("5554", "59.99", "差"),
            ("0", "10.00", "差"),
        ],
    )
    def test_grade(self, actual, total, label):
        card = evaluate(form(row("10000", actual)))
        assert (str(card.total), card.grade.label) == (total, label)

    def test_one_undefined_score(self):
        card = evaluate(form(row("≥95%", "75%", 20), row("效果明显", "达成预期指标", 70)))
        assert str(card.scores[0].points) == "15.79"
        assert card.total == card.grade == Undefined("undefined.total", {"count": 1, "of": 3})
        assert card.full == 100
        assert card.explain().split("\n")[-2] == "总分：无法确定，3项得分中有1项无法确定"

    def test_unit_mismatch_keeps_the_others(self):
        card = evaluate(form(row("≥60人", "540人次", 20), row("≥95%", "95%", 70)))
        assert card.scores[0].points == Undefined("undefined.units", {"one": "人次", "other": "人"})
        assert card.scores[0].full == 20
        assert str(card.scores[1].points) == "70.00"
        assert card.total.code == "undefined.total"

    def test_no_weights(self):
        card = evaluate(form(row("≥95%", "95%", None), row("≥95%", "95%", 90)))
        assert card.full == Undefined("undefined.weights", {"count": 1, "of": 3})
        assert card.total.code == "undefined.total"
        assert card.notes == ()

    @pytest.mark.parametrize("goals", [[], [Goal("目标")]], ids=["no goals", "no indicators"])
    def test_no_indicators(self, goals):
        card = evaluate(Evaluation(Department("某局"), 2023, budget=FULL, goals=goals))
        assert str(card.budget_score.points) == "10.00"
        assert card.total == card.grade == Undefined("undefined.no-indicators")
        assert card.scores == ()

    @pytest.mark.parametrize(("weight", "total"), [("88", "98"), ("90.01", "100.01"), ("100", "110")])
    def test_weights_that_add_to_something_else(self, weight, total):
        card = evaluate(form(row("1", "1", weight)))
        assert notes(card) == ["note.weights-sum"]
        assert dict(card.notes[0].details) == {"sum": total, "full": "100"}
        assert str(card.total) == f"{Decimal(total):.2f}"

    def test_sums_are_exact(self):
        card = evaluate(form(row("1", "1", Decimal(10**33)), row("1", "1", "0.01")))
        assert str(card.total) == f"{10**33 + 10}.01"

    def test_context_of_the_caller(self):
        table = form(row("24", "5", 3), row("7", "3", "86.99"))
        expected = evaluate(table).explain()
        with localcontext() as context:
            context.prec = 3
            assert evaluate(table).explain() == expected

    def test_every_total_has_a_grade(self):
        with pytest.raises(StandardError) as caught:
            attrs.evolve(BOOK, grades=BOOK.grades[:1])
        assert caught.value.code == "standard.grades-end"

    @pytest.mark.parametrize("standard", ["MOF-2020-10", "", 2020], ids=repr)
    def test_the_name_of_a_rule_book_is_none(self, standard):
        for call, given in ((evaluate, form(row("2", "1"))), (score, row("2", "1"))):
            with pytest.raises(TypeError, match="expected ScoringStandard"):
                call(given, standard=standard)


class TestRows:
    def test_paths_and_order(self):
        goals = [
            Goal("一", indicators=[row("1", "1")]),
            Goal("二", indicators=[row("1", "1"), row("2", "1")]),
        ]
        card = evaluate(Evaluation(Department("某局"), 2023, budget=FULL, goals=goals))
        assert [score.path for score in card.scores] == [
            "$.goals[0].indicators[0]",
            "$.goals[1].indicators[0]",
            "$.goals[1].indicators[1]",
        ]
        assert next(iter(card)).path == "$.budget"

    def test_year_of_the_form(self):
        card = evaluate(form(row("每天1次", "365次")))
        assert str(card.scores[0].points) == "90.00"

    def test_printed_scores_are_not_looked_at(self):
        told = attrs.evolve(row("2", "1"), reported_points="90")
        assert evaluate(form(told)).scores == evaluate(form(row("2", "1"))).scores

    def test_explanation_is_a_line_a_score(self):
        card = evaluate(form(row("≥95%", "75%", 20), row("1", "1", 70)))
        lines = card.explain().split("\n")
        assert lines[1] == "指标：20 × 75% ÷ 95% = 15.789473…，取 15.79 分（按完成比例计分，MOF-2020-10）"
        assert lines[-1] == "总分：10.00 + 15.79 + 70.00 = 95.79，等级“优”（MOF-2020-10）"
        assert (
            card.explain("en").split("\n")[-1]
            == "total: 10.00 + 15.79 + 70.00 = 95.79, grade excellent (MOF-2020-10)"
        )
