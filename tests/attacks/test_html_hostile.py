"""What a notebook shows of a form that somebody sent: names that would be markup, and forms without end."""

import sys
from pathlib import Path
from time import perf_counter

import pytest

import govperf as gp
from govperf.layout import width

sys.path.insert(0, str(Path(__file__).parents[1] / "laws"))

from html_shown import Whole

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image": "\"><img src=x onerror='alert(1)'>",
    "style": "</style><style>*{display:none}",
    "end": "</td></tr></table></div></details>",
    "comment": "<!-- ",
    "entity": "&lt;b&gt;&#60;",
    "direction": "应急\u202e宣传\u2066",
    "control": "红\x1b[31m\x00\r\n",
    "half": "\ud800",
    "address": "http://example.org/x.js",
    "backslash": "`\\<a\\>` | x | y",
    "long": "长" * 10_000,
    "blanks": "甲" + " " * 9_000 + "乙",
    "accents": "e" + "\u0301" * 9_000,
}
every = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


def form(text, rows=1):
    row = gp.Indicator(
        text,
        category=(text, text),
        target=text,
        actual=gp.Actual(text, evidence=[gp.Evidence(text)]),
        weight=1,
        award=gp.Award(1, reason=text, by=text),
        corrections=[gp.Correction(1, text)],
        deviation_reason=text,
        not_applicable="",
    )
    budget = gp.Budget(2023, adjusted="9元", executed="3元", others=[gp.BudgetLine(text, executed="3元")])
    goal = gp.Goal(text, achieved=text, indicators=[row] * rows)
    units = [gp.Department(f"{text}一")] if len(text) < 99 else ()
    office = gp.Department(text, level=text, functions=[text], units=units)
    return gp.Evaluation(office, 2023, project=text, budget=budget, goals=[goal], notes=[text], source=text)


def shown(value):
    html = value._repr_html_()
    Whole().read(html)
    return html


@every
def test_no_name_gets_out_of_its_cell(text):
    evaluation = form(text)
    row = next(evaluation.indicators())[1]
    card = gp.evaluate(evaluation)
    found = gp.review(evaluation)
    accepted = gp.review(
        gp.Evaluation(
            "甲", 2023, goals=evaluation.goals, accepted=[one.accept(reason=text, by=text) for one in found]
        )
    )
    values = [evaluation, evaluation.department, evaluation.budget, row, row.target, row.actual, card, *card]
    values += [
        found,
        *found,
        accepted,
        *accepted,
        gp.sensitivity(evaluation),
        gp.monitor(evaluation, month=6),
    ]
    values += [gp.compare(evaluation, form("甲")), *gp.rank({text: card})]
    for value in values:
        html = shown(value)
        assert "<script" not in html
        assert "<img" not in html
        assert len(html) < 200_000


@every
def test_the_text_of_an_object_is_its_call_on_short_lines(text):
    evaluation = form(text)
    assert max(map(width, repr(evaluation).split("\n"))) <= 80


def test_what_a_name_says_is_still_there():
    assert "<script>alert(1)</script>" in Whole().read(form(HOSTILE["script"])._repr_html_()).text


@pytest.mark.parametrize("rows", [59, 60, 61, 5_000])
def test_a_form_without_end_is_cut_and_says_so(rows):
    evaluation = form("甲", rows)
    html = shown(evaluation)
    assert (f"还有 {rows - 60} 行未显示" in html) is (rows > 60)
    assert 'rowspan="' in html
    card = gp.evaluate(evaluation)
    begun = perf_counter()
    html = shown(card)
    assert perf_counter() - begun < 5
    assert (f"还有 {rows + 1 - 60} 行未显示" in html) is (rows + 1 > 60)
    assert len(html) < 200_000


def test_many_findings_are_cut_and_say_so():
    finding = gp.Finding("finding.missed", gp.Severity.HINT, "$.goals[0]", {"name": "<甲>"})
    html = shown(gp.Findings([finding] * 20_000))
    assert "提示 20000" in html
    assert "还有 19940 行未显示" in html
    assert html.count("<tr>") == 61


def test_a_rule_book_that_is_markup():
    clause = gp.standard().full.clause
    rule = gp.Rule("<b>`|\\", (">=",), [(0, 0), (1, 1)], clause, choice="</details>")
    html = shown(gp.standard().with_rules(rule, name="<i>| x"))
    assert "<i>| x" in Whole().read(html).text
