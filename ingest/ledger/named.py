"""What is one project named in a sentence, and which words before a head name an industry or a count?"""

from __future__ import annotations

import re
from dataclasses import dataclass

COUNT_BEFORE = re.compile(
    r"(?:\d[\d.]*|[一两二三四五六七八九十百千]+)余?(?:个|家|项|座|条|处|名|批|大|类|宗|所|万?平方米)?$"
)
INDUSTRY = re.compile(
    r"^(?:新能源(?:汽车)?|新材料|人工智能|集成电路|生物医药|医疗器械|生命健康|高端装备|轨道交通|智能网联汽车|数字经济|"
    r"绿色能源|空天(?:信息)?|低空经济|储能|氢能|智能制造|先进制造(?:业)?|现代服务业|食品饮料|新一代信息技术|海洋[一-鿿]{2}|"
    r"航空航天|汽车零部件|软件信息|现代物流|节能环保|新型显示|智能家电|绿色食品|石化|化工|纺织|文旅|医养健康|工业互联网|"
    r"[一-鿿]{2,6}(?:产业|领域|行业|赛道|经济|方面))$"
)


@dataclass(frozen=True, kw_only=True)
class Named:
    """A project's name at `text[start:end]`; `name` is what to call it, `kind` the class it was listed in."""

    name: str
    start: int
    end: int
    kind: str = ""
    owner: str = ""
