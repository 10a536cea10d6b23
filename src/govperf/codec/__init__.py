"""JSON (数据交换): domain objects to text and back, without losing anything.

`to_json` and `from_json` for text, `to_dict` and `from_dict` for what others read and write, `json_schema`
for those who check without us, `converter` for types of your own; `JsonValue` is what stands in their
dictionaries.
"""

from govperf.codec.conversion import converter
from govperf.codec.json import from_json, to_json
from govperf.codec.mappings import from_dict, to_dict
from govperf.codec.refusals import faults
from govperf.codec.schemas import json_schema
from govperf.model.plain import JsonValue

__all__ = ["JsonValue", "converter", "faults", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]
