"""Which place is meant by the one where a project lies (宣威火腿项目所在的区), and by 开发区 alone?"""

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


_ZONE_ALONE = re.compile(
    r"(?:那么?|请问)?(?P<zone>市?(?:开发区|经济区|功能区))(?!有?哪|有?几个|有?多少个|[是的建在])"
)


def with_only_zone(text: str, collection: Collection) -> str:
    """The question with the full name of the only zone that it can mean by its kind alone: 开发区签约多少."""
    alone = _ZONE_ALONE.match(text)
    if alone is None or collection.places.find(alone["zone"]):
        return text
    kind = alone["zone"].removeprefix("市")
    zones = {place.name for place in collection.places.places if place.name.endswith(kind)}
    return text.replace(alone["zone"], zones.pop(), 1) if len(zones) == 1 else text
