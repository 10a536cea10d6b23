"""Numbers in other languages, which govperf writes with the data of Babel, against ICU, which has its own."""

from decimal import Decimal
from importlib.metadata import version

import cases
import pytest
from differences import VERSIONS
from rivals import HALF_UP

from govperf.numerals import format_number

icu = pytest.importorskip("icu", reason="ICU is not installed")

# Not es and pl, where Babel groups four digits and CLDR does not; not ar, where CLDR has other digits.
LOCALES = ["zh_Hant", "zh_Hant_HK", "ja", "ko", "vi", "en", "de", "fr", "pt", "ru", "hi", "tr"]

pytestmark = pytest.mark.skipif(
    (icu.ICU_VERSION, version("babel")) != (VERSIONS["ICU"], VERSIONS["Babel"]),
    reason="their data are of other years here",
)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("style", ["grouped", "scaled"])
def test_two_decimals(locale, style):
    made = icu.NumberFormatter.withLocale(icu.Locale(locale)).roundingMode(HALF_UP)
    if style == "scaled":
        made = made.notation(icu.Notation.compactShort()).precision(icu.Precision.maxFraction(2))
    else:
        made = made.precision(icu.Precision.fixedFraction(2))
    for number in cases.numbers()[style]:
        if number.is_signed() and number > Decimal("-0.005"):
            continue  # -0, which govperf never writes
        theirs = made.formatDecimal(f"{number:f}".encode())
        assert format_number(number, style=style, digits=2, locale=locale) == theirs, number
