"""What do the clauses before a figure's own measure?"""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from ingest.ledger.leading import leads
from ingest.ledger.metric_words import (
    AIM_OF,
    ONLY_DONE,
    PAST_ITS_AIM,
    RISEN,
    bare,
    is_change,
    without_place_in_ranking,
    without_rise,
)
from language.divisions import LEVELS, PARTS
from language.nation import wholes_told
from language.period import Period
from language.quantity import Quantity, find_quantities, is_size_range


def previous_clause(cast: Cast, begin: int, subject: str) -> str:
    """同比增长 says nothing alone: what grew stands in the clause before."""
    earlier = [span for span in cast.clauses if span[1] <= begin]
    if not earlier:
        return ""
    start, end = earlier[-1]
    if (opened := _opened_before(cast.text, start, end)) >= 0:
        start, end = cast.clause_at(opened)[0], opened
    piece = _without_places(cast.text[start:end].rstrip(",;:"), cast, start, subject)
    piece = _ITEM_NUMBER.sub("", piece)
    piece = _OR_ANOTHER.sub("", piece) if "或" in piece else piece
    piece = without_place_in_ranking(_RANKED.sub("", piece))
    piece = _GREW_SOMEHOW.sub("", piece) if piece.endswith(_GROWN) else piece
    piece = _BESIDE_ANOTHER.sub("", piece) if _BESIDES.search(piece) else piece
    piece = _without_figures(_OF_WHICH.sub("", _OF_A_GROUP.sub("", piece)))
    return without_rise(bare(piece)).removeprefix("再").removeprefix("单月")[-_LONGEST:]


def _opened_before(text: str, start: int, end: int) -> int:
    """Where the bracket begins that closes a clause: 项目132个（甲类55个，乙类51个），增加44个; else -1."""
    closes = text[start:end].rstrip(",;").endswith(")") and "(" not in text[start:end]
    return text.rfind("(", 0, start) if closes else -1


_OR_ANOTHER = re.compile(  # 1亿元或1000万美元以上项目, 项目（10亿元或1亿美元以上，下同）
    r"\([^()]*\d[^()]*或[^()]*\)|\d[\d.]*[万亿]?元(?:人民币)?或(?:者)?(?=\d)"
)
_GROWN = tuple("番倍长升高加降落少正负")  # how one of these ends
_GREW_SOMEHOW = re.compile(  # 到位资金较2022年翻了一番，由310亿元增至622亿元
    r"(?:(?:同比|环比|实现|呈现?)*)(?:由[负正升降]转[正负升降]|止跌回升|企稳回升|翻了?[一两三]?番|成倍增长|倍增|翻倍"
    r"|(?:大幅度?|稳步|快速|持续|显著|明显|较快|高速|强劲|平稳|逐年)(?:增长|提升|攀升|上升|提高|增加|回升|跃升|下降|回落|减少))$"
)
_BESIDES = re.compile("[比较超]|同期")
# 开工率比全市平均水平（71.5%）高6.2个百分点，为77.7%; 到位资金超目标任务4.7亿元，完成36.7亿元
_BESIDE_ANOTHER = re.compile(
    r"(?:[比较](?:全[省市区县州国]|第[一二三四五]名?|上年|去年|同期|年初)[^,;。]*(?:高|低|多|少|快|慢)(?:出|了)?\d[\d.]*(?:个百分点|%|[个家项位]|[万亿]?元)"
    r"|(?:达到?|是|为|相当于)同期的?\d[\d.]*(?:倍|%)"
    rf"|{PAST_ITS_AIM.pattern}(?:\d[\d.]*(?:个百分点|%|[个家项]|[万亿]?元))?)$"
)
_LONGEST = 22  # characters of a measure that something else is told of


def counted_before(quantity: Quantity, cast: Cast, begin: int, subject: str) -> str:
    """签约15个，合同金额98.2亿元，较去年同期多4个: the nearest clause before that counts in the same unit."""
    counts = re.compile(rf"\d余?{re.escape(quantity.unit)}")
    for start, end in reversed([span for span in cast.clauses if span[1] <= begin]):
        told = previous_clause(cast, end, subject) if counts.search(cast.text, start, end) else ""
        if told not in ("", "多", "少") and not is_change(told):
            return told
    return previous_clause(cast, begin, subject)


_ITEM_NUMBER = re.compile(r"^\s*\d{1,2}[.．、)](?!\d)\s*")  # 2.到位资金：
_OF_A_GROUP = re.compile(
    rf"^[两三四五六七八九]个?(?:{PARTS}|[县区市旗地])(?:合计|共计|总计|共)?(?=[签引落新合共到完])"
)  # 两县签约22个，其中甲县14个
_OF_WHICH = re.compile(
    r"\((?:其中|主要[是因由]|[因受]|约?折|约合)[^()]*\)?"
)  # （主要是工业未达预期）: why, not what
_OF_AN_AIM = re.compile(rf"^(?:超额)?(?:完成|占|达到?|不足|不到|未达)了?{AIM_OF}(?:目标|任务|计划)")


def tells_of_aim(words: str) -> bool:
    """Whether a clause tells how much of an aim was reached, and not of what: 完成年度目标."""
    return bool(_OF_AN_AIM.match(words))


_ASIDE = re.compile(
    r"(?:(?:完成)?(?:进度|增速|增幅|总量|增量|规模|数量|排名)|占(?:比|.{0,8}资金?|全.(?:总量|总数|总额|同期)?|.{2,12}比重.{0,6})|[高低]于.{0,8}"
    r"|较?(?:前进|前移|后移|退后)[^,]{0,3}|按(?:不变|可比)(?:价格?|口径)(?:计算)?|扣除.{2,12}(?:因素|影响)后?)"
)


def tells_aside(words: str) -> bool:
    """Whether a clause tells a rank (进度居全省第三位), a share or a way of reckoning (按可比价计算) beside
    what was measured before."""
    return bool(_ASIDE.fullmatch(words))


def measured_before(cast: Cast, begin: int, subject: str) -> str:
    """What the nearest clause before measures, beyond those that only tell how it grew."""
    text = cast.text
    part = text.rfind(";", 0, begin)
    for end in reversed([end for start, end in cast.clauses if end <= begin and start >= part]):
        told = previous_clause(cast, end, subject)
        if (
            len(told) > 1
            and told != RISEN
            and told not in ONLY_DONE
            and not (is_change(told) or tells_of_aim(told) or tells_aside(told))
        ):
            return told
    return ""


# 甲、乙新增到位资金位列前三: the rank is no part of what is measured, nor are those ranked.
_RANKED = re.compile(
    rf"(?:总量|均|数?)?并?(?:位列|位居|排名|排在|居|列)(?:于|在)?(?:全[国{LEVELS}]|[一-鿿]{{2,6}}?)?(?:前[一二三四五六七八九十\d两]+|第[一二三四五六七八九十\d]+(?:、第?[一二三四五六七八九十\d]+)*|首|前列|榜首)"
    r"(?:名|位)?的?(?:分别)?(?:是|为)?$"
)


def _without_places(piece: str, cast: Cast, begin: int, subject: str) -> str:
    """The clause without a list of places at its head, which the places of another clause are not."""
    end = begin
    for mention in cast.mentions:
        if begin <= mention.start and re.fullmatch(r"[、和与及]?", cast.text[end : mention.start]):
            end = mention.end
    listed = end > begin and end - begin < len(piece)
    kept, at = (piece[end - begin :], end) if listed else (piece, begin)
    return without_subject(kept, cast, at, subject)


def _without_figures(piece: str) -> str:
    """The words of a clause between its figures; 亿元以上 is no figure."""
    kept, at = [], 0
    for quantity in find_quantities(piece):
        if (quantity.spelled and quantity.kind != "rate") or is_size_range(quantity, piece):
            continue
        kept.append(piece[at : quantity.outer_start])
        at = max(at, quantity.outer_end)
    return "".join([*kept, piece[at:]]).replace("()", "")


def without_subject(piece: str, cast: Cast, begin: int, subject: str) -> str:
    """The words of a clause from `begin` on without its periods and whose figures it tells."""
    drop: list[tuple[int, int]] = [
        (period.start - begin - _compares(cast.text, period), period.end - begin) for period in cast.periods
    ]
    drop += [
        (mention.start - begin, mention.end - begin)
        for mention in cast.mentions
        if mention.place.name == subject and not cast.text.startswith("籍", mention.end)
    ]
    for name in cast.names:
        if name.text == subject:  # and where it stands: 绥化市玉米发酵项目已完成投资
            place = next((one.start for one in cast.mentions if one.end == name.start), name.start)
            drop.append((max(place, begin) - begin, name.end - begin))
    drop += [
        (start - begin, end - begin)
        for _, start, end in wholes_told(cast.text)
        if begin <= start and leads(cast, start, end)
    ]
    kept, at = [], 0
    for start, end in sorted(drop):
        kept.append(piece[at : max(start, at)])
        at = max(at, end)
    return "".join([*kept, piece[at:]])


def _compares(text: str, period: Period) -> int:
    """How many characters before 上年 go with it: 比上年, 较上年, but for those of 同比2020年."""
    compared = period.role == "comparison" and text[period.start - 1 : period.start] in ("比", "较")
    return int(compared and not text.endswith("同比", 0, period.start))
