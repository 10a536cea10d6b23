"""The rules of totals, grades, rounding and sums in prose, each with its worked numbers."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp

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


class TestRounding:
    """Rule 43. Half up, once; half to even where a standard says so."""

    @pytest.mark.parametrize(
        ("exact", "half_up", "half_even"),
        [("83.285", "83.29", "83.28"), ("28.165", "28.17", "28.16"), ("8.53459", "8.53", "8.53")],
    )
    def test_worked(self, exact, half_up, half_even):
        book = gp.standard()
        even = attrs.evolve(book, rounding=attrs.evolve(book.rounding, mode="half_even"))
        indicator = gp.Indicator("指标", target="100", actual=exact, weight=100)
        assert str(gp.score(indicator, standard=book).points) == half_up
        assert str(gp.score(indicator, standard=even).points) == half_even


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
        ],
    )
    def test_worked(self, cell, quantity, approximation):
        actual = gp.Actual(cell)
        assert (actual.quantity, actual.approximation.value) == (quantity, approximation)


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
