"""The pytest plugin: it speaks where objects of govperf are compared, and nowhere else."""

from decimal import Decimal

import pytest

import govperf as gp
from govperf.testing import an_evaluation
from govperf.testing.pytest_plugin import pytest_assertrepr_compare

pytest_plugins = ["pytester"]

TESTS = """
import govperf as gp

def test_amounts():
    assert gp.Quantity(3, "万元") == gp.Quantity(3, "元")

def test_numbers():
    assert [1, 2] == [1, 3]

def test_right():
    assert gp.Quantity(3, "万元") == gp.Quantity(30000, "元")
"""


def test_a_failed_test_says_why(pytester):
    pytester.makeconftest('pytest_plugins = ["govperf.testing.pytest_plugin"]')
    pytester.makepyfile(TESTS)
    result = pytester.runpytest("-p", "no:cacheprovider", "-W", "error")
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(
        [
            "E  *assert Quantity('3', '万元') == Quantity('3', '元')",
            "E  *3万元 ≠ 3元 (the same number, but 1 万元 is 10,000 元)",
        ]
    )
    result.stdout.fnmatch_lines(["E  *At index 1 diff: 2 != 3"])


NUMBER = "a quantity is never equal to a number: compare its magnitude, or give the number its unit"
AMOUNTS = (gp.Quantity(3, "人"), gp.Quantity(4, "人"))


@pytest.mark.parametrize(
    ("op", "left", "right"),
    [
        ("==", 3, 4),
        ("==", [3], (4,)),
        ("==", "人", "人次"),
        ("<", *AMOUNTS),
        ("!=", AMOUNTS[0], AMOUNTS[0]),
        ("==", AMOUNTS[0], AMOUNTS[0]),
        ("==", {"a": AMOUNTS[0]}, {"a": AMOUNTS[1]}),
    ],
)
def test_elsewhere_pytest_says_it_as_ever(op, left, right):
    assert pytest_assertrepr_compare(op, left, right) is None


@pytest.mark.parametrize(
    ("left", "right", "last"),
    [
        (*AMOUNTS, "3人 ≠ 4人"),
        (
            Decimal(3),
            AMOUNTS[0],
            f"3 ≠ 3人 ({NUMBER})",
        ),
        ([AMOUNTS[0]], [AMOUNTS[1]], "[0]: 3人 ≠ 4人"),
        ([[AMOUNTS[0]]], [[AMOUNTS[1]]], "[0][0]: 3人 ≠ 4人"),
        ((), AMOUNTS[:1], "0 ≠ 1 (the number of members)"),
    ],
)
def test_either_side_may_be_ours(left, right, last):
    assert pytest_assertrepr_compare("==", left, right)[-1] == last


def test_a_long_object_is_cut_short():
    head, _ = pytest_assertrepr_compare("==", an_evaluation(), an_evaluation(year=2024))
    assert "\n" not in head
    assert len(head) < 200
