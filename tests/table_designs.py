"""Which tables could a report print? Random shapes by seed, with what every cell means."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Spans = dict[tuple[int, int], tuple[int, int]]
CITIES: dict[str, tuple[str, ...]] = {
    "合肥市": ("蜀山区", "包河区", "庐阳区", "瑶海区", "肥东县", "肥西县"),
    "温州市": ("鹿城区", "瓯海区", "龙湾区", "乐清市", "瑞安市", "永嘉县"),
    "洛阳市": ("涧西区", "洛龙区", "西工区", "孟津区", "伊川县", "新安县"),
    "徐州市": ("云龙区", "泉山区", "铜山区", "贾汪区", "邳州市", "睢宁县"),
    "赣州市": ("章贡区", "南康区", "赣县区", "瑞金市", "信丰县", "于都县"),
}
COUNTS = (
    ("签约项目数", "个"),
    ("开工项目数", "个"),
    ("新设企业数", "家"),
    ("在谈项目数", "个"),
    ("投产项目数", "个"),
)
MONEY = (
    ("到位资金", "亿元"),
    ("协议投资额", "亿元"),
    ("固定资产投资", "亿元"),
    ("工业总产值", "亿元"),
    ("税收收入", "亿元"),
)
RATES = (("签约额增速", "%"), ("资金到位率", "%"), ("项目开工率", "%"))
INDUSTRIES = {
    "先进制造业": ("装备制造", "新型材料", "电子信息", "汽车零部件"),
    "现代服务业": ("现代物流", "商贸服务", "文化旅游", "科技服务"),
    "绿色低碳产业": ("光伏组件", "储能电池", "节能环保"),
}
STAGES = ("签约", "开工", "在建", "投产")
NAMES = (
    "云溪精密轴承",
    "松涛冷链物流",
    "天衡检测仪器",
    "晨曦光伏组件",
    "蓝岭储能电池",
    "远山航空锻件",
    "长汀智能仓储",
)
PARKS = ("青云产业园", "白鹭科技园", "金谷物流园", "石桥装备园", "翠屏软件园")
EMPTY = ("—", "-", "/", "")


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What one cell says: `heads` are the words that its subject and measure must hold, `subject` whose it
    is ("" where the row's name may stand in either)."""

    raw: str
    unit: str
    period: str = ""
    subject: str = ""
    heads: tuple[str, ...] = ()
    row: str = ""


@dataclass(frozen=True, kw_only=True)
class Design:
    """A table: its grid, merged cells, how many rows are headings, and the words around it."""

    name: str
    city: str
    caption: str
    grid: tuple[tuple[str, ...], ...]
    spans: Spans
    header_rows: int
    facts: tuple[Fact, ...]
    unit_line: str = ""
    note: str = ""


@dataclass
class Draw:
    """The dice of one table: no value comes twice."""

    dice: random.Random
    used: set[str] = field(default_factory=set)

    def value(self, unit: str) -> str:
        while True:
            text = self._value(unit)
            if text not in self.used:
                self.used.add(text)
                return text

    def _value(self, unit: str) -> str:
        if unit == "%":
            return f"{self.dice.uniform(-20, 130):.1f}"
        if unit in ("个", "家", "人"):
            return str(self.dice.randint(31, 998))
        amount = self.dice.uniform(1, 2600)
        return f"{amount:,.2f}" if self.dice.random() < 0.3 else f"{amount:.{self.dice.choice((1, 2))}f}"

    def some(self, pool: Sequence[tuple[str, str]], low: int, high: int) -> list[tuple[str, str]]:
        return self.dice.sample(list(pool), self.dice.randint(low, min(high, len(pool))))

    def measures(self, low: int, high: int) -> list[tuple[str, str]]:
        return self.some((*COUNTS, *MONEY, *RATES), low, high)


def header_unit(draw: Draw, name: str, unit: str) -> str:
    return f"{name}{draw.dice.choice(('（{}）', '({})')).format(unit)}"


def built(
    name: str,
    city: str,
    draw: Draw,
    *,
    caption: str,
    header: list[list[str]],
    spans: Spans,
    body: list[list[str]],
    facts: list[Fact],
    unit_line: str = "",
) -> Design:
    note = draw.dice.choice(
        ("", "", "注：数据由各地上报，尚未最终核定。", "说明：合计数可能与分项之和略有出入。")
    )
    number = draw.dice.choice(("", "表1 ", "表2　", "附表："))
    return Design(
        name=name,
        city=city,
        caption=number + caption,
        grid=tuple(map(tuple, [*header, *body])),
        spans=spans,
        header_rows=len(header),
        facts=tuple(facts),
        unit_line=unit_line,
        note=note,
    )


def districts_of(draw: Draw, city: str, *, most: int = 6) -> list[str]:
    return draw.dice.sample(CITIES[city], draw.dice.randint(3, most))


def cell(draw: Draw, unit: str, facts: list[Fact], **told: object) -> str:
    if draw.dice.random() < 0.06:
        return draw.dice.choice(EMPTY)
    raw = draw.value(unit)
    facts.append(Fact(raw=raw, unit=unit, **told))  # type: ignore[arg-type]
    return raw


Family = Callable[[Draw, str], Design]


def design(seed: int, families: Sequence[Family]) -> Design:
    """The table of a seed; the families take turns."""
    draw = Draw(dice=random.Random(seed))
    city = draw.dice.choice(sorted(CITIES))
    return families[seed % len(families)](draw, city)
