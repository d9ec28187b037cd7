"""Does what a route found answer another question than the one that is asked?"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.collection import Collection
from assistant.doings import asks_fact, of_another_phase, of_another_stage, tells_done
from assistant.draft import Draft
from assistant.figures.arithmetic import compute
from assistant.figures.figure_answers import answer_from_ledger
from assistant.figures.figure_asked import PLACE_RANKED
from assistant.figures.grown import lacks_growth
from assistant.figures.qualifiers import part_within
from assistant.figures.risen import asks_what_was, tells_change
from assistant.figures.share_said import asks_share_of_time
from assistant.figures.spent import tells_total_alone
from assistant.figures.told_rank import lacks_rank
from assistant.figures.trade_told import is_granted_to_another_trade, is_of_another_trade
from assistant.figures.unasked_part import leaves_out_part_asked, of_unasked_part
from assistant.figures.units_asked import sorts_asked
from assistant.figures.weighing import BY_CONTRACT, CONTRACTED
from assistant.passages.conditional import tell_in_period, tell_of_city, tell_of_place
from assistant.passages.counted import answer_counted
from assistant.passages.coverage import is_told_of
from assistant.passages.enumeration import list_organisations
from assistant.passages.extractive import answer_from_text
from assistant.passages.points import asks_points, lacks_points
from assistant.projects.facts import answer_about_project
from assistant.projects.listing import list_projects
from assistant.projects.parks import is_of_another_park
from assistant.projects.sums import sum_projects
from assistant.question import QuestionFrame
from assistant.titled_time import is_titled_by_another
from assistant.told_apart import of_what_holds_now, only_looks_alike
from assistant.versions import asks_for_former
from language.parted import part_measured
from language.quantity import find_quantities, unit_kind
from language.synonyms import synonyms
from language.text import fold

Route = Callable[[QuestionFrame, Collection], Draft | None]
_Judged = Callable[[Route], bool]
_Guard = Callable[[Draft, QuestionFrame, Collection], bool]


def answers_another(route: Route, draft: Draft, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether a guard of the route refuses its draft: the next route is then asked."""
    return any(judged(route) and refuses(draft, frame, collection) for judged, refuses in _GUARDS)


def _of_what_is_untold(_draft: Draft, frame: QuestionFrame, collection: Collection) -> bool:
    return not frame.singled_out and not is_told_of(frame, collection)


def _computed_of_what_is_untold(draft: Draft, frame: QuestionFrame, collection: Collection) -> bool:
    ranks = PLACE_RANKED.search(frame.text)  # of the collection's own districts, which no question names
    return not ranks and _of_what_is_untold(draft, frame, collection)


def _of_another_year(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    asked = {label[:4] for label in frame.period_labels if label[:4].isdigit()}
    told = set(re.findall(r"(20\d\d)年", "".join(statement.text for statement in draft.statements)))
    return frame.asks_number and bool(asked and told) and not asked & told


def _lacks_count(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    """Whether a count is asked for and the first sentence holds none: no number, that of an aim where a fact
    is asked for, or of another doing."""
    if not _COUNT_ASKED.search(frame.text) or draft.refused or draft.rows or not draft.statements:
        return False
    told = fold(draft.statements[0].text)
    counted = any(one.unit and not (one.spelled and one.value == 1) for one in find_quantities(told))
    aimed = asks_fact(frame.text) and _AIMED.search(told) is not None
    return not counted or aimed or of_another_stage(frame.text, told)


def _lacks_part(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    """Whether 其中外资几个 is asked and no statement says 外资."""
    part = part_within(frame.text) if frame.asks_number and _OF_THOSE.search(frame.text) else ""
    told = fold("".join(statement.text for statement in draft.statements))
    return bool(part and told) and not any(name in told.lower() for name in (part, *synonyms(part)))


_OF_THOSE = re.compile("其中|(?:项目|企业)(?:里面?|之?中|当中)")


def _lacks_points(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return asks_points(frame) and lacks_points(draft)


def _of_another_share(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    """Whether 二季度占上半年多少 is asked and what is told is a share of an aim or a plan."""
    return asks_share_of_time(frame) and _SHARE_OF_AIM.search(_first(draft)) is not None


_SHARE_OF_AIM = re.compile(r"占比?[^,，。;；]{0,8}(?:目标|任务|计划)")


def _of_former(_draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return asks_for_former(frame.text)


def _of_another_grade(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    asked, told = _GRADE.findall(frame.text), _told_in_full(draft)
    return bool(asked and _GRADE.search(told)) and not any(grade in told for grade in asked)


def _of_another_phase(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    told = _told_in_full(draft)
    return bool(told) and frame.asks_number and of_another_phase(frame.text, told)


def _told_in_full(draft: Draft, *, first: bool = False) -> str:
    """What a draft, or its first statement, says and quotes, folded; "" where it refuses."""
    if draft.refused:
        return ""
    said = draft.statements[:1] if first else draft.statements
    return fold("".join(one.text + "".join(e.text + e.section for e in one.evidence) for one in said))


def _of_no_change(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return bool(draft.statements) and asks_what_was(frame.text) and not tells_change(_told_in_full(draft))


def _of_aims_alone(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    """Whether what was done in fact is asked for, and every figure quoted was aimed at or foreseen."""
    read = [row.modality for said in draft.statements for each in said.evidence for row in each.figures]
    aims = not draft.refused and bool(read) and all(kind in ("target", "forecast") for kind in read)
    return aims and asks_fact(frame.text)


def _words_an_aim(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return asks_fact(frame.text) and _AIMED.search(_first(draft)) is not None


def _of_capital_used(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    """Whether it is asked what was contracted of 外资, and the first sentence tells what was used."""
    told = _first(draft)
    return bool(told and CONTRACTED.search(frame.text)) and "外资" in told and not BY_CONTRACT.search(told)


def _lacks_growth(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return lacks_growth(draft, frame)


def _lacks_rank(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return lacks_rank(draft, frame)


def _of_total_alone(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return tells_total_alone(draft, frame)


def _of_what_was_done(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return bool(draft.statements) and tells_done(frame.text, _first(draft))


def _of_another_stage(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    told = _told_in_full(draft, first=True)
    return bool(told) and frame.asks_number and of_another_stage(frame.text, told)


def _leaves_out_part(draft: Draft, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether money is asked for of a part, and every amount that is quoted is of all."""
    if sorts_asked(frame.text)[0] != {"money"} or draft.refused or draft.rows:
        return False
    quoted = [row for said in draft.statements for each in said.evidence for row in each.figures]
    amounts = [row for row in quoted if unit_kind(row.unit) == "money"]
    if "到位" in frame.text:  # beside what was signed for, which may be told of the part
        amounts = [row for row in amounts if "到位" in row.metric] or amounts
    return bool(amounts) and all(
        leaves_out_part_asked(row, frame.text, collection.figures_in(row.document_id)) for row in amounts
    )


def _of_a_part_alone(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    """Whether it is asked what all comes to, and every amount of the first sentence is of a part unasked."""
    if not _IN_ALL.search(frame.text) or draft.refused or draft.rows or not draft.statements:
        return False
    quoted = [row for each in draft.statements[0].evidence for row in each.figures]
    amounts = [row for row in quoted if unit_kind(row.unit) == "money"]
    return bool(amounts) and all(
        part_measured(row.metric) and of_unasked_part(row, frame.text) for row in amounts
    )


_IN_ALL = re.compile(r"总(?:投资)?额|总金额")


def _of_another_office(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    """Whether an office in one city (驻南京办事处) is asked about, and the first sentence tells of none."""
    office = _OFFICE_IN.search(frame.text)
    told = _told_in_full(draft, first=True) if office is not None else ""
    return office is not None and bool(told) and office["city"] not in told


_OFFICE_IN = re.compile(r"驻(?P<city>[一-鿿]{2,3}?)市?(?:招商)?(?:办|联络[处站点]|代表处|工作站|分队)")


def _of_all_of_several(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    """Whether one event is asked about, and what is told is of several: “甲节”“乙周”两大活动共签约38个."""
    told = _told_in_full(draft, first=True) if frame.asks_number else ""
    for match in _TOGETHER.finditer(told) if "”" in told else ():
        named = _QUOTED.findall(match["items"])
        if sum(name in frame.text for name in named) == 1 and match["how_many"] not in frame.text:
            return True
    return False


_QUOTED = re.compile(r"“([^”]{2,14})”")
_TOGETHER = re.compile(
    r"(?P<items>(?:“[^”]{2,14}”[、和与]?){2,})(?P<how_many>[两三四五六七八九十](?:大|个|场|项)?)[^，,。；;\d]{0,6}(?:共|合计|总计|累计)"
)


def _first(draft: Draft) -> str:
    return fold(draft.statements[0].text) if draft.statements else ""


def _of_another_trade(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return frame.asks_number and is_of_another_trade(draft, frame)


def _granted_to_another(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return is_granted_to_another_trade(draft, frame)


def _looks_alike(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    return only_looks_alike(draft, frame)


def _lacks_money(draft: Draft, frame: QuestionFrame, _collection: Collection) -> bool:
    """Whether it is asked how many 亿元, or what 签约额 comes to, and what is told names no money at all."""
    of_money = _MONEY_ASKED.search(frame.text) or _AMOUNT_ASKED.search(frame.text)
    if not of_money or draft.refused or draft.rows or not draft.statements:
        return False
    return not any(one.kind == "money" for one in find_quantities(_told_in_full(draft)))


_MONEY_ASKED = re.compile(r"多少[万亿]+[美欧港日]?元")
_AMOUNT_ASKED = re.compile(r"(?:额|投资|资金|产值|营收|税收)(?:是|有|为|达到?|共|一共|总共)?多少[？?]?$")
_AIMED = re.compile(r"力争|确保|目标|计划(?!总?投资)")
_COUNT_ASKED = re.compile(r"多少[个家亿]|(?:签约|引进|落地|开工)了?多少|(?<![那哪])几[个家]")
_GRADE = re.compile(r"(?<![A-Za-z])[A-D甲乙丙丁](?:档|等(?!级)|类|级)")


def _every(_route: Route) -> bool:
    return True


def _only(*routes: Route) -> _Judged:
    return lambda route: route in routes


def _all_but(*routes: Route) -> _Judged:
    return lambda route: route not in routes


# These find something that is like what is asked, whatever is asked; list_projects and sum_projects look for
# the park by themselves.
_BY_LIKENESS = _only(answer_counted, list_organisations, answer_from_ledger)
_OF_PLACES = _only(tell_of_place, tell_of_city, tell_in_period)
_QUOTING = _only(answer_from_ledger, answer_from_text, tell_in_period, tell_of_place, tell_of_city)
_COUNTING_OR_QUOTING = _only(
    answer_counted, answer_from_ledger, answer_from_text, tell_in_period, tell_of_place, tell_of_city
)

# Which routes are judged, by which guard, and of which question it refuses what for an answer.
_GUARDS: tuple[tuple[_Judged, _Guard], ...] = (
    (_BY_LIKENESS, _of_what_is_untold),  # 第一胎平均多久, of which no paper tells: 平均每间157元
    (_only(compute), _computed_of_what_is_untold),  # the same; a rank of districts is of all that are told
    (_only(answer_about_project), _of_another_year),  # 2025年投资多少: 2023年投资3亿元
    (_all_but(list_projects, sum_projects), is_of_another_park),  # 新桥园区几家: another's; lists know it
    (_OF_PLACES, _lacks_count),  # 引进几个: one example
    (_QUOTING, _lacks_money),  # 意向采购额多少亿美元: 增长超过30%
    (_every, _of_no_change),  # 保护期原来是多少天: 180天, of which nobody says what it was before
    (_every, of_what_holds_now),  # 旧政策奖多少: what the paper grants that replaced it
    (_every, _lacks_points),  # 加几分: whom the rule is for
    (_QUOTING, _of_another_share),  # 二季度占上半年多少: 占年度计划的66.7%
    (_only(answer_from_ledger), _of_former),  # 原政策多少: rows do not tell which amount held when
    (_every, _of_another_grade),  # C档奖多少: A档奖50万元
    (_every, _of_another_phase),  # 二期投资多少: 总投资30亿元
    (_every, _of_aims_alone),  # 实际签约多少: figures that were aimed at
    (_COUNTING_OR_QUOTING, _words_an_aim),  # 实际签约多少: 力争签约30个
    (_QUOTING, _of_capital_used),  # 合同外资多少: 实际利用外资5.83亿美元
    (_QUOTING, _lacks_growth),  # 甲市到位资金增长多少: 甲市152.7亿元
    (_QUOTING, _lacks_rank),  # 到位资金在全市排第几: 到位资金56.3亿元，增长8.9%
    (_QUOTING, _of_total_alone),  # 累计完成投资多少: 总投资25亿元的甲项目签约
    (_QUOTING, _of_what_was_done),  # 没开工的有多少: 已开工30个
    (_QUOTING, _of_another_stage),  # 签约项目总投资多少: 在谈项目拟投资150亿元
    (_QUOTING, _lacks_part),  # 其中外资几个: 签约项目161个，其中工业项目147个
    (_QUOTING, _leaves_out_part),  # 集成电路项目投资多少: 签约70个，总投资2086亿元
    (_QUOTING, _of_a_part_alone),  # 签约总额多少: 外资项目12个，正式合同额267亿元
    (_QUOTING, _of_another_trade),  # 轴承产业链产值多少: 胡柚产业链's
    (_every, _granted_to_another),  # 物流企业租金补多少: 对租用厂房的光电企业
    (_QUOTING, _of_all_of_several),  # 消费节签约几个: 三大活动共签约38个
    (_QUOTING, _of_another_office),  # 驻南京办事处签了多少: the one in 深圳
    (_QUOTING, _looks_alike),  # 第六届, 亿元以上: 第五届, 5亿元以上
    (_QUOTING, is_titled_by_another),  # 三季度开工几个: a paper headed 四季度集中开工
)
