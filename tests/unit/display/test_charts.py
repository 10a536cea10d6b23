"""Charts say what was computed: the rows, their order, the domain and the words of each specification."""

import json
from decimal import Decimal

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import govperf as gp
from govperf import display
from govperf.errors import InputError
from govperf.model import Correction
from govperf.monitoring import monitor
from govperf.testing import evaluations, names, scorecards

few = settings(max_examples=12, suppress_health_check=list(HealthCheck))

BUDGET = gp.Budget(2023, adjusted="100万元", executed="95万元")


def form(*indicators, **fields):
    goals = [gp.Goal("目标", indicators=indicators)] if indicators else ()
    return gp.Evaluation("某局", 2023, **{"budget": BUDGET, "goals": goals, **fields})


def row(name="周报", target="≥10期", actual="10期", weight=90, **fields):
    return gp.Indicator(name, target=target, actual=actual, weight=weight, **fields)


def rows(chart):
    return chart.to_dict()["data"]["values"]


def names_of(chart):
    """The names on the axis, from top to bottom."""
    return chart.to_dict()["layer"][0]["encoding"]["y"]["scale"]["domain"]


def subtitle(chart):
    return chart.to_dict()["title"].get("subtitle", [])


def legend(chart):
    return chart.to_dict()["layer"][0]["encoding"]["color"]["scale"]["domain"]


class TestCompletion:
    @pytest.mark.parametrize(
        ("actual", "bar", "shown", "state"),
        [
            ("9期", "90", "90.00% 未达到", "未达到"),
            ("10期", "100", "100.00%", "达到"),
            ("15期", "150", "150.00%", "达到"),
            ("15.1期", "150", "151.00% »", "达到"),
            ("90期", "150", "900.00% »", "达到"),
            ("0期", "0", "0.00% 未达到", "未达到"),
        ],
    )
    def test_a_bar_ends_at_the_end_of_the_axis_and_its_words_do_not(self, actual, bar, shown, state):
        (found,) = rows(display.completion_chart(form(row(actual=actual))))
        assert (found["bar"], found["shown"], found["state"]) == (bar, shown, state)

    def test_six_digits_are_drawn(self):
        (found,) = rows(display.completion_chart(form(row(target="≥3期", actual="2期"))))
        assert (found["bar"], found["rate"]) == ("66.666667", "66.67%")

    def test_what_cannot_be_computed_is_no_zero(self):
        chart = display.completion_chart(
            form(row(target="效果明显"), row("别的", not_applicable="当年无此任务"))
        )
        words, apart = rows(chart)
        assert (words["rate"], words["state"]) == ("—", "无法计算")
        assert words["shown"] == "无法计算：指标值不是数量：效果明显"
        assert (apart["rate"], apart["shown"]) == ("—", "不适用：当年无此任务")
        hollow = chart.to_dict()["layer"][1]
        assert hollow["transform"] == [{"filter": "datum.rate == '—'"}]
        assert legend(chart) == ["无法计算", "不适用"]

    def test_two_units_that_do_not_meet_have_no_rate(self):
        (found,) = rows(display.completion_chart(form(row(actual="10人"))))
        assert found["state"] == "无法计算"

    def test_the_target_is_a_line_at_100(self):
        spec = display.completion_chart(form(row())).to_dict()
        (rule,) = [layer for layer in spec["layer"] if layer["mark"]["type"] == "rule"]
        assert rule["encoding"] == {"x": {"datum": 100}}
        x = spec["layer"][0]["encoding"]["x"]
        assert (x["scale"]["domain"], x["axis"]["title"]) == ([0, 150], "完成率（%）")

    def test_numbers_are_text_that_vega_parses(self):
        spec = display.completion_chart(form(row())).to_dict()
        assert spec["data"]["format"] == {"type": "json", "parse": {"bar": "number"}}
        assert {type(value) for one in spec["data"]["values"] for value in one.values()} == {str}

    def test_the_order_is_that_of_the_form_and_equal_names_stay_two(self):
        chart = display.completion_chart(form(row("乙"), row("甲"), row("乙")))
        assert names_of(chart) == ["乙", "甲", "乙 (2)"]
        assert [one["name"] for one in rows(chart)] == ["乙", "甲", "乙"]

    def test_a_name_that_looks_numbered_is_still_told_apart(self):
        chart = display.completion_chart(form(row("乙"), row("乙"), row("乙 (2)")))
        assert names_of(chart) == ["1. 乙", "2. 乙 (2)", "3. 乙 (2)"]

    def test_a_long_name_has_two_lines_and_all_of_it_in_the_tooltip(self):
        name = "应急安全宣传公益海报和宣传手册发放数量及覆盖率与群众知晓率综合情况"
        chart = display.completion_chart(form(row(name)))
        assert names_of(chart) == ["应急安全宣传公益海报和宣传\n手册发放数量及覆盖率与群…"]
        assert rows(chart)[0]["name"] == name

    @pytest.mark.parametrize(("count", "drawn"), [(60, 60), (61, 60)])
    def test_at_most_60_are_drawn_those_with_a_rate_first(self, count, drawn):
        judged = [row(f"定性{i}", target="明显") for i in range(count - 1)]
        chart = display.completion_chart(form(*judged, row("最后一项")))
        assert len(rows(chart)) == drawn
        assert names_of(chart)[-1] == "最后一项"
        left = ["画出60项，能计算的优先；另有1项未画出"] if count > drawn else []
        assert subtitle(chart) == ["某局 2023年", *left]

    def test_nothing_says_so(self):
        assert rows(display.completion_chart(form())) == [{"why": "没有绩效指标"}]


class TestWaterfall:
    def test_steps_lead_from_the_full_points_to_the_total(self):
        made = form(
            row("一", category="产出", actual="8期", weight=50), row("二", category="效益", weight=40)
        )
        chart = display.waterfall_chart(gp.evaluate(made))
        assert [(one["label"], one["low"], one["high"], one["shown"]) for one in rows(chart)] == [
            ("满分", "0", "100", "100"),
            ("预算执行率", "99.50", "100", "−0.50（满分10）"),
            ("产出", "89.50", "99.50", "−10.00（满分50）"),
            ("效益", "89.50", "89.50", "未失分（满分40）"),
            ("总分", "0", "89.50", "89.50 良"),
        ]
        assert legend(chart) == ["总分", "失分"]
        assert subtitle(chart) == ["评分依据：MOF-2020-10"]

    def test_points_that_nobody_knows_are_open(self):
        made = form(row("一", target="明显", weight=50), row("二", actual="8期", weight=40))
        found = rows(display.waterfall_chart(gp.evaluate(made)))
        assert [(one["label"], one["low"], one["high"], one["state"]) for one in found[2:]] == [
            ("未分类指标", "91.50", "99.50", "失分"),
            ("未分类指标", "41.50", "91.50", "待定"),
            ("总分", "0", "41.50", "总分"),
            ("总分", "41.50", "91.50", "待定"),
        ]
        assert found[2]["shown"] == "−8.00至−58.00（满分90）"
        assert found[4]["shown"] == "无法确定，41.50至91.50"

    @pytest.mark.parametrize(
        ("points", "ends", "shown"),
        [("-2", ("97.50", "99.50"), "−2.00"), ("0.5", ("99.50", "100.00"), "+0.50")],
    )
    def test_what_a_person_corrects_is_a_step(self, points, ends, shown):
        made = form(row(), corrections=[Correction(points, reason="材料")])
        step = rows(display.waterfall_chart(gp.evaluate(made)))[-2]
        assert (step["label"], step["low"], step["high"], step["shown"]) == ("总分调整", *ends, shown)

    def test_rows_without_points_are_counted(self):
        chart = display.waterfall_chart(gp.evaluate(form(row(), row("二", weight=None))))
        assert subtitle(chart)[1] == "1项没有分值，不计入"
        assert rows(chart)[-1]["shown"] == "无法确定：3项得分中有1项无法确定"

    def test_rows_that_a_rule_book_sets_aside_are_counted(self):
        book = gp.standard("MOF-2020-10")
        policy = attrs.evolve(book.not_applicable, policy="redistribute")
        book = attrs.evolve(book, not_applicable=policy)
        made = gp.evaluate(
            form(row(weight=60), row("二", weight=30, not_applicable="无此任务")), standard=book
        )
        chart = display.waterfall_chart(made)
        assert subtitle(chart)[1] == "1项不适用，不计入"
        assert [one["label"] for one in rows(chart)] == [
            "满分",
            "预算执行率",
            "未分类指标",
            "总分调整",
            "总分",
        ]

    def test_nothing_says_so(self):
        card = gp.evaluate(form(row(weight=None)))
        bare = attrs.evolve(
            card, budget_score=attrs.evolve(card.budget_score, full=gp.Undefined("undefined.no-weight"))
        )
        assert rows(display.waterfall_chart(bare)) == [{"why": "没有分值，无法画出失分"}]

    def test_many_levels_share_the_last_bar(self):
        made = form(*(row(f"指标{i}", category=f"类{i}", weight=1) for i in range(70)))
        found = rows(display.waterfall_chart(gp.evaluate(made)))
        assert len(found) == 63
        assert found[-2]["shown"] == "未失分（满分11）"

    def test_a_level_called_like_a_bar_is_a_bar_of_its_own(self):
        levels = ("总分", "满分", "预算执行率")
        made = form(*(row(name, category=name, actual="8期", weight=30) for name in levels))
        steps = rows(display.waterfall_chart(gp.evaluate(made)))
        assert [(one["label"], one["shown"]) for one in steps] == [
            ("满分", "100"),
            ("预算执行率", "−0.50（满分10）"),
            ("总分 (2)", "−6.00（满分30）"),
            ("满分 (2)", "−6.00（满分30）"),
            ("预算执行率 (2)", "−6.00（满分30）"),
            ("总分", "81.50 良"),
        ]

    def test_levels_that_begin_alike_are_two(self):
        made = form(*(row(name, category="级" * 200 + name, weight=45) for name in ("甲", "乙")))
        labels = [one["label"] for one in rows(display.waterfall_chart(gp.evaluate(made)))]
        assert len(labels) == len(set(labels)) == 5


class TestExecution:
    def test_money_that_came_back_is_beyond_the_other_end(self):
        budget = gp.Budget(2023, adjusted="100万元", executed="-5万元")
        (point,) = rows(display.execution_chart(form(budget=budget)))
        assert (point["bar"], point["shown"]) == ("0", "« -5.00%")

    def test_months_stand_beside_the_time_that_has_passed(self):
        budget = gp.Budget(2023, adjusted="100万元", progress={3: "25万元", 7: "52万元"}, executed="100万元")
        chart = display.execution_chart(form(budget=budget))
        assert [(one["month"], one["bar"], one["due"], one["state"]) for one in rows(chart)] == [
            ("3", "25", "25.00%", "不低于序时进度"),
            ("7", "52", "58.33%", "低于序时进度"),
            ("12", "100", "100.00%", "不低于序时进度"),
        ]
        spec = chart.to_dict()
        assert spec["layer"][0]["data"]["values"] == [
            {"month": "0", "bar": "0"},
            {"month": "12", "bar": "100"},
        ]

    @pytest.mark.parametrize(
        ("executed", "bar", "shown", "top"),
        [
            ("100万元", "100", "100.00%", 110),
            ("100.01万元", "100.01", "100.01%", 150),
            ("160万元", "150", "160.00% »", 150),
        ],
    )
    def test_what_is_far_over_is_cut_and_said(self, executed, bar, shown, top):
        chart = display.execution_chart(form(budget=gp.Budget(2023, adjusted="100万元", executed=executed)))
        (found,) = rows(chart)
        assert (found["bar"], found["shown"]) == (bar, shown)
        assert chart.to_dict()["layer"][0]["encoding"]["y"]["scale"]["domain"] == [0, top]

    def test_progress_to_december_goes_before_the_expenditure_of_the_form(self):
        budget = gp.Budget(2023, original="100万元", progress={12: "90万元"}, executed="95万元")
        assert [one["bar"] for one in rows(display.execution_chart(form(budget=budget)))] == ["90"]

    def test_monitoring_is_one_point(self):
        budget = gp.Budget(2023, adjusted="100万元", progress={6: "40万元"})
        (found,) = rows(display.execution_chart(monitor(form(budget=budget), month=6)))
        assert (found["month"], found["bar"], found["until"]) == ("6", "40", "2023-06")

    @pytest.mark.parametrize(
        "budget", [None, gp.Budget(2023), gp.Budget(2023, adjusted="0元", executed="1元")]
    )
    def test_without_a_rate_it_says_why(self, budget):
        bare = form(budget=budget)
        for chart in (display.execution_chart(bare), display.execution_chart(monitor(bare, month=6))):
            (found,) = rows(chart)
            assert found["why"].startswith("无法画出预算执行：")


class TestComparison:
    def test_years_stand_in_the_order_given(self):
        old = attrs.evolve(form(row(actual="8期")), year=2022)
        chart = display.comparison_chart([old, form(row())])
        assert names_of(chart) == ["某局 2022年", "某局 2023年"]
        assert [(one["high"], one["full"], one["shown"]) for one in rows(chart)] == [
            ("81.50", "100", "81.50 良"),
            ("99.50", "100", "99.50 优"),
        ]

    def test_names_and_scorecards_are_taken_as_rank_takes_them(self):
        made = {"甲": gp.evaluate(form(row())), "乙": form(row("明显", target="明显"))}
        chart = display.comparison_chart(made, lang="en")
        assert [(one["label"], one["low"], one["high"], one["shown"]) for one in rows(chart)] == [
            ("甲", "0", "99.50", "99.50 excellent"),
            ("乙", "0", "9.50", "undetermined, 9.50 to 99.50"),
            ("乙", "9.50", "99.50", ""),
        ]

    def test_a_total_of_which_nothing_is_known_has_no_bar(self):
        (found,) = rows(display.comparison_chart([form(row(weight=None))]))
        assert (found["low"], found["high"], found["full"]) == ("0", "0", "")

    def test_61_are_60(self):
        chart = display.comparison_chart([form(row())] * 61)
        assert (len(rows(chart)), subtitle(chart)) == (60, ["竖线为满分", "只画前60项，另有1项未画出"])

    def test_nothing_says_so(self):
        assert rows(display.comparison_chart([])) == [{"why": "没有可比较的评价"}]


class TestSensitivity:
    def test_a_bar_reaches_to_where_the_grade_changes(self):
        made = form(
            row("满意度", target="≥90%", actual="83%"),
            budget=gp.Budget(2023, adjusted="100万元", executed="80万元"),
        )
        chart = display.sensitivity_chart(gp.sensitivity(made))
        money, found = rows(chart)
        assert (found["low"], found["high"], found["figure"]) == ("-2.409639", "0", "83%")
        assert found["shown"] == "到81%变为“良”"
        assert money["name"] == "预算执行率"
        assert subtitle(chart)[0] == "总分 91.00 优"

    def test_a_figure_that_changes_nothing_says_so(self):
        made = form(row("甲", weight=89), row("乙", weight=1))
        assert rows(display.sensitivity_chart(gp.sensitivity(made)))[2]["shown"] == "单独变动不改变等级"

    def test_a_figure_that_is_none_says_why(self):
        found = rows(display.sensitivity_chart(gp.sensitivity(form(row(target="明显", actual="明显")))))
        assert found[1]["shown"].startswith("无法计算：")
        assert (found[1]["low"], found[1]["high"]) == ("0", "0")

    @pytest.mark.parametrize(("actual", "high"), [("1期", "100"), ("0期", "0"), ("5期", "20")])
    def test_more_than_100_percent_is_cut_and_a_figure_of_0_has_no_bar(self, actual, high):
        found = rows(display.sensitivity_chart(gp.sensitivity(form(row(actual=actual)))))
        assert (found[1]["low"], found[1]["high"]) == ("0", high)
        assert found[1]["shown"].startswith("到6期变为“中”")

    def test_61_are_60(self):
        made = gp.sensitivity(form(row()))
        chart = display.sensitivity_chart(attrs.evolve(made, rows=made.rows[:1] * 61))
        assert (len(rows(chart)), subtitle(chart)[-1]) == (60, "只画前60项，另有1项未画出")

    def test_nothing_says_so(self):
        bare = attrs.evolve(gp.sensitivity(form()), rows=())
        assert rows(display.sensitivity_chart(bare)) == [{"why": "没有绩效指标"}]


class TestAll:
    def test_fonts_show_chinese_on_every_system(self):
        font = display.completion_chart(form(row())).to_dict()["config"]["font"]
        assert font.startswith("'Noto Sans CJK SC', ")
        assert {"'PingFang SC'", "'Microsoft YaHei'", "sans-serif"} <= set(font.split(", "))

    @pytest.mark.parametrize(("theme", "ground"), [("light", "#ffffff"), ("dark", "#15181d")])
    def test_a_chart_has_the_ground_of_its_theme(self, theme, ground):
        assert display.completion_chart(form(row()), theme=theme).to_dict()["background"] == ground

    def test_another_theme_is_refused(self):
        with pytest.raises(InputError, match="unknown theme 'sepia', known are light, dark"):
            display.completion_chart(form(row()), theme="sepia")

    @pytest.mark.parametrize(
        "name",
        ["completion_chart", "waterfall_chart", "execution_chart", "sensitivity_chart", "comparison_chart"],
    )
    def test_another_kind_of_thing_is_refused(self, name):
        with pytest.raises(TypeError):
            getattr(display, name)([1])

    def test_english_has_no_chinese_of_ours(self):
        made = gp.Evaluation("X", 2023, budget=BUDGET, goals=[gp.Goal("g", indicators=[row("a", "≥1", "2")])])
        charts = [
            display.completion_chart(made, lang="en"),
            display.execution_chart(made, lang="en"),
            display.comparison_chart([made], lang="en"),
            display.completion_chart(gp.Evaluation("X", 2023), lang="en"),
        ]
        for chart in charts:
            text = json.dumps({**chart.to_dict(), "config": None}, ensure_ascii=False).replace("万元", "")
            assert [char for char in text if "\u4e00" <= char <= "\u9fff"] == []

    def test_what_would_do_something_to_a_terminal_is_text(self):
        chart = display.completion_chart(form(row("红\x1b[31m\ud800 二")))
        assert rows(chart)[0]["name"] == "红�[31m� 二"

    @pytest.mark.parametrize("payload", ["</script><svg onload=x>", "<!--<script>", "]]></style><img src=x>"])
    def test_no_text_of_a_form_leaves_the_script_of_a_page(self, payload, tmp_path):
        """Altair writes the texts as they are into a script, in `save`, in `to_html` and in notebooks."""
        made = gp.Evaluation(
            gp.Department(payload),
            2023,
            project=payload,
            budget=gp.Budget(2023, adjusted="100万元", executed="80万元", progress={3: "20万元"}),
            goals=[
                gp.Goal(
                    payload,
                    indicators=[
                        gp.Indicator(payload, category=(payload,), target=payload, actual="5个", weight=10),
                        gp.Indicator(payload, category=(payload,), target="5个", actual="4个", weight=10),
                    ],
                )
            ],
        )
        charts = [
            display.completion_chart(made),
            display.waterfall_chart(gp.evaluate(made)),
            display.execution_chart(made),
            display.comparison_chart({payload: made}),
            display.sensitivity_chart(gp.sensitivity(made)),
        ]
        harmless = display.completion_chart(form(row("甲"))).to_html().count("</script")
        for chart in charts:
            display.save(chart, tmp_path / "x.html")
            saved = (tmp_path / "x.html").read_text(encoding="utf-8")
            for page in (chart.to_html(), chart._repr_mimebundle_()["text/html"], saved):
                assert payload not in page
                assert "<!--<" not in page
            assert chart.to_html().count("</script") == harmless


@few
@given(evaluations(), st.sampled_from(["zh", "en"]), st.sampled_from(["light", "dark"]))
def test_whatever_is_in_a_form_can_be_drawn(evaluation, lang, theme):
    how = {"lang": lang, "theme": theme}
    made = [
        display.completion_chart(evaluation, **how),
        display.execution_chart(evaluation, **how),
        display.execution_chart(monitor(evaluation, month=7), **how),
        display.comparison_chart([evaluation, evaluation], **how),
    ]
    for chart in made:
        assert rows(chart)


@few
@given(scorecards(), names())
def test_whatever_is_scored_can_be_drawn(card, name):
    found = rows(display.waterfall_chart(card))
    for one in found:
        assert "low" not in one or Decimal(one["low"]) <= Decimal(one["high"])
    assert rows(display.comparison_chart({name: card}))
