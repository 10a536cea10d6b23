"""The page of the common indicators lists what the data say."""

import re
from pathlib import Path

import pytest

from govperf.standards.common import COMMON, common_indicators

PAGE = Path(__file__).resolve().parents[3] / "docs" / "common-indicators.md"


def row(one):
    formula = one.formula.explain().removesuffix(" × 100%") if one.formula else ""
    levels = " / ".join(one.category)
    sure = one.clause.provenance.value
    return [f"`{one.code}`", one.name, levels, formula, one.better.value, one.target, sure]


@pytest.mark.parametrize("name", COMMON)
def test_every_indicator_is_listed(name):
    sections = PAGE.read_text(encoding="utf-8").split("\n### ")[1:]
    section = sections[list(COMMON).index(name)]
    found = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in re.findall(r"^\| `.*$", section, re.MULTILINE)
    ]
    assert found == [row(one) for one in common_indicators(name)]
