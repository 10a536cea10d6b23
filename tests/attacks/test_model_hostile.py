"""Hostile cells, numbers and rule books: refused or read at once, never worked on without end."""

import re
import tomllib
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govperf.errors import GovperfError, InputError, StandardError
from govperf.model import Actual, Budget, Department, Evaluation, Goal, Indicator, Rate, Target
from govperf.scoring import completion_rate, deviation_rate, evaluate
from govperf.standards import ScoringStandard, loads

BOOK = (files("govperf.standards") / "data" / "mof-2020-10.toml").read_text(encoding="utf-8")
LONG = {
    "digits": "9" * 10_000,
    "chinese digits": "九" * 10_000,
    "blanks": "1" + " " * 9_990 + "中",
    "blanks before the middle": "1次" + " " * 9_000 + "其" + " " * 900,
    "commas": "1," * 5_000,
    "signs": "≥" * 10_000,
    "minus": "-" * 10_000,
    "slashes": "1/" * 5_000,
    "middles": "1次中" * 3_333,
    "scales": "1" + "万" * 9_999,
    "words": "不超过" * 3_333,
    "each": "每" * 10_000,
    "endings": "1条" + "以上" * 4_999,
    "combining": "e" + "\u0301" * 9_999,
    "grows when normalised": "\ufdfa" * 10_000,
}


def outcome(call, argument):
    """What comes of a call: a value and "", or None and what the refusal says."""
    try:
        return call(argument), ""
    except (InputError, StandardError) as error:
        return None, str(error)


class TestCells:
    @pytest.mark.parametrize("cell", LONG.values(), ids=LONG)
    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_long(self, kind, cell):
        value, refusal = outcome(kind, cell)
        assert value is None or value.quantity is None
        assert len(refusal) < 500

    @pytest.mark.parametrize(
        "cell",
        [
            "1e999999999",
            "1e9条",
            "NaN",
            "Infinity",
            "-inf%",
            "1_000条",
            "0x10",
            "٣条",
            "१२条",
            "1\n2条",
            "½条",
            "①条",
            "1²条",
        ],
    )
    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_what_python_would_read(self, kind, cell):
        assert kind(cell).quantity is None

    @pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "=1+1", "@1", "+1条", "-1条"])
    def test_formulas_are_text(self, cell):
        target, refusal = outcome(Target, cell)
        assert target.text == cell if target else "before what is no quantity" in refusal

    @pytest.mark.parametrize("cell", ["60\u200b条", "60\u202e条", "\ufeff60条", "60\x00条"])
    def test_unseen_characters(self, cell):
        assert Target(cell).quantity is None
        assert Actual(cell).quantity is None


class TestMagnitudes:
    """Figures that no form holds are refused, undefined or computed; they break no table."""

    HUGE = f"{'9' * 34}条"
    TINY = f"0.{'0' * 50}1条"

    @pytest.mark.parametrize(
        ("target", "actual"), [(TINY, HUGE), (HUGE, TINY), (f"≤{TINY}", HUGE), (f"≤{HUGE}", TINY)]
    )
    def test_rates_are_exact_and_print(self, target, actual):
        rate = completion_rate(target, actual)
        assert isinstance(rate.exact, Fraction)
        assert len(str(rate)) < 100
        assert str(deviation_rate(target, actual)).endswith("%")

    @pytest.mark.parametrize(
        "exact", [10**5000, -(10**5000), Fraction(1, 10**5000)], ids=["huge", "negative", "tiny"]
    )
    def test_any_rate_prints(self, exact):
        assert len(repr(Rate(Fraction(exact)))) < 100

    def test_table_is_evaluated(self):
        weights = [Decimal(10**33), Decimal("1E-60"), 0]
        rows = [
            Indicator("指标", target=target, actual=actual, weight=weight)
            for weight in weights
            for target in (self.TINY, self.HUGE, f"≤{self.TINY}")
            for actual in (self.TINY, self.HUGE, f"约{self.HUGE}", "-1条")
        ]
        budget = Budget(2023, adjusted="0.01元", executed=f"{'9' * 26}亿元")
        card = evaluate(
            Evaluation(Department("某局"), 2023, budget=budget, goals=[Goal("目标", indicators=rows)])
        )
        assert str(card.budget_score.points) == "10.00"
        assert len(card.scores) == len(rows)
        assert all(line for line in card.explain("en").split("\n"))

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("≥1厘米", f"{'9' * 33}公里"),
            ("≥1平方公里", f"0.{'0' * 55}1平方厘米"),
            ("≤1厘米", f"{'9' * 33}公里"),
        ],
    )
    def test_other_unit_cannot_hold_it(self, target, actual):
        row = Indicator("指标", target=target, actual=actual, weight=90)
        (made,) = evaluate(
            Evaluation(Department("某局"), 2023, goals=[Goal("目标", indicators=[row])])
        ).scores
        assert isinstance(made.points, Decimal)
        assert made.explain()

    def test_frequency(self):
        rate = completion_rate(f"{'9' * 34}次/周", "1次")
        assert rate.code == "undefined.target-unread"


@given(st.data())
def test_a_broken_rule_book_is_a_standard_error(data):
    """Cut, doubled, replaced: whatever happens to its text, it loads or is refused."""
    text = BOOK
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 40))
        new = data.draw(
            st.sampled_from(
                ["", text[start:end] * 2, '"', "[", "= 1", "inf", "-", "1e99999999", "{}", "\n[a]\n"]
            )
            | st.text(max_size=5)
        )
        text = text[:start] + new + text[end:]
    book, refusal = outcome(loads, text)
    assert isinstance(book, ScoringStandard) if book else refusal


REFUSED = re.compile(r"(line \d+: )?(\$|the text is not TOML)|the document has \d+ faults")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.decimals(),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=5), values, max_size=3),
    max_leaves=5,
)


def places(value, path=()):
    """Every place in a book, as a path of keys."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


PLACES = [path for path in places(tomllib.loads(BOOK)) if path]


@given(st.sampled_from(PLACES), VALUES.filter(lambda value: value is not None))
def test_any_value_at_any_place(path, value):
    book = tomllib.loads(BOOK)
    parent = book
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = value
    loaded, refusal = outcome(loads, written(book))
    assert loaded or REFUSED.match(refusal)


def written(value):
    """A value as TOML, all on one line for each key of the book."""
    return "\n".join(f"{quoted(key)} = {inline(item)}" for key, item in value.items())


def inline(value):
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "{" + ", ".join(f"{quoted(key)} = {inline(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(inline, value)) + "]"
        case str():
            return quoted(value)
        case Decimal():
            return toml_float(value)
        case _:
            return str(value)


def toml_float(value):
    if value.is_nan():
        return "nan"
    if value.is_infinite():
        return "-inf" if value < 0 else "inf"
    sign, digits, exponent = value.as_tuple()
    return f"{'-' * sign}{int(''.join(map(str, digits)))}.0e{exponent}"


def quoted(text):
    return (
        '"'
        + "".join(f"\\U{ord(char):08x}" if not char.isalnum() or ord(char) > 127 else char for char in text)
        + '"'
    )


def test_the_book_survives_our_writing():
    assert loads(written(tomllib.loads(BOOK, parse_float=Decimal))) == loads(BOOK)


def test_every_refusal_is_ours():
    assert issubclass(StandardError, GovperfError)
