"""What tells rule books apart: fingerprints, names that are taken, and codes of printed labels."""

from decimal import Decimal

import attrs
import pytest
from asking_books import CLAUSE, Own, code, straight

from govperf.errors import StandardError
from govperf.standards import (
    NotApplicable,
    Parameter,
    Rounding,
    TotalCap,
    loads,
    standard,
)

BOOK = standard()


class TestFingerprint:
    """Equal where all numbers are, whatever the names and sources."""

    def test_of_names(self):
        assert attrs.evolve(BOOK, name="ours", title="办法", aliases=["a"]).fingerprint == BOOK.fingerprint

    @pytest.mark.parametrize(
        "fields",
        [
            {"rules": (*BOOK.rules, straight(operators=("*",)))},
            {"rules": [*BOOK.rules[:-1], attrs.evolve(BOOK.rules[-1], knots=[(1, 1)])]},
            {"execution_points": Parameter(Decimal(20), CLAUSE)},
            {"execution_rule": "reverse_proportional"},
            {"not_applicable": NotApplicable("full", CLAUSE)},
            {"rounding": Rounding(1, "half_up", CLAUSE)},
            {"total_cap": TotalCap([(0, Decimal(90))], CLAUSE)},
            {"grades": BOOK.grades[1:]},
            {"levels": standard("HUBEI-2020").levels},
        ],
        ids=["rule", "knots", "points", "execution", "policy", "rounding", "cap", "grades", "levels"],
    )
    def test_of_numbers(self, fields):
        assert attrs.evolve(BOOK, **fields).fingerprint != BOOK.fingerprint

    def test_of_another_order(self):
        """Which rule is for a target does not depend on it."""
        assert attrs.evolve(BOOK, rules=BOOK.rules[::-1]).fingerprint == BOOK.fingerprint

    @pytest.mark.parametrize("field", ["execution_points", "full", "over_fulfilment", "approximation"])
    def test_of_how_a_number_is_written(self, field):
        """10 and 10.00 are one number."""
        number = getattr(BOOK, field)
        longer = attrs.evolve(number, value=Decimal(f"{number.value:.5f}"))
        assert str(longer.value) != str(number.value)
        assert attrs.evolve(BOOK, **{field: longer}).fingerprint == BOOK.fingerprint

    def test_of_how_grades_and_caps_are_written(self):
        grades = [attrs.evolve(one, lower=Decimal(f"{one.lower:.3f}")) for one in BOOK.grades]
        assert attrs.evolve(BOOK, grades=grades).fingerprint == BOOK.fingerprint
        caps = [
            attrs.evolve(BOOK, total_cap=TotalCap([(0, Decimal(most))], CLAUSE)) for most in ("59", "59.0")
        ]
        assert caps[0].fingerprint == caps[1].fingerprint

    def test_of_the_source_and_choice_of_a_rule(self):
        first, *others = BOOK.rules
        said = attrs.evolve(first, clause=CLAUSE, choice="that = is as ≥")
        assert attrs.evolve(BOOK, rules=[said, *others]).fingerprint == BOOK.fingerprint

    def test_of_a_rule_that_is_code(self):
        """Nobody can hash code: without a fingerprint of its own there is none of the book."""
        assert BOOK.with_rules(Own("a")).fingerprint == ""

    @pytest.mark.parametrize("own", ["", None, 3], ids=repr)
    def test_of_a_rule_whose_own_is_none(self, own):
        assert BOOK.with_rules(Stamped("a", fingerprint=own)).fingerprint == ""

    def test_of_a_rule_that_says_its_own(self):
        one, other = (BOOK.with_rules(Stamped("a", fingerprint=own)) for own in ("1", "2"))
        assert len(one.fingerprint) == len(BOOK.fingerprint)
        assert one.fingerprint == BOOK.with_rules(Stamped("a", fingerprint="1")).fingerprint
        assert len({one.fingerprint, other.fingerprint, BOOK.fingerprint}) == 3

    def test_of_what_a_rule_that_says_its_own_is_for(self):
        one, other = (
            BOOK.with_rules(Stamped("a", operators=(operator,), fingerprint="1")) for operator in (">", ">=")
        )
        assert one.fingerprint != other.fingerprint


class TestCodes:
    """Printed labels by their code in the taxonomy of the book, those of another one by their counterpart."""

    NEW = standard("MOF-2021-101")

    @pytest.mark.parametrize(
        ("category", "old", "new"),
        [
            (("产出",), "output", "output"),
            (("产出", "数量"), "output.quantity", "output.quantity"),
            (("产出", "成本"), "output.cost", "cost.economic"),
            (("效益", "经济效益"), "outcome.economic", "outcome.economic"),
            (("满意度",), "satisfaction", "satisfaction"),
            (("效益", "满意度"), "satisfaction", "satisfaction"),
            (("成本", "经济成本"), "output.cost", "cost.economic"),
            (("其他",), "", ""),
            ((), "", ""),
        ],
        ids=str,
    )
    def test_code(self, category, old, new):
        assert (BOOK.code_of(category), self.NEW.code_of(category)) == (old, new)

    def test_long_labels_are_read_as_well(self):
        assert BOOK.code_of(("产出", "甲" * 1_000)) == "output"
        assert BOOK.code_of(("甲" * 1_000,)) == ""


class TestTaken:
    """No other book goes by the name of one that govperf carries, since scores carry it."""

    @pytest.mark.parametrize("name", ["MOF-2021-101", BOOK.name, BOOK.aliases[0]])
    def test_rules_of_its_own(self, name):
        with pytest.raises(StandardError) as caught:
            BOOK.with_rules(straight(), name=name)
        assert (caught.value.code, caught.value.path) == ("standard.taken", "name")

    def test_without_any_it_is_the_same(self):
        assert BOOK.with_rules(name=BOOK.name).fingerprint == BOOK.fingerprint

    def test_rules_that_are_code(self):
        assert code(BOOK.with_rules, Own("a"), name=BOOK.name) == "standard.taken"

    def test_a_text(self):
        text = BOOK.to_toml()
        assert loads(text) == BOOK
        with pytest.raises(StandardError) as caught:
            loads(text.replace("points = 10\n", "points = 20\n"))
        error = caught.value
        assert (error.code, error.path, error.line) == ("standard.taken", "$.name", 1)

    @pytest.mark.parametrize(("alias", "wanted"), [("湖北2020", "standard.taken"), ("湖北2021", "")])
    def test_an_alias(self, alias, wanted):
        text = (
            f'name = "ours"\ntitle = "办法"\nenglish = "ours"\naliases = ["{alias}"]\nextends = "{BOOK.name}"'
        )
        if wanted:
            assert code(loads, text) == wanted
        else:
            assert loads(text).aliases == (alias,)


@attrs.frozen
class Stamped(Own):
    fingerprint: object = attrs.field(default="", kw_only=True)
