"""Completion rates of a dataframe of ten thousand rows, beside a plain loop over the same cells.

Systems hold rows by the million, and most of them say what others said before: 100% beside ≥95%. One table
repeats five hundred rows. In the other no two are alike, and to read each cell with its row is all the work.
"""

import polars as pl
from harness import Entry

import govperf as gp
from govperf import frames

ROWS = 10_000


def table(kinds: int) -> pl.DataFrame:
    counts = [(number * 7 % kinds + 20, number * 13 % kinds + 20) for number in range(ROWS)]
    return pl.DataFrame(
        {
            "三级指标": [f"服务人次{number % 20}" for number in range(ROWS)],
            "年度指标值": [f"≥{target}人次" for target, _ in counts],
            "实际完成值": [f"{actual}人次" for _, actual in counts],
            "分值": ["5"] * ROWS,
        }
    )


ALIKE, UNLIKE = table(500), table(ROWS)


def rates(frame: pl.DataFrame) -> object:
    return frames.completion_rates(frame)


def loop(frame: pl.DataFrame) -> object:
    cells = zip(frame["年度指标值"].to_list(), frame["实际完成值"].to_list(), strict=True)
    return [gp.completion_rate(target, actual) for target, actual in cells]


def scores() -> object:
    return frames.scored(ALIKE)


def score_loop() -> object:
    return [
        gp.score(gp.Indicator(name, target=target, actual=actual, weight=weight))
        for name, target, actual, weight in ALIKE.rows()
    ]


ENTRIES = [
    Entry("rates of 10,000 rows, many alike · plain loop", lambda: rates(ALIKE), lambda: loop(ALIKE)),
    Entry("rates of 10,000 rows, none alike · plain loop", lambda: rates(UNLIKE), lambda: loop(UNLIKE)),
    Entry("scores of 10,000 rows, many alike · plain loop", scores, score_loop),
]
