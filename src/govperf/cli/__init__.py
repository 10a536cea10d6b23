"""`govperf` on the command line (命令行): a thin door over the library.

What it prints is UTF-8, whatever the locale says. Reports go to standard output; a file that
cannot be read gets one sentence on standard error, and the others are still read.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final

from govperf.cli import findings
from govperf.cli.reading import OK, TROUBLE, complain, each, faults, rule_book

if TYPE_CHECKING:
    from govperf.model import Evaluation

__all__ = ["main"]

_DEMO: Final = ("guangzhou-emergency-2020", "panyu-emergency-2021", "hainan-school-2023")
_INTERRUPTED: Final = 130  # as a shell reports SIGINT
_NO_READER: Final = 141  # as a shell reports SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (命令行入口).

    Args:
        arguments: Without the program's name; those of the process unless given.

    Returns:
        0; 1 where `govperf review` found what it was to fail on; 2 where a file cannot be read as an
        evaluation, the rule book or a check is none, or nothing can be written; 130 where the user
        interrupts, 141 where the reader of a pipe has gone.

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
        status = _COMMANDS[options.command](options)
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
    findings.add_arguments(commands.add_parser("review", help="审核绩效自评文件（JSON），打印全部审核发现"))
    return parser


def _demo(_: argparse.Namespace) -> int:
    from govperf.codec import from_json
    from govperf.display import report
    from govperf.model import Evaluation

    texts = [(files("govperf") / "data" / f"{name}.json").read_bytes() for name in _DEMO]
    print("\n\n".join(report(from_json(text, Evaluation)) for text in texts))
    return OK


def _score(options: argparse.Namespace) -> int:
    """A report for each file."""
    from govperf.errors import InputError, StandardError

    try:
        book = rule_book(options.standard)
    except (InputError, StandardError) as error:
        complain(str(options.standard), faults(error))
        return TROUBLE
    from govperf.display import report

    between = iter([""])

    def say(_: str, evaluation: Evaluation) -> None:
        print(next(between, "\n") + report(evaluation, standard=book))

    return each(options.files, say)


_COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "demo": _demo,
    "score": _score,
    "review": findings.reviewed,
}


def _unwritten(error: OSError) -> int:
    """Nothing more can be written; the interpreter is not to try it again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):  # head has seen enough
        return _NO_READER
    complain("标准输出", error.strerror or type(error).__name__)
    return TROUBLE
