"""Laws of totals: sums of their parts, within their bounds, blind to units and order, higher for more."""

from decimal import Decimal
from fractions import Fraction

import attrs
from any_book import CAPS, OURS, books, carried, completion, policies, rules
from hypothesis import assume, given
from hypothesis import strategies as st

from govperf.codec import from_json, to_json
from govperf.limits import LIMITS
from govperf.model import Award, Budget, Correction, Evaluation, Goal, Grade, Indicator, Scorecard, Undefined
from govperf.scoring import evaluate, score
from govperf.standards import NotApplicable, Parameter, Rounding, TotalCap
from govperf.testing import scorecards
from govperf.units import Quantity

UP, DOWN = ["≥", ">", "=", ""], ["≤", "<"]
CATEGORIES = [("产出", "数量指标"), ("效益", "社会效益"), ("满意度", "服务对象满意度"), ("成本", "经济成本")]
UNITS = [("万元", "元", 10**4), ("亿元", "万元", 10**4), ("公里", "米", 1000), ("公顷", "亩", 15)]

CAPS_ALONE = [most for _, most in CAPS.bands]

signs = st.sampled_from(UP + DOWN)
numbers = st.integers(0, 200).map(Decimal) | st.decimals(0, 1000, places=2)
wanted = numbers.filter(bool)
weights = st.integers(0, 40).map(Decimal) | st.decimals(0, 40, places=2)
corrections = st.lists(
    st.decimals(-6, 6, places=2).map(lambda points: Correction(points, "核定")), max_size=2
)
levels = st.sampled_from(
    ["达成年度指标", "部分达成年度指标并具有一定效果", "未达成年度指标且效果较差", "效果明显"]
)
words = st.sampled_from(["", "", "约", "近", "超过"])
measured = st.builds(
    lambda sign, target, word, actual: {"target": f"{sign}{target}%", "actual": f"{word}{actual}%"},
    signs,
    numbers,
    words,
    wanted,
)
prose = levels.map(lambda level: {"target": "效果明显", "actual": level})
rows = st.builds(
    lambda cells, category, weight, corrections, reason: Indicator(
        "指标", **cells, category=category, weight=weight, corrections=corrections, not_applicable=reason
    ),
    measured | measured | prose,
    st.sampled_from(CATEGORIES),
    weights,
    corrections,
    st.sampled_from(["", "", "", "未开展"]),
)
budgets = st.builds(
    lambda adjusted, spent, weight: Budget(
        2023, adjusted=f"{adjusted}元", executed=f"{spent}元", weight=weight
    ),
    st.integers(1, 1000),
    st.integers(0, 1200),
    st.none() | weights,
)


def form(indicators, budget, corrections=(), finished=None):
    goals = [Goal("目标", indicators=indicators)]
    return Evaluation("某局", 2023, budget=budget, goals=goals, corrections=corrections, finished=finished)


forms = st.builds(
    form,
    st.lists(rows, min_size=1, max_size=4),
    budgets | budgets | st.none(),
    corrections,
    st.sampled_from([None, True, False]),
)


def total(evaluation, book):
    return evaluate(evaluation, standard=book).total


def with_indicators(evaluation, indicators):
    return attrs.evolve(evaluation, goals=[Goal("目标", indicators=indicators)])


def indicators_of(evaluation):
    return list(evaluation.goals[0].indicators)


def bounded(made):
    """A weight of more digits than points have, such as 1.125, is given whole and never more."""
    return 0 <= made.points <= made.full and 0 <= made.unrounded <= made.full


@given(scorecards())
def test_points_stay_between_nothing_and_the_weight(card):
    assert all(bounded(made) for made in card if not isinstance(made.points, Undefined))


@given(forms, books())
def test_points_stay_there_in_any_book(evaluation, book):
    for made in evaluate(evaluation, standard=book):
        assert isinstance(made.points, Undefined) or bounded(made)
        low, high = made.possible
        assert 0 <= low <= high <= made.full


@given(carried, st.sampled_from(CATEGORIES), signs, wanted, st.tuples(numbers, numbers).map(sorted), weights)
def test_more_earns_no_less_or_no_more_by_direction(book, category, sign, target, actuals, weight):
    """Without a sign less is better for a cost, more for anything else."""
    below, above = (
        score(
            Indicator("指标", category=category, target=f"{sign}{target}%", actual=f"{one}%", weight=weight),
            standard=book,
        )
        for one in actuals
    )
    if sign in DOWN or (not sign and category[0] == "成本"):
        below, above = above, below
    assert below.points <= above.points


@given(
    carried,
    st.tuples(st.integers(0, 1000), st.integers(0, 1000), st.integers(1, 1000)).map(sorted),
    weights,
    st.sampled_from([None, True, False]),
)
def test_more_spent_within_the_budget_earns_no_less(book, amounts, weight, finished):
    """Above the budget a book may give less."""
    assume(amounts[-1])
    budgets = [
        Budget(2023, adjusted=f"{amounts[-1]}元", executed=f"{spent}元", weight=weight) for spent in amounts
    ]
    points = [
        evaluate(form([], one, finished=finished), standard=book).budget_score.points for one in budgets
    ]
    assert points == sorted(points)
    assert points[-1] == book.rounding.round(weight)


@given(books(), signs, wanted, numbers, st.sampled_from(UNITS), st.sampled_from(CATEGORIES), weights)
def test_units_change_no_total(book, sign, target, actual, units, category, weight):
    large, fine, times = units
    cells = [(f"{target}{large}", f"{actual}{large}"), (f"{target * times}{fine}", f"{actual}{large}")]
    cells += [(f"{target}{large}", f"{actual * times}{fine}")]
    budget = Budget(2023, adjusted="100万元", executed="950000元")
    cards = [
        evaluate(
            form(
                [Indicator("指标", category=category, target=sign + one, actual=other, weight=weight)], budget
            ),
            standard=book,
        )
        for one, other in cells
    ]
    said = [(card.total, card.grade, card.scores[0].points) for card in cards]
    assert len({tuple(getattr(one, "code", one) for one in three) for three in said}) == 1


@given(forms, books(), st.randoms(use_true_random=False))
def test_order_changes_no_total(evaluation, book, random):
    indicators, corrections = indicators_of(evaluation), list(evaluation.corrections)
    random.shuffle(indicators)
    random.shuffle(corrections)
    shuffled = attrs.evolve(with_indicators(evaluation, indicators), corrections=corrections)
    one, other = (evaluate(each, standard=book) for each in (evaluation, shuffled))
    assert (one.total, one.possible, one.grade, one.full) == (
        other.total,
        other.possible,
        other.grade,
        other.full,
    )


by_score = st.builds(
    lambda digits, mode: Rounding(digits, mode, OURS),
    st.integers(0, 3),
    st.sampled_from(["half_up", "half_even"]),
)


@given(forms, books(roundings=by_score, policies=policies("refuse", "full"), caps=st.none()))
def test_the_total_is_the_sum_of_the_rounded_parts_and_the_corrections(evaluation, book):
    card = evaluate(evaluation, standard=book)
    parts = [made.points for made in card]
    if any(isinstance(part, Undefined) for part in parts):
        assert isinstance(card.total, Undefined)
        assert isinstance(card.grade, Undefined)
        assert card.missing
    else:
        added = sum(map(Fraction, parts)) + sum(Fraction(one.points) for one in evaluation.corrections)
        assert card.total == book.rounding.round(max(added, Fraction(0)))
        assert card.grade == book.grade(card.total)
        assert card.missing == ()


@given(forms, books(), st.sampled_from(["low", "middle", "high"]), budgets)
def test_the_total_lies_within_what_was_possible(evaluation, book, where, budget):
    """Whatever a person then gives to what was open, and whatever was spent."""
    before = evaluate(evaluation, standard=book)
    decided = []
    for indicator, made in zip(indicators_of(evaluation), before.scores, strict=True):
        is_open = isinstance(made.points, Undefined) and not indicator.not_applicable
        decided.append(attrs.evolve(indicator, award=award(made, book, where)) if is_open else indicator)
    weight = before.budget_score.full
    filled = evaluation.budget or attrs.evolve(budget, weight=weight)
    after = evaluate(attrs.evolve(with_indicators(evaluation, decided), budget=filled), standard=book)
    if not isinstance(after.total, Undefined):
        low, high = before.possible
        assert low <= after.total <= high


def award(made, book, where):
    """The least, the most, or what lies between, that a person may give where the score is open."""
    added = sum((one.points for one in made.corrections), Decimal(0))
    low, high = (min(max(end - added, Decimal(0)), made.full) for end in made.possible)
    if (level := book.levels.find(made.actual)) is not None:
        low, high, closed = level.band(made.full, book.rounding)
        high = min(high if closed else max(low, high - Decimal(1).scaleb(-book.rounding.digits)), made.full)
    return Award({"low": low, "middle": (low + high) / 2, "high": high}[where])


@given(forms, books(), st.tuples(weights, weights).map(sorted))
def test_a_higher_award_never_lowers_the_total(evaluation, book, awards):
    prose = Indicator("效果", category=("效益",), target="效果明显", actual="见附件", weight=40)
    indicators = indicators_of(evaluation)
    below, above = (
        total(with_indicators(evaluation, [*indicators, attrs.evolve(prose, award=given)]), book)
        for given in awards
    )
    assert isinstance(below, Undefined) == isinstance(above, Undefined)
    assert isinstance(below, Undefined) or below <= above


@given(
    st.lists(st.tuples(weights, st.booleans()), min_size=1, max_size=5),
    weights,
    books(policies=policies("redistribute"), caps=st.none(), roundings=by_score),
)
def test_what_is_left_at_full_points_is_all_points(parts, execution, book):
    """Indicators that do not apply leave their points to the others."""
    some_left = any(weight for weight, dropped in parts if not dropped)
    assume(some_left or not any(dropped for _, dropped in parts))
    indicators = [
        Indicator(
            "指标", target="≥90%", actual="90%", weight=weight, not_applicable="未开展" if dropped else ""
        )
        for weight, dropped in parts
    ]
    assume(execution or any(weight for weight, dropped in parts if not dropped))
    budget = Budget(2023, adjusted="100元", executed="100元", weight=execution)
    card = evaluate(form(indicators, budget), standard=book)
    if all(book.rounding.round(made.full) == made.full for made in card):
        assert card.total == card.full == execution + sum(weight for weight, _ in parts)


@given(forms, books(caps=st.none()))
def test_a_cap_only_lowers(evaluation, book):
    free = evaluate(evaluation, standard=book)
    capped = evaluate(evaluation, standard=attrs.evolve(book, total_cap=CAPS))
    assert capped.scores == free.scores
    most = CAPS.at(evaluation.budget.execution_rate.exact) if evaluation.budget else min(CAPS_ALONE)
    if isinstance(capped.total, Decimal):
        assert capped.total == min(free.total, most)
    else:
        assert isinstance(free.total, Undefined) or (evaluation.budget is None and free.total > most)
    if not isinstance(free.possible, Undefined):
        assert capped.possible[0] <= free.possible[0]
        assert capped.possible[1] <= free.possible[1]


SIDES = {"约": (-10, 10), "近": (-10, 0), "超过": (0, 10)}


@given(carried, rules(measures=completion), st.booleans(), signs, wanted, st.data())
def test_an_approximate_actual_counts_only_where_it_cannot_decide(book, rule, own, sign, target, data):
    word = data.draw(st.sampled_from(sorted(SIDES)))
    actual, weight = data.draw(wanted), data.draw(weights)
    ours = book.with_rules(rule) if own else book
    row = Indicator(
        "指标", target=f"{sign}{target}条", actual=f"{word}{actual}条", weight=weight, category=("产出",)
    )
    made = score(row, standard=ours)
    low, high = SIDES[word]
    for percent in (low, high, data.draw(st.integers(low, high)), data.draw(st.fractions(low, high))):
        exactly = Fraction(actual) * (100 + Fraction(percent)) / 100
        if (exactly * 10**12).denominator != 1:
            exactly = Fraction(int(exactly * 10**12), 10**12)
        cell = Quantity(Decimal(exactly.numerator) / Decimal(exactly.denominator), "条")
        there = score(attrs.evolve(row, actual=cell), standard=ours)
        if isinstance(made.points, Undefined):
            assert made.within[0] <= there.points <= made.within[1]
        else:
            assert there.points == made.points


def is_writable(card):
    """Weights of 34 digits add up to more than a number may have."""
    ends = [
        end for made in (card, *card) if not isinstance(made.possible, Undefined) for end in made.possible
    ]
    weights = [made.full for made in (card, *card) if not isinstance(made.full, Undefined)]
    return all(len(one.as_tuple().digits) <= LIMITS.digits for one in (*ends, *weights))


@given(scorecards().filter(is_writable))
def test_a_card_comes_back_from_json(card):
    assert from_json(to_json(card), Scorecard) == card


@given(forms, books())
def test_a_card_of_any_book_comes_back_and_twice_is_the_same(evaluation, book):
    card = evaluate(evaluation, standard=book)
    assert evaluate(attrs.evolve(evaluation), standard=attrs.evolve(book)) == card
    assert from_json(to_json(card), Scorecard) == card


def one_more(parameter):
    return attrs.evolve(parameter, value=parameter.value + Decimal("0.01"))


CHANGES = {
    "execution": lambda book: {"execution_points": one_more(book.execution_points)},
    "limit": lambda book: {"over_fulfilment": one_more(book.over_fulfilment)},
    "margin": lambda book: {"approximation": one_more(book.approximation)},
    "full": lambda book: {"full": one_more(book.full)},
    "digits": lambda book: {"rounding": attrs.evolve(book.rounding, digits=book.rounding.digits + 1)},
    "policy": lambda _: {"not_applicable": NotApplicable("full", OURS)},
    "cap": lambda _: {"total_cap": TotalCap(((Fraction(0), Decimal(99)),), OURS)},
    "grades": lambda book: {"grades": (Grade("特优", "best", Decimal("99.5")), *book.grades)},
    "levels": lambda book: {"levels": attrs.evolve(book.levels, levels=book.levels.levels[:-1])},
}
SAME = {
    "name": lambda _: {"name": "别名", "title": "某办法", "english": "ours", "aliases": ("又名",)},
    "places": lambda book: {
        key: Parameter(getattr(book, key).value.quantize(Decimal("1.0000")), OURS)
        for key in ("execution_points", "over_fulfilment", "approximation", "full")
    },
    "clauses": lambda book: {
        "rounding": attrs.evolve(book.rounding, clause=OURS),
        "not_applicable": NotApplicable(book.not_applicable.policy, OURS),
        "grades_clause": OURS,
    },
    "grade": lambda book: {
        "grades": tuple(attrs.evolve(one, lower=one.lower.quantize(Decimal("1.00"))) for one in book.grades)
    },
}


@given(books(policies=policies("refuse"), caps=st.none()), st.sampled_from(sorted(CHANGES)))
def test_another_number_is_another_fingerprint(book, change):
    assert attrs.evolve(book, **CHANGES[change](book)).fingerprint != book.fingerprint


@given(books(), st.sampled_from(sorted(SAME)))
def test_the_same_numbers_have_one_fingerprint(book, change):
    assert attrs.evolve(book, **SAME[change](book)).fingerprint == book.fingerprint


@given(carried, rules(), rules())
def test_rules_have_one_fingerprint_where_their_tables_are_one(book, one, other):
    prints = [book.with_rules(rule).fingerprint for rule in (one, other)]
    assert (prints[0] == prints[1]) == (one.table == other.table)
