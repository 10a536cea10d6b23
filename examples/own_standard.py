"""A rule book of one's own (自定义评分标准): a file that extends a built-in book, and scores by it.

Figures: worked examples for the point scales of department tables in Hunan.
"""

from pathlib import Path

import govperf as gp

book = gp.standard(Path(__file__).parent / "standards" / "hunan_department.toml")
rows = [
    gp.Indicator("在职人员控制率", target="≤100%", actual="103.2%", weight=5),
    gp.Indicator("“三公经费”变动率", target="≤0%", actual="-5.00%", weight=5),
    gp.Indicator("重点支出安排率", target="≥90%", actual="89.99%", weight=5),
    gp.Indicator("预算调整率", target="=0%", actual="10%", weight=3),
    gp.Indicator("“三公经费”控制率", target="≤100%", actual="101.5%", weight=6),
    gp.Indicator("预算完成率", target="≥100%", actual="93.2%", weight=5),
    gp.Indicator("预算控制率", target="=0%", actual="10.01%", weight=5),
]
for row in rows:
    print(gp.score(row, standard=book).explain())
