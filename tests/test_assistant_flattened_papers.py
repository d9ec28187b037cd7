"""Policies scraped into one line: paragraphs lost, who is in charge in a bracket behind the stop."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

_CONTACT = (
    "镜湖区人民政府 关于支持企业稳产增效若干措施的通知 镜政办〔2024〕11号 各街道办事处，区直各部门： "
    "现将《镜湖区支持企业稳产增效若干措施》印发给你们，请认真执行。 镜湖区支持企业稳产增效若干措施 "
    "　　为稳住工业经济，落实《芜湖市支持实体经济十条》，制定以下措施。 　　一、支持企业创新 "
    "　　（一）支持首台套。 　　对首次销售的首台套装备，给予不高于120万元的支持。（对接部门："
    "区科技局；联系人：罗敏；联系电话：3870011） "
    "　　对牵头制定国家标准的企业，给予40万元的一次性奖励。（对接部门：区市监局；联系人：高远；"
    "联系电话：3870022） "
    "　　二、减轻企业负担 　　（二）缓缴社会保险费。 　　对生产经营困难的企业，经批准后，将5月、"
    "6月应缴社会保险费的征收期延长至9月底。"
    "（对接部门：区人社局；联系人：陶然；联系电话：3870033） "
    "　　（三）首笔贷款补贴。 　　对向小微企业发放首笔贷款的银行，给予首笔贷款金额3%的补贴，"
    "对单家机构的补贴上限为60万元。"
    "（对接部门：区金融办；联系人：邵青；联系电话：3870044） "
    "　　三、附则 　　以上措施适用于在镜湖区注册、纳税的企业。 　　凡市区两级共有的政策，"
    "企业只能选择其中一级申请。 "
    "　　上述措施自公布之日起生效，自2026年12月31日起停止执行。"
)
_LED = (
    "滁州市人民政府印发关于稳定工业运行12条政策措施的通知 各县（市、区）人民政府，市直各部门： "
    "现将《关于稳定工业运行12条政策措施》印发给你们。 2024年3月4日　　 关于稳定工业运行12条政策措施 "
    "一、扶持实体企业 1.对承租国有厂房的企业，2个月租金免收、1个月租金减半。（市国资委、"
    "市财政局牵头，各县〔市、区〕人民政府配合） "
    "2.推行不见面招商，利用云平台推介项目，对有签约意向的项目开展网上洽谈。（市投促局牵头，"
    "市数据局等配合） "
    "3.检验检测收费标准降低20%。（市发改委牵头，市市场监管局等配合） 二、稳定就业 "
    "4.对不裁员的企业返还上年度失业保险费的60%。政策执行期限按国家规定办理。（市人社局牵头） "
    "5.对推荐就业的机构，人数为60人（含）以上的，补助1.6万元；120人（含）以上的，"
    "补助3.5万元。（市人社局牵头） "
    "本政策的支持对象为在本市注册的工业企业，执行期暂定为自发布之日起至2025年9月30日。"
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("flattened")
    papers = {
        "jh": ("关于落实芜湖市政策支持企业稳产增效若干措施的通知", _CONTACT),
        "cz": ("滁州市人民政府印发关于稳定工业运行12条政策措施的通知", _LED),
    }
    lines = (json.dumps({"id": i, "title": t, "text": x}, ensure_ascii=False) for i, (t, x) in papers.items())
    (folder / "in.jsonl").write_text("\n".join(lines), "utf-8")
    ingest([folder / "in.jsonl"], store=folder / "store")
    with Assistant.open(folder / "store") as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param(
            "镜湖区国家标准奖励找谁？", ["高远", "3870022"], "罗敏", id="the bracket behind its own clause"
        ),
        pytest.param("镜湖区首贷补贴联系人是谁？", ["邵青"], "陶然", id="not that of the clause before"),
        pytest.param("镜湖区首台套支持多少钱？", ["120万元"], "对接部门", id="who is in charge is not asked"),
        pytest.param("镜湖区社保费延到什么时候？", ["9月底"], "60万元", id="dues in everyday words"),
        pytest.param("镜湖区首贷补贴上限多少？", ["60万元"], "120万元", id="a first loan in short"),
        pytest.param(
            "镜湖区的措施什么时候失效？", ["2026年12月31日"], "2025年", id="until when, by its own end"
        ),
        pytest.param(
            "滁州政策到哪天为止？", ["2025年9月30日"], "国家规定", id="the paper's term, not an item's"
        ),
        pytest.param("滁州不见面招商谁牵头？", ["市投促局牵头"], "市国资委", id="who leads, before the word"),
        pytest.param("滁州市国资委牵头哪些？", ["国有厂房"], "检验检测", id="what a body leads"),
    ],
)
def test_a_flattened_paper_is_read_as_printed(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    text = assistant.ask(question).text
    assert [words for words in told if words not in text] == [], text
    assert untold not in text, text
