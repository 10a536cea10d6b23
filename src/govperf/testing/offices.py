"""Strategies of departments (部门策略): staffing, and departments with the units below them."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from govperf.limits import LIMITS
from govperf.model import Department, Posts, Staffing
from govperf.testing.printed import names, texts
from govperf.testing.rows import periods
from govperf.testing.weights import levels, mostly, records

__all__ = ["departments", "posts", "staffings"]

_POSTS: Final = ("行政编制", "事业编制", "行政执法专项编制")


def posts() -> st.SearchStrategy[Posts]:
    """Posts of one kind (编制数).

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(posts(), lambda posts: posts.count > 5)
        Posts(kind='行政编制', count=6)
    """
    return st.builds(Posts, mostly(st.sampled_from(_POSTS), names()), _heads())


def staffings() -> st.SearchStrategy[Staffing]:
    """Staffing (人员编制): posts by kind, people in service, and now and then people retired.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(staffings(), lambda staffing: staffing.actual > staffing.posts > 1)
        Staffing(authorised=(Posts(kind='行政编制', count=2),), actual=3)
    """
    fixed = {"authorised": st.lists(posts(), max_size=3), "actual": _heads()}
    return records(Staffing, fixed, {"retired": _heads(), "date": periods()})


def _heads() -> st.SearchStrategy[int]:
    return mostly(st.integers(0, 500), st.integers(0, 10**LIMITS.digits - 1))


def departments(*, depth: int = 3) -> st.SearchStrategy[Department]:
    """Departments (部门) with the units below them.

    Args:
        depth: Levels of departments at the most, the outermost counted, from 1 to `LIMITS.nesting`.

    Returns:
        A strategy.

    Raises:
        ValueError: There cannot be so many levels.

    Example:
        >>> from hypothesis import find
        >>> find(departments(), lambda department: department.units)
        Department(name='甲', units=(Department(name='甲'),))
    """
    cells: dict[str, st.SearchStrategy[Any]] = {
        "code": st.from_regex("[0-9]{3,6}", fullmatch=True) | texts(),
        "level": st.sampled_from(("区级", "一级预算单位")) | texts(),
        "functions": st.lists(texts(), max_size=3),
        "staffing": staffings(),
    }
    made = records(Department, {"name": names()}, cells)
    for _ in levels(depth):
        made = records(Department, {"name": names()}, {**cells, "units": _units(made)})
    return made


def _units(departments: st.SearchStrategy[Department]) -> st.SearchStrategy[list[Department]]:
    """No two of which bear one name or one code."""
    return st.lists(
        departments, max_size=3, unique_by=(lambda unit: unit.name, lambda unit: unit.code or (unit.name,))
    )
