"""Projects of a list without amounts, and the dated points of a newspaper's box."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "汇总表.txt": """桐梓县2024年一季度签约项目汇总表

1. 黔川包装项目，桐梓经开区
2. 远帆酒瓶项目，娄山关街道
3. 云杉茶业精制项目，九坝镇

填报单位：桐梓县投资促进局　2024年4月8日
""",
    "综述.txt": """芜湖市2021年大项目建设综述
2022-01-12
总投资130亿元的远帆整车工厂项目、总投资50亿元的云杉家电产业园项目实现当年签约、当年开工。\
总投资150亿元的青峰显示器件项目在谈。
""",
    "日报.txt": """宁波日报 2024年3月5日 第2版

首季招商亮点

■2月18日 余姚市与远帆储能科技公司签约储能电池项目，总投资22亿元。
■2月22日 慈溪市赴深圳招商，拜访企业14家，达成意向3个。
■3月1日 象山县举行集中签约，签约项目11个，总投资63.5亿元。

一季度招商走势

今年前两个月，宁波引进企业17家，其中上市公司6家。新增世界500强企业3家，使落户宁波的世界500强企业达到68家。
""",
}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("桐梓县2024年一季度签约了哪些项目？", ("黔川包装", "远帆酒瓶", "云杉茶业", "九坝镇"), ()),
        ("桐梓经开区签约了哪些项目？", ("黔川包装",), ("远帆酒瓶", "云杉茶业")),
        ("芜湖2021年百亿项目有哪些？", ("远帆整车工厂", "青峰显示器件"), ("云杉家电",)),
        ("芜湖投资超百亿的项目有哪些？", ("远帆整车工厂", "青峰显示器件"), ("云杉家电",)),
        ("宁波今年前两个月新引进几家世界500强？", ("新增世界500强企业3家",), ()),
        ("落户宁波的世界500强企业多少家？", ("68家",), ()),
        ("2月18日余姚签了什么项目？", ("储能电池项目", "22亿元"), ("象山", "17家")),
        ("3月1日象山县签约项目多少个？", ("11个",), ("22亿元",)),
    ],
)
def test_each_item_is_told_where_and_when_it_was(
    assistant: Assistant, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    text = assistant.ask(question).text
    assert all(word in text for word in told), text
    assert not any(word in text for word in untold), text
