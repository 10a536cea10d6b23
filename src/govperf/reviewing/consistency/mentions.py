"""Mentions (文中数字): figures in the text of a form beside those of its table.

A figure of the text is looked at only where the name of an indicator or of a budget figure stands straight
before it, at the beginning of a clause. A text is read once, from number to number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from itertools import chain, islice
from typing import Final, NamedTuple

from govperf.errors import NumeralError, QuantityError
from govperf.model import Actual, Budget, BudgetLine, Goal, Rate, Severity
from govperf.model.actual import Approximation
from govperf.numerals import round_half_up
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.consistency.agreement import agrees, known_figure, plain_name, size
from govperf.reviewing.form import Form
from govperf.reviewing.listing import FEW
from govperf.units import Quantity

__all__ = ["MENTIONS"]

_MOST: Final = 5000
"""Numbers that are looked at in the texts of one form; what comes after them is not compared."""
_LENGTHS: Final = range(2, 31)
"""Characters of a name that is looked for."""
_NEAR: Final = 80
"""Characters before a number that may say of which time it is."""

_LINK: Final = "为|是|达到|达|共计|共|完成|实现|合计|[:：]|[ \u3000]"
_BOUND: Final = "不少于|不低于|不高于|不超过|≥|≤|>=|<="
_ABOUT: Final = "大约|约|将近|接近|近|超过|逾|不足|不到"
_END: Final = r"，。；、,;！!？?）)（(“”\s"


def _numbers(link: str) -> re.Pattern[str]:
    """A number with what leads to it and the unit behind it, to the end of its clause."""
    return re.compile(
        rf"(?:{link}){{0,3}}(?P<cell>(?:{_ABOUT})?(?<![0-9０-９,.])[0-9０-９](?>(?:[0-9０-９,.]*[0-9０-９])?)"
        rf"[ \u3000]?[^0-9０-９：:{_END}]{{0,10}}(?=[{_END}]|\Z))"
    )


_REACHED: Final = _numbers(_LINK)
_AIMED: Final = _numbers(f"{_LINK}|{_BOUND}")
_DIGIT: Final = re.compile("[0-9０-９]")

_BRACKETS: Final = re.compile(r"[（(][^（(）)]{0,12}[)）]\Z")
_STOPS: Final = frozenset("，。；、,;:：！!？?.．（()）“”\"'—\n\r\t \u3000")
_OPENINGS: Final = ("其中", "全年", "本年度", "本年", "我局", "本单位", "我单位", "完成", "实现", "共")
_SENTENCE: Final = re.compile(r"[。；;！!？?\n]")
_YEAR: Final = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")
_OTHER_TIME: Final = re.compile(
    "[上去前往历下次]年|上半年|下半年|季度|[0-9]月|累计|截至|原(?!因)|比|同期|增|降|减|其余|分别|批|期间|每|均"
)
_ONLY_PLANNED: Final = re.compile("计划|预计|预期|安排|目标|任务|应[为达当]|拟|力争|确保|要求|低于|未|不")
_AFTERWARDS: Final = re.compile("[^。；;！!？?\n]{0,20}?(?:实际|目标|计划|任务)")

_BUDGET_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "original": ("年初预算数", "年初预算"),
    "adjusted": ("全年预算数", "调整预算数", "调整后预算数", "全年预算"),
    "executed": ("全年执行数", "本年支出", "本年支出合计", "本年总支出"),
    "income": ("本年收入", "本年收入合计", "本年总收入"),
    "carried_in": ("年初结转结余", "年初结转和结余"),
    "carried_out": ("年末结转结余", "年末结转和结余"),
    "basic": ("基本支出",),
    "personnel": ("人员经费",),
    "operating": ("公用经费",),
    "project": ("项目支出",),
    "three_public": ("三公经费", "三公”经费"),
}
_RATE_NAMES: Final = ("预算执行率", "资金执行率", "支出进度", "预算支出进度")
_BUDGET_ENDS: Final = frozenset(
    name[-1] for names in (*_BUDGET_NAMES.values(), _RATE_NAMES) for name in names
)


class _Stated(NamedTuple):
    """A figure of the table (表内数字), with its place."""

    path: str
    figure: Quantity


class _Mention(NamedTuple):
    """A figure of a text (文中数字) straight after a name of the table."""

    name: str
    start: int
    end: int
    cell: Actual


class _Names(NamedTuple):
    """The figures of the table by name (表内数字索引)."""

    stated: Mapping[str, Sequence[_Stated]]
    lengths: Sequence[int]
    ends: frozenset[str]

    def ending(self, text: str, start: int, end: int) -> tuple[str, int]:
        """The longest name that ends between two places, the later place first, and where it begins."""
        for place in range(end, start - 1, -1):
            if text[place - 1 : place] in self.ends:
                for length in self.lengths:
                    name = text[place - length : place] if length <= place else ""
                    if name in self.stated:
                        return name, place - length
        return "", 0


@check(
    "finding.text-figure",
    Severity.WARNING,
    family="consistency",
    source="the text of a form says what its table says",
)
def _text_figure(form: Form) -> Iterator[Hit]:
    """Text against table (文表不符): a text states another figure than the table for what has the same name.

    What was reached is compared with the actuals and the budget, the text of a goal with the targets. Never
    flagged: a name that is but a part of another word; a sentence on another year, a part of the year, a
    plan or a change; a figure without a unit, or of another kind; several figures of one name in one text;
    what rounding or a word such as 近 explains; a name of several figures, if one of them agrees, or of more
    than five.
    """
    for planned, pattern in ((False, _REACHED), (True, _AIMED)):
        texts = _Read.of(_texts(form, planned=planned), pattern)
        if not texts:
            continue
        names = _names(form, frozenset(chain.from_iterable(map(_leading, texts))), planned=planned)
        for read in texts if names.stated else ():
            mentions = [
                one for one in _mentions(read, names) if _is_meant(read.text, one, form, planned=planned)
            ]
            yield from _differing(read.path, mentions, names, None if planned else form)


class _Read(NamedTuple):
    """A text and the numbers in it (已读文本)."""

    path: str
    text: str
    numbers: Sequence[re.Match[str]]

    @classmethod
    def of(cls, texts: Iterable[tuple[str, str]], pattern: re.Pattern[str]) -> list[_Read]:
        """Those with a number in them, up to the most numbers that are looked at."""
        found: list[_Read] = []
        left = _MOST
        for path, text in texts:
            numbers = list(islice(pattern.finditer(text), left)) if _DIGIT.search(text) else []
            left -= len(numbers)
            if numbers:
                found.append(cls(path, text, numbers))
        return found


def _leading(read: _Read) -> Iterator[str]:
    """The characters that a name before a number may end with."""
    for number in read.numbers:
        yield from read.text[max(0, number.start() - 1) : number.start("cell")]


def _texts(form: Form, *, planned: bool) -> Iterator[tuple[str, str]]:
    """The texts of a form with their places: of what is planned, or of what was reached."""
    for i, goal in enumerate(form.evaluation.goals):
        yield from _of_goal(goal, f"$.goals[{i}]", "text" if planned else "achieved")
    if planned:
        return
    for i, text in enumerate(form.evaluation.notes):
        yield f"$.notes[{i}]", text
    for row in form.rows:
        if row.indicator.deviation_reason:
            yield f"{row.path}.deviation_reason", row.indicator.deviation_reason
        if row.indicator.note:
            yield f"{row.path}.note", row.indicator.note


def _of_goal(goal: Goal, path: str, field: str) -> Iterator[tuple[str, str]]:
    yield f"{path}.{field}", getattr(goal, field)
    for i, part in enumerate(goal.goals):
        yield from _of_goal(part, f"{path}.goals[{i}]", field)


def _names(form: Form, ends: frozenset[str], *, planned: bool) -> _Names:
    """The figures of the table whose names end with one of some characters."""
    stated: dict[str, list[_Stated]] = defaultdict(list)
    for row in form.rows if ends else ():
        name = _spoken(row.indicator.name)
        if len(name) not in _LENGTHS or name[-1] not in ends or row.indicator.not_applicable:
            continue
        target = row.indicator.target
        figure = (target and target.quantity) if planned else known_figure(row)
        if isinstance(figure, Quantity):
            stated[name].append(_Stated(f"{row.path}.{'target' if planned else 'actual'}", figure))
    budget = form.evaluation.budget
    if not planned and budget is not None and not ends.isdisjoint(_BUDGET_ENDS):
        for name, one in _of_budget(budget):
            stated[name].append(one)
    return _Names(stated, sorted({len(name) for name in stated}, reverse=True), ends)


def _spoken(name: str) -> str:
    """A name as a text would say it, without the unit in brackets."""
    return plain_name(_BRACKETS.sub("", name) if name.endswith((")", "）")) else name)


def _of_budget(budget: Budget) -> Iterator[tuple[str, _Stated]]:
    for field, names in _BUDGET_NAMES.items():
        stated = list(_columns(field, getattr(budget, field)))
        yield from ((name, one) for name in names for one in stated)
    yield from ((name, rate) for rate in _rates(budget) for name in _RATE_NAMES)


def _columns(field: str, value: Quantity | BudgetLine | None) -> Iterator[_Stated]:
    if isinstance(value, BudgetLine):
        yield from (_Stated(f"$.budget.{field}.{stage}", amount) for stage, amount in value.amounts())
    elif value is not None:
        yield _Stated(f"$.budget.{field}", value)


def _rates(budget: Budget) -> Iterator[_Stated]:
    """The execution rate as printed and as computed; a text may state either."""
    if budget.reported_execution_rate is not None:
        yield _Stated("$.budget.reported_execution_rate", budget.reported_execution_rate)
    computed = budget.execution_rate
    if isinstance(computed, Rate):
        with suppress(QuantityError, NumeralError):  # more digits than a figure has: nobody states it
            yield _Stated("$.budget.executed", Quantity(round_half_up(computed.exact * 100, 2), "%"))


def _mentions(read: _Read, names: _Names) -> Iterator[_Mention]:
    text = read.text
    for number in read.numbers:
        name, start = names.ending(text, number.start(), number.start("cell"))
        if name:
            cell = Actual(number["cell"])
            if cell.quantity is not None and cell.quantity.unit.atoms and cell.whole is None:
                yield _Mention(name, start, number.end(), cell)


def _is_meant(text: str, mention: _Mention, form: Form, *, planned: bool) -> bool:
    """Whether a figure is that of the whole year: a clause begins with its name, and says nothing else."""
    year = form.evaluation.year
    if not _begins(text, mention.start, year):
        return False
    before = _SENTENCE.split(text[max(0, mention.start - _NEAR) : mention.start])[-1]
    if _OTHER_TIME.search(before) or any(found != str(year) for found in _YEAR.findall(before)):
        return False
    return planned or not (_ONLY_PLANNED.search(before) or _AFTERWARDS.match(text, mention.end))


def _begins(text: str, start: int, year: int) -> bool:
    openings = (f"{year}年度", f"{year}年", *_OPENINGS)
    while start and text[start - 1] not in _STOPS:
        opening = next((word for word in openings if text.endswith(word, 0, start)), "")
        if not opening:
            return False
        start -= len(opening)
    return True


def _differing(path: str, mentions: Sequence[_Mention], names: _Names, form: Form | None) -> Iterator[Hit]:
    """The names with a figure that the table has not; without a form no word makes it vague."""
    by_name: dict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.name].append(mention)
    for name, several in by_name.items():
        cell = several[0].cell
        figure = cell.quantity
        if figure is None or any(one.cell.quantity != figure for one in several):
            continue
        if len(names.stated[name]) > FEW:  # nobody knows which of them is meant
            continue
        stated = [one for one in names.stated[name] if one.figure.unit.adds_to(figure.unit)]
        if stated and not any(_fits(cell, figure, one.figure, form) for one in stated):
            details = {"name": name, "said": cell.text, "stands": stated[0].figure}
            yield Hit(path, details, {path: cell.text} | {one.path: one.figure for one in stated})


def _fits(cell: Actual, said: Quantity, stands: Quantity, form: Form | None) -> bool:
    """Whether both may be one figure; an approximate one may be off by the margin of the rule book."""
    if form is None or cell.approximation is Approximation.EXACT:
        return agrees(said, stands)
    off = size(stands) - size(said)
    most = Fraction(form.book.approximation.value) * abs(size(said))
    return (off >= -most or cell.approximation is Approximation.AT_MOST) and (
        off <= most or cell.approximation is Approximation.AT_LEAST
    )


MENTIONS: Final[tuple[Check, ...]] = (_text_figure,)
"""The checks of figures in texts."""
