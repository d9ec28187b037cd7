"""Which routes fit the form of a question, and which of them answers?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.arithmetic import compare_terms, compute
from assistant.figures.before import told_before
from assistant.figures.bounds import bound_on_values
from assistant.figures.classes_added import add_classes
from assistant.figures.comparison import compare
from assistant.figures.doings_added import add_doings
from assistant.figures.figure_answers import answer_from_ledger
from assistant.figures.figure_asked import PLACE_RANKED, asks_figure
from assistant.figures.groups import add_groups, asks_groups_together, set_groups_apart, tell_named_groups
from assistant.figures.industries import asks_industries, rank_industries
from assistant.figures.kinds_added import add_kinds
from assistant.figures.left_over import asks_left_over, left_over
from assistant.figures.moved import asks_moved, places_that_moved
from assistant.figures.overview import overview
from assistant.figures.peaks import peak
from assistant.figures.proportion import share_moved, told_proportion
from assistant.figures.ranks import printed_rank
from assistant.figures.remainder import remainder
from assistant.figures.series import list_periods
from assistant.figures.starts import rate_of_starts
from assistant.figures.sums import sum_of_parts
from assistant.figures.table_rows import over_rows
from assistant.figures.told_rank import told_rank
from assistant.figures.told_together import told_together
from assistant.figures.untold import asks_untold, places_untold
from assistant.figures.weighing import asks_aim_alone
from assistant.guards import Route, answers_another
from assistant.operations import Operation
from assistant.passages.boards import tell_board
from assistant.passages.conditional import (
    tell_aim,
    tell_compared,
    tell_first,
    tell_in_period,
    tell_of_city,
    tell_of_place,
    tell_rest,
)
from assistant.passages.counted import answer_counted
from assistant.passages.enumeration import list_organisations
from assistant.passages.extractive import answer_from_text
from assistant.passages.holders import tell_holder
from assistant.passages.marked import tell_marked
from assistant.passages.next_steps import tell_next_steps
from assistant.passages.none_yet import asks_none_yet, tell_none_yet, tell_unmet
from assistant.passages.of_year import aims_in_full, of_year_asked
from assistant.passages.persons import tell_post
from assistant.passages.points import asks_points, tell_points
from assistant.passages.referee import better_told
from assistant.passages.resolved import tell_resolved
from assistant.passages.speeches import tell_said
from assistant.passages.wanting import tell_wants
from assistant.passages.ways import tell_ways
from assistant.passages.winner import asks_winner, tell_winner
from assistant.policy import answer_from_policy
from assistant.policy.part_told import answer_for_aspect, answer_under_heading
from assistant.policy.ranked_rows import rank_rows
from assistant.policy.site import tell_site
from assistant.policy.tier_named import to_tier_named
from assistant.projects.by_place import asks_by_place, count_by_place
from assistant.projects.facts import answer_about_project
from assistant.projects.listing import list_projects, ranks_projects
from assistant.projects.ranked import rank_by_column, ranks_by_column
from assistant.projects.remaining import left_to_invest
from assistant.projects.side_by_side import compare_projects
from assistant.projects.sums import sum_projects
from assistant.question import QuestionFrame
from language.divisions import PARTS, WHOLE
from language.period_label import contains

Asked = Callable[[QuestionFrame], bool]


def routed(frame: QuestionFrame, collection: Collection, *, figures_only: bool = False) -> Draft | None:
    """The draft of the first route that answers, None where none does; with `figures_only`, no passage."""
    for route in _routes(frame):
        if figures_only and route in _OF_PASSAGES:
            continue
        draft = route(frame, collection)
        if draft is not None and route in _OF_PASSAGES:
            draft = to_tier_named(draft, frame, collection)
        if draft is None or answers_another(route, draft, frame, collection):
            continue
        if (of_year := of_year_asked(draft, frame)) is not None:
            if route is answer_from_ledger:
                return _judged(aims_in_full(of_year, frame), frame, collection)
            return of_year
    return None


def _judged(draft: Draft, frame: QuestionFrame, collection: Collection) -> Draft:
    """The row's answer, or the text's where that is better told and answers no other question."""
    told = better_told(draft, frame, collection)
    another = told is not draft and answers_another(answer_from_text, told, frame, collection)
    return draft if another else told


_HEAD_OF_IT = re.compile(r"书记|[省市区县镇乡州旗]长|主任|局长")
_OF_PASSAGES = (answer_from_text, answer_under_heading, tell_first, tell_in_period, tell_of_city)


def _routes(frame: QuestionFrame) -> Sequence[Route]:
    """Routes in order: computing first where an operation is asked, then the ledger for figures, then
    passages."""
    of_points = [tell_points] if asks_points(frame) else []
    for asked, routes in _OF_A_FORM:
        if asked(frame):
            return [*of_points, *routes]
    computing = [route for route, asked in _COMPUTING if asked(frame)]
    if _POLICY.search(frame.text):
        return [*of_points, answer_from_policy, answer_under_heading, answer_from_text, *computing]
    return [
        *of_points,
        tell_said,
        tell_resolved,
        tell_marked,
        tell_board,
        tell_next_steps,
        *([answer_for_aspect] if _DONE.search(frame.text) else []),  # under a heading, all of it
        tell_ways,
        tell_post,
        tell_holder,
        tell_site,
        answer_from_policy,
        tell_wants,
        *computing,
        *_passages(frame),
    ]


def _passages(frame: QuestionFrame) -> Sequence[Route]:
    if asks_aim_alone(frame.text) and (frame.places or re.search(WHOLE, frame.text)):
        return [tell_aim]
    if len(frame.places) > 1 and _COMPARES_AMOUNTS.search(frame.text):
        return [tell_compared]
    of_district = frame.asks_number and len(frame.places) == 1 and frame.places[0].level != "city"
    of_post = "person" in frame.wants and len(frame.places) == 1 and _HEAD_OF_IT.search(frame.text)
    if of_district or of_post:
        return [answer_under_heading, tell_of_place]
    if asks_figure(frame) and len(frame.places) == 1 and frame.operation == "lookup":
        return [answer_under_heading, tell_of_city]
    return [answer_under_heading, tell_first if PLACE_RANKED.search(frame.text) else tell_in_period]


def _always(_frame: QuestionFrame) -> bool:
    return True


def _for(*operations: Operation) -> Asked:
    return lambda frame: frame.operation in operations


def _asks_rest(frame: QuestionFrame) -> bool:
    return _REST.search(frame.text) is not None


def _ranks_by_column(frame: QuestionFrame) -> bool:
    return _ranks_projects(frame) and ranks_by_column(frame)


def _ranks_projects(frame: QuestionFrame) -> bool:
    return ranks_projects(frame) and not frame.names


def _sets_a_bound(frame: QuestionFrame) -> bool:
    return bound_on_values(frame) is not None and not frame.names


def _sets_terms_apart(frame: QuestionFrame) -> bool:
    """Two periods of one place; 四季度开工的项目今年投资多少 names one in the other and sets none apart."""
    compared = frame.operation in ("compare", "rank", "difference", "lookup")
    if len(frame.period_labels) != 2 or len(frame.places) > 1 or not compared:
        return False
    one, other = frame.period_labels
    nested = contains(one, other) or contains(other, one)
    return frame.operation != "lookup" or not nested or _AIM_BESIDE.search(frame.text) is not None


_AIM_BESIDE = re.compile(r"目标|任务")  # 全年目标签约130个，前8个月签了多少


def _asks_which_places(frame: QuestionFrame) -> bool:
    return _WHICH_PLACES.search(frame.text) is not None


def _tells_which_places(frame: QuestionFrame) -> bool:
    """哪些区县进度滞后: told of them, before it is looked for in figures."""
    alone = frame.operation == "lookup" and not frame.asks_number and len(frame.all_period_labels) < 2
    return alone and _asks_which_places(frame)


def _compares_places(frame: QuestionFrame) -> bool:
    several = len(frame.places) > 1 and (frame.operation == "difference" or frame.asks_number)
    return several or frame.operation in ("compare", "rank") or _asks_which_places(frame)


_WHICH_PLACES = re.compile(
    rf"(?:哪些|几个|哪几个|多少个)[^，。？]{{0,8}}(?:{PARTS}|地区)|{PARTS}(?:有哪些|有几个|有多少)"
)
_COMPARES_AMOUNTS = re.compile(
    r"比[^，。？]{1,20}[多少高低大小快慢](?:吗|还是|多少|几|了|$|？|\?)|[多高大快]还是[少低小慢]|相差|差多少|(?:哪个|谁)[^，。？]{0,8}[多少高低大小快慢][？?]?$"
)
_DONE = re.compile(r"做法|举措|打法|高招|经验")
_REST = re.compile(
    r"(?:其余|其他|其它|剩下的?|余下的?)[两二三四五六七八九十\d]*个?(?:县|区|市|旗|州|盟|乡镇|街道|地区)(?!场)"
)
_POLICY = re.compile(
    r"奖励|补贴|补助|贴息|补多少|补几|封顶|给多少|怎么补|扶持|申报|资助|能补|奖多少|退钱|退回|最多给"
    r"|(?:给|补|奖|拿)得?(?:更)?[多高]"
)

# Questions whose form leaves one way to answer them.
_OF_A_FORM: tuple[tuple[Asked, tuple[Route, ...]], ...] = (
    (_asks_rest, (tell_rest,)),
    (asks_winner, (tell_winner, tell_first)),
    (asks_moved, (places_that_moved, tell_first)),
    (asks_untold, (places_untold, tell_first)),
    (asks_none_yet, (tell_none_yet, tell_first)),
    (asks_groups_together, (add_groups, over_rows, answer_from_text)),
    (asks_industries, (over_rows, rank_rows, rank_industries, tell_first)),
    (asks_by_place, (count_by_place, compare, answer_from_ledger, tell_first)),
    (_ranks_by_column, (rank_by_column, tell_first)),
    (_ranks_projects, (list_projects, tell_first)),
    (_sets_a_bound, (answer_from_policy, add_classes, list_projects, compare, answer_from_text)),
)
_COMPUTING: tuple[tuple[Route, Asked], ...] = (
    (tell_unmet, _always),
    (printed_rank, _always),
    (told_rank, _always),
    (peak, _always),
    (told_proportion, _always),
    (share_moved, _always),
    (left_over, asks_left_over),
    (answer_counted, _always),
    (list_projects, _always),
    (list_organisations, _always),
    (compare_projects, _for("rank", "compare", "difference")),
    (told_together, _for("sum")),
    (add_doings, _for("sum")),
    (add_kinds, _for("sum")),
    (over_rows, _for("sum", "average", "rank", "compare")),
    (set_groups_apart, _for("difference")),
    (tell_named_groups, _for("sum", "compare", "rank")),
    (compute, _for("sum", "difference", "ratio", "average", "share", "change")),
    (overview, _always),
    (list_periods, _always),
    (compare_terms, _sets_terms_apart),
    (answer_from_text, _tells_which_places),
    (compare, _compares_places),
    (left_to_invest, lambda frame: bool(frame.names)),
    (answer_about_project, lambda frame: bool(frame.names)),
    (sum_projects, _always),
    (sum_of_parts, asks_figure),
    (answer_from_ledger, asks_figure),
    (remainder, asks_figure),
    (told_before, asks_figure),
    (rate_of_starts, asks_figure),
    (add_classes, asks_figure),
)
