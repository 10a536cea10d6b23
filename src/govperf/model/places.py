"""Places (位置): a path in an evaluation as a reader would say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govperf.messages import MESSAGES, message
from govperf.model.budget_figures import figure_name

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["place"]

_STEP: Final = re.compile(r"([a-z_]{1,40})(?:\[([0-9]{1,9})\])?", re.ASCII)
_BUDGET: Final = "$.budget."


def place(path: str, lang: Language = "zh") -> str:
    """A path as a reader would say it (位置): counted from 1, in the words of the form.

    Args:
        path: Such as `$.goals[0].indicators[7].actual`.
        lang: "zh" or "en".

    Returns:
        The words; a path or a step that is none of an evaluation stays as it is.

    Example:
        >>> place("$.goals[0].indicators[7].actual"), place("$.budget.basic.executed")
        ('目标1 指标8 实际完成值', '基本支出')
        >>> place("$.goals[0].indicators[7].actual", "en"), place("$", "en")
        ('goal 1, indicator 8, actual', 'the whole form')
    """
    if path == "$":
        return message("place.form", {}, lang)
    if path.startswith(_BUDGET):
        field = path.removeprefix(_BUDGET)
        if f"figure.{field.partition('.')[0]}" in MESSAGES and "[" not in field:
            return figure_name(field, lang)
    comma = " " if lang == "zh" else ", "
    return comma.join(_steps(path, lang)) or path


def _steps(path: str, lang: Language) -> Iterator[str]:
    for step in path.removeprefix("$").removeprefix(".").split("."):
        found = _STEP.fullmatch(step)
        if found is None or f"place.{found[1]}" not in MESSAGES:
            yield step
            continue
        number = "" if found[2] is None else str(int(found[2]) + 1)
        said = message(f"place.{found[1]}", {}, lang)
        yield f"{said}{number}" if lang == "zh" or not number else f"{said} {number}"
