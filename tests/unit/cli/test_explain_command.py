"""`govperf explain`: a code in words, the way to each point of a form, or of two cells."""

import json

import pytest

import govperf as gp


class TestCodes:
    def test_of_a_finding(self, govperf):
        code, out, err = govperf("explain", "finding.missed")
        assert (code, err) == (0, "")
        (check,) = gp.CHECKS.only("finding.missed")
        for said in ("审核发现", "提示", check.family, "说明（或核实）偏差原因及改进措施", "未达到指标值"):
            assert said in out

    @pytest.mark.parametrize("name", ["missed", "finding.missed"])
    def test_json_is_a_record_each(self, govperf, name):
        _, out, _ = govperf("explain", "--json", "--lang", "en", name)
        (record,) = json.loads(out)
        assert list(record) == [
            *("code", "kind", "sentence", "severity", "family", "settle", "source", "provenance")
        ]
        assert (record["code"], record["kind"], record["severity"]) == ("finding.missed", "finding", "hint")

    def test_of_every_check(self, govperf):
        codes = [check.code for check in gp.CHECKS]
        code, out, _ = govperf("explain", "--json", *codes)
        assert code == 0
        assert [record["code"] for record in json.loads(out)] == codes
        assert all(record["family"] for record in json.loads(out))

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("numeral.grouping", "error"),
            ("undefined.target-text", "undefined"),
            ("note.operator-inferred", "note"),
            ("rule.awarded", "rule"),
            ("finding.not-a-check", None),
        ],
    )
    def test_of_another_kind(self, govperf, monkeypatch, name, kind):
        monkeypatch.setitem(gp.errors.message.__globals__["MESSAGES"], "finding.not-a-check", ("odd", "怪"))
        code, out, _ = govperf("explain", "--json", name)
        (record,) = json.loads(out)
        assert code == 0
        assert record["kind"] == (kind or "finding")
        assert "severity" not in record

    def test_of_several(self, govperf):
        _, out, _ = govperf("explain", "missed", "numeral.grouping")
        assert "\n\nnumeral.grouping\n" in out

    @pytest.mark.parametrize("name", ["proportional", "rule.proportional"])
    def test_of_a_rule_is_what_the_rule_book_says(self, govperf, name):
        code, out, _ = govperf("explain", name)
        assert code == 0
        assert out.startswith("rule.proportional (MOF-2020-10)\n按完成比例计分（proportional）\n")
        assert "\n## " not in out
        assert "\\" not in out

    def test_of_a_rule_of_another_rule_book(self, govperf):
        assert govperf("explain", "satisfaction")[0] == 2
        code, out, _ = govperf("explain", "satisfaction", "--standard", "MOF-2021-101", "--json")
        assert code == 0
        assert json.loads(out)[0]["standard"] == "MOF-2021-101"

    def test_every_rule_has_its_own_words(self, govperf):
        names = [rule.name for rule in gp.standard("MOF-2021-101").rules]
        _, out, _ = govperf("explain", "--json", "--standard", "MOF-2021-101", *names)
        heads = [record["description"].partition("\n")[0] for record in json.loads(out)]
        assert all(name in head for name, head in zip(names, heads, strict=True))

    @pytest.mark.parametrize(
        ("name", "said"), [("finding.mised", "finding.missed"), ("zzzzzz", "…"), ("place.goals", "相近的有")]
    )
    def test_that_nobody_knows(self, govperf, name, said):
        code, out, err = govperf("explain", name)
        assert (code, out) == (2, "")
        assert said in err


class TestFiles:
    def test_every_score_with_its_steps(self, govperf, school):
        code, out, err = govperf("explain", school)
        assert (code, err) == (0, "")
        assert "资助人数：20 × 10 ÷ 52" in out
        assert "\n  3. 完成率：19.23% = 5/26\n" in out
        assert "等级“差”" in out.splitlines()[-1]

    def test_in_english(self, govperf, school):
        _, out, _ = govperf("explain", "--lang", "en", school)
        assert "  3. completion rate: 19.23% = 5/26" in out

    def test_one_indicator(self, govperf, school):
        _, out, _ = govperf("explain", school, "--indicator", "困难")
        assert "困难教师：" in out
        assert "资助人数" not in out
        assert "等级" not in out

    def test_several_files(self, govperf, school):
        _, out, _ = govperf("explain", school, school)
        assert "\n\n【海南省属中学 学生事务补助 2023】\n" in out

    def test_no_such_indicator(self, govperf, school):
        code, out, err = govperf("explain", school, "--indicator", "无此")
        assert (code, out) == (2, "")
        assert err.endswith("没有名称含有“无此”的指标\n")

    def test_standard_input(self, govperf, school, stdin):
        with open(school, "rb") as file:  # noqa: PTH123 - as it is
            stdin(file.read())
        assert govperf("explain", "-")[1] == govperf("explain", school)[1]

    @pytest.mark.parametrize("name", ["no.json", "a/b", "无"])
    def test_that_are_none(self, govperf, name):
        assert govperf("explain", name) == (2, "", f"govperf: {name}: 文件不存在\n")

    def test_json_has_each_step_as_data(self, govperf, school):
        _, out, _ = govperf("explain", "--json", school)
        (document,) = json.loads(out).values()
        assert list(document) == ["standard", "scores", "total"]
        score = document["scores"][1]
        assert (score["name"], score["points"]) == ("资助人数", "3.85")
        assert score["steps"][2]["details"]["exact"] == "5/26"
        assert document["total"][-1]["code"] == "trace.grade"

    def test_json_of_one_indicator_has_no_total(self, govperf, school):
        _, out, _ = govperf("explain", "--json", school, "--indicator", "困难")
        (document,) = json.loads(out).values()
        assert list(document) == ["standard", "scores"]

    def test_standard(self, govperf, school):
        _, out, _ = govperf("explain", "--json", "--standard", "MOF-2021-101", school)
        assert next(iter(json.loads(out).values()))["standard"] == "MOF-2021-101"
        code, out, err = govperf("explain", "--standard", "none", school)
        assert (code, out) == (2, "")
        assert err.startswith("govperf: none: ")


class TestCells:
    def test_the_way_to_the_points(self, govperf):
        arguments = ("explain", "--target", "≥95%", "--actual", "75%", "--weight", "20")
        code, out, err = govperf(*arguments)
        assert (code, err) == (0, "")
        assert out.startswith("指标：20 × 75% ÷ 95%")
        assert "得 15.79" in out or "取 15.79 分" in out
        assert govperf(*arguments, "--lang", "en")[1].startswith("the indicator: 20 × 75% ÷ 95%")

    def test_json(self, govperf):
        _, out, _ = govperf("explain", "--json", "--target", "≥95%", "--actual", "75%", "--weight", "20")
        assert json.loads(out)["points"] == "15.79"

    def test_without_points_says_why(self, govperf):
        code, out, _ = govperf("explain", "--json", "--target", "≥95%", "--actual", "75%")
        assert code == 0
        assert json.loads(out)["points"] is None

    def test_year(self, govperf):
        arguments = ("explain", "--json", "--target", "12月底前", "--actual", "11月30日", "--weight", "10")
        assert json.loads(govperf(*arguments)[1])["points"] is None
        assert json.loads(govperf(*arguments, "--year", "2022")[1])["points"] == "10.00"

    @pytest.mark.parametrize(
        "arguments", [["--target", "≥60条", "--actual", "3亩", "--weight", "1"], ["--weight", "x"]]
    )
    def test_that_cannot_be(self, govperf, arguments):
        code, out, err = govperf("explain", *arguments)
        assert (code, out) == (2, "")
        assert err.startswith("govperf: explain: ")
