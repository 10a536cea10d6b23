"""Operators (运算符号): how a target binds, and the signs and words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

from govperf.errors import TargetError
from govperf.numerals.choices import Meaning
from govperf.numerals.words import AFTER, BEFORE

__all__ = [
    "HEAD",
    "NARROW",
    "NEGATION",
    "OF_TIME",
    "OPERATORS",
    "TAIL",
    "TAILS",
    "Operator",
    "is_sign",
    "optional_sign",
]

NARROW: Final = str.maketrans("＞＜＝", "><=")
"""Full-width signs as half-width ones."""


class Operator(Enum):
    """How a target binds (运算符号)."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EQUAL = "="
    BETWEEN = "between"
    TEXT = "text"

    @property
    def sign(self) -> str:
        """As forms print it (符号): ≥ for >=."""
        return {">=": "≥", "<=": "≤", "between": "～"}.get(self.value, self.value)

    @property
    def less_is_better(self) -> bool:
        """Whether a smaller actual is the better one (反向指标)."""
        return self in (Operator.AT_MOST, Operator.LESS_THAN)


_MEANT: Final[Mapping[Meaning, Operator]] = {
    ("at_least", True): Operator.AT_LEAST,
    ("at_least", False): Operator.MORE_THAN,
    ("at_most", True): Operator.AT_MOST,
    ("at_most", False): Operator.LESS_THAN,
}
# Words that tell how large a figure turned out, and bind nobody; and words that only a target has.
_DESCRIBING: Final = frozenset(["近", "将近", "接近", "几近"])
_ONLY_BEFORE: Final = {
    Operator.AT_LEAST: "=> 达到 达 ≮",
    Operator.AT_MOST: "=< 控制在 最迟 最晚 ≯",
    Operator.EQUAL: "== = ═ 等于",
}
_ONLY_AFTER: Final = {Operator.AT_MOST: "内"}

# A word is turned round by a negation before it, and only by one of these: 不得大于 is ≤.
_DENIALS: Final = (
    *(
        "不",
        "不得",
        "不能",
        "不应",
        "不应该",
        "不可",
        "不可以",
        "不宜",
        "不会",
        "不准",
        "不要",
        "不许",
        "不允许",
    ),
    *("严禁", "禁止", "未", "没", "没有"),
)
_DENIED: Final = {
    Operator.AT_MOST: "超过 超出 超 大于 高于 多于 突破 逾 晚于 迟于",
    Operator.AT_LEAST: "低于 少于 小于 早于",
}
_NAMES: Final = {
    Operator.BETWEEN: "between ～ ~ 介于 区间",
    Operator.TEXT: "text 定性 文字 文本",
}


def _words(
    meant: Mapping[Meaning, str], only: Mapping[Operator, str], *, inclusive: bool = False
) -> dict[str, Operator]:
    """Word → operator: those of numbers that bind, and those of targets alone."""
    known = {
        word: _MEANT[meaning]
        for meaning, line in meant.items()
        if meaning in _MEANT and (meaning[1] or not inclusive)
        for word in line.split()
        if word not in _DESCRIBING
    }
    return known | {word: operator for operator, line in only.items() for word in line.split()}


def is_sign(word: str) -> bool:
    """Whether an operator is a sign, such as ≥, and no word (是否符号)."""
    return not word[0].isalpha()


def _turned_round() -> dict[str, Operator]:
    """不 with 超过, and each other such pair, → the operator that it is."""
    return {
        denial + word: operator
        for operator, line in _DENIED.items()
        for word in line.split()
        for denial in _DENIALS
    }


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, longer ones first, sought by their first character."""
    rest: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rest.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(more)})" for first, more in rest.items()))


OPERATORS: Final = _words(BEFORE, _ONLY_BEFORE) | _turned_round()
"""What may stand before a quantity → the operator that it is."""

HEAD: Final = _any_of(OPERATORS)
"""Any of them, longer ones before shorter ones."""

NEGATION: Final = re.compile("[不未无没非勿禁避防免莫否]|杜绝")
"""What turns round or takes away what stands after it, unless `OPERATORS` knows the two as one word."""

OF_TIME: Final = re.compile("最[迟晚]|.*[早晚迟]于")
"""Operators that bind a point in time, and so make one of what else may be a number."""

# 以上, 以下, 以内 include the figure itself (民法典 art. 1259); 以外, 有余 and 不到 behind one describe it.
TAILS: Final = _words(AFTER, _ONLY_AFTER, inclusive=True)
"""What may stand after a quantity → the operator that it is."""

TAIL: Final = re.compile(f"(?:{'|'.join(map(re.escape, sorted(TAILS, key=len, reverse=True)))})\\Z")

_SIGNS: Final = OPERATORS | _words({}, _NAMES)


def optional_sign(value: Operator | str | None) -> Operator | None:
    """The operator of a column of its own, or None where the form has no such column (运算符号栏).

    Args:
        value: An operator, or any sign or word for one: "≥", ">=", "大于等于", "定性", "text".

    Returns:
        The operator.

    Raises:
        TargetError: The text is no operator.
        TypeError: The value is neither a text nor an operator.

    Example:
        >>> optional_sign("大于等于").sign, optional_sign("定性").value
        ('≥', 'text')
    """
    if value is None or isinstance(value, Operator):
        return value
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"sign is an operator or a text, not {type(value).__name__}")
    found = _SIGNS.get(value.strip().translate(NARROW))
    if found is None:
        raise TargetError("target.sign", value)
    return found
