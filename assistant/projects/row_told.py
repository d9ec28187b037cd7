"""What does a project's row in a list say under the columns that a question asks for?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.evidence import Evidence
from assistant.figures.spent import asks_one_term
from assistant.passages.written_table import WrittenRow, written_rows
from assistant.projects.story import project_evidence
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.pattern import pattern
from language.text import Span, fold
from language.words import words
from vectorstore.ledger_rows import Project
from vectorstore.projects import MergedProject

WHY = pattern(r"为什么|为何|为啥|原因|怎么(?:还)?没")
_REMARK = pattern(r"备注|原因|说明|问题|困难|制约")
_SPENT_COLUMN = pattern(r"已投(?!产)|完成投资|完成额|到位|投资完成|累计投资")
_STATE = pattern(r"状态|阶段|进度|进展|程度|怎么样|到哪")
_STATE_COLUMN = pattern(r"进度|状态|阶段|进展|形象")
_GENERAL = frozenset(
    "项目 投资 名称 情况 简称 单位 其中 规模 数量 总投资 年度 计划 时间 日期 产业 行业".split()
)
_YEAR = pattern(r"20\d\d")


def told_in_list(project: MergedProject, frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The cells that the question asks for, each under its column's name, from the newest list that names the
    project; None where no column is asked for or its cell is empty."""
    for source in sorted(project.sources, key=lambda row: _day(row, collection), reverse=True):
        row = _row_of(source, collection)
        if row is None:
            continue
        own = project_evidence(source, collection)
        amounts = {figure.raw: value_text(figure) for figure in own.figures}
        told = [
            (_name(column), amounts.get(cell, cell))
            for column, cell in zip(row.columns, row.cells, strict=False)
            if cell.strip("—–-－/") and _is_asked(column, frame)
        ]
        if not told and WHY.search(frame.text) and (state := state_in_list(source, collection)):
            return Draft(statements=(Statement(text=f"{project.name}：{state}", evidence=(own,)),))
        if told:
            body = "，".join(f"{name}{'：' if len(cell) > 12 else ''}{cell}" for name, cell in told)
            evidence = (own, _heading(row.heading, source, collection))
            return Draft(statements=(Statement(text=f"{project.name}：{body}", evidence=evidence),))
    return None


def state_in_list(source: Project, collection: Collection) -> str:
    """形象进度：设备安装: how far a row of a list says that its project has come, in its words; "" where it
    says no more than the name of a stage."""
    row = _row_of(source, collection)
    for column, cell in zip(row.columns, row.cells, strict=False) if row is not None else ():
        if _STATE_COLUMN.search(fold(column)) and "率" not in column and cell.strip("—–-－/"):
            return (
                ""
                if _STAGE_ALONE.fullmatch(fold(cell)) or re.fullmatch(r"[\d.]+%?", cell)
                else f"{_name(column)}：{cell}"
            )
    return ""


_STAGE_ALONE = pattern(
    r"(?:已经?|正在|新)?(?:签约|落户|落地|注册|开工|动工|在建|建设中|封顶|竣工|完工|投产|运营|储备|在谈|洽谈中?)(?:建设|运营)?"
)


def _day(row: Project, collection: Collection) -> str:
    return collection.documents[row.document_id].reference_date


def _row_of(source: Project, collection: Collection) -> WrittenRow | None:
    text = collection.text(source.document_id)
    if "\t" not in source.quote and "|" not in source.quote:
        return None
    return next((row for row in written_rows(text) if row.line.start <= source.start < row.line.end), None)


def _heading(span: Span, source: Project, collection: Collection) -> Evidence:
    """The names of the columns, which say what the cells are."""
    text = collection.text(source.document_id)
    return Evidence(
        document=collection.documents[source.document_id],
        text=text[span.start : span.end],
        start=span.start,
        end=span.end,
        page=collection.page_at(source.document_id, span.start),
    )


def _name(column: str) -> str:
    """投资规模 其中：2023年已投（亿元） → 2023年已投（亿元）."""
    last = fold(column).split(" ")[-1] if " " in column.strip() else fold(column)
    return re.sub(r"^其中[:：]?", "", last)


def _is_asked(column: str, frame: QuestionFrame) -> bool:
    name, text = fold(column), frame.text
    if WHY.search(text):
        return bool(_REMARK.search(name))
    if frame.asks_spent:
        years = _YEAR.findall(name)
        asked = {label[:4] for label in frame.period_labels}
        if "累计" in name and asks_one_term(frame):
            return False
        return bool(_SPENT_COLUMN.search(name)) and (not years or not asked or bool(asked & set(years)))
    if _STATE.search(text) and _STATE_COLUMN.search(name):
        return "率" not in name
    return any(len(word) > 1 and word in text and word not in _GENERAL for word in words(_name(column)))
