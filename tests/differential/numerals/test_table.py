"""The table of differences is true of govperf, a row accounts for its own example, and the page shows it."""

from decimal import Decimal
from itertools import product

import ours
import pytest
from differences import KINDS, VERSIONS, explanation, table
from page import PAGE, rendered

TABLE = table()


def value(row, text):
    """A side of a row as the comparison sees it."""
    return text if row.writes or text is None else Decimal(text)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
class TestRow:
    def test_ours(self, row):
        said = ours.write(Decimal(row.given), row.ways[0]) if row.writes else ours.read(row.given)
        assert (None if said is None else f"{said}") == row.ours

    def test_explains_its_example(self, row):
        given = Decimal(row.given) if row.writes else row.given
        rows = [other for other in TABLE if other.rival == row.rival and row.ways[0] in other.ways]
        assert row in explanation(rows, given, value(row, row.theirs), value(row, row.ours))

    def test_words(self, row):
        assert row.kind in KINDS
        assert row.why


def test_every_library_has_rows():
    assert {(row.rival, row.writes) for row in TABLE} == set(product(VERSIONS, [False, True]))


def test_page_shows_the_table():
    """`python tests/differential/numerals/page.py` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == rendered(TABLE)
