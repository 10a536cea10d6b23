"""The way to the points of a score, step by step: cells, figure, rule and source, share, rounding."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf.model import Award, Clause, Correction, Note, Provenance, Rate, Score, Undefined

NO_TARGET = Undefined("undefined.target-missing")
HALF = Score(
    name="巡查",
    points=Decimal("7.50"),
    full=Decimal(15),
    rule="proportional",
    rate=Rate(Fraction(1, 2), terms=("26次", "52次")),
    share=Fraction(1, 2),
    standard="MOF-2020-10",
)


def steps(score):
    return [(note.code.removeprefix("trace."), dict(note.details)) for note in score.trace()]


class TestTrace:
    RULED = attrs.evolve(
        HALF,
        target="≥52次",
        actual="26次",
        clause=Clause(Provenance.VERIFIED, "表注"),
        notes=(Note("note.far-over"),),
    )

    def test_every_step(self):
        assert [name for name, _ in steps(self.RULED)] == [
            "target",
            "actual",
            "figure",
            "rule",
            "share",
            "points",
            "note.far-over",
        ]

    def test_figures_are_exact(self):
        found = dict(steps(attrs.evolve(self.RULED, share=Fraction(1, 3))))
        assert found["target"] == {"cell": "≥52次"}
        assert found["actual"] == {"cell": "26次"}
        assert {key: found["figure"][key] for key in ("measure", "above", "below", "exact", "shown")} == {
            "measure": "completion",
            "above": "26次",
            "below": "52次",
            "exact": "1/2",
            "shown": "50.00%",
        }
        assert found["share"] == {"share": "1/3", "full": "15", "points": "5"}
        assert found["points"] == {
            "points": "7.50",
            "unrounded": "5",
            "digits": "2",
            "mode": "half_up",
            "mode_en": "half up",
            "mode_zh": "四舍五入",
        }

    def test_the_rule_says_where_it_comes_from(self):
        rule = dict(steps(self.RULED))["rule"]
        assert (rule["rule"], rule["standard"], rule["provenance"], rule["source"]) == (
            "proportional",
            "MOF-2020-10",
            "verified",
            "表注",
        )
        note = next(note for note in self.RULED.trace() if note.code == "trace.rule")
        assert note.explain() == "规则：按完成比例计分，MOF-2020-10（已核对）：表注"
        assert note.explain("en") == "rule proportional of MOF-2020-10 (verified): 表注"

    def test_what_is_not_there_is_left_out(self):
        assert [name for name, _ in steps(attrs.evolve(HALF, rate=NO_TARGET))] == ["share", "points"]

    def test_a_figure_that_nothing_was_divided_for(self):
        figure = dict(steps(attrs.evolve(HALF, rate=Rate(Fraction(1, 2)), measure="actual", shown="85%")))[
            "figure"
        ]
        assert (figure["above"], figure["below"], figure["shown"]) == ("", "", "85%")
        assert (figure["measure_en"], figure["measure_zh"]) == ("actual", "实际完成值")

    def test_a_figure_that_is_no_rate(self):
        score = attrs.evolve(HALF, rate=NO_TARGET, measure="actual", shown="3级", figure=Fraction(3))
        name, figure = steps(score)[0]
        assert (name, figure["measure"], figure["shown"], figure["exact"]) == ("figure", "actual", "3级", "3")

    def test_an_award_stands_for_the_share(self):
        score = attrs.evolve(HALF, award=Award("7.5", level="部分达成", by="专家组"), rate=NO_TARGET)
        assert steps(score)[0] == ("award", {"points": "7.50", "level": "部分达成", "by": "专家组"})

    def test_what_was_taken_off_and_added(self):
        score = attrs.evolve(
            HALF, points=Decimal("5.00"), minus=Fraction(3, 2), corrections=(Correction(-1, "逾期"),)
        )
        names = [name for name, _ in steps(score)]
        assert names == ["figure", "share", "minus", "correction", "points"]
        assert dict(steps(score))["minus"] == {"minus": "3/2"}
        assert dict(steps(score))["correction"] == {"points": "-1", "reason": "逾期"}
        assert dict(steps(score))["points"]["unrounded"] == "5"

    @pytest.mark.parametrize(
        "fields",
        [{"points": NO_TARGET}, {"full": NO_TARGET}, {"share": NO_TARGET}],
        ids=["points", "full", "share"],
    )
    def test_why_there_are_none(self, fields):
        assert [note.code for note in attrs.evolve(HALF, rate=NO_TARGET, **fields).trace()] == [
            "undefined.target-missing"
        ]
