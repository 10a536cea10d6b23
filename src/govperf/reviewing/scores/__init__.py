"""Scores (得分核对): do printed scores, rates, totals and grades follow from the figures beside them?"""

from __future__ import annotations

__all__: list[str] = []
