"""Errors say what, where and why in two languages, survive a pickle, and leak nothing."""

import copy
import pickle
from decimal import Decimal

import pytest

from govperf import errors
from govperf.errors import (
    DataError,
    DataErrors,
    GovperfError,
    InputError,
    LimitError,
    NumeralError,
    ScoringError,
    StandardError,
    UnitError,
    plain,
    shown,
)

CLASSES = [getattr(errors, name) for name in errors.__all__ if not name.endswith("Errors")]
PAGE = DataError("data.key", "page", path="$.budget")
NEGATIVE = InputError("data.negative", "-1", path="$.year")

COPIES = {
    "pickle": lambda error: pickle.loads(pickle.dumps(error)),  # noqa: S301 - our own bytes
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}


@pytest.fixture(params=COPIES.values(), ids=COPIES.keys())
def copied(request):
    return request.param


def state(error):
    return {**vars(error), "text of the error": str(error), "class": type(error)}


@pytest.mark.parametrize("cls", CLASSES)
class TestEveryClass:
    def test_has_code_value_and_both_languages(self, cls):
        error = cls("numeral.unreadable", "张张", path="$.unit", hint="张")
        assert (error.code, error.value, error.path, error.hint) == (
            "numeral.unreadable",
            "'张张'",
            "$.unit",
            "张",
        )
        assert str(error) == error.explain("en") == "$.unit: '张张' is not a number (张)"
        assert error.explain() == error.explain("zh") == "$.unit: “张张”不是数字（张）"

    def test_is_a_govperf_error(self, cls):
        assert issubclass(cls, GovperfError)
        assert issubclass(cls, ValueError) == issubclass(cls, InputError)

    def test_survives_a_copy(self, cls, copied):
        error = cls("numeral.grouping", "12,34.5", span=(2, 5), path="$.a", hint="b")
        error.add_note("from the file of May")
        assert state(copied(error)) == state(error)

    def test_at_keeps_the_rest(self, cls):
        error = cls("numeral.grouping", "12,34.5", span=(2, 5), hint="b")
        moved = error.at("$.goals[0]")
        assert type(moved) is cls
        assert {**state(error), "path": "$.goals[0]", "text of the error": f"$.goals[0]: {error}"} == state(
            moved
        )
        assert error.path == ""


def test_a_fault_without_a_value_shows_none():
    error = DataError("data.empty")
    assert (error.value, error.text, error.span, error.path, error.hint, error.details) == (
        "",
        "",
        None,
        "",
        "",
        {},
    )
    assert str(error) == "the text is empty: leave out what the form leaves out"
    assert not hasattr(error, "__notes__")


def test_the_outside_and_the_caller_are_two_families():
    assert not issubclass(StandardError, ValueError)
    assert not issubclass(ScoringError, ValueError)


class TestCaret:
    @pytest.mark.parametrize(
        ("text", "span", "mark"),
        [
            ("12,34.5", (2, 5), "  ^^^"),
            ("3,678.76万圆", (8, 10), "        ＾＾"),
            ("共１２件", (1, 3), "\u3000＾＾"),
            ("≥60 条 x", (6, 7), "    \u3000 ^"),
            ("12", (2, 2), "  ^"),
            ("", (0, 1), None),
            ("12", None, None),
            ("1\n2", (0, 1), "^"),
            ("1\x1b[31m2", (2, 3), "  ^"),
            ("1\ud8002", (0, 1), "^"),
            ("9" * 128, (0, 1), "^"),
            ("9" * 129, (0, 1), None),
        ],
        ids=[
            "narrow",
            "wide",
            "full-width",
            "mixed",
            "end",
            "empty",
            "no span",
            "two lines",
            "control",
            "half",
            "long",
            "too long",
        ],
    )
    def test_stands_under_the_fault(self, text, span, mark):
        error = NumeralError("numeral.unreadable", text, span=span)
        assert error.caret == ("" if mark is None else f"{plain(text)}\n{mark}")

    def test_is_a_note(self, copied):
        error = NumeralError("numeral.grouping", "12,34.5", span=(2, 5))
        assert error.__notes__ == copied(error).__notes__ == error.at("$.a").__notes__ == [error.caret]


QUOTED = {
    "text": ("12,34.5", "'12,34.5'"),
    "quote": ("it's", '"it\'s"'),
    "line break": ("a\nb", r"'a\nb'"),
    "half": ("\ud800", r"'\ud800'"),
    "sixty": ("x" * 60, f"'{'x' * 60}'"),
    "sixty-one": ("x" * 61, f"'{'x' * 59}…'"),
    "quote and long": ("it's" + "x" * 60, f'"it\'s{"x" * 55}…"'),
    "decimal": (Decimal("1.50"), "1.50"),
    "list": ([1] * 100, "[" + "1, " * 19 + "1,…"),
    "endless int": (10**5000, "<int>"),
}


class TestShown:
    @pytest.mark.parametrize("case", QUOTED)
    def test_quotes_and_cuts(self, case):
        value, text = QUOTED[case]
        assert shown(value) == text

    def test_looks_only_at_the_head(self):
        assert len(shown("\x00" * 10_000_000)) <= 63


class TestPlain:
    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("应急 宣传", "应急 宣传"),
            ("应急\u3000宣传\xa0", "应急\u3000宣传\xa0"),
            ("a\nb\r\nc\td\u2028e\x85f", "a b  c d e f"),
            ("\x1b[2J\x07\x9b\x7f", "�[2J���"),
            ("\u202e倒\u200b", "�倒�"),
            ("\ud83d半", "�半"),
            ("\ue000", "\ue000"),
        ],
        ids=["plain", "wide blanks", "line breaks", "control", "direction", "half", "private"],
    )
    def test_is_one_harmless_line(self, text, line):
        assert plain(text) == line


class TestNothingLeaks:
    HUGE = "字" * 1_000_000

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_value_and_details_are_cut(self, lang):
        error = UnitError("unit.mixed", self.HUGE, details={"one": self.HUGE, "other": "人\n\x1b"})
        assert len(error.explain(lang)) < 300
        assert "\n" not in error.explain(lang)
        assert "\x1b" not in error.explain(lang)
        assert len(pickle.dumps(error)) < 4000


class TestManyTogether:
    def test_counts_and_keeps_its_faults(self):
        error = DataErrors([PAGE, NEGATIVE])
        assert error.explain("zh") == "文档共有2处错误"
        assert error.explain("en") == error.message == "the document has 2 faults"
        assert error.exceptions == (PAGE, NEGATIVE)
        assert isinstance(error, DataError)
        assert isinstance(error, ValueError)

    def test_survives_a_copy(self, copied):
        error = DataErrors([PAGE, NEGATIVE])
        error.add_note("from the file of May")
        other = copied(error)
        assert type(other) is DataErrors
        assert [state(fault) for fault in other.exceptions] == [state(PAGE), state(NEGATIVE)]
        assert other.__notes__ == ["from the file of May"]

    def test_at_says_where_the_document_was_met(self):
        error = DataErrors([PAGE, NEGATIVE]).at("may.json")
        assert error.explain("en") == "may.json: the document has 2 faults"
        assert error.exceptions == (PAGE, NEGATIVE)

    def test_except_star_takes_them_apart(self):
        limit = LimitError("limit.items", details={"limit": 3})
        caught = []
        try:
            raise DataErrors([PAGE, limit, NEGATIVE])
        except* LimitError as limits:
            caught.append(limits)
        except* InputError as rest:
            caught.append(rest)
        assert [type(group) for group in caught] == [DataErrors, DataErrors]
        assert [group.exceptions for group in caught] == [(limit,), (PAGE, NEGATIVE)]
        assert caught[1].explain("zh") == "文档共有2处错误"

    def test_except_star_lets_the_rest_pass(self):
        def read():
            try:
                raise DataErrors([PAGE, NEGATIVE])
            except* LimitError:
                pytest.fail("no limit was passed")

        with pytest.raises(DataErrors) as caught:
            read()
        assert caught.value.exceptions == (PAGE, NEGATIVE)


@pytest.mark.parametrize("lang", ["zh_CN", "fr", "", None], ids=repr)
def test_no_language_is_taken_for_another(lang):
    with pytest.raises(ValueError, match="language is 'en' or 'zh', not"):
        NumeralError("numeral.empty").explain(lang)
