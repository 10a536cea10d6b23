"""A negation turns an operator round, takes it away, or makes the cell prose; it is never left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govperf.model import Actual, Operator, Target
from govperf.model.operators import OPERATORS
from govperf.units import Quantity

DENIALS = [
    "不",
    "不得",
    "不能",
    "不应",
    "不可",
    "不宜",
    "不会",
    "不准",
    "不要",
    "不许",
    "不允许",
    "严禁",
    "禁止",
    "未",
    "没有",
]
UP = ["超过", "超出", "超", "大于", "高于", "多于", "突破", "逾"]
DOWN = ["低于", "少于", "小于"]
OTHER = [
    "不",
    "未",
    "无",
    "没",
    "非",
    "勿",
    "严禁",
    "禁止",
    "避免",
    "防止",
    "杜绝",
    "免",
    "莫",
    "否",
    "不必",
    "并非",
]
SAID = [
    "≥5%",
    "≤5%",
    ">5%",
    "<5%",
    "=5%",
    "超过5%",
    "大于5%",
    "高于5%",
    "低于5%",
    "少于5起",
    "小于5%",
    "达到95%",
    "等于5%",
    "至少5%",
    "最高5%",
    "控制在5%以内",
    "5%以上",
    "5%以下",
    "大于等于5%",
    "小于或等于5%",
    "不低于5%",
    "不超过5%",
    "最高不超过5%",
    "合格率≥95%",
    "误差大于5%",
    "完成率95%",
    "95%达标",
    "降至5%以下",
    "10-15个",
    "≥80%且≤90%",
    "每周≥1期",
    "人均≥650元",
    "月≥2次",
    "2022年11月前",
    "≤2022年11月",
    "早于2022年11月",
    "晚于2022年11月",
]


class TestTable:
    """不 and its like before a word: one operator, which includes the figure."""

    @pytest.mark.parametrize("denial", DENIALS)
    @pytest.mark.parametrize(
        ("word", "operator"), [*((word, "<=") for word in UP), *((word, ">=") for word in DOWN)]
    )
    @pytest.mark.parametrize("label", ["", "误差", "合格率 "])
    def test_turned_round(self, label, denial, word, operator):
        target = Target(f"{label}{denial}{word}5%")
        assert (target.operator.value, target.quantity, target.inferred) == (
            operator,
            Quantity(5, "%"),
            False,
        )

    @pytest.mark.parametrize("denial", DENIALS)
    @pytest.mark.parametrize(("word", "operator"), [("晚于", "<="), ("迟于", "<="), ("早于", ">=")])
    def test_of_a_date(self, denial, word, operator):
        target = Target(f"{denial}{word}2022年11月")
        assert (target.operator.value, str(target.period)) == (operator, "2022-11")

    @pytest.mark.parametrize(("sign", "operator"), [("≯", "<="), ("≮", ">="), ("不得大于", "<=")])
    def test_sign(self, sign, operator):
        assert Target(f"{sign}5%").operator.value == Target("5%", sign=sign).operator.value == operator

    def test_it_says_the_same_as_the_sign(self):
        assert Target("不得大于5%以下").operator is Operator.AT_MOST
        assert Target("不得大于5%以上").fault.code == "target.contradiction"
        assert Target("不大于等于5%").fault.code == "target.contradiction"


class TestProse:
    @pytest.mark.parametrize("denial", OTHER)
    @pytest.mark.parametrize("sign", ["≥", "≤", ">", "＞", "="])
    def test_before_a_sign(self, denial, sign):
        target = Target(f"{denial}{sign}5%")
        assert (target.operator, target.quantity, target.fault) == (Operator.TEXT, None, None)

    @pytest.mark.parametrize(
        "cell",
        [
            "未达到95%",
            "不等于5%",
            "不得不超过5%",
            "避免超过5%",
            "防止超过5%",
            "杜绝超过5%",
            "不必高于5%",
            "不得＞5%",
            "严禁≥1起",
            "不合格率≤5%",
            "不合格率5%",
            "5%不合格",
            "不控制在5%以内",
            "没有降至5%以下",
            "未于2022年11月前完成",
            "不在2022年11月前",
        ],
    )
    def test_another_one(self, cell):
        target = Target(cell)
        assert (target.operator, target.quantity, target.period) == (Operator.TEXT, None, None)

    @pytest.mark.parametrize(
        "cell", ["未完成100%", "不合格率5%", "5%不合格", "未于2022年11月完成", "未达到95%"]
    )
    def test_actual(self, cell):
        actual = Actual(cell)
        assert (actual.quantity, actual.period) == (None, None)

    @pytest.mark.parametrize(
        "cell", ["无害化处理率≥98%", "未成年人≥98人", "非税收入≥98万元", "免费发放≥98份", "疫情防控演练≥98次"]
    )
    def test_words_that_only_look_like_one(self, cell):
        assert Target(cell).operator is Operator.AT_LEAST


@given(st.sampled_from(SAID), st.sampled_from([*DENIALS, *OTHER]), st.data())
def test_no_negation_leaves_an_operator_as_it_was(cell, denial, data):
    """Unless 不 makes of two operators one that says the same, as in 大于等于 → 不大于."""
    at = data.draw(st.integers(0, len(cell)))
    target, before = Target(f"{cell[:at]}{denial}{cell[at:]}"), Target(cell)
    assert target.operator is Operator.TEXT or target.operator is not before.operator
    if target.operator is not Operator.TEXT:
        assert any(f"{denial}{word}" in target.text for word in [*UP, *DOWN, "晚于", "迟于", "早于"])


def test_every_word_of_the_table_is_turned_round():
    turned = {word for word in OPERATORS if word.startswith(tuple(DENIALS))}
    assert {f"{denial}{word}" for denial in DENIALS for word in [*UP, *DOWN]} <= turned
    for word in turned:
        upward = any(part in word for part in ["超", "大于", "高于", "多于", "突破", "逾", "晚", "迟"])
        small = word in {"不到", "不足", "不满", "未满"}
        assert OPERATORS[word] is (
            Operator.LESS_THAN if small else Operator.AT_MOST if upward else Operator.AT_LEAST
        )
