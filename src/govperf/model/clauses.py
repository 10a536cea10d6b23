"""Figures that an actual tells in a sentence (句中的完成值): 满意度96.5%, 7个，超额完成, 98.5%（优）.

Only what has one figure, and words around it that can change nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from govperf.errors import UnitError
from govperf.units import Unit

__all__ = ["Clause", "clauses"]


class Clause(NamedTuple):
    """The part of a sentence that tells the figure (含数值的部分)."""

    figure: str
    rate: bool = False
    """Whether it must be a percentage or the like."""


_GOALS: Final = "(?:了?(?:年度|年初|预期|绩效|既定|计划|全年)*(?:目标|任务|指标|要求|目标值|指标值)(?:任务)?)"
_DONE: Final = (
    "(?:(?:已|均已?|全部|按时|按期|如期|及时|超额|圆满|顺利)*"
    f"(?:完成|达标|达到|合格|到位|实现|验收合格|通过验收|投入使用){_GOALS}?)"
)
_SURVEY: Final = (
    "(?:共?(?:发放|收回|回收|抽样|抽取|调查))?(?:有效)?(?:调查)?(?:问卷|样本|调查表)[量数]?"
    "[0-9０-９,，]{1,9}[份个人户]?"
)
_NOTE: Final = re.compile(
    rf"(?P<figure>[^（(]+)[（(](?:{_DONE}|优秀?|良好?|[较很]?好|(?:非常|很|比较|较)?满意|{_SURVEY})[)）]\Z"
)
_OTHERS: Final = "(?:其余|剩余|其他|其它)[^0-9０-９〇零一二两三四五六七八九十百千万亿半几数]{1,20}"
_AND: Final = re.compile(rf"(?P<figure>[^（(]+?)[，,；;。]\s*(?:{_DONE}|{_OTHERS})\Z")

_WHOSE: Final = (
    "服务|受益|受训|参训|对象|群众|公众|社会|师生|教师|学生|学员|家长|患者|居民|村民|农户|企业|职工|干部"
    "|用户|客户|综合|总体|平均"
)
_SATISFACTION: Final = re.compile(rf"(?:{_WHOSE}){{0,4}}满意[度率](?:[为是]|达到?|[:：])?\s*(?P<figure>.+)")
_AVERAGE: Final = re.compile(r"平均(?:值)?(?:[为是]|达到?|[:：])?\s*(?P<figure>[0-9０-９每].*)")
_MADE: Final = re.compile(
    "(?:已|共|累计|实际)*(?:新建|建成?|建设|修建|改造|购置|采购|安装|开展|举办|组织|培训|发放|新增)了?"
    r"(?P<figure>[0-9０-９][0-9０-９,，.]*\s*(?P<counter>[个家所处座台套条项次场期人户名件份篇辆块]))"
    r"(?P<what>[^\W\d_]{1,12})\Z"
)
_OPEN: Final = re.compile(
    "[不未没无待拟将欠缺〇零一二两三四五六七八九十百千万亿半几数余多率比以左上下]|在建|正在|计划|预计|目标|其中"
)
"""What may say that a thing is not done, or not so many of it."""

_UNIT_CHARS: Final = 3


def clauses(text: str) -> Iterator[Clause]:
    """The part of a sentence that tells its figure (句中含数值的部分).

    Args:
        text: A cell that is more than a figure, of a sane length.

    Yields:
        What is to be read as a cell of its own, shorter than the text.

    Example:
        >>> [clause.figure for text in ("98.5%（优）", "3个，其余在建") for clause in clauses(text)]
        ['98.5%', '3个']
        >>> list(clauses("5个，其中3个完成")), list(clauses("12台，尚未到货"))
        ([], [])
    """
    for pattern in (_NOTE, _AND):
        if found := pattern.match(text):
            yield Clause(found["figure"].rstrip())
    if found := _SATISFACTION.fullmatch(text):
        yield Clause(found["figure"], rate=True)
    if found := _AVERAGE.fullmatch(text):
        yield Clause(found["figure"])
    if (found := _MADE.match(text)) and _is_counted(found["counter"], found["what"]):
        yield Clause(found["figure"])


def _is_counted(counter: str, what: str) -> bool:
    """已建7个村级站点 are 7个; of 7个月 and 3人次 the counter goes on, and 5个未完工 are not done."""
    if _OPEN.search(what):
        return False
    return not any(_is_unit(counter + what[:end]) for end in range(1, _UNIT_CHARS + 1))


def _is_unit(word: str) -> bool:
    try:
        return bool(Unit.of(word).atoms)
    except UnitError:
        return False
