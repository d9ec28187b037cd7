"""What does a sentence go on with? The project it means by 该项目, the company introduced before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.ledger.items import labelled_project
from ingest.ledger.named import Named
from ingest.ledger.narration import Line
from ingest.ledger.organisations import Organisations
from ingest.ledger.project_stages import common_stage, is_numbered, stage_headed
from language.value import value
from vectorstore.ledger_rows import Project

_OPENS = (
    r"^(?:[“”\"、\s]|据(?:了解|悉|介绍)|会议(?:明确|指出|认为|强调|要求|决定|议定|同意|听取)|目前|其中|同时|此外|今年|去年|明年|到?\d{4}年|"
    r"\d{1,2}月(?:\d{1,2}日)?|[上下]半年|如今|,)*"
)
_AGAIN = re.compile(
    rf"{_OPENS}(?P<it>(?:该|这一|这个|此)(?:[一-鿿]{{2,6}})?(?:项目|工程|基地|产业园|园区)|"
    r"项目(?=由|总|计划|拟|规划|占地|用地|建成|全部|达产|投产|一期|二期|分|主要|目前|已|预计|现|正|将|自|于|从|投资|业主|位于|选址|落户|新建|建设|整体|主体|在)"
    r"|其(?=总投资|计划投资|投资方|一期))"
)
_AGAIN_COMPANY = re.compile(
    rf"{_OPENS}(?P<it>(?:该|这家)(?:公司|企业)|公司(?=计划|将|拟|由|总|注册|预计|目前))"
)
_IS_COMPANY = re.compile(r"(?:公司|集团|企业)$")
_THESE = r"这(?:些|批|[\d一二三四五六七八九十]+个)"
_GOES_ON = re.compile(
    rf"(?:其中|包括|包含|涵盖|签约|新签|开工|动工|{_THESE}|此次|本批|本次|上述|现场|会上|[①-⑳]|\d+[.、])"
)
# A new paragraph that still tells of the projects counted before it: 这7个项目分别为…; 产业项目中，既有…
_POINTS_BACK = re.compile(rf"(?:{_THESE}|上述|本批)[^,;。]{{0,6}}项目|[一-鿿]{{2,6}}项目中,[既有包]")
_INTRODUCES = 40
_SETTLES = re.compile(
    r"落户|投资|集聚地|阵地|布局|入驻|首选|总部|合作|签约|深耕|加码|增资|牵手|携手|项目|基地"
)
_REPORTS = re.compile(r"显示|表示|介绍|指出|认为|预测|说|考察|调研|座谈|拜访|走访|参观|出席|参加")


_QUOTED = re.compile(r"“[^”]*”?$")
_SPEAKER = re.compile(
    r"[^,;。]{0,4}(?:该|这个|本)?项目(?:部|现场|公司|建设)?(?:经理|负责人|总工|技术|相关|施工|业主)"
)


def again(line: Line, project: str, *, follows: str = "", headed: bool = False) -> Named | None:
    """The place where a sentence that names no project takes up the last one, or None; `follows` is the next
    sentence, which may tell who speaks of it (“3号车间主体已封顶。”该项目经理介绍); `headed` is all below a
    heading of the project's own."""
    if not project:
        return None
    if _QUOTED.match(line.text) and _SPEAKER.match(follows.lstrip("” ")):
        return Named(name=project, start=0, end=0)
    if headed:
        return Named(name=project, start=0, end=0)
    match = _AGAIN.match(line.text)
    if match is None and _IS_COMPANY.search(project):
        match = _AGAIN_COMPANY.match(line.text)
    return Named(name=project, start=match.start("it"), end=match.end("it")) if match else None


@value
class Thread:
    """What a sentence may go on with.

    The one project named last ("" where several were), the company that a short sentence introduced with the
    place it is said to have settled in, and the stage of projects that were counted before they are named
    (集中签约项目7个。其中…) or headed as a list (`listed`: 签约项目名单：).
    """

    project: str = ""
    host: str = ""
    site: str = ""
    stage: str = ""
    date: str = ""
    listed: str = ""

    def at(self, line: Line) -> Thread:
        """What still holds at the start of a line: a new paragraph keeps only the project."""
        if not line.opens:
            return self
        listed = self.listed if is_numbered(line.text) or labelled_project(line.text) else ""
        goes_on = Thread(project=self.project, listed=listed)
        points = self.stage and _POINTS_BACK.match(line.text)
        return replace(goes_on, stage=self.stage, date=self.date) if points else goes_on

    def staged(self, row: Project, line: Line) -> Project:
        """The row with the stage of the count before it, where its sentence goes on with that count."""
        planned = row.stage == "计划" and labelled_project(line.text)  # 在建项目：甲厂：…，预计明年投产
        settles = (row.stage, self.listed) == ("落户/注册", "签约")
        if self.listed and (not row.stage or planned or settles):
            return replace(row, stage=self.listed)
        goes_on = _GOES_ON.match(line.text) or _POINTS_BACK.match(line.text)
        shared = self.stage and not row.stage and goes_on
        return replace(row, stage=self.stage, date=self.date) if shared else row

    def host_of(self, row: Project, line: Line, known: Organisations) -> str:
        """The introduced company, where the sentence names no other or a subsidiary that shares its name."""
        if not self.host:
            return ""
        others = [name for name in known.named_in(line.text) if name != self.host]
        if not others:
            return self.host
        return self.host if all(other in row.name and _shares(other, self.host) for other in others) else ""

    def sited(self, row: Project, line: Line) -> Project:
        """The row in the place of the introduced company that invests, where its sentence names none."""
        hosted = self.site and row.investor and row.investor == self.host
        district = any(one.place.level in ("district", "zone") for one in line.cast.mentions)
        return replace(row, place=self.site) if hosted and not district else row

    def after(self, line: Line, named: Sequence[Named], known: Organisations) -> Thread:
        """The thread after a sentence."""
        stage, date = common_stage(line)
        stage, date = (stage, date) if stage else (self.stage, self.date)
        project, host, site = self.project, self.host, self.site
        if named:
            project = named[0].name if len(named) == 1 else ""
        elif (host or _introduces(line.text)) and (companies := known.named_in(line.text)):
            host = companies[0] if len(companies) == 1 and _introduces(line.text) else ""
            site = _settled_in(line) if host else ""
        listed = stage_headed(line.text) or self.listed
        return Thread(project=project, host=host, site=site, stage=stage, date=date, listed=listed)


def _settled_in(line: Line) -> str:
    """The one place in which a sentence says that something settled: 落户市南区的宁德时代."""
    said = [one.place.name for one in line.cast.mentions if _SETTLED.search(line.text[: one.start])]
    return said[0] if len(said) == 1 else ""


_SETTLED = re.compile(r"(?:落户|落地|入驻|扎根|布局|位于)(?:在|于|到)?$")


def _introduces(text: str) -> bool:
    return len(text) <= _INTRODUCES and bool(_SETTLES.search(text)) and not _REPORTS.search(text)


def _shares(one: str, other: str) -> bool:
    """Whether two names share two characters in a row: 时代电服 and 宁德时代."""
    return any(one[at : at + 2] in other for at in range(len(one) - 1))
