"""Chart of lost points (失分构成图): from the full points down to the total, a step a level."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

import altair as alt

from govperf.comparing.figures import grade_name
from govperf.display.canvas import Row, Spec, bars, beside, chart, colours, empty, hollow, named, number, tips
from govperf.display.measuring import ROWS, keyed, possible, said, told
from govperf.display.themes import Palette, Theme, palette
from govperf.messages import message
from govperf.model import Grade, Score, Scorecard, Undefined
from govperf.model.fields import expect
from govperf.numerals.contexts import EXACT
from govperf.scoring.totals import added

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["total_words", "waterfall_chart"]

_NONE: Final = Decimal(0)
_WHY: Final = 44
_OWN: Final = ("full", "adjusted", "total")
"""The bars that are no level; a level of the same name takes a number."""


class _Step(NamedTuple):
    """One bar: from where to where, in which state, and the words beside it."""

    label: str
    low: Decimal
    high: Decimal
    state: str
    shown: str = ""


def waterfall_chart(
    card: Scorecard, *, name: str = "", lang: Language = "zh", theme: Theme = "light"
) -> alt.LayerChart:
    """Chart of lost points (失分构成图): the full points, what each first level lost of them, the total.

    Args:
        card: As `evaluate` made it.
        name: Whose it is, beneath the title: a scorecard does not know it.
        lang: "zh" or "en".
        theme: "light" or "dark".

    Returns:
        A chart. Points that nobody knows yet are grey, and the total is a range then; a total of which
        nothing is known has a hollow mark and says why. Rows without points, and those that do not apply,
        are not drawn but counted beneath the title. What the total is beyond the sum of the points, such as
        a correction or a cap, is a bar of its own.

    Raises:
        InputError: There is no such theme.
        TypeError: The argument is no scorecard.

    Example:
        >>> from govperf.model import Budget, Evaluation, Goal, Indicator
        >>> from govperf.scoring import evaluate
        >>> rows = [Indicator("满意度", category="满意度", target="≥90%", actual="81%", weight=90)]
        >>> budget = Budget(2023, adjusted="100万元", executed="95万元")
        >>> form = Evaluation("某局", 2023, budget=budget, goals=[Goal("服务", indicators=rows)])
        >>> chart = waterfall_chart(evaluate(form))
        >>> [row["shown"] for row in chart.to_dict()["data"]["values"]]
        ['100', '−0.50（满分10）', '−9.00（满分90）', '90.50 优']
    """
    expect(Scorecard, card)
    colour = palette(theme)
    title, counted = said("waterfall", lang), [score for score in card if _counts(score)]
    aside = _aside(card, lang)
    if not counted:
        return empty(title, [told(name), aside], said("nothing-points", lang), colours=colour)
    rows = [_row(step, lang) for step in _steps(card, counted, lang)]
    labels = list(dict.fromkeys(row["label"] for row in rows))
    layers = _layers(labels, rows, colour, lang)
    return chart(
        rows,
        layers,
        title=title,
        beneath=[told(name), message("sheet.standard", {"standard": told(card.standard)}, lang), aside],
        numbers=["low", "high"],
        colours=colour,
        count=len(labels),
    )


def _counts(score: Score) -> bool:
    return score.applicable and isinstance(score.full, Decimal)


def _aside(card: Scorecard, lang: Language) -> str:
    """How many rows the chart leaves out, and why."""
    bare = sum(1 for score in card.scores if score.applicable and isinstance(score.full, Undefined))
    apart = sum(1 for score in card if not score.applicable)
    said_of = {"no-points": bare, "set-aside": apart}
    counted = [said(code, lang, count=count) for code, count in said_of.items() if count]
    return ("；" if lang == "zh" else "; ").join(counted)


def _steps(card: Scorecard, counted: list[Score], lang: Language) -> Iterator[_Step]:
    """Full points, what each level lost of them, what else moved the total, the total."""
    top = added([_full(score) for score in counted])
    yield _Step(said("full", lang), _NONE, top, "total", f"{top:f}")
    levels = _levels(card, counted, lang)
    own = [said(name, lang) for name in _OWN]
    labels = keyed([*own, *(told(name) for _, name in levels)])[len(own) :]
    for label, scores in zip(labels, levels.values(), strict=True):
        full, low, high = (added(map(part, scores)) for part in (_full, _least, _most))
        lost, rest = EXACT.subtract(full, high), EXACT.subtract(high, low)
        words = {"full": f"{full:f}", "lost": f"{lost:f}", "most": f"{EXACT.subtract(full, low):f}"}
        kind = "lost-open" if rest else "lost-some" if lost else "lost-none"
        shown = said(kind, lang, **words)
        middle = EXACT.subtract(top, lost)
        yield _Step(label, middle, top, "lost", shown)
        top = EXACT.subtract(middle, rest)
        if rest:
            yield _Step(label, top, middle, "open")
    yield from _end(card, top, lang)


def _levels(card: Scorecard, counted: list[Score], lang: Language) -> dict[tuple[str, str], list[Score]]:
    """The budget execution, then the rows of each first level; the levels after many are one.

    The budget is no level, whatever a level is called.
    """
    levels: dict[tuple[str, str], list[Score]] = {}
    for score in counted:
        key = ("budget", score.name) if score is card.budget_score else ("level", "".join(score.category[:1]))
        if not key[1] or (len(levels) >= ROWS and key not in levels):
            key = ("rest", said("ungrouped", lang))
        levels.setdefault(key, []).append(score)
    return levels


def _end(card: Scorecard, bottom: Decimal, lang: Language) -> Iterator[_Step]:
    ends = possible(card)
    if ends is None:
        yield _Step(said("total", lang), _NONE, _NONE, "undetermined", total_words(card, lang))
        return
    low, high = ends
    moved = EXACT.subtract(low, bottom)
    if moved:
        ends = (min(low, bottom), max(low, bottom))
        yield _Step(said("adjusted", lang), *ends, "adjusted", f"{moved:+f}".replace("-", "−"))
    yield _Step(said("total", lang), _NONE, low, "total", total_words(card, lang))
    if high != low:
        yield _Step(said("total", lang), low, high, "open")


def total_words(card: Scorecard, lang: Language) -> str:
    """The total and its grade in words (总分与等级), or the range in which it lies, or why there is none."""
    ends = possible(card)
    if isinstance(card.total, Undefined):
        if ends is None:
            return said("undetermined-because", lang, reason=told(card.total.explain(lang), _WHY))
        return said("from-to", lang, low=f"{ends[0]:f}", high=f"{ends[1]:f}")
    grade = grade_name(card.grade, lang) if isinstance(card.grade, Grade) else ""
    return said("graded", lang, total=f"{card.total:f}", grade=told(grade)).strip()


def _full(score: Score) -> Decimal:
    return score.full if isinstance(score.full, Decimal) else _NONE


def _least(score: Score) -> Decimal:
    ends = score.possible
    return _NONE if isinstance(ends, Undefined) else ends[0]


def _most(score: Score) -> Decimal:
    ends = score.possible
    return _NONE if isinstance(ends, Undefined) else ends[1]


def _row(step: _Step, lang: Language) -> Row:
    ends = {"low": f"{step.low:f}", "high": f"{step.high:f}"}
    return {"label": step.label, **ends, "state": said(step.state, lang), "shown": step.shown}


def _layers(labels: list[str], rows: list[Row], colour: Palette, lang: Language) -> list[Spec]:
    names = named(labels)
    states = {
        "total": colour.good,
        "lost": colour.short,
        "open": colour.unknown,
        "adjusted": colour.change,
        "undetermined": colour.muted,
    }
    shades = colours({said(state, lang): shade for state, shade in states.items()}, rows)
    hints = tips([("label", said("of-level", lang)), ("shown", said("of-points", lang))])
    at = number("low", said("axis-points", lang))
    return [
        bars(at, "high", names, shades, hints),
        hollow(f"datum.state == '{said('undetermined', lang)}'", at, names, shades, hints, shape="diamond"),
        beside("shown", names, color=colour.text, hints=hints),
    ]
