"""What does a stand-alone question ask?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assistant.operations import Operation
from assistant.wanted import Wanted
from language.period import Period
from language.place import Place
from language.quantity import Quantity
from language.zone_surfaces import names_of

_DECLINED = re.compile(
    r"手机号|(?:长|书记|主任|老板|经理|总裁|先生|女士|员|本人|(?<![和或、])个人|私人|家里|家庭|[^热专总]总)的?(?:联系)?(?:电话|联系方式)"
    r"|身份证(?!复印件|明)|住址|家庭地址|银行卡|密码|微信号|邮箱|隐私"
    r"|(?<!绩效)(?<!工)(?<!工人)(?<!最低)(?<!平均)(?<!社平)工资(?!.{0,8}(?:水平|标准|总额|总量|补贴|发放|支付|政策|制度|条例|保障))"
    r"|写(?:一)?[首篇封段个](?!.{0,8}(?:介绍|综述))|作诗|讲个|笑话|翻译成|"
    r"(?<![高低]温)(?<!极端)(?<!灾害性)天气|股票(?!.{0,6}(?:公开|发行|上市|挂牌|转让))|股价|彩票|星座|菜谱|食谱|怎么做菜|写代码|编程|python|你是谁|你叫什么|你好$"
    r"|几点了|唱歌|电影|推荐.{0,4}(?:餐厅|酒店|电影|景点)"
)
_TARGET = re.compile(
    r"目标|力争|计划(?!总?投资|引资|投资)|任务|预期|预计|完成了吗|达到了吗|达到没|实现了吗|建好了|建成了吗"
    r"|实际数还是|实际还是|打算|要(?:引进|签|达到|实现|到位|开工|投产)|到20\d\d年要"
)
_REACHED = re.compile(
    r"干完|办完|做完|还是要|(?:完成|达到|实现|建好|建成|做到|兑现|达成|突破|落实|超过|投完)了?(?:吗|没|么|没有)|(?:签约?|引进|招引|开工|到位)了?[^，。？]{0,4}\d[^，。？]{0,16}(?:了没|没有)[？?]?$"
    r"|(?:完成|达到|实现)了多少|实际(?:数)?还是|是否(?:已经?)?(?:完成|达到|实现|建成)|是实际"
    r"|已经.{0,12}(?:了吗|吗)|了吗"
)
_SPENT = re.compile(
    r"(?:[今去当本]年|20\d\d年|[上下]半年|季度|累计|已经?|目前)[^，。？]{0,8}(?:一共|总共|共)?"
    r"(?:(?<!总)(?<!计划)(?<!协议)(?<!合同)投(?!产|用|运|资[额主方])|完成投资)"
    r"|已投(?!产|用|运)|完成投资|投入了|投了?(?:多少|几)[^，。？]{0,4}了[？?]?$"
)
_GROWTH = re.compile(r"增长|增幅|增速|同比|环比|涨了|(?:提高|提升|上升|增加|减少)(?:了|多少|几)|下降|变化率")


def asks_spent(text: str) -> bool:
    """Whether a folded text asks what has been spent so far, or in a year, of a project's total."""
    return bool(_SPENT.search(text))


@dataclass(frozen=True, kw_only=True)
class QuestionFrame:
    """A question as understood.

    `places` are places of the collection, `strangers` places of the country it does not speak of; `names` the
    projects and organisations of the collection that are named, `surfaces` the words used for them; `terms`
    the words that carry what is asked, in order; `threshold` a size class in yuan (亿元以上) or None;
    `numbers` the other quantities in the question; `within` the documents that it is asked of, all if empty.
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
    within: frozenset[str] = frozenset()

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
        return asks_spent(self.text)

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
        return frozenset(name for place in self.places for name in names_of(place))

    @cached_property
    def periods_asked(self) -> tuple[Period, ...]:
        """The periods asked about, those left out that these are compared with."""
        return tuple(period for period in self.periods if period.role != "comparison")

    @cached_property
    def period_labels(self) -> tuple[str, ...]:
        """Labels of the periods asked about."""
        return tuple(dict.fromkeys(period.label for period in self.periods_asked))

    @cached_property
    def all_period_labels(self) -> tuple[str, ...]:
        """Labels of all periods named, those compared with included; a year that two of them are parts of is
        left out."""
        labels = tuple(dict.fromkeys(period.label for period in self.periods))
        parts = [label for label in labels if len(label) > 4]
        within = {label[:4] for label in parts} if len(parts) > 1 else set()
        return tuple(label for label in labels if label not in within)
