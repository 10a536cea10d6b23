"""A figure in a sentence: one figure, and nothing around it that changes it; all else stays prose."""

import pytest

import govperf as gp
from govperf.model import Actual
from govperf.model.clauses import clauses
from govperf.units import Quantity


@pytest.mark.parametrize(
    ("cell", "quantity"),
    [
        ("98.5%（优）", "98.5%"),
        ("98.5% (良好)", "98.5%"),
        ("97.8%（非常满意）", "97.8%"),
        ("7个（已完成）", "7个"),
        ("7个（达到年度目标）", "7个"),
        ("98%（有效问卷200份）", "98%"),
        ("98%（回收有效问卷1,200份）", "98%"),
        ("98%（样本量300）", "98%"),
        ("7个，超额完成", "7个"),
        ("7个；已全部完成。", "7个"),
        ("1,260人，按时完成任务", "1260人"),
        ("100%，达到预期目标", "100%"),
        ("3个，其余在建", "3个"),
        ("3个，剩余项目尚未开工", "3个"),
        ("完成5个，达标", "5个"),
        ("满意度96.5%", "96.5%"),
        ("满意度为95%", "95%"),
        ("群众满意度：97%", "97%"),
        ("服务对象满意度达到97.5%", "97.5%"),
        ("平均满意度95%（优）", "95%"),
        ("平均22分钟", "22分钟"),
        ("平均95%", "95%"),
        ("平均为3天", "3天"),
        ("平均每天5次", "5次/天"),
        ("已建7个村级站点", "7个"),
        ("建成3座水厂", "3座"),
        ("共培训1,200人乡村医生", "1200人"),
        ("购置了12台电脑", "12台"),
    ],
)
def test_read(cell, quantity):
    actual = Actual(cell)
    assert (actual.quantity, actual.approximation.value, actual.strict) == (
        Quantity.parse(quantity),
        "exact",
        False,
    )


@pytest.mark.parametrize("cell", ["95.6（有效问卷200份）", "95.6（优）", "平均95.6", "95.6，已达标"])
def test_a_bare_figure_takes_the_unit_beside_it(cell):
    assert Actual(cell).quantity == Quantity("95.6")
    assert Actual(cell, unit="%").quantity == Actual(cell, heading="%").quantity == Quantity("95.6", "%")


@pytest.mark.parametrize(
    "cell",
    [
        "组织培训班12期，共1,260人次参加",
        "5个，另有3个完成",
        "5个，完成3个",
        "5个，其余2个在建",
        "5个，其余两个在建",
        "12台，尚未到货",
        "12台，在建",
        "5个，基本完成",
        "5个（未完成）",
        "5个（计划）",
        "98%（上年95%）",
        "计划5个，已完成",
        "拟建7个站点",
        "5个以上，超额完成",
        "95%，达到95%以上",
        "满意度5人",
        "满意度96.5",
        "不满意度5%",
        "满意度达95%以上",
        "合格率98%",
        "平均较好",
        "平均5天到6天共计",
        "已完成9次培训",
        "已建7个月",
        "已培训3人次学员",
        "已建7个未验收站点",
        "已建7个站点在建",
        "已建7个以上站点",
        "已建7个村3个站点",
        "已建七个站点",
        "31/33",
        "全年",
        "（优）",
        "，已完成",
    ],
)
def test_prose(cell):
    actual = Actual(cell)
    assert (actual.quantity, actual.lower, actual.period, actual.whole) == (None, None, None, None)


def test_the_unit_must_fit():
    assert Actual("已建7个村级站点", unit="公里").quantity is None
    assert Actual("满意度95", unit="%").quantity == Quantity(95, "%")


def test_what_is_about_is_about():
    actual = Actual("约95%，已达标")
    assert (actual.quantity, actual.approximation.value) == (Quantity(95, "%"), "about")


@pytest.mark.parametrize("cell", ["2022年11月，已完成", "2022年11月（按时完成）"])
def test_a_date(cell):
    assert str(Actual(cell).period) == "2022-11"


def test_the_rate_of_it():
    assert gp.completion_rate("≥90%", "满意度96.5%") == gp.completion_rate("≥90%", "96.5%")
    assert gp.completion_rate("1年", "12个月").met


@pytest.mark.parametrize(
    "text", ["5个，" * 50, "平均" * 80, "5（" * 80, "已" * 160, "服务" * 80, "7个" + "村" * 150]
)
def test_long_ones(text):
    assert list(clauses(text)) == []
