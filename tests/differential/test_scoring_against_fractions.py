"""Scores against a second engine: naive, in whole fractions, written from the rules and not from the code."""

from fractions import Fraction
from random import Random

import govperf as gp

FORMS = 6_000

# One of each family: what a unit is worth in the first one.
UNITS = [
    {"条": 1, "万条": 10**4},
    {"元": 1, "万元": 10**4, "亿元": 10**8},
    {"米": 1, "公里": 1000, "厘米": Fraction(1, 100)},
    {"平方米": 1, "公顷": 10**4, "亩": Fraction(2000, 3)},
    {"%": Fraction(1, 100), "‰": Fraction(1, 1000), "成": Fraction(1, 10)},
    {"小时": 1, "天": 24, "分钟": Fraction(1, 60)},
    {"": 1},
]
SIGNS = {
    ">=": ["≥", ">=", "不少于", "不低于", "＞＝"],
    ">": [">", "大于", "超过"],
    "<=": ["≤", "<=", "不超过", "控制在"],
    "<": ["<", "小于"],
    "=": ["=", "═", "等于"],
}
ZERO, ONE = Fraction(0), Fraction(1)


class Row:
    """One indicator: its cells, and its figures in one unit."""

    def __init__(self, random):
        family = random.choice(UNITS)
        self.cost = random.random() < 0.2
        self.operator = random.choice([*SIGNS, None])
        wanted, self.wanted = figure(random, family, low=-2)
        actual, self.actual = figure(random, family, low=-2)
        if random.random() < 0.2:
            actual, self.actual = wanted, self.wanted
        sign = random.choice(SIGNS[self.operator]) if self.operator else ""
        weight = random.choice([random.randint(0, 40), Fraction(random.randint(0, 4000), 100)])
        self.weight = Fraction(weight)
        self.indicator = gp.Indicator(
            "指标",
            category=("产出", "成本") if self.cost else ("产出", "数量"),
            target=sign + wanted,
            actual=actual,
            weight=decimals(self.weight, 2),
        )

    @property
    def binds(self):
        if self.operator:
            return self.operator
        if self.wanted == 0:
            return "="
        return "<=" if self.cost else ">="


def figure(random, family, low):
    """A number with a unit, as a cell, and its worth."""
    places = random.choice([0, 0, 0, 1, 2])
    number = random.choice([0, random.randint(low, 30), random.randint(low, 2000)])
    unit = random.choice(list(family))
    value = Fraction(number, 10**places)
    return f"{decimals(value, places, grouped=random.random() < 0.5)}{unit}", value * family[unit]


def decimals(value, places, *, grouped=False):
    sign, whole = "-" if value < 0 else "", str(abs(int(value * 10**places))).rjust(places + 1, "0")
    head, tail = whole[: len(whole) - places], whole[len(whole) - places :]
    if grouped:
        head = f"{int(head):,}"
    return sign + head + ("." + tail if tail else "")


def rate(row):
    """The completion rate by the rules, or None."""
    wanted, actual, binds = row.wanted, row.actual, row.binds
    if wanted < 0 or (wanted == 0 and binds in (">=", ">")):
        return None
    if wanted == 0:
        return ONE if actual < 0 or (actual == 0 and binds != "<") else ZERO
    if binds in ("<=", "<"):
        return ONE if actual <= wanted else wanted / actual
    return max(actual, ZERO) / wanted


def met(row):
    return {
        ">=": row.actual >= row.wanted,
        ">": row.actual > row.wanted,
        "<=": row.actual <= row.wanted,
        "<": row.actual < row.wanted,
        "=": row.actual >= row.wanted if row.wanted else row.actual <= 0,
    }[row.binds]


def cents(value):
    """Half up to hundredths, in whole numbers."""
    return (2 * value.numerator * 100 + value.denominator) // (2 * value.denominator)


def grade(total):
    return next(
        label for label, lower in (("优", 9000), ("良", 8000), ("中", 6000), ("差", 0)) if total >= lower
    )


def test_forms():
    random = Random(2020)  # noqa: S311 - chance that repeats itself
    undefined = 0
    for _ in range(FORMS):
        rows = [Row(random) for _ in range(random.choice([1, 1, 1, 3]))]
        adjusted, spent = random.randint(1, 10**6), random.randint(0, 12 * 10**5)
        budget = gp.Budget(2023, adjusted=f"{adjusted}万元", executed=f"{spent * 10**4}元")
        goal = gp.Goal("目标", indicators=[row.indicator for row in rows])
        card = gp.evaluate(gp.Evaluation(gp.Department("某局"), 2023, budget=budget, goals=[goal]))

        rates = [rate(row) for row in rows]
        execution = cents(10 * min(ONE, Fraction(spent, adjusted)))
        assert card.budget_score.points * 100 == execution
        total = execution
        for row, expected, score in zip(rows, rates, card.scores, strict=True):
            if expected is None:
                assert isinstance(score.rate, gp.Undefined), row.indicator
                assert isinstance(score.points, gp.Undefined) or row.weight == score.points == 0, (
                    row.indicator
                )
                continue
            assert (score.rate.exact, score.rate.met) == (expected, met(row)), row.indicator
            points = cents(row.weight * min(ONE, expected))
            assert score.points * 100 == points, row.indicator
            total += points
        if any(expected is None and row.weight for row, expected in zip(rows, rates, strict=True)):
            undefined += 1
            assert isinstance(card.total, gp.Undefined)
        else:
            assert (card.total * 100, card.grade.label) == (total, grade(total))
    assert FORMS // 20 < undefined < FORMS // 2
