"""What govperf says about a value (说明): a code, and the figures that its sentence names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, final

import attrs

from govperf.layout import Call, spelled, written
from govperf.messages import message
from govperf.model.shown_values import undefined_html

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Details", "Note", "Severity", "Undefined"]

Details = tuple[tuple[str, str], ...]


def pairs(details: Mapping[str, object] | Details) -> Details:
    """Details as sorted pairs of text, so that equal remarks are equal (整理细节)."""
    if not details:
        return ()
    return tuple(sorted([(key, str(value)) for key, value in dict(details).items()]))


@attrs.frozen
class Note:
    """Note (备注): something that a reader of a figure should know.

    Args:
        code: Stable name, a key of `govperf.messages.MESSAGES`.
        details: The figures that the sentence names.

    Example:
        >>> Note("note.operator-inferred", {"operator": "≥"}).explain("en")
        'no operator is printed: ≥ is inferred'
    """

    __repr__ = spelled

    code: str
    details: Details = attrs.field(converter=pairs, factory=tuple)

    def explain(self, lang: Language = "zh") -> str:
        """The note as a sentence (说明), in "zh" or "en"."""
        return message(self.code, dict(self.details), lang)


@final  # so that type checkers know what is left where it is not this
@attrs.frozen(repr=False)
class Undefined:
    """Undefined (无法确定): the value that is known not to exist, with the reason.

    It is never 0, None or NaN, and it has no truth value, so that nobody mistakes it for
    one: ask `isinstance(x, Undefined)`.

    Args:
        code: Stable name of the reason, a key of `govperf.messages.MESSAGES`.
        details: The figures that the reason names.

    Example:
        >>> Undefined("undefined.target-text", {"text": "效果明显"})
        Undefined('the target is not a quantity: 效果明显')
    """

    _repr_html_ = undefined_html

    code: str
    details: Details = attrs.field(converter=pairs, factory=tuple)

    def explain(self, lang: Language = "zh") -> str:
        """The reason as a sentence (原因), in "zh" or "en"."""
        return message(self.code, dict(self.details), lang)

    def __repr__(self) -> str:
        return written(self._call())

    def _call(self) -> Call:
        return Call("Undefined", (("", self.explain("en")),))

    def __str__(self) -> str:
        return f"undefined: {self.explain('en')}"

    def __bool__(self) -> bool:
        raise TypeError(
            "an undefined value is neither true nor false: ask isinstance(value, govperf.Undefined)"
        )


class Severity(Enum):
    """How grave a finding is (严重程度)."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
