"""govperf: exact, explained and honest computing for budget performance evaluation (预算绩效评价)."""
