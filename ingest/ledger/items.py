"""Which sentences of a block are told under the name of a listed project?

A notice lists projects as （三）孚能动力电池项目（赣州经开区）。总投资154亿元。: what stands behind a name is
of that project, as where a colon stands in the place of the full stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.naming import is_project_title
from language.text import Reading

_NUMERAL = r"[一二三四五六七八九十\d]{1,2}"
# The mark of a list's item.
NTH = rf"(?:[(（]{_NUMERAL}[)）]|\d{{1,2}}[)）]|{_NUMERAL}[、.．](?!\d)|[①-⑳■●▶◆])"
_MARKED = re.compile(NTH)
_NAMED_ITEM = re.compile(rf"{NTH}\s*(?P<name>[^,;:。]{{4,40}}?)(?:\([^()]{{2,16}}\))?[。:;]?")
_LONGEST = 400  # characters of an item that is read as one sentence


def under_their_names(readings: Sequence[Reading]) -> list[Reading]:
    """The sentences in order, those behind the bare name of an item joined to it."""
    found: list[Reading] = []
    named = False  # whether the last one found is the name of an item, with what was joined to it
    for reading in readings:
        if named and not _MARKED.match(reading.text) and len(found[-1].text) + len(reading.text) <= _LONGEST:
            found[-1] = _joined(found[-1], reading)
        else:
            named = _is_name(reading.text)
            found.append(reading)
    return found


def _is_name(text: str) -> bool:
    match = _NAMED_ITEM.fullmatch(text)
    return match is not None and (is_project_title(match["name"]) or _is_measure(match["name"]))


_MEASURE = re.compile(r"(?:资金|[内外]资|签约(?:项目|资金|额)?|投资|产值|得分|项目|[额率])(?:完成)?(?:情况)?")
_WORDS_OF_MEASURES = re.compile(
    r"(?:新|实际|引进|招商|引资|利用|使用|到位|[省市县区境国]外|综合|考核|目标|任务|完成|协议|合同|签约|开工|落地|投产|年度|累计)*"
)


def _is_measure(name: str) -> bool:
    """（一）到位资金。 before a list of districts says what each of them has."""
    measure = _MEASURE.search(name)
    return (
        measure is not None
        and measure.end() == len(name)
        and (_WORDS_OF_MEASURES.fullmatch(name, 0, measure.start()) is not None)
    )


def _joined(first: Reading, second: Reading) -> Reading:
    """Both as one sentence: the first full stop is read as a colon, later ones as semicolons."""
    stop = ";" if ":" in first.text else ":"
    return replace(first, text=re.sub("。$", stop, first.text)).joined(second)


# 正和铝业：总投资1.8亿元，占地100亩，一期投产: a line of a list that no number opens
_LABELLED = re.compile(
    r"\s*(?P<name>[^\d\s,;。:、“”《》的这该][^,;。:、“”《》的]{3,19}):(?P<total>)(?=(?:项目)?(?:计划|预计)?总?投资(?:额|约)?\d)"
)
# What such a line may open with instead: a place, a kind of business, a part of a form.
_NO_PROJECT = re.compile(
    r"(?:[省市区县旗镇乡州]|街道|企业|[产行]业|领域|方面|概况|内容|规模|情况|简介|介绍|目标|任务|投资|效益|如下|分别|包括|为|是|有"
    r"|进[度展]|亮点|名单|总体|合计|其中|[个家项]项目)$"
)


def labelled_project(text: str) -> re.Match[str] | None:
    """The `name` that a line of a folded text gives before its total, as the label of what it tells of it."""
    match = _LABELLED.match(text) if ":" in text else None
    return None if match is None or _NO_PROJECT.search(match["name"]) else match
