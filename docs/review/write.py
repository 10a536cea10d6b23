"""Write the pages of codes of this folder anew: python docs/review/write.py."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from govperf.messages import MESSAGES, message
from govperf.reviewing import CHECKS

Language = Literal["en", "zh"]
FOLDER = Path(__file__).parent
DATA: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "codes.toml").read_text(encoding="utf-8"))
ROW = re.compile(r"^\| `finding\.([a-z0-9-]+)` \| ([a-z, ]+) \| (.+) \|$", re.MULTILINE)
SEVERITIES = ("error", "warning", "hint")
FORM = "form"
"""The family of what the review itself says, which has no page."""

TITLES = {
    FORM: "The form and the review itself",
    "identities": "Identities",
    "weights": "Weights",
    "scores": "Scores",
    "targets": "Targets and actuals",
    "wording": "Wording",
    "evidence": "Evidence",
    "consistency": "Consistency",
}

ENGLISH = """# All codes of findings

Every finding (审核发现) that a [review](index.md) can make, family by family: its code, how grave it is, what
it finds and what settles it. Where several words stand under severity, it depends on the figures; the page of
the family says how. In Chinese: [](codes.zh.md). Written by `python docs/review/write.py`.

The codes are [stable](../compatibility.md). What makes govperf refuse an input is no finding but an error,
and has [a list of its own](../errors.md)."""

CHINESE = """# 审核发现一览

审核（review）可能提出的全部发现，按类别列出。代码固定不变，可以用来筛选或停用；文字说明以后可能改进。

- **错误**：表内数字自相矛盾，与采用哪个评分标准无关。
- **警示**：与评分标准不符，或者很可能是笔误。
- **提示**：值得再看一眼，不一定有错。

一项发现列有两种以上程度的，视具体数字而定。英文见[这里](codes.md)。读不进来的文件不是审核发现，而是错误，另见[错误代码一览](../errors.zh.md)。"""


def severities(said: str) -> list[str]:
    """The severities in a cell, from the gravest."""
    return [one for one in SEVERITIES if one in re.findall("[a-z]+", said)]


def family_rows(family: str) -> Iterator[tuple[str, list[str], str]]:
    """Code without `finding.`, severities, and what it finds, of a family."""
    said = DATA["en"]
    if family == FORM:
        yield from ((code, severities(grave), said[code]) for code, grave in DATA["severity"].items())
        return
    page = (FOLDER / f"{family}.md").read_text(encoding="utf-8")
    for code, grave, found in ROW.findall(page):
        yield code, severities(grave), said.get(code, found)


def settled(code: str, lang: Language) -> str:
    """What settles a finding."""
    return DATA[f"settle_{lang}"].get(code) or MESSAGES[f"settle.{code}"][lang == "zh"]


def families() -> list[str]:
    """The families in the order of the checks, and the review itself."""
    return [*dict.fromkeys(check.family for check in CHECKS), FORM]


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table."""
    names = list(head)
    for row in (names, ["---"] * len(names), *rows):
        yield f"| {' | '.join(row)} |"


def english() -> Iterator[str]:
    """The page in English."""
    yield ENGLISH
    for family in families():
        link = "" if family == FORM else f"\n\nWith examples: [](./{family}.md)."
        yield f"\n## {TITLES[family]}{link}\n"
        yield from table(
            ("code", "severity", "what it finds", "what settles it"),
            (
                (f"`finding.{code}`", ", ".join(grave), found, settled(code, "en"))
                for code, grave, found in family_rows(family)
            ),
        )


def chinese() -> Iterator[str]:
    """The page in Chinese."""
    yield CHINESE
    for family in families():
        yield f"\n## {DATA['families'][family]}\n"
        yield from table(
            ("代码", "程度", "发现什么", "怎么处理"),
            (
                (
                    f"`finding.{code}`",
                    "、".join(message(f"severity.{one}", {}, "zh") for one in grave),
                    DATA["zh"][code],
                    settled(code, "zh"),
                )
                for code, grave, _ in family_rows(family)
            ),
        )


def pages() -> Iterator[tuple[str, str]]:
    """Each file with what belongs into it."""
    yield "codes.md", "\n".join(english()) + "\n"
    yield "codes.zh.md", "\n".join(chinese()) + "\n"


if __name__ == "__main__":
    for name, text in pages():
        (FOLDER / name).write_text(text, encoding="utf-8")
