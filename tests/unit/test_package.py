"""The package as a whole: every public name comes when it is asked for."""

import pytest

import govperf
from govperf.version import VERSION


def test_names_come_when_asked_for():
    assert govperf.__version__ == VERSION
    assert govperf.__getattr__("errors").UnitError.__module__ == "govperf.errors"  # bound by now
    assert govperf.evaluate is govperf.evaluate


def test_dir_lists_them():
    assert set(govperf.numerals.__all__) <= set(dir(govperf.numerals))
    assert {*govperf.__all__, "errors", "__version__", "__file__"} <= set(dir(govperf))


def test_other_names_are_refused():
    with pytest.raises(AttributeError, match="no attribute 'no_such_name'"):
        _ = govperf.no_such_name


def test_star_leaves_the_callers_dunders_alone():
    names = {"__version__": "mine"}
    exec("from govperf import *", names)  # noqa: S102 - a star import needs a module
    assert names["__version__"] == "mine"
    assert names["Quantity"] is govperf.Quantity
