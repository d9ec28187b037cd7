"""How is the API explained without any outside asset? One static page made from the OpenAPI description."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_STYLE = (
    "body{font:16px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif}"
    "body{color:#22262b;background:#faf8f3;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "section{background:#fff;border:1px solid #e4dfd3;border-radius:8px}"
    "section{padding:.2rem 1.2rem .8rem;margin:1rem 0}"
    "code,pre{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9rem}pre{overflow-x:auto}"
    "h2{font-size:1.1rem}b{color:#1f4b6e}td{padding:.15rem 1rem .15rem 0;vertical-align:top}"
)


def docs_page(schema: Mapping[str, Any]) -> str:
    """The routes of an OpenAPI description as HTML: what each takes and what it expects."""
    routes = "".join(_routes(schema))
    title = escape(str(schema["info"]["title"]))
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{_STYLE}</style></head>'
        f"<body><h1>{title}</h1><p>{escape(str(schema['info'].get('description', '')))}</p>"
        f'<p><a href="/openapi.json">OpenAPI 描述</a> · <a href="/">回到问答</a></p>{routes}</body></html>'
    )


def _routes(schema: Mapping[str, Any]) -> Iterator[str]:
    for path, methods in schema["paths"].items():
        for method, route in methods.items():
            yield (
                f"<section><h2><b>{escape(method.upper())}</b> <code>{escape(path)}</code></h2>"
                f"<p>{escape(route.get('summary', ''))}</p>{_parameters(route)}"
                f"{_body(route, schema)}</section>"
            )


def _parameters(route: Mapping[str, Any]) -> str:
    needs = (
        (each["name"], "必填" if each.get("required") else "可选") for each in route.get("parameters", ())
    )
    rows = "".join(f"<tr><td><code>{escape(name)}</code></td><td>{need}</td></tr>" for name, need in needs)
    return f"<table>{rows}</table>" if rows else ""


def _body(route: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    contents = route.get("requestBody", {}).get("content", {})
    return "".join(
        f"<p>请求体：<code>{escape(kind)}</code></p><pre>{escape(_pretty(_resolved(content, schema)))}</pre>"
        for kind, content in contents.items()
    )


def _resolved(content: Mapping[str, Any], schema: Mapping[str, Any]) -> object:
    reference = content["schema"].get("$ref", "")
    found = (
        schema.get("components", {}).get("schemas", {}).get(reference.rsplit("/", 1)[-1], content["schema"])
    )
    return found.get("examples", [found.get("properties", found)])[0]


def _pretty(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
