"""A form of twenty indicators reviewed: a thousand such forms a second on one core are asked for.

The forms differ in every figure, so that nothing that is kept from one of them serves the next. They are
filled in as forms are: printed scores, a printed rate and total, targets that are missed, prose; every fourth
one prints what does not follow. A review finds eight things in each of them on average. Beside it stands what
is computed for the same forms, no faults looked for.
"""

from collections.abc import Iterator
from itertools import cycle

import attrs
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
            weight=weight(i, category),
            reported_points=weight(i, category),
        )


def weight(i: int, category: tuple[str, str]) -> str:
    """50, 30 and 10 points in all."""
    return {"产出": "3.5" if i else "4.5", "效益": "7.5", "满意度": "5"}[category[0]]


def form(number: int) -> gp.Evaluation:
    """Every fourth form prints full points for what was missed, and a wrong rate and total."""
    budget = gp.Budget(2023, original="100万元", adjusted="120万元", executed=f"{115 + number % 5}.5万元")
    made = gp.Evaluation(
        "某局", 2023, budget=budget, goals=[gp.Goal("完成年度任务", indicators=list(rows(number)))]
    )
    if number % 4 == 0:
        wrong = attrs.evolve(budget, reported_execution_rate="90%", reported_points="9")
        return attrs.evolve(made, budget=wrong, reported_total="95")
    return as_computed(made)


def as_computed(made: gp.Evaluation) -> gp.Evaluation:
    """The same form with the scores that follow; of prose the full ones."""
    card = gp.evaluate(made)
    scored = zip(made.goals[0].indicators, card.scores, strict=True)
    points = [row.weight if isinstance(one.points, gp.Undefined) else one.points for row, one in scored]
    indicators = [
        attrs.evolve(row, reported_points=given)
        for row, given in zip(made.goals[0].indicators, points, strict=True)
    ]
    spent = card.budget_score
    return attrs.evolve(
        made,
        budget=attrs.evolve(
            made.budget, reported_execution_rate=str(spent.rate), reported_points=spent.points
        ),
        goals=[attrs.evolve(made.goals[0], indicators=indicators)],
        reported_total=sum(points, spent.points),
    )


TURNS = cycle([form(number) for number in range(FORMS)])


def reviewed() -> object:
    return gp.review(next(TURNS))


def scored() -> object:
    return gp.evaluate(next(TURNS))


ENTRIES = [
    Entry("review a form of twenty indicators", reviewed, nothing, times=FORMS, above=1),
    Entry("the same, beside scoring it", reviewed, scored, times=FORMS),
]
