"""The page on security says every cap with its value."""

import re

import pytest

from govperf.limits import LIMITS, Limits

ROW = re.compile(r"^\| `(\w+)` \| ([\d,]+) \| .+ \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs" / "security.md").read_text(encoding="utf-8")


def test_the_check_sees():
    assert ROW.findall("| `digits` | 1,034 | of a number |\n| `x` | none | y |") == [("digits", "1,034")]


def test_every_limit_has_its_row_in_the_order_of_the_class(page):
    rows = [(name, int(value.replace(",", ""))) for name, value in ROW.findall(page)]
    assert rows == [(name, getattr(LIMITS, name)) for name in Limits.__annotations__]
