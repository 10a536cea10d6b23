"""Two published documents, whole: what each of them teaches.

They stand in examples/documents; that they stand there whole is held by test_documents_whole.py.
"""

from fractions import Fraction
from pathlib import Path

import attrs
import pytest

import govperf as gp

FOLDER = Path(__file__).parents[2] / "examples" / "documents"


def document(name):
    return gp.from_json((FOLDER / f"{name}.json").read_bytes(), gp.Evaluation)


class TestPanyu:
    """The report of a district: duties, sections, posts, and what is wrong with its figures."""

    evaluation = document("panyu-emergency-2021")

    def test_department(self):
        department = self.evaluation.department
        (bureau, *units) = department.units
        assert (len(department.functions), len(bureau.units), len(units)) == (18, 8, 3)

    def test_staffing(self):
        units = {unit.name: unit.staffing for unit in self.evaluation.department.units}
        posts = {
            name: (staffing.posts, staffing.actual, staffing.retired) for name, staffing in units.items()
        }
        assert posts == {
            "局本级": (38, 38, 8),
            "森林防火指挥部办公室": (4, 4, None),
            "地震办公室": (4, 3, 3),
            "防汛防旱防风应急救援指挥中心": (5, 5, None),
        }
        assert [(post.kind, post.count) for post in units["局本级"].authorised] == [
            ("行政编制", 10),
            ("行政执法专项编制", 28),
        ]

    def test_the_figure_behind_two_broken_sums(self):
        (found,) = gp.suspects(gp.cross_checks(self.evaluation))
        assert (found.field, found.consistent) == ("executed", gp.Quantity("3678.07", "万元"))

    def test_the_rate_that_is_printed_without_its_parts(self):
        budget = attrs.evolve(self.evaluation.budget, executed="3,678.07万元")
        assert budget.implied_adjusted == gp.Quantity("3868.40", "万元")

    def test_the_printed_total_is_good(self):
        assert gp.standard().grade(self.evaluation.reported_total).label == "良"

    def test_the_completion_rate_that_is_printed(self):
        (row,) = [row for _, row in self.evaluation.indicators() if row.reported_rate is not None]
        assert gp.completion_rate(row.target, row.actual).exact == 1
        assert str(row.reported_rate) == "100%"

    @pytest.mark.parametrize(
        ("kind", "count"),
        [("问题：", 4), ("改进：", 3), ("局本级领导职数：局长1名，副局长3名，正科级11名", 1)],
    )
    def test_notes(self, kind, count):
        assert len([note for note in self.evaluation.notes if note.startswith(kind)]) == count


class TestGuangzhou:
    """The table of a city: a row for each key indicator, and many figures in the cell of one actual."""

    evaluation = document("guangzhou-emergency-2020")

    @property
    def rows(self):
        return {row.name: row for _, row in self.evaluation.indicators()}

    def rate(self, name):
        row = self.rows[name]
        return str(gp.completion_rate(row.target, row.actual, year=2020))

    def test_rates(self):
        assert self.rate("媒体发布应急管理信息") == "900.00%"
        assert self.rate("舆情监测周报") == "94.23%"
        assert self.rate("事故处理完成率") == "78.95%"
        assert self.rate("地震台网故障响应时间") == "98.72%"

    def test_three_accidents_of_four_are_75_percent(self):
        done, all_of_them = (self.rows[name].actual.quantity for name in ("处理完成的事故", "年度发生的事故"))
        assert done.exact_ratio(all_of_them) == Fraction(75, 100)
        assert self.rows["事故处理完成率"].actual.quantity == gp.Quantity(75, "%")

    def test_an_irregular_number_is_read(self):
        assert self.rows["排查隐患"].actual.quantity == gp.Quantity(222_170, "项")

    def test_dates(self):
        assert str(self.rows["平台合同服务期"].actual.period) == "2020-07/2021-06"
        assert str(self.rows["指挥中心选址确定"].actual.period) == "2020-07-31"
        visits = [self.rows[name].actual.period for name in self.rows if name.endswith("台站执法监察")]
        assert [str(day) for day in visits] == ["2020-04-17", "2020-08-14"]
        assert self.rows["防震减灾执法台站"].actual.quantity.magnitude == len(visits)

    def test_trainings_by_subject(self):
        (plan,) = [goal for goal in self.evaluation.goals if goal.text == "年度主要支出计划"]
        (quality,) = [goal for goal in plan.goals if goal.text == "培训质量"]
        assert len(quality.tasks) == 8

    def test_it_has_no_weights(self):
        assert {row.weight for row in self.rows.values()} == {None}
        assert isinstance(gp.evaluate(self.evaluation).total, gp.Undefined)
