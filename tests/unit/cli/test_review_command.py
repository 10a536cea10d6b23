"""`govperf review`: every finding of a file, in three shapes, and an exit code that a script can use."""

import json
from importlib.resources import files

import attrs
import pytest

import govperf as gp
from govperf.model import Findings

DATA = files("govperf") / "data"
PANYU = gp.from_json((DATA / "panyu-emergency-2021.json").read_bytes(), gp.Evaluation)
SOUND = gp.Evaluation(
    "某局", 2023, goals=[gp.Goal("培训", indicators=[gp.Indicator("场次", target="4次", actual="4次")])]
)
SHORT = attrs.evolve(
    SOUND, goals=[gp.Goal("培训", indicators=[gp.Indicator("场次", target="≥4次", actual="3次")])]
)


@pytest.fixture
def file(tmp_path):
    """An evaluation in a file."""

    def write(evaluation, name="form.json"):
        path = tmp_path / name
        path.write_text(gp.to_json(evaluation), encoding="utf-8")
        return str(path)

    return write


class TestShapes:
    def test_text(self, govperf, file):
        code, out, err = govperf("review", file(PANYU))
        assert (code, err) == (1, "")
        assert out == f"【{PANYU.department.name} 2021】{gp.review(PANYU).explain()}\n"

    def test_in_english(self, govperf, file):
        _, out, _ = govperf("review", "--lang", "en", file(PANYU))
        assert gp.review(PANYU).explain("en") in out

    def test_markdown(self, govperf, file):
        _, out, _ = govperf("review", "--markdown", file(attrs.evolve(PANYU, project="专项")))
        assert out.startswith(f"## {PANYU.department.name} 专项 2021\n\n| ")
        assert gp.review(PANYU).markdown() in out

    def test_json_is_file_and_findings(self, govperf, file):
        one, two = file(PANYU, "one.json"), file(SOUND, "two.json")
        _, out, _ = govperf("review", "--json", one, two)
        documents = json.loads(out)
        assert list(documents) == [one, two]
        assert gp.from_dict(documents[one], Findings) == gp.review(PANYU).with_texts()
        assert gp.from_dict(documents[two], Findings) == gp.review(SOUND).with_texts()

    def test_several_files_are_set_apart(self, govperf, file):
        _, out, _ = govperf("review", file(PANYU, "one.json"), file(SOUND, "two.json"))
        assert out.count("【") >= 2
        assert "\n\n【某局 2023 (" in out
        assert f"two.json)】{gp.review(SOUND).explain()}\n" in out

    def test_a_name_cannot_break_markdown(self, govperf, file):
        odd = gp.Evaluation("a](http://x) <script>|", 2023)
        _, out, _ = govperf("review", "--markdown", file(odd))
        assert out.startswith("## a\\](http://x) \\<script\\>\\| 2023\n")

    def test_one_shape_at_a_time(self, govperf, file):
        assert govperf("review", "--json", "--markdown", file(SOUND))[0] == 2


class TestExitCode:
    def test_nothing_found(self, govperf, file):
        assert govperf("review", "--fail-on", "hint", "--only", "targets", file(SOUND))[0] in {0, 1}
        assert govperf("review", file(SOUND))[0] == 0

    @pytest.mark.parametrize(
        ("how", "code"),
        [([], 0), (["--fail-on", "warning"], 0), (["--fail-on", "hint"], 1), (["--fail-on", "never"], 0)],
    )
    def test_is_as_grave_as_was_asked_for(self, govperf, file, how, code):
        assert govperf("review", "--only", "finding.missed", *how, file(SHORT))[0] == code

    def test_an_accepted_finding_does_not_count(self, govperf, file):
        (found,) = gp.review(SHORT, checks=gp.CHECKS.only("finding.missed"))
        accepted = attrs.evolve(SHORT, accepted=[found.accept(reason="疫情停课", by="财务科")])
        code, out, _ = govperf("review", "--only", "finding.missed", "--fail-on", "hint", file(accepted))
        assert code == 0
        assert "疫情停课" in out

    def test_never_even_with_errors(self, govperf, file):
        assert govperf("review", "--fail-on", "never", file(PANYU))[0] == 0


class TestChoice:
    def test_only_and_without(self, govperf, file):
        _, out, _ = govperf(
            "review", "--json", "--only", "identities", "--without", "finding.broken-sum", file(PANYU)
        )
        (found,) = json.loads(out).values()
        assert {one["family"] for one in found["found"]} == {"identities"}
        assert "finding.broken-sum" not in {one["code"] for one in found["found"]}

    def test_standard(self, govperf, file):
        _, out, _ = govperf("review", "--json", "--standard", "MOF-2021-101", file(SHORT))
        assert json.loads(out)[file(SHORT)]["standard"] == "MOF-2021-101"

    def test_previous(self, govperf, file):
        last = file(attrs.evolve(SHORT, year=2022), "last.json")
        _, out, _ = govperf("review", "--json", "--previous", last, file(SHORT))
        expected = gp.review(SHORT, previous=attrs.evolve(SHORT, year=2022))
        assert gp.from_dict(json.loads(out)[file(SHORT)], Findings) == expected.with_texts()


class TestTrouble:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--standard", "MOF-1999-1"], "MOF-1999-1: "),
            (["--previous", "no-such-file.json"], "no-such-file.json: "),
            (["--previous", ""], "govperf: : "),
            (["--only", "finding.mised"], "finding.mised"),
            (["--without", "colour"], "colour"),
        ],
    )
    def test_an_argument_that_is_none(self, govperf, file, arguments, said):
        code, out, err = govperf("review", *arguments, file(SOUND))
        assert (code, out) == (2, "")
        assert said in err
        assert err.count("\n") == 1

    def test_a_bad_file_does_not_lose_the_others(self, govperf, file):
        code, out, err = govperf("review", "no-such-file.json", file(PANYU))
        assert code == 2
        assert "no-such-file.json" in err
        assert PANYU.department.name in out

    def test_a_form_that_the_rule_book_cannot_score_does_not_lose_the_others(self, govperf, file, tmp_path):
        book = tmp_path / "own.toml"
        own = attrs.evolve(gp.standard(), name="某市", aliases=(), extends="")
        text = own.to_toml().replace('[">=", ">", "="]', '[">=", ">"]')
        book.write_text(text, encoding="utf-8")
        exact = attrs.evolve(
            SOUND, goals=[gp.Goal("甲", indicators=[gp.Indicator("乙", target="=4次", actual="4次")])]
        )
        code, out, err = govperf(
            "review", "--standard", str(book), file(exact, "one.json"), file(SOUND, "two.json")
        )
        assert (code, err.count("\n")) == (2, 1)
        assert "one.json" in err
        assert "two.json)】" in out
