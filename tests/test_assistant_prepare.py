"""What is read when the desk opens is not read again by the first question that needs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest
from vectorstore.build import open_library, open_searcher

PAPER = """# 汝城市重点项目清单

| 项目名称 | 投资方 | 落户地 | 总投资（亿元） |
|---|---|---|---|
| 沐光显示模组 | 沐光电子 | 汝城市 | 12 |
| 望岭储能电芯 | 望岭新能源 | 汝城市 | 30 |
"""
QUESTION = "总投资最大的项目是哪个？"


def test_projects_are_put_together_before_anybody_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "清单.md").write_text(PAPER, "utf-8")
    ingest([tmp_path / "清单.md"], store=tmp_path / "store")
    with Assistant.open(tmp_path / "store") as unprepared:
        told = unprepared.ask(QUESTION).text
    library = open_library(tmp_path / "store")
    read: list[int] = []
    projects = library.projects
    monkeypatch.setattr(library, "projects", lambda **levels: read.append(1) or projects(**levels))
    with Assistant(library, open_searcher(library)) as assistant:
        assistant.prepare()
        assert read == [1]
        assert assistant.ask(QUESTION).text == told
        assert "望岭储能电芯" in told
        assert read == [1]
