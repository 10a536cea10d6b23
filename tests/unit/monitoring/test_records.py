"""Results of monitoring as plain data: whatever JSON has, nothing lost, and which rules were followed."""

import json
from datetime import date
from decimal import Decimal

import attrs
import pytest

import govperf as gp
from govperf.errors import StandardError
from govperf.model import Budget, Department, Evaluation, Goal, Indicator
from govperf.monitoring import (
    Light,
    behind_schedule,
    dual_light,
    execution_alert,
    indicator_light,
    monitor,
    monitoring_rules,
    self_evaluation_alert,
)
from govperf.version import VERSION

FORM = Evaluation(
    Department("某局"),
    2023,
    project="某项目",
    budget=Budget(2023, adjusted="100万元", executed="45万元"),
    goals=[
        Goal(
            "宣传",
            indicators=[
                Indicator("周报", target="≥120份", actual="49份", weight=45),
                Indicator("知晓程度", target="明显提升", actual="正在开展", weight=45),
            ],
        )
    ],
)
SECTIONS = {
    "甲科": Budget(2023, adjusted="120万元", executed="90万元"),
    "乙科": Budget(2023, adjusted="90万元", executed="45万元"),
    "丙科": Budget(2023),
}
FOLLOWED = {
    "rules": "MONITORING",
    "edition": "annual",
    "fingerprint": monitoring_rules().fingerprint,
    "version": VERSION,
}


def shared(row):
    return {key: row[key] for key in FOLLOWED}


class TestMonitoring:
    def test_a_row_each(self):
        rows = monitor(FORM, month=7).records()
        assert [(row["what"], row["name"], row["path"]) for row in rows] == [
            ("execution", None, None),
            ("indicator", "周报", "$.goals[0].indicators[0]"),
            ("indicator", "知晓程度", "$.goals[0].indicators[1]"),
            ("goal", "宣传", "$.goals[0]"),
            ("goals", "", "$.goals"),
            ("dual", None, None),
        ]
        assert len({tuple(row) for row in rows}) == 1
        assert all(shared(row) == FOLLOWED for row in rows)
        assert {(row["evaluation"], row["until"], row["progress"]) for row in rows} == {
            ("某局 某项目", "2023-07", "7/12")
        }

    def test_money(self):
        row = monitor(FORM, month=7).records()[0]
        assert (row["light"], row["rate"], row["ratio"]) == ("yellow", "9/20", "27/35")
        assert row["expected"]["unit"] == "万元"
        assert row["expected"]["magnitude"].startswith("77.142857")

    def test_indicator(self):
        row = monitor(FORM, month=7).records("en")[1]
        assert (row["target"], row["actual"]) == ("≥120份", "49份")
        assert (row["light"], row["rule"], row["ratio"], row["completion"]) == (
            "yellow",
            "pro_rata",
            "7/10",
            "49/120",
        )
        assert row["expected"] == {"magnitude": "84", "unit": "份"}
        assert (row["figure"], row["notes"]) == ("49份 ÷ (120份 × 7 ÷ 12) = 70.00%", [])

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_undefined_says_why(self, lang):
        made = monitor(FORM, month=7)
        row, reason = made.records(lang)[2], made.indicators[1].light
        said = {"undefined": reason.code, "reason": reason.explain(lang)}
        assert row["light"] == row["ratio"] == row["completion"] == said

    def test_goal(self):
        row = monitor(FORM, month=7).records()[3]
        assert (row["light"], row["count"], row["without_light"]) == (
            "yellow",
            2,
            ["$.goals[0].indicators[1]"],
        )
        assert (row["rule"], row["notes"]) == (None, None)

    def test_notes_in_words(self):
        table = attrs.evolve(FORM, budget=Budget(2023, original="100万元", executed="45万元"))
        for lang in ("zh", "en"):
            made = monitor(table, month=7)
            assert made.records(lang)[0]["notes"] == [made.execution.notes[0].explain(lang)]

    def test_alone_as_in_the_whole(self):
        made = monitor(FORM, month=7)
        whole = made.records()
        for row, alone in ((whole[0], made.execution.records()), (whole[1], made.indicators[0].records())):
            assert {key: row[key] for key in alone[0]} == alone[0]


def results(rules=None):
    """Every kind of result."""
    return [
        monitor(FORM, month=7, rules=rules),
        monitor(attrs.evolve(FORM, budget=None), on=date(2023, 8, 30), rules=rules),
        execution_alert(Budget(2023, adjusted="0万元", executed="5万元"), month=7, rules=rules),
        indicator_light(Indicator("满意度", target="≥90%", actual="60%"), month=7, rules=rules),
        indicator_light(Indicator("检查", target="6月底前", actual="7月"), month=7, year=2023, rules=rules),
        behind_schedule(SECTIONS, month=7, rules=rules),
        self_evaluation_alert(FORM, rules=rules),
    ]


class TestEveryResult:
    @pytest.mark.parametrize("place", range(7))
    def test_as_json_has_it(self, place):
        rows = results()[place].records()
        again = json.loads(json.dumps(rows, ensure_ascii=False, allow_nan=False))
        assert again == list(rows)
        assert not any(isinstance(cell, float) for row in rows for cell in row.values())

    @pytest.mark.parametrize("place", range(7))
    def test_what_it_followed(self, place):
        made = results()[place]
        assert {key: getattr(made, key) for key in FOLLOWED} == FOLLOWED
        assert all(shared(row) == FOLLOWED for row in made.records())

    @pytest.mark.parametrize("place", range(7))
    def test_an_edition_by_its_name(self, place):
        assert results("annual")[place] == results()[place]
        assert results("pro_rata")[place].fingerprint == monitoring_rules("pro_rata").fingerprint
        assert results("pro_rata")[place].edition == "pro_rata"

    def test_other_numbers_other_fingerprint(self):
        rules = attrs.evolve(monitoring_rules(), missed=Light.YELLOW)
        assert monitor(FORM, month=7, rules=rules).fingerprint == rules.fingerprint != FOLLOWED["fingerprint"]


class TestSections:
    def test_a_row_each(self):
        rows = behind_schedule(SECTIONS, month=8).records()
        assert [(row["what"], row["name"], row["rank"]) for row in rows] == [
            ("behind", "乙科", 1),
            ("kept", "甲科", None),
            ("undefined", "丙科", None),
        ]
        assert len({tuple(row) for row in rows}) == 1
        assert (rows[0]["rate"], rows[0]["gap"], rows[0]["progress"]) == ("1/2", "1/6", "2/3")
        assert rows[0]["amount"] == {"magnitude": "15", "unit": "万元"}
        assert (rows[1]["rate"], rows[1]["notes"]) == (None, [])
        assert rows[2]["rate"]["undefined"] == "undefined.figure-missing"

    def test_a_month_without_publication_is_noted_on_each(self):
        made = behind_schedule(SECTIONS, month=7)
        (note,) = made.notes
        assert all(row["notes"][-1] == note.explain("en") for row in made.records("en"))


class TestScores:
    def test_row(self):
        form = Evaluation(
            Department("某局"),
            2023,
            budget=Budget(2023, adjusted="100万元", executed="85万元"),
            goals=[Goal("培训", indicators=[Indicator("课时", target="90", actual="88.5", weight=90)])],
        )
        (row,) = self_evaluation_alert(form).records()
        assert (row["what"], row["light"], row["indicators"]) == ("self_evaluation", "red", "59/60")
        assert (row["execution"], row["deviation"], row["unspent"]) == ("17/20", "8/59", "3/20")


class TestWhoseRules:
    @pytest.mark.parametrize("rules", ["", "monthly"])
    def test_unknown_edition(self, rules):
        with pytest.raises(StandardError) as caught:
            monitor(FORM, month=7, rules=rules)
        assert caught.value.code == "monitor.edition"

    @pytest.mark.parametrize("rules", [2023, gp.standard(), Decimal(1), False])
    def test_no_rules(self, rules):
        with pytest.raises(TypeError, match=f"expected MonitoringRules, not {type(rules).__name__}"):
            dual_light(Light.GREEN, Light.GREEN, rules=rules)
