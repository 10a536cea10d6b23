"""What the JSON Schema of a document says; `tests/differential/codec` asks jsonschema whether it is true."""

import json
import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path

import attrs
import pytest

import govperf as gp
from govperf.codec.describing import described
from govperf.codec.shapes import DOCUMENTS, fields_alone
from govperf.limits import LIMITS
from govperf.model import Posts

CLASSES = sorted(DOCUMENTS, key=lambda cls: cls.__name__)
FOLDER = Path(__file__).parents[3] / "docs" / "schema"


def properties(cls):
    return gp.json_schema(cls)["properties"]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
class TestEveryClass:
    def test_says_every_field(self, cls):
        schema = gp.json_schema(cls)
        fields = fields_alone(cls)
        assert list(schema["properties"]) == ["schema", *(field.name for field in fields)]
        required = [field.name for field in fields if field.default is attrs.NOTHING]
        assert schema["required"] == ["schema", *required]
        assert schema["additionalProperties"] is False

    def test_says_what_it_is(self, cls):
        schema = gp.json_schema(cls)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["title"] == cls.__name__
        assert schema["properties"]["schema"] == {"const": 1}
        assert schema["description"].partition(" ")[0] in cls.__doc__

    def test_describes_every_field(self, cls):
        bare = [name for name, schema in properties(cls).items() if not schema.get("description")]
        assert bare == ["schema"]

    def test_defines_all_that_it_names_and_nothing_else(self, cls):
        schema = gp.json_schema(cls)
        named = {text.removeprefix("#/$defs/") for text in references(schema)}
        assert named == set(schema.get("$defs", {}))


def references(node):
    if isinstance(node, list):
        node = dict(enumerate(node))
    if isinstance(node, dict):
        for key, value in node.items():
            yield from [value] if key == "$ref" else references(value)


class TestTypes:
    def test_a_required_text(self):
        name = properties(gp.Department)["name"]
        assert (name["minLength"], name["maxLength"]) == (1, LIMITS.cell_chars)

    def test_a_text_that_may_be_empty(self):
        assert "minLength" not in properties(gp.Department)["code"]

    def test_a_text_without_an_end(self):
        assert properties(gp.Note)["code"]["type"] == "string"
        assert "maxLength" not in properties(gp.Note)["code"]

    def test_several_texts(self):
        functions = properties(gp.Department)["functions"]
        assert (functions["items"]["maxLength"], functions["maxItems"]) == (LIMITS.cell_chars, LIMITS.items)

    def test_several_texts_without_an_end(self):
        terms = properties(gp.Rate)["terms"]["anyOf"][0]
        assert (terms["prefixItems"], terms["items"], terms["minItems"]) == (
            [{"type": "string"}] * 2,
            False,
            2,
        )

    def test_a_year(self):
        year = properties(gp.Evaluation)["year"]
        assert (year["minimum"], year["maximum"]) == (1949, 2199)

    def test_a_month(self):
        month = properties(gp.Progress)["month"]
        assert (month["minimum"], month["maximum"]) == (1, 12)

    def test_a_count(self):
        count = properties(Posts)["count"]
        assert (count["minimum"], count.get("maximum")) == (0, None)

    def test_a_count_that_may_be_left_out(self):
        retired = properties(gp.Staffing)["retired"]
        assert retired["anyOf"] == [{"type": "integer", "minimum": 0}, {"type": "null"}]

    def test_digits(self):
        digits = properties(gp.Score)["digits"]
        assert (digits["minimum"], digits["maximum"]) == (0, LIMITS.digits)

    def test_yes_or_no_or_not_said(self):
        assert properties(gp.Evaluation)["finished"]["anyOf"] == [{"type": "boolean"}, {"type": "null"}]

    def test_two_numbers_or_none(self):
        both, null = properties(gp.Score)["within"]["anyOf"]
        assert (both["prefixItems"], both["items"], null) == (
            [{"$ref": "#/$defs/Number"}] * 2,
            False,
            {"type": "null"},
        )

    def test_an_award_in_two_forms(self):
        number, everything = gp.json_schema(gp.Indicator)["$defs"]["Award"]["anyOf"]
        assert (number, everything["type"]) == ({"$ref": "#/$defs/Number"}, "object")

    def test_a_choice(self):
        assert properties(gp.Finding)["severity"]["enum"] == ["error", "warning", "hint"]

    def test_a_cell_in_three_forms(self):
        text, whole, everything = gp.json_schema(gp.Indicator)["$defs"]["Target"]["anyOf"]
        assert (text["type"], whole["type"], everything["type"]) == ("string", "integer", "object")

    def test_a_line_in_two_forms(self):
        text, everything = gp.json_schema(gp.Budget)["$defs"]["BudgetLine"]["anyOf"]
        assert (text["maxLength"], everything["type"]) == (LIMITS.quantity_chars, "object")

    def test_an_amount_in_two_forms(self):
        text, everything = gp.json_schema(gp.Part)["$defs"]["Quantity"]["anyOf"]
        assert (text["type"], everything["required"]) == ("string", ["magnitude", "unit"])

    def test_a_rate_says_its_class(self):
        schema = gp.json_schema(gp.Score)
        options = [option["$ref"] for option in schema["properties"]["rate"]["anyOf"]]
        assert options == [f"#/$defs/Tagged{name}" for name in ("CompletionRate", "Rate", "Undefined")]
        tagged = schema["$defs"]["TaggedRate"]
        assert tagged["properties"]["type"] == {"const": "rate"}
        assert tagged["required"] == ["type", "exact"]

    def test_a_class_may_be_a_member_of_itself(self):
        schema = gp.json_schema(gp.Department)
        assert schema["properties"]["units"]["items"] == {"$ref": "#/$defs/Department"}
        assert schema["$defs"]["Department"]["properties"]["units"]["items"] == {"$ref": "#/$defs/Department"}
        assert "schema" not in schema["$defs"]["Department"]["properties"]

    def test_alone_a_cell_is_an_object(self):
        assert gp.json_schema(gp.Target)["type"] == "object"
        within = gp.json_schema(gp.Indicator)["$defs"]
        for cls, names in ((gp.Target, {"implied", "heading"}), (gp.Actual, {"heading"})):
            *_, everything = within[cls.__name__]["anyOf"]
            assert names == set(properties(cls)) - set(everything["properties"]) - {"schema"}

    def test_a_type_that_nobody_knows(self, monkeypatch):
        @attrs.frozen
        class Mixed:
            either: int | str

        monkeypatch.setattr("govperf.codec.documents.DOCUMENTS", {Mixed})
        with pytest.raises(TypeError, match=r"no schema for int \| str"):
            gp.json_schema(Mixed)

    def test_a_validator_that_sets_no_ends(self, monkeypatch):
        @attrs.frozen
        class Odd:
            texts: tuple[str, ...] = attrs.field(validator=attrs.validators.instance_of(tuple))
            text: str = attrs.field(validator=attrs.validators.instance_of(str))
            number: int = attrs.field(validator=attrs.validators.instance_of(int))

        monkeypatch.setattr("govperf.codec.documents.DOCUMENTS", {Odd})
        schemas = properties(Odd)
        assert schemas["texts"]["items"] == {"type": "string"}
        assert (schemas["text"], schemas["number"]) == ({"type": "string"}, {"type": "integer"})

    def test_a_day(self, monkeypatch):
        @attrs.frozen
        class Dated:
            day: date

        monkeypatch.setattr("govperf.codec.documents.DOCUMENTS", {Dated})
        assert properties(Dated)["day"]["format"] == "date"


def test_it_may_be_changed_by_who_asked():
    first = gp.json_schema(gp.Score)
    changed = gp.json_schema(gp.Score)
    changed["$defs"].clear()
    changed["properties"]["name"]["type"] = "number"
    changed["properties"]["points"]["anyOf"].clear()
    assert gp.json_schema(gp.Score) == first


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name)
def test_files_are_as_the_code_says(path):
    """Else: python docs/schema/write.py."""
    said = dict(runpy.run_path(str(FOLDER / "write.py"))["schemas"]())
    assert sorted(said) == sorted(FOLDER.glob("*.json"))
    assert path.read_text(encoding="utf-8") == said[path]


def test_files_are_written_by_the_script(tmp_path):
    script = tmp_path / "write.py"
    script.write_bytes((FOLDER / "write.py").read_bytes())
    runpy.run_path(str(script), run_name="__main__")
    for path in FOLDER.glob("*.json"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


class TestDescriptions:
    def test_a_class_without_a_docstring(self):
        class Bare:
            pass

        assert described(Bare) == ("", {})

    def test_a_class_of_one_line(self):
        class Short:
            """One line (一行)."""

        assert described(Short) == ("One line (一行).", {})

    def test_a_class_with_arguments(self):
        class Long:
            """A first line
            that goes on.

            More.

            Args:
                one: It is short.
                two: It is long
                    and goes on.

            Returns:
                three: No argument.
            """

        assert described(Long) == (
            "A first line that goes on.",
            {"one": "It is short.", "two": "It is long and goes on."},
        )

    def test_without_docstrings_there_are_none(self):
        code = (
            "import json, govperf; print(json.dumps(govperf.json_schema(govperf.Evaluation)));"
            "govperf.from_dict({'schema': 1, 'name': '某局'}, govperf.Department)"
        )
        run = subprocess.run(  # noqa: S603 - our own words
            [sys.executable, "-OO", "-c", code], capture_output=True, check=True, text=True, encoding="utf-8"
        )
        schema = json.loads(run.stdout)
        assert "description" not in schema
        assert schema["properties"].keys() == properties(gp.Evaluation).keys()
        assert "description" not in schema["properties"]["year"]
