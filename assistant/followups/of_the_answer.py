"""Is a remark about the answer just given: its source, its speaker, is it sure, more or less of it?"""

from __future__ import annotations

import re
from typing import Literal

from assistant.followups.remark import bare as stripped
from language.pattern import pattern
from language.text import fold

Asked = Literal["source", "speaker", "sure", "when", "more", "less", "unit"]

_POLITE = (
    r"(?:那|这个?|这些?|你|您|上面|刚才|请|麻烦|能不能|可以|可不可以|帮我|给我"
    r"|再|把|它|一下|的|数据?|数字|结果|答案|说|是|,)*"
)
_END = r"(?:一下|一?点|些|吧|吗|呢|啊|呀|的|了|嘛|么|看看|[?？。!！])*"
_SOURCES = (
    r"(?:信息|资料|数据)?(?:来源|出处|依据|根据|原文|原话)(?:是什么|在哪里?|是哪里?|是哪一?[份个篇]|有哪些|怎么说)?"
    r"|(?:从)?(?:哪里?|哪儿|什么地方)(?:来|看到|找到|得来|查到|写)"
    r"|(?:哪一?[份个篇]|什么)(?:文件|材料|资料|文章|报告)(?:里)?(?:写|说|提到)?|有(?:什么)?(?:依据|出处|来源|根据)"
)
_SPEAKER = r"(?:这话)?(?:是)?(?:谁|哪个领导|哪位领导|哪位|什么人)(?:说|讲|介绍|透露|表示)(?:过)?"
_SURE = (
    r"(?:真的?|当真)?(?:确定|确认|肯定)(?:没错|是对)?|真的假|当真|对不对|对|准不准|准确?|靠谱|可靠|可信|没(?:搞|弄|看|算)错"
    r"|(?:有没有|是不是)(?:搞|弄|看|算|记)?错|(?:是)?真"
)
_MORE = (
    r"(?:展开|详细|具体|仔细|多|深入)(?:的)?(?:说说|讲讲|谈谈|介绍|说|讲|描述|解释)?|(?:说|讲)(?:得)?(?:详细|具体|清楚|细)"
    r"|(?:详细|具体)(?:情况|内容)|继续|还有(?:更多|别的?)?|更多"
)
_LESS = (
    r"(?:用)?(?:一两?|两|三)句话(?:说|概括|总结|讲)?|(?:简单|简短|简要|精简|短)(?:说|讲|回答|概括|总结)?"
    r"|(?:说|讲|写)(?:得)?(?:简单|简短|短|简要)|(?:太|有点)(?:长|啰嗦|多)|只?要(?:一个)?(?:结论|数字?)|(?:说|讲)(?:重点|结论|人话)"
)
_WHEN = r"(?:哪一?年|什么时候|哪个时候|何时|哪个季度|哪个?月)的(?:数据?|数字|事|情况|统计)?"
_KINDS: tuple[tuple[Asked, re.Pattern[str]], ...] = (
    ("source", pattern(_POLITE + rf"(?:{_SOURCES})" + _END)),
    ("speaker", pattern(_POLITE + _SPEAKER + _END)),
    ("when", pattern(_POLITE + _WHEN + _END)),
    ("less", pattern(_POLITE + rf"(?:{_LESS})" + _END)),
    ("sure", pattern(_POLITE + rf"(?:{_SURE})" + _END)),
    ("more", pattern(_POLITE + rf"(?:{_MORE})" + _END)),
)
_UNIT = pattern(
    _POLITE + r"(?:换成?|换算(?:成|为)?|折合(?:成|为)?|折成|合|以|用|按|单位换成?)(?:多少)?"
    r"(?P<unit>[百千]?[万亿]?(?:美元|元|亩|人民币|平方公里|公顷)|[万亿])"
    r"(?:人民币)?(?:来|做单位|为单位|计|算|表示|说)*(?:是|有)?(?:多少|几)?" + _END
)


def asks_of_answer(remark: str) -> Asked | None:
    """What a remark asks of the answer before it; None where it asks something of its own."""
    if unit_asked(remark):
        return "unit"
    said = stripped(remark)
    return next((kind for kind, form in _KINDS if said and form.fullmatch(said)), None)


def unit_asked(remark: str) -> str:
    """The unit that 换成亿元 wants the figures told before to be in; "" where none is named."""
    match = _UNIT.fullmatch(fold(remark).strip())
    if match is None:
        return ""
    return {"亿": "亿元", "万": "万元", "人民币": "元"}.get(match["unit"], match["unit"])
