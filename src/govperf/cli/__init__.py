"""`govperf` on the command line (命令行): a thin door over the library.

What it prints is UTF-8, whatever the locale says. Reports go to standard output; a file that
cannot be read gets one sentence on standard error, and the others are still read.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from govperf.errors import DataError, GovperfError
    from govperf.standards import ScoringStandard

__all__ = ["main"]

_DEMO: Final = ("guangzhou-emergency-2020", "panyu-emergency-2021", "hainan-school-2023")
_TOLD: Final = 3  # faults of one file; more are counted
_OK: Final = 0
_BAD_OUTPUT: Final = 1
_BAD_INPUT: Final = 2
_INTERRUPTED: Final = 130  # as a shell reports SIGINT
_NO_READER: Final = 141  # as a shell reports SIGPIPE
_UNREADABLE: Final[Mapping[type[Exception], str]] = {
    FileNotFoundError: "file.missing",
    IsADirectoryError: "file.directory",
    PermissionError: "file.permission",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (命令行入口).

    Args:
        arguments: Without the program's name; those of the process unless given.

    Returns:
        0; 2 where a file cannot be read as an evaluation, or the rule book is none, 1 where nothing can be
        written, 130 where the user interrupts, 141 where the reader of a pipe has gone.

    Raises:
        SystemExit: With 2 where the arguments are wrong, with 0 after --help or --version.

    Example:
        >>> main(["score", "no-such-file.json"])
        2
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        status = _demo() if options.command == "demo" else _score(options.files, options.standard)
        print(end="", flush=True)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        return _unwritten(error)
    return status


def _parser() -> argparse.ArgumentParser:
    from govperf.version import VERSION

    parser = argparse.ArgumentParser(prog="govperf", description="预算绩效评价：精确、可解释、不编造")
    parser.add_argument("--version", action="version", version=f"govperf {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("demo", help="三份真实的绩效自评：完成率、勾稽核对、得分与等级")
    score = commands.add_parser("score", help="读取绩效自评文件（JSON），打印完成情况、得分与审核发现")
    score.add_argument("--standard", metavar="NAME", help="评分标准的名称，或以.toml结尾的文件")
    score.add_argument("files", nargs="+", metavar="FILE", help="绩效自评文件，“-”为标准输入")
    return parser


def _demo() -> int:
    texts = [(files("govperf") / "data" / f"{name}.json").read_bytes() for name in _DEMO]
    print("\n\n".join(map(_report, texts)))
    return _OK


def _score(names: Sequence[str], standard: str | None) -> int:
    """A report for each file; a file that cannot be read does not lose the others."""
    from govperf.errors import InputError, StandardError

    try:
        book = _rule_book(standard)
    except (InputError, StandardError) as error:
        _complain(str(standard), _faults(error))
        return _BAD_INPUT
    status, between = _OK, ""
    for name in names:
        try:
            report = _report(_bytes(name), book)
        except InputError as error:
            _complain("标准输入" if name == "-" else name, _faults(error))
            status = _BAD_INPUT
        else:
            print(between + report)
            between = "\n"
    return status


def _rule_book(name: str | None) -> ScoringStandard | None:
    """The rule book that was asked for, by its name or in a file; None for that of each form."""
    if name is None:
        return None
    from govperf.standards import standard

    try:
        return standard(Path(name) if name.endswith(".toml") else name)
    except OSError as error:
        raise _unreadable(error) from error


def _report(text: bytes, standard: ScoringStandard | None = None) -> str:
    from govperf.codec import from_json
    from govperf.display import report
    from govperf.model import Evaluation

    return report(from_json(text, Evaluation), standard=standard)


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


def _faults(error: GovperfError) -> str:
    """The first faults in one sentence, and how many more there are."""
    from govperf.errors import DataErrors, GovperfError, StandardErrors
    from govperf.limits import LIMITS

    found = error.exceptions if isinstance(error, DataErrors | StandardErrors) else (error,)
    told = [fault.explain("zh") for fault in found[:_TOLD] if isinstance(fault, GovperfError)]
    more = len(found) - len(told)
    if more:
        told.append(f"另有{'至少' if len(found) == LIMITS.faults else ''}{more}处")
    return "；".join(told)


def _unwritten(error: OSError) -> int:
    """Nothing more can be written; the interpreter is not to try it again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):  # head has seen enough
        return _NO_READER
    _complain("标准输出", error.strerror or type(error).__name__)
    return _BAD_OUTPUT


def _complain(name: str, sentence: str) -> None:
    from govperf.errors import plain

    print(f"govperf: {plain(name)}: {plain(sentence)}", file=sys.stderr)
