"""Why two objects are not equal (差异说明): where they differ, and what may be behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple, cast

import attrs

from govperf.errors import shown
from govperf.messages import message
from govperf.model import Actual, Target
from govperf.testing.reasons import Reason, reason, said
from govperf.units import Quantity, Unit

TYPE_CHECKING = False  # as type checkers know it

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["explain_difference"]

_MOST: Final = 20
_WHOLE: Final = (Quantity, Unit, Target, Actual)
"""What is shown as it is printed, and not field by field."""


class _Gap(NamedTuple):
    """Two values at one place that are not equal."""

    path: str
    one: object
    other: object
    why: Reason | None


def explain_difference(one: object, other: object, *, lang: Language = "en") -> str:
    """Where two objects differ, and what may be behind it (差异说明), for the message of a failed test.

    Amounts are looked at for the usual slips: another unit, 万元 for 元, 人 for 人次, a number without its
    unit, a figure that was rounded. In objects, tuples and lists each difference has its path.

    Args:
        one: An object of govperf, a number, or a list or tuple of them.
        other: What it is compared with.
        lang: "en" or "zh".

    Returns:
        A line for each difference, at most twenty; "" where the two are equal.

    Example:
        >>> from govperf.units import Quantity
        >>> print(explain_difference(Quantity(3, "万元"), Quantity(3, "元")))
        3万元 ≠ 3元 (the same number, but 1 万元 is 10,000 元)
        >>> print(explain_difference(Quantity(3, "人"), Quantity(3, "人次"), lang="zh"))
        3人 ≠ 3人次（人与人次计量的不是同一种量）
    """
    gaps = _gaps(one, other, "")
    lines = [_line(gap, lang) for gap in islice(gaps, _MOST)]
    if more := sum(1 for _ in gaps):
        lines.append(message("difference.more", {"count": more}, lang))
    return "\n".join(lines)


def _line(gap: _Gap, lang: Language) -> str:
    one, other = _text(gap.one), _text(gap.other)
    if one == other:
        one, other = (shown(value) for value in (gap.one, gap.other))
    line = f"{gap.path}: {one} ≠ {other}" if gap.path else f"{one} ≠ {other}"
    return message("difference.line", {"gap": line, "why": gap.why(lang)}, lang) if gap.why else line


def _text(value: object) -> str:
    return str(value) if isinstance(value, _WHOLE) else shown(value)


def _gaps(one: object, other: object, path: str) -> Iterator[_Gap]:
    """All differences, the outer ones first."""
    if one == other:
        return
    if type(one) is not type(other) or isinstance(one, _WHOLE):
        yield _Gap(path, one, other, reason(one, other))
    elif isinstance(one, tuple | list):
        yield from _in_members(cast("Sequence[object]", one), cast("Sequence[object]", other), path)
    elif attrs.has(type(one)):
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(one))):
            if field.eq:
                yield from _in_field(one, other, field.name, path)
    else:
        yield _Gap(path, one, other, reason(one, other))


def _in_field(one: object, other: object, name: str, path: str) -> Iterator[_Gap]:
    yield from _gaps(getattr(one, name), getattr(other, name), f"{path}.{name}" if path else name)


def _in_members(one: Sequence[object], other: Sequence[object], path: str) -> Iterator[_Gap]:
    if len(one) != len(other):
        yield _Gap(path, len(one), len(other), said("difference.length"))
    dot = "." if path else ""
    names = [f"{dot}{name}" for name in getattr(one, "_fields", ())]  # of a named tuple
    for place, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        yield from _gaps(mine, theirs, path + (names[place] if names else f"[{place}]"))
