"""What a person decides: what awards and corrections accept, and what becomes of printed scores."""

from decimal import Decimal

import attrs
import pytest

from govperf.errors import DataError, LimitError, NumeralError, QuantityError
from govperf.limits import LIMITS
from govperf.model import Award, Correction, Evaluation, Goal, Indicator
from govperf.units import Quantity


class TestAward:
    @pytest.mark.parametrize("given", ["8.5", Decimal("8.5"), "8.50"], ids=repr)
    def test_points(self, given):
        assert Award(given).points == Decimal("8.5")
        assert Award(given) == Award("8.5")

    def test_a_level_will_do(self):
        award = Award(level="部分达成", reason="缺验收", by="专家组")
        assert (award.points, award.level, award.reason, award.by) == (None, "部分达成", "缺验收", "专家组")

    @pytest.mark.parametrize(
        "fields", [{}, {"level": ""}, {"level": " \u3000"}, {"reason": "好"}, {"by": "专家组"}], ids=str
    )
    def test_it_says_something(self, fields):
        with pytest.raises(DataError) as caught:
            Award(**fields)
        assert (caught.value.code, caught.value.path) == ("data.award", "points")
        assert caught.value.explain("zh") == "points: 评定须写明得分或等级"

    def test_never_negative(self):
        assert Award(0).points == 0
        with pytest.raises(DataError) as caught:
            Award("-0.01")
        assert (caught.value.code, caught.value.path) == ("data.negative", "points")

    @pytest.mark.parametrize(
        ("given", "error"),
        [
            ("好", NumeralError),
            ("8.5分", NumeralError),
            (Decimal("NaN"), QuantityError),
            (8.5, TypeError),
            (True, TypeError),
            (Quantity(8), TypeError),
        ],
        ids=repr,
    )
    def test_no_number(self, given, error):
        with pytest.raises(error):
            Award(given)

    @pytest.mark.parametrize("field", ["level", "reason", "by"])
    def test_texts(self, field):
        longest = "评" * LIMITS.cell_chars
        assert getattr(Award(8, **{field: longest}), field) == longest
        with pytest.raises(LimitError):
            Award(8, **{field: longest + "评"})
        with pytest.raises(TypeError, match=f"{field} is a text"):
            Award(8, **{field: None})


class TestCorrection:
    @pytest.mark.parametrize(
        ("given", "points"), [("-2", -2), (3, 3), ("0", 0), (Decimal("0.5"), Decimal("0.5"))]
    )
    def test_more_or_less(self, given, points):
        correction = Correction(given, "逾期", by="审核组")
        assert (correction.points, correction.reason, correction.by) == (points, "逾期", "审核组")

    @pytest.mark.parametrize("reason", ["", " ", "\u3000"], ids=repr)
    def test_with_its_reason(self, reason):
        with pytest.raises(DataError) as caught:
            Correction(-2, reason)
        assert (caught.value.code, caught.value.path) == ("data.empty", "reason")

    @pytest.mark.parametrize(
        ("given", "error"), [("少", NumeralError), (-0.5, TypeError), (None, TypeError)], ids=repr
    )
    def test_no_number(self, given, error):
        with pytest.raises(error):
            Correction(given, "逾期")


class TestOfAnIndicator:
    @pytest.mark.parametrize("given", [Award("8.5"), "8.5", Decimal("8.5")], ids=repr)
    def test_a_number_is_its_points(self, given):
        assert Indicator("宣传", award=given).award == Award("8.5")

    @pytest.mark.parametrize("given", [Correction(1, "补"), 8.5, ["8.5"], {"points": 8}], ids=repr)
    def test_type(self, given):
        with pytest.raises(TypeError):
            Indicator("宣传", award=given)

    @pytest.mark.parametrize("given", [None, "", "-2", Correction(1, "补"), [Award(8)], [-2]], ids=repr)
    def test_corrections_are_several(self, given):
        with pytest.raises(TypeError):
            Indicator("宣传", corrections=given)
        with pytest.raises(TypeError):
            Evaluation("某局", 2023, corrections=given)

    def test_any_iterable(self):
        both = (Correction(1, "补"), Correction(-1, "扣"))
        assert Indicator("宣传", corrections=iter(both)).corrections == both
        assert Evaluation("某局", 2023, corrections=list(both)).corrections == both

    def test_it_applies_unless_told(self):
        assert Indicator("宣传").not_applicable == ""
        assert Indicator("宣传", not_applicable="当年无此任务").not_applicable == "当年无此任务"


class TestFinished:
    @pytest.mark.parametrize("given", [True, False, None])
    def test_said_or_not(self, given):
        assert Evaluation("某局", 2023, finished=given).finished is given
        assert Evaluation("某局", 2023).finished is None

    @pytest.mark.parametrize("given", [1, 0, "true", "是", ""], ids=repr)
    def test_type(self, given):
        with pytest.raises(TypeError, match="finished is True, False or None"):
            Evaluation("某局", 2023, finished=given)


class TestPrintedAwards:
    """Printed scores count only where a person judged, and only when somebody asks for it."""

    PROSE = Indicator("宣传", target="效果明显", actual="好", weight=10, reported_points=8)

    def made(self, *rows, **fields):
        return Evaluation("某局", 2023, goals=[Goal("甲", indicators=rows, **fields)]).with_printed_awards()

    def test_of_prose(self):
        (row,) = self.made(self.PROSE).goals[0].indicators
        assert row.award == Award(8)
        assert attrs.evolve(row, award=None) == self.PROSE

    @pytest.mark.parametrize(
        "changes",
        [
            {"target": "≥3次", "actual": "3次"},
            {"target": None},
            {"reported_points": None},
            {"reported_points": "-0.01"},
            {"award": Award(level="达标")},
        ],
        ids=["a figure", "no target", "nothing printed", "below zero", "an award"],
    )
    def test_of_nothing_else(self, changes):
        row = attrs.evolve(self.PROSE, **changes)
        assert self.made(row).goals[0].indicators == (row,)

    def test_zero_is_a_score(self):
        assert self.made(attrs.evolve(self.PROSE, reported_points=0)).goals[0].indicators[0].award == Award(0)

    def test_of_goals_within_goals(self):
        made = self.made(goals=[Goal("乙", goals=[Goal("丙", indicators=[self.PROSE])])])
        assert [row.award for _, row in made.indicators()] == [Award(8)]

    def test_the_rest_stays(self):
        table = Evaluation("某局", 2023, finished=True, reported_total=8, notes=["补充"])
        assert table.with_printed_awards() == table
