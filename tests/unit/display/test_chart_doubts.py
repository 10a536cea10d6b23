"""Charts say what they do not know: approximate actuals, ends of an axis, totals without bounds."""

from fractions import Fraction

import pytest

import govperf as gp
from govperf import display
from govperf.display.measuring import depends
from govperf.monitoring import monitor

BUDGET = gp.Budget(2023, adjusted="100万元", executed="95万元")


def form(*indicators, **fields):
    goals = [gp.Goal("目标", indicators=indicators)] if indicators else ()
    return gp.Evaluation("某局", 2023, **{"budget": BUDGET, "goals": goals, **fields})


def row(name="周报", target="≥10期", actual="10期", weight=90, **fields):
    return gp.Indicator(name, target=target, actual=actual, weight=weight, **fields)


def rows(chart):
    return chart.to_dict()["data"]["values"]


def subtitle(chart):
    return chart.to_dict()["title"].get("subtitle", [])


def legend(chart):
    return chart.to_dict()["layer"][0]["encoding"]["color"]["scale"]["domain"]


def shown(target, actual):
    (found,) = rows(display.completion_chart(form(row(target=target, actual=actual))))
    return found["shown"], found["state"]


class TestApproximateActuals:
    @pytest.mark.parametrize(
        ("target", "actual", "rate"),
        [
            ("≥90%", "近93%", "≈103.33%"),
            ("≥90%", "约89%", "≈98.89%"),
            ("≥90%", "不超过90%", "≈100.00%"),
            ("≤24小时", "24小时以上", "≈100.00%"),
            ("≤10个", "约9.5个", "≈100.00%"),
            ("80～90%", "约89%", "≈100.00%"),
            ("84～86%", "约81%", "≈96.43%"),
        ],
    )
    def test_one_that_decides_whether_the_target_is_met_is_neither_met_nor_missed(self, target, actual, rate):
        assert shown(target, actual) == (f"{rate} 取决于实际值", "取决于实际值")

    @pytest.mark.parametrize(
        ("target", "actual", "words"),
        [
            ("≥90%", "近100%", ("≈111.11%", "达到")),
            ("≥90%", "近99.9%", ("≈111.00% 取决于实际值", "取决于实际值")),
            ("≥90%", "约100%", ("≈111.11%", "达到")),
            ("≥90%", "约81%", ("≈90.00% 未达到", "未达到")),
            ("≥99%", "约90%", ("≈90.91% 取决于实际值", "取决于实际值")),
            ("≥90%", "近90%", ("≈100.00% 未达到", "未达到")),
            ("≥90%", "90%以上", ("≈100.00%", "达到")),
            (">90%", "超过90%", ("≈100.00%", "达到")),
            ("≤10个", "约9个", ("≈100.00%", "达到")),
            ("≥60条", "近540条", ("≈900.00% »", "达到")),
            ("≥90%", "92～93%", ("≈102.22%", "达到")),
            ("≥90%", "93%", ("103.33%", "达到")),
        ],
    )
    def test_one_that_decides_nothing_is_only_marked(self, target, actual, words):
        assert shown(target, actual) == words

    def test_its_reason_does_not_say_that_the_target_is_met(self):
        (found,) = rows(display.completion_chart(form(row(target="≥90%", actual="近93%"))))
        assert found["why"] == "93% ÷ 90% = 103.33%，实际完成值近93%是约数，是否达到指标值取决于实际值"

    def test_its_bar_is_pale_and_ends_in_a_hollow_circle(self):
        chart = display.completion_chart(form(row(target="≥90%", actual="近93%"), row("乙")))
        assert legend(chart) == ["达到", "取决于实际值"]
        assert [one["open"] for one in rows(chart)] == ["1", ""]
        bar, *_ = chart.to_dict()["layer"]
        assert bar["encoding"]["opacity"]["condition"]["test"] == "datum.open == '1'"
        (circle,) = [layer for layer in chart.to_dict()["layer"] if layer["mark"].get("shape") == "circle"]
        assert circle["transform"] == [{"filter": "datum.open == '1' && datum.bar < 150"}]

    @pytest.mark.parametrize(("margin", "decides"), [("3/100", False), ("3/93", False), ("4/100", True)])
    def test_the_margin_of_the_rule_book_is_how_far_the_truth_may_lie(self, margin, decides):
        one = row(target="≥90%", actual="近93%")
        assert depends(form(one), one, Fraction(margin)) is decides

    def test_a_table_of_rates_marks_it_too(self):
        bare = form(row(target="≥90%", actual="近93%", weight=None))
        assert "≈103.33%" in display.form_table(bare).as_raw_html()


class TestEndsOfTheAxis:
    def leeway(self, actual, **fields):
        return rows(display.sensitivity_chart(gp.sensitivity(form(row(actual=actual, **fields)))))[1]

    def test_a_tip_beyond_100_percent_is_marked_and_has_no_diamond(self):
        found = self.leeway("1期")
        assert (found["high"], found["more"], found["less"]) == ("100", "»", "")

    def test_a_tip_within_it_has_no_mark(self):
        found = self.leeway("5期")
        assert (found["high"], found["more"]) == ("20", "")

    def test_a_diamond_is_drawn_only_where_the_tip_is(self):
        spec = display.sensitivity_chart(gp.sensitivity(form(row(actual="1期")))).to_dict()
        diamonds = [layer for layer in spec["layer"] if layer["mark"].get("shape") == "diamond"]
        assert [layer["transform"][0]["filter"] for layer in diamonds] == [
            "datum.low != 0 && datum.less == ''",
            "datum.high != 0 && datum.more == ''",
        ]
        words = [
            layer["encoding"]["text"]["field"] for layer in spec["layer"] if layer["mark"]["type"] == "text"
        ]
        assert words == ["less", "less", "more", "more", "shown"]
        assert "« »" in subtitle(display.sensitivity_chart(gp.sensitivity(form(row(actual="1期")))))[1]

    def test_a_figure_of_0_says_where_it_tips_and_why_it_has_no_bar(self):
        found = self.leeway("0期")
        assert (found["low"], found["high"], found["more"]) == ("0", "0", "")
        assert found["shown"] == "到6期变为“中”（当前为0，无变动幅度）"


class TestTotalsWithoutBounds:
    REASON = "无法确定：2项得分中有1项无法确定"

    def test_a_comparison_has_a_hollow_mark_a_reason_and_no_full_points(self):
        chart = display.comparison_chart([form(row(weight=None)), form(row())])
        bare, known = rows(chart)
        assert (bare["shown"], bare["state"], bare["full"], bare["points"]) == (
            self.REASON,
            "无法确定",
            "",
            "—",
        )
        assert (known["full"], known["points"]) == ("100", "100")
        assert legend(chart) == ["总分", "无法确定"]
        _, hollow, tick, _ = chart.to_dict()["layer"]
        assert hollow["transform"] == [{"filter": "datum.state == '无法确定'"}]
        assert tick["transform"] == [{"filter": "isValid(datum.full)"}]

    def test_the_tick_of_the_full_points_is_explained_where_there_is_one(self):
        assert subtitle(display.comparison_chart([form(row())])) == ["竖线为满分"]
        assert subtitle(display.comparison_chart([form(row(weight=None))])) == []

    def test_a_waterfall_ends_in_a_hollow_mark_and_a_reason(self):
        chart = display.waterfall_chart(gp.evaluate(form(row(), row("二", weight=None))))
        last = rows(chart)[-1]
        assert (last["state"], last["shown"]) == ("无法确定", "无法确定：3项得分中有1项无法确定")
        assert legend(chart)[-1] == "无法确定"
        assert chart.to_dict()["layer"][1]["transform"] == [{"filter": "datum.state == '无法确定'"}]


class TestWhoseItIs:
    @pytest.mark.parametrize(("name", "first"), [("某局 2023年", "某局 2023年"), ("", None)])
    def test_a_name_stands_beneath_the_title(self, name, first):
        made = form(row())
        charts = [
            display.waterfall_chart(gp.evaluate(made), name=name),
            display.sensitivity_chart(gp.sensitivity(made), name=name),
        ]
        for chart in charts:
            assert (subtitle(chart)[0] == name) == (first is not None)

    def test_a_table_has_it_too(self):
        made = form(row())
        tables = [
            display.findings_table(gp.review(made), name="某<局> 2023年"),
            display.changes_table(gp.compare(made, made), name="某<局> 2023年"),
        ]
        for table in tables:
            assert "某&lt;局&gt; 2023年" in table.as_raw_html()

    def test_nothing_to_draw_has_it_too(self):
        assert subtitle(display.sensitivity_chart(gp.sensitivity(form()), name="某局"))[0] == "某局"

    def test_monitoring_says_up_to_when(self):
        budget = gp.Budget(2023, adjusted="100万元", progress={6: "40万元"})
        made = monitor(form(budget=budget), month=6)
        assert subtitle(display.execution_chart(made)) == ["某局 截至2023-06"]
        assert subtitle(display.execution_chart(made, lang="en")) == ["某局 up to 2023-06"]


class TestWordsOfHtml:
    """The same words as those of the tables and charts."""

    def test_a_row_that_is_gone_is_not_less(self):
        made = gp.compare(form(row(), row("二")), form(row()))
        page = made._repr_html_()
        assert "取消" in made.explain()
        assert ("取消" in page, "减少" in page) == (True, False)

    def test_a_rate_is_not_computed_and_points_are_not_determined(self):
        assert "无法计算" in gp.Budget(2023)._repr_html_()
        staffed = gp.Department("某局", staffing=gp.Staffing(authorised=0, actual=3))
        assert "无法计算" in staffed._repr_html_()
        page = gp.evaluate(form(row(target="明显")))._repr_html_()
        assert ("无法确定" in page, "无法计算" in page) == (True, False)


class TestLabelsOfTheMonths:
    @pytest.mark.parametrize(
        ("month", "spent", "side"),
        [
            (1, "4万元", "low"),
            (1, "7万元", "low"),
            (1, "8万元", "right"),
            (1, "9万元", "first"),
            (2, "30万元", "up"),
            (6, "40万元", "right"),
            (6, "0元", "low"),
        ],
    )
    def test_no_label_crosses_an_axis(self, month, spent, side):
        budget = gp.Budget(2023, adjusted="100万元", progress={month: spent})
        chart = display.execution_chart(form(budget=budget))
        assert [one["side"] for one in rows(chart)] == [side]
        drawn = [layer for layer in chart.to_dict()["layer"] if "transform" in layer]
        assert {layer["transform"][0]["filter"]["equal"] for layer in drawn} == {
            "up",
            "first",
            "right",
            "low",
        }
