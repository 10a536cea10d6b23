"""What a notebook shows of a form: all that is filled in, each row for itself."""

import re
from decimal import Decimal
from enum import Enum

import attrs
import pytest

import govperf as gp
from govperf import Actual, Budget, BudgetLine, Department, Evaluation, Goal, Indicator, Staffing, Target

_TAG = re.compile(r"<style>.*?</style>|<[^>]*>")
_STAGES = ("original", "adjusted", "received", "executed")
_LINES = [field.name for field in attrs.fields(Budget) if "BudgetLine |" in str(field.type)]

ENUMS = {
    gp.Nature.QUALITATIVE: "定性",
    gp.Direction.REVERSE: "反向",
    gp.EvaluationKind.FINANCE: "财政评价",
}

_ITSELF = "no column of a form; the object shows it itself"
_SHORT = ("award", "corrections", "nature", "direction", "explanation", "criteria", "source", "target_basis")
_SHORT += ("method", "data_source", "evidence_required", "reported_rate", "locator", "note")

LEFT_OUT = {
    "Evaluation": {
        **{f"department.{name}": _ITSELF for name in ("code", "level", "functions", "staffing", "units")},
        **{f"goals.indicators.{name}": _ITSELF for name in _SHORT},
        **{f"goals.goals.indicators.{name}": _ITSELF for name in _SHORT},
        "accepted.severity": "what the finding was; findings show themselves",
        "accepted.details": "the same",
        "accepted.figures": "the same",
    },
}
"""What is not shown though it is filled in, and why."""

ENDS = {"units.units", "goals.goals.goals", "accepted.details", "accepted.figures"}
"""Lists that are empty where the nesting ends."""

_amounts = iter(range(1001, 2000))


def amount():
    """An amount that no other cell has."""
    return f"{next(_amounts)}元"


def line(name):
    return BudgetLine(name, **{stage: amount() for stage in _STAGES})


def texts(kind, **others):
    """All texts of a class that are not given, each its own."""
    names = [field.name for field in attrs.fields(kind) if field.init and field.type in (str, "str")]
    return {name: f"{kind.__name__}的{name}" for name in names} | others


def indicator(**others):
    return Indicator(
        **texts(Indicator),
        category=("一级甲", "二级乙"),
        target=Target("≥31次"),
        actual=Actual("37次"),
        weight="12.5",
        award=gp.Award("3.75", level="达成", reason="验收", by="专家"),
        corrections=[gp.Correction("-1.25", "迟报", by="科长")],
        nature="定性",
        direction="反向",
        reported_rate="87.65%",
        reported_points="11.25",
        locator=gp.Locator("表9", document="底稿", page="14", cell="C7"),
        **others,
    )


def budget():
    alone = ("original", "adjusted", "received", "executed", "income", "carried_in", "carried_out")
    return Budget(
        2023,
        **{name: amount() for name in alone},
        **{name: line(f"印作{name}") for name in _LINES},
        adjustments=[gp.Adjustment(f"-{amount()}", reason="压减", date="2023-07-01")],
        sources=[line("当年拨款"), line("其他资金")],
        income_sources={"拨款收入": amount(), "其他收入": amount()},
        others=[line("经营支出")],
        progress={6: amount(), 11: amount()},
        weight="9.5",
        reported_points="8.25",
        reported_execution_rate="97.53%",
        reported_completion_rate="86.42%",
    )


def staffing(first):
    return Staffing(
        authorised={f"行政{first}": first, f"事业{first}": first + 1},
        actual=first + 2,
        retired=first + 3,
        date=f"2023-12-{first}",
    )


def department():
    below = Department("某中心", code="107002", level="二级", functions=["职能乙", "职能丙"])
    units = [attrs.evolve(below, staffing=staffing(21))]
    return Department(
        "某局", code="107001", level="一级", functions=["职能甲"], staffing=staffing(11), units=units
    )


def evaluation():
    lower = Goal(
        "分目标", achieved="达成分目标", period=2022, tasks=["任务丙", "任务丁"], indicators=[indicator()]
    )
    goal = Goal("总目标", achieved="达成", period="2021/2023", tasks="任务甲", indicators=[indicator()])
    return Evaluation(
        department(),
        2023,
        kind="财政评价",
        project="某项目",
        implementer="某单位",
        budget=budget(),
        goals=[attrs.evolve(goal, goals=[lower])],
        breakdowns=[gp.Breakdown("企业总数", total="342家", parts={"大型": "41家", "小型": "301家"})],
        standard="MOF-2020-10",
        finished=False,
        corrections=[gp.Correction("-2.5", "材料迟", by="处长")],
        subtotals=[gp.Subtotal(("产出丁", "数量丁"), weight="44.5", reported_points="43.25")],
        reported_total="91.75",
        reported_grade="优甲",
        notes=["备注甲", "备注乙"],
        accepted=[gp.Acceptance("finding.missed", "$.goals[0]", reason="停课", by="财务科", date=2023)],
        source="自评表",
    )


def leaves(value, path=""):
    """Each cell with the path of its field; what stands in a list has the path of the list."""
    kind = type(value)
    if isinstance(value, tuple) and value:
        for item in value:
            yield from leaves(item, path)
    elif attrs.has(kind) and kind.__str__ is object.__str__:
        for field in attrs.fields(kind):
            if field.init:
                yield from leaves(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))
    else:
        yield path, value


def said(value):
    if isinstance(value, Enum):
        return ENUMS[value]
    if isinstance(value, bool):
        return {True: "是", False: "否"}[value]
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def words(value):
    return " ".join(_TAG.sub(" ", value._repr_html_()).split())


FILLED = [indicator(), budget(), department(), evaluation()]
every = pytest.mark.parametrize("value", FILLED, ids=lambda value: type(value).__name__)


def is_left_out(value, path):
    return any(is_left_out_by(name, path) for name in LEFT_OUT.get(type(value).__name__, {}))


def is_left_out_by(name, path):
    return f"{path}.".startswith(f"{name}.")


@every
def test_what_is_filled_in_is_shown(value):
    text = words(value)
    lost = {
        path: said(leaf)
        for path, leaf in leaves(value)
        if not (is_left_out(value, path) or path in ENDS) and said(leaf) not in text
    }
    assert not lost


@every
def test_every_field_is_filled_in(value):
    """A field that is new is a failure until it is filled in above."""
    empty = [path for path, leaf in leaves(value) if leaf in (None, "", ())]
    assert [path for path in empty if not (is_left_out(value, path) or path in ENDS)] == []


def test_nothing_is_left_out_without_need():
    paths = {path for path, _ in leaves(evaluation())}
    for name in LEFT_OUT["Evaluation"]:
        assert any(is_left_out_by(name, path) for path in paths), name


def test_names_of_lines_are_said_once():
    text = words(Budget(2023, basic=BudgetLine("基本支出", executed="1元"), project=BudgetLine("项目")))
    assert "基本支出 1元 项目支出（项目）" in text
    assert words(Budget(2023, project=BudgetLine("甲"))).startswith(
        "2023年预算 资金 年度资金总额 项目支出（甲）"
    )


def rows(*goals):
    return Evaluation("某局", 2023, goals=goals)


def named(name="合格率", category=("产出", "质量")):
    return Indicator(name, category=category, target="≥90%", actual="95%", weight=10)


def both(form):
    return form._repr_html_(), gp.evaluate(form)._repr_html_()


@pytest.mark.parametrize(
    "form",
    [
        rows(Goal("甲", indicators=[named()]), Goal("乙", indicators=[named()])),
        rows(Goal("甲", indicators=[named()], goals=[Goal("丙", indicators=[named()])])),
    ],
    ids=["beside", "below"],
)
def test_two_goals_share_no_heading(form):
    for html in both(form):
        assert "rowspan" not in html
        assert html.count("<th>产出</th><th>质量</th><th>合格率</th>") == 2


def test_two_indicators_of_one_name_are_two():
    for html in both(rows(Goal("甲", indicators=[named(), named()]))):
        assert html.count("<th>合格率</th>") == 2
        assert '<th rowspan="2">产出</th><th rowspan="2">质量</th>' in html


def test_the_budget_line_stands_alone():
    row = named("预算执行率", category=("预算执行率",))
    budget = Budget(2023, adjusted="9元", executed="3元", weight=10)
    card = gp.evaluate(attrs.evolve(rows(Goal("甲", indicators=[row])), budget=budget))
    assert "rowspan" not in card._repr_html_()


def test_goals_below_a_goal_are_shown_beneath_it():
    lowest = Goal("再下", indicators=[named()])
    html = rows(Goal("总", goals=[Goal("下", goals=[lowest]), Goal("旁")]), Goal("另"))._repr_html_()
    assert re.findall(r'<td class="govperf-text">(.*?)</td>', html)[1:] == [
        "总",
        "　下",
        "　　再下",
        "　旁",
        "另",
    ]


@pytest.mark.parametrize(("count", "more"), [(60, ""), (61, "还有 1 行未显示"), (100, "还有 40 行未显示")])
def test_notes_and_corrections_are_cut_and_say_so(count, more):
    noted = attrs.evolve(rows(), notes=[f"备注{i}" for i in range(count)])
    corrected = Indicator("甲", corrections=[gp.Correction(1, f"理由{i}") for i in range(count)])
    for value, last in ((noted, "备注59"), (corrected, "理由59")):
        text = words(value)
        assert last in text
        assert ("未显示" in text, more in text) == (bool(more), True)


def test_staffing_is_shown_wherever_it_stands():
    """Of 70 units the last has some: the list is cut, and its staffing is there."""
    units = [Department(f"单位{i}") for i in range(69)]
    text = words(Department("某局", units=[*units, Department("末位", staffing=staffing(11))]))
    assert "单位59" in text
    assert "单位60" not in text
    assert "还有 10 行未显示" in text
    assert "末位 23 行政11 11，事业11 12 13 14 2023-12-11" in text


def test_units_without_staffing_are_listed_beside_those_with_some():
    text = words(Department("某局", staffing=staffing(11), units=[Department("甲"), Department("乙")]))
    assert "下属单位 甲 乙" in text


def test_reasons_stand_beside_what_does_not_apply():
    row = attrs.evolve(named(), not_applicable="停办", deviation_reason="疫情", measures="重办")
    assert "不适用：停办；疫情；重办" in words(rows(Goal("甲", indicators=[row])))
