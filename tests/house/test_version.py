"""The version stands in two places, and they agree."""

import tomllib

from govperf.version import VERSION


def test_version_is_that_of_the_package(root):
    metadata = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert metadata["project"]["version"] == VERSION
