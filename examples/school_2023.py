"""A complete scored table (完整的评分表): every point explained.

Figures: self-evaluation of a secondary school's student grants in Hainan, 2023.
"""

import govperf as gp

table = gp.Evaluation(
    gp.Department("海南省属中学"),
    2023,
    project="学生事务补助",
    budget=gp.Budget(2023, original="120,000.00元", adjusted="120,000.00元", executed="30,000.00元"),
    goals=[
        gp.Goal(
            "资助困难学生和教师",
            indicators=[
                gp.Indicator("资助人数", category=("产出", "数量"), target="52", actual="10", weight=20),
                gp.Indicator("困难教师", category=("产出", "质量"), target="2", actual="0", weight=30),
                gp.Indicator(
                    "生活水平提高", category=("效益", "社会"), target="95%", actual="100", weight=30
                ),
                gp.Indicator(
                    "资助对象满意度", category=("满意度", "服务对象"), target="52", actual="100", weight=10
                ),
            ],
        )
    ],
)

card = gp.evaluate(table)
print(card.explain())
