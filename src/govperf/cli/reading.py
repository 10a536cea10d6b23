"""What the commands read (读取文件), and what they say of a file that cannot be read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govperf.cli.showing import counted, tell
from govperf.messages import message

if TYPE_CHECKING:
    from io import BufferedIOBase

    from govperf.errors import DataError, GovperfError
    from govperf.messages import Language
    from govperf.model import Evaluation
    from govperf.standards import ScoringStandard

__all__ = [
    "FOUND",
    "OK",
    "STDIN",
    "TROUBLE",
    "complain",
    "each",
    "evaluation_in",
    "faults",
    "named_book",
    "refuse",
    "rule_book",
    "texts",
]

OK: Final = 0
FOUND: Final = 1
TROUBLE: Final = 2

STDIN: Final = "-"
_NAMED: Final = 60  # of a text that names a complaint
_UTF8: Final = 4  # bytes of a character, at most
_TOLD: Final = 3  # faults of one file; more are counted
_UNREADABLE: Final[Mapping[type[Exception], str]] = {
    FileNotFoundError: "file.missing",
    IsADirectoryError: "file.directory",
    PermissionError: "file.permission",
}


def each(
    names: Sequence[str], say: Callable[[str, Evaluation], None], lang: Language, *, silent: bool = False
) -> int:
    """Something is said of each file (逐个文件); one that cannot be read does not lose the others.

    Args:
        names: Of files, "-" for standard input.
        say: What is done with the name of a file and the evaluation in it.
        lang: Of what is said of a file that cannot be read.
        silent: Whether nothing is printed before the last of them.

    Returns:
        `OK`, or `TROUBLE` where a file could not be read or scored, and that was said.

    Example:
        >>> each([], print, "zh")
        0
    """
    from govperf.errors import GovperfError

    status = OK
    for name in counted(names, len(names), silent=silent):
        try:
            say(name, evaluation_in(name))
        except GovperfError as error:
            complain(message("cli.stdin", {}, lang) if name == STDIN else name, faults(error, lang))
            status = TROUBLE
    return status


def texts(given: Sequence[str], lang: Language, *, silent: bool) -> Iterator[str]:
    """The texts that are given (逐条文本); "-" stands for the lines of standard input.

    Args:
        given: As arguments.
        lang: Of what is said of a line that is longer than any text.
        silent: Whether nothing is printed before the last of them.

    Returns:
        The texts without their line ends; a line without any text is left out.

    Raises:
        LimitError: A line of standard input is longer than a cell.

    Example:
        >>> list(texts(["60条", "3亩"], "zh", silent=True))
        ['60条', '3亩']
    """
    del lang
    for text in given:
        if text == STDIN:
            yield from counted(_lines(), silent=silent)
        else:
            yield text


def _lines() -> Iterator[str]:
    from govperf.errors import LimitError
    from govperf.limits import LIMITS

    stdin: BufferedIOBase | None = getattr(sys.stdin, "buffer", None)
    most = LIMITS.cell_chars * _UTF8
    while stdin is not None and (line := stdin.readline(most + 1)):
        if len(line) > most:  # what follows would be no line either
            raise LimitError("limit.chars", line[:_NAMED].decode(errors="replace"), details={"limit": most})
        if text := line.decode(errors="replace").strip("\ufeff\r\n"):
            yield text


def evaluation_in(name: str) -> Evaluation:
    """The evaluation in a file (读取绩效自评文件).

    Args:
        name: Of the file, "-" for standard input.

    Returns:
        The evaluation.

    Raises:
        InputError: The file cannot be read, or is none of an evaluation.

    Example:
        >>> evaluation_in("no-such-file.json")
        Traceback (most recent call last):
        govperf.errors.DataError: ...
    """
    from govperf.codec import from_json
    from govperf.model import Evaluation

    return from_json(_bytes(name), Evaluation)


def rule_book(name: str | None) -> ScoringStandard | None:
    """The rule book that was asked for (所选的评分标准), by name or in a file; None for that of each form.

    Args:
        name: Of a standard, or of a file that ends in .toml.

    Returns:
        The standard, or None where none was asked for.

    Raises:
        InputError: The file cannot be read.
        StandardError: There is no such standard, or it is wrong.

    Example:
        >>> rule_book("MOF-2021-101").name
        'MOF-2021-101'
    """
    return None if name is None else named_book(name)


def named_book(name: str) -> ScoringStandard:
    """The rule book of a name, or in a file (评分标准), as `rule_book`.

    Example:
        >>> named_book("MOF-2020-10").name
        'MOF-2020-10'
    """
    from govperf.standards import standard

    try:
        return standard(Path(name) if name.endswith(".toml") else name)
    except OSError as error:
        raise _unreadable(error) from error


def _bytes(name: str) -> bytes:
    from govperf.limits import LIMITS

    most = LIMITS.document_bytes + 1
    try:
        if name == "-":
            stdin = getattr(sys.stdin, "buffer", None)  # there is none where it is closed
            return stdin.read(most) if stdin else b""
        with Path(name).open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:  # ValueError: no file can have this name
        raise _unreadable(error) from error


def _unreadable(error: OSError | ValueError) -> DataError:
    from govperf.errors import DataError

    code = _UNREADABLE.get(type(error), "file.unreadable")
    return DataError(code, details={"reason": getattr(error, "strerror", error)})


def faults(error: GovperfError, lang: Language) -> str:
    """The first faults in one sentence, and how many more there are (错误说明).

    Args:
        error: One fault, or many together.
        lang: "zh" or "en".

    Returns:
        One sentence.

    Example:
        >>> from govperf.errors import DataError
        >>> faults(DataError("data.empty", path="$.year"), "zh")
        '$.year: 内容为空，表中没有的项请省略'
    """
    from govperf.errors import DataErrors, StandardErrors
    from govperf.limits import LIMITS

    found = error.exceptions if isinstance(error, DataErrors | StandardErrors) else (error,)
    told = [fault.explain(lang) for fault in found[:_TOLD]]
    if more := len(found) - len(told):
        code = "cli.more-at-least" if len(found) == LIMITS.faults else "cli.more"
        told.append(message(code, {"count": more}, lang))
    return ("；" if lang == "zh" else "; ").join(told)


def complain(name: str, sentence: str) -> None:
    """One sentence on standard error (错误提示), of a file or of an argument."""
    from govperf.errors import plain

    tell(f"govperf: {plain(name)}: {plain(sentence)}")


def refuse(text: str, error: GovperfError, lang: Language) -> None:
    """What is wrong with a text on standard error (错误提示), with a mark under the fault."""
    from govperf.layout import shortened

    complain(shortened(text, _NAMED), faults(error, lang))
    for line in error.caret.splitlines():
        tell(f"  {line}")
