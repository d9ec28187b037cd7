"""How is a figure shown in a row of an answer's table?"""

from __future__ import annotations

from assistant.collection import Collection
from assistant.draft import DraftRow
from assistant.figures.measure import short_measure
from assistant.wording import value_text
from language.period_label import period_text
from vectorstore.ledger_rows import Figure

COLUMNS = ("单位", "时间", "指标", "数值")


def figure_row(row: Figure, collection: Collection, *, name: str = "", remark: str = "") -> DraftRow:
    """The cells under COLUMNS; `name` stands for the subject, `remark` behind the measure."""
    value = value_text(row) + {"target": "（目标）", "forecast": "（预计）"}.get(row.modality, "")
    measure = short_measure(row) + (f"（{remark}）" if remark else "")
    when = period_text(row.period) if row.period else "未注明"
    return DraftRow(cells=(name or row.subject, when, measure, value), evidence=(collection.evidence(row),))
