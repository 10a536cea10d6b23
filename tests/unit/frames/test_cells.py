"""A cell of a dataframe is the text that a form would print, or the reason why it is none."""

import struct
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import polars as pl
import pytest

from govperf import frames
from govperf.errors import DataError, LimitError
from govperf.frames.cells import cell_of, narrow, places_of
from govperf.limits import LIMITS


def kinds(value):
    """Several values are written alike."""
    size = value.bit_length() if isinstance(value, int) else str(value)
    return f"{type(value).__module__}.{type(value).__name__} {size}"


class Text(str):
    """A text of somebody's own."""

    __slots__ = ()


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "  ",
        "\u3000",
        float("nan"),
        np.float64("nan"),
        pd.NA,
        pd.NaT,
        Decimal("NaN"),
        Decimal("sNaN"),
    ],
    ids=kinds,
)
def test_a_blank_is_a_blank(value):
    assert cell_of(value) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" ≥60条\n", "≥60条"),
        (Text(" 60条 "), "60条"),
        (0, "0"),
        (-3, "-3"),
        (10**30, "1" + "0" * 30),
        (np.int64(52), "52"),
        (0.1, "0.1"),
        (20.0, "20"),
        (-0.0, "0"),
        (1e22, "1" + "0" * 22),
        (1e-7, "0.0000001"),
        (0.1 + 0.2, "0.30000000000000004"),
        (np.float32("0.1"), "0.1"),
        (np.float64("19.17"), "19.17"),
        (Decimal("19.170"), "19.170"),
        (Decimal("1E+3"), "1000"),
        (Decimal("10." + "0" * 31), "10." + "0" * 31),
        (Decimal("10." + "0" * 32), "10"),
        (Decimal("0.5" + "0" * 33), "0.5"),
        (Decimal("1E+40"), "1" + "0" * 40),
        (date(2022, 11, 30), "2022-11-30"),
        (datetime(2022, 11, 30, tzinfo=UTC), "2022-11-30"),
        (pd.Timestamp("2022-11-30"), "2022-11-30"),
        (datetime(2022, 11, 30, 17, 5, tzinfo=UTC), "2022-11-30 17:05:00"),
        (date(999, 1, 2), "0999-01-02"),
    ],
)
def test_a_value_is_written_as_a_form_prints_it(value, text):
    assert cell_of(value) == text


@pytest.mark.parametrize(
    "value",
    [
        True,
        np.bool_(1),
        b"60",
        [1],
        {},
        (),
        1j,
        Fraction(1, 3),
        time(8),
        timedelta(1),
        pd.Timedelta(days=1),
        object,
    ],
    ids=kinds,
)
def test_what_stands_in_no_form_is_a_fault(value):
    fault = cell_of(value)
    assert isinstance(fault, DataError)
    assert (fault.code, type(value).__name__ in fault.explain("zh")) == ("frames.cell", True)


@pytest.mark.parametrize(
    "value",
    [
        float("inf"),
        float("-inf"),
        Decimal("Infinity"),
        1e61,
        1e300,
        10**60,
        10**5000,
        Decimal("1E+61"),
        Decimal("1E-61"),
    ],
    ids=kinds,
)
def test_a_number_of_no_sane_size_is_a_fault(value):
    assert cell_of(value).code == "frames.infinite"


@pytest.mark.parametrize("value", [10**60 - 1, Decimal("1E+60"), Decimal("1E-60"), 1e59])
def test_a_number_at_the_limit_is_none(value):
    assert Decimal(cell_of(value)) == Decimal(str(value))


def test_a_text_is_as_long_as_a_cell():
    assert cell_of("长" * LIMITS.cell_chars) == "长" * LIMITS.cell_chars
    assert isinstance(cell_of("长" * (LIMITS.cell_chars + 1)), LimitError)


@pytest.mark.parametrize("text", ["0.1", "19.17", "3.4028235E+38", "1E-45", "16777216", "0.30000004"])
def test_a_float_of_32_bits_is_read_by_its_own_shortest_form(text):
    (single,) = struct.unpack("f", struct.pack("f", Decimal(text)))
    assert narrow(single) == Decimal(text)


@pytest.mark.parametrize("value", [None, "0.1"])
def test_only_a_float_is_narrowed(value):
    assert narrow(value) is value


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_stays(value):
    assert struct.pack("f", narrow(value)) == struct.pack("f", value)


def test_a_column_of_32_bits_is_read_so():
    table = pl.DataFrame({"指标": ["甲"], "分值": [0.1]}, schema_overrides={"分值": pl.Float32})
    sheet = frames.read(table, department="某局", year=2023)
    assert [one.weight for _, one in sheet.evaluation.indicators()] == [Decimal("0.1")]


@pytest.mark.parametrize(("number", "places"), [("1.20", 2), ("3", 0), ("1E+3", 0), ("Infinity", 0)])
def test_digits_after_the_point(number, places):
    assert places_of(Decimal(number)) == places
