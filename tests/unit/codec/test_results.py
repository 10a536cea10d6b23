"""What govperf computed goes to JSON and back; where several classes may stand, an object says its own."""

import json
from fractions import Fraction
from typing import ClassVar

import pytest

import govperf as gp
from govperf.errors import DataErrors, InputError
from govperf.model import Acceptance, Clause, Figure, Findings, Provenance

UNDEFINED = {"type": "undefined", "code": "undefined.total", "details": {"count": "1", "of": "2"}}
COMPLETION = {
    "type": "completion_rate",
    "exact": "18/19",
    "met": False,
    "terms": ["90%", "95%"],
    "approximation": "about",
    "notes": [{"code": "note.operator-inferred", "details": {"operator": "≥"}}],
}
SCORE = {
    "schema": 1,
    "name": "周报",
    "points": "15.79",
    "full": 20,
    "rule": "proportional",
    "rate": COMPLETION,
    "share": "18/19",
    "standard": "MOF-2020-10",
}

FIGURE = Figure("$.budget.executed", "3万元")
ACCEPTANCE = Acceptance(
    "finding.missed", "$.goals[0]", reason="疫情停课", by="财务科", date="2023-12", figures=[FIGURE]
)
FINDING = gp.Finding(
    "finding.missed",
    gp.Severity.HINT,
    "$.goals[0]",
    {"name": "周报", "rate": "94.23%"},
    figures=[FIGURE],
    family="targets",
    clause=Clause(Provenance.CHOICE, "自有规则"),
    texts={"zh": "未达到"},
    accepted=ACCEPTANCE,
)


def read(**changes):
    return gp.from_json(json.dumps(SCORE | changes), gp.Score)


def fault(**changes):
    """Code and path of the one fault."""
    with pytest.raises(InputError) as caught:
        read(**changes)
    assert not isinstance(caught.value, DataErrors), caught.value.exceptions
    return caught.value.code, caught.value.path


def ids(value):
    return ascii(value)[:60] if isinstance(value, dict) else None


def written(value):
    return json.loads(gp.to_json(value))


class TestScore:
    def test_it_is_read(self):
        score = read()
        assert (score.points, score.full, score.share) == (gp.parse_number("15.79"), 20, Fraction(18, 19))
        notes = (gp.Note("note.operator-inferred", {"operator": "≥"}),)
        about = gp.Approximation.ABOUT
        assert score.rate == gp.CompletionRate(Fraction(18, 19), met=False, approximation=about, notes=notes)
        assert score.rate.terms == ("90%", "95%")

    def test_it_is_written_as_read(self):
        assert written(read()) == SCORE | {"full": "20"}

    @pytest.mark.parametrize(
        ("rate", "cls"),
        [
            ({"type": "rate", "exact": "3"}, gp.Rate),
            (COMPLETION, gp.CompletionRate),
            (UNDEFINED, gp.Undefined),
        ],
        ids=["rate", "completion rate", "undefined"],
    )
    def test_the_tag_says_the_class(self, rate, cls):
        score = read(rate=rate)
        assert type(score.rate) is cls
        assert written(score)["rate"] == rate

    @pytest.mark.parametrize("name", ["points", "full", "share", "rate"])
    def test_each_figure_may_be_undefined(self, name):
        score = read(**{name: UNDEFINED})
        assert getattr(score, name) == gp.Undefined("undefined.total", {"count": 1, "of": 2})
        assert written(score)[name] == UNDEFINED


class TestWay:
    """What a score says of the way to it."""

    FIELDS: ClassVar = {
        "path": "$.goals[0].indicators[2]",
        "category": ["产出", "质量"],
        "target": "≥95%",
        "actual": "90%",
        "measure": "actual",
        "shown": "90%",
        "figure": "9/10",
        "minus": "1/3",
        "award": {"points": "15", "level": "部分达成", "reason": "缺验收", "by": "专家组"},
        "corrections": [{"points": "-0.5", "reason": "逾期", "by": "审核组"}],
        "within": ["12.00", "15.79"],
        "applicable": False,
        "clause": {"provenance": "in use", "source": "表注"},
        "digits": 3,
        "mode": "half_even",
    }

    def test_it_comes_back(self):
        score = read(**self.FIELDS)
        assert (score.minus, score.within) == (Fraction(1, 3), (12, gp.parse_number("15.79")))
        assert score.clause.provenance.value == "in use"
        assert written(score) == SCORE | {"full": "20"} | self.FIELDS
        assert gp.from_json(gp.to_json(score), gp.Score).trace() == score.trace()

    @pytest.mark.parametrize("name", FIELDS)
    def test_what_is_the_default_is_left_out(self, name):
        assert name not in written(read())
        assert name in written(read(**{name: self.FIELDS[name]}))

    @pytest.mark.parametrize("name", ["award", "within", "clause"])
    def test_null_is_nothing(self, name):
        assert read(**{name: None}) == read()

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"within": ["12"]}, "data.count", "$.within"),
            ({"within": ["12", "13", "14"]}, "data.count", "$.within"),
            ({"within": "12～13"}, "data.type", "$.within"),
            ({"within": ["12", 13.5]}, "data.float", "$.within"),
            ({"within": [None, "13"]}, "data.type", "$.within"),
            ({"applicable": 1}, "data.type", "$.applicable"),
            ({"applicable": None}, "data.type", "$.applicable"),
            ({"digits": -1}, "data.digits", "$.digits"),
            ({"digits": 35}, "data.digits", "$.digits"),
            ({"digits": True}, "data.type", "$.digits"),
            ({"mode": "half_down"}, "data.choice", "$.mode"),
            ({"clause": {"provenance": "IN_USE", "source": ""}}, "data.choice", "$.clause.provenance"),
            ({"clause": {"provenance": "choice"}}, "data.missing", "$.clause.source"),
            ({"clause": "choice"}, "data.type", "$.clause"),
            ({"award": {"by": "专家组"}}, "data.award", "$.award.points"),
            ({"corrections": [{"points": "1", "reason": ""}]}, "data.empty", "$.corrections[0].reason"),
            ({"minus": 0.5}, "data.type", "$.minus"),
        ],
        ids=ids,
    )
    def test_faults(self, changes, code, path):
        assert fault(**changes) == (code, path)

    @pytest.mark.parametrize("digits", [0, 34])
    def test_digits(self, digits):
        assert read(digits=digits).digits == digits


class TestFaults:
    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"rate": {"exact": "1"}}, "data.missing", "$.rate.type"),
            ({"rate": {}}, "data.missing", "$.rate.type"),
            ({"rate": {"type": "grade", "exact": "1"}}, "data.choice", "$.rate.type"),
            ({"rate": {"type": 1, "exact": "1"}}, "data.type", "$.rate.type"),
            ({"rate": {"type": None, "exact": "1"}}, "data.type", "$.rate.type"),
            ({"rate": {"type": ["rate"], "exact": "1"}}, "data.type", "$.rate.type"),
            ({"rate": {"type": "rate", "exact": "1", "met": True}}, "data.key", "$.rate"),
            ({"rate": {"type": "rate"}}, "data.missing", "$.rate.exact"),
            ({"rate": {"type": "completion_rate", "exact": "1"}}, "data.missing", "$.rate.met"),
            ({"rate": "94%"}, "data.type", "$.rate"),
            ({"rate": None}, "data.type", "$.rate"),
            ({"rate": [COMPLETION]}, "data.type", "$.rate"),
            ({"points": {"type": "rate", "exact": "1"}}, "data.choice", "$.points.type"),
            ({"points": {}}, "data.type", "$.points"),
            ({"points": {"exact": "1"}}, "data.type", "$.points"),
            ({"points": None}, "data.type", "$.points"),
            ({"points": 15.79}, "data.float", "$.points"),
            ({"points": True}, "data.type", "$.points"),
            ({"points": 10**34}, "quantity.digits", "$.points"),
            ({"points": "十五分"}, "numeral.trailing", "$.points"),
            ({"share": "18/0"}, "data.fraction", "$.share"),
            ({"share": "1/00"}, "data.fraction", "$.share"),
            ({"share": "1/-2"}, "data.fraction", "$.share"),
            ({"share": "+1"}, "data.fraction", "$.share"),
            ({"share": " 1"}, "data.fraction", "$.share"),
            ({"share": "1\n"}, "data.fraction", "$.share"),
            ({"share": "１/２"}, "data.fraction", "$.share"),
            ({"share": "1_0"}, "data.fraction", "$.share"),
            ({"share": "0.5"}, "data.fraction", "$.share"),
            ({"share": ""}, "data.fraction", "$.share"),
            ({"share": "9" * 1001}, "limit.chars", "$.share"),
            ({"share": 10**64}, "limit.chars", "$.share"),
            ({"share": 0.5}, "data.type", "$.share"),
            ({"notes": {}}, "data.type", "$.notes"),
            ({"notes": [UNDEFINED]}, "data.key", "$.notes[0]"),
            ({"type": "score"}, "data.key", "$"),
        ],
        ids=ids,
    )
    def test_have_a_path(self, changes, code, path):
        assert fault(**changes) == (code, path)

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"met": 1}, "data.type", "$.rate.met"),
            ({"approximation": "EXACT"}, "data.choice", "$.rate.approximation"),
            ({"terms": ["90%"]}, "data.count", "$.rate.terms"),
            ({"terms": "90%"}, "data.type", "$.rate.terms"),
            ({"terms": ["90%", 95]}, "data.type", "$.rate.terms"),
            ({"notes": [{"code": 5}]}, "data.type", "$.rate.notes[0].code"),
        ],
        ids=ids,
    )
    def test_of_a_completion_rate(self, changes, code, path):
        assert fault(rate=COMPLETION | changes) == (code, path)

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"code": None}, "data.type", "$.points.code"),
            ({"details": []}, "data.type", "$.points.details"),
            ({"details": {"count": 1}}, "data.type", "$.points.details.count"),
            ({"details": {"\u202e": 1}}, "data.type", "$.points.details"),
            ({"details": {"k" * 65: 1}}, "data.type", "$.points.details"),
            ({"details": {"\ud800": ""}}, "data.unicode", "$.points.details"),
            ({"details": {"a": "\ud800"}}, "data.unicode", "$.points.details.a"),
        ],
        ids=ids,
    )
    def test_of_what_is_undefined(self, changes, code, path):
        assert fault(points=UNDEFINED | changes) == (code, path)

    def test_an_unknown_tag_names_the_known(self):
        with pytest.raises(InputError, match="'grade' is none of completion_rate, rate, undefined"):
            read(rate={"type": "grade"})

    def test_a_double_key_in_a_tagged_object(self):
        text = json.dumps(SCORE).replace('"exact"', '"type": "rate", "exact"')
        with pytest.raises(InputError, match=r"\$\.rate: 'type' stands twice"):
            gp.from_json(text, gp.Score)

    def test_a_double_key_in_details(self):
        text = json.dumps(SCORE).replace('{"operator"', '{"operator": "", "operator"')
        with pytest.raises(InputError, match=r"\$\.rate\.notes\[0\]\.details: 'operator' stands twice"):
            gp.from_json(text, gp.Score)

    @pytest.mark.parametrize("share", ["18/19", "36/38", "018/019", 18, "18", "-1/2", 0, "10/05"], ids=repr)
    def test_a_fraction_is_reduced(self, share):
        assert read(share=share).share == Fraction(share)


class TestScorecard:
    TABLE = gp.Evaluation(
        gp.Department("某局"),
        2023,
        budget=gp.Budget(2023, original="9万元", adjusted="9万元", executed="8万元"),
        goals=[gp.Goal("甲", indicators=[gp.Indicator("周报", target="≥52期", actual="49期", weight=90)])],
    )

    def test_it_comes_back(self):
        card = gp.evaluate(self.TABLE)
        again = gp.from_json(gp.to_json(card), gp.Scorecard)
        assert again == card
        assert again.explain() == card.explain()
        assert again.grade == card.grade

    def test_a_grade_says_so(self):
        assert written(gp.evaluate(self.TABLE))["grade"]["type"] == "grade"

    def test_without_figures_it_comes_back_undefined(self):
        card = gp.evaluate(gp.Evaluation(gp.Department("某局"), 2023))
        assert written(card)["total"]["type"] == "undefined"
        assert gp.from_json(gp.to_json(card), gp.Scorecard) == card


@pytest.mark.parametrize(
    "value",
    [
        gp.Rate(Fraction(-1, 3), terms=("1", "-3")),
        gp.CompletionRate(Fraction(2), met=True),
        gp.Undefined("undefined.total", {"count": 1}),
        gp.Note("note.operator-inferred"),
        gp.Grade("优", "excellent", gp.parse_number("90")),
        FIGURE,
        ACCEPTANCE,
        FINDING,
        Findings([FINDING], "MOF-2020-10"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_result_alone(value):
    again = gp.from_json(gp.to_json(value), type(value))
    assert again == value
    assert gp.to_json(again) == gp.to_json(value)


def test_a_finding_without_the_newer_keys_is_read():
    old = '{"schema": 1, "code": "finding.missed", "severity": "hint", "path": "$", "details": {}}'
    assert gp.from_json(old, gp.Finding) == gp.Finding("finding.missed", gp.Severity.HINT, "$")


def test_an_evaluation_keeps_what_was_accepted():
    evaluation = gp.Evaluation("某局", 2023, accepted=[ACCEPTANCE])
    assert written(evaluation)["accepted"][0]["figures"] == [{"path": "$.budget.executed", "value": "3万元"}]
    assert gp.from_json(gp.to_json(evaluation), gp.Evaluation) == evaluation


def test_alone_it_needs_no_tag():
    assert written(gp.Rate(Fraction(1, 3))) == {"schema": 1, "exact": "1/3"}
    with pytest.raises(InputError, match="unknown key 'type'"):
        gp.from_json('{"schema": 1, "type": "rate", "exact": "1/3"}', gp.Rate)


def test_a_result_of_another_class_is_not_written():
    with pytest.raises(TypeError, match="expected CompletionRate or Rate or Undefined, not str"):
        gp.to_json(gp.Score(**{**vars_of(read()), "rate": "94%"}))


def vars_of(score):
    return {name: getattr(score, name) for name in SCORE if name != "schema"}


def test_a_code_from_outside_is_no_template():
    remark = gp.from_json('{"schema": 1, "code": "{0.__class__} {x", "details": {}}', gp.Undefined)
    assert remark.explain() == "{0.__class__} {x"
