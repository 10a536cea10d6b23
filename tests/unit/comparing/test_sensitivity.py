"""Sensitivity: the neighbouring figures between which the grade changes, and why there may be none."""

import json
from decimal import Decimal
from fractions import Fraction
from unittest.mock import patch

import attrs
import pytest

import govperf as gp
from govperf.comparing import sensitivity, what_if
from govperf.comparing.grid import Grid
from govperf.comparing.tipping import first_step, stops_around
from govperf.comparing.weighing import shared
from govperf.errors import DataError, LimitError, StandardError
from govperf.limits import LIMITS
from govperf.model import Award
from govperf.standards import TotalCap

BUDGET = gp.Budget(2023, adjusted="100万元", executed="100万元")


def row(name="甲", **fields):
    return gp.Indicator(name, **{"target": "≥100%", "actual": "80%", "weight": 50, **fields})


def form(*rows, **fields):
    return gp.Evaluation(
        "某局", **{"year": 2023, "budget": BUDGET, "goals": [gp.Goal("目标", indicators=rows)], **fields}
    )


def moved(first, *others, **fields):
    """The tipping points of the actual of the first row: last and first figure, and the grade."""
    found = sensitivity(form(first, *others), **fields).rows[1]
    return [
        tip.code if isinstance(tip, gp.Undefined) else (str(tip.last), str(tip.first), tip.grade.label)
        for tip in (found.down, found.up)
    ]


SURE = row("乙", actual="100%", weight=40)


class TestMargins:
    """Grades begin at 90, 80 and 60, on totals with two digits."""

    @pytest.mark.parametrize(
        ("actual", "total", "loss", "gain"),
        [
            ("80%", "90.00", "0.01", "undefined.no-higher"),
            ("79.98%", "89.99", "10.00", "0.01"),
            ("60%", "80.00", "0.01", "10.00"),
            ("59.98%", "79.99", "20.00", "0.01"),
            ("20%", "60.00", "0.01", "20.00"),
            ("19.98%", "59.99", "undefined.no-lower", "0.01"),
            ("100%", "100.00", "10.01", "undefined.no-higher"),
        ],
    )
    def test_points_to_the_next_grade(self, actual, total, loss, gain):
        found = sensitivity(form(row(actual=actual), SURE))
        assert found.card.total == Decimal(total)
        for value, expected in ((found.loss, loss), (found.gain, gain)):
            assert (value.code if isinstance(value, gp.Undefined) else str(value)) == expected

    def test_a_grade_that_lies_above_all_points(self):
        found = sensitivity(form(row(actual="100%"), row("乙", actual="100%", weight=20)))
        assert found.gain == gp.Undefined("undefined.no-higher", {"end": "80.00"})
        assert found.loss == Decimal("0.01")

    def test_weights_that_are_not_all_known(self):
        judged = gp.Undefined("undefined.weights", {"count": 1, "of": 3})
        made = gp.evaluate(form(row(), SURE))
        with patch("govperf.comparing.leeway.evaluate", lambda *_, **__: attrs.evolve(made, full=judged)):
            assert sensitivity(form(row(), SURE)).gain.code == "undefined.no-higher"


class TestActuals:
    @pytest.mark.parametrize(
        ("first", "expected"),
        [
            # 50 points of 100: 90.00 at 80%, so that 89.99 begins below 79.99% (39.995 rounds up)
            (row(), [("80%", "79%", "良"), "undefined.never"]),
            (row(actual="80.00%"), [("79.99%", "79.98%", "良"), "undefined.never"]),
            (row(actual="79%"), [("60%", "59%", "中"), ("79%", "80%", "优")]),
            (row(actual="12.00场", target="≥15场"), [("12.00场", "11.99场", "良"), "undefined.never"]),
            # the other way round: 50 × 24 ÷ 30 = 40.00
            (row(target="≤24小时", actual="30小时"), ["undefined.never", ("30小时", "31小时", "良")]),
            (
                row(target="≤24小时", actual="40小时"),
                [("31小时", "30小时", "优"), ("40小时", "41小时", "中")],
            ),
            # a target of zero is met or not
            (row(target="=0起", actual="0起"), ["undefined.no-way", ("0起", "1起", "差")]),
            (row(target="=0起", actual="1起"), [("1起", "0起", "优"), "undefined.never"]),
            # a part of some cases, never more than all of them
            (
                row(target="≥100%", actual="100次中80次"),
                [("100次中80次"[-3:], "79次", "良"), "undefined.never"],
            ),
            # a bare figure takes the unit of its target
            (row(actual="80"), [("80%", "79%", "良"), "undefined.never"]),
            # the step is that of the finer of the two
            (row(target="≥100.0%", actual="80%"), [("80.0%", "79.9%", "良"), "undefined.never"]),
            # another unit does not make it finer
            (row(target="≥10.000公里", actual="8000米"), [("7999米", "7998米", "良"), "undefined.never"]),
        ],
    )
    def test_the_two_neighbours(self, first, expected):
        assert [
            item if isinstance(item, str) else (item[0].replace(",", ""), item[1].replace(",", ""), item[2])
            for item in moved(first, SURE)
        ] == expected

    def test_more_digits(self):
        assert moved(row(), SURE, digits=0)[0] == ("80%", "79%", "良")
        assert moved(row(), SURE, digits=2)[0] == ("79.99%", "79.98%", "良")
        assert moved(row(), SURE, digits=4)[0] == ("79.9900%", "79.9899%", "良")
        assert moved(row(actual="80.00%"), SURE, digits=0)[0] == ("79.99%", "79.98%", "良")

    def test_above_a_range_there_is_no_grade(self):
        found = sensitivity(form(row(target="80～90%", actual="85%"), SURE)).rows[1]
        assert (str(found.up.last), str(found.up.first), found.up.grade.code) == (
            "90%",
            "91%",
            "undefined.total",
        )
        assert found.up.explain("en") == "no grade from 91% on, 1 of 3 scores are undefined"
        assert found.up.explain("zh") == "到91%没有等级，3项得分中有1项无法确定"

    @pytest.mark.parametrize(
        ("actual", "code"),
        [("很好", "undefined.total"), ("2023年5月", "undefined.total")],
    )
    def test_without_a_total_everything_is_undefined(self, actual, code):
        found = sensitivity(form(row(actual=actual), SURE))
        assert found.loss.code == found.gain.code == code
        assert {getattr(item, name).code for item in found.rows for name in ("down", "up", "figure")} == {
            code
        }
        assert [item.points for item in found.rows[1:]] == [score.points for score in found.card.scores]
        assert found.explain("en").splitlines()[0] == "total: undefined, 1 of 3 scores are undefined"

    def test_prose_does_not_move(self):
        judged = row(target="效果明显", actual="明显", award=40)
        dated = row("丙", target="2023年6月前", actual="2023年5月", weight=10)
        found = sensitivity(form(judged, dated, row("乙", actual="100%", weight=30)))
        assert [item.down.code for item in found.rows[1:3]] == ["undefined.no-figure"] * 2
        assert found.rows[1].up.explain("en") == "the actual is not one figure that could move: 明显"

    def test_no_actual_at_all(self):
        found = sensitivity(form(row(actual=None, award=40), SURE))
        assert found.rows[1].figure == gp.Undefined("undefined.no-figure", {"text": "—"})

    def test_points_that_do_not_follow_from_the_figure(self):
        found = sensitivity(form(row(actual="约200%"), SURE)).rows[1]
        assert str(found.figure) == "200%"
        judged = sensitivity(form(row(target="不低于去年", actual="5条", award=40), SURE)).rows[1]
        assert judged.down.code == "undefined.never"

    def test_a_figure_that_a_share_of_cases_hides(self):
        with patch("govperf.comparing.levers.score", lambda *_, **__: gp.score(row(actual="3%"))):
            found = sensitivity(form(row(), SURE)).rows[1]
        assert found.figure == gp.Undefined("undefined.not-by-figure", {"figure": "80%"})

    def test_a_figure_with_too_many_digits(self):
        found = sensitivity(form(row(actual="80%"), SURE), digits=34)
        assert found.rows[1].down.code == found.rows[0].down.code == "undefined.too-fine"
        assert sensitivity(form(row(actual="80%"), SURE), digits=31).rows[1].down.grade.label == "良"

    @pytest.mark.parametrize("digits", [-1, 35])
    def test_digits_out_of_range(self, digits):
        with pytest.raises(DataError) as caught:
            sensitivity(form(row(), SURE), digits=digits)
        assert (caught.value.code, caught.value.path) == ("data.digits", "digits")

    def test_only_evaluations(self):
        with pytest.raises(TypeError):
            sensitivity(gp.evaluate(form(row(), SURE)))

    def test_the_whole_form_has_the_last_word(self):
        """Here the row alone has no points at 79%, and the whole form has."""
        with patch("govperf.comparing.levers.score", side_effect=_refusing(gp.score)):
            found = sensitivity(form(row(), SURE)).rows[1]
        assert (str(found.down.last), str(found.down.first), found.down.grade.label) == ("80%", "79%", "良")


def _refusing(score):
    def scored(indicator, **context):
        if str(indicator.actual) == "79%":
            gp.completion_rate("5人", "5次")
        return score(indicator, **context)

    return scored


class TestBudget:
    def test_the_expenditure_moves(self):
        budget = gp.Budget(2023, adjusted="200万元", executed="180万元")
        found = sensitivity(form(row(), row("乙", actual="100%", weight=41), budget=budget)).rows[0]
        assert (str(found.figure), str(found.down.last), str(found.down.first)) == (
            "180万元",
            "180万元",
            "179万元",
        )
        assert (found.lighter.code, found.up.code) == ("undefined.no-other-weights", "undefined.never")
        assert found.explain("en").startswith(
            "预算执行率: down: good from 179万元 on; up: the grade is the same"
        )

    def test_a_budget_that_counts_for_nothing(self):
        bare = gp.Budget(2023, executed="5万元", weight=0)
        found = sensitivity(form(row(weight=90), row("乙", weight=10), budget=bare))
        assert found.rows[0].down.code == found.rows[0].up.code == "undefined.never"
        book = gp.standard()
        book = attrs.evolve(book, execution_points=attrs.evolve(book.execution_points, value=Decimal(0)))
        found = sensitivity(form(row(weight=90), row("乙", weight=10), budget=None), standard=book)
        assert found.rows[0].figure == gp.Undefined("undefined.no-figure", {"text": "—"})

    def test_many_digits(self):
        budget = gp.Budget(2023, adjusted="100万元", executed="100万元")
        found = sensitivity(form(row(), SURE, budget=budget), digits=34).rows[0]
        assert found.down.code == "undefined.too-fine"


class TestWeights:
    """The other weights share the difference in proportion, to the cent; the sum stays."""

    def test_a_weight_that_moves(self):
        # 80 % of the first weight, all of the second: 90.00 at 50, a point heavier loses 0.20
        found = sensitivity(form(row(), SURE)).rows[1]
        assert (found.heavier.last, found.heavier.first, found.heavier.grade.label) == (50, 51, "良")
        assert found.lighter == gp.Undefined("undefined.never", {"end": "0"})
        other = sensitivity(form(row(), SURE)).rows[2]
        assert (other.lighter.last, other.lighter.first, other.heavier.code) == (40, 39, "undefined.never")

    def test_a_finer_weight_moves_in_finer_steps(self):
        found = sensitivity(form(row(weight="49.5"), row("乙", actual="100%", weight="40.5"))).rows[1]
        assert (found.heavier.last, found.heavier.first) == (Decimal("50.0"), Decimal("50.1"))

    def test_all_weight_and_none(self):
        # 10.00 + 90 % of 90 = 91.00 whatever the weights
        rows = row(weight=90, actual="90%"), row("乙", actual="90%", weight=0)
        found = sensitivity(form(*rows)).rows
        assert found[1].lighter.code == "undefined.no-other-weights"
        assert (found[2].lighter.code, found[2].heavier.code) == ("undefined.no-way", "undefined.never")
        alone = sensitivity(form(row(weight=90, actual="90%"))).rows[1]
        assert alone.heavier == gp.Undefined("undefined.no-other-weights")

    def test_weights_shared_to_the_hundredth(self):
        assert shared(Decimal(10), [Decimal(1), Decimal(1), Decimal(1)]) == [
            Decimal("3.34"),
            Decimal("3.33"),
            Decimal("3.33"),
        ]
        assert shared(Decimal("0.001"), [Decimal(1), Decimal(3)]) == [Decimal(0), Decimal("0.001")]
        assert shared(Decimal(0), [Decimal(1), Decimal(0)]) == [0, 0]

    def test_points_of_a_person_do_not_move_with_the_weight(self):
        judged = row(target="效果明显", actual="明显", weight=30, award=Award(20))
        table = form(row(weight=30, actual="10%"), judged, row("乙", actual="10%", weight=30))
        found = sensitivity(table).rows[2]
        assert (found.lighter.last, found.lighter.first) == (20, 19)
        assert isinstance(found.lighter.grade, gp.Undefined)  # less weight than its award
        assert found.heavier == gp.Undefined("undefined.never", {"end": "90"})

    def test_every_whole_weight_was_tried(self):
        first, others = (
            row(actual="93%", weight=30),
            [row("乙", actual="71%", weight=25), row("丙", weight=35)],
        )
        table = form(first, *others)
        grade = gp.evaluate(table).grade
        tip = sensitivity(table).rows[1]
        for weight in range(91):
            shares = shared(Decimal(90 - weight), [Decimal(25), Decimal(35)])
            made = what_if(
                table, {name: {"weight": w} for name, w in zip("甲乙丙", (weight, *shares), strict=True)}
            )
            low = -1 if isinstance(tip.lighter, gp.Undefined) else tip.lighter.first
            high = 91 if isinstance(tip.heavier, gp.Undefined) else tip.heavier.first
            assert (gp.evaluate(made).grade == grade) == (low < weight < high)


class TestOtherRuleBooks:
    """Where the total is not the sum of its rows, the whole form is evaluated each time."""

    def test_a_cap_by_the_execution_rate(self):
        book = gp.standard()
        clause = book.full.clause
        capped = attrs.evolve(
            book, total_cap=TotalCap(((0, Decimal(79)), (Fraction(1, 2), Decimal(100))), clause)
        )
        table = form(row(actual="90%"), SURE, budget=gp.Budget(2023, adjusted="100万元", executed="50万元"))
        found = sensitivity(table, standard=capped)
        assert (found.card.total, found.card.grade.label) == (Decimal("90.00"), "优")
        assert (str(found.rows[0].down.first), found.rows[0].down.grade.label) == ("49万元", "中")
        low = attrs.evolve(table, budget=gp.Budget(2023, adjusted="100万元", executed="49万元"))
        found = sensitivity(low, standard=capped)
        assert (found.card.total, found.rows[1].up.code) == (Decimal(79), "undefined.never")
        # 79 is 90.90 before the cap: 60 are left when 30.90 are lost, not when 19 are
        assert (str(found.rows[1].down.last), str(found.rows[1].down.first)) == ("31%", "30%")
        assert found.rows[1].heavier.code == found.rows[1].lighter.code == "undefined.never"

    def test_rounding_the_total_alone(self):
        book = gp.standard()
        late = attrs.evolve(book, rounding=attrs.evolve(book.rounding, level="total"))
        table = form(row(actual="80.00%"), SURE)
        found = sensitivity(table, standard=late).rows[1].down
        for figure, same in ((found.last, True), (found.first, False)):
            card = gp.evaluate(what_if(table, {"甲": {"actual": figure}}), standard=late)
            assert (card.grade.label == "优") is same

    def test_totals_without_a_grade(self):
        """As of a rule book of somebody's own."""
        grade = gp.ScoringStandard.grade

        def short(book, total):
            if total < 60:
                raise StandardError("standard.no-grade", str(total), details={"standard": book.name})
            return grade(book, total)

        with patch.object(gp.ScoringStandard, "grade", short):
            found = sensitivity(form(row(actual="20%"), SURE))
        assert (found.card.total, found.loss) == (Decimal("60.00"), Decimal("0.01"))
        assert (str(found.rows[1].down.first), found.rows[1].down.grade.code) == ("19%", "standard.no-grade")
        assert "59.50" in found.rows[1].down.explain("en")

    def test_an_indicator_that_does_not_apply(self):
        book = gp.standard("MOF-2020-10")
        spare = row("丙", weight=10, not_applicable="没有此项业务")
        policy = attrs.evolve(book.not_applicable, policy="redistribute")
        found = sensitivity(
            form(row(weight=40), SURE, spare), standard=attrs.evolve(book, not_applicable=policy)
        )
        assert isinstance(found.card.total, Decimal)
        assert found.rows[3].down.code == "undefined.not-applicable"
        tip = found.rows[1].down
        assert tip.grade != found.card.grade


class TestPieces:
    def test_the_first_step_on_the_way(self):
        tried = []

        def stays(number):
            tried.append(number)
            return number > 10

        assert first_step(stays, 100, [99, 50, 0]) == (11, 10)
        assert tried[:3] == [99, 50, 0]
        assert first_step(lambda _: True, 0, [1, 2]) is None
        assert first_step(lambda _: False, 0, []) is None
        assert first_step(lambda number: number < 1, 0, [1]) == (0, 1)

    def test_stops_go_away_from_the_figure(self):
        below, above = stops_around(50, [100], low=0, high=1000)
        assert below == sorted(below, reverse=True)
        assert above == sorted(above)
        assert {0, 49} <= set(below)
        assert {51, 99, 100, 101, 110, 120, 130, 150, 200, 300} <= set(above)
        assert above[-3:] == [300, 600, 1000]
        assert stops_around(5, [], low=0, high=5)[1] == []

    def test_grids(self):
        grid = Grid.of(gp.Quantity("8000", "米"), [gp.Quantity("10.0001", "公里")], None)
        assert (grid.places, grid.steps(gp.Quantity("10.0001", "公里"))) == (0, 10000)
        assert Grid.of(gp.Quantity("-1.5", "%"), [], None).start == -15
        assert Grid.of(gp.Quantity("-1.5", "%"), [], 0).places == 1

    @pytest.mark.parametrize(
        ("figure", "marks", "end"),
        [
            ("81%", ["90%"], 100),
            ("100%", ["0%"], 100),
            ("0%", [], 100),
            ("81.0%", ["90%"], 1000),
            ("101%", ["90%"], 1010),
            ("81%", ["101%"], 1010),
            ("8成", [], 10),
            ("-5%", [], 100),
            ("11场", ["12场"], 120),
            ("13场", ["12场"], 130),
            ("-13场", ["12场"], 130),
            ("800米", ["1公里"], 10000),
            ("0起", ["0起"], 100),
        ],
    )
    def test_a_share_ends_with_the_whole_and_another_figure_at_ten_times(self, figure, marks, end):
        figure, *marks = (gp.Quantity.parse(text) for text in (figure, *marks))
        assert Grid.of(figure, [], None).end(marks, 10) == end

    def test_a_figure_never_ends_with_too_many_digits(self):
        grid = Grid(gp.Quantity(9 * 10**33, "场"), 0)
        assert len(str(grid.at(grid.end([], 10)).magnitude)) == 34


def test_records_are_plain_data():
    found = sensitivity(form(row(), SURE))
    assert json.loads(json.dumps(found.records())) == found.records()
    assert found.records("en")[1] == {
        "path": "$.goals[0].indicators[0]",
        "name": "甲",
        "unit": "%",
        "points": "40.00",
        "weight": "50",
        "figure": "80",
        "down": {"kind": "changed", "last": "80", "first": "79", "grade": "good"},
        "up": {"undefined": "undefined.never", "reason": "the grade is the same as far as 100%"},
        "lighter": {"undefined": "undefined.never", "reason": "the grade is the same as far as 0"},
        "heavier": {"kind": "changed", "last": "50", "first": "51", "grade": "good"},
        "notes": [],
    }
    judged = sensitivity(form(row(target="效果明显", actual="明显", award=40), SURE)).records()
    assert (judged[1]["unit"], judged[1]["figure"]) == (
        "",
        {"undefined": "undefined.no-figure", "reason": "实际完成值不是可以变动的单一数值：明显"},
    )
    unknown = sensitivity(form(row(actual="很好"), SURE))
    assert json.loads(json.dumps(unknown.records())) == unknown.records()


def test_another_grade_and_no_grade_are_told_apart():
    found = sensitivity(form(row(target="80～90%", actual="85%"), SURE))
    down, up = found.rows[1].down, found.rows[1].up
    assert (down.kind, up.kind) == ("changed", "lost")
    assert found.records()[1]["up"] == {
        "kind": "lost",
        "last": "90",
        "first": "91",
        "grade": {"undefined": "undefined.total", "reason": "3项得分中有1项无法确定"},
    }


@pytest.mark.parametrize("actual", ["近900人次", "约900人次", "900余人次"])
def test_the_tipping_points_of_an_approximate_actual_are_those_of_exact_figures(actual):
    found = sensitivity(form(row(target="≥500人次", actual=actual), SURE))
    assert found.rows[1].notes == (gp.Note("note.exactly", {"text": actual}),)
    assert str(found.rows[1].figure) == "900人次"
    assert (
        found.rows[1]
        .explain("en")
        .endswith(f"({actual} is approximate: its tipping points are those of exact figures)")
    )
    assert found.records()[1]["notes"] == [f"{actual}为约数，临界点按准确数值测算"]
    assert found.rows[0].notes == found.rows[2].notes == ()


def test_more_rows_than_the_limit():
    rows = [row(f"{i}", weight=0, actual=None, target=None) for i in range(LIMITS.sensitivity_rows)]
    assert len(sensitivity(form(*rows)).rows) == LIMITS.sensitivity_rows + 1
    with pytest.raises(LimitError) as caught:
        sensitivity(form(*rows, row()))
    assert caught.value.explain("en") == "a sensitivity is computed for at most 200 indicators, not 201"


def test_the_name_of_a_rule_book_is_none():
    with pytest.raises(TypeError, match="expected ScoringStandard, not str"):
        sensitivity(form(row(), SURE), standard="MOF-2020-10")


def test_everything_is_said():
    found = sensitivity(form(row(), SURE))
    assert found.explain().splitlines()[:2] == [
        "总分 90.00，等级“优”；失分多少等级改变：0.01；得分多少等级改变：升到100.00分，等级仍不变",
        "预算执行率：执行数减少：到99万元变为“良”；增加：变到200万元，等级仍不变",
    ]
    assert found.rows[1].explain("en") == (
        "甲: actual down: good from 79% on; up: the grade is the same as far as 100%; "
        "weight down: the grade is the same as far as 0; up: good from 51 on"
    )
