"""Words around a quantity (数量前后的词): 不少于60条, 24小时以内, 近540条."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Generic, TypeVar

__all__ = ["NARROW", "Affixes"]

NARROW: Final = str.maketrans("＞＜＝", "><=")
"""Full-width signs as half-width ones."""

Meaning = TypeVar("Meaning")


class Affixes(Generic[Meaning]):
    """A table of words that stand before or after a quantity (前后缀), the longest first.

    Args:
        table: Meaning → its words, separated by blanks.
    """

    def __init__(self, table: Mapping[Meaning, str]) -> None:
        words = {word: meaning for meaning, line in table.items() for word in line.split()}
        self._words = sorted(words.items(), key=lambda item: -len(item[0]))

    def before(self, text: str) -> tuple[Meaning | None, str]:
        """The meaning of the word that begins the text, and the rest (前缀)."""
        for word, meaning in self._words:
            if text.startswith(word):
                return meaning, text[len(word) :].lstrip()
        return None, text

    def after(self, text: str) -> tuple[Meaning | None, str]:
        """The meaning of the word that ends the text, and what stands before it (后缀)."""
        for word, meaning in self._words:
            if text.endswith(word):
                return meaning, text[: -len(word)].rstrip()
        return None, text
