"""Faults of a rule book: gathered, placed, and told together."""

import copy
import pickle

import pytest

from govperf.errors import GovperfError, StandardError, StandardErrors
from govperf.limits import LIMITS
from govperf.standards.faults import at, below, gathered, listed, together, wrong_type

ONE = StandardError("standard.range", 1, path="$.a")
TWO = StandardError("standard.knots", "b", path="$.b")


def raising(error):
    def make():
        raise error

    return make


def caught(call, *args):
    with pytest.raises(StandardError) as found:
        call(*args)
    return found.value


def pickled(error):
    return pickle.loads(pickle.dumps(error))  # noqa: S301 - our own


class TestMany:
    def test_counts_and_keeps_its_faults(self):
        error = StandardErrors([ONE, TWO])
        assert error.explain("zh") == "文档共有2处错误"
        assert error.explain("en") == error.message == "the document has 2 faults"
        assert error.exceptions == (ONE, TWO)
        assert isinstance(error, StandardError)
        assert isinstance(error, GovperfError)

    @pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
    def test_survives_a_copy(self, copied):
        error = StandardErrors([ONE, TWO])
        error.add_note("from the file of May")
        other = copied(error)
        assert type(other) is StandardErrors
        assert [vars(fault) for fault in other.exceptions] == [vars(ONE), vars(TWO)]
        assert other.__notes__ == ["from the file of May"]

    def test_at_says_where_the_book_was_met(self):
        error = StandardErrors([ONE, TWO]).at("may.toml")
        assert error.explain("en") == "may.toml: the document has 2 faults"
        assert error.exceptions == (ONE, TWO)

    def test_except_star_takes_them_apart(self):
        groups = []
        try:
            raise StandardErrors([ONE, TWO])
        except* StandardError as group:
            groups.append(group)
        assert [(type(group), group.exceptions) for group in groups] == [(StandardErrors, (ONE, TWO))]

    def test_split(self):
        knots, rest = StandardErrors([ONE, TWO]).split(lambda error: error is TWO)
        assert (type(knots), knots.exceptions, rest.exceptions) == (StandardErrors, (TWO,), (ONE,))
        assert knots.explain("en") == "the document has 1 faults"


class TestTogether:
    def test_one_is_itself(self):
        assert together([ONE]) is ONE
        assert listed(ONE) == [ONE]

    def test_several(self):
        assert listed(together([ONE, TWO])) == [ONE, TWO]

    @pytest.mark.parametrize(("count", "told"), [(2, 2), (100, 100), (101, 100)])
    def test_no_more_than_enough(self, count, told):
        assert len(listed(together([ONE] * count))) == told


class TestGathered:
    def test_all_is_made(self):
        assert gathered([lambda: 1, lambda: 2]) == [1, 2]

    def test_all_that_is_wrong(self):
        error = caught(gathered, [lambda: 1, raising(ONE), raising(StandardErrors([TWO, ONE]))], [TWO])
        assert listed(error) == [TWO, ONE, TWO, ONE]

    def test_one_alone(self):
        assert caught(gathered, [lambda: 1, raising(ONE)]) is ONE

    def test_known_before(self):
        assert caught(gathered, [], [ONE]) is ONE

    def test_stops_when_enough_is_known(self):
        tried = []

        def make():
            tried.append(1)
            raise ONE

        assert len(listed(caught(gathered, [make] * 500))) == LIMITS.faults
        assert len(tried) == LIMITS.faults

    def test_other_errors_pass(self):
        with pytest.raises(ZeroDivisionError):
            gathered([lambda: 1 // 0])


class TestPlaces:
    @pytest.mark.parametrize(
        ("path", "wanted"), [("", "$.rules.a"), ("knots", "$.rules.a.knots"), ("$.extends", "$.extends")]
    )
    def test_at(self, path, wanted):
        assert caught(at, "$.rules.a", raising(StandardError("standard.range", 1, path=path))).path == wanted

    def test_at_of_several(self):
        faults = [StandardError("standard.range", 1, path=path) for path in ("knots", "steps")]
        error = caught(at, "$.rules.a", raising(StandardErrors(faults)))
        assert [one.path for one in listed(error)] == ["$.rules.a.knots", "$.rules.a.steps"]

    @pytest.mark.parametrize(
        ("key", "path"),
        [
            ("knots", "$.knots"),
            ("a-b_1", "$.a-b_1"),
            ("满意度", "$.满意度"),
            ("a.b", '$."a.b"'),
            ("", '$.""'),
            ('a"b\\', '$."a\\"b\\\\"'),
            ("a\nb\x1b", '$."a\\u000ab\\u001b"'),
            ("x" * 60, f"$.{'x' * 60}"),
            ("x" * 61, f'$."{"x" * 60}…"'),
        ],
    )
    def test_below(self, key, path):
        assert below("$", key) == path


@pytest.mark.parametrize(
    ("value", "shown"), [("text", "'text'"), (5, "'int'"), ([[]], "'list'"), (None, "'NoneType'")]
)
def test_wrong_type(value, shown):
    """A text is quoted; what may nest without end is not."""
    error = wrong_type(value, "$.a")
    assert (error.code, error.path, error.value) == ("standard.type", "$.a", shown)
