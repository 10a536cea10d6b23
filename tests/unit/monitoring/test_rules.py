"""Rules of monitoring are data: read strictly, each with its source, and refused where they mean nothing."""

from decimal import Decimal
from fractions import Fraction
from importlib.resources import files

import attrs
import pytest

from govperf.errors import StandardError
from govperf.monitoring import Light, Limits, loads_rules, monitoring_rules
from govperf.monitoring.lights import worst
from govperf.monitoring.rules import EDITIONS
from govperf.standards import Clause, Parameter, Provenance

TEXT = (files("govperf.standards") / "data" / "monitoring.toml").read_text(encoding="utf-8")
CLAUSE = Clause(Provenance.CHOICE, "a test")


def parameter(value):
    return Parameter(Decimal(value), CLAUSE)


def changed(old, new):
    assert TEXT.count(old) >= 1, old
    return TEXT.replace(old, new, 1)


def fault(old, new, **edition):
    with pytest.raises(StandardError) as caught:
        loads_rules(changed(old, new), **edition)
    return caught.value


class TestBuiltIn:
    @pytest.mark.parametrize("edition", EDITIONS)
    def test_loaded_once_and_as_its_text(self, edition):
        assert monitoring_rules(edition) is monitoring_rules(edition)
        assert monitoring_rules(edition) == loads_rules(TEXT, edition=edition)
        assert monitoring_rules(edition).edition == edition

    def test_default(self):
        assert monitoring_rules() is monitoring_rules("annual")

    @pytest.mark.parametrize("edition", ["", "2019", None], ids=repr)
    def test_unknown_edition(self, edition):
        with pytest.raises(StandardError) as caught:
            monitoring_rules(edition)
        assert caught.value.code == "monitor.edition"
        assert "annual, pro_rata" in caught.value.explain()

    def test_every_table_has_its_source(self):
        rules = monitoring_rules()
        assert {name for name, _ in rules.clauses} == {
            "approximation",
            "deadline",
            "dual",
            "execution",
            "indicators",
            "levels",
            "over_fulfilment",
            "publication",
            "self_evaluation",
            "words",
        }
        assert all(clause.source for _, clause in rules.clauses)

    def test_how_sure(self):
        sure = {name: clause.provenance.value for name, clause in monitoring_rules().clauses}
        assert sure["execution"] == sure["indicators"] == sure["dual"] == sure["self_evaluation"] == "in use"
        assert sure["publication"] == "verified"
        assert sure["deadline"] == sure["approximation"] == "choice"

    def test_unknown_table(self):
        with pytest.raises(KeyError):
            monitoring_rules().clause("weights")

    def test_hashable(self):
        assert hash(monitoring_rules()) == hash(loads_rules(TEXT))


class TestOwn:
    def test_other_limits(self):
        rules = loads_rules(changed("yellow = 0.6", "yellow = 0.5"))
        assert rules.execution.light(Fraction(1, 2)) is Light.YELLOW
        assert rules.indicators.light(Fraction(1, 2)) is Light.RED

    def test_no_light_without_a_rate(self):
        text = changed('without_rate = "red"', 'without_rate = "undefined"')
        assert loads_rules(text).no_execution is None

    def test_one_edition_will_do(self):
        start, end = TEXT.index("[over_fulfilment.pro_rata]"), TEXT.index("[levels]")
        text = TEXT[:start] + TEXT[end:]
        assert loads_rules(text) == monitoring_rules()
        with pytest.raises(StandardError) as caught:
            loads_rules(text, edition="pro_rata")
        assert caught.value.code == "monitor.edition"

    def test_words_without_blanks(self):
        rules = loads_rules(changed('"已达成"', '"已 达成"'))
        assert rules.light_of("已达 成") is Light.GREEN

    @pytest.mark.parametrize(
        ("old", "new", "code", "path"),
        [
            ('name = "MONITORING"\n', "", "standard.missing", "$"),
            ('name = "MONITORING"\n', 'name = "MONITORING"\nyear = 2023\n', "standard.key", "$"),
            ('name = "MONITORING"\n', "name = 1\n", "standard.type", "$.name"),
            ("months = [2, 4, 6, 8, 10, 12]", "months = [2, 0]", "standard.type", "$.publication.months[1]"),
            ("months = [2, 4, 6, 8, 10, 12]", "months = [13]", "standard.type", "$.publication.months[0]"),
            ("months = [2, 4, 6, 8, 10, 12]", "months = ['2']", "standard.type", "$.publication.months[0]"),
            ("months = [2, 4, 6, 8, 10, 12]", "months = [true]", "standard.type", "$.publication.months[0]"),
            ("yellow = 0.6", "yellow = 0.9", "monitor.limits", "$.execution"),
            ("yellow = 0.6", "yellow = -1", "standard.range", "$.execution.yellow"),
            ("yellow = 0.6", "yellow = nan", "standard.range", "$.execution.yellow"),
            ("yellow = 0.6", "yellow = '0.6'", "standard.type", "$.execution.yellow"),
            ('without_rate = "red"', 'without_rate = "amber"', "standard.type", "$.execution.without_rate"),
            ("limit = 1.2", "limit = 0.9", "monitor.limits", "$"),
            ("[over_fulfilment.annual]", "[over_fulfilment.yearly]", "monitor.edition", ""),
            ("limit = 1.2", "limit = 1.2\nbasis = 1", "standard.key", "$.over_fulfilment.annual"),
            ('basis = "pro_rata"', 'basis = "monthly"', "monitor.edition", "$"),
            ('missed = "red"', 'missed = "undefined"', "standard.type", "$.deadline.missed"),
            ('normal = ["green", "blue"]', 'normal = [["green"]]', "standard.type", "$.dual.normal[0]"),
            ('"已达成"', '"达成"', "monitor.word", "$"),
            ('"已达成"', '"未达成"', "monitor.word", "$"),
            ('"已达成"', '" "', "monitor.word", "$"),
            ('"已达成"', "1", "standard.type", "$.words.green[1]"),
            ("margin = 0.1", "margin = 1", "standard.range", "$"),
        ],
    )
    def test_faults(self, old, new, code, path):
        error = fault(old, new)
        assert (error.code, error.path) == (code, path)
        assert error.explain("zh") != error.explain("en")

    @pytest.mark.parametrize("limit", ["1", "1.05"])
    def test_blue_is_no_worse_than_green(self, limit):
        rules = monitoring_rules()
        green = Limits(parameter("0.6"), parameter("1.05"))
        if limit == "1":
            with pytest.raises(StandardError, match="limits"):
                attrs.evolve(rules, indicators=green, over=parameter(limit))
        else:
            assert attrs.evolve(rules, indicators=green, over=parameter(limit)).over.value == Decimal(limit)

    def test_blue_begins_at_all_of_it(self):
        assert attrs.evolve(monitoring_rules(), over=parameter("1")).over.value == 1
        with pytest.raises(StandardError, match="limits"):
            attrs.evolve(monitoring_rules(), over=parameter("0.99"))

    def test_limits_may_be_one(self):
        one = Limits(parameter("0.6"), parameter("0.6"))
        assert [one.light(Fraction(share, 10)) for share in (5, 6)] == [Light.RED, Light.GREEN]


class TestLights:
    def test_in_words(self):
        assert [light.explain() for light in Light] == ["红灯", "黄灯", "绿灯", "蓝灯"]
        assert [light.explain("en") for light in Light] == ["red", "yellow", "green", "blue"]

    def test_worst_of_none(self):
        with pytest.raises(ValueError, match="empty"):
            worst([])
