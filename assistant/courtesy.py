"""Is a remark a greeting, thanks, or a question about the assistant itself, and what is said to it?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.suggestions import suggest
from language.text import fold

_TAIL = r"[啊呀哈呢吧哦了啦的~,，.。!！?？ ]*"
_HELLO = re.compile(
    rf"(?:你们?好|您好|大家好|早上好|上午好|下午好|晚上好|早安?|嗨|哈喽|在吗|在不在|hi|hello){_TAIL}"
)
_THANKS = re.compile(
    rf"(?:(?:好|好的|嗯|行|ok|非常|太|十分|那|先|就这样){_TAIL})*"
    rf"(?:(?:[感多]?谢谢?|辛苦)(?:了|啦)?(?:你|您|老师)?|再见|拜拜|bye|thanks?|thank you){_TAIL}"
)
_AGREED = re.compile(rf"(?:好|好的|嗯+|行|可以|ok|收到|明白|知道|懂|没事|没问题|不用){_TAIL}")
_SELF = re.compile(
    r"(?:请问)?(?:你|您)(?:到底)?(?:是谁|叫(?:什么|啥)(?:名字)?|是(?:什么|啥)(?:东西|模型|人|软件)?|是(?:不是)?(?:人|机器人|ai|chatgpt|deepseek|真人)[吗么]?"
    r"|(?:都)?(?:能|会|可以)(?:帮我)?(?:做|干|回答|查)?(?:点|些)?(?:什么|啥|哪些)(?:问题|事|事情)?|有(?:什么|啥|哪些)(?:功能|用|本事)|怎么用|知道(?:些|点)?(?:什么|啥))"
    rf"{_TAIL}|(?:这个?)?(?:东西|系统|助手|软件|工具)?(?:怎么用|怎么使用|如何使用|有(?:什么|啥)用|还?(?:有|能)(?:什么|啥|哪些)?(?:可以|能)?问(?:的|什么|啥)?|使用(?:说明|方法)|帮助|help){_TAIL}"
)
_IS = "我是招答，只根据已导入的招商资料回答问题，每个数都注明出处；资料里没有的不作回答。"


def is_courtesy(remark: str) -> bool:
    """Whether a remark asks nothing of the documents."""
    said = fold(remark).strip().lower()
    return any(pattern.fullmatch(said) for pattern in (_HELLO, _THANKS, _AGREED, _SELF))


def courtesy(remark: str, collection: Collection) -> Draft | None:
    """What is said to a greeting, thanks, or a question about the assistant; None for anything else."""
    said = fold(remark).strip().lower()
    if not is_courtesy(said):
        return None
    if _HELLO.fullmatch(said) or _SELF.fullmatch(said):
        asked = "；".join(suggest(collection, count=3)) if collection.documents else ""
        begin = "您好！" if _HELLO.fullmatch(said) else ""
        return Draft(refused=True, refusal=f"{begin}{_IS}" + (f"可以这样问：{asked}" if asked else ""))
    return Draft(
        refused=True, refusal="不客气，请继续提问。" if _THANKS.fullmatch(said) else "好的，请继续提问。"
    )
