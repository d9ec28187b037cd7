"""Which roads does a sentence tell to be built, widened or opened?"""

from __future__ import annotations

import re
from collections.abc import Iterator

_STEP = "开工|通车|竣工|完工|贯通"
_ROAD = re.compile(
    r"(?P<names>(?:[一-鿿]{2,7}(?:大道|大街|路|高架|高速|大桥|隧道)、)*[一-鿿]{2,7}(?:大道|大街|路|高架|高速|大桥|隧道))"
    rf"(?P<class>\d+[条座][一-鿿]{{0,8}}|主路|全线|主线)?(?=(?:全部|全面|正式|已|实现|顺利|建成)*(?:{_STEP}))"
)
_STEPS = re.compile(_STEP)
_WAY = re.compile("[路道街架速桥隧]")
_NEW_ROADS = re.compile(
    r"(?:新改建|新建|改建|扩建|打通|建成|修建)(?P<names>(?:[一-鿿]{2,7}(?:大道|大街|路)、)*[一-鿿]{2,7}(?:大道|大街|路))"
    r"(?:等?\d+条[一-鿿]{0,8})"
)


def roads_built(text: str) -> Iterator[tuple[int, int]]:
    """Where the names of roads stand that are built, one after the other or several joined."""
    if not _WAY.search(text):
        return
    for pattern in (_ROAD, _NEW_ROADS) if _STEPS.search(text) else (_NEW_ROADS,):
        for match in pattern.finditer(text):
            yield _road_start(match["names"], match.start("names")), match.end("names")


def _road_start(names: str, start: int) -> int:
    """实现建设路 begins at 建设路."""
    verb = re.match(
        r"(?:实现|完成|推进|推动|加快|全面|提速|[一二三四]?季度|[上下]半年|其中|打通|建成)+", names
    )
    return start + (verb.end() if verb else 0)
