"""`govperf score` and `govperf demo`: as JSON, and in English."""

import json
from importlib.resources import files

import pytest

import govperf as gp

DATA = files("govperf") / "data"


@pytest.fixture
def odd(tmp_path):
    """A form without weights, with prose and with units that do not meet."""
    rows = [
        gp.Indicator("甲", target="≥4次", actual="3次"),
        gp.Indicator("乙", target="效果明显", actual="好"),
        gp.Indicator("丙", target="≥4次", actual="3亩"),
    ]
    path = tmp_path / "odd.json"
    form = gp.Evaluation("某局", 2023, goals=[gp.Goal("目标", indicators=rows)])
    path.write_text(gp.to_json(form), encoding="utf-8")
    return str(path)


class TestJson:
    def test_is_the_card_the_rates_and_their_explanation(self, govperf, school):
        code, out, err = govperf("score", "--json", school)
        assert (code, err) == (0, "")
        document = json.loads(out)[school]
        card = gp.evaluate(gp.from_json((DATA / "hainan-school-2023.json").read_bytes(), gp.Evaluation))
        assert gp.from_dict(document["scorecard"], gp.Scorecard) == card
        assert "\n".join(document["explanation"]) == card.explain()
        rate = document["rates"][0]
        assert (rate["name"], rate["shown"]) == ("资助人数", "19.23%")
        assert gp.from_dict(rate["rate"], gp.CompletionRate) == card.scores[0].rate

    def test_a_rate_that_is_none_says_why(self, govperf, odd):
        _, out, _ = govperf("score", "--json", "--lang", "en", odd)
        some, prose, units = json.loads(out)[odd]["rates"]
        assert some["shown"] == "75.00%"
        assert (prose["shown"], prose["rate"]["code"]) == (None, "undefined.target-text")
        assert units["shown"] is None
        assert units["explanation"]

    def test_of_a_bad_file_has_the_others(self, govperf, school):
        code, out, err = govperf("score", "--json", "no.json", school)
        assert code == 2
        assert list(json.loads(out)) == [school]
        assert err == "govperf: no.json: 文件不存在\n"

    def test_of_the_demo_is_by_name(self, govperf):
        documents = json.loads(govperf("demo", "--json")[1])
        assert list(documents) == [
            "guangzhou-emergency-2020",
            "panyu-emergency-2021",
            "hainan-school-2023",
        ]
        assert all("scorecard" in document for document in documents.values())

    def test_standard(self, govperf, school):
        _, out, _ = govperf("score", "--json", "--standard", "MOF-2021-101", school)
        assert json.loads(out)[school]["scorecard"]["standard"] == "MOF-2021-101"


class TestEnglish:
    def test_report(self, govperf, school):
        _, out, _ = govperf("score", "--lang", "en", school)
        report = gp.report(
            gp.from_json((DATA / "hainan-school-2023.json").read_bytes(), gp.Evaluation), lang="en"
        )
        assert out == report + "\n"
        assert "\n1. budget\n" in out

    def test_demo(self, govperf):
        assert "grade “good”" in govperf("demo", "--lang", "en")[1]
