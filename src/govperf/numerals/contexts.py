"""Decimal contexts of our own (计算环境), so that those of the caller change nothing."""

from __future__ import annotations

from decimal import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    ROUND_HALF_EVEN,
    Context,
    DecimalException,
    DivisionByZero,
    InvalidOperation,
)

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from typing import Final

__all__ = ["EXACT", "own_context"]


def own_context(
    digits: int, *traps: type[DecimalException], emin: int = MIN_EMIN, emax: int = MAX_EMAX
) -> Context:
    """A context with every field said (独立的计算环境): what is left out would be the caller's.

    Args:
        digits: Significant digits, beyond which it rounds half even.
        traps: What raises, besides an invalid operation and a division by zero.
        emin: The smallest exponent.
        emax: The largest exponent.

    Returns:
        The context.

    Example:
        >>> from decimal import Decimal
        >>> own_context(3).divide(Decimal(2), Decimal(3))
        Decimal('0.667')
    """
    every: list[type[DecimalException]] = [InvalidOperation, DivisionByZero, *traps]
    return Context(digits, ROUND_HALF_EVEN, emin, emax, capitals=1, clamp=0, flags=[], traps=every)


EXACT: Final = own_context(MAX_PREC)
"""For sums, differences, products and shifts of bounded numbers, which it never rounds."""
