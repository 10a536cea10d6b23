"""The other libraries, each behind plain calls: ways to read a text, ways to write a number.

None is needed to run the tests. What a library raises is its refusal.
"""

import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from importlib import import_module
from importlib.metadata import version
from typing import NamedTuple

HALF_UP = 6
"""UNUM_ROUND_HALFUP, for which PyICU has no name."""


class Rival(NamedTuple):
    version: str
    readers: Mapping[str, Callable[[str], Decimal]]
    writers: Mapping[str, Callable[[Decimal], str]]


def rivals():
    """What is installed here."""
    found = {}
    for name, made in _MAKERS.items():
        with warnings.catch_warnings(), suppress(ImportError):
            warnings.simplefilter("ignore")  # of being compiled
            found[name] = made()
    return found


def _cn2an():
    cn2an = import_module("cn2an")

    def reader(mode):
        return lambda text: _exact(cn2an.cn2an(text, mode))

    def writer(mode):
        return lambda number: cn2an.an2cn(f"{number:f}", mode)

    modes = {"spoken": "low", "financial": "up", "rmb": "rmb", "digits": "direct"}
    return Rival(
        cn2an.__version__,
        {mode: reader(mode) for mode in ("strict", "smart")},
        {style: writer(mode) for style, mode in modes.items()},
    )


def _cn2int():
    cn2int = import_module("cn2int")
    readers = {
        "whole": lambda text: _exact(cn2int.chinese2int(text)),
        "float": lambda text: _exact(cn2int.chinese2float(text)),
    }
    writers = {
        "spoken": lambda number: _text(cn2int.int2chinese(_whole(number), use_simple_ten=True)),
        "financial": lambda number: _text(cn2int.int2chinese(_whole(number), lower=False)),
        "digits": lambda number: _text(cn2int.int2chinese(_whole(number), enumeration=True)),
    }
    return Rival(version("cn2int"), readers, writers)


def _icu():
    icu = import_module("icu")
    china = icu.Locale("zh_CN")
    spelled = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, china)
    short = icu.NumberFormatter.withLocale(china).notation(icu.Notation.compactShort())
    short = short.precision(icu.Precision.maxFraction(2)).roundingMode(HALF_UP)
    grouped = icu.NumberFormatter.withLocale(china).precision(icu.Precision.unlimited())

    def read(text):
        position = icu.ParsePosition(0)
        found = spelled.parse(text, position)
        if position.getIndex() < len(text):
            raise ValueError(text)
        return _exact(found.getDouble() if found.getType() == icu.Formattable.kDouble else found.getInt64())

    def speller(rules):
        def spell(number):
            spelled.setDefaultRuleSet(rules)
            return spelled.format(int(number) if number == int(number) else float(number))

        return spell

    def spell_year(number):
        if not 1000 <= number <= 9999:
            raise ValueError(number)
        return speller("%spellout-numbering-year")(number)

    return Rival(
        icu.ICU_VERSION,
        {"spellout": read},
        {
            "spoken": speller("%spellout-cardinal"),
            "financial": speller("%spellout-cardinal-financial"),
            "digits": spell_year,
            "scaled": lambda number: short.formatDecimal(f"{number:f}".encode()),
            "grouped": lambda number: grouped.formatDecimal(f"{number:f}".encode()),
        },
    )


def _babel():
    numbers = import_module("babel.numbers")

    def scaled(number):
        return numbers.format_compact_decimal(number, locale="zh_CN", fraction_digits=2)

    def grouped(number):
        return numbers.format_decimal(number, locale="zh_CN", decimal_quantization=False)

    return Rival(
        import_module("babel").__version__,
        {"strict": lambda text: numbers.parse_decimal(text, locale="zh_CN", strict=True)},
        {"scaled": scaled, "grouped": grouped},
    )


_MAKERS = {"cn2an": _cn2an, "cn2int": _cn2int, "ICU": _icu, "Babel": _babel}


def _exact(found):
    """What a library says, a float by its shortest digits."""
    return Decimal(repr(found))


def _whole(number):
    if number.as_tuple().exponent:
        raise ValueError(number)
    return int(number)


def _text(found):
    if found is None:
        raise ValueError
    return found
