"""The modules beside this file, and those beside the laws, for the tests beside this file."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "laws")]
