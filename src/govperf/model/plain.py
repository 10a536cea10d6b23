"""Plain data (纯数据): what JSON has, and nothing that is not exact, so no numbers with a point."""

from typing import TypeAlias

__all__ = ["JsonValue", "Record"]

JsonValue: TypeAlias = bool | int | str | list["JsonValue"] | dict[str, "JsonValue"] | None
"""A value in what `to_dict`, `json_schema` and the records of a result give (JSON 值)."""

Record: TypeAlias = dict[str, JsonValue]
"""A result as plain data (纯数据记录), which JSON takes as it is."""
