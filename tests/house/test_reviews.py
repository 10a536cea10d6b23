"""Every check of a review has its line on the page of its family, with its severity."""

import re

import pytest

from govperf.reviewing import CHECKS

LINE = re.compile(r"^\| `(finding\.[a-z0-9-]+)` \| ([a-z, ]+) \|", re.MULTILINE)
FAMILIES = sorted({check.family for check in CHECKS})


def lines(page):
    """Code → severities, as a page says them."""
    return {
        code: set(re.findall("error|warning|hint", severities)) for code, severities in LINE.findall(page)
    }


def test_the_check_sees():
    page = (
        "| code | severity |\n| `finding.a-b` | error, warning or hint | x |\n`c`\n| `finding.d` | hint | y |"
    )
    assert lines(page) == {"finding.a-b": {"error", "warning", "hint"}, "finding.d": {"hint"}}


@pytest.mark.parametrize("family", FAMILIES)
def test_page_of_a_family(root, family):
    page = lines((root / "docs" / "review" / f"{family}.md").read_text(encoding="utf-8"))
    checks = {check.code: check for check in CHECKS.only(family)}
    assert page.keys() == checks.keys()
    assert {code for code, said in page.items() if checks[code].severity.value not in said} == set()


def test_the_tour_names_every_family(root):
    tour = (root / "docs" / "review" / "index.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| \[([a-z]+)\]\(\1\.md\) \|", tour, re.MULTILINE)) == set(FAMILIES)
