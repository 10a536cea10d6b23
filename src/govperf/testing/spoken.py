"""Strategies of numbers as they are said (读数策略): 近540, 60余, 9～16亿."""

from __future__ import annotations

from functools import cache
from typing import Final

from hypothesis import strategies as st

from govperf.numerals import Reading, read_number
from govperf.testing.amounts import numbers
from govperf.testing.weights import mostly

__all__ = ["readings"]

_BEFORE: Final = ("", "近", "约", "大约", "超过", "不到", "接近", "至少", "最多", "不少于", "不超过")
_BEHIND: Final = ("", "左右", "以上", "以下", "以内", "%", "万", "亿")
_WHOLE: Final = ("数百", "三五百", "1/3", "百分之九十五", "三成", "二十", "60余", "200多", "9～16亿")


def readings() -> st.SearchStrategy[Reading]:
    """Readings (读数) of texts that `read_number` reads: exact, about, bounded, between two numbers.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(readings(), lambda reading: reading.bound == "at_most").words
        ('近',)
    """
    return _texts().map(read_number)


@cache
def _texts() -> st.SearchStrategy[str]:
    figures = mostly(
        numbers(at_least=0, at_most=10**6, places=2), numbers(at_least=-(10**8), at_most=10**12, places=4)
    ).map("{:,f}".format)
    return st.one_of(
        st.tuples(st.sampled_from(_BEFORE), figures).map("".join),
        st.tuples(figures, st.sampled_from(_BEHIND)).map("".join),
        st.tuples(st.integers(0, 1000), st.integers(1, 1000)).map(_between),
        st.sampled_from(_WHOLE),
    )


def _between(ends: tuple[int, int]) -> str:
    low, more = ends
    return f"{low}～{low + more}"
