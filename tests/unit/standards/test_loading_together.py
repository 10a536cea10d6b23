"""All that is wrong with a text is told at once, in its order."""

import pytest
from asking_books import KNOTS, SAID, changed, faults_in, own_text

from govperf.errors import StandardError, StandardErrors
from govperf.limits import LIMITS
from govperf.standards import loads


class TestTogether:
    """All faults come together, in the order of the text."""

    BROKEN = """
name = "ours"
title = ""
english = "ours"
extends = "MOF-2020-10"

[rules.a]
operators = [">=", "?"]
knots = [
  [0.6, 0],
  [0.5, 2],
]
deductions = [[1, -1]]
steps = [0, 0, "down"]
unit = "%"
provenance = "sure"
source = 1

[rules.b]
operators = ["="]
knots = [[0, 0, 0]]
provenance = "choice"
source = "a test"

[rounding]
digits = 99
mode = "half_up"
provenance = "choice"
source = "a test"
"""

    def test_order_and_lines(self):
        found = faults_in(self.BROKEN)
        assert [(one.line, one.path) for one in found] == [
            (3, "$.title"),
            (16, "$.rules.a.provenance"),
            (17, "$.rules.a.source"),
            (21, "$.rules.b.knots[0]"),
            (26, "$.rounding.digits"),
        ]

    def test_what_a_rule_says_is_seen_once_it_can_be_read(self):
        text = self.BROKEN.replace('"sure"', '"choice"').replace("source = 1", 'source = "a test"')
        found = [one for one in faults_in(text) if one.path.startswith("$.rules.a")]
        assert [(one.line, one.code, one.path) for one in found] == [
            (8, "standard.choice", "$.rules.a.operators"),
            (9, "standard.knots", "$.rules.a.knots"),
            (13, "standard.deductions", "$.rules.a.deductions"),
            (14, "standard.steps", "$.rules.a.steps"),
            (15, "standard.unit", "$.rules.a.unit"),
        ]

    def test_one_alone(self):
        with pytest.raises(StandardError) as caught:
            loads(changed("digits = 2", "digits = 99"))
        assert not isinstance(caught.value, StandardErrors)

    def test_several(self):
        with pytest.raises(StandardErrors) as caught:
            loads(self.BROKEN)
        assert caught.value.explain("en") == "the document has 5 faults"

    @pytest.mark.parametrize("count", [99, 100, 101, 5000])
    def test_no_more_than_enough(self, count):
        rows = ", ".join(["[0, 'x']"] * count)
        found = faults_in(own_text(f'[rules.a]\noperators = [">="]\nknots = [{rows}]'))
        assert len(found) == min(count, LIMITS.faults)

    def test_what_goes_wrong_in_different_parts_is_told_at_once(self):
        text = own_text('[rules.a]\noperators = ["≥", ">"]\nknots = [[0, 0], [1, 60]]')
        text += f'[rules.b]\noperators = [">", "="]\n{KNOTS}\n{SAID}'
        text += '[not_applicable]\npolicy = "drop"\n' + SAID
        text += "[over_fulfilment]\nlimit = 0.9\n" + SAID + "[approximation]\nmargin = 1\n" + SAID
        rows = ", ".join(f"{{ label = 'a', name = 'b', from = {low} }}" for low in (60, 90))
        text += f"[grades]\nbands = [{rows}]\n{SAID}"
        found = faults_in(text.replace('"MOF-2020-10"', '"nowhere"'))
        assert [(one.code, one.path) for one in found] == [
            ("standard.unknown", "$.extends"),
            ("standard.choice", "$.rules.a.operators"),
            ("standard.knots", "$.rules.a.knots"),
            ("standard.choice", "$.not_applicable.policy"),
            ("standard.range", "$.over_fulfilment.limit"),
            ("standard.range", "$.approximation.margin"),
            ("standard.grades", "$.grades"),
        ]

    def test_rules_that_overlap_are_told_beside_what_cannot_be_read(self):
        text = own_text(f'[rules.a]\noperators = [">"]\n{KNOTS}')
        text += f'[rules.b]\noperators = [">"]\ncategories = ["cost"]\n{KNOTS}\n{SAID}'
        text += f'[rules.c]\noperators = [">"]\n{KNOTS}\n{SAID}'
        text += '[not_applicable]\npolicy = "drop"\n' + SAID
        found = [(one.code, one.path) for one in faults_in(text)]
        assert found == [("standard.overlap", "$.rules.c"), ("standard.choice", "$.not_applicable.policy")]

    def test_no_part_is_told_twice(self):
        text = own_text("[grades]\nbands = []")
        assert [one.code for one in faults_in(text)] == ["standard.grades"]
        assert [one.code for one in faults_in(text.replace('"MOF-2020-10"', "3"))] == [
            "standard.type",
            "standard.grades",
        ]

    def test_of_a_book_as_a_whole(self):
        text = own_text(f'[rules.a]\noperators = [">="]\ncategories = ["none"]\n{KNOTS}')
        text += '[execution]\npoints = 10\nrule = "linear"\nfinished = "cubic"\n' + SAID
        text += "[over_fulfilment]\nlimit = 0.9\n" + SAID + "[approximation]\nmargin = 1\n" + SAID
        text += "[grades]\nbands = []\n" + SAID
        found = faults_in(text)
        assert {one.path for one in found} == {
            "$.rules.a",
            "$.execution.rule",
            "$.execution.finished",
            "$.over_fulfilment.limit",
            "$.approximation.margin",
            "$.grades",
        }
        lines = text.split("\n")
        assert [lines[one.line - 1] for one in found] == [
            "[rules.a]",
            'rule = "linear"',
            'finished = "cubic"',
            "limit = 0.9",
            "margin = 1",
            "[grades]",
        ]
