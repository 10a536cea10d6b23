"""All findings of a review (审核结果): to sort, filter, count, and to show as a table or as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, get_args, overload

import attrs

from govperf.errors import DataError, plain
from govperf.layout import markdown_text, shortened, table
from govperf.messages import message
from govperf.model.fields import members, spelled
from govperf.model.finding import Finding
from govperf.model.remarks import Severity
from govperf.model.shown_findings import findings_html

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Findings"]

By = Literal["severity", "family", "code", "path"]

_COLUMNS: Final = ("severity", "place", "finding", "settle", "accepted")
_RANKS: Final = {severity: rank for rank, severity in enumerate(Severity)}
_ROOM: Final = 60


def _found(value: Iterable[Finding]) -> tuple[Finding, ...]:
    return members(Finding, value)


@attrs.frozen
class Findings(Sequence[Finding]):
    """Findings (审核结果) of a review, a sequence of `Finding`.

    Args:
        found: Errors first, then warnings, then hints; each kind in the order of the form.
        standard: The name of the rule book whose limits counted.

    Example:
        >>> findings = Findings([Finding("finding.missed", Severity.HINT, "$.goals[0].indicators[0].actual")])
        >>> len(findings), findings.counts(), findings.filter("wording").found
        (1, {'error': 0, 'warning': 0, 'hint': 1}, ())
    """

    __repr__ = spelled
    _repr_html_ = findings_html

    found: tuple[Finding, ...] = attrs.field(default=(), converter=_found)
    standard: str = ""

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Findings: ...
    def __getitem__(self, index: int | slice) -> Finding | Findings:
        """One finding; a slice is `Findings` again."""
        found = self.found[index]
        return found if isinstance(found, Finding) else attrs.evolve(self, found=found)

    def filter(
        self,
        *names: str,
        severity: Severity | str | None = None,
        at_least: Severity | str | None = None,
        path: str = "",
        accepted: bool | None = None,
    ) -> Findings:
        """Those findings alone that are asked for (筛选); what is not said does not matter.

        Args:
            names: Codes or families, any of them.
            severity: This severity alone: "error", "warning" or "hint".
            at_least: This severity or a graver one.
            path: This place and what is below it.
            accepted: Accepted ones alone, or those alone that are not.

        Returns:
            The others are left out, the order stays.

        Raises:
            ValueError: There is no such severity.

        Example:
            >>> Findings([Finding("finding.missed", Severity.HINT, "$")]).filter(at_least="warning").found
            ()
        """
        only = None if severity is None else Severity(severity)
        rank = len(_RANKS) if at_least is None else _RANKS[Severity(at_least)]

        def asked(finding: Finding) -> bool:
            return (
                (not names or finding.code in names or finding.family in names)
                and only in {None, finding.severity}
                and _RANKS[finding.severity] <= rank
                and _is_below(finding.path, path)
                and accepted in {None, finding.accepted is not None}
            )

        return attrs.evolve(self, found=filter(asked, self.found))

    def sorted(self, by: By = "severity") -> Findings:
        """The same findings in another order (排序); of equal ones the order stays.

        Args:
            by: "severity" (errors first), or "family", "code" or "path" (by their letters).

        Returns:
            All of them.

        Raises:
            DataError: They cannot be sorted so.

        Example:
            >>> found = [Finding(code, Severity.HINT, "$") for code in ("finding.missed", "finding.far-over")]
            >>> [finding.code for finding in Findings(found).sorted("code")]
            ['finding.far-over', 'finding.missed']
        """
        return attrs.evolve(self, found=sorted(self.found, key=lambda finding: _key(finding, by)))

    def counts(self, by: By = "severity") -> dict[str, int]:
        """How many findings there are (计数).

        Args:
            by: "severity", whose three kinds are all counted, "family", "code" or "path".

        Returns:
            Kind → number; those of a family, a code or a path in the order of the findings.

        Raises:
            DataError: They cannot be counted so.

        Example:
            >>> Findings([Finding("finding.missed", Severity.HINT, "$")]).counts("code")
            {'finding.missed': 1}
        """
        known = {severity.value: 0 for severity in Severity} if by == "severity" else {}
        return known | Counter(_named(finding, by) for finding in self.found)

    @property
    def open(self) -> Findings:
        """Those that nobody has accepted (待处理)."""
        return self.filter(accepted=False)

    def explain(self, lang: Language = "zh") -> str:
        """The findings one by one (审核说明): how many, then each with its place and what would settle it.

        Args:
            lang: "zh" or "en".

        Returns:
            Lines without a trailing line break; a line break or a control code of the form is none here.

        Example:
            >>> print(Findings([Finding("finding.missed", Severity.HINT, "$")]).explain("en").splitlines()[0])
            errors 0, warnings 0, hints 1; accepted 0
        """
        accepted = len(self) - len(self.open)
        lines = [message("findings.counts", {**self.counts(), "accepted": accepted}, lang)]
        for finding in self.found:
            lines += _lines(finding, lang)
        return "\n".join(map(plain, lines))

    def with_texts(self) -> Findings:
        """The same findings with their sentences in both languages (附文案), for whoever has no govperf.

        Returns:
            Findings whose `texts` say what they find and what would settle it.

        Example:
            >>> found = Findings([Finding("finding.missed", Severity.HINT, "$")]).with_texts()
            >>> dict(found[0].texts)["settle_en"] == found[0].settle("en")
            True
        """
        return attrs.evolve(self, found=[attrs.evolve(one, texts=_texts(one)) for one in self.found])

    def records(self, lang: Language = "zh") -> tuple[Mapping[str, str], ...]:
        """Each finding as plain data (记录), which `json.dumps` and any data frame take.

        Args:
            lang: Of the sentences, "zh" or "en".

        Returns:
            A mapping of text to text each: severity, family, code, path, place, finding, figures, settle,
            clause, accepted. The first four, the figures and the clause do not change with the language.

        Example:
            >>> Findings([Finding("finding.missed", Severity.HINT, "$.goals[0]")]).records()[0]["path"]
            '$.goals[0]'
        """
        return tuple(_record(finding, lang) for finding in self.found)

    def table(self, lang: Language = "zh") -> str:
        """A plain text table (文本表格), aligned for Chinese, for a terminal or a letter.

        Args:
            lang: "zh" or "en".

        Returns:
            Lines without a trailing line break; long sentences are shortened, `markdown` has all of them.

        Example:
            >>> print(Findings([Finding("finding.missed", Severity.HINT, "$")]).table("en").splitlines()[0])
            severity  place           finding
        """
        head = [message(f"findings.{column}", {}, lang) for column in ("severity", "place", "finding")]
        rows = [
            [_gravity(finding, lang), finding.place(lang), shortened(plain(finding.explain(lang)), _ROOM)]
            for finding in self.found
        ]
        return table(head, rows)

    def markdown(self, lang: Language = "zh") -> str:
        """A table in Markdown (Markdown表格), to be pasted in a report.

        Args:
            lang: "zh" or "en".

        Returns:
            Lines without a trailing line break; what is in the form cannot break the table.

        Example:
            >>> lines = Findings([Finding("finding.missed", Severity.HINT, "$")]).markdown("en").splitlines()
            >>> print(lines[1])
            | --- | --- | --- | --- | --- |
        """
        head = [message(f"findings.{column}", {}, lang) for column in _COLUMNS]
        rows = [head, ["---"] * len(head)]
        for finding, record in zip(self.found, self.records(lang), strict=True):
            cells = {**record, "severity": _gravity(finding, lang)}
            rows.append([markdown_text(cells[column]) for column in _COLUMNS])
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _is_below(path: str, above: str) -> bool:
    return path == above or path.startswith((f"{above}.", f"{above}[")) if above else True


def _key(finding: Finding, by: By) -> int | str:
    return _RANKS[finding.severity] if by == "severity" else _named(finding, by)


def _named(finding: Finding, by: By) -> str:
    if by not in get_args(By):
        raise DataError("data.choice", by, path="by", details={"known": ", ".join(get_args(By))})
    return finding.severity.value if by == "severity" else str(getattr(finding, by))


def _texts(finding: Finding) -> dict[str, str]:
    languages: tuple[Language, ...] = ("zh", "en")
    said = {lang: finding.explain(lang) for lang in languages}
    return said | {f"settle_{lang}": finding.settle(lang) for lang in languages}


def _gravity(finding: Finding, lang: Language) -> str:
    return message(f"severity.{finding.severity.value}", {}, lang)


def _lines(finding: Finding, lang: Language) -> Iterator[str]:
    colon = "：" if lang == "zh" else ": "
    yield f"[{_gravity(finding, lang)}] {finding.place(lang)}{colon}{finding.explain(lang)}"
    if settle := finding.settle(lang):
        yield f"    → {settle}"
    if accepted := _accepted(finding, lang):
        yield f"    ✓ {message('findings.accepted', {}, lang)}{colon}{accepted}"


def _record(finding: Finding, lang: Language) -> dict[str, str]:
    clause = finding.clause
    figures = "; ".join(f"{figure.path} = {figure.value}" for figure in finding.figures)
    return {
        "severity": finding.severity.value,
        "family": finding.family,
        "code": finding.code,
        "path": finding.path,
        "place": finding.place(lang),
        "finding": finding.explain(lang),
        "figures": figures,
        "settle": finding.settle(lang),
        "clause": "" if clause is None else f"{clause.source} ({clause.provenance.value})",
        "accepted": _accepted(finding, lang),
    }


def _accepted(finding: Finding, lang: Language) -> str:
    """Who accepted it, when and why; "" where nobody did."""
    accepted = finding.accepted
    if accepted is None:
        return ""
    comma = "，" if lang == "zh" else ", "
    said = comma.join(str(one) for one in (accepted.by, accepted.date) if one)
    if not said:
        return accepted.reason
    return f"{accepted.reason}（{said}）" if lang == "zh" else f"{accepted.reason} ({said})"
