"""Chart of several totals (总分比较图): years of one department, or departments of one year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import altair as alt

from govperf.display.canvas import Row, Spec, bars, beside, chart, colours, empty, hollow, named, number, tips
from govperf.display.measuring import ROWS, heading, keyed, possible, said, told
from govperf.display.themes import Palette, Theme, palette
from govperf.display.waterfalls import total_words
from govperf.model import Evaluation, Scorecard
from govperf.model.fields import expect
from govperf.reviewing import rule_book
from govperf.scoring import evaluate
from govperf.standards import ScoringStandard

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["comparison_chart"]


def comparison_chart(
    evaluations: Mapping[str, Evaluation | Scorecard] | Sequence[Evaluation],
    *,
    standard: ScoringStandard | None = None,
    lang: Language = "zh",
    theme: Theme = "light",
) -> alt.LayerChart:
    """Chart of several totals (总分比较图), in the order given: years, departments or projects.

    Args:
        evaluations: Evaluations, which are named by department, project and year; or name → evaluation or
            scorecard, as `rank` takes them.
        standard: The rule book for the evaluations; else the one that each of them names, else MOF-2020-10.
        lang: "zh" or "en".
        theme: "light" or "dark".

    Returns:
        A chart of totals and grades, with an upright for the full points. A total that is not known is the
        range in which it must lie, in grey; where that is not known either, it has a hollow mark and says
        why. The first 60 are drawn.

    Raises:
        InputError: There is no such theme.
        TypeError: One of them is no evaluation and no scorecard.

    Example:
        >>> from govperf.model import Budget, Goal, Indicator
        >>> def form(year, actual):
        ...     row = Indicator("满意度", target="≥90%", actual=actual, weight=90)
        ...     budget = Budget(year, adjusted="100万元", executed="95万元")
        ...     return Evaluation("某局", year, budget=budget, goals=[Goal("服务", indicators=[row])])
        >>> chart = comparison_chart([form(2022, "72%"), form(2023, "81%")])
        >>> [(row["label"], row["shown"]) for row in chart.to_dict()["data"]["values"]]
        [('某局 2022年', '81.50 良'), ('某局 2023年', '90.50 优')]
    """
    colour, title = palette(theme), said("comparison", lang)
    cards = [(name, _card(one, standard)) for name, one in _named(evaluations, lang)]
    if not cards:
        return empty(title, [], said("nothing-evaluations", lang), colours=colour)
    kept = cards[:ROWS]
    labels = keyed([name for name, _ in kept])
    rows = [
        row
        for label, (name, card) in zip(labels, kept, strict=True)
        for row in _rows(label, told(name), card, lang)
    ]
    left = len(cards) - len(kept)
    more = said("left-out", lang, shown=len(kept), left=left) if left else ""
    return chart(
        rows,
        _layers(labels, rows, colour, lang),
        title=title,
        beneath=[said("full-key", lang) if any(row["full"] for row in rows) else "", more],
        numbers=["low", "high", "full"],
        colours=colour,
        count=len(labels),
    )


def _named(
    given: Mapping[str, Evaluation | Scorecard] | Sequence[Evaluation], lang: Language
) -> list[tuple[str, Evaluation | Scorecard]]:
    if isinstance(given, Mapping):
        return list(given.items())
    for one in given:
        expect(Evaluation, one)
    return [(heading(one, lang), one) for one in given]


def _card(given: Evaluation | Scorecard, standard: ScoringStandard | None) -> Scorecard:
    if isinstance(given, Scorecard):
        return given
    expect(Evaluation, given)
    return evaluate(given, standard=standard or rule_book(given)[0])


def _rows(label: str, name: str, card: Scorecard, lang: Language) -> Iterator[Row]:
    """The total, and in a row of its own what it may be beyond that."""
    ends = possible(card)
    low, high = ("0", "0") if ends is None else (f"{ends[0]:f}", f"{ends[1]:f}")
    full = f"{card.full:f}" if isinstance(card.full, Decimal) else ""
    same = {"label": label, "name": name, "full": full, "points": full or "—"}
    state = said("undetermined" if ends is None else "total", lang)
    yield {**same, "low": "0", "high": low, "state": state, "shown": total_words(card, lang)}
    if low != high:
        yield {**same, "low": low, "high": high, "state": said("open", lang), "shown": ""}


def _layers(labels: list[str], rows: list[Row], colour: Palette, lang: Language) -> list[Spec]:
    names = named(labels)
    states = {"total": colour.good, "open": colour.unknown, "undetermined": colour.muted}
    shades = colours({said(state, lang): shade for state, shade in states.items()}, rows)
    fields = {"name": "of-name", "shown": "of-points", "points": "full"}
    hints = tips([(field, said(title, lang)) for field, title in fields.items()])
    full: Spec = {"field": "full", "type": "quantitative"}
    tick = {"type": "tick", "color": colour.text, "thickness": 2, "size": 24}
    at = number("low", said("axis-points", lang))
    return [
        bars(at, "high", names, shades, hints),
        hollow(f"datum.state == '{said('undetermined', lang)}'", at, names, shades, hints, shape="diamond"),
        {
            "transform": [{"filter": "isValid(datum.full)"}],
            "mark": tick,
            "encoding": {"x": full, "y": names, "tooltip": hints},
        },
        beside("shown", names, color=colour.text, hints=hints),
    ]
