"""Weights (分值核对): levels and totals that must add up, and what the frame of the standard says."""

from __future__ import annotations

__all__: list[str] = []
