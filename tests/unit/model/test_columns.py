"""What the column of units says that is no unit: the table is held, and nothing is counted in it."""

import pytest

import govperf as gp
from govperf.errors import DataError
from govperf.model import Actual, Indicator, Operator, Target
from govperf.model.columns import column, is_unknown, unit_of
from govperf.units import Quantity, Unit

NOTHING = ("", " ", "/", "／", "-", "—", "——", "－", "\\", "**", "无", "没有", "无单位", "无量纲")
CHOICES = (
    "人（次）",
    "人(次)",
    "场（次）",
    "个（项）",
    "篇（条）",
    "件 ( 起 )",
    "条、个",
    "个；项",
    "家,户,人",
)
WORDS = (
    *(
        "其他",
        "级",
        "星级",
        "项目",
        "月份",
        "定性",
        "等级",
        "年月",
        "日期",
        "优良",
        "优良中低差",
        "优、良、中、差",
    ),
    *(
        "优/良/中/差",
        "是/否",
        "万",
        "亿",
        "张张",
        "万人（次）",
        "亩（元）",
        "人（优）",
        "（次）人",
        "无优",
        "条、",
    ),
)
CELLS = pytest.mark.parametrize("kind", [Target, Actual])


class TestColumn:
    @pytest.mark.parametrize("word", NOTHING)
    def test_nothing(self, word):
        assert column(word) is None
        assert not is_unknown(column(word))

    @pytest.mark.parametrize("word", [*CHOICES, *WORDS])
    def test_a_word_is_kept_as_printed(self, word):
        assert column(f" {word}\n") == word
        assert unit_of(column(word)) is None
        assert is_unknown(word) is (word in WORDS)

    @pytest.mark.parametrize(
        ("word", "unit"),
        [("公里", "公里"), ("台（套）", "台套"), ("（个）", "个"), (Unit.of("万元"), "万元")],
    )
    def test_a_unit(self, word, unit):
        assert column(word) is unit_of(column(word)) is Unit.of(unit)
        assert not is_unknown(column(word))

    @pytest.mark.parametrize("nothing", [None, Unit.of("")])
    def test_none(self, nothing):
        assert column(nothing) is None

    @pytest.mark.parametrize("value", [5, b"\xe4", ["条"]], ids=repr)
    def test_type(self, value):
        with pytest.raises(TypeError):
            column(value)


class TestText:
    @pytest.mark.parametrize("word", [*NOTHING, *CHOICES, *WORDS])
    @pytest.mark.parametrize("cell", ["好", "优良", "达到预期目标", "约60", "是"])
    def test_no_word_beside_prose_is_wrong(self, cell, word):
        for sign in (None, "定性"):
            target = Target(cell, sign=sign, unit=word)
            assert (target.operator, target.quantity, target.fault) == (Operator.TEXT, None, None)
            assert (str(target), str(Actual(cell, unit=word))) == (cell, cell)

    @pytest.mark.parametrize("word", WORDS)
    def test_a_figure_that_is_judged(self, word):
        target = Target("5", sign="定性", unit=word)
        assert (target.operator, target.quantity, target.fault) == (Operator.TEXT, None, None)


class TestNumber:
    @pytest.mark.parametrize("word", [*NOTHING, *CHOICES])
    def test_it_stays_bare(self, word):
        assert Target("50", unit=word).quantity == Actual("50", unit=word).quantity == Quantity(50)
        assert Target("50", unit=word).fault is None
        assert gp.completion_rate(Target("50", unit=word), Actual("40", unit=word)) == gp.completion_rate(
            "50", "40"
        )

    @pytest.mark.parametrize("word", WORDS)
    @pytest.mark.parametrize("cell", ["50", "≥50", "40-50", "0"])
    def test_beside_a_word_it_is_a_fault(self, cell, word):
        target, actual = Target(cell, unit=word), Actual(cell, unit=word)
        assert (target.operator, target.quantity, target.upper) == (Operator.TEXT, None, None)
        assert (target.fault.code, actual.quantity, actual.lower) == ("target.unit-unknown", None, None)
        assert word in target.fault.explain("zh")
        assert word in target.fault.explain("en")
        assert isinstance(gp.completion_rate(target, actual), gp.Undefined)

    @pytest.mark.parametrize("word", WORDS)
    def test_what_has_a_unit_of_its_own_keeps_it(self, word):
        assert Target("50个", unit=word).quantity == Actual("50个", unit=word).quantity == Quantity(50, "个")
        assert Actual("40-50个", unit=word).lower == Quantity(40, "个")
        assert (
            str(Target("2022年11月", unit=word).period)
            == str(Actual("2022年11月", unit=word).period)
            == "2022-11"
        )

    def test_as_shown(self):
        assert str(Target("50", sign="≥", unit="人（次）")) == "≥50人（次）"
        assert str(Actual("50", unit="优良")) == "50优良"

    @pytest.mark.parametrize("word", ["优良", "个（项）", "/"])
    def test_the_unit_of_the_name_goes_before_a_word(self, word):
        row = Indicator("培训（人）", target=Target("50", unit=word), actual="60")
        assert (row.target.quantity, row.actual.quantity) == (Quantity(50, "人"), Quantity(60, "人"))
        assert row.target.fault is None


class TestJson:
    @pytest.mark.parametrize("word", [*CHOICES, *WORDS])
    @CELLS
    def test_a_word_comes_back(self, kind, word):
        for cell in (kind("好", unit=word), kind("50", unit=word)):
            text = gp.to_json(cell)
            assert gp.from_json(text, kind) == cell
            assert gp.to_json(gp.from_json(text, kind)) == text
            row = gp.Indicator("甲", **{kind.__name__.lower(): cell})
            assert gp.from_json(gp.to_json(row), gp.Indicator) == row

    @CELLS
    def test_what_an_application_writes(self, kind):
        assert gp.from_json('{"schema": 1, "text": "好", "unit": "/"}', kind) == kind("好")
        assert gp.from_json('{"schema": 1, "text": "好", "unit": null}', kind) == kind("好")

    @CELLS
    def test_it_is_a_text(self, kind):
        with pytest.raises(DataError) as caught:
            gp.from_json('{"schema": 1, "text": "好", "unit": 5}', kind)
        assert caught.value.path == "$.unit"
