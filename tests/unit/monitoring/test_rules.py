"""Rules of monitoring are data: read strictly, each with its source, and refused where they mean nothing."""

from decimal import Decimal
from fractions import Fraction
from importlib.resources import files

import attrs
import pytest

from govperf.errors import StandardError, StandardErrors
from govperf.monitoring import Light, LightLimits, loads_rules, monitoring_rules
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
            "dual_more",
            "execution",
            "indicators",
            "levels",
            "over_fulfilment",
            "publication",
            "self_evaluation",
            "words",
            "words_more",
        }
        assert all(clause.source for _, clause in rules.clauses)

    def test_how_sure(self):
        sure = {name: clause.provenance.value for name, clause in monitoring_rules().clauses}
        assert sure["execution"] == sure["indicators"] == sure["dual"] == sure["self_evaluation"] == "in use"
        assert sure["publication"] == "verified"
        assert sure["words"] == "in use"
        assert sure["deadline"] == sure["approximation"] == "choice"
        assert sure["words_more"] == sure["dual_more"] == "choice"

    def test_what_is_in_use_is_no_more_than_that(self):
        """The longer words, and blue as a normal light, are choices, and may be left out."""
        start, end = TEXT.index("[words_more]"), TEXT.index("[dual]")
        more, after = TEXT.index("[dual_more]"), TEXT.index("[self_evaluation]")
        rules = loads_rules(TEXT[:start] + TEXT[end:more] + TEXT[after:])
        assert rules.words == (("达成", Light.GREEN), ("部分达成", Light.YELLOW), ("未达成", Light.RED))
        assert rules.normal == {Light.GREEN}
        assert monitoring_rules().words[:3] == rules.words
        assert monitoring_rules().normal == {Light.GREEN, Light.BLUE}

    def test_choices(self):
        rules = monitoring_rules()
        assert rules.choice("execution") == ""
        assert "ranges" in rules.choice("indicators")
        assert "missing" in rules.choice("self_evaluation")
        with pytest.raises(KeyError):
            rules.choice("weights")

    def test_unknown_table(self):
        with pytest.raises(KeyError):
            monitoring_rules().clause("weights")

    def test_hashable(self):
        assert hash(monitoring_rules()) == hash(loads_rules(TEXT))


class TestFingerprint:
    def test_same_numbers(self):
        assert monitoring_rules().fingerprint == loads_rules(TEXT).fingerprint
        renamed = changed('name = "MONITORING"', 'name = "OURS"').replace("yellow = 0.6", "yellow = 0.60")
        assert loads_rules(renamed).fingerprint == monitoring_rules().fingerprint
        shuffled = changed("months = [2, 4, 6, 8, 10, 12]", "months = [4, 2, 6, 8, 10, 12]")
        assert loads_rules(shuffled).fingerprint == monitoring_rules().fingerprint

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("months = [2, 4,", "months = [4,"),
            ("yellow = 0.6", "yellow = 0.61"),
            ("green = 0.8", "green = 0.81"),
            ('without_rate = "red"', 'without_rate = "undefined"'),
            ('without_rate = "yellow"', 'without_rate = "red"'),
            ("limit = 1.2", "limit = 1.3"),
            ('basis = "pro_rata"', 'basis = "annual"'),
            ('missed = "red"', 'missed = "yellow"'),
            ('green = ["达成"]', 'green = ["完成"]'),
            ('normal = ["blue"]', 'normal = ["yellow"]'),
            ("deviation = 0.05", "deviation = 0.06"),
            ("unspent = 0.2", "unspent = 0.3"),
            ("margin = 0.1", "margin = 0.2"),
        ],
    )
    def test_other_numbers(self, old, new):
        assert loads_rules(changed(old, new)).fingerprint != monitoring_rules().fingerprint

    def test_limits_of_indicators(self):
        where = TEXT.index("[indicators]")
        text = TEXT[:where] + TEXT[where:].replace("yellow = 0.6", "yellow = 0.5", 1)
        assert loads_rules(text).fingerprint != monitoring_rules().fingerprint

    def test_editions(self):
        assert monitoring_rules("pro_rata").fingerprint != monitoring_rules().fingerprint


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
            ("months = [2, 4, 6, 8, 10, 12]", "months = [2, 0]", "standard.range", "$.publication.months[1]"),
            ("months = [2, 4, 6, 8, 10, 12]", "months = [13]", "standard.range", "$.publication.months[0]"),
            ("months = [2, 4, 6, 8, 10, 12]", "months = ['2']", "standard.type", "$.publication.months[0]"),
            ("months = [2, 4, 6, 8, 10, 12]", "months = [true]", "standard.type", "$.publication.months[0]"),
            ("months = [2, 4, 6, 8, 10, 12]", "months = [2, 2]", "data.twice", "$.publication.months[1]"),
            ("months = [2, 4, 6, 8, 10, 12]", "months = 2", "standard.type", "$.publication.months"),
            ("yellow = 0.6", "yellow = 0.9", "monitor.limits", "$.execution"),
            ("yellow = 0.6", "yellow = -1", "standard.range", "$.execution.yellow"),
            ("yellow = 0.6", "yellow = nan", "standard.range", "$.execution.yellow"),
            ("yellow = 0.6", "yellow = '0.6'", "standard.type", "$.execution.yellow"),
            ('without_rate = "red"', 'without_rate = "amber"', "standard.choice", "$.execution.without_rate"),
            ("limit = 1.2", "limit = 0.9", "monitor.limits", "$.over_fulfilment.annual.limit"),
            ("[over_fulfilment.annual]", "[over_fulfilment.yearly]", "monitor.edition", "$.over_fulfilment"),
            ("[over_fulfilment.annual]", "[[over_fulfilment]]", "standard.type", "$.over_fulfilment"),
            ("limit = 1.2", "limit = 1.2\nbasis = 1", "standard.key", "$.over_fulfilment.annual"),
            ('basis = "pro_rata"', 'basis = "monthly"', "standard.choice", "$.levels.basis"),
            ('missed = "red"', 'missed = "undefined"', "standard.choice", "$.deadline.missed"),
            ('normal = ["green"]', 'normal = [["green"]]', "standard.type", "$.dual.normal[0]"),
            ('"已达成"', '"达成"', "monitor.word", "$.words"),
            ('"已达成"', '"未达成"', "monitor.word", "$.words"),
            ('"已达成"', '" "', "monitor.word", "$.words"),
            ('"已达成"', "1", "standard.type", "$.words_more.green[0]"),
            ("margin = 0.1", "margin = 1", "standard.range", "$.approximation.margin"),
            ("margin = 0.1", 'margin = 0.1\nchoice = ""', "standard.type", "$.approximation.choice"),
        ],
    )
    def test_faults(self, old, new, code, path):
        error = fault(old, new)
        assert (error.code, error.path) == (code, path)
        assert error.explain("zh") != error.explain("en")

    def test_a_fault_has_its_line(self):
        error = fault("margin = 0.1", "margin = 1")
        line = TEXT[: TEXT.index("margin = 0.1")].count("\n") + 1
        assert f"line {line}" in error.explain("en")

    def test_all_faults_at_once(self):
        text = changed("months = [2, 4, 6, 8, 10, 12]", "months = ['2']")
        for old, new in [
            ("yellow = 0.6", "yellow = 0.9"),
            ("limit = 1.2", "limits = 1.2"),
            ('basis = "pro_rata"', 'basis = "monthly"'),
            ('normal = ["green"]', 'normal = ["amber"]'),
        ]:
            text = text.replace(old, new, 1)
        with pytest.raises(StandardErrors) as caught:
            loads_rules(text)
        assert [one.path for one in caught.value.exceptions] == [
            "$.publication.months[0]",
            "$.execution",
            "$.over_fulfilment.annual",
            "$.levels.basis",
            "$.dual.normal[0]",
        ]

    def test_all_that_does_not_fit_together_at_once(self):
        text = changed("months = [2, 4, 6, 8, 10, 12]", "months = [2, 2, 13]").replace(
            "margin = 0.1", "margin = 1"
        )
        with pytest.raises(StandardErrors) as caught:
            loads_rules(text.replace("limit = 1.2", "limit = 0.9").replace('"已达成"', '"达成"'))
        assert [one.code for one in caught.value.exceptions] == [
            "data.twice",
            "standard.range",
            "monitor.limits",
            "monitor.word",
            "standard.range",
        ]

    @pytest.mark.parametrize(
        ("fields", "code", "path"),
        [
            ({"edition": "monthly"}, "monitor.edition", "over_fulfilment"),
            ({"levels": "monthly"}, "standard.choice", "levels.basis"),
        ],
    )
    def test_bases_of_rules_that_are_made(self, fields, code, path):
        with pytest.raises(StandardError) as caught:
            attrs.evolve(monitoring_rules(), **fields)
        assert (caught.value.code, caught.value.path) == (code, path)

    @pytest.mark.parametrize("limit", ["1", "1.05"])
    def test_blue_is_no_worse_than_green(self, limit):
        rules = monitoring_rules()
        green = LightLimits(parameter("0.6"), parameter("1.05"))
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
        one = LightLimits(parameter("0.6"), parameter("0.6"))
        assert [one.light(Fraction(share, 10)) for share in (5, 6)] == [Light.RED, Light.GREEN]


class TestLights:
    def test_in_words(self):
        assert [light.explain() for light in Light] == ["红灯", "黄灯", "绿灯", "蓝灯"]
        assert [light.explain("en") for light in Light] == ["red", "yellow", "green", "blue"]

    def test_worst_of_none(self):
        with pytest.raises(ValueError, match="empty"):
            worst([])
