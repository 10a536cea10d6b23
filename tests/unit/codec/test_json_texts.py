"""A text that is no document is refused before anything in it is looked at."""

import json

import pytest

import govperf as gp
from govperf.errors import InputError, LimitError
from govperf.limits import LIMITS

DOCUMENT = {"schema": 1, "department": {"name": "某局"}, "year": 2021}


def fault(text):
    """The one fault of a text."""
    with pytest.raises(InputError) as caught:
        gp.from_json(text, gp.Evaluation)
    return caught.value


class TestRoot:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("[]", "$: found an array instead of an object"),
            ('"表"', "$: found a text instead of an object"),
            ("5", "$: found a whole number instead of an object"),
            ("null", "$: found null instead of an object"),
            ("NaN", "$: 'NaN' is not a number of JSON"),
        ],
    )
    def test_is_an_object(self, text, said):
        assert str(fault(text)) == said


class TestSyntax:
    @pytest.mark.parametrize(
        ("text", "said", "chinese"),
        [
            (
                '{"schema": 1,\n "year" 2021}',
                "line 2, column 9: a colon is expected",
                "第2行第9列不是合法的JSON：此处应为冒号",
            ),
            (
                '{"schema": 1\n "year": 2021}',
                "line 2, column 2: a comma is expected",
                "第2行第2列不是合法的JSON：此处应为逗号",
            ),
            ("{schema: 1}", "line 1, column 2: a key in double quotes is expected", "此处应为带双引号的键"),
            ('{"schema": }', "line 1, column 12: a value is expected", "此处应为值"),
            ('{"schema', "line 1, column 2: the text has no closing quote", "文本缺少后引号"),
            ('{"a\n": 1}', "line 1, column 4: a control character stands in a text", "文本中有控制字符"),
            ("{} {}", "line 1, column 4: something follows the document", "文档之后还有内容"),
            ('{"a": "\\x"}', "line 1, column 8: the syntax is wrong", "语法有误"),
            ("{\x00}", "line 1, column 2: a key in double quotes is expected", "此处应为带双引号的键"),
        ],
        ids=["colon", "comma", "key", "value", "quote", "control", "extra", "escape", "nul"],
    )
    def test_says_line_column_and_what_is_wrong(self, text, said, chinese):
        error = fault(text)
        assert error.code == "data.json"
        assert said in str(error)
        assert chinese in error.explain("zh")

    @pytest.mark.parametrize("text", ['{"schema": 1,}', "[1,]"], ids=["object", "array"])
    def test_a_trailing_comma(self, text):
        """Python has a sentence of its own for it from 3.13 on."""
        reasons = ("此处应为带双引号的键", "此处应为值", "括号之前有多余的逗号")
        assert fault(text).explain("zh").endswith(reasons)

    @pytest.mark.parametrize("text", ["", " \n\t", b"", b"\xef\xbb\xbf", "\ufeff \n"], ids=ascii)
    def test_nothing_is_empty(self, text):
        assert str(fault(text)) == "the document is empty"


class TestEncoding:
    TEXT = json.dumps(DOCUMENT, ensure_ascii=False)

    @pytest.mark.parametrize(
        "text",
        [TEXT, TEXT.encode(), b"\xef\xbb\xbf" + TEXT.encode(), "\ufeff" + TEXT, json.dumps(DOCUMENT)],
        ids=["text", "bytes", "bytes with a mark", "text with a mark", "escapes"],
    )
    def test_one_document(self, text):
        assert gp.from_json(text, gp.Evaluation) == gp.from_json(self.TEXT, gp.Evaluation)

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (b'{"schema": 1, "\xff": 1}', "the document is not UTF-8, byte 16 is wrong"),
            (TEXT.encode("gb18030"), "the document is not UTF-8, byte 41 is wrong"),
            (TEXT.encode("utf-16"), "the document is not UTF-8, byte 1 is wrong"),
            ("{}".encode("utf-16-le"), "not JSON at line 1, column 2: a key in double quotes is expected"),
            (b'{"a": "\xed\xa0\x80"}', "the document is not UTF-8, byte 8 is wrong"),
        ],
        ids=["byte", "GB 18030", "UTF-16", "UTF-16 without a mark", "half of a pair"],
    )
    def test_another_encoding(self, text, said):
        assert str(fault(text)) == said


class TestLimits:
    @pytest.mark.parametrize(
        ("depth", "code"), [(64, "data.key"), (65, "limit.depth")], ids=["just", "deeper"]
    )
    @pytest.mark.parametrize("brackets", ["[]", ['{"a":', "}"]], ids=["arrays", "objects"])
    def test_depth(self, brackets, depth, code):
        inner = brackets[0] * (depth - 2) + "[]" + brackets[1] * (depth - 2)
        text = json.dumps({**DOCUMENT, "x": "?"}).replace('"?"', inner)
        assert fault(text).code == code

    @pytest.mark.parametrize("text", ["[" * 10**5, '{"a":' * 10**5], ids=["arrays", "objects"])
    def test_endless_depth(self, text):
        error = fault(text)
        assert isinstance(error, LimitError)
        assert error.explain("zh") == "文档嵌套超过64层"

    @pytest.mark.parametrize("blank", [" ", b" "], ids=["text", "bytes"])
    def test_bytes(self, blank):
        error = fault(blank * (LIMITS.document_bytes + 1))
        assert isinstance(error, LimitError)
        assert error.explain("zh") == "文档超过16777216字节"
        assert fault(blank * LIMITS.document_bytes).code == "data.empty-document"

    def test_members(self):
        error = fault(json.dumps({**DOCUMENT, "goals": [0] * (LIMITS.items + 1)}))
        assert isinstance(error, LimitError)
        assert (error.code, error.path) == ("limit.items", "$.goals")
