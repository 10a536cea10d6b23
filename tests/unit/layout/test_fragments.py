"""Fragments of HTML: escaped, capped, merged."""

import pytest

from govperf.layout.fragments import (
    MOST,
    Cell,
    Html,
    badge,
    block,
    bulleted,
    cells,
    filled,
    folded,
    frame,
    grid,
    grouped,
    listed,
    number,
    pairs,
    rest,
    safe,
)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#x27;"),
        ("一\n二\t三", "一 二 三"),
        ("红\x1b\u202e\ud800", "红���"),
        (12, "12"),
        ("", ""),
    ],
)
def test_nothing_in_a_text_is_markup(text, html):
    assert safe(text) == html


@pytest.mark.parametrize(("length", "shown"), [(400, 400), (401, 401), (10**6, 401)])
def test_of_a_long_text_the_head_is_shown(length, shown):
    assert len(safe("长" * length)) == shown
    assert safe("长" * length).endswith("…") is (length > 400)


@pytest.mark.parametrize(("length", "kind"), [(30, "number"), (31, "")])
def test_a_number_is_short(length, kind):
    assert number("1" * length).kind == kind


def test_a_table():
    made = grid(
        ["名<"], [[Cell(safe("甲"), is_heading=True)], [number(1)]], [[Cell(safe("和"), columns=2, rows=1)]]
    )
    assert made == (
        '<div class="govperf-scroll"><table class="govperf-table">'
        '<thead><tr><th scope="col">名&lt;</th></tr></thead>'
        '<tbody><tr><th>甲</th></tr><tr><td class="govperf-number">1</td></tr></tbody>'
        '<tfoot><tr><td colspan="2">和</td></tr></tfoot></table></div>'
    )
    assert grid(["名"], []) == ""
    assert grid([], [], [[number(1)]]).count("<tr>") == 1


def spans(paths, levels=3):
    return [
        [(cell.inside, cell.rows) for cell in row] for row in grouped([(path, []) for path in paths], levels)
    ]


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ([], []),
        ([("甲", "乙", "丙")], [[("甲", 1), ("乙", 1), ("丙", 1)]]),
        (
            [("甲", "乙", "1"), ("甲", "乙", "2"), ("甲", "丁", "1")],
            [[("甲", 2 + 1), ("乙", 2), ("1", 1)], [("2", 1)], [("丁", 1), ("1", 1)]],
        ),
        # the second level is another one below another first level, though it has the same name
        (
            [("甲", "乙", "1"), ("丙", "乙", "1")],
            [[("甲", 1), ("乙", 1), ("1", 1)], [("丙", 1), ("乙", 1), ("1", 1)]],
        ),
        # the last one is a name: two rows of one name are two
        (
            [("甲", "乙", "1"), ("甲", "乙", "1")],
            [[("甲", 2), ("乙", 2), ("1", 1)], [("1", 1)]],
        ),
        # what is not beside each other is not merged
        (
            [("甲",), ("乙",), ("甲",)],
            [[("甲", 1), ("", 1), ("", 1)], [("乙", 1), ("", 1), ("", 1)], [("甲", 1), ("", 1), ("", 1)]],
        ),
        ([("甲", "乙", "丙", "丁")], [[("甲", 1), ("乙", 1), ("丙·丁", 1)]]),
    ],
)
def test_headings_are_merged(paths, found):
    assert spans(paths) == found


@pytest.mark.parametrize("count", [0, 1, MOST, MOST + 1, MOST + 40])
@pytest.mark.parametrize("made", [listed, bulleted])
def test_lists_are_capped_and_say_so(made, count):
    html = made(["行"] * count)
    assert html.count("<li>") == min(count, MOST)
    assert (f"还有 {count - MOST} 行未显示" in html) is (count > MOST)
    assert rest(count) == (
        "" if count <= MOST else html[html.index("</ol>" if made is listed else "</ul>") + 5 :]
    )


@pytest.mark.parametrize("count", [0, 1, MOST, MOST + 1])
@pytest.mark.parametrize("empty", [0, 2])
def test_names_are_capped_and_say_so(count, empty):
    """What is empty is no row, and is not counted as one."""
    html = pairs([("空", "")] * empty + [("备注", i) for i in range(count)])
    assert html.count("<tr>") == min(count, MOST)
    assert ("还有 1 行未显示" in html) is (count > MOST)


@pytest.mark.parametrize(("count", "said"), [(0, ""), (MOST, ""), (MOST + 1, "还有 1 行未显示")])
def test_a_table_has_the_columns_that_are_filled_in(count, said):
    html = filled(["甲", "空", "乙"], [cells("一", None, 0)] * count)
    assert (">空<" in html, ">乙<" in html) == (False, count > 0)
    assert html.count("<tr>") == (count and MOST + 1)
    assert ("未显示" in html, said in html) == (bool(said), True)


def test_what_is_empty_is_left_out():
    assert pairs([("甲", ""), ("乙", None), ("丙", ())]) == ""
    assert "零" in pairs([("零", 0)])
    assert block() == ""
    assert folded("备注", Html("")) == ""
    assert folded("备<注", safe("甲")).startswith(
        '<details class="govperf-folded"><summary>备&lt;注</summary>甲'
    )


def test_a_frame_has_its_style_and_its_language():
    made = frame(badge("错误", "error"))
    assert made.startswith('<div class="govperf" lang="zh-CN"><style>.govperf{')
    assert made.endswith('</style><span class="govperf-badge govperf-error">错误</span></div>')


def test_no_colour_of_a_page_is_assumed():
    """Only a badge has a background, and white letters on it; the rest is as the page around it."""
    style = frame().partition("<style>")[2]
    for rule in style.split("}"):
        selector, _, said = rule.partition("{")
        if "background:#" in said or "color:#" in said:
            assert selector.startswith(".govperf-")
        assert not selector or selector.startswith((".govperf", "</style"))


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_letters_on_a_badge_can_be_read():
    """White on it, at least 4.5 to 1 (WCAG AA)."""
    style = frame()
    colours = [part[:7] for part in style.split("background:")[1:] if part.startswith("#")]
    assert len(colours) == 5
    assert all(1.05 / (luminance(colour) + 0.05) >= 4.5 for colour in colours)
