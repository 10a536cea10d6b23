"""Wording of whole forms: many rows alike, both languages, any content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.reviewing.engine import review
from govperf.reviewing.wording.prose import WORDING
from govperf.testing import evaluations


def form(*indicators):
    return gp.Evaluation("某局", 2023, goals=[gp.Goal("目标", indicators=indicators)])


def row(name="宣传", target=None, actual=None):
    return gp.Indicator(name, target=target, actual=actual, weight=10)


def found(table, code=None):
    findings = review(table, checks=WORDING).filter("wording")
    return [finding for finding in findings if code in {None, finding.code.removeprefix("finding.")}]


class TestMany:
    CODES = pytest.mark.parametrize(
        ("code", "name", "target", "actual"),
        [
            ("vague-target", "宣传", "效果明显", None),
            ("activity-target", "宣传", "加强宣传", None),
            ("several-measures", "宣传", "10次、200人", None),
            ("target-in-name", "培训200人", None, None),
            ("placeholder", "宣传", "/", None),
            ("unmeasurable", "宣传", "机构正常运转", "运转正常"),
        ],
    )

    @CODES
    @pytest.mark.parametrize(("count", "findings"), [(5, 5), (6, 1), (1000, 1)])
    def test_up_to_five_have_a_finding_each(self, code, name, target, actual, count, findings):
        rows = [row(f"{'甲' * (i % 5)}{name}", target, actual) for i in range(count)]
        several = found(form(*rows), code)
        assert len(several) == findings
        assert sum(len(finding.figures) for finding in several) == count
        assert len(several[0].explain()) < 200

    @CODES
    def test_both_languages(self, code, name, target, actual):
        (finding,) = found(form(row(name, target, actual)), code)
        for lang in ("zh", "en"):
            assert "…" not in finding.explain(lang)
            assert finding.settle(lang)
            assert (target or name) in finding.explain(lang)


class TestLaws:
    @given(evaluations(standards=st.just("")))
    def test_every_figure_is_what_stands_there(self, table):
        rows = dict(table.indicators())
        for finding in found(table):
            assert finding.figures
            assert finding.explain("zh")
            assert finding.explain("en")
            for figure in finding.figures:
                place, _, field = figure.path.rpartition(".")
                if field == "text":
                    assert place not in rows
                else:
                    cell = getattr(rows[place], field)
                    assert figure.value == (cell if field == "name" else cell.text if cell else "")

    @given(evaluations(standards=st.just("")))
    def test_a_code_is_found_no_more_often_than_few(self, table):
        assert max(gp.Findings(found(table)).counts("code").values(), default=0) <= 5

    @pytest.mark.parametrize(
        "text", ["率和" * 5000, "1,1," * 2500, "显著" * 5000, "（" * 10_000, "*" * 10_000, "加强" * 5000]
    )
    def test_long_texts_are_accounts(self, text):
        assert not any(finding.path.endswith("name") for finding in found(form(row(text[:10_000], "10次"))))
        assert {finding.code for finding in found(form(row(target=text)))} <= {"finding.unmeasurable"}
