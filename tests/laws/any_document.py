"""Objects of every class that a document holds, made from the types of its fields.

A new field of a class is drawn without a line here, unless its validator wants more than its type says.
"""

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import NoneType
from typing import get_args

import attrs
from hypothesis import reject
from hypothesis import strategies as st

import govperf as gp
from govperf.codec.shapes import DETAILS, fields_alone, fields_of
from govperf.errors import InputError
from govperf.model.fields import YEARS

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
names = texts.filter(str.strip)
years = st.integers(YEARS[0], YEARS[-1])
units = st.sampled_from(
    ["", "%", "‰", "倍", "元", "万元", "亿元", "条", "万家次", "公里", "亩", "月", "万元/(人·年)", "期/周"]
)
numbers = st.decimals(places=3, min_value=-(10**12), max_value=10**12) | st.integers(-(10**20), 10**20)
shares = st.decimals(places=2, min_value=0, max_value=200)
days = st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))
CELLS = "≥60条 每周1期 24小时以内 近540条 78次中77次 效果明显 5 0 =0起 百分之九十 80～90% 12月底前 ≥**人"
cells = st.sampled_from(CELLS.split())


def amounts(units=units):
    return st.builds(gp.Quantity, numbers, units)


money = amounts(st.sampled_from(["元", "万元", "亿元"]))
percentages = st.builds(gp.Quantity, shares, st.sampled_from(["%", "‰", "成"]))


@st.composite
def built(draw, cls, fields, **given):
    """An object of a class; what its validators refuse is not drawn."""
    values = {
        field.name: draw(given[field.name] if field.name in given else of(cls, field))
        for field in fields
        if field.default is attrs.NOTHING or draw(st.booleans())
    }
    try:
        return cls(**values)
    except InputError:
        reject()


def objects(cls, **given):
    return built(cls, fields_of(cls), **given)


def alone(cls, **given):
    """Objects that are a whole document."""
    if cls is gp.Quantity:
        return amounts()
    return built(cls, fields_alone(cls), **{**OWN.get(cls, {}), **given})


def of(cls, field):
    """What a field of a class may hold."""
    if field.name in OWN.get(cls, {}):
        return OWN[cls][field.name]
    if field.name == "year":
        return years
    if field.name.startswith("reported_") and gp.Quantity in (field.type, *get_args(field.type)):
        return percentages
    return typed(field.type)


def typed(kind):
    """What is of a type."""
    if kind in TYPES:
        return TYPES[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    if attrs.has(kind):
        return st.one_of([objects(cls, **OWN.get(cls, {})) for cls in SUBCLASSES.get(kind, [kind])])
    kinds = get_args(kind)
    if getattr(kind, "__origin__", None) is tuple:
        if kinds[-1] is Ellipsis:
            return st.lists(typed(kinds[0]), max_size=2).map(tuple)
        return st.tuples(*map(typed, kinds))
    return st.one_of([st.none() if kind is NoneType else typed(kind) for kind in kinds])


TYPES = {
    str: names,
    bool: st.booleans(),
    int: st.integers(0, 10**33),
    Decimal: shares,
    Fraction: st.fractions() | st.builds(Fraction, st.integers(0, 10**200), st.integers(1, 10**200)),
    gp.Quantity: amounts(),
    gp.Unit: units.map(gp.Unit.of),
    gp.Period: st.tuples(days, days).map(lambda pair: gp.Period(*sorted(pair)))
    | years.map(lambda year: gp.Period(date(year, 1, 1), date(year, 12, 31))),
    DETAILS: st.dictionaries(texts, texts, max_size=3).map(lambda found: tuple(sorted(found.items()))),
}
SUBCLASSES = {gp.Rate: [gp.Rate, gp.CompletionRate]}

lines = objects(gp.BudgetLine, **dict.fromkeys(["original", "adjusted", "received", "executed"], money))
OF_A_BUDGET = {
    (gp.Quantity, NoneType): money,
    (gp.BudgetLine, NoneType): lines,
    (gp.BudgetLine, ...): st.lists(lines, max_size=2).map(tuple),
}
"""What the types of a field of a budget hold: amounts of one currency."""

printed = cells | texts.filter(str.strip) | amounts().map(str)
OWN = {
    gp.Target: {"text": printed},
    gp.Actual: {"text": printed},
    gp.Evidence: {"digest": st.sampled_from(["", "md5:" + "0" * 32, "sha256:" + "9af" * 21 + "e"])},
    gp.Adjustment: {"amount": money},
    gp.Progress: {"month": st.integers(1, 12), "executed": money},
    gp.Budget: {
        field.name: OF_A_BUDGET[get_args(field.type)]
        for field in attrs.fields(gp.Budget)
        if get_args(field.type) in OF_A_BUDGET and not field.name.startswith("reported")
    }
    | {
        "income_sources": st.lists(st.builds(gp.Part, names, money), max_size=2).map(tuple),
        "progress": st.dictionaries(st.integers(1, 12), money, max_size=3).map(
            lambda found: dict(sorted(found.items()))
        ),
    },
}
OWN[gp.Goal] = {"goals": st.lists(objects(gp.Goal, goals=st.just(())), max_size=2).map(tuple)}
OWN[gp.Department] = {
    "units": st.lists(
        objects(gp.Department, units=st.just(()), code=st.just("")),
        max_size=2,
        unique_by=lambda unit: unit.name,
    ).map(tuple)
}
