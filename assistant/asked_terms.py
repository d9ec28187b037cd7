"""Which words of a question carry what is asked?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.question import asks_spent
from language.divisions import PARTS
from language.words import QUESTION_WORDS, STOP_WORDS, tagged, words

# 家 of 多少家拟上市企业, which a dictionary joins with what follows; not of 多少家电.
_COUNTER = (
    r"[有是]?(?:多少|几)(?:个(?!人|体)|家(?![电具居长庭族园])|项(?!目)|座(?!谈)|条(?!件)|台(?![湾风商])|处(?![理置])|名(?![额单企牌录])"
    r"|位(?![于置])|场(?![地景馆所])|次(?!数)|支(?![出持付行])|宗|艘|架|辆)(?=[一-鿿])"
)
_ASKING_PHRASES = re.compile(
    rf"{_COUNTER}|哪一?个市区|(?:哪一?年|什么时候|哪个时候|何时)的(?:数据|数字?|统计|情况|事)?|"
    rf"还是|[多少高低](?=多少)|还(?:采用|使用|运用|用)了?|情况(?=列表|一览|汇总)|列个?表|一览表?|的地区(?=[？?]?$)|(?:各|[两二三四五六七八九十]个?){PARTS}|[两二三四五六七八九十]个?[区县旗](?![一-鿿]?[路街])|(?!市区){PARTS}|"
    r"相?差多少|差[几了]|各[投签](?!订|署)|各是|各为|各有|最[多少高低大小好快慢差]|[多少](?=签|引|投|建|招)|多[大高长久宽远重]|[两三四五六七八九十几]个"
    r"|分别|一[支个批套条](?=什么样)|什么样的?|表态(?=要|将)|现在|(?<!项)目前|板块|各区|要(?=[招签引落])"
    r"|从[多高大]到[少低小]|从[少低小]到[多高大]|排(?:个|一下)?(?:名次|名|先后|队|序|行)?|垫底"
    r"|第[一二三四五六七八九十](?:名|位)?(?=的?(?:是|有|为|哪|谁|[？?]|$))|第一(?=[和与及、])|最后(?:一?[名位个])?(?=的|分别|是|哪|谁|[？?]|$)|[首末]位|领先|[前后末](?:[两二三四五六七八九十]|\d+)[名位]|前[两二三四五六七八九十]名?|倒数|第几|谁多|谁高|更[多大高]|高出|高多少|多出|少了|增加(?!值)"
    r"|减少|增幅|变化|到底|最新公布|最近一个季度|最近|最新|时段|合起来|加起来|加总|总共"
    r"|平均一个|比重|占比|几成|百分之[几多]|完成率|完成了|完成|还差|离|干了|做到|比较一下"
    r"|能不能说|按最终数|请问|告诉我|帮我|介绍一下|说说|查一下|我想知道|想了解|麻烦|资料里"
    r"|第\d+届|资料中|文件里|文中|(?<=提供|出示|携带)(?:哪些|什么)(?:材料|资料|证件|证明)"
    r"|材料里|报道里|资料|至少列出|列出|多少[万亿]+[美欧港日]?元|是多少|有多少|多少|能(?=[领拿补奖报])|哪些|哪一?天|哪个|哪几|什么时候|什么|怎么|如何|吗|呢"
)
# What was signed for: papers call it 协议总投资, 引资额, 总投资 behind a count of signings.
_SIGNED_AMOUNT = re.compile(r"(?:签约|协议|合同)(?:项目)?(?:引资|投资)?(?:总额|额度|额|资金)(?!度)")
_SIGNED = "签约金额"
# 除了联络站还有什么模式 asks for what is not the one named.
_EXCEPT = re.compile(
    r"除(?:了|去|开)?(?P<what>[^，,。？?]{2,14}?)(?:以外|之外|外)?[，,]?(?=(?:还|又|另外|另)(?!有?多少|有几|剩))"
)
# 总投资10亿元以上项目有多少个 counts projects of a size: the total is no measure of its own
_TOTAL_OF_A_SIZE = re.compile(
    r"总投资(?:额)?(?=(?:超过?|达到?|在)?[\d百千十]+[万亿]元?(?:及?以[上下])?的?[一-鿿]{0,6}项目[^,，。？?]{0,6}(?:多少|几)[个项])"
)
_CLASS_ENDS = re.compile(r"(?<=\d强)(?=[奖补给])")  # no 强奖 in 引进500强奖多少
_A_MEETING = re.compile(r"会(?=签[了约下的])")  # no 会签 in 对接会签了多少
_FROM_OUTSIDE = re.compile(r"[市省区县域国境]外(?:资金|内资)")  # one measure, cut in three


def asked_terms(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """The words that carry what is asked, in order; `spans` of the folded question name something else."""
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    kept = list(_SIGNED_AMOUNT.sub(lambda match: _SIGNED.ljust(len(match.group())), "".join(kept)))
    outer = [match.group() for match in _FROM_OUTSIDE.finditer("".join(kept))]
    if "项目" in text and asks_spent(text):
        outer.append("已投")
    kept = list(_TOTAL_OF_A_SIZE.sub(lambda match: " " * len(match.group()), "".join(kept)))
    kept = list(_EXCEPT.sub(lambda match: " " * len(match.group()), "".join(kept)))
    kept = list(_A_MEETING.sub("会 ", "".join(kept)))
    cut = words(_CLASS_ENDS.sub(" ", _ASKING_PHRASES.sub(" ", "".join(kept))))
    return tuple(dict.fromkeys([*outer, *_kept_whole(cut, text)]))


def signed_amount(measure: str) -> str:
    """What a question for the measure is read as asking: 签约金额 of 合同额; "" of any other."""
    return _SIGNED if _SIGNED_AMOUNT.search(measure) else ""


@lru_cache(maxsize=64)  # asked of every sentence
def besides_asked(text: str) -> str:
    """What a question names only to ask for the others: 联络站 of 除了联络站还有什么; "" for most."""
    match = _EXCEPT.search(text)
    return match["what"] if match else ""


def tells_besides(text: str, question: str) -> bool:
    """Whether a folded text tells what a question names only to ask for the others, and not those too."""
    besides = besides_asked(question)
    return bool(besides) and besides in text and not re.search(r"除|还", text)


def _kept_whole(cut: Sequence[str], text: str) -> list[str]:
    """The words that ask for nothing themselves; the single characters of a noun (锂渣) are one word, and the
    one before 产业 (钛产业) is kept."""
    found: list[str] = []
    at = 0
    while at < len(cut):
        end = at  # behind the characters that begin at `at`
        while end < len(cut) and _is_one_character(cut[end]):
            end += 1
        run = "".join(cut[at:end])
        if len(run) > 1 and run in text:
            found.append(run)
        elif run and end < len(cut) and cut[end] in _OF_A_TRADE and f"{run}{cut[end]}" in text:
            before = cut[at - 1] if at and _is_content(cut[at - 1]) else " "
            found += [run] if f"{before}{run}" not in text else []  # 微 of 中小微企业 says nothing
        elif end == at and _is_content(cut[at]) and _is_said(cut[at]):
            found.append(cut[at])
        at = max(end, at + 1)
    return found


def _is_said(word: str) -> bool:
    """Whether a word of a question may be looked for: longer than a character, or one that means much."""
    longer = len(word) > 1 and not _ASKS_ITSELF.fullmatch(word)
    return longer or word in "签跑" or word.isdigit() or bool(re.match(r"[A-Za-z]", word))


_ASKS_ITSELF = re.compile(
    "[几哪多](?:.|[一几些个天年月日家里儿少大长久次种位名项类条座点]*)"
)  # and no 多氟多


def _is_content(word: str) -> bool:
    return word not in STOP_WORDS and word not in QUESTION_WORDS


@lru_cache(maxsize=2048)
def _is_one_character(word: str) -> bool:
    """Whether a word is the one character of a noun: 锂, 钛, not 给 nor 家."""
    return len(word) == 1 and _is_content(word) and tagged(word)[0].tag in ("n", "ng", "nz", "j")


_OF_A_TRADE = ("产业", "行业", "企业", "产业链")
