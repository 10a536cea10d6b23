"""The pictures of `docs/display.md`, drawn anew: python docs/pictures/write.py."""

from pathlib import Path

import govperf as gp
from govperf import display
from govperf.testing import a_budget, a_goal, an_evaluation, an_indicator

HERE = Path(__file__).parent
FORM = an_evaluation(
    department="某市体育局",
    project="全民健身",
    budget=a_budget(adjusted="100万元", progress={3: "20万元", 6: "56万元", 9: "70万元"}, executed="98万元"),
    goals=[
        a_goal(
            indicators=[
                an_indicator(name="活动场次", target="≥2场", actual="18场", weight=30),
                an_indicator(
                    name="响应时间", category=("产出", "时效"), target="≤24小时", actual="30小时", weight=30
                ),
                an_indicator(
                    name="参与程度",
                    category=("效益", "社会"),
                    target="明显提高",
                    actual="有所提高",
                    weight=10,
                ),
                an_indicator(name="群众满意度", category=("满意度",), target="≥90%", actual="81%", weight=20),
            ]
        )
    ],
)


def main() -> None:
    """Draw each as SVG, whose text stays text."""
    better = gp.what_if(FORM, {"响应时间": {"actual": "24小时"}})
    judged = gp.what_if(FORM, {"参与程度": {"award": gp.Award("8.5", level="达成年度指标")}})
    charts = {
        "completion": display.completion_chart(FORM),
        "waterfall": display.waterfall_chart(gp.evaluate(FORM)),
        "execution": display.execution_chart(FORM),
        "comparison": display.comparison_chart({"原方案": FORM, "改进后": better}),
        "sensitivity": display.sensitivity_chart(gp.sensitivity(judged)),
    }
    for name, chart in charts.items():
        display.save(chart, HERE / f"{name}.svg")


if __name__ == "__main__":
    main()
