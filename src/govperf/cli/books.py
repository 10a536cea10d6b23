"""`govperf standards` and `govperf schema` (标准与模式命令): the rule books, and the shapes of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govperf.cli.asking import Refused
from govperf.cli.reading import OK, TROUBLE, complain, faults, named_book
from govperf.cli.showing import fitting, show, show_json
from govperf.messages import message

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.standards import ScoringStandard

__all__ = ["schema", "standards"]


def standards(lang: Language, *, name: str | None, toml: bool, json: bool) -> int:
    """All rule books in a table, or one of them in words (评分标准)."""
    if toml and (json or name is None):
        raise Refused("cli.toml-alone")
    return _all(lang, json=json) if name is None else _one(name, lang, toml=toml, json=json)


def _all(lang: Language, *, json: bool) -> int:
    from govperf.errors import GovperfError
    from govperf.standards import standard, standard_names

    status = OK
    books: list[dict[str, Any]] = []
    for name in standard_names():
        try:
            books.append(_record(standard(name)))
        except GovperfError as error:  # a package brings one that cannot be loaded
            complain(name, faults(error, lang))
            status = TROUBLE
    if json:
        show_json(books)
        return status
    title = "title" if lang == "zh" else "english"
    head = [message(f"cli.column.{column}", {}, lang) for column in ("name", "extends", "title")]
    rows = [[book["name"], book["extends"], book[title]] for book in books]
    show(fitting(head, rows))
    return status


def _one(name: str, lang: Language, *, toml: bool, json: bool) -> int:
    from govperf.errors import InputError, StandardError

    try:
        book = named_book(name)
        text = book.to_toml() if toml else book.describe(lang)
    except (InputError, StandardError) as error:
        complain(name, faults(error, lang))
        return TROUBLE
    if json:
        show_json({**_record(book), "description": text})
    else:
        show(text.rstrip("\n"))
    return OK


def _record(book: ScoringStandard) -> dict[str, Any]:
    record: dict[str, Any] = {
        name: getattr(book, name)
        for name in ("name", "title", "english", "extends", "taxonomy", "fingerprint")
    }
    return {**record, "aliases": list(book.aliases), "rules": [rule.name for rule in book.rules]}


def schema(lang: Language, *, name: str | None, json: bool) -> int:
    """The JSON Schema of a kind of file, or the kinds that there are (JSON模式)."""
    from govperf.codec import json_schema
    from govperf.codec.shapes import DOCUMENTS, tag_of

    kinds = {tag_of(cls): cls for cls in DOCUMENTS}
    if name is None:
        show_json(sorted(kinds)) if json else show("\n".join(sorted(kinds)))
        return OK
    if name not in kinds:
        complain(name, message("cli.no-schema", {"known": ", ".join(sorted(kinds))}, lang))
        return TROUBLE
    show_json(json_schema(kinds[name]))
    return OK
