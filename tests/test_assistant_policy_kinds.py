"""Which grant does an amount fall under where a paper has one for all and others for what is rebuilt?"""

from __future__ import annotations

from pathlib import Path

from assistant import Assistant
from ingest import ingest

_PAPER = """柳城县支持工业发展十条措施
一、支持工业项目建设。重点支持食品加工、新材料等产业。对上述项目（包括新建、扩建、技改），建成投产后按其实际完成固定资产投资额的2%给予一次性投资奖补，单个项目奖补资金不超过1000万元。
二、支持企业改造。对企业实施的机器换人、数字化改造等项目，按照不超过项目投资的20%给予一次性补贴，最高不超过500万元。
三、本措施自印发之日起施行。
"""


def test_a_new_project_gets_what_is_granted_to_all_and_not_what_pays_for_rebuilding(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "十条.txt").write_text(_PAPER, encoding="utf-8")
    ingest([tmp_path / "docs"], store=tmp_path / "store")
    with Assistant.open(tmp_path / "store") as assistant:
        assert "400万元" in assistant.ask("柳城县投资2亿元的工业项目能拿多少奖补？").text
        assert "20%" in assistant.ask("柳城县数字化改造投资1000万元能补多少？").text
