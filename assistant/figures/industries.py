"""Which industry of a place has the most: 哪个产业签约资金最多?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.figures.ends import asks_least, nth_asked
from assistant.figures.figure_row import COLUMNS, figure_row
from assistant.figures.lookup import search_ledger
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.parted import WIDE_KINDS, part_counted, part_measured
from language.period_label import period_text
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure

GROUPS = r"(?:产业集群|产业链|产业|行业|领域|集群|赛道|专班|板块)"
_ASKED = re.compile(
    rf"最[多大高少小低]的(?:重点|主导|优势|特色|支柱)?(?:前?[两二三四五六七八九十\d]+[个大])?{GROUPS}(?:(?:是|为|有)?哪|[？?]?$)|哪(?:个|些|几个|一|条|几条)?(?:大)?{GROUPS}|各(?:大)?{GROUPS}|{GROUPS}[^，。？]{{0,14}}最[^，。？]{{0,5}}哪"
    r"|哪(?:个|一|几)?[类种](?:别|型)?的?项目[^，。？]{0,10}最|哪(?:个|一|几)?[类种](?:别|型)?[^，。？]{0,6}项目最"
    rf"|{GROUPS}(?:里|中|当中|之中)?[^，。？]{{0,3}}哪(?:个|一个|条)[^，。？]{{0,12}}(?:最|第[一二三四五])"
)
_INDUSTRY = re.compile(
    r"^[一二三]产$|^(?!其[他它余]|围绕|聚焦|来自|实施|\d+[条个大]|.*(?:企业|500强)).*(?:产业|链$|集群|专班|行业|业|经济|领域|制造|加工|信息|医药|装备|材料|汽车|食品|化工|健康|能源|电子|纺织|物流|文旅|旅游|机械|航空|航天|软件|光伏|储能|氢能|医疗|半导体|芯片|智能|轻工|"
    r"建材|家居|商贸|流通|房地产|基础设施|社会事业|民生|公共服务|技术(?!改)|农林|服装|光电|环保|电池|冶金|钢铁|有色|种业|康养|石化|电气|电力|船舶|机器人)"
)
_WORDS = 0.4
_COUNTED = re.compile(r"项目|投资|金额|签|引[进资]|数|企业|[开竣]工|投产|落地|最|分别|各|多|少|大|高|低")
_LEAST = 0.1  # where 产业 is said of each and need not be told
_FLOWS = ("到位", "产值", "外资", "内资")  # beside what was signed for, which papers call by several names


def asks_industries(frame: QuestionFrame) -> bool:
    """Whether industries are to be ranked, and no places."""
    ranked = frame.operation in ("rank", "compare") or (frame.operation == "share" and "最" in frame.text)
    return ranked and bool(_ASKED.search(frame.text))


def rank_industries(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The industries of one place and time by what is asked of them; None for fewer than two."""
    if not asks_industries(frame):
        return None
    rate = _RATE.search(frame.text)
    wanted = "rate" if rate else "money" if re.search(r"资|额|投|产值|钱", frame.text) else "count"
    terms = tuple(term for term in frame.terms if not re.fullmatch(GROUPS, term))
    # 各产业: an industry need not be called one, nor what a list counts
    listed = _LEAST if len(terms) < len(frame.terms) and all(map(_COUNTED.search, terms)) else _WORDS
    rows = [
        c.row
        for c in search_ledger(replace(frame, terms=terms), collection, any_unit=True).candidates
        if c.words >= listed and unit_kind(c.row.unit) == wanted and not c.row.is_growth
        and c.row.modality in ("actual", "planned_total") and _INDUSTRY.search(part_of(c.row))
        and says_amount(c.row, frame) and (rate is None or c.row.metric.endswith(_called(rate["name"])))
    ]  # fmt: skip
    rows = _called_so(rows, frame.text)
    groups = Counter(map(_group, rows))
    if not groups:
        return None
    group = max(groups, key=lambda one: (groups[one], one[1]))
    alike = {part_of(row): row for row in reversed(rows) if _group(row) == group}
    alike = _with_listed(alike, collection)
    if len(alike) < 2:
        return None
    found = sorted(alike.items(), key=lambda one: (-base_quantity(one[1].value, one[1].unit)[0], one[0]))
    least, nth = asks_least(frame.text), nth_asked(frame.text) or 1
    if least:
        found.reverse()
    return _draft(found, collection, least=least, nth=nth) if nth <= len(found) else None


def _with_listed(alike: dict[str, Figure], collection: Collection) -> dict[str, Figure]:
    """The industries with those of their list that the words do not tell for one: 城市基础设施9个项目 beside
    工交能源23个项目."""
    if len(alike) < 2 or len({(row.document_id, row.start) for row in alike.values()}) > 1:
        return alike
    first = next(iter(alike.values()))
    tail = first.metric.removeprefix(part_of(first))
    beside = {
        row.metric.removesuffix(tail): row
        for row in collection.siblings(first)
        if _kind_of(row) == _kind_of(first) and row.metric.endswith(tail) and not _REST.match(row.metric)
    }
    return {part: row for part, row in beside.items() if part in (part_of(row), *WIDE_KINDS)} | alike


_REST = re.compile("其[他它余]")


def _kind_of(row: Figure) -> tuple[str, str, str, str, bool]:
    return row.subject, row.period, row.modality, row.unit, row.is_growth


def _called_so(rows: list[Figure], text: str) -> list[Figure]:
    """Of 哪条产业链 those that are called 产业链, where several are, and no one list holds others too:
    现代能源、数字产业."""
    for kind in re.findall(GROUPS, text):
        called = [row for row in rows if part_of(row).endswith(kind)]
        lists = {(row.document_id, row.start) for row in called}
        mixed = any((row.document_id, row.start) in lists for row in rows if row not in called)
        if len({part_of(row) for row in called}) > 1 and not mixed:
            return called
    return rows


def _group(row: Figure) -> tuple[str, str, str]:
    """Whose, when and what: 甲产业链签约项目 and 乙产业签约 count the same."""
    if unit_kind(row.unit) == "money":  # 甲产业链协议引资额 and 乙产业签约额
        flow = _AMOUNTS.search(row.metric.removeprefix(part_of(row)))
        return row.subject, row.period, flow.group() if flow and flow.group() in _FLOWS else ""
    return row.subject, row.period, re.sub(r"项目|数量|数|新?签约", "", row.metric.removeprefix(part_of(row)))


_RATE = re.compile(r"(?P<name>(?:开复工|复工|开工|投产|竣工|落地|履约|完成|达产|转化)率)")
_OF_THE_AIM = re.compile(r"(?:完成投资|投资)?完成年度目标$")


def _called(rate: str) -> tuple[str, ...]:
    """What the ledger calls a rate: 完成率 is how much of the year's aim is reached, too."""
    return (rate, "完成年度目标") if rate == "完成率" else (rate,)


def part_of(row: Figure) -> str:
    if unit_kind(row.unit) == "rate":
        return part_counted(_OF_THE_AIM.sub("", _RATE.sub("", row.metric)))
    return part_counted(row.metric) if unit_kind(row.unit) == "count" else part_measured(row.metric)


def says_amount(row: Figure, frame: QuestionFrame) -> bool:
    """Of 到位资金 and 协议投资 the one that the question names."""
    if unit_kind(row.unit) != "money":
        return True
    named = _AMOUNTS.findall(frame.text)
    return not named or any(word in row.metric for word in named)


_AMOUNTS = re.compile(r"到位|协议|合同|总投资|产值|外资|内资")


def _draft(found: list[tuple[str, Figure]], collection: Collection, *, least: bool, nth: int) -> Draft:
    name, first = found[nth - 1]
    when = period_text(first.period) if first.period else ""
    ranked = _rank(nth, least=least)
    ranked = ranked.replace("少", "低").replace("多", "高") if unit_kind(first.unit) == "rate" else ranked
    text = f"{first.subject}{when}{name}{ranked}，为{value_text(first)}"
    rows = tuple(_row(part, row, collection) for part, row in found)
    lead = Statement(text=text, evidence=(collection.evidence(first),), derived=(Decimal(nth),))
    notes = (f"原文写明数字的{len(found)}个产业，大类与其中的小类可能重复",)
    return Draft(statements=(lead,), columns=("产业", *COLUMNS[1:]), rows=rows, notes=notes)


def _row(part: str, row: Figure, collection: Collection) -> DraftRow:
    """The cells of one industry; its name, which stands first, is not said again in the measure."""
    whole = figure_row(row, collection, name=part)
    name, when, measure, told = whole.cells
    return replace(whole, cells=(name, when, measure.removeprefix(part) or measure, told))


def _rank(nth: int, *, least: bool) -> str:
    return f"排第{nth}" if nth > 1 else "最少" if least else "最多"
