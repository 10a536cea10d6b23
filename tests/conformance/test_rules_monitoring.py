"""The rules of performance monitoring, each with its worked numbers."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

import govperf as gp
from govperf.monitoring import (
    Light,
    behind_schedule,
    dual_light,
    execution_alert,
    expected_year_end,
    indicator_light,
    monitor,
    monitoring_rules,
    pro_rata_progress,
    self_evaluation_alert,
)


def budget(percent, **fields):
    return gp.Budget(2023, adjusted="100万元", executed=f"{percent}万元", **fields)


def lit(target, actual, *, month=7, rules=None):
    return indicator_light(gp.Indicator("指标", target=target, actual=actual), month=month, rules=rules)


class TestProRataProgress:
    """Rule 38. Months over 12, or days over the days of the year."""

    @pytest.mark.parametrize(
        ("month", "exact", "shown"),
        [
            (1, Fraction(1, 12), "8.33%"),
            (7, Fraction(7, 12), "58.33%"),
            (8, Fraction(2, 3), "66.67%"),
            (12, Fraction(1), "100.00%"),
        ],
    )
    def test_by_month(self, month, exact, shown):
        made = pro_rata_progress(month=month)
        assert (made.exact, str(made)) == (exact, shown)

    @pytest.mark.parametrize(
        ("day", "exact", "shown"),
        [
            (date(2023, 8, 31), Fraction(243, 365), "66.58%"),
            (date(2024, 8, 31), Fraction(244, 366), "66.67%"),
            (date(2023, 1, 1), Fraction(1, 365), "0.27%"),
            (date(2024, 2, 29), Fraction(60, 366), "16.39%"),
            (date(2024, 12, 31), Fraction(1), "100.00%"),
            (date(1900, 12, 30), Fraction(364, 365), "99.73%"),
            (date(2000, 12, 30), Fraction(365, 366), "99.73%"),
        ],
    )
    def test_by_day(self, day, exact, shown):
        made = pro_rata_progress(on=day)
        assert (made.exact, str(made)) == (exact, shown)


class TestExecutionAlert:
    """Rule 39. Execution rate over pro-rata progress: from 60 % on yellow, from 80 % on green."""

    @pytest.mark.parametrize(
        ("percent", "ratio", "light"),
        [("45", "77.14%", Light.YELLOW), ("52", "89.14%", Light.GREEN)],
    )
    def test_worked(self, percent, ratio, light):
        made = execution_alert(budget(percent), month=7)
        assert (str(made.ratio), made.light) == (ratio, light)

    @pytest.mark.parametrize(
        ("percent", "light"),
        [
            ("29.99", Light.RED),
            ("30", Light.YELLOW),
            ("30.01", Light.YELLOW),
            ("39.99", Light.YELLOW),
            ("40", Light.GREEN),
            ("40.01", Light.GREEN),
            ("500", Light.GREEN),
            ("0", Light.RED),
        ],
    )
    def test_limits_belong_to_the_better_light(self, percent, light):
        assert execution_alert(budget(percent), month=6).light is light

    @pytest.mark.parametrize("adjusted", ["0万元", None])
    def test_no_budget_is_red_and_has_no_rate(self, adjusted):
        made = execution_alert(gp.Budget(2023, adjusted=adjusted, executed="5万元"), month=7)
        assert made.light is Light.RED
        assert isinstance(made.ratio, gp.Undefined)
        assert isinstance(made.rate, gp.Undefined)

    def test_payment_progress_rate_is_the_same_ratio(self):
        """Rule 10. 52 % / 58.33 % = 89.14 %."""
        planned = budget(0, progress={7: "52万元"})
        assert execution_alert(planned, month=7).ratio == planned.payment_progress_rate(7)


class TestIndicatorProgress:
    """Rule 40. What was reached over what is due by now; ≤ and zero are met or not."""

    def test_worked(self):
        made = lit("≥120份", "49份")
        assert (str(made.ratio), made.ratio.exact, made.light) == ("70.00%", Fraction(49, 70), Light.YELLOW)

    @pytest.mark.parametrize(
        ("actual", "light"),
        [
            (41, Light.RED),
            (42, Light.YELLOW),
            (55, Light.YELLOW),
            (56, Light.GREEN),
            (70, Light.GREEN),
            (143, Light.GREEN),
            (144, Light.BLUE),
            (0, Light.RED),
        ],
    )
    def test_newer_edition_is_blue_from_120_percent_of_the_year(self, actual, light):
        assert lit("≥120份", f"{actual}份").light is light

    @pytest.mark.parametrize(
        ("actual", "light"),
        [
            (41, Light.RED),
            (42, Light.YELLOW),
            (56, Light.GREEN),
            (83, Light.GREEN),
            (84, Light.BLUE),
            (0, Light.RED),
        ],
    )
    def test_older_edition_is_blue_from_120_percent_of_what_is_due(self, actual, light):
        assert lit("≥120份", f"{actual}份", rules=monitoring_rules("pro_rata")).light is light

    @pytest.mark.parametrize(
        ("target", "actual", "light"),
        [
            ("≤24小时", "23小时", Light.GREEN),
            ("≤24小时", "24小时", Light.GREEN),
            ("≤24小时", "25小时", Light.RED),
            ("<5%", "4.99%", Light.GREEN),
            ("<5%", "5%", Light.RED),
            ("<5%", "5.01%", Light.RED),
            ("0起", "0起", Light.GREEN),
            ("0起", "1起", Light.RED),
            ("≤0起", "0起", Light.GREEN),
            ("≤0起", "1起", Light.RED),
        ],
    )
    def test_bounds(self, target, actual, light):
        assert lit(target, actual).light is light

    @pytest.mark.parametrize(
        ("word", "light"), [("达成", Light.GREEN), ("部分达成", Light.YELLOW), ("未达成", Light.RED)]
    )
    def test_qualitative(self, word, light):
        assert lit("效果明显", word).light is light

    @pytest.mark.parametrize(
        ("actuals", "light"),
        [
            (["41份", "49份", "70份", "144份"], Light.RED),
            (["49份", "70份", "144份"], Light.YELLOW),
            (["70份", "144份"], Light.GREEN),
            (["144份"], Light.BLUE),
        ],
    )
    def test_goal_has_the_worst_colour(self, actuals, light):
        rows = [gp.Indicator("指标", target="≥120份", actual=actual) for actual in actuals]
        form = gp.Evaluation("某局", 2023, goals=[gp.Goal("目标", indicators=rows)])
        (goal,) = monitor(form, month=7).goals
        assert goal.light is light


class TestDualMonitoring:
    """Rule 41. Money and goals both normal green; only the money yellow; money not normal red."""

    @pytest.mark.parametrize(
        ("money", "goals", "light"),
        [
            (Light.GREEN, Light.GREEN, Light.GREEN),
            (Light.GREEN, Light.BLUE, Light.GREEN),
            (Light.GREEN, Light.YELLOW, Light.YELLOW),
            (Light.GREEN, Light.RED, Light.YELLOW),
            *((Light.YELLOW, goals, Light.RED) for goals in Light),
            *((Light.RED, goals, Light.RED) for goals in Light),
        ],
    )
    def test_table(self, money, goals, light):
        assert dual_light(money, goals) is light


class TestSelfEvaluationAlert:
    """Rule 42. (S/90 − e) / (S/90) above 5 % red; more than 20 % unspent yellow."""

    @staticmethod
    def form(points, executed, adjusted="100万元"):
        row = gp.Indicator("指标", target="90", actual=points, weight=90)
        money = gp.Budget(2023, adjusted=adjusted, executed=f"{executed}万元")
        return gp.Evaluation("某局", 2023, budget=money, goals=[gp.Goal("目标", indicators=[row])])

    def test_worked(self):
        made = self_evaluation_alert(self.form("88.5", 85))
        assert (str(made.deviation), made.light) == ("13.56%", Light.RED)
        assert made.indicators.exact == Fraction(Decimal("88.5")) / 90
        assert made.execution.exact == Fraction(85, 100)

    @pytest.mark.parametrize(
        ("points", "executed", "light"),
        [
            ("90", "94.9", Light.RED),
            ("90", "95", Light.GREEN),
            ("90", "95.1", Light.GREEN),
            ("72", "79.9", Light.YELLOW),
            ("72", "80", Light.GREEN),
            ("72", "80.1", Light.GREEN),
            ("72", "70", Light.RED),  # both: red is worse
        ],
    )
    def test_limits_are_not_passed_on_them(self, points, executed, light):
        assert self_evaluation_alert(self.form(points, executed)).light is light

    def test_budget_of_zero(self):
        assert self_evaluation_alert(self.form("88.5", 0, adjusted="0万元")).light is Light.YELLOW


class TestExpectedYearEnd:
    """Monitoring for 1–7月: what the year comes to if the pace stays."""

    def test_straight_line(self):
        assert expected_year_end(gp.Quantity(49, "份"), month=7) == gp.Quantity(84, "份")
        assert execution_alert(budget("52"), month=7).expected.rounded(2) == gp.Quantity("89.14", "万元")


class TestSectionsBehindSchedule:
    """A district publishes the pro-rata progress in the last week of every even month, and cuts who lags."""

    @pytest.mark.parametrize("month", range(1, 13))
    def test_even_months(self, month):
        made = behind_schedule({"甲科": budget("1")}, month=month)
        assert [note.code for note in made.notes] == ([] if month % 2 == 0 else ["note.not-published"])

    def test_furthest_behind_first(self):
        made = behind_schedule({"甲科": budget("60"), "乙科": budget("50"), "丙科": budget("70")}, month=8)
        assert [(lag.rank, lag.name) for lag in made] == [(1, "乙科"), (2, "甲科")]
        assert made.kept == ("丙科",)
