"""Whole and phase of a project, and what a later paper moves: which of them answers?"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

FEATURE = """绵阳日报 2024年10月15日

游仙区签约通航项目14个。财通无人机整机制造项目由成都翼翔公司投资5.8亿元，一期厂房主体完工，二期计划明年3月动工。
总投资9.5亿元的恒远轻量化底盘项目已完成厂房封顶，预计年底试生产。
"""
LATER = """绵阳重点项目进展

2025年1月20日

恒远轻量化底盘项目因设备到货延期，试生产时间由原定的2024年年底推迟至2025年3月。
"""
MONTHLY = """# 绵阳市重点项目月报（2025年4月）

绵阳市发展和改革委员会 2025年5月8日

4月份新开工重点项目：涪城区安泰储能电池项目（总投资21亿元）、游仙区财通无人机整机制造二期（总投资3.4亿元）。

| 项目名称 | 投资方 | 总投资（亿元） | 状态 |
|---|---|---|---|
| 安州文旅康养小镇项目 | 广东安商投资集团 | 30 | 正在洽谈用地 |
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("phases")
    for name, text in (("a.txt", FEATURE), ("b.txt", LATER), ("c.md", MONTHLY)):
        (folder / name).write_text(text, encoding="utf-8")
    store = Path(folder) / "store"
    ingest([folder], store=store)
    return Assistant.open(store)


@pytest.mark.parametrize(
    ("question", "says", "never"),
    [
        pytest.param("财通无人机项目投资额多少？", "5.8亿元", "3.4亿元", id="the-whole-is-no-phase"),
        pytest.param("财通无人机整机制造项目二期动工了吗？", "开工", "计划明年", id="a-phase-of-its-own"),
        pytest.param("恒远轻量化底盘项目什么时候试生产？", "2025年3月", "", id="what-was-moved"),
        pytest.param("安州文旅康养小镇项目什么进展？", "正在洽谈用地", "|安州", id="no-row-in-its-marks"),
    ],
)
def test_whole_phase_and_what_was_moved(asked: Assistant, question: str, says: str, never: str) -> None:
    told = asked.ask(question)
    assert says in told.text and (not never or never not in told.text), told.text
