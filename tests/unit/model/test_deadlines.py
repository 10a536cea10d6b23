"""Dates in cells: a deadline or a beginning of a target, and when an actual came about."""

import pytest

from govperf.errors import DataError
from govperf.model import Actual, Approximation, Operator, Period, Target

BY = {
    "2022年11月前": "2022-11",
    "2022年11月之前": "2022-11",
    "2022年11月30日前": "2022-11-30",
    "2022年11月底前": "2022-11-30",
    "2022年12月31日之前": "2022-12-31",
    "2022年12月31日以前": "2022-12-31",
    "2022年12月31日前完成": "2022-12-31",
    "于2022年6月前完成": "2022-06",
    "应于2022年6月前全部完成": "2022-06",
    "2022年内": "2022",
    "2022年以内": "2022",
    "2022年年底前": "2022-12-31",
    "2022年底前按时完成": "2022-12-31",
    "2022年11月止": "2022-11",
    "≤2022年12月": "2022-12",
    "≤ 2022年12月31日前": "2022-12-31",
    "＜＝2022-12-31": "2022-12-31",
    "≤2022年": "2022",
    "不晚于2022年11月": "2022-11",
    "不迟于2022.11": "2022-11",
    "不超过2022年": "2022",
    "完成时间≤2022年12月": "2022-12",
    "二〇二二年十一月前": "2022-11",
    "2023.12前": "2023-12",
    "不得晚于2022年12月": "2022-12",
    "不应迟于2022年12月31日": "2022-12-31",
    "最迟2022年12月": "2022-12",
    "最迟不晚于2022年12月": "2022-12",
    "最晚于2022年12月底": "2022-12-31",
    "项目于2022年底前完成": "2022-12-31",
    "项目2022年底前建成": "2022-12-31",
    "在2022年底前拨付到位": "2022-12-31",
    "2022年底前支付": "2022-12-31",
    "2022年底前全部发放到位": "2022-12-31",
    "2022年底前通过验收": "2022-12-31",
    "2022年底前竣工验收": "2022-12-31",
    "2022年6月前开工": "2022-06",
    "2022年底前上线": "2022-12-31",
    "（2022年12月31日前）": "2022-12-31",
    "2022年12月31日（含）前": "2022-12-31",
    "2022年12月31日前（含当日）": "2022-12-31",
    "2022年12月31日前。": "2022-12-31",
}
FROM = {
    "2022年11月起": "2022-11",
    "自2022年11月起": "2022-11",
    "2022年11月开始": "2022-11",
    "≥2022年11月": "2022-11",
    "不早于2022年11月": "2022-11",
    "2022-11起": "2022-11",
    "2022年12月31日起": "2022-12-31",
    "2022年12月31日当日起": "2022-12-31",
    "2022年12月31日后": "2023-01-01",
    "2022年12月31日之后": "2023-01-01",
    "2022年底后": "2023-01-01",
    "不得早于2022年11月": "2022-11",
}
BARE = {
    "2022年12月": "2022-12",
    "2022年": "2022",
    "2022年度": "2022",
    "2022-11-30": "2022-11-30",
    "2022-11": "2022-11",
    "2022.12.31": "2022-12-31",
    "2022年第三季度": "2022-07/2022-09",
    "截至2022年底完成": "2022-12-31",
    "2022年底投入使用": "2022-12-31",
}
THROUGHOUT = {
    "2022年1-7月": "2022-01/2022-07",
    "2020-2023年": "2020/2023",
    "2020年7月1日-2021年6月30日": "2020-07/2021-06",
    "自2020年7月1日至2021年6月30日止": "2020-07/2021-06",
    "2022.7-9": "2022-07/2022-09",
    "2022年全年": "2022",
}
WITHOUT_A_YEAR = {
    "12月底前": "2022-12-31",
    "年底前": "2022-12-31",
    "年底前完成": "2022-12-31",
    "11月30日前完成": "2022-11-30",
    "12月": "2022-12",
    "不晚于12月": "2022-12",
    "最迟12月": "2022-12",
    "≤12月份": "2022-12",
    "6月份": "2022-06",
    "三季度": "2022-07/2022-09",
    "年内": "2022",
    "本年度内": "2022",
    "完成时间≤12月底": "2022-12-31",
}
NONE = [
    "2022年前",
    "2022年之前",
    "2022年后",
    "2022年以后",
    "2022年三季度前",
    "2022年上半年后",
    "2022年11月之后",
    "2022年6月中旬后",
    "2022年1-12月前",
    "2199年12月31日后",
    "2020-2023年以前",
    "2022年13月",
    "2021年2月29日前",
    "1948年11月前",
    "22年11月前",
    "3个月前",
    "三日前",
    "年前",
    "前",
    "2022年11月左右",
    "2022年11月前后",
    "2022年11月和12月",
    "2020-2023",
    "第3期",
]


class TestTargets:
    @pytest.mark.parametrize(
        ("cell", "iso", "operator", "inferred"),
        [
            *((cell, iso, "<=", False) for cell, iso in BY.items()),
            *((cell, iso, ">=", False) for cell, iso in FROM.items()),
            *((cell, iso, "<=", True) for cell, iso in BARE.items()),
            *((cell, iso, "=", False) for cell, iso in THROUGHOUT.items()),
            ("=2022年12月", "2022-12", "=", False),
            ("<2022年12月", "2022-12", "<", False),
            (">2022年12月", "2022-12", ">", False),
        ],
    )
    def test_dated(self, cell, iso, operator, inferred):
        target = Target.parse(cell)
        assert (str(target.period), target.operator.value, target.inferred) == (iso, operator, inferred)
        assert target.quantity is target.upper is target.fault is None

    @pytest.mark.parametrize("cell", NONE)
    def test_no_date(self, cell):
        target = Target(cell)
        assert (target.period, target.operator) == (None, Operator.TEXT)

    @pytest.mark.parametrize("cell", ["≥2022年12月前", "≤2022年12月起", "=2022年12月前"])
    def test_contradiction(self, cell):
        assert Target(cell).fault.code == "target.contradiction"

    def test_what_is_implied_is_no_matter(self):
        assert Target("2022年12月", implied=Operator.AT_LEAST) == Target("2022年12月")


class TestInYear:
    @pytest.mark.parametrize(("cell", "iso"), WITHOUT_A_YEAR.items())
    def test_the_year_is_given(self, cell, iso):
        target = Target(cell)
        assert (target.operator, target.period, target.fault) == (Operator.TEXT, None, None)
        dated = target.in_year(2022)
        assert (str(dated.period), dated.operator, dated.text) == (iso, Operator.AT_MOST, cell)
        assert dated == Target(cell, year=2022) == dated.in_year(2022)
        assert dated != target

    @pytest.mark.parametrize(
        "cell", ["≥60条", "2022年12月前", "效果明显", "3年", "18月", "每年开展演练", "年度目标"]
    )
    def test_no_matter(self, cell):
        target = Target(cell)
        assert target.in_year(2023) is target
        assert Target(cell, year=2023) == target

    def test_no_such_day(self):
        target = Target("2月29日前")
        assert target.in_year(2021) is target
        assert str(target.in_year(2020).period) == "2020-02-29"

    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_the_year_is_one(self, kind):
        with pytest.raises(DataError):
            kind("12月").in_year(1948)
        with pytest.raises(DataError):
            kind("12月", year=2200)
        with pytest.raises(TypeError):
            kind("12月", year="2022")
        assert str(kind("12月", year=1949).period) == "1949-12"

    @pytest.mark.parametrize("cell", ["11月30日", "已于11月30日完成"])
    def test_actual(self, cell):
        actual = Actual(cell)
        dated = actual.in_year(2022)
        assert actual.period is None
        assert dated.period == Period.parse("2022-11-30")
        assert dated == dated.in_year(2022) == Actual(cell, year=2022)

    @pytest.mark.parametrize(
        "cell", ["0", "0年", "49期", "3-5年", "2022年11月", "达成预期指标", "每年一次检查"]
    )
    def test_actual_no_matter(self, cell):
        actual = Actual(cell)
        assert actual.in_year(2022) is actual


class TestActuals:
    @pytest.mark.parametrize(
        ("cell", "iso", "approximation"),
        [
            *((cell, iso, "exact") for cell, iso in BARE.items() if not cell.startswith("截至")),
            *((cell, iso, "exact") for cell, iso in THROUGHOUT.items()),
            ("2022年10月", "2022-10", "exact"),
            ("2020年12月31日", "2020-12-31", "exact"),
            ("已于2022年10月完成", "2022-10", "exact"),
            ("2022年10月已完成", "2022-10", "exact"),
            ("于2022年10月30日竣工", "2022-10-30", "exact"),
            ("=2022年10月", "2022-10", "exact"),
            ("2022年11月前", "2022-11", "at_most"),
            ("2022年11月底前完成", "2022-11-30", "at_most"),
            ("2022年内", "2022", "at_most"),
            ("≤2022年12月", "2022-12", "at_most"),
            ("≤2022年12月底前", "2022-12-31", "at_most"),
            ("2022年11月起", "2022-11", "at_least"),
            ("≥2022年11月", "2022-11", "at_least"),
        ],
    )
    def test_dated(self, cell, iso, approximation):
        actual = Actual(cell)
        assert (str(actual.period), actual.approximation.value) == (iso, approximation)
        assert actual.quantity is actual.lower is actual.upper is actual.whole is None

    @pytest.mark.parametrize("cell", [*NONE, *WITHOUT_A_YEAR, "≥2022年11月前"])
    def test_no_date(self, cell):
        actual = Actual(cell)
        assert actual.period is None
        assert actual.quantity is not None or actual.approximation is Approximation.EXACT
