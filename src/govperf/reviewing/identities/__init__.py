"""Identities (勾稽核对): figures that must add up, and rates that must follow from them."""

from __future__ import annotations

__all__: list[str] = []
