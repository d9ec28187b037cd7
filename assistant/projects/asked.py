"""What can be asked of a project, how is it asked for, and how is it told?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.projects.clauses import PHASE
from language.ended import ENDED
from language.text import fold


@dataclass(frozen=True, kw_only=True)
class Aspect:
    """Something that can be asked of a project: how it is asked for and how a clause tells it."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]


YEARLY = r"(?:今年|年度|本年度?|当年|年内|20\d\d年)(?:计划|安排)(?:完成)?投资|年度(?:计划)?投资"
ASPECTS = tuple(
    Aspect(name=name, asked=re.compile(asked), told=re.compile(told))
    for name, asked, told in (
        ("占地", r"占地|用地|面积|多少亩|几亩|占多少地", r"占地|用地|建筑面积|\d亩|平方米"),
        (
            "产能",
            r"年产(?!值)|产能|产量|能产|生产多少|吉瓦|[日年]处理|处理能力|装机",
            r"年产(?!值)|产能|[日年]处理|处理能力|装机",
        ),
        ("年度投资", YEARLY, r"(?:年度|今年|当年|本年)计划(?:完成)?投资|年度投资|计划当年投资"),
        ("产值", r"产值|营收|销售(?:额|收入|多少)|年销售|营业收入", r"产值|营业收入|营收|销售"),
        ("税收", r"税收|纳税|税", r"税"),
        ("就业", r"就业|岗位|用工|员工|多少人", r"就业|岗位|用工|员工"),
        (
            "产品",
            r"生产什么|什么产品|做什么|造什么|干(?:什么|啥)[用的]?",
            r"生产|产品|主要(?:从事|用于|做)|研发|负责|从事|聚焦|是[^，。]{2,30}(?:主体|平台|企业|公司)",
        ),
    )
)
EVENTS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("签约", r"签约|签下|签了"),
        ("注册", r"注册(?!资[本金]|地址?|号)"),
        ("落户", r"落户|落地"),
        ("开工", r"开工|动工|开建|启动"),
        ("封顶", r"封顶"),
        ("竣工", r"竣工|完工|建成(?!后)|交付|[建盖修][好完](?!后)"),
        ("下线", r"下线"),
        ("试产", r"试生产|试产|试运行"),
        ("投产", r"(?<!试)(?<!达)投产(?!后)|投用|投运|量产|运营|(?<!召)(?<!展)能开|启用"),
        ("通车", r"通车|贯通"),
        ("点火", r"点火"),
        ("并网", r"并网"),
        ("开业", r"开业|开园|开馆|开放(?!性)|迎客"),
        ("复工", r"(?<!开)复工"),
        ("停工", r"停工|停建"),
        ("达产", r"达产(?!后)|满产(?!后)"),
        ("终止", ENDED.pattern),
    )
)
WHEN = re.compile(r"什么时候|何时|哪天|哪一天|哪年|哪一年|几月|几号|时间|日期|多会儿|啥时候|哪个月|分别是哪")
STAGE = re.compile(r"进度|进展|阶段|[建干做推]到|走?到哪一步|状态|程度|怎么样(?!才|申|办|去|能)|建得|情况")
YES_NO = re.compile(r"了吗|没有|了没|是否|有没有|吗[?？]?$")
MONEY = re.compile(
    # 由哪家公司投资 asks who, 固定资产投资 for a part of it
    r"总投资|(?<![谁司业家])(?<!固定资产)投资(?!方|者|人)|(?<!固定资产)投资(?=额|总额|规模|多[少大])"
    r"|盘子|(?:规模|(?<!产能)(?<!面积)多大)(?=[?？，、,]|$)|多少亿|金额|投了?多少"
)
# asks for what it takes, and of one whose total is not told for how large it is
SIZE = re.compile(r"(?:(?<!投资)规模|(?<!产能)(?<!面积)多大)(?=[?？，、,]|$)|规模(?:有)?多大")
PLACE = re.compile(r"在哪|哪里|哪个(?:区|市|县|镇|街道|园区|地方)|位于|落户|选址|什么地方")
INVESTOR = re.compile(
    r"投资[方商人]|(?:谁|哪[个家])(?:公司|企业)?(?:搞|弄|做|开发|投)|谁(?:来|在)?(?:建|干|做|搞|投|接手|接盘)"
    r"|(?:哪家|什么|哪个)(?:企业|公司)|业主|投资主体"
)
BY_PHASE = re.compile(r"各期|[两三二四]期各|每期|分期|分几期")
ASKED = (PLACE, SIZE, MONEY, INVESTOR, BY_PHASE, WHEN, STAGE, *(one.asked for one in ASPECTS),
          *(pattern for _, pattern in EVENTS))  # fmt: skip
IDLE = re.compile(
    r"项目|工程|园区|现在|后来|已经|情况|总共|一共|两期|[一二三四]期|公司|企业|建设|推进|目前|分别|最新|最后|最终|[落要]到|要建|达产后?|一年|每年"
)


# 占多少地，一期投多少: what stands behind the comma asks for itself
_ASKED_APART = re.compile(
    r"[?？;；]|(?<=[少几大长里谁地亩])[,，](?=[^,，]{0,10}(?:多少|几|多大|什么|哪|进度|进展|怎么样))"
)


def phase_asked(text: str, asked: re.Pattern[str]) -> str:
    """The phase of which something is asked, or several named together (3号、4号线); "" for the whole
    project, as in 产能多大？二期到哪一步了."""
    if BY_PHASE.search(text):
        return ""
    match = asked.search(text)
    stop = _ASKED_APART.search(text, match.end()) if match else None
    found = PHASE.search(fold(text[: stop.start()] if stop else text))
    return "一期" if found and found.group() == "首期" else found.group() if found else ""
