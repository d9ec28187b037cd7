"""Which HTTP routes does the assistant answer? Questions, documents and ledger rows under /api/v1."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Iterator
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, File, Path, Query, Response, UploadFile
from fastapi.responses import JSONResponse, StreamingResponse

from assistant.answer import Answer, AnswerPart
from ui.api_models import AskRequest
from ui.rows import document_facts
from ui.service import Service, told
from vectorstore.ledger_rows import Modality

Filter = Annotated[str | None, Query(max_length=100)]
# A document is shown by the browser itself only where it cannot run scripts of its own.
INLINE = {"application/pdf": "application/pdf", "text/plain": "text/plain; charset=utf-8"}
ORIGINAL_CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
PDF_CSP = f"{ORIGINAL_CSP}; object-src 'self'"  # the browser's own viewer is such an object


def api_routes(service: Service) -> APIRouter:
    """Every route of the API over one service."""
    router = APIRouter()
    _add_questions(router, service)
    _add_documents(router, service)
    _add_ledger(router, service)
    _add_health(router, service)
    return router


def _add_questions(router: APIRouter, service: Service) -> None:
    @router.post("/api/v1/ask", tags=["问答"], summary="提问，一次返回完整答案")
    def ask(request: AskRequest) -> JSONResponse:
        return JSONResponse(service.ask(request.question, history=request.messages()).to_dict())

    @router.post("/api/v1/ask/stream", tags=["问答"], summary="提问，以事件流返回：part、answer、error")
    def ask_stream(request: AskRequest) -> StreamingResponse:
        return StreamingResponse(_events(service, request), media_type="text/event-stream")


def _events(service: Service, request: AskRequest) -> Iterator[str]:
    try:
        for item in service.stream(request.question, history=request.messages()):
            yield _event(item)
    except Exception as error:  # the stream has begun: the failure can only be told inside it
        yield _sse("error", {"error": told(error)})


def _event(item: AnswerPart | Answer) -> str:
    if isinstance(item, Answer):
        return _sse("answer", item.to_dict())
    return _sse("part", {"text": item.text})


def _sse(event: str, data: object) -> str:
    return f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


def _add_documents(router: APIRouter, service: Service) -> None:
    @router.get("/api/v1/documents", tags=["资料"], summary="列出资料")
    def documents() -> JSONResponse:
        return JSONResponse({"documents": [document_facts(each) for each in service.assistant.documents()]})

    @router.post("/api/v1/documents", tags=["资料"], summary="上传资料，每个文件一个结果")
    def upload(files: Annotated[list[UploadFile], File()]) -> JSONResponse:
        outcomes = [each for file in files for each in service.holdings.add(file.filename or "", file.file)]
        return JSONResponse({"outcomes": [each.to_dict() for each in outcomes]})

    @router.get("/api/v1/documents/{document_id}", tags=["资料"], summary="一份资料的信息和全文")
    def document(document_id: str) -> JSONResponse:
        found = service.assistant.document(document_id)
        return JSONResponse({**document_facts(found), "text": found.text})

    @router.get("/api/v1/documents/{document_id}/original", tags=["资料"], summary="下载原件")
    def original(document_id: str) -> Response:
        found = service.assistant.document(document_id)  # what the reader may not see has no original either
        content = service.holdings.original(document_id)
        if content is None:
            content, name = found.text.encode(), f"{found.name}.txt"
        else:
            name = found.name
        return _file(name, content)

    @router.get("/api/v1/documents/{document_id}/pages/{number}", tags=["资料"], summary="一页原件的图片")
    def page(document_id: str, number: Annotated[int, Path(ge=1, le=100_000)]) -> Response:
        found = service.assistant.document(document_id)
        picture = service.holdings.page_picture(found, number=number)
        headers = {"cache-control": "private, no-store", "content-security-policy": ORIGINAL_CSP}
        return Response(picture.content, media_type=picture.media_type, headers=headers)

    @router.delete("/api/v1/documents/{document_id}", tags=["资料"], summary="移除一份资料")
    def remove(document_id: str) -> JSONResponse:
        service.assistant.document(document_id)
        service.holdings.remove(document_id)
        return JSONResponse({"removed": document_id})


def _file(name: str, content: bytes) -> Response:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    shown = INLINE.get(kind) if _is_what_it_says(kind, content) else None
    place = "inline" if shown else "attachment"
    headers = {
        "content-disposition": f"{place}; filename*=UTF-8''{quote(name)}",
        "cache-control": "private, no-store",
        "content-security-policy": PDF_CSP if shown == "application/pdf" else ORIGINAL_CSP,
    }
    return Response(content, media_type=shown or "application/octet-stream", headers=headers)


def _is_what_it_says(kind: str, content: bytes) -> bool:
    if kind == "application/pdf":
        return content[:1024].lstrip().startswith(b"%PDF-")
    if kind != "text/plain":
        return False
    try:
        content.decode()
    except UnicodeDecodeError:  # an older encoding would be shown as garbage: better saved
        return False
    return True


def _add_ledger(router: APIRouter, service: Service) -> None:
    @router.get("/api/v1/figures", tags=["台账"], summary="资料里的数字")
    def figures(
        subject: Filter = None, metric: Filter = None, period: Filter = None, modality: Modality | None = None
    ) -> JSONResponse:
        found = service.assistant.figures(subject=subject, metric=metric, period=period, modality=modality)
        return JSONResponse({"figures": [each.to_dict() for each in found]})

    @router.get("/api/v1/projects", tags=["台账"], summary="资料里的项目")
    def projects(
        name: Filter = None, place: Filter = None, stage: Filter = None, min_investment: float | None = None
    ) -> JSONResponse:
        found = service.assistant.projects(name=name, place=place, stage=stage, min_investment=min_investment)
        return JSONResponse({"projects": [each.to_dict() for each in found]})


def _add_health(router: APIRouter, service: Service) -> None:
    @router.get("/healthz", tags=["运行"], summary="进程还活着")
    def healthz() -> dict[str, Literal["ok"]]:
        return {"status": "ok"}

    @router.get("/readyz", tags=["运行"], summary="资料库可以回答问题")
    def readyz() -> JSONResponse:
        try:
            count = len(service.assistant.documents())
        except Exception as error:  # whatever it is, the answer to "ready?" is no, with the reason
            return JSONResponse({"status": "unready", "error": told(error)}, status_code=503)
        return JSONResponse({"status": "ready", "documents": count})
