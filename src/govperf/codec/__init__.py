"""JSON (数据交换): domain objects to text and back, without losing anything."""

from govperf.codec.json import from_json, to_json

__all__ = ["from_json", "to_json"]
