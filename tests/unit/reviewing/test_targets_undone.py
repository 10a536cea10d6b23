"""Actuals that plainly deny their target, and points as if it were reached."""

import pytest

import govperf as gp

CHECKS = gp.CHECKS.only("finding.not-done", "finding.date-missed", "finding.actual-text")


def row(target, actual, points=10, **more):
    return gp.Indicator("某项", target=target, actual=actual, weight=10, reported_points=points, **more)


def found(item):
    form = gp.Evaluation("某局", 2022, goals=[gp.Goal("目标", indicators=[item])])
    return gp.review(form, checks=CHECKS)


def codes(item):
    return [one.code.removeprefix("finding.") for one in found(item)]


DENIED = [
    ("按时完成", "未按时完成"),
    ("按时完成", "尚未完成，正在招标"),
    ("按期完工", "延期"),
    ("按期完工", "推迟至次年"),
    ("通过验收", "未验收"),
    ("建立健全制度", "未建立"),
    ("开展", "没有开展"),
    ("完成", "正在实施"),
    ("合格", "不合格"),
    ("符合标准", "不符合要求，已限期整改"),
    ("不低于上年", "低于上年"),
    ("不超过预算", "超过预算"),
    ("下降", "上升"),
    ("发病率持续下降", "上升0.5%，受疫情影响"),
    ("提高", "下降"),
    ("提高", "无变化"),
    ("有所提升", "与上年持平"),
    ("不发生", "发生1起"),
    ("零事故", "发生2起"),
    ("全覆盖", "部分覆盖"),
    ("完成", "部分完成"),
    ("2022年6月底前", "未完成"),
    ("2022年6月底前", "正在实施"),
    ("2022年6月底前", "延期"),
    ("2022年6月底前", "2022年9月"),
    ("≥50个", "未开展"),
]


@pytest.mark.parametrize(("target", "actual"), DENIED)
def test_a_denial_with_full_points_is_found(target, actual):
    (one,) = found(row(target, actual))
    path = "$.goals[0].indicators[0]"
    assert (one.code, one.severity.value, one.path) == ("finding.not-done", "warning", f"{path}.actual")
    assert [(figure.path, figure.value) for figure in one.figures] == [
        (f"{path}.target", target),
        (f"{path}.actual", actual),
        (f"{path}.reported_points", "10"),
    ]
    assert (
        one.explain("zh") == f"某项：指标值为{target}，实际完成值为{actual}，没有达到，而自评10分（分值10分）"
    )


GOOD = [
    ("不发生", "未发生"),
    ("不超预算", "未超预算"),
    ("无", "未出现"),
    ("无投诉", "无投诉"),
    ("按时完成", "按时完成"),
    ("按时完成", "未完成的2项已整改"),
    ("按时完成", "未完成率为0"),
    ("不发生未按时完成的情况", "未按时完成0次"),
    ("不发生逾期", "逾期0起"),
    ("按时完成", "逾期0起"),
    ("开展", "正在实施"),
    ("开展", "延期"),
    ("不合格率为零", "不合格0件"),
    ("合格", "不合格的已返工"),
    ("达标", "不达标天数减少"),
    ("满意", "不满意率1%"),
    ("优良", "不合格"),
    ("低于上年", "低于上年"),
    ("提高效率、降低成本", "降低"),
    ("效率提升", "减少环节3项"),
    ("效率提升", "降低成本，提升效率"),
    ("不下降", "持平"),
    ("稳定提高", "持平"),
    ("发生率下降", "发生1起"),
    ("部分覆盖", "部分覆盖"),
    ("覆盖城区", "部分覆盖"),
    ("≤3起", "未开展"),
    ("完成", "部分达成预期指标并具有一定效果"),
    ("完成", "未完成" + "，因材料不全" * 20),
    ("完成", None),
    (None, "未完成"),
]


@pytest.mark.parametrize(("target", "actual"), GOOD)
def test_what_denies_nothing_is_not_found(target, actual):
    assert "not-done" not in codes(row(target, actual))


@pytest.mark.parametrize(
    ("points", "more", "expected"),
    [
        (8, {}, ["not-done"]),  # the top band begins at 80 %
        ("7.99", {}, []),
        (None, {}, []),
        (0, {}, []),
        (9, {"deviation_reason": "因疫情推迟"}, []),
        (9, {"award": 9}, []),
        (10, {"deviation_reason": "因疫情推迟"}, ["not-done"]),
        (10, {"award": 10}, ["not-done"]),
    ],
)
def test_less_than_full_points_may_be_explained(points, more, expected):
    assert codes(row("按时完成", "未按时完成", points, **more)) == expected


@pytest.mark.parametrize(("points", "more"), [(9, {}), (10, {"deviation_reason": "汛期停工"}), (None, {})])
def test_a_missed_date_without_full_points_or_with_a_reason_is_a_missed_date(points, more):
    assert codes(row("2022年6月底前", "2022年9月", points, **more)) == ["date-missed"]
