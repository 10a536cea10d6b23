"""The report in English: the same figures, under English labels."""

import re
from importlib.resources import files

import pytest

import govperf as gp

NAMES = ("guangzhou-emergency-2020", "panyu-emergency-2021", "hainan-school-2023")
LABELS = (
    "年初预算数",
    "全年预算数",
    "完成率",
    "偏离度",
    "编制",
    "总分",
    "[警示]",
    "[提示]",
    "[错误]",
    "一、",
)
FIGURE = re.compile(r"\d[\d,]*\.\d+%?")


@pytest.fixture(params=NAMES)
def form(request):
    text = (files("govperf") / "data" / f"{request.param}.json").read_bytes()
    return gp.from_json(text, gp.Evaluation)


def test_chinese_unless_english_is_asked_for(form):
    assert gp.report(form) == gp.report(form, lang="zh") != gp.report(form, lang="en")


def test_has_as_many_sections(form):
    chinese, english = (gp.report(form, lang=lang).split("\n\n") for lang in ("zh", "en"))
    assert len(chinese) == len(english)
    assert [block.partition(".")[0] for block in english[1:]] == [str(n) for n in range(1, len(english))]


def test_has_no_chinese_label(form):
    """What the form prints stays as it is: only whole labels of ours are looked for."""
    text = gp.report(form, lang="en")
    printed = {label for label in LABELS if label in gp.to_json(form)}
    assert {label for label in LABELS if re.search(rf"^\s*{re.escape(label)}", text, re.MULTILINE)} <= printed


def test_has_the_same_tables(form):
    """What stands in sentences may be told in another order."""
    blocks = zip(*(gp.report(form, lang=lang).split("\n\n") for lang in ("zh", "en")), strict=True)
    tables = [both for both in blocks if re.match(r"\d\. (?:budget|staffing|indicators)\n", both[1])]
    assert tables
    for chinese, english in tables:
        rows = [re.split("\n  ※", block)[0] for block in (chinese, english)]
        assert FIGURE.findall(rows[0]) == FIGURE.findall(rows[1])


def test_kind_of_evaluation_and_many_rows_without_a_target():
    rows = [gp.Indicator(f"甲{number}") for number in range(6)]
    form = gp.Evaluation(
        "某局", 2023, kind=gp.EvaluationKind.FINANCE, goals=[gp.Goal("目标", indicators=rows)]
    )
    text = gp.report(form, lang="en")
    assert text.startswith("【某局, 2023, evaluation by the finance department】\n")
    assert "○ 6 without a target: 甲0, 甲1, 甲2, 甲3, 甲4 …" in text


def test_no_other_language():
    with pytest.raises(ValueError, match="language is"):
        gp.report(gp.Evaluation("某局", 2023), lang="fr")
