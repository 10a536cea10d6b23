"""The extra: without narwhals the room says what to install, and nothing else asks for it."""

import subprocess
import sys

import pytest

import govperf
from govperf import frames
from govperf.errors import GovperfError, MissingExtraError


@pytest.fixture
def bare(monkeypatch):
    """The room as it is before anything was asked for."""
    for name in [name for name in sys.modules if name.startswith("govperf.frames.")]:
        monkeypatch.delitem(sys.modules, name)
    for name in frames.__all__:
        monkeypatch.delitem(vars(frames), name, raising=False)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", frames.__all__)
def test_without_narwhals_the_error_says_what_to_install(name, monkeypatch):
    for module in ("narwhals", "narwhals.stable.v2"):
        monkeypatch.setitem(sys.modules, module, None)
    if name in ("Sheet", "RowNote"):  # they hold what was read, and read nothing
        assert getattr(frames, name)
        return
    with pytest.raises(MissingExtraError) as caught:
        getattr(frames, name)
    assert isinstance(caught.value, (GovperfError, ImportError))
    for lang in ("en", "zh"):
        assert "narwhals" in caught.value.explain(lang)
        assert "pip install 'govperf[frames]'" in caught.value.explain(lang)


@pytest.mark.usefixtures("bare")
def test_another_module_that_is_missing_is_told_as_it_is(monkeypatch):
    monkeypatch.setitem(sys.modules, "govperf.frames.columns", None)
    with pytest.raises(ImportError) as caught:
        _ = frames.scored
    assert not isinstance(caught.value, MissingExtraError)


def test_names_are_loaded_when_asked_for():
    assert set(frames.__all__) <= set(dir(frames))
    with pytest.raises(AttributeError, match="no attribute 'sorted'"):
        _ = frames.sorted


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
