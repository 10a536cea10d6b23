"""Published evaluations (公开的绩效评价), one line each: what can be measured, scored and found.

Figures: twelve self-evaluation tables in `cases`, two whole documents in `documents`, which stand
there as data that `govperf score FILE` reads.
"""

from collections import Counter
from pathlib import Path

import govperf as gp


def measured(evaluation: gp.Evaluation) -> str:
    """How many indicators have a completion rate (可算完成率的指标数)."""
    rates = [
        gp.completion_rate(row.target, row.actual, year=evaluation.year) for _, row in evaluation.indicators()
    ]
    known = [rate for rate in rates if not isinstance(rate, gp.Undefined)]
    return f"{len(rates)}项指标，{len(known)}项可算完成率"


def scored(evaluation: gp.Evaluation) -> str:
    """The computed total beside the printed one (总分)."""
    total = gp.evaluate(evaluation).total
    computed = "无法确定" if isinstance(total, gp.Undefined) else total
    return f"总分{computed}，自报{evaluation.reported_total or '—'}"


def found(evaluation: gp.Evaluation) -> str:
    """Findings by severity (审核发现)."""
    counts = Counter(finding.severity for finding in gp.review(evaluation))
    labels = {gp.Severity.ERROR: "错误", gp.Severity.WARNING: "警示", gp.Severity.HINT: "提示"}
    return "，".join(f"{label}{counts[severity]}" for severity, label in labels.items())


for path in sorted(Path(__file__).parent.glob("*/*.json")):
    table = gp.from_json(path.read_bytes(), gp.Evaluation)
    name = table.project or "部门整体"
    print(f"{table.department.name} {table.year} {name}：{measured(table)}；{scored(table)}；{found(table)}")
