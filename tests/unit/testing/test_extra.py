"""The extra: without Hypothesis a strategy says what to install; plain objects need nothing."""

import subprocess
import sys

import pytest

import govperf
from govperf import testing
from govperf.errors import GovperfError, MissingExtraError


def forget(monkeypatch):
    """Hypothesis is not installed, and the room has not been asked for anything yet."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    for name in testing.__all__:
        monkeypatch.delitem(vars(testing), name, raising=False)


def test_without_hypothesis_a_strategy_says_what_to_install(monkeypatch):
    forget(monkeypatch)
    with pytest.raises(MissingExtraError) as caught:
        _ = testing.quantities
    assert isinstance(caught.value, (GovperfError, ImportError))
    for lang in ("en", "zh"):
        assert "hypothesis" in caught.value.explain(lang)
        assert "pip install 'govperf[testing]'" in caught.value.explain(lang)


def test_without_hypothesis_there_are_plain_objects_and_differences(monkeypatch):
    forget(monkeypatch)
    said = testing.explain_difference(testing.an_indicator(), testing.an_indicator(weight=5))
    assert said.startswith("weight: 50 ≠ 5")


def loaded(statement):
    """The modules that a fresh interpreter has after a statement."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run(  # noqa: S603 - what is loaded is seen in a fresh process
        [sys.executable, "-I", "-c", code], capture_output=True, check=True, text=True
    )
    return set(run.stdout.split())


def test_plain_objects_never_load_hypothesis():
    modules = loaded("from govperf.testing import an_indicator, explain_difference, pytest_plugin")
    assert {"govperf.testing.plain", "govperf.testing.pytest_plugin"} <= modules
    assert "hypothesis" not in modules


def test_who_imports_hypothesis_loads_next_to_nothing_of_govperf():
    ours = {name for name in loaded("import hypothesis") if name.startswith("govperf")}
    assert ours == {"govperf", "govperf.testing", "govperf.testing.registering"}


def test_other_names_are_refused():
    with pytest.raises(AttributeError, match="no attribute 'no_such_name'"):
        _ = testing.no_such_name


def test_every_name_comes_and_is_listed():
    assert set(testing.__all__) <= set(dir(testing))
    assert all(getattr(testing, name) for name in testing.__all__)


def test_it_is_no_part_of_govperf_itself():
    assert "testing" not in govperf.__all__
