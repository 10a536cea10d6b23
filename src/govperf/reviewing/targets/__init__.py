"""Targets and actuals (指标值与完成值核对): what stands out when they are read and compared."""

from __future__ import annotations

__all__: list[str] = []
