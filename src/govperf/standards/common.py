"""Common indicators (共性指标): those of 财预〔2013〕53号, each ready to be filled in, as data."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Final, TypeVar

from govperf.errors import StandardError
from govperf.standards.common_entry import Better, CommonIndicator
from govperf.standards.common_formulas import Formula, Shape, Wording
from govperf.standards.tables import CLAUSE, at, check, clause, document, entries, shipped, texts

__all__ = [
    "COMMON",
    "Better",
    "CommonIndicator",
    "Formula",
    "Shape",
    "Wording",
    "common_indicator",
    "common_indicators",
    "loads_common",
]

COMMON: Final = {name: f"common-{name}.toml" for name in ("2013-department", "2013-project")}
"""The frameworks whose common indicators govperf carries: name of the taxonomy → file."""

_LONGEST: Final = 60
_WORDING: Final[Mapping[str, Any]] = {"zh": str, "en": str}
_FORMULA: Final[Mapping[str, Any]] = {"shape": str, "figure": _WORDING, "base": _WORDING}
_SHAPE: Final[Mapping[str, Any]] = {"framework": str, "indicators": list}
_LEFT_OUT: Final[Mapping[str, object]] = dict.fromkeys(("target", "held_as", "formula", "note"))
_ROW: Final[Mapping[str, Any]] = {
    "code": str,
    "name": str,
    "english": str,
    "category": list,
    "better": str,
    "target": (str, NoneType),
    "held_as": (str, NoneType),
    "formula": (dict, NoneType),
    "note": (dict, NoneType),
    **CLAUSE,
}

E = TypeVar("E", bound=Enum)


def common_indicators(framework: str) -> tuple[CommonIndicator, ...]:
    """The common indicators of a framework (共性指标), in its order.

    Args:
        framework: "2013-department" for the whole expenditure of a department, "2013-project" for that
            of a project (财预〔2013〕53号).

    Returns:
        All of them, loaded once.

    Raises:
        StandardError: There is no such framework.

    Example:
        >>> [one.name for one in common_indicators("2013-project") if one.category[1] == "资金落实"]
        ['资金到位率', '到位及时率']
    """
    if framework not in COMMON:
        raise StandardError("common.framework", framework, details={"known": ", ".join(COMMON)})
    return _built_in(framework)


@cache
def _built_in(framework: str) -> tuple[CommonIndicator, ...]:
    return loads_common(shipped(COMMON[framework]))


def common_indicator(code: str, *, framework: str | None = None) -> CommonIndicator:
    """A common indicator by its code (按代码取共性指标).

    Args:
        code: Such as "staffing_control_rate".
        framework: As for `common_indicators`; needed for a code that stands in both.

    Returns:
        The indicator.

    Raises:
        StandardError: There is no such code, it stands in two frameworks and none is named, or there is
            no such framework. The known codes are named, those that look most like it first.

    Example:
        >>> common_indicator("satisfaction", framework="2013-project").category
        ('效果', '项目效益')
        >>> common_indicator("satisfaction")
        Traceback (most recent call last):
        govperf.errors.StandardError: the common indicator 'satisfaction' stands in several frameworks: ...
    """
    names = COMMON if framework is None else (framework,)
    every = [one for name in names for one in common_indicators(name)]
    found = [one for one in every if one.code == code]
    if not found:
        known = ", ".join(_nearest(code, {one.code for one in every}))
        raise StandardError("common.unknown", code, details={"known": known})
    if len(found) > 1:
        known = " or ".join(f'"{one.framework}"' for one in found)
        raise StandardError("common.two-frameworks", code, details={"known": known})
    return found[0]


def _nearest(code: object, known: set[str]) -> list[str]:
    """The known codes, those that look most like one first: an error shows the head of them."""
    wanted = str(code)[:_LONGEST]
    return sorted(known, key=lambda one: (-SequenceMatcher(None, wanted, one).ratio(), one))


def loads_common(text: str) -> tuple[CommonIndicator, ...]:
    """Common indicators from their TOML text (读取共性指标).

    Args:
        text: In the shape of the built-in ones: nothing may be left over, and nothing missing but the
            target, the rate, the formula and the note of an indicator.

    Returns:
        The indicators, in the order of the text.

    Raises:
        StandardError: The text is no TOML, not of that shape, or two indicators share a code; the path
            says where.

    Example:
        >>> (one,) = loads_common('''
        ... framework = "2013-department"
        ... [[indicators]]
        ... code = "budget_control_rate"
        ... name = "预算控制率"
        ... english = "rate of additions to the budget"
        ... category = ["过程", "预算执行"]
        ... better = "zero"
        ... provenance = "verified"
        ... source = "department tables of Hunan"
        ... formula.shape = "ratio"
        ... formula.figure = { zh = "本年追加预算", en = "additions within the year" }
        ... formula.base = { zh = "年初预算", en = "original budget" }
        ... ''')
        >>> one.rate("90万元", "900万元")
        Rate(10.00%)
    """
    book = document(text, _SHAPE)
    made: dict[str, CommonIndicator] = {}
    for row, path in entries(book["indicators"], "$.indicators"):
        one = _indicator(book["framework"], row, path)
        if one.code in made:
            raise StandardError("common.code-twice", one.code, path=path)
        made[one.code] = one
    return tuple(made.values())


def _indicator(framework: str, row: object, path: str) -> CommonIndicator:
    known = check(row, _ROW, path, _LEFT_OUT)
    labels = texts(known["category"], f"{path}.category")
    better = _choice(Better, known["better"], f"{path}.better")
    formula = None if known["formula"] is None else _formula(known["formula"], f"{path}.formula")
    note = None if known["note"] is None else Wording(**check(known["note"], _WORDING, f"{path}.note"))
    return at(
        path,
        lambda: CommonIndicator(
            code=known["code"],
            framework=framework,
            name=known["name"],
            english=known["english"],
            category=labels,
            better=better,
            formula=formula,
            target=known["target"] or "",
            held_as=known["held_as"] or "",
            note=note,
            clause=clause(known),
        ),
    )


def _formula(value: object, path: str) -> Formula:
    known = check(value, _FORMULA, path)
    shape = _choice(Shape, known["shape"], f"{path}.shape")
    return Formula(shape=shape, figure=Wording(**known["figure"]), base=Wording(**known["base"]))


def _choice(kind: type[E], value: str, path: str) -> E:
    known = {str(one.value): one for one in kind}
    if value not in known:
        raise StandardError("common.choice", value, path=path, details={"known": ", ".join(known)})
    return known[value]
