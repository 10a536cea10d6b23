"""How the tests of numbers ask: for a value, for a refusal and its place, and with a row for each case."""

import pytest

from govperf.errors import NumeralError
from govperf.numerals import parse_number


def read(text):
    """The value in full, so that printed decimals count too."""
    return str(parse_number(text))


def refused(text):
    """The code of the refusal, and the characters it points at."""
    with pytest.raises(NumeralError) as caught:
        parse_number(text)
    error = caught.value
    assert error.text == text
    return error.code, text[slice(*error.span)] if error.span else ""


def hint(text):
    with pytest.raises(NumeralError) as caught:
        parse_number(text)
    return caught.value.hint


def table(**cases):
    """One row per case, under its name."""
    return [pytest.param(*case, id=name) for name, case in cases.items()]
