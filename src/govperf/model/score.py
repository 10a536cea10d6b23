"""Scores (得分): points with the whole way to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from govperf.messages import MESSAGES, message
from govperf.model.rates import Rate
from govperf.model.remarks import Undefined
from govperf.numerals import format_number, round_half_up

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.model.remarks import Note

__all__ = ["Grade", "Score", "Scorecard"]

_SHOWN_DIGITS = 6
_SHOWN = 10**_SHOWN_DIGITS


@attrs.frozen
class Grade:
    """Grade (评价等级) of a total: 优, 良, 中 or 差.

    Args:
        label: As the form prints it.
        name: In English.
        lower: The total from which it is given, inclusive.
    """

    label: str
    name: str
    lower: Decimal


@attrs.frozen(kw_only=True)
class Score:
    """Score (得分) of one indicator or of the budget execution, with the way to it.

    Args:
        name: Of the indicator.
        points: The points given, rounded as the standard says; or why there are none.
        full: The weight (分值), or why there is none.
        rule: Which rule applies, "" where none does.
        rate: The rate that it was computed from, uncapped.
        share: Which part of the weight is given, exactly.
        notes: What was assumed on the way.
        standard: The rule book.
        path: Where in the evaluation, "" outside one.
    """

    name: str
    points: Decimal | Undefined
    full: Decimal | Undefined
    rule: str
    rate: Rate | Undefined
    share: Fraction | Undefined
    notes: tuple[Note, ...] = ()
    standard: str
    path: str = ""

    @property
    def unrounded(self) -> Fraction | Undefined:
        """The points before rounding, exactly (未舍入得分)."""
        if isinstance(self.full, Undefined):
            return self.full
        return self.share if isinstance(self.share, Undefined) else Fraction(self.full) * self.share

    def explain(self, lang: Language = "zh") -> str:
        """How the points came about (得分说明), to be checked with a pocket calculator.

        Args:
            lang: "zh" or "en".

        Returns:
            One line.
        """
        code, details = self._formula(lang)
        line = message(code, {"name": self.name, **details}, lang)
        remarks = [note.explain(lang) for note in self.notes]
        if not remarks:
            return line
        return f"{line}（{'；'.join(remarks)}）" if lang == "zh" else f"{line} ({'; '.join(remarks)})"

    def _formula(self, lang: Language) -> tuple[str, dict[str, str]]:
        """The sentence that fits, and its figures."""
        match self.points, self.full, self.share, self.rate:
            case Decimal() as points, Decimal() as full, Fraction() as share, Rate() as rate:
                code, more = _earned(full, share, rate)
                figures = {"points": f"{points:f}", "full": f"{full:f}", "rate": str(rate), **more}
                return code, {**figures, "rule": rule_name(self.rule, lang), "standard": self.standard}
            case values:
                return "score.undefined", {"reason": _reason(values, lang)}


def _earned(full: Decimal, share: Fraction, rate: Rate) -> tuple[str, dict[str, str]]:
    """How a share of the weight is earned: all of it, by one division, or by the rule."""
    if share == 1:
        return "score.full", {}
    exact = _decimals(Fraction(full) * share)
    if share != rate.exact or rate.terms is None:
        return "score.share", {"share": str(Rate(share)), "exact": exact}
    above, below = rate.terms
    return "score.proportional", {"above": above, "below": below, "exact": exact}


def _decimals(value: Fraction) -> str:
    """An exact figure as a pocket calculator shows it, cut off and marked where it goes on."""
    cut = Fraction(value.numerator * _SHOWN // value.denominator, _SHOWN)
    text = format_number(round_half_up(cut, _SHOWN_DIGITS), style="plain").rstrip("0").rstrip(".")
    return text if cut == value else f"{text}…"


def rule_name(rule: str, lang: Language) -> str:
    """A rule in words (规则名称); a rule of somebody's own rule book under the name it has there."""
    code = f"rule.{rule}"
    return message(code, {}, lang) if code in MESSAGES else rule


@attrs.frozen(kw_only=True)
class Scorecard:
    """Scorecard (评分结果) of an evaluation.

    Args:
        scores: Of the indicators, in the order of the form.
        budget_score: Of the budget execution.
        total: The sum of the rounded scores; undefined as long as one of them is.
        full: The sum of the weights, or why there is none.
        grade: Of the total.
        notes: What concerns the whole card.
        standard: The rule book.
        version: Of govperf.
    """

    scores: tuple[Score, ...]
    budget_score: Score
    total: Decimal | Undefined
    full: Decimal | Undefined
    grade: Grade | Undefined
    notes: tuple[Note, ...] = ()
    standard: str
    version: str

    def __iter__(self) -> Iterator[Score]:
        """The budget score and all others."""
        yield self.budget_score
        yield from self.scores

    def explain(self, lang: Language = "zh") -> str:
        """How the total came about (总分说明), a line a score.

        Args:
            lang: "zh" or "en".

        Returns:
            Several lines, the total last.
        """
        lines = [score.explain(lang) for score in self]
        notes = [note.explain(lang) for note in self.notes]
        return "\n".join([*lines, self._summary(lang), *notes])

    def _summary(self, lang: Language) -> str:
        """The total as the sum of the points, and its grade."""
        match self.total, self.grade:
            case Decimal() as total, Grade() as grade:
                parts = " + ".join(f"{score.points:f}" for score in self if isinstance(score.points, Decimal))
                label = grade.label if lang == "zh" else grade.name
                details = {"parts": parts, "total": f"{total:f}", "grade": label, "standard": self.standard}
                return message("card.total", details, lang)
            case values:
                return message("card.undefined", {"reason": _reason(values, lang)}, lang)


def _reason(values: Iterable[object], lang: Language) -> str:
    """Why the first of the values that are undefined is so."""
    return next(value for value in values if isinstance(value, Undefined)).explain(lang)
