"""A sheet of twenty indicators scored from its numbers, beside libraries that weigh criteria.

The others get the finished ratios and the weights, as numbers of the machine: they know no target, no
operator, no pass line and no exact rounding, and they explain nothing. Their numbers differ in the last
digits from the exact ones; what they are timed with is what they do for the same form. They are large
(scikit-criteria brings scikit-learn, OpenFisca its own tax system), so that their rows are left out where
they are not installed.
"""

from collections.abc import Callable, Iterator
from typing import Any

from bench_numerals import library
from harness import Entry

import govperf as gp
from govperf.scoring import Calculator

INDICATORS = 20
TARGETS = range(100, 100 + INDICATORS)
SHORT = 25
"""How far each actual stays behind its target."""
WEIGHT = "4.5"

CALCULATOR = Calculator()
LINES = [
    CALCULATOR.execution("100", "95"),
    *(
        CALCULATOR.line(f"指标{target}", "≥", weight=WEIGHT, target=target, actual=target - SHORT)
        for target in TARGETS
    ),
]
FORM = gp.Evaluation(
    "某局",
    2023,
    budget=gp.Budget(2023, adjusted="100万元", executed="95万元"),
    goals=[
        gp.Goal(
            "巡查",
            indicators=[
                gp.Indicator(
                    f"指标{target}", target=f"≥{target}次", actual=f"{target - SHORT}次", weight=WEIGHT
                )
                for target in TARGETS
            ],
        )
    ],
)
RATIOS = [0.95, *((target - SHORT) / target for target in TARGETS)]
WEIGHTS = [10.0, *(float(WEIGHT) for _ in TARGETS)]


def nothing() -> None:
    """What a bar in milliseconds is measured against."""


def to_grade() -> object:
    return CALCULATOR.sheet(LINES).grade


def from_numbers() -> object:
    lines = [
        CALCULATOR.line("指标", "≥", weight=WEIGHT, target=target, actual=target - SHORT)
        for target in TARGETS
    ]
    return CALCULATOR.sheet([LINES[0], *lines]).grade


def explained() -> object:
    outcome = CALCULATOR.sheet(LINES)
    return outcome.grade, outcome.explain()


def weighted_sum() -> Callable[[], object] | None:
    """scikit-criteria: a decision matrix of one row and its weighted sum."""
    skcriteria, simple = library("skcriteria"), library("skcriteria.agg.simple")
    if skcriteria is None:
        return None
    model = simple.WeightedSumModel()

    def call() -> object:
        matrix = skcriteria.mkdm([RATIOS], [max] * len(RATIOS), weights=WEIGHTS)
        return model.evaluate(matrix)

    return call


def pymcdm_sum() -> Callable[[], object] | None:
    """pymcdm: the same from arrays, with the normalisation that it insists on."""
    methods, numpy = library("pymcdm.methods"), library("numpy")
    if methods is None:
        return None
    other = [
        ratio + (0.01 if i % 2 else -0.01) for i, ratio in enumerate(RATIOS)
    ]  # it compares, so it needs two
    matrix, weights = numpy.array([RATIOS, other]), numpy.array(WEIGHTS) / sum(WEIGHTS)
    types, model = numpy.ones(len(RATIOS)), methods.WSM()
    return lambda: model(matrix, weights, types)


def openfisca_sum() -> Callable[[], object] | None:
    """OpenFisca: a variable for each ratio, and a formula for the total."""
    core = library("openfisca_core")
    if core is None:
        return None
    return _openfisca(library("openfisca_core.model_api"), library("openfisca_core.entities"))


def _openfisca(api: Any, entities: Any) -> Callable[[], object]:
    builders = library("openfisca_core.simulation_builder")
    person = entities.Entity("person", "persons", "", "")
    names = [f"ratio_{i}" for i in range(len(RATIOS))]
    system = library("openfisca_core.taxbenefitsystems").TaxBenefitSystem([person])
    year = library("openfisca_core.periods").YEAR

    def formula(people: Any, period: Any) -> Any:
        return sum(w * people(name, period) for w, name in zip(WEIGHTS, names, strict=True))

    about = {"value_type": float, "entity": person, "definition_period": year, "label": ""}
    for name in names:
        system.add_variable(type(name, (api.Variable,), dict(about)))
    system.add_variable(type("total", (api.Variable,), {**about, "formula": formula}))
    case = {name: {"2023": ratio} for name, ratio in zip(names, RATIOS, strict=True)}

    def call() -> object:
        simulation = builders.SimulationBuilder().build_from_entities(system, {"persons": {"one": case}})
        return simulation.calculate("total", "2023")

    return call


def beside_others() -> Iterator[Entry]:
    for name, make, times in (
        ("scikit-criteria", weighted_sum, 5),
        ("pymcdm", pymcdm_sum, 50),
        ("OpenFisca", openfisca_sum, 5),
    ):
        call = make()
        if call is not None:
            yield Entry(f"20 indicators to grade, beside the sum of {name}", to_grade, call, times, faster=5)


ENTRIES = [
    Entry("one line to its points", lambda: CALCULATOR.score(LINES[1]), nothing, 2000, above=0.001),
    Entry("20 indicators to total and grade", to_grade, nothing, 200, above=0.02),
    Entry("the same with every explanation", explained, nothing, 50, above=0.1),
    Entry("the same, and its lines made first", from_numbers, to_grade, 20),
    Entry("`evaluate` of the cells, beside the numbers alone", lambda: gp.evaluate(FORM), to_grade, 2),
    *beside_others(),
]
