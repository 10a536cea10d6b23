"""The official record: the operator and the unit of a cell stand in columns of their own."""

import copy
import pickle

import attrs
import pytest

from govperf.errors import LimitError, TargetError
from govperf.model import Actual, Operator, Target
from govperf.units import Quantity, Unit


class TestSign:
    @pytest.mark.parametrize(
        ("sign", "operator"),
        [
            ("≥", ">="),
            (">=", ">="),
            ("＞＝", ">="),
            (" ≥ ", ">="),
            ("大于等于", ">="),
            ("不少于", ">="),
            ("≤", "<="),
            ("小于或等于", "<="),
            (">", ">"),
            ("大于", ">"),
            ("＜", "<"),
            ("小于", "<"),
            ("＝", "="),
            ("等于", "="),
            *((operator, operator.value) for operator in Operator if operator.value[0] in "<=>"),
        ],
    )
    def test_sign(self, sign, operator):
        target = Target("60条", sign=sign)
        assert (target.operator.value, target.quantity, target.inferred) == (
            operator,
            Quantity(60, "条"),
            False,
        )
        assert target.sign is target.operator

    @pytest.mark.parametrize("sign", ["定性", "text", "文字", Operator.TEXT])
    @pytest.mark.parametrize("cell", ["60条", "≥60条", "2022年12月前", "优秀"])
    def test_of_a_judgement(self, sign, cell):
        target = Target.parse(cell)
        assert Target(cell, sign=sign).operator is Operator.TEXT
        assert attrs.evolve(target, sign=sign).quantity is None
        assert Target(cell, sign=sign).fault is None

    @pytest.mark.parametrize("sign", ["between", "～", "区间", Operator.BETWEEN])
    def test_of_a_range(self, sign):
        target = Target("10-15", sign=sign, unit="个")
        assert (target.quantity, target.upper) == (Quantity(10, "个"), Quantity(15, "个"))
        assert Target("10个", sign=sign).fault.code == "target.contradiction"
        assert Target("2022年1-7月", sign=sign).fault.code == "target.contradiction"

    @pytest.mark.parametrize("sign", ["大概", "近", "约", "好", "≥60"])
    def test_unknown(self, sign):
        with pytest.raises(TargetError) as caught:
            Target("60条", sign=sign)
        assert caught.value.code == "target.sign"

    @pytest.mark.parametrize("sign", [1, b"=", ["≥"]], ids=repr)
    def test_type(self, sign):
        with pytest.raises(TypeError):
            Target("60条", sign=sign)

    @pytest.mark.parametrize("cell", ["≥60条", "60条以上", "不少于60条", "完成≥60条以上"])
    def test_said_again(self, cell):
        assert Target(cell, sign="≥").quantity == Quantity(60, "条")

    @pytest.mark.parametrize("cell", ["≤60条", "60条以内", "超过60条", "10-15条", "不低于1条且不超过2条"])
    def test_contradiction(self, cell):
        target = Target(cell, sign="≥")
        assert (target.operator, target.quantity, target.upper) == (Operator.TEXT, None, None)
        assert target.fault.code == "target.contradiction"

    @pytest.mark.parametrize("cell", ["优秀", "约60条", "**"])
    def test_before_no_quantity(self, cell):
        target = Target(cell, sign="=")
        assert target.operator is Operator.TEXT
        assert target.fault.code == "target.unreadable"

    def test_before_a_date(self):
        target = Target("2022年12月", sign="≤")
        assert (str(target.period), target.operator, target.inferred) == ("2022-12", Operator.AT_MOST, False)
        later = Target("12月底", sign="≤")
        assert (later.operator, later.fault) == (Operator.TEXT, None)
        assert str(later.in_year(2022).period) == "2022-12-31"
        assert Target("2022年12月前", sign="≥").fault.code == "target.contradiction"

    def test_zero_is_not_inferred(self):
        target = Target("0起", sign="≤")
        assert (target.operator, target.inferred) == (Operator.AT_MOST, False)


class TestUnit:
    @pytest.mark.parametrize(
        ("cell", "unit", "quantity"),
        [
            ("60", "条", Quantity(60, "条")),
            ("≥60", "条", Quantity(60, "条")),
            ("60以上", "条", Quantity(60, "条")),
            ("3,678.76", "万元", Quantity("3678.76", "万元")),
            ("200万", "元", Quantity(2_000_000, "元")),
            ("95", "%", Quantity(95, "%")),
            ("60条", "条", Quantity(60, "条")),
            ("2小时", "天", Quantity(2, "小时")),
            ("0.5亿元", "万元", Quantity("0.5", "亿元")),
            ("2023.12", "万元", Quantity("2023.12", "万元")),
            ("60", "", Quantity(60)),
            ("60条", "", Quantity(60, "条")),
            ("60", Unit.of("条"), Quantity(60, "条")),
            ("12", "月", Quantity(12, "月")),
        ],
    )
    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_of_a_bare_number(self, kind, cell, unit, quantity):
        assert kind(cell, unit=unit).quantity == quantity

    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_what_is_no_unit(self, kind):
        with pytest.raises(LimitError):
            kind("60", unit="条" * 49)
        with pytest.raises(TypeError):
            kind("60", unit=5)
        assert kind("60", unit="").unit is None

    @pytest.mark.parametrize(
        ("cell", "unit"),
        [
            ("200万", "万元"),
            ("9～16亿", "万元"),
            ("≥5人", "元"),
            ("5人", "元"),
            ("5-8人", "元"),
            ("每周1期", "期"),
            ("不低于5人且不超过8人", "元"),
        ],
    )
    def test_what_does_not_go_together(self, cell, unit):
        target = Target(cell, unit=unit)
        assert (target.operator, target.quantity, target.upper) == (Operator.TEXT, None, None)
        assert target.fault.code == "target.unit"
        assert unit in target.fault.explain("zh")
        actual = Actual(cell, unit=unit)
        assert (actual.quantity, actual.lower) == (None, None)

    @pytest.mark.parametrize("cell", ["优秀", "开展演练3次，培训5次", "约60"])
    def test_prose_stays_prose(self, cell):
        target = Target(cell, unit="元")
        assert (target.operator, target.fault) == (Operator.TEXT, None)

    @pytest.mark.parametrize(
        ("cell", "low", "high"),
        [("5-8", 5, 8), ("2022.5～2022.9", "2022.5", "2022.9"), ("≥5，≤8", 5, 8), ("5个-8个", 5, 8)],
    )
    def test_of_a_range(self, cell, low, high):
        target = Target(cell, unit="个")
        assert (target.quantity, target.upper) == (Quantity(low, "个"), Quantity(high, "个"))

    @pytest.mark.parametrize(("cell", "unit"), [("2022", "年"), ("2022年", "年"), ("2022年1-12月", "元")])
    def test_a_year_is_a_date(self, cell, unit):
        target = Target(cell, unit=unit)
        assert (target.quantity, str(target.period)) == (None, "2022")

    def test_a_range_of_an_actual(self):
        assert Actual("5-8", unit="个").lower == Quantity(5, "个")
        assert Actual("数百", unit="人").upper == Quantity(1000, "人")
        assert Actual("近万", unit="人").quantity == Quantity(10_000, "人")


class TestValue:
    """What is printed beside a cell belongs to it: to its equality, its copies and its expression."""

    def test_equality(self):
        assert Target("60", unit="条") != Target("60")
        assert Target("60", sign="≥") != Target("60")
        assert Actual("60", unit="条") != Actual("60")
        assert hash(Target("60", unit="条", sign="≥")) == hash(Target("60", unit="条", sign=">="))

    @pytest.mark.parametrize(
        "value",
        [
            Target("60", unit="条", sign="≥"),
            Target("10-15个"),
            Target("60", unit="优良"),
            Target("好", sign="定性", unit="优良"),
            Actual("60", unit="优良"),
            Target("12月底前", year=2022),
            Target("≥**人"),
            Target("90", implied=Operator.AT_MOST),
            Target("90", heading="万元"),
            Actual("90", heading="万元"),
            Actual("60", unit="条"),
            Actual("数百人"),
            Actual("11月", year=2022),
        ],
        ids=repr,
    )
    def test_copies(self, value):
        copies = [copy.deepcopy(value), pickle.loads(pickle.dumps(value)), attrs.evolve(value)]  # noqa: S301 - our own
        for each in copies:
            assert each == value
            assert repr(each) == repr(value)
            assert each.year == value.year

    def test_expression(self):
        target = Target("60", unit="条", sign="≥")
        assert repr(target) == "Target(text='60', sign=Operator.AT_LEAST, unit=Unit.of('条'))"
        assert repr(Actual("60", unit="条")) == "Actual(text='60', unit=Unit.of('条'))"


@pytest.mark.parametrize(
    ("cell", "sign", "unit", "text"),
    [
        ("300", "≥", "份", "≥300份"),
        ("3,000.5", None, "万元", "3,000.5万元"),
        ("3", "<=", None, "≤3"),
        ("10-15", None, "场", "10-15场"),
        ("≥300份", "≥", "份", "≥300份"),
        ("200万元", None, "万元", "200万元"),
        ("效果明显", "定性", None, "效果明显"),
        ("5", "定性", "个", "5个"),
    ],
)
def test_columns_are_shown_together(cell, sign, unit, text):
    assert str(Target(cell, sign=sign, unit=unit)) == text
    if sign is None:
        assert str(Actual(cell, unit=unit)) == text
