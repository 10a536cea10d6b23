"""A form without weights (没有分值的表): completion rates, and what stands out.

Figures: performance table of 广州市应急管理局, 2020.
"""

import govperf as gp

INDICATORS = {
    "媒体发布应急管理信息": ("不少于60条", "近540条"),
    "舆情监测周报": ("每周1期", "49期"),
    "年度培训计划": ("9次", "9次"),
    "官微官网正常运行天数": ("366天", "366天"),
    "事故处理完成率": ("≥95%", "75%"),
    "防震减灾执法台站": ("每半年1个", "2个"),
    "地震台网故障响应时间": ("24小时以内", "78次中77次"),
    "行政复议和应诉": ("按时完成", "按时完成"),
}

evaluation = gp.Evaluation(
    gp.Department("广州市应急管理局"),
    2020,
    goals=[
        gp.Goal(
            "年度主要支出计划",
            indicators=[
                gp.Indicator(name, target=target, actual=actual)
                for name, (target, actual) in INDICATORS.items()
            ],
        )
    ],
)

for _path, indicator in evaluation.indicators():
    rate = gp.completion_rate(indicator.target, indicator.actual, year=evaluation.year)
    if isinstance(rate, gp.Undefined):
        print(f"{indicator.name}：{rate.explain()}")
    else:
        print(f"{indicator.name}：{rate}", *(note.explain() for note in rate.notes), sep="；")

for finding in gp.review(evaluation):
    print(finding.severity.value, finding.explain())
