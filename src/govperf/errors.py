"""Everything that govperf raises (错误与异常).

Every error carries a stable `code` (its text in English and Chinese stands in
`govperf.messages`), and, where they are known, the offending value, the span of
characters in it or the path in a document, and a hint that is certainly right.

    GovperfError
    ├─ InputError(ValueError)   the outside is wrong
    │   ├─ NumeralError  UnitError  QuantityError  TargetError
    │   ├─ DataError (and DataErrors, many of them together)
    │   └─ LimitError
    ├─ StandardError            a rule book is wrong or unknown (and StandardErrors, many faults of one)
    ├─ ScoringError             the caller asked for an impossible score
    └─ MissingExtraError(ImportError)   an optional package is not installed
"""

from __future__ import annotations

from unicodedata import category, east_asian_width

from govperf.messages import message

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Final, Self

    from govperf.messages import Language

__all__ = [
    "DataError",
    "DataErrors",
    "GovperfError",
    "InputError",
    "LimitError",
    "MissingExtraError",
    "NumeralError",
    "QuantityError",
    "ScoringError",
    "StandardError",
    "StandardErrors",
    "TargetError",
    "UnitError",
]

_SHOWN: Final = 60
_KEPT: Final = 128
_DETAIL: Final = 200
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_QUOTES: Final = ("'", '"')
_WIDE: Final = frozenset("WF")


def shown(value: object) -> str:
    """A value as an error quotes it: a number as such, else its repr; cut short (引用值).

    Args:
        value: Anything; only the head of a long text is looked at.

    Returns:
        At most some sixty characters.

    Example:
        >>> shown("12,34.5")
        "'12,34.5'"
        >>> len(shown("9" * 100_000)) < 80
        True
    """
    try:
        number = hasattr(value, "as_integer_ratio")
        text = str(value) if number else repr(value[: _SHOWN + 1] if isinstance(value, str) else value)
    except ValueError:  # an int of more digits than Python prints
        return f"<{type(value).__name__}>"
    quote = text[0] if isinstance(value, str) else ""
    text = "".join(map(_joined, text.split("\n"))) if "\n" in text else text
    return text if len(text) <= _SHOWN + 2 else f"{text[:_SHOWN]}…{quote}"


def _joined(line: str) -> str:
    """A line of an object that is shown on several, as it would stand on one."""
    line = line.strip()
    return f"{line} " if line.endswith(",") else line


def plain(text: str) -> str:
    r"""A text on one line that does nothing to a terminal (单行文本).

    Args:
        text: Anything, such as a name in a file that someone sent.

    Returns:
        The text with a space for each line break or tab, and � for any other character that
        is not to be seen: control codes, marks of direction, halves of a pair.

    Example:
        >>> plain("应急\n宣传"), plain("红\x1b[31m")
        ('应急 宣传', '红�[31m')
    """
    return text if text.isprintable() else "".join(map(_seen, text))


def _seen(char: str) -> str:
    if category(char) not in _UNSEEN:
        return char
    return " " if char.isspace() else "\ufffd"


def _cut(text: str) -> str:
    return text if len(text) <= _DETAIL else f"{text[:_DETAIL]}…"


class GovperfError(Exception):
    """The base of every govperf error (govperf 错误).

    Attributes:
        code: Stable name of the fault, such as `numeral.grouping`.
        value: The offending value as quoted in the message, "" where there is none.
        span: Start and end of the offending characters in `text`, or None.
        text: The text that `span` counts in, "" where there is none.
        path: Where in a document, such as `$.goals[0].indicators[2].weight`, or "".
        hint: What would be right, "" unless that is certain.
        details: The other values that the message mentions.
    """

    def __init__(
        self,
        code: str,
        value: object = None,
        *,
        span: tuple[int, int] | None = None,
        path: str = "",
        hint: str = "",
        details: Mapping[str, object] | None = None,
    ) -> None:
        self.code = code
        self.text: str = value if isinstance(value, str) and len(value) <= _KEPT else ""
        self.value: str = "" if value is None else shown(value)
        self.span = span
        self.path = path
        self.hint = hint
        self.details: dict[str, str] = {key: _cut(plain(str(item))) for key, item in (details or {}).items()}
        super().__init__(self.explain("en"))
        if self.caret:
            self.add_note(self.caret)

    @property
    def caret(self) -> str:
        """Two lines: the text, and a mark under the fault (定位行); "" without a span.

        Example:
            >>> print(NumeralError("numeral.grouping", "12,34.5", span=(2, 5)).caret)
            12,34.5
              ^^^
        """
        if self.span is None or not self.text:
            return ""
        text = plain(self.text)
        start, end = self.span
        before = _as_wide(text[:start], " ", "\u3000")
        marks = _as_wide(text[start:end], "^", "＾")
        return f"{text}\n{before}{marks or '^'}"

    def explain(self, lang: Language = "zh") -> str:
        """The fault as one sentence (错误说明).

        Args:
            lang: "zh" or "en".

        Returns:
            The message with value, path and hint.

        Example:
            >>> DataError("data.twice", "year", path="$.budget").explain("zh")
            '$.budget: “year”重复出现'
        """
        value = self.value
        if lang == "zh" and value[:1] in _QUOTES and value[-1:] in _QUOTES:
            value = f"“{value[1:-1]}”"
        details = {"value": value, **self.details}
        text = message(self.code, details, lang)
        if self.path:
            text = f"{self.path}: {text}"
        if self.hint:
            text = f"{text}（{self.hint}）" if lang == "zh" else f"{text} ({self.hint})"
        return text

    def at(self, path: str) -> Self:
        """The same error, saying where in a document it was met (加上位置).

        Args:
            path: Such as `$.budget.executed`.

        Returns:
            A new error of the same class.
        """
        return self._changed({"path": path})

    def _changed(self, state: Mapping[str, object]) -> Self:
        error = self._bare()
        whole = {**self.__dict__, **state}
        whole.pop("__notes__", None)
        error.__setstate__(whole)
        return error

    def _bare(self) -> Self:
        return type(self).__new__(type(self))

    def __setstate__(self, state: Mapping[str, object] | None) -> None:
        self.__dict__.update(state or {})
        self.args = (self.explain("en"),)
        if self.caret and not getattr(self, "__notes__", None):
            self.add_note(self.caret)

    def __reduce__(self) -> tuple[object, ...]:
        return _blank, (type(self),), dict(self.__dict__)


def _as_wide(text: str, narrow: str, wide: str) -> str:
    """For each character of a text another one that takes as much room."""
    return "".join(wide if east_asian_width(char) in _WIDE else narrow for char in text)


def _blank(cls: type[GovperfError]) -> GovperfError:
    return cls.__new__(cls)


class InputError(GovperfError, ValueError):
    """The outside is wrong (输入有误): the only family that a reader may raise."""


class NumeralError(InputError):
    """A text is not a well-formed number (数字有误)."""


class UnitError(InputError):
    """A unit is unknown, or two units cannot meet (计量单位有误)."""


class QuantityError(InputError):
    """A text is not a number with its unit (数量有误)."""


class TargetError(InputError):
    """A target cannot be what it says (指标值有误)."""


class DataError(InputError):
    """A document does not have the shape that it should have (数据有误)."""


class LimitError(InputError):
    """An input is larger than govperf reads (超出上限)."""


class DataErrors(ExceptionGroup[InputError], DataError):
    """All faults of one document together (多处数据有误).

    Attributes:
        exceptions: The faults, each with its path, in the order of the document.
    """

    if TYPE_CHECKING:

        @property
        def exceptions(self) -> tuple[InputError, ...]:
            """The faults (错误), each with its path."""
            raise NotImplementedError

    def __new__(cls, faults: Sequence[InputError]) -> Self:
        """Make the group; its message counts the faults."""
        return super().__new__(cls, message("data.many", {"count": str(len(faults))}, "en"), faults)

    def __init__(self, faults: Sequence[InputError]) -> None:
        DataError.__init__(self, "data.many", details={"count": len(faults)})

    def derive(self, excs: Sequence[InputError], /) -> DataErrors:  # type: ignore[override]
        """A group of some of the faults, for `except*` (拆分)."""
        return DataErrors(excs)

    def _bare(self) -> Self:
        return type(self)(self.exceptions)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.exceptions,), dict(self.__dict__)


class StandardError(GovperfError):
    """A rule book is wrong or unknown (评分标准有误).

    Attributes:
        line: The line of the rule book's text that the fault stands in, from 1; 0 where there is no text.
            `text` and `span` are then that line, or the piece of a long one that holds the fault.
    """

    line = 0

    def explain(self, lang: Language = "zh") -> str:
        """The fault as one sentence (错误说明), with its line where there is one."""
        fault = super().explain(lang)
        return message("standard.line", {"line": self.line, "fault": fault}, lang) if self.line else fault

    def in_line(self, line: int, text: str, span: tuple[int, int]) -> Self:
        """The same error, saying where in a text it was met (加上行号)."""
        return self._changed({"line": line, "text": text, "span": span})


class StandardErrors(ExceptionGroup[StandardError], StandardError):
    """All faults of one rule book together (评分标准多处有误).

    Attributes:
        exceptions: The faults, each with its path.
    """

    if TYPE_CHECKING:

        @property
        def exceptions(self) -> tuple[StandardError, ...]:
            """The faults (错误), each with its path."""
            raise NotImplementedError

    def __new__(cls, faults: Sequence[StandardError]) -> Self:
        """Make the group; its message counts the faults."""
        return super().__new__(cls, message("data.many", {"count": str(len(faults))}, "en"), faults)

    def __init__(self, faults: Sequence[StandardError]) -> None:
        StandardError.__init__(self, "data.many", details={"count": len(faults)})

    def derive(self, excs: Sequence[StandardError], /) -> StandardErrors:  # type: ignore[override]
        """A group of some of the faults, for `except*` (拆分)."""
        return StandardErrors(excs)

    def _bare(self) -> Self:
        return type(self)(self.exceptions)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.exceptions,), dict(self.__dict__)


class ScoringError(GovperfError):
    """The caller asked for an impossible score (无法计分)."""


class MissingExtraError(GovperfError, ImportError):
    """An optional package is not installed (缺少可选依赖): the message says how to get it."""

    path = ""  # ours, and not the file of a module as of other import errors
