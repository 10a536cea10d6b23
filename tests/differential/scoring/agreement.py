"""Where govperf and the naive engine do not agree on a form."""

from decimal import Decimal
from functools import cache

import attrs
import naive_engine as naive

from govperf.model import Award, Budget, Correction, Evaluation, Goal, Grade, Indicator, Undefined
from govperf.scoring import evaluate
from govperf.standards import Clause, NotApplicable, Provenance, Rounding, Rule, TotalCap, standard

OURS = Clause(Provenance.CHOICE, "a rule book of the tests")
VARIANTS = {
    "folded": {"policy": "redistribute"},
    "full": {"policy": "full", "capped": True},
    "by level": {"rounds": "level", "policy": "redistribute", "capped": True},
    "by total": {"rounds": "total", "even": True, "grades": (80, 70, 60)},
    "one decimal": {"digits": 1, "reverse": "excess"},
    "whole points": {"digits": 0, "reverse": "floor", "capped": True},
    "begun points": {"reverse": "ceil", "policy": "redistribute"},
    "off": {"off_from": naive.Fraction(13, 10)},
}
"""Rule books of our own beside those that govperf carries: what differs from MOF-2020-10."""
NAMES = (*naive.BOOKS, *VARIANTS)


@cache
def book_of(name):
    """The figures of a rule book for the naive engine."""
    if name in naive.BOOKS:
        return naive.BOOKS[name]
    return naive.BOOKS["MOF-2020-10"]._replace(name=name, **VARIANTS[name])


@cache
def standard_of(name):
    """The same rule book for govperf."""
    if name in naive.BOOKS:
        return standard(name)
    book = book_of(name)
    made = standard().with_rules(*own_rules(book), name=name)
    return attrs.evolve(
        made,
        rounding=Rounding(book.digits, "half_even" if book.even else "half_up", OURS, level=book.rounds),
        not_applicable=NotApplicable(book.policy, OURS),
        total_cap=TotalCap(caps(), OURS) if book.capped else None,
        grades=tuple(
            Grade(label, label, Decimal(lower))
            for label, lower in zip("优良中差", (*book.grades, 0), strict=True)
        ),
    )


def caps():
    rising = [(lower, Decimal(most)) for lower, most in reversed(naive.CAPS)]
    return ((naive.ZERO, Decimal(naive.LOWEST_CAP)), *rising)


def own_rules(book):
    """The rules that differ, as rows of knots."""
    if book.off_from is not None:
        return [
            Rule("off", (">=", ">", "=", "between"), [(0, 0), (1, 1)], OURS, deductions=[(book.off_from, 2)])
        ]
    if book.reverse == "excess":
        return [Rule("excess", ("<=", "<"), [(0, 0), (1, 1)], OURS, measure="excess")]
    if book.reverse in ("floor", "ceil"):
        steps = (1, Decimal("0.01"), book.reverse)
        knots = [(1, 1), (Decimal("1.1"), 0)]
        return [Rule("points over", ("<=", "<"), knots, OURS, measure="ratio", steps=steps)]
    return []


def decimal(value):
    """A fraction with an end, as a Decimal."""
    return None if value is None else Decimal(value.numerator) / Decimal(value.denominator)


def corrected(values):
    return [Correction(decimal(value), "核定") for value in values]


def evaluation(cells, amounts, sheet):
    """The form that govperf is given."""
    indicators = []
    for cell, row in zip(cells, sheet.rows, strict=True):
        award = None
        if row.award is not None or row.award_level:
            award = Award(decimal(row.award), level=row.award_level)
        indicators.append(
            Indicator(
                "指标",
                **cell,
                weight=decimal(row.weight),
                award=award,
                corrections=corrected(row.corrections),
                not_applicable="" if row.applies else "本年未开展",
            )
        )
    budget = None
    if amounts is not None:
        budget = Budget(2023, adjusted=amounts[0], executed=amounts[1], weight=decimal(sheet.execution))
    return Evaluation(
        "某局",
        2023,
        budget=budget,
        goals=[Goal("目标", indicators=indicators)],
        kind="财政评价" if sheet.by_others else "自评",
        finished=sheet.finished,
        corrections=corrected(sheet.corrections),
    )


def number(value):
    return None if isinstance(value, Undefined) else value


def pair(values):
    return None if isinstance(values, Undefined) else tuple(map(naive.Fraction, values))


def same_bounds(said, found, plain):
    """Equal; where unrounded figures are added those of govperf may be wider, never narrower."""
    if plain or said is None or found is None:
        return said == found
    return said[0] <= found[0] <= found[1] <= said[1]


def is_plain(sheet, book):
    """Whether all that is added has the digits of the points."""
    added = [one for row in sheet.rows for one in row.corrections]
    return book.rounds == "score" and not any((one * 10**book.digits) % 1 for one in added)


def differences(card, found, sheet, book):
    """What the card says, and what the naive engine found, where they differ."""
    plain = is_plain(sheet, book) and not book.even
    scores = [card.budget_score, *card.scores]
    for score, one in zip(scores, [found.execution, *found.scores], strict=True):
        if number(score.points) != one.points or not same_bounds(pair(score.possible), one.bounds, plain):
            yield score.path, score.points, score.possible, one
    if number(card.total) != found.total or not same_bounds(pair(card.possible), found.bounds, plain):
        yield "total", card.total, card.possible, (found.total, found.bounds)
    grade = card.grade.label if isinstance(card.grade, Grade) else None
    if grade != found.grade:
        yield "grade", card.grade, found.grade


def disagreement(name, cells, amounts, sheet):
    """All that differs for one form under one rule book, and the card."""
    found = naive.outcome(sheet, book_of(name))
    card = evaluate(evaluation(cells, amounts, sheet), standard=standard_of(name))
    return list(differences(card, found, sheet, book_of(name))), card, found
