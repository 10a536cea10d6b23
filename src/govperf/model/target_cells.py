"""What a target cell says (指标值的读取): an operator with a quantity, two bounds, or a deadline.

Most cells are one operator and one quantity; only the others are looked at again, one way after another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from govperf.errors import DataError, InputError, TargetError
from govperf.limits import LIMITS
from govperf.model.deadlines import Side, dated, may_be_months
from govperf.model.labels import counted, is_harmless, rate_of, wants_less, without_deed
from govperf.model.operators import HEAD, NARROW, OF_TIME, OPERATORS, TAIL, TAILS, Operator, is_sign
from govperf.model.period import Period
from govperf.model.spans import between, in_order
from govperf.model.words import amount, as_date, date_or_number
from govperf.units import Quantity, Unit

__all__ = ["Said", "said"]


class Said(NamedTuple):
    """What a cell says: nothing at all where it is prose."""

    operator: Operator | None = None
    quantity: Quantity | None = None
    upper: Quantity | None = None
    period: Period | None = None
    fault: TargetError | None = None


class _Asked(NamedTuple):
    """A cell, and what is printed beside it."""

    cell: str
    sign: Operator | None
    unit: Unit | None
    year: int | None


_PROSE: Final = Said()
_TAILS: Final = tuple(TAILS)
_NUMERAL: Final = re.compile("[0-9０-９零〇一二三四五六七八九十百千万亿两半]")
"""One of these is in every number; 年底前 has none."""


def said(cell: str, sign: Operator | None = None, unit: Unit | None = None, year: int | None = None) -> Said:
    """What a target cell says, with the columns beside it (读取指标值).

    Args:
        cell: As printed.
        sign: The operator that is printed elsewhere.
        unit: The unit that is printed elsewhere.
        year: Of a date that says none.

    Returns:
        The operator (None where it must be inferred) with what it binds; or the fault of a cell that cannot
        be meant as it stands; or nothing.

    Example:
        >>> said("不少于60条").quantity
        Quantity('60', '条')
    """
    if sign is Operator.TEXT:
        return _PROSE
    body = cell.translate(NARROW)
    try:
        head, tail, quantity = _bounded(body, unit)
    except InputError as error:
        return _at_length(_Asked(cell, sign, unit, year), body, error)
    if sign is None and (head is tail or head is None or tail is None):
        return Said(head or tail, quantity)
    return _settled(_Asked(cell, sign, unit, year), {head, tail}, Said(None, quantity))


def _bounded(body: str, unit: Unit | None) -> tuple[Operator | None, Operator | None, Quantity]:
    """The operators before and after one quantity, and this."""
    head = tail = None
    if before := HEAD.match(body):
        head, body = OPERATORS[before[0]], body[before.end() :]
    if body.endswith(_TAILS) and (after := TAIL.search(body)):
        tail, body = TAILS[after[0]], body[: after.start()]
    return head, tail, amount(body, unit)


def _settled(asked: _Asked, operators: set[Operator | None], found: Said) -> Said:
    """The one operator of a cell and of the sign beside it."""
    known = {*operators, asked.sign} - {None}
    if len(known) > 1 or (Operator.BETWEEN in known and found.upper is None):
        return Said(fault=TargetError("target.contradiction", asked.cell))
    return found._replace(operator=known.pop() if known else None)


def _at_length(asked: _Asked, body: str, error: InputError) -> Said:
    """A cell that is more than one quantity, or none."""
    for way in _ways(asked, body):
        if found := way(asked, body):
            return found
    closed = _CLOSED.sub("", body)
    if closed != body:
        return said(closed, *asked[1:])
    return Said(fault=_fault(asked, body, error))


_CLOSED: Final = re.compile(r"(?<=[^\s。；;，,.])[\s。；;，,.]{1,3}\Z")
"""How a sentence or a piece of it ends, which says nothing."""


def _fault(asked: _Asked, body: str, error: InputError) -> TargetError | None:
    """Why a cell cannot be meant as it stands; None for prose."""
    if asked.unit and error.code in _MISFITS:
        return _misfit(asked, error)
    head = HEAD.match(body)
    if asked.sign or (head and is_sign(head[0])):
        return TargetError("target.unreadable", asked.cell, details=_reasons(error))
    return None


def _misfit(asked: _Asked, error: InputError) -> TargetError:
    return TargetError("target.unit", asked.cell, details={"unit": asked.unit, **_reasons(error)})


def _reasons(error: InputError) -> dict[str, object]:
    return {"reason_en": error.explain("en"), "reason_zh": error.explain("zh")}


_MISFITS: Final = frozenset({"unit.mixed", "quantity.scales"})

# A range may be what is to be reached, held or kept to; any other operator says another thing than the range.
_RANGE: Final = re.compile(
    r"(?:(?:应|须|需)?(?:控制|保持|维持|稳定)?在|介于|达到?|为)?\s*(?P<ends>.+?)\s*"
    r"(?:之间|区间|范围内|(?P<within>[以之]?内))?\Z"
)


def _range(asked: _Asked, body: str) -> Said | None:
    inner = _RANGE.match(body)
    try:
        ends = between(inner["ends"], asked.unit) if inner else None
    except InputError as error:
        return Said(fault=_of_range(asked, error))
    if inner and ends and inner["within"]:  # 3～5天内 is kept by two days too
        return _settled(asked, {Operator.AT_MOST}, Said(None, ends[1]))
    return _of_ends(asked, ends)


def _of_ends(asked: _Asked, ends: tuple[Quantity, Quantity] | None) -> Said | None:
    return None if ends is None else _settled(asked, {Operator.BETWEEN}, Said(None, *ends))


def _of_range(asked: _Asked, error: InputError) -> TargetError:
    return _misfit(asked, error) if error.code in _MISFITS else TargetError("target.range", asked.cell)


_AND: Final = re.compile("[，,；;、]?(?:并且|而且|且|并)|[，,；;、]")
_BOTH: Final = ({Operator.AT_LEAST, None}, {Operator.AT_MOST, None})


def _two_bounds(asked: _Asked, body: str) -> Said | None:
    """不低于80%且不超过90%: two bounds that include themselves."""
    try:
        ends = next(_pieces(asked, body), None)
    except InputError as error:
        return Said(fault=_of_range(asked, error))
    return _of_ends(asked, ends)


def _pieces(asked: _Asked, body: str) -> Iterator[tuple[Quantity, Quantity]]:
    """The ends of a range, wherever a text may be two bounds."""
    for sign in _AND.finditer(body):
        left, right = body[: sign.start()].strip(), body[sign.end() :].strip()
        if not (_has_operator(left) and _has_operator(right)):
            continue
        try:
            *first, one = _bounded(left, asked.unit)
            *second, other = _bounded(right, asked.unit)
        except InputError as error:
            if asked.unit and error.code in _MISFITS:
                raise
            continue
        operators = {*first, None}, {*second, None}
        if operators == _BOTH[::-1]:
            one, other = other, one
        elif operators != _BOTH:
            continue
        if ends := in_order(body, one, other):
            yield ends


def _has_operator(text: str) -> bool:
    return HEAD.match(text) is not None or text.endswith(_TAILS)


_OF_SIDE: Final[dict[Side, Operator]] = {"by": Operator.AT_MOST, "from": Operator.AT_LEAST}


_DEPTH: Final = 3


def _deadline(asked: _Asked, body: str) -> Said | None:
    """2022年11月底前, ≤2022年12月, 最迟不晚于2022年12月: a bare date is a deadline."""
    heads, rest = _heads(body)
    operators: set[Operator | None] = {OPERATORS[head] for head in heads}
    if not any(map(OF_TIME.match, heads)) and (code := _ambiguous(asked, rest, heads)):
        return Said(fault=TargetError(code, asked.cell, details=_written(code, rest)))
    try:
        found = dated(rest, asked.year)
        if found is None and asked.unit:  # 2022 under 年
            found = dated(f"{rest}{asked.unit.label}", asked.year)
    except DataError as error:  # whoever knows the year will read it
        return Said(fault=TargetError("target.date", asked.cell)) if error.code == "data.date" else _PROSE
    if found is None:
        return None
    settled = _settled(asked, {*operators, _OF_SIDE.get(found.side)}, Said(period=found.period))
    bare = found.throughout and settled.operator is None and settled.fault is None
    return settled._replace(operator=Operator.EQUAL) if bare else settled


def _heads(body: str) -> tuple[list[str], str]:
    """The operators before all else, words one after another or one sign."""
    heads: list[str] = []
    while len(heads) < _DEPTH and (head := HEAD.match(body)):
        heads.append(head[0])
        body = body[head.end() :].lstrip()
        if is_sign(head[0]):
            break
    return heads, body


def _ambiguous(asked: _Asked, text: str, heads: list[str]) -> str:
    """The code of what may be a date or a number, of which none is read; "" for all else."""
    if asked.unit is None and date_or_number(text):
        return "target.date-or-number"
    months = may_be_months(text)
    if months and (heads or asked.sign or months["within"]):
        return "target.month"
    return ""


def _written(code: str, text: str) -> dict[str, object]:
    return {"date": as_date(text)} if code == "target.date-or-number" else {}


def _many_words(asked: _Asked, body: str) -> Said | None:
    """最高不超过5万元: words that say the same one after another."""
    operators: set[Operator | None] = set()
    for _ in range(_DEPTH):
        head = HEAD.match(body)
        if head is None or is_sign(head[0]):
            return None
        operators.add(OPERATORS[head[0]])
        body = body[head.end() :].lstrip()
        try:
            *more, quantity = _bounded(body, asked.unit)
        except InputError:
            continue
        return _settled(asked, operators.union(more), Said(None, quantity))
    return None


_INCLUDED: Final = re.compile(r"\s*[（(]含(?:本数|(?P<figure>[0-9０-９][^（()）]*))?[)）]\Z")
_STRICT: Final = frozenset({Operator.MORE_THAN, Operator.LESS_THAN})


def _inclusive(asked: _Asked, body: str) -> Said | None:
    """≥95%（含）: the figure itself is included, as it is by any operator but > and <."""
    included = _INCLUDED.search(body)
    if included is None:
        return None
    found = said(body[: included.start()], *asked[1:])
    if not found.quantity or found.operator in _STRICT or found.upper is not None:
        return None
    return found if _is_figure(included["figure"], found.quantity) else None


def _is_figure(text: str | None, quantity: Quantity) -> bool:
    """Whether 含95% repeats the figure; 含 alone says it too."""
    try:
        return text is None or amount(text, quantity.unit) == quantity
    except InputError:
        return False


def _labelled(asked: _Asked, body: str) -> Said | None:
    """完成率≥95%, 人均≥650元: a label before the operator, which belongs to the unit or says nothing new."""
    head = HEAD.search(body)
    if head is None or not head.start():
        return None
    label = body[: head.start()].rstrip()
    if per := counted(label):
        try:
            *more, quantity = _bounded(f"{per}{body[head.end() :].lstrip()}", asked.unit)
        except InputError:
            return None
        return _settled(asked, {OPERATORS[head[0]], *more}, Said(None, quantity))
    if not is_harmless(label):
        return None
    found = said(body[head.start() :], *asked[1:])
    return found if found.operator else None


def _rate(asked: _Asked, body: str) -> Said | None:
    """完成率100%, 满意度90%以上, 100%完成: a percentage, and of what it is one."""
    label, rest = rate_of(body) or ("", body)
    rest = without_deed(rest)
    if rest == body:
        return None
    try:
        head, tail, quantity = _bounded(rest, asked.unit)
    except InputError:
        return None
    open_ = bool(label) and {head, tail, asked.sign} == {None} and wants_less(label)
    return (
        _settled(asked, {head, tail}, Said(None, quantity)) if quantity.unit.is_ratio and not open_ else None
    )


_LOWERED: Final = re.compile(
    r"(?P<label>[^0-9０-９]{0,40}?)(?:降低?|下降|控制|压[减缩降]|减少|缩[减短小])[至到在]\s*(?P<rest>.+)"
)


def _lowered(asked: _Asked, body: str) -> Said | None:
    """降至5%以下, 控制到5万元以内: how far something is to go down."""
    lowered = _LOWERED.fullmatch(body)
    if lowered is None or not is_harmless(lowered["label"]):
        return None
    try:
        head, tail, quantity = _bounded(lowered["rest"], asked.unit)
    except InputError:
        return None
    return (
        _settled(asked, {tail}, Said(None, quantity)) if head is None and tail is Operator.AT_MOST else None
    )


_Way = Callable[[_Asked, str], Said | None]
_WAYS: Final[tuple[_Way, ...]] = (
    _deadline,
    _range,
    _two_bounds,
    _many_words,
    _inclusive,
    _lowered,
    _labelled,
    _rate,
)
_WAYS_BESIDE_A_UNIT: Final[tuple[_Way, ...]] = (_range, _deadline, *_WAYS[2:])
"""2022.5-2022.9 is a period where no unit makes it a range of numbers."""
_WAYS_WITHOUT_A_NUMBER: Final[tuple[_Way, ...]] = (_deadline, _labelled)


def _ways(asked: _Asked, body: str) -> tuple[_Way, ...]:
    """In which ways a cell may be read at all."""
    if len(body) > LIMITS.quantity_chars:
        return ()
    if not _NUMERAL.search(body):
        return _WAYS_WITHOUT_A_NUMBER
    return _WAYS if asked.unit is None else _WAYS_BESIDE_A_UNIT
