"""Lights (灯色): the four colours of monitoring, and how a line about one of them reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from govperf.messages import message
from govperf.model import Undefined

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.model import Note

__all__ = ["Light", "lit_line", "with_notes", "worst"]


class Light(Enum):
    """Light (灯色) of monitoring, the worst first: red, yellow, green, and blue for far more than was due.

    Example:
        >>> Light.YELLOW.explain(), Light("blue").explain("en")
        ('黄灯', 'blue')
    """

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"

    def explain(self, lang: Language = "zh") -> str:
        """The colour in words (灯色名称), in "zh" or "en"."""
        return message(f"light.{self.value}", {}, lang)


_ORDER = tuple(Light)


def worst(lights: Iterable[Light]) -> Light:
    """The worst of some lights (最差灯色).

    Args:
        lights: At least one.

    Returns:
        Red before yellow before green before blue.

    Raises:
        ValueError: There is none.

    Rule:
        A goal has the worst colour of its indicators (in use).

    Example:
        >>> worst([Light.GREEN, Light.YELLOW, Light.BLUE])
        <Light.YELLOW: 'yellow'>
    """
    return min(lights, key=_ORDER.index)


def lit_line(name: str, light: Light | Undefined, figure: str, notes: Sequence[Note], lang: Language) -> str:
    """One line about a light (灯色说明), with its figure and what was assumed.

    Args:
        name: Of what has the light.
        light: The light, or why there is none.
        figure: How it came about; "" where that is said elsewhere.
        notes: What was assumed.
        lang: "zh" or "en".

    Returns:
        One line.

    Example:
        >>> lit_line("预算执行", Light.GREEN, "89.14%", (), "zh")
        '预算执行：89.14%，绿灯'
    """
    if isinstance(light, Undefined):
        line = message("monitor.dark", {"name": name, "reason": light.explain(lang)}, lang)
    else:
        details = {"name": name, "figure": figure, "light": light.explain(lang)}
        line = message("monitor.lit" if figure else "monitor.bare", details, lang)
    return with_notes(line, notes, lang)


def with_notes(line: str, notes: Sequence[Note], lang: Language) -> str:
    """A line with what was assumed for it in brackets (加注)."""
    remarks = [note.explain(lang) for note in notes]
    if not remarks:
        return line
    return f"{line}（{'；'.join(remarks)}）" if lang == "zh" else f"{line} ({'; '.join(remarks)})"
