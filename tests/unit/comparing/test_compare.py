"""Two evaluations side by side: which rows, how many points, and why."""

import json
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

import govperf as gp
from govperf.comparing import Cause, Change, compare, what_if
from govperf.comparing.causes import shares_of
from govperf.comparing.figures import difference, figure, signed
from govperf.model import Award, Correction

BUDGET = gp.Budget(2023, adjusted="100万元", executed="95万元")


def row(name="满意度", **fields):
    return gp.Indicator(name, **{"target": "≥90%", "actual": "81%", "weight": 40, **fields})


def form(*rows, **fields):
    return gp.Evaluation(
        "某局", **{"year": 2023, "budget": BUDGET, "goals": [gp.Goal("目标", indicators=rows)], **fields}
    )


def changed(before, after, **both):
    """The changes of the indicators alone."""
    return compare(form(*before, **both), form(*after, **both)).changes[1:]


def causes(change):
    return {cause.code: cause.points for cause in change.causes}


class TestRows:
    def test_the_same_form_has_no_change(self):
        found = compare(form(row()), form(row()))
        assert {change.kind for change in found.changes} == {"same"}
        assert found.difference == 0
        assert found.explain("en") == "total: 45.50 → 45.50 (+0.00), grade poor as before"

    def test_rows_are_matched_by_category_and_name(self):
        before = [row(category="产出"), row(category="效益"), row("旧")]
        after = [row("新"), row(category="效益", actual="90%"), row(category="产出")]
        found = changed(before, after)
        assert [(change.name, change.category, change.kind) for change in found] == [
            ("满意度", ("产出",), "same"),
            ("满意度", ("效益",), "changed"),
            ("旧", (), "removed"),
            ("新", (), "added"),
        ]
        assert [change.paths for change in found] == [
            ("$.goals[0].indicators[0]", "$.goals[0].indicators[2]"),
            ("$.goals[0].indicators[1]", "$.goals[0].indicators[1]"),
            ("$.goals[0].indicators[2]", ""),
            ("", "$.goals[0].indicators[0]"),
        ]
        assert [change.difference for change in found] == [0, 4, -36, 36]

    def test_rows_of_one_name_are_matched_in_their_order(self):
        before = [row(actual="81%"), row(actual="72%")]
        found = changed(before, [*before, row(actual="63%")])
        assert [(change.kind, change.difference) for change in found] == [
            ("same", 0),
            ("same", 0),
            ("added", 28),
        ]
        found = changed([*before, row(actual="63%")], before)
        assert [change.kind for change in found] == ["same", "same", "removed"]

    def test_a_row_without_points_has_no_difference(self):
        found = changed([row(), row("旧", actual="好")], [row(actual="好"), row("新", actual="好")])
        assert [change.kind for change in found] == ["changed", "removed", "added"]
        assert all(isinstance(change.difference, gp.Undefined) for change in found)
        assert [line for change in found for line in [change.explain("en")]] == [
            (
                "满意度: 36.00 → undefined, the actual is not a quantity: 好 (no difference can be given): "
                "actual 81% → 好 (no difference can be given)"
            ),
            "旧: removed, was undefined, the actual is not a quantity: 好 (no difference can be given)",
            "新: added, undefined, the actual is not a quantity: 好 (no difference can be given)",
        ]

    def test_an_undefined_total_stays_undefined(self):
        found = compare(form(row(actual="好")), form(row()))
        assert found.difference == found.before.total
        assert isinstance(found.difference, gp.Undefined)
        assert found.explain().splitlines()[-1] == "总分：无法确定，2项得分中有1项无法确定 → 45.50"
        assert compare(form(row()), form(row(actual="好"))).difference == found.before.total

    def test_what_acts_on_the_whole_is_a_row(self):
        after = form(row(), corrections=[Correction("-2", "逾期")])
        found = compare(form(row()), after)
        assert [change.kind for change in found.changes] == ["same", "same", "changed"]
        assert (found.changes[2].difference, found.changes[2].paths) == (-2, ("$", "$"))
        assert found.explain().splitlines()[0] == "总分调整：0.00 → -2.00（-2.00）"
        assert [change.difference for change in compare(after, form(row())).changes] == [0, 0, 2]
        assert [change.kind for change in compare(after, after).changes] == ["same", "same", "same"]

    @pytest.mark.parametrize("policy", ["redistribute", "full", "refuse"])
    def test_an_indicator_that_does_not_apply_any_more(self, policy):
        book = gp.standard()
        book = attrs.evolve(book, not_applicable=attrs.evolve(book.not_applicable, policy=policy))
        rows = [row("甲"), row("乙", actual="90%", weight=50)]
        idle = [attrs.evolve(rows[0], not_applicable="没有此项业务"), rows[1]]
        there = compare(form(*rows), form(*idle), standard=book)
        back = compare(form(*idle), form(*rows), standard=book)
        if policy == "refuse":
            assert {type(found.changes[1].difference) for found in (there, back)} == {gp.Undefined}
            assert isinstance(there.difference, gp.Undefined)
            return
        # 9.50 + 36 + 50; without the first row 59.50 of 60 become 99.17 of 100, or it has all of its 40
        assert [change.difference for change in there.changes] == (
            [0, -36, 0, Decimal("39.67")] if policy == "redistribute" else [0, 4, 0]
        )
        assert [change.difference for change in back.changes] == [
            -change.difference for change in there.changes
        ]
        assert sum(change.difference for change in there.changes) == there.difference
        assert causes(there.changes[1]) == {"not_applicable": there.changes[1].difference}

    @pytest.mark.parametrize("policy", ["redistribute", "refuse"])
    def test_what_applies_on_neither_side_makes_no_difference(self, policy):
        book = gp.standard()
        book = attrs.evolve(book, not_applicable=attrs.evolve(book.not_applicable, policy=policy))
        idle = row(not_applicable="没有此项业务")
        found = compare(form(idle, row("乙")), form(idle, row("乙")), standard=book).changes[1]
        assert (found.kind, found.difference, found.counted) == ("same", 0, (False, False))
        other = attrs.evolve(idle, not_applicable="任务取消", weight=5)
        found = compare(form(idle, row("乙")), form(other, row("乙")), standard=book).changes[1]
        assert (found.kind, found.difference) == ("changed", 0)
        assert causes(found) == {"weight": 0, "not_applicable": 0}

    def test_a_row_that_comes_or_goes_and_does_not_apply(self):
        book = gp.standard()
        book = attrs.evolve(book, not_applicable=attrs.evolve(book.not_applicable, policy="redistribute"))
        idle = row("甲", not_applicable="没有此项业务")
        there = compare(form(row("乙")), form(row("乙"), idle), standard=book)
        assert [(change.kind, change.difference) for change in there.changes[1:3]] == [
            ("same", 0),
            ("added", 0),
        ]
        assert sum(change.difference for change in there.changes) == there.difference
        (gone,) = [
            change
            for change in compare(form(row("乙"), idle), form(row("乙")), standard=book).changes
            if change.kind == "removed"
        ]
        assert gone.difference == 0

    def test_the_name_of_a_rule_book_is_none(self):
        with pytest.raises(TypeError, match="expected ScoringStandard, not str"):
            compare(form(row()), form(row()), standard="MOF-2020-10")

    @pytest.mark.parametrize("pair", [(None, form(row())), (form(row()), None)])
    def test_only_evaluations_are_compared(self, pair):
        with pytest.raises(TypeError):
            compare(*pair)


class TestCauses:
    def test_one_change_counts_for_everything(self):
        (found,) = changed([row()], [row(actual="72%")])
        assert found.causes == (Cause(code="actual", before="81%", after="72%", points=Fraction(-4)),)
        assert found.explain("zh") == "满意度：36.00 → 32.00（-4.00）：实际完成值 81% → 72%（-4.00）"

    def test_a_change_that_counts_for_nothing_is_named(self):
        (found,) = changed([row(actual="95%")], [row(actual="97%")])
        assert (found.kind, found.difference, causes(found)) == ("changed", 0, {"actual": 0})

    def test_two_changes_count_for_the_mean_of_both_orders(self):
        # weight first: 36 → 18, then 18 → 16; actual first: 36 → 32, then 32 → 16
        (found,) = changed([row()], [row(actual="72%", weight=20)])
        assert causes(found) == {"actual": Fraction(-4 - 2, 2), "weight": Fraction(-16 - 18, 2)}

    def test_an_order_of_words_is_no_change(self):
        (found,) = changed([row(weight="40")], [row(weight="40.0", note="说明")])
        assert (found.kind, found.causes) == ("same", ())

    def test_half_way_another_quantity(self):
        (found,) = changed([row(target="≥90人", actual="81人")], [row(target="≥9次", actual="9次")])
        assert found.difference == 4
        assert {cause.code for cause in found.causes} == {"target", "actual"}
        assert all(isinstance(cause.points, gp.Undefined) for cause in found.causes)
        assert found.causes[0].points.code == "undefined.contribution"

    def test_half_way_a_date(self):
        (found,) = changed(
            [row(target="2023年6月前", actual="2023年5月")], [row(target="≥90%", actual="90%")]
        )
        assert found.difference == 0
        assert all(isinstance(cause.points, gp.Undefined) for cause in found.causes)

    def test_what_a_person_gives(self):
        given = {"target": "效果明显", "actual": "明显"}
        (found,) = changed([row(**given, award=Award(30, level="达成"))], [row(**given, award=32)])
        assert (found.causes[0].code, found.causes[0].before, found.causes[0].after) == (
            "award",
            "达成 30",
            "32",
        )
        (found,) = changed([row()], [row(corrections=[Correction("-2", "逾期"), Correction("1", "创新")])])
        assert [(cause.before, cause.after, cause.points) for cause in found.causes] == [("", "-2, 1", -1)]
        assert found.explain("en").endswith("corrections — → -2, 1 (-1.00)")

    def test_a_rule_book_that_counts(self):
        old, new = gp.standard("MOF-2020-10"), gp.standard("MOF-2021-101")
        one, other = form(row(), standard=old.name), form(row(), standard=new.name)
        found = compare(one, other).changes[1]
        gap = gp.score(row(), standard=new).points - gp.score(row(), standard=old).points
        assert gap != 0
        assert causes(found) == {"standard": gap}
        assert compare(one, other, standard=old).difference == 0

    def test_a_rule_book_that_does_not_count_is_not_named(self):
        full = row(actual="99%")
        found = compare(form(full), form(full, standard="MOF-2021-101")).changes[1]
        assert (found.kind, found.causes) == ("same", ())

    def test_a_year_that_counts(self):
        daily = row(target="每天1次", actual="365次")
        found = compare(form(daily), form(daily, year=2024)).changes[1]
        assert causes(found) == {"year": Fraction("-0.11")}
        assert found.causes[0].before == "2023"

    def test_what_no_field_of_the_table_says(self):
        (found,) = changed(
            [row(target="90天", actual="100天", direction="反向")], [row(target="90天", actual="100天")]
        )
        assert causes(found) == {"other": 4}
        assert found.causes[0].explain() == "其他原因（+4.00）"

    def test_the_budget(self):
        other = gp.Budget(2023, adjusted="190万元", executed="95万元", weight=20)
        found = compare(form(row()), form(row(), budget=other)).changes[0]
        # executed stays; adjusted 100 → 190, weight 10 → 20
        assert found.difference == Decimal("0.50")
        assert causes(found) == {"adjusted": Fraction(-27, 4), "weight": Fraction(29, 4)}

    def test_no_budget_has_no_causes(self):
        found = compare(form(row()), form(row(), budget=None)).changes[0]
        assert (found.kind, found.causes) == ("changed", ())
        assert isinstance(found.difference, gp.Undefined)
        assert compare(form(row(), budget=None), form(row())).changes[0].causes == ()

    def test_a_project_that_is_finished(self):
        budget = gp.Budget(2023, adjusted="100万元", executed="85万元")
        one, other = (
            form(row(), budget=budget, standard="MOF-2021-101", finished=yes) for yes in (False, True)
        )
        found = compare(one, other).changes[0]
        assert (found.difference, causes(found)) == (3, {"finished": 3})
        assert found.explain() == "预算执行率：7.00 → 10.00（+3.00）：是否完成 否 → 是（+3.00）"
        assert compare(one, other, standard=gp.standard("MOF-2020-10")).changes[0].kind == "same"

    def test_no_changes_have_no_shares(self):
        assert shares_of((), lambda _: Decimal(5)) == {}


class TestFigures:
    @pytest.mark.parametrize(
        ("value", "plain", "with_sign"),
        [
            (Decimal(5), "5.00", "+5.00"),
            (Decimal("-5.5"), "-5.50", "-5.50"),
            (Decimal(0), "0.00", "+0.00"),
            (Fraction(1, 8), "0.125", "+0.125"),
            (Fraction(1, 3), "≈0.333333", "≈+0.333333"),
            (Fraction(-2, 3), "≈-0.666667", "≈-0.666667"),
            (Fraction(1, 10**6), "0.000001", "+0.000001"),
        ],
    )
    def test_cents_at_least_and_six_digits_at_most(self, value, plain, with_sign):
        assert (figure(value, "zh"), signed(value, "zh")) == (plain, with_sign)

    def test_undefined_is_said(self):
        reason = gp.Undefined("undefined.target-missing")
        assert figure(reason, "en") == "undefined, there is no target"
        assert signed(reason, "en") == "no difference can be given"
        assert difference(reason, Decimal(1)) == difference(Decimal(1), reason) == reason

    def test_a_change_without_either_side_has_no_kind_of_its_own(self):
        change = Change(name="甲", paths=("$", "$"), before=Decimal(1), after=Decimal(1))
        assert (change.kind, change.difference) == ("same", 0)
        assert change.explain("en") == "甲: 1.00, unchanged"


def test_rows_of_a_table():
    found = compare(
        form(row(category=("产出", "质量"))), form(row(category=("产出", "质量"), actual="72%"), row("新"))
    )
    assert found.rows("en")[1] == {
        "category": "产出/质量",
        "name": "满意度",
        "kind": "changed",
        "before": "36.00",
        "after": "32.00",
        "difference": "-4.00",
        "causes": "actual 81% → 72% (-4.00)",
    }
    assert [(line["kind"], line["before"]) for line in found.rows()] == [
        ("same", "9.50"),
        ("changed", "36.00"),
        ("added", "—"),
    ]
    whole = compare(form(row()), form(row(), corrections=[Correction("1", "创新")]))
    assert whole.rows("en")[2]["name"] == "on the whole"


def test_records_are_plain_data():
    before = form(row(category=("产出", "质量")), row("旧"), corrections=[Correction("-2", "逾期")])
    after = form(row(category=("产出", "质量"), actual="70%"), row("新", actual="好"))
    found = compare(before, after).records("en")
    assert json.loads(json.dumps(found)) == found
    assert found[1] == {
        "category": ["产出", "质量"],
        "name": "满意度",
        "paths": ["$.goals[0].indicators[0]", "$.goals[0].indicators[0]"],
        "kind": "changed",
        "before": "36.00",
        "after": "31.11",
        "difference": "-4.89",
        "causes": [{"code": "actual", "name": "actual", "before": "81%", "after": "70%", "points": "-4.89"}],
    }
    assert (found[2]["kind"], found[2]["after"], found[2]["difference"]) == ("removed", None, "-36.00")
    reason = {"undefined": "undefined.actual-text", "reason": "the actual is not a quantity: 好"}
    assert (found[3]["before"], found[3]["after"], found[3]["difference"]) == (None, reason, reason)
    assert compare(before, form(row())).records()[-1]["name"] == "总分调整"


def test_a_grade_that_changes_is_said():
    before = form(row(weight=90))
    found = compare(before, what_if(before, {"满意度": {"actual": "80%"}}))
    assert found.explain("en").endswith("total: 90.50 → 89.50 (-1.00), grade excellent → good")


def test_a_comparison_is_a_value():
    found = compare(form(row()), form(row(actual="72%")))
    assert found == compare(form(row()), form(row(actual="72%")))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.changes = ()
