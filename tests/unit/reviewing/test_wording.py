"""Wording: what is flagged, and what never is."""

import attrs
import pytest

import govperf as gp
from govperf.reviewing.engine import review
from govperf.reviewing.wording.prose import WORDING


def form(*indicators, goals=()):
    return gp.Evaluation("某局", 2023, goals=[gp.Goal("目标", indicators=indicators), *goals])


def row(name="宣传", target=None, actual=None, **fields):
    return gp.Indicator(name, target=target, actual=actual, **{"weight": 10} | fields)


def found(table, code=None):
    findings = review(table, checks=WORDING).filter("wording")
    return [finding for finding in findings if code in {None, finding.code.removeprefix("finding.")}]


def paths(table, code):
    return [finding.path for finding in found(table, code)]


def flagged(indicator, code):
    return bool(found(form(indicator), code))


TARGET = "$.goals[0].indicators[0].target"
NAME = "$.goals[0].indicators[0].name"


class TestVagueTarget:
    @pytest.mark.parametrize(
        "text", ["效果明显", "不断提升", "良 好", "服务水平显著提高", "效果明显，影响深远。", "较好"]
    )
    def test_a_degree_is_found(self, text):
        (finding,) = found(form(row(target=text)), "vague-target")
        assert (finding.path, finding.severity) == (TARGET, gp.Severity.HINT)
        assert finding.figures[0].value == text.strip()

    @pytest.mark.parametrize(
        "text",
        [
            "合格",
            "通过",
            "达标",
            "按时",
            "是",
            "≥90%",
            "2023年底前",
            "较上年明显提升",
            "达到良好以上",
            "无明显影响",
        ],
    )
    def test_what_can_be_checked_is_not(self, text):
        assert not flagged(row(target=text), "vague-target")

    @pytest.mark.parametrize("field", ["criteria", "explanation"])
    def test_the_form_may_say_elsewhere_what_it_means(self, field):
        assert not flagged(row(target="效果明显", **{field: "问卷得分80分以上为明显"}), "vague-target")
        assert flagged(row(target="效果明显", **{field: " "}), "vague-target")

    @pytest.mark.parametrize(
        ("name", "is_found"), [("空气质量", False), ("考核等次", False), ("设备状况", True)]
    )
    def test_a_grade_is_none(self, name, is_found):
        one = row(name, "良好", "良好")
        assert flagged(one, "vague-target") is flagged(one, "copied-actual") is is_found

    def test_what_does_not_apply_is_not_looked_at(self):
        assert not flagged(row(target="效果明显", not_applicable="当年无此任务"), "vague-target")

    def test_a_number_that_nobody_can_read_is_another_matter(self):
        assert flagged(row(target="效果明显"), "vague-target")
        assert not flagged(row(target=gp.Target("效果明显", sign="≥")), "vague-target")


class TestActivityTarget:
    @pytest.mark.parametrize("text", ["加强宣传", "开展业务培训", "进一步加强宣传，做好服务"])
    def test_a_deed_is_found(self, text):
        (finding,) = found(form(row(target=text)))
        assert (finding.code, finding.path) == ("finding.activity-target", TARGET)

    @pytest.mark.parametrize(
        "text", ["开展培训10次", "开展两次培训", "组织验收并通过", "制定方案", "培训按时完成", "完成培训"]
    )
    def test_a_result_is_not(self, text):
        assert not flagged(row(target=text), "activity-target")

    def test_the_form_may_say_elsewhere_what_it_means(self):
        assert flagged(row(target="加强宣传"), "activity-target")
        assert not flagged(row(target="加强宣传", criteria="每场2分"), "activity-target")

    def test_a_degree_is_said_once(self):
        (finding,) = found(form(row(target="进一步加强宣传")))
        assert finding.code == "finding.vague-target"


class TestSeveralMeasures:
    @pytest.mark.parametrize(
        "text", ["宣传10次，培训200人", "10次、200人", "完成率100%，及时率100%", "培训5场和200人以上"]
    )
    def test_two_in_a_cell(self, text):
        (finding,) = found(form(row(target=text)), "several-measures")
        assert (finding.path, finding.figures[0].value) == (TARGET, text)

    @pytest.mark.parametrize(
        "text",
        [
            "80～90次",
            "1,000份",
            "100%（100人）",
            "100%（含）",
            "24小时",
            "2023年完成10公里，2024年完成20公里",
            "第2批10人，第3批20人",
            "每人每年500元，共200人",
            "3000元/人，200人",
            "长10米，宽5米",
            "小学1000元，初中1250元",
            "小学5万元，初中2000元",
            "空调10台，电脑20台",
            "小学90%，初中95%",
            "10次，按时完成",
            "A校10人，B校20人，共计30人",
            "100%，100%",
            "不低于80%且不超过90%",
        ],
    )
    def test_one_is_one(self, text):
        assert not flagged(row(target=text), "several-measures")

    @pytest.mark.parametrize("name", ["培训场次和人数", "入学率、毕业率", "检查次数及人次（次）"])
    def test_two_in_a_name(self, name):
        assert paths(form(row(name, "≥10次")), "several-measures") == [NAME]

    @pytest.mark.parametrize("name", ["宣传和培训次数", "人数与场次之比", "数据及时率"])
    def test_one_in_a_name(self, name):
        assert not flagged(row(name, "≥10次"), "several-measures")

    def test_name_and_cell_are_one_finding(self):
        assert paths(form(row("培训场次和人数", "5场、200人")), "several-measures") == [TARGET]

    def test_what_does_not_apply_is_not_looked_at(self):
        assert not flagged(row("培训场次和人数", "5场、200人", not_applicable="无"), "several-measures")


class TestTargetInName:
    @pytest.mark.parametrize(
        "name",
        ["完成培训200人", "工程完成率100%", "满意度≥90%", "宣传10次以上", "路灯维护1200盏", "植树30株"],
    )
    @pytest.mark.parametrize("target", [None, "完成"])
    def test_a_figure_at_the_end(self, name, target):
        assert paths(form(row(name, target)), "target-in-name") == [NAME]

    @pytest.mark.parametrize(
        "name", ["12345热线", "第3批", "2023年", "A4纸", "24小时值守", "第2个", "200人", "培训人数"]
    )
    def test_other_numbers(self, name):
        assert not flagged(row(name), "target-in-name")

    @pytest.mark.parametrize("target", ["200人", "2023年底前", "80～90人", "/"])
    def test_a_target_of_its_own(self, target):
        assert not flagged(row("完成培训200人", target), "target-in-name")

    def test_what_does_not_apply_is_not_looked_at(self):
        assert not flagged(row("完成培训200人", not_applicable="当年无此任务"), "target-in-name")

    @pytest.mark.parametrize(("length", "is_found"), [(200, True), (201, False)])
    def test_a_longer_name_is_an_account(self, length, is_found):
        assert flagged(row("培训200人".rjust(length, "甲")), "target-in-name") is is_found


class TestDuplicateIndicator:
    def test_the_same_row_twice(self):
        (finding,) = found(
            form(row("巡查", "≥10次"), row("培训", "5场"), row(" 巡 查", "≥10次")), "duplicate-indicator"
        )
        assert (finding.path, finding.severity) == ("$.goals[0].indicators[2]", gp.Severity.WARNING)
        assert [figure.path for figure in finding.figures] == [NAME, "$.goals[0].indicators[2].name"]

    @pytest.mark.parametrize(
        "fields",
        [
            {"target": "≥11次"},
            {"category": ("产出", "质量")},
            {"explanation": "夜间巡查"},
            {"weight": None},
            {"weight": 0},
            {"not_applicable": "当年无此任务"},
            {"name": "夜间巡查"},
        ],
        ids=str,
    )
    def test_another_row(self, fields):
        one = row("巡查", "≥10次")
        assert found(form(one, attrs.evolve(one, **fields)), "duplicate-indicator") == []

    def test_goals_may_have_the_same(self):
        one = row("资金到位率", "100%")
        assert found(form(one, goals=[gp.Goal("另一目标", indicators=[one])]), "duplicate-indicator") == []

    def test_an_empty_name_says_nothing(self):
        assert found(form(row("…", "10次"), row("…", "10次")), "duplicate-indicator") == []

    @pytest.mark.parametrize(("groups", "findings"), [(5, 5), (6, 1)])
    def test_many_are_one_finding(self, groups, findings):
        rows = [row(f"巡查{'甲乙丙丁戊己'[i]}", "10次") for i in range(groups)] * 2
        several = found(form(*rows), "duplicate-indicator")
        assert len(several) == findings
        assert sum(len(finding.figures) for finding in several) == 2 * groups


class TestGoalWithoutIndicators:
    def goals(self, *sizes):
        goals = [gp.Goal(f"目标{i}", indicators=[row("巡查", "10次")] * size) for i, size in enumerate(sizes)]
        return gp.Evaluation("某局", 2023, goals=goals)

    @pytest.mark.parametrize(
        ("sizes", "path"),
        [
            ((0,), ["$.goals[0]"]),
            ((1, 0, 1), ["$.goals[1]"]),
            ((1, 0, 1, 0), ["$"]),
            ((0, 0), ["$"]),
            ((1,), []),
            ((0, 1), []),
            ((), []),
        ],
    )
    def test_one_finding_for_the_form(self, sizes, path):
        assert paths(self.goals(*sizes), "goal-without-indicators") == path

    def test_parts_are_looked_at_where_the_whole_has_none(self):
        bare, filled = gp.Goal("甲"), gp.Goal("乙", indicators=[row("巡查", "10次")])
        whole = gp.Goal("全部", goals=[bare, filled])
        own = attrs.evolve(whole, indicators=[row("培训", "1场")])
        assert paths(gp.Evaluation("某局", 2023, goals=[whole]), "goal-without-indicators") == [
            "$.goals[0].goals[0]"
        ]
        assert paths(gp.Evaluation("某局", 2023, goals=[own]), "goal-without-indicators") == []


class TestTargetsMissing:
    def test_one_finding_for_the_form(self):
        table = form(row("巡查"), row("培训", "5场"), row("整改"))
        (finding,) = found(table, "targets-missing")
        assert finding.path == "$"
        assert finding.explain("zh") == "3项指标中有2项没有指标值：巡查、整改"
        assert [figure.path for figure in finding.figures] == [TARGET, "$.goals[0].indicators[2].target"]

    def test_one_row_has_its_place(self):
        assert paths(form(row("巡查")), "targets-missing") == [TARGET]

    @pytest.mark.parametrize(
        "one", [row("巡查", not_applicable="当年无此任务"), row("培训200人"), row("巡查", "/")]
    )
    def test_never(self, one):
        assert not flagged(one, "targets-missing")


class TestUnmeasurable:
    def test_nobody_has_judged_it(self):
        assert paths(form(row(target="机构正常运转", actual="运转正常")), "unmeasurable") == [TARGET]

    @pytest.mark.parametrize(
        "fields",
        [
            {"weight": None},
            {"weight": 0},
            {"award": 8},
            {"reported_points": 0},
            {"actual": None},
            {"actual": "达成年度指标"},
            {"target": "≥90%"},
            {"target": "2023年底前"},
            {"target": None},
            {"target": "/"},
            {"not_applicable": "当年无此任务"},
        ],
        ids=str,
    )
    def test_never(self, fields):
        one = row(target="机构正常运转", actual="运转正常")
        assert not flagged(attrs.evolve(one, **fields), "unmeasurable")


class TestPlaceholder:
    @pytest.mark.parametrize("text", ["*", "**人", "/", "—", "XX%", "×", "待定", "无", "N/A", "不适用"])
    @pytest.mark.parametrize("fields", [{"weight": 5}, {"weight": None, "reported_points": 5}], ids=str)
    def test_it_counts(self, text, fields):
        (finding,) = found(form(row(target=text, **fields)), "placeholder")
        assert (finding.path, finding.severity) == (TARGET, gp.Severity.WARNING)

    @pytest.mark.parametrize("text", ["0", "是", "√", "X光机", "0起", "无事故", "1", "≥**人"])
    def test_what_says_something(self, text):
        assert not flagged(row(target=text), "placeholder")

    @pytest.mark.parametrize("fields", [{"weight": None}, {"weight": 0}, {"not_applicable": "无"}], ids=str)
    def test_it_counts_for_nothing(self, fields):
        assert not flagged(row(target="/", **fields), "placeholder")

    @pytest.mark.parametrize(("name", "is_found"), [("安全事故", False), ("有效投诉", False), ("培训", True)])
    def test_there_is_to_be_none(self, name, is_found):
        assert flagged(row(name, "无"), "placeholder") is is_found
        assert flagged(row(name, "/"), "placeholder")

    @pytest.mark.parametrize(
        ("name", "category", "actual", "is_found"),
        [
            ("社会成本", (), "无", False),
            ("负面影响", ("成本", "生态环境成本"), "无", False),
            ("社会成本", (), "有", True),
            ("社会成本", (), None, True),
            ("经济效益", ("效益", "经济效益"), "无", True),
        ],
    )
    def test_there_is_to_be_no_such_cost(self, name, category, actual, is_found):
        assert flagged(row(name, "无", actual, category=category), "placeholder") is is_found


class TestCopiedActual:
    def test_one_finding_for_the_form(self):
        rows = [row(name, "效果明显", "效果 明显") for name in "甲乙"]
        (finding,) = found(form(*rows, row("丙", "保障机构运转", "保障机构运转")), "copied-actual")
        assert finding.path == "$"
        assert [figure.path[-7:] for figure in finding.figures] == [".actual"] * 3
        assert finding.explain("zh").endswith("甲、乙、丙（效果明显、保障机构运转）")

    @pytest.mark.parametrize("text", ["2023年12月底前", "2023年12月31日之前", "12月底前"])
    def test_a_deadline_says_nothing_of_when_it_was(self, text):
        assert flagged(row(target=text, actual=text), "copied-actual")
        assert not flagged(row(target=text, actual=text, weight=None), "copied-actual")
        assert not flagged(row(target=text, actual="2023年11月"), "copied-actual")
        assert not flagged(row(target=text), "copied-actual")

    @pytest.mark.parametrize(
        "text",
        [
            "2023年12月",
            "是",
            "合格",
            "通过",
            "及时",
            "按时完成",
            "≥90%",
            "10次",
            "按件数完成",
            "按月推进",
            "按月足额发放",
            "达成预期指标",
        ],
    )
    def test_an_answer_may_be_the_same(self, text):
        assert not flagged(row(target=text, actual=text), "copied-actual")

    @pytest.mark.parametrize(
        "fields",
        [
            {"actual": None},
            {"actual": "效果较好"},
            {"actual": gp.Actual("效果明显", evidence=[gp.Evidence("问卷")])},
            {"weight": None},
            {"not_applicable": "当年无此任务"},
        ],
        ids=["none", "another", "evidence", "no points", "does not apply"],
    )
    def test_never(self, fields):
        one = row(target="效果明显", actual="效果明显")
        assert flagged(one, "copied-actual")
        assert not flagged(attrs.evolve(one, **fields), "copied-actual")
