"""The rules of totals, grades, rounding and sums in prose, each with its worked numbers."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp
from govperf.standards import grade_scale

WHOLE = gp.Budget(2023, adjusted="100万元", executed="100万元")


def card(*rows, budget=WHOLE, standard=None):
    indicators = [
        gp.Indicator("指标", target=target, actual=actual, weight=weight) for target, actual, weight in rows
    ]
    table = gp.Evaluation(
        gp.Department("某局"), 2023, budget=budget, goals=[gp.Goal("目标", indicators=indicators)]
    )
    return gp.evaluate(table, standard=standard)


class TestWeights:
    """Rule 31. With the points of the budget the weights make a hundred; where they do not, it is said."""

    def test_hundred(self):
        weights = [8, 8, 8, 8, 8, 10, 10, 10, 10, 10]
        made = card(*(("1", "1", weight) for weight in weights))
        assert (made.full, made.notes) == (100, ())

    def test_something_else(self):
        made = card(("1", "1", 88))
        assert "98" in made.notes[0].explain()


class TestTotal:
    """Rule 35. The rounded scores and that of the budget, added; then the grade."""

    def test_worked(self):
        budget = gp.Budget(2021, adjusted="100万元", executed="92.8万元")
        made = card(("100", "74", 90), ("1", "1", "7.4"), budget=budget)
        assert [str(score.points) for score in made] == ["9.28", "66.60", "7.40"]
        assert (str(made.total), made.grade.label) == ("83.28", "良")

    def test_rounded_before_they_are_added(self):
        made = card(*(("3", "2", 10) for _ in range(9)))
        assert str(made.total) == "70.03"  # 9 × 6.67 + 10; unrounded it would be 70.00

    @pytest.mark.parametrize(
        ("level", "wanted", "step"),
        [
            ("score", "70.03", []),
            ("level", "70.01", ["step.rounded-level"]),  # 26.67 + 26.67 + 6.67 + 10
            ("total", "70.00", ["step.rounded-total"]),
        ],
    )
    def test_rounded_where_the_standard_says(self, level, wanted, step):
        """A choice of the rule book: of each score, of each first level, or of the total alone."""
        book = gp.standard()
        book = attrs.evolve(book, rounding=attrs.evolve(book.rounding, level=level))
        rows = [
            gp.Indicator("指标", category=(first,), target="3", actual="2", weight=10)
            for first in ("产出", "效益", "产出", "效益", "产出", "效益", "满意度", "产出", "效益")
        ]
        made = gp.evaluate(
            gp.Evaluation("某局", 2023, budget=WHOLE, goals=[gp.Goal("目标", indicators=rows)]), standard=book
        )
        assert {str(score.points) for score in made.scores} == {"6.67"}
        assert (str(made.total), [note.code for note in made.steps]) == (wanted, step)
        assert made.full == 100


class TestGrades:
    """Rule 36. Half-open bands on the total as rounded: a bound belongs to the better grade."""

    @pytest.mark.parametrize(
        ("exact", "total", "label"),
        [
            ("90", "90.00", "优"),
            ("89.995", "90.00", "优"),
            ("89.994", "89.99", "良"),
            ("80", "80.00", "良"),
            ("79.99", "79.99", "中"),
            ("60", "60.00", "中"),
            ("59.99", "59.99", "差"),
        ],
    )
    def test_bounds(self, exact, total, label):
        made = card(("90", str(Decimal(exact) - 10), 90))
        assert (str(made.total), made.grade.label) == (total, label)

    def test_published_total(self):
        assert gp.standard().grade(Decimal("83.28")).label == "良"

    def test_other_table(self):
        bands = tuple(
            gp.Grade(label, label, Decimal(lower))
            for label, lower in [("优", 80), ("良", 70), ("中", 60), ("差", 0)]
        )
        book = attrs.evolve(gp.standard(), grades=bands)
        assert card(("90", "70", 90), standard=book).grade.label == "优"

    @pytest.mark.parametrize(
        ("total", "label"),
        [
            ("100.00", "优"),
            ("80.00", "优"),
            ("79.99", "良"),
            ("70.00", "良"),
            ("69.99", "中"),
            ("60.00", "中"),
            ("59.99", "差"),
            ("0.00", "差"),
        ],
    )
    def test_a_scale_of_a_province(self, total, label):
        book = attrs.evolve(gp.standard(), grades=grade_scale("80-70-60").grades)
        assert book.grade(Decimal(total)).label == label

    @pytest.mark.parametrize(
        ("total", "label"),
        [("89.50", "良"), ("89.99", "良"), ("90.00", "优"), ("79.99", "中"), ("59.99", "差")],
    )
    def test_a_scale_in_whole_points_has_no_gaps(self, total, label):
        book = attrs.evolve(gp.standard(), grades=grade_scale("central-integer").grades)
        assert book.grade(Decimal(total)).label == label

    @pytest.mark.parametrize("name", ["MOF-2020-10", "MOF-2021-101", "HUBEI-2020", "MOF-2013-53"])
    def test_every_standard_grades_so(self, name):
        labels = [
            gp.standard(name).grade(Decimal(total)).label for total in ("90", "89.99", "79.99", "59.99")
        ]
        assert labels == ["优", "良", "中", "差"]


class TestRounding:
    """Rule 43. Half up, once; half to even where a standard says so."""

    @pytest.mark.parametrize(
        ("exact", "half_up", "half_even"),
        [("83.285", "83.29", "83.28"), ("28.165", "28.17", "28.16"), ("8.53459", "8.53", "8.53")],
    )
    def test_worked(self, exact, half_up, half_even):
        book = gp.standard()
        even = attrs.evolve(book, rounding=attrs.evolve(book.rounding, mode="half_even"))
        indicator = gp.Indicator("指标", target="≥100", actual=exact, weight=100)
        assert str(gp.score(indicator, standard=book).points) == half_up
        assert str(gp.score(indicator, standard=even).points) == half_even

    @pytest.mark.parametrize(
        ("value", "wanted"),
        [("28.175", "28.18"), ("28.165", "28.16"), ("-28.165", "-28.16"), ("28.1650001", "28.17")],
    )
    def test_half_to_even(self, value, wanted):
        """GB/T 8170: five and nothing behind it goes to the even digit, of the absolute value."""
        assert str(gp.round_half_even(Decimal(value), 2)) == wanted

    @pytest.mark.parametrize(
        ("value", "wanted"),
        [("83.285", "83.29"), ("83.2849", "83.28"), ("-83.285", "-83.29"), ("1.005", "1.01")],
    )
    def test_half_up(self, value, wanted):
        assert str(gp.round_half_up(Decimal(value), 2)) == wanted

    @pytest.mark.parametrize(
        ("rate", "wanted", "noted"), [(None, "5.71", False), (4, "5.72", True), (2, "5.60", True)]
    )
    def test_the_rate_first_where_the_standard_says(self, rate, wanted, noted):
        """40 × 1/7 is 5.714…; of 14.29 % it is 5.716, of 14 % it is 5.60."""
        book = gp.standard()
        book = attrs.evolve(book, rounding=attrs.evolve(book.rounding, rate=rate))
        score = gp.score(gp.Indicator("指标", target="7", actual="1", weight=40), standard=book)
        assert str(score.points) == wanted
        assert ("note.figure-rounded" in [note.code for note in score.notes]) == noted

    def test_a_rate_that_ends_is_not_rounded(self):
        book = gp.standard()
        book = attrs.evolve(book, rounding=attrs.evolve(book.rounding, rate=4))
        score = gp.score(gp.Indicator("指标", target="≥8", actual="1", weight=40), standard=book)
        assert (str(score.points), score.notes) == ("5.00", ())


class TestReadFigures:
    """Rule 46. Figures as reports print them, with what is irregular or only about right."""

    @pytest.mark.parametrize(
        ("cell", "quantity", "approximation"),
        [
            ("22.2 万 170 项", gp.Quantity(222170, "项"), "exact"),
            ("1 万余条", gp.Quantity(10000, "条"), "at_least"),
            ("3,508.66万元", gp.Quantity("3508.66", "万元"), "exact"),
            ("226,145,100.00 元", gp.Quantity("22614.51", "万元"), "exact"),
            ("近 540 条", gp.Quantity(540, "条"), "at_most"),
            ("55 万多次", gp.Quantity(55, "万次"), "at_least"),
            ("10001条", gp.Quantity(10001, "条"), "exact"),
            ("约1.5亿元", gp.Quantity("1.5", "亿元"), "about"),
        ],
    )
    def test_worked(self, cell, quantity, approximation):
        actual = gp.Actual(cell)
        assert (actual.quantity, actual.approximation.value) == (quantity, approximation)


class TestRead:
    """Rule 46. The same figures as bare numbers; what is irregular is said, what is none is refused."""

    @pytest.mark.parametrize(
        ("text", "number"),
        [("22.2 万 170", "222170"), ("3,508.66", "3508.66"), ("226,145,100.00", "226145100")],
    )
    def test_worked(self, text, number):
        assert gp.parse_number(text) == Decimal(number)

    def test_more_than_ten_thousand(self):
        reading = gp.read_number("1 万余")
        assert (reading.bound, reading.low, reading.high) == ("at_least", Decimal(10000), None)
        with pytest.raises(gp.InputError):
            gp.parse_number("1 万余")

    @pytest.mark.parametrize("text", ["12,34.5", "22万万万", ""])
    def test_none(self, text):
        with pytest.raises(gp.InputError):
            gp.parse_number(text)


class TestSumsInProse:
    """Rule 47. What a report counts in parts adds up to the whole that it prints."""

    @pytest.mark.parametrize(
        ("total", "parts"),
        [(624, (295, 201, 128)), (17, (13, 4)), (342, (150, 150, 42)), (78, (30, 42, 1, 5))],
    )
    def test_worked(self, total, parts):
        named = {f"第{i}项": f"{part}条" for i, part in enumerate(parts)}
        breakdown = gp.Breakdown("合计", total=f"{total}条", parts=named)
        table = gp.Evaluation(gp.Department("某局"), 2021, breakdowns=[breakdown])
        (check,) = gp.cross_checks(table)
        assert check.verdict.value == "equal"

    @pytest.mark.parametrize("total", [623, 625])
    def test_one_off(self, total):
        """Cases are counted, and not rounded: one too many is wrong."""
        parts = {"镇街": "295条", "部门": "201条", "企业": "128条"}
        table = gp.Evaluation(
            "某局", 2021, breakdowns=[gp.Breakdown("合计", total=f"{total}条", parts=parts)]
        )
        (check,) = gp.cross_checks(table)
        assert check.verdict.value == "broken"
        assert [finding.code for finding in gp.review(table)] == ["finding.broken-sum"]


class TestGrowth:
    """Rule 45. This year less last year, over last year; from nothing there is no rate."""

    @pytest.mark.parametrize(
        ("last", "this", "wanted"),
        [("30起", "22起", "-26.67%"), ("30起", "30起", "0.00%"), ("30起", "60起", "100.00%")],
    )
    def test_worked(self, last, this, wanted):
        assert str(gp.deviation_rate(last, this)) == wanted

    @pytest.mark.parametrize("this", ["0起", "22起"])
    def test_from_nothing(self, this):
        assert gp.deviation_rate("0起", this) == gp.Undefined("undefined.target-zero")

    @pytest.mark.parametrize(
        ("printed", "spent", "explained"),
        [
            ("26.7%", "26.6667万元", True),
            ("26.7%", "26.65万元", True),
            ("26.7%", "26.6499万元", False),
            ("26.7%", "26.75万元", True),
            ("26.7%", "26.7501万元", False),
            ("27%", "26.5万元", True),
            ("27%", "26.4999万元", False),
            ("26.67%", "26.7万元", False),
        ],
    )
    def test_a_printed_rate_may_be_off_by_half_its_last_digit(self, printed, spent, explained):
        budget = gp.Budget(2021, adjusted="100万元", executed=spent, reported_execution_rate=printed)
        form = gp.Evaluation("某局", 2021, budget=budget)
        found = gp.review(form, checks=gp.CHECKS.only("finding.rate-differs", "finding.rate-rounded"))
        assert bool(found) is not explained
