"""What the tests of strategies share."""

from random import Random

import pytest
from hypothesis import Phase, find, settings

SEEK = settings(phases=[Phase.generate], max_examples=4000, database=None)


@pytest.fixture(scope="session")
def reach():
    """A function that seeks an example of a condition: the same one in every run, and not the smallest."""
    return lambda strategy, sought: find(strategy, sought, settings=SEEK, random=Random(0))  # noqa: S311
