"""Findings: filtered, sorted, counted, and shown in every shape."""

import json

import attrs
import pytest

import govperf as gp
from govperf.errors import DataError
from govperf.model import Acceptance, Clause, Figure, Finding, Findings, Provenance, Severity

MISSED = Finding(
    "finding.missed",
    Severity.HINT,
    "$.goals[0].indicators[1].actual",
    {"name": "周报", "rate": "94.23%"},
    figures=[Figure("$.goals[0].indicators[1].actual", "49期")],
    family="targets",
    clause=Clause(Provenance.RECALLED, "财预〔2020〕10号"),
)
UNITS = Finding(
    "finding.units",
    Severity.ERROR,
    "$.goals[0].indicators[0].actual",
    {"name": "培训", "one": "60人", "other": "540人次"},
    family="targets",
)
YEAR = Finding(
    "finding.budget-year",
    Severity.WARNING,
    "$.budget.year",
    {"year": 2021, "budget": 2020},
    family="identities",
    accepted=Acceptance("finding.budget-year", "$.budget.year", reason="跨年度项目", by="财务科"),
)
OWN = Finding(
    "bureau.odd",
    Severity.HINT,
    "$",
    texts={"zh": "某|局`有*误", "settle_zh": "改正"},
    family="own",
)
ALL = Findings([UNITS, YEAR, MISSED, OWN], "MOF-2020-10")


class TestSequence:
    def test_has_length_items_and_slices(self):
        assert len(ALL) == 4
        assert ALL[0] is UNITS
        assert ALL[-1] is OWN
        assert list(ALL) == [UNITS, YEAR, MISSED, OWN]
        assert ALL[1:3] == Findings([YEAR, MISSED], "MOF-2020-10")
        assert MISSED in ALL

    def test_nothing_found_is_false(self):
        assert not Findings()
        assert ALL

    def test_holds_findings_alone(self):
        with pytest.raises(TypeError, match="Finding"):
            Findings(["finding.missed"])


class TestFilter:
    @pytest.mark.parametrize(
        ("names", "how", "found"),
        [
            ((), {}, [UNITS, YEAR, MISSED, OWN]),
            (("finding.missed",), {}, [MISSED]),
            (("targets",), {}, [UNITS, MISSED]),
            (("targets", "finding.budget-year"), {}, [UNITS, YEAR, MISSED]),
            (("no-such-code",), {}, []),
            ((), {"severity": "hint"}, [MISSED, OWN]),
            ((), {"severity": Severity.ERROR}, [UNITS]),
            ((), {"at_least": "error"}, [UNITS]),
            ((), {"at_least": "warning"}, [UNITS, YEAR]),
            ((), {"at_least": Severity.HINT}, [UNITS, YEAR, MISSED, OWN]),
            ((), {"accepted": True}, [YEAR]),
            ((), {"accepted": False}, [UNITS, MISSED, OWN]),
            ((), {"path": "$.goals[0]"}, [UNITS, MISSED]),
            ((), {"path": "$.goals[0].indicators[1].actual"}, [MISSED]),
            ((), {"path": "$.goals[0].indicators[1].act"}, []),
            ((), {"path": "$.goals"}, [UNITS, MISSED]),
            ((), {"path": "$"}, [UNITS, YEAR, MISSED, OWN]),
            (("targets",), {"severity": "hint", "path": "$.goals"}, [MISSED]),
        ],
    )
    def test_keeps_what_is_asked_for(self, names, how, found):
        assert ALL.filter(*names, **how) == Findings(found, "MOF-2020-10")

    @pytest.mark.parametrize("how", [{"severity": "fatal"}, {"at_least": "fatal"}])
    def test_no_such_severity(self, how):
        with pytest.raises(ValueError, match="fatal"):
            ALL.filter(**how)

    def test_open_are_those_that_nobody_accepted(self):
        assert ALL.open == ALL.filter(accepted=False)


class TestSortAndCount:
    @pytest.mark.parametrize(
        ("by", "found"),
        [
            ("severity", [UNITS, YEAR, MISSED, OWN]),
            ("code", [OWN, YEAR, MISSED, UNITS]),
            ("family", [YEAR, OWN, UNITS, MISSED]),
            ("path", [OWN, YEAR, UNITS, MISSED]),
        ],
    )
    def test_sorted(self, by, found):
        assert list(Findings(reversed(found)).sorted(by)) != []
        assert list(ALL.sorted(by)) == found

    def test_of_equal_ones_the_order_stays(self):
        assert list(Findings([OWN, MISSED]).sorted()) == [OWN, MISSED]

    def test_counts(self):
        assert ALL.counts() == {"error": 1, "warning": 1, "hint": 2}
        assert Findings().counts() == {"error": 0, "warning": 0, "hint": 0}
        assert ALL.counts("family") == {"targets": 2, "identities": 1, "own": 1}
        assert ALL.counts("code")["finding.missed"] == 1

    @pytest.mark.parametrize("way", ["sorted", "counts"])
    def test_by_something_else(self, way):
        with pytest.raises(DataError, match="severity, family, code, path"):
            getattr(ALL, way)("colour")


class TestShapes:
    def test_records_are_plain(self):
        records = ALL.records("en")
        assert json.loads(json.dumps(records)) == list(records)
        assert records[2] == {
            "severity": "hint",
            "family": "targets",
            "code": "finding.missed",
            "path": "$.goals[0].indicators[1].actual",
            "place": "goal 1, indicator 2, actual",
            "finding": MISSED.explain("en"),
            "figures": "$.goals[0].indicators[1].actual = 49期",
            "settle": MISSED.settle("en"),
            "clause": "财预〔2020〕10号 (recalled)",
            "accepted": "",
        }
        assert records[1]["accepted"] == "跨年度项目 (财务科)"

    def test_a_table_is_aligned(self):
        lines = ALL.table().split("\n")
        assert lines[0].split() == ["程度", "位置", "审核发现"]
        assert lines[2].startswith("错误  目标1 指标1 实际完成值  培训：")
        assert len(lines) == 2 + len(ALL)

    def test_markdown_cannot_be_broken_by_the_form(self):
        lines = ALL.markdown().split("\n")
        assert len(lines) == 2 + len(ALL)
        assert lines[-1] == "| 提示 | 全表 | 某\\|局\\`有\\*误 | 改正 |  |"

    def test_explained_one_by_one(self):
        assert Findings([YEAR, OWN]).explain().split("\n") == [
            "错误0项，警示1项，提示1项；其中已认可1项",
            f"[警示] 预算 年度：{YEAR.explain()}",
            f"    → {YEAR.settle()}",
            "    ✓ 已认可：跨年度项目（财务科）",
            "[提示] 全表：某|局`有*误",
            "    → 改正",
        ]

    def test_what_nobody_knows_how_to_settle_has_no_line(self):
        assert Findings([Finding("bureau.gone", Severity.HINT, "$")]).explain("en").split("\n")[1:] == [
            "[hint] the whole form: bureau.gone"
        ]

    def test_a_line_break_of_the_form_is_none(self):
        odd = Finding("finding.missed", Severity.HINT, "$", {"name": "甲\n乙\x1b[31m", "rate": "1%"})
        for text in (Findings([odd]).explain(), Findings([odd]).table(), Findings([odd]).markdown()):
            assert "\x1b" not in text
            assert "甲\n" not in text

    @pytest.mark.parametrize(
        ("given", "zh", "en"),
        [
            ({}, "已核实", "已核实"),
            ({"by": "财务科"}, "已核实（财务科）", "已核实 (财务科)"),
            ({"date": "2022-03-01"}, "已核实（2022-03-01）", "已核实 (2022-03-01)"),
            (
                {"by": "财务科", "date": "2022-03"},
                "已核实（财务科，2022-03）",
                "已核实 (财务科, 2022-03)",
            ),
        ],
    )
    def test_who_accepted_it_and_when(self, given, zh, en):
        accepted = attrs.evolve(MISSED, accepted=MISSED.accept(reason="已核实", **given))
        assert Findings([accepted]).records("zh")[0]["accepted"] == zh
        assert Findings([accepted]).records("en")[0]["accepted"] == en

    def test_with_its_sentences_it_needs_no_govperf(self):
        found = Findings([MISSED, OWN]).with_texts()
        assert dict(found[0].texts) == {
            "zh": MISSED.explain("zh"),
            "en": MISSED.explain("en"),
            "settle_zh": MISSED.settle("zh"),
            "settle_en": MISSED.settle("en"),
        }
        assert found.explain("en") == Findings([MISSED, OWN]).explain("en")
        assert found.with_texts() == found

    @pytest.mark.parametrize("found", [ALL, Findings()])
    def test_json_and_back(self, found):
        assert gp.from_json(gp.to_json(found), Findings) == found


class TestFinding:
    def test_its_own_sentences_serve_in_both_languages(self):
        assert OWN.explain("en") == OWN.explain("zh") == "某|局`有*误"
        assert OWN.settle("en") == "改正"
        english = Finding("bureau.odd", Severity.HINT, "$", texts={"en": "odd"})
        assert english.explain("zh") == "odd"
        assert english.settle("zh") == ""

    def test_a_code_that_nobody_knows_says_itself(self):
        assert Finding("bureau.gone", Severity.HINT, "$").explain() == "bureau.gone"

    def test_texts_from_outside_are_no_templates(self):
        hostile = Finding(
            "bureau.odd", Severity.HINT, "$", {"a": "b"}, texts={"zh": "{a:>999999999}{0.__class__}"}
        )
        assert hostile.explain() == "{a:>999999999}{0.__class__}"

    def test_accepting_it_keeps_its_figures(self):
        accepted = MISSED.accept(reason="疫情停课", by="财务科", date="2022-03-01")
        assert accepted.figures == MISSED.figures
        assert accepted.details == MISSED.details
        assert accepted.severity is MISSED.severity
        assert accepted.covers(MISSED)

    @pytest.mark.parametrize(
        "changed",
        [
            {"code": "finding.far-over"},
            {"path": "$.goals[0].indicators[0].actual"},
            {"figures": [Figure("$.goals[0].indicators[1].actual", "48期")]},
            {"details": {"name": "周报", "rate": "92.31%"}},
            {"severity": Severity.WARNING},
        ],
    )
    def test_an_acceptance_covers_that_finding_alone(self, changed):
        assert not MISSED.accept(reason="疫情停课").covers(attrs.evolve(MISSED, **changed))

    def test_an_acceptance_that_keeps_nothing_covers_any(self):
        wide = Acceptance(MISSED.code, MISSED.path, reason="疫情停课")
        assert wide.covers(MISSED)
        assert wide.covers(attrs.evolve(MISSED, figures=(), details=(), severity=Severity.ERROR))

    @pytest.mark.parametrize("field", ["code", "path", "reason"])
    def test_an_acceptance_says_what_and_why(self, field):
        given = {"code": "finding.missed", "path": "$", "reason": "疫情停课"} | {field: " "}
        with pytest.raises(DataError):
            Acceptance(given["code"], given["path"], reason=given["reason"])
