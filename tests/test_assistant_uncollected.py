"""Does the garbage collector rest while an answer is made, and only then?"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Barrier, Thread
from typing import Any

import pytest

import assistant.assistant as asked
from assistant import Assistant
from assistant.draft import Draft
from assistant.uncollected import uncollected


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    was = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was else gc.disable)()


def test_nothing_is_collected_inside_and_again_behind() -> None:
    with uncollected:
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_inside_leaves_it_on() -> None:
    with pytest.raises(ValueError, match="half way"), uncollected:
        raise ValueError("half way")
    assert gc.isenabled()


def test_a_host_that_keeps_it_off_finds_it_off() -> None:
    gc.disable()
    with uncollected:
        pass
    assert not gc.isenabled()


def test_it_rests_until_the_last_thread_is_out() -> None:
    inside, leave = Barrier(2), Barrier(2)

    def answer() -> None:
        with uncollected:
            inside.wait()
            leave.wait()

    other = Thread(target=answer)
    with uncollected:
        other.start()
        inside.wait()
    assert not gc.isenabled(), "the other thread is still at its answer"
    leave.wait()
    other.join()
    assert gc.isenabled()


PAPERS = {"a.txt": "岚川区签约提速\n岚川日报 2024年4月9日\n一季度，岚川区签约项目12个，总投资34亿元。\n"}


def test_a_question_is_answered_with_the_collector_at_rest(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    planned = asked.plan_answer

    def planning(*args: Any, **options: Any) -> Draft:
        seen.append(gc.isenabled())
        return planned(*args, **options)

    monkeypatch.setattr(asked, "plan_answer", planning)
    assert "12个" in assistant.ask("一季度岚川区签约了多少个项目").text
    assert seen == [False]
    assert gc.isenabled()


def test_what_an_answer_leaves_behind_is_collected_after_it(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    composed = asked.compose

    def composing(*args: Any, **options: Any) -> Any:
        answer = composed(*args, **options)
        made.append("composed")
        return answer

    def collecting(phase: str, _info: dict[str, int]) -> None:
        made.append(phase)

    monkeypatch.setattr(asked, "compose", composing)
    assistant.ask("一季度岚川区签约了多少个项目")
    made.clear()
    usual = gc.get_threshold()
    gc.set_threshold(1)  # with the first thing that is made
    gc.callbacks.append(collecting)
    try:
        assistant.ask("一季度岚川区签约项目总投资多少")
        made.append("answered")
    finally:
        gc.callbacks.remove(collecting)
        gc.set_threshold(*usual)
    between = made[made.index("composed") : made.index("answered")]
    assert between == ["composed"]
