"""Weights of a form (分值核对): whether they add up, and a split that does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache, reduce
from typing import Final

import attrs

from govperf.errors import LimitError, QuantityError, ScoringError
from govperf.limits import LIMITS
from govperf.model import Evaluation, EvaluationKind, Indicator, Severity, Undefined
from govperf.model.fields import expect
from govperf.numerals.contexts import EXACT
from govperf.scoring.engine import book_of
from govperf.scoring.weight_sums import WeightCheck
from govperf.standards import TAXONOMIES, ScoringStandard, Taxonomy, taxonomy
from govperf.standards.weights import WeightFloor, weight_set_for
from govperf.units import Quantity

__all__ = ["Weighing", "equal_weights", "weight_checks"]

_Row = tuple[str, Indicator]
"""An indicator after its path."""

_FORM: Final = "$"
_BUDGET: Final = "$.budget.weight"
_EXECUTION: Final = "预算执行率"
_NAMED: Final = 5
"""So many names stand in a reason; a form may have thousands."""

_NONE: Final = Decimal(0)


class Weighing:
    """The weights of a form (分值设置): its indicators of all goals, and the rule book.

    Args:
        evaluation: As its form says.
        rows: Its indicators with their paths.
        book: The rule book.
    """

    def __init__(self, evaluation: Evaluation, rows: Sequence[_Row], book: ScoringStandard) -> None:
        self.evaluation = evaluation
        self.rows = rows
        self.book = book

    @property
    def printed(self) -> Decimal | None:
        """The points that the form prints for the budget execution (预算执行率分值)."""
        return None if self.evaluation.budget is None else self.evaluation.budget.weight

    @property
    def is_own(self) -> bool:
        """Whether it is a self-evaluation (是否自评)."""
        return self.evaluation.kind is EvaluationKind.SELF

    @cached_property
    def levels(self) -> Mapping[str, Sequence[_Row]]:
        """The rows below each first level (一级指标), by its code; below "" those whose level is unknown."""
        return _levels(self.rows, self.book.taxonomy)

    def checks(self, code: str) -> Iterable[WeightCheck]:
        """The checks of one kind (某类核对), "total", "group", "single", "default" or "floor"."""
        return _CHECKS[code](self)


def weight_checks(
    evaluation: Evaluation, *, standard: ScoringStandard | None = None
) -> tuple[WeightCheck, ...]:
    """Whether the weights of a form add up (分值核对), check by check; those that hold are among them.

    Args:
        evaluation: As its form says. Indicators that do not apply count with the weight that is printed.
        standard: The rule book; else the one that the evaluation names, else MOF-2020-10.

    Returns:
        The whole form, then the groups with a printed weight, each indicator, the default weights and
        what the first levels must weigh together. What cannot be known is `Undefined`; odd figures are
        never an error.

    Raises:
        StandardError: There is no such rule book.
        TypeError: The first argument is no evaluation, or the standard no rule book.

    Rule:
        All weights are 100, 90 of them without the budget execution (verified); children sum to their
        parent, every weight is above 0 (in use); 产出 + 效益 ≥ 60 % in evaluations by departments and
        finance departments (recalled). Default weights are a frame and may be adjusted (recalled).

    Example:
        >>> from govperf.model import Budget, Goal, Indicator
        >>> rows = [Indicator("巡查", weight=60), Indicator("整改", weight=30)]
        >>> form = Evaluation("某局", 2023, budget=Budget(2023), goals=[Goal("安全", indicators=rows)])
        >>> print(weight_checks(form)[0].explain("en"))
        all weights with the budget execution: 100 = 100
    """
    expect(Evaluation, evaluation)
    book = book_of(evaluation, standard)
    form = Weighing(evaluation, tuple(evaluation.indicators()), book)
    return tuple(one for code in _CHECKS for one in form.checks(code))


def _sum(rows: Sequence[_Row]) -> Decimal | Undefined:
    """The exact sum; undefined where a weight is missing, which the reason names."""
    given = [row.weight for _, row in rows if row.weight is not None]
    if len(given) < len(rows):
        names = _names([row.name for _, row in rows if row.weight is None])
        details = {"count": len(rows) - len(given), "of": len(rows), "names": names}
        return Undefined("undefined.weights-missing", details)
    return reduce(EXACT.add, given, _NONE)


def _names(names: Sequence[str]) -> str:
    return "、".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")


def _whole(form: Weighing) -> Iterator[WeightCheck]:
    """All weights: those of the indicators with the budget execution, where the form has it."""
    full = form.book.full.value
    total = _sum(form.rows) if form.rows else Undefined("undefined.no-indicators")
    execution = form.printed
    if execution is None and form.is_own:
        execution = form.book.execution_points.value
        if form.evaluation.budget is None:
            full, execution = EXACT.subtract(full, execution), None
    if execution is not None and not isinstance(total, Undefined):
        total = EXACT.add(total, execution)
    yield WeightCheck(
        code="indicators" if execution is None else "total",
        path=_FORM,
        name="",
        severity=Severity.ERROR,
        expected=full,
        sum=total,
    )


def _groups(form: Weighing) -> Iterator[WeightCheck]:
    """Each weight that is printed for a group is the sum of what is below its heading."""
    known = taxonomy(form.book.taxonomy)
    printed = [
        (f"$.subtotals[{i}].weight", group, _key(group.category, known))
        for i, group in enumerate(form.evaluation.subtotals)
        if group.weight is not None
    ]
    times = Counter(heading for _, _, heading in printed)
    below = _below(form.rows, times, known)
    for path, group, heading in printed:
        name = "/".join(group.category)
        twice = times[heading] > 1
        reason = "undefined.weight-group-twice" if twice else "undefined.weight-group"
        rows = [] if twice else below[heading]
        yield WeightCheck(
            code="group",
            path=path,
            name=name,
            severity=Severity.ERROR,
            expected=_NONE if group.weight is None else group.weight,
            sum=_sum(rows) if rows else Undefined(reason, {"name": name}),
        )


def _below(
    rows: Sequence[_Row], headings: Iterable[tuple[str, ...]], known: Taxonomy
) -> dict[tuple[str, ...], list[_Row]]:
    """The rows below each heading: those whose key begins with it."""
    below: dict[tuple[str, ...], list[_Row]] = {heading: [] for heading in headings}
    deepest = max(map(len, below), default=0)
    for row in rows if deepest else ():
        key = _key(row[1].category, known)
        for depth in range(1, min(deepest, len(key)) + 1):
            if key[:depth] in below:
                below[key[:depth]].append(row)
    return below


def _key(labels: tuple[str, ...], known: Taxonomy) -> tuple[str, ...]:
    """What labels mean: codes as far as the taxonomy goes, then the labels themselves."""
    for depth in range(len(labels), 0, -1):
        if found := known.find(labels[:depth]):
            return *found.code.split("."), *map(_bare, labels[depth:])
    return tuple(map(_bare, labels))


def _bare(label: str) -> str:
    return "".join(label.split())


def _singles(form: Weighing) -> Iterator[WeightCheck]:
    """Each weight is above zero."""
    for path, row in form.rows:
        yield WeightCheck(
            code="single",
            path=f"{path}.weight",
            name=row.name,
            severity=Severity.ERROR,
            expected=_NONE,
            sum=Undefined("undefined.weight-missing") if row.weight is None else row.weight,
        )


def _defaults(form: Weighing) -> Iterator[WeightCheck]:
    """The first levels beside what they usually weigh, which is a frame for self-evaluations."""
    if not (form.is_own and form.book.weights and any(row.category for _, row in form.rows)):
        return
    levels = form.levels
    chosen = None if "" in levels else weight_set_for(form.book.weights, levels)
    if chosen is None:
        details = {"standard": form.book.name, "levels": _labels(form.rows)}
        yield _default(
            "", Undefined("undefined.weight-set", details), Undefined("undefined.weight-set", details)
        )
        return
    for code, points in chosen.points:
        yield _default(_label(levels[code][0]), points, _sum(levels[code]))
    if form.printed is not None:
        yield attrs.evolve(_default(_EXECUTION, chosen.execution, form.printed), path=_BUDGET)


def _default(name: str, expected: Decimal | Undefined, total: Decimal | Undefined) -> WeightCheck:
    return WeightCheck(
        code="default", path=_FORM, name=name, severity=Severity.HINT, expected=expected, sum=total
    )


def _levels(rows: Sequence[_Row], name: str) -> Mapping[str, Sequence[_Row]]:
    """The rows below each first level of a taxonomy, as `Weighing.levels` has them."""
    levels: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        levels[_level(name, row[1].category[:1])].append(row)
    return levels


@lru_cache(maxsize=256)
def _level(name: str, labels: tuple[str, ...]) -> str:
    """The code of a first level in a taxonomy, "" where it has none such."""
    found = taxonomy(name).find(labels)
    return found.code if found else ""


def _label(row: _Row) -> str:
    return row[1].category[0] if row[1].category else "—"


def _labels(rows: Sequence[_Row]) -> str:
    return _names(list(dict.fromkeys(map(_label, rows))))


def _floors(form: Weighing) -> Iterator[WeightCheck]:
    """What first levels must weigh together in such an evaluation."""
    for floor in form.book.weight_floors:
        if floor.holds_for(form.evaluation.kind):
            yield _floor(form, floor)


def _floor(form: Weighing, floor: WeightFloor) -> WeightCheck:
    """Of all points, those of some first levels, in whatever taxonomy the form follows."""
    own = taxonomy(form.book.taxonomy)
    known = next((one for one in (own, *map(taxonomy, TAXONOMIES)) if _fits(form.rows, floor, one)), None)
    if not form.rows:
        total: Decimal | Undefined = Undefined("undefined.no-indicators")
    elif known is None:
        total = Undefined("undefined.weight-levels", {"levels": _labels(form.rows)})
    else:
        levels = _levels(form.rows, known.name)
        total = _sum([row for code in floor.codes for row in levels.get(code, [])])
    labels = {one.code: one.label for one in (known or own).categories}
    return WeightCheck(
        code="floor",
        path=_FORM,
        name="、".join(labels.get(code, code) for code in floor.codes),
        severity=Severity.WARNING,
        expected=EXACT.multiply(floor.share, form.book.full.value),
        sum=total,
    )


def _fits(rows: Sequence[_Row], floor: WeightFloor, known: Taxonomy) -> bool:
    """Whether a taxonomy has the first levels in question and knows those of all rows."""
    codes = {one.code for one in known.categories}
    return codes.issuperset(floor.codes) and "" not in _levels(rows, known.name)


_CHECKS: Final[Mapping[str, Callable[[Weighing], Iterator[WeightCheck]]]] = {
    "total": _whole,
    "group": _groups,
    "single": _singles,
    "default": _defaults,
    "floor": _floors,
}
"""The checks of a form, in the order in which they are made."""


def equal_weights(points: Decimal | int | str, count: int, *, digits: int = 2) -> tuple[Decimal, ...]:
    """Points split evenly (平均分配分值), nothing lost and nothing gained.

    Args:
        points: What is split; a Decimal, an int or the text of a number.
        count: Over how many, 1 or more.
        digits: Decimals of each share.

    Returns:
        One share for each, all of them rounded down but the last ones, which get the missing steps;
        they add up to the points exactly.

    Raises:
        ScoringError: The count is below 1, or the points do not give each one a share above 0.
        QuantityError: The points have more decimals than the shares, or the digits are out of range.
        LimitError: The count is larger than a list may be.
        TypeError: The points are a float, or the count or the digits no int.

    Rule:
        Largest remainder; of equal remainders the last ones are rounded up (choice).

    Example:
        >>> equal_weights(10, 3)
        (Decimal('3.33'), Decimal('3.33'), Decimal('3.34'))
    """
    for name, value in (("count", count), ("digits", digits)):
        if type(value) is not int:
            raise TypeError(f"{name} is an int, not {type(value).__name__}")
    if count > LIMITS.items:
        raise LimitError("limit.items", path="count", details={"limit": LIMITS.items})
    if not 0 <= digits <= LIMITS.digits:
        raise QuantityError("quantity.decimals", digits, details={"limit": LIMITS.digits})
    number, step = Quantity(points).magnitude, Decimal(1).scaleb(-digits, EXACT)
    steps = EXACT.scaleb(number, digits)
    if steps != steps.to_integral_value():
        raise QuantityError("quantity.step", f"{step:f}", details={"amount": f"{number:f}"})
    if count < 1 or steps < count:
        details = {"points": f"{number:f}", "step": f"{step:f}"}
        raise ScoringError("scoring.share-none", count, details=details)
    share, left = divmod(int(steps), count)
    sizes = [share] * (count - left) + [share + 1] * left
    return tuple(Decimal(size).scaleb(-digits, EXACT) for size in sizes)
