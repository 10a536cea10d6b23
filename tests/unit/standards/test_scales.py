"""Grade scales that govperf carries: half-open bands, from the highest down."""

from decimal import Decimal

import attrs
import pytest

from govperf.errors import StandardError
from govperf.standards import Provenance, grade_scale, standard

SCALES = {
    "90-80-60": [("优", 90), ("良", 80), ("中", 60), ("差", 0)],
    "central-integer": [("优", 90), ("良", 80), ("中", 60), ("差", 0)],
    "80-70-60": [("优", 80), ("良", 70), ("中", 60), ("差", 0)],
}


@pytest.mark.parametrize("name", SCALES)
def test_bands(name):
    scale = grade_scale(name)
    assert scale.name == name
    assert [(grade.label, grade.lower) for grade in scale.grades] == SCALES[name]
    assert scale.clause.source
    assert isinstance(scale.clause.provenance, Provenance)
    assert scale.english


def test_default():
    assert grade_scale() is grade_scale("90-80-60")


@pytest.mark.parametrize(
    ("name", "total", "label"),
    [
        *(("80-70-60", "80.00", "优"), ("80-70-60", "79.99", "良"), ("80-70-60", "69.99", "中")),
        *(("80-70-60", "59.99", "差"), ("central-integer", "89.50", "良"), ("central-integer", "90", "优")),
    ],
)
def test_grade(name, total, label):
    book = attrs.evolve(standard(), grades=grade_scale(name).grades)
    assert book.grade(Decimal(total)).label == label


@pytest.mark.parametrize("name", ["", "90", "90-80-70", None])
def test_unknown(name):
    with pytest.raises(StandardError) as caught:
        grade_scale(name)
    assert caught.value.code == "standard.scale-unknown"
    assert "80-70-60" in caught.value.explain()
