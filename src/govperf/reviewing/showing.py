"""Cross-checks as HTML (勾稽核对的网页显示): how they came out as a word on its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import badge, block, frame, safe

if TYPE_CHECKING:
    from govperf.reviewing.identities.equations import CrossCheck

__all__ = ["cross_check_html"]

_VERDICTS: Final = {"equal": ("相符", "good"), "rounding": ("舍入误差", "hint"), "broken": ("不符", "error")}


def cross_check_html(check: CrossCheck) -> str:
    """A cross-check as an equation (勾稽核对的网页显示)."""
    word, tone = _VERDICTS[check.verdict.value]
    return frame(block(badge(word, tone), safe(check.explain("zh"))))
