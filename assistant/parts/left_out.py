"""Which parts of a question does the answer to the whole leave out, and what is told of them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.words_asked import measure_terms
from assistant.parts.beside import is_near, told_beside
from assistant.parts.read import Understand, read_parts
from assistant.question import QuestionFrame
from assistant.routes import routed
from language.period_label import period_text
from language.quantity import find_quantities


def with_later_parts(
    draft: Draft, parts: Sequence[str], collection: Collection, understand: Understand
) -> Draft:
    """签约多少个？总额多少？ what the first answer leaves out of the other parts, from the same documents."""
    if len(parts) < 2 or draft.refused or draft.rows:
        return draft
    if len(draft.statements) > 1 or any(statement.derived for statement in draft.statements):
        return draft  # told at length or worked out of what the parts ask
    cited = frozenset(e.document.id for statement in draft.statements for e in statement.evidence)
    statements = draft.statements
    for number, part in enumerate(read_parts(parts, understand)):
        more = routed(part, collection)
        if more is None or more.refused or more.rows:
            continue
        if more.statements[0].evidence[0].document.id in cited:
            told = _with(more.statements[0], statements, part)
            statements = told if number else tuple(sorted(told, key=lambda each: each in statements))
    return replace(draft, statements=statements)


def _with(new: Statement, told: tuple[Statement, ...], asked: QuestionFrame) -> tuple[Statement, ...]:
    """What is told and a statement that adds to it, which stands in place of what it says in more words."""
    said = "".join(statement.text for statement in told)
    if _bare(new.text) in said:
        return told
    if shorter := [each for each in told if _bare(each.text) in new.text]:
        return tuple(new if each is shorter[0] else each for each in told if each not in shorter[1:])
    says_more = not asked.asks_number and _says(asked, new.text) > _says(asked, said)
    return (*told, new) if says_more or _adds(new.text, [said], asked) else told


def _says(asked: QuestionFrame, text: str) -> int:
    return sum(term in text for term in asked.terms)


def _bare(statement: str) -> str:
    """What a statement of the ledger tells, without whose and when."""
    return statement.rpartition("：")[2]


def with_every_part(
    draft: Draft, parts: Sequence[str], collection: Collection, understand: Understand
) -> Draft:
    """签约多少个，总额多少，谁牵头: what the whole leaves out of the parts, from its documents."""
    if len(parts) < 2 or draft.refused or len(draft.statements) > _MOST_TOLD:
        return draft
    if max(map(len, parts[1:])) > _MOST_PART:
        return draft
    shown = [*(s.evidence for s in draft.statements), *(row.evidence for row in draft.rows)]
    cited = {evidence.document.id for each in shown for evidence in each}
    asked = read_parts(parts, understand)
    if (apart := _each_by_itself(draft, asked, cited, collection)) is not None:
        return apart
    before: list[Statement] = []
    after: list[Statement] = []
    told = [statement.text for statement in draft.statements] + ["，".join(row.cells) for row in draft.rows]
    for n, part in enumerate(asked):
        if n and _tells_measure(told, part):
            continue
        more: Sequence[Statement] = _told_of_part(part, collection)
        own = part.names or any(place.short in parts[n] for place in part.places)
        if n and part.asks_number and not own:
            near = [each for evidence in shown for each in evidence]
            more = told_beside(part, more, near, collection, said="".join(told))
        found = [
            s
            for s in more
            if {e.document.id for e in s.evidence} <= cited
            and _adds(s.text, told, part)
            and (n or not _amounts(s.text) & _amounts("".join(told)))  # 70个 in a longer sentence
        ]
        unsaid = any(term not in "".join(told) for term in part.terms)
        if not found and (n or unsaid):
            found = _in_the_same_passage(part, draft, collection)
        (after if n else before).extend(found)
        told += [statement.text for statement in found]
        shown += [statement.evidence for statement in found]
    held = _figures("".join(each.text for each in before))
    kept = [each for each in draft.statements if not _figures(each.text) or not _figures(each.text) <= held]
    return replace(draft, statements=(*before, *kept, *after)) if before or after else draft


def _in_the_same_passage(part: QuestionFrame, draft: Draft, collection: Collection) -> list[Statement]:
    """发债多少，什么时候开工: the sentence of the one thing told, where it answers this part too, or one near
    it that says what this part asks: 衍生了几只基金，下一步做什么."""
    if part.asks_number or len(draft.statements) > 1 or not _SOMETHING_ASKED.search(part.text):
        return []
    more = routed(part, collection)
    if more is None or more.refused or more.rows:
        return []
    first, told = more.statements[0], draft.statements[0]
    shown = {(each.document.id, each.start) for each in told.evidence}
    same = {(each.document.id, each.start) for each in first.evidence} <= shown
    spans = [(each.document.id, each.start, each.end) for each in told.evidence]
    apart = part.names and any(term in first.text for term in part.terms) and is_near(first, spans)
    return [first] if (same or apart) and _bare(first.text) not in told.text else []


_SOMETHING_ASKED = re.compile("什么|哪|何时|谁|怎么|如何")


def _each_by_itself(
    draft: Draft, asked: Sequence[QuestionFrame], cited: set[str], collection: Collection
) -> Draft | None:
    """签约多少个，开工了多少: one figure for each part of one place and time, where the whole tells the first
    part by another of its kind (开工 counts as signed, too); None where it tells the first."""
    if draft.rows or not all(part.asks_number and part.places for part in asked):
        return None
    first = _told_of_part(asked[0], collection)
    whole = "".join(statement.text for statement in draft.statements)
    if len(first) != 1 or not _figures(first[0].text) - _figures(whole):
        return None
    found = [*first, *(each for part in asked[1:] for each in _told_of_part(part, collection))]
    one_row = all(len(each.evidence) == 1 and not each.derived for each in found)
    if (
        len(found) < len(asked)
        or not one_row
        or not {each.evidence[0].document.id for each in found} <= cited
    ):
        return None
    alike = len({each.text.partition("：")[0] for each in found}) == 1  # whose, and of when
    return replace(draft, statements=tuple(dict.fromkeys(found))) if alike else None


def _tells_measure(told: Sequence[str], part: QuestionFrame) -> bool:
    """Whether the answer gives the measure that the part asks for: 5亿元以上项目92个，到位资金267亿元."""
    if _OF_IT.search(part.text):
        return False
    terms = [term for term in measure_terms(part) if len(term) > _A_WORD and not _FAIR.fullmatch(term)]
    return bool(terms) and all(
        any(re.search(rf"{_OF_ALL}{re.escape(term)}[^，。；\d]{{0,3}}\d", each) for each in told)
        for term in terms
    )


# 先进制造业总投资231.9亿元 is not the 总投资 of all
_OF_ALL = (
    r"(?:^|(?<=[^一-鿿])|(?<=[个项家元套人市区县州省率长加])|(?<=计划|协议|合同|项目|实际|累计|完成|实现))"
)


_OF_IT = re.compile(r"其中|占|比[重例]|[增降]|同比|目标|任务|完成|差|率")
_FAIR = re.compile("[一-鿿]{2,12}(?:会|节|展)")  # where it was signed, which is told once
_A_WORD = 2  # characters of 签约 and 项目, which many figures are told with


def _told_of_part(part: QuestionFrame, collection: Collection) -> tuple[Statement, ...]:
    """What one part is answered with, where that is a figure, a fact of a project or whoever is in charge."""
    if not (part.asks_number or part.names or "person" in part.wants or _BODY_ASKED.search(part.text)):
        return ()
    draft = routed(part, collection, figures_only=part.asks_number)
    return () if draft is None or draft.refused or draft.rows else draft.statements[:1]


def _adds(text: str, told: Sequence[str], asked: QuestionFrame) -> bool:
    """Whether a statement tells a figure, a fact of a project, or who is in charge, that is not told yet."""
    known = "".join(told)
    of_project = any(text.startswith(f"{name}：") for name in asked.names)
    if not (asked.asks_number or of_project):
        return bool(_IN_CHARGE.search(text)) and not _IN_CHARGE.search(known)
    if len({_owner_of(each) for each in (text, *told)} - {""}) > 1:
        return False
    terms = [term for term in asked.terms if term != "计划"]  # 计划投资额 is 投资额 in the ledger
    told_then = (
        terms
        and all(re.search(f"{_OF_ALL}{re.escape(term)}", known) for term in terms)
        and not _is_of_another_time(text, known, asked)
    )
    if told_then and _kinds(text) <= _kinds(known):
        return False  # 前期项目总投资210亿元 is told: what else a 总投资多少 finds is another's
    if new := _figures(text):
        again = any(len(_bare(each)) > _TOLD_AGAIN and _bare(each) in text for each in told)
        return bool(new - _figures(known)) and not again
    facts = re.split(r"[，；]", text.split("：", 1)[-1])
    return of_project and any(fact.strip("。") not in known for fact in facts)


def _is_of_another_time(text: str, known: str, asked: QuestionFrame) -> bool:
    """Whether a statement is of a time that is asked about and told of nowhere yet: and of 2020?"""
    labels = [period_text(period.label) for period in asked.periods_asked if period.dated]
    return any(label in text and label not in known for label in labels)


def _figures(text: str) -> set[tuple[Decimal, str]]:
    """The figures and the ranks of a text."""
    ranks = {(Decimal(0), rank) for rank in _RANK.findall(text)}
    return ranks | {each.base() for each in find_quantities(text) if each.kind not in ("bare", "duration")}


def _amounts(text: str) -> set[tuple[Decimal, str]]:
    """The figures of a text but for size classes: 亿元以上."""
    told = (each for each in find_quantities(text) if not each.spelled)
    return {each.base() for each in told if each.kind not in ("bare", "duration")}


_RANK = re.compile(r"第[一二三四五六七八九十\d]+(?=[位名，。,]|$)")


def _kinds(text: str) -> set[str]:
    """The kinds of the numbers in a text; 10828人 beside 3107家 is another kind of count."""
    return {"persons" if each.unit in _PERSONS else each.kind for each in find_quantities(text)}


_PERSONS = frozenset("人名位")


def _owner_of(statement: str) -> str:
    """Whose figures a statement of the ledger tells: 株洲市 of 株洲市2025年上半年：…; "" for a sentence."""
    owned = _OWNED.match(statement)
    return owned["owner"] if owned else ""


_OWNED = re.compile(r"(?P<owner>[^，。：\d]{2,16})(?:20\d\d年[^：，。]{0,12})?：")
_IN_CHARGE = re.compile(r"牵头|负责|(?<!不予)受理|初审|主管|分管|责任单位|组长|担任|发起|主办|承办")
_TOLD_AGAIN = 8  # characters of a statement that a longer one repeats
_BODY_ASKED = re.compile(r"(?:哪个|哪些|什么)(?:部门|单位|局)")
_MOST_TOLD, _MOST_PART = 2, 24  # statements of an answer at length; characters of what is asked in passing
