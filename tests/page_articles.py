"""Articles made up for the pages of tests/page_designs.py: our own words, many of them with figures."""

from __future__ import annotations

import random
from dataclasses import dataclass

PLACES = ("鄞州区", "双流区", "蜀山区", "江夏区", "吴中区", "萧山区", "城阳区", "长清区")
_TRADES = ("新能源", "生物医药", "智能装备", "海洋食品", "新型显示", "现代物流", "集成电路", "文化旅游")
_TELLING = (
    "今年一季度，{d}签约亿元以上项目{n}个，总投资{m}亿元。",
    "截至3月底，{d}新开工项目{n}个，其中{t}项目{k}个。",
    "今年前两个月，{d}实际使用外资{m}亿美元，同比增长{p}%。",
    "去年，{d}规模以上工业增加值增长{p}%。",
    "到2027年，{d}{t}产业规模力争达到{n}0亿元。",
    "{d}今年计划新建标准厂房{n}万平方米。",
    "今年一季度，{d}固定资产投资完成{m}亿元，同比增长{p}%。",
    "去年全年，{d}引进{t}企业{n}家，到位资金{m}亿元。",
    "今年以来，{d}举办推介活动{k}场，达成合作意向{n}个。",
)
_TELLING_NOTHING = (
    "大家一致认为，抓招商就是抓发展，抓项目就是抓未来。",
    "走进{t}产业园的厂房，工人们正在调试设备，机器的声音此起彼伏。",
    "“从递交材料到拿到执照，我们只跑了一次窗口，比预想的快得多。”企业负责人说。",
    "为了让企业少跑路，当地把审批事项集中到一个窗口，由专人全程代办。",
    "园区里道路平整，管网已经铺到每块地的红线外，企业来了就能动工。",
    "围绕{t}产业链，当地梳理出缺什么、找谁补、怎么谈三张清单，逐条对接。",
    "专班成员每周碰头，谁负责的事情卡住了，谁就在会上说明原因和办法。",
    "对企业反映的用工、用电和融资难题，有关部门当天回应、限期办结。",
    "业内人士分析，{t}行业正从拼价格转向拼技术，早布局的地方会先得益。",
    "好的环境不是靠口号喊出来的，而是一件一件小事办出来的。",
    "下一步，当地还将完善配套，让引进来的企业留得住、长得大。",
)
_TITLES = (
    "{d}{t}产业再添新军",
    "{d}为企业办事只跑一次",
    "一批好项目落户{d}",
    "{d}抓招商不松劲",
    "从一张清单看{d}的变化",
    "{d}园区里的春天",
)
_SUBHEADS = ("清单在手，招商有路", "窗口前移，办事提速", "厂房等企业，不让企业等厂房", "把好声音传出去")
_CAPTIONS = (
    "▲{d}{t}产业园内的生产线正在运转。本报记者 周宁 摄",
    "图为{d}一家企业的工人在检验产品。",
    "{d}港口一派繁忙景象。 林晓 摄",
)
_NAMES = ("周宁", "林晓", "陈望", "苏禾", "何川")


@dataclass(frozen=True, kw_only=True)
class Article:
    """What is printed: the headline, who wrote it, and paragraphs; `# ` begins a sub-headline."""

    place: str
    title: str
    byline: str
    paragraphs: tuple[str, ...]
    caption: str
    quote: str

    @property
    def text(self) -> str:
        """The article as a plain text."""
        body = [paragraph.removeprefix("# ") for paragraph in self.paragraphs]
        return "\n\n".join([self.title, self.byline, *body])

    def sentences(self) -> list[str]:
        """The sentences in order, sub-headlines among them."""
        found: list[str] = []
        for paragraph in self.paragraphs:
            if paragraph.startswith("# "):
                found.append(paragraph[2:])
                continue
            rest = paragraph
            while rest:
                stop = rest.index("。") + 1
                if rest[stop : stop + 1] == "”":
                    stop = rest.index("。", stop + 1) + 1
                found.append(rest[:stop])
                rest = rest[stop:]
        return found


def article(rng: random.Random, *, place: str, chars: int, subheads: bool = False) -> Article:
    """An article about `place` of about `chars` characters."""
    trade = rng.choice(_TRADES)
    tellings, others = list(_TELLING), list(_TELLING_NOTHING)
    rng.shuffle(tellings)
    rng.shuffle(others)
    paragraphs: list[str] = []
    heads = list(_SUBHEADS)
    told = 0
    while told < chars:
        sentences = [
            _filled(pool[index % len(pool)], rng, place=place, trade=rng.choice(_TRADES))
            for pool, index in [
                (tellings if rng.random() < 0.55 else others, rng.randrange(40))
                for _ in range(rng.randint(1, 4))
            ]
        ]
        fresh = [each for each in dict.fromkeys(sentences) if all(each not in done for done in paragraphs)]
        if not fresh:
            told += 20
            continue
        if subheads and heads and paragraphs and rng.random() < 0.3:
            paragraphs.append("# " + heads.pop())
        paragraphs.append("".join(fresh))
        told += sum(map(len, fresh))
    return Article(
        place=place,
        title=rng.choice(_TITLES).format(d=place, t=trade),
        byline=f"□本报记者 {rng.choice(_NAMES)}",
        paragraphs=tuple(paragraphs),
        caption=rng.choice(_CAPTIONS).format(d=place, t=trade),
        quote=rng.choice(_TELLING_NOTHING[-3:]).format(t=trade),
    )


def _filled(pattern: str, rng: random.Random, *, place: str, trade: str) -> str:
    return pattern.format(
        d=place,
        t=trade,
        n=rng.randint(11, 98),
        k=rng.randint(2, 10),
        m=f"{rng.randint(2, 480)}.{rng.randint(1, 99):02d}",
        p=f"{rng.randint(1, 30)}.{rng.randint(1, 9)}",
    )
