"""Forms drawn by chance: the cells as they are printed, and their figures for the naive engine.

Ties are sought: weights and targets for which the points fall between two hundredths, and actuals on the ends
of bands.
"""

from fractions import Fraction

from naive_engine import Row, Sheet

PERCENT = Fraction(100)
FAMILIES = (
    ({"条": 1, "万条": 10**4}, {"万条": 4}),
    ({"元": 1, "万元": 10**4, "亿元": 10**8}, {"万元": 4, "亿元": 8}),
    ({"米": 1, "公里": 1000, "厘米": Fraction(1, 100)}, {}),
    ({"平方米": 1, "公顷": 10**4, "亩": Fraction(2000, 3)}, {}),
    ({"小时": 1, "天": 24, "分钟": Fraction(1, 60)}, {}),
    ({"": 1}, {}),
)
"""Units of one kind and what they are worth; those with a scale that a bare figure may lack."""
RATIOS = {"%": Fraction(1, 100), "‰": Fraction(1, 1000), "成": Fraction(1, 10)}
SIGNS = {
    ">=": ("≥", ">=", "不少于", "不低于", "＞＝"),
    ">": (">", "大于", "超过"),
    "<=": ("≤", "<=", "不超过", "控制在"),
    "<": ("<", "小于"),
    "=": ("=", "═", "等于"),
}
WORDS = {"约": (-1, 1), "近": (-1, 0), "超过": (0, 1)}
GROUPS = {
    "产出": ("产出", "数量指标"),
    "效益": ("效益", "社会效益"),
    "成本": ("成本", "经济成本"),
    "满意度": ("满意度", "服务对象满意度"),
}
LEVELS = (
    "达成年度指标",
    "部分达成年度指标并具有一定效果",
    "未达成年度指标且效果较差",
    "达标",
    "未达标",
    "效果明显",
)
YEARS = 1000
"""A bare number of four digits and more may be a date, such as 202306."""
EDGES = tuple(Fraction(edge, 100) for edge in (50, 60, 80, 90, 100, 120, 130, 200))


def decimals(value, places):
    """A number as a cell prints it."""
    sign, digits = "-" if value < 0 else "", str(abs(int(value * 10**places))).rjust(places + 1, "0")
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    return sign + whole + ("." + rest if rest else "")


def weight(random):
    """Up to 40 points: whole ones, and with one or two decimals."""
    places = random.choice((0, 0, 1, 2))
    return Fraction(random.randint(0, 40 * 10**places), 10**places)


def a_number(random, low=0):
    places = random.choice((0, 0, 0, 1, 2, 3, 4))
    most = random.choice((30, 2_000, 99_999))
    return Fraction(random.randint(low, most), 10**places)


def tie(random, points):
    """Two figures whose part of the points lies in the middle between two hundredths."""
    hundredths = int(points * 100) or 1
    times = random.randint(1, 6)
    most = 2 * hundredths * times
    part = (2 * random.randrange(hundredths) + 1) * times
    scale = 10 ** random.choice((0, 0, 1, 2))
    return Fraction(most, scale), Fraction(part, scale)


def figures(random, points):
    """A target and an actual: by chance, with a tie, or on the end of a band."""
    way = random.random()
    if way < 0.3:
        wanted, actual = tie(random, points)
        return (actual, wanted) if random.random() < 0.3 else (wanted, actual)
    wanted = a_number(random)
    if random.random() < 0.015:
        wanted = -wanted
    if way < 0.5:
        return wanted, wanted * random.choice(EDGES)
    if way < 0.6:
        return wanted, random.choice((wanted, -a_number(random), Fraction(0)))
    return wanted, a_number(random)


def places_of(value):
    """The decimals that a number needs, None if it has no end within eight."""
    return next((places for places in range(9) if (value * 10**places).denominator == 1), None)


def printed(random, value, units):
    """The number in one of the units in which it has an end, with its text and its unit."""
    for unit in random.sample(list(units), len(units)):
        number = value / units[unit]
        if (places := places_of(number)) is not None:
            extra = random.choice((0, 0, 1, 2))
            return number, decimals(number, places + extra), unit
    return value, decimals(value, 8), next(iter(units))


def misses_a_scale(figure, other, unit, power):
    """Whether a bare figure may be meant without the 万 or the % of the unit beside it."""
    if not figure or not other:
        return False
    if unit in RATIOS:
        return abs(figure) * 10 < abs(other) or abs(figure) <= 1 < abs(other)
    return power.get(unit, 0) > 0 and abs(figure) > 10 * abs(other)


def measured(random, group, points):
    """The cells and the figures of an indicator that is measured."""
    units, power = random.choice(FAMILIES)
    if group == "满意度" or random.random() < 0.2:
        shares = ({"%": RATIOS["%"]}, {})
        units, power = random.choice(((RATIOS, {}), shares, shares, (units, power)))
    wanted, actual = figures(random, points)
    if "" in units and max(abs(wanted), abs(actual)) >= YEARS:
        units, power = FAMILIES[0]
    goal, goal_text, unit = printed(random, wanted * units[next(iter(units))], units)
    fact, fact_text, fact_unit = printed(random, actual * units[next(iter(units))], units)
    if random.random() < 0.2 and abs(fact) < YEARS:  # a bare actual takes the unit of the target
        fact_unit = ""
    in_target = fact * units[fact_unit or unit] / units[unit]
    cell = {"wanted": goal, "actual": in_target, "bare": not unit}
    if units is RATIOS or "%" in units:
        cell["percent"] = PERCENT * units[unit]
    target, cell = signed(random, group, goal, goal_text, unit, cell)
    if unit and not fact_unit:
        ends = [goal, *filter(None, [cell.get("ceiling")])]
        cell["unclear"] = any(misses_a_scale(fact, end, unit, power) for end in ends)
    word = ""
    if fact > 0 and random.random() < 0.06:
        word = random.choice(list(WORDS))
        cell["sides"] = WORDS[word]
    upper = ""
    if fact > 0 and fact_unit and not word and random.random() < 0.05:
        above = fact + a_number(random) + 1
        upper = "～" + decimals(above, places_of(above) or 0)
        cell["far"] = above * units[fact_unit] / units[unit]
    return target, f"{word}{fact_text}{upper}{fact_unit}", cell


def signed(random, group, goal, text, unit, cell):
    """A target with its operator, or without one; or a range."""
    if goal >= 0 and unit and group != "成本" and random.random() < 0.1:
        above = goal + a_number(random) + 1
        ceiling = decimals(above, places_of(above))
        return f"{text}～{ceiling}{unit}", {**cell, "binds": "between", "ceiling": above}
    binds = random.choice((*SIGNS, None))
    if binds is None:
        inferred = "=" if goal == 0 else "<=" if group == "成本" else ">="
        return f"{text}{unit}", {**cell, "binds": inferred}
    return f"{random.choice(SIGNS[binds])}{text}{unit}", {**cell, "binds": binds}


def awarded(random, points, cell):
    """What a person gives: points, a level, or both."""
    if random.random() < 0.5:
        share = random.choice((*EDGES[:5], Fraction(random.randint(0, 1000), 1000)))
        off = random.choice((0, 0, 10, -10, 5, -1))
        given = max(points * share + Fraction(off, 1000), Fraction(0))
        cell["award"] = Fraction(round(given * 1000), 1000)
    if "award" not in cell or random.random() < 0.3:
        cell["award_level"] = random.choice(LEVELS)


def corrections(random, chance):
    """Points added and taken off, some with a third decimal."""
    if random.random() >= chance:
        return ()
    return tuple(
        Fraction(random.randint(-500, 500), random.choice((100, 100, 1000)))
        for _ in range(random.choice((1, 1, 2, 3)))
    )


def row(random):
    """The fields of an indicator as it is printed, and the row of the naive engine."""
    group = random.choice(list(GROUPS))
    points = weight(random)
    target, actual, cell = measured(random, group, points)
    if random.random() < 0.1:
        target, actual, cell = "效果明显", random.choice(LEVELS), {}
        cell["level"] = actual
    if random.random() < (0.8 if "level" in cell else 0.05):
        awarded(random, points, cell)
    applies = random.random() >= 0.02
    cell["corrections"] = corrections(random, 0.08)
    drawn = Row(
        weight=None if random.random() < 0.003 else points,
        group=group,
        satisfaction=group == "满意度",
        applies=applies,
        **cell,
    )
    return {"category": GROUPS[group], "target": target, "actual": actual}, drawn


def sheet(random, sizes=(2, 2, 3, 3, 4, 5, 6)):
    """The printed rows and amounts, and the sheet of the naive engine."""
    drawn = [row(random) for _ in range(random.choice(sizes))]
    adjusted = random.choice((0, *[random.randint(1, 10**6)] * 30))
    spent = random.choice((random.randint(0, 12 * 10**5), adjusted * random.randint(0, 120) / Fraction(100)))
    spent = Fraction(int(spent * 10**4), 10**4)
    amounts = None if random.random() < 0.02 else (f"{adjusted}万元", f"{int(spent * 10**4)}元")
    made = Sheet(
        rows=tuple(one for _, one in drawn),
        rate=None if amounts is None or not adjusted else spent / adjusted,
        execution=random.choice((None, None, None, weight(random))) if amounts else None,
        finished=random.choice((None, True, False)),
        by_others=random.random() < 0.05,
        corrections=corrections(random, 0.1),
    )
    return [cells for cells, _ in drawn], amounts, made
