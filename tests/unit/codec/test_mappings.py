"""Dictionaries are read as strictly as JSON, whatever Python puts into them."""

import enum
import json
from collections import OrderedDict, UserDict, namedtuple
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import count
from types import MappingProxyType

import pytest

import govperf as gp
from govperf.errors import DataErrors, InputError, LimitError
from govperf.limits import LIMITS, Limits

TABLE = {
    "schema": 1,
    "department": {"name": "某局"},
    "year": 2021,
    "budget": {"year": 2021, "executed": "10万元"},
    "goals": [{"text": "一", "indicators": [{"name": "甲", "weight": 10, "target": "5条"}]}],
}


def indicator(**members):
    return gp.from_dict({"schema": 1, "name": "甲", **members}, gp.Indicator)


def fault(mapping, cls=gp.Indicator):
    with pytest.raises(InputError) as caught:
        gp.from_dict(mapping, cls)
    assert not isinstance(caught.value, DataErrors), caught.value.exceptions
    return caught.value


def found(error):
    return error.code, error.path


def short(value):
    return f"{value.bit_length()} bits" if type(value) is int else repr(value)


class Loud(str):
    """A text that says something else than it is."""

    __slots__ = ()

    def __str__(self):
        raise AssertionError

    strip = encode = isascii = __len__ = __str__


class Many(int):
    def __int__(self):
        raise AssertionError

    __index__ = __str__ = __repr__ = __int__


class Colour(enum.StrEnum):
    RED = "红"


class Lines(list):
    def __iter__(self):
        return count()

    __getitem__ = __len__ = None


class Steps(tuple):
    __slots__ = ()

    def __iter__(self):
        return count()

    __getitem__ = __len__ = None


class Level(enum.IntEnum):
    TEN = 10


Pair = namedtuple("Pair", "first second")  # noqa: PYI024 - the kind without types is a tuple all the same


class TestShape:
    def test_it_is_that_of_json(self):
        table = gp.from_dict(TABLE, gp.Evaluation)
        assert table == gp.from_json(json.dumps(TABLE), gp.Evaluation)
        assert gp.to_dict(table) == json.loads(gp.to_json(table))

    def test_it_is_new_each_time(self):
        table = gp.from_dict(TABLE, gp.Evaluation)
        gp.to_dict(table)["goals"].clear()
        assert len(gp.to_dict(table)["goals"]) == 1

    def test_what_is_read_is_left_as_it_is(self):
        given = json.loads(json.dumps(TABLE))
        gp.from_dict(given, gp.Evaluation)
        assert given == TABLE

    def test_quantities_as_objects(self):
        part = gp.Part("粉尘", "150家")
        assert gp.to_dict(part, quantities="object")["amount"] == {"magnitude": "150", "unit": "家"}


class TestWhatPythonHas:
    @pytest.mark.parametrize(
        "mapping",
        [
            OrderedDict(TABLE),
            UserDict(TABLE),
            MappingProxyType(TABLE),
            {**TABLE, "goals": tuple(TABLE["goals"])},
            {**TABLE, "department": UserDict(name="某局")},
            {Loud(key): value for key, value in TABLE.items()},
            {**TABLE, "department": {"name": Loud("某局")}},
            {**TABLE, "year": Many(2021)},
        ],
        ids=["ordered", "user's", "proxy", "tuple", "inner", "loud keys", "loud text", "loud number"],
    )
    def test_subclasses_are_what_json_has(self, mapping):
        table = gp.from_dict(mapping, gp.Evaluation)
        assert table == gp.from_dict(TABLE, gp.Evaluation)
        assert type(table.department.name) is str
        assert type(table.year) is int

    def test_enumerations_are_their_values(self):
        assert indicator(name=Colour.RED, weight=Level.TEN) == gp.Indicator("红", weight=10)

    @pytest.mark.parametrize("kind", [Lines, Steps])
    def test_a_list_is_what_it_holds(self, kind):
        assert indicator(category=kind(("产出", "质量"))).category == ("产出", "质量")

    def test_a_named_tuple_is_an_array(self):
        assert indicator(category=Pair("产出", "质量")).category == ("产出", "质量")

    @pytest.mark.parametrize("weight", [Decimal("12.50"), "12.50", 12], ids=repr)
    def test_a_number(self, weight):
        assert indicator(weight=weight).weight == Decimal(weight)

    def test_the_magnitude_of_an_object(self):
        part = {"schema": 1, "name": "粉尘", "amount": {"magnitude": Decimal("1.50"), "unit": "家"}}
        assert str(gp.from_dict(part, gp.Part).amount) == "1.50家"


class TestFaults:
    @pytest.mark.parametrize(
        ("weight", "code"),
        [
            (0.1, "data.float"),
            (1e300, "data.float"),
            (float("nan"), "data.constant"),
            (float("-inf"), "data.constant"),
            (Decimal("NaN"), "quantity.finite"),
            (Decimal("sNaN"), "quantity.finite"),
            (Decimal("Infinity"), "quantity.finite"),
            (Decimal("1E+999999999"), "quantity.digits"),
            (Decimal("1E-999999999"), "quantity.decimals"),
            (Decimal("-0.1"), "data.negative"),
            (10**34, "quantity.digits"),
            (10**100_000, "limit.chars"),
            (True, "data.type"),
            (Fraction(1, 2), "data.type"),
            (1 + 0j, "data.type"),
            (b"10", "data.type"),
        ],
        ids=short,
    )
    def test_a_number(self, weight, code):
        error = fault({"schema": 1, "name": "甲", "weight": weight})
        assert found(error) == (code, "$.weight")
        assert len(str(error)) < 200

    @pytest.mark.parametrize("year", [0.0, 2021.0, Decimal(2021), 10**64, -(10**63), 10**100_000], ids=short)
    def test_a_whole_number(self, year):
        error = fault({**TABLE, "year": year}, gp.Evaluation)
        assert found(error) in {("data.type", "$.year"), ("limit.chars", "$.year")}

    @pytest.mark.parametrize("cell", [10**64, -(10**100_000)], ids=["long", "longer"])
    def test_a_whole_number_in_a_cell(self, cell):
        error = fault({"schema": 1, "name": "甲", "target": cell, "actual": 5})
        assert found(error) == ("limit.chars", "$.target")

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            (0.5, "found a number instead of a text"),
            (Decimal(5), "found a number instead of a text"),
            (b"text", "found a bytes of Python instead of a text"),
            (date(2023, 1, 1), "found a date of Python instead of a text"),
            ({1}, "found a set of Python instead of a text"),
            (count(), "found a count of Python instead of a text"),
            (gp.Quantity(5, "条"), "found a Quantity of Python instead of a text"),
            (object, "found a type of Python instead of a text"),
        ],
        ids=["float", "Decimal", "bytes", "date", "set", "endless", "Quantity", "class"],
    )
    def test_a_value_of_another_type(self, value, said):
        assert str(fault({"schema": 1, "name": value})) == f"$.name: {said}"

    def test_is_said_in_chinese(self):
        assert fault({"schema": 1, "name": {1}}).explain() == "$.name: 应为文本，实为Python的set"

    @pytest.mark.parametrize("key", [1, None, ("a",), b"name", 0.5, date(2023, 1, 1)], ids=repr)
    def test_a_key_that_is_no_text(self, key):
        assert found(fault({**TABLE, "budget": {"year": 2021, key: "5万元"}}, gp.Evaluation)) == (
            "data.key-type",
            "$.budget",
        )

    def test_such_a_key_of_the_document(self):
        assert found(fault({**TABLE, 1: 2}, gp.Evaluation)) == ("data.key-type", "$")

    def test_a_key_that_stands_twice(self):
        class Double(UserDict):
            def items(self):
                return [("name", "甲"), ("name", "乙")]

            def __len__(self):
                return 2

        assert found(fault({**TABLE, "department": Double()}, gp.Evaluation)) == (
            "data.twice",
            "$.department",
        )

    def test_all_of_them_together(self):
        with pytest.raises(DataErrors) as caught:
            gp.from_dict({"schema": 1, "name": 5, "weight": 0.1, "target": {1: 2}, "x": 1}, gp.Indicator)
        assert list(map(found, caught.value.exceptions)) == [
            ("data.type", "$.name"),
            ("data.key-type", "$.target"),
            ("data.float", "$.weight"),
            ("data.key", "$"),
        ]

    @pytest.mark.parametrize("mapping", [None, [], "{}", 5, 0.5, object()], ids=repr)
    def test_what_is_no_mapping(self, mapping):
        assert found(fault(mapping)) == ("data.type", "$")

    def test_another_schema(self):
        assert found(fault({"schema": 2})) == ("data.schema", "$.schema")
        assert found(fault({"schema": True})) == ("data.type", "$.schema")
        assert found(fault({"schema": 10**5000})) == ("limit.chars", "$.schema")
        assert found(fault({})) == ("data.missing", "$.schema")

    def test_half_of_a_pair(self):
        assert found(fault({"schema": 1, "name": "\ud800"})) == ("data.unicode", "$.name")


@pytest.fixture
def small(monkeypatch):
    """The way to the end of sixteen million bytes is long."""
    monkeypatch.setattr(Limits, "document_bytes", 100_000)


@pytest.mark.usefixtures("small")
class TestEndless:
    def test_a_dictionary_within_itself(self):
        table = dict(TABLE)
        table["budget"] = table
        assert isinstance(fault(table, gp.Evaluation), LimitError)

    def test_a_list_within_itself(self):
        goals = []
        goals.append(goals)
        assert fault({**TABLE, "goals": goals}, gp.Evaluation).code == "limit.depth"

    @pytest.mark.parametrize(
        ("depth", "code"), [(LIMITS.document_depth, "data.key"), (LIMITS.document_depth + 1, "limit.depth")]
    )
    @pytest.mark.parametrize(
        "box", [lambda inner: [inner], lambda inner: {"a": inner}], ids=["array", "object"]
    )
    def test_depth(self, box, depth, code):
        inner = []
        for _ in range(depth - 2):
            inner = box(inner)
        assert fault({**TABLE, "x": inner}, gp.Evaluation).code == code

    def test_one_list_a_million_times(self):
        """Sixty lists of two, which would be 2**60 when copied."""
        node = ["x"]
        for _ in range(60):
            node = [node, node]
        assert fault({**TABLE, "x": node}, gp.Evaluation).code == "limit.bytes"

    def test_one_long_text_many_times(self):
        assert fault({**TABLE, "x": ["x" * 10_000] * 20}, gp.Evaluation).code == "limit.bytes"
        assert fault({**TABLE, "x": [{"x" * 10_000: 1}] * 20}, gp.Evaluation).code == "limit.bytes"

    def test_a_mapping_without_end(self):
        class Endless(UserDict):
            def items(self):
                return ((f"{i}", i) for i in count())

        assert fault({**TABLE, "x": Endless()}, gp.Evaluation).code == "limit.bytes"

    def test_a_mapping_of_keys_without_end(self):
        class Endless(UserDict):
            def items(self):
                return ((i, i) for i in count())

        assert fault({**TABLE, "x": Endless()}, gp.Evaluation).code == "limit.bytes"
