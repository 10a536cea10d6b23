"""Departments, their units, their posts and their people."""

from fractions import Fraction

import attrs
import pytest

from govperf.errors import DataError, QuantityError
from govperf.model import Department, Posts, Rate, Staffing, Undefined


class TestStaffing:
    @pytest.mark.parametrize(
        ("authorised", "posts"),
        [
            (51, 51),
            ({"行政编制": 10, "行政执法专项编制": 28}, 38),
            ([Posts("行政编制", 10), Posts("事业编制", 5)], 15),
            ({}, 0),
        ],
        ids=str,
    )
    def test_posts(self, authorised, posts):
        staffing = Staffing(authorised=authorised, actual=1)
        assert staffing.posts == posts
        assert all(isinstance(post, Posts) for post in staffing.authorised)

    def test_control_rate(self):
        rate = Staffing(authorised=51, actual=50).control_rate
        assert (rate.exact, str(rate), rate.terms) == (Fraction(50, 51), "98.04%", ("50人", "51人"))

    def test_more_people_than_posts(self):
        assert Staffing(authorised=4, actual=5).control_rate == Rate(Fraction(5, 4))

    def test_no_posts(self):
        rate = Staffing(authorised=0, actual=5).control_rate
        assert rate == Undefined("undefined.no-posts")

    @pytest.mark.parametrize("field", ["authorised", "actual", "retired"])
    @pytest.mark.parametrize("value", [1.0, "5", True], ids=repr)
    def test_type(self, field, value):
        with pytest.raises(TypeError):
            Staffing(**{"authorised": 1, "actual": 1, field: value})

    @pytest.mark.parametrize(
        ("field", "path"), [("authorised", "count"), ("actual", "actual"), ("retired", "retired")]
    )
    def test_negative(self, field, path):
        with pytest.raises(DataError) as caught:
            Staffing(**{"authorised": 1, "actual": 1, field: -1})
        assert (caught.value.code, caught.value.path) == ("data.negative", path)

    def test_absurd(self):
        with pytest.raises(QuantityError):
            Staffing(authorised=1, actual=10**34)

    @pytest.mark.parametrize("authorised", [None, [("行政编制", 10)], {1: 10}, {"行政编制": "10"}], ids=repr)
    def test_kinds(self, authorised):
        with pytest.raises(TypeError):
            Staffing(authorised=authorised, actual=1)

    def test_nameless_kind(self):
        with pytest.raises(DataError) as caught:
            Posts(" ", 1)
        assert caught.value.path == "kind"

    def test_evolved(self):
        assert attrs.evolve(Staffing(authorised=51, actual=50), actual=51).control_rate.exact == 1


class TestDepartment:
    def test_nothing_is_given(self):
        department = Department("某局", units=[Department("局本级")])
        assert department.total_staffing is None
        assert department.staffing_control_rate == Undefined("undefined.no-staffing")

    def test_own_and_units(self):
        inner = Department("某站", staffing=Staffing(authorised={"事业编制": 5}, actual=5, retired=2))
        outer = Department(
            "某中心", staffing=Staffing(authorised={"事业编制": 4}, actual=3, retired=0), units=[inner]
        )
        department = Department(
            "某局", staffing=Staffing(authorised={"行政编制": 10}, actual=9, retired=1), units=[outer]
        )
        total = department.total_staffing
        assert total == Staffing(authorised={"行政编制": 10, "事业编制": 9}, actual=17, retired=3)
        assert department.staffing_control_rate.exact == Fraction(17, 19)

    def test_one_kind_twice(self):
        posts = [Posts("行政编制", 10), Posts("行政编制", 5)]
        department = Department("某局", staffing=Staffing(authorised=posts, actual=15))
        assert department.total_staffing.authorised == (Posts("行政编制", 15),)

    def test_as_far_as_given(self):
        units = [Department("局本级", staffing=Staffing(authorised=38, actual=38)), Department("某中心")]
        assert Department("某局", units=units).staffing_control_rate.exact == 1

    def test_retired_only_if_all_say_it(self):
        units = [
            Department("局本级", staffing=Staffing(authorised=38, actual=38, retired=8)),
            Department("某中心", staffing=Staffing(authorised=4, actual=4)),
        ]
        assert Department("某局", units=units).total_staffing.retired is None

    def test_two_units_of_one_name(self):
        with pytest.raises(DataError) as caught:
            Department("某局", units=[Department("某中心"), Department("某中心")])
        assert (caught.value.code, caught.value.path) == ("data.twice", "units")
        assert "某中心" in caught.value.explain()

    @pytest.mark.parametrize("name", ["", " "])
    def test_nameless(self, name):
        with pytest.raises(DataError) as caught:
            Department(name)
        assert caught.value.path == "name"

    @pytest.mark.parametrize(
        "fields",
        [
            {"name": None},
            {"name": 3},
            {"staffing": 5},
            {"units": ["某中心"]},
            {"units": None},
            {"units": Department("某站")},
        ],
        ids=repr,
    )
    def test_type(self, fields):
        with pytest.raises(TypeError):
            Department(**{"name": "某局", **fields})
