"""How much of the year has passed, by months and by days."""

from datetime import date, datetime
from fractions import Fraction

import pytest

from govperf.errors import DataError
from govperf.model import Rate
from govperf.monitoring import pro_rata_progress
from govperf.monitoring.moments import moment, part_due


class TestMoment:
    @pytest.mark.parametrize("month", [0, 13, -1])
    def test_no_such_month(self, month):
        with pytest.raises(DataError) as caught:
            pro_rata_progress(month=month)
        assert (caught.value.code, caught.value.path) == ("data.month", "month")

    @pytest.mark.parametrize("month", ["7", True, 7.0], ids=repr)
    def test_a_month_is_an_int(self, month):
        with pytest.raises(TypeError, match="month is an int"):
            pro_rata_progress(month=month)

    @pytest.mark.parametrize("on", ["2023-08-31", datetime(2023, 8, 31), 2023], ids=repr)  # noqa: DTZ001
    def test_a_day_is_a_date(self, on):
        with pytest.raises(TypeError, match="on is a date"):
            pro_rata_progress(on=on)

    @pytest.mark.parametrize("said", [{}, {"month": 7, "on": date(2023, 7, 31)}], ids=["neither", "both"])
    def test_one_of_the_two(self, said):
        with pytest.raises(TypeError, match="month=1 to 12, or on="):
            pro_rata_progress(**said)

    def test_of_another_year(self):
        with pytest.raises(DataError) as caught:
            moment(None, date(2023, 8, 31), 2022)
        assert caught.value.explain("en") == "on: '2023-08-31' is not a day of 2022"

    @pytest.mark.parametrize(
        ("day", "month"),
        [
            (date(2023, 8, 31), 8),
            (date(2023, 8, 30), None),
            (date(2023, 2, 28), 2),
            (date(2024, 2, 28), None),
            (date(2024, 2, 29), 2),
        ],
        ids=str,
    )
    def test_a_month_ends_with_its_last_day(self, day, month):
        assert moment(None, day).month == month

    def test_until(self):
        assert moment(7, None).until(2023) == "2023-07"
        assert moment(None, date(2023, 8, 31), 2023).until(2023) == "2023-08-31"

    def test_explained(self):
        assert pro_rata_progress(month=7).explain() == "7 ÷ 12 = 58.33%"


class TestPartDue:
    def test_terms(self):
        made = part_due(Rate(Fraction(1, 2), terms=("1次", "2次")), pro_rata_progress(month=3))
        assert (made, made.terms) == (Rate(Fraction(2)), ("1次", "(2次 × 3 ÷ 12)"))

    @pytest.mark.parametrize(
        "progress", [Rate(Fraction(1, 4)), pro_rata_progress(month=3)], ids=["bare", "said"]
    )
    def test_without_terms(self, progress):
        made = part_due(Rate(Fraction(1, 2)), progress)
        assert (made, made.terms) == (Rate(Fraction(2)), None)

    def test_progress_without_terms(self):
        assert part_due(Rate(Fraction(1, 2), terms=("1次", "2次")), Rate(Fraction(1, 4))).terms is None
