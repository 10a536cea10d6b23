"""Reading the name of a unit (读取单位名称): 万家次, 元/(人·月), 每平方米, 例/10万人.

A unit is a product of atoms, each a scale word, a name and an exponent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, NoReturn
from unicodedata import normalize

from govperf.errors import UnitError
from govperf.units.known import is_own, meaning_of, name_of, nearest
from govperf.units.lexicon import POWERS, SCALES

__all__ = ["SUPERSCRIPTS", "Atom", "atom_named", "atoms_of", "label_of", "no_unit", "refused"]

SUPERSCRIPTS: Final = {1: ""} | {power: sign for sign, power in POWERS.items()}
"""What stands behind a unit, by its exponent (上标)."""

_SCALES: Final = ("", *sorted(SCALES, key=len, reverse=True))
_WORDS: Final = {power: word for word, power in SCALES.items()}
_NARROW: Final = str.maketrans("％﹪（）／∕⁄＊萬億圆圓＾", "%%()///*万亿元元^")
_PER: Final = re.compile("[/每]")
_TIMES: Final = re.compile("[·⋅•・∙*×]")
_BELOW: Final = re.compile("[·⋅•・∙*×、.．]")
_TENS: Final = re.compile("1(0+)")
_POWER: Final = re.compile(r"\^([2-9])")
_BRACKETED: Final = re.compile(r"\(([^()]+)\)")


class Atom(NamedTuple):
    """One factor of a unit (单位因子)."""

    scale: str
    name: str
    exponent: int

    @property
    def label(self) -> str:
        """As printed, without regard to the sign of the exponent; 分 below the line would be 分钟."""
        name = "得分" if self.exponent < 0 and self.name == "分" else self.name
        return self.scale + name + SUPERSCRIPTS[abs(self.exponent)]

    @property
    def power_of_ten(self) -> int:
        """What its scale word multiplies by, as a power of ten: 万米² is 10⁴ 米², as 万平方米 is."""
        power = SCALES.get(self.scale, 0)
        return power if self.exponent > 0 else -power


def label_of(atoms: tuple[Atom, ...]) -> str:
    """A unit as it is printed (单位标签).

    Args:
        atoms: Its factors, none with a power above 9.

    Returns:
        What `atoms_of` reads back.

    Example:
        >>> label_of(atoms_of("万元/人、年"))
        '万元/(人·年)'
    """
    label = "·".join(atom.label for atom in atoms if atom.exponent > 0)
    if below := [atom.label for atom in atoms if atom.exponent < 0]:
        label += f"/{below[0]}" if len(below) == 1 else f"/({'·'.join(below)})"
    return label


def atoms_of(text: str) -> tuple[Atom, ...] | None:
    """The factors of the unit that a text names (读取单位).

    Args:
        text: As described at `Unit.of`; of a sane length.

    Returns:
        The factors, as they stand there; None where a part of it is no unit.

    Example:
        >>> atoms_of("元/100公里"), atoms_of("元/张张")
        ((Atom(scale='', name='元', exponent=1), Atom(scale='百', name='公里', exponent=-1)), None)
    """
    atoms: list[Atom] = []
    for piece, sign, _ in _pieces(_compact(text)[0]):
        atom = atom_named(_later(piece, sign, atoms), sign)
        if atom is None:
            return None
        atoms.append(atom)
    return tuple(atoms)


def _later(piece: str, sign: int, atoms: list[Atom]) -> str:
    """公里/时 and 千瓦·时, 次/分 and 转/分: there they stand for 小时 and 分钟; of 元/分, for a point."""
    if piece == "时" and atoms:
        return "小时"
    scale = piece.removesuffix("分")
    clear = scale != piece and (not scale or scale in SCALES or _TENS.fullmatch(scale))
    if clear and sign < 0 and atoms and meaning_of(atoms[0].name).kind != "money":
        return f"{piece}钟"
    return piece


def _compact(text: str) -> tuple[str, list[int]]:
    """A text without spaces, its signs narrow, and where each character stood."""
    places = [i for i, char in enumerate(text) if not char.isspace()]
    compact = "".join(text[i] for i in places).translate(_NARROW)
    if whole := _BRACKETED.fullmatch(compact):  # （万元）
        return whole[1], places[1:-1]
    return compact, places


def refused(text: str) -> NoReturn:
    """Refuse a text that names no unit (不认识的单位), with the span of the first word that is none.

    Args:
        text: Of which `atoms_of` is None.

    Raises:
        UnitError: Always.

    Example:
        >>> refused("元/龘龘")
        Traceback (most recent call last):
        govperf.errors.UnitError: unknown unit in '元/龘龘'
        ...
    """
    compact, places = _compact(text)
    unknown = ((piece, at) for piece, sign, at in _pieces(compact) if atom_named(piece, sign) is None)
    piece, at = next(unknown, (compact, 0))  # none is left where another thread made it known meanwhile
    start, *_ = *places[at:], len(text)
    end = places[at + len(piece) - 1] + 1 if piece else start
    raise no_unit(text, (start, end), piece)


def no_unit(text: str, span: tuple[int, int], piece: str) -> UnitError:
    """The error of a word that is no unit (不认识的单位), with those that look most like it.

    Args:
        text: What was read.
        span: Of the word in the text.
        piece: The word itself.

    Returns:
        The error, not raised.

    Example:
        >>> print(no_unit("5公理", (1, 3), "公理").explain("zh"))
        “5公理”中有不认识的计量单位，相近的有公里、公顷、公亩
    """
    if piece in SCALES:
        return UnitError("unit.scale", text, span=span)
    names = nearest(piece)
    are = "is" if len(names) == 1 else "are"
    near_en = f", the nearest known {are} {', '.join(names)}" if names else ""
    near_zh = f"，相近的有{'、'.join(names)}" if names else ""
    return UnitError("unit.unknown", text, span=span, details={"near_en": near_en, "near_zh": near_zh})


def _pieces(compact: str) -> Iterator[tuple[str, int, int]]:
    """What the signs set apart: each piece, 1 above or -1 below the line, and where it begins."""
    above, *groups = _PER.split(compact)
    at = 0
    for piece in _TIMES.split(above) if above else ():
        yield piece, 1, at
        at += len(piece) + 1
    at = len(above) + 1
    for group in groups:
        bracketed = group.startswith("(") and group.endswith(")")
        start = at + bracketed
        for piece in _BELOW.split(group[1:-1] if bracketed else group):
            yield piece, -1, start
            start += len(piece) + 1
        at += len(group) + 1


def atom_named(piece: str, sign: int = 1) -> Atom | None:
    """The factor that a piece of a unit names (读取单位因子): a scale word, a name and a power.

    Args:
        piece: Without spaces.
        sign: 1 above the line, -1 below it, where 10, 100 and so on are scale words too.

    Returns:
        The factor, or None. The name comes first: 千米 is a 公里, and 千克² the square of a 千克.

    Example:
        >>> atom_named("万m²"), atom_named("千米")
        (Atom(scale='万', name='平方米', exponent=1), Atom(scale='', name='公里', exponent=1))
        >>> atom_named("10万人", -1), atom_named("20人", -1)
        (Atom(scale='十万', name='人', exponent=-1), None)
    """
    if "^" in piece:  # m^2
        piece = _POWER.sub(lambda found: SUPERSCRIPTS[int(found[1])], piece)
    tens = _TENS.match(piece) if sign < 0 else None
    if tens:
        atom = _named(piece[tens.end() :], sign)
        scale = _WORDS.get(len(tens[1]) + SCALES.get(atom.scale, 0)) if atom else None
        return _scaled(scale, atom.name, atom.exponent) if atom and scale else None
    atom = _named(piece, sign)
    return atom or (None if piece.isascii() else _named(normalize("NFKC", piece), sign))


def _named(piece: str, sign: int) -> Atom | None:
    for scale in _SCALES:
        if not piece.startswith(scale):
            continue
        word = piece[len(scale) :]
        if name := name_of(word) or _classified(word):
            return _scaled(scale, name, sign)
        power = POWERS.get(word[-1:], 0) if word[-2:-1] not in POWERS else 0  # m²² is nothing
        if power and (name := name_of(word[:-1])):
            square = name_of(name + word[-1])  # cm² is 厘米², and that a 平方厘米
            return _scaled(scale, square or name, sign if square else sign * power)
    return None


def _classified(word: str) -> str | None:
    """个网格员, where 网格员 is a user's own unit; those of the lexicon say which of them take 个."""
    name = name_of(word[1:]) if word.startswith("个") else None
    return name if name and is_own(name) else None


def _scaled(scale: str, name: str, exponent: int) -> Atom | None:
    """千 of 米 are a 公里, as its label says; but 千 of 克³ are no 千克³, and nothing says them."""
    whole = name_of(scale + name) if scale else None
    if whole is None:
        return Atom(scale, name, exponent)
    return Atom("", whole, exponent) if abs(exponent) == 1 else None
