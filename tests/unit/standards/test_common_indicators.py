"""What the framework says of each common indicator, and how one is found."""

from collections import Counter

import attrs
import pytest

from govperf.errors import StandardError
from govperf.model import Clause, Direction, Nature, Provenance
from govperf.standards import taxonomy
from govperf.standards.common import (
    COMMON,
    Better,
    CommonIndicator,
    Formula,
    Shape,
    Wording,
    common_indicator,
    common_indicators,
)

EVERY = [one for name in COMMON for one in common_indicators(name)]
every = pytest.mark.parametrize("one", EVERY, ids=[f"{one.framework} {one.code}" for one in EVERY])
NAMES = {
    "2013-department": {
        "目标设定": "绩效目标合理性 绩效指标明确性",
        "预算配置": "在职人员控制率 “三公经费”变动率 重点支出安排率",
        "预算执行": "预算完成率 预算调整率 支付进度率 结转结余率 结转结余变动率 公用经费控制率 "
        "“三公经费”控制率 政府采购执行率",
        "预算管理": "管理制度健全性 资金使用合规性 预决算信息公开性 基础信息完善性",
        "资产管理": "管理制度健全性 资产管理安全性 固定资产利用率",
        "职责履行": "实际完成率 完成及时率 质量达标率 重点工作办结率",
        "履职效益": "经济效益 社会效益 生态效益 社会公众或服务对象满意度",
    },
    "2013-project": {
        "项目立项": "项目立项规范性 绩效目标合理性 绩效指标明确性",
        "资金落实": "资金到位率 到位及时率",
        "业务管理": "管理制度健全性 制度执行有效性 项目质量可控性",
        "财务管理": "管理制度健全性 资金使用合规性 财务监控有效性",
        "项目产出": "实际完成率 完成及时率 质量达标率 成本节约率",
        "项目效益": "经济效益 社会效益 生态效益 可持续影响 社会公众或服务对象满意度",
    },
}
BEST = {
    "staffing_control_rate": ("less", "≤100%"),
    "three_public_change_rate": ("less", "≤0%"),
    "key_projects_rate": ("more", ""),
    "budget_completion_rate": ("whole", "=100%"),
    "budget_adjustment_rate": ("zero", ""),
    "payment_progress_rate": ("more", "≥100%"),
    "carry_over_rate": ("less", ""),
    "carry_over_change_rate": ("less", "≤0%"),
    "operating_control_rate": ("less", "≤100%"),
    "three_public_control_rate": ("less", "≤100%"),
    "procurement_execution_rate": ("whole", "=100%"),
    "asset_use_rate": ("more", ""),
    "task_completion_rate": ("whole", "=100%"),
    "task_timeliness_rate": ("whole", "=100%"),
    "task_quality_rate": ("whole", "=100%"),
    "key_task_completion_rate": ("whole", "=100%"),
    "funding_rate": ("more", ""),
    "funding_timeliness_rate": ("more", ""),
    "output_completion_rate": ("more", ""),
    "time_saving_rate": ("more", ""),
    "output_quality_rate": ("more", ""),
    "cost_saving_rate": ("more", ""),
}
VERIFIED = {
    "2013-department": {
        *("objective_soundness", "indicator_clarity", "staffing_control_rate", "three_public_change_rate"),
        *("key_projects_rate", "carry_over_change_rate"),
    },
    "2013-project": {
        *("project_initiation", "objective_soundness", "indicator_clarity", "funding_rate"),
        "time_saving_rate",
    },
}


def made(**changes):
    return attrs.evolve(common_indicator("staffing_control_rate"), **changes)


class TestFramework:
    @pytest.mark.parametrize("name", COMMON)
    def test_names_in_their_order(self, name):
        found = {}
        for one in common_indicators(name):
            found.setdefault(one.category[1], []).append(one.name)
        assert {label: " ".join(names) for label, names in found.items()} == NAMES[name]

    @pytest.mark.parametrize("name", COMMON)
    def test_every_second_level_has_some(self, name):
        levels = [one.labels for one in taxonomy(name).categories if one.above]
        assert list(dict.fromkeys(one.category for one in common_indicators(name))) == levels

    @pytest.mark.parametrize("name", COMMON)
    def test_loaded_once(self, name):
        assert common_indicators(name) is common_indicators(name)

    @pytest.mark.parametrize("name", COMMON)
    def test_how_sure(self, name):
        sure = {one.code for one in common_indicators(name) if one.clause.provenance is Provenance.VERIFIED}
        assert sure == VERIFIED[name]
        rest = {one.clause.provenance for one in common_indicators(name) if one.code not in sure}
        assert rest == {Provenance.RECALLED}

    @every
    def test_what_is_best(self, one):
        """A formula has something that is better; what has none is judged, or found by a survey."""
        if one.formula is None:
            assert one.better is (Better.MORE if one.code == "satisfaction" else Better.POINTS)
            assert one.target == one.held_as == ""
        else:
            assert (one.better.value, one.target) == BEST[one.code]

    def test_best_of_all(self):
        assert {one.code for one in EVERY if one.formula} == BEST.keys()

    @every
    def test_all_is_said_in_both_languages(self, one):
        zh, en = one.explain(), one.explain("en")
        assert zh.startswith(f"{one.name}：")
        assert en.startswith(f"{one.english}: ")
        assert "…" not in zh + en
        assert one.clause.source

    @every
    def test_unchangeable(self, one):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            one.code = "other"
        assert hash(one) == hash(attrs.evolve(one))


class TestNameTraps:
    def test_two_formulas_have_two_codes(self):
        formulas = {}
        for one in EVERY:
            formulas.setdefault(one.code, set()).add(one.formula)
        assert {code for code, several in formulas.items() if len(several) > 1} == set()

    @pytest.mark.parametrize("name", ["完成及时率", "质量达标率", "实际完成率"])
    def test_one_name_two_formulas(self, name):
        department, project = (one for one in EVERY if one.name == name)
        assert (department.framework, project.framework) == ("2013-department", "2013-project")
        assert department.formula.explain() != project.formula.explain()
        assert department.code != project.code
        assert project.code in department.note.zh
        assert project.code in department.note.en
        assert department.code in project.note.zh
        assert department.code in project.note.en

    def test_timeliness(self):
        count, saved = common_indicator("task_timeliness_rate"), common_indicator("time_saving_rate")
        assert count.formula.numerator() == "及时完成工作数"
        assert saved.formula.numerator() == "计划完成时间 − 实际完成时间"
        assert str(count.rate("100项", "100项")) == "100.00%"
        assert str(saved.rate("100天", "100天")) == "0.00%"

    def test_quality(self):
        department, project = common_indicator("task_quality_rate"), common_indicator("output_quality_rate")
        assert department.formula.denominator() == "计划工作数"
        assert project.formula.denominator() == "实际产出数"

    def test_one_name_four_times(self):
        codes = Counter(one.code for one in EVERY if one.name == "管理制度健全性")
        assert codes == dict.fromkeys(["budget_rules", "asset_rules", "operations_rules", "finance_rules"], 1)

    def test_completion_is_not_execution(self):
        note = common_indicator("budget_completion_rate").note
        assert "预算执行率" in note.zh
        assert "预算执行率" in note.en
        assert [one.name for one in EVERY if "预算执行率" in one.name] == []


class TestFound:
    @every
    def test_by_code_and_framework(self, one):
        assert common_indicator(one.code, framework=one.framework) is one

    @every
    def test_by_code_alone_where_it_stands_once(self, one):
        if [other.code for other in EVERY].count(one.code) == 1:
            assert common_indicator(one.code) is one
        else:
            with pytest.raises(StandardError) as caught:
                common_indicator(one.code)
            assert caught.value.code == "common.two-frameworks"
            assert caught.value.details["known"] == '"2013-department" or "2013-project"'

    def test_in_both(self):
        both = {one.code for one in common_indicators("2013-department")} & {
            one.code for one in common_indicators("2013-project")
        }
        assert both == {
            *("objective_soundness", "indicator_clarity", "funds_compliance", "satisfaction"),
            *("economic_benefit", "social_benefit", "ecological_benefit"),
        }

    @pytest.mark.parametrize(
        ("code", "first"),
        [
            ("staffing_rate", "staffing_control_rate, "),
            ("time_saving", "time_saving_rate, "),
            ("carry_over", "carry_over_rate, carry_over_change_rate, "),
        ],
    )
    def test_unknown(self, code, first):
        with pytest.raises(StandardError) as caught:
            common_indicator(code)
        assert caught.value.code == "common.unknown"
        assert caught.value.details["known"].startswith(first)
        assert first in caught.value.explain("zh")

    def test_unknown_in_one_framework(self):
        with pytest.raises(StandardError) as caught:
            common_indicator("time_saving_rate", framework="2013-department")
        assert caught.value.code == "common.unknown"
        assert "time_saving_rate" not in caught.value.details["known"]

    @pytest.mark.parametrize(
        "code", ["", "在职人员控制率", None, 2013, "x" * 100_000], ids=lambda code: str(code)[:9]
    )
    def test_no_code(self, code):
        with pytest.raises(StandardError) as caught:
            common_indicator(code)
        assert caught.value.code == "common.unknown"

    @pytest.mark.parametrize("name", ["", "2013", "2020", "../common-2013-project.toml", None], ids=repr)
    def test_no_framework(self, name):
        with pytest.raises(StandardError) as caught:
            common_indicators(name)
        assert caught.value.code == "common.framework"
        assert all(known in caught.value.explain() for known in COMMON)

    def test_no_framework_of_a_code(self):
        with pytest.raises(StandardError) as caught:
            common_indicator("staffing_control_rate", framework="2020")
        assert caught.value.code == "common.framework"


class TestMade:
    """One can be made without a file."""

    def test_local(self):
        one = CommonIndicator(
            code="travel_share",
            framework="2020",
            name="差旅费占比",
            english="share of travel",
            category=["产出", "成本"],
            better=Better.LESS,
            formula=Formula(
                shape=Shape.RATIO,
                figure=Wording("差旅费", "travel expenses"),
                base=Wording("公用经费", "operating expenditure"),
            ),
            clause=Clause(Provenance.CHOICE, "a test"),
        )
        assert str(one.rate("3万元", "60万元")) == "5.00%"
        assert one.explain() == "差旅费占比：差旅费 ÷ 公用经费 × 100%；越低越好"
        assert (
            one.explain("en")
            == "share of travel: travel expenses ÷ operating expenditure × 100%; less is better"
        )
        assert one.indicator().direction is Direction.REVERSE
        assert one.indicator().nature is Nature.QUANTITATIVE

    @pytest.mark.parametrize(
        "code", ["", "Staffing", "2013_rate", "staffing-rate", "a__b", "_a", "a_", "编制"]
    )
    def test_code(self, code):
        with pytest.raises(StandardError) as caught:
            made(code=code)
        assert caught.value.code == "common.code"

    @pytest.mark.parametrize("code", ["a", "a1_b2", "staffing"])
    def test_code_that_is_one(self, code):
        assert made(code=code).code == code

    @pytest.mark.parametrize(
        "category",
        [
            (),
            ("投入",),
            ("投入", "预算执行"),
            ("预算配置",),
            ("投入指标", "预算配置"),
            ("投入", "预算配置", ""),
        ],
    )
    def test_category(self, category):
        with pytest.raises(StandardError) as caught:
            made(category=category)
        assert caught.value.code == "common.category"

    def test_framework(self):
        with pytest.raises(StandardError) as caught:
            made(framework="2013")
        assert caught.value.code == "taxonomy.unknown"

    @pytest.mark.parametrize(
        "target",
        ["100%", "≤100", "≤5人", "效果明显", "2022年11月前", " ", "≤" + "1" * 20_000],
        ids=lambda text: text[:9],
    )
    def test_target(self, target):
        with pytest.raises(StandardError) as caught:
            made(target=target)
        assert caught.value.code == "common.target"

    @pytest.mark.parametrize("target", ["", "≤100%", "=0%", "90%～100%"])
    def test_target_that_is_one(self, target):
        assert made(target=target).target == target

    @pytest.mark.parametrize("name", ["Budget", "Budget.executed", "Staffing.control_rate"])
    def test_rate_that_no_object_knows(self, name):
        with pytest.raises(StandardError) as caught:
            made(held_as=name)
        assert caught.value.code == "common.choice"
        assert "Department.staffing_control_rate" in caught.value.explain()
