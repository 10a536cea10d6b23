"""Checks: made of functions, chosen by code or family, one's own among them."""

import pickle

import attrs
import pytest

import govperf as gp
from govperf.errors import DataError
from govperf.limits import LIMITS
from govperf.messages import MESSAGES
from govperf.model import Figure, Provenance, Severity
from govperf.reviewing import CHECKS, Check, Checks, Form, Hit, check, review

TABLE = gp.Evaluation(
    "某局",
    2023,
    goals=[gp.Goal("宣传", indicators=[gp.Indicator("周报"), gp.Indicator("海报", locator="表3")])],
)


@check(
    "bureau.no-locator",
    "warning",
    zh="{name}：没有出处",
    settle_zh="补上{name}的出处",
    source="本局要求",
)
def no_locator(form):
    for row in form.rows:
        if row.indicator.locator is None:
            yield Hit(row.path, {"name": row.indicator.name}, {f"{row.path}.locator": "—"})


class TestOwn:
    def test_is_found_beside_the_others(self):
        (found,) = review(TABLE, checks=[no_locator])
        assert found.explain() == "周报：没有出处"
        assert found.settle("en") == "补上周报的出处"
        assert (found.code, found.severity, found.family) == ("bureau.no-locator", Severity.WARNING, "own")
        assert found.figures == (Figure("$.goals[0].indicators[0].locator", "—"),)
        assert found.clause.source == "本局要求"
        assert found.clause.provenance is Provenance.CHOICE
        assert found in set(review(TABLE, checks=[*CHECKS, no_locator]))

    def test_a_hit_may_be_graver(self):
        @check("bureau.odd", "hint", en="odd")
        def odd(_):
            yield Hit("$", severity=Severity.ERROR)
            yield Hit("$")

        assert [finding.severity.value for finding in review(TABLE, checks=[odd])] == ["error", "hint"]

    def test_its_findings_can_be_written(self):
        found = review(TABLE, checks=[no_locator])
        assert gp.from_json(gp.to_json(found), type(found)) == found

    def test_braces_of_the_form_are_text(self):
        odd = gp.Evaluation(
            "某局", 2023, goals=[gp.Goal("宣传", indicators=[gp.Indicator("{name.__class__}")])]
        )
        (found,) = review(odd, checks=[no_locator])
        assert found.explain() == "{name.__class__}：没有出处"

    def test_a_name_that_the_hit_does_not_give_is_a_mistake(self):
        @check("bureau.odd", "hint", zh="{name}：{nme}")
        def odd(_):
            yield Hit("$", {"name": "周报"})

        with pytest.raises(DataError, match=r"bureau\.odd.*\{nme\}"):
            review(TABLE, checks=[odd])

    @pytest.mark.parametrize(
        ("code", "texts"), [("", {"zh": "有误"}), (" ", {"zh": "有误"}), ("bureau.odd", {})]
    )
    def test_must_have_a_code_and_a_sentence(self, code, texts):
        with pytest.raises(DataError):
            check(code, "hint", **texts)

    @pytest.mark.parametrize(
        "text", ["{", "}", "{}", "{0}", "{name!r}", "{name:>9}", "{name.x}", "{a[0]}", "{a b}"]
    )
    def test_a_sentence_holds_names_and_nothing_else(self, text):
        with pytest.raises(DataError, match="zh"):
            check("bureau.odd", "hint", zh=text)

    @pytest.mark.parametrize("texts", [{"zh": ""}, {"en": ""}, {"settle_zh": "改正"}])
    def test_an_empty_sentence_is_none(self, texts):
        with pytest.raises(DataError):
            check("bureau.odd", "hint", **texts)

    @pytest.mark.parametrize("texts", [{"zh": None}, {"zh": 1}, {"zh": "有误", "de": "falsch"}])
    def test_a_sentence_is_a_text_in_a_known_language(self, texts):
        with pytest.raises(TypeError):
            check("bureau.odd", "hint", **texts)

    def test_braces_that_are_doubled_are_text(self):
        odd = check("bureau.odd", "hint", zh="{{甲}}")(lambda _: [Hit("$")])
        assert review(TABLE, checks=[odd])[0].explain() == "{甲}"

    @pytest.mark.parametrize(
        ("hits", "error"),
        [
            (None, "is to yield hits, not None"),
            (3, "is to yield hits, not 3"),
            ([Hit(3)], "path"),
        ],
    )
    def test_what_is_no_hit_is_a_mistake(self, hits, error):
        odd = check("bureau.odd", "hint", zh="有误")(lambda _: hits)
        with pytest.raises(TypeError, match=error):
            review(TABLE, checks=[odd])

    def test_a_severity_may_be_a_text(self):
        odd = check("bureau.odd", "hint", zh="有误")(lambda _: [Hit("$", severity="error")])
        assert review(TABLE, checks=[odd])[0].severity is Severity.ERROR
        wrong = check("bureau.odd", "hint", zh="有误")(lambda _: [Hit("$", severity="fatal")])
        with pytest.raises(ValueError, match="fatal"):
            review(TABLE, checks=[wrong])

    @pytest.mark.parametrize("checks", ["weights", [lambda _: ()], [None]])
    def test_what_is_no_check(self, checks):
        with pytest.raises(TypeError, match="Check"):
            review(TABLE, checks=checks)

    def test_very_many_figures_are_cut_and_very_many_findings_counted(self):
        many = {f"$.goals[{i}]": i for i in range(LIMITS.items + 5)}
        one = check("bureau.many", "hint", zh="多")(lambda _: [Hit("$", figures=many)])
        assert len(review(TABLE, checks=[one])[0].figures) == LIMITS.items
        places = [Hit(path) for path in many]
        all_of_them = check("bureau.many", "warning", zh="多")(lambda _: places)
        found = review(TABLE, checks=[all_of_them])
        assert len(found) == LIMITS.items
        assert found[-1].code == "finding.more"
        assert dict(found[-1].details) == {"count": "6"}
        assert found[-1].severity is Severity.WARNING
        exactly = check("bureau.many", "hint", zh="多")(lambda _: places[: LIMITS.items])
        assert "finding.more" not in review(TABLE, checks=[exactly]).counts("code")

    @pytest.mark.parametrize("given", [{"severity": "fatal"}, {"severity": "hint", "provenance": "rumour"}])
    def test_must_be_of_a_known_kind(self, given):
        severity = given.pop("severity")
        with pytest.raises(ValueError, match="is not a valid"):
            check("bureau.odd", severity, zh="有误", **given)(lambda _: ())


class TestChecks:
    def test_a_code_or_a_family_chooses(self):
        assert {one.family for one in CHECKS.only("weights")} == {"weights"}
        (one,) = CHECKS.only("finding.missed")
        assert one.code == "finding.missed"
        without = CHECKS.without("weights", "finding.missed")
        assert {one.code for one in CHECKS} - {one.code for one in without} == {
            "finding.missed",
            *(one.code for one in CHECKS.only("weights")),
        }

    @pytest.mark.parametrize("way", ["only", "without"])
    def test_a_name_that_no_check_bears(self, way):
        with pytest.raises(DataError, match=r"^no check.*'finding\.mised'.*finding\.missed, .*weights"):
            getattr(CHECKS, way)("finding.mised")

    def test_is_a_sequence(self):
        assert isinstance(CHECKS[0], Check)
        assert CHECKS[:2] == Checks(CHECKS.checks[:2])
        assert len(CHECKS) == len(list(CHECKS))

    def test_holds_checks_alone(self):
        with pytest.raises(TypeError, match="Check"):
            Checks([lambda _: ()])

    def test_are_pickled_and_hashed(self):
        assert pickle.loads(pickle.dumps(CHECKS)) == CHECKS  # noqa: S301 - our own bytes
        assert pickle.loads(pickle.dumps([no_locator])) == [no_locator]  # noqa: S301 - our own bytes
        assert len({CHECKS, Checks(CHECKS.checks)}) == 1

    def test_they_show_how_many_they_are(self):
        assert repr(CHECKS[:2]) == "<Checks: 2>"

    def test_none_stands_twice(self):
        codes = [one.code for one in CHECKS]
        assert sorted(set(codes)) == sorted(codes)

    @pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.code)
    def test_each_says_what_it_finds_what_settles_it_and_what_it_rests_on(self, one):
        assert one.code.startswith("finding.")
        assert one.code in MESSAGES
        assert one.code.replace("finding.", "settle.", 1) in MESSAGES
        assert one.clause.source
        assert one.find.__doc__


class TestForm:
    def test_rows_are_those_of_the_form(self):
        form = Form(TABLE, gp.standard())
        assert [row.path for row in form.rows] == [path for path, _ in TABLE.indicators()]
        assert [row.indicator for row in form.rows] == [row for _, row in TABLE.indicators()]
        assert all(row.rate is row.score.rate for row in form.rows)

    def test_everything_is_computed_once(self):
        form = Form(TABLE, gp.standard())
        for name in ("card", "rows", "sums", "suspects", "weighed", "limits"):
            assert getattr(form, name) is getattr(form, name)

    def test_limits_are_those_of_the_book_or_of_the_default_one(self):
        book = gp.standard("MOF-2021-101")
        assert Form(TABLE, book).limits == gp.standard().review
        assert Form(TABLE, attrs.evolve(book, review=None)).limits == gp.standard().review
