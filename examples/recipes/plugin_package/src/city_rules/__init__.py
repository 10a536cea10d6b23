"""The rule book of a city, found by govperf under the name 某市2024 (某市评分标准)."""

from importlib.resources import files

__all__ = ["book"]


def book() -> str:
    """The text of the book: govperf reads it as strictly as a file."""
    return files("city_rules").joinpath("book.toml").read_text(encoding="utf-8")
