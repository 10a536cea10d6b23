"""Counterparts (上年同名指标): the indicators of a form beside those of the year before."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

from govperf.model import Evaluation, Indicator

__all__ = ["Counterpart", "counterparts", "other_form", "year_before"]

_DATED: Final = re.compile("(?:19|20)[0-9]{2}年?度?")


class Counterpart(NamedTuple):
    """An indicator and the same one of the year before (同名指标).

    Args:
        path: Of the indicator, in the form of this year.
        now: As this year's form has it.
        then: As that of the year before has it.
    """

    path: str
    now: Indicator
    then: Indicator


def year_before(evaluation: Evaluation, previous: Evaluation | None) -> Evaluation | None:
    """The form of the year before (上年表), None where what is given is another form or of another year.

    Example:
        >>> year_before(Evaluation("某局", 2023), Evaluation("某局", 2021)) is None
        True
    """
    if previous is None or previous.year != evaluation.year - 1 or other_form(evaluation, previous):
        return None
    return previous


def other_form(evaluation: Evaluation, previous: Evaluation | None) -> tuple[str, str, str] | None:
    """What says that a form is of another department or project (非同一部门或项目), None for nothing.

    Args:
        evaluation: Of this year.
        previous: What is given as the form of the year before.

    Returns:
        Where it stands, the name there, and that of the other form. Spaces and years make no difference.

    Example:
        >>> other_form(Evaluation("某局", 2023, project="培训"), Evaluation("某局", 2022, project="修路"))
        ('$.project', '培训', '修路')
    """
    if previous is None:
        return None
    named = {
        "$.department.name": (evaluation.department.name, previous.department.name),
        "$.project": (evaluation.project, previous.project),
    }
    return next(((path, *pair) for path, pair in named.items() if _plain(pair[0]) != _plain(pair[1])), None)


def counterparts(evaluation: Evaluation, previous: Evaluation | None) -> tuple[Counterpart, ...]:
    """The indicators that both forms have exactly once, and that apply in both (同名指标对应).

    Args:
        evaluation: Of this year.
        previous: Of the year before.

    Returns:
        In the order of this year's form; names and categories are the same but for spaces and years.

    Example:
        >>> from govperf.model import Goal
        >>> now = Evaluation("某局", 2023, goals=[Goal("培训", indicators=[Indicator("2023年培训人数")])])
        >>> then = Evaluation("某局", 2022, goals=[Goal("培训", indicators=[Indicator("2022年培训人数")])])
        >>> [pair.then.name for pair in counterparts(now, then)]
        ['2022年培训人数']
    """
    before = year_before(evaluation, previous)
    if before is None:
        return ()
    earlier = [(_key(indicator), indicator) for _, indicator in before.indicators()]
    present = [(_key(indicator), path, indicator) for path, indicator in evaluation.indicators()]
    times, times_then = Counter(key for key, *_ in present), Counter(key for key, _ in earlier)
    then = dict(earlier)
    return tuple(
        Counterpart(path, indicator, then[key])
        for key, path, indicator in present
        if times[key] == times_then[key] == 1 and not (indicator.not_applicable or then[key].not_applicable)
    )


def _key(indicator: Indicator) -> tuple[object, ...]:
    return indicator.category, _plain(indicator.name)


def _plain(name: str) -> str:
    """A name without spaces and years."""
    return _DATED.sub("", "".join(name.split()))
