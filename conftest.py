"""What every test run shares: examples in documents are tests, and Hypothesis is repeatable."""

import os
from doctest import ELLIPSIS

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("deep", max_examples=10_000, deadline=None)
settings.load_profile(os.environ.get("GOVPERF_HYPOTHESIS", "ci"))

_pages = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)], patterns=["*.md"])
_docstrings = Sybil(
    parsers=[DocTestParser(optionflags=ELLIPSIS)],
    patterns=["src/govperf/*.py", "src/govperf/*/*.py", "src/govperf/*/*/*.py"],
)
pytest_collect_file = (_pages + _docstrings).pytest()
