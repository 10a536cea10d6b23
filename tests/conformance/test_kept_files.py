"""Files that govperf 0.1 wrote are read for ever: JSON of schema 1, and pickles.

`python tests/conformance/test_kept_files.py` writes the files; it is run when a version adds to them, and
then into new files. A file that stands here is not written again.
"""

import pickle
import sys
from pathlib import Path

import attrs
import pytest

import govperf as gp

KEPT = Path(__file__).parent / "kept"
VERSION = "0.1"


def evaluation():
    """An evaluation in which every class of a document stands, and every form that a cell can have."""
    return gp.Evaluation(
        gp.Department(
            "某区应急局",
            code="107",
            level="区级",
            functions=["防灾", "减灾"],
            units=[
                gp.Department("局本级", staffing=staffing()),
                gp.Department("某中心", code="107002", staffing=gp.Staffing(authorised=5, actual=5)),
            ],
        ),
        2022,
        kind="部门评价",
        project="救援能力",
        implementer="某中心",
        budget=budget(),
        goals=[
            gp.Goal(
                "提升能力",
                achieved="基本达到",
                period="2022年上半年",
                tasks=["演练"],
                indicators=indicators(),
                goals=[
                    gp.Goal("下级目标", indicators=[gp.Indicator("无分值", target="效果明显", actual="好")])
                ],
            )
        ],
        breakdowns=[gp.Breakdown("检查企业", total="342家", parts={"粉尘": "300家", "液氨": "42家"})],
        standard="MOF-2020-10",
        finished=True,
        corrections=[gp.Correction("-0.5", "材料逾期", by="审核组")],
        subtotals=[gp.Subtotal(("产出", "数量"), weight=40, reported_points="38.5")],
        reported_total="88.88",
        reported_grade="良",
        notes=["印章不清"],
        source="自评表",
    )


def staffing():
    return gp.Staffing(authorised={"行政编制": 10}, actual=9, retired=8, date="2022-12-31")


def budget():
    return gp.Budget(
        2022,
        original="300万元",
        adjustments=[gp.Adjustment("10.20万元", reason="追加", date="2022年6月"), gp.Adjustment("-1元")],
        adjusted="310.20万元",
        received="305万元",
        executed="154.74万元",
        sources=[gp.BudgetLine("财政拨款", original="300万元", adjusted="310.20万元", executed="154.74万元")],
        income="160万元",
        income_sources={"财政拨款": "160万元"},
        basic="100万元",
        operating=gp.BudgetLine(adjusted="21万元", executed="20.13万元"),
        carried_in="0.19万元",
        carried_out="0.88万元",
        progress={7: "90万元", 12: "154.74万元"},
        weight=20,
        reported_points="9.98",
        reported_execution_rate="49.88%",
        reported_completion_rate="51.58%",
    )


def indicators():
    evidence = gp.Evidence(
        "台账",
        kind="工作资料",
        issuer="某局",
        date="2022-12-31",
        locator=gp.Locator("汇总", document="台账.xlsx", page="3", cell="C7"),
        digest="md5:" + "0" * 32,
        supports="发布数",
        note="复印件",
    )
    return [
        gp.Indicator(
            "信息发布",
            category=("产出", "数量"),
            target="≥60条",
            actual=gp.Actual("近540条", evidence=[evidence]),
            weight="12.5",
            nature="定量",
            direction="正向",
            explanation="全年发布数",
            criteria="按比例计分",
            source="部门职责",
            target_basis="历史标准",
            method="直接证明法",
            data_source="业务统计",
            evidence_required="台账",
            deviation_reason="平台增加",
            measures="提高指标值",
            reported_rate="900%",
            reported_points=12,
            locator="第2行",
            note="约数",
        ),
        gp.Indicator("仓库面积（平方米）", target=gp.Target("104", sign="≥"), actual="104"),
        gp.Indicator("合格率", target="90%～95%", actual=gp.Actual("92", unit="%"), weight=10),
        gp.Indicator("按期完成", target="2022年11月前", actual="2022年10月"),
        gp.Indicator("周报", target="每周1期", actual="200-300人"),
        gp.Indicator("人数", target="≥**人"),
        gp.Indicator(
            "社会影响",
            target="效果明显",
            actual="好",
            weight=10,
            award=gp.Award("8.5", level="达成年度指标", reason="验收合格", by="专家组"),
            corrections=[gp.Correction(1, "获奖")],
        ),
        gp.Indicator("宣传效果", target="效果明显", actual="一般", weight=10, award=gp.Award(9)),
        gp.Indicator("投诉率", target="0", weight=5, not_applicable="当年无此任务"),
    ]


KINDS = {"evaluation": gp.Evaluation, "scorecard": gp.Scorecard}


def made(name):
    value = evaluation()
    return value if name == "evaluation" else attrs.evolve(gp.evaluate(value), version=VERSION)


@pytest.mark.parametrize("name", KINDS)
def test_kept_json_is_read(name):
    text = (KEPT / f"{name}-{VERSION}.json").read_text(encoding="utf-8")
    assert gp.from_json(text, KINDS[name]) == made(name)


@pytest.mark.parametrize("name", KINDS)
def test_it_is_still_written_so(name):
    assert (KEPT / f"{name}-{VERSION}.json").read_text(encoding="utf-8") == gp.to_json(made(name)) + "\n"


@pytest.mark.parametrize("name", KINDS)
def test_kept_pickle_is_read(name):
    kept = pickle.loads((KEPT / f"{name}-{VERSION}.pickle").read_bytes())  # noqa: S301 - our own
    assert kept == made(name)
    assert hash(kept) == hash(made(name))


def test_every_class_of_a_document_stands_in_it():
    seen = set()

    def walk(value):
        if attrs.has(type(value)):
            seen.add(type(value).__name__)
            for field in attrs.fields(type(value)):
                walk(getattr(value, field.name))
        elif isinstance(value, tuple):
            for item in value:
                walk(item)

    for name in KINDS:
        walk(made(name))
    assert seen >= {
        *("Actual", "Adjustment", "Award", "Breakdown", "Budget", "BudgetLine", "Clause", "CompletionRate"),
        *("Correction", "Department"),
        *("Evaluation", "Evidence", "Goal", "Indicator", "Locator", "Note", "Part", "Period", "Posts"),
        *("Progress", "Rate", "Score", "Scorecard", "Staffing", "Subtotal", "Target", "Undefined"),
    }


if __name__ == "__main__":
    for name in KINDS:
        path = KEPT / f"{name}-{VERSION}"
        if path.with_name(path.name + ".json").exists():
            sys.exit(f"{path.name}.json is kept already")
        path.with_name(path.name + ".json").write_text(gp.to_json(made(name)) + "\n", encoding="utf-8")
        path.with_name(path.name + ".pickle").write_bytes(pickle.dumps(made(name), protocol=4))
