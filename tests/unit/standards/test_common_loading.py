"""Common indicators read from a text: what it may be, and what is refused where."""

from importlib.resources import files

import pytest

from govperf.errors import StandardError
from govperf.standards import taxonomy
from govperf.standards.common import COMMON, common_indicators, loads_common

TEXT = """
framework = "2013-department"

[[indicators]]
code = "budget_control_rate"
name = "预算控制率"
english = "rate of additions"
category = ["过程", "预算执行"]
better = "less"
target = "≤10%"
held_as = "Budget.adjustment_rate"
provenance = "verified"
source = "department tables"
formula.shape = "ratio"
formula.figure = { zh = "本年追加预算", en = "additions" }
formula.base = { zh = "年初预算", en = "original budget" }
note.zh = "只在湖南"
note.en = "in Hunan only"

[[indicators]]
code = "asset_order"
name = "资产管理规范性"
english = "order of the assets"
category = ["过程", "资产管理"]
better = "points"
provenance = "choice"
source = "a test"
"""


def fault(old, new):
    assert old in TEXT
    with pytest.raises(StandardError) as caught:
        loads_common(TEXT.replace(old, new, 1))
    first = getattr(caught.value, "exceptions", [caught.value])[0]
    return first.code, first.path


@pytest.mark.parametrize("name", COMMON)
def test_built_in(name):
    text = (files("govperf.standards") / "data" / COMMON[name]).read_text(encoding="utf-8")
    assert loads_common(text) == common_indicators(name)
    assert {one.framework for one in common_indicators(name)} == {name}


def test_all_that_is_said():
    rate, order = loads_common(TEXT)
    assert rate.explain() == "预算控制率：本年追加预算 ÷ 年初预算 × 100%；越低越好（≤10%）；只在湖南"
    assert rate.explain("en") == (
        "rate of additions: additions ÷ original budget × 100%; less is better (≤10%); in Hunan only"
    )
    assert rate.held_as == "Budget.adjustment_rate"
    assert (order.formula, order.note, order.target, order.held_as) == (None, None, "", "")
    assert order.explain() == "资产管理规范性：由人评定"


def test_of_another_taxonomy():
    text = TEXT.replace("2013-department", "2020").replace('"过程", "预算执行"', '"产出", "成本"')
    (one, _) = loads_common(text.replace('"过程", "资产管理"', '"效益", "社会效益"'))
    assert one.source == one.indicator().source == taxonomy("2020").title


def test_none():
    assert loads_common('framework = "2013-project"\nindicators = []') == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ('framework = "2013-department"', "", "standard.missing", "$"),
        ('framework = "2013-department"', "framework = 2013", "standard.type", "$.framework"),
        ('framework = "2013-department"', 'framework = "2013"', "taxonomy.unknown", "$.indicators[0]"),
        ('name = "预算控制率"\n', "", "standard.missing", "$.indicators[0]"),
        ('name = "预算控制率"', 'name = ""', "standard.type", "$.indicators[0].name"),
        ('name = "预算控制率"', 'title = ""\nname = "率"', "standard.key", "$.indicators[0]"),
        ('code = "asset_order"', 'code = "budget_control_rate"', "common.code-twice", "$.indicators[1]"),
        ('code = "asset_order"', 'code = "asset order"', "common.code", "$.indicators[1]"),
        ('"过程", "资产管理"', '"过程", "资产"', "common.category", "$.indicators[1]"),
        ('"过程", "资产管理"', '"过程", 2', "standard.type", "$.indicators[1].category[1]"),
        ('better = "less"', 'better = "smaller"', "common.choice", "$.indicators[0].better"),
        ('target = "≤10%"', 'target = "10%"', "common.target", "$.indicators[0]"),
        ('target = "≤10%"', 'target = ""', "standard.type", "$.indicators[0].target"),
        ('target = "≤10%"', "target = 10", "standard.type", "$.indicators[0].target"),
        ("Budget.adjustment_rate", "Budget.amounts", "common.choice", "$.indicators[0]"),
        ('"verified"', '"certain"', "standard.choice", "$.indicators[0].provenance"),
        ('shape = "ratio"', 'shape = "sum"', "common.choice", "$.indicators[0].formula.shape"),
        ('formula.shape = "ratio"\n', "", "standard.missing", "$.indicators[0].formula"),
        (', en = "additions"', "", "standard.missing", "$.indicators[0].formula.figure"),
        (', en = "additions"', ', en = ""', "standard.type", "$.indicators[0].formula.figure.en"),
        ('note.en = "in Hunan only"', "", "standard.missing", "$.indicators[0].note"),
        ('better = "points"', 'better = "points"\nnote = {}', "standard.missing", "$.indicators[1].note"),
        (
            'better = "points"',
            'better = "points"\nformula = {}',
            "standard.missing",
            "$.indicators[1].formula",
        ),
        (
            'better = "points"',
            'better = "points"\nformula = "a / b"',
            "standard.type",
            "$.indicators[1].formula",
        ),
    ],
)
def test_refused(old, new, code, path):
    assert fault(old, new) == (code, path)


@pytest.mark.parametrize(
    "text", ["", "indicators", "[" * 9_999, 'framework = "2013-project"\nindicators = [1]']
)
def test_no_text_of_that_shape(text):
    with pytest.raises(StandardError):
        loads_common(text)


def test_choices_are_named():
    with pytest.raises(StandardError) as caught:
        loads_common(TEXT.replace('"points"', '"best"'))
    assert "more, less, whole, zero, points" in caught.value.explain()
