"""Numbers for readers of other languages (区域格式): the only speaker of Babel.

Babel knows the signs, the patterns and the scale words of a locale (CLDR). It is asked for nothing
else: the number is rounded here before its pattern is chosen, so that 99999999 is 100M and never
99.99M or 1000K, and Babel computes in a context of ours, never in that of the caller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit

from govperf.errors import shown
from govperf.numerals.contexts import EXACT, own_context
from govperf.numerals.rounding import decimal_of, fixed, number_of, percentage
from govperf.numerals.spoken import FINANCIAL, SEQUENCE, SPOKEN, Script

if TYPE_CHECKING:
    from govperf.numerals.choices import Rounding

__all__ = ["local_amount", "local_number"]

# Traditional characters; 10^12 is 萬億 in them too, for 兆 has two meanings.
_TRADITIONAL: Final[Mapping[str, str]] = {"wan": "萬", "yi": "億", "minus": "負", "point": "點"}

# Simplified and traditional.
_SCRIPTS: Final[Mapping[str, tuple[Script, Script]]] = {
    "spoken": (SPOKEN, Script("零一二三四五六七八九", "千百十", teen="十", **_TRADITIONAL)),
    "financial": (FINANCIAL, Script("零壹貳參肆伍陸柒捌玖", "仟佰拾", teen="壹拾", **_TRADITIONAL)),
}
_SEQUENCES: Final = (SEQUENCE, {**SEQUENCE, **str.maketrans("-.", "負點")})
_POINTS: Final = ("个百分点", "個百分點")

# The last digit before the point in a pattern, and its decimals.
_LAST_DIGIT: Final = re.compile(r"0(?:\.[0#]+)?(?![0#,.])")

# The places before the point in a pattern without groups.
_PLACES: Final = re.compile("0+")

# CLDR: in this notation a number of up to four digits has no groups, with a scale word or without.
_UNGROUPED: Final = 4

# Numbers of other plural forms, the form of all others first.
_STAND_INS: Final = (Decimal(100), Decimal(11), Decimal(3))

# Digits that Babel computes with, beyond those of the number.
_SPARE: Final = 8


def local_number(
    value: Decimal | int | Fraction, style: str, digits: int | None, rounding: Rounding, locale: object
) -> str:
    """A number as it is printed in another language (区域格式).

    Args:
        value: Exact.
        style: As in `format_number`.
        digits: Decimals; None for all.
        rounding: What becomes of an exact half.
        locale: As CLDR spells it, with _ or -.

    Returns:
        The number, in ASCII digits unless Chinese ones are asked for.

    Raises:
        NumeralError: The value cannot be written.
        TypeError: The value is no exact number, or the locale no text.
        ValueError: The locale is unknown, or has no such style.

    Example:
        >>> local_number(Decimal("1234.5"), "grouped", 2, "half_up", "de")
        '1.234,50'
        >>> local_number(12000, "financial", None, "half_up", "zh_TW")
        '壹萬貳仟'
    """
    if not isinstance(locale, str):
        msg = f"a locale is a str, not {type(locale).__name__}"
        raise TypeError(msg)
    known = _known(locale)
    if write := _ANYWHERE.get(style):
        return write(value, digits, rounding, known)
    if known.language != "zh":
        msg = f"the style {style!r} is for Chinese alone, not for {shown(locale)}"
        raise ValueError(msg)
    traditional = known.script == "Hant"
    if style in _SCRIPTS:
        return _SCRIPTS[style][traditional].written(value, digits, rounding)
    if style == "points":
        points = percentage(value, digits, rounding)
        return _by_babel(points, known.decimal_formats[None].pattern, known) + _POINTS[traditional]
    return f"{fixed(number_of(value, digits), digits, rounding):f}".translate(_SEQUENCES[traditional])


@lru_cache(maxsize=64)
def _known(locale: str) -> Locale:
    try:
        return Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError) as error:
        msg = f"the locale is spelled as in CLDR, such as 'en' or 'zh_Hant', not {shown(locale)}"
        raise ValueError(msg) from error


def _grouped(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding, locale: Locale) -> str:
    number = fixed(number_of(value, digits), digits, rounding)
    return _by_babel(number, locale.decimal_formats[None].pattern, locale)


def _plain(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding, locale: Locale) -> str:
    return _by_babel(fixed(number_of(value, digits), digits, rounding), "0", locale)


def _percent(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding, locale: Locale) -> str:
    percent = percentage(value, digits, rounding)
    return _by_babel(percent, locale.percent_formats[None].pattern, locale)


def _scaled(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding, locale: Locale) -> str:
    """The number in the scale word that suits it when it is rounded, without zeros at its end."""
    number, scales = number_of(value, digits), _scales(locale)
    found = _scale(number, scales)
    mantissa = fixed(number.scaleb(-found.shift, EXACT), digits, rounding)
    if (reached := _scale(mantissa.scaleb(found.shift, EXACT), scales)) != found:
        mantissa = mantissa.scaleb(found.shift - reached.shift, EXACT)
    written = f"{mantissa:f}"
    mantissa = Decimal(written.rstrip("0").rstrip(".") if "." in written else written)
    pattern = _of_number(reached.patterns, mantissa, locale) if reached.patterns else "0"
    if mantissa.adjusted() >= _UNGROUPED:
        grouped = locale.decimal_formats[None].pattern.partition(".")[0]
        pattern = _PLACES.sub(grouped, pattern)
    return _by_babel(mantissa, pattern, locale)


class _Scale(NamedTuple):
    """A power of ten from which on a scale word is used, by how much it divides, and its patterns."""

    power: int
    shift: int
    patterns: Mapping[str, str]
    """By the plural form; none where the number is written out."""


@lru_cache(maxsize=64)
def _scales(locale: Locale) -> tuple[_Scale, ...]:
    """The scales of a locale, the highest first."""
    formats = locale.compact_decimal_formats["short"]
    found = [_Scale(-1, 0, {})]
    for key in formats["other"]:
        patterns = {form: by_key[key].pattern for form, by_key in formats.items() if key in by_key}
        power, places = len(key) - 1, patterns["other"].partition(";")[0].count("0")
        found.append(
            _Scale(power, 0, {}) if patterns["other"] == "0" else _Scale(power, power - places + 1, patterns)
        )
    return tuple(sorted(found, reverse=True))


def _scale(number: Decimal, scales: tuple[_Scale, ...]) -> _Scale:
    power = number.adjusted() if number else -1
    return next(scale for scale in scales if scale.power <= max(power, -1))


def _of_number(patterns: Mapping[str, str], number: Decimal, locale: Locale) -> str:
    """The pattern of the plural form that the number takes."""
    with localcontext(_context(number)):
        return patterns.get(locale.plural_form(number.copy_abs()), patterns["other"])


def _by_babel(number: Decimal, pattern: str, locale: Locale) -> str:
    """A number in a pattern, with all its decimals and no other."""
    exact = _exact(number, pattern)
    if "%" in pattern:  # Babel multiplies by a hundred
        number = number.scaleb(-2, EXACT)
    with localcontext(_context(number)):
        return format_decimal(number, exact, locale)


def _exact(number: Decimal, pattern: str) -> str:
    """The pattern, with as many decimals as the number has."""
    decimals = f"{number:f}".partition(".")[2]
    return _LAST_DIGIT.sub(f"0.{'0' * len(decimals)}" if decimals else "0", pattern)


def _context(number: Decimal) -> Context:
    """Room for every digit of a number, and for what Babel makes of it."""
    return own_context(len(f"{number:f}") + _SPARE)


# The writers of what every language has.
_ANYWHERE: Final[Mapping[str, Callable[[Decimal | int | Fraction, int | None, Rounding, Locale], str]]] = {
    "grouped": _grouped,
    "plain": _plain,
    "scaled": _scaled,
    "percent": _percent,
}


def local_amount(
    value: Decimal, style: str, digits: int | None, locale: str, *, currency: str = "", measure: str = ""
) -> str:
    """A number with its currency or unit of measurement, as another language prints it (区域格式).

    Args:
        value: Exact.
        style: "grouped" or "plain"; an amount of money has always groups.
        digits: Decimals; None for all.
        locale: As CLDR spells it.
        currency: A code of ISO 4217.
        measure: A unit of CLDR, where there is no currency.

    Returns:
        The amount, rounded half up.

    Raises:
        NumeralError: The value cannot be written.
        ValueError: The locale is unknown, or the style is none of these.

    Example:
        >>> local_amount(Decimal("36787600"), "grouped", 2, "en", currency="CNY")
        'CN¥36,787,600.00'
        >>> local_amount(Decimal(24), "grouped", None, "en", measure="duration-hour")
        '24 hr'
    """
    known = _known(locale)
    if style not in ("grouped", "plain"):
        msg = f"the style {style!r} is not for amounts in another language"
        raise ValueError(msg)
    number = fixed(decimal_of(value), digits, "half_up")
    with localcontext(_context(number)):
        if currency:
            pattern = _exact(number, known.currency_formats["standard"].pattern)
            return format_currency(number, currency, pattern, known, currency_digits=False)
        pattern = known.decimal_formats[None].pattern if style == "grouped" else "0"
        exact = _exact(number, pattern)
        written = format_decimal(number, exact, known)
        # Two metres are one word in Arabic, with no number and no sign; the form of another number has both.
        texts = (
            format_unit(form, measure, "short", exact, known).replace(
                format_decimal(form, exact, known), written
            )
            for form in (number, *_STAND_INS)
        )
        return next((text for text in texts if written in text), f"{written} {measure}")
