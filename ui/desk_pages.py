"""What stands in each region of the desk? Welcome, turns, library and source, as safe HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ui.desk_session import Session, Turn
from ui.format import answer_html, text_html
from ui.format_text import answer_text
from ui.guard import MAX_UPLOAD_BYTES
from ui.rows import dated
from vectorstore.document import DEFAULT_LEVEL, Document

KINDS = ".txt,.md,.html,.htm,.pdf,.docx,.xlsx,.csv,.pptx,.zip,.eml,.mht,.jsonl"
FEW = 8  # so many documents are seen at a glance
SEAL = '<span class="seal" aria-hidden="true">招<br>答</span>'
SOURCE_HINT = '<div class="hint"><h3>原文</h3><p>点答案里的编号，这里会打开它的出处，并标出那一句。</p></div>'


def header_html(documents: Sequence[Document]) -> str:
    """The bar at the top: name, how much there is to ask about, the buttons."""
    return (
        f'<div class="bar">{SEAL}<span class="name"><b>招答</b><small>招商引资资料问答</small></span>'
        '<button type="button" class="plain" data-new>新对话</button>'
        f'<button type="button" class="plain" data-open="library">资料 {len(documents)}</button></div>'
    )


def welcome_html(documents: Sequence[Document], suggestions: Sequence[str]) -> str:
    """What a reader sees before the first question: how to begin, or how to bring documents in."""
    if not documents:
        return (
            '<div class="welcome empty"><h1>还没有资料</h1>'
            "<p>招答只根据您放进来的文件回答，每个数字都注明出处。</p>"
            "<ol><li>上传报道、方案、清单或报表：PDF、Word、Excel、PPT、网页、文本都可以。</li>"
            "<li>等每个文件显示“新增”。</li><li>直接用平常的话提问。</li></ol>"
            '<button type="button" class="solid" data-open="library">上传资料</button></div>'
        )
    asked = "".join(
        f'<li><button type="button" data-ask="{escape(each)}">{escape(each)}</button></li>'
        for each in suggestions
    )
    return (
        '<div class="welcome"><h1>您想查什么？</h1>'
        f"<p>已有 {len(documents)} 份资料。答案里的每个数字都能点回原文。</p>"
        f'<ul class="suggestions" aria-label="可以这样问">{asked}</ul></div>'
    )


def talk_html(session: Session) -> str:
    """The finished turns, oldest first: the question, then its answer or what went wrong."""
    return "".join(
        f'<article class="turn">{_asked(turn.question)}{_reply(turn)}</article>' for turn in session.turns
    )


def live_html(turn: Turn, text: str) -> str:
    """The turn being answered: what has come so far, or that the search is on."""
    body = (
        f'<div class="answer"><div class="body">{text_html(text, cited={}, turn=turn.number)}</div></div>'
        if text
        else '<p class="busy" role="status">正在查找资料<i></i><i></i><i></i></p>'
    )
    return f'<article class="turn live" aria-busy="true">{_asked(turn.question)}{body}</article>'


def library_html(documents: Sequence[Document]) -> str:
    """The list of documents, each with its facts, its original and a way to take it out."""
    if not documents:
        return '<p class="none">还没有资料，从上面上传。</p>'
    finder = '<input type="search" data-filter placeholder="按标题、单位或文件名查找" aria-label="查找资料">'
    shelf = f'<ul class="documents">{"".join(_document(each) for each in documents)}</ul>'
    return finder + shelf if len(documents) > FEW else shelf


def upload_html() -> str:
    """The place to drop files, and below it what becomes of each."""
    megabytes = MAX_UPLOAD_BYTES // 1024 // 1024
    return (
        f'{_panel_head("资料")}<label class="drop"><input type="file" multiple accept="{KINDS}" data-upload>'
        f"<b>上传资料</b><span>点这里选择，或把文件拖进来（单个不超过 {megabytes} MB）</span></label>"
        '<ul class="uploads" aria-live="polite"></ul>'
    )


def source_page(inner: str) -> str:
    """The source panel with its way back."""
    return _panel_head("原文") + inner


def problem_html(reason: str) -> str:
    """What went wrong, where the content would stand."""
    return f'<p class="failed" role="alert">{escape(reason)}</p>'


def _panel_head(name: str) -> str:
    close = '<button type="button" class="plain" data-open="none">关闭</button>'
    return f'<div class="panel-head"><h2>{name}</h2>{close}</div>'


def _asked(question: str) -> str:
    return f'<h2 class="asked">{escape(question)}</h2>'


def _reply(turn: Turn) -> str:
    if turn.answer is None:
        return (
            f'<div class="failed" role="alert"><p>{escape(turn.error)}</p>'
            f'<button type="button" class="plain" data-ask="{escape(turn.question)}">再问一次</button></div>'
        )
    html = answer_html(turn.answer, turn=turn.number, asked=turn.question, inferred=turn.inferred)
    return f'{html}<template class="plain-text">{escape(answer_text(turn.answer))}</template>'


def _document(document: Document) -> str:
    facts = " · ".join(fact for fact in (document.publisher, dated(document), document.name) if fact)
    level = f'<span class="level">{escape(document.level)}</span>' if document.level != DEFAULT_LEVEL else ""
    return (
        f'<li><a href="/api/v1/documents/{escape(document.id)}/original" target="_blank" rel="noopener">'
        f"{escape(document.title or document.name)}</a>{level}<small>{escape(facts)}</small>"
        f'<button type="button" class="quiet" data-remove="{escape(document.id)}"'
        f' data-title="{escape(document.title or document.name)}">移除</button></li>'
    )
