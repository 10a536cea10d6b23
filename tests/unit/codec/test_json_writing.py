"""What JSON looks like."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

import govperf as gp
from govperf.codec.shapes import DOCUMENTS
from govperf.errors import DataError, InputError, LimitError
from govperf.limits import LIMITS

DEPARTMENT = gp.Department("某局")


def members(value):
    """The JSON of a document without its schema."""
    read = json.loads(gp.to_json(value))
    assert next(iter(read.items())) == ("schema", 1)
    del read["schema"]
    return read


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


@pytest.mark.parametrize("cls", sorted(DOCUMENTS, key=lambda cls: cls.__name__))
def test_every_class_of_a_document_can_be_read(cls):
    with pytest.raises(DataError, match="missing"):
        gp.from_json("{}", cls)


@pytest.mark.parametrize(
    "value",
    [None, {}, "文本", gp.Unit.of("元"), gp.Period.parse("2023"), gp.Severity.ERROR, gp.standard()],
    ids=lambda value: type(value).__name__,
)
def test_other_objects_are_no_documents(value):
    for write in (gp.to_json, gp.to_dict):
        with pytest.raises(TypeError, match=f"not {type(value).__name__}"):
            write(value)
    for read, given in ((gp.from_json, "{}"), (gp.from_dict, {}), (gp.json_schema, None)):
        with pytest.raises(TypeError, match=f"not {type(value).__name__}"):
            read(given, type(value)) if given is not None else read(type(value))


@attrs.frozen
class Dated(gp.Indicator):
    day: str = ""


def test_an_object_of_a_users_subclass_would_lose_a_part():
    with pytest.raises(TypeError, match="not Dated"):
        gp.to_json(Dated("甲", day="周一"))
    with pytest.raises(TypeError, match="expected Indicator, not Dated"):
        gp.to_json(gp.Goal("乙", indicators=[Dated("甲", day="周一")]))


class TestShort:
    """One text for an object of which nothing else is given."""

    @pytest.mark.parametrize(
        ("field", "value", "written"),
        [
            ("target", gp.Target("5条"), "5条"),
            ("target", gp.Target("5", unit="条"), {"text": "5", "unit": "条"}),
            ("target", gp.Target("5", sign="≤"), {"text": "5", "sign": "<="}),
            ("target", gp.Target("12月底前", year=2022), {"text": "12月底前", "year": 2022}),
            ("target", gp.Target("5条", implied=gp.Operator.AT_MOST), "5条"),
            ("target", gp.Target("5", heading="条"), "5"),
            ("actual", gp.Actual("5", heading="条"), "5"),
            ("actual", gp.Actual("5条"), "5条"),
            ("actual", gp.Actual("5", unit="条"), {"text": "5", "unit": "条"}),
            ("locator", gp.Locator("第3页"), "第3页"),
            ("locator", gp.Locator("表3", cell="C7"), {"section": "表3", "cell": "C7"}),
            ("locator", gp.Locator(), {}),
            ("award", gp.Award("8.50"), "8.50"),
            ("award", gp.Award(8, by="专家组"), {"points": "8", "by": "专家组"}),
            ("award", gp.Award(level="达标"), {"level": "达标"}),
        ],
        ids=repr,
    )
    def test_of_an_indicator(self, field, value, written):
        indicator = gp.Indicator("周报", **{field: value})
        assert members(indicator)[field] == written
        assert gp.from_json(gp.to_json(indicator), gp.Indicator) == indicator

    @pytest.mark.parametrize(
        ("line", "written"),
        [
            (gp.BudgetLine(executed="5万元"), "5万元"),
            (gp.BudgetLine("基本支出", executed="5万元"), {"name": "基本支出", "executed": "5万元"}),
            (gp.BudgetLine(original="5万元"), {"original": "5万元"}),
            (gp.BudgetLine(), {}),
        ],
        ids=repr,
    )
    def test_of_a_budget(self, line, written):
        budget = gp.Budget(2021, basic=line)
        assert members(budget)["basic"] == written
        assert gp.from_json(gp.to_json(budget), gp.Budget) == budget

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            (gp.Target("5条"), {"text": "5条"}),
            (gp.Target("5条", implied=gp.Operator.AT_MOST), {"text": "5条", "implied": "<="}),
            (gp.Target("5", heading="条"), {"text": "5", "heading": "条"}),
            (gp.Actual("5", heading="条"), {"text": "5", "heading": "条"}),
            (gp.Actual("5条"), {"text": "5条"}),
            (gp.Locator("第3页"), {"section": "第3页"}),
            (gp.BudgetLine(executed="5万元"), {"executed": "5万元"}),
            (gp.Award("8.50"), {"points": "8.50"}),
            (gp.Quantity("5.0", "万元"), {"magnitude": "5.0", "unit": "万元"}),
        ],
        ids=repr,
    )
    def test_alone_it_is_an_object(self, value, written):
        assert members(value) == written
        assert gp.from_json(gp.to_json(value), type(value)) == value

    @pytest.mark.parametrize("cls", [gp.Target, gp.Actual, gp.BudgetLine, gp.Award, gp.Quantity])
    def test_alone_no_text_will_do(self, cls):
        with pytest.raises(DataError, match="found a text instead of an object"):
            gp.from_json('"5万元"', cls)

    @pytest.mark.parametrize("cell", [5, "5", {"text": "5"}], ids=repr)
    def test_read_in_every_form(self, cell):
        text = json.dumps({"schema": 1, "name": "甲", "target": cell, "actual": cell})
        assert gp.from_json(text, gp.Indicator) == gp.Indicator("甲", target="5", actual="5")


class TestQuantitiesAsObjects:
    BUDGET = gp.Budget(
        2021, executed="3,678.760万元", basic="5元", sources=[gp.BudgetLine("拨款", adjusted="5元")]
    )

    def test_each_of_them_is_one(self):
        text = gp.to_json(self.BUDGET, quantities="object", indent=None)
        assert json.loads(text) == {
            "schema": 1,
            "year": 2021,
            "executed": {"magnitude": "3678.760", "unit": "万元"},
            "sources": [{"name": "拨款", "adjusted": {"magnitude": "5", "unit": "元"}}],
            "basic": {"executed": {"magnitude": "5", "unit": "元"}},
        }
        assert gp.from_json(text, gp.Budget) == self.BUDGET

    def test_a_bare_number_has_the_empty_unit(self):
        breakdown = gp.Breakdown("检查", total=3, parts={})
        text = gp.to_json(breakdown, quantities="object")
        assert json.loads(text)["total"] == {"magnitude": "3", "unit": ""}
        assert gp.from_json(text, gp.Breakdown) == breakdown

    @pytest.mark.parametrize("magnitude", ["5", 5], ids=repr)
    def test_the_magnitude_is_a_number(self, magnitude):
        text = json.dumps({"schema": 1, "magnitude": magnitude, "unit": "元"})
        assert gp.from_json(text, gp.Quantity) == gp.Quantity(5, "元")

    def test_texts_and_objects_may_stand_side_by_side(self):
        text = '{"schema": 1, "year": 2021, "executed": {"magnitude": 5, "unit": "元"}, "basic": "5元"}'
        assert gp.from_json(text, gp.Budget) == gp.Budget(2021, executed="5元", basic="5元")

    @pytest.mark.parametrize("write", [gp.to_json, gp.to_dict])
    def test_there_is_no_third_way(self, write):
        with pytest.raises(ValueError, match="quantities is 'text' or 'object', not 'number'"):
            write(self.BUDGET, quantities="number")


class TestIndent:
    def test_one_line_has_no_blanks(self):
        assert (
            gp.to_json(gp.Part("粉尘", "150家"), indent=None) == '{"schema":1,"name":"粉尘","amount":"150家"}'
        )

    @pytest.mark.parametrize("indent", [0, 4, True, "  "], ids=repr)
    def test_there_is_no_other(self, indent):
        with pytest.raises(ValueError, match="indent is 2 or None"):
            gp.to_json(gp.Part("粉尘", "150家"), indent=indent)


class TestWhatCouldNotBeReadBack:
    def test_too_long(self):
        cells = [gp.Evidence(f"{i:05}" + "字" * 9_900) for i in range(600)]
        indicator = gp.Indicator("长", actual=gp.Actual("文", evidence=cells))
        for write in (gp.to_json, gp.to_dict):
            with pytest.raises(LimitError, match="larger than 16777216 bytes"):
                write(indicator)

    def test_half_of_a_pair(self):
        for write in (gp.to_json, gp.to_dict):
            with pytest.raises(DataError, match=r"half of a surrogate pair stands in '\\ud83d'"):
                write(gp.Department("某\ud83d局"))

    LONGEST = Fraction(10**499 + 1, 10**498)  # 500 digits, a stroke and 499 digits

    def test_a_long_fraction(self):
        assert len(str(self.LONGEST)) == LIMITS.fraction_chars
        rate = gp.Rate(self.LONGEST)
        assert gp.from_json(gp.to_json(rate), gp.Rate) == rate

    @pytest.mark.parametrize(
        "exact",
        [-LONGEST, Fraction(10**500 + 1, 10**498), Fraction(1, 2**4000), Fraction(10**5000)],
        ids=["a sign more", "a digit more", "more bits", "more digits than Python prints"],
    )
    def test_a_longer_fraction(self, exact):
        with pytest.raises(LimitError, match="longer than 1000 characters"):
            gp.to_json(gp.Rate(exact))

    @pytest.mark.parametrize(
        ("lower", "error"),
        [
            (Decimal("1E+999999"), InputError),
            (Decimal("NaN"), InputError),
            (Decimal(1) / 3 + 10**20, None),
            (0.5, TypeError),
            (True, TypeError),
            (None, TypeError),
            ("60", None),
        ],
        ids=repr,
    )
    def test_a_number_of_a_result_that_nobody_checked(self, lower, error):
        grade = gp.Grade("优", "excellent", lower)
        if error is None:
            assert gp.from_json(gp.to_json(grade), gp.Grade).lower == Decimal(lower)
        else:
            with pytest.raises(error):
                gp.to_json(grade)


WRITES = """
import decimal, hashlib, json
from importlib.resources import files
import govperf as gp
decimal.getcontext().prec = 3
text = (files("govperf") / "data" / "panyu-emergency-2021.json").read_text(encoding="utf-8")
table = gp.from_json(text, gp.Evaluation)
written = [gp.to_json(value) for value in (table, gp.evaluate(table), *gp.review(table))]
written += [json.dumps(gp.json_schema(cls)) for cls in (gp.Evaluation, gp.Scorecard)]
print(hashlib.sha256("".join(written).encode()).hexdigest())
"""


def test_the_bytes_are_the_same_in_every_process():
    surroundings = [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "2", "LANG": "zh_CN.GB18030", "PYTHONIOENCODING": "gb18030"},
    ]
    runs = [
        subprocess.run(  # noqa: S603 - our own words
            [sys.executable, "-c", WRITES], capture_output=True, check=True, env={**os.environ, **one}
        )
        for one in surroundings
    ]
    assert len({run.stdout for run in runs}) == 1
    assert len(runs[0].stdout.strip()) == 64
