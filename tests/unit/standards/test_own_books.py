"""Rule books of one's own: what they take from the book that they extend."""

from fractions import Fraction

import attrs
import pytest
from asking_books import CLAUSE, SAID, Own, claimed, fault, own, rule_text

from govperf.model import Operator
from govperf.standards import (
    Rule,
    standard,
)

BASE = standard()
NEW = standard("MOF-2021-101")


class TestInheritance:
    def test_nothing_of_its_own(self):
        book = own()
        same = attrs.evolve(
            BASE, name="ours", title="办法", english="a test", aliases=(), extends="MOF-2020-10"
        )
        assert book == same
        assert book.fingerprint == BASE.fingerprint

    def test_a_table_takes_the_place_of_the_whole_table(self):
        book = own(f"[execution]\npoints = 20\nrule = 'threshold'\n{SAID}", "MOF-2021-101")
        assert (book.execution_points.value, book.execution_rule, book.execution_finished) == (
            20,
            "threshold",
            "",
        )
        assert book.weights == NEW.weights

    def test_lists_too(self):
        book = own("weights = []\nweight_floors = []\naliases = ['别名']")
        assert (book.weights, book.weight_floors, book.aliases) == ((), (), ("别名",))

    def test_aliases_are_not_taken(self):
        assert own().aliases == ()

    def test_one_operator(self):
        book = own(rule_text("ours", "['>=']"))
        assert claimed(book) == {
            "ours": (">=",),
            "proportional": (">", "="),
            "range": ("between",),
            "reverse_proportional": ("<=", "<"),
            "zero_target": ("0",),
            "deadline": ("date",),
        }
        assert book.rule_for(Operator.AT_LEAST).name == "ours"

    def test_all_operators_of_a_rule(self):
        book = own(rule_text("ours", "['<=', '<']"))
        assert "reverse_proportional" not in claimed(book)

    def test_all_operators_of_the_execution_rule(self):
        """It scores the execution still, and no target any more."""
        book = own(rule_text("ours", "['>=', '>', '=', 'between']"))
        assert claimed(book)["proportional"] == ()
        assert book.rule(book.execution_rule).share(Fraction(1, 2)) == Fraction(1, 2)

    def test_any_other(self):
        book = own(rule_text("ours", "['*']"))
        assert book.rule_for(Operator.AT_LEAST).name == "proportional"
        assert book.rule_for(Operator.TEXT).name == "ours"

    def test_by_category(self):
        book = own(rule_text("ours", "['>=']", "categories = ['output']"))
        assert claimed(book)["proportional"] == (">=", ">", "=")
        assert book.rule_for(Operator.AT_LEAST, category=("产出", "数量")).name == "ours"
        assert book.rule_for(Operator.AT_LEAST, category=("效益",)).name == "proportional"

    def test_by_indicator(self):
        book = own(rule_text("ours", "['>=', '<=', '0']", "indicators = ['“三公经费”变动率']"))
        for operator in (Operator.AT_LEAST, Operator.AT_MOST):
            assert book.rule_for(operator, indicator="三公经费变动率").name == "ours"
        assert book.rule_for(Operator.AT_MOST, zero=True, indicator="三公经费变动率").name == "ours"
        assert book.rule_for(Operator.EQUAL, indicator="三公经费变动率").name == "proportional"
        assert book.rule_for(Operator.AT_LEAST, indicator="其他").name == "proportional"

    def test_the_same_category(self):
        book = own(rule_text("ours", "['>=']", "categories = ['satisfaction']"), "MOF-2021-101")
        assert claimed(book)["satisfaction"] == (">", "=", "between")

    def test_the_same_name_goes_wholly(self):
        book = own(rule_text("proportional", "['>=']"))
        assert claimed(book)["proportional"] == (">=",)
        assert fault(book.rule_for, Operator.EQUAL).code == "standard.no-rule"

    def test_removal(self):
        book = own(rule_text("zero_target", "[]"))
        assert fault(book.rule_for, Operator.AT_MOST, zero=True).code == "standard.no-rule"

    def test_chain(self):
        first = own(rule_text("first", "['>=']"))
        second = first.with_rules(Rule("second", (">", "="), [(0, 0)], CLAUSE), name="second")
        third = second.with_rules(Rule("third", (">",), [(0, 0)], CLAUSE))
        assert (first.extends, second.extends, third.extends, third.name) == (
            *("MOF-2020-10", "ours", "second"),
            "second+",
        )
        assert list(claimed(third).items())[:5] == [
            ("third", (">",)),
            ("second", ("=",)),
            ("first", (">=",)),
            ("proportional", ()),
            ("range", ("between",)),
        ]

    @pytest.mark.parametrize(
        ("extends", "code"),
        [("nowhere", "standard.unknown"), ("ours", "standard.unknown"), ("MOF-2020", "standard.unknown")],
    )
    def test_unknown(self, extends, code):
        error = fault(own, extends=extends)
        assert (error.code, error.path, error.line) == (code, "$.extends", 4)

    @pytest.mark.parametrize(
        ("name", "extends"),
        [
            ("MOF-2020-10", "MOF-2020-10"),
            ("财预〔2020〕10号", "MOF-2020-10"),
            ("MOF-2020-10", "财预〔2020〕10号"),
        ],
    )
    def test_itself(self, name, extends):
        error = fault(own, name=name, extends=extends)
        assert (error.code, error.path) == ("standard.circle", "$.extends")
        assert "→" in error.explain()

    def test_two_of_its_own_overlap(self):
        error = fault(own, rule_text("a", "['>=']") + rule_text("b", "['>', '>=']"))
        assert (error.code, error.path, error.line) == ("standard.overlap", "$.rules.b", 12)

    def test_a_cap_of_all_points_is_none(self):
        capped = own(f"[total_cap]\nbands = [[0, 100]]\n{SAID}")
        assert capped.total_cap.at(Fraction(0)) == capped.full.value


class TestPartly:
    """What is left of a rule is one rule, or the book says no."""

    TWO = BASE.with_rules(
        Rule(
            "two", (">=", ">"), [(0, 0)], CLAUSE, categories=("output", "outcome"), indicators=("甲", "“乙”")
        )
    )

    @pytest.mark.parametrize(
        ("fields", "left"),
        [
            (
                {"operators": [">="], "categories": ["output", "outcome"], "indicators": ["甲", "乙"]},
                ((">",), ("output", "outcome"), ("甲", "“乙”")),
            ),
            (
                {"operators": [">=", ">", "="], "categories": ["outcome"], "indicators": ["甲", "乙", "丙"]},
                ((">=", ">"), ("output",), ("甲", "“乙”")),
            ),
            (
                {"operators": [">=", ">"], "categories": ["output", "outcome"], "indicators": ["乙"]},
                ((">=", ">"), ("output", "outcome"), ("甲",)),
            ),
            (
                {"operators": [">=", ">"], "categories": ["cost"], "indicators": ["乙"]},
                None,
            ),
        ],
        ids=["operator", "category", "indicator", "elsewhere"],
    )
    def test_one_rule(self, fields, left):
        two = attrs.evolve(self.TWO, taxonomy="2021", weights=()) if left is None else self.TWO
        rest = two.with_rules(Rule("over", knots=[(0, 0)], clause=CLAUSE, **fields)).rule("two")
        assert (rest.operators, rest.categories, rest.indicators) == (
            left or ((">=", ">"), ("output", "outcome"), ("甲", "“乙”"))
        )

    def test_not_one_rule(self):
        over = Rule("over", (">=",), [(0, 0)], CLAUSE, categories=("output",), indicators=("甲",))
        error = fault(self.TWO.with_rules, over)
        assert (error.code, error.value, error.path) == ("standard.partly", "'two'", "rules")

    def test_a_rule_that_is_code(self):
        book = BASE.with_rules(Own())
        assert fault(book.with_rules, Rule("over", (">",), [(0, 0)], CLAUSE)).code == "standard.partly"
        gone = book.with_rules(Rule("over", (">=", ">"), [(0, 0)], CLAUSE))
        assert "own" not in claimed(gone)
        assert book.with_rules(Rule("other", ("*",), [(0, 0)], CLAUSE)).rule("own") == Own()

    def test_a_rule_that_is_code_and_scores_the_execution(self):
        book = attrs.evolve(BASE.with_rules(Own()), execution_rule="own")
        over = Rule("over", (">=", ">"), [(0, 0)], CLAUSE)
        assert fault(book.with_rules, over).code == "standard.partly"
