"""Notices that change an older paper: what holds now, what held before, and until when."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Assistant
from language.amendment import amendments_in, without_old

NOTICE = """遂宁市人民政府关于修改《遂宁市产业引育奖励办法》部分条款的通知
遂府规〔2025〕8号

经研究，决定对《遂宁市产业引育奖励办法》（遂府规〔2022〕3号）作如下修改：

一、将第五条第一款“固定资产投资3亿元以上的项目，按固定资产投资额的1%给予奖励，最高600万元”修改为“固定资产投资2亿元以上的\
项目，按固定资产投资额的1.5%给予奖励，最高900万元”。

二、将第七条“中介机构引荐奖励为项目到位资金的1‰”修改为“中介机构引荐奖励为项目到位资金的2‰，单个项目最高80万元”。

三、删除第九条“对年度考核优秀的园区补助300万元”。

四、将第十二条修改为：“本办法有效期延长至2028年6月30日。”

本通知自2025年9月1日起施行。《遂宁市总部企业认定规定》（遂府发〔2019〕6号）自本通知施行之日起停止执行。\
《遂宁市飞地合作办法》（遂府办〔2024〕2号）有效期至2026年12月31日。
"""
OLD = """遂宁市产业引育奖励办法
遂府规〔2022〕3号
2022年5月6日

第一条 为促进产业发展，制定本办法。
第二条 本办法适用于在遂宁市登记的企业。
第五条 固定资产投资3亿元以上的项目，按固定资产投资额的1%给予奖励，最高600万元。
第六条 对新认定的省级工程中心，奖励60万元。
第十二条 本办法自2022年6月1日起施行，有效期3年。
"""


@pytest.fixture(scope="module", params=["alone", "beside the old paper"])
def assistant(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Assistant]:
    papers = {"修改通知.txt": NOTICE} | ({"旧办法.txt": OLD} if request.param != "alone" else {})
    with asked_over(tmp_path_factory.mktemp("amended"), papers) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param(
            "遂宁固定资产投资4亿元的项目奖多少？",
            ["可奖600万元", "1.5%", "第五条第一款"],
            "1% =",
            id="the new rate",
        ),
        pytest.param("遂宁固定资产投资2.5亿元能奖吗？", ["可奖375万元"], "够不上", id="the new threshold"),
        pytest.param("遂宁固定资产投资9亿元奖多少？", ["可奖900万元"], "600万元", id="the new cap"),
        pytest.param(
            "遂宁产业引育奖励办法改了什么？",
            ["第五条第一款现为", "第七条现为", "第九条已删除", "2028年6月30日"],
            "停止执行",
            id="all that changed",
        ),
        pytest.param(
            "遂宁中介引荐奖励现在是多少，原来是多少？", ["2‰", "原为", "1‰"], "固定资产", id="before and now"
        ),
        pytest.param(
            "遂宁总部企业认定规定还有效吗？",
            ["已自2025年9月1日起废止"],
            "2026年12月31日",
            id="another repealed",
        ),
        pytest.param(
            "遂宁飞地合作办法什么时候到期？", ["2026年12月31日"], "2028年", id="another paper's term"
        ),
    ],
)
def test_a_notice_of_revision_is_told_as_what_holds_now(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert all(part in answer.text for part in told), answer.text
    assert untold not in answer.text


def test_the_term_of_a_changed_paper_is_the_new_one(assistant: Assistant) -> None:
    text = assistant.ask("遂宁产业引育奖励办法有效期到哪天？").text
    assert "2028年6月30日" in text
    assert "2026年" not in text


def test_clauses_changed_are_read_with_their_places() -> None:
    found = [(each.kind, each.article) for each in amendments_in(NOTICE)]
    assert found == [
        ("changed", "第五条第一款"), ("changed", "第七条"), ("deleted", "第九条"), ("changed", "第十二条"),
    ]  # fmt: skip
    kept = without_old(NOTICE)
    assert len(kept) == len(NOTICE)
    assert "3亿元以上" not in kept and "2亿元以上" in kept


def test_numbers_changed_without_quotation_marks_are_read() -> None:
    text = "关于调整《巴中市外资奖励办法》的通知\n将第四条奖励比例由1%提高到1.5%，取消第六条。"
    changed, deleted = amendments_in(text)
    assert (changed.article, changed.what, deleted.kind) == ("第四条", "奖励比例", "deleted")


def test_a_paper_that_changes_none_has_no_amendments() -> None:
    assert amendments_in("第三条 比例由1%提高到2%。取消第四条。") == ()
