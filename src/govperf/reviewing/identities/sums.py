"""Sums (勾稽核对): figures of a form that must add up, and the family of checks that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Final

from govperf.errors import QuantityError
from govperf.messages import message
from govperf.model import Breakdown, Part, Severity
from govperf.model.budget_figures import figure_name
from govperf.model.budget_line import STAGES
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form
from govperf.reviewing.identities.equations import CrossCheck, Verdict
from govperf.reviewing.identities.relations import REST
from govperf.reviewing.listing import both, several
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["SUMS"]

_FAMILY: Final = "identities"
_IDENTITIES: Final = (
    "checks of systems in use (勾稽关系): parts add up to their total, but for (n + 1) halves of a last digit"
)
_TEMPLATE: Final = (
    "self-evaluation form of 财预〔2020〕10号: 年度资金总额 and its rows by source; filled forms"
)
_OF_WHICH: Final = "其中"


@check("finding.broken-sum", Severity.ERROR, family=_FAMILY, source=_IDENTITIES, provenance="in use")
def _broken_sum(form: Form) -> Iterator[Hit]:
    """A total that is not the sum of its parts (勾稽不符).

    All columns of the rows by source are one finding. Rows that give less than the total are a warning,
    unless one of them is for all other funds. Not flagged: what rounding explains; a total of 0 above filled
    rows (total-row-empty); parts some of which are left out, as where the first says 其中 and none is for all
    other funds; rows by source some of which are a part of the row above them.
    """
    broken = [one for one in form.sums if one.verdict is Verdict.BROKEN]
    for group in _by_table(one for one in broken if not _is_empty_row(one) and not _is_nested(one)):
        severity = Severity.WARNING if all(map(_is_short, group)) else None
        details = several("equations", partial(_explained, group))
        yield Hit(group[0].path, details, _figures(group), severity)


@check("finding.rounding-sum", Severity.HINT, family=_FAMILY, source=_IDENTITIES, provenance="in use")
def _rounding_sum(form: Form) -> Iterator[Hit]:
    """Totals that are off by no more than rounding explains (取整误差), all of them in one finding.

    Not flagged: totals that are exact.
    """
    rounded = [one for one in form.sums if one.verdict is Verdict.ROUNDING]
    if rounded:
        details = several("equations", partial(_explained, rounded))
        yield Hit(rounded[0].path, details, _figures(rounded))


@check("finding.suspect-figure", Severity.ERROR, family=_FAMILY, source=_IDENTITIES, provenance="in use")
def _suspect_figure(form: Form) -> Iterator[Hit]:
    """A figure that, replaced by one other value, mends several broken sums (疑似错误数字).

    Not flagged: a figure in a single broken sum; two figures either of which would do; a value below zero.
    """
    for one in form.suspects:
        details: dict[str, object] = {"printed": one.printed, "consistent": one.consistent}
        details |= both("name", one.name) | both("checks", partial(_named, one.checks))
        yield Hit(one.path, details, _figures(every for every in form.sums if every.code in one.checks))


@check("finding.part-over-whole", Severity.ERROR, family=_FAMILY, source=_IDENTITIES, provenance="in use")
def _part_over_whole(form: Form) -> Iterator[Hit]:
    """Parts above the total that they belong to (分项大于总数), where the form does not give all of them.

    All columns of the rows by source are one finding. Not flagged: parts below the total, which may be all
    that the form gives; what rounding explains; complete sums (broken-sum); negative parts.
    """
    for group in _by_table(filter(_is_exceeded, form.parts)):
        details = several("lines", partial(_exceeding, group))
        yield Hit(group[0].path, details, _figures(group))


@check("finding.total-row-empty", Severity.ERROR, family=_FAMILY, source=_TEMPLATE, provenance="verified")
def _total_row_empty(form: Form) -> Iterator[Hit]:
    """A total row of zeros above rows with money (合计行为零), one finding for all columns.

    Not flagged: a total row that is left out (total-row-missing); rows that are 0 too.
    """
    empty = [one for one in (*form.sums, *form.parts) if _is_empty_row(one)]
    if empty:
        columns = [(one.total.field, one.computed) for one in empty]
        yield Hit(empty[0].path, _columns(columns), _figures(empty))


@check("finding.total-row-missing", Severity.HINT, family=_FAMILY, source=_TEMPLATE, provenance="verified")
def _total_row_missing(form: Form) -> Iterator[Hit]:
    """Rows by source of funds without a total above them (缺少合计), one finding for all columns.

    Not flagged: columns in which no row has money; totals of 0 (total-row-empty).
    """
    budget = form.evaluation.budget
    rows = budget.sources if budget else ()
    columns: list[tuple[str, Quantity]] = []
    figures: dict[str, object] = {}
    for stage in STAGES if rows else ():
        amounts = {
            f"$.budget.sources[{i}].{stage}": amount
            for i, row in enumerate(rows)
            if (amount := getattr(row, stage)) is not None
        }
        if getattr(budget, stage) is None and (total := _positive_sum(list(amounts.values()))):
            columns.append((stage, total))
            figures |= amounts
    if columns:
        yield Hit(f"$.budget.{columns[0][0]}", _columns(columns), figures)


@check("finding.parts-units", Severity.WARNING, family=_FAMILY, source=_IDENTITIES, provenance="in use")
def _parts_units(form: Form) -> Iterator[Hit]:
    """Parts that are not counted as their total is (分项计量单位不同), such as 人 and 人次.

    Not flagged: units that convert, such as 家次 and 万家次. Where the bare numbers add up all the same, as
    342家 out of 300家 and 42个, it is a hint.
    """
    for i, breakdown in enumerate(form.evaluation.breakdowns):
        unit = breakdown.total.unit
        odd = {j: part for j, part in enumerate(breakdown.parts) if not part.amount.unit.adds_to(unit)}
        if odd:
            yield _in_other_units(f"$.breakdowns[{i}]", breakdown, odd)


def _in_other_units(path: str, breakdown: Breakdown, odd: Mapping[int, Part]) -> Hit:
    """Parts of a breakdown that do not add up to its total, by their number."""
    details: dict[str, object] = {"name": breakdown.name, "total": breakdown.total}
    details |= several("parts", lambda _: [f"{part.name} {part.amount}" for part in odd.values()])
    figures = {f"{path}.total": breakdown.total}
    figures |= {f"{path}.parts[{i}].amount": part.amount for i, part in odd.items()}
    return Hit(f"{path}.parts[{min(odd)}].amount", details, figures, _loosely(breakdown))


def _by_table(checks: Iterable[CrossCheck]) -> Iterator[list[CrossCheck]]:
    """The checks of one table together: all columns of the rows by source; any other check by itself."""
    columns: list[CrossCheck] = []
    for one in checks:
        if _is_by_source(one):
            columns.append(one)
        else:
            yield [one]
    if columns:
        yield columns


def _is_by_source(one: CrossCheck) -> bool:
    return one.code.startswith("sources.")


def _is_short(one: CrossCheck) -> bool:
    """Whether rows by source give less than their total, and none of them is for all other funds."""
    short = _is_by_source(one) and one.difference.magnitude > 0
    return short and not any(rest in part.label for part in one.parts for rest in REST)


def _is_exceeded(one: CrossCheck) -> bool:
    """Whether a total is less than the parts that are given, none of which takes off."""
    above = one.difference.magnitude < 0 and one.verdict is Verdict.BROKEN
    told = above and not _is_empty_row(one) and not _is_nested(one)
    return told and all(part.amount.magnitude >= 0 for part in one.parts)


def _is_empty_row(one: CrossCheck) -> bool:
    """Whether the total of the rows by source is 0, and theirs is not."""
    money = one.verdict is Verdict.BROKEN and one.computed.magnitude > 0
    return money and not one.total.amount and _is_by_source(one)


def _is_nested(one: CrossCheck) -> bool:
    """Whether rows by source are parts of another row: a later one says 其中, or one is all others."""
    if not _is_by_source(one):
        return False
    total = one.total.amount
    twice = one.difference == -total and any(part.amount == total for part in one.parts)
    return twice or any(_OF_WHICH in part.label for part in one.parts[1:])


def _positive_sum(amounts: Sequence[Quantity]) -> Quantity | None:
    """What rows add up to; None where that is not above zero, or too large to be an amount."""
    try:
        total = sum(amounts[1:], amounts[0]) if amounts else None
    except QuantityError:
        return None
    return total if total is not None and total.magnitude > 0 else None


def _loosely(breakdown: Breakdown) -> Severity | None:
    """A hint where the bare numbers add up: the words were loose, and the figures are not."""
    total = sum(Fraction(part.amount.magnitude) for part in breakdown.parts)
    return Severity.HINT if total == breakdown.total.magnitude else None


def _figures(checks: Iterable[CrossCheck]) -> dict[str, object]:
    """Every figure of several checks by its path."""
    return {path: amount for one in checks for path, amount in one.figures.items()}


def _explained(checks: Iterable[CrossCheck], lang: Language) -> list[str]:
    return [one.explain(lang) for one in checks]


def _exceeding(checks: Iterable[CrossCheck], lang: Language) -> list[str]:
    """Totals, each with the parts that are more than it."""
    said: list[str] = []
    for one in checks:
        parts = " + ".join(f"{part.name(lang)} {part.amount}".strip() for part in one.parts)
        details = {"name": one.total.name(lang), "total": one.total.amount, "parts": parts}
        said.append(message("figure.over-whole", details, lang))
    return said


def _named(codes: Sequence[str], lang: Language) -> str:
    return ("、" if lang == "zh" else ", ").join(figure_name(code, lang) for code in codes)


def _columns(columns: Sequence[tuple[str, Quantity]]) -> Mapping[str, object]:
    """Each column with what its rows add up to."""
    return several(
        "columns", lambda lang: [f"{figure_name(column, lang)} {total}" for column, total in columns]
    )


SUMS: Final[tuple[Check, ...]] = (
    _broken_sum,
    _rounding_sum,
    _suspect_figure,
    _part_over_whole,
    _total_row_empty,
    _total_row_missing,
    _parts_units,
)
