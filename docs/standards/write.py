"""Write the pages of this folder anew, from the rule books: python docs/standards/write.py."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import govperf as gp
from govperf.messages import message
from govperf.standards import BUILT_IN, grade_scale
from govperf.standards.common import COMMON, CommonIndicator, common_indicators

Language = Literal["en", "zh"]
FOLDER = Path(__file__).parent
MATRIX: dict[str, Any] = tomllib.loads((FOLDER / "matrix.toml").read_text(encoding="utf-8"))
DATA = files("govperf.standards") / "data"
FRAME = "MOF-2013-53"
SETS = ("weights", "weight_floors", "total_cap")
NAMES = {
    "full": "all points",
    "execution": "budget execution",
    "weights": "points of first levels",
    "weight_floors": "least weight",
    "over_fulfilment": "over-fulfilment",
    "approximation": "approximate actuals",
    "not_applicable": "indicators that do not apply",
    "rounding": "rounding",
    "total_cap": "cap of the total",
    "levels": "levels of judgement",
    "grades": "grades",
}
HEADS = {
    "en": ("code", "name", "formula", "what is better", "how sure", "remark"),
    "zh": ("代码", "名称", "公式", "何者为佳", "可靠程度", "说明"),
}

INDEX = """# Standards

A standard (评分标准) describes itself: each number with its source, each rule so that it can be checked by
hand. These pages are what `standard.describe("en")` and `standard.describe("zh")` say, with the data that
they were made from. They are written by `python docs/standards/write.py`.

```python
>>> import govperf as gp
>>> text = gp.standard("MOF-2021-101").describe("zh")
>>> start = text.index("### 满意度分档计分")
>>> print(text[start : text.index("- 依据", start)].rstrip())
### 满意度分档计分（satisfaction）
<BLANKLINE>
- 适用于：`≥`、`>`、`=`、区间；仅限满意度类指标
- 计分依据：实际完成值本身，以%计
- 得分：
  - 低于60%：不得分
  - 60%（含）至80%（不含）：得分值的50%
  - 80%（含）至90%（不含）：得分值的80%
  - 90%（含）以上：得满分

```

A rule book of your own says the same of itself. Of a rule that is a class of your own it says the name, the
targets and the source.
"""

SURE = """
How sure a number is, is said beside it:

| word | 中文 | meaning |
| --- | --- | --- |
| verified | 已核对 | in an official text, a reprint or a filled official form |
| in use | 见于在用系统 | in the rule code of systems that implement it |
| recalled | 未核对原文 | widely known, the text not at hand |
| a choice | 自定 | the text is silent; this is what govperf does |

Where a rule follows a text that is silent on a part of it, *a choice of it* (其中自定) says which. What a
rule book takes from another one as it stands is *inherited from* that (沿用): its source speaks of the
other one.
"""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table."""
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def parts(book: gp.ScoringStandard) -> list[str]:
    """What of a book has a source of its own, by its key in the matrix."""
    plain = [key for key in NAMES if key not in SETS or getattr(book, key)]
    return [
        *plain,
        *(f"rules.{rule.name}" for rule in book.rules),
        *(["common"] if book.name == FRAME else []),
    ]


def entry(key: str) -> dict[str, list[str]]:
    """The functions and tests of a part."""
    table = MATRIX
    for step in key.split(".", 1):
        table = table[step]
    return table


def matrix(book: gp.ScoringStandard) -> Iterator[str]:
    """Each part of a book, with what uses it and what proves it."""
    yield from ("## Clauses, functions, tests", "")
    yield "Each test is a class below `tests`."
    yield from ("Rule by rule, whatever the book, they are in [](../conformance.md).", "")
    rows: list[tuple[str, str, str]] = []
    for key in parts(book):
        name = NAMES.get(key) or key.replace("rules.", "rule ").replace("common", "common indicators")
        found = entry(key)
        functions, tests = (" ".join(f"`{one}`" for one in found[kind]) for kind in ("functions", "tests"))
        rows.append((name, functions, tests))
    yield from table(("clause", "function", "test"), rows)


def common(lang: Language) -> Iterator[str]:
    """The common indicators of the frame, and the names that two of them bear."""
    title = {"en": "## Common indicators", "zh": "## 共性指标"}[lang]
    yield title
    if lang == "en":
        yield from ("", "How they are used is said in [](../common-indicators.md).")
    for frame in COMMON:
        named = gp.taxonomy(frame).title if lang == "zh" else gp.taxonomy(frame).english
        yield from ("", f"### {named}", "")
        yield from table(HEADS[lang], (row(one, lang) for one in common_indicators(frame)))
    yield from ("", {"en": "### One name, several indicators", "zh": "### 同名指标"}[lang], "")
    heads = {"en": ("name", "indicators"), "zh": ("名称", "指标")}[lang]
    yield from table(heads, twice(lang))


def row(one: CommonIndicator, lang: Language) -> list[str]:
    """A common indicator as the cells of a table."""
    formula = one.formula.explain(lang) if one.formula else ""
    better = message(f"common.better-{one.better.value}", {}, lang)
    if one.target:
        better = message("common.better-target", {"better": better, "target": one.target}, lang)
    sure = message(f"provenance.{one.clause.provenance.value}", {}, lang)
    note = getattr(one.note, lang) if one.note else ""
    return [f"`{one.code}`", one.name, formula, better, sure, note]


def twice(lang: Language) -> Iterator[tuple[str, str]]:
    """Each name that stands for several indicators, with those and their formulas."""
    found: defaultdict[str, list[CommonIndicator]] = defaultdict(list)
    for frame in COMMON:
        for one in common_indicators(frame):
            found[one.name].append(one)
    for name, ones in found.items():
        said = [f"`{one.code}` ({formula_of(one, lang)})" for one in ones]
        if len({one.code for one in ones}) > 1:
            yield name, "<br>".join(said)


def formula_of(one: CommonIndicator, lang: Language) -> str:
    """A formula, or where its indicator stands."""
    return one.formula.explain(lang) if one.formula else f"{one.framework}, {' '.join(one.category)}"


def scales() -> Iterator[str]:
    """The grade scales that a rule book may name."""
    yield from (
        "## Grade scales",
        "",
        "A rule book names a grade scale (等级划分), or has its own. The bands are half-open:",
    )
    yield "a bound belongs to the better grade, and the total is rounded before it is graded."
    for one in tomllib.loads((DATA / "grades.toml").read_text(encoding="utf-8"))["scales"]:
        scale = grade_scale(one["name"])
        sure = message(f"provenance.{scale.clause.provenance.value}", {}, "en")
        yield from ("", f"### {scale.name}", "", f"{scale.english[:1].upper()}{scale.english[1:]}.", "")
        bands: list[tuple[str, str, str]] = []
        ends = ["", *(f", below {grade.lower}" for grade in scale.grades)]
        for grade, end in zip(scale.grades, ends, strict=False):
            where = f"from {grade.lower}{end}"
            bands.append((grade.label, grade.name, where))
        yield from table(("grade", "in English", "total"), bands)
        yield from ("", f"Source: {sure}; {scale.clause.source}.")


def index() -> Iterator[str]:
    """The first page."""
    yield INDEX.rstrip("\n")
    yield ""
    rows = [
        (
            f"[{name}]({stem(name)}.md)",
            f"[中文]({stem(name)}.zh.md)",
            gp.standard(name).title,
            gp.standard(name).extends,
        )
        for name in BUILT_IN
    ]
    yield from table(("standard", "in Chinese", "document", "extends"), rows)
    yield SURE.rstrip("\n")
    yield ""
    yield from scales()
    yield from ("", "```{toctree}", ":hidden:", "")
    for name in BUILT_IN:
        yield from (stem(name), f"{stem(name)}.zh")
    yield "```"


def stem(name: str) -> str:
    """The name of the page of a book, which is that of its data."""
    return BUILT_IN[name].removesuffix(".toml")


def english(name: str) -> Iterator[str]:
    """The page of a book."""
    book = gp.standard(name)
    yield book.describe("en").rstrip("\n")
    yield ""
    if name == FRAME:
        yield from (*common("en"), "")
    yield from (*matrix(book), "")
    yield from (
        "## Data",
        "",
        f"In Chinese: [](./{stem(name)}.zh.md). The fingerprint (校验值) of all that decides a number:",
        "",
    )
    yield from ("```text", book.fingerprint, "```", "")
    if book.extends:
        yield from (f"What the file does not say is that of [{book.extends}]({stem(book.extends)}.md).", "")
    yield f"```{{literalinclude}} ../../src/govperf/standards/data/{BUILT_IN[name]}"
    yield from (":language: toml", "```")


def chinese(name: str) -> Iterator[str]:
    """The page of a book in Chinese."""
    yield gp.standard(name).describe("zh").rstrip("\n")
    if name == FRAME:
        yield from ("", *common("zh"))
    yield from ("", "## 校验值", "", "```text", gp.standard(name).fingerprint, "```")


def pages() -> Iterator[tuple[str, str]]:
    """Each file with what belongs into it."""
    yield "index.md", "\n".join(index()) + "\n"
    for name in BUILT_IN:
        yield f"{stem(name)}.md", "\n".join(english(name)) + "\n"
        yield f"{stem(name)}.zh.md", "\n".join(chinese(name)) + "\n"


if __name__ == "__main__":
    for name, text in pages():
        (FOLDER / name).write_text(text, encoding="utf-8")
