"""`govperf` on the command line (命令行): a thin door over the library.

What it prints is UTF-8, whatever the locale says. Results go to standard output; what cannot be
read gets one sentence on standard error, and the rest is still read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final

from govperf.cli.asking import language
from govperf.cli.commands import run
from govperf.cli.reading import TROUBLE, complain

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["main"]

_INTERRUPTED: Final = 130  # as a shell reports SIGINT
_NO_READER: Final = 141  # as a shell reports SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (命令行入口).

    Args:
        arguments: Without the program's name; those of the process unless given.

    Returns:
        0; 1 where `govperf review` found what it was to fail on; 2 where the arguments are wrong, something
        given cannot be read, or nothing can be written; 130 where the user interrupts, 141 where the reader
        of a pipe has gone.

    Example:
        >>> main(["score", "no-such-file.json"])
        2
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = sys.argv[1:] if arguments is None else list(arguments)
    lang = language(given)
    try:
        status = run(given, lang)
        print(end="", flush=True)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        return _unwritten(error, lang)
    return status


def _unwritten(error: OSError, lang: Language) -> int:
    """Nothing more can be written; the interpreter is not to try it again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):  # head has seen enough
        return _NO_READER
    from govperf.messages import message

    complain(message("cli.stdout", {}, lang), error.strerror or type(error).__name__)
    return TROUBLE
