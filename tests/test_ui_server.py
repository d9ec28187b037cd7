"""The address a server takes, and the questions it answers at once."""

from __future__ import annotations

import threading

import pytest
from fakes_assistant import HOW_MANY, FakeAssistant, FakeHoldings

from ui.errors import PortBusyError
from ui.server import listener
from ui.service import Service


def test_a_busy_port_is_told_with_a_way_out() -> None:
    with listener("127.0.0.1", 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortBusyError, match=f"{port}：端口不能用（已被别的程序占用）.*--port"):
            listener("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "port", "says"), [("203.0.113.7", 0, "本机没有这个地址"), ("127.0.0.1", 70000, "65535")]
)
def test_an_impossible_address_is_told(host: str, port: int, says: str) -> None:
    with pytest.raises(PortBusyError, match=says):
        listener(host, port)


def test_questions_run_side_by_side() -> None:
    service = Service(FakeAssistant(pause_s=0.02), FakeHoldings(FakeAssistant()), places=4, patience_s=5)
    answers: list[object] = []
    threads = [
        threading.Thread(target=lambda: answers.append(list(service.stream("云溪区签了多少"))[-1]))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [HOW_MANY] * 6
