"""Actual (实际完成值): what was reached, how sure it is, and what supports it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

import attrs

from govperf.errors import InputError
from govperf.limits import LIMITS
from govperf.model.evidence import Evidence
from govperf.model.fields import members
from govperf.model.fields import text as text_field
from govperf.model.words import NARROW, Affixes, amount, printed
from govperf.numerals import scan
from govperf.numerals.choices import Meaning
from govperf.numerals.words import AFTER, BEFORE, WITHIN
from govperf.units import Quantity

__all__ = ["Actual", "Approximation"]


class Approximation(Enum):
    """How sure a printed figure is (近似程度)."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


def _approximations(table: Mapping[Meaning, str]) -> dict[Approximation, str]:
    """The words of numbers by what they make of a figure, whether or not the figure is included."""
    words: dict[Approximation, str] = {}
    for (bound, _), line in table.items():
        words[Approximation(bound)] = f"{words.get(Approximation(bound), '')} {line}"
    return words


_BEFORE: Final = Affixes({**_approximations(BEFORE), Approximation.EXACT: "= ═"})
_AFTER: Final = Affixes(_approximations(AFTER))
_WITHIN: Final = {word: meaning for meaning, line in _approximations(WITHIN).items() for word in line.split()}
_PAIR: Final = 2
_OF: Final = re.compile(r"[，,；;]?\s*+其?中")
_PAIR_CHARS: Final = 2 * LIMITS.quantity_chars


def _evidence(value: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return members(Evidence, value)


@attrs.frozen
class Actual:
    """Actual value (实际完成值), such as 近540条, 75%, 78次中77次 or 达成预期指标.

    Args:
        text: As printed, or a bare `Quantity` or number.
        evidence: What supports it.

    Attributes:
        quantity: The number with its unit; None for prose.
        approximation: Whether the figure is exact.
        whole: In "78次中77次" the 78次, of which `quantity` reached the target; else None.

    Raises:
        InputError: The text is empty or too long.
        TypeError: The actual is a float.

    Example:
        >>> actual = Actual("近540条", evidence=[Evidence("发布台账")])
        >>> actual.quantity, actual.approximation.value
        (Quantity('540', '条'), 'at_most')
    """

    text: str = attrs.field(converter=printed, validator=text_field(required=True))
    evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=_evidence, kw_only=True)
    quantity: Quantity | None = attrs.field(init=False, repr=False)
    approximation: Approximation = attrs.field(init=False, repr=False)
    whole: Quantity | None = attrs.field(init=False, repr=False)

    @classmethod
    def parse(cls, text: str) -> Actual:
        """The actual value that a cell says (读取实际完成值).

        Args:
            text: As printed.

        Returns:
            The actual; prose gives one without a quantity.

        Raises:
            InputError: As for `Actual` itself.

        Example:
            >>> Actual.parse("60余人次").approximation.value, Actual.parse("约1.5亿元").quantity
            ('at_least', Quantity('1.5', '亿元'))
        """
        return cls(text)

    def __attrs_post_init__(self) -> None:
        whole, quantity, approximation = _part(self.text) or (None, *_read(self.text))
        object.__setattr__(self, "quantity", quantity)
        object.__setattr__(self, "approximation", approximation)
        object.__setattr__(self, "whole", whole)


def _read(cell: str) -> tuple[Quantity | None, Approximation]:
    """The quantity and how sure it is; (None, EXACT) for prose."""
    head, body = _BEFORE.before(cell.translate(NARROW))
    tail, body = _AFTER.after(body)
    inner, body = _within(body)
    said = {word for word in (head, tail, inner) if word} - {Approximation.EXACT}
    try:
        quantity = amount(body)
    except InputError:
        return None, Approximation.EXACT
    if not said:
        return quantity, Approximation.EXACT
    if quantity.magnitude < 0:  # 近-5%, -60余: nobody can tell on which side
        return quantity, Approximation.ABOUT
    return quantity, said.pop() if len(said) == 1 else Approximation.ABOUT


def _within(body: str) -> tuple[Approximation | None, str]:
    """60余人次: the word stands between the number and its unit."""
    try:
        number = scan(body)
    except InputError:
        return None, body
    if number is None:
        return None, body
    rest = body[number.end :].lstrip()
    meaning = _WITHIN.get(rest[:1])
    return (meaning, body[: number.end] + rest[1:]) if meaning else (None, body)


def _part(cell: str) -> tuple[Quantity, Quantity, Approximation] | None:
    """78次中77次, 77次/78次: cases, and those of them that reached the target."""
    if len(cell) > _PAIR_CHARS:
        return None
    for pieces in (_OF.split(cell), cell.split("/")[::-1]):
        if len(pieces) == _PAIR:
            break
    else:
        return None
    try:
        whole, part = (amount(piece) for piece in pieces)
    except InputError:
        return None
    fits = (
        part.unit.atoms
        and part.unit.adds_to(whole.unit)
        and Quantity(0, part.unit) <= part <= whole
        and whole
    )
    return (whole, part, Approximation.EXACT) if fits else None
