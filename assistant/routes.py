"""Which routes fit the form of a question, and which of them answers?"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.evidence import Evidence
from assistant.figures.arithmetic import compare_terms, compute, sum_of_parts
from assistant.figures.bounds import bound_on_values
from assistant.figures.comparison import compare
from assistant.figures.figure_answers import answer_from_ledger
from assistant.figures.industries import asks_industries, rank_industries
from assistant.figures.operands import GROUP
from assistant.figures.overview import overview
from assistant.figures.peaks import peak
from assistant.figures.ranks import printed_rank
from assistant.figures.remainder import remainder
from assistant.figures.series import list_periods
from assistant.figures.starts import rate_of_starts
from assistant.figures.table_rows import over_rows
from assistant.figures.weighing import asks_aim_alone
from assistant.figures.whole import asks_share_of_whole
from assistant.passages.counted import answer_counted
from assistant.passages.coverage import is_told_of
from assistant.passages.enumeration import list_organisations
from assistant.passages.extractive import answer_from_text
from assistant.passages.persons import tell_post
from assistant.passages.referee import better_told
from assistant.passages.ways import tell_ways
from assistant.policy import answer_from_policy
from assistant.policy.part_told import answer_under_heading
from assistant.policy.ranked_rows import rank_rows
from assistant.policy.site import tell_site
from assistant.projects.facts import answer_about_project
from assistant.projects.listing import list_projects, ranks_projects
from assistant.projects.ranked import rank_by_column, ranks_by_column
from assistant.projects.side_by_side import compare_projects
from assistant.projects.sums import sum_projects
from assistant.question import QuestionFrame
from language.divisions import PARTS
from language.text import fold

Route = Callable[[QuestionFrame, Collection], Draft | None]


def routed(frame: QuestionFrame, collection: Collection, *, figures_only: bool = False) -> Draft | None:
    """The draft of the first route that answers, None where none does; with `figures_only`, no passage."""
    for route in _routes(frame):
        if figures_only and route in (answer_from_text, answer_under_heading, _of_the_first):
            continue
        if (draft := route(frame, collection)) is not None:
            if route in _BY_LIKENESS and not frame.singled_out and not is_told_of(frame, collection):
                continue
            return better_told(draft, frame, collection) if route is answer_from_ledger else draft
    return None


# These find something that is like what is asked, whatever is asked: 平均每间157元 for 第一胎平均多久.
_BY_LIKENESS = (answer_counted, list_organisations, compute, answer_from_ledger)


def _routes(frame: QuestionFrame) -> list[Route]:
    """Routes in order: computing first where an operation is asked, then the ledger for figures, then
    passages."""
    if _REST.search(frame.text):
        return [_of_the_rest]
    if asks_industries(frame):
        return [over_rows, rank_rows, rank_industries, _of_the_first]
    if ranks_projects(frame) and not frame.names:
        return [rank_by_column if ranks_by_column(frame) else list_projects, _of_the_first]
    if bound_on_values(frame) is not None and not frame.names:
        return [answer_from_policy, list_projects, compare, answer_from_text]
    chosen: list[Route] = [printed_rank, peak, answer_counted, list_projects, list_organisations]
    if frame.operation in ("rank", "compare", "difference"):
        chosen.append(compare_projects)
    if frame.operation in ("sum", "average", "rank", "compare"):
        chosen.append(over_rows)
    if frame.operation in ("sum", "difference", "ratio", "average", "share", "change"):
        chosen.append(compute)
    chosen += [overview, list_periods]
    if (
        len(frame.period_labels) == 2
        and len(frame.places) <= 1
        and frame.operation in ("compare", "rank", "difference", "lookup")
    ):
        chosen.append(compare_terms)
    which = _WHICH_PLACES.search(frame.text)
    alone = frame.operation == "lookup" and not frame.asks_number and len(frame.all_period_labels) < 2
    if which and alone:
        chosen.append(answer_from_text)  # 哪些区县进度滞后: told of them, before it is looked for in figures
    if (
        frame.operation in ("compare", "rank")
        or (frame.operation == "difference" and len(frame.places) > 1)
        or which
        or (len(frame.places) > 1 and frame.asks_number)
    ):
        chosen.append(compare)
    if frame.names:
        chosen.append(answer_about_project)
    chosen.append(sum_projects)
    if _asks_figure(frame):
        chosen += [sum_of_parts, answer_from_ledger, remainder, rate_of_starts]
    if _POLICY.search(frame.text):
        return [answer_from_policy, answer_under_heading, answer_from_text, *chosen]
    chosen[:0] = [tell_ways, tell_post, tell_site, answer_from_policy]
    if asks_aim_alone(frame.text) and frame.places:
        return [*chosen, _of_an_aim]
    if frame.asks_number and len(frame.places) == 1 and frame.places[0].level != "city":
        return [*chosen, answer_under_heading, _of_the_place]
    chosen += [answer_under_heading, _of_the_first if _PLACE_RANKED.search(frame.text) else answer_from_text]
    return chosen


_WHICH_PLACES = re.compile(
    rf"(?:哪些|几个|哪几个|多少个)[^，。？]{{0,8}}(?:{PARTS}|地区)|{PARTS}(?:有哪些|有几个|有多少)"
)


def _of_an_aim(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """达茂旗2024年目标多少: what the text says must be of that place, and an aim."""
    draft = answer_from_text(frame, collection)
    told = draft is not None and all(
        re.search(r"目标|任务|力争|计划|确保|尽快|到20\d\d年", s.text)
        and any(place.short in s.text or place.level != "district" for place in frame.places)
        for s in draft.statements[:1]
    )
    return draft if told else None


def _of_the_place(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """靖边县到位资金多少: of a sentence on several districts, the words shown must name the asked one."""
    draft = answer_from_text(frame, collection)
    if draft is None or not draft.statements:
        return draft
    first, asked = draft.statements[0], frame.places[0]
    if not any(_is_told_near(asked.short, evidence, collection) for evidence in first.evidence):
        return None
    told = {m.place.name for e in first.evidence for m in collection.places.find(fold(e.text))}
    others = told - {asked.name, asked.city}
    return None if len(others) > 1 and asked.short not in fold(first.text) else draft


_NEAR = 300


def _is_told_near(name: str, evidence: Evidence, collection: Collection) -> bool:
    """Whether the place is named in the sentence, before it, or by the title."""
    text = collection.text(evidence.document.id)
    return name in evidence.document.title or name in text[max(0, evidence.start - _NEAR) : evidence.end]


def _of_the_first(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """总投资最大的项目, 哪个区投资最多: where nothing computes it, the text must say that one is."""
    draft = answer_from_text(frame, collection)
    return draft if draft is not None and any(_FIRST.search(s.text) for s in draft.statements) else None


_FIRST = re.compile(r"最|居首|第一|首位|领先|领跑|前列|榜首|排名|前[两三四五]")


def _of_the_rest(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """其余三县签了多少: no row is filed under the rest, and what the text says must be of it."""
    draft = answer_from_text(frame, collection)
    told = draft is not None and any(_THE_REST.search(s.text) for s in draft.statements)
    return draft if told else None


_THE_REST = re.compile(r"其余|其他|其它|剩下|余下")
_REST = re.compile(
    r"(?:其余|其他|其它|剩下的?|余下的?)[两二三四五六七八九十\d]*个?(?:县|区|市|旗|州|盟|乡镇|街道|地区)(?!场)"
)
_POLICY = re.compile(
    r"奖励|补贴|补助|贴息|补多少|补几|封顶|给多少|怎么补|扶持|申报|资助|能补|奖多少|退钱|退回|最多给"
    r"|(?:给|补|奖|拿)得?(?:更)?[多高]"
)


_PLACE_RANKED = re.compile(
    rf"哪(?:个|几个|些)(?:{PARTS}|[区县市旗州盟]|地方|板块|街道|镇)[^，。？]{{0,14}}最"
    r"|(?:最[多大高少小低快慢好差]|第[一二三四五六七八九十])的(?:是)?(?:哪(?:个|几个|些)|谁)(?!项目)"
)


_PROJECTS_NAMED = re.compile(
    r"亿元?(?:以上|以下)?的[一-鿿]{0,6}项目[？?]?$|项目(?:都)?(?:有|是|分别是)?哪[些几]"
    r"|哪[些几]个?[^，。？]{0,10}项目[？?。]?$"
)
_HOW_OFTEN = re.compile(
    r"多久|多长时间|隔几|每几|几(?:天|周|个?月|个?季度|年)(?:一次|一回|开|报|会商|调度|通报)"
)


def _asks_figure(frame: QuestionFrame) -> bool:
    if asks_share_of_whole(frame):
        return False  # worked out or printed as such: how it grew is no share
    if _PLACE_RANKED.search(frame.text) and not frame.names:
        return False  # 哪个区投资最多 is not answered by what the city as a whole has
    if frame.numbers and re.search(r"哪一?年的|什么时候的数|哪个时段|何时的", frame.text):
        return True  # 131个是哪一年的数: the row says its period
    if _HOW_OFTEN.search(frame.text) and not re.search(r"多少|几[个家项]|数量|总数", frame.text):
        return False  # 多久会商一次: no count beside it is meant
    if {"date", "person"} & frame.wants and not re.search(r"多少|几[个家项]|数量|总数", frame.text):
        return False
    if GROUP.search(frame.text) and len(frame.places) < 2:
        return False  # 南部六县共签约多少: no one of them has what they have together
    if _PROJECTS_NAMED.search(frame.text) and not re.search(r"多少|几[个家项]", frame.text):
        return False  # 总投资50亿元以上的项目有哪些 asks for names
    return (
        frame.asks_number
        or (frame.asks_target and bool(frame.numbers or re.search(r"目标", frame.text)))
        or (frame.asks_reached and bool(frame.numbers))
        or bool(
            re.search(r"有没有.{0,20}数|(?:同比|环比|增速|增幅|涨幅).{0,4}(?:怎么样|如何|怎样)", frame.text)
        )
    )
