"""The published tables as dataframes, in several shapes: each is read as its JSON file is."""

from decimal import Decimal

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import govperf as gp
from govperf import frames


def forms(root):
    for folder in ("cases", "documents"):
        for path in sorted((root / "examples" / folder).glob("*.json")):
            form = gp.from_json(path.read_text("utf-8"), gp.Evaluation)
            if any(form.indicators()):
                yield path.stem, form


@pytest.fixture(scope="module")
def tables(request):
    return dict(forms(request.config.rootpath))


def merged(column):
    """A column as a spreadsheet has it, the repeated cells blank."""
    return [None if at and cell == column[at - 1] else cell for at, cell in enumerate(column)]


def with_merged_cells(table):
    """The first level blank where it repeats; a lower one where those above it repeat too."""
    levels = [name for name in table if name in {"一级指标", "二级指标"}]
    made = dict(table)
    for depth, name in enumerate(levels):
        above = list(zip(*(table[level] for level in levels[: depth + 1]), strict=True))
        made[name] = [None if at and row == above[at - 1] else row[-1] for at, row in enumerate(above)]
    if "绩效目标" in table:
        made["绩效目标"] = merged(table["绩效目标"])
    return made


def with_a_total(table, total):
    """A row of totals below, and an empty one."""
    made = {name: [*column, None, None] for name, column in table.items()}
    made[next(iter(table))][-2] = "合计"
    if "自评得分" in made:
        made["自评得分"][-2] = total
    return made


def as_printed(table):
    """Every cell a text, and headings as forms have them."""
    names = {"分值": "分值（100）", "实际完成值": "全年实际值\n（B）", "自评得分": "得 分"}
    return {
        names.get(name, name): [None if cell is None else str(cell) for cell in column]
        for name, column in table.items()
    }


SHAPES = {
    "as written": lambda table, _: table,
    "merged": lambda table, _: with_merged_cells(table),
    "with a total": with_a_total,
    "printed": lambda table, total: as_printed(with_a_total(with_merged_cells(table), total)),
}


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table], ids=["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_table_is_read_as_its_file(tables, make, shape):
    assert len(tables) == 13
    for name, form in tables.items():
        table = frames.frame_of(form, backend="polars").to_dict(as_series=False)
        total = Decimal("87.5")
        sheet = frames.read(
            make(SHAPES[shape](table, total)),
            department=form.department,
            year=form.year,
            budget=form.budget,
            standard=form.standard,
            goal=form.goals[0].text,
        )
        assert (name, sheet.faults, sheet.ignored) == (name, (), ())
        assert [one for _, one in sheet.evaluation.indicators()] == [one for _, one in form.indicators()]
        card, expected = gp.evaluate(sheet.evaluation), gp.evaluate(form)
        assert [attrs.evolve(one, path="") for one in card] == [
            attrs.evolve(one, path="") for one in expected
        ]
        if shape in {"with a total", "printed"} and "自评得分" in table:
            assert sheet.evaluation.reported_total == total


def test_scores_as_columns_are_those_of_the_scorecard(tables):
    for form in tables.values():
        frame = frames.frame_of(form, backend="polars")
        points = frames.scored(frame, year=form.year)["核算得分"].to_list()
        assert points == [
            None if isinstance(one.points, gp.Undefined) else one.points for one in gp.evaluate(form).scores
        ]
