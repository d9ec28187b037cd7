"""An answer is looked for as its measure is told, not as any digits."""

from __future__ import annotations

import pytest

from language.answered import answers_to
from language.asked import asked


@pytest.mark.parametrize(
    ("question", "answer", "no_answer"),
    [
        ("2024年规上工业增长率", "增长6.2%", "2023年有35家"),
        ("高坪村茶园产值占比是多少", "占百分之三十一", "产值1.2亿元"),
        ("码头总投资多少", "总投资12.6亿元", "2022年6月18日开工"),
        ("码头投资多少", "投资八千万元", "35个泊位"),
        ("吸纳就业人数", "吸纳1200余人", "1200亩"),
        ("签约了多少个项目", "签约三十一个", "签约35亿元"),
        ("有几家企业", "120余户", "120人"),
        ("设备折旧多久", "折旧五年", "折旧一批"),
        ("年吞吐量", "吞吐量35万箱", "2022年6月"),
        ("哪一年建成", "2019年建成", "6月18日建成"),
        ("什么时候开工", "6月18日", "2022个"),
        ("由谁承建", "由王小明承建", "承建"),
        ("落在哪个区", "落在东港区", "落成"),
        ("哪家公司承建", "高坪建设公司", "承建"),
    ],
)
def test_an_answer_looks_as_its_measure_is_told(question: str, answer: str, no_answer: str) -> None:
    form = answers_to(question)
    assert form is not None
    assert form.search(answer)
    assert not form.search(no_answer)


def test_why_and_how_have_no_looks() -> None:
    assert asked("为什么迁出") is None
    assert answers_to("为什么迁出") is None
