"""`govperf parse` (读取命令): what a cell was read as, and what was assumed to read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from govperf.cli.asking import Refused
from govperf.cli.conversions import fault
from govperf.cli.reading import OK, TROUBLE, complain, faults, refuse, texts
from govperf.cli.showing import show, show_json
from govperf.messages import message

if TYPE_CHECKING:
    from govperf.errors import InputError
    from govperf.messages import Language
    from govperf.model import Actual, Target

__all__ = ["AS", "parsed", "year_of"]

AS: Final = ("target", "actual", "quantity", "number", "rmb")
"""What a cell may be read as."""


_FIGURES: Final = ("value", "low", "high", "whole", "period", "operator")
"""What JSON has of every cell, null where there is none."""


class Cell(NamedTuple):
    """A text, and what is printed beside it."""

    text: str
    unit: str | None
    year: int | None


class Meant(NamedTuple):
    """What a cell was read as."""

    kind: str
    bound: str
    """A code of how it is said, such as `at_least`."""
    figures: Mapping[str, str | None]
    assumed: tuple[tuple[str, Mapping[str, object]], ...] = ()


def parsed(lang: Language, *, cells: tuple[str, ...], unit: str | None, year: str | None, **more: Any) -> int:
    """What each cell was read as (读取并打印)."""
    from govperf.errors import InputError

    read, json = _READERS[more["as"]], more["json"]
    printed = year_of(year)
    status = OK
    rows: list[dict[str, Any]] = []
    try:
        for text in texts(cells, lang, silent=json):
            try:
                meant = read(Cell(text, unit, printed))
            except InputError as error:
                rows.append({"given": text, **fault(error, lang)})
                refuse(text, error, lang)
                status = TROUBLE
                continue
            rows.append(_record(text, meant, lang))
            if not json:
                show(_told(rows[-1], meant, lang))
    except InputError as error:  # a line has no end
        complain(message("cli.stdin", {}, lang), faults(error, lang))
        status = TROUBLE
    if json:
        show_json(rows)
    return status


def year_of(text: str | None) -> int | None:
    """The year that an option says (年度).

    Args:
        text: Four digits, or None.

    Returns:
        The year, or None.

    Raises:
        Refused: It is none.

    Example:
        >>> year_of("2023")
        2023
    """
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == len("2023")) or text < "1900":
        raise Refused("cli.year", value=text)
    return int(text)


def _record(text: str, meant: Meant, lang: Language) -> dict[str, Any]:
    figures = {name: meant.figures.get(name) for name in _FIGURES}
    notes = [{"code": code, "text": message(code, details, lang)} for code, details in meant.assumed]
    said = message(f"cli.said.{meant.bound}", meant.figures, lang)
    return {
        "given": text,
        "as": meant.kind,
        "said": said,
        "bound": meant.bound,
        **figures,
        "notes": notes,
    }


def _told(row: dict[str, Any], meant: Meant, lang: Language) -> str:
    from govperf.errors import plain

    kind = message(f"cli.as.{meant.kind}", {}, lang)
    head = message("cli.read", {"given": row["given"], "kind": kind, "said": row["said"]}, lang)
    return "\n".join(map(plain, [head, *(f"  ※ {note['text']}" for note in row["notes"])]))


def _number(cell: Cell) -> Meant:
    from govperf.numerals import read_number

    found = read_number(cell.text)
    figures = {name: _exact(getattr(found, name)) for name in ("value", "low", "high")}
    assumed: list[tuple[str, Mapping[str, object]]] = []
    if found.shared:
        assumed.append(("cli.note.shared", {}))
    if found.form != "number":
        assumed.append(
            ("cli.note.part", {"value": figures["value"] or f"{figures['low']}～{figures['high']}"})
        )
    return Meant("number", _bound(found.bound, inclusive=found.inclusive), figures, tuple(assumed))


def _exact(value: object) -> str | None:
    from decimal import Decimal

    if value is None:
        return None
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _bound(bound: str, *, inclusive: bool) -> str:
    strict = {"at_least": "more", "at_most": "less", "between": "inside"}
    return bound if inclusive else strict.get(bound, bound)


def _quantity(cell: Cell) -> Meant:
    from govperf.units import Quantity

    found = Quantity.parse(cell.text, unit=cell.unit)
    bare = not str(found.unit)
    return Meant("quantity", "exact", _amounts(value=found), (("cli.note.bare", {}),) if bare else ())


def _amounts(**found: object) -> dict[str, str | None]:
    return {name: None if one is None else str(one) for name, one in found.items()}


def _rmb(cell: Cell) -> Meant:
    from govperf.numerals import format_rmb, parse_rmb

    amount = parse_rmb(cell.text)
    usual = format_rmb(amount)
    assumed = () if usual == cell.text else (("cli.note.usual", {"usual": usual}),)
    return Meant("rmb", "exact", {"value": f"{amount:,f}元"}, assumed)


def _as_target(cell: Cell) -> Meant:
    from govperf.model import Target

    target = Target(cell.text, unit=cell.unit)
    if target.fault:
        raise target.fault
    return _of_target(target if cell.year is None else target.in_year(cell.year), cell)


def _of_target(target: Target, cell: Cell) -> Meant:
    sign = target.operator.value
    if target.upper is not None:
        figures = _amounts(low=target.quantity, high=target.upper, operator=sign)
        return Meant("target", "between", figures)
    if target.period is not None:
        figures = _amounts(period=target.period, operator=sign)
        return Meant("target", "by", figures, (("cli.note.deadline", figures),))
    if target.quantity is None:
        return _prose("target", cell)
    figures = _amounts(value=target.quantity, operator=sign, sign=target.operator.sign)
    assumed: list[tuple[str, Mapping[str, object]]] = []
    if target.inferred:
        assumed.append(("note.operator-inferred", {"operator": target.operator.sign}))
    if not str(target.quantity.unit):
        assumed.append(("cli.note.bare", {}))
    return Meant("target", "bound", figures, tuple(assumed))


def _prose(kind: str, cell: Cell) -> Meant:
    """What has no figure: of a date it may be the year that is missing."""
    from govperf.model import Target

    some = 2000
    dated = cell.year is None and Target(cell.text).in_year(some).period is not None
    return Meant(kind, "prose", {}, (("cli.note.no-year", {}),) if dated else ())


def _as_actual(cell: Cell) -> Meant:
    from govperf.model import Actual

    actual = Actual(cell.text, unit=cell.unit)
    return _of_actual(actual if cell.year is None else actual.in_year(cell.year), cell)


def _of_actual(actual: Actual, cell: Cell) -> Meant:
    figures = _amounts(
        value=actual.quantity, low=actual.lower, high=actual.upper, period=actual.period, whole=actual.whole
    )
    how = _bound(actual.approximation.value, inclusive=not actual.strict)
    if actual.whole is not None:
        return Meant("actual", "of", figures)
    if actual.lower is not None:
        return Meant("actual", "between", figures)
    if actual.period is not None:
        return Meant("actual", f"date-{how}", figures)
    if actual.quantity is None:
        return _prose("actual", cell)
    bare = not str(actual.quantity.unit)
    return Meant("actual", how, figures, (("cli.note.bare", {}),) if bare else ())


def _any(cell: Cell) -> Meant:
    """A cell of which nothing is known: what it says by itself, from the plainest to the least sure."""
    from govperf.errors import InputError, NumeralError

    if not cell.text.strip():
        raise NumeralError("numeral.empty", cell.text)
    for read in () if cell.unit else (_plain_number, _rmb):
        try:
            return read(cell)
        except InputError:
            continue
    try:
        return _quantity(cell)
    except InputError as error:
        return _row(cell, error)


def _plain_number(cell: Cell) -> Meant:
    from govperf.numerals import parse_number

    parse_number(cell.text)
    return _number(cell)


def _row(cell: Cell, fault: InputError) -> Meant:
    """A target where its operator is printed, else an actual where it has a figure, else prose."""
    target = _as_target(cell)
    inferred = any(code == "note.operator-inferred" for code, _ in target.assumed)
    actual = _as_actual(cell)
    if actual.bound == "prose" and not actual.assumed and any(char.isdigit() for char in cell.text):
        raise fault
    if target.bound == "prose" or inferred or _is_bare_date(cell):
        return actual._replace(kind="text") if actual.bound == "prose" else actual
    return target


def _is_bare_date(cell: Cell) -> bool:
    from govperf.model import Target

    return Target(cell.text).inferred


_READERS: Final[Mapping[str | None, Callable[[Cell], Meant]]] = {
    None: _any,
    "target": _as_target,
    "actual": _as_actual,
    "quantity": _quantity,
    "number": _number,
    "rmb": _rmb,
}
