"""Rows whose direction is a guess that the printed score contradicts."""

import pytest

import govperf as gp
from govperf.reviewing import Form


def doubtful(target, actual, points=10, category=("效益", "社会效益"), name="平均等候", **fields):
    row = gp.Indicator(
        name, category=category, target=target, actual=actual, weight=10, reported_points=points, **fields
    )
    form = Form(gp.Evaluation("某局", 2023, goals=[gp.Goal("目标", indicators=[row])]), gp.standard())
    return form.rows[0].doubtful


@pytest.mark.parametrize(
    ("target", "actual", "fields", "expected"),
    [
        ("8.5天", "8.1天", {}, True),
        ("8.5天", "8.5天", {}, False),  # met
        ("8.5天", "9天", {}, False),
        ("≥8.5天", "8.1天", {}, False),  # printed
        ("8.5天", "8.1天", {"points": 9}, False),  # not full
        ("8.5天", "8.1天", {"points": None}, False),
        ("8.5天", "8.1天", {"direction": "正向"}, False),
        ("50个", "45个", {"category": ("产出", "数量")}, False),  # more of them is better
        ("50%", "45%", {"category": ("产出", "数量")}, True),
        ("50个", "45个", {}, True),
        ("95%", "90%", {"name": "验收合格率"}, False),
        ("效果明显", "良好", {}, False),
    ],
)
def test_doubtful(target, actual, fields, expected):
    assert doubtful(target, actual, **fields) is expected
