"""The page of units shows the lexicon."""

import re
from itertools import chain

from lexicon_page import PAGE, SECTIONS, rendered

from govperf.units.lexicon import DEFINITIONS
from govperf.units.spellings import SPELLINGS


def test_page_shows_the_lexicon():
    """`python tests/differential/units/lexicon_page.py` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == rendered()


def test_every_unit_is_on_the_page():
    page = PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S+) \|", page, re.MULTILINE)
    lists = chain.from_iterable(line.split("、") for line in page.splitlines() if line.count("、") > 20)
    assert {*rows, *lists} - {"name", "---"} == set(DEFINITIONS)


def test_every_spelling_is_on_the_page():
    page = PAGE.read_text(encoding="utf-8")
    cells = {word for line in page.splitlines() if line.startswith("| ") for word in line.split()}
    assert {word for word in SPELLINGS if word not in cells and not word.startswith("个")} == set()


def test_every_section_begins_with_a_unit_of_its_own():
    assert len(set(SECTIONS.values())) == len(SECTIONS)
    assert set(SECTIONS.values()) <= DEFINITIONS.keys()
