"""Writing quantities (数量的书写).

A specification says up to five things, in this order, each of which may be left out:

* the style: `,` grouped; `scaled` in 万 or 亿 as it suits; `spoken` in Chinese digits; `financial` in
  capitals, of 元 as 人民币大写; none of them is plain before digits, and grouped before anything else;
* `.2` or `.2f`: so many digits after the point, rounded half up; `f` alone is plain;
* `#`: a space before the unit;
* a unit to convert to;
* `@en`: for readers of another language, as CLDR spells it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from govperf.layout import Call, written
from govperf.numerals import format_number, format_rmb
from govperf.numerals.rounding import rounded
from govperf.units.abroad import CLDR
from govperf.units.lexicon import CURRENCIES, SCALES
from govperf.units.unit import Unit, unit_named

if TYPE_CHECKING:
    from govperf.numerals.choices import Style
    from govperf.units.quantity import Quantity

__all__ = ["call", "code", "html", "latex", "write"]

_SPEC: Final = re.compile(
    r"(?P<style>,|scaled|spoken|financial)?(?:\.(?P<digits>[0-9]{1,2}))?(?P<plain>f)?(?P<gap>\#)?"
    r"(?:\s*(?P<unit>[^-+<>=^@0-9\s.,#](?:[^@]*[^@\s])?))?(?:@(?P<locale>[A-Za-z0-9_-]+))?"
)
_FORMS: Final = "',', 'f', '.2f', ',.2f', 'scaled', 'spoken', 'financial', a unit, '@en'"
_YUAN: Final = "元"
_FEN: Final = 2
_WAN: Final = 10_000
_OF_HUNDRED: Final = {"%": "百分之", "‰": "千分之", "‱": "万分之"}


class _Spec(NamedTuple):
    style: str
    digits: int | None
    gap: str
    unit: Unit | None
    locale: str | None


def write(quantity: Quantity, spec: str) -> str:
    """A quantity as text (书写数量).

    Args:
        quantity: What to write.
        spec: As described above.

    Returns:
        Number and unit.

    Raises:
        ValueError: The specification is none, or the locale is unknown.
        UnitError: The unit is unknown, or measures something else.
        NumeralError: The number cannot be written in this style.

    Example:
        >>> from govperf.units import Quantity
        >>> q = Quantity("3678.76", "万元")
        >>> f"{q}", f"{q:,.1f}", f"{q:.1f}", f"{q:,.2f元}", f"{Quantity(123700, '家次'):scaled}"
        ('3,678.76万元', '3,678.8万元', '3678.8万元', '36,787,600.00元', '12.37万家次')
    """
    form = _read(spec)
    if form.unit is not None:
        quantity = quantity.to(form.unit)
    if form.locale is not None:
        return _abroad(quantity, form, form.locale)
    return _STYLES[form.style](quantity, form)


@lru_cache(maxsize=256)
def _read(spec: str) -> _Spec:
    found = _SPEC.fullmatch(spec)
    if found is None or (found["plain"] and found["style"] not in (None, ",")):
        raise _unknown(spec)
    plain = found["plain"] or found["digits"]
    style = found["style"] or ("f" if plain else ",")
    digits = int(found["digits"]) if found["digits"] else None
    word = found["unit"] or ""
    letter = len(word) == 1 and word.isalpha()  # d and g are formats of numbers, not 天 and 克
    if word.isascii() and word and (letter or not unit_named(word)):
        raise _unknown(spec)
    unit = Unit.of(word) if word else None
    if unit and unit.power_of_ten and (style == "scaled" or found["locale"]):  # which take the 万 off
        raise _unknown(spec)
    return _Spec(style, digits, " " if found["gap"] else "", unit, found["locale"])


def _unknown(spec: str) -> ValueError:
    return ValueError(f"unknown format {spec!r} for a quantity: {_FORMS}")


def _numbered(style: Style) -> Callable[[Quantity, _Spec], str]:
    """The number in a style, and the unit."""

    def written(quantity: Quantity, form: _Spec) -> str:
        number = format_number(quantity.magnitude, style=style, digits=form.digits)
        return f"{number}{form.gap}{quantity.unit.beside}".rstrip()

    return written


def _scaled(quantity: Quantity, form: _Spec) -> str:
    quantity = quantity.to(_without_scale(quantity.unit))
    written = format_number(quantity.magnitude, style="scaled", digits=form.digits)
    number = written.rstrip("万亿")
    return f"{number}{form.gap}{written[len(number) :]}{quantity.unit.beside}".rstrip()


def _without_scale(unit: Unit) -> Unit:
    """The unit without the scale word that the number takes over: 万元/万人 becomes 元/万人."""
    first, rest = unit.atoms[:1], unit.atoms[1:]
    return Unit((*(atom._replace(scale="") if atom.exponent > 0 else atom for atom in first), *rest))


def _spoken(quantity: Quantity, form: _Spec) -> str:
    """百分之九十五; 三千六百七十八点七六万元."""
    if before := _OF_HUNDRED.get(quantity.unit.label):
        number = format_number(quantity.magnitude, style="spoken", digits=form.digits)
        return f"{'负' if number.startswith('负') else ''}{before}{number.removeprefix('负')}"
    return _numbered("grouped" if _in_digits(quantity.unit) else "spoken")(_said(quantity), form)


def _said(quantity: Quantity) -> Quantity:
    """Without a scale word that would run into the number: 二百十元 is not 200 of 十元."""
    scale = quantity.unit.atoms[0].scale if quantity.unit.atoms else ""
    clear = not scale or (scale in ("万", "亿") and 0 < abs(quantity.magnitude) < _WAN)
    return quantity if clear else quantity.to(_without_scale(quantity.unit))


def _in_digits(unit: Unit) -> bool:
    """Whether words before the unit would be read as a part of it: 三千克² is 3000克²."""
    return bool(unit.atoms) and unit.atoms[0].exponent > 1 and unit.atoms[0].name[0] in SCALES


def _financial(quantity: Quantity, form: _Spec) -> str:
    """人民币叁仟陆佰柒拾捌万柒仟陆佰元整; 壹仟肆佰零玖项."""
    if not quantity.unit.is_money:
        return _numbered("grouped" if _in_digits(quantity.unit) else "financial")(_said(quantity), form)
    currency = quantity.unit.dimension[0][0]
    amount = quantity.to(currency).magnitude
    if form.digits is not None:
        amount = rounded(amount, min(form.digits, _FEN), "half_up")
    return format_rmb(amount, prefix="人民币" if currency == _YUAN else currency)


_STYLES: Final[dict[str, Callable[[Quantity, _Spec], str]]] = {
    ",": _numbered("grouped"),
    "f": _numbered("plain"),
    "scaled": _scaled,
    "spoken": _spoken,
    "financial": _financial,
}


def _abroad(quantity: Quantity, form: _Spec, locale: str) -> str:
    """CN¥36,787,600.00, 59.89 km; a unit that CLDR does not know stays as it is."""
    from govperf.numerals.locales import local_amount  # noqa: PLC0415 - Babel is loaded by those who use it

    style = {",": "grouped", "f": "plain"}.get(form.style, form.style)
    if style not in ("grouped", "plain"):
        return _in_words(quantity, form, cast("Style", style))
    plain = quantity.to(_without_scale(quantity.unit))
    name = plain.unit.label
    if currency := CURRENCIES.get(name):
        plain = plain.to(plain.unit.dimension[0][0])
        return local_amount(plain.magnitude, style, form.digits, locale, currency=currency)
    if measure := CLDR.get(name):
        return local_amount(plain.magnitude, style, form.digits, locale, measure=measure)
    number = format_number(plain.magnitude, style=cast("Style", style), digits=form.digits, locale=locale)
    return f"{number} {plain.unit.beside}".rstrip()


def _in_words(quantity: Quantity, form: _Spec, style: Style) -> str:
    """In 万 as the language has it, or in traditional characters."""
    unit = _without_scale(quantity.unit) if style == "scaled" else quantity.unit
    number = format_number(quantity.to(unit).magnitude, style=style, digits=form.digits, locale=form.locale)
    return f"{number} {unit.beside}".rstrip()


def call(quantity: Quantity) -> Call:
    """The call that makes a quantity again (表达式)."""
    return Call("Quantity", (("", f"{quantity.magnitude:f}"), ("", quantity.unit.label)))


def code(self: Quantity) -> str:
    """A quantity, whose `__repr__` this is, as the call that makes it (书写表达式)."""
    flat = f"Quantity('{self.magnitude:f}', {self.unit.label!r})"
    return flat if len(flat) <= _NARROW else written(call(self))


_NARROW: Final = 40
"""Characters, none of which is wider than two columns."""


def html(quantity: Quantity) -> str:
    """A quantity as HTML (网页显示): its text, escaped, on one line.

    Args:
        quantity: What to show.

    Returns:
        A fragment without style or script.

    Example:
        >>> from govperf.units import Quantity
        >>> html(Quantity("3678.76", "万元"))
        '<span class="govperf-quantity">3,678.76万元</span>'
    """
    from html import escape  # noqa: PLC0415 - five milliseconds, for notebooks alone

    return f'<span class="govperf-quantity">{escape(str(quantity))}</span>'


def latex(quantity: Quantity) -> str:
    r"""A quantity as LaTeX (LaTeX显示), for MathJax and for LaTeX with a Chinese font.

    Args:
        quantity: What to show.

    Returns:
        Number and unit in mathematical mode.

    Example:
        >>> from govperf.units import Quantity
        >>> print(latex(Quantity("3678.76", "万元")), latex(Quantity(95, "%")))
        $3{,}678.76\,\text{万元}$ $95\,\text{\%}$
    """
    number = f"{quantity.magnitude:,f}".replace(",", "{,}")
    unit = quantity.unit.beside.replace("%", "\\%")
    return f"${number}\\,\\text{{{unit}}}$" if unit else f"${number}$"
