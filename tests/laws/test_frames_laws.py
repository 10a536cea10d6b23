"""Laws of dataframes: the library is no matter, nor is another row, and what a table holds comes back."""

from decimal import Decimal

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import govperf as gp
from govperf import frames
from govperf import testing as t
from govperf.frames.words import is_remark, is_subtotal, is_total

TEXTS = (
    st.none()
    | t.target_cells()
    | t.actual_cells()
    | st.text(max_size=12)
    | st.sampled_from(["合计", "小计", "—", " "])
)
POINTS = st.none() | st.sampled_from(["20", "20分", "1/2", "-3", "无", "3.85", ""])
LEVELS = st.none() | st.sampled_from(["产出", "成本", "时效", "效益", "—", "小计", "合计", ""])
FIELDS = {
    "一级指标": LEVELS,
    "二级指标": LEVELS,
    "三级指标": st.none() | t.names() | st.sampled_from(["合计", "小计", "投资（万元）"]),
    "指标值": TEXTS,
    "完成值": TEXTS,
    "分值": POINTS,
    "得分": POINTS,
}
ROWS = st.fixed_dictionaries(FIELDS)
TABLES = st.lists(ROWS, max_size=6)
FORM = {"department": "某局", "year": 2023}


def columns(rows):
    return {name: [row[name] for row in rows] for name in FIELDS}


def in_polars(rows):
    return pl.DataFrame(columns(rows), schema=dict.fromkeys(FIELDS, pl.String))


def in_pandas(rows):
    return pd.DataFrame(columns(rows), dtype=object)


def in_pyarrow(rows):
    return pa.table({name: pa.array(column, pa.string()) for name, column in columns(rows).items()})


def listed(frame):
    if isinstance(frame, pd.DataFrame):
        return {name: [None if pd.isna(one) else one for one in frame[name]] for name in frame.columns}
    return frame.to_dict(as_series=False) if isinstance(frame, pl.DataFrame) else frame.to_pydict()


@given(TABLES)
@settings(max_examples=50)
def test_the_library_is_no_matter(rows):
    sheets = [frames.read(make(rows), **FORM) for make in (in_polars, in_pandas, in_pyarrow)]
    assert sheets[0].evaluation == sheets[1].evaluation == sheets[2].evaluation
    assert sheets[0].explain() == sheets[1].explain() == sheets[2].explain()
    scored = [listed(frames.scored(make(rows))) for make in (in_polars, in_pandas, in_pyarrow)]
    added = [{name: one[name] for name in one if name not in FIELDS} for one in scored]
    assert added[0] == added[1] == added[2]


@given(TABLES)
@settings(max_examples=50)
def test_each_row_is_an_indicator_or_said_or_empty(rows):
    sheet = frames.read(in_polars(rows), **FORM)
    said = [*sheet.rows, *(note.row for note in sheet.left_out)]
    assert len(set(said)) == len(said)
    assert len([*sheet.evaluation.indicators()]) == len(sheet.rows)
    for row in set(range(1, len(rows) + 1)) - set(said):
        assert not any((cell or "").strip() for cell in rows[row - 1].values())


@given(TABLES)
@settings(max_examples=50)
def test_a_null_has_its_reason_beside_it(rows):
    made = listed(frames.scored(in_polars(rows)))
    for rate, points, why in zip(made["核算完成率（%）"], made["核算得分"], made["未核算原因"], strict=True):
        assert (rate is None or points is None) == (why is not None)
    assert len(made["未核算原因"]) == len(rows)


@given(TABLES, ROWS, st.data())
@settings(max_examples=50)
def test_a_row_changes_no_row_before_it_and_none_after_it_whose_levels_are_printed(rows, other, data):
    printed = [
        row | {"一级指标": row["一级指标"] or "产出", "二级指标": row["二级指标"] or "数量"} for row in rows
    ]
    at = data.draw(st.integers(0, len(printed)))
    before = frames.scored(in_polars(printed)).rows()
    after = frames.scored(in_polars([*printed[:at], other, *printed[at:]])).rows()
    assert after[:at] == before[:at]
    if all(not is_subtotal(row["一级指标"]) and not is_total(row["一级指标"]) for row in printed):
        assert after[at + 1 :] == before[at:]


def held(indicator):
    """What a table holds of an indicator."""
    target, actual = indicator.target, indicator.actual
    return attrs.evolve(
        indicator,
        target=None if target is None else gp.Target(target.text, sign=target.sign, unit=target.unit),
        actual=None if actual is None else gp.Actual(actual.text, unit=actual.unit),
        award=None,
        corrections=(),
        locator=None,
    )


def plain(indicator):
    """None of its cells is what a table says otherwise: blank, a dash, a total or a remark."""
    words = [
        *indicator.category,
        indicator.name,
        *(str(one.text) for one in (indicator.target, indicator.actual) if one),
    ]
    texts = [value for value in attrs.asdict(indicator, recurse=False).values() if isinstance(value, str)]
    return (
        all(word == word.strip() and word not in set("-‐–—―－/／") | {""} for word in words)
        and not any(is_total(word) or is_subtotal(word) or is_remark(word) for word in words)
        and all(text == text.strip() for text in texts)
    )


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
@given(indicators=st.lists(t.indicators(), max_size=4), lang=st.sampled_from(["zh", "en"]))
@settings(max_examples=40)
def test_what_a_table_holds_comes_back(backend, lang, indicators):
    assume(all(map(plain, indicators)))
    goals = [gp.Goal("目标", indicators=[held(one) for one in indicators])] if indicators else []
    form = gp.Evaluation("某局", 2023, goals=goals)
    sheet = frames.read(frames.frame_of(form, backend=backend, lang=lang), goal="目标", **FORM)
    assert sheet.evaluation == form
    assert (sheet.faults, sheet.ignored) == ((), ())


@given(st.floats(allow_nan=False, allow_infinity=False, width=32), st.sampled_from([pl.Float32, pl.Float64]))
@settings(max_examples=100)
def test_a_float_is_read_by_its_shortest_form(number, kind):
    series = pl.Series("完成值", [number], dtype=kind)
    sheet = frames.read(pl.DataFrame([pl.Series("指标", ["甲"]), series]), **FORM)
    (row,) = (one for _, one in sheet.evaluation.indicators())
    shown = Decimal(series.cast(pl.String)[0])
    assert Decimal(row.actual.text) == shown
