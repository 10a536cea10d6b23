"""What everybody is asked: texts to read and numbers to write, the same in every run."""

import os
from decimal import Decimal
from random import Random

import reference
from reference import FINANCIAL, PLAIN

EACH = 5_000 if os.environ.get("GOVPERF_HYPOTHESIS") == "deep" else 150

_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
_TRADITIONAL = str.maketrans("万亿贰叁陆两", "萬億貳參陸兩")
_LABEL = str.maketrans("0123456789", "〇一二三四五六七八九")


def zero_heavy(random, places=16):
    """A whole number of up to so many places, of which about half are empty."""
    digits = random.choice(["0000123456789", "00000001", "0123456789"])
    return int("".join(random.choice(digits) for _ in range(random.randint(1, places))))


def texts():
    """Texts to read, by kind."""
    random = Random(2026)  # noqa: S311 - chance that repeats itself
    return {kind: list(dict.fromkeys(made(random) for _ in range(EACH))) for kind, made in _TEXTS.items()}


def numbers():
    """Numbers to write, by style."""
    random = Random(2027)  # noqa: S311 - chance that repeats itself
    return {
        style: list(dict.fromkeys(random.choice([1, 1, 1, -1]) * made(random) for _ in range(2 * EACH)))
        for style, made in _NUMBERS.items()
    }


def _spelled(random, characters=PLAIN, places=16):
    number = zero_heavy(random, places)
    return random.choice([*reference.spellings(number, characters), reference.written(number, characters)])


def _financial(random):
    return _spelled(random, FINANCIAL)


def _after_point(random):
    return "".join(random.choice(PLAIN[0]) for _ in range(random.randint(1, 6)))


def _decimals(random):
    return f".{random.randint(1, 9999):04}"[: random.randint(2, 5)]


def _sign(random):
    return random.choice(["", "", "-"])


def _whole(random, places):
    return f"{zero_heavy(random, places)}"


def _amount(random):
    """An amount of money in one of the spellings that the two regulations allow."""
    cents = random.choice([zero_heavy(random, 6), zero_heavy(random, 14)])
    return random.choice(reference.amounts(cents))


_TEXTS = {
    "spelled": _spelled,
    "financial": _financial,
    "negative": lambda random: "负" + _spelled(random, places=8),
    "decimal": lambda random: f"{_spelled(random, places=9)}点{_after_point(random)}",
    "decimal of a scale": lambda random: (
        f"{_spelled(random, places=3)}点{_after_point(random)}{random.choice(['万', '亿', '万亿'])}"
    ),
    "label": lambda random: str(random.randint(1000, 2099)).translate(_LABEL),
    "label with 零": lambda random: str(random.randint(1000, 2099)).translate(_LABEL).replace("〇", "零"),
    "traditional": lambda random: _financial(random).translate(_TRADITIONAL),
    "两": lambda random: _spelled(random, places=9).replace("二百", "两百").replace("二千", "两千"),
    "said": lambda random: (
        f"{random.choice('一二三六九')}{random.choice(['百', '千', '万', '亿'])}{random.choice('一二五九')}"
    ),
    "arabic": lambda random: _sign(random) + _whole(random, 11) + random.choice(["", _decimals(random)]),
    "long": lambda random: f"{random.randint(10**17, 10**25)}",
    "grouped": lambda random: (
        f"{_sign(random)}{zero_heavy(random, 12):,}{random.choice(['', _decimals(random)])}"
    ),
    "full width": lambda random: (
        (_whole(random, 9) + random.choice(["", _decimals(random)])).translate(_WIDE)
        + random.choice(["", "", "万"])
    ),
    "scaled": lambda random: (
        f"{_sign(random)}{_whole(random, 4)}{random.choice(['', _decimals(random)])}"
        f"{random.choice(['千', '万', '亿', '百万', '千万', '万亿'])}"
    ),
    "mixed": lambda random: random.choice(
        [
            f"{random.randint(1, 99)}亿{random.randint(1000, 9999)}万",
            f"{random.randint(1, 99)}万{random.randint(1, 9)}千",
            f"{random.randint(1, 99)}万{random.randint(1000, 9999)}",
            f"{random.randint(1, 99)}.{random.randint(1, 9)}万{random.randint(10, 999)}",
            f"{random.randint(1, 99)} 万",
        ]
    ),
    "amount": _amount,
}


def _exact(number, places):
    return Decimal(f"{number}E-{places}")


def _integer(random):
    return Decimal(zero_heavy(random))


_NUMBERS = {
    "spoken": lambda random: random.choice(
        [_integer(random), _exact(zero_heavy(random, 12), random.randint(0, 5))]
    ),
    "financial": _integer,
    "digits": lambda random: Decimal(random.choice([zero_heavy(random, 11), random.randint(1000, 2099)])),
    "rmb": lambda random: _exact(zero_heavy(random, random.choice([5, 16])), 2),
    "scaled": lambda random: _exact(zero_heavy(random, 18), random.randint(0, 5)),
    "grouped": lambda random: _exact(zero_heavy(random, 18), random.randint(0, 5)),
}
