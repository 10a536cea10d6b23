"""Lists (列举) in the sentences of findings: the first few, then a mark that there are more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["FEW", "both", "listed", "several"]

_LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
_STOPS: Final = {"en": "; ", "zh": "；"}

FEW: Final = 5
"""So many names stand in a sentence; a form may have thousands."""


def listed(names: Sequence[str]) -> str:
    """Names as one text (列举): the first few of them.

    Args:
        names: Of the rows, in the order of the form.

    Returns:
        At most five names, and … where there are more.

    Example:
        >>> listed(["巡查", "整改"]), listed(list("一二三四五六"))
        ('巡查、整改', '一、二、三、四、五…')
    """
    return "、".join(names[:FEW]) + ("…" if len(names) > FEW else "")


def both(name: str, make: Callable[[Language], str]) -> dict[str, object]:
    """A detail in both languages (双语细节).

    Args:
        name: What the sentence calls it, without the language.
        make: What it is in a language.

    Returns:
        `{name}_en` and `{name}_zh`.

    Example:
        >>> both("word", lambda lang: {"en": "sum", "zh": "合计"}[lang])
        {'word_en': 'sum', 'word_zh': '合计'}
    """
    return {f"{name}_{lang}": make(lang) for lang in _LANGUAGES}


def several(name: str, make: Callable[[Language], Sequence[str]]) -> dict[str, object]:
    """A list in both languages (双语列举), of the first five.

    Args:
        name: As for `both`.
        make: All of the list in a language.

    Returns:
        As `both`; … stands for those that are left out.

    Example:
        >>> several("rows", lambda lang: ["一", "二"])
        {'rows_en': '一; 二', 'rows_zh': '一；二'}
    """

    def joined(lang: Language) -> str:
        texts = make(lang)
        return _STOPS[lang].join(texts[:FEW]) + (" …" if len(texts) > FEW else "")

    return both(name, joined)
