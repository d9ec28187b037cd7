"""How does 拟 say that a thing is planned, where it is no part of 虚拟 or 模拟?"""

from __future__ import annotations

INTENDED = "(?<![虚模])拟"  # a piece of a pattern
