"""`govperf standards` and `govperf schema`."""

import json

import attrs
import pytest

import govperf as gp
from govperf.standards import loads, standard_names


class TestStandards:
    def test_are_listed(self, govperf):
        code, out, err = govperf("standards")
        assert (code, err) == (0, "")
        assert [line.split()[0] for line in out.splitlines()[2:]] == list(standard_names())
        assert gp.standard("MOF-2021-101").title in out

    def test_in_english(self, govperf):
        _, out, _ = govperf("standards", "--lang", "en")
        assert gp.standard("MOF-2021-101").english in out

    def test_json(self, govperf):
        _, out, _ = govperf("standards", "--json")
        books = json.loads(out)
        assert [book["name"] for book in books] == list(standard_names())
        assert books[0]["fingerprint"] == gp.standard().fingerprint
        assert list(books[0]) == [
            *("name", "title", "english", "extends", "taxonomy", "fingerprint", "aliases", "rules")
        ]

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_one_is_described(self, govperf, lang):
        _, out, _ = govperf("standards", "MOF-2021-101", "--lang", lang)
        assert out == gp.standard("MOF-2021-101").describe(lang).rstrip("\n") + "\n"

    def test_one_as_json(self, govperf):
        _, out, _ = govperf("standards", "财预〔2020〕10号", "--json")
        book = json.loads(out)
        assert (book["name"], book["description"]) == ("MOF-2020-10", gp.standard().describe())

    def test_one_as_toml(self, govperf):
        _, out, _ = govperf("standards", "MOF-2020-10", "--toml")
        assert loads(out) == gp.standard()

    def test_a_file(self, govperf, tmp_path):
        path = tmp_path / "own.toml"
        own = attrs.evolve(gp.standard(), name="某市", aliases=(), extends="")
        path.write_text(own.to_toml(), encoding="utf-8")
        assert govperf("standards", str(path))[1].startswith("# 评分标准某市\n")

    @pytest.mark.parametrize("name", ["MOF-1999-1", "none.toml"])
    def test_that_is_none(self, govperf, name):
        code, out, err = govperf("standards", name)
        assert (code, out) == (2, "")
        assert err.startswith(f"govperf: {name}: ")

    def test_one_that_a_package_brings_wrong_does_not_lose_the_others(self, govperf, monkeypatch):
        monkeypatch.setattr("govperf.standards.standard_names", lambda: ("MOF-2020-10", "brought"))
        code, out, err = govperf("standards")
        assert code == 2
        assert "MOF-2020-10" in out
        assert err.startswith("govperf: brought: ")


class TestSchema:
    def test_kinds_are_listed(self, govperf):
        kinds = govperf("schema")[1].splitlines()
        assert {"evaluation", "scorecard", "findings"} <= set(kinds)
        assert kinds == sorted(kinds)
        assert json.loads(govperf("schema", "--json")[1]) == kinds

    @pytest.mark.parametrize(
        ("name", "cls"),
        [("evaluation", gp.Evaluation), ("scorecard", gp.Scorecard), ("budget_line", gp.BudgetLine)],
    )
    def test_of_a_kind(self, govperf, name, cls):
        code, out, err = govperf("schema", name)
        assert (code, err) == (0, "")
        assert json.loads(out) == gp.json_schema(cls)

    def test_of_none(self, govperf):
        code, out, err = govperf("schema", "form")
        assert (code, out) == (2, "")
        assert "evaluation" in err
