"""What a review finds in fourteen published forms: every finding by code, severity and place.

Read by people, one by one, and agreed with. `python tests/conformance/test_findings_of_forms.py` writes the
table anew after a check has changed, so that the difference can be read again.
"""

import tomllib
from pathlib import Path

import pytest

import govperf as gp

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TABLE = HERE / "findings.toml"
FORMS = {
    path.stem: path
    for folder in ("cases", "documents")
    for path in sorted((ROOT / "examples" / folder).glob("*.json"))
}
EXPECTED = tomllib.loads(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}

SOUND = ("002", "018", "035", "045")
"""Forms whose every figure follows the rule."""

KNOWN = {
    "001": {
        "finding.total-row-empty": "the total row is 0, the row of the fiscal funds has 89.974 of 89.974"
    },
    "010": {"finding.points-explained": "9 points of 10 for 86.20 %, in whole points"},
    "020": {
        "finding.total-sum": "the scores add up to 110, 100 is printed",
        "finding.weights-over": "and so do the weights",
    },
    "026": {
        "finding.rate-differs": "100 % is printed where 80.45 % was executed",
        "finding.points-explained": "full points by that rate, and 5 of 6 for missed targets",
    },
    "034": {
        "finding.points-differ": "3 of 3 points of the execution with nothing spent",
        "finding.points-explained": "no points for a cost below its target",
        "finding.far-over": "340 % of a target set too low",
    },
    "046": {
        "finding.broken-sum": "197.33 and 5.638 are not 197.33",
        "finding.points-differ": "4.2 of 6 points for 94 %",
    },
    "panyu": {"finding.suspect-figure": "3,678.76 where only 3,678.07 satisfies two sums"},
    "guangzhou": {
        "finding.far-over": "540 of 60",
        "finding.frequency-short": "49 of 52 weekly reports",
        "finding.share-missed": "77 of 78 cases within 24 hours",
        "finding.missed": "75 % where 95 % were due",
    },
}
"""The contradictions that are known of each form, and the finding that says each of them."""


def form(stem):
    return gp.from_json(FORMS[stem].read_bytes(), gp.Evaluation)


def found(stem):
    return [f"{one.severity.value} {one.code} {one.path}" for one in gp.review(form(stem))]


@pytest.mark.parametrize("stem", FORMS)
def test_is_found_as_agreed(stem):
    assert found(stem) == EXPECTED[stem]


@pytest.mark.parametrize("number", SOUND)
def test_a_form_that_follows_the_rule_has_no_error(number):
    (stem,) = (stem for stem in FORMS if stem.startswith(number))
    assert not gp.review(form(stem)).filter(severity="error")


@pytest.mark.parametrize("start", KNOWN)
def test_what_is_known_to_be_wrong_is_found(start):
    (stem,) = (stem for stem in FORMS if stem.startswith(start))
    assert KNOWN[start].keys() <= gp.review(form(stem)).counts("code").keys()


if __name__ == "__main__":
    made = [
        "# Severity, code and place of every finding: written by test_findings_of_forms.py, read by people."
    ]
    for stem in FORMS:
        made += ["", f"{stem} = [", *(f'    "{line}",' for line in found(stem)), "]"]
    TABLE.write_text("\n".join(made) + "\n", encoding="utf-8")
