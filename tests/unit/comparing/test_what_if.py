"""What would be if: new fields at a path or a name, and everything else as it was."""

import re

import attrs
import pytest

import govperf as gp
from govperf.comparing import what_if
from govperf.errors import DataError


def row(name, **fields):
    return gp.Indicator(name, **{"target": "≥90%", "actual": "81%", "weight": 30, **fields})


FORM = gp.Evaluation(
    "某局",
    2023,
    budget=gp.Budget(2023, adjusted="100万元", executed="95万元"),
    goals=[
        gp.Goal(
            "上级",
            indicators=[row("甲"), row("乙")],
            goals=[gp.Goal("下级", indicators=[row("甲", weight=10), row("丙")])],
        ),
        gp.Goal("另一个", indicators=[row("丁")]),
    ],
)


def rows(form):
    return dict(form.indicators())


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("$.goals[0].indicators[1]", "$.goals[0].indicators[1]"),
        ("$.goals[0].goals[0].indicators[1]", "$.goals[0].goals[0].indicators[1]"),
        ("乙", "$.goals[0].indicators[1]"),
        ("丙", "$.goals[0].goals[0].indicators[1]"),
        ("丁", "$.goals[1].indicators[0]"),
    ],
)
def test_one_row_changes_and_no_other(key, path):
    kept = attrs.evolve(FORM)
    made = what_if(FORM, {key: {"actual": "95%", "weight": 20}})
    assert kept == FORM
    assert rows(made)[path] == attrs.evolve(rows(FORM)[path], actual="95%", weight=20)
    assert {where: found for where, found in rows(made).items() if where != path} == {
        where: found for where, found in rows(FORM).items() if where != path
    }


def test_several_changes_are_made_together():
    made = what_if(FORM, {"乙": {"name": "戊"}, "丁": {"weight": 1}, "$.budget": {"executed": "50万元"}})
    assert (str(made.budget.executed), rows(made)["$.goals[0].indicators[1]"].name) == ("50万元", "戊")
    assert rows(made)["$.goals[1].indicators[0]"].weight == 1


def test_the_evaluation_and_any_object_in_it():
    made = what_if(
        FORM, {"$": {"year": 2024}, "$.department": {"name": "乙局"}, "$.goals[1]": {"text": "新"}}
    )
    assert (made.year, made.department.name, made.goals[1].text) == (2024, "乙局", "新")


def test_nothing_changes_nothing():
    assert what_if(FORM, {}) == FORM
    assert what_if(FORM, {"乙": {}}) == FORM


@pytest.mark.parametrize(
    "path",
    [
        "$.goals[0].indicators[2]",
        "$.goals[2]",
        "$.goals[0].goals[1].indicators[0]",
        "$.goals",
        "$.goals[0].text",
        "$.goals[0].depth",
        "$.budget[0]",
        "$.budget.basic",
        "$.nothing",
        "$.department.name",
    ],
)
def test_a_path_that_leads_to_nothing(path):
    with pytest.raises(DataError) as caught:
        what_if(FORM, {path: {"weight": 1}})
    assert caught.value.code == "data.path"
    assert caught.value.value == repr(path)
    assert caught.value.hint == (
        "$.goals[0].indicators[0], $.goals[0].indicators[1], $.goals[0].goals[0].indicators[0], …"
    )


@pytest.mark.parametrize(
    "path", ["$goals[0]", "$.goals[-1]", "$.goals[x]", "$.", "$.goals[0]indicators[0]", "$ "]
)
def test_a_path_that_is_none(path):
    with pytest.raises(DataError) as caught:
        what_if(FORM, {path: {"weight": 1}})
    assert (caught.value.code, caught.value.hint) == ("data.path", "$.goals[0].indicators[0], $.budget, $")


def test_a_name_that_nothing_has():
    with pytest.raises(DataError) as caught:
        what_if(FORM, {"己": {"weight": 1}})
    assert (caught.value.code, caught.value.hint) == ("data.name-unknown", "甲, 乙, 甲, …")
    assert caught.value.explain() == "没有名为“己”的指标（甲, 乙, 甲, …）"


def test_a_name_that_several_have():
    with pytest.raises(DataError) as caught:
        what_if(FORM, {"甲": {"weight": 1}})
    assert caught.value.explain("en") == (
        "2 indicators are called '甲' ($.goals[0].indicators[0], $.goals[0].goals[0].indicators[0])"
    )


def test_an_unknown_field():
    with pytest.raises(DataError) as caught:
        what_if(FORM, {"乙": {"weight": 1, "wieght": 1}})
    assert (caught.value.code, caught.value.path) == ("data.key", "$.goals[0].indicators[1]")


def test_one_object_twice():
    with pytest.raises(DataError) as caught:
        what_if(FORM, {"乙": {"weight": 1}, "$.goals[0].indicators[1]": {"weight": 2}})
    assert (caught.value.code, caught.value.path) == ("data.twice", "$.goals[0].indicators[1]")


@pytest.mark.parametrize(
    ("key", "fields", "path"),
    [
        ("乙", {"weight": "-1"}, "$.goals[0].indicators[1].weight"),
        ("乙", {"weight": "很多"}, "$.goals[0].indicators[1].weight"),
        ("乙", {"weight": "很多", "actual": "5%"}, "$.goals[0].indicators[1]"),
        ("$.budget", {"executed": "5人"}, "$.budget.executed"),
        ("$", {"year": 22}, "$.year"),
    ],
)
def test_a_value_that_the_field_refuses_has_its_path(key, fields, path):
    with pytest.raises(gp.InputError) as caught:
        what_if(FORM, {key: fields})
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("whole", "part", "path", "replaced"),
    [
        ({"$": {"goals": []}}, {"乙": {"weight": 5}}, "$.goals[0].indicators[1]", "$.goals"),
        (
            {"$.goals[0]": {"indicators": []}},
            {"$.goals[0].indicators[0]": {"weight": 5}},
            "$.goals[0].indicators[0]",
            "$.goals[0].indicators",
        ),
        ({"$": {"budget": None}}, {"$.budget": {"executed": "5万元"}}, "$.budget", "$.budget"),
        ({"$.goals[0]": {"goals": []}}, {"丙": {}}, "$.goals[0].goals[0].indicators[1]", "$.goals[0].goals"),
    ],
)
def test_what_one_change_replaces_another_cannot_change(whole, part, path, replaced):
    for changes in (whole | part, part | whole):
        with pytest.raises(DataError) as caught:
            what_if(FORM, changes)
        assert (caught.value.code, caught.value.path, caught.value.value) == (
            "data.replaced",
            path,
            repr(replaced),
        )


def test_what_stands_beside_or_above_a_change_may_change():
    changes = {"$": {"year": 2024}, "$.goals[0]": {"text": "新"}, "乙": {"weight": 1}, "丙": {"weight": 2}}
    made = what_if(FORM, changes)
    assert made == what_if(FORM, dict(reversed(changes.items())))
    assert (made.year, made.goals[0].text, made.goals[0].indicators[1].weight) == (2024, "新", 1)


def test_an_index_with_zeros_is_the_same_path():
    with pytest.raises(DataError) as caught:
        what_if(FORM, {"乙": {"weight": 1}, "$.goals[00].indicators[01]": {"weight": 2}})
    assert (caught.value.code, caught.value.path) == ("data.twice", "$.goals[0].indicators[1]")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("budget", "$.budget"),
        ("goals[1]", "$.goals[1]"),
        ("goals[2]", "甲, 乙, 甲, …"),
        ("budgets", "甲, 乙, 甲, …"),
        ("goals", "甲, 乙, 甲, …"),
    ],
)
def test_a_path_without_its_beginning(name, hint):
    with pytest.raises(DataError) as caught:
        what_if(FORM, {name: {"executed": "5万元"}})
    assert (caught.value.code, caught.value.hint) == ("data.name-unknown", hint)


@pytest.mark.parametrize(
    ("form", "changes", "error"),
    [
        (None, {}, "expected Evaluation, not NoneType"),
        (FORM, [("乙", {})], "changes: expected a mapping of paths or names to new fields, not list"),
        (
            FORM,
            {"乙": "98%"},
            "乙: expected a mapping of fields to values, such as {'actual': '98%'}, not str",
        ),
        (FORM, {5: {}}, "expected a path or the name of an indicator, not int"),
        (FORM, {"乙": {"weight": 0.5}}, r"$.goals[0].indicators[1].weight: "),
        (FORM, {"乙": {"name": 5, "weight": 1}}, r"$.goals[0].indicators[1]: name is a text, not int"),
        (FORM, {"$": {"year": "2024"}}, "$.year: "),
    ],
)
def test_other_types_are_refused(form, changes, error):
    with pytest.raises(TypeError, match=re.escape(error)):
        what_if(form, changes)
