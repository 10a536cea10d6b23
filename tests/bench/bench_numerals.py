"""Reading and writing a thousand numbers, beside the libraries that do it too, as far as they are installed.

A call reads or writes a thousand numbers: its milliseconds are microseconds for one. No number comes twice in
an entry, unless its name says so; groups of four digits do, and govperf remembers those.
"""

import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from importlib import import_module
from random import Random
from typing import Any, NamedTuple

from harness import Entry, process

from govperf.numerals import format_number, format_rmb, parse_number, parse_rmb

THOUSAND = 1_000
RANDOM = Random(2026)  # noqa: S311 - chance that repeats itself


class Beside(NamedTuple):
    """Another library's way to do it."""

    name: str
    call: Callable[[Any], object]
    faster: float | None = None
    """The bar."""
    form: Callable[[Any], object] | None = None
    """Makes of a number what the library takes."""


class Batch(NamedTuple):
    """The same thousand, for each side in its form."""

    ours: list[Any]
    theirs: list[Any]


def entry(what: str, call: Callable[[Any], object], fresh: Callable[[], list[Any]], other: Beside) -> Entry:
    """One thousand after the other, read or written by both."""

    def batch() -> Batch:
        ours = fresh()
        return Batch(ours, ours if other.form is None else [other.form(one) for one in ours])

    name = f"{what} · {other.name}"
    return Entry(name, _over("ours", call), _over("theirs", other.call), fresh=batch, faster=other.faster)


def _over(side: str, call: Callable[[Any], object]) -> Callable[[Batch], None]:
    def run(batch: Batch) -> None:
        for one in getattr(batch, side):
            call(one)

    return run


def unlike(made: Callable[[], Any]) -> Callable[[], list[Any]]:
    """Thousands of which no member comes twice."""
    seen: set[Any] = set()

    def thousand() -> list[Any]:
        before = len(seen)
        found = []
        while len(seen) < before + THOUSAND:
            one = made()
            if one not in seen:
                seen.add(one)
                found.append(one)
        return found

    return thousand


def twice(
    what: str, call: Callable[[Any], object], made: Callable[[], Any], other: Beside
) -> Iterator[Entry]:
    """Thousands of new ones, and then one thousand again and again."""
    yield entry(what, call, unlike(made), other)
    same = unlike(made)()
    yield entry(f"{what}, the same again", call, lambda: same, other)


# --- numbers and texts


def whole() -> int:
    """From 4 to 12 digits, a third of them zeros."""
    return int(f"{RANDOM.randint(1, 9)}{''.join(RANDOM.choices('00001123456789', k=RANDOM.randint(3, 11)))}")


def cents() -> Decimal:
    """With 角 and 分, as the others can read it."""
    return Decimal(f"{RANDOM.randint(1, 10**8)}.{RANDOM.randint(1, 9)}{RANDOM.randint(1, 9)}")


def money() -> Decimal:
    return Decimal(f"{RANDOM.randint(0, 10 ** RANDOM.randint(1, 13))}.{RANDOM.randint(0, 99):02}")


def spelled() -> str:
    return format_number(whole(), style="spoken")


def capitals() -> str:
    return format_rmb(cents(), prefix="")


def scaled() -> str:
    return f"{RANDOM.randint(1, 9999)}.{RANDOM.randint(1, 99)}万"


def grouped() -> str:
    return f"{RANDOM.randint(1000, 10**9):,}.{RANDOM.randint(10, 99)}"


def spoken(number: int) -> str:
    return format_number(number, style="spoken")


def financial(number: int) -> str:
    return format_number(number, style="financial")


def compact(number: Decimal) -> str:
    return format_number(number, style="scaled", digits=2)


# --- the other libraries


def library(name: str) -> Any:
    """A library, or None; what it warns of is nobody's business here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return import_module(name)
        except ImportError:
            return None


def beside_cn2an() -> Iterator[Entry]:
    cn2an = library("cn2an")
    if cn2an is None:
        return
    strict, smart = (partial(cn2an.cn2an, mode=mode) for mode in ("strict", "smart"))
    low, up, rmb = (partial(cn2an.an2cn, mode=mode) for mode in ("low", "up", "rmb"))
    yield from twice("read 汉字整数", parse_number, spelled, Beside("cn2an strict", strict, 8))
    yield entry("read 汉字整数", parse_number, unlike(spelled), Beside("cn2an smart", smart))
    yield entry("read 22.2万", parse_number, unlike(scaled), Beside("cn2an smart", smart, 4))
    yield from twice("read 大写金额", parse_rmb, capitals, Beside("cn2an strict", strict, 5))
    yield from twice("write 小写", spoken, whole, Beside("cn2an low", low, 10, str))
    yield from twice("write 大写", financial, whole, Beside("cn2an up", up, 10, str))
    yield from twice("write 大写金额", format_rmb, money, Beside("cn2an rmb", rmb, 5, str))


def beside_cn2int() -> Iterator[Entry]:
    cn2int = library("cn2int")
    if cn2int is None:
        return
    yield from twice("read 汉字整数", parse_number, spelled, Beside("cn2int", cn2int.chinese2int, 2))
    yield entry("write 小写", spoken, unlike(whole), Beside("cn2int", cn2int.int2chinese))


def beside_babel() -> Iterator[Entry]:
    babel = library("babel.numbers")
    if babel is None:
        return
    read = partial(babel.parse_decimal, locale="zh_CN", strict=True)
    write = partial(babel.format_compact_decimal, locale="zh_CN", fraction_digits=2)
    yield entry("read 1,234.56", parse_number, unlike(grouped), Beside("Babel strict", read, 40))
    yield entry("write 1234.57万", compact, unlike(money), Beside("Babel compact", write, 50))


def beside_icu() -> Iterator[Entry]:
    icu = library("icu")
    if icu is None:
        return
    china = icu.Locale("zh_CN")
    spell, capital = (icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, china) for _ in range(2))
    capital.setDefaultRuleSet("%spellout-cardinal-financial")
    short = icu.NumberFormatter.withLocale(china).notation(icu.Notation.compactShort())
    short = short.precision(icu.Precision.maxFraction(2))
    yield entry("read 汉字整数", parse_number, unlike(spelled), Beside("ICU", spell.parse))
    yield entry("read 1,234.56", parse_number, unlike(grouped), Beside("ICU", spell.parse))
    yield entry("write 小写", spoken, unlike(whole), Beside("ICU", spell.format))
    yield entry("write 大写", financial, unlike(whole), Beside("ICU", capital.format))
    yield entry("write 1234.57万", compact, unlike(money), Beside("ICU", short.formatDouble, 0.5, float))


def imports() -> Iterator[Entry]:
    bare = process("-c", "pass")
    numerals = process("-c", "import govperf.numerals")
    reading = process("-c", "from govperf.numerals import parse_number; parse_number('三千六百七十八点七六')")
    yield Entry("import govperf.numerals · bare interpreter", numerals, bare, above=10)
    yield Entry("import it and read 三千六百七十八点七六 · bare interpreter", reading, bare)
    if library("cn2an"):
        yield Entry("import govperf.numerals · import cn2an", numerals, process("-c", "import cn2an"))


ENTRIES = [*imports(), *beside_cn2an(), *beside_cn2int(), *beside_babel(), *beside_icu()]
