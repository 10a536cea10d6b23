"""`govperf explain` (说明命令): what a code means, and the way to each point of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from govperf.cli.asking import Refused
from govperf.cli.cells import year_of
from govperf.cli.reading import OK, STDIN, TROUBLE, complain, each, faults, rule_book
from govperf.cli.showing import definitions, show, show_json
from govperf.messages import MESSAGES, message

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.model import Evaluation, Note, Score, Scorecard
    from govperf.standards import ScoringStandard

__all__ = ["explained"]

_CODE: Final = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*")
_FILE: Final = (".json",)
_KINDS: Final = {"finding": "finding", "undefined": "undefined", "note": "note", "rule": "rule"}
_ERRORS: Final = frozenset(
    (
        *("numeral", "rmb", "quantity", "unit", "target", "data", "limit", "standard", "scoring"),
        *("file", "extra", "taxonomy", "json", "common", "review"),
    )
)
_CELL: Final = ("target", "actual", "weight", "year")
_ESCAPED: Final = re.compile(r"\\(.)")


def explained(lang: Language, *, asked: tuple[str, ...], **options: Any) -> int:
    """What is asked for in words (说明并打印): codes, files, or a target and an actual."""
    from govperf.errors import GovperfError

    if bool(asked) == any(options[name] is not None for name in _CELL):
        raise Refused("cli.explain-what")
    try:
        book = rule_book(options["standard"])
    except GovperfError as error:
        complain(str(options["standard"]), faults(error, lang))
        return TROUBLE
    if not asked:
        return _cells(lang, book, options)
    if all(map(_is_file, asked)):
        return _files(lang, asked, book, options)
    return _codes(lang, asked, book, options)


def _is_file(name: str) -> bool:
    return name == STDIN or name.endswith(_FILE) or not _CODE.fullmatch(name)


def _codes(
    lang: Language, asked: tuple[str, ...], book: ScoringStandard | None, options: dict[str, Any]
) -> int:
    status = OK
    found: list[dict[str, str]] = []
    for name in asked:
        record = _rule(name, book, lang) or _code(name, lang)
        if record:
            found.append(record)
        else:
            complain(name, message("cli.no-code", {"near": _near(name)}, lang))
            status = TROUBLE
    if options["json"]:
        show_json(found)
    elif found:
        show("\n\n".join(_described(record, lang) for record in found))
    return status


def _near(name: str) -> str:
    from difflib import get_close_matches

    bare = {code.removeprefix("finding."): code for code in MESSAGES if code.partition(".")[0] in _known()}
    close = get_close_matches(name.removeprefix("finding."), bare, n=3)
    return ", ".join(bare[one] for one in close) or "…"


def _known() -> set[str]:
    return {*_KINDS, *_ERRORS}


def _code(name: str, lang: Language) -> dict[str, str]:
    """What is known of a code; nothing of none. `missed` will do for `finding.missed`."""
    code = next((one for one in (name, f"finding.{name}") if one in MESSAGES), "")
    family = code.partition(".")[0]
    if not code or family not in _known():
        return {}
    kind = _KINDS.get(family, "error")
    record = {"code": code, "kind": kind, "sentence": message(code, {}, lang)}
    return record | (_check(code, lang) if kind == "finding" else {})


def _check(code: str, lang: Language) -> dict[str, str]:
    from govperf.model import Finding
    from govperf.reviewing import CHECKS

    for check in CHECKS:
        if check.code == code:
            settle = Finding(code, check.severity, "$").settle(lang)
            return {
                "severity": check.severity.value,
                "family": check.family,
                "settle": settle,
                "source": check.clause.source,
                "provenance": check.clause.provenance.value,
            }
    return {}


def _rule(name: str, book: ScoringStandard | None, lang: Language) -> dict[str, str]:
    """A rule of the rule book as its description has it; nothing where there is none of this name."""
    from govperf.standards import standard

    chosen = standard() if book is None else book
    bare = name.removeprefix("rule.")
    names = [rule.name for rule in chosen.rules]
    if bare not in names:
        return {}
    rule = chosen.rules[names.index(bare)]
    parts = chosen.describe(lang).split("\n### ")[1:]
    text = _ESCAPED.sub(r"\1", parts[names.index(bare)].partition("\n## ")[0].strip())
    source = {"source": rule.clause.source, "provenance": rule.clause.provenance.value}
    return {"code": f"rule.{bare}", "kind": "rule", "standard": chosen.name, "description": text, **source}


def _described(record: dict[str, str], lang: Language) -> str:
    if "description" in record:
        return f"{record['code']} ({record['standard']})\n{record['description']}"
    rows = [
        (message(f"cli.field.{field}", {}, lang), _value(field, value, lang))
        for field, value in record.items()
        if field != "code" and value
    ]
    return "\n".join([record["code"], *definitions(rows)])


def _value(field: str, value: str, lang: Language) -> str:
    """A stable name in words; anything else as it is."""
    code = {"kind": f"cli.kind.{value}"}.get(field, f"{field}.{value}")
    return message(code, {}, lang) if code in MESSAGES else value


def _cells(lang: Language, book: ScoringStandard | None, options: dict[str, Any]) -> int:
    from govperf.errors import GovperfError
    from govperf.model import Indicator
    from govperf.scoring import score

    year = year_of(options["year"])
    given = {name: options[name] for name in ("target", "actual", "weight") if options[name] is not None}
    try:
        made = score(Indicator(message("cli.indicator", {}, lang), **given), standard=book, year=year)
    except GovperfError as error:
        complain("explain", faults(error, lang))
        return TROUBLE
    if options["json"]:
        show_json(_record(made, lang))
    else:
        show("\n".join(_steps(made, lang)))
    return OK


def _files(
    lang: Language, names: tuple[str, ...], book: ScoringStandard | None, options: dict[str, Any]
) -> int:
    from govperf.errors import DataError
    from govperf.scoring import evaluate

    documents: dict[str, Any] = {}
    wanted = options["indicator"]
    between = iter([""])

    def say(name: str, evaluation: Evaluation) -> None:
        card = evaluate(evaluation, standard=book)
        scores = [one for one in card if wanted is None or wanted in one.name]
        if not scores:
            raise DataError("cli.no-indicator", wanted)
        if options["json"]:
            documents[name] = _document(card, scores, lang)
        else:
            show(next(between, "\n") + _way(_title(evaluation), card, scores, lang))

    status = each(names, say, lang, silent=options["json"])
    if options["json"]:
        show_json(documents)
    return status


def _title(evaluation: Evaluation) -> str:
    from govperf.errors import plain

    named = (evaluation.department.name, evaluation.project, str(evaluation.year))
    return f"【{plain(' '.join(part for part in named if part))}】"


def _way(title: str, card: Scorecard, scores: list[Score], lang: Language) -> str:
    """The way to each point; then that to the total, where all scores are asked for."""
    from govperf.errors import plain

    lines = [title]
    for one in scores:
        lines += _steps(one, lang)
    if len(scores) == len(list(card)):
        lines += [plain(note.explain(lang)) for note in _beneath(card)]
    return "\n".join(lines)


def _beneath(card: Scorecard) -> list[Note]:
    return [note for note in card.trace() if note.code != "trace.score"]


def _steps(one: Score, lang: Language) -> Iterator[str]:
    from govperf.errors import plain

    yield plain(one.explain(lang))
    for number, note in enumerate(one.trace(), 1):
        yield f"  {number}. {plain(note.explain(lang))}"


def _document(card: Scorecard, scores: list[Score], lang: Language) -> dict[str, Any]:
    whole = len(scores) == len(list(card))
    total = {"total": [_note(note, lang) for note in _beneath(card)]} if whole else {}
    return {"standard": card.standard, "scores": [_record(one, lang) for one in scores], **total}


def _record(one: Score, lang: Language) -> dict[str, Any]:
    from decimal import Decimal

    points = f"{one.points:f}" if isinstance(one.points, Decimal) else None
    return {
        "path": one.path,
        "name": one.name,
        "points": points,
        "explanation": one.explain(lang),
        "steps": [_note(note, lang) for note in one.trace()],
    }


def _note(note: Note, lang: Language) -> dict[str, Any]:
    return {"code": note.code, "details": dict(note.details), "text": note.explain(lang)}
