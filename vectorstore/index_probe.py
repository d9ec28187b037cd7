"""Does the vector index on disk find what it should? Asked in another process: a damaged one may kill it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from vectorstore.child_environment import importing_alike
from vectorstore.index import Vector

_TIMEOUT_S = 300
_PROBE = """
import json, sys
from pathlib import Path
import numpy as np
from vectorstore.chroma import ChromaIndex
from vectorstore.index import Filters
asked = json.load(sys.stdin)
with ChromaIndex(Path(sys.argv[1])) as index:
    found = 0
    for each in asked:
        near = index.query(np.array(each, dtype=np.float32), k=1, filters=Filters())
        # Of papers that are nearly the same a graph finds one, and not always the one asked for.
        found += bool(near) and near[0].similarity > 0.95
    print(json.dumps({"count": index.count(), "found": found}))
"""


def probed(folder: Path, asked: Sequence[Vector]) -> tuple[int, int] | None:
    """The index's count and how many of `asked` it finds; None if opening it fails, or kills who does."""
    try:
        probe = subprocess.run(
            [sys.executable, "-c", _PROBE, str(folder)],
            env=importing_alike(),
            input=json.dumps([each.tolist() for each in asked]),
            capture_output=True,
            timeout=_TIMEOUT_S,
            check=True,
            text=True,
        )
        answer = json.loads(probe.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return int(answer["count"]), int(answer["found"])
