"""Saving charts (图表导出): a picture for a report, or a page that needs no network."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import PurePath
from typing import Final

import altair as alt

from govperf.errors import InputError, MissingExtraError

__all__ = ["save"]

_FORMATS: Final = (".png", ".svg", ".html")
_MOST: Final = 10


def save(chart: alt.TopLevelMixin, path: str | os.PathLike[str], *, scale: int = 2) -> None:
    """Save a chart (导出图表) as PNG, SVG or HTML, as the name of the file says.

    Args:
        chart: Any chart of Altair.
        path: Ends with .png, .svg or .html.
        scale: How many pixels of a PNG a pixel of the chart becomes, from 1 to 10; of no effect on others.

    Raises:
        InputError: The file has another ending, or there is no such scale.
        MissingExtraError: vl-convert, which draws, is not installed.
        OSError: The file cannot be written.

    Example:
        >>> import tempfile
        >>> from govperf.display import completion_chart
        >>> from govperf.model import Evaluation
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     save(completion_chart(Evaluation("某局", 2023)), f"{folder}/chart.svg")
    """
    name = os.fspath(path)
    ending = PurePath(name).suffix.lower()
    if ending not in _FORMATS:
        raise InputError("draw.format", ending or PurePath(name).name, details={"known": ", ".join(_FORMATS)})
    if scale not in range(1, _MOST + 1):
        raise InputError("draw.scale", scale, details={"limit": _MOST})
    _expect_converter()
    if ending == ".html":
        chart.save(name, format="html", inline=True)
    else:
        chart.save(name, format="png" if ending == ".png" else "svg", scale_factor=scale)


def _expect_converter() -> None:
    try:
        import_module("vl_convert")
    except ImportError as error:
        details = {"package": "vl-convert-python", "extra": "charts"}
        raise MissingExtraError("extra.missing", details=details) from error
