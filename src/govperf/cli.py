"""`govperf` on the command line (命令行): a thin door over the library."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.resources import files
from io import TextIOWrapper
from pathlib import Path
from typing import Final

__all__ = ["main"]

_DEMO: Final = ("guangzhou-emergency-2020", "panyu-emergency-2021", "hainan-school-2023")
_OK: Final = 0
_BAD_INPUT: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (命令行入口).

    Args:
        arguments: Without the program's name; those of the process unless given.

    Returns:
        0, or 2 where a file is missing or cannot be read as an evaluation.

    Example:
        >>> main(["score", "no-such-file.json"])
        2
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    if options.command == "demo":
        texts = [(files("govperf") / "data" / f"{name}.json").read_text(encoding="utf-8") for name in _DEMO]
        print("\n\n".join(_report(text) for text in texts))
        return _OK
    return _score(options.files)


def _parser() -> argparse.ArgumentParser:
    from govperf.version import VERSION

    parser = argparse.ArgumentParser(prog="govperf", description="预算绩效评价：精确、可解释、不编造")
    parser.add_argument("--version", action="version", version=f"govperf {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("demo", help="三份真实的绩效自评：完成率、勾稽核对、得分与等级")
    score = commands.add_parser("score", help="读取绩效自评文件（JSON），打印完成情况、得分与审核发现")
    score.add_argument("files", nargs="+", metavar="FILE", help="绩效自评文件，“-”为标准输入")
    return parser


def _score(names: Sequence[str]) -> int:
    """A report for each file; a file that cannot be read does not lose the others."""
    from govperf.errors import InputError

    status = _OK
    for name in names:
        try:
            print(_report(_bytes(name)))
        except OSError as error:
            _complain(name, error.strerror or type(error).__name__)
            status = _BAD_INPUT
        except InputError as error:
            _complain(name, _first(error))
            status = _BAD_INPUT
    return status


def _report(text: str | bytes) -> str:
    from govperf.codec import from_json
    from govperf.display import report
    from govperf.model import Evaluation

    return report(from_json(text, Evaluation))


def _bytes(name: str) -> bytes:
    from govperf.limits import LIMITS

    most = LIMITS.document_bytes + 1
    if name == "-":
        return sys.stdin.buffer.read(most)
    with Path(name).open("rb") as file:
        return file.read(most)


def _first(error: Exception) -> str:
    """The first fault, and how many more there are."""
    from govperf.errors import DataErrors, GovperfError

    more = ""
    if isinstance(error, DataErrors):
        more = f"（另有{len(error.exceptions) - 1}处）"
        error = error.exceptions[0]
    return (error.explain("zh") if isinstance(error, GovperfError) else str(error)) + more


def _complain(name: str, sentence: str) -> None:
    print(f"govperf: {name}: {' '.join(sentence.split())}", file=sys.stderr)
