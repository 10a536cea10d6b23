"""The version of govperf (版本), which every result carries."""

from typing import Final

__all__ = ["VERSION"]

VERSION: Final = "0.1.0"
"""As in the package's metadata; a test keeps them equal."""
