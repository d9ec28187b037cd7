"""Which place is meant by the one where a project lies: 宣威火腿项目所在的区还有什么项目?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.projects.story import named_project
from language.divisions import LEVELS
from language.text import fold

_THERE = re.compile(rf"所在的?(?:区域|地区|园区|城市|[{LEVELS}地])(?!是?哪|[在是])")


def with_place_of(text: str, collection: Collection) -> str:
    """The question with the place of the project it names for 所在的区."""
    there = _THERE.search(text)
    names = collection.names.find(fold(text[: there.start()])) if there else ()
    project = named_project(names[0], collection) if len(names) == 1 else None
    if there is None or project is None or not project.place:
        return text
    return f"{project.place}{text[there.end() :]}"
