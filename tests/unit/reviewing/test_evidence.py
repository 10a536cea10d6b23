"""What the review says of evidence, and what it never says."""

from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.reviewing import review
from govperf.reviewing.evidence import EVIDENCE
from govperf.testing import evaluations

ACTUAL = "$.goals[0].indicators[0].actual"
DIGEST = "md5:" + "0" * 32


def row(*evidence, name="巡查", actual="52次", **fields):
    """An indicator with evidence: titles, or evidence itself."""
    made = [gp.Evidence(one) if isinstance(one, str) else one for one in evidence]
    return gp.Indicator(name, actual=actual and gp.Actual(actual, evidence=made), **fields)


def dated(date, title="巡查台账", **fields):
    return gp.Evidence(title, date=date, **fields)


def form(*rows, kind="自评", **fields):
    return gp.Evaluation("某局", 2022, kind=kind, goals=[gp.Goal("目标", indicators=rows, **fields)])


def found(table, **fields):
    return [one.code.removeprefix("finding.evidence-") for one in review(table, checks=EVIDENCE, **fields)]


def only(table):
    (one,) = review(table, checks=EVIDENCE)
    return one


class TestMissing:
    def test_is_a_hint_at_the_one_row(self):
        one = only(form(row(weight=20), row("台账", weight=30), row("批复", weight="10.5")))
        assert (one.code, one.severity.value, one.path) == ("finding.evidence-missing", "hint", ACTUAL)
        assert one.explain("en") == "no evidence for 1 of 3 actuals (巡查); it covers 40.5 of 60.5 points"

    def test_of_many_rows_is_one_finding(self):
        one = only(form(row("台账"), *[row(weight=1)] * 7))
        assert (one.path, len(one.figures)) == ("$", 7)
        assert one.explain("zh") == (
            "8项完成值中，7项没有佐证材料（巡查、巡查、巡查、巡查、巡查…）；现有材料覆盖8项完成值中的1项"
        )

    def test_of_all_rows_is_no_fault(self):
        assert found(form(row(), row())) == []

    def test_of_rows_that_do_not_apply_or_have_no_actual_is_none(self):
        assert found(form(row("台账"), row(not_applicable="未开展"), row(actual=None))) == []
        assert found(form(row(), row("台账", not_applicable="未开展"))) == []


class TestRequired:
    def test_is_a_warning_for_each_row(self):
        one = only(form(row(evidence_required="原始凭证")))
        assert (one.code, one.severity.value, one.path) == ("finding.evidence-required", "warning", ACTUAL)
        assert [figure.path for figure in one.figures] == [
            ACTUAL,
            "$.goals[0].indicators[0].evidence_required",
        ]
        assert one.explain("en") == "evidence is asked for (原始凭证) and there is none: 巡查, rows: 1"

    @pytest.mark.parametrize(("rows", "findings"), [(5, 5), (6, 1)])
    def test_of_many_rows_is_one_finding(self, rows, findings):
        table = form(*[row(evidence_required="原始凭证")] * rows)
        assert found(table) == ["required"] * findings

    def test_is_not_missing_besides(self):
        assert found(form(row("台账"), row(evidence_required="原始凭证"))) == ["required"]

    @pytest.mark.parametrize("asked", ["无", "/", "——", " ", "暂无。", "无需提供", "不需要", "不适用"])
    def test_nothing_asked_is_nothing_due(self, asked):
        assert found(form(row(evidence_required=asked))) == []

    @pytest.mark.parametrize("asked", ["无人机照片", "不动产证", "说明材料"])
    def test_what_begins_alike_is_due(self, asked):
        assert found(form(row(evidence_required=asked))) == ["required"]

    def test_is_kept_where_there_is_evidence_or_no_actual(self):
        asked = {"evidence_required": "台账"}
        assert (
            found(
                form(row("台账", **asked), row(actual=None, **asked), row(not_applicable="未开展", **asked))
            )
            == []
        )


class TestDate:
    @pytest.mark.parametrize(
        ("date", "codes"),
        [
            ("2021-12-31", ["date"]),
            ("2021-12/2022-01", []),
            ("2022-01-01", []),
            ("2023-06-30", []),
            ("2023-06-30/2024-01-01", []),
            ("2023-07-01", ["date"]),
            ("2024", ["date"]),
            (None, []),
        ],
    )
    def test_is_in_the_year_or_half_a_year_later(self, date, codes):
        assert found(form(row(dated(date)))) == codes

    def test_is_a_warning(self):
        one = only(form(row(dated("2021-05"), dated("2020"))))
        assert (one.code, one.severity.value, one.path) == ("finding.evidence-date", "warning", ACTUAL)
        assert {figure.path: figure.value for figure in one.figures} == {
            f"{ACTUAL}.evidence[0].date": "2021-05",
            f"{ACTUAL}.evidence[1].date": "2020",
        }
        assert one.explain("en") == "all evidence is of another time than 2022 (2020、2021-05): 巡查, rows: 1"

    @pytest.mark.parametrize("other", [dated(None), dated("2022-05")])
    def test_one_of_the_year_or_without_a_date_is_enough(self, other):
        assert found(form(row(dated("2020"), other))) == []

    @pytest.mark.parametrize(("rows", "findings"), [(5, 5), (6, 1)])
    def test_of_many_rows_is_one_finding(self, rows, findings):
        table = form(*[row(dated("2020", f"台账{i}")) for i in range(rows)])
        assert found(table) == ["date"] * findings

    def test_the_limit_is_that_of_the_standard(self):
        book = gp.standard()
        limits = attrs.evolve(book.review, evidence_months=attrs.evolve(book.review.slip, value=Decimal(18)))
        own = attrs.evolve(book, review=limits)
        assert found(form(row(dated("2024-06-30"))), standard=own) == []
        assert found(form(row(dated("2024-07-01"))), standard=own) == ["date"]

    def test_rules_and_contracts_are_made_beforehand_and_not_afterwards(self):
        for title in ("资金管理办法", "施工合同", "立项批复"):
            assert found(form(row(dated("2018", title)))) == []
            assert found(form(row(dated("2025", title)))) == ["date"]
        assert found(form(row(dated("2018", "汇编", kind="制度文件")))) == []

    def test_others_evaluate_when_they_do(self):
        assert found(form(row(dated("2024")), kind="财政评价")) == []
        assert found(form(row(dated("2021")), kind="财政评价")) == ["date"]

    def test_a_goal_of_several_years_has_its_own(self):
        table = form(row(dated("2020")), period="2020/2023")
        assert found(table) == []
        assert found(form(row(dated("2024-06-30")), period="2020/2023")) == []
        assert found(form(row(dated("2024-07-01")), period="2020/2023")) == ["date"]
        inner = gp.Goal("分解", indicators=[row(dated("2020"))])
        outer = gp.Goal("目标", period="2020/2022", goals=[inner])
        assert found(gp.Evaluation("某局", 2022, goals=[outer])) == []

    def test_a_target_or_an_actual_may_name_another_time(self):
        assert found(form(row(dated("2020-06"), actual="2020年6月"))) == []
        assert found(form(row(dated("2023-12"), target="2023年10月底前"))) == []

    def test_the_end_of_time_is_no_error(self):
        limits = gp.standard().review
        far = attrs.evolve(limits, evidence_months=attrs.evolve(limits.slip, value=Decimal(10**33)))
        own = attrs.evolve(gp.standard(), review=far)
        assert found(form(row(dated("2199"))), standard=own) == []


class TestSingle:
    REPORT = gp.Evidence("年度总结", issuer="某局", locator="第3页")

    @pytest.mark.parametrize(("rows", "codes"), [(2, []), (3, ["single"])])
    def test_three_actuals_at_one_place_are_a_hint(self, rows, codes):
        assert found(form(*[row(self.REPORT)] * rows)) == codes

    def test_names_every_place(self):
        one = only(form(*[row(self.REPORT)] * 3))
        assert (one.severity.value, one.path, len(one.figures)) == ("hint", "$", 3)
        assert one.explain("en") == "one document, 年度总结, supports all 3 actuals at the same place"

    @pytest.mark.parametrize(
        "change",
        [
            {"title": "台账"},
            {"issuer": "某镇"},
            {"locator": "第4页"},
            {"digest": DIGEST},
            {"date": "2022-12"},
        ],
    )
    def test_another_document_or_place_is_none(self, change):
        assert found(form(*[row(self.REPORT)] * 3, row(attrs.evolve(self.REPORT, **change)))) == []

    def test_more_evidence_is_none(self):
        assert found(form(*[row(self.REPORT)] * 3, row(self.REPORT, "台账"))) == []


class TestSurvey:
    def test_other_evidence_is_a_hint(self):
        one = only(form(row("年度总结", name="群众满意度", actual="95%", method="情况统计法")))
        path = "$.goals[0].indicators[0]"
        assert (one.code, one.severity.value, one.path) == ("finding.evidence-survey", "hint", path)
        assert one.explain("en") == "群众满意度: what is given for it is no survey (年度总结、情况统计法)"
        assert [figure.path for figure in one.figures] == [f"{ACTUAL}.evidence[0].title", f"{path}.method"]

    def test_evidence_or_a_method_alone_is_enough(self):
        assert found(form(row("年度总结", name="群众满意度", actual="95%"))) == ["survey"]
        assert found(form(row(name="服务对象满意率", actual="95%", method="直接证明法"))) == ["survey"]
        assert found(form(row(name="服务对象满意率", actual=None, method="直接证明法"))) == ["survey"]

    @pytest.mark.parametrize(
        "one",
        [
            row(name="满意度", actual="95%"),
            row("问卷汇总", name="满意度", actual="95%"),
            row("工作总结", name="满意度", actual="95%", method="问卷调查法"),
            row("工作总结", name="满意度", actual="95%", data_source="问卷报告"),
            row(gp.Evidence("统计表", kind="电话回访"), name="满意度", actual="95%"),
            row(gp.Evidence("统计表", supports="随访结果"), name="满意度", actual="95%"),
            row(gp.Evidence("统计表", note="群众评议"), name="满意度", actual="95%"),
            row("统计表", "测评表", name="满意度", actual="95%"),
            row("附件3", name="满意度", actual="95%"),
            row("统计表", name="满意度", actual="95%", not_applicable="无服务对象"),
            row("发放记录", name="满意度调查人数", actual="95人"),
            row("台账", name="不满意投诉数", actual="0件"),
            row("台账", name="巡查次数"),
        ],
    )
    def test_is_silent(self, one):
        assert found(form(one)) == []


class TestTwice:
    def test_one_file_with_two_titles_is_a_hint(self):
        one = only(form(row(gp.Evidence("台账", digest=DIGEST), gp.Evidence("汇总表", digest=DIGEST))))
        assert (one.code, one.severity.value) == ("finding.evidence-twice", "hint")
        assert one.path == f"{ACTUAL}.evidence[0].title"
        assert one.explain("en") == "the same file stands under several titles: 台账、汇总表"

    @pytest.mark.parametrize(
        "pieces",
        [
            [gp.Evidence("台账", digest=DIGEST), gp.Evidence("台 账", digest=DIGEST)],
            [gp.Evidence("台账", digest=DIGEST), gp.Evidence("台账", digest="md5:" + "1" * 32)],
            [gp.Evidence("台账"), gp.Evidence("汇总表")],
        ],
    )
    def test_is_silent(self, pieces):
        assert found(form(row(*pieces))) == []


@given(st.dates(gp.Period.parse("1990").start, gp.Period.parse("2050").end))
def test_evidence_of_the_year_is_never_of_another_time(day):
    table = attrs.evolve(form(row(dated(day))), year=day.year)
    assert found(table) == []


@given(st.lists(st.booleans(), min_size=1))
def test_coverage_counts_what_has_evidence(supported):
    table = form(*[row(*["台账"][: int(one)], weight=1) for one in supported])
    hints = review(table, checks=EVIDENCE).filter("finding.evidence-missing")
    expected = any(supported) and not all(supported)
    assert len(hints) == expected
    if expected:
        covers = f"it covers {sum(supported)} of {len(supported)} points"
        assert hints[0].explain("en").endswith(covers)


@given(evaluations())
def test_nothing_raises(table):
    for one in review(table, checks=EVIDENCE):
        assert one.explain("zh")
        assert one.settle("en")
