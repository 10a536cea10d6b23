"""`govperf convert`: amounts in another unit."""

import json

import pytest


class TestText:
    @pytest.mark.parametrize(
        ("arguments", "out"),
        [
            (["3.53万㎡", "亩"], "3.53万平方米 = 52.95亩\n"),
            (["1亩", "公顷"], "1亩 ≈ 0.06666666666666666666666666666666667公顷\n"),
            (["1公顷", "30亩", "亩"], "1公顷 = 15亩\n30亩 = 30亩\n"),
            (["--inexact", "refuse", "1公顷", "亩"], "1公顷 = 15亩\n"),
            (["--", "-3元", "万元"], "-3元 = -0.0003万元\n"),
        ],
    )
    def test_says_whether_it_is_exact(self, govperf, arguments, out):
        assert govperf("convert", *arguments) == (0, out, "")

    def test_standard_input_line_by_line(self, govperf, stdin):
        stdin("3亩\n\n6亩\n".encode())
        assert govperf("convert", "-", "公顷") == (0, "3亩 = 0.2公顷\n6亩 = 0.4公顷\n", "")


class TestFaults:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["1亩", "元"], "govperf: 1亩: 亩与元计量的不是同一种量\n"),
            (["1亩", "瓦特兰"], "govperf: 瓦特兰: "),
            (["--inexact", "refuse", "1亩", "公顷"], "govperf: 1亩: “1亩”换算为公顷时除不尽\n"),
            (["12,34.5亩", "公顷"], "\n    ^^^"),
        ],
    )
    def test_are_said(self, govperf, arguments, said):
        code, out, err = govperf("convert", *arguments)
        assert (code, out) == (2, "")
        assert said in err

    def test_in_english(self, govperf):
        assert "do not measure the same thing" in govperf("convert", "--lang", "en", "1亩", "元")[2]

    def test_do_not_lose_the_others(self, govperf):
        code, out, err = govperf("convert", "3x", "1公顷", "亩")
        assert (code, out) == (2, "1公顷 = 15亩\n")
        assert err.startswith("govperf: 3x: ")


class TestJson:
    def test_is_a_row_for_each_amount(self, govperf):
        code, out, _ = govperf("convert", "--json", "1公顷", "3x", "10亩", "公顷")
        same, bad, ends_not = json.loads(out)
        assert code == 2
        assert same == {
            "given": "1公顷",
            "amount": "1公顷",
            "result": "1公顷",
            "magnitude": "1",
            "unit": "公顷",
            "exact": True,
        }
        assert bad["error"]["code"] == "unit.unknown"
        assert ends_not["exact"] is False
