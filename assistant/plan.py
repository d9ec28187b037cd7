"""Which route answers a question? Ledger, projects or passages, tried in the order that fits its form."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.arithmetic import compare_terms, compute
from assistant.figures.bounds import bound_on_values
from assistant.figures.comparison import compare
from assistant.figures.figure_answers import answer_from_ledger
from assistant.figures.remainder import remainder
from assistant.parts import Understand, compare_periods, joined, question_parts
from assistant.passages.counted import answer_counted
from assistant.passages.enumeration import list_organisations
from assistant.passages.extractive import answer_from_text
from assistant.passages.referee import better_told
from assistant.policy import answer_from_policy
from assistant.policy.part_told import answer_under_heading
from assistant.projects.answers import compare_projects, list_projects, ranks_projects
from assistant.projects.facts import answer_about_project
from assistant.question import QuestionFrame
from assistant.refusal import decline, refuse
from language.place_table import cities_with

Route = Callable[[QuestionFrame, Collection], Draft | None]


def answer(frame: QuestionFrame, collection: Collection, *, understand: Understand) -> Draft:
    """The draft of the first route that answers, else of its parts, else a refusal that names the nearest
    thing.

    `understand` reads a part of the question as a question of its own.
    """
    if frame.declined:
        return decline()
    if not collection.documents:
        return Draft(refused=True, refusal="资料库中还没有文献，请先导入文件。")
    absent = absent_places(frame)
    if (
        absent
        and (not frame.places or frame.operation not in ("compare", "rank", "sum", "difference"))
        and not re.search(r"各|和|、|比", frame.text)
    ):
        return refuse(frame, collection, absent=absent)
    if absent and not frame.places:
        return refuse(frame, collection, absent=absent)
    if absent:
        return _with_missing(frame, collection, absent)
    parts = question_parts(frame)
    apart = bool(frame.names) and any(not (part := understand(p)).names and part.places for p in parts)
    if len(frame.names) == 1 and parts and _STAGE_ASKED.search(parts[0]):
        # X建到什么阶段，一年能产多少: the second question is about X too.
        parts = (parts[0], *(f"{frame.names[0]}{p}" if not understand(p).names else p for p in parts[1:]))
        apart = True
    if (figures := _figures_asked_apart(frame, parts, collection, understand)) is not None:
        return figures
    if not apart:
        draft = compare_periods(frame, collection, understand=understand) or _routed(frame, collection)
        if draft is not None:
            return draft
    return _part_by_part(parts, collection, understand) or refuse(frame, collection, absent=absent)


def _figures_asked_apart(
    frame: QuestionFrame, parts: Sequence[str], collection: Collection, understand: Understand
) -> Draft | None:
    """一季度要引进多少？全年50亿元以上的呢？ asks for two figures: a sentence about the second is none."""
    if len(parts) < 2 or not _SEPARATE.search(frame.text.rstrip("？?")):
        return None
    asked = _read_parts(parts, understand)
    numbers = all(part.asks_number or part.operation == "rank" for part in asked)
    first = _routed(asked[0], collection, figures_only=True) if numbers else None
    if first is None:
        return None
    rest = [_routed(part, collection, figures_only=True) or refuse(part, collection) for part in asked[1:]]
    return joined([first, *rest], parts)


def _part_by_part(parts: Sequence[str], collection: Collection, understand: Understand) -> Draft | None:
    """Each part answered or refused as a question of its own; None where none is answered."""
    asked = _read_parts(parts, understand) if parts else []
    drafts = [_routed(part, collection) or refuse(part, collection) for part in asked]
    if drafts and drafts[0].refused and _of_nothing_known(asked[0]):
        # 昊阳项目在哪个区，投资多少: what is told of no one in particular is not told of 昊阳
        drafts = [
            draft if part.places or part.names else refuse(part, collection)
            for part, draft in zip(asked, drafts, strict=True)
        ]
    return joined(drafts, parts)


_SEPARATE = re.compile(r"[？?；;](?=.)")


def _read_parts(parts: Sequence[str], understand: Understand) -> list[QuestionFrame]:
    """Each part as a question; a later one inherits from the first what it leaves out."""
    return [understand(parts[0]), *(understand(part, after=parts[0]) for part in parts[1:])]


def _of_nothing_known(frame: QuestionFrame) -> bool:
    """Whether the question names nothing that the collection knows, so that its subject is a stranger."""
    return not (frame.places or frame.names or frame.period_labels)


_STAGE_ASKED = re.compile(r"阶段|进度|进展|建到|哪天|哪一天|什么时候|何时")


def _routed(frame: QuestionFrame, collection: Collection, *, figures_only: bool = False) -> Draft | None:
    for route in routes(frame):
        if figures_only and route is answer_from_text:
            continue
        if (draft := route(frame, collection)) is not None:
            return better_told(draft, frame, collection) if route is answer_from_ledger else draft
    return None


def _with_missing(frame: QuestionFrame, collection: Collection, absent: tuple[str, ...]) -> Draft:
    """What is known of the places the collection has, and that the others are missing."""
    known = answer_from_ledger(frame, collection) or compare(frame, collection)
    if known is None:
        return refuse(frame, collection, absent=absent)
    return replace(known, notes=(*known.notes, f"资料中没有{'、'.join(absent)}的同类数据，无法比较"))


def absent_places(frame: QuestionFrame) -> tuple[str, ...]:
    """Places asked about of which the collection says nothing at all; the city that tells one district from
    others of its name need not be told of itself."""
    beside = {city for place in frame.places for city in cities_with(place.name)}
    return tuple(name for name in frame.strangers if name not in beside)


def routes(frame: QuestionFrame) -> list[Route]:
    """Routes in order: computing first where an operation is asked, then the ledger for figures, then
    passages."""
    if _REST.search(frame.text):
        return [_of_the_rest]
    if ranks_projects(frame) and not frame.names:
        return [list_projects, _of_the_first]  # a figure of the city is of no project
    if bound_on_values(frame) is not None and not frame.names:
        return [answer_from_policy, list_projects, compare, answer_from_text]
    chosen: list[Route] = [answer_counted, list_projects, list_organisations]
    if frame.operation in ("rank", "compare", "difference"):
        chosen.append(compare_projects)
    if frame.operation in ("sum", "difference", "ratio", "average", "share", "change"):
        chosen.append(compute)
    if (
        len(frame.period_labels) == 2
        and len(frame.places) <= 1
        and frame.operation in ("compare", "rank", "difference", "lookup")
    ):
        chosen.append(compare_terms)
    if (
        frame.operation in ("compare", "rank")
        or (frame.operation == "difference" and len(frame.places) > 1)
        or re.search(
            (
                r"(?:哪些|几个|哪几个|多少个)[^，。？]{0,8}(?:区县|区市|县市|市区|地区)|(?:区县"
                r"|区市|县市区?|市区|县区)(?:（市）|\(市\))?(?:有哪些|有几个|有多少)"
            ),
            frame.text,
        )
        or (len(frame.places) > 1 and frame.asks_number)
    ):
        chosen.append(compare)
    if frame.names:
        chosen.append(answer_about_project)
    if _asks_figure(frame):
        chosen += [answer_from_ledger, remainder]
    if _POLICY.search(frame.text):
        return [answer_from_policy, answer_under_heading, answer_from_text, *chosen]
    chosen.insert(0, answer_from_policy)
    chosen += [answer_under_heading, _of_the_first if _PLACE_RANKED.search(frame.text) else answer_from_text]
    return chosen


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
    r"(?:其余|其他|其它|剩下的?|余下的?)[两二三四五六七八九十\d]*个?(?:县|区|市|乡镇|街道|地区)(?!场)"
)
_POLICY = re.compile(
    r"奖励|补贴|补助|补多少|补几|封顶|给多少|怎么补|扶持|申报|资助|能补|奖多少|退钱|退回|最多给"
)


_PLACE_RANKED = re.compile(
    r"哪(?:个|几个|些)(?:区县|县市区|区市|[区县市]|地方|板块|街道|镇)[^，。？]{0,14}最"
)


def _asks_figure(frame: QuestionFrame) -> bool:
    if _PLACE_RANKED.search(frame.text) and not frame.names:
        return False  # 哪个区投资最多 is not answered by what the city as a whole has
    if frame.numbers and re.search(r"哪一?年的|什么时候的数|哪个时段|何时的", frame.text):
        return True  # 131个是哪一年的数: the row says its period
    if {"date", "person"} & frame.wants and not re.search(r"多少|几[个家项]|数量|总数", frame.text):
        return False
    return (
        frame.asks_number
        or (frame.asks_target and bool(frame.numbers or re.search(r"目标", frame.text)))
        or (frame.asks_reached and bool(frame.numbers))
        or bool(re.search(r"有没有.{0,20}数", frame.text))
    )
