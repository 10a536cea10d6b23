"""What an actual cell says: its quantity, how sure it is, and of how many cases."""

from decimal import Decimal

import attrs
import pytest

from govperf.errors import DataError, LimitError
from govperf.model import Actual, Approximation, Evidence
from govperf.units import Quantity

BEFORE = {
    "at_most": ["近", "将近", "接近", "不到", "不足", "不超过", "≤", "≦", "<=", "<", "＜＝"],
    "at_least": ["超过", "逾", "不少于", "不低于", "至少", "≥", "≧", ">=", ">", "＞"],
    "about": ["约", "大约", "大概"],
    "exact": ["=", "═", "＝"],
}
AFTER = {
    "about": ["左右", "上下"],
    "at_least": ["以上", "及以上"],
    "at_most": ["以下", "及以下", "以内"],
}


def spread(table):
    return [(word, meaning) for meaning, words in table.items() for word in words]


class TestApproximation:
    """A word that makes a figure less sure is kept as a flag."""

    @pytest.mark.parametrize(("word", "meaning"), spread(BEFORE))
    @pytest.mark.parametrize("layout", ["{}540条", " {} 540 条"])
    def test_before(self, word, meaning, layout):
        actual = Actual(layout.format(word))
        assert (actual.quantity, actual.approximation.value) == (Quantity(540, "条"), meaning)

    @pytest.mark.parametrize(("word", "meaning"), spread(AFTER))
    @pytest.mark.parametrize("layout", ["540条{}", "540 条 {}"])
    def test_after(self, word, meaning, layout):
        actual = Actual(layout.format(word))
        assert (actual.quantity, actual.approximation.value) == (Quantity(540, "条"), meaning)

    @pytest.mark.parametrize(
        ("cell", "quantity", "meaning"),
        [
            ("60余人次", Quantity(60, "人次"), "at_least"),
            ("60 余人次", Quantity(60, "人次"), "at_least"),
            ("55 万多次", Quantity(55, "万次"), "at_least"),
            ("10多万元", Quantity(10, "万元"), "at_least"),
            ("1 万余条", Quantity(1, "万条"), "at_least"),
            ("十余次", Quantity(10, "次"), "at_least"),
            ("30来次", Quantity(30, "次"), "about"),
            ("3000多", Quantity(3000), "at_least"),
            ("约1.5亿元", Quantity("1.5", "亿元"), "about"),
            ("超过 500场次", Quantity(500, "场次"), "at_least"),
        ],
    )
    def test_within(self, cell, quantity, meaning):
        actual = Actual(cell)
        assert (actual.quantity, actual.approximation.value) == (quantity, meaning)

    @pytest.mark.parametrize(
        ("cell", "meaning"),
        [
            ("近60余条", "about"),
            ("约60条左右", "about"),
            ("超过60条以上", "at_least"),
            ("=60余条", "at_least"),
        ],
    )
    def test_several_words(self, cell, meaning):
        assert Actual(cell).approximation.value == meaning

    @pytest.mark.parametrize("cell", ["540条", "75%", "两支", "222,170项", "-3.5%", "22.2 万 170 项", "1.5"])
    def test_exact(self, cell):
        actual = Actual(cell)
        assert actual.quantity is not None
        assert (actual.approximation, actual.whole) == (Approximation.EXACT, None)


class TestShare:
    """78次中77次: cases, and those of them that reached the target."""

    @pytest.mark.parametrize(
        ("cell", "part", "whole"),
        [
            ("78次中77次", Quantity(77, "次"), Quantity(78, "次")),
            ("78次其中77次", Quantity(77, "次"), Quantity(78, "次")),
            ("78次，其中77次", Quantity(77, "次"), Quantity(78, "次")),
            ("78 次, 其中 77 次", Quantity(77, "次"), Quantity(78, "次")),
            ("77次/78次", Quantity(77, "次"), Quantity(78, "次")),
            ("0户/5户", Quantity(0, "户"), Quantity(5, "户")),
            ("5户/5户", Quantity(5, "户"), Quantity(5, "户")),
            ("1万人中5000人", Quantity(5000, "人"), Quantity(1, "万人")),
        ],
    )
    def test_share(self, cell, part, whole):
        actual = Actual(cell)
        assert (actual.quantity, actual.whole) == (part, whole)
        assert actual.approximation is Approximation.EXACT

    @pytest.mark.parametrize(
        "cell",
        [
            "78次中79次",
            "78次中-1次",
            "0次中0次",
            "78次中77人",
            "100人中50%",
            "78中77",
            "77/78",
            "2022/12/31",
            "共78次，其中77次",
            "78次中约77次",
            "78次中77次中76次",
            "12月中3月",
        ],
    )
    def test_impossible_share_is_prose(self, cell):
        actual = Actual(cell)
        assert (actual.quantity, actual.whole, actual.approximation) == (None, None, Approximation.EXACT)

    @pytest.mark.parametrize(
        ("cell", "quantity"),
        [
            ("31场/次", Quantity(31, "场/次")),
            ("7 万元/人、年", Quantity(7, "万元/(人·年)")),
            ("2次/年", Quantity(2, "次/年")),
        ],
    )
    def test_rate_is_no_share(self, cell, quantity):
        actual = Actual(cell)
        assert (actual.quantity, actual.whole) == (quantity, None)

    def test_long_cell_is_not_searched(self):
        assert Actual("78次中77次".replace("中", " " * 249 + "中")).whole == Quantity(
            78, "次"
        )  # 256 characters
        assert Actual("78次中77次".replace("中", " " * 250 + "中")).whole is None


class TestProse:
    """What is not wholly one quantity has none."""

    @pytest.mark.parametrize(
        "cell",
        [
            "达成预期指标",
            "500元余",
            "余",
            "约",
            "60余张张",
            "12,34余条",
            "完成率不足",
            "集中3次",
            "几条",
            "一百几条",
            "11月",
            "约12月",
            "1000000000000000000000000000000000000000余条",
        ],
    )
    def test_text(self, cell):
        actual = Actual(cell)
        assert (actual.quantity, actual.approximation, actual.whole) == (None, Approximation.EXACT, None)
        assert actual.text == cell


class TestCell:
    """The cell is kept as printed; a quantity or a number is printed first."""

    @pytest.mark.parametrize(
        ("given", "text"),
        [
            (" 近540条 ", "近540条"),
            (Quantity("3678.76", "万元"), "3,678.76万元"),
            (49, "49"),
            (Decimal("0.95"), "0.95"),
        ],
    )
    def test_text(self, given, text):
        actual = Actual(given)
        assert actual.text == text
        assert actual.quantity is not None

    def test_parse_is_the_same(self):
        assert Actual.parse("近540条") == Actual("近540条")

    @pytest.mark.parametrize("cell", ["", " \t"])
    def test_empty(self, cell):
        with pytest.raises(DataError) as caught:
            Actual(cell)
        assert caught.value.path == "text"

    def test_too_long(self):
        with pytest.raises(LimitError):
            Actual("9" * 10_001)

    @pytest.mark.parametrize("given", [0.95, True, None, b"60"], ids=repr)
    def test_type(self, given):
        with pytest.raises(TypeError):
            Actual(given)

    def test_evidence(self):
        ledger = Evidence("发布台账", locator="第3页")
        actual = Actual("近540条", evidence=[ledger])
        assert actual.evidence == (ledger,)
        assert actual != Actual("近540条")

    @pytest.mark.parametrize("evidence", [["台账"], "台账", None, Evidence("台账")], ids=repr)
    def test_evidence_type(self, evidence):
        with pytest.raises(TypeError):
            Actual("540条", evidence=evidence)

    def test_evolved_is_read_again(self):
        actual = attrs.evolve(Actual("78次中77次", evidence=[Evidence("台账")]), text="约75次")
        assert (actual.quantity, actual.whole) == (Quantity(75, "次"), None)
        assert actual.approximation is Approximation.ABOUT
        assert actual.evidence == (Evidence("台账"),)
