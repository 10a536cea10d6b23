"""Units of targets and actuals: two things, two words for one thing, or nearly the same."""

import pytest

import govperf as gp

CHECKS = gp.CHECKS.only("finding.units")


def found(target, actual, name="某项"):
    item = gp.Indicator(name, target=target, actual=actual, weight=10)
    form = gp.Evaluation("某局", 2022, goals=[gp.Goal("目标", indicators=[item])])
    return gp.review(form, checks=CHECKS)


@pytest.mark.parametrize(
    ("target", "actual", "name", "severity", "words"),
    [
        ("≥3公里", "3万元", "", "error", "指标值按“公里”，实际完成值按“万元”，单位不一致"),
        ("≥3平方米", "3米", "", "error", "单位不一致"),
        ("≥60人", "540人次", "", "warning", "指标值按“人”，实际完成值按“人次”，单位不一致"),
        ("≥60家次", "540家", "", "warning", "指标值按“家次”，实际完成值按“家”，单位不一致"),
        ("≥6万人次", "540人", "", "warning", "单位不一致"),
        ("≥90%", "45人", "", "warning", "单位不一致"),
        ("≥366天", "365次", "", "warning", "单位不一致"),
        ("≥60人", "540人次", "培训人次", "hint", "单位不一致"),
        ("≥60家次", "540家", "走访家数", "hint", "单位不一致"),
        ("≥300元/亩", "30万元", "", "hint", "单位不一致"),
        ("≥10户", "10家", "", "hint", "指标值按“户”，实际完成值按“家”，计量单位写法不一致"),
        ("≥10个", "10次", "", "hint", "计量单位写法不一致"),
        ("≥10期", "10个", "", "hint", "计量单位写法不一致"),
        ("≤30日", "1个月", "", "hint", "指标值按“天”，实际完成值按“个月”，两者不能精确换算"),
        ("≤30日", "2个月", "", "hint", "不能精确换算"),
        ("≤3个月", "85天", "", "hint", "不能精确换算"),
        ("≥300天", "10个月", "", "hint", "不能精确换算"),
        ("≥1年", "364天", "", "hint", "不能精确换算"),
        ("≤3天", "3个工作日", "", "hint", "不能精确换算"),
        ("≥1学期", "5个月", "", "hint", "不能精确换算"),
    ],
)
def test_two_units_are_found(target, actual, name, severity, words):
    (one,) = found(target, actual, name or "某项")
    assert one.severity.value == severity
    assert one.explain("zh").endswith(words)


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≤3个月", "80天"),
        ("≤3个月", "84天"),
        ("≥300天", "11个月"),
        ("1年", "365天"),
        ("≤1年", "365天"),
        ("≤2个季度", "5个月"),
        ("≤7天", "5个工作日"),
        ("≤1个工作日", "24小时"),
        *[
            (f"{number}{one}", f"{number}{other}")
            for number in (3, 10)
            for one, other in [
                ("份", "个"),
                ("个", "项"),
                ("本", "册"),
                ("份", "册"),
                ("株", "棵"),
                ("名", "个"),
                ("名", "人"),
                ("座", "处"),
                ("件", "宗"),
                ("台", "套"),
                ("场", "场次"),
                ("台/套", "套"),
                ("台/套", "台套"),
                ("个标段", "个"),
                ("个", "村"),
                ("场/次", "场次"),
                ("人/次", "人次"),
                ("人次", "人/次"),
                ("个", "家"),
            ]
        ],
        ("400元/人", "400元"),
        ("400元", "400元/人"),
        ("≤80万元", "78.5万元/公里"),
        ("1.5万元/户", "1.5万元"),
        ("2000元/人·年", "2000元/人"),
        ("2次/学期", "4次"),
        ("≥60万元", "600000元"),
        ("≥95%", "96"),
    ],
)
def test_one_unit_in_two_words_is_not_found(target, actual):
    assert list(found(target, actual)) == []
