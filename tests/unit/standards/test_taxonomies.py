"""What the labels of a form mean in each taxonomy, and what they are in another one."""

import copy
from importlib.resources import files

import pytest

from govperf.errors import LimitError, StandardError
from govperf.model import Indicator
from govperf.standards import TAXONOMIES, Category, Clause, Provenance, Taxonomy, loads_taxonomy, taxonomy

OLD, NEW = taxonomy("2020"), taxonomy("2021")
BUILT_IN = [taxonomy(name) for name in TAXONOMIES]
EVERY = [(book, category) for book in BUILT_IN for category in book.categories]
every_category = pytest.mark.parametrize(
    ("book", "category"), EVERY, ids=[f"{book.name} {category.code}" for book, category in EVERY]
)
CHANGES = {
    "output": "output",
    "output.quantity": "output.quantity",
    "output.quality": "output.quality",
    "output.timeliness": "output.timeliness",
    "output.cost": "cost.economic",
    "outcome": "outcome",
    "outcome.economic": "outcome.economic",
    "outcome.social": "outcome.social",
    "outcome.ecological": "outcome.ecological",
    "outcome.sustainability": None,
    "satisfaction": "satisfaction",
    "satisfaction.recipients": "satisfaction.recipients",
}


def local(*categories):
    clause = Clause(Provenance.CHOICE, "a test")
    return Taxonomy(name="某区", title="某区自评表", english="a form", clause=clause, categories=categories)


def code(found):
    return found and found.code


class TestBuiltIn:
    @pytest.mark.parametrize("name", TAXONOMIES)
    def test_loaded_once(self, name):
        assert taxonomy(name) is taxonomy(name)
        assert taxonomy(name).name == name

    def test_default(self):
        assert taxonomy() is taxonomy("2020") is taxonomy(name="2020")

    @pytest.mark.parametrize("name", TAXONOMIES)
    def test_as_its_text(self, name):
        text = (files("govperf.standards") / "data" / TAXONOMIES[name]).read_text(encoding="utf-8")
        assert loads_taxonomy(text) == taxonomy(name)

    @pytest.mark.parametrize("name", ["", "2022", "../taxonomy-2020.toml", 2020, None], ids=repr)
    def test_unknown(self, name):
        with pytest.raises(StandardError) as caught:
            taxonomy(name)
        assert caught.value.code == "taxonomy.unknown"
        assert all(known in caught.value.explain() for known in TAXONOMIES)

    @pytest.mark.parametrize("book", BUILT_IN, ids=list(TAXONOMIES))
    def test_all_is_said(self, book):
        assert book.title
        assert book.english
        assert book.clause.source
        assert all(category.english for category in book.categories)

    @pytest.mark.parametrize(
        ("name", "provenance"),
        [
            ("2020", Provenance.VERIFIED),
            ("2021", Provenance.RECALLED),
            ("2020-framework", Provenance.RECALLED),
            ("2013-department", Provenance.RECALLED),
            ("2013-project", Provenance.RECALLED),
        ],
    )
    def test_how_sure(self, name, provenance):
        assert taxonomy(name).clause.provenance is provenance

    @pytest.mark.parametrize(
        ("name", "tree"),
        [
            (
                "2020",
                {
                    "产出": ["数量", "质量", "时效", "成本"],
                    "效益": ["经济效益", "社会效益", "生态效益", "可持续影响"],
                    "满意度": ["服务对象满意度"],
                },
            ),
            (
                "2021",
                {
                    "成本": ["经济成本", "社会成本", "生态环境成本"],
                    "产出": ["数量", "质量", "时效"],
                    "效益": ["经济效益", "社会效益", "生态效益"],
                    "满意度": ["服务对象满意度"],
                },
            ),
            (
                "2020-framework",
                {
                    "决策": ["项目立项", "绩效目标", "资金投入"],
                    "过程": ["资金管理", "组织实施"],
                    "产出": ["数量", "质量", "时效", "成本"],
                    "效益": ["项目效益"],
                },
            ),
            (
                "2013-department",
                {
                    "投入": ["目标设定", "预算配置"],
                    "过程": ["预算执行", "预算管理", "资产管理"],
                    "产出": ["职责履行"],
                    "效果": ["履职效益"],
                },
            ),
            (
                "2013-project",
                {
                    "投入": ["项目立项", "资金落实"],
                    "过程": ["业务管理", "财务管理"],
                    "产出": ["项目产出"],
                    "效果": ["项目效益"],
                },
            ),
        ],
    )
    def test_levels_in_the_order_of_the_form(self, name, tree):
        branches = taxonomy(name).branches
        assert {first.label: [one.label for one in second] for first, second in branches.items()} == tree
        flat = [one for first, second in branches.items() for one in (first, *second)]
        assert flat == list(taxonomy(name).categories)

    def test_codes(self):
        assert [category.code for category in OLD.categories if category.above] == [
            "output.quantity",
            "output.quality",
            "output.timeliness",
            "output.cost",
            "outcome.economic",
            "outcome.social",
            "outcome.ecological",
            "outcome.sustainability",
            "satisfaction.recipients",
        ]
        assert [category.code for category in NEW.categories if category.above == "cost"] == [
            "cost.economic",
            "cost.social",
            "cost.ecological",
        ]


class TestFind:
    @every_category
    def test_its_labels(self, book, category):
        assert book.find(category.labels) is category

    @every_category
    def test_its_aliases(self, book, category):
        for alias in category.aliases:
            assert book.find([*category.labels[:-1], alias]) is category

    @pytest.mark.parametrize(
        ("category", "found"),
        [
            (["效益", "社会"], "outcome.social"),
            (["效益", "经济"], "outcome.economic"),
            (["效益", "生态"], "outcome.ecological"),
            (["效益", "可持续"], "outcome.sustainability"),
            (["满意度", "服务对象"], "satisfaction.recipients"),
            (["满意度", "群众"], "satisfaction.recipients"),
            (["满意度", "满意度"], "satisfaction.recipients"),
            (["服务对象满意度"], "satisfaction"),
            (["服务对象满意度", "服务对象满意度"], "satisfaction.recipients"),
        ],
    )
    def test_what_forms_print_in_2020(self, category, found):
        assert code(OLD.find(category)) == found

    @pytest.mark.parametrize(
        ("category", "old", "new"),
        [
            (["产出", "成本"], "output.cost", None),
            (["成本"], None, "cost"),
            (["成本", "经济成本"], None, "cost.economic"),
            (["成本", "经济"], None, "cost.economic"),
            (["效益", "可持续影响"], "outcome.sustainability", None),
            (["效益", "经济"], "outcome.economic", "outcome.economic"),
        ],
    )
    def test_what_the_years_differ_in(self, category, old, new):
        assert (code(OLD.find(category)), code(NEW.find(category))) == (old, new)

    @pytest.mark.parametrize(
        "category",
        [
            ["产出指标", "质量指标"],
            ["产出 指标", " 质 量\n指标\u3000"],
            ["产出指标（50分）", "质量指标(12.5分)"],
            ["产出(50 分)", "质量"],
            ("产出", "质量", "", " "),
            iter(["产出", "质量"]),
            Indicator("合格率", category=["产出指标（50分）", "质量指标"]).category,
        ],
        ids=repr,
    )
    def test_as_printed(self, category):
        assert code(OLD.find(category)) == "output.quality"

    @pytest.mark.parametrize(
        "category", ["产出", "产出指标", ["产出"], ["产出", ""], ["产出", "\u3000"]], ids=repr
    )
    def test_the_first_level_alone(self, category):
        assert code(OLD.find(category)) == "output"

    @pytest.mark.parametrize(
        "category",
        [
            [],
            "",
            [" "],
            ["指标"],
            ["产出", "指标"],
            ["质量"],  # the second level alone
            ["", "质量"],
            ["", "产出"],
            ["质量", "产出"],
            ["产出", "社会效益"],
            ["产出", "产出"],
            ["产出", "其他"],
            ["其他", "质量"],
            ["产出", "质量", "合格率"],
            ["投入/产出/结果"],
            ["产出指标（50）", "质量"],
            ["产出指标（分）", "质量"],
            ["产出（50分）左右", "质量"],
        ],
        ids=repr,
    )
    def test_nothing(self, category):
        assert OLD.find(category) is None

    def test_no_text(self):
        with pytest.raises(TypeError):
            OLD.find(["产出", 1])
        with pytest.raises(TypeError):
            OLD.find(None)

    def test_an_empty_taxonomy_finds_nothing(self):
        assert local().find(["产出"]) is None
        assert local().branches == {}

    def test_endless_labels(self):
        assert OLD.find(["产出", "(1" * 100_000]) is None
        with pytest.raises(LimitError):
            OLD.find("产出" for _ in range(20_001))


class TestTranslate:
    def test_from_2020_to_2021(self):
        assert {one.code: code(OLD.translate(one.labels, to=NEW)) for one in OLD.categories} == CHANGES

    def test_from_2021_to_2020(self):
        before = {new: old for old, new in CHANGES.items() if new}
        back = {one.code: code(NEW.translate(one.labels, to=OLD)) for one in NEW.categories}
        assert back == before | {"cost": None, "cost.social": None, "cost.ecological": None}

    @every_category
    def test_to_itself(self, book, category):
        assert book.translate(category.labels, to=book) is category

    def test_counterparts_exist(self):
        known = {book.name: {category.code for category in book.categories} for book in BUILT_IN}
        named = [pair for _, category in EVERY for pair in category.counterparts]
        assert named
        assert [pair for pair in named if pair[1] not in known[pair[0]]] == []

    def test_as_printed(self):
        assert code(OLD.translate(["产出指标", "成本指标"], to=NEW)) == "cost.economic"

    @pytest.mark.parametrize("category", [["成本"], ["其他"], []], ids=repr)
    def test_unknown_labels(self, category):
        assert OLD.translate(category, to=NEW) is None

    def test_the_same_code_is_no_counterpart(self):
        """The frameworks of evaluation and self-evaluation are not said to be the same."""
        assert OLD.translate(["产出", "数量"], to=taxonomy("2020-framework")) is None
        assert taxonomy("2013-project").translate(["产出"], to=OLD) is None

    def test_a_copy_is_the_same_taxonomy(self):
        assert OLD.translate(["产出", "成本"], to=copy.deepcopy(OLD)) == OLD.find(["产出", "成本"])

    def test_a_local_one(self):
        book = local(
            Category("effect", "效果", "effect", counterparts={"2020": "outcome"}),
            Category("effect.social", ["效果", "社会"], "social effect"),
        )
        assert code(OLD.translate(["效益"], to=book)) == "effect"
        assert code(book.translate(["效果"], to=OLD)) == "outcome"
        assert book.translate(["效果"], to=NEW) is None
        assert book.translate(["效果", "社会"], to=OLD) is None
