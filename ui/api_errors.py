"""How does a failed request end? Always as {"error": one Chinese line} with a fitting status."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.errors import AssistantError, BadQuestion
from ingest.errors import IngestError
from ui.errors import NoPictureError, OverloadedError, UiError, UploadRefusedError
from ui.service import told
from vectorstore.errors import NoSuchDocument, StoreBusy, VectorStoreError

_STATUS: dict[type[Exception], int] = {
    NoSuchDocument: 404,
    StoreBusy: 409,
    UploadRefusedError: 422,
    NoPictureError: 404,
    OverloadedError: 503,
    BadQuestion: 422,
    AssistantError: 503,
    IngestError: 422,
    VectorStoreError: 500,
    UiError: 500,
}
_FIELDS = {
    "string_too_short": "不能为空",
    "string_too_long": "太长，最多 {max_length} 个字",
    "too_long": "太多，最多 {max_length} 条",
    "missing": "没有给出",
    "json_invalid": "不是合法的 JSON",
    "extra_forbidden": "是不认识的字段",
    "literal_error": "只能是 {expected}",
}


def add_error_handlers(app: FastAPI) -> None:
    """Make every failure of `app` answer in one shape."""

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        return _response(422, "；".join(_problem(each) for each in error.errors()))

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> JSONResponse:
        return _response(error.status_code, "请求无法处理；接口说明见 /docs")

    def failed(request: Request, error: Exception) -> JSONResponse:
        known = (status for kind, status in _STATUS.items() if isinstance(error, kind))
        return _response(next(known, 500), told(error))

    for kind in (*_STATUS, Exception):
        app.add_exception_handler(kind, failed)


def _response(status: int, reason: str) -> JSONResponse:
    return JSONResponse({"error": reason}, status_code=status)


def _problem(problem: dict[str, object]) -> str:
    place = problem["loc"]
    name = ".".join(str(each) for each in place[1:]) if isinstance(place, tuple) else ""
    limits = problem.get("ctx")
    text = _FIELDS.get(str(problem["type"]), "的值不对")
    return f"{name or '请求'} {text.format(**limits) if isinstance(limits, dict) and '{' in text else text}"
