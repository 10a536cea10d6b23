"""The extra: without narwhals the room says what to install, and nothing else asks for it."""

import importlib
import subprocess
import sys

import pytest

import govperf
from govperf.errors import GovperfError, MissingExtraError


def test_without_narwhals_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "narwhals", None)
    monkeypatch.delitem(sys.modules, "govperf.frames", raising=False)
    with pytest.raises(MissingExtraError) as caught:
        importlib.import_module("govperf.frames")
    assert isinstance(caught.value, (GovperfError, ImportError))
    for lang in ("en", "zh"):
        assert "narwhals" in caught.value.explain(lang)
        assert "pip install 'govperf[frames]'" in caught.value.explain(lang)


def test_it_is_an_attribute_that_is_loaded_when_asked_for():
    before, after = "assert 'narwhals' not in sys.modules", "assert 'narwhals' in sys.modules"
    code = f"import govperf, sys; {before}; govperf.frames.read; {after}"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - a fresh process


def test_no_dataframe_library_is_loaded_with_it():
    code = (
        "import govperf.frames, sys; assert not {'pandas', 'polars', 'pyarrow', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - a fresh process


def test_it_is_no_public_name_of_its_own():
    assert "frames" not in govperf.__all__
    assert "frames" in dir(govperf)
