"""The table of JSON keys lists every field that a file may have, and no other."""

import re

import attrs

from govperf import model

OBJECTS = {
    "evaluation": model.Evaluation,
    "department": model.Department,
    "staffing": model.Staffing,
    "posts": model.Posts,
    "budget": model.Budget,
    "part": model.Part,
    "goal": model.Goal,
    "indicator": model.Indicator,
    "evidence": model.Evidence,
    "breakdown": model.Breakdown,
}


def test_every_key_is_documented(root):
    page = (root / "docs" / "json.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| (\w+) \| `(\w+)` \|", page, re.MULTILINE)
    fields = [
        (name, field.name) for name, cls in OBJECTS.items() for field in attrs.fields(cls) if field.init
    ]
    assert sorted(listed) == sorted([("evaluation", "schema"), *fields])


def test_what_is_required_is_said(root):
    page = (root / "docs" / "json.md").read_text(encoding="utf-8")
    required = re.findall(r"^\| (\w+) \| `(\w+)` \|.*, required \|$", page, re.MULTILINE)
    fields = [
        (name, field.name)
        for name, cls in OBJECTS.items()
        for field in attrs.fields(cls)
        if field.init and field.default is attrs.NOTHING
    ]
    assert sorted(required) == sorted(fields)
