"""An aim that is asked about by its number alone: is it set beside what was done?"""

from __future__ import annotations

from pathlib import Path

from assistant import Assistant
from ingest import ingest


def test_an_aim_by_its_number_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "绵阳前三季度招商扫描\n\n2024年10月15日\n\n力争全年签约亿元以上项目1500个以上，开工亿元以上项目900个。\n",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(
        "绵阳年度答卷\n\n2025年1月20日\n\n2024年，绵阳市新签约亿元以上项目1573个，完成全年目标的104.9%。\n",
        encoding="utf-8",
    )
    ingest([tmp_path / "a.txt", tmp_path / "b.txt"], store=tmp_path / "store")
    with Assistant.open(tmp_path / "store") as asked:
        told = asked.ask("绵阳2024年全年目标1500个完成了没有？").text
    assert "1500个" in told and "1573个" in told, told
