"""The extra: without Hypothesis the room says what to install, and nothing else asks for it."""

import importlib
import sys

import pytest

import govperf
from govperf.errors import GovperfError, MissingExtraError


def test_without_hypothesis_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "govperf.testing", raising=False)
    with pytest.raises(MissingExtraError) as caught:
        importlib.import_module("govperf.testing")
    assert isinstance(caught.value, (GovperfError, ImportError))
    for lang in ("en", "zh"):
        assert "hypothesis" in caught.value.explain(lang)
        assert "pip install 'govperf[testing]'" in caught.value.explain(lang)


def test_it_is_no_part_of_govperf_itself():
    assert "testing" not in govperf.__all__
