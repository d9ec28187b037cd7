"""How does one process serve desk and API? The app from its parts, and a listener on this machine only."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from threading import Thread

from ui.errors import PortBusyError
from ui.guard import LOOPBACK, App, Guard
from ui.labels import cause
from ui.service import Service

HOST, PORT = "127.0.0.1", 7860
STATIC = {"desk.css": "text/css; charset=utf-8", "desk.js": "text/javascript; charset=utf-8"}


def serve(store: Path, *, host: str = HOST, port: int = PORT) -> None:
    """Open the store and answer until interrupted.

    Raises:
        PortBusyError: another process has the port.
        AssistantError, VectorStoreError: the store cannot be opened.
    """
    store = store.resolve()
    with listener(host, port) as listening, tempfile.TemporaryDirectory(prefix="zhaoda-") as private:
        if host not in LOOPBACK:
            print(
                f"警告：正在监听 {host}，尚无登录，网络上的任何人都能查看和修改资料；只应在可信的内网使用。",
                file=sys.stderr,
            )
        _keep_private(Path(private))
        _run(store, listening, host=host)


def listener(host: str, port: int) -> socket.socket:
    """A bound socket.

    Raises:
        PortBusyError: the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except (OSError, OverflowError) as error:
        bound.close()
        why = cause(error) if isinstance(error, OSError) else "端口号在 0 到 65535 之间"
        message = f"{host}:{port}：端口不能用（{why}）；请关掉占用它的程序，或用 --port 换一个端口"
        raise PortBusyError(message) from error
    return bound


def create_app(service: Service, *, loopback_only: bool = True, blocked: tuple[Path, ...] = ()) -> App:
    """Desk and API over one service, behind the guard; `blocked` folders are shut to Gradio."""
    from fastapi import FastAPI
    from fastapi.responses import HTMLResponse, JSONResponse, Response

    from ui.api import api_routes
    from ui.api_docs import docs_page
    from ui.api_errors import add_error_handlers
    from ui.desk import mount

    app = FastAPI(
        title="招答 HTTP 接口",
        description='提问、资料和台账。出错时返回 {"error": 原因}。',
        docs_url=None,
        redoc_url=None,
    )
    add_error_handlers(app)
    app.include_router(api_routes(service))

    @app.api_route(
        "/api/{rest:path}", include_in_schema=False, methods=["GET", "POST", "PUT", "PATCH", "DELETE"]
    )
    def unknown(rest: str) -> JSONResponse:  # else the desk at the root would answer, in English
        return JSONResponse({"error": f"/api/{rest}：没有这个地址，或不支持这种操作；接口说明见 /docs"}, 404)

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        return HTMLResponse(docs_page(app.openapi()))

    @app.get("/desk/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        if name not in STATIC:
            return Response(status_code=404)
        content = (files("ui") / "static" / name).read_bytes()
        return Response(content, media_type=STATIC[name], headers={"cache-control": "no-cache"})

    mount(app, service, blocked=blocked)
    return Guard(app, loopback_only=loopback_only)


def _keep_private(folder: Path) -> None:
    """Set before Gradio is imported: what it caches stays in a folder of ours, and it tells nobody."""
    os.environ |= {
        "GRADIO_ANALYTICS_ENABLED": "False",
        "GRADIO_TEMP_DIR": str(folder / "cache"),
        "HF_HUB_OFFLINE": "1",
    }
    (folder / "empty").mkdir()
    os.chdir(folder / "empty")


def _run(store: Path, listening: socket.socket, *, host: str) -> None:
    import uvicorn

    from assistant import Assistant
    from ui.collector import ready
    from ui.holdings import Holdings

    holdings = Holdings(store)
    holdings.ensure()
    with Assistant.open(store) as assistant:
        app = create_app(Service(assistant, holdings), loopback_only=host in LOOPBACK, blocked=(store,))
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=2)
        )
        shown, port = listening.getsockname()[:2]
        Thread(target=ready, args=(assistant,), daemon=True).start()
        address = f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"
        print(f"招答已打开：{address}  （按 Ctrl+C 结束）", flush=True)
        server.run(sockets=[listening])
