"""Colours and fonts of tables and charts (配色与字体), for light and for dark paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from govperf.errors import InputError

__all__ = ["FONTS", "Palette", "Theme", "headline", "palette"]

Theme = Literal["light", "dark"]

FONTS: Final = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "SimHei",
    "sans-serif",
)
"""Fonts that show Chinese on Linux, macOS and Windows; the first that is there is taken."""


def headline(text: str) -> str:
    """A title (标题), which begins with a capital; the sentences of messages do not."""
    return text[:1].upper() + text[1:]


class Palette(NamedTuple):
    """The colours of one theme (配色); the four that mean something differ for the colour-blind too."""

    paper: str
    text: str
    muted: str
    line: str
    shade: str
    good: str
    short: str
    unknown: str
    change: str


_PALETTES: Final[Mapping[str, Palette]] = {
    "light": Palette(
        paper="#ffffff",
        text="#1f2328",
        muted="#59636e",
        line="#c4ccd4",
        shade="#eef2f6",
        good="#0072b2",
        short="#d55e00",
        unknown="#98a2ad",
        change="#7a5195",
    ),
    "dark": Palette(
        paper="#15181d",
        text="#e8ebef",
        muted="#a6b0bb",
        line="#434b55",
        shade="#222831",
        good="#56b4e9",
        short="#f0883e",
        unknown="#78838f",
        change="#c39bd3",
    ),
}


def palette(theme: Theme) -> Palette:
    """The colours of a theme (取配色).

    Args:
        theme: "light" or "dark".

    Returns:
        Its colours.

    Raises:
        InputError: There is no such theme.

    Example:
        >>> palette("light").paper
        '#ffffff'
    """
    found = _PALETTES.get(theme)
    if found is None:
        raise InputError("draw.theme", theme, details={"known": ", ".join(_PALETTES)})
    return found
