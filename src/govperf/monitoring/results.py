"""Results of monitoring (监控结果) as plain data: what goes into a file, and which rules it followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from govperf.model import Note, Rate, Undefined
from govperf.model.plain import JsonValue, Record
from govperf.monitoring.lights import Light
from govperf.units import Quantity
from govperf.version import VERSION

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.monitoring.rules import MonitoringRules

__all__ = ["Followed", "by", "plain", "record"]


@attrs.frozen(kw_only=True)
class Followed:
    """What a result followed (所依规则): the rules and the govperf that made it.

    Args:
        rules: The name of the rules.
        edition: Which edition of them.
        fingerprint: The hash of all that decides a light in them.
        version: Of govperf.
    """

    rules: str
    edition: str
    fingerprint: str
    version: str


def by(rules: MonitoringRules) -> dict[str, Any]:
    """The fields of `Followed` for some rules (所依规则).

    Args:
        rules: Those that a result follows.

    Returns:
        Keyword arguments.
    """
    return {
        "rules": rules.name,
        "edition": rules.edition,
        "fingerprint": rules.fingerprint,
        "version": VERSION,
    }


def record(what: str, result: attrs.AttrsInstance, lang: Language, **others: object) -> Record:
    """A result as one row of plain data (记录).

    Args:
        what: The kind of row, such as "indicator".
        result: Its fields become the cells of the row.
        lang: "zh" or "en", for what is said in words.
        others: More cells, or others for those of its fields.

    Returns:
        The row, its kind first.
    """
    values = {**attrs.asdict(result, recurse=False), **others}
    return {"what": what, **{name: plain(value, lang) for name, value in values.items()}}


def plain(value: object, lang: Language) -> JsonValue:
    """A value as JSON has it (简单值): a number as text, and exact; why there is none as its code and words.

    Args:
        value: Of a result.
        lang: "zh" or "en", for what is said in words.

    Returns:
        A text, a whole number, a list, a table or None.

    Example:
        >>> from fractions import Fraction
        >>> plain(Rate(Fraction(7, 10)), "en"), plain((Light.RED, None), "en")
        ('7/10', ['red', None])
        >>> plain(Undefined("undefined.budget-missing"), "en")["undefined"]
        'undefined.budget-missing'
    """
    if isinstance(value, Undefined):
        return {"undefined": value.code, "reason": value.explain(lang)}
    if isinstance(value, tuple):
        return [plain(item, lang) for item in cast("tuple[object, ...]", value)]
    if isinstance(value, Note):
        return value.explain(lang)
    for kind, written in _WRITTEN.items():
        if isinstance(value, kind):
            return written(value)
    return cast("JsonValue", value)


_WRITTEN: Final[Mapping[type, Callable[[Any], JsonValue]]] = {
    Rate: lambda rate: str(rate.exact),
    Light: lambda light: light.value,
    Quantity: lambda amount: {"magnitude": f"{amount.magnitude:f}", "unit": amount.unit.label},
}
"""How what JSON has not is written."""
