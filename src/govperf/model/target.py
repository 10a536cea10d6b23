"""Target (指标值): what an indicator is to reach."""

from __future__ import annotations

from enum import Enum
from typing import Final

import attrs

from govperf.errors import InputError, TargetError
from govperf.model.fields import text as text_field
from govperf.model.words import NARROW, Affixes, amount, printed
from govperf.units import Quantity

__all__ = ["Operator", "Target"]


class Operator(Enum):
    """How a target binds (运算符号)."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EQUAL = "="
    TEXT = "text"

    @property
    def sign(self) -> str:
        """As forms print it (符号): ≥ for >=."""
        return {">=": "≥", "<=": "≤"}.get(self.value, self.value)

    @property
    def less_is_better(self) -> bool:
        """Whether a smaller actual is the better one (反向指标)."""
        return self in (Operator.AT_MOST, Operator.LESS_THAN)


_GLYPHS: Final = {
    Operator.AT_LEAST: "≥ ≧ ⩾ >= =>",
    Operator.AT_MOST: "≤ ≦ ⩽ <= =<",
    Operator.MORE_THAN: ">",
    Operator.LESS_THAN: "<",
    Operator.EQUAL: "== = ═",
}
_WORDS: Final = {
    Operator.AT_LEAST: (
        "不得低于 不得少于 不低于 不少于 不小于 大于等于 大于或等于 至少 最少 最低 起码 达到"
    ),
    Operator.AT_MOST: (
        "不得超过 不得高于 不超过 不高于 不大于 不多于 小于等于 小于或等于 至多 最多 最高 控制在"
    ),
    Operator.MORE_THAN: "大于 高于 多于 超过 逾",
    Operator.LESS_THAN: "小于 低于 少于",
    Operator.EQUAL: "等于",
}
_ENDINGS: Final = {
    # 以上, 以下, 以内 include the figure itself (民法典 art. 1259)
    Operator.AT_LEAST: "及以上 含以上 以上",
    Operator.AT_MOST: "及以下 以下 以内 之内",
}
_GLYPH: Final = Affixes(_GLYPHS)
_WORD: Final = Affixes(_WORDS)
_ENDING: Final = Affixes(_ENDINGS)


@attrs.frozen
class Target:
    """Target value (指标值), such as ≥60条, 24小时以内, 每周1期 or 效果明显.

    Args:
        text: As printed, or a bare `Quantity` or number.
        of_a_cost: Whether less is better where no operator is printed; an `Indicator` says it by its
            category.

    Attributes:
        operator: How it binds; `Operator.TEXT` for a target that is no quantity.
        quantity: The number with its unit; None for a text.
        inferred: Whether the operator was inferred because none is printed: "=" for a bare zero,
            ≤ for a cost, ≥ for anything else.

    Raises:
        TargetError: Two operators contradict each other, or a sign stands before no quantity.
        InputError: The text is empty or too long.
        TypeError: The target is a float.

    Example:
        >>> target = Target("不少于60条")
        >>> target.operator.value, target.quantity, target.inferred
        ('>=', Quantity('60', '条'), False)
    """

    text: str = attrs.field(converter=printed, validator=text_field(required=True))
    of_a_cost: bool = attrs.field(
        default=False, validator=attrs.validators.instance_of(bool), kw_only=True, eq=False, repr=False
    )
    operator: Operator = attrs.field(init=False)
    quantity: Quantity | None = attrs.field(init=False, repr=False)
    inferred: bool = attrs.field(init=False, repr=False)

    @classmethod
    def parse(cls, text: str) -> Target:
        """The target that a cell says (读取指标值).

        Args:
            text: As printed.

        Returns:
            The target; a prose cell gives one whose operator is `Operator.TEXT`.

        Raises:
            InputError: As for `Target` itself.

        Example:
            >>> Target.parse("24小时以内").operator.value, Target.parse("50个").inferred
            ('<=', True)
        """
        return cls(text)

    def __attrs_post_init__(self) -> None:
        operator, quantity = _read(self.text)
        inferred = operator is None
        if operator is None:
            zero = quantity is not None and not quantity.magnitude
            operator = Operator.EQUAL if zero else Operator.AT_MOST if self.of_a_cost else Operator.AT_LEAST
        if quantity is None:
            operator, inferred = Operator.TEXT, False
        object.__setattr__(self, "operator", operator)
        object.__setattr__(self, "quantity", quantity)
        object.__setattr__(self, "inferred", inferred)


def _read(cell: str) -> tuple[Operator | None, Quantity | None]:
    """The printed operator and the quantity; (None, None) for prose."""
    body = cell.translate(NARROW)
    glyph, body = _GLYPH.before(body)
    word, body = (None, body) if glyph else _WORD.before(body)
    ending, body = _ENDING.after(body)
    operators = {operator for operator in (glyph, word, ending) if operator}
    try:
        quantity = amount(body)
    except InputError as error:
        if glyph is None:
            return None, None
        reasons = {"reason_en": error.explain("en"), "reason_zh": error.explain("zh")}
        raise TargetError("target.unreadable", cell, details=reasons) from error
    if len(operators) > 1:
        raise TargetError("target.contradiction", cell)
    return (operators.pop() if operators else None), quantity
