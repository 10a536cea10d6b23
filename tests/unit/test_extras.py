"""Each extra that is missing is told where it is needed: the package, and the line that installs it."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

ENTRIES = [
    # extra, package, module, what needs it
    ("fast", "orjson", "orjson", "gp.to_json(gp.Evaluation('某局', 2023), engine='orjson')"),
    ("fast", "msgspec", "msgspec", "gp.to_json(gp.Evaluation('某局', 2023), engine='msgspec')"),
    ("frames", "narwhals", "narwhals", "from govperf.frames import scored"),
    ("tables", "great-tables", "great_tables", "from govperf.display import form_table"),
    ("tables", "polars", "polars", "from govperf.display import findings_table"),
    ("charts", "altair", "altair", "from govperf.display import completion_chart"),
    (
        "charts",
        "vl-convert-python",
        "vl_convert",
        "from govperf.display import save; save(None, 'chart.svg')",
    ),
    ("testing", "hypothesis", "hypothesis", "from govperf.testing import evaluations"),
]

GATHERED = {"notebook", "recipes", "test", "lint", "docs", "rivals", "icu", "dev"}
"""Extras that no function of govperf asks for."""

ASKED = """
import json, sys
sys.modules[{module!r}] = None  # as if it were not installed
import govperf as gp
from govperf.errors import GovperfError, MissingExtraError
try:
    {statement}
except ImportError as error:
    assert type(error) is MissingExtraError and isinstance(error, GovperfError), repr(error)
    print(json.dumps([error.code, error.explain("en"), error.explain("zh"), str(error)]))
"""


@pytest.fixture(scope="module")
def extras():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["optional-dependencies"]


@pytest.mark.parametrize(("extra", "package", "module", "statement"), ENTRIES, ids=lambda text: text[:20])
def test_a_missing_package_is_told(extra, package, module, statement):
    code = ASKED.format(module=module, statement=statement)
    command = [sys.executable, "-X", "utf8", "-c", code]
    run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")  # noqa: S603 - our own
    assert json.loads(run.stdout) == [
        "extra.missing",
        f"{package} is not installed: pip install 'govperf[{extra}]'",
        f"未安装{package}，请运行pip install 'govperf[{extra}]'",
        f"{package} is not installed: pip install 'govperf[{extra}]'",
    ]


def test_every_package_of_every_extra_is_asked_for(extras):
    brought = {
        (extra, re.match(r"[\w-]+", line).group())
        for extra, lines in extras.items()
        if extra not in GATHERED
        for line in lines
    }
    assert brought == {(extra, package) for extra, package, *_ in ENTRIES}
    assert extras.keys() >= GATHERED
