"""Write the schemas of this folder anew: python docs/schema/write.py."""

import json
from collections.abc import Iterator
from pathlib import Path

import govperf as gp

FOLDER = Path(__file__).parent
CLASSES = (gp.Evaluation, gp.Scorecard)


def schemas() -> Iterator[tuple[Path, str]]:
    """Each file with what belongs into it."""
    for cls in CLASSES:
        text = json.dumps(gp.json_schema(cls), ensure_ascii=False, indent=2)
        yield FOLDER / f"{cls.__name__.lower()}.json", f"{text}\n"


if __name__ == "__main__":
    for path, text in schemas():
        path.write_text(text, encoding="utf-8")
