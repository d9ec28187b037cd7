"""The HTTP routes over a scripted assistant: shapes, limits, errors, and what the guard lets through."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Iterator
from urllib.parse import quote

import pytest
from fakes_assistant import COMPARED, FIRST, HOW_MANY, REFUSED, FakeAssistant, FakeHoldings
from fastapi import FastAPI
from starlette.routing import Mount
from starlette.testclient import TestClient

from ui.api_models import MAX_TURNS
from ui.desk import mount
from ui.errors import PortBusyError, UploadRefusedError
from ui.guard import CSP, MAX_BODY_BYTES, MAX_UPLOAD_BYTES, Guard
from ui.holdings import Holdings, safe_name
from ui.server import create_app
from ui.service import MAX_QUESTION_CHARS, Service

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
]
ADDRESS = "http://127.0.0.1:7860"


@pytest.fixture(scope="module")
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture(scope="module")
def client(assistant: FakeAssistant) -> Iterator[TestClient]:
    app = create_app(Service(assistant, FakeHoldings(assistant), places=2, patience_s=0.2))
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as opened:
        yield opened


def events(text: str) -> list[tuple[str, dict[str, object]]]:
    """The events of a server-sent stream as (event, data)."""
    pairs = (block.split("\n") for block in text.strip().split("\n\n"))
    return [(event.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for event, data in pairs]


@pytest.mark.parametrize(
    ("question", "answer"),
    [("云溪区签了多少？", HOW_MANY), ("谁最多？", COMPARED), ("天气？", REFUSED)],
    ids=["figure", "table", "refusal"],
)
def test_ask_returns_the_answer_of_the_contract(client: TestClient, question: str, answer: object) -> None:
    response = client.post("/api/v1/ask", json={"question": question})
    assert response.status_code == 200
    assert response.json() == answer.to_dict()


def test_the_history_reaches_the_assistant(client: TestClient, assistant: FakeAssistant) -> None:
    history = [{"role": "user", "content": "云溪区签了多少"}, {"role": "assistant", "content": "34个"}]
    client.post("/api/v1/ask", json={"question": "天气呢？", "history": history})
    assert assistant.asked[-1] == ("天气呢？", tuple(history))


def test_a_stream_is_parts_then_the_whole_answer(client: TestClient) -> None:
    response = client.post("/api/v1/ask/stream", json={"question": "云溪区签了多少？"})
    assert response.headers["content-type"].startswith("text/event-stream")
    told = events(response.text)
    assert [event for event, _ in told[:-1]] == ["part"] * (len(told) - 1)
    assert "".join(str(data["text"]) for _, data in told[:-1]) == HOW_MANY.text
    assert told[-1] == ("answer", HOW_MANY.to_dict())


def test_a_failed_stream_ends_with_an_error_event(client: TestClient) -> None:
    response = client.post("/api/v1/ask/stream", json={"question": "这会失败"})
    assert events(response.text) == [("error", {"error": "模型没有回应；请稍后再试"})]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({}, "question 没有给出"),
        ({"question": "  "}, "question 不能为空"),
        ({"question": "长" * (MAX_QUESTION_CHARS + 1)}, f"question 太长，最多 {MAX_QUESTION_CHARS} 个字"),
        ({"question": 3}, "question 的值不对"),
        ({"question": "a", "level": "secret"}, "level 是不认识的字段"),
        ({"question": "a", "history": [{"role": "system", "content": "x"}]}, "history.0.role 只能是"),
        ({"question": "a", "history": [{"role": "user", "content": "x"}] * (MAX_TURNS + 1)}, "history 太多"),
    ],
    ids=["missing", "blank", "long", "type", "extra", "role", "turns"],
)
def test_a_wrong_request_is_told_in_one_chinese_line(client: TestClient, body: object, says: str) -> None:
    response = client.post("/api/v1/ask", json=body)
    assert response.status_code == 422
    assert list(response.json()) == ["error"]
    assert says in response.json()["error"]


def test_broken_json_is_told(client: TestClient) -> None:
    headers = {"content-type": "application/json"}
    response = client.post("/api/v1/ask", content=b"{", headers=headers)
    assert (response.status_code, response.json()) == (422, {"error": "1 不是合法的 JSON"})


@pytest.mark.parametrize(
    ("method", "path", "status", "says"),
    [
        ("GET", "/api/v1/nothing", 404, "没有这个地址"),
        ("GET", "/api/v1/ask", 404, "不支持"),
        ("GET", "/api/v1/documents/none", 404, "none：资料库中没有这份文件"),
        ("GET", "/api/v1/documents/none/original", 404, "none：资料库中没有这份文件"),
        ("GET", "/api/v1/documents/none/pages/1", 404, "none：资料库中没有这份文件"),
        ("GET", "/api/v1/documents/d1/pages/1", 404, "没有可以显示的原件页面"),
        ("GET", "/api/v1/documents/d2/pages/0", 422, "number"),
        ("DELETE", "/api/v1/documents/none", 404, "none：资料库中没有这份文件"),
        ("GET", "/api/v1/figures?modality=wish", 422, "modality 只能是"),
        ("GET", "/api/v1/projects?min_investment=much", 422, "min_investment 的值不对"),
    ],
)
def test_every_failure_has_one_shape(
    client: TestClient, method: str, path: str, status: int, says: str
) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    assert list(response.json()) == ["error"]
    assert says in response.json()["error"]


def test_a_failing_assistant_is_told_as_it_says(client: TestClient) -> None:
    response = client.post("/api/v1/ask", json={"question": "这会失败"})
    assert (response.status_code, response.json()) == (503, {"error": "模型没有回应；请稍后再试"})


def test_an_unexpected_failure_shows_nothing_of_the_inside(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(FakeAssistant):
        def ask(self, question: str, *, history: object = ()) -> object:
            raise ValueError("a secret of the inside")

    service = Service(Broken(), FakeHoldings(FakeAssistant()))
    with TestClient(create_app(service), base_url=ADDRESS, raise_server_exceptions=False) as client:
        response = client.post("/api/v1/ask", json={"question": "什么"})
        assert response.status_code == 500
        assert response.json()["error"].startswith("系统内部出错")
        assert response.headers["content-security-policy"] == CSP
    assert "a secret of the inside" in caplog.text


def test_too_many_questions_at_once_are_turned_away(client: TestClient) -> None:
    service = Service(FakeAssistant(pause_s=0.1), FakeHoldings(FakeAssistant()), places=1, patience_s=0.05)
    running = service.stream("云溪区签了多少")
    next(running)
    with TestClient(create_app(service), base_url=ADDRESS) as other:
        response = other.post("/api/v1/ask", json={"question": "谁最多"})
        assert (response.status_code, response.json()) == (
            503,
            {"error": "正在回答的问题太多；请过一会儿再问"},
        )
        running.close()  # a visitor who leaves gives the place back
        assert other.post("/api/v1/ask", json={"question": "谁最多"}).status_code == 200


def test_documents_are_listed_without_their_text(client: TestClient) -> None:
    documents = client.get("/api/v1/documents").json()["documents"]
    assert documents[0]["title"] == "江州各区抓招商抢项目"
    assert documents[1]["published_basis"] == "inferred"
    assert "text" not in documents[0]


def test_one_document_comes_with_its_text(client: TestClient) -> None:
    assert client.get("/api/v1/documents/d1").json()["text"] == FIRST


def test_an_upload_is_answered_file_by_file_and_can_be_removed(client: TestClient) -> None:
    files = [("files", ("新.txt", "新的资料".encode())), ("files", ("bad.txt", b""))]
    outcomes = client.post("/api/v1/documents", files=files).json()["outcomes"]
    assert [outcome["state"] for outcome in outcomes] == ["added", "rejected"]
    assert outcomes[1]["reason"] == "bad.txt：文件是空的；请检查后重新上传"
    assert client.delete(f"/api/v1/documents/{quote('新.txt')}").json() == {"removed": "新.txt"}
    assert client.get(f"/api/v1/documents/{quote('新.txt')}").status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "kind", "place"),
    [
        ("报告.txt", "正文".encode(), "text/plain; charset=utf-8", "inline"),
        ("旧.txt", "正文".encode("gb18030"), "application/octet-stream", "attachment"),
        ("a.pdf", b"%PDF-1.7 ...", "application/pdf", "inline"),
        ("not.pdf", b"<script>alert(1)</script>", "application/octet-stream", "attachment"),
        ("a.html", b"<script>alert(1)</script>", "application/octet-stream", "attachment"),
        ("a.svg", b"<svg onload=alert(1)>", "application/octet-stream", "attachment"),
    ],
)
def test_an_original_never_runs_in_the_page(name: str, content: bytes, kind: str, place: str) -> None:
    assistant = FakeAssistant()

    class Kept(FakeHoldings):
        def original(self, document_id: str) -> bytes:
            return content

    held = assistant.held["d1"]
    assistant.held["d1"] = type(held)(id="d1", name=name, text="")
    with TestClient(create_app(Service(assistant, Kept(assistant))), base_url=ADDRESS) as client:
        response = client.get("/api/v1/documents/d1/original")
        assert response.content == content
        assert response.headers["content-type"] == kind
        assert response.headers["content-disposition"] == f"{place}; filename*=UTF-8''{quote(name)}"
        assert response.headers["x-content-type-options"] == "nosniff"


def test_a_page_is_a_picture_that_nothing_can_run_in(client: TestClient) -> None:
    response = client.get("/api/v1/documents/d2/pages/1")
    assert (response.status_code, response.headers["content-type"]) == (200, "image/png")
    assert response.headers["cache-control"] == "private, no-store"
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_where_no_original_was_kept_the_text_is_given(client: TestClient) -> None:
    response = client.get("/api/v1/documents/d2/original")
    assert "力争全年签约" in response.text
    assert quote("方案.pdf.txt") in response.headers["content-disposition"]


def test_ledger_rows_pass_their_filters(client: TestClient) -> None:
    figures = client.get("/api/v1/figures", params={"subject": "云溪区", "modality": "actual"}).json()[
        "figures"
    ]
    assert [(row["value"], row["unit"], row["period"]) for row in figures] == [(34, "个", "2025-Q1")]
    assert client.get("/api/v1/figures", params={"subject": "无"}).json() == {"figures": []}
    projects = client.get("/api/v1/projects", params={"place": "东湖区"}).json()["projects"]
    assert projects[0]["name"] == "进出口食品产业基地"


def test_health_and_readiness(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["status"] == "ready"


def test_a_store_that_cannot_be_read_is_not_ready() -> None:
    class Unreadable(FakeAssistant):
        def documents(self) -> list[object]:
            raise PortBusyError("资料库读不了")

    with TestClient(
        create_app(Service(Unreadable(), FakeHoldings(Unreadable()))), base_url=ADDRESS
    ) as client:
        response = client.get("/readyz")
        assert (response.status_code, response.json()["error"]) == (503, "资料库读不了")


def test_the_api_page_needs_nothing_from_outside(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "/api/v1/ask/stream" in page
    assert "http://" not in page.replace("http://127.0.0.1", "")
    assert "https://" not in page
    paths = client.get("/openapi.json").json()["paths"]
    assert set(paths) == {
        "/api/v1/ask", "/api/v1/ask/stream", "/api/v1/documents", "/api/v1/documents/{document_id}",
        "/api/v1/documents/{document_id}/original", "/api/v1/documents/{document_id}/pages/{number}",
        "/api/v1/figures", "/api/v1/projects", "/healthz",
        "/readyz",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/", "/healthz", "/docs", "/desk/desk.css", "/config", "/nowhere"])
def test_every_response_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == CSP
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/gradio_api/upload"),
        ("GET", "/gradio_api/file=/etc/passwd"),
        ("GET", "/gradio_api/file/x"),
        ("GET", "/gradio_api/proxy=http://127.0.0.1/"),
        ("POST", "/gradio_api/call/ask"),
        ("POST", "/gradio_api/run/ask"),
        ("POST", "/gradio_api/api/ask"),
        ("GET", "/gradio_api/info"),
        ("GET", "/gradio_api/openapi.json"),
        ("GET", "/monitoring"),
        ("GET", "/gradio_api/mcp/sse"),
        ("POST", "/gradio_api/vibe-edit"),
        ("POST", "/login"),
        ("GET", "/gradio_api/queue/../upload"),
    ],
)
def test_routes_of_gradio_that_the_page_does_not_need_are_shut(
    client: TestClient, method: str, path: str
) -> None:
    assert client.request(method, path).status_code == 404


# What the page itself needs of Gradio. A route that a new version brings stays shut until it is named here.
OPEN_GRADIO_ROUTES = {
    "/", "/config", "/config/", "/theme.css", "/favicon.ico", "/manifest.json", "/static/{path:path}",
    "/assets/{path:path}", "/svelte/{path:path}", "/gradio_api/theme.css", "/gradio_api/app_id",
    "/gradio_api/app_id/", "/gradio_api/queue/join", "/gradio_api/queue/data", "/gradio_api/cancel",
    "/gradio_api/reset", "/gradio_api/reset/", "/gradio_api/startup-events",
    "/gradio_api/heartbeat/{session_hash}",
}  # fmt: skip


def test_every_route_of_gradio_is_classified() -> None:
    async def inner(scope: object, receive: object, send: Callable[..., Awaitable[None]]) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    app = FastAPI()
    mount(app, Service(FakeAssistant(), FakeHoldings(FakeAssistant())))
    gradio = next(route.app for route in app.routes if isinstance(route, Mount))
    paths = {route.path for route in gradio.routes if hasattr(route, "path")}
    client = TestClient(Guard(inner), base_url=ADDRESS)
    passed = {path for path in paths if client.get(re.sub(r"\{.*?\}", "x", path)).status_code == 200}
    assert (
        passed - {"/openapi.json"} == OPEN_GRADIO_ROUTES & paths
    )  # that one is ours, which stands before it


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "http://evil.example"}],
)
def test_another_site_cannot_write(client: TestClient, headers: dict[str, str]) -> None:
    files = [("files", ("a.txt", b"a"))]
    assert client.post("/api/v1/documents", files=files, headers=headers).status_code == 403


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:7860", 200), ("localhost:7860", 200), ("[::1]:7860", 200), ("evil.example", 421), ("", 421)],
)
def test_only_this_machine_is_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == status


def test_a_server_for_the_network_answers_to_any_name() -> None:
    service = Service(FakeAssistant(), FakeHoldings(FakeAssistant()))
    with TestClient(create_app(service, loopback_only=False), base_url="http://zhaoda.lan") as client:
        assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(
    ("path", "length", "status"),
    [("/api/v1/ask", MAX_BODY_BYTES + 1, 413), ("/api/v1/documents", MAX_UPLOAD_BYTES + 1, 413)],
)
def test_what_is_too_large_is_refused_unread(client: TestClient, path: str, length: int, status: int) -> None:
    response = client.post(path, content=b"x", headers={"content-length": str(length)})
    assert response.status_code == status
    assert "太大" in response.json()["error"]


def test_a_body_of_unknown_length_is_refused(client: TestClient) -> None:
    assert client.post("/api/v1/ask", content=iter([b"{}"])).status_code == 411


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("报告.txt", "报告.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\表.xlsx", "表.xlsx"),
        ("a\u202etxt.exe", "atxt.exe"),
        ('a<b>:"c".md', "a_b_c_.md"),
        (" .hidden ", "hidden"),
        ("长" * 300 + ".pdf", "长" * 58 + ".pdf"),
    ],
)
def test_an_upload_is_kept_under_a_harmless_name(given: str, kept: str) -> None:
    assert safe_name(given) == kept
    assert len(safe_name(given).encode()) <= 180


@pytest.mark.parametrize("given", ["", "...", "/", "\u200b"])
def test_a_name_that_says_nothing_is_refused(given: str) -> None:
    with pytest.raises(UploadRefusedError, match="文件名"):
        safe_name(given)


def test_the_holdings_class_is_what_the_fake_stands_for() -> None:
    verbs = {name for name in vars(FakeHoldings) if not name.startswith("_")}
    assert verbs <= set(vars(Holdings))
