"""The modules beside this file, for the tests beside this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
