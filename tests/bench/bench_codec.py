"""An evaluation of ten thousand indicators to JSON and back, beside what reads and writes bare classes.

The others are given the same text but for its schema, and classes of texts: no cell is read, no amount,
no unit, and nothing is refused but what has another type. What govperf takes longer is what it knows of
the cells. Plain cattrs reads and writes with Python's json, as govperf does, and pydantic with a reader and
a writer of its own, which are no Python.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Any

import attrs
from bench_numerals import library
from cattrs import Converter
from harness import Entry

import govperf as gp

INDICATORS = 10_000
EACH = 100
"""Indicators of a goal."""

RANDOM = Random(2026)  # noqa: S311 - chance that repeats itself
TARGETS = ("≥{}条", "{}家次", "≥{}%", "≤{}万元", "不少于{}人次", "每周1期", "效果明显")
ACTUALS = ("{}条", "{}家次", "{}%", "近{}条", "{}", "达成预期指标")


@attrs.frozen
class BareIndicator:
    name: str
    category: list[str]
    target: str
    actual: str
    weight: str
    reported_points: str


@attrs.frozen
class BareGoal:
    text: str
    indicators: list[BareIndicator]


@attrs.frozen
class BareDepartment:
    name: str


@attrs.frozen
class BareBudget:
    year: int
    original: str
    executed: str


@attrs.frozen
class BareEvaluation:
    department: BareDepartment
    year: int
    budget: BareBudget
    goals: list[BareGoal]


def cell(forms: tuple[str, ...]) -> str:
    return RANDOM.choice(forms).format(RANDOM.randint(1, 9_999))


def indicator(number: int) -> gp.Indicator:
    points = Decimal(RANDOM.randint(0, 2_000)) / 100
    return gp.Indicator(
        f"指标{number}",
        category=("产出", "质量"),
        target=cell(TARGETS),
        actual=cell(ACTUALS),
        weight=RANDOM.randint(1, 20),
        reported_points=points,
    )


def table() -> gp.Evaluation:
    goals = [
        gp.Goal(f"目标{first}", indicators=[indicator(first + i) for i in range(EACH)])
        for first in range(0, INDICATORS, EACH)
    ]
    budget = gp.Budget(2023, original="300万元", executed="154.74万元")
    return gp.Evaluation(gp.Department("某局"), 2023, budget=budget, goals=goals)


TABLE = table()
TEXT = gp.to_json(TABLE)
THEIRS = TEXT.replace('\n  "schema": 1,', "", 1)
BARE = Converter()
PLAIN = BARE.structure(json.loads(THEIRS), BareEvaluation)
"""The same, as texts."""


def from_json() -> object:
    return gp.from_json(TEXT, gp.Evaluation)


def to_json() -> object:
    return gp.to_json(TABLE)


def quickly() -> object:
    return gp.to_json(TABLE, engine="orjson")


def made() -> object:
    """The model alone, from texts: what reading costs without JSON."""
    budget = gp.Budget(2023, original="300万元", executed="154.74万元")
    goals = [
        gp.Goal(goal.text, indicators=[gp.Indicator(**attrs.asdict(row)) for row in goal.indicators])
        for goal in PLAIN.goals
    ]
    return gp.Evaluation(gp.Department("某局"), 2023, budget=budget, goals=goals)


def beside_cattrs() -> Iterator[Entry]:
    def read() -> object:
        return BARE.structure(json.loads(THEIRS), BareEvaluation)

    def write() -> object:
        return json.dumps(BARE.unstructure(PLAIN), ensure_ascii=False, indent=2)

    yield Entry("10,000 indicators from JSON · cattrs, texts", from_json, read)
    yield Entry("10,000 indicators to JSON · cattrs, texts", to_json, write)


def beside_pydantic() -> Iterator[Entry]:
    pydantic = library("pydantic")
    if pydantic is None:
        return
    model = modelled(BareEvaluation, pydantic)
    plain = model.model_validate_json(THEIRS)
    yield Entry(
        "10,000 indicators from JSON · pydantic, texts", from_json, lambda: model.model_validate_json(THEIRS)
    )
    yield Entry(
        "10,000 indicators to JSON · pydantic, texts", to_json, lambda: plain.model_dump_json(indent=2)
    )


def modelled(cls: type[Any], pydantic: Any) -> Any:
    """A model of pydantic with the fields of a bare class."""
    fields = {field.name: (_modelled(field.type, pydantic), ...) for field in attrs.fields(cls)}
    config = pydantic.ConfigDict(extra="forbid", strict=True, frozen=True, protected_namespaces=())
    return pydantic.create_model(cls.__name__, __config__=config, **fields)


def _modelled(kind: Any, pydantic: Any) -> Any:
    if attrs.has(kind):
        return modelled(kind, pydantic)
    inner = getattr(kind, "__args__", None)
    return list[_modelled(inner[0], pydantic)] if inner else kind


def beside_ourselves() -> Iterator[Entry]:
    yield Entry("10,000 indicators from JSON · their classes alone", from_json, made)
    if library("orjson"):
        yield Entry('10,000 indicators to JSON, engine="orjson" · "json"', quickly, to_json)


ENTRIES = [*beside_cattrs(), *beside_pydantic(), *beside_ourselves()]
