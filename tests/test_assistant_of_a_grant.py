"""Follow-ups after a question about a grant or a task stand alone with what they leave out."""

from __future__ import annotations

import pytest

from assistant.followups.of_a_grant import of_a_grant
from language.place import learn_places

PLACES = learn_places("宜宾市。柳州市", known={"宜宾市", "柳州市"})


@pytest.mark.parametrize(
    ("before", "text", "meant"),
    [
        pytest.param("宜宾增资奖励比例是多少？", "最高多少？", "宜宾增资奖励最高多少？", id="the most"),
        pytest.param("宜宾设备补助怎么算？", "能拿几年？", "宜宾设备补助能拿几年？", id="how long"),
        pytest.param("宜宾固定资产投资3亿元能奖多少？", "如果投12亿元呢？",
                     "宜宾固定资产投资12亿元能奖多少?", id="another amount"),
        pytest.param("宜宾基金招商由谁牵头？", "那场景招商呢？", "宜宾场景招商由谁牵头?", id="another task"),
        pytest.param("宜宾用地保障由谁负责？", "场景发布呢？", "宜宾场景发布由谁负责?",
                     id="a task of another name"),
        pytest.param("CMMI3级奖多少？", "4级呢？", "CMMI4级奖多少?", id="another class"),
        pytest.param("省级平台奖励多少？", "国家级的呢？", "国家级平台奖励多少?", id="another class with 的"),
        pytest.param("宜宾租2000平方米厂房补多少？", "5000平方米呢？", "宜宾租5000平方米厂房补多少?",
                     id="another area"),
        pytest.param("宜宾博士给多少？", "硕士呢？", "宜宾硕士给多少?", id="another taker"),
        pytest.param("宜宾租5000平方米厂房补贴一年最多多少？", "补几年", "宜宾厂房补贴补几年？",
                     id="not of one area"),
        pytest.param("宜宾博士给多少？", "到什么时候", "宜宾政策有效期到什么时候？", id="till when"),
        pytest.param("宜宾今年签约多少个项目？", "最高多少？", None, id="of no grant"),
        pytest.param("宜宾增资奖励比例是多少？", "柳州呢？", None, id="another place"),
        pytest.param("宜宾和柳州的奖励各多少？", "哪个更高？", None, id="a comparison"),
    ],
)  # fmt: skip
def test_a_follow_up_takes_the_grant_or_the_question_from_before(
    before: str, text: str, meant: str | None
) -> None:
    assert of_a_grant(text, [before], places=PLACES) == meant
