"""Units in headings: brackets at the end, 单位：, a slash; and none where a heading only looks like one."""

import time

import pytest

from govperf.errors import LimitError, UnitError
from govperf.limits import LIMITS
from govperf.units import Quantity, Unit

NAMED = [
    # brackets at the end, of any kind and width
    ("金额（万元）", "万元"),
    ("预算数(万元)", "万元"),
    ("预算数（万元)", "万元"),
    ("预算数【万元】", "万元"),
    ("预算数[万元]", "万元"),
    ("（万元）", "万元"),
    ("金额 （ 万元 ） ", "万元"),
    ("金额\n（万元）", "万元"),
    ("\u3000金额（万元）\u3000", "万元"),
    ("安全事故处理完成率（%）", "%"),
    ("完成率（％）", "%"),
    ("资助人数(人)", "人"),
    ("绿化面积（㎡）", "平方米"),
    ("服务人次（万人次）", "万人次"),
    ("单价（元/人·年）", "元/(人·年)"),
    ("单产（公斤/亩）", "公斤/亩"),
    ("发病率（例/10万人）", "例/十万人"),
    # more than one pair, of which one is a unit
    ("全年预算数（A）（万元）", "万元"),
    ("全年预算数（万元）（A）", "万元"),
    ("执行率（B/A）（%）", "%"),
    ("面积（含道路）（亩）", "亩"),
    ("金额（万元）（万元）", "万元"),
    # a list in brackets
    ("金额（万元，保留两位小数）", "万元"),
    ("金额（含税；元）", "元"),
    # said by name, anywhere
    ("单位：万元", "万元"),
    ("单位:万元", "万元"),
    ("单位 ： 万元", "万元"),
    ("金额单位：元", "元"),
    ("计量单位：人/次", "人/次"),
    ("单位：元/人", "元/人"),
    ("年度指标值（单位：元/人·年）", "元/(人·年)"),
    ("单位：万元（人民币）", "万元"),
    ("单位（万元）", "万元"),
    # after a slash
    ("长度/km", "公里"),
    ("长度 / km", "公里"),
    ("长度／公里", "公里"),
    ("速度/km/h", "公里/小时"),
    ("产量/万吨", "万吨"),
    # a name that is a unit as well, with brackets that say another one
    ("人口（万人）", "万人"),
    ("床位（张）", "张"),
    ("社区（个）", "个"),
    ("岗位（个）", "个"),
    ("标准箱（万个）", "万个"),
    ("三季度（万元）", "万元"),
    # the heading is nothing but the unit
    ("%", "%"),
    ("万元", "万元"),
    ("人民币", "元"),
]

NAMED += [  # money and ratios, wherever their brackets stand
    ("金额（万元）小计", "万元"),
    ("（万元）金额", "万元"),
    ("金额（（万元））", "万元"),
]

NONE = [
    "",
    " ",
    "得分",
    "分值",
    "偏差原因分析",
    "全年执行数（B）",
    "执行率（B/A）",
    "得分（B）",
    "分值（10分）",
    "三级指标",
    "实施单位",
    "单位",
    "单位：",
    "单位：：",
    "主管单位：某某市教育局",
    "单位名称：人民医院",
    "项目负责人及电话",
    "2023年",
    "是/否",
    "指标/目标",
    "A/B",
    "/",
    "//",
    "()",
    "（）",
    "（",
    "金额（万元",
    "金额万元）",
    "金额万元",
    "金额（万元（含税））",
    "金额（5万元）",
    "金额（≥万元）",
    # headings of the columns of forms, which are units elsewhere
    "类",
    "款",
    "项",
    "年度",
    "月份",
    "季度",
    "日",
    "班",
]

TWO = [
    ("预算数（万元）（元）", "万元", "元"),
    ("金额（万元，%）", "万元", "%"),
    ("单位：万元（亩）", "万元", "亩"),
    ("长度/km（米）", "米", "公里"),
    ("单位：元；单位：万元", "元", "万元"),
]


@pytest.mark.parametrize(("heading", "label"), NAMED)
def test_a_heading_names_its_unit(heading, label):
    assert Unit.in_heading(heading) is Unit.of(label)


@pytest.mark.parametrize("heading", NONE)
def test_a_heading_names_none(heading):
    assert Unit.in_heading(heading) is None


@pytest.mark.parametrize(("heading", "one", "other"), TWO)
def test_a_heading_names_two(heading, one, other):
    with pytest.raises(UnitError) as caught:
        Unit.in_heading(heading)
    assert caught.value.code == "unit.two"
    assert {caught.value.details["one"], caught.value.details["other"]} == {one, other}
    assert heading in caught.value.explain("zh")


def test_a_heading_gives_its_unit_to_a_cell():
    unit = Unit.in_heading("全年预算数（A）（万元）")
    assert Quantity.parse("3,678.76", unit=unit) == Quantity("3678.76", "万元")
    assert Quantity.parse("3,678.76", unit=Unit.in_heading("得分")) == Quantity("3678.76")


def test_a_unit_of_the_users_own_is_found_from_its_definition_on():
    assert Unit.in_heading("产量（题头炉）") is None
    unit = Unit.define("题头炉")
    assert Unit.in_heading("产量（题头炉）") is unit


@pytest.mark.parametrize("heading", [None, 5, b"\xe4\xb8\x87", ["万元"]], ids=repr)
def test_a_heading_is_a_text(heading):
    with pytest.raises(TypeError):
        Unit.in_heading(heading)


@pytest.mark.parametrize("more", [0, 1])
def test_a_heading_is_no_longer_than_a_cell(more):
    heading = "长" * (LIMITS.cell_chars - 4 + more) + "（万元）"
    if more:
        with pytest.raises(LimitError):
            Unit.in_heading(heading)
    else:
        assert Unit.in_heading(heading) is Unit.of("万元")


@pytest.mark.parametrize("length", [LIMITS.unit_chars, LIMITS.unit_chars + 1])
def test_a_unit_in_a_heading_is_no_longer_than_a_unit(length):
    found = Unit.in_heading(f"金额（{'万元':<{length}}）")
    assert found is Unit.of("万元")  # without its spaces
    assert Unit.in_heading(f"金额（{'元' * length}）") is None


@pytest.mark.parametrize(
    "piece",
    [
        "单位：人数；",
        "()",
        "(",
        "(人数，",
        "（人数；",
        "单位 ",
        "单位: ",
        "/",
        "(a)",
        "(长度)",
        "长度/",
        " ",
        "【",
    ],
)
def test_work_grows_with_the_length(piece):
    """Four times the characters take about four times as long, and not sixteen times."""
    small, large = (min(_seconds(piece, size) for _ in range(5)) for size in (2_500, LIMITS.cell_chars))
    assert large < 10 * small + 0.005


def _seconds(piece, size):
    heading = f"长{piece * (size // len(piece) - 2)}短"
    start = time.perf_counter()
    assert Unit.in_heading(heading) is None
    return time.perf_counter() - start
