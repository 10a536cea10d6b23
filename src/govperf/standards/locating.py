"""Places in a TOML text (错误定位): where a path of the document stands, which `tomllib` does not say.

It reads a text that `tomllib` has taken, so that every bracket closes and every key has a value, and it
goes over the text once.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Final, NamedTuple

from govperf.errors import StandardError
from govperf.standards.faults import below, listed, together

__all__ = ["located", "spans"]

_SEGMENT: Final = re.compile(r'\.[\w-]+|\."(?:[^"\\]|\\.)*"|\[\d+\]')
_GAP: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK: Final = re.compile(r"[ \t]*")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_TEXT: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?!""?[^"]?)"{0,2}|"""(?:[^\\]|\\.)*?"""+'
    r"|'''.*?'''+"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR: Final = re.compile(r"[^,\]}#\r\n]*")
