"""What does a stand-alone question ask: of whom, which measure, of when, in which form?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from assistant.operations import Operation, operation_of
from language.bare_zone import zone_variants
from language.divisions import PARTS
from language.period import Period, find_periods
from language.place import Mention, Place, PlaceNames, innermost, national_mentions
from language.quantity import Quantity, find_quantities
from language.text import fold
from language.words import QUESTION_WORDS, STOP_WORDS, tagged, words

Wanted = Literal["number", "date", "place", "person", "list", "yesno", "how", "definition", "text"]

_DECLINED = re.compile(
    r"手机号|(?:长|书记|主任|老板|经理|总裁|先生|女士|员|本人|(?<![和或、])个人|私人|家里|家庭|[^热专总]总)的?(?:联系)?(?:电话|联系方式)"
    r"|身份证(?!复印件|明)|住址|家庭地址|银行卡|密码|微信号|邮箱|隐私"
    r"|(?<!绩效)(?<!工)(?<!工人)(?<!最低)(?<!平均)(?<!社平)工资(?!.{0,8}(?:水平|标准|总额|总量|补贴|发放|支付|政策|制度|条例|保障))"
    r"|写(?:一)?[首篇封段个](?!.{0,8}(?:介绍|综述))|作诗|讲个|笑话|翻译成|"
    r"(?<![高低]温)(?<!极端)(?<!灾害性)天气|股票(?!.{0,6}(?:公开|发行|上市|挂牌|转让))|股价|彩票|星座|菜谱|食谱|怎么做菜|写代码|编程|python|你是谁|你叫什么|你好$"
    r"|几点了|唱歌|电影|推荐.{0,4}(?:餐厅|酒店|电影|景点)"
)
_NUMBER = re.compile(
    r"多少|(?<![那哪])几[个家项次座条名人亿万处户台套所间场批期亩年天栋幢宗笔趟层轮支辆艘倍]|数量|总数|总额|金额|多大|规模"
    r"|占比|比例|几何|多高|多长|百分之几|总投资|投资额|产值|增速|增幅|面积|数据|几成|多久|盘子"
    r"|额度|目标数|个数|家数"
)
_CALLED = re.compile(r"(?:电话|热线|号码|网址|网站|邮编|传真|专线)(?:号码?)?(?:分别)?(?:是|为)?多少[？?]?$")
_DATE = re.compile(
    r"什么时候|何时|哪天|哪一天|哪年|哪一年|几月|几号|(?<!长)时间(?![过太很较]?[长短久紧])|日期|多会儿|啥时候|哪个月"
)
_PERSON = re.compile(r"谁|哪位|负责人是|书记是|局长是|市长是|区长是|主任是|合伙人|董事长|姓名|叫什么名字")
_WHERE = re.compile(r"在哪|哪里|哪个区|哪个市|哪个城市|何地|什么地方|位于|落在|哪个县|哪个园区|坐落|选址")
_LIST = re.compile(
    r"哪些|有哪|叫什么[?？。]?$|都叫|分别叫|列出|列举|名单|清单|哪几|分别是|都有谁|包括什么|包括哪|哪[两二三四五六七八九十]"
    r"|是哪|有什么|列一下|逐一|全部|至少列|什么.{0,6}(?:机制|举措|措施|方式|产业|领域|环节)"
)
_YESNO = re.compile(r"吗[?？。]?$|是否|有没有|是不是|能不能|对得上|了没|完成没")
_HOW = re.compile(
    r"怎么|如何|怎样|打法|思路|策略|怎么样|做法|举措|机制|模式|招法|打算|优势|特点|重点|方向|定位|布局"
)
_DEFINITION = re.compile(r"是什么|什么意思|指的是|指什么|说的是|何谓|含义|定义|什么叫|是指")
_TARGET = re.compile(
    r"目标|力争|计划(?!总?投资|引资|投资)|任务|预期|预计|完成了吗|达到了吗|达到没|实现了吗|建好了|建成了吗"
    r"|实际数还是|实际还是|打算|要(?:引进|签|达到|实现)|到20\d\d年要"
)
_REACHED = re.compile(
    r"干完|办完|做完|还是要|(?:完成|达到|实现|建好|建成|做到|兑现|达成|突破|落实|超过|投完)了?(?:吗|没|么|没有)"
    r"|(?:完成|达到|实现)了多少|实际(?:数)?还是|是否(?:已经?)?(?:完成|达到|实现|建成)|是实际"
    r"|已经.{0,12}(?:了吗|吗)|了吗"
)
_SPENT = re.compile(
    r"(?:[今去当本]年|20\d\d年|[上下]半年|季度|累计|已经?|目前)[^，。？]{0,8}(?:一共|总共|共)?"
    r"(?:(?<!总)(?<!计划)(?<!协议)(?<!合同)投(?!产|用|运|资[额主方])|完成投资)"
    r"|已投(?!产|用|运)|完成投资|投入了"
)
_GROWTH = re.compile(r"增长|增幅|增速|同比|环比|涨了|(?:提高|提升|上升)(?:了|多少|几)|下降|变化率")


@dataclass(frozen=True, kw_only=True)
class QuestionFrame:
    """A question as understood.

    `places` are places of the collection, `strangers` places of the country it does not speak of; `names` the
    projects and organisations of the collection that are named, `surfaces` the words used for them; `terms`
    the words that carry what is asked,
    in
    order; `threshold` a size class in yuan (亿元以上) or None; `numbers` the other quantities in the
    question.
    """

    text: str
    places: tuple[Place, ...]
    strangers: tuple[str, ...]
    names: tuple[str, ...]
    surfaces: tuple[str, ...]
    periods: tuple[Period, ...]
    terms: tuple[str, ...]
    threshold: Decimal | None
    threshold_text: str
    numbers: tuple[Quantity, ...]
    operation: Operation
    wants: frozenset[Wanted]
    quoted: tuple[str, ...]

    @cached_property
    def query(self) -> str:
        """What is searched for: the question, and the names of what it calls otherwise."""
        return " ".join([self.text, *(name for name in dict.fromkeys(self.names) if name not in self.text)])

    @cached_property
    def declined(self) -> bool:
        """Whether the question lies outside what the assistant is for."""
        return bool(_DECLINED.search(self.text.lower()))

    @cached_property
    def asks_number(self) -> bool:
        """Whether a figure is asked for."""
        return "number" in self.wants

    @cached_property
    def asks_target(self) -> bool:
        """Whether an aim is asked about, or whether one was reached."""
        return bool(_TARGET.search(self.text))

    @cached_property
    def asks_reached(self) -> bool:
        """Whether the question takes a figure as reached, or asks whether it was."""
        return bool(_REACHED.search(self.text))

    @cached_property
    def asks_spent(self) -> bool:
        """Whether the question asks what has been spent so far, or in a year, of a project's total."""
        return bool(_SPENT.search(self.text))

    @cached_property
    def asks_growth(self) -> bool:
        """Whether a rate of change is asked for."""
        return bool(_GROWTH.search(self.text))

    @cached_property
    def singled_out(self) -> bool:
        """Whether a place, a name, a period or a size class tells its subject from a stranger's."""
        return bool(self.places or self.names or self.periods or self.threshold is not None)

    @cached_property
    def place_names(self) -> frozenset[str]:
        """Canonical names of the places asked about, and the other names of zones."""
        own = [place.name for place in self.places]
        return frozenset(own).union(*(zone_variants(name) for name in own))

    @cached_property
    def period_labels(self) -> tuple[str, ...]:
        """Labels of the periods asked about."""
        return tuple(dict.fromkeys(period.label for period in self.periods if period.role != "comparison"))

    @cached_property
    def all_period_labels(self) -> tuple[str, ...]:
        """Labels of all periods named, those compared with included; a year that two of them are parts of is
        left out."""
        labels = tuple(dict.fromkeys(period.label for period in self.periods))
        parts = [label for label in labels if len(label) > 4]
        within = {label[:4] for label in parts} if len(parts) > 1 else set()
        return tuple(label for label in labels if label not in within)


def understand(
    question: str,
    *,
    places: PlaceNames,
    known: frozenset[str],
    names: Callable[[str], tuple[str, ...]],
    today: Callable[[tuple[str, ...]], date | None],
) -> QuestionFrame:
    """Reads a stand-alone question.

    `places` and `known` are the collection's places and their names, `names` finds the projects and
    organisations it
    knows in a text, and `today` tells from what 今年 is measured in a question about these places and things.
    """
    text = _BARE_SIZE.sub(r"\g<0>元", fold(question).strip())
    mentioned = [
        m
        for m in innermost(places.find(text))
        if not _ORGANISATION.match(text, m.end) and not _across_words(text, m)
    ]
    strange = [
        m
        for m in national_mentions(text)
        if m.place.name not in known
        and not any(own.start < m.end and m.start < own.end for own in mentioned)
        and not _AND_COUNTY.search(text, max(0, m.start - 1), m.end)
    ]
    found_names = names(text)
    mentioned = [
        m
        for m in mentioned
        if not any(m.start >= text.find(n) >= 0 and m.end <= text.find(n) + len(n) for n in found_names)
    ]
    about = (*(m.place.name for m in mentioned), *found_names)
    periods = tuple(find_periods(text, reference=today(about if _RELATIVE.search(text) else ())))
    threshold, threshold_text, numbers = _threshold(text, periods)
    surfaces = tuple(_surface(text, name) for name in found_names)
    counted = [(q.outer_start, q.outer_end) for q in numbers]
    called = counted + [
        (text.find(surface), text.find(surface) + len(surface)) for surface in surfaces if surface in text
    ]
    spans = called + [(m.start, m.end) for m in [*mentioned, *strange]] + [(p.start, p.end) for p in periods]
    return QuestionFrame(
        text=text,
        places=tuple({m.place.name: m.place for m in mentioned}.values()),
        strangers=tuple(
            dict.fromkeys(m.place.name for m in strange if not _inside_name(text, m.start, m.end))
        ),
        names=found_names,
        surfaces=surfaces,
        periods=periods,
        terms=_terms(text, spans),
        threshold=threshold,
        threshold_text=threshold_text,
        numbers=numbers,
        operation=operation_of(text),
        wants=_wants(text),
        quoted=tuple(match[1] for match in re.finditer(r"[“\"「『]([^”\"」』]{2,20})[”\"」』]", text)),
    )


_AND_COUNTY = re.compile(r"[市省区州县里级]和县")  # 市里和县里怎么分担 names no 和县
_RELATIVE = re.compile(r"[今去前明]年|[本当]年|上年|年初|[本上当]月|[本上]季")


def _surface(text: str, name: str) -> str:
    """The words by which the question calls a thing: the longest run it shares with the name."""
    core = fold(name)
    runs = (core[i:j] for i in range(len(core)) for j in range(len(core), i + 1, -1))
    return max((run for run in runs if run in text), key=len, default=core)


_BARE_SIZE = re.compile(r"\d亿(?=(?:及以上|以上)(?!元))")  # 50亿以上 is a size class in yuan
_ORGANISATION = re.compile(
    r"时代(?!广场|新城)|银行|啤酒|大学|(?:招商|投资|经贸|合作)*(?:推介会|洽谈会|恳谈会|说明会)"
)


def _across_words(text: str, mention: Mention) -> bool:
    """延长春节 names no 长春: a word that begins before the short name ends inside it."""
    if text[mention.start : mention.end] != mention.place.short:
        return False
    return any(t.start < mention.start < t.end < mention.end for t in tagged(text))


def _inside_name(text: str, start: int, end: int) -> bool:
    """宁德 in 宁德时代 is no place."""
    return bool(re.match(r"(?:时代|银行|集团|啤酒|港(?!区)|大学|电气|汽车)", text[end:]))


def _threshold(text: str, periods: tuple[Period, ...]) -> tuple[Decimal | None, str, tuple[Quantity, ...]]:
    numbers: list[Quantity] = []
    threshold: Decimal | None = None
    words_used = ""
    for quantity in find_quantities(text):
        if any(p.start < quantity.end and quantity.start < p.end for p in periods) or (
            quantity.kind == "bare" and not quantity.unit
        ):
            continue
        if text[: quantity.outer_start].endswith(("多少", "几")):  # 签约多少亿元 asks for an amount
            continue
        after = text[quantity.outer_end : quantity.outer_end + 4]
        sized = quantity.qualifier in ("以上", "过", "超", "突破", "不低于", "不少于") or (
            quantity.spelled and quantity.value == 1
        )
        in_yuan = quantity.kind == "money" or (quantity.spelled and quantity.unit == "亿")
        if in_yuan and (sized or re.match(r"级|及以上", after) or quantity.unit == "亿"):
            threshold = quantity.base()[0]
            words_used = text[quantity.outer_start : quantity.outer_end]
        elif quantity.kind not in ("duration",) and not (quantity.spelled and quantity.kind == "count"):
            numbers.append(quantity)
    return threshold, words_used, tuple(numbers)


_ASKING_PHRASES = re.compile(
    rf"的地区(?=[？?]?$)|(?:各|[两二三四五六七八九十]个?){PARTS}|[两二三四五六七八九十]个?[区县旗](?![一-鿿]?[路街])|(?!市区){PARTS}|"
    r"相?差多少|差[几了]|各投|各是|各为|各有|最[多少高低大小好快慢差]|[多少](?=签|引|投|建|招)|多[大高长久宽远重]|[两三四五六七八九十几]个"
    r"|现在|目前|板块|各区"
    r"|从[多高大]到[少低小]|从[少低小]到[多高大]|排(?:个|一下)?(?:名次|名|先后|队|序|行)?|垫底"
    r"|第[一二三四五六七八九十](?:名|位)?(?=的?(?:是|有|为|哪|谁|[？?]|$))|领先|[前后末](?:[两二三四五六七八九十]|\d+)[名位]|前[两二三四五六七八九十]名?|倒数|第几|谁多|谁高|更[多大高]|高出|高多少|多出|少了|增加"
    r"|减少|增幅|变化|到底|最新公布|最近一个季度|最近|最新|时段|合起来|加起来|加总|总共"
    r"|平均一个|比重|占比|几成|百分之[几多]|完成率|完成了|完成|还差|离|干了|做到|比较一下"
    r"|能不能说|按最终数|请问|告诉我|帮我|介绍一下|说说|查一下|我想知道|想了解|麻烦|资料里"
    r"|资料中|文件里|文中"
    r"|材料里|报道里|资料|至少列出|列出|多少[万亿]+[美欧港日]?元|是多少|有多少|多少|能(?=[领拿补奖报])|哪些|哪个|哪几|什么时候|什么|怎么|如何|吗|呢"
)


def _terms(text: str, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    kept = list(_SIGNED_AMOUNT.sub(lambda match: "签约金额".ljust(len(match.group())), "".join(kept)))
    outer = [match.group() for match in _FROM_OUTSIDE.finditer("".join(kept))]
    if "项目" in text and _SPENT.search(text):
        outer.append("已投")
    found = outer + [
        word
        for word in words(_ASKING_PHRASES.sub(" ", "".join(kept)))
        if word not in STOP_WORDS and word not in QUESTION_WORDS
    ]
    return tuple(
        dict.fromkeys(
            word
            for word in found
            if (not re.match(r"[几哪多]", word) and len(word) > 1)
            or word in "签跑"
            or word.isdigit()
            or re.match(r"[A-Za-z]", word)
        )
    )


# What was signed for: papers call it 协议总投资, 引资额, 总投资 behind a count of signings.
_SIGNED_AMOUNT = re.compile(r"(?:签约|协议|合同)(?:项目)?(?:引资|投资)?(?:总额|额度|额)(?!度)")
_FROM_OUTSIDE = re.compile(r"[市省区县域国境]外(?:资金|内资)")  # one measure, cut in three


def _wants(text: str) -> frozenset[Wanted]:
    tests: tuple[tuple[Wanted, re.Pattern[str]], ...] = (
        ("number", _NUMBER),
        ("date", _DATE),
        ("person", _PERSON),
        ("place", _WHERE),
        ("list", _LIST),
        ("yesno", _YESNO),
        ("how", _HOW),
        ("definition", _DEFINITION),
    )
    found = {name for name, pattern in tests if pattern.search(text)}
    if _CALLED.search(text):  # 热线是多少: a number to call is no figure
        found.discard("number")
    return frozenset(found) or frozenset({"text"})
