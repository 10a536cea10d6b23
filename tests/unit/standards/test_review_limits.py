"""The section [review] of a rule book: from where on a review looks at a figure."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp
from govperf.errors import GovperfError
from govperf.standards import loads

OWN = """
name = "某市2024"
title = "某市办法"
english = "A city"
extends = "MOF-2020-10"

[review]
jump = 0.3
slip = 0.1
evidence_months = 3
provenance = "choice"
source = "a test"
"""


def test_the_default_book_has_its_limits():
    limits = gp.standard().review
    assert (limits.jump.value, limits.slip.value) == (Decimal("0.5"), Decimal("0.2"))
    assert limits.evidence_months.value == 6
    assert limits.jump.clause.source


@pytest.mark.parametrize("name", ["MOF-2021-101", "MOF-2013-53", "HUBEI-2020"])
def test_the_others_inherit_them(name):
    assert gp.standard(name).review == gp.standard().review


def test_a_book_has_its_own():
    book = loads(OWN)
    assert book.review.jump.value == Decimal("0.3")
    assert book.review.slip.clause.source == "a test"
    assert loads(book.to_toml()) == book


def test_they_decide_no_points():
    assert loads(OWN).fingerprint == gp.standard().fingerprint


def test_a_book_may_have_none():
    book = attrs.evolve(gp.standard(), name="某市", aliases=(), review=None)
    assert loads(book.to_toml()).review is None
    assert "[review]" not in book.to_toml()
    assert "审核" not in book.describe("zh")
    assert "审核：年度间变化超过" in gp.standard().describe("zh")


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("jump = 0.3\n", "", "$.review: the key 'jump'"),
        ("jump = 0.3", "jump = -1", "$.review.jump"),
        ("jump = 0.3", 'jump = "much"', "$.review.jump"),
        ("slip = 0.1", "slip = 0.1\nodd = 1", "odd"),
        ('source = "a test"', "", "$.review: the key 'source'"),
    ],
)
def test_faults_say_where(old, new, path):
    with pytest.raises(GovperfError) as caught:
        loads(OWN.replace(old, new))
    assert path in str(caught.value)
