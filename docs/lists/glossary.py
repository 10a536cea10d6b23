"""Write the glossary anew, from its terms and the public names: python docs/lists/glossary.py."""

import importlib
import inspect
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from govperf.standards import TAXONOMIES, taxonomy

FOLDER = Path(__file__).parent
SUBJECTS: list[dict[str, Any]] = tomllib.loads((FOLDER / "terms.toml").read_text(encoding="utf-8"))[
    "subjects"
]
ROOM = re.compile(r"^\.\. automodule:: (govperf\.\w+)$", re.MULTILINE)
BRACKET = re.compile("(?<= )\\(([^()]*[\u4e00-\u9fff][^()]*)\\)")

HEAD = """# Glossary

The Chinese terms of the field, what govperf calls them, and what they mean. Terms stand by subject, as one
meets them; at the end are two lists, [from Chinese](#from-chinese) by pinyin and
[from English](#from-english) by letter. *Also printed* are other words that forms have for the same. Every
public name is here: its docstring bears its term in brackets. Written by `python docs/lists/glossary.py`
from `docs/lists/terms.toml`.

The common indicators have [a page of their own](common-indicators.md), the units [another](units.md)."""


def rooms() -> list[str]:
    """The public rooms, which are those that a page of the documentation shows."""
    pages = sorted(FOLDER.parent.glob("*.md"))
    return [room for page in pages for room in ROOM.findall(page.read_text(encoding="utf-8"))]


def public() -> Iterator[tuple[str, str, object]]:
    """Each public class and function: the name to import it by, the name in the reference, and itself."""
    package = importlib.import_module("govperf")
    seen: set[str] = set()
    for room in rooms():
        module = importlib.import_module(room)
        for name in module.__all__:
            value = getattr(module, name)
            home = f"{value.__module__}.{name}" if callable(value) else ""
            if not home or home in seen or not (inspect.isclass(value) or inspect.isroutine(value)):
                continue
            seen.add(home)
            short = name if name in package.__all__ else f"{room.removeprefix('govperf.')}.{name}"
            yield short, f"{room}.{name}", value


def terms_of(value: object) -> list[str]:
    """The Chinese terms in the first line of a docstring."""
    first = (inspect.getdoc(value) or "").partition("\n")[0]
    return [term for group in BRACKET.findall(first) for term in re.split("[,、] ?", group)]


def bearers() -> dict[str, list[tuple[str, str]]]:
    """Term → the public names whose docstrings bear it, each with its name in the reference."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for short, long, value in public():
        for term in terms_of(value):
            found[term].append((short, long))
    return found


def labels() -> dict[str, list[str]]:
    """Last label of a category → its codes, and what forms print instead, in all taxonomies."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in TAXONOMIES:
        for one in taxonomy(name).categories:
            found[one.label] += [text for text in (one.code, *one.aliases) if text not in found[one.label]]
    return found


def entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each term with its subject."""
    for subject in SUBJECTS:
        for term in subject["terms"]:
            yield subject["title"], term


def row(
    term: dict[str, Any], borne: dict[str, list[tuple[str, str]]], codes: dict[str, list[str]]
) -> list[str]:
    """A term as the cells of its table."""
    names = [f"{{py:obj}}`{short} <{long}>`" for short, long in borne.get(term["zh"], [])]
    names += [f"`{name}`" for name in term.get("names", []) if f"`{name} " not in " ".join(names)]
    known = codes.get(term["zh"], [])
    names += [f"`{text}`" for text in known if text.isascii()]
    printed = dict.fromkeys([*term.get("printed", []), *(text for text in known if not text.isascii())])
    return [term["zh"], term["en"], term["means"], ", ".join(names), "、".join(printed)]


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table."""
    names = list(head)
    for cells in (names, ["---"] * len(names), *rows):
        yield f"| {' | '.join(cells)} |"


def by_pinyin(text: str) -> bytes:
    """A key that sorts by pinyin: GB 2312 lists the usual characters by it."""
    return text.encode("gb18030")


def anchor(title: str) -> str:
    """A link to a subject."""
    slug = re.sub("[^a-z -]", "", title.lower()).replace(" ", "-")
    return f"[{title}](#{slug})"


def page() -> Iterator[str]:
    """The lines of the page."""
    borne, codes = bearers(), labels()
    yield HEAD
    for subject in SUBJECTS:
        yield f"\n## {subject['title']}\n"
        rows = (row(term, borne, codes) for term in subject["terms"])
        yield from table(("中文", "English", "what it is", "in code", "also printed"), rows)
    listed = list(entries())
    yield "\n## From Chinese\n"
    pinyin = sorted(listed, key=lambda one: by_pinyin(one[1]["zh"]))
    yield from table(
        ("中文", "English", "subject"), ((one["zh"], one["en"], anchor(title)) for title, one in pinyin)
    )
    yield "\n## From English\n"
    letters = sorted(listed, key=lambda one: one[1]["en"].lower())
    yield from table(
        ("English", "中文", "subject"), ((one["en"], one["zh"], anchor(title)) for title, one in letters)
    )


def pages() -> Iterator[tuple[str, str]]:
    """The page with what belongs into it."""
    yield "glossary.md", "\n".join(page()) + "\n"


if __name__ == "__main__":
    for name, text in pages():
        (FOLDER.parent / name).write_text(text, encoding="utf-8")
