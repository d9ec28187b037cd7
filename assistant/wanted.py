"""In which form is an answer wanted: a number, a date, a person, a list …?"""

from __future__ import annotations

import re
from typing import Literal

Wanted = Literal["number", "date", "place", "person", "list", "yesno", "how", "definition", "text"]

_NUMBER = re.compile(
    r"多少|(?<![那哪])几[个家项次座条名位人件亿万处户台套所间场批期亩年天栋幢宗笔趟层轮支辆艘倍]|数量|总数|总额|金额|多大|规模"
    r"|占比|比例|几何|多高|多长|百分之几|总投资|投资额|产值|增速|增幅|面积|数据|几成|多久|盘子"
    r"|额度|目标数|个数|家数|(?:项目|企业|签约|开工|落地|注册|入驻)数(?![据字])|(?:签约|协议|合同|引资|到位)额"
)
_CALLED = re.compile(r"(?:电话|热线|号码|网址|网站|邮编|传真|专线)(?:号码?)?(?:分别)?(?:是|为)?多少[？?]?$")
_DATE = re.compile(
    r"什么时候|何时|哪天|哪一天|哪年|哪一年|几月|几号|(?<!长)时间(?![过太很较]?[长短久紧])|日期|多会儿|啥时候|哪个月"
)
_PERSON = re.compile(
    r"谁(?!的[^，。？]{2,16}[最更])|哪位|负责人是|书记是|局长是|市长是|区长是|主任是|合伙人|董事长|姓名|叫什么名字|(?:书记|[市区县局处院校会行]长|主任|负责人|经理|专员|主席)叫(?:什么|啥)"
)
_WHERE = re.compile(r"在哪|哪里|哪个区|哪个市|哪个城市|何地|什么地方|位于|落在|哪个县|哪个园区|坐落|选址")
_LIST = re.compile(
    r"哪些|有哪|叫什么[?？。]?$|都叫|分别叫|列出|列举|名单|清单|哪几|分别是|都有谁|包括什么|包括哪|哪[两二三四五六七八九十]"
    r"|是哪(?!一?[天年])|有什么|[做干]了[什啥]么?|列一下|逐一|全部|至少列|什么.{0,6}(?:机制|举措|措施|方式|产业|领域|环节)"
)
_YESNO = re.compile(r"吗[?？。]?$|是否|有没有|是不是|能不能|对得上|了没|完成没")
_HOW = re.compile(
    r"怎么|如何|怎样|打法|思路|策略|怎么样|做法|举措|机制|模式|招法|打算|优势|特点|重点(?!项目|企业|工程|园区|平台|产业链)|方向|定位|布局"
)
_DEFINITION = re.compile(r"是什么|什么意思|指的是|指什么|说的是|何谓|含义|定义|什么叫|是指")
_WHY = re.compile(r"(?<![称名叫作成视定认述])为什么|为何|凭什么|什么原因|原因是什么")
_WHO_AT_THE_END = re.compile(r"(?:是谁|是哪位|叫什么名字|叫什么)[？?]?$")
_HOW_MANY = re.compile(r"多少|几[个家项成]")
_FORMS: tuple[tuple[Wanted, re.Pattern[str]], ...] = (
    ("number", _NUMBER),
    ("date", _DATE),
    ("person", _PERSON),
    ("place", _WHERE),
    ("list", _LIST),
    ("yesno", _YESNO),
    ("how", _HOW),
    ("definition", _DEFINITION),
)


def asks_why(text: str) -> bool:
    """Whether a folded question asks for a reason; 被称为什么 asks for a name."""
    return _WHY.search(text) is not None


def wanted(text: str) -> frozenset[Wanted]:
    """The forms that a folded question asks for; "text" alone where it names none."""
    found = {form for form, pattern in _FORMS if pattern.search(text)}
    if asks_why(text) and not _HOW_MANY.search(text):  # 为什么增速第一 asks for no figure
        found.discard("number")
    if _WHO_AT_THE_END.search(text):  # 10项举措的联系人是谁 asks for no measures
        found.discard("how")
    if _CALLED.search(text):  # 热线是多少: a number to call is no figure
        found.discard("number")
    return frozenset(found) or frozenset({"text"})
