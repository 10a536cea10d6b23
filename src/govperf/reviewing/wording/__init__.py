"""Wording (指标表述核对): indicators that cannot be measured, or that say two things."""

from __future__ import annotations

__all__: list[str] = []
