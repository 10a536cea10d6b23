"""What the commands read (读取文件), and what they say of a file that cannot be read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from govperf.errors import DataError, GovperfError
    from govperf.model import Evaluation
    from govperf.standards import ScoringStandard

__all__ = ["FOUND", "OK", "TROUBLE", "complain", "each", "evaluation_in", "faults", "rule_book"]

OK: Final = 0
FOUND: Final = 1
TROUBLE: Final = 2

_TOLD: Final = 3  # faults of one file; more are counted
_UNREADABLE: Final[Mapping[type[Exception], str]] = {
    FileNotFoundError: "file.missing",
    IsADirectoryError: "file.directory",
    PermissionError: "file.permission",
}


def each(names: Sequence[str], say: Callable[[str, Evaluation], None]) -> int:
    """Something is said of each file (逐个文件); one that cannot be read does not lose the others.

    Args:
        names: Of files, "-" for standard input.
        say: What is done with the name of a file and the evaluation in it.

    Returns:
        `OK`, or `TROUBLE` where a file could not be read or scored, and that was said.

    Example:
        >>> each([], print)
        0
    """
    from govperf.errors import GovperfError

    status = OK
    for name in names:
        try:
            say(name, evaluation_in(name))
        except GovperfError as error:
            complain("标准输入" if name == "-" else name, faults(error))
            status = TROUBLE
    return status


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
    if name is None:
        return None
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


def faults(error: GovperfError) -> str:
    """The first faults in one sentence, and how many more there are (错误说明).

    Args:
        error: One fault, or many together.

    Returns:
        One sentence in Chinese.

    Example:
        >>> from govperf.errors import DataError
        >>> faults(DataError("data.empty", path="$.year"))
        '$.year: 内容为空，表中没有的项请省略'
    """
    from govperf.errors import DataErrors, GovperfError, StandardErrors
    from govperf.limits import LIMITS

    found = error.exceptions if isinstance(error, DataErrors | StandardErrors) else (error,)
    told = [fault.explain("zh") for fault in found[:_TOLD] if isinstance(fault, GovperfError)]
    more = len(found) - len(told)
    if more:
        told.append(f"另有{'至少' if len(found) == LIMITS.faults else ''}{more}处")
    return "；".join(told)


def complain(name: str, sentence: str) -> None:
    """One sentence on standard error (错误提示), of a file or of an argument."""
    from govperf.errors import plain

    print(f"govperf: {plain(name)}: {plain(sentence)}", file=sys.stderr)
