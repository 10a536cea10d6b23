"""What a rule book says of itself is what it does: its text is read back, on every end and beside it."""

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govperf.standards import (
    BUILT_IN,
    Clause,
    Level,
    Levels,
    Measure,
    Provenance,
    Rounding,
    Rule,
    Steps,
    TotalCap,
    grade_scale,
    standard,
)
from govperf.standards.phrases import earned, percentage, plain_text, stretches, taken_off

CLAUSE = Clause(Provenance.CHOICE, "a test")
BOOKS = {name: standard(name) for name in BUILT_IN}
RULES = [(book, rule) for book in BOOKS.values() for rule in book.rules]
built_in = pytest.mark.parametrize(
    ("book", "rule"), RULES, ids=[f"{book.name}-{rule.name}" for book, rule in RULES]
)
languages = pytest.mark.parametrize("lang", ["zh", "en"])

NUMBER = r"(-?[0-9.]+(?:/[0-9]+)?)(?:小时|%|分| points)?"
RANGES = {
    "zh": [
        ("all", "不论多少"),
        ("below", f"低于{NUMBER}"),
        ("to", f"{NUMBER}（含）以下"),
        ("above", f"高于{NUMBER}"),
        ("from", f"{NUMBER}（含）以上"),
        ("at", f"等于{NUMBER}"),
        ("range", f"{NUMBER}（(不?)含）至{NUMBER}（(不?)含）"),
    ],
    "en": [
        ("all", "any figure"),
        ("below", f"below {NUMBER}"),
        ("to", f"up to {NUMBER}, included"),
        ("above", f"above {NUMBER}"),
        ("from", f"from {NUMBER}, included"),
        ("at", f"exactly {NUMBER}"),
        ("range", f"from {NUMBER}, (not )?included, to {NUMBER}, (not )?included"),
    ],
}
VALUES = {
    "zh": {"不得分": 0, "得满分": 1, "0分": 0, "满分": 1},
    "en": {"no points": 0, "all points": 1, "none of the points": 0, "all of the points": 1},
}
COLON = {"zh": "：", "en": ": "}
SHARE = {"zh": "得?分值的(.+)", "en": "(.+) of the points"}
LINES = {
    "zh": r"由(.+)按直线[升降]至(.+?)（.*）",
    "en": r"in a straight line from (.+?) (?:up|down) to (.+?) \(.*\)",
}
SAME = {"zh": "分值 × .+（.*）", "en": r"points × .+ \(.*\)"}


def read(text):
    """A number as the text prints it: a percentage is a part of one, and so is a fraction."""
    number = re.fullmatch(NUMBER, text)[1]
    return Fraction(number) / (100 if text.endswith("%") else 1)


def interval(text, lang):
    """The ends of a range, and whether they belong to it."""
    ((kind, found),) = [
        (kind, found) for kind, pattern in RANGES[lang] if (found := re.fullmatch(pattern, text))
    ]
    ends = [read(one[0]) for one in re.finditer(NUMBER, text)]
    if kind == "range":
        return ends[0], not found[2], ends[1], not found[4]
    low = ends[0] if kind in ("above", "from", "at") else None
    high = ends[0] if kind in ("below", "to", "at") else None
    return low, kind in ("from", "at"), high, kind in ("to", "at")


def holds(figure, ends):
    low, low_in, high, high_in = ends
    above = low is None or figure > low or (low_in and figure == low)
    return above and (high is None or figure < high or (high_in and figure == high))


def share(text, lang):
    """A share of the points in words."""
    known = VALUES[lang].get(text)
    if known is not None:
        return Fraction(known)
    return read(re.fullmatch(SHARE[lang], text)[1])


def worth(figure, said, ends, lang):
    """What a figure of a stretch earns by the words beside it."""
    if re.fullmatch(SAME[lang], said):
        return figure
    line = re.fullmatch(LINES[lang], said)
    if line is None:
        return share(said, lang)
    start, end = (share(one, lang) for one in line.groups())
    return start + (end - start) * (figure - ends[0]) / (ends[2] - ends[0])


def readings(figure, lines, lang):
    """What the lines say of a figure: one of them holds."""
    parts = [line.split(COLON[lang], 1) for line in lines]
    places = [(interval(where, lang), said) for where, said in parts]
    return [worth(figure, said, ends, lang) for ends, said in places if holds(figure, ends)]


def around(figures):
    """Each figure, what is just below and just above it, and what lies between two."""
    tiny = Fraction(1, 10**9)
    every = sorted({figure + step for figure in figures for step in (-tiny, 0, tiny)})
    middles = [(one + other) / 2 for one, other in pairwise(every)]
    return [every[0] - 1, *every, *middles, every[-1] + 1]


def places(rule):
    return around([knot.figure for knot in rule.knots] + [at for at, _ in rule.deductions])


SHARES = st.integers(0, 12).map(lambda n: Fraction(n, 12))
FIGURES = st.integers(-20, 40).map(lambda n: Fraction(n, 18))


NO_STEPS = st.none()


@st.composite
def rules(draw, *, steps=NO_STEPS):
    figures = sorted(draw(st.sets(FIGURES, min_size=1, max_size=4)))
    shares = st.one_of(st.tuples(SHARES), st.tuples(SHARES, SHARES, SHARES))
    knots = [(figure, *draw(shares)) for figure in figures]
    offs = sorted(draw(st.sets(FIGURES, max_size=3)))
    measure = draw(st.sampled_from(["completion", "excess", "ratio", "actual", "deviation"]))
    return Rule(
        "drawn",
        draw(st.sampled_from([(">=", "between"), ("<=",), ("*",), ()])),
        knots,
        CLAUSE,
        measure=measure,
        unit="小时" if measure == "actual" else "",
        steps=draw(steps),
        deductions=[(at, draw(st.integers(0, 5))) for at in offs],
    )


COUNTED = {
    "zh": "从(?P<start>.+)起每(?P<size>.+)计一档，.*",
    "en": "the figure counts in whole steps of (?P<size>.+) from (?P<start>.+); .*",
}
FLOOR = {"zh": "只计完整的档", "en": "does not count"}
EACH = {"zh": "每.+为分值的(.+)）", "en": r"\(([^(]+) of the points for each"}


def numbers_of_steps(text, lang):
    """Where the steps start, and how long they are."""
    found = re.fullmatch(COUNTED[lang], text)
    size = found["size"]
    number = re.match("[0-9./]+", size)[0]
    length = Fraction(number) / (100 if "point" in size or "个百分点" in size else 1)
    return read(found["start"]), length


STEPS = st.tuples(
    FIGURES, st.sampled_from([Fraction(1, 10), Fraction(2, 3)]), st.sampled_from(["floor", "ceil"])
)


@given(rules())
def test_each_figure_lies_in_one_stretch(rule):
    every = stretches(rule)
    for figure in places(rule):
        ends = [(one.low, one.low_in, one.high, one.high_in) for one in every]
        (at,) = [place for place, one in enumerate(ends) if holds(figure, one)]
        one = every[at]
        found = one.start
        if not one.level:
            found += (one.end - one.start) * (figure - one.low) / (one.high - one.low)
        assert found == rule.share(figure)


@given(rules())
def test_neighbours_differ(rule):
    every = stretches(rule)
    for one, other in pairwise(every):
        assert one.high == other.low
        assert one.high_in != other.low_in
        assert not (one.level and other.level and one.end == other.start)


@languages
@given(rule=rules())
def test_the_words_say_what_the_rule_gives(rule, lang):
    lines = list(earned(rule, lang, execution=True))
    for figure in places(rule):
        assert readings(figure, lines, lang) == [rule.share(figure)]


@languages
@given(rule=rules(steps=STEPS))
def test_the_words_say_what_whole_steps_give(rule, lang):
    counted, *lines = earned(rule, lang)
    steps = Steps(*numbers_of_steps(counted, lang), "floor" if FLOOR[lang] in counted else "ceil")
    for figure in places(rule):
        assert readings(steps(figure), lines, lang) == [rule.share(figure)]


@languages
@given(rule=rules(steps=STEPS))
def test_the_words_say_what_each_step_is_worth(rule, lang):
    """Two figures on one line, a step apart."""
    for one, line in zip(stretches(rule), list(earned(rule, lang))[1:], strict=True):
        found = re.search(EACH[lang], line)
        assert (found is None) == one.level
        if found:
            middle = one.low + (one.high - one.low) / 2
            slope = (one.end - one.start) / (one.high - one.low)
            later = one.start + slope * (middle + rule.steps.size - one.low)
            assert read(found[1]) == abs(later - (one.start + slope * (middle - one.low)))


@languages
@given(rule=rules())
def test_what_is_left_out_is_never_seen(rule, lang):
    """A completion rate and a deviation are never below zero."""
    lines = list(earned(rule, lang))
    positive = rule.measure in (Measure.COMPLETION, Measure.DEVIATION)
    for figure in places(rule):
        found = readings(figure, lines, lang)
        assert found == [rule.share(figure)] or (positive and figure < 0 and not found)


@languages
@given(rule=rules())
def test_the_words_say_what_is_taken_off(rule, lang):
    places_said = []
    for line in taken_off(rule, lang):
        where, _, points = line.partition("：另扣" if lang == "zh" else ": points taken off: ")
        places_said.append((interval(where, lang), Fraction(points.removesuffix("分"))))
    for figure in places(rule):
        found = [points for ends, points in places_said if holds(figure, ends)]
        assert (found or [0]) == [rule.taken_off(figure)]


@built_in
@languages
def test_built_in_rules(book, rule, lang):
    executes = rule.name in (book.execution_rule, book.execution_finished)
    lines = list(earned(rule, lang, execution=executes))
    if (figures := ONLY.get(rule.name)) is not None:
        said = [share(line.split(COLON[lang])[1], lang) for line in lines]
        assert said == [rule.share(figure) for figure in figures]
        return
    for figure in places(rule):
        found = readings(_figure(rule, figure), lines, lang)
        assert found == [rule.share(figure)] or (figure < 0 and not executes and not found)


ONLY = {"zero_target": (Fraction(1), Fraction(0)), "deadline": (Fraction(1),)}
"""Rules whose figure is that of a target met, or not; a date that is missed has none."""


def _figure(rule, figure):
    """Percentages are read as parts of one."""
    return figure / 100 if rule.unit == "%" else figure


def table(book, lang, head):
    """The cells of a table of the description, by a word of its head."""
    lines = book.describe(lang).splitlines()
    start = next(place for place, line in enumerate(lines) if f"| {head} |" in line)
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return rows


HEADS = {
    "grades": {"zh": "总分", "en": "Total"},
    "levels": {"zh": "占分值", "en": "Part of the points"},
    "numbers": {"zh": "可靠程度", "en": "How sure"},
}
CAP = {"zh": "总分封顶", "en": "cap of the total"}
SCALES = [grade_scale(name) for name in ("90-80-60", "central-integer", "80-70-60")]


@languages
@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.name)
def test_grades(scale, lang):
    book = attrs.evolve(standard(), grades=scale.grades)
    said = [(interval(total, lang), label) for label, total in table(book, lang, HEADS["grades"][lang])]
    for grade in scale.grades:
        for total in (grade.lower, grade.lower + Decimal("0.01"), grade.lower - Decimal("0.01")):
            if total >= 0:
                (found,) = [label for ends, label in said if holds(Fraction(total), ends)]
                label = book.grade(total).label
                assert found == label or found.endswith(f"({label})")


@languages
@pytest.mark.parametrize("book", BOOKS.values(), ids=list(BOOKS))
@pytest.mark.parametrize("full", [Decimal(10), Decimal(7), Decimal("0.01")])
def test_levels(book, lang, full):
    said = table(book, lang, HEADS["levels"][lang])
    for level, (_, where, _) in zip(book.levels.levels, said, strict=True):
        if level.fixed:
            assert share_of(where) == level.lower
            continue
        low, low_in, high, high_in = interval(where, lang)
        ends = [book.rounding.round(Fraction(full) * end) for end in (low, high)]
        step = Decimal("0.01")
        for points in {*ends, *(end + step for end in ends), *(end - step for end in ends)}:
            alone = points == ends[0] == ends[1]  # the words say so of every band
            inside = alone or holds(points, (ends[0], low_in, ends[1], high_in))
            assert level.band(full, book.rounding).holds(points) == inside


def share_of(text):
    return read(re.search(r"[0-9.]+%", text)[0])


@languages
@given(limits=st.lists(st.integers(1, 40), unique=True, max_size=4).map(sorted))
def test_caps(limits, lang):
    bands = [(Fraction(n, 20), Decimal(59 + place)) for place, n in enumerate([0, *limits])]
    book = attrs.evolve(standard(), total_cap=TotalCap(tuple(bands), CLAUSE))
    (value,) = [row[1] for row in table(book, lang, HEADS["numbers"][lang]) if row[0] == CAP[lang]]
    said = []
    for part in value.split("；" if lang == "zh" else "; "):
        where, _, most = part.partition("：最高" if lang == "zh" else ": at most ")
        said.append(
            (interval(where.removeprefix("预算执行率").removeprefix("execution rate "), lang), read(most))
        )
    for rate in around([start for start, _ in bands]):
        if rate >= 0:
            assert [most for ends, most in said if holds(rate, ends)] == [book.total_cap.at(rate)]


@given(st.fractions())
def test_numbers_are_exact(value):
    assert Fraction(plain_text(value)) == value
    assert read(percentage(value)) == value


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 3))
def test_levels_of_any_book(one, other, minus):
    low, high = sorted((Fraction(one, 20), Fraction(other, 20)))
    book = attrs.evolve(
        standard(),
        levels=Levels((Level("好", "good", low, high, minus=minus),), CLAUSE),
        rounding=Rounding(2, "half_up", CLAUSE),
    )
    ((_, where, _),) = table(book, "zh", HEADS["levels"]["zh"])
    band, _, off = where.partition("，再扣")
    assert Fraction(off.removesuffix("分") or 0) == minus
    if low == high:
        assert share_of(band) == low
    else:
        assert interval(band, "zh") == (low, True, high, high == 1)
