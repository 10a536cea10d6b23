"""Columns that align although a Chinese character is two columns wide."""

import pytest

from govperf.layout import columns, shortened, table, width

HOSTILE = "红\x1b[31m\n\t\u202e\ud800"


class TestWidth:
    @pytest.mark.parametrize(
        ("text", "room"),
        [
            ("", 0),
            ("abc", 3),
            ("3,678.76万元", 12),
            ("≥60条", 5),
            ("（％）", 6),
            ("\u3000", 2),
            ("ｱ", 1),
            ("e\u0301", 1),
            ("𠮷", 2),
            ("가", 2),
            ("─…“”", 4),
        ],
    )
    def test_is_that_of_a_terminal(self, text, room):
        assert width(text) == room


class TestShortened:
    @pytest.mark.parametrize(
        ("text", "room", "short"),
        [
            ("应急宣传", 8, "应急宣传"),
            ("应急宣传", 7, "应急宣…"),
            ("应急宣传", 6, "应急…"),
            ("应急宣传", 2, "…"),
            ("应急宣传", 1, "…"),
            ("a应急", 4, "a应…"),
            ("abc", 3, "abc"),
            ("abcd", 3, "ab…"),
            ("", 1, ""),
        ],
    )
    def test_fits(self, text, room, short):
        assert shortened(text, room) == short
        assert width(short) <= room

    def test_looks_no_further_than_it_must(self):
        assert shortened("长" * 100_000, 30) == "长" * 14 + "…"


class TestTable:
    def test_every_line_is_as_wide(self):
        made = table(
            ["指标", "n", "完成率"], [["甲", "1", "9.00%"], ["ab应急", "22", "100.00%"]], right=frozenset({2})
        )
        assert made.split("\n") == [
            "指标    n    完成率",
            "──────  ──  ───────",
            "甲      1     9.00%",
            "ab应急  22  100.00%",
        ]

    def test_without_rows(self):
        assert table(["指标", "分"], []) == "指标  分\n────  ──"

    def test_columns_end_without_blanks(self):
        assert columns([["预算", "1"], ["支出进度", ""]]) == "预算      1\n支出进度"
        assert columns([]) == ""

    def test_rows_are_as_long_as_the_head(self):
        with pytest.raises(ValueError, match="zip"):
            table(["指标", "分"], [["甲"]])

    def test_a_cell_is_one_harmless_line(self):
        line = "红�[31m  ��  1"
        assert columns([[HOSTILE, "1"]]) == line
        made = table(["名", "分"], [[HOSTILE, "1"]])
        assert made.split("\n")[2:] == [line]
