"""A budget that does not add up (勾稽不符的预算): which figure is wrong, and what it should be.

Figures: performance report of 广州市番禺区应急管理局, 2021.
"""

import govperf as gp

budget = gp.Budget(
    2021,
    original="5,783.95万元",
    executed="3,678.76万元",
    income="3,678.76万元",
    income_sources={"财政拨款": "3,508.66万元", "事业收入": "18.18万元", "其他收入": "151.92万元"},
    basic="2,367.28万元",
    personnel="2,165.98万元",
    operating="201.30万元",
    project="1,310.79万元",
    carried_in="0.19万元",
    carried_out="0.88万元",
    reported_execution_rate="95.08%",
)
units = [
    gp.Department(
        "局本级", staffing=gp.Staffing(authorised={"行政编制": 10, "行政执法专项编制": 28}, actual=38)
    ),
    gp.Department("森林防火指挥部办公室", staffing=gp.Staffing(authorised=4, actual=4)),
    gp.Department("地震办公室", staffing=gp.Staffing(authorised=4, actual=3)),
    gp.Department("应急救援指挥中心", staffing=gp.Staffing(authorised=5, actual=5)),
]
evaluation = gp.Evaluation(
    gp.Department("番禺区应急管理局", units=units),
    2021,
    budget=budget,
    breakdowns=[
        gp.Breakdown("正能量信息", total="624条", parts={"镇街": "295条", "部门": "201条", "企业": "128条"}),
    ],
    reported_total="83.28",
)

checks = gp.cross_checks(evaluation)
for check in checks:
    print(check.verdict.value, check.explain())

for culprit in gp.suspects(checks):
    print(f"{culprit.name('zh')}应为 {culprit.consistent}，印为 {culprit.printed}")

print("在职人员控制率", evaluation.department.staffing_control_rate)
if evaluation.reported_total is not None:
    print("等级", gp.standard().grade(evaluation.reported_total).label)
