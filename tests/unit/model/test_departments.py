"""Departments, their units, their posts and their people."""

from fractions import Fraction

import attrs
import pytest

from govperf.errors import DataError, LimitError, QuantityError
from govperf.limits import LIMITS
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

    @pytest.mark.parametrize(
        ("one", "other", "shown"),
        [
            ("2021年底", "2021-12-31", "2021-12-31"),
            ("2021年底", "2021年", None),
            ("2021年底", None, None),
            (None, None, None),
        ],
        ids=["one day", "another day", "not all", "none"],
    )
    def test_day_of_the_count_where_it_is_one(self, one, other, shown):
        units = [
            Department(name, staffing=Staffing(authorised=4, actual=4, date=date))
            for name, date in (("局本级", one), ("某中心", other))
        ]
        date = Department("某局", units=units).total_staffing.date
        assert (None if date is None else str(date)) == shown

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

    def test_all_fields(self):
        department = Department(
            "某区应急管理局", code="107", level="区级", functions=["防灾减灾", "安全生产监管"], staffing=STAFF
        )
        assert (department.code, department.level) == ("107", "区级")
        assert department.functions == ("防灾减灾", "安全生产监管")
        assert department.staffing == STAFF

    @pytest.mark.parametrize(
        ("given", "functions"),
        [("防灾", ("防灾",)), ("", ("",)), ((word for word in "甲乙"), ("甲", "乙")), ([], ())],
        ids=["one text", "empty text", "generator", "none"],
    )
    def test_functions(self, given, functions):
        assert Department("某局", functions=given).functions == functions

    @pytest.mark.parametrize(
        "fields",
        [{"code": 107}, {"level": None}, {"functions": [1]}, {"functions": None}, {"functions": 5}],
        ids=repr,
    )
    def test_field_type(self, fields):
        with pytest.raises(TypeError):
            Department("某局", **fields)

    @pytest.mark.parametrize("field", ["name", "code", "level", "functions"])
    def test_longest_text(self, field):
        longest = "局" * LIMITS.cell_chars
        assert getattr(Department(**{"name": "某局", field: longest}), field)
        with pytest.raises(LimitError) as caught:
            Department(**{"name": "某局", field: longest + "局"})
        assert caught.value.path == field


STAFF = Staffing(authorised=51, actual=50)


class TestUnitsAreDistinct:
    """Beside each other, no two units bear one name or one code; a code that is not printed is none."""

    @pytest.mark.parametrize(
        ("units", "twice"),
        [
            ([Department("甲", code="01"), Department("乙", code="01")], "01"),
            ([Department("甲"), Department("乙"), Department("甲", code="01")], "甲"),
            ([Department("甲", code="01"), Department("甲", code="02")], "甲"),
            ([Department("甲", code="01"), Department("甲", code="01")], "甲"),
        ],
        ids=["code", "name", "name with two codes", "both"],
    )
    def test_twice(self, units, twice):
        with pytest.raises(DataError) as caught:
            Department("某局", units=units)
        assert (caught.value.code, caught.value.path) == ("data.twice", "units")
        assert caught.value.explain("en") == f"units: '{twice}' stands twice"
        assert caught.value.explain("zh") == f"units: “{twice}”重复出现"

    def test_no_code_is_no_code(self):
        assert len(Department("某局", units=[Department("甲"), Department("乙")]).units) == 2

    def test_a_name_may_be_a_code(self):
        units = [Department("01", code="02"), Department("02", code="01")]
        assert len(Department("某局", units=units).units) == 2

    def test_of_different_parents(self):
        inner = Department("办公室", code="01")
        units = [Department("甲", units=[inner]), Department("乙", units=[inner])]
        assert Department("办公室", code="01", units=units).depth == 3


def nested(levels):
    department = Department(f"第{levels}层")
    for level in range(levels - 1, 0, -1):
        department = Department(f"第{level}层", units=[department])
    return department


class TestNesting:
    def test_walk_goes_down_first(self):
        units = [Department("甲", units=[Department("甲一"), Department("甲二")]), Department("乙")]
        assert [unit.name for unit in Department("某局", units=units).walk()] == [
            "某局",
            "甲",
            "甲一",
            "甲二",
            "乙",
        ]

    @pytest.mark.parametrize("levels", [1, 2, 16])
    def test_depth(self, levels):
        department = nested(levels)
        assert department.depth == levels == len(list(department.walk()))

    def test_the_deepest_branch_counts(self):
        assert Department("某局", units=[Department("甲"), nested(3), Department("乙")]).depth == 4

    def test_deepest(self):
        assert nested(LIMITS.nesting).depth == 16
        with pytest.raises(LimitError) as caught:
            nested(LIMITS.nesting + 1)
        assert caught.value.code == "limit.nesting"
        assert caught.value.explain("en") == "departments or goals nest deeper than 16 levels"
        assert caught.value.explain("zh") == "部门或目标嵌套超过16层"

    def test_depth_is_not_given(self):
        with pytest.raises(TypeError):
            Department("某局", depth=1)

    def test_staffing_of_the_deepest(self):
        department = Department("第16层", staffing=STAFF)
        for level in range(15, 0, -1):
            department = Department(f"第{level}层", units=[department])
        assert department.total_staffing == STAFF

    def test_longest_list(self):
        units = [Department(f"第{i}所") for i in range(LIMITS.items)]
        assert len(Department("某局", units=units).units) == LIMITS.items
        with pytest.raises(LimitError):
            Department("某局", units=[*units, Department("又一所")])

    def test_all_units_together_have_an_end(self):
        half = LIMITS.items // 2
        unit = Department("甲", units=[Department(f"第{i}所") for i in range(half - 1)])
        both = [unit, attrs.evolve(unit, name="乙")]
        assert Department("某局", units=both).size == LIMITS.items + 1
        with pytest.raises(LimitError):
            Department("某局", units=[*both, Department("丙")])
