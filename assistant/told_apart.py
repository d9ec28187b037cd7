"""Does a draft tell of what only looks like what is asked: another edition, class, sort of amount or kind of
thing?"""

from __future__ import annotations

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.units_asked import sorts_asked
from assistant.matching import RELATED, term_match
from assistant.question import QuestionFrame
from assistant.versions import asks_for_former
from language.pattern import pattern
from language.place import is_place
from language.quantity import Quantity, find_quantities, unit_kind
from language.text import fold
from language.words import tagged


def only_looks_alike(draft: Draft, frame: QuestionFrame) -> bool:
    """Whether what is quoted tells of another edition (第五届 for 第六届), size class (5亿元以上 for
    亿元以上) or kind of money (签约金额 for a fund's), of no such count (93个), or
    counts where money or names are asked for."""
    if draft.refused or draft.rows or not draft.statements:
        return False
    quoted = fold("".join(each.text for each in draft.statements[0].evidence))
    titled = fold(draft.statements[0].evidence[0].document.title) if draft.statements[0].evidence else ""
    if _of_another_edition(quoted, titled, frame.text):
        return True
    if _names_none(quoted, frame.text) or _lacks_doer(quoted, frame.text):
        return True
    if _AIMS_ASKED.search(frame.text) and not (_COUNTED.search(quoted) or _AIM_SET.search(quoted)):
        return True  # 向着目标奋进 sets none
    if _AIM_REACHED.search(frame.text) and not _REACHED.search(quoted):
        return True  # 已引进33个 says nothing of the aim
    if not frame.asks_number:  # 有没有5亿元以上项目: 亿元以上新签约项目25个
        classed = "yesno" in frame.wants and frame.threshold is not None and not frame.names
        return classed and _of_another_class(find_quantities(quoted), quoted, frame)
    if any(kind in frame.text and kind not in quoted for kind in _KINDS_OF_MONEY):
        return True  # 签约的基金规模 is not the 签约金额 of projects
    if _GRANTED.search(draft.statements[0].text) and _of_another_grant(quoted, frame):
        return True
    amounts = [one for one in find_quantities(quoted) if one.kind not in ("bare", "duration")]
    read = [row.unit for each in draft.statements[0].evidence for row in each.figures]
    of_money = any(unit_kind(unit) == "money" for unit in read)  # 合计（6个） | 227.7 under a column of 亿元
    return (
        _of_another_class(amounts, quoted, frame)
        or (_of_another_sort(amounts, frame) and not of_money)
        or (not quoted.startswith("其中") and _of_another_count(amounts, frame))
    )


_AIMS_ASKED = pattern(
    r"(?:目标|任务)(?:都|主要|分别)*(?:有|是|包括)(?:哪些|什么)|(?:哪些|什么)(?:主要|具体)?目标"
)
_COUNTED = pattern(r"\d|[一二三四五六七八九十百千]+[个家项亿万]")
_AIM_SET = pattern(
    r"目标[是为:“\"]|锚定“|[以把][^,。;]{2,30}[为作][^,。;]{0,6}目标"
)  # in words: 以“走在前列”为总目标
_AIM_REACHED = pattern(r"(?:目标|任务)[^,。;?]{0,4}完成(?:了|得)?(?:多少|几成|怎么样|如何|百分之几)")
_REACHED = pattern(r"完成|目标|任务|进度|占|达成|实现")
_KINDS_OF_MONEY = ("基金", "贷款", "债券", "税收", "保费")
_EDITION = pattern(r"第([一二三四五六七八九十\d]+[届期])")


def _of_another_edition(quoted: str, titled: str, asked: str) -> bool:
    """Whether the sentence, or the title of the paper that says 本届 in it, names another edition alone."""
    told = set(_EDITION.findall(quoted)) or set(_EDITION.findall(titled))
    return bool(told) and bool(set(_EDITION.findall(asked)) - told)


_REPEALS = pattern(r"同时废止|即行废止|修订版|新修订")
_FORMER = pattern(
    r"原(?!料|材|因|则|有|创|产)|旧(?!城|区|改|楼)|此前|以前|以往|[修更]改?[订改]?前|废止|[由从][^，,。；;]{0,16}(?:提高|降|调整|增加)[到至为]"
)


def of_what_holds_now(draft: Draft, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether 旧政策 is asked about and a paper that replaced it is told, of now."""
    if not asks_for_former(frame.text) or not draft.statements or draft.refused:
        return False
    first = draft.statements[0].evidence[0]
    if _FORMER.search(fold(first.text + first.section)):
        return False
    return _REPEALS.search(fold(first.document.title + collection.text(first.document.id))) is not None


_FIRMS_ASKED = pattern(r"(?:哪些|哪几家|哪些家)[^,。;?]{0,6}(?:企业|公司)(?=[?]?$)")
_FIRMS_COUNTED = pattern(
    r"(?:企业|公司)[^,，。;；]{0,6}\d+[余多]?家|\d+[余多]?家[^,，。;；]{0,8}(?:企业|公司)"
)
_FIRMS_NAMED = pattern(r"、|等|公司|集团|股份|银行|科技|“|分别|包括")
_LEADING = pattern(r"龙头|链主|头部|领军|旗舰")
_NATIONS_ASKED = pattern(r"哪些国家|哪几个国家|什么国家|哪个国家")


def _names_abroad(text: str) -> bool:
    """Whether a country is named (美国), a place that is none of China's (新加坡), or several in a row."""
    if _COUNTRY.search(text) or _IN_A_ROW.search(text):
        return True
    places = (token.word for token in tagged(text) if token.tag.startswith("ns"))
    return any(word != "中国" and not is_place(word) for word in places)


_COUNTRY = pattern(r"(?<![全我中本外各两祖跨出爱强])国(?![家内际企有资道债务民土庆营])")
_IN_A_ROW = pattern(r"(?!个?国家)[一-鿿]{2,8}(?:、|和|与)(?!地区)[一-鿿]{2,8}")  # 尼日利亚、塞拉利昂


def _names_none(quoted: str, asked: str) -> bool:
    """Whether firms or countries are to be named, and at best their number is told."""
    if _NATIONS_ASKED.search(asked):
        return not _names_abroad(quoted)
    if _LEADING.search(asked) and _FIRMS_ASKED.search(asked):
        return not (_LEADING.search(quoted) and _FIRMS_NAMED.search(quoted))
    counted = _FIRMS_ASKED.search(asked) and _FIRMS_COUNTED.search(quoted)
    return bool(counted) and _FIRMS_NAMED.search(quoted) is None


_DOER_ASKED = pattern(
    r"由(?:谁|哪家(?:公司|企业|机构)?|哪个(?:公司|企业|机构|单位)?)(?:来)?(?P<does>(?!负责|牵头|承担|担任|主持|解释)[一-鿿]{2})(?:的)?[?]?$"
)


def _lacks_doer(quoted: str, asked: str) -> bool:
    """Whether it is asked who runs a thing, and what is told says nothing of running it."""
    match = _DOER_ASKED.search(asked)
    return match is not None and term_match(match["does"], quoted) < RELATED


_GRANTED = pattern(r"政策标准：")
_OF_ANY_GRANT = pattern(
    r"企业|公司|项目|引进|奖励?|补[贴助]?|标准|比例|金额|额度|政策|最[高多]|资金|扶持|每[月年]|第.年"
)


def _of_another_grant(quoted: str, frame: QuestionFrame) -> bool:
    """Whether the clause told says nothing of what the grant asked about is for: 总部企业奖励 is none for
    500强企业."""
    terms = [term for term in frame.terms if len(term) > 1 and not _OF_ANY_GRANT.fullmatch(term)]
    return any(term_match(term, quoted) == 0 for term in terms)


_BOUNDS = frozenset(("以上", "超", "过", "突破"))


# 1亿元或1000万美元以上, 1亿元（1000万美元）以上: one class in two moneys.
_OR_ANOTHER = pattern(r"(?:人民币)?或|\(\d[\d.]*[万亿]?[美欧港日]?元\)以上")


def _of_another_class(amounts: list[Quantity], quoted: str, frame: QuestionFrame) -> bool:
    """Whether classes are told of, and none is the one asked about."""
    if frame.threshold is None:
        return False
    classes = {
        one.base()[0]
        for one in amounts
        if one.kind == "money"
        and (
            one.qualifier in _BOUNDS
            or (one.spelled and one.value == 1)
            or _OR_ANOTHER.match(quoted, one.outer_end)
        )
    }
    return bool(classes) and frame.threshold not in classes


_MONEY_ASKED = pattern(
    r"(?:签约|协议|合同|引资|到位|投资|总|金)额|多少(?:亿|万)?(?:元|钱)|总投资(?:是|为|有)?多少|资金(?:是|为|有)?多少"
)


def _of_another_sort(amounts: list[Quantity], frame: QuestionFrame) -> bool:
    """签约额多少 is asked, and 签约项目93个 is all that is told."""
    asked = _MONEY_ASKED.search(frame.text) and sorts_asked(frame.text)[0] == {"money"}
    return bool(asked and amounts) and all(one.kind != "money" for one in amounts)


def _of_another_count(amounts: list[Quantity], frame: QuestionFrame) -> bool:
    """93个项目总投资多少 is asked, and what is told of names no 93."""
    counted = [one.base() for one in frame.numbers if one.kind == "count" and one.unit in ("个", "家", "项")]
    told = [one.base() for one in amounts]
    return bool(counted) and not any(one in told for one in counted)
