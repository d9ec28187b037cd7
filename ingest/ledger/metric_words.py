"""Which words before a figure are none of what it measures?"""

from __future__ import annotations

import re

from language.divisions import WHOLE

_FILLERS = re.compile(
    rf"^(?:目标(?:为|是|(?=新?签约|引进|到位|实际|利用|使用))|\d{{1,2}}[.．、)](?!\d)|[一二三四五六七八九十]是|\(?[一二三四五六七八九十]{{1,2}}[)、]|{WHOLE}|该(?:公司|企业|集团|项目|园区|基地|产业园|基金|中心|平台)|数据显示|据了解|据悉|据统计|统计显示|会上|其中(?:包括)?|但是?|同时|此外|另外|尤其是|特别是|目前|至此|各地|(?:要)?(?:紧盯|对照|锁定)|全年(?!龄)|也(?!门)|"
    # no fillers are the first characters of 还款, 并网, 就业, 均价, 都市圈, 各类 …
    r"同期|还(?![款本贷建原])|又|并(?![网购联轨入列])|且(?!末)|而|则|就(?![业近诊医地餐读学职])|均(?![价衡等质])"
    r"|都(?![市昌匀江安兰城会])|各(?![类级项种界方])|分别|共计|合计|总计|共有|共(?![享建同识创治])|累计|先后|"
    r"已经|已|现已|先后|仅|只(?=签|引|落|开|完|有)|预计|力争|原?计划(?![外内])|原定(?!价)|争取|确保|有望|将(?![乐军领])|拟|要(?![素件道地])"
    r"|可(?!再生|研|穿戴|控|持续|比|降解|视化|循环|回收)|促成(?=签约|协议|合同|项目|总投资)|到(?![位账期港岗资会访])|从(?![业事化江])|自(?![贸主动治行])|以|在(?=(?:协议|合同|计划)?总投资)|的|,|、|:|\(|\)|“|"
    r"”|刚刚过去的|过去的|新(?=签|引|招|落|开工|动工|竣工|投产)|以来|来(?=累计|先后|共|已|新|全)|——|—|;)*"
)
_TAIL_FILLERS = re.compile(
    r"(?:(?:情况|上)?来看|(?<=[额数量资])看|方面|力争|争取|确保|预计|有望|达到了?|达成|(?<=[值入额税])可|(?<![雷马发到抵直传])达|为|是|有|了|(?<![签合条预节集特公契相履])约|共计|合计|总计|共|累计|超过|突破|等|的|实现|"
    r"完成了|[由从按](?:多|高|大|少|低|小)到(?:少|低|小|多|高|大)(?:排列|排序|排名)?|在|:|,|、|\(|“|至|到|仅|依次|分别|(?<!平)均|各|就有|由|(?:确保|力争|争取)(?:完成|实现)|占比?|只有?|尚有"
    r"|却|已超|首次|再次|一举|历史性地?|(?<![居榜位为元])首|大关|关口)*$"  # 产值首破500亿元
)
_TAIL_ENDS = tuple(
    "面到了成达为是有约计共过破等的现在:,、(“至仅次别均各由占比只少低小多高大列序名看举性地首关口却超可\n"
)  # how one of these ends
# 完成全年, 完成市政府下达的, 完成安庆市考核 before 目标: whose aim it is.
AIM_OF = (
    r"(?:年度|全年|年初|年|既定|(?:确定|设定|制定|定下)的?|开门红|首季|季度|半年|(?:[一-鿿]{2,3})?[省市区县州](?:委|政府)*|考核|责任|预期|"
    r"[一-鿿]{1,4}(?:下达|分解|分配)的?)*"
)
# 到位资金超目标任务4.7亿元，完成36.7亿元: both were brought, and neither is an aim.
PAST_ITS_AIM = re.compile(
    r"超(?:过|额完成|额|出|序时)?(?:年度|全年|年初|既定|预期)?(?:目标|计划|任务)(?:任务|目标|数)?"
)
# 新开工334个，超出年初目标34个: by how much, where 超额完成目标40个 tells the aim.
BEYOND_AIM = re.compile(
    r"(?:^|[,;])(?:已)?超(?:过|出)?(?:年度|全年|年初|既定|预期)?(?:目标|计划|任务)(?:任务|目标|数)?了?(?:约|近)?$"
)
# 143个，超过去年全年16个: by how much, where 超过去年全年的127个 tells the level.
BEYOND_LAST_YEAR = re.compile(r"(?:^|[,;])(?:已)?超(?:过|出)?(?:了)?(?:去年|上年|前年)(?:全年|同期)?$")
PARTS_INCLUDED = r"\((?:含|不含|包括|包含|不包括)[^()\d]*\)"  # 炎陵县(含飞地)15个
CHANGES = r"(?:多增|少增|增长|增加|提高|提升|上升|扩大|下降|减少|降低|增|降)"
RISEN = "新增"  # 较年初新增70亿元 tells how something changed, and not what
_CHANGED = re.compile(
    rf"(?:连续[^,]{{1,4}}(?:月|年|季度))?(?:同比|环比|年均|比|较)*{CHANGES}$|(?:同比|环比)(?:[增降涨跌]幅|增速)$"
)
# 签约项目数前三位的是, 签约项目最多的是: who stands first is told, the measure is what is ranked by.
_STANDS = re.compile(
    r"(?:(?:排名|排|列|居|位居|位列|数量)?(?:[前后]|倒数)[一二三四五六七八九十\d]+(?:[位名]的?|的)|(?<=[率额数资目])排名?[前后][一二三四五六七八九十\d]+|最[多高大少低小快慢](?:的)?|排(?:在)?第[一二三四五]的?)"
    r"(?:[区县市]+)?(?:分别|依次)?(?:是|为)?[:(]?$"
)
_MAY_STAND = re.compile("[前后倒最排]")  # quick to tell; the pattern is not


def bare(words: str) -> str:
    """其中签约项目共计 → 签约项目: the words before a figure without those that only lead to it."""
    return without_tail(_FILLERS.sub("", without_place_in_ranking(words)))


def without_tail(words: str) -> str:
    """总投资达到 → 总投资."""
    return _TAIL_FILLERS.sub("", words) if words.endswith(_TAIL_ENDS) else words


_AIM_AT_END = re.compile(
    r"(?<=[一-鿿]{2})的?(?:年度|全年|年|预期|工作)*(?:目标|任务|计划)(?:任务|目标|数|值)?$"
)
OF_A_PHASE = re.compile(r"第?[一二三四]期(?:工程|建设)?")
ONLY_DONE = frozenset(
    ("完成", "实现", "达到", "投入", "已完成", "已实现", "累计完成", "折合", "约合", "折合人民币")
)


def without_aim(words: str) -> str:
    """签约额年度目标 → 签约额: what an aim is of."""
    return _AIM_AT_END.sub("", words)


def without_place_in_ranking(words: str) -> str:
    """签约项目数前三位的是 → 签约项目数."""
    return _STANDS.sub("", words) if _MAY_STAND.search(words) else words


def is_change(words: str) -> bool:
    """Whether the words tell how something changed and not what: 同比增长."""
    return bool(_CHANGED.fullmatch(words))


def without_change(words: str) -> str:
    """楼宇比去年底增加 → 楼宇比去年底."""
    return _CHANGED.sub("", words)


def without_rise(words: str) -> str:
    """比重由12.4%上升到25.8% → 比重."""
    return _RISING.sub("", words)


_RISING = re.compile(r"(?<=[率重额数例值入P量口金资])[由从].*(?:上升|提高|提升|增加|增长|扩大|下降|减少).*$")
