"""Laws of comparing: differences add up, ranks follow the totals, and tipping points tip."""

import json
from decimal import Decimal
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from govperf.comparing import TippingPoint, compare, rank, sensitivity, what_if
from govperf.comparing.causes import shares_of
from govperf.comparing.weighing import shared
from govperf.model import Budget, Correction, Department, Evaluation, Goal, Indicator, Undefined
from govperf.scoring import evaluate, standard_of
from govperf.testing import scoring_standards as books
from govperf.units import Quantity

CELLS = {
    "%": (["≥90%", "≥100%", "≤80%", "=95%", "80～90%", "效果明显"], st.integers(0, 120)),
    "条": (["≥60条", "≤5条", "=0条", "≥12.5条"], st.integers(0, 100)),
}


@st.composite
def rows(draw, *, known=False, names="甲乙丙"):
    unit = draw(st.sampled_from(sorted(CELLS)))
    targets, actuals = CELLS[unit]
    targets = [target for target in targets if target not in ("80～90%", "效果明显")] if known else targets
    return Indicator(
        draw(st.sampled_from(names)),
        category=draw(st.sampled_from(["产出", "效益"])),
        target=draw(st.sampled_from(targets)),
        actual=f"{draw(actuals)}{unit}",
        weight=draw(st.integers(0, 40)) if known else draw(st.none() | st.integers(0, 40)),
        not_applicable="" if known else draw(st.sampled_from(["", "", "没有此项业务", "任务取消"])),
    )


@st.composite
def forms(draw, *, known=False, standards=("", "MOF-2021-101"), least=0, most=5):
    return Evaluation(
        Department("某局"),
        draw(st.sampled_from([2023, 2024])),
        budget=Budget(2023, adjusted="100万元", executed=f"{draw(st.integers(0, 120))}万元"),
        goals=[Goal("目标", indicators=draw(st.lists(rows(known=known), min_size=least, max_size=most)))],
        corrections=draw(st.lists(st.builds(Correction, st.integers(-3, 3), st.just("原因")), max_size=1)),
        standard=draw(st.sampled_from(standards)),
    )


def known(*values):
    return not any(isinstance(value, Undefined) for value in values)


@given(forms())
def test_a_form_has_no_difference_to_itself(form):
    found = compare(form, attrs.evolve(form))
    assert {change.kind for change in found.changes} == {"same"}
    assert not any(change.causes for change in found.changes)
    assert found.difference == 0 if known(found.before.total) else found.difference == found.before.total


@given(forms(), forms())
def test_every_row_of_both_is_in_the_comparison_once(before, after):
    changes = compare(before, after).changes
    for side, form in enumerate((before, after)):
        paths = [change.paths[side] for change in changes if ".indicators[" in change.paths[side]]
        assert sorted(paths) == sorted(path for path, _ in form.indicators())


@given(forms(), forms())
def test_rows_are_matched_as_far_as_both_have_them(before, after):
    def keys(form):
        return sorted((row.category, row.name) for _, row in form.indicators())

    changes = [change for change in compare(before, after).changes if change.kind in ("added", "removed")]
    added = {(change.category, change.name) for change in changes if change.kind == "added"}
    removed = {(change.category, change.name) for change in changes if change.kind == "removed"}
    assert not added & removed
    assert len(changes) == sum(
        abs(keys(before).count(key) - keys(after).count(key)) for key in {*keys(before), *keys(after)}
    )


@given(forms(), forms(), st.none() | books())
def test_differences_add_up_wherever_both_totals_are_known(before, after, book):
    """With indicators that do not apply, corrections, caps and every rounding."""
    found = compare(before, after, standard=book)
    if known(found.before.total, found.after.total):
        total = Fraction(found.after.total) - Fraction(found.before.total)
        assert sum(Fraction(change.difference) for change in found.changes) == total
        assert Fraction(found.difference) == total
    else:
        assert not known(found.difference)


@given(forms(), forms(), books())
def test_what_is_the_same_has_no_difference(before, after, book):
    for change in compare(before, after, standard=book).changes:
        if change.kind == "same" and known(change.before):
            assert change.difference == 0


@given(forms(), forms())
def test_causes_add_up(before, after):
    for change in compare(before, after).changes:
        points = [cause.points for cause in change.causes]
        if change.kind == "changed" and change.paths != ("$", "$") and known(change.difference, *points):
            assert sum(points, Fraction(0)) == Fraction(change.difference)


@given(forms(), forms())
def test_the_other_way_round_has_the_other_sign(before, after):
    there, back = compare(before, after), compare(after, before)
    if known(there.difference):
        assert there.difference == -back.difference
    else:
        assert not known(back.difference)
    ways = {change.paths: change for change in back.changes}
    for change in there.changes:
        other = ways[change.paths[::-1]]
        assert (change.before, change.after) == (other.after, other.before)
        causes = {cause.code: cause for cause in other.causes}
        assert {cause.code for cause in change.causes} == set(causes)
        for cause in change.causes:
            mirrored = causes[cause.code]
            assert (cause.before, cause.after) == (mirrored.after, mirrored.before)
            assert known(cause.points) == known(mirrored.points)
            assert not known(cause.points) or cause.points == -mirrored.points


@given(st.lists(st.integers(-10, 10), min_size=4, max_size=4), st.integers(-10, 10))
def test_changes_that_do_not_meet_count_for_themselves(effects, start):
    names = "abcd"[: len(effects)]
    single = dict(zip(names, effects, strict=True))
    found = shares_of(names, lambda some: Decimal(start + sum(single[name] for name in some)))
    assert found == single


@given(forms(), forms(), st.sampled_from(["zh", "en"]))
def test_everything_is_said_in_one_line_each(before, after, lang):
    found = compare(before, after)
    lines = found.explain(lang).split("\n")
    assert len(lines) == 1 + sum(change.kind != "same" for change in found.changes)
    assert len(found.rows(lang)) == len(found.changes)
    assert all(type(cell) is str for line in found.rows(lang) for cell in line.values())
    assert json.loads(json.dumps(found.records(lang))) == found.records(lang)
    assert len(found.records(lang)) == len(found.changes)


@given(forms(least=1), st.data())
def test_what_if_changes_one_row_alone(form, data):
    every = dict(form.indicators())
    path = data.draw(st.sampled_from(sorted(every)))
    made = what_if(form, {path: {"weight": 7}})
    assert dict(made.indicators()) == {**every, path: attrs.evolve(every[path], weight=7)}
    assert what_if(made, {path: {"weight": every[path].weight}}) == form


@given(
    st.dictionaries(st.text(max_size=3), forms(), max_size=6),
    st.sampled_from(["displayed", "unrounded"]),
    st.sampled_from(["min", "dense", "max"]),
)
def test_ranks_follow_the_totals(table, on, ties):
    found = rank(table, on=on, ties=ties)
    assert sorted(place.name for place in found) == sorted(table)
    ranked = [place for place in found if not isinstance(place.rank, Undefined)]
    assert list(found[: len(ranked)]) == ranked
    for place in found:
        total = evaluate(table[place.name]).total
        assert known(total) == (place in ranked)
        assert place in ranked or place.rank == place.value == total
        assert on == "unrounded" or not known(total) or place.value == Fraction(total)
    for one in ranked:
        for other in ranked:
            assert (one.rank < other.rank) == (one.value > other.value)
        ahead = [other for other in ranked if other.value > one.value]
        level = [other for other in ranked if other.value == one.value]
        expected = {
            "min": len(ahead) + 1,
            "max": len(ahead) + len(level),
            "dense": len({other.value for other in ahead}) + 1,
        }
        assert one.rank == expected[ties]


@given(forms(known=True, least=1, most=3), st.sampled_from([None, 1]))
def test_a_tipping_point_tips_and_one_step_before_does_not(form, digits):
    found = sensitivity(form, digits=digits)
    grade = evaluate(form).grade
    for row in found.rows:
        field = "executed" if row.path == "$.budget" else "actual"
        for tip in (row.down, row.up):
            if isinstance(tip, TippingPoint):
                before, there = (
                    evaluate(what_if(form, {row.path: {field: figure}})).grade
                    for figure in (tip.last, tip.first)
                )
                assert before == grade != there == tip.grade
                step = abs(tip.last.magnitude - tip.first.magnitude)
                assert step == min(step, Decimal(1)) == Decimal(1).scaleb(step.as_tuple().exponent)


@given(forms(known=True, least=1, most=3))
def test_no_nearer_figure_tips(form):
    """Every third figure from nothing to the end, below the tipping points, between them and above."""
    found = sensitivity(form)
    if not known(found.card.total):
        return
    for row in found.rows[1:]:
        if isinstance(row.figure, Undefined) or row.figure.magnitude % 1:
            continue
        low, high = (getattr(tip, "first", None) for tip in (row.down, row.up))
        target = dict(form.indicators())[row.path].target.quantity
        is_share = row.figure.unit.is_ratio and max(row.figure, target) <= Quantity(100, "%")
        for number in range(0, 101 if is_share else 130, 3):
            figure = Quantity(number, row.figure.unit)
            stays = evaluate(what_if(form, {row.path: {"actual": figure}})).grade == found.card.grade
            assert stays == ((low is None or figure > low) and (high is None or figure < high))


@given(forms(known=True, least=2, most=3))
def test_weights_tip_too(form):
    found = sensitivity(form)
    weights = {path: row.weight for path, row in form.indicators()}
    for row in found.rows[1:]:
        others = {path: weight for path, weight in weights.items() if path != row.path}
        for tip in (row.lighter, row.heavier):
            if isinstance(tip, TippingPoint):
                assert abs(tip.last - tip.first) == 1
                for weight, stays in ((tip.last, True), (tip.first, False)):
                    shares = shared(sum(weights.values()) - weight, list(others.values()))
                    changes = dict(zip(others, shares, strict=True)) | {row.path: weight}
                    made = what_if(form, {path: {"weight": share} for path, share in changes.items()})
                    assert sum(item.weight for _, item in made.indicators()) == sum(weights.values())
                    assert (evaluate(made).grade == found.card.grade) is stays


light = st.lists(
    st.tuples(st.integers(0, 100), st.integers(0, 15), st.none() | st.integers(0, 3)), min_size=2, max_size=4
)


@given(light, st.integers(0, 90))
def test_no_nearer_weight_tips(cells, more):
    """Every whole weight, tried one by one; some points are a person's, and do not move with it."""
    rows = [
        Indicator(f"{i}", target="≥100%", actual=f"{actual}%", weight=weight)
        if award is None
        else Indicator(f"{i}", target="效果明显", actual="明显", weight=weight, award=min(award, weight))
        for i, (actual, weight, award) in enumerate(cells)
    ]
    form = Evaluation("某局", 2023, budget=Budget(2023, adjusted="1万元", executed="1万元", weight=more))
    form = attrs.evolve(form, goals=[Goal("目标", indicators=rows)])
    found = sensitivity(form)
    (path, row), *others = form.indicators()
    weights = [other.weight for _, other in others]
    if not any(weights):
        assert found.rows[1].lighter.code == "undefined.no-other-weights"
        return
    for tip, way in ((found.rows[1].lighter, -1), (found.rows[1].heavier, 1)):
        weight, end = row.weight, 0 if way < 0 else row.weight + sum(weights)
        while weight != end:
            weight += way
            shares = shared(row.weight + sum(weights) - weight, weights)
            changes = dict(zip((where for where, _ in others), shares, strict=True)) | {path: weight}
            made = what_if(form, {where: {"weight": share} for where, share in changes.items()})
            if evaluate(made).grade != found.card.grade:
                break
        else:
            assert tip.code == ("undefined.never" if row.weight != end else "undefined.no-way")
            continue
        assert (tip.last, tip.first) == (weight - way, weight)


@given(forms(known=True, least=1, most=3))
def test_the_margins_are_the_least(form):
    found = sensitivity(form)
    total = found.card.total
    if not known(total):
        return
    book, cent = standard_of(form), Decimal("0.01")
    if known(found.loss):
        assert book.grade(total - found.loss) != found.card.grade == book.grade(total - found.loss + cent)
    if known(found.gain):
        assert book.grade(total + found.gain) != found.card.grade == book.grade(total + found.gain - cent)


@given(st.integers(0, 10**5), st.lists(st.integers(0, 10**4), min_size=1, max_size=6))
def test_shares_lose_nothing(amount, weights):
    weights = [*weights, 1]
    parts = shared(Decimal(amount) / 100, [Decimal(weight) for weight in weights])
    assert sum(parts) == Decimal(amount) / 100
    for part, weight in zip(parts, weights, strict=True):
        assert abs(Fraction(part) - Fraction(amount, 100) * weight / sum(weights)) < Fraction(1, 100)


@given(forms(known=True, least=1, most=3), st.sampled_from(["zh", "en"]))
def test_sensitivity_is_data(form, lang):
    found = sensitivity(form)
    assert (
        len(found.explain(lang).split("\n")) == 1 + len(found.rows) == 2 + sum(1 for _ in form.indicators())
    )
    assert json.loads(json.dumps(found.records(lang))) == found.records(lang)
    assert len(found.records(lang)) == len(found.rows)
