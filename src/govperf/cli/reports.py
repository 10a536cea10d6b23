"""`govperf demo` and `govperf score` (演示与评分命令): the report of an evaluation, or its scores as JSON."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from govperf.cli.reading import OK, TROUBLE, complain, each, faults, rule_book
from govperf.cli.showing import show, show_json

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.model import Evaluation, Indicator
    from govperf.standards import ScoringStandard

__all__ = ["demo", "scored"]

_DEMO: Final = ("guangzhou-emergency-2020", "panyu-emergency-2021", "hainan-school-2023")


def demo(lang: Language, *, json: bool) -> int:
    """The reports of three real evaluations (演示)."""
    from govperf.codec import from_json
    from govperf.display import report
    from govperf.model import Evaluation

    read = {
        name: from_json((files("govperf") / "data" / f"{name}.json").read_bytes(), Evaluation)
        for name in _DEMO
    }
    if json:
        show_json({name: _document(evaluation, None, lang) for name, evaluation in read.items()})
    else:
        show("\n\n".join(report(evaluation, lang=lang) for evaluation in read.values()))
    return OK


def scored(lang: Language, *, files: tuple[str, ...], standard: str | None, json: bool) -> int:
    """A report for each file (评分并打印)."""
    from govperf.errors import InputError, StandardError

    try:
        book = rule_book(standard)
    except (InputError, StandardError) as error:
        complain(str(standard), faults(error, lang))
        return TROUBLE
    from govperf.display import report

    between = iter([""])
    documents: dict[str, Any] = {}

    def say(name: str, evaluation: Evaluation) -> None:
        if json:
            documents[name] = _document(evaluation, book, lang)
        else:
            show(next(between, "\n") + report(evaluation, standard=book, lang=lang))

    status = each(files, say, lang, silent=json)
    if json:
        show_json(documents)
    return status


def _document(evaluation: Evaluation, book: ScoringStandard | None, lang: Language) -> dict[str, Any]:
    """The scores of a form, the rate of each indicator, and how they came about."""
    from govperf.codec import to_dict
    from govperf.scoring import evaluate

    card = evaluate(evaluation, standard=book)
    return {
        "scorecard": to_dict(card),
        "rates": [
            _rate(path, indicator, evaluation.year, lang) for path, indicator in evaluation.indicators()
        ],
        "explanation": card.explain(lang).split("\n"),
    }


def _rate(path: str, indicator: Indicator, year: int, lang: Language) -> dict[str, Any]:
    from govperf.codec import to_dict
    from govperf.errors import UnitError
    from govperf.model import Undefined
    from govperf.scoring import completion_rate
    from govperf.scoring.completion import mismatch

    try:
        rate = completion_rate(indicator.target, indicator.actual, year=year)
    except UnitError as error:
        rate = mismatch(error)
    shown = None if isinstance(rate, Undefined) else str(rate)
    named = {"path": path, "name": indicator.name, "shown": shown}
    return {**named, "rate": to_dict(rate), "explanation": rate.explain(lang)}
