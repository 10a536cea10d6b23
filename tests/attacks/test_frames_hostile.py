"""Hostile dataframes: odd names, odd values, odd sizes; each is read, or refused by name."""

import sys
from time import perf_counter

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import govperf as gp
from govperf import frames
from govperf.errors import GovperfError, InputError, LimitError
from govperf.limits import LIMITS

FORM = {"department": "某局", "year": 2023}


class Rude:
    """An object that answers nothing."""

    def __eq__(self, other):
        raise RuntimeError

    def __hash__(self):
        raise RuntimeError

    def __bool__(self):
        raise RuntimeError

    def __str__(self):
        raise RuntimeError


VALUES = {
    "rude": Rude(),
    "list": ["甲"],
    "dict": {"a": 1},
    "array": np.array([1, 2]),
    "bytes": b"\xff",
    "class": Rude,
    "huge int": 10**5000,
    "huge text": "九" * 1_000_000,
    "infinity": float("inf"),
    "subnormal": 5e-324,
    "surrogate": "\ud800",
    "formula": '=cmd|"/c calc"!A1',
    "markup": "<script>",
    "nul": "\0",
    "rtl": "\u202e60条",
    "nested": [[[[]]]],
    "zalgo": "指" + "\u0301" * 500,
    "frame": pd.DataFrame(),
}


@pytest.mark.parametrize("kind", VALUES)
@pytest.mark.parametrize(
    "field", ["一级指标", "指标", "指标值", "完成值", "分值", "得分", "单位", "绩效目标", "年度"]
)
def test_an_odd_value_is_held_or_said_and_its_neighbours_stay(kind, field):
    table = {"指标": ["甲", "乙"], "指标值": ["1场", "2场"], "完成值": ["1场", "2场"], "分值": ["40", "50"]}
    odd = table | {field: [table.get(field, [None])[0], VALUES[kind]]}
    made = pd.DataFrame({name: pd.Series(column, dtype=object) for name, column in odd.items()})
    rows = [one for _, one in frames.read(made, **FORM).evaluation.indicators()]
    assert rows[0] == gp.Indicator("甲", target="1场", actual="1场", weight=40)
    scored = frames.scored(made)
    assert scored["核算得分"][0] == 40
    assert len(scored) == 2


@pytest.mark.parametrize(
    "name",
    ["", " ", "\0", "指" * 100_000, "(" * 5_000, "（" * 5_000 + "）" * 5_000, "指标值" + "(" * 190],
    ids=["none", "blank", "nul", "long", "brackets", "nested", "open"],
)
def test_an_odd_name_of_a_column_is_ignored_in_no_time(name):
    start = perf_counter()
    sheet = frames.read(pd.DataFrame({"指标": ["甲"], name: ["乙"]}), **FORM)
    assert perf_counter() - start < 5
    assert (len(sheet.rows), len(sheet.ignored)) == (1, 1)


def test_ten_thousand_columns_are_named_in_short():
    table = pd.DataFrame([range(10_000)], columns=[f"甲{i}" for i in range(10_000)])
    with pytest.raises(InputError) as caught:
        frames.read(table, **FORM)
    assert len(str(caught.value)) < 1_000


def test_more_rows_than_an_evaluation_has_are_refused_before_they_are_read():
    table = pa.table({"指标": pa.nulls(LIMITS.items + 1, pa.string())})
    with pytest.raises(LimitError):
        frames.read(table, **FORM)
    assert frames.read(table.slice(1), **FORM).rows == ()


def test_one_department_of_too_many_rows_is_refused():
    table = pl.DataFrame({"部门": ["某局"] * (LIMITS.items + 1), "指标": ["甲"] * (LIMITS.items + 1)})
    with pytest.raises(LimitError):
        frames.read_each(table, year=2023)


def test_scores_have_as_many_rows_as_the_table_and_a_hundred_thousand_are_no_matter():
    rows = 100_000
    table = pl.DataFrame({"指标值": ["≥5场"] * rows, "完成值": ["4场"] * rows, "分值": ["10"] * rows})
    assert frames.scored(table)["核算得分"].to_list() == [8] * rows


def test_a_table_of_faults_keeps_few_of_them():
    table = pl.DataFrame({"指标": ["甲"] * 5_000, "分值": ["1/2"] * 5_000, "得分": ["1/2"] * 5_000})
    sheet = frames.read(table, **FORM)
    assert (len(sheet.faults), sheet.fault_count) == (LIMITS.faults, 10_000)


def test_an_error_of_a_table_survives_the_way_through_a_process():
    with pytest.raises(GovperfError) as caught:
        frames.read(pd.DataFrame({"经办人": ["甲"]}), **FORM)
    assert caught.value.explain("zh") != caught.value.explain("en")
    assert sys.getsizeof(str(caught.value)) < 2_000
