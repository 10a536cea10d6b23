"""Scoring standards (评分标准): the rule books, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, cast

import attrs

from govperf.errors import StandardError
from govperf.layout import spelled
from govperf.limits import LIMITS
from govperf.model import Grade, Operator
from govperf.model.clause import Clause
from govperf.model.fields import strings
from govperf.standards.claims import Claim, claims, over
from govperf.standards.describing import description
from govperf.standards.faults import below, together
from govperf.standards.fingerprints import fingerprint_of
from govperf.standards.levels import Levels
from govperf.standards.parameters import Parameter, Rounding
from govperf.standards.policies import NotApplicable, TotalCap
from govperf.standards.review_limits import ReviewLimits
from govperf.standards.rules import ANY, DATE, ZERO, Rule, ScoringRule, plain_name
from govperf.standards.showing import standard_html
from govperf.standards.taxonomies import TAXONOMIES, taxonomy
from govperf.standards.weights import WeightFloor, WeightSet

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["ScoringStandard"]


def _rules(value: Iterable[Rule | ScoringRule]) -> tuple[ScoringRule, ...]:
    """To pyright the converters of `Rule` hide that it is a rule."""
    return cast("tuple[ScoringRule, ...]", tuple(value))


@attrs.frozen(kw_only=True)
class ScoringStandard:
    """Scoring standard (评分标准): a rule book with the source of each of its numbers.

    Args:
        name: Stable name, such as MOF-2020-10.
        title: Of the official document, in Chinese.
        english: What it is, in English.
        aliases: Other names that forms print, such as 财预〔2020〕10号.
        extends: The rule book that it was made from, "" for none.
        taxonomy: The name of the taxonomy that the categories of rules and weights are of.
        weights: The default points of the first levels, a set for each kind of form.
        weight_floors: What some first levels must weigh together.
        execution_points: Points of the budget execution rate.
        execution_rule: The name of the rule that gives them.
        execution_finished: The name of the rule that gives them where the project is finished, "" where
            that makes no difference.
        rules: How figures become points; in a book that extends another, its own stand first.
        levels: The levels of judgement for what no rule measures.
        over_fulfilment: The completion rate from which a reason is due.
        approximation: The share of an approximate actual within which the points must not change.
        review: The limits of a review; None for those of MOF-2020-10.
        not_applicable: What becomes of an indicator that does not apply.
        rounding: How scores are rounded.
        full: What all weights add up to.
        total_cap: How much the total may be, by the budget execution; None for no cap.
        grades: The grades, from the highest down.
        grades_clause: Where they come from.

    Raises:
        StandardError: Two rules claim the same targets, the execution rule is none of them, there are
            no grades or they do not fall, the limit of over-fulfilment is below 1, the margin is not, or
            there is no such taxonomy, or a category that it does not have.
    """

    __repr__ = spelled
    _repr_html_ = standard_html

    name: str
    title: str
    english: str
    aliases: tuple[str, ...] = attrs.field(default=(), converter=strings)
    extends: str = ""
    taxonomy: str = "2020"
    weights: tuple[WeightSet, ...] = ()
    weight_floors: tuple[WeightFloor, ...] = ()
    execution_points: Parameter
    execution_rule: str
    execution_finished: str = ""
    rules: tuple[ScoringRule, ...] = attrs.field(converter=_rules)
    levels: Levels
    over_fulfilment: Parameter
    approximation: Parameter
    review: ReviewLimits | None = None
    not_applicable: NotApplicable
    rounding: Rounding
    full: Parameter
    total_cap: TotalCap | None = None
    grades: tuple[Grade, ...]
    grades_clause: Clause

    def __attrs_post_init__(self) -> None:
        """All that is wrong with it, each fault with the path that it has in a TOML text."""
        if faults := list(
            chain(self._misnamed(), self._overlapping(), self._impossible(), self._misplaced())
        ):
            raise together(faults)

    def _misnamed(self) -> Iterator[StandardError]:
        """A book has its names, and the rules that it names."""
        for key in ("name", "title", "english"):
            if not getattr(self, key):
                yield StandardError("standard.empty", path=key)
        if not all(self.aliases):
            yield StandardError("standard.empty", path="aliases")
        rules = {rule.name for rule in self.rules}
        if self.execution_rule not in rules:
            yield self._without(self.execution_rule, "execution.rule")
        if self.execution_finished not in {"", *rules}:
            yield self._without(self.execution_finished, "execution.finished")

    def _without(self, rule: str, path: str = "") -> StandardError:
        return StandardError("standard.no-rule", self.name, path=path, details={"operator": rule})

    def _overlapping(self) -> Iterator[StandardError]:
        """One rule a target, one rule a name."""
        taken: set[Claim] = set()
        names: set[str] = set()
        for rule in self.rules:
            mine = claims(rule)
            if not taken.isdisjoint(mine) or rule.name in names:
                yield StandardError("standard.overlap", rule.name, path=below("rules", rule.name))
            taken |= mine
            names.add(rule.name)
            if len(taken) > LIMITS.items:
                yield StandardError("limit.items", path="rules", details={"limit": LIMITS.items})
                return

    def _impossible(self) -> Iterator[StandardError]:
        """One grade a total, and limits that mean something."""
        lower = [grade.lower for grade in self.grades]
        if not lower or sorted(set(lower), reverse=True) != lower:
            yield StandardError("standard.grades", self.name, path="grades")
        elif lower[-1]:
            yield StandardError("standard.grades-end", self.name, path="grades")
        if self.execution_points.value > self.full.value:
            yield StandardError("standard.range", f"{self.execution_points.value}", path="execution.points")
        if self.over_fulfilment.value < 1:
            yield StandardError(
                "standard.range", f"{self.over_fulfilment.value}", path="over_fulfilment.limit"
            )
        if self.approximation.value >= 1:
            yield StandardError("standard.range", f"{self.approximation.value}", path="approximation.margin")

    def _misplaced(self) -> Iterator[StandardError]:
        """Categories that the taxonomy has."""
        try:
            known = {category.code for category in taxonomy(self.taxonomy).categories}
        except StandardError as error:
            yield error.at("taxonomy")
            return
        named = [(below("rules", rule.name), code) for rule in self.rules for code in rule.categories]
        named += [(f"weights[{i}]", code) for i, one in enumerate(self.weights) for code in one.codes]
        for path, code in named:
            if code not in known:
                yield StandardError("standard.category", code, path=path, details={"taxonomy": self.taxonomy})

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all that decides a number (校验值): equal ones give equal scores.

        "" where a rule of one's own decides too and does not say its own `fingerprint`.
        """
        return fingerprint_of(self)

    def rule_for(
        self,
        operator: Operator,
        *,
        zero: bool = False,
        dated: bool = False,
        category: tuple[str, ...] = (),
        indicator: str = "",
    ) -> ScoringRule:
        """The rule that scores a target (适用规则).

        A rule for the indicator's name goes before one for its category, and that before one for all; each by
        the operator, then by "*".

        Args:
            operator: Of the target.
            zero: Whether the target is zero.
            dated: Whether the target is a date; where no rule is for dates, the operator says it.
            category: First and second level, as forms print them.
            indicator: The name of the indicator.

        Returns:
            The rule.

        Raises:
            StandardError: The rule book has none.

        Example:
            >>> from govperf.standards import standard
            >>> standard("MOF-2021-101").rule_for(Operator.AT_LEAST, category=("满意度",)).name
            'satisfaction'
        """
        wanted = ZERO if zero else operator.value
        names = (DATE, wanted, ANY) if dated else (wanted, ANY)
        for selector in self._selectors(category, indicator):
            for name in names:
                if (rule := self._by_claim.get((name, *selector))) is not None:
                    return rule
        raise self._without(wanted)

    @cached_property
    def _by_claim(self) -> dict[tuple[str, str, str], ScoringRule]:
        return {claim: rule for rule in self.rules for claim in claims(rule)}

    def _selectors(self, category: tuple[str, ...], indicator: str) -> list[tuple[str, str]]:
        """What an indicator may be claimed by, from the narrowest: its name, its second and first level."""
        if not self._is_selective:
            return [("", "")]
        code = self.code_of(category)
        codes = [code, code.partition(".")[0], ""] if code else [""]
        return [(name, one) for name in (plain_name(indicator), "") for one in codes]

    def code_of(self, category: tuple[str, ...]) -> str:
        """The code that printed labels have in the taxonomy of the rule book (指标类别代码), "" for none.

        Labels of another taxonomy count by their counterpart: 产出, 成本 is a cost since 2021.

        Example:
            >>> from govperf.standards import standard
            >>> standard("MOF-2021-101").code_of(("产出", "成本"))
            'cost.economic'
        """
        return _code(self.taxonomy, category)

    @cached_property
    def _is_selective(self) -> bool:
        return any(rule.categories or rule.indicators for rule in self.rules)

    def rule(self, name: str) -> ScoringRule:
        """The rule of a name (按名取规则).

        Raises:
            StandardError: The rule book has none.
        """
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise self._without(name)

    def grade(self, total: Decimal) -> Grade:
        """The grade of a total score (评价等级).

        Args:
            total: As rounded, 0 or more; 90.00 belongs to the band that begins at 90.

        Returns:
            The grade.

        Raises:
            StandardError: No band holds the total.

        Example:
            >>> from govperf.standards import standard
            >>> from decimal import Decimal
            >>> standard().grade(Decimal("83.28")).label
            '良'
        """
        for grade in self.grades:
            if total >= grade.lower:
                return grade
        raise StandardError("standard.no-grade", str(total), details={"standard": self.name})

    def with_rules(self, *rules: Rule | ScoringRule, name: str = "") -> ScoringStandard:
        """The same rule book with some rules of its own (改用规则): what they claim, others lose.

        Args:
            rules: Of these two must not claim the same.
            name: Of the new book, and of no built-in one; else the name gets a +.

        Returns:
            A new rule book.

        Raises:
            StandardError: As for the rule book itself.

        Example:
            >>> from govperf.standards import Clause, Provenance, Rule, standard
            >>> clause = Clause(Provenance.CHOICE, "our office")
            >>> excess = Rule("by_excess", ("<=", "<"), [(0, 0), (1, 1)], clause, measure="excess")
            >>> standard().with_rules(excess, name="ours").rule_for(Operator.AT_MOST).name
            'by_excess'
        """
        kept = {self.execution_rule, self.execution_finished}
        merged = over(self.rules, _rules(rules), kept)
        from govperf.standards.loading import not_taken  # noqa: PLC0415 - the loader knows the book

        named = name or f"{self.name}+"
        return not_taken(attrs.evolve(self, name=named, aliases=(), extends=self.name, rules=merged))

    def describe(self, lang: Language = "zh") -> str:
        """The rule book in words (评分标准说明): each number with its source, each rule as one checks it.

        Args:
            lang: "zh" or "en"; what a source says stays in the language of the book.

        Returns:
            Plain Markdown.

        Example:
            >>> from govperf.standards import standard
            >>> print(standard().describe("en").splitlines()[0])
            # Scoring standard MOF-2020-10
        """
        return description(self, lang)

    def to_toml(self) -> str:
        """The whole rule book as TOML (写出为TOML), which `loads` reads as an equal one.

        Returns:
            The text.

        Raises:
            StandardError: A rule is a class of its own, or nobody could read the text.

        Example:
            >>> from govperf.standards import loads, standard
            >>> loads(standard().to_toml()) == standard()
            True
        """
        from govperf.standards.writing import dumps  # noqa: PLC0415 - the writer knows the book

        return dumps(self)


def _code(name: str, category: tuple[str, ...]) -> str:
    """The code of printed labels; of long ones, which no form has twice, nothing is kept."""
    short = sum(map(len, category)) <= _KEPT
    return _known_code(name, category) if short else _read_code(name, category)


_KEPT: Final = 200


def _read_code(name: str, category: tuple[str, ...]) -> str:
    """As the taxonomy has them, or another one that knows their counterpart; else by one of them alone.

    "" for labels that nobody knows.
    """
    known = taxonomy(name)
    found = known.find(category)
    for other in TAXONOMIES:
        found = found or taxonomy(other).translate(category, to=known)
    for label in (category[-1:], category[:1]):
        found = found or known.find(label)
    return found.code if found else ""


_known_code: Final = lru_cache(maxsize=4096)(_read_code)
