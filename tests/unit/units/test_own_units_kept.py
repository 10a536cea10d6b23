"""A user's own units travel with their quantities, and the table of units has an end."""

import pickle
from types import SimpleNamespace

import pytest

from govperf.errors import LimitError, QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.units import Quantity, Unit
from govperf.units.known import LIMITS as KNOWN_LIMITS
from govperf.units.known import own_meanings
from govperf.units.naming import Atom


def test_a_pickle_takes_the_definitions_with_it():
    Unit.define("笸箩", "30公斤", spellings=["大笸箩"])
    Unit.define("笸箩次", "笸箩·次")
    quantity = Quantity.parse("3大笸箩") * Quantity(2, "笸箩次")
    found = pickle.loads(pickle.dumps(quantity))  # noqa: S301 - our own bytes
    assert found == quantity
    assert found.unit is quantity.unit
    assert pickle.loads(pickle.dumps(quantity.unit)) is quantity.unit  # noqa: S301 - our own bytes
    names = [name for name, *_ in own_meanings(["笸箩次"])]
    assert names == ["笸箩次"]
    assert own_meanings(["笸箩"])[0][2] == ("大笸箩",)


def test_what_a_counter_is_made_of_comes_first():
    Unit.define("背篓户")
    Unit.define("背篓户次", "背篓户·次")
    assert [name for name, *_ in own_meanings(["背篓户次"])] == ["背篓户", "背篓户次"]


def test_the_table_has_an_end(monkeypatch):
    assert KNOWN_LIMITS is LIMITS
    monkeypatch.setattr("govperf.units.known.LIMITS", SimpleNamespace(unit_words=10))
    with pytest.raises(LimitError) as caught:
        Unit.define("簸箕")
    assert caught.value.code == "limit.units"
    with pytest.raises(UnitError):
        Unit.of("簸箕")


def test_nobody_makes_a_unit_that_is_not_known():
    with pytest.raises(UnitError):
        Unit((Atom("", "鱼鳞", 1),))


@pytest.mark.parametrize("text", ["千g³", "千kilo", "千byte²"])
def test_a_scale_word_that_would_be_read_as_another_name(text):
    with pytest.raises(UnitError):
        Unit.of(text)


@pytest.mark.parametrize(("text", "label"), [("千g", "千克"), ("元/1000g", "元/千克"), ("千延米", "公里")])
def test_a_scale_word_that_makes_another_name(text, label):
    assert Unit.of(text) is Unit.of(label)


def test_too_large_a_difference():
    most = Quantity(10**34 - 1, "元")
    with pytest.raises(QuantityError) as caught:
        -most - most
    assert caught.value.code == "quantity.digits"
    with pytest.raises(QuantityError):
        most + Quantity(10**34 - 1, "角")


@pytest.mark.parametrize(
    "heading",
    ["数量（个/台/套）", "面积（万亩/公顷）", "单位：元、%", "预算（万元）执行（元）", "金额(万元)/人数(人)"],
)
def test_a_heading_with_alternatives(heading):
    with pytest.raises(UnitError) as caught:
        Unit.in_heading(heading)
    assert caught.value.code == "unit.two"


@pytest.mark.parametrize(
    "heading",
    [
        "表（d）",
        "日期（年/月/日）",
        "排名（位）",
        "温度（度）",
        "人(次)",
        "收/支",
        "职务/岗",
        "坡度（度）",
        "支出功能分类科目（款）",
        "名次（名）",
        "等待时间（分）",
        "建成年份（年）",
        "年度（年）",
        "标准（每人每年/元）",
        "班（组）数",
        "长 度",
        f"说明（{'某' * 60}）",
    ],
)
def test_what_is_no_unit_of_a_heading(heading):
    assert Unit.in_heading(heading) is None


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("速度 km/h", "公里/小时"),
        ("风速（m/s）", "米/秒"),
        ("电量（度）", "千瓦时"),
        ("（元）", "元"),
        ("【人】", "人"),
        ("施工期限（月）", "月"),
        ("得分（分）", "分"),
        ("标准：元/人", "元/人"),
        ("执行率%", "%"),
    ],
)
def test_a_unit_of_a_heading(heading, label):
    assert Unit.in_heading(heading) is Unit.of(label)


@pytest.mark.parametrize(
    "heading", ["金额（亿）", "人次（万）", "发病率（1/10万）", "死亡率（/10万）", "患病率（例/10万）"]
)
def test_a_scale_word_alone_in_a_heading(heading):
    with pytest.raises(UnitError) as caught:
        Unit.in_heading(heading)
    assert caught.value.code == "unit.scale"
