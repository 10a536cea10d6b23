"""How often what comes (取值频率): the usual mostly, the rare now and then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from govperf.limits import LIMITS

__all__ = ["levels", "mostly", "one_of_many", "one_of_these", "records"]

T = TypeVar("T")
Cells = st.SearchStrategy[Any]

_USUAL: Final = 7
"""So many usual values come with each rare one."""


def one_of_these(usual: Sequence[T], rare: Iterable[T] = ()) -> st.SearchStrategy[T]:
    """One of the usual values, and now and then a rare one (以常见值为主).

    Args:
        usual: At least one, the simplest first.
        rare: As many as there are; together they come once in eight times.

    Returns:
        A strategy that shrinks to the first of the usual values.

    Example:
        >>> from hypothesis import find
        >>> find(one_of_these(["元"], ["角", "分"]), lambda unit: unit != "元")
        '角'
    """
    seldom = tuple(rare)
    times = -(-_USUAL * len(seldom) // len(usual))
    return st.sampled_from((*tuple(usual) * max(times, 1), *seldom))


def one_of_many(values: Callable[[], Sequence[T]]) -> st.SearchStrategy[T]:
    """One of many values (多者之一), which are not spelt out wherever the strategy is shown.

    Args:
        values: Gives them, the simplest first, when the first one is drawn.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> one_of_many(lambda: range(1000))
        one()
        >>> find(one_of_many(lambda: range(1000)), lambda number: number > 5)
        6
    """

    @st.composite
    def one(draw: st.DrawFn) -> T:
        return draw(st.sampled_from(values()))

    return one()


def mostly(usual: st.SearchStrategy[T], *rare: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """What is usual, and now and then what is rare (以常见情形为主).

    Args:
        usual: A strategy.
        rare: Others; together they are drawn from once in eight times.

    Returns:
        A strategy that shrinks to what the usual one gives.

    Example:
        >>> from hypothesis import find
        >>> find(mostly(st.just("元"), st.just("角")), lambda unit: unit != "元")
        '角'
    """
    strategies = one_of_these([usual], rare)

    @st.composite  # and not flatmap, which would spell out every strategy eight times, wherever it is shown
    def either(draw: st.DrawFn) -> T:
        return draw(draw(strategies))

    return either()


def levels(depth: int) -> range:
    """The levels below the outermost one (下级层数).

    Args:
        depth: Levels in all.

    Returns:
        One number for each.

    Raises:
        ValueError: There are none, or more than `LIMITS.nesting`.

    Example:
        >>> list(levels(3))
        [1, 2]
    """
    if not 1 <= depth <= LIMITS.nesting:
        raise ValueError(f"depth is from 1 to {LIMITS.nesting}, not {depth}")
    return range(1, depth)


def records(
    kind: Callable[..., T],
    fixed: Mapping[str, Cells],
    cells: Mapping[str, Cells],
    usual: Mapping[str, Cells] | None = None,
) -> st.SearchStrategy[T]:
    """Objects of a class as forms are filled in (按表填写的对象): with few of the cells, or with most.

    Args:
        kind: The class.
        fixed: Field → strategy, of the fields that are always given.
        cells: Field → strategy, of those that a form may leave out.
        usual: Field → strategy, of those that most forms have.

    Returns:
        A strategy that shrinks to an object with nothing but the fixed fields.

    Example:
        >>> from hypothesis import find
        >>> from govperf.model import Posts
        >>> fixed = {"kind": st.just("行政编制"), "count": st.integers(0)}
        >>> find(records(Posts, fixed, {}), lambda posts: posts.count > 5)
        Posts(kind='行政编制', count=6)
    """
    likely = usual or {}

    @st.composite
    def record(draw: st.DrawFn) -> T:
        given = {name: draw(strategy) for name, strategy in fixed.items()}
        given |= {name: draw(strategy) for name, strategy in likely.items() if draw(_LIKELY)}
        if fullness := draw(_FULLNESS):
            given |= {n: draw(cell) for n, cell in cells.items() if draw(_FULLNESS) + fullness > _FULLEST}
        return kind(**given)

    return record()


_LIKELY: Final = st.integers(0, _USUAL)
_FULLEST: Final = 3
_FULLNESS: Final = st.integers(0, _FULLEST)
"""Of four cells so many are filled in; what is drawn as 0 is always left out, so that it can shrink away."""
