"""Checks (审核项): pure functions over a form, with what they rest on, to be switched on and off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from itertools import islice
from operator import attrgetter
from string import Formatter
from types import MappingProxyType
from typing import Final, NamedTuple, TypedDict, Unpack, overload

import attrs

from govperf.errors import DataError
from govperf.layout import spelled
from govperf.limits import LIMITS
from govperf.messages import MESSAGES
from govperf.model import Clause, Figure, Finding, Provenance, Severity
from govperf.model.fields import members
from govperf.model.remarks import Details, pairs
from govperf.reviewing.form import Form

__all__ = ["Check", "Checks", "Hit", "check"]

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class Hit(NamedTuple):
    """Hit (命中): one place at which a check found something.

    Args:
        path: Where, such as `row.path` or `$.budget.executed`.
        details: What the sentence of the check names.
        figures: The figures involved: path → what stands there; of very many the first.
        severity: Another one than that of the check, None for that one.
    """

    path: str
    details: Mapping[str, object] = _NOTHING
    figures: Mapping[str, object] = _NOTHING
    severity: Severity | None = None


class Sentences(TypedDict, total=False):
    """Sentences (文案) of one's own check, by language."""

    zh: str
    en: str
    settle_zh: str
    settle_en: str


Find = Callable[[Form], Iterable[Hit]]


@attrs.frozen(kw_only=True)
class Check:
    """Check (审核项) of a form: a pure function and what its findings have in common.

    Args:
        code: Of its findings.
        severity: How grave they are.
        family: The family that it belongs to.
        clause: What it rests on.
        find: Yields a hit for each place where something is found; raises nothing on odd data.
        texts: Its sentences, as for `check`; none for a check of govperf, which knows them.

    Example:
        >>> from govperf.reviewing import CHECKS
        >>> CHECKS.only("finding.missed")[0].severity.value
        'hint'
    """

    __repr__ = spelled

    code: str
    severity: Severity
    family: str
    clause: Clause
    find: Find
    texts: Details = attrs.field(default=(), converter=pairs)

    def __call__(self, form: Form) -> list[Finding]:
        """The findings of this check on a form (逐项审核).

        Raises:
            DataError: A sentence of one's own names a detail that the hit does not have.
            TypeError: One's own function yields no hits.
        """
        hits = self.find(form)
        try:
            each = iter(hits)
        except TypeError:
            raise TypeError(f"the check {self.code} is to yield hits, not {hits!r:.60}") from None
        return [self._made(hit) for hit in each]

    def _made(self, hit: Hit) -> Finding:
        return Finding(
            self.code,
            Severity(hit.severity) if hit.severity else self.severity,
            hit.path,
            hit.details,
            figures=[Figure(path, value) for path, value in islice(hit.figures.items(), LIMITS.items)],
            family=self.family,
            clause=self.clause,
            texts={name: _filled(self.code, text, hit.details) for name, text in self.texts},
        )

    def __reduce__(self) -> tuple[Callable[[str, str], Check], tuple[str, str]]:
        """A check is pickled by the name of its function, which stands for it in its module."""
        return _named, (self.find.__module__, self.find.__qualname__)


def _named(module: str, name: str) -> Check:
    found: Check = attrgetter(name)(import_module(module))
    return found


def check(
    code: str,
    severity: Severity | str,
    *,
    family: str = "own",
    source: str = "",
    provenance: Provenance | str = Provenance.CHOICE,
    **texts: Unpack[Sentences],
) -> Callable[[Find], Check]:
    """A check (审核项) from a function; as a decorator.

    Args:
        code: Stable name of its findings, such as "bureau.no-locator".
        severity: "error", "warning" or "hint".
        family: The family that it belongs to.
        source: What it rests on: a document, an article.
        provenance: How sure that is.
        texts: Its sentences, zh="…" in Chinese with {names} of the details, en="…" in English, and what would
            settle it, as settle_zh="…" and settle_en="…". One language will do; only the codes of govperf
            need none.

    Returns:
        What makes a `Check` of a function that takes a `Form` and yields hits, each a `Hit`.

    Raises:
        DataError: The code is empty, there is no sentence, or one has anything but {names} in braces.
        TypeError: A sentence is no text, or for no known language.
        ValueError: There is no such severity or provenance.

    Example:
        >>> @check("bureau.no-locator", "hint", zh="{name}：没有出处", en="{name}: no locator")
        ... def no_locator(form):
        ...     for row in form.rows:
        ...         if row.indicator.locator is None:
        ...             yield Hit(row.path, {"name": row.indicator.name})
        >>> no_locator.code
        'bureau.no-locator'
    """
    given = _sentences(texts)
    for name, missing in (
        ("code", not code.strip()),
        ("zh", code not in MESSAGES and not {"zh", "en"} & given.keys()),
    ):
        if missing:
            raise DataError("data.empty", path=name)

    def made(find: Find) -> Check:
        clause = Clause(Provenance(provenance), source)
        return Check(
            code=code, severity=Severity(severity), family=family, clause=clause, find=find, texts=given
        )

    return made


def _sentences(texts: Mapping[str, object]) -> dict[str, str]:
    """The sentences that are given, each a text with {names} and nothing else to fill in."""
    if unknown := sorted(texts.keys() - Sentences.__annotations__.keys()):
        raise TypeError(f"a check has no {unknown[0]}=, only {', '.join(Sentences.__annotations__)}")
    for name, text in texts.items():
        if not isinstance(text, str):
            raise TypeError(f"{name} is a text, not {type(text).__name__}")
        if not _is_template(text):
            raise DataError("review.template", text, path=name)
    return {name: str(text) for name, text in texts.items() if text}


def _is_template(text: str) -> bool:
    try:
        parts = list(Formatter().parse(text))
    except ValueError:  # a brace that stands alone
        return False
    fields = [(name, spec, how) for _, name, spec, how in parts if name is not None]
    return all(name.isidentifier() and not spec and how is None for name, spec, how in fields)


def _checks(value: Iterable[Check]) -> tuple[Check, ...]:
    return members(Check, value)


@attrs.frozen(repr=False)
class Checks(Sequence[Check]):
    """Checks (审核项集) that a review makes, a sequence of `Check`.

    Args:
        checks: In any order; the order of the findings does not depend on it.

    Example:
        >>> from govperf.reviewing import CHECKS
        >>> len(CHECKS.without("wording")) < len(CHECKS)
        True
    """

    checks: tuple[Check, ...] = attrs.field(converter=_checks)

    def __repr__(self) -> str:
        """Their number alone: a hundred of them would hide the signature of `review`."""
        return f"<Checks: {len(self)}>"

    def __len__(self) -> int:
        return len(self.checks)

    @overload
    def __getitem__(self, index: int) -> Check: ...
    @overload
    def __getitem__(self, index: slice) -> Checks: ...
    def __getitem__(self, index: int | slice) -> Check | Checks:
        """One check; a slice is `Checks` again."""
        found = self.checks[index]
        return found if isinstance(found, Check) else Checks(found)

    def only(self, *names: str) -> Checks:
        """Some checks alone (只用).

        Args:
            names: Codes or families.

        Returns:
            The checks that bear one of them.

        Raises:
            DataError: No check bears such a name.

        Example:
            >>> from govperf.reviewing import CHECKS
            >>> {check.family for check in CHECKS.only("weights")}
            {'weights'}
        """
        wanted = self._known(names)
        return Checks(check for check in self.checks if wanted & {check.code, check.family})

    def without(self, *names: str) -> Checks:
        """All checks but some (停用).

        Args:
            names: Codes or families.

        Returns:
            The checks that bear none of them.

        Raises:
            DataError: No check bears such a name.

        Example:
            >>> from govperf.reviewing import CHECKS
            >>> "finding.missed" in {check.code for check in CHECKS.without("finding.missed")}
            False
        """
        wanted = self._known(names)
        return Checks(check for check in self.checks if not wanted & {check.code, check.family})

    def _known(self, names: Sequence[str]) -> set[str]:
        families = sorted({check.family for check in self.checks})
        codes = sorted({check.code for check in self.checks})
        for name in names:
            if name not in {*families, *codes}:
                known = ", ".join((*get_close_matches(name, codes), *families))
                raise DataError("review.check-unknown", name, details={"known": known})
        return set(names)


def _filled(code: str, text: str, details: Mapping[str, object]) -> str:
    """The sentence of one's own check, filled in by what the hit says."""
    try:
        return text.format_map(details)
    except KeyError as error:
        raise DataError("review.placeholder", code, path="texts", details={"name": error.args[0]}) from None
