"""Wording (指标表述核对): indicators that cannot be measured, or that say two things."""
