"""Which sentence behind a list of districts is of their city again: 全年目标为32亿美元?"""

from __future__ import annotations

import re

from ingest.ledger.topics import Scene
from language.value import replace

_AIM_OF_ALL = re.compile(r"\s*(?:全年|年度)(?:总)?(?:目标|任务|计划)(?:为|是|定为)")
_LISTED = 3  # places that a paragraph has told of


def of_the_whole_again(scene: Scene, text: str) -> Scene:
    """The scene, for an aim of the year without the last district of the list before it."""
    if len(scene.told_of) < _LISTED or len(set(scene.told_of)) < _LISTED or not _AIM_OF_ALL.match(text):
        return scene
    return replace(scene, topic=scene.section)
