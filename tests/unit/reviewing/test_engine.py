"""A review as a whole: its order, its rule book, what is accepted, what it refuses."""

import attrs
import pytest

import govperf as gp
from govperf.model import Acceptance, Severity
from govperf.reviewing import CHECKS, Hit, check, review, rule_book


def evaluation(*indicators, **fields):
    goals = [gp.Goal("目标", indicators=indicators)] if indicators else ()
    return gp.Evaluation("某局", 2021, goals=goals, **fields)


def at(*paths, severity="hint"):
    """A check that finds something at these places."""

    @check("test.found", severity, zh="有")
    def found(_):
        return [Hit(path) for path in paths]

    return found


class TestOrder:
    def test_errors_first_then_as_the_form_goes(self):
        places = [
            "$",
            "$.year",
            "$.budget.original",
            "$.budget.executed",
            "$.budget.basic.executed",
            "$.goals[0].indicators[2].target",
            "$.goals[0].indicators[2].actual",
            "$.goals[0].indicators[10]",
            "$.goals[1]",
            "$.goals[1].something",
            "$.breakdowns[0].total",
            "$.subtotals[0].weight",
            "$.reported_total",
            "$.accepted[0]",
        ]
        found = review(evaluation(), checks=[at(*reversed(places)), at("$.year", severity="error")])
        assert [finding.path for finding in found] == ["$.year", *places]

    def test_the_order_of_the_checks_is_no_matter(self):
        checks = [at("$.year"), at("$.budget"), *CHECKS]
        table = evaluation(gp.Indicator("周报", target="≥52期", actual="49期", weight=10))
        assert review(table, checks=checks) == review(table, checks=checks[::-1])

    def test_a_path_may_be_odd(self):
        places = ["", "[", "$.goals[99999999999999999999999]", "$.goals[①]"]
        assert len(review(evaluation(), checks=[at(*places)])) == len(places)


class TestRuleBook:
    def test_is_the_one_given_else_the_one_named_else_the_default(self):
        assert review(evaluation()).standard == "MOF-2020-10"
        named = evaluation(standard="HUBEI-2020")
        assert review(named).standard == "HUBEI-2020"
        assert review(named, standard=gp.standard("MOF-2021-101")).standard == "MOF-2021-101"

    def test_one_that_nobody_knows_is_found(self):
        (found,) = review(evaluation(standard="某市办法"))
        assert (found.code, found.severity, found.path) == (
            "finding.standard-unknown",
            Severity.WARNING,
            "$.standard",
        )
        assert found.settle()
        assert rule_book(evaluation(standard="某市办法"))[1] == (found,)
        assert not review(evaluation(standard="某市办法"), standard=gp.standard())

    @pytest.mark.parametrize(
        "given",
        [{"standard": "MOF-2020-10"}, {"standard": ""}, {"previous": "2020"}, {"previous": 2020}],
    )
    def test_a_name_is_no_rule_book_and_a_year_no_form(self, given):
        with pytest.raises(TypeError):
            review(evaluation(), **given)

    def test_what_is_no_evaluation(self):
        with pytest.raises(TypeError):
            review("某局")


class TestAccepted:
    FOUND = at("$.year")

    def accepted(self, *acceptances):
        return review(evaluation(accepted=acceptances), checks=[self.FOUND])

    def test_an_accepted_finding_stays_and_says_who_and_why(self):
        (found,) = self.accepted()
        acceptance = found.accept(reason="已核实", by="财务科", date="2022-03-01")
        (again,) = self.accepted(acceptance)
        assert again == attrs.evolve(found, accepted=acceptance)
        assert not self.accepted(acceptance).open

    def test_one_that_covers_nothing_is_found(self):
        found = self.accepted(Acceptance("test.found", "$.budget", reason="已核实"))
        assert [(one.code, one.path) for one in found] == [
            ("test.found", "$.year"),
            ("finding.acceptance-unused", "$.accepted[0]"),
        ]
        assert "$.budget" in found[1].explain()

    @pytest.mark.parametrize(
        ("code", "unused"),
        [
            ("finding.missed", False),  # switched off
            ("finding.year-jump", False),
            ("finding.mised", True),
            ("finding.standard-unknown", True),
            ("bureau.own", False),  # not brought along
        ],
    )
    def test_one_of_what_was_not_looked_for_is_not_unused(self, code, unused):
        found = self.accepted(Acceptance(code, "$.year", reason="已核实"))
        assert [one.code for one in found] == ["test.found", *["finding.acceptance-unused"] * unused]

    def test_one_from_year_to_year_waits_for_the_year_before(self):
        kept = evaluation(accepted=[Acceptance("finding.year-jump", "$.year", reason="已核实")])
        assert not review(kept)
        assert review(kept, previous=attrs.evolve(kept, year=2020, accepted=())).counts("code") == {
            "finding.acceptance-unused": 1
        }

    def test_thousands_of_them(self):
        kept = [Acceptance("test.found", f"$.goals[{i}]", reason="已核实") for i in range(3000)]
        places = [one.path for one in kept]
        assert not review(evaluation(accepted=kept), checks=[at(*places)]).open

    def test_of_two_that_cover_it_the_first_counts(self):
        first, second = (Acceptance("test.found", "$.year", reason=reason) for reason in ("一", "二"))
        (found,) = self.accepted(first, second)
        assert found.accepted == first

    def test_a_changed_figure_ends_it(self):
        late = gp.Indicator("周报", target="≥52期", actual="49期")
        (found,) = review(evaluation(late), checks=CHECKS.only("targets")).filter(
            severity="hint", path="$.goals"
        )
        kept = evaluation(late, accepted=[found.accept(reason="放假")])
        assert not review(kept, checks=CHECKS.only("targets")).open.filter(path="$.goals")
        changed = attrs.evolve(kept, goals=[gp.Goal("目标", indicators=[attrs.evolve(late, actual="48期")])])
        codes = review(changed, checks=CHECKS.only("targets")).open.counts("code")
        assert codes[found.code] == codes["finding.acceptance-unused"] == 1


def test_nothing_to_find():
    assert not review(evaluation())
    assert not review(evaluation(gp.Indicator("次数", target="≥4次", actual="4次")))


def test_previous_reaches_the_checks():
    @check("test.before", "hint", zh="{year}")
    def before(form):
        yield Hit("$.year", {"year": form.previous.year})

    last = attrs.evolve(evaluation(), year=2020)
    assert review(evaluation(), previous=last, checks=[before])[0].explain() == "2020"
