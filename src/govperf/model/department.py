"""Department and staffing (部门, 人员编制)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import cast

import attrs

from govperf.errors import DataError
from govperf.model.fields import counted, head_count, members, nesting, of_kind, spelled, strings, text, texts
from govperf.model.period import Period, optional_period
from govperf.model.rates import Rate
from govperf.model.remarks import Undefined
from govperf.model.shown_funds import department_html

__all__ = ["Department", "Posts", "Staffing"]


@attrs.frozen
class Posts:
    """Authorised posts of one kind (编制数), such as 行政编制 10名.

    Args:
        kind: 行政编制, 行政执法专项编制, 事业编制, or as the department says.
        count: How many, 0 or more.
    """

    __repr__ = spelled

    kind: str = attrs.field(validator=text(required=True))
    count: int = attrs.field(validator=head_count)


def _posts(value: int | Mapping[str, int] | Iterable[Posts]) -> tuple[Posts, ...]:
    if isinstance(value, int):
        return (Posts("编制", value),)
    if isinstance(value, Mapping):
        kinds = cast("Mapping[str, int]", value)
        return members(Posts, [Posts(kind, count) for kind, count in kinds.items()])
    return members(Posts, value)


@attrs.frozen(kw_only=True)
class Staffing:
    """Staffing (人员编制): posts that are authorised, people in service, people retired.

    A number, or a mapping of kind → number, will do as authorised.

    Args:
        authorised: Authorised posts (编制数), by kind.
        actual: People in service (在职人员数), 0 or more.
        retired: People retired (退休人员数), 0 or more, if the report says.
        date: The day of the count (统计时点), if the report says.

    Raises:
        InputError: A number is negative, or has more than 34 digits.
        TypeError: A number is no int.

    Example:
        >>> Staffing(authorised={"行政编制": 10, "行政执法专项编制": 28}, actual=38).posts
        38
    """

    __repr__ = spelled

    authorised: tuple[Posts, ...] = attrs.field(converter=_posts)
    actual: int = attrs.field(validator=head_count)
    retired: int | None = attrs.field(default=None, validator=attrs.validators.optional(head_count))
    date: Period | None = attrs.field(default=None, converter=optional_period, validator=of_kind(Period))

    @property
    def posts(self) -> int:
        """All authorised posts (编制总数)."""
        return sum(post.count for post in self.authorised)

    @property
    def control_rate(self) -> Rate | Undefined:
        """Staffing control rate (在职人员控制率): people in service over authorised posts.

        Returns:
            The rate, uncapped; at most 100 % is good. Undefined without authorised posts.

        Rule:
            在职人员数 / 编制数, of the common indicators of 2013 (财预〔2013〕53号); formula
            recalled and witnessed by published department tables.

        Example:
            >>> Staffing(authorised=51, actual=50).control_rate
            Rate(98.04%)
        """
        if not self.posts:
            return Undefined("undefined.no-posts")
        return Rate(Fraction(self.actual, self.posts), terms=(f"{self.actual}人", f"{self.posts}人"))


def _units(value: Iterable[Department]) -> tuple[Department, ...]:
    """Units no two of which bear one name or one code."""
    units = members(Department, value)
    for name in ("name", "code"):
        counted = Counter(text for unit in units if (text := getattr(unit, name)))
        twice = [text for text, times in counted.items() if times > 1]
        if twice:
            raise DataError("data.twice", twice[0], path="units")
    return units


@attrs.frozen
class Department:
    """Department (部门) or unit (单位), with the units below it.

    Args:
        name: As the report prints it.
        code: Its code in the budget (部门代码, 单位代码), if the form prints it.
        level: Its level (预算级次, 行政级别) as the form says: "区级", "一级预算单位".
        functions: Its duties of the year (年度职能), each a text.
        staffing: Its own staffing, without the units below.
        units: The units below it (局本级, 下属单位), each a department.

    Raises:
        DataError: The name is empty, or two units bear one name or one code.
        LimitError: Units nest too deep, or are too many together.

    Example:
        >>> bureau = Department("某局", units=[Department("局本级"), Department("某中心", code="107002")])
        >>> [unit.name for unit in bureau.walk()]
        ['某局', '局本级', '某中心']
    """

    __repr__ = spelled
    _repr_html_ = department_html

    name: str = attrs.field(validator=text(required=True))
    code: str = attrs.field(default="", validator=text(), kw_only=True)
    level: str = attrs.field(default="", validator=text(), kw_only=True)
    functions: tuple[str, ...] = attrs.field(default=(), converter=strings, validator=texts, kw_only=True)
    staffing: Staffing | None = attrs.field(default=None, validator=of_kind(Staffing), kw_only=True)
    units: tuple[Department, ...] = attrs.field(default=(), converter=_units, kw_only=True)
    depth: int = attrs.field(init=False, repr=False, eq=False)
    """Levels of departments, this one counted (层级数)."""
    size: int = attrs.field(init=False, repr=False, eq=False)
    """Departments, this one and all below it (单位数)."""

    def __attrs_post_init__(self) -> None:
        """Count the levels and the units, which have an end."""
        object.__setattr__(self, "depth", nesting(unit.depth for unit in self.units))
        object.__setattr__(self, "size", 1 + counted(unit.size for unit in self.units))

    def walk(self) -> Iterator[Department]:
        """The department and all units below it (本部门及所属单位), each before its own."""
        yield self
        for unit in self.units:
            yield from unit.walk()

    @property
    def total_staffing(self) -> Staffing | None:
        """The staffing of the department and the units below it (全部门人员), as far as it is given.

        None where no staffing is given; `retired` is None unless all of them say it, and so is `date`
        unless all say the same.

        Raises:
            InputError: The numbers add up to more than 34 digits.
        """
        parts = [part for part in (self.staffing, *(unit.total_staffing for unit in self.units)) if part]
        if not parts:
            return None
        kinds: dict[str, int] = {}
        for post in (post for part in parts for post in part.authorised):
            kinds[post.kind] = kinds.get(post.kind, 0) + post.count
        retired = [part.retired for part in parts if part.retired is not None]
        return Staffing(
            authorised=kinds,
            actual=sum(part.actual for part in parts),
            retired=sum(retired) if len(retired) == len(parts) else None,
            date=parts[0].date if len({part.date for part in parts}) == 1 else None,
        )

    @property
    def staffing_control_rate(self) -> Rate | Undefined:
        """Staffing control rate (在职人员控制率) of the department with all its units.

        Returns:
            The rate, or `Undefined` where no staffing is given.

        Example:
            >>> Department("某局", staffing=Staffing(authorised=51, actual=50)).staffing_control_rate
            Rate(98.04%)
        """
        staffing = self.total_staffing
        return staffing.control_rate if staffing else Undefined("undefined.no-staffing")
