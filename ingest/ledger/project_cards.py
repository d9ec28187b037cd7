"""Reads projects told line by line: a name, and under it 投资方：…, 总投资：…, 建设地点：…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.ledger.milestones import date_told
from ingest.ledger.project_stages import STAGES, stage_told
from ingest.ledger.project_tables import place_told
from ingest.ledger.topics import Scene
from ingest.tables.units import bracketed_unit
from language.quantity import find_quantities
from language.text import fold
from vectorstore.document import Document
from vectorstore.ledger_rows import Project

_PAIR = re.compile(
    r"(?:[-*•·●▪◆■]|[(（]?\d{1,2}[.、)）])?\s*(?P<label>[一-鿿]{2,8}(?:[(（][^()（）]{1,6}[)）])?)\s*[:：]\s*(?P<value>\S.*)"
)
_LABELS = {
    "name": r"(?:招商|投资|合作)?项目(?:名称)?|名称",
    "investor": r"(?:拟?投资|签约|建设|合作|引进|承建)(?:方|主体|企业|单位|商|公司)"
    r"|(?:业主|客商)(?:单位)?|企业名称",
    "investment": r"(?:项目|计划|预计|协议|拟)?(?:总投资|投资总?额|投资规模|签约额|合同额)(?:额|规模|估算)?",
    "place": r"(?:项目|建设|落户|落地|拟建|拟选)?(?:地点|地址|选址|位置|所在地|所在区域)"
    r"|落户(?:地|园区)?|所在(?:区域|地|园区)|选址",
    "industry": r"(?:所属)?(?:产业|行业)(?:类别|领域|类型)?",
    "stage": r"(?:项目|建设|当前|目前|工程)?(?:进展|进度|状态|阶段)(?:情况)?",
    "date": r"(?:签约|开工|投产|竣工)(?:时间|日期)",
    "output": r"(?:主要)?建设(?:内容|规模)(?:及规模)?|项目(?:内容|规模)",
}
_TOLD = frozenset({"investor", "investment", "place", "stage", "date"})
_NUMBERED = re.compile(
    r"^(?:【[^【】]{1,8}】|[(（]?[一二三四五六七八九十\d]{1,3}[)）.、．]|项目[一二三四五六七八九十\d]{1,3}[:：、]?|[^\w《“\"(（]+)\s*"
)
_NO_NAME = re.compile(r"[。;；！!？?，,]|项目(?:清单|名单|介绍|一览|情况|简介)|[:：]$")
_LONGEST_NAME, _LONGEST_LABEL = 40, 24
_SIGNED = re.compile(r"(?:集中|现场)?(?P<stage>签约|开工|投产|竣工)[^。；;\n]{0,12}(?:项目|个)")
_LEAD = 400  # characters before the first card that may tell the stage of all


@dataclass(frozen=True, kw_only=True)
class _Line:
    """A line of a document as printed, and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def card_projects(document: Document, scene: Scene) -> Iterator[Project]:
    """A project for each run of lines that tell two facts of one at least, named by one of them or above.

    `scene` is what a reader knows of the document.
    """
    lines = _lines(document) if _may_tell(document.text) else []
    at, opens = 0, -1
    while at < len(lines):
        end = at
        facts: dict[str, _Line] = {}
        while end < len(lines) and (key := _key(lines[end])) is not None:
            if key and (key in facts or (key == "name" and facts)):
                break
            if key:
                facts[key] = lines[end]
            end += 1
        if len(_TOLD & facts.keys()) >= 2 or ("name" in facts and _TOLD & facts.keys()):
            opens = lines[at].start if opens < 0 else opens
            yield from _project(document, scene, facts, above=lines[max(0, at - 2) : at], opens=opens)
        at = max(end, at + 1)


def _may_tell(text: str) -> bool:
    """Whether two lines begin with a label: most documents have none, and need not be taken apart."""
    found = (
        line.find("：", 0, _LONGEST_LABEL) > 0 or line.find(":", 0, _LONGEST_LABEL) > 0
        for line in text.split("\n")
    )
    return sum(found) > 1


def _lines(document: Document) -> list[_Line]:
    found: list[_Line] = []
    for block in document.blocks:
        if block.kind in ("boilerplate", "table"):
            continue
        at = block.start
        for line in document.text[block.start : block.end].split("\n"):
            if told := line.strip():
                found.append(_Line(text=told, start=at + line.index(told)))
            at += len(line) + 1
    return found


def _key(line: _Line) -> str | None:
    """What a line of a card tells, "" where it is another fact's; None for a line that is no fact."""
    match = _PAIR.fullmatch(line.text)
    if match is None:
        return None
    label = re.sub(r"[(（].*", "", match["label"])
    return next((key for key, pattern in _LABELS.items() if re.fullmatch(pattern, label)), "")


def _project(
    document: Document, scene: Scene, facts: dict[str, _Line], *, above: Sequence[_Line], opens: int
) -> Iterator[Project]:
    def said(key: str) -> str:
        match = _PAIR.fullmatch(facts[key].text) if key in facts else None
        return fold(match["value"]).rstrip("。;,") if match else ""

    heading = above[-1] if above else None
    over = _place_of(above[-2], scene) if len(above) > 1 else ""
    name = said("name") or (_named(heading, scene) if heading else "")
    if not name:
        return
    lines = [*facts.values(), *([] if "name" in facts or heading is None else [heading])]
    first, last = min(lines, key=lambda line: line.start), max(lines, key=lambda line: line.start)
    money = next(iter(find_quantities(said("investment"))), None)
    place = place_told(said("place") or over, scene)
    stage = _stage(said("stage")) if said("stage") else _stage_of_all(document, opens)
    yield Project(
        document_id=document.id,
        document=document.name,
        name=name,
        place=place,
        investor=said("investor"),
        investment=money.value if money else None,
        investment_unit=(money.unit or bracketed_unit(fold(facts["investment"].text))) if money else "",
        stage=stage,
        industry=said("industry"),
        output=said("output"),
        date=date_told(said("date"), document) if said("stage") else "",
        quote=document.text[first.start : last.end],
        start=first.start,
        end=last.end,
    )


def _stage(text: str) -> str:
    return next((one for one, _ in STAGES if text in one.split("/")), "") or stage_told(text)


def _stage_of_all(document: Document, before: int) -> str:
    """会上集中签约项目23个, told before the first of them: the stage of all, where one only is told."""
    lead = f"{document.title}\n{document.text[max(0, before - _LEAD) : before]}"
    told = {stage_told(match["stage"]) for match in _SIGNED.finditer(lead)}
    return told.pop() if len(told) == 1 else ""


def _named(line: _Line, scene: Scene) -> str:
    """The name that the line above a card gives it; "" where it is a sentence, a place or heads many."""
    name = fold(_NUMBERED.sub("", line.text))
    short = 4 <= len(name) <= _LONGEST_NAME and not _NO_NAME.search(name)
    return name if short and scene.places.get(name) is None else ""


def _place_of(line: _Line, scene: Scene) -> str:
    """The place that a line names and nothing else; "" where it names none."""
    place = scene.places.get(fold(_NUMBERED.sub("", line.text)))
    return place.name if place else ""
