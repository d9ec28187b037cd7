"""Which aspect of a paper does a question ask (要交什么材料, 有哪些短板), and which headings name it?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.passages.wanting import WANTING

# What of a grant or a paper is asked, in the words of questions and of headings.
_OF_PAPERS: tuple[tuple[str, str], ...] = (
    (
        r"(?:什么|哪些|哪几[样份种项]|啥|几[样份种])[^,。;?]{0,6}(?:材料|资料)|(?:材料|资料)(?:都|要|有|包括|是)*(?:哪|什么|清单)"
        r"|带什么|(?:要|需要?)(?:交|提供|提交|准备)(?:什么|哪)",
        r"材料|资料|提交|提供",
    ),
    (
        r"标准(?!厂房|地|化|件)|分(?:几|哪几)[档类等级]|(?:几|哪几|哪些)[档等级]|档次",
        r"标准(?!厂房|地|化|件)|档次|分档|额度",
    ),
    (r"条件|要求|门槛|资格|什么样的(?:企业|项目|机构)|哪些企业(?:可以|能)", r"条件|资格|要求|门槛|什么样的"),
    (
        r"(?:目标|任务)(?:任务|目标|值)?(?:都|主要|具体|分别)*(?:是|有|包括)(?:什么|哪|多少项)|(?:什么|哪些|哪几个)(?:主要|具体)?目标",
        r"目标",
    ),
    (
        r"谁(?:可以|能|有资格)|支持(?:的是)?(?:哪|什么)|(?:哪些|什么样的|哪类|什么)(?:企业|项目|机构|单位|人)(?:可以|能|有资格)|对象|适用(?:于)?(?:谁|哪|什么|范围)|面向(?:谁|哪|什么)",
        r"对象|适用|范围|主体|谁可以|什么样的|哪些企业",
    ),
    (
        r"不(?:予|给|能|可以?|得)(?:支持|享受|申报|奖励|补贴|兑现|拿|报)|哪些情(?:况|形)|负面",
        r"不予|不得|不支持|负面|除外|限制",
    ),
    (
        r"流程|程序|步骤|(?:怎么|如何|怎样)(?:去)?(?:申报|申请|办理?|报|领|走)|哪几步|分几步|去哪(?:里|儿)?(?:申?报|申请|办)",
        r"流程|程序|步骤|方式|办理|如何申|怎么申|怎样申",
    ),
    (
        r"(?:什么时候|何时|哪天|哪一天|几号|几点)[^,。;?]{0,4}(?:开(?!工|业|始|展|放|通)|举办|举行|召开|报到)"
        r"|在(?:哪里|哪儿|什么地方|何处|哪)(?:开|举办|举行|召开|报到)|(?:会议|活动|报到)(?:时间|地点)",
        r"时间|地点|日程",
    ),
    (r"主办|承办|协办", r"主办|承办|协办|组织(?:机构|单位)|举办单位"),
    (r"背景|为什么(?:要)?(?:出台|制定|修订)|为何(?:出台|制定|修订)", r"背景|目的|必要性|为什么|为何"),
    (
        r"(?:变|改)(?:了|化|动)|有(?:什么|哪些|何)(?:不同|区别|调整)|(?:相比|比起|比较).{0,12}(?:变|不同|区别|调整|新)",
        r"变化|变动|调整|区别|不同|修订内容|亮点",
    ),
)
_LEARNT = r"启示|体会|启发|感悟|经验"
_DONE = r"做法|举措|措施|打法|高招|招数"
_NEXT = r"下一步|下一阶段|下步|接下来|今后|打算|后续"
_WHICH = r"(?:哪|什么|啥|何|几)"
# What of a report or an article is asked; these any document may tell.
_OF_REPORTS: tuple[tuple[str, str], ...] = (
    (
        rf"{_WHICH}[^,。;?]{{0,8}}(?:{WANTING})|(?:{WANTING})(?:主要|分别|都)?(?:有|是|在)(?:于)?{_WHICH}",
        WANTING,
    ),
    (
        rf"{_WHICH}[^,。;?]{{0,8}}(?:{_LEARNT})|(?:{_LEARNT})(?:主要|分别|都)?(?:有|是){_WHICH}",
        _LEARNT,
    ),
    (
        rf"{_WHICH}[^,。;?]{{0,8}}(?:{_DONE})|(?:{_DONE})(?:主要|分别|都)?(?:有|是){_WHICH}",
        rf"{_DONE}|经验",
    ),
    (
        rf"(?:{_NEXT})[^。;?]{{0,16}}(?:怎|如何|{_WHICH}|打算|安排)|{_WHICH}[^,。;?]{{0,4}}打算",
        rf"{_NEXT}|思路|努力方向|工作安排",
    ),
    (rf"(?:怎么|如何|怎样)定位|定位(?:是|有){_WHICH}|{_WHICH}(?:样的)?定位", r"定位"),
    (rf"{_WHICH}[^,。;?]{{0,8}}(?:建议|对策)|(?:建议|对策)(?:主要|分别|都)?(?:有|是){_WHICH}", r"建议|对策"),
    (
        rf"{_WHICH}[^,。;?]{{0,8}}(?:成效|成果|成绩)"
        rf"|(?:成效|成果|成绩)(?:怎么样|如何|怎样|有{_WHICH}|是{_WHICH})",
        r"成效|成果|成绩",
    ),
)


@dataclass(frozen=True, kw_only=True)
class Aspect:
    """How a question asks it and how a heading names it, folded; `of_report` where any paper may."""

    asked: re.Pattern[str]
    headed: re.Pattern[str]
    of_report: bool

    @property
    def of_place(self) -> bool:
        """Whether a district's is told only where the district is named: its aims are not its city's."""
        return self.of_report or self.headed.pattern == "目标"

    @property
    def of_all(self) -> bool:
        """Whether a paper tells it once for all of its grants: what to hand in, and how."""
        return self.headed.pattern.startswith(("材料", "流程"))


_READ = [
    Aspect(asked=re.compile(asked), headed=re.compile(headed), of_report=table is _OF_REPORTS)
    for table in (_OF_PAPERS, _OF_REPORTS)
    for asked, headed in table
]


def aspects_of(question: str) -> list[Aspect]:
    """The aspects that a question asks, none for most questions."""
    return [aspect for aspect in _READ if aspect.asked.search(question)]
