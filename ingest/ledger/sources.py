"""From where does a city's foreign money come: 香港仍是最大来源地，实际使用外资11.05亿美元?"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.ledger.narration import Line
from language.value import replace
from vectorstore.ledger_rows import Figure

_NAMES = (
    "香港|澳门|台湾|新加坡|日本|韩国|德国|美国|英国|法国|荷兰|瑞士|意大利|西班牙|加拿大|澳大利亚|马来西亚|泰国|印度尼西亚|"
    "越南|英属维尔京群岛|维尔京群岛|开曼群岛|萨摩亚|东盟|欧盟|欧洲|北美|“一带一路”沿线国家(?:和地区)?|一带一路沿线国家"
)
# The source leads its clause: 香港仍是最大来源地, 德国同比增长; 香港招商活动签约 is an event there.
_LEADS = re.compile(
    rf"(?:^|[;。,:]|其中)(?:来自|直接来源于|来源于)?(?P<names>(?:{_NAMES})(?:[、和与及](?:{_NAMES}))*)"
    r"(?:地区|方面)?(?P<after>的?(?:企业|投资)?(?:仍|依然|继续|稳居|居|位居|是|为|成为|分别|同比|实际|投资|到资|外资|占|对|,)|(?=\d))"
)
_EACH = re.compile(rf"{_NAMES}")
_FOREIGN = re.compile(r"外资|境外|来源地|外商")
_SHARE, _CHANGE = re.compile(r"占"), re.compile(r"(?:同比)?(?:增长|下降|增|降)")
_MONEY = re.compile(r"(?:实际)?(?:使用|利用|到账|到位|投资)?外资|实际投资|到资")


def of_its_source(figure: Figure, line: Line) -> Figure:
    """The city's figure with the source in its measure, where a source leads the part of the sentence."""
    focus = line.scene.focus
    if focus is None or figure.modality == "rule" or not _names_a_source(line.text):
        return figure
    if not _FOREIGN.search(f"{line.heading}{line.text}"):
        return figure
    before = line.reading.text[: _position(figure, line)]
    part = before[before.rfind(";") + 1 :]
    led = [*_LEADS.finditer(part)]
    if not led or any(name in focus.name for name in _EACH.findall(led[-1]["names"])):
        return figure
    names = _EACH.findall(led[-1]["names"])
    since = part[led[-1].end("names") :]
    number = len(re.findall(r"\d[\d.]*[万亿]?(?:美元|元|%|倍)", since))
    if len(names) > 1 and number >= len(names):
        return figure
    if len(names) > 1 and "分别" not in since and "均" not in since:
        return figure
    name = names[number] if len(names) > 1 else names[0]
    told = figure.metric.removeprefix(name)
    for each in names:
        told = told.replace(each, "")
    told = told.strip("、和与及")
    measure = _MONEY.search(told) or _SHARE.search(told) or _CHANGE.search(told)
    metric = told[measure.start() :] if measure else "实际使用外资"
    if measure and not _MONEY.match(metric):
        metric = f"实际使用外资{metric}"
    return replace(figure, metric=f"来自{name}的{metric}", subject=focus.name, place=focus.name)


@lru_cache(maxsize=64)  # asked of every figure of the sentence
def _names_a_source(text: str) -> bool:
    return _LEADS.search(text) is not None


def _position(figure: Figure, line: Line) -> int:
    """Where the figure stands in the folded sentence."""
    raw = figure.raw_start
    return next(
        (at for at in range(len(line.text)) if line.reading.source(at, at + 1).start >= raw), len(line.text)
    )
