"""Which environment lets a child process import what this one can?"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def importing_alike() -> dict[str, str]:
    """This process's environment, its import path spelled out: "" of an interactive session is the folder it
    runs in."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
