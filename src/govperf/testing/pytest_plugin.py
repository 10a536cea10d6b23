"""A pytest plugin (pytest插件) that says why two objects of govperf are not equal. PYTEST_DONT_REWRITE.

`pytest_plugins = ["govperf.testing.pytest_plugin"]` in the `conftest.py` at the top brings it in.
"""

from __future__ import annotations

from govperf.errors import shown

TYPE_CHECKING = False  # as type checkers know it

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

__all__ = ["pytest_assertrepr_compare"]

_OURS: Final = "govperf"
_SEVERAL: Final = (list, tuple)


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    r"""What pytest prints of a failed `assert left == right` (断言失败说明); pytest calls it.

    Args:
        op: The comparison.
        left: What stands on the left.
        right: What stands on the right.

    Returns:
        The comparison and a line for each difference; None where pytest is to say it as ever.

    Example:
        >>> from govperf.units import Quantity
        >>> print(*pytest_assertrepr_compare("==", Quantity(3, "人"), Quantity(3, "人次")), sep="\n")
        Quantity('3', '人') == Quantity('3', '人次')
        3人 ≠ 3人次 (人 and 人次 do not measure the same thing)
    """
    if op != "==" or not (_is_ours(left) or _is_ours(right)):
        return None
    from govperf.testing.differing import explain_difference  # noqa: PLC0415 - only when a test fails

    lines = explain_difference(left, right).splitlines()
    return [f"{shown(left)} == {shown(right)}", *lines] if lines else None


def _is_ours(value: object) -> bool:
    if type(value) in _SEVERAL:
        members: Iterable[object] = value  # type: ignore[assignment]
        return any(_is_ours(member) for member in members)
    return type(value).__module__.partition(".")[0] == _OURS
