"""Cells of forms: right ones say what can be measured, odd ones may be anything, wrong ones are refused."""

import pytest
from hypothesis import example, given

from govperf.errors import InputError
from govperf.limits import LIMITS
from govperf.model import Actual, Approximation, Operator, Target
from govperf.testing import actual_cells, names, target_cells, texts

CELLS = {Target: target_cells, Actual: actual_cells}
EITHER = pytest.mark.parametrize("kind", [Target, Actual])


def parsed(kind, cell):
    """What a cell says, or None where it is refused."""
    try:
        return kind.parse(cell)
    except InputError:
        return None


def measured(value):
    """Whether there is a quantity, a range or a date."""
    return any(getattr(value, name, None) is not None for name in ("quantity", "lower", "period"))


@given(target_cells("right"))
def test_a_right_target_can_be_measured(cell):
    assert measured(Target.parse(cell))


@given(actual_cells("right"))
def test_a_right_actual_can_be_measured(cell):
    assert measured(Actual.parse(cell))


@given(target_cells("odd"))
def test_an_odd_target_is_read(cell):
    assert parsed(Target, cell)


@given(actual_cells("odd"))
def test_an_odd_actual_is_read(cell):
    assert parsed(Actual, cell)


@given(target_cells("wrong"))
def test_a_wrong_target_is_refused(cell):
    assert parsed(Target, cell) is None


@given(actual_cells("wrong"))
def test_a_wrong_actual_is_refused(cell):
    assert parsed(Actual, cell) is None


@EITHER
def test_odd_cells_are_prose_and_figures(reach, kind):
    assert reach(CELLS[kind]("odd"), lambda cell: measured(kind.parse(cell)))
    assert reach(CELLS[kind]("odd"), lambda cell: not measured(kind.parse(cell)))


@EITHER
def test_cells_of_any_kind_are_all_of_them(reach, kind):
    for sought in (
        lambda cell: parsed(kind, cell) is None,
        lambda cell: (value := parsed(kind, cell)) and measured(value),
        lambda cell: (value := parsed(kind, cell)) and not measured(value),
        lambda cell: len(cell) > LIMITS.cell_chars,
        lambda cell: cell == "",
    ):
        assert sought(reach(CELLS[kind](), sought))


@EITHER
def test_an_unknown_kind_is_refused(kind):
    with pytest.raises(ValueError, match="a kind is one of right, odd, wrong, not 'good'"):
        CELLS[kind]("good")


@pytest.mark.parametrize("operator", Operator)
def test_a_target_may_have_any_operator(reach, operator):
    assert reach(
        target_cells(), lambda cell: (target := parsed(Target, cell)) and target.operator is operator
    )


@pytest.mark.parametrize("approximation", Approximation)
def test_an_actual_may_be_as_sure_as_there_is(reach, approximation):
    assert reach(actual_cells("right"), lambda cell: Actual(cell).approximation is approximation)


@pytest.mark.parametrize("part", ["whole", "lower", "period"])
def test_an_actual_may_be_a_share_a_range_or_a_date(reach, part):
    assert reach(actual_cells("right"), lambda cell: getattr(Actual(cell), part) is not None)


@pytest.mark.parametrize("styled", ["１", "1,", "二", "1.", " "], ids=lambda text: f"with {text!r}")
def test_figures_are_written_in_any_way(reach, styled):
    assert reach(target_cells("right"), lambda cell: styled in cell)


@given(texts())
@example("\ud7ff")
def test_a_text_is_one_that_a_file_holds(text):
    assert text.encode().decode() == text


@given(names())
def test_a_name_is_not_blank(name):
    assert name.strip()
    assert name.encode().decode() == name


@pytest.mark.parametrize(
    "sought",
    [
        pytest.param(lambda text: text == "", id="empty"),
        pytest.param(lambda text: "\n" in text, id="several lines"),
        pytest.param(lambda text: text[:1] in ("=", "+", "@"), id="a formula"),
        pytest.param(lambda text: "<" in text, id="markup"),
        pytest.param(lambda text: not text.isprintable(), id="not to be seen"),
        pytest.param(lambda text: len(text) > 100, id="long"),
        pytest.param(lambda text: len(text) > 1 and not text.isascii() and "甲" not in text, id="by chance"),
    ],
)
def test_texts_are_now_and_then_strange(reach, sought):
    assert sought(reach(texts(), sought))
