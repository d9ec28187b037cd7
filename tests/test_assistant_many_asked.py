"""A text of three questions and more: each is told by itself, what is left out is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ingest_samples import asked_over, ingest_into, open_test_library

from assistant import Assistant
from vectorstore.search import Searcher

PORT = """# 海岳港航道疏浚完工

发布时间：2024-06-12　发布单位：泉州市交通局

海岳港航道疏浚工程由蓝鲸疏浚公司承建。疏浚后的航道可以通行十万吨级货轮。疏浚的泥沙运往北礁人工岛。
"""
TEA = """# 春茶开采

发布时间：2024-04-02　发布单位：泉州市农业农村局

今年的春茶在清明前五天开采，采茶工主要来自邻近的山村。第一批春茶运往苏州的茶庄。
"""
BUILDER, VESSEL, SAND = (
    "海岳港航道疏浚工程由谁承建？", "疏浚后的航道可以通行什么货轮？", "海岳港航道疏浚的泥沙运往哪里？"
)  # fmt: skip
LAST = "第一批春茶运往哪里？"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("many")
    (folder / "papers").mkdir()
    for name, text in (("port", PORT), ("tea", TEA)):
        (folder / "papers" / f"{name}.txt").write_text(text, "utf-8")
    ingest_into(folder / "store", [folder / "papers"])
    with open_test_library(folder / "store") as library:
        yield Assistant(library, Searcher(library, vectors=None))


def test_each_of_three_questions_is_told(assistant: Assistant) -> None:
    text = assistant.ask(BUILDER + VESSEL + SAND).text
    assert all(told in text for told in ("蓝鲸疏浚公司", "十万吨级货轮", "北礁人工岛"))
    assert "另外提问" not in text


def test_a_fourth_is_said_to_be_left_out(assistant: Assistant) -> None:
    answer = assistant.ask(BUILDER + VESSEL + SAND + LAST)
    assert "十万吨级货轮" in answer.text
    assert any("其余请另外提问" in note for note in answer.notes)


def test_what_no_document_tells_is_named_beside_what_is(assistant: Assistant) -> None:
    answer = assistant.ask(BUILDER + "火星探测器何时抵达木卫二轨道？" + SAND)
    assert not answer.refused and "北礁人工岛" in answer.text
    assert any("火星探测器" in note for note in answer.notes)


CLOTH = """# 石狮与侨界座谈

发布时间：2024-05-20　发布单位：泉州市商务局

当地时间5月16日，石狮市代表团与侨界代表座谈。蔡远航表示，石狮坚持“以布兴市”发展战略，走出了一条富有特色的路子。会上播放了宣传片，
与会侨胞观看了服装展示。代表团随后参观了当地的面料市场，并与商会会长交换了意见。石狮的面料能够销往全球130多个国家和地区。座谈会由商会秘书长主持。
""".replace("，\n", "，")
WHOSE, MARKETS = "谁提到了“以布兴市”的发展战略？", "石狮的面料能销往多少个国家和地区？"


@pytest.mark.parametrize("question", [WHOSE + MARKETS, MARKETS + WHOSE])
def test_of_two_questions_neither_is_left_out(tmp_path: Path, question: str) -> None:
    with asked_over(tmp_path, {"cloth": CLOTH, "tea": TEA}) as assistant:
        answer = assistant.ask(question)
    assert "130多个国家" in answer.text and "蔡远航" in answer.text
    assert len(answer.citations) == 2


def test_what_one_sentence_tells_of_two_questions_is_told_once(tmp_path: Path) -> None:
    with asked_over(tmp_path, {"cloth": CLOTH}) as assistant:
        answer = assistant.ask("石狮坚持什么发展战略？谁表示石狮坚持这一发展战略？")
    assert answer.text.count("以布兴市") == 1
