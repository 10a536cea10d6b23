"""Writing: number and unit without a space, read back as the same quantity."""

from decimal import Decimal

import pytest

from govperf.errors import NumeralError
from govperf.units import Quantity

WRITTEN = [  # number, unit, specification, text
    ("3678.76", "万元", "", "3,678.76万元"),
    ("3678.76", "万元", ",", "3,678.76万元"),
    ("3678.76", "万元", ",f", "3,678.76万元"),
    ("3678.76", "万元", "f", "3678.76万元"),
    ("3678.76", "万元", ".1", "3678.8万元"),
    ("3678.76", "万元", ".1f", "3678.8万元"),
    ("3678.76", "万元", ",.1", "3,678.8万元"),
    ("3678.76", "万元", ",.1f", "3,678.8万元"),
    ("3678.76", "万元", ".0f", "3679万元"),
    ("3678.76", "万元", ",.4f", "3,678.7600万元"),
    ("1.50", "元", "", "1.50元"),
    ("83.285", "分", ".2f", "83.29分"),
    ("-0.005", "元", ".2f", "-0.01元"),
    ("-0.004", "元", ".2f", "0.00元"),
    ("1234567", "", "", "1,234,567"),
    ("95.08", "%", "", "95.08%"),
    ("7", "万元/(人·年)", "", "7万元/(人·年)"),
    # the scale word that suits the amount, counted from the unit without its own
    ("123700", "家次", "scaled", "12.37万家次"),
    ("123700", "家次", "scaled.1", "12.4万家次"),
    ("3678.76", "万元", "scaled", "3678.76万元"),
    ("36787.6", "万元", "scaled", "3.67876亿元"),
    ("0.5", "万元", "scaled", "5000元"),
    ("0.00005", "亿元", "scaled", "5000元"),
    ("12345", "亿元", "scaled", "1.2345万亿元"),
    ("99999999", "元", "scaled.2", "1亿元"),
    ("-36787.6", "万元", "scaled.2", "-3.68亿元"),
    ("0", "万元", "scaled", "0元"),
    ("5000", "千克", "scaled", "5000千克"),
    ("50000", "千克", "scaled", "5万千克"),
    ("7", "万元/(人·年)", "scaled", "7万元/(人·年)"),
    ("70000", "元/(人·年)", "scaled", "7万元/(人·年)"),
    ("5", "张/万人", "scaled", "5张/万人"),
    ("50000", "张/万人", "scaled", "5万张/万人"),
    ("3", "万元/万人", "scaled", "3万元/万人"),
    ("50000", "/人", "scaled", "5万/人"),
    ("50000", "/万人", "scaled", "5万/万人"),
    ("50000", "", "scaled", "5万"),
    ("50000", "元²", "scaled", "5万元²"),
    ("50000", "万元²", "scaled", "5亿元²"),
    ("50000", "%", "scaled", "5万%"),
]


UNKNOWN = "x e . .f .100f .２f ,, f.2 2f >10 scaled, ,scaled SCALED scaled.2.2 scaledf +.2f ^9 =9 @ @en.2"


class TestWriting:
    @pytest.mark.parametrize(("number", "unit", "spec", "text"), WRITTEN)
    def test_text(self, number, unit, spec, text):
        assert format(Quantity(number, unit), spec) == text

    @pytest.mark.parametrize(("number", "unit", "spec"), [row[:3] for row in WRITTEN if "." not in row[2]])
    def test_reads_back(self, number, unit, spec):
        quantity = Quantity(number, unit)
        assert Quantity.parse(format(quantity, spec)) == quantity

    def test_str_is_grouped(self):
        assert str(Quantity("3678.76", "万元")) == f"{Quantity('3678.76', '万元')}" == "3,678.76万元"

    def test_no_exponent(self):
        assert str(Quantity(Decimal("1E+4"), "元")) == "10,000元"
        assert str(Quantity(Decimal("1E-7"), "元")) == "0.0000001元"
        assert repr(Quantity(Decimal("1E+4"), "元")) == "Quantity('10000', '元')"

    @pytest.mark.parametrize("spec", [*UNKNOWN.split(), ".2f\n", " "], ids=ascii)
    def test_unknown_specification(self, spec):
        with pytest.raises(ValueError, match="unknown format"):
            format(Quantity(5, "元"), spec)

    def test_too_many_decimals(self):
        assert f"{Quantity(5, '元'):.60f}" == "5." + "0" * 60 + "元"
        with pytest.raises(NumeralError, match="0 to 60 decimals"):
            f"{Quantity(5, '元'):.61f}"
