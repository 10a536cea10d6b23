"""`import govperf` is cheap: nothing heavy is loaded before it is needed, yet every name is seen."""

import json
import subprocess
import sys

import pytest

HEAVY = {"attr", "attrs", "babel", "cattrs", "click", "hypothesis", "numpy", "pandas", "pint"}
HEAVY |= {"altair", "great_tables", "msgspec", "narwhals", "orjson", "polars", "pyarrow", "vl_convert"}


def loaded(statement):
    """The top-level modules that a fresh interpreter has after a statement."""
    code = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True, text=True)
    return {name.partition(".")[0] for name in json.loads(run.stdout)}


def test_the_check_sees():
    assert loaded("import attrs") & HEAVY == {"attr", "attrs"}


def test_import_is_light():
    modules = loaded("import govperf")
    assert "govperf" in modules
    assert modules & HEAVY == set()


def test_import_adds_next_to_nothing():
    """Of the standard library neither typing nor decimal: a bare interpreter starts hardly sooner."""
    assert loaded("import govperf") - loaded("pass") <= {"__future__", "govperf", "importlib", "warnings"}


def test_scoring_loads_no_extra():
    scored = (
        "import govperf as gp\ngp.evaluate(gp.Evaluation('x', 2023))\ngp.review(gp.Evaluation('x', 2023))"
    )
    assert loaded(f"{scored}\ngp.to_json(gp.Evaluation('x', 2023))") & HEAVY == {"attr", "attrs", "cattrs"}


def test_dir_is_light_and_complete():
    modules = loaded("import govperf\nassert set(govperf.__all__) <= set(dir(govperf))")
    assert modules & HEAVY == set()


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(subprocess.CalledProcessError) as caught:
        loaded("import govperf\ngovperf.no_such_name")
    assert "AttributeError: module 'govperf' has no attribute 'no_such_name'" in caught.value.stderr
