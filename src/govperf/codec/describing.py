"""Descriptions (说明文字): what the docstring of a class says of it and of its fields."""

from __future__ import annotations

import re
from functools import cache
from inspect import cleandoc
from typing import Final, NamedTuple

__all__ = ["Description", "described"]

_SECTION: Final = re.compile(r"^Args:\n((?:(?: .*)?\n?)+)", re.MULTILINE)
_ENTRY: Final = re.compile(r"^ {4}(\w+): (.+(?:\n {5,}.+)*)", re.MULTILINE)


class Description(NamedTuple):
    """What is said of a class (类的说明); empty where Python leaves docstrings out."""

    summary: str
    fields: dict[str, str]


@cache
def described(cls: type) -> Description:
    """What the docstring of a class says (类的说明).

    Args:
        cls: Any class.

    Returns:
        Its first sentence, and a sentence or more for each of its arguments.
    """
    text = cleandoc(cls.__doc__ or "")
    section = _SECTION.search(text)
    entries: list[tuple[str, str]] = _ENTRY.findall(section[1]) if section else []
    return Description(_line(text.partition("\n\n")[0]), {name: _line(entry) for name, entry in entries})


def _line(text: str) -> str:
    return " ".join(text.split())
