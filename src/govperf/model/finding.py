"""Findings (审核发现): what is wrong, or worth a look, in an evaluation, and who accepted it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from govperf.messages import MESSAGES, message
from govperf.model.clause import Clause
from govperf.model.fields import members, of_kind, spelled, text
from govperf.model.period import Period, optional_period
from govperf.model.places import place
from govperf.model.remarks import Details, Severity, pairs
from govperf.model.shown_findings import finding_html

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Acceptance", "Figure", "Finding", "acceptances"]


@attrs.frozen
class Figure:
    """Figure (相关数字) that a finding is about: where it stands, and what it says there.

    Args:
        path: Where in the evaluation, such as `$.budget.executed`.
        value: As printed; anything else becomes its text.

    Example:
        >>> Figure("$.budget.executed", "3,678.76万元").value
        '3,678.76万元'
    """

    __repr__ = spelled

    path: str
    value: str = attrs.field(converter=str)


def _figures(value: Iterable[Figure]) -> tuple[Figure, ...]:
    return members(Figure, value)


@attrs.frozen
class Acceptance:
    """Acceptance (认可) of a finding: somebody has looked at it and answers for it.

    It stands in the evaluation. The finding stays visible, and says who accepted it and why. What is kept of
    it (severity, details, figures) must stay as it was, or the acceptance ends.

    Args:
        code: Of the finding.
        path: Of the finding.
        reason: Why it is right as it is; it may not be empty.
        by: Who says so.
        date: When.
        severity: How grave it was; None to accept any.
        details: What its sentence named; none to accept whatever it becomes.
        figures: The figures as they were; none to accept whatever they become.

    Raises:
        DataError: The code, the path or the reason is empty, or the date is none.
        LimitError: A text is longer than a cell.

    Example:
        >>> Acceptance("finding.missed", "$.goals[0].indicators[0].actual", reason="疫情停课", by="财务科").by
        '财务科'
    """

    __repr__ = spelled

    code: str = attrs.field(validator=text(required=True))
    path: str = attrs.field(validator=text(required=True))
    reason: str = attrs.field(validator=text(required=True), kw_only=True)
    by: str = attrs.field(default="", validator=text(), kw_only=True)
    date: Period | None = attrs.field(
        default=None, converter=optional_period, validator=of_kind(Period), kw_only=True
    )
    severity: Severity | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(Severity),  # pyright: ignore[reportUnknownMemberType]
        kw_only=True,
    )
    details: Details = attrs.field(converter=pairs, factory=tuple, kw_only=True)
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=_figures, kw_only=True)

    def covers(self, finding: Finding) -> bool:
        """Whether it is this finding that was accepted (是否认可该发现), as it was then."""
        return (
            (self.code, self.path) == (finding.code, finding.path)
            and self.severity in {None, finding.severity}
            and self.details in {(), finding.details}
            and self.figures in {(), finding.figures}
        )


def acceptances(value: Iterable[Acceptance]) -> tuple[Acceptance, ...]:
    """Several acceptances (若干认可)."""
    return members(Acceptance, value)


@attrs.frozen
class Finding:
    """Finding (审核发现) of a review.

    Args:
        code: Stable name: of a check of govperf it begins with `finding.`.
        severity: How grave it is.
        path: Where in the evaluation, such as `$.budget.executed`.
        details: What its sentence names.
        figures: The figures involved, each with its place.
        family: The family of its check, such as "identities".
        clause: What the check rests on, None where it was not kept.
        texts: Its sentences by language ("zh", "en", "settle_zh", "settle_en") where the check is one of
            somebody's own; else govperf knows them by the code.
        accepted: Who accepted it and why, None while nobody did.

    Raises:
        TypeError: The code or the path is no text, or the severity none.

    Example:
        >>> figures = {"name": "周报", "rate": "94.23%"}
        >>> finding = Finding("finding.missed", Severity.HINT, "$.goals[0].indicators[0]", figures)
        >>> finding.explain("en")
        '周报: the target is missed, completion rate 94.23%'
    """

    __repr__ = spelled
    _repr_html_ = finding_html

    code: str = attrs.field(validator=attrs.validators.instance_of(str))
    severity: Severity = attrs.field(validator=attrs.validators.instance_of(Severity))
    path: str = attrs.field(validator=attrs.validators.instance_of(str))
    details: Details = attrs.field(converter=pairs, factory=tuple)
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=_figures, kw_only=True)
    family: str = attrs.field(default="", kw_only=True)
    clause: Clause | None = attrs.field(default=None, kw_only=True)
    texts: Details = attrs.field(converter=pairs, factory=tuple, kw_only=True)
    accepted: Acceptance | None = attrs.field(default=None, kw_only=True)

    def explain(self, lang: Language = "zh") -> str:
        """The finding as a sentence (说明), in "zh" or "en"."""
        return self._said(lang, "") or message(self.code, dict(self.details), lang)

    def place(self, lang: Language = "zh") -> str:
        """Where it is, as a reader would say it (位置), in "zh" or "en".

        Example:
            >>> Finding("finding.missed", Severity.HINT, "$.goals[0].indicators[7].actual").place()
            '目标1 指标8 实际完成值'
        """
        return place(self.path, lang)

    def settle(self, lang: Language = "zh") -> str:
        """What would settle it (处理建议), in "zh" or "en"; "" where the check does not say.

        Example:
            >>> Finding("finding.missed", Severity.HINT, "$").settle("en")
            'state, or check, the reason of the deviation and what is done about it'
        """
        code = f"settle.{self.code.removeprefix('finding.')}"
        known = message(code, dict(self.details), lang) if code in MESSAGES else ""
        return self._said(lang, "settle_") or known

    def accept(self, *, reason: str, by: str = "", date: Period | str | None = None) -> Acceptance:
        """The acceptance of this finding as it is (认可该发现), to be kept in the evaluation.

        Args:
            reason: Why it is right as it is.
            by: Who says so.
            date: When.

        Returns:
            What `Evaluation.accepted` holds.

        Raises:
            DataError: The reason is empty, or the date is none.

        Example:
            >>> Finding("finding.missed", Severity.HINT, "$").accept(reason="疫情停课").code
            'finding.missed'
        """
        return Acceptance(
            self.code,
            self.path,
            reason=reason,
            by=by,
            date=date,
            severity=self.severity,
            details=self.details,
            figures=self.figures,
        )

    def _said(self, lang: Language, what: str) -> str:
        """A sentence of its own, in the other language where there is none in this one."""
        if not self.texts:
            return ""
        texts = dict(self.texts)
        return texts.get(f"{what}{lang}") or texts.get(f"{what}zh") or texts.get(f"{what}en") or ""
