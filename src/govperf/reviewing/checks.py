"""Checks (审核项): pure functions over a form, with what they rest on, to be switched on and off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from string import Formatter
from types import MappingProxyType
from typing import Final, NamedTuple, TypedDict, Unpack, cast, overload

import attrs

from govperf.errors import DataError
from govperf.messages import MESSAGES
from govperf.model import Clause, Figure, Finding, Provenance, Severity
from govperf.model.fields import members
from govperf.reviewing.form import Form

__all__ = ["Check", "Checks", "Hit", "check"]

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class Hit(NamedTuple):
    """Hit (命中): one place at which a check found something.

    Args:
        path: Where, such as `row.path` or `$.budget.executed`.
        details: What the sentence of the check names.
        figures: The figures involved: path → what stands there.
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

    code: str
    severity: Severity
    family: str
    clause: Clause
    find: Find
    texts: Mapping[str, str] = cast("Mapping[str, str]", _NOTHING)

    def __call__(self, form: Form) -> Iterator[Finding]:
        """The findings of this check on a form (逐项审核)."""
        for hit in self.find(form):
            yield Finding(
                self.code,
                hit.severity or self.severity,
                hit.path,
                hit.details,
                figures=[Figure(path, value) for path, value in hit.figures.items()],
                family=self.family,
                clause=self.clause,
                texts={name: _filled(text, hit.details) for name, text in self.texts.items()},
            )


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
        texts: `zh=` is the sentence of its findings in Chinese, with {names} of the details, `en=` the same
            in English, `settle_zh=` and `settle_en=` what would settle it. One language will do; only the
            codes of govperf need none.

    Returns:
        What makes a `Check` of a function that takes a `Form` and yields `Hit`s.

    Raises:
        DataError: The code is empty, or there is no sentence.
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
    for name, missing in (
        ("code", not code.strip()),
        ("zh", code not in MESSAGES and not {"zh", "en"} & texts.keys()),
    ):
        if missing:
            raise DataError("data.empty", path=name)
    given = {name: str(text) for name, text in texts.items()}

    def made(find: Find) -> Check:
        clause = Clause(Provenance(provenance), source)
        return Check(
            code=code, severity=Severity(severity), family=family, clause=clause, find=find, texts=given
        )

    return made


def _checks(value: Iterable[Check]) -> tuple[Check, ...]:
    return members(Check, value)


@attrs.frozen
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
                raise DataError("review.check-unknown", name, path="names", details={"known": known})
        return set(names)


def _filled(text: str, details: Mapping[str, object]) -> str:
    """The sentence of one's own check; … stands for what the hit does not name."""
    return Formatter().vformat(text, (), _Values(details))


class _Values(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
