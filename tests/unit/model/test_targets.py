"""What most target cells say: an operator, a quantity, and what was inferred."""

import pickle
from decimal import Decimal

import attrs
import pytest

from govperf.errors import DataError, InputError, LimitError, TargetError
from govperf.model import Operator, Target
from govperf.units import Quantity

GLYPHS = {
    ">=": ["≥", "≧", "⩾", ">=", "=>", "＞＝", "＞="],
    "<=": ["≤", "≦", "⩽", "<=", "=<", "＜＝"],
    ">": [">", "＞"],
    "<": ["<", "＜"],
    "=": ["=", "==", "═", "＝"],
}
WORDS = {
    ">=": [
        "不低于",
        "不少于",
        "不小于",
        "不得低于",
        "不得少于",
        "大于等于",
        "大于或等于",
        "至少",
        "最少",
        "最低",
        "起码",
        "不下于",
        "达到",
        "达",
        "不早于",
    ],
    "<=": [
        "不超过",
        "不高于",
        "不大于",
        "不多于",
        "不得超过",
        "不得高于",
        "小于等于",
        "小于或等于",
        "至多",
        "最多",
        "最高",
        "控制在",
        "不晚于",
        "不迟于",
    ],
    ">": ["大于", "高于", "多于", "超过", "突破", "逾"],
    "<": ["小于", "低于", "少于", "不到", "不足", "不满", "未满"],
    "=": ["等于"],
}
ENDINGS = {
    ">=": ["以上", "及以上", "含以上", "或以上", "（含）以上", "(含)以上"],
    "<=": ["以下", "及以下", "或以下", "（含）以下", "以内", "（含）以内", "之内", "内"],
}


def spread(table):
    return [(word, operator) for operator, words in table.items() for word in words]


class TestOperator:
    """A printed operator is taken as printed, whatever the spaces around it."""

    @pytest.mark.parametrize(("sign", "operator"), spread(GLYPHS) + spread(WORDS))
    @pytest.mark.parametrize("layout", ["{}60条", "{} 60 条", "  {}　60条 "])
    def test_before_the_number(self, sign, operator, layout):
        target = Target(layout.format(sign))
        assert (target.operator.value, target.quantity) == (operator, Quantity(60, "条"))
        assert not target.inferred

    @pytest.mark.parametrize(("ending", "operator"), spread(ENDINGS))
    @pytest.mark.parametrize("layout", ["60条{}", "60 条 {}"])
    def test_after_the_number(self, ending, operator, layout):
        target = Target(layout.format(ending))
        assert (target.operator.value, target.quantity) == (operator, Quantity(60, "条"))
        assert not target.inferred

    @pytest.mark.parametrize(
        ("cell", "operator"),
        [
            ("≥60条以上", ">="),
            ("不少于60条以上", ">="),
            ("控制在90万元以内", "<="),
            ("≤24小时之内", "<="),
            ("达到90%及以上", ">="),
        ],
    )
    def test_said_twice(self, cell, operator):
        assert Target(cell).operator.value == operator

    @pytest.mark.parametrize(
        "cell", ["≥60条以下", "≤60条以上", ">60条以上", "不少于60条以内", "控制在90%以上", "=60条以上"]
    )
    def test_contradiction(self, cell):
        target = Target(cell)
        assert (target.operator, target.quantity, target.text) == (Operator.TEXT, None, cell)
        with pytest.raises(TargetError) as caught:
            Target.parse(cell)
        assert caught.value.code == target.fault.code == "target.contradiction"
        assert cell in caught.value.explain("zh")

    @pytest.mark.parametrize("operator", Operator)
    def test_sign(self, operator):
        signs = {">=": "≥", "<=": "≤", "between": "～"}
        assert operator.sign == signs.get(operator.value, operator.value)

    @pytest.mark.parametrize("operator", Operator)
    def test_less_is_better(self, operator):
        assert operator.less_is_better == (operator.value in {"<=", "<"})


class TestInference:
    """Without an operator one is inferred, and said to be."""

    @pytest.mark.parametrize(
        ("cell", "operator"),
        [
            ("50个", ">="),
            ("95%", ">="),
            ("每周1期", ">="),
            ("两支", ">="),
            ("-5%", ">="),
            ("0", "="),
            ("0起", "="),
            ("0.00%", "="),
            ("零起", "="),
            ("-0", "="),
        ],
    )
    def test_inferred(self, cell, operator):
        target = Target(cell)
        assert (target.operator.value, target.inferred) == (operator, True)

    def test_implied(self):
        target = Target("90万元", implied=Operator.AT_MOST)
        assert (target.operator, target.inferred, target.text) == (Operator.AT_MOST, True, "90万元")
        assert target != Target("90万元")
        assert attrs.evolve(target, text="80万元").operator is Operator.AT_MOST


class TestProse:
    """What is not wholly one quantity has none."""

    @pytest.mark.parametrize(
        "cell",
        [
            "效果明显",
            "达到国家标准",
            "超过往年水平",
            "开展演练3次，培训5次",
            "1/3",
            "约60条",
            "60条左右",
            "近60条",
            "60余条",
            "数百条",
            "2022年前",
            "第1名",
            "12月底前",
            "不少于若干条",
            "以上",
            "至少",
        ],
    )
    def test_text(self, cell):
        target = Target(cell)
        assert (target.operator, target.quantity, target.inferred) == (Operator.TEXT, None, False)
        assert target.text == cell
        assert target.fault is None
        assert Target.parse(cell) == target

    @pytest.mark.parametrize(
        "cell", ["≥**人", "≥", "<=", "=优秀", "≥60张张", ">>60", "≥12,34.5万元", "≥80%-90%"]
    )
    def test_sign_before_no_quantity(self, cell):
        target = Target(cell)
        assert (target.operator, target.quantity, target.inferred) == (Operator.TEXT, None, False)
        with pytest.raises(TargetError) as caught:
            Target.parse(cell)
        assert caught.value.code == target.fault.code == "target.unreadable"
        assert cell in caught.value.explain("zh")
        assert cell in caught.value.explain("en")
        assert caught.value.details["reason_zh"] in caught.value.explain("zh")

    @pytest.mark.parametrize("cell", ["≥60条以内", "≥**人", "效果明显", "≥60条"])
    def test_a_pickle_finds_the_fault_again(self, cell):
        target = Target(cell)
        again = pickle.loads(pickle.dumps(target))  # noqa: S301 - our own
        assert again == target
        assert str(again.fault) == str(target.fault)

    def test_a_sign_or_a_unit_may_mend_or_make_it(self):
        assert Target("≥**人").fault is not None
        assert attrs.evolve(Target("≥**人"), sign="定性").fault is None
        assert attrs.evolve(Target("60条以内"), sign="≥").fault.code == "target.contradiction"


class TestDates:
    """A point in time is no length of time: nothing is divided by December."""

    @pytest.mark.parametrize(
        "cell", ["2022年", "2022 年度", "二〇二二年", "12月", "十二月", "1季度", "三季度", "4季", "6月份"]
    )
    @pytest.mark.parametrize("sign", ["", "≤", "不超过"])
    def test_no_quantity(self, sign, cell):
        assert Target(f"{sign}{cell}").quantity is None

    @pytest.mark.parametrize(
        ("cell", "quantity"),
        [
            ("3年", Quantity(3, "年")),
            ("12个月", Quantity(12, "月")),
            ("18月", Quantity(18, "月")),
            ("4个季度", Quantity(4, "季度")),
            ("5季度", Quantity(5, "季度")),
            ("366天", Quantity(366, "天")),
            ("30日", Quantity(30, "天")),
            ("1839年", Quantity(1839, "年")),
            ("12.5月", Quantity("12.5", "月")),
            ("每月1次", Quantity(1, "次/月")),
        ],
    )
    def test_length_of_time(self, cell, quantity):
        assert Target(cell).quantity == quantity


class TestCell:
    """The cell is kept as printed; a quantity or a number is printed first."""

    @pytest.mark.parametrize(
        ("given", "text"),
        [
            (" ≥ 60 条\n", "≥ 60 条"),
            (Quantity("3678.76", "万元"), "3,678.76万元"),
            (Quantity(12, "月"), "12个月"),
            (Quantity("1.5", "季度"), "1.5个季度"),
            (Quantity(3, "年"), "3年"),
            (60, "60"),
            (Decimal("0.95"), "0.95"),
            ("１００％", "１００％"),
        ],
    )
    def test_text(self, given, text):
        target = Target(given)
        assert target.text == text
        assert target.quantity is not None

    def test_parse_is_the_same(self):
        assert Target.parse("≥60条") == Target("≥60条")

    @pytest.mark.parametrize("cell", ["", " \u3000\n"])
    def test_empty(self, cell):
        with pytest.raises(DataError) as caught:
            Target(cell)
        assert (caught.value.code, caught.value.path) == ("data.empty", "text")

    def test_too_long(self):
        with pytest.raises(LimitError) as caught:
            Target("明" * 10_001)
        assert caught.value.path == "text"

    @pytest.mark.parametrize("given", [0.95, True, None, b"60", ["60"]], ids=repr)
    def test_type(self, given):
        with pytest.raises(TypeError):
            Target(given)

    def test_nothing_derived_is_given(self):
        with pytest.raises(TypeError):
            Target("60条", operator=Operator.EQUAL)

    def test_evolved_is_read_again(self):
        target = attrs.evolve(Target("60条"), text="0条")
        assert (target.operator, target.quantity) == (Operator.EQUAL, Quantity(0, "条"))

    def test_every_error_is_an_input_error(self):
        assert issubclass(TargetError, InputError)
