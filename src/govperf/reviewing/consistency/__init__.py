"""Consistency (一致性核对): figures that do not go together, within a form or from year to year."""
