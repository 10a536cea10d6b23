"""A rule book in words: everything that it has is said, in either language, and nothing breaks the text.

That the words are true is held by tests/laws/test_describing_laws.py.
"""

import re
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf.messages import message
from govperf.model import Grade
from govperf.model.saying import rule_name
from govperf.standards import (
    BUILT_IN,
    Clause,
    Level,
    Levels,
    NotApplicable,
    Provenance,
    Rounding,
    Rule,
    TotalCap,
    WeightFloor,
    loads,
    standard,
)
from govperf.standards.phrases import earned, figures, plain_text, span, stretches, taken_off

CLAUSE = Clause(Provenance.VERIFIED, "article 12")
books = pytest.mark.parametrize("book", [standard(name) for name in BUILT_IN], ids=list(BUILT_IN))
languages = pytest.mark.parametrize("lang", ["zh", "en"])


def rule(*knots, operators=(">=",), **fields):
    return Rule("ours", operators, knots, CLAUSE, **fields)


def section(book, name, lang="zh"):
    """What stands below a heading, up to the next."""
    return book.describe(lang).partition(f"\n{name}\n\n")[2].partition("\n\n#")[0].splitlines()


def numbers(book, lang="zh"):
    """The rows of the table of numbers: what it is → the other cells."""
    rows = section(book, {"zh": "## 数值", "en": "## Numbers"}[lang], lang)[2:]
    cells = [re.split(r"(?<!\\) \| ", row.removeprefix("| ").removesuffix(" |")) for row in rows]
    return {what: more for what, *more in cells}


class TestEverythingIsSaid:
    @books
    @languages
    def test_sources(self, book, lang):
        text = book.describe(lang)
        clauses = [
            book.full.clause,
            book.execution_points.clause,
            book.over_fulfilment.clause,
            book.approximation.clause,
            book.not_applicable.clause,
            book.rounding.clause,
            book.levels.clause,
            book.grades_clause,
            *(one.clause for one in (*book.rules, *book.weights, *book.weight_floors)),
        ]
        for clause in clauses:
            sure = message(f"provenance.{clause.provenance.value}", {}, lang)
            assert any(sure in line and clause.source in line for line in text.splitlines())

    @books
    @languages
    def test_names(self, book, lang):
        text = book.describe(lang)
        for name in (book.name, book.title, book.english, book.extends, *book.aliases, book.taxonomy):
            assert name in text
        for one in book.rules:
            assert any(
                line.startswith("### ") and one.name in line and rule_name(one.name, lang) in line
                for line in text.splitlines()
            )
        for level in book.levels.levels:
            assert all(label in text for label in (level.label, *level.aliases))
            assert lang == "zh" or level.english in text

    @books
    def test_both_languages_have_the_same_shape(self, book):
        shapes = [
            [re.match(r" *(?:#+ |- |\| |)", line)[0] for line in book.describe(lang).splitlines()]
            for lang in ("zh", "en")
        ]
        assert shapes[0] == shapes[1]

    @books
    def test_each_language_stays_its_own(self, book):
        """But for the sources and the English names, which are in English."""
        for line in book.describe("zh").splitlines():
            assert not re.search(r"included|points\b|actual|source:", line.partition("；")[0]) or "|" in line

    def test_chinese_unless_asked_otherwise(self):
        assert standard().describe() == standard().describe("zh") != standard().describe("en")

    def test_no_other_language(self):
        with pytest.raises(ValueError, match="language"):
            standard().describe("fr")


class TestNumbers:
    def test_first_levels(self):
        rows = numbers(standard("MOF-2021-101"))
        found = rows["一级指标分值（with cost）"]
        assert found[0] == "成本20分、产出40分、效益20分、满意度10分、预算执行率10分；合计100"
        assert found[1] == "未核对原文"
        rows = numbers(standard(), "en")
        found = (
            "output (产出) 50, benefit (效益) 30, satisfaction (满意度) 10, budget execution 10; together 100"
        )
        assert rows["points of first levels (usual)"][0] == found

    def test_no_first_levels(self):
        assert not any("一级" in what or "下限" in what for what in numbers(standard("MOF-2013-53")))

    def test_execution(self):
        form = "（表内另印分值的，按所印分值）"
        said = f"单位自评20分{form}，按“按完成比例计分”规则"
        assert numbers(standard("HUBEI-2020"))["预算执行率"][:2] == [said, "已核对"]
        said = f"单位自评10分{form}，按“预算执行率分档计分”规则；项目已完成的，按“项目已完成计分”规则"
        assert numbers(standard("MOF-2021-101"))["预算执行率"][0] == said

    def test_floor(self):
        assert numbers(standard())["分值下限"][0] == "产出、效益合计不低于总分值的60%；限于部门评价、财政评价"

    def test_floor_of_a_level_that_the_taxonomy_has_not(self):
        floor = WeightFloor(("decision",), Decimal("0.4"), ("self",), CLAUSE)
        book = attrs.evolve(standard(), weight_floors=[floor])
        assert (
            numbers(book, "en")["least weight"][0]
            == "decision together at least 40% of all points; in self-evaluation"
        )

    def test_limits(self):
        rows = numbers(standard())
        assert rows["满分"][0] == "100分"
        assert rows["超额完成"][0] == "完成率120%（含）以上的，须说明原因"
        assert rows["近似数"][0] == "在所填数的10%以内变动而得分不变的，按所填数计分；否则无法计分"

    @pytest.mark.parametrize(
        ("policy", "said"),
        [
            ("refuse", "总分无法确定"),
            ("redistribute", "不计，其余指标得分折算为全部分值"),
            ("full", "得满分"),
        ],
    )
    def test_not_applicable(self, policy, said):
        book = attrs.evolve(standard(), not_applicable=NotApplicable(policy, CLAUSE))
        assert numbers(book)["不适用的指标"][:2] == [said, "已核对"]

    @pytest.mark.parametrize(
        ("rounding", "said"),
        [
            (Rounding(2, "half_up", CLAUSE), "四舍五入，保留2位小数；各项得分先舍入，再相加"),
            (
                Rounding(1, "half_even", CLAUSE, level="level"),
                "四舍六入五成双，保留1位小数；各一级指标合计后舍入，再相加",
            ),
            (
                Rounding(0, "half_up", CLAUSE, level="total", rate=4),
                "四舍五入，保留0位小数；只舍入总分；计分所依据的比率先保留4位小数（以50%为0.5）",
            ),
        ],
    )
    def test_rounding(self, rounding, said):
        assert numbers(attrs.evolve(standard(), rounding=rounding))["舍入"][0] == said

    def test_cap(self):
        assert "总分封顶" not in numbers(standard())
        bands = ((Fraction(0), Decimal(59)), (Fraction(1, 2), Decimal("89.5")))
        book = attrs.evolve(standard(), total_cap=TotalCap(bands, CLAUSE))
        said = "预算执行率0%（含）至50%（不含）：最高59分；预算执行率50%（含）以上：最高89.5分"
        assert numbers(book)["总分封顶"][0] == said


class TestRules:
    def test_pass_line(self):
        between = "区间：在区间内的为100%，低于下端的 = 实际完成值 ÷ 下端，高于上端的无法计算"
        assert section(standard("MOF-2021-101"), "### 按完成比例计分（设及格门槛）（threshold）")[:6] == [
            "- 适用于：`≥`、`>`、`=`、区间",
            f"- 计分依据：完成率 = 实际完成值 ÷ 指标值；{between}",
            "- 得分：",
            "  - 低于60%：不得分",
            "  - 60%（含）至100%（不含）：由0分按直线升至满分（如80%，得分值的50%）",
            "  - 100%（含）以上：得满分",
        ]

    def test_bands_of_the_execution(self):
        found = section(
            standard("MOF-2021-101"), "### by bands of the execution rate (execution_bands)", "en"
        )
        assert found[:8] == [
            "- For: the budget execution rate, compared with 100%",
            "- Looks at: budget execution rate = executed ÷ adjusted budget",
            "- Points:",
            "  - below 60%: no points",
            "  - from 60%, included, to 80%, not included: 50% of the points",
            "  - from 80%, included, to 100%, not included: 70% of the points",
            "  - exactly 100%: all points",
            "  - above 100%: 70% of the points",
        ]

    def test_finished(self):
        book = standard("MOF-2021-101")
        assert section(book, "### 项目已完成计分（execution_finished）")[:6] == [
            "- 适用于：已完成项目的预算执行率，与100%比较",
            "- 计分依据：预算执行率 = 全年执行数 ÷ 全年预算数",
            "- 得分：",
            "  - 低于0%：不得分",
            "  - 0%（含）至100%（含）：得满分",
            "  - 高于100%：得分值的70%",
        ]

    def test_satisfaction(self):
        assert section(standard("MOF-2021-101"), "### 满意度分档计分（satisfaction）")[:7] == [
            "- 适用于：`≥`、`>`、`=`、区间；仅限满意度类指标",
            "- 计分依据：实际完成值本身，以%计",
            "- 得分：",
            "  - 低于60%：不得分",
            "  - 60%（含）至80%（不含）：得分值的50%",
            "  - 80%（含）至90%（不含）：得分值的80%",
            "  - 90%（含）以上：得满分",
        ]

    def test_proportional(self):
        assert section(standard(), "### 按完成比例计分（proportional）")[3:6] == [
            "  - 低于0%：不得分",  # the budget may have been given back
            "  - 0%（含）至100%（不含）：分值 × 完成率（如50%，得分值的50%）",
            "  - 100%（含）以上：得满分",
        ]

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("### 零目标达标计分（zero_target）", ["  - 达到指标值：得满分", "  - 未达到指标值：不得分"]),
            ("### 按期完成计满分（deadline）", ["  - 达到指标值：得满分"]),
        ],
    )
    def test_met_or_not(self, name, said):
        assert section(standard(), name)[3:-1] == said

    def test_their_order_is_said_where_it_matters(self):
        said = "限定指标名称的规则优先，其次为限定类别的规则，再次为其余规则。"
        assert said in standard("MOF-2021-101").describe()
        assert said not in standard().describe()
        named = standard().with_rules(rule((0, 0), (1, 1), indicators=["出勤率"]))
        assert said in named.describe()

    def test_categories_and_indicators(self):
        ours = rule(
            (0, 0), (1, 1), categories=["output.quantity", "outcome"], indicators=["出勤率", "入学率"]
        )
        book = standard().with_rules(ours)
        said = "- 适用于：`≥`；仅限产出 数量、效益类指标；仅限名为出勤率、入学率的指标"
        assert section(book, "### ours")[0] == said
        said = "`≥`; only for quantity (产出 数量), benefit (效益); only for indicators named 出勤率, 入学率"
        assert section(book, "### ours", "en")[0] == f"- For: {said}"

    def test_other_targets(self):
        ours = rule((0, 0), (1, 1), operators=("0", "date", "*"))
        book = attrs.evolve(standard(), rules=[ours], execution_rule="ours")
        said = "指标值为零、期限、其他规则未列明的各类指标值；预算执行率，与100%比较"
        assert section(book, "### ours")[0] == f"- 适用于：{said}"

    def test_a_rule_for_nothing(self):
        book = standard().with_rules(rule((0, 0), (1, 1), operators=()))
        assert section(book, "### ours")[0] == "- 适用于：不适用于任何指标值"

    def test_a_class_of_its_own(self):
        class Own:
            name = "own"
            operators = (">=", "?|")
            categories = ("output",)
            indicators = ()
            clause = CLAUSE

            def earn(self, case):
                raise AssertionError(case)

        book = standard().with_rules(Own())
        assert section(book, "### own") == [
            "- 适用于：`≥`、?\\|；仅限产出类指标",
            "- 计分依据：由自编程序计算",
            "- 依据：已核对；article 12",
        ]

    def test_a_book_that_was_loaded(self):
        book = loads("""
            name = "某省2021"
            title = "某省办法"
            english = "A province"
            extends = "MOF-2020-10"
            [rules.over_staffed]
            operators = ["<="]
            indicators = ["在职人员控制率"]
            measure = "ratio"
            of = 5
            knots = [[1, 5], [1.1, 0]]
            steps = [1, 0.01, "floor"]
            deductions = [[1.2, 2]]
            provenance = "verified"
            source = "the table of the province"
        """)
        assert section(book, "### over_staffed") == [
            "- 适用于：`≤`；仅限名为在职人员控制率的指标",
            "- 计分依据：实际完成值 ÷ 指标值，不分越大越好或越小越好；区间的除以下端",
            "- 得分：",
            "  - 从100%起每1个百分点计一档，只计完整的档，不足一档的不计；以下各数均按计档后的数",
            "  - 低于100%：得满分",
            "  - 100%（含）至110%（不含）：由满分按直线降至0分（每1个百分点为分值的10%）",
            "  - 110%（含）以上：不得分",
            "- 另行扣分，扣至0分为止；此处按计档前的数：",
            "  - 120%（含）以上：另扣2分",
            "- 依据：已核对；the table of the province",
        ]

    def test_no_fixed_deduction_is_no_line(self):
        assert not any("扣至0分" in standard(name).describe() for name in BUILT_IN)


class TestPhrases:
    @pytest.mark.parametrize(
        ("knots", "said"),
        [
            ([(1, "0.5")], ["不论多少：得分值的50%"]),
            ([(1, 0, 0, 1)], ["100%（含）以下：不得分", "高于100%：得满分"]),
            ([(1, 0, 1, 1)], ["低于100%：不得分", "100%（含）以上：得满分"]),
            ([(1, 0, 1, 0)], ["低于100%：不得分", "等于100%：得满分", "高于100%：不得分"]),
            ([(1, 1, 1, 1), (2, 1, 0, 0)], ["低于200%：得满分", "200%（含）以上：不得分"]),
            (
                [("1/3", 0), ("2/3", "1/3")],
                [
                    "低于1/3：不得分",
                    "1/3（含）至2/3（不含）：由0分按直线升至分值的1/3（如50%，得分值的1/6）",
                    "2/3（含）以上：得分值的1/3",
                ],
            ),
        ],
    )
    def test_ends(self, knots, said):
        assert list(earned(rule(*knots, measure="ratio"), "zh")) == said

    @pytest.mark.parametrize(
        ("knot", "count"),
        [((0, 0), 2), ((0, 0, 0, "0.5"), 3), ((0, 0, "0.2", "0.5"), 3), (("-0.5", 0), 2), (("0.5", 0), 3)],
    )
    def test_no_line_for_what_is_never_seen(self, knot, count):
        """A completion rate is not below zero; zero itself has its line."""
        assert len(list(earned(rule(knot, (1, 1)), "zh"))) == count

    def test_a_knot_between_two_lines(self):
        one, other = stretches(rule((0, 0), ("0.5", "0.8"), (1, 1)))[1:3]
        assert (one.high, one.high_in, other.low, other.low_in) == (
            Fraction(1, 2),
            False,
            Fraction(1, 2),
            True,
        )

    def test_a_unit(self):
        waiting = rule((0, 1), (24, 0), measure="actual", unit="小时", steps=(0, 2, "ceil"))
        assert list(earned(waiting, "zh")) == [
            "从0小时起每2小时计一档，不足一档的按一档计；以下各数均按计档后的数",
            "低于0小时：得满分",
            "0小时（含）至24小时（不含）：由满分按直线降至0分（每2小时为分值的1/12）",
            "24小时（含）以上：不得分",
        ]

    def test_a_percentage_as_unit(self):
        satisfied = rule((60, 0), (90, 1), measure="actual", unit="%", steps=(60, 5, "floor"))
        counted, _, line, _ = earned(satisfied, "en")
        assert counted.startswith("the figure counts in whole steps of 5 percentage points from 60%; ")
        assert line.startswith(
            "from 60%, included, to 90%, not included: in a straight line from none of the "
        )
        assert line.endswith(" up to all of the points (1/6 of the points for each 5 percentage points)")

    def test_a_figure_of_a_unit_is_no_factor(self):
        """The actual itself, though it earns as many parts of the points."""
        line = list(earned(rule((0, 0), (1, 1), measure="actual", unit="次"), "zh"))[1]
        assert line == "0次（含）至1次（不含）：由0分按直线升至满分（如0.5次，得分值的50%）"

    def test_met_with_a_deduction(self):
        either = rule((0, 0), (1, 1), measure="met", deductions=[(0, 2), (1, 0)])
        assert list(earned(either, "en")) == ["met: all points", "not met: no points"]
        assert list(taken_off(either, "en")) == ["not met: points taken off: 2"]
        assert list(figures(either, "en")) == ["met"]

    def test_met_takes_whole_steps_too(self):
        either = rule((0, 0), (1, 1), measure="met", steps=(0, 2, "floor"))
        assert list(earned(either, "zh")) == ["达到指标值：不得分", "未达到指标值：不得分"]

    @pytest.mark.parametrize(
        ("measure", "operators", "said"),
        [
            ("completion", (">=", "="), ["completion-more"]),
            ("completion", ("<=",), ["completion-less"]),
            (
                "completion",
                ("*",),
                [f"completion-{kind}" for kind in ("more", "less", "between", "zero", "date")],
            ),
            ("excess", ("<=", ">"), ["excess-less", "completion-more"]),
            ("ratio", ("<=",), ["ratio"]),
            ("deviation", ("between",), ["deviation"]),
        ],
    )
    def test_what_it_looks_at(self, measure, operators, said):
        looked = figures(rule((0, 0), operators=operators, measure=measure), "en")
        assert list(looked) == [message(f"describe.{code}", {}, "en") for code in said]

    def test_the_execution_is_looked_at_beside_the_rest(self):
        looked = figures(rule((0, 0), measure="deviation"), "zh", execution=True)
        assert [one.partition(" ")[0] for one in looked] == ["预算执行率", "|实际完成值"]

    def test_an_execution_of_a_rule_for_zero_has_all_figures(self):
        zero = rule((0, 0), (1, 1), operators=("0",), deductions=[("0.5", 1)])
        assert [len(list(earned(zero, "zh", execution=yes))) for yes in (False, True)] == [2, 3]
        assert list(taken_off(zero, "zh")) == ["达到指标值：另扣1分"]
        assert list(taken_off(zero, "zh", execution=True)) == ["50%（含）以上：另扣1分"]

    def test_numbers(self):
        assert [plain_text(Fraction(n)) for n in ("0", "100", "-0.5", "1e-34", "1e40", "1/7")] == [
            "0",
            "100",
            "-0.5",
            f"0.{'0' * 33}1",
            f"1{'0' * 40}",
            "1/7",
        ]
        assert plain_text(Fraction(1, 10**35)) == f"1/1{'0' * 35}"

    def test_no_ends(self):
        assert span(None, None, "en", low_in=False, high_in=False) == "any figure"


class TestLevelsAndGrades:
    def test_bands(self):
        found = section(standard("HUBEI-2020"), "## 评判等级")
        assert [row.split(" | ")[1] for row in found[2:5]] == [
            "80%（含）至100%（含）",
            "50%（含）至80%（不含）",
            "0%（含）至50%（不含）",
        ]
        assert found[-1].startswith("依据：已核对；a project form of Hubei")

    def test_fixed_with_a_deduction(self):
        levels = Levels((Level("合格", "passed", 1, 1, minus="0.5"), Level("差", "bad", 0, 0)), CLAUSE)
        found = section(attrs.evolve(standard(), levels=levels), "## Levels of judgement", "en")
        assert found[2:4] == [
            "| passed (合格) | always 100%, less 0.5 points | none |",
            "| bad (差) | always 0% | none |",
        ]

    def test_grades(self):
        assert section(standard(), "## 评价等级")[2:6] == [
            "| 优 | 90分（含）以上 |",
            "| 良 | 80分（含）至90分（不含） |",
            "| 中 | 60分（含）至80分（不含） |",
            "| 差 | 0分（含）至60分（不含） |",
        ]

    def test_grades_of_a_book(self):
        grades = (Grade("合格", "passed", Decimal("60.5")), Grade("不合格", "failed", Decimal(0)))
        found = section(attrs.evolve(standard(), grades=grades), "## 评价等级")
        assert found[2:5] == ["| 合格 | 60.5分（含）以上 |", "| 不合格 | 0分（含）至60.5分（不含） |", ""]


class TestInherited:
    """What stands in another book as it is has a source that speaks of that one."""

    @pytest.mark.parametrize(
        ("what", "name"),
        [
            ("满分", ""),
            ("舍入", "MOF-2020-10"),
            ("预算执行率", ""),
            ("超额完成", "MOF-2020-10"),
            ("不适用的指标", ""),
        ],
    )
    def test_numbers(self, what, name):
        found = numbers(standard("HUBEI-2020"))[what][2]
        assert found.startswith(f"沿用{name}：") if name else "沿用" not in found

    @pytest.mark.parametrize(
        ("name", "headings", "inherited"),
        [
            ("MOF-2020-10", ("## 评判等级", "## 评价等级"), (False, False)),
            ("HUBEI-2020", ("## 评判等级", "## 评价等级"), (False, True)),
            ("MOF-2013-53", ("## 评判等级", "## 评价等级"), (True, True)),
        ],
    )
    def test_levels_and_grades(self, name, headings, inherited):
        found = [section(standard(name), heading)[-1] for heading in headings]
        assert tuple("；沿用MOF-2020-10：" in line for line in found) == inherited

    @languages
    def test_rules(self, lang):
        book = standard("MOF-2021-101")
        taken, where = {"zh": ("沿用", "- 依据"), "en": ("inherited from", "- Source")}[lang]
        lines = [line for line in book.describe(lang).splitlines() if line.startswith(where)]
        assert [taken in line for line in lines] == [one in standard().rules for one in book.rules]
        assert [taken in line for line in lines].count(True) == 2

    def test_weights(self):
        """A set or a floor that the other book has among its own."""
        book = attrs.evolve(standard(), extends="MOF-2020-10", weights=standard().weights)
        assert "沿用" not in book.describe()  # it is that book itself
        book = attrs.evolve(book, name="某省", weights=(*standard("HUBEI-2020").weights, *book.weights))
        found = [line for line in book.describe().splitlines() if line.startswith("| 一级指标分值")]
        assert ["沿用MOF-2020-10：" in line for line in found] == [False, True]
        assert numbers(book)["分值下限"][2].startswith("沿用MOF-2020-10：")

    def test_from_the_farthest(self):
        book = attrs.evolve(standard("HUBEI-2020"), name="某市", extends="HUBEI-2020")
        assert numbers(book)["满分"][2].startswith("沿用HUBEI-2020：")
        assert numbers(book)["舍入"][2].startswith("沿用MOF-2020-10：")

    def test_an_own_number_with_the_same_value(self):
        own = attrs.evolve(standard().full, clause=CLAUSE)
        book = standard().with_rules(rule((0, 0), (1, 1)))
        assert numbers(book)["满分"][2].startswith("沿用MOF-2020-10：")
        assert numbers(attrs.evolve(book, full=own))["满分"][2] == "article 12"

    def test_cap(self):
        cap = TotalCap(((Fraction(0), Decimal(59)),), CLAUSE)
        book = attrs.evolve(standard(), name="某省", extends="MOF-2020-10", total_cap=cap)
        assert numbers(book)["总分封顶"][2] == "article 12"

    def test_a_rule_for_less_than_there(self):
        book = standard().with_rules(rule((0, 0), (1, 1)))
        assert section(book, "### 按完成比例计分（proportional）")[-1].startswith(
            "- 依据：见于在用系统；沿用MOF-2020-10："
        )
        assert section(book, "### ours")[-1] == "- 依据：已核对；article 12"

    def test_a_rule_for_more_than_there(self):
        wider = attrs.evolve(standard().rule("reverse_proportional"), operators=("<=", "<", ">="))
        book = standard().with_rules(wider)
        assert "沿用" not in section(book, "### 反向指标按比例计分（reverse_proportional）")[-2]

    @pytest.mark.parametrize("extends", ["", "某省", "MOF-2020"])
    def test_of_a_book_that_is_not_known(self, extends):
        book = attrs.evolve(standard(), name="某市", extends=extends)
        assert "沿用" not in book.describe()


class TestChoices:
    @books
    def test_every_choice_is_said(self, book):
        for lang, word in (("zh", "其中由govperf约定："), ("en", "A choice of it: ")):
            said = [line for line in book.describe(lang).splitlines() if line.startswith(f"- {word}")]
            assert [line.removeprefix(f"- {word}").replace("\\", "") for line in said] == [
                one.choice for one in book.rules if one.choice
            ]

    @pytest.mark.parametrize("name", ["execution_bands", "execution_finished", "threshold", "satisfaction"])
    def test_where_the_guide_is_silent(self, name):
        """What is recalled of the guide, and what is not said there, are two sentences."""
        found = standard("MOF-2021-101").rule(name)
        assert found.clause.provenance is Provenance.RECALLED
        assert found.choice
        assert "choice" not in found.clause.source

    def test_ranges_are_a_choice(self):
        found = standard().rule("range")
        assert (found.operators, found.clause.provenance) == (("between",), Provenance.CHOICE)
        assert found.knots == standard().rule("proportional").knots
        assert not any("between" in one.operators for one in standard().rules if one is not found)

    def test_no_line_without_one(self):
        assert not any(
            "其中由govperf约定" in line for line in section(standard(), "### 按完成比例计分（proportional）")
        )


class TestPlainText:
    """What a book says is text, whatever it holds."""

    HOSTILE = "a|b\n# c <script> `d` *e* [f](g) \\h"
    SAFE = "a\\|b # c \\<script> \\`d\\` \\*e\\* [f\\](g) \\\\h"

    @languages
    def test_no_markup_of_its_own(self, lang):
        clause = Clause(Provenance.CHOICE, self.HOSTILE)
        texts = dict.fromkeys(("name", "title", "english"), self.HOSTILE)
        book = attrs.evolve(
            standard("MOF-2021-101").with_rules(
                Rule(self.HOSTILE, (">=",), [(0, 0)], clause, indicators=[self.HOSTILE])
            ),
            **texts,
            aliases=[self.HOSTILE],
            extends=self.HOSTILE,
            levels=Levels((Level(self.HOSTILE, self.HOSTILE, 0, 1, aliases=["b|"]),), clause),
            grades=(Grade(self.HOSTILE, self.HOSTILE, Decimal(0)),),
            grades_clause=clause,
        )
        plain, hostile = standard("MOF-2021-101").describe(lang), book.describe(lang)
        assert self.SAFE in hostile
        assert not re.search(r"(?<!\\)<script|(?<!\\)\]\(|^# c", hostile, re.MULTILINE)
        tables = [line for line in hostile.splitlines() if line.startswith("|")]
        assert {len(re.findall(r"(?<!\\)\|", line)) for line in tables} == {3, 4, 5}
        assert [line for line in hostile.splitlines() if line.startswith("## ")] == [
            line for line in plain.splitlines() if line.startswith("## ")
        ]
