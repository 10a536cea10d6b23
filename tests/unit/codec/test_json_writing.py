"""What JSON looks like."""

import decimal
import json
from decimal import Decimal

import pytest

import govperf as gp
from govperf.codec.converter import DOCUMENTS
from govperf.errors import DataError, LimitError
from govperf.limits import LIMITS

DEPARTMENT = gp.Department("某局")


def members(value):
    """The JSON of a document without its schema."""
    read = json.loads(gp.to_json(value))
    assert next(iter(read.items())) == ("schema", 1)
    del read["schema"]
    return read


def nested(depth):
    """A department whose document nests so deep: two brackets for each unit below."""
    department = gp.Department("末级")
    for _ in range((depth - 1) // 2):
        department = gp.Department("上级", units=[department])
    return department


def test_what_is_left_out_is_left_out():
    assert members(gp.Evaluation(DEPARTMENT, 2021)) == {"department": {"name": "某局"}, "year": 2021}


def test_keys_are_in_the_order_of_the_class():
    indicator = gp.Indicator("事故", category=("产出", "质量"), target="=0起", actual="0起", weight=5)
    assert list(members(indicator)) == ["name", "category", "target", "actual", "weight"]


def test_amounts_are_text_as_people_write_them():
    budget = gp.Budget(2021, executed="3678.760万元", reported_execution_rate="95.08%")
    assert members(budget) == {"year": 2021, "executed": "3,678.760万元", "reported_execution_rate": "95.08%"}


@pytest.mark.parametrize(
    ("weight", "text"),
    [(Decimal("1E+3"), "1000"), (Decimal("1E-7"), "0.0000001"), (Decimal("2.50"), "2.50"), (20, "20")],
    ids=["large", "small", "decimals", "whole"],
)
def test_numbers_are_text_without_an_exponent(weight, text):
    assert members(gp.Indicator("得分", weight=weight))["weight"] == text


def test_cells_are_written_as_printed():
    indicator = gp.Indicator("周报", target=" 每周1期 ", actual=gp.Actual("近540条"))
    assert members(indicator) == {"name": "周报", "target": "每周1期", "actual": "近540条"}


def test_an_actual_with_evidence_is_an_object():
    actual = gp.Actual("49期", evidence=[gp.Evidence("台账", locator="第3页")])
    assert members(gp.Indicator("周报", actual=actual))["actual"] == {
        "text": "49期",
        "evidence": [{"title": "台账", "locator": "第3页"}],
    }


def test_a_callers_context_changes_nothing():
    budget = gp.Budget(2021, executed=gp.Quantity("12345678.90", "万元"))
    indicator = gp.Indicator("得分", weight=Decimal("12.345"))
    plain = gp.to_json(budget), gp.to_json(indicator)
    with decimal.localcontext(prec=2, Emax=2, Emin=-2, rounding=decimal.ROUND_UP, capitals=0):
        assert (gp.to_json(budget), gp.to_json(indicator)) == plain


@pytest.mark.parametrize("cls", sorted(DOCUMENTS, key=lambda cls: cls.__name__))
def test_every_class_of_a_document_can_be_read(cls):
    with pytest.raises(DataError, match="missing"):
        gp.from_json("{}", cls)


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        "文本",
        gp.Quantity(1, "元"),
        gp.Actual("5条"),
        gp.Target("5条"),
        gp.evaluate(gp.Evaluation(DEPARTMENT, 2021)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_other_objects_are_no_documents(value):
    with pytest.raises(TypeError, match=f"not {type(value).__name__}"):
        gp.to_json(value)
    with pytest.raises(TypeError, match=f"not {type(value).__name__}"):
        gp.from_json("{}", type(value))


class TestWhatCouldNotBeReadBack:
    def test_just_deep_enough(self):
        deepest = nested(LIMITS.document_depth)
        assert gp.from_json(gp.to_json(deepest), gp.Department) == deepest

    @pytest.mark.parametrize("depth", [LIMITS.document_depth + 1, 5000])
    def test_too_deep(self, depth):
        with pytest.raises(LimitError, match="deeper than 64 levels"):
            gp.to_json(nested(depth))

    def test_too_long(self):
        cells = [gp.Evidence(f"{i:05}" + "字" * 9_900) for i in range(600)]
        with pytest.raises(LimitError, match="larger than 16777216 bytes"):
            gp.to_json(gp.Indicator("长", actual=gp.Actual("文", evidence=cells)))

    def test_half_of_a_pair(self):
        with pytest.raises(DataError, match=r"half of a surrogate pair stands in '\\ud83d'"):
            gp.to_json(gp.Department("某\ud83d局"))
