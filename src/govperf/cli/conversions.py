"""`govperf convert` (换算命令): amounts in another unit, exactly or as near as 34 digits are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govperf.cli.reading import OK, TROUBLE, complain, faults, refuse, texts
from govperf.cli.showing import show, show_json

if TYPE_CHECKING:
    from govperf.errors import GovperfError
    from govperf.messages import Language
    from govperf.units import Quantity, Unit

__all__ = ["INEXACT", "converted", "fault"]

INEXACT: Final = ("round", "refuse")
"""What may become of a number that does not end."""


def converted(lang: Language, *, amounts: tuple[str, ...], unit: str, inexact: str, json: bool) -> int:
    """Each amount in another unit (换算并打印)."""
    from govperf.errors import InputError
    from govperf.units import Unit

    status = OK
    rows: list[dict[str, Any]] = []
    try:
        goal = Unit.of(unit)
        for text in texts(amounts, lang, silent=json):
            row, error = _converted(text, goal, lang, inexact)
            if error:
                refuse(text, error, lang)
                status = TROUBLE
            elif not json:
                show(f"{row['amount']} {'=' if row['exact'] else '≈'} {row['result']}")
            rows.append(row)
    except InputError as error:  # the unit is none, or a line has no end
        complain(unit, faults(error, lang))
        return TROUBLE
    if json:
        show_json(rows)
    return status


def _converted(
    text: str, unit: Unit, lang: Language, inexact: str
) -> tuple[dict[str, Any], GovperfError | None]:
    """What becomes of one amount, and what is wrong with it."""
    from govperf.errors import InputError
    from govperf.units import Quantity

    try:
        amount = Quantity.parse(text)
        result, exact = _in_unit(amount, unit, inexact)
    except InputError as error:
        return {"given": text, **fault(error, lang)}, error
    row = {"amount": str(amount), "result": str(result), "magnitude": f"{result.magnitude:f}"}
    return {"given": text, **row, "unit": str(result.unit), "exact": exact}, None


def _in_unit(amount: Quantity, unit: Unit, inexact: str) -> tuple[Quantity, bool]:
    from govperf.errors import QuantityError

    try:
        return amount.to(unit, inexact="refuse"), True
    except QuantityError:
        if inexact == "refuse":
            raise
        return amount.to(unit), False


def fault(error: GovperfError, lang: Language) -> dict[str, Any]:
    """A fault as JSON has it (错误的JSON形式).

    Args:
        error: What is wrong.
        lang: "zh" or "en".

    Returns:
        One key, `error`, with code, message and span.

    Example:
        >>> from govperf.errors import NumeralError
        >>> fault(NumeralError("numeral.empty", "", span=(0, 0)), "en")["error"]["span"]
        [0, 0]
    """
    span = list(error.span) if error.span else None
    return {"error": {"code": error.code, "message": error.explain(lang), "span": span}}
