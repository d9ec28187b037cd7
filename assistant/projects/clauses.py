"""Which clauses of a sentence tell of one project, of which of its phases, and are they planned or done?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.evidence import Evidence
from assistant.names import core_name
from assistant.wording import tidy
from language.intended import INTENDED
from language.naming import Name, find_names
from language.period import find_periods
from language.period_label import label_dates
from language.text import fold

PHASE = re.compile(r"[一二三四五]期(?!临床|货|间|限)|首期|\d号(?:、\d号)*线")
_PART = re.compile(r"(?:(?!(?<=[）)])、)[^，；。：;:!？！?\n,]|(?<=\d),(?=\d{3}))+[；;]?")
_LISTS = re.compile(  # …；锂电材料园项目建成试生产; no phase or line of the project itself
    r"[；;](?!\d|[一二三四五]期|首期|该|其)[^，；;。]{2,24}?(?:项目|园|基地|中心|工程|城|厂|港|院|楼)[一二三四]?期?[^，；;。]{0,8}"
    r"(?:封顶|开工|投产|试生产|竣工|签约|启动|调试|施工|完工|投用)"
)
ITSELF = re.compile(r"[\s（(]*(?:该|这个|此)(?:项目|公司|企业|基地|平台|园区)")
_ITSELF_ALONE = re.compile(rf"{ITSELF.pattern}|项目(?!的|建设|投资方)")  # 项目最终采用“飞地”项目形式
_PLANNED = re.compile(rf"计划|预计|力争|有望|{INTENDED}|将(?!近)|争取|确保|目标|规划")
_DONE = re.compile(r"已|目前|正在|截至|完成了|最终")
_WHERE = re.compile(r"在[^,，;；。]{2,18}")
_DAY = re.compile(r"(?:(?:20\d\d|今|去)年)?\d{1,2}月(?:\d{1,2}日)?(?:[上下]午)?")
_REPLACED = re.compile(r"原计划|原定|原报道|曾报道|此前口径|不再使用|当时说好|早先")
# 试生产由原定的年底推迟至3月 tells what holds now
_MOVED = re.compile(r"(?:推迟|推延|延期|延后|延迟|顺延|提前|提早|调整|更改|变更|改)[到至为]")
# 格林美扩建由格林美股份投资26亿元, behind what was told of another
_OPENS_ANOTHER = re.compile(r"[一-鿿\d]{4,14}由[一-鿿]{3,16}(?:投资|建设|打造|承建)")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One clause of a sentence about the project: `phase` is the phase it is told of, "" for the whole.

    `day` is the reference date of its document, so that the newest can lead; `planned` marks what was not yet
    done when it was written, and `replaced` what the text itself calls overtaken.
    """

    text: str
    phase: str
    day: str
    evidence: Evidence
    planned: bool = False
    replaced: bool = False

    @property
    def folded(self) -> str:
        """The clause in the form that questions are read in."""
        return fold(self.text)


def clauses_of(evidence: Evidence, cores: set[str]) -> Iterator[Told]:
    """The clauses of the sentence that are told of the project called by one of `cores`, in its order."""
    phase, plan, ours = "", "", _opens_with_it(fold(evidence.text), cores)
    alone = not _LISTS.search(evidence.text)
    for said, closes in _dated(_PART.findall(evidence.text)):
        folded = fold(said)
        overtaken = bool(_REPLACED.search(said)) and not _MOVED.search(
            said
        )  # 原计划落户甲镇，最终…: what follows is no plan
        own = "" if overtaken else _found(_PLANNED, folded)
        plan = own or ("" if overtaken or _DONE.search(said) else plan)
        phase = _found(PHASE, folded).replace("首期", "一期") or phase
        ours = _names_it(said, cores) or (ours and not _names_another(folded, cores))
        ahead = not plan and _is_ahead(folded, evidence.document.reference_date)
        ours = ours and not (_OF_ALL.match(folded) and _is_listed(fold(evidence.text), cores))
        if ours and len(said) >= 2:
            yield Told(
                # 计划11月竣工，明年投产: what is planned of the first is planned of the second
                text=f"预计{said}" if ahead else said if own else f"{plan}{said}",
                phase=phase,
                planned=bool(plan) or ahead,
                day=evidence.document.reference_date,
                evidence=evidence,
                replaced=overtaken,
            )
        if closes:  # 甲园封顶；乙项目投产: the second item of a list tells of another
            plan, ours = "", ours and alone


def _is_ahead(clause: str, written: str) -> bool:
    """今年5月试生产 of a paper of February is not done yet, though no word of it says so."""
    if "月" not in clause or not written:
        return False
    day = date.fromisoformat(written)
    told = [one for one in find_periods(clause, reference=day) if one.role != "comparison"]
    return bool(told) and label_dates(told[-1].label)[0] > day


def _is_listed(sentence: str, cores: set[str]) -> bool:
    """Whether the project is one of several in a row: 甲电池、乙材料、丙纸业等项目，全部达产后年产值…"""
    return any(
        re.search(rf"、{re.escape(core)}|{re.escape(core)}(?:项目)?(?:、|以及|等)", sentence)
        for core in cores
    )


_OF_ALL = re.compile(r"\s*(?:全部|合计|共计|总计|这些|上述|均|都)")


def _dated(parts: list[str]) -> Iterator[tuple[str, bool]]:
    """Each clause with the day that stands alone before it, and whether a semicolon closes it."""
    day = ""
    for part in parts:
        said = tidy(part)
        if _DAY.fullmatch(fold(said)):  # 1月2日，X项目落户: the day belongs to what follows it
            day = f"{said}，"
        elif not (day and _WHERE.fullmatch(fold(said))):  # 7月30日，在赤湖工业园，X项目动工
            yield f"{day}{said}", part.endswith(("；", ";"))
            day = ""


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group() if match else ""


def _names_it(said: str, cores: set[str]) -> bool:
    return any(core in fold(said) for core in cores) or bool(_ITSELF_ALONE.match(said))


def _names_another(folded: str, cores: set[str]) -> bool:
    another = any(is_other(name, cores, folded) for name in find_names(folded))
    return another or bool(_OPENS_ANOTHER.match(folded))


def is_other(name: Name, cores: set[str], text: str) -> bool:
    """Whether another project is named; （二）项目 names none, and what is built (建质检中心) is a part."""
    core = re.sub(r"^[（(\d一二三四五六七八九十）).、]+", "", core_name(name.text))
    if name.kind != "project" or len(core) < 3 or any(core in own or own in core for own in cores):
        return False
    built = r"(?:建|建设|新建|建成|包括|含)[^，。；]{0,30}|位于|落户|[在于至到]"  # or where it stands
    return not re.search(rf"(?:{built})$", text[: name.start])


def _opens_with_it(text: str, cores: set[str]) -> bool:
    """Whether a sentence may tell of the project from its start: 甲项目7月开工；乙项目完成摘牌 tells of 乙
    behind the semicolon alone."""
    first = re.split(r"[；;]", text, maxsplit=1)[0]
    return any(core in first for core in cores) or not any(core in text for core in cores)
