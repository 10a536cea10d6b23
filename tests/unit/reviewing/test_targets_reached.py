"""Targets that were missed, exceeded or left open: what is found, how grave, and what never is."""

from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.reviewing import Form
from govperf.reviewing.targets.reaching import REACHING
from govperf.reviewing.targets.standing import Standing, slip_power
from govperf.standards import standard
from govperf.testing.cells import held_actual_cells, held_target_cells

CHECKS = gp.CHECKS.only("targets")
WEIGHTLESS = {"weight": None}


def row(target, actual, name="培训", **more):
    return gp.Indicator(name, target=target, actual=actual, **{"weight": 10, **more})


def form(*rows):
    return gp.Evaluation("某局", 2022, goals=[gp.Goal("目标", indicators=rows)])


def reached(*rows, **more):
    """What is found of how the actuals stand to their targets."""
    codes = {check.code for check in REACHING}
    return [one for one in gp.review(form(*rows), checks=CHECKS, **more) if one.code in codes]


def codes(*rows, **more):
    return [one.code.removeprefix("finding.") for one in reached(*rows, **more)]


FOUND = [
    # missed: more, less, equal, zero, a change below zero, below a range, a date of quantities
    ("missed", "hint", row("≥60条", "59条")),
    ("missed", "hint", row("≤24小时", "25小时")),
    ("missed", "hint", row("=12次", "11次")),
    ("missed", "hint", row("0起", "1起", name="事故")),
    ("missed", "hint", row("≥5%", "-2%", name="税收增长率")),
    ("missed", "hint", row("80～90%", "79%")),
    ("missed", "hint", row("≥60条", "59条", deviation_reason="疫情")),
    ("missed", "hint", row("≥60条", "0条")),
    ("missed", "hint", row("≥60条", "59条", **WEIGHTLESS)),
    ("missed", "hint", row("≥60条", "59条", award=9)),
    # far over: on the limit of 120 %, and above it
    ("far-over", "warning", row("≥50条", "60条")),
    ("far-over", "warning", row("≥60条", "近540条")),
    ("far-over", "warning", row("=10次", "12次")),
    ("far-over", "warning", row("≥80%", "101%", name="税收增长率")),
    ("far-over", "warning", row("≥100%", "120%", name="任务完成率")),
    ("far-over", "warning", row("≥52", "100", name="对象满意度")),
    ("far-over", "hint", row("≥50条", "60条", deviation_reason="新开渠道")),
    ("far-over", "warning", row("≥50条", "60条", deviation_reason=" ")),
    ("far-over", "hint", row("≥2次", "3次")),
    ("far-over", "hint", row("2", "3")),
    ("far-over", "warning", row("≥2次", "4次")),
    ("far-over", "warning", row("≥2公里", "3公里")),
    ("far-over", "warning", row("每季度1次", "5次")),
    # slips: 万 and 亿 within a fifth, percent against a part of one, the point
    ("slip", "warning", row("≥12000亩", "1.2亩")),
    ("slip", "warning", row("≥1.2亩", "9600亩")),
    ("slip", "warning", row("≥1.2亩", "14400亩")),
    ("slip", "warning", row("≥3亿元", "3元")),
    ("slip", "warning", row("≤90万元", "90元")),
    ("slip", "warning", row("≤90元", "90万元")),
    ("slip", "warning", row("≥95%", "0.95%", name="合格率")),
    ("slip", "warning", row("≥1%", "100%", name="合格率")),
    ("slip", "warning", row("≥266米", "2660米")),
    ("slip", "warning", row("≥266米", "26.6米")),
    ("slip", "warning", row("≤266米", "2660米")),
    # shares above all
    ("rate-over-100", "warning", row("≥95%", "100.01%", name="验收合格率")),
    ("rate-over-100", "warning", row("≥95%", "101", name="群众满意度")),
    ("rate-over-100", "warning", row("=120%", "120%", name="验收合格率")),
    ("rate-over-100", "warning", row("=101%", "99%", name="验收合格率")),
    ("rate-over-100", "warning", row("≥101%", "良好", name="验收合格率")),
    ("rate-over-100", "warning", row("效果好", "101%", name="验收合格率")),
    ("rate-over-100", "warning", row(None, "101%", name="验收合格率")),
    # dates, frequencies, shares of cases
    ("date-missed", "hint", row("2022年11月底前", "2022年12月5日")),
    ("date-missed", "hint", row("11月底前", "12月5日")),
    ("frequency-short", "hint", row("每周1期", "49期")),
    ("frequency-short", "hint", row("每周1期", "51期")),
    ("share-missed", "hint", row("24小时以内", "78次中77次", name="故障响应时间")),
    # what is vague, and decides
    ("approximate-decides", "warning", row("≥60条", "近60条")),
    ("approximate-decides", "warning", row("≥60条", "近60条", **WEIGHTLESS)),
    ("approximate-decides", "warning", row("≥90%", "约95%", name="知晓率")),
    ("approximate-decides", "warning", row("≥90%", "约95%", name="知晓率", **WEIGHTLESS)),
    ("approximate-decides", "warning", row("≥95%", "≥90%")),
    ("approximate-decides", "warning", row("≥95%", "≥90%", **WEIGHTLESS)),
    ("approximate-decides", "warning", row("≤24小时", "约23小时", **WEIGHTLESS)),
    ("approximate-decides", "warning", row("≥95%", "90-96%")),
    ("approximate-decides", "warning", row("≥250人", "200-300人", **WEIGHTLESS)),
    ("date-open", "hint", row("2022年11月15日前", "2022年11月")),
    ("date-open", "hint", row("2022年11月15日前", "2022年")),
    ("date-open", "hint", row("2022年1月-12月", "2022年1月-11月")),
    # bounds
    ("strict-bound", "hint", row("<5天", "5天")),
    ("strict-bound", "hint", row(">5次", "5次")),
    ("not-equal", "hint", row("=12次", "13次")),
    ("not-equal", "hint", row("=80%", "99%")),
    ("not-equal", "hint", row("80～90%", "90.01%")),
    ("negative-actual", "warning", row("≥5次", "-2次")),
]


@pytest.mark.parametrize(("code", "severity", "item"), FOUND)
def test_it_is_found_once_at_the_actual_with_both_cells(code, severity, item):
    (one,) = reached(item)
    path = "$.goals[0].indicators[0]"
    assert (one.code, one.severity.value, one.path) == (f"finding.{code}", severity, f"{path}.actual")
    assert "…" not in one.explain("zh") + one.explain("en")
    assert [figure.path for figure in one.figures] == [f"{path}.target", f"{path}.actual"]
    assert [figure.value for figure in one.figures] == [str(item.target or ""), str(item.actual or "")]


SILENT = [
    row("≥60条", "60条"),
    row("≤24小时", "24小时"),
    row("≤24小时", "1小时"),
    row("≤90万元", "10万元"),
    row("≤90万元", "0元"),
    row("0起", "0起", name="事故"),
    row("≥50条", "59.99条"),  # just below the limit
    row("≥80%", "100%", name="合格率"),  # 125 %, and cannot be more
    row("≥50%", "100%"),
    row("≥1公里", "1.199公里"),
    row("≤1%", "0.01%", name="差错率"),  # the less the better
    row("≤266米", "26.6米"),
    row("≥5%", "8%", name="税收增长率"),
    row("≥5%", "6%", name="成本节约率"),
    row("≤100万元", "98.6万", name="总成本"),
    row("≤1.2亿元", "1.18亿", name="总成本"),
    row("≤120万", "118万元", name="总成本"),
    row("500", "480万", name="总投入（万元）", category=("产出", "成本")),
    row("6-9月", "7月"),
    row("2022年6-9月", "2022年7月"),
    row("80～90%", "90%"),
    row("80～90%", "80%"),
    row("≥100%", "101%", name="任务完成率"),
    row("≥95分", "101分", name="群众满意度"),
    row("≥95%", "100%", name="验收合格率"),
    row("≥100%", "110%", name="资金到位率"),
    row("2022年11月底前", "2022年11月30日"),
    row("每周1期", "52期"),
    row("24小时以内", "78次中78次", name="故障响应时间"),
    row("≥60条", "60余条"),
    row("≥90%", "≥90%"),
    row("≥90%", "≥90%", **WEIGHTLESS),
    row("≤24小时", "约20小时", **WEIGHTLESS),
    row("≥250人", "200-300人", award=9),
    row("≥90%", "约95%", name="知晓率", award=9, **WEIGHTLESS),
    row("≥90%", "约95%", name="知晓率", award=9),
    row("≥60条", "约66.7条", **WEIGHTLESS),
    row("≤5天", "5天"),
    row("=12次", "12次"),
    row("12次", "13次"),  # ≥ is inferred
    row("≤0", "-5%", name="三公经费变动率"),
    row("效果明显", "效果明显"),
    row(None, "60条"),
    row("≥60条", None),
    row("≥60条", "1条", not_applicable="本年未开展"),
    row("≥95%", "101%", name="验收合格率", not_applicable="本年未开展"),
]


@pytest.mark.parametrize("item", SILENT)
def test_it_is_not_found(item):
    assert reached(item) == []


NO_SLIP = [
    ("far-over", row("≥60条", "540条")),
    ("far-over", row("≥60条", "600条")),  # ten times, and one telling digit
    ("far-over", row("≥26条", "260条")),
    ("far-over", row("≥266米", "2661米")),
    ("far-over", row("≥1.2亩", "9599亩")),  # below a fifth less than ten thousand times
    ("far-over", row("≥1.2亩", "14401亩")),
    ("missed", row("≥60条", "6条")),
    ("missed", row("≥200%", "2%", name="产出增长率")),
    ("missed", row("≥150%", "1.5%")),
]


@pytest.mark.parametrize(("code", "item"), NO_SLIP)
def test_what_may_be_as_it_says_is_no_slip(code, item):
    assert codes(item) == [code]


def test_where_a_slip_begins_is_said_by_the_rule_book():
    book = standard()
    item = row("≥1.2亩", "9600亩")
    narrow = attrs.evolve(
        book, review=attrs.evolve(book.review, slip=attrs.evolve(book.review.slip, value=Decimal("0.19")))
    )
    assert (codes(item), codes(item, standard=narrow)) == (["slip"], ["far-over"])


def test_rows_that_were_not_compared_are_no_power_of_ten_apart():
    (plain,) = Form(form(row("≥60条", None)), standard()).rows
    assert slip_power(Standing(plain, plain.rate), Decimal("0.2")) == 0


def test_where_far_over_begins_is_said_by_the_rule_book():
    guangxi = attrs.evolve(
        standard(), over_fulfilment=attrs.evolve(standard().over_fulfilment, value=Decimal("1.3"))
    )
    assert codes(row("≥50条", "64条"), row("≥50条", "65条"), standard=guangxi) == ["far-over"]


SAID = {
    row("每周1期", "49期", name="周报"): (
        "周报：每周1期，全年应为52期，实际为49期",
        "52期, and 49期 came about",
    ),
    row("24小时以内", "78次中77次", name="响应"): (
        "响应：78次中有77次达到指标值24小时以内",
        "met in 77次 of 78次",
    ),
    row("≥95%", "75%", name="处理率"): ("处理率：未达到指标值，完成率 78.95%", "completion rate 78.95%"),
    row("≥60条", "近540条", name="信息"): (
        "信息：实际完成值近540条，指标值≥60条，完成率900.00%，远超",
        "900.00% of ≥60条",
    ),
    row("≥12000亩", "1.2亩", name="造林"): (
        "造林：实际完成值1.2亩与指标值≥12000亩相差约一万倍，是否漏写或多写“万”",
        "about ten thousand times apart: was 万 lost or added?",
    ),
    row("≥3亿元", "3元", name="贷款"): ("相差约一亿倍，是否漏写或多写“亿”", "a hundred million times"),
    row("≥95%", "0.95%", name="合格率"): ("相差约一百倍，是否百分数与小数混填", "a hundred times"),
    row("≥266米", "2660米", name="标尺"): ("相差约十倍，是否小数点错位", "was the point moved?"),
    row("≥266米", "2660000000000米", name="标尺"): ("10的10次方倍", "10 to the power of 10 times"),
    row("2022年11月底前", "2022年12月", name="完工"): ("实际为2022年12月", "it came about 2022年12月"),
}


@pytest.mark.parametrize("item", SAID)
def test_the_sentence_names_the_figures(item):
    (one,) = reached(item)
    assert SAID[item][0] in one.explain("zh")
    assert SAID[item][1] in one.explain("en")


FULL = {"weight": 10, "reported_points": 10}


def test_doubtful_directions_are_one_finding_and_nothing_else_is_said_of_them():
    rows = [row("30", "25", name="办理天数", **FULL), row("24小时", "20小时", name="响应", **FULL)]
    found = gp.review(form(*rows, row("≥60条", "60条")), checks=CHECKS)
    assert [one.code for one in found] == ["finding.direction-doubtful"]
    assert (
        found[0].explain("zh")
        == "办理天数、响应的指标值未写运算符号，按≥推定则未达到指标值，而自评满分（共2项）"
    )
    assert len(found[0].figures) == 6


@pytest.mark.parametrize(
    ("code", "item"),
    [
        ("missed", row("≥30", "25", **FULL)),
        ("missed", row("30", "25", direction="正向", **FULL)),
        ("missed", row("30", "25", weight=10, reported_points=8)),
        ("missed", row("30个", "25个", category=("产出", "数量"), **FULL)),
        ("frequency-short", row("每周1期", "49期", **FULL)),
        ("slip", row("12000亩", "1.2亩", **FULL)),
    ],
)
def test_a_direction_that_is_no_guess_is_not_doubted(code, item):
    assert codes(item) == [code]


NAMES = st.sampled_from(["验收合格率", "税收增长率", "培训", "项目成本", "投诉率", "满意度"])


ROWS = st.builds(lambda t, a, n: row(t, a, name=n), held_target_cells(), held_actual_cells(), NAMES)


@given(st.lists(ROWS, max_size=6))
def test_one_row_is_found_once_and_nothing_is_raised(rows):
    paths = [one.path for one in reached(*rows)]
    assert len(paths) == len(set(paths))


@given(st.integers(2, 10**6), st.integers(0, 10**6))
def test_a_target_of_at_least_something_is_missed_or_not(wanted, done):
    found = set(codes(row(f"≥{wanted}件", f"{done}件")))
    expected = [{"missed"}, {"slip"}] if done < wanted else [set(), {"far-over"}, {"slip"}]
    assert found in expected
