"""Counted groups: what a question asks for, and which items a text tells beside the group's name."""

from __future__ import annotations

import pytest

from language.counted import asked_count, asked_counts, ends_alike, items_beside, lists, names_of


@pytest.mark.parametrize(
    ("question", "number", "noun"),
    [
        ("开发区的三个聚焦是什么？", 3, "聚焦"),
        ("“四个一批”分别指什么？", 4, "一批"),
        ("打好哪五张牌？", 5, "牌"),
        ("高新区重点打造哪6个特色产业园区", 6, "特色产业园区"),
        ("商务局要做好哪三方面工作", 3, "方面"),
        ("哪三个城市最受投资者欢迎？", 3, "城市"),
        ("十大工程有哪些", 10, "工程"),
        ("兩大基地是哪兩個", 2, "基地"),
    ],
)
def test_a_counted_group_is_asked_for(question: str, number: int, noun: str) -> None:
    asked = asked_count(question)
    assert asked is not None
    assert (asked.number, asked.noun) == (number, noun)


@pytest.mark.parametrize(
    ("question", "coined"),
    [("六大工程有哪些", True), ("四个聚焦是什么", True), ("拿出了哪三个办法", False), ("哪五个城市", False)],
)
def test_a_name_of_its_own_is_told_from_the_askers_count(question: str, coined: bool) -> None:
    asked = asked_count(question)
    assert asked is not None and asked.coined is coined


@pytest.mark.parametrize(
    "question",
    [
        "三个项目的总投资是多少", "第三条是什么", "2025年一季度目标是什么", "前5个月引进的项目有哪些",
        "50亿元以上项目有哪些", "三个片区的目标分别是多少", "一个中心是什么", "全市有哪些百亿级项目",
        "二三百家企业是哪些", "四川省的规定有哪些", "红十字会的物资有哪些", "三亚的项目有哪些",
    ],
)  # fmt: skip
def test_what_counts_figures_or_time_is_no_group(question: str) -> None:
    assert asked_count(question) is None


@pytest.mark.parametrize(
    ("question", "text", "items"),
    [
        (
            "三个集聚是什么",
            "坚持“三个集聚”（产业集聚、人才集聚、资本集聚），提升能级",
            "产业集聚|人才集聚|资本集聚",
        ),
        ("哪三张牌", "打好“亲商、便商、富商”三张牌，营造氛围", "亲商|便商|富商"),
        ("哪两大产业", "将集中力量打造汽车和绿色能源两大产业，壮大", "将集中力量打造汽车|绿色能源"),
        (
            "哪三大支柱产业",
            "形成装备、食品以及医药和器械三大支柱产业。",
            "形成装备|食品|医药和器械",
        ),
        (
            "四条举措有哪些",
            "推出四条举措：减税费、降租金、稳岗位和优服务，惠及",
            "减税费|降租金|稳岗位|优服务",
        ),
        (
            "三项机制是什么",
            "建立三项机制：领导包抓，每周调度；专班推进，每日会商；考核激励，按季兑现。",
            "领导包抓，每周调度|专班推进，每日会商|考核激励，按季兑现",
        ),
        (
            "两大抓手指什么",
            "紧扣两大抓手。一是延链补链，招引配套。二是腾笼换鸟，盘活厂房。",
            "一是延链补链|二是腾笼换鸟",
        ),
        (
            "三个全面是哪三个",
            "做到“三个全面”。\n\n全面摸底。逐户走访。全面帮扶。全面提速。",
            "全面摸底|全面帮扶|全面提速",
        ),
    ],
)
def test_items_beside_the_name(question: str, text: str, items: str) -> None:
    asked = asked_count(question)
    assert asked is not None
    found = next(f for name in names_of(asked, text) if (f := items_beside(text, name, asked.number)))
    assert [text[item.start : item.end] for item in found.items] == items.split("|")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("五大产业有哪些", "聚焦装备、食品、医药三大产业，发展五大产业集群配套"),  # the five are not told
        (
            "两条主线是什么",
            "围绕两条主线推进。会议强调纪律。另据报道，一是水利。二是交通。",
        ),  # marked far away
        ("四个中心是什么", "建设物流、贸易、会展“四个中心”"),  # three items
        ("两个先导产业是什么", "打造汽车和能源两个支柱产业"),  # other industries
        ("两项措施是什么", "采取两项措施。一是补贴。二是培训。三是减税。"),  # they turn out three
    ],
)
def test_a_list_of_another_number_or_name_is_none(question: str, text: str) -> None:
    asked = asked_count(question)
    assert asked is not None
    assert not [f for name in names_of(asked, text) if (f := items_beside(text, name, asked.number))]


def test_a_list_that_nothing_counts_is_known_by_its_endings() -> None:
    text = "大力开展以商招商、基金招商、平台招商，完善机构、队伍、考核"
    found = [each for each in lists(text, 3) if ends_alike(text, each, "招商方式")]
    assert [text[item.start : item.end] for item in found[0].items] == [
        "大力开展以商招商",
        "基金招商",
        "平台招商",
    ]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("question", "groups"),
    [
        ("“五个统一”“三个靠前”分别指什么？", [(5, "统一"), (3, "靠前")]),
        ("三个靠前和四张牌各是什么", [(3, "靠前"), (4, "牌")]),
        ("两个清单、三项机制和五大片区分别有哪些", [(2, "清单"), (3, "机制"), (5, "片区")]),
        ("三个靠前分别是什么", [(3, "靠前")]),
        ("五个统一是向哪里统一", [(5, "统一")]),
        ("甲区和乙区分别有哪些项目", []),
    ],
)
def test_groups_asked_for_one_by_one(question: str, groups: list[tuple[int, str]]) -> None:
    assert [(asked.number, asked.noun) for asked in asked_counts(question)] == groups
