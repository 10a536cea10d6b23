"""Every fault of a document is said, with its path."""

import json

import pytest

import govperf as gp
from govperf.errors import DataError, DataErrors, InputError
from govperf.limits import LIMITS

TABLE = {
    "schema": 1,
    "department": {
        "name": "某局",
        "staffing": {"authorised": [{"kind": "行政编制", "count": 10}], "actual": 9},
    },
    "year": 2021,
    "budget": {"year": 2021, "executed": "10万元", "income_sources": [{"name": "拨款", "amount": "9万元"}]},
    "goals": [
        {"text": "一", "indicators": [{"name": "甲", "weight": 10}]},
        {
            "text": "二",
            "indicators": [
                {"name": "乙"},
                {"name": "丙", "target": "5条", "actual": {"text": "5条", "evidence": [{"title": "台账"}]}},
            ],
        },
    ],
    "breakdowns": [{"name": "检查", "total": "3家", "parts": [{"name": "粉尘", "amount": "3家"}]}],
}


def changed(path, value):
    """The table with one value put in, or taken out for None; a path such as goals.1.indicators."""
    table = json.loads(json.dumps(TABLE))
    *way, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    place = table
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return table


def where(path):
    """The path of an error: $.goals[1].indicators for goals.1.indicators."""
    return "$" + "".join(f"[{step}]" if step.isdecimal() else f".{step}" for step in path.split("."))


def fault(document):
    """The one fault of a document."""
    text = document if isinstance(document, str | bytes) else json.dumps(document)
    with pytest.raises(InputError) as caught:
        gp.from_json(text, gp.Evaluation)
    assert not isinstance(caught.value, DataErrors), caught.value.exceptions
    return caught.value


def faults(document):
    with pytest.raises(DataErrors) as caught:
        gp.from_json(json.dumps(document), gp.Evaluation)
    return caught.value.exceptions


def found(error):
    return error.code, error.path


def test_the_table_itself_is_right():
    table = gp.from_json(json.dumps(TABLE), gp.Evaluation)
    assert table.goals[1].indicators[1].actual.evidence == (gp.Evidence("台账"),)


@pytest.mark.parametrize(
    "path",
    [
        "page",
        "department.page",
        "department.staffing.page",
        "department.staffing.authorised.0.page",
        "budget.income_sources.0.page",
        "goals.1.indicators.1.page",
        "goals.1.indicators.1.actual.page",
        "goals.1.indicators.1.actual.evidence.0.page",
        "breakdowns.0.schema",
    ],
)
@pytest.mark.parametrize("value", [3, [], {"a": {"b": 0.5}}], ids=["number", "array", "object"])
def test_unknown_key(path, value):
    error = fault(changed(path, value))
    assert (error.code, f"{error.path}.{error.value.strip(chr(39))}") == ("data.key", where(path))


def test_the_nearest_known_keys_come_first():
    error = fault(changed("goals.0.indicators.0.reported_point", 5))
    assert "known are reported_points, reported_rate, name, category, target" in str(error)


@pytest.mark.parametrize(
    "path",
    [
        "schema",
        "year",
        "department",
        "department.name",
        "department.staffing.authorised.0.count",
        "goals.1.indicators.0.name",
        "goals.1.indicators.1.actual.text",
        "breakdowns.0.parts",
    ],
)
def test_missing_key(path):
    assert found(fault(changed(path, None))) == ("data.missing", where(path))


WRONG_TYPES = [
    ("department.name", 5, "found a whole number instead of a text"),
    ("department.name", 0.5, "found a number instead of a text"),
    ("department.name", [], "found an array instead of a text"),
    ("department.name", {}, "found an object instead of a text"),
    ("year", "2021", "found a text instead of a whole number"),
    ("year", 2021.0, "found a number instead of a whole number"),
    ("year", True, "found true or false instead of a whole number"),
    ("department", [], "found an array instead of an object"),
    ("department", "某局", "found a text instead of an object"),
    ("goals", {}, "found an object instead of an array"),
    ("goals", "一", "found a text instead of an array"),
    ("goals.1", [], "found an array instead of an object"),
    ("goals.1.indicators.0", 1e5, "found a number instead of an object"),
    ("goals.0.indicators.0.category", "产出", "found a text instead of an array"),
    ("goals.0.indicators.0.category", [1], "found a whole number instead of a text"),
    ("goals.0.indicators.0.weight", True, "found true or false instead of a number"),
    ("goals.0.indicators.0.weight", [10], "found an array instead of a number"),
    ("goals.0.indicators.0.target", True, "found true or false instead of a text"),
    ("goals.0.indicators.0.target", {"text": 60}, "found a whole number instead of a text"),
    ("goals.0.indicators.0.target", {"text": "60", "unit": 5}, "found a whole number instead of a text"),
    ("goals.0.indicators.0.actual", {"text": "60", "evidence": {}}, "found an object instead of an array"),
    ("goals.0.indicators.0.locator", ["第3页"], "found an array instead of a text"),
    ("goals.0.indicators.0.nature", 1, "found a whole number instead of a text"),
    ("goals.0.indicators.0.award", True, "found true or false instead of a number"),
    ("goals.0.indicators.0.award", ["8"], "found an array instead of a number"),
    ("goals.0.indicators.0.award", {"level": 1}, "found a whole number instead of a text"),
    ("goals.0.indicators.0.corrections", {}, "found an object instead of an array"),
    ("goals.0.indicators.0.corrections", ["-2"], "found a text instead of an object"),
    ("goals.0.indicators.0.not_applicable", True, "found true or false instead of a text"),
    ("finished", 1, "found a whole number instead of true or false"),
    ("finished", 0, "found a whole number instead of true or false"),
    ("finished", 1.0, "found a number instead of true or false"),
    ("finished", "true", "found a text instead of true or false"),
    ("finished", [], "found an array instead of true or false"),
    ("budget.basic", ["9万元"], "found an array instead of a text"),
    ("budget.executed", {"magnitude": [], "unit": "元"}, "found an array instead of a number"),
    ("budget.executed", {"magnitude": "5", "unit": None}, "found null instead of a text"),
    ("goals.0.indicators.0.actual", ["60条"], "found an array instead of a text"),
    ("goals.0.indicators.0.actual", [], "found an array instead of a text"),
    ("department.staffing.actual", "9", "found a text instead of a whole number"),
]


@pytest.mark.parametrize(("path", "value", "said"), WRONG_TYPES)
def test_wrong_type(path, value, said):
    error = fault(changed(path, value))
    assert error.code == "data.type"
    assert str(error).partition(": ")[2] == said
    assert error.path.startswith(where(path))


@pytest.mark.parametrize("path", ["department", "year", "department.name", "goals", "breakdowns.0.parts"])
def test_null_is_no_value(path):
    text = json.dumps(changed(path, "?")).replace('"?"', "null")
    assert str(fault(text)).partition(": ")[2].startswith("found null instead of")


@pytest.mark.parametrize("path", ["budget", "department.staffing", "goals.0.indicators.0.weight"])
def test_null_is_as_good_as_nothing_where_nothing_is(path):
    text = json.dumps(changed(path, "?")).replace('"?"', "null")
    assert gp.from_json(text, gp.Evaluation) == gp.from_json(json.dumps(changed(path, None)), gp.Evaluation)


@pytest.mark.parametrize(("value", "text"), [(True, "true"), (False, "false"), (None, "null")])
def test_finished_or_not_or_not_said(value, text):
    table = gp.from_json(json.dumps(changed("finished", "?")).replace('"?"', text), gp.Evaluation)
    assert table.finished is value


class TestAwards:
    PATH = "goals.0.indicators.0.award"

    @pytest.mark.parametrize("given", ["8.50", {"points": "8.5"}, {"points": "8.5", "level": ""}], ids=repr)
    def test_a_number_is_its_points(self, given):
        table = gp.from_json(json.dumps(changed(self.PATH, given)), gp.Evaluation)
        assert table.goals[0].indicators[0].award == gp.Award("8.5")

    @pytest.mark.parametrize(
        ("given", "code", "path"),
        [
            (8.5, "data.float", ""),
            ("-1", "data.negative", ""),
            ("达标", "numeral.unreadable", ""),
            ({}, "data.award", ".points"),
            ({"level": " "}, "data.award", ".points"),
            ({"points": "-1"}, "data.negative", ".points"),
            ({"points": "8", "grade": "优"}, "data.key", ""),
        ],
        ids=repr,
    )
    def test_faults(self, given, code, path):
        error = fault(changed(self.PATH, given))
        assert (error.code, error.path) == (code, where(self.PATH) + path)


def test_types_are_said_in_chinese():
    assert fault(changed("year", "2021")).explain() == "$.year: 应为整数，实为文本"


class TestNumbers:
    @pytest.mark.parametrize(
        ("number", "code"),
        [
            ("10.5", "data.float"),
            ("1E400", "data.float"),
            ("NaN", "data.constant"),
            ("-Infinity", "data.constant"),
            ("9" * 35, "quantity.digits"),
            ("9" * 65, "limit.chars"),
            ("-1", "data.negative"),
        ],
        ids=lambda value: value[:12],
    )
    def test_a_number_where_one_belongs(self, number, code):
        text = json.dumps(changed("goals.0.indicators.0.weight", "?")).replace('"?"', number)
        assert found(fault(text)) == (code, "$.goals[0].indicators[0].weight")

    @pytest.mark.parametrize(
        ("number", "code"),
        [
            ("NaN", "data.constant"),
            ("Infinity", "data.constant"),
            ("-" + "9" * 10**6, "limit.chars"),
            ("0.5", "data.type"),
        ],
        ids=["NaN", "Infinity", "a million digits", "float"],
    )
    @pytest.mark.parametrize("path", ["year", "department", "department.name", "goals"])
    def test_a_number_where_none_belongs(self, path, number, code):
        text = json.dumps(changed(path, "?")).replace('"?"', number)
        error = fault(text)
        assert found(error) == (code, f"$.{path}")
        assert len(str(error)) < 200

    @pytest.mark.parametrize(
        ("number", "code"),
        [
            ("10", "data.amount"),
            ("-10", "data.amount"),
            ("10.5", "data.amount"),
            ("1e5", "data.amount"),
            ("NaN", "data.constant"),
            ("-Infinity", "data.constant"),
            ("9" * 65, "limit.chars"),
            ("true", "data.type"),
        ],
    )
    @pytest.mark.parametrize("path", ["budget.executed", "budget.basic"])
    def test_a_number_is_no_amount(self, path, number, code):
        """Whoever leaves out the unit is told that one is due."""
        text = json.dumps(changed(path, "?")).replace('"?"', number)
        assert found(fault(text)) == (code, f"$.{path}")

    def test_a_whole_number_is_exact(self):
        table = gp.from_json(json.dumps(changed("goals.0.indicators.0.weight", 10**33 + 1)), gp.Evaluation)
        assert table.goals[0].indicators[0].weight == 10**33 + 1


class TestCells:
    @pytest.mark.parametrize(
        ("path", "value", "code"),
        [
            ("department.name", " ", "data.empty"),
            ("department.name", "长" * 10_001, "limit.chars"),
            ("department.name", "\ud800", "data.unicode"),
            ("year", 1948, "data.year"),
            ("budget.year", 2200, "data.year"),
            ("budget.executed", "10", "data.money"),
            ("budget.executed", "十几万元", None),
            ("budget.executed", "10万圜", "unit.unknown"),
            ("budget.reported_execution_rate", "95", "data.rate"),
            ("budget.income_sources.0.amount", "9家", "data.money"),
            ("department.staffing.actual", -1, "data.negative"),
            ("department.staffing.authorised.0.count", 10**34, "quantity.digits"),
            ("goals.0.indicators.0.nature", "定量", "data.choice"),
            ("goals.0.indicators.0.reported_rate", "5条", "data.rate"),
            ("goals.0.period", "去年", "data.period-unread"),
            ("kind", "Self", "data.choice"),
            ("budget.basic", "九家左右", None),
            (
                "budget.progress",
                [{"month": 2, "executed": "2元"}, {"month": 1, "executed": "1元"}],
                "data.months",
            ),
            ("goals.0.indicators.0.target", "\ud800", "data.unicode"),
            ("goals.0.indicators.0.actual", "", "data.empty"),
            ("goals.1.indicators.1.actual.evidence.0.title", "", "data.empty"),
            ("breakdowns.0.total", "三家左右", None),
            ("breakdowns.0.parts.0.amount", "很多", "quantity.no-number"),
            ("reported_total", "-5", "data.negative"),
        ],
        ids=lambda value: str(value)[:30].encode("ascii", "backslashreplace").decode(),
    )
    def test_a_cell_that_cannot_be_read(self, path, value, code):
        error = fault(changed(path, value))
        assert found(error) == (code or error.code, where(path))

    def test_a_fault_that_the_whole_object_sees(self):
        assert found(fault(changed("budget.basic", "9家"))) == ("data.money", "$.budget.basic.executed")

    def test_units_of_one_name(self):
        table = changed("department.units", [{"name": "甲"}, {"name": "甲"}])
        assert found(fault(table)) == ("data.twice", "$.department.units")

    def test_amounts_of_two_currencies(self):
        assert found(fault(changed("budget.income", "10万美元")))[0] == "data.currency"


class TestTwice:
    @pytest.mark.parametrize(
        ("text", "path"),
        [
            ('{"schema": 1, "year": 2021, "department": {"name": "甲"}, "year": 2021}', "$"),
            ('{"schema": 1, "schema": 1, "department": {"name": "甲"}, "year": 2021}', "$"),
            ('{"schema": 1, "department": {"name": "甲", "name": "乙"}, "year": 2021}', "$.department"),
            (
                json.dumps(TABLE, ensure_ascii=False).replace('"name": "乙"', '"name": "乙", "name": "乙"'),
                "$.goals[1].indicators[0]",
            ),
        ],
        ids=["root", "schema", "object", "deep"],
    )
    def test_a_key_that_stands_twice(self, text, path):
        assert found(fault(text)) == ("data.twice", path)

    def test_twice_and_of_the_wrong_type(self):
        text = json.dumps(changed("department.name", "?")).replace('"?"', '{"a": 1, "a": 2}')
        assert found(fault(text)) == ("data.type", "$.department.name")


class TestSchema:
    @pytest.mark.parametrize(
        ("schema", "said"),
        [
            ("2", "$.schema: the schema is 2, this version reads 1"),
            ("0", "$.schema: the schema is 0, this version reads 1"),
            ('"1"', "$.schema: found a text instead of a whole number"),
            ("true", "$.schema: found true or false instead of a whole number"),
            ("1.0", "$.schema: found a number instead of a whole number"),
            ("null", "$.schema: found null instead of a whole number"),
            ("[1]", "$.schema: found an array instead of a whole number"),
            ("NaN", "$.schema: 'NaN' is not a number of JSON"),
        ],
    )
    def test_another_schema(self, schema, said):
        text = json.dumps(changed("schema", "?")).replace('"?"', schema)
        assert str(fault(text)) == said

    def test_no_schema_comes_before_all_else(self):
        assert found(fault("{}")) == ("data.missing", "$.schema")


class TestTogether:
    def test_every_fault_is_reported(self):
        table = changed("goals.0.indicators.0.weight", -1)
        table["page"] = 1
        table["year"] = "2021"
        del table["department"]["name"]
        table["goals"][1]["indicators"][1]["actual"]["evidence"][0]["title"] = 5
        table["breakdowns"][0]["total"] = "许多"
        assert sorted(map(found, faults(table))) == [
            ("data.key", "$"),
            ("data.missing", "$.department.name"),
            ("data.negative", "$.goals[0].indicators[0].weight"),
            ("data.type", "$.goals[1].indicators[1].actual.evidence[0].title"),
            ("data.type", "$.year"),
            ("quantity.no-number", "$.breakdowns[0].total"),
        ]

    def test_faults_are_in_the_order_of_the_class(self):
        table = changed("year", "2021")
        table["department"]["name"] = 1
        table["zebra"] = table["ape"] = 1
        paths = [(error.path, error.value) for error in faults(table)]
        assert paths == [("$.department.name", ""), ("$.year", ""), ("$", "'ape'"), ("$", "'zebra'")]

    def test_two_faults_of_one_value_are_two(self):
        table = changed("goals.0.indicators.0.weight", -1)
        table["goals"][0]["indicators"][0]["name"] = " "
        assert [error.code for error in faults(table)] == ["data.empty", "data.negative"]

    @pytest.mark.parametrize("count", [LIMITS.faults, LIMITS.faults + 1, 5000])
    def test_only_so_many(self, count):
        table = changed("goals.0.indicators", [{"name": 1}] * count)
        found = faults(table)
        assert len(found) == LIMITS.faults
        assert found[-1].path == f"$.goals[0].indicators[{LIMITS.faults - 1}].name"

    def test_a_right_member_between_wrong_ones(self):
        table = changed("goals.0.indicators", [1, {"name": "甲"}, 2])
        assert [error.path for error in faults(table)] == [
            "$.goals[0].indicators[0]",
            "$.goals[0].indicators[2]",
        ]


def test_a_mistake_of_ours_is_no_fault_of_the_document(monkeypatch):
    def broken(_):
        raise ZeroDivisionError

    monkeypatch.setattr(gp.Quantity, "parse", broken)
    with pytest.raises(ZeroDivisionError):
        gp.from_json(json.dumps(TABLE), gp.Evaluation)


def test_one_fault_is_a_data_error():
    assert type(fault(changed("page", 1))) is DataError


@pytest.mark.parametrize(
    "given", [{"schema": 1}, None, 5, bytearray(b"{}")], ids=["dict", "None", "int", "bytearray"]
)
def test_a_document_is_text_or_bytes(given):
    with pytest.raises(TypeError, match="a JSON document is a text or bytes"):
        gp.from_json(given, gp.Evaluation)
