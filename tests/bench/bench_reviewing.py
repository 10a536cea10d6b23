"""A form of twenty indicators reviewed: a thousand such forms a second on one core are asked for.

The forms differ in every figure, so that nothing that is kept from one of them serves the next. They are filled
in as forms are: printed scores, a printed total, a target that is missed, one that is far exceeded, prose.
Beside it stands what is computed for the same forms without looking for faults.
"""

from collections.abc import Iterator
from itertools import cycle

from bench_scoring import nothing
from harness import Entry

import govperf as gp

FORMS = 100
ROWS = (
    ("培训场次", ("产出", "数量"), "≥{n}场", "{more}场"),
    ("资助人数", ("产出", "数量"), "≥{n}人", "{less}人"),
    ("验收合格率", ("产出", "质量"), "≥9{digit}%", "9{digit}.5%"),
    ("完成及时率", ("产出", "时效"), "=100%", "100%"),
    ("项目成本", ("产出", "成本"), "≤{n}万元", "{less}万元"),
    ("服务人次", ("效益", "社会效益"), "{n}人次", "{more}"),
    ("设施改善", ("效益", "社会效益"), "效果明显", "已改善"),
    ("服务对象满意度", ("满意度", "服务对象满意度"), "≥90%", "9{digit}%"),
)


def rows(number: int) -> Iterator[gp.Indicator]:
    for i in range(20):
        name, category, target, actual = ROWS[i % len(ROWS)]
        count = (number * 7 + i * 13) % 900 + 20
        figures = {"n": count, "more": count + 3, "less": count - 2, "digit": (number + i) % 10}
        yield gp.Indicator(
            f"{name}{'一二三'[i // len(ROWS)]}",
            category=category,
            target=target.format_map(figures),
            actual=actual.format_map(figures),
            weight="4.5",
            reported_points="4.5",
        )


def form(number: int) -> gp.Evaluation:
    budget = gp.Budget(
        2023,
        original="100万元",
        adjusted="120万元",
        executed=f"{100 + number % 20}.5万元",
        reported_execution_rate="90%",
        reported_points="9",
    )
    goal = gp.Goal("完成年度任务", indicators=list(rows(number)))
    return gp.Evaluation("某局", 2023, budget=budget, goals=[goal], reported_total="95")


TURNS = cycle([form(number) for number in range(FORMS)])


def reviewed() -> object:
    return gp.review(next(TURNS))


def scored() -> object:
    return gp.evaluate(next(TURNS))


ENTRIES = [
    Entry("review a form of twenty indicators", reviewed, nothing, times=FORMS, above=1),
    Entry("the same, beside scoring it", reviewed, scored, times=FORMS),
]
