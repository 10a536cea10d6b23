"""Taxonomies of indicators (指标体系分类): what the first and second level of a form mean, as data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final

import attrs

from govperf.errors import StandardError
from govperf.layout import spelled
from govperf.model.clause import Clause
from govperf.model.fields import members, strings
from govperf.model.levels import plain_label
from govperf.standards.tables import CLAUSE, at, check, clause, document, entries, shipped, texts

__all__ = ["TAXONOMIES", "Category", "Taxonomy", "loads_taxonomy", "taxonomy"]

TAXONOMIES: Final = {
    name: f"taxonomy-{name}.toml"
    for name in ("2020", "2021", "2020-framework", "2013-department", "2013-project")
}
"""The taxonomies that govperf carries: name → file."""

_SHAPE: Final[Mapping[str, Any]] = {"name": str, "title": str, "english": str, "categories": list, **CLAUSE}
_CATEGORY: Final[Mapping[str, Any]] = {
    "code": str,
    "labels": list,
    "english": str,
    "aliases": list,
    "counterparts": dict,
}
_LEFT_OUT: Final[Mapping[str, object]] = {"aliases": [], "counterparts": {}}
_CODE: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?")
_MORE: Final = re.compile("(?:控制|管控)?情况\\Z|(?:控制|管控)\\Z")
"""成本控制情况 and 时效情况 are 成本 and 时效."""


def _pairs(value: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict(value).items())


def _categories(value: Iterable[Category]) -> tuple[Category, ...]:
    return members(Category, value)


@attrs.frozen
class Category:
    """Category of indicators (指标类别): a first level (一级指标), or a second level (二级指标) below it.

    Args:
        code: Stable name in English, a point between the levels, such as "output.quantity".
        labels: As forms print them, from the first level down, without the word 指标 and blanks.
        english: The last label in English.
        aliases: What forms print instead of the last label, below the same first level.
        counterparts: The same category in other taxonomies, name → code. It is said in one of the
            two and holds both ways.

    Raises:
        StandardError: A code is malformed, the labels are not one for each level of it, or a label
            or an alias is empty or has a blank or the word 指标.

    Example:
        >>> Category("outcome.social", ("效益", "社会效益"), "social benefit", aliases=["社会"]).label
        '社会效益'
    """

    __repr__ = spelled

    code: str
    labels: tuple[str, ...] = attrs.field(converter=strings)
    english: str
    aliases: tuple[str, ...] = attrs.field(default=(), converter=strings, kw_only=True)
    counterparts: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_pairs, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Codes and labels that could never be found are refused."""
        for code in (self.code, *(code for _, code in self.counterparts)):
            if not _CODE.fullmatch(code):
                raise StandardError("taxonomy.code", code)
        if len(self.labels) != len(self.code.split(".")):
            raise StandardError("taxonomy.levels", self.code)
        for label in (*self.labels, *self.aliases):
            if not label or plain_label(label) != label:
                raise StandardError("taxonomy.label", label)

    @property
    def label(self) -> str:
        """The last of the labels (名称), such as 数量."""
        return self.labels[-1]

    @property
    def above(self) -> str:
        """The code of its first level (上一级), "" for a first level itself."""
        return self.code.rpartition(".")[0]


_ONCE: Final[Mapping[str, Callable[[Category], Iterable[tuple[str, ...]]]]] = {
    "taxonomy.code-twice": lambda one: [(one.code,)],
    "taxonomy.alias": lambda one: [(one.above, label) for label in (one.label, *one.aliases)],
    "taxonomy.counterpart": lambda one: one.counterparts,
}
"""What no two categories of a taxonomy share: the code of the fault → the keys, each with its value last."""


@attrs.frozen(kw_only=True)
class Taxonomy:
    """Taxonomy of indicators (指标体系分类): the categories that a form sorts its indicators into.

    Args:
        name: Stable name, such as "2020".
        title: What it belongs to, in Chinese.
        english: What it belongs to, in English.
        clause: Where it was read, and how sure it is.
        categories: In the order of the form; a first level stands before what is below it.

    Raises:
        StandardError: Two categories share a code, a counterpart, or a label below the same first
            level; or one stands below no first level of its labels. The path says which.

    Example:
        >>> from govperf.standards import Clause, Provenance
        >>> local = Taxonomy(
        ...     name="某区",
        ...     title="某区自评表",
        ...     english="A form of a district",
        ...     clause=Clause(Provenance.VERIFIED, "the form"),
        ...     categories=[
        ...         Category("effect", "效果", "effect"),
        ...         Category("effect.social", ["效果", "社会效果"], "social effect"),
        ...     ],
        ... )
        >>> local.find(["效果指标", "社会效果指标"]).code
        'effect.social'
    """

    __repr__ = spelled

    name: str
    title: str
    english: str
    clause: Clause
    categories: tuple[Category, ...] = attrs.field(converter=_categories)

    def __attrs_post_init__(self) -> None:
        """Each category has its place, and all that finds it finds no other."""
        above: dict[str, tuple[str, ...]] = {"": ()}
        taken: set[tuple[str, ...]] = set()
        for place, one in enumerate(self.categories):
            path = f"$.categories[{place}]"
            if above.get(one.above) != one.labels[:-1]:
                raise StandardError("taxonomy.above", one.code, path=path)
            for fault, keys in _ONCE.items():
                for key in keys(one):
                    if (fault, *key) in taken:
                        raise StandardError(fault, key[-1], path=path)
                    taken.add((fault, *key))
            above[one.code] = one.labels

    @property
    def branches(self) -> dict[Category, tuple[Category, ...]]:
        """The first levels, each with its second levels (一级指标与二级指标), in the order of the form.

        Example:
            >>> {first.label: len(second) for first, second in taxonomy("2020").branches.items()}
            {'产出': 4, '效益': 4, '满意度': 1}
        """
        return {
            first: tuple(one for one in self.categories if one.above == first.code)
            for first in self.categories
            if not first.above
        }

    def find(self, category: Iterable[str]) -> Category | None:
        """The category that printed labels mean (识别指标类别).

        Args:
            category: First and second level, or the first alone, with or without the word 指标, blanks
                and points as in 产出指标（50分）; as in `Indicator.category`. 成本控制情况 is 成本.

        Returns:
            The category, or None where the labels mean none of this taxonomy.

        Example:
            >>> taxonomy("2020").find(["效益指标", "社会 效益指标"]).code
            'outcome.social'
            >>> taxonomy("2020").find(["产出", "成本"]).code, taxonomy("2021").find(["成本"]).code
            ('output.cost', 'cost')
        """
        labels = [plain_label(label) for label in strings(category)]
        while labels and not labels[-1]:
            labels.pop()  # a form leaves the second level blank
        found, above = None, ""
        for label in labels:
            found = self._below(above, label) or self._below(above, _MORE.sub("", label))
            if found is None:
                return None
            above = found.code
        return found

    def _below(self, above: str, label: str) -> Category | None:
        for one in self.categories:
            if one.above == above and (label == one.label or label in one.aliases):
                return one
        return None

    def translate(self, category: Iterable[str], *, to: Taxonomy) -> Category | None:
        """The category that another taxonomy has for printed labels of this one (指标类别的对应).

        Args:
            category: As for `find`.
            to: The other taxonomy.

        Returns:
            The category there, or None where there is none that either taxonomy names as its counterpart.

        Example:
            >>> old, new = taxonomy("2020"), taxonomy("2021")
            >>> old.translate(["产出", "成本"], to=new).labels
            ('成本', '经济成本')
            >>> new.translate(["成本", "经济成本"], to=old).labels
            ('产出', '成本')
            >>> old.translate(["效益", "可持续影响"], to=new) is None
            True
        """
        found = self.find(category)
        if found is None or to == self:
            return found
        for other in to.categories:
            if (to.name, other.code) in found.counterparts or (self.name, found.code) in other.counterparts:
                return other
        return None


def taxonomy(name: str = "2020") -> Taxonomy:
    """A built-in taxonomy of indicators (内置指标体系分类).

    Args:
        name: "2020" for self-evaluation under 财预〔2020〕10号, the default; "2021" for 财预〔2021〕101号;
            "2020-framework", "2013-department" and "2013-project" for the reference frameworks.

    Returns:
        The taxonomy, loaded once.

    Raises:
        StandardError: There is no such taxonomy.

    Example:
        >>> [category.label for category in taxonomy("2021").branches]
        ['成本', '产出', '效益', '满意度']
    """
    if name not in TAXONOMIES:
        raise StandardError("taxonomy.unknown", name, details={"known": ", ".join(TAXONOMIES)})
    return _built_in(name)


@cache
def _built_in(name: str) -> Taxonomy:
    return loads_taxonomy(shipped(TAXONOMIES[name]))


def loads_taxonomy(text: str) -> Taxonomy:
    """A taxonomy from its TOML text (读取指标体系分类).

    Args:
        text: In the shape of the built-in ones: nothing may be left over, and nothing missing but
            the aliases and counterparts of a category.

    Returns:
        The taxonomy.

    Raises:
        StandardError: The text is no TOML, or not of that shape; the path says where.

    Example:
        >>> text = '''
        ... name = "某区"
        ... title = "某区自评表"
        ... english = "A form of a district"
        ... provenance = "verified"
        ... source = "the form"
        ... categories = [
        ...   { code = "effect", labels = ["效果"], english = "effect", counterparts = { 2020 = "outcome" } },
        ... ]
        ... '''
        >>> taxonomy("2020").translate(["效益"], to=loads_taxonomy(text)).label
        '效果'
    """
    book = document(text, _SHAPE)
    categories = [_category(row, path) for row, path in entries(book["categories"], "$.categories")]
    return at("$", lambda: _taxonomy(book, categories))


def _taxonomy(book: Mapping[str, Any], categories: list[Category]) -> Taxonomy:
    return Taxonomy(
        name=book["name"],
        title=book["title"],
        english=book["english"],
        clause=clause(book),
        categories=categories,
    )


def _category(row: object, path: str) -> Category:
    known = check(row, _CATEGORY, path, _LEFT_OUT)
    labels, aliases = (texts(known[key], f"{path}.{key}") for key in ("labels", "aliases"))
    counterparts = check(
        known["counterparts"], dict.fromkeys(known["counterparts"], str), f"{path}.counterparts"
    )
    return at(
        path,
        lambda: Category(known["code"], labels, known["english"], aliases=aliases, counterparts=counterparts),
    )
