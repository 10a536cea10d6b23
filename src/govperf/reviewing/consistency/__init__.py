"""Consistency (一致性核对): figures that do not go together, within a form or from year to year."""

from __future__ import annotations

__all__: list[str] = []
