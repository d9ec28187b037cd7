"""Which grid is no table but a card: its name, its place, whom to ask, each label beside its value?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from ingest.tables.units import is_unit

_LABEL = re.compile(
    r"(?:项目|企业|园区|基地|载体|地块|产品|公司|单位|平台|楼宇)?名\s*称|.{0,6}(?:电话|手机|邮箱|地址|地点|位置|选址|区位|区域|联系人|联系方式|负责人)"
    r"|.{0,6}(?:总?投资|投资额|投资规模|资金来源)(?:额|规模|估算|方|主体|单位|企业|强度|方式)?"
    r"|.{0,4}(?:建设|合作|招商|投资|主要|生产|项目)(?:内容|规模|方式|地点|单位|周期|期限|条件|性质|背景|概况|简介|进展|阶段|优势|方向|类型|领域|前景|对象|重点)"
    r"|.{0,6}(?:占地|用地|建筑|规划|厂房|可供|可租|可用)(?:总?面积|规模|情况|条件|性质)?"
    r"|.{0,4}(?:产业|功能|市场)(?:定位|基础|类别|方向|分析|前景)|主导产业|(?:载体|配套|基础|交通|资源|优惠|扶持)(?:条件|设施|政策|优势|情况)"
    r"|(?:经济|社会)?效益(?:分析|预测)?|(?:所属)?(?:行业|产业|类别|领域)|.{0,4}(?:进度|进展|阶段|状态)(?:情况)?|备\s*注|其他|简\s*介|概\s*况|租\s*金.{0,4}|售价"
)
_NAMED = re.compile(r"(?:项目|企业|园区|基地|载体|地块|平台|楼宇)?名\s*称")
_OF_COLUMNS = re.compile(r"内容|说明|数值|标准|备注|具体|详情|情况|要求|单价|价格")
_LONGEST_LABEL = 12
_ENOUGH = 0.6  # of the labels are such as cards have

Pair = tuple[str, str]


def card_of(grid: Sequence[Sequence[str]]) -> list[Pair]:
    """The labels and values of a card, row by row; [] of a grid that is a table.

    Cells merged across, repeated, are one; a row holds one pair or several side by side.
    """
    rows = [[cell for cell, _ in groupby(row)] for row in grid]
    rows = [row[:-1] if len(row) % 2 and not row[-1] else row for row in rows]
    if len(rows) < 2 or any(len(row) % 2 for row in rows) or _OF_COLUMNS.fullmatch(rows[0][1]):
        return []
    pairs = [(row[at], row[at + 1]) for row in rows for at in range(0, len(row), 2)]
    labels = [_bare(label) for label, _ in pairs if label]
    known = [label for label in labels if _LABEL.fullmatch(label)]
    sound = len(set(labels)) == len(labels) == len(pairs) and max(map(len, labels)) <= _LONGEST_LABEL
    if not sound or len(known) < 2 or len(known) < _ENOUGH * len(labels):
        return []
    return [] if any(_LABEL.fullmatch(_bare(value)) for _, value in pairs) else pairs


def name_of(pairs: Sequence[Pair]) -> str:
    """What a card says its thing is called, "" where it does not."""
    return next((value for label, value in pairs if value and _NAMED.fullmatch(_bare(label))), "")


def _bare(label: str) -> str:
    """总投资（万元）: → 总投资."""
    plain = re.sub(
        r"[（(]([^（）()]{1,8})[）)]$", lambda m: "" if is_unit(m[1]) else m[0], label.strip("：: ")
    )
    return re.sub(r"\s+", "", plain)
