"""Evidence (佐证材料): where a figure is to be found, and what kind of document says it."""

from __future__ import annotations

import re
from typing import Final

import attrs

from govperf.errors import DataError
from govperf.model.fields import of_kind, spelled, text
from govperf.model.period import Period, optional_period

__all__ = ["Evidence", "Locator", "optional_locator"]

_DIGESTS: Final = {"md5": 32, "sha1": 40, "sha256": 64, "sha384": 96, "sha512": 128, "sm3": 64}
"""Algorithm → hexadecimal digits; SM3 is the hash of GB/T 32905."""

_DIGEST: Final = re.compile("([a-z0-9]{1,16}):([0-9a-f]{1,128})", re.ASCII)


@attrs.frozen
class Locator:
    """Locator (出处): the place in a document, a workbook or a form from which something came.

    Args:
        section: The chapter, table or paragraph, or the place in words: "表3", "第二章".
        document: The file or the document.
        page: The page, or pages: "12", "12-14".
        cell: The cell: "Sheet1!C7", "C7".

    Raises:
        LimitError: A part is longer than a cell.

    Example:
        >>> str(Locator("项目一览", document="自评表.xlsx", cell="C7"))
        '自评表.xlsx 项目一览 C7'
    """

    __repr__ = spelled

    section: str = attrs.field(default="", validator=text())
    document: str = attrs.field(default="", validator=text(), kw_only=True)
    page: str = attrs.field(default="", validator=text(), kw_only=True)
    cell: str = attrs.field(default="", validator=text(), kw_only=True)

    def __str__(self) -> str:
        """The parts that are given, from the document to the cell."""
        page = f"第{self.page}页" if self.page and "页" not in self.page else self.page
        return " ".join(part for part in (self.document, page, self.section, self.cell) if part)


def optional_locator(value: Locator | str | None) -> Locator | None:
    """A locator, or None (可缺省的出处); a text is a place in words."""
    return Locator(value) if isinstance(value, str) else value


def _digest(_: object, field: attrs.Attribute[str], value: str) -> None:
    """A digest of a known algorithm, or "" (摘要)."""
    text()(None, field, value)
    found = _DIGEST.fullmatch(str(value))
    if value and (found is None or _DIGESTS.get(found[1]) != len(found[2])):
        raise DataError("data.digest", value, path=field.name)


@attrs.frozen
class Evidence:
    """Evidence (佐证材料) for a figure; nothing is opened or fetched.

    Args:
        title: What the document is called.
        kind: 正式资料, 工作资料, 原始凭证, 说明材料, 问卷, or as the form says.
        issuer: Who issued it (出具单位).
        date: When it was issued, or the period that it covers: "2020-12-31", "2020年12月".
        locator: Where in it; a text is a place in words: "第3页".
        digest: Of its bytes, such as "sha256:" and 64 hexadecimal digits, in lower case.
        supports: What it shows (证明事项).
        note: Anything else.

    Raises:
        DataError: The title is empty, the date is none, or the digest is none of a known algorithm.
        LimitError: A text is longer than a cell.

    Rule:
        正式资料 / 工作资料 / 原始凭证 / 说明材料 are the kinds of 财预〔2021〕101号, annex 2 (recalled).

    Example:
        >>> evidence = Evidence("媒体发布台账", kind="工作资料", date="2020年12月", locator="第3页")
        >>> str(evidence.date), str(evidence.locator)
        ('2020-12', '第3页')
    """

    __repr__ = spelled

    title: str = attrs.field(validator=text(required=True))
    kind: str = attrs.field(default="", kw_only=True, validator=text())
    issuer: str = attrs.field(default="", kw_only=True, validator=text())
    date: Period | None = attrs.field(
        default=None, kw_only=True, converter=optional_period, validator=of_kind(Period)
    )
    locator: Locator | None = attrs.field(
        default=None, kw_only=True, converter=optional_locator, validator=of_kind(Locator)
    )
    digest: str = attrs.field(default="", kw_only=True, validator=_digest)
    supports: str = attrs.field(default="", kw_only=True, validator=text())
    note: str = attrs.field(default="", kw_only=True, validator=text())
