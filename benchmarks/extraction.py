"""How many news articles of 1,500 characters a second become figures and projects on one core?

    python benchmarks/extraction.py [--articles N] [--seconds S]

Articles are made up from sentence patterns, places and amounts drawn with a fixed seed; every eighth sentence
tells figures. Printed: articles a second of processor time for figures alone, for figures and
projects together, and for the plain alternative in the same run (one regular expression that finds numbers
with their units, and knows neither whose nor when nor how real they are), with the ratio.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import time
from collections.abc import Callable, Sequence

from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from vectorstore.document import Block, Document

_CHARS = 1500
_SHARE_TELLING = 0.12  # a dozen figures an article, as in the news
_PLACES = (
    ("宁波市", "鄞州区", "北仑区", "慈溪市"),
    ("成都市", "武侯区", "双流区", "金牛区"),
    ("青岛市", "城阳区", "即墨区", "胶州市"),
    ("合肥市", "蜀山区", "包河区", "肥西县"),
    ("武汉市", "江夏区", "洪山区", "黄陂区"),
)
_NAMES = ("蓝湾", "星河", "海岳", "云帆", "青松", "远景谷", "华晨", "金桥")
_THINGS = ("智能装备", "生物医药", "储能电池", "精细化工", "冷链物流", "海洋仪器", "集成电路")
_TELLING = (
    "今年一季度，{d}签约亿元以上项目{n}个，总投资{m}亿元，同比增长{p}%。",
    "总投资{m}亿元的{x}{t}产业园项目落户{d}，建成后预计年产值超过{n}亿元。",
    "截至目前，{c}新引进{t}企业{n}家，其中{d}{k}家、{e}{k}家。",
    "按照计划，到2027年{c}{t}产业规模力争突破{n}0亿元，培育链主企业{k}家。",
    "{x}{t}有限公司计划投资{k}.5亿元建设生产基地，占地{n}亩，达产后可提供{n}个就业岗位。",
    "去年，{d}和{e}分别完成固定资产投资{m}亿元和{n}亿元，增长{p}%和{k}%。",
)
_PROSE = (
    "{d}聚焦{t}产业，组织专班赴外地招商，与一批企业深入洽谈，在谈项目质量不断提升。",
    "“企业看重的是这里的产业配套和服务效率。”{x}集团有关负责人介绍，公司将把区域总部放在这里。",
    "下一步，{d}将继续完善项目全流程服务机制，推动签约项目早开工、早投产、早见效。",
    "会议指出，要坚持以高水平开放推动高质量发展，持续优化营商环境，让企业安心发展。",
    "走进{e}的厂区，工人们正在安装设备，一派忙碌景象，新的生产线即将进入调试阶段。",
    "各有关部门主动靠前服务，帮助企业协调用地、用能、用工等问题，做到有求必应、无事不扰。",
    "围绕{t}产业链的薄弱环节，{c}出台专项政策，鼓励龙头企业开放场景，带动上下游企业协同创新。",
    "在{x}{t}研究院，科研人员正围绕关键材料开展攻关，成果将优先在本地转化。",
)
_PLAIN = re.compile(r"\d[\d,.]*余?(?:万亿|亿|万)?(?:美元|元|个百分点|%|亩|平方米|吨|个|家|项|人|户|台|条)")
Extract = Callable[[Document], Sequence[object]]


def article(number: int) -> Document:
    """Made-up article `number`: 1,500 characters in paragraphs of five sentences, the same on every run."""
    draw = random.Random(number)
    city, *districts = draw.choice(_PLACES)
    lines = [f"{city}招商引资再传捷报"]
    while sum(map(len, lines)) + len(lines) < _CHARS:
        lines.append("".join(_sentence(draw, city, districts) for _ in range(5)))
    text = "\n".join(lines)[:_CHARS]
    ends = list(itertools.accumulate(len(line) + 1 for line in text.split("\n")))
    blocks = tuple(
        Block(kind="paragraph" if start else "heading", start=start, end=end - 1)
        for start, end in itertools.pairwise([0, *ends])
    )
    return Document(
        id=str(number), name=f"{number}.txt", text=text, title=lines[0], published="2025-04-10",
        published_basis="stated", reference_date="2025-04-10", blocks=blocks,
    )  # fmt: skip


def _sentence(draw: random.Random, city: str, districts: list[str]) -> str:
    d, e = draw.sample(districts, 2)
    patterns = _TELLING if draw.random() < _SHARE_TELLING else _PROSE
    return draw.choice(patterns).format(
        c=city, d=d, e=e, x=draw.choice(_NAMES), t=draw.choice(_THINGS), n=draw.randint(12, 98),
        m=f"{draw.uniform(3, 900):.2f}", p=f"{draw.uniform(1, 30):.1f}", k=draw.randint(2, 9),
    )  # fmt: skip


def _plain(document: Document) -> list[str]:
    return _PLAIN.findall(document.text)


def _both(document: Document) -> list[object]:
    return [*extract_figures(document), *extract_projects(document)]


def rate(extract: Extract, documents: list[Document], *, seconds: float) -> tuple[float, float]:
    """Articles a second of processor time, and rows found an article, over at least `seconds`."""
    extract(documents[0])  # dictionaries load on first use
    rows = done = 0
    started = time.process_time()
    while (spent := time.process_time() - started) < seconds or not done:
        rows += sum(len(extract(document)) for document in documents)
        done += len(documents)
    return done / spent, rows / done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=200, help="different articles (default: 200)")
    parser.add_argument("--seconds", type=float, default=5.0, help="processor seconds each (default: 5)")
    options = parser.parse_args()
    documents = [article(number) for number in range(options.articles)]
    means = {"numbers with units, one regular expression": _plain, "figures": extract_figures,
             "figures and projects": _both}  # fmt: skip
    rates: list[float] = []
    for name, extract in means.items():
        speed, rows = rate(extract, documents, seconds=options.seconds)
        rates.append(speed)
        print(f"{name}: {speed:,.0f} articles/s, {rows:.1f} rows an article, {rates[0] / speed:.0f} x plain")


if __name__ == "__main__":
    main()
