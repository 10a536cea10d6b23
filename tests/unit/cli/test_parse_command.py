"""`govperf parse`: what a cell was read as, and every assumption."""

import json

import pytest

from govperf.limits import LIMITS


def said(govperf, *arguments):
    """What is printed of each cell, on one line each."""
    code, out, err = govperf("parse", *arguments)
    assert (code, err) == (0, "")
    return out.splitlines()


class TestGuessing:
    """A cell of which nothing is known is read by its words."""

    @pytest.mark.parametrize(
        ("cell", "lines"),
        [
            ("≥60条", ["≥60条：指标值，≥60条"]),
            ("60条以内", ["60条以内：指标值，≤60条"]),
            ("80～90%", ["80～90%：指标值，80%至90%"]),
            ("2022年11月底前", ["不晚于2022-11-30", "※ 截至2022-11-30完成均算达到"]),
            ("近540条", ["近540条：实际完成值，不到540条"]),
            ("60余人次", ["60余人次：实际完成值，超过60人次"]),
            ("约1.5亿元", ["约1.5亿元：实际完成值，约1.5亿元"]),
            ("数百人", ["数百人：实际完成值，100人至1,000人"]),
            ("78次中77次", ["78次中77次：实际完成值，78次中的77次"]),
            ("2022年11月", ["2022年11月：实际完成值，于2022-11"]),
            ("近540", ["近540：实际完成值，不到540", "※ 没有写计量单位"]),
            ("60条", ["60条：数量，60条"]),
            ("22.2万", ["22.2万：数字，222000"]),
            ("三成", ["三成：数字，0.3", "※ 比例：数值为0.3"]),
            ("壹仟元", ["壹仟元：大写金额，1,000.00元", "※ 规范写法为人民币壹仟元整"]),
            ("人民币壹仟元整", ["人民币壹仟元整：大写金额，1,000.00元"]),
            ("效果明显", ["效果明显：文字，没有数值"]),
            ("12月底前", ["12月底前：文字，没有数值", "※ 日期未写年份，可用--year指明"]),
        ],
    )
    def test_by_its_words(self, govperf, cell, lines):
        printed = said(govperf, cell)
        assert len(printed) == len(lines)
        assert all(line in one for line, one in zip(lines, printed, strict=True))

    def test_in_english(self, govperf):
        assert said(govperf, "--lang", "en", "60余人次", "12月底前") == [
            "60余人次: actual, more than 60人次",
            "12月底前: text, no figure in it",
            "  ※ a date without a year: --year says it",
        ]

    def test_beside_a_unit_a_number_is_a_quantity(self, govperf):
        assert said(govperf, "60", "--unit", "条") == ["60：数量，60条"]


class TestAsked:
    @pytest.mark.parametrize(
        ("kind", "cell", "line"),
        [
            ("target", "60条", "60条：指标值，≥60条"),
            ("target", "效果明显", "效果明显：指标值，没有数值"),
            ("actual", "60条", "60条：实际完成值，60条"),
            ("actual", "60条以上", "60条以上：实际完成值，60条及以上"),
            ("actual", "60条以内", "60条以内：实际完成值，60条及以下"),
            ("actual", "2022年11月底前", "2022年11月底前：实际完成值，不晚于2022-11-30"),
            ("quantity", "7", "7：数量，7"),
            ("number", "9～16亿", "9～16亿：数字，900000000至1600000000"),
            ("number", "9%～16%", "9%～16%：数字，0.09至0.16"),
            ("number", "数百", "数百：数字，100至1000之间（不含两端）"),
            ("number", "三分之二", "三分之二：数字，2/3"),
            ("rmb", "壹分", "壹分：大写金额，0.01元"),
        ],
    )
    def test_for(self, govperf, kind, cell, line):
        assert said(govperf, "--as", kind, cell)[0] == line

    @pytest.mark.parametrize(
        ("arguments", "note"),
        [
            (["--as", "target", "60条"], "未写运算符号，按≥推定"),
            (["--as", "target", "≥60"], "没有写计量单位"),
            (["--as", "quantity", "60"], "没有写计量单位"),
            (["--as", "number", "9～16亿"], "数量级或百分号只印一次，两个数共用"),
            (["--as", "number", "9%～16%"], "比例：数值为0.09～0.16"),
        ],
    )
    def test_every_assumption_is_said(self, govperf, arguments, note):
        assert f"  ※ {note}" in said(govperf, *arguments)

    @pytest.mark.parametrize(("kind", "sign"), [("target", "<="), ("actual", None)])
    def test_year(self, govperf, kind, sign):
        _, out, _ = govperf("parse", "--json", "--as", kind, "--year", "2022", "12月底前")
        (read,) = json.loads(out)
        assert (read["period"], read["operator"]) == ("2022-12-31", sign)

    @pytest.mark.parametrize(
        ("year", "code"), [("1899", 2), ("1900", 0), ("2023", 0), ("9999", 0), ("202", 2), ("二〇二三", 2)]
    )
    def test_a_year_has_four_digits(self, govperf, year, code):
        assert govperf("parse", "--year", year, "60条")[0] == code


class TestFaults:
    def test_a_mark_stands_under_the_fault(self, govperf):
        code, out, err = govperf("parse", "12,34.5", "60条")
        assert (code, out) == (2, "60条：数量，60条\n")
        assert err == "govperf: 12,34.5: “12,34.5”的千分位分隔有误\n  12,34.5\n    ^^^\n"

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--as", "target", "≥60条以内"], "相互矛盾"),
            (["≥60条以内"], "相互矛盾"),
            (["--as", "rmb", "三元"], "三元"),
            (["--unit", "瓦特兰", "60"], "瓦特兰"),
            ([""], "缺少数字"),
            (["1.5.2亩"], "小数点位置有误"),
            (["9" * 200], "超过"),
        ],
    )
    def test_are_said(self, govperf, arguments, said):
        code, out, err = govperf("parse", *arguments)
        assert (code, out) == (2, "")
        assert said in err

    def test_do_not_lose_a_row_of_json(self, govperf):
        code, out, _ = govperf("parse", "--json", "12,34.5", "60条")
        bad, good = json.loads(out)
        assert code == 2
        assert bad["error"]["code"] == "numeral.grouping"
        assert bad["error"]["span"] == [2, 5]
        assert good["value"] == "60条"


class TestJson:
    def test_has_the_same_keys_of_every_cell(self, govperf):
        cells = ["≥60条", "近540条", "60条", "三成", "壹元整", "效果明显", "80～90%", "2022年"]
        _, out, _ = govperf("parse", "--json", *cells)
        keys = {tuple(row) for row in json.loads(out)}
        assert keys == {
            ("given", "as", "said", "bound", "value", "low", "high", "whole", "period", "operator", "notes")
        }


class TestStandardInput:
    def test_is_read_line_by_line(self, govperf, stdin):
        stdin("\ufeff≥60条\r\n\n近540条\n3亩".encode())
        assert said(govperf, "5", "-") == [
            "5：数字，5",
            "≥60条：指标值，≥60条",
            "近540条：实际完成值，不到540条",
            "3亩：数量，3亩",
        ]

    def test_that_is_closed_has_no_line(self, govperf, monkeypatch):
        monkeypatch.setattr("sys.stdin", None)
        assert govperf("parse", "-") == (0, "", "")

    @pytest.mark.parametrize("more", [0, 1])
    def test_a_line_longer_than_any_cell_ends_it(self, govperf, stdin, more):
        most = LIMITS.cell_chars * 4
        stdin("3亩\n".encode() + b"x" * (most - 1 + more) + b"\n" + b"y\n")
        code, out, err = govperf("parse", "-")
        assert code == 2
        assert out.startswith("3亩：数量，3亩\n")
        assert ("y：文字" in out) is not more
        assert f"超过{most if more else LIMITS.cell_chars}个字符" in err

    def test_bytes_that_are_no_text(self, govperf, stdin):
        stdin(b"\xff\x00\x1b[2J\n")
        code, out, err = govperf("parse", "-")
        assert code in {0, 2}
        assert "\x1b" not in out + err
