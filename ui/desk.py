"""How is the desk wired? Gradio components around the pages of desk_pages, one conversation a visitor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.answer import AnswerPart
from ui import desk_pages as pages
from ui.desk_session import Session, Turn
from ui.format_source import WHOLE_CHARS, WINDOW_CHARS, source_html
from ui.service import MAX_QUESTION_CHARS, Service, told

if TYPE_CHECKING:
    from fastapi import FastAPI

SUGGESTIONS = 4
IDLE_SESSION_S = 4 * 3600
HEAD = (
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<link rel="stylesheet" href="/desk/desk.css"><script src="/desk/desk.js"></script>'
)
# Clicks inside our HTML reach Python as events: a citation as "select", a question as "submit".
ON_LOAD = """
element.addEventListener('click', event => {
  const hit = event.target.closest('[data-more],[data-cite],[data-ask]');
  if (!hit) return;
  event.preventDefault();
  if (hit.dataset.ask !== undefined) return trigger('submit', {ask: hit.dataset.ask});
  trigger('select', {turn: hit.dataset.turn, cite: hit.dataset.cite, more: hit.dataset.more !== undefined});
});
element.addEventListener('zhaoda:changed', () => trigger('submit', {}));
"""
THEME = gr.themes.Base(font=["sans-serif"], font_mono=["monospace"])  # names only: nothing is fetched
READY = gr.update(value="提问", interactive=True)
BUSY = gr.update(value="查找中", interactive=False)
Update = tuple[Any, ...]


def mount(app: FastAPI, service: Service, *, blocked: tuple[Path, ...] = ()) -> None:
    """Put the desk at the root of `app`, with every switch that could let something in or out set."""
    gr.mount_gradio_app(
        app, build(service), path="/", server_name="127.0.0.1", head=HEAD, theme=THEME, footer_links=[],
        run_history=False, show_error=False, allowed_paths=[], blocked_paths=[str(path) for path in blocked],
        max_file_size="1kb", ssr_mode=False, mcp_server=False, enable_monitoring=False, pwa=False,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Regions:
    """The components of the page, top to bottom."""

    session: gr.State
    header: gr.HTML
    welcome: gr.HTML
    done: gr.HTML
    live: gr.HTML
    box: gr.Textbox
    send: gr.Button
    source: gr.HTML
    upload: gr.HTML
    shelf: gr.HTML
    fresh: gr.Button


def build(service: Service) -> gr.Blocks:
    """The page and its wiring."""
    desk: gr.Blocks
    with gr.Blocks(title="招答", analytics_enabled=False, delete_cache=(3600, 3600), fill_width=True) as desk:
        _wire(desk, _lay_out(), service)
    desk.queue(default_concurrency_limit=8, max_size=256)
    return desk


def _lay_out() -> Regions:
    session = gr.State(Session(), time_to_live=IDLE_SESSION_S)
    header = _html("", elem_id="header")
    with gr.Row(elem_id="layout"):
        with gr.Column(elem_id="main"):
            with gr.Column(elem_id="talk"):
                welcome, done, live = (_html("", elem_id=name) for name in ("welcome", "done", "live"))
            with gr.Row(elem_id="composer"):
                box = gr.Textbox(
                    label="问题", show_label=False, placeholder="想查什么？直接问", lines=1, max_lines=5,
                    container=False, elem_id="question",
                )  # fmt: skip
                send = gr.Button("提问", elem_id="send")
        with gr.Column(elem_id="side"):
            source = _html(pages.source_page(pages.SOURCE_HINT), elem_id="source")
            with gr.Column(elem_id="library"):
                upload = _html(pages.upload_html(), elem_id="upload")
                shelf = _html("", elem_id="shelf")
    fresh = gr.Button("新对话", elem_id="fresh")
    return Regions(
        session=session, header=header, welcome=welcome, done=done, live=live, box=box, send=send,
        source=source, upload=upload, shelf=shelf, fresh=fresh,
    )  # fmt: skip


def _wire(desk: gr.Blocks, page: Regions, service: Service) -> None:
    quiet: Mapping[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    asking = gr.on(
        [page.box.submit, page.send.click, page.welcome.submit, page.done.submit],
        _asking(service),
        [page.box, page.session],
        [page.session, page.welcome, page.done, page.live, page.box, page.send],
        concurrency_limit=None,  # the service itself says how many run at once
        trigger_mode="once",
        **quiet,
    )
    cited = [page.done.select, page.live.select, page.source.select]
    gr.on(cited, _showing(service), [page.session], [page.source], **quiet)
    shown = [page.header, page.welcome, page.shelf]
    gr.on([desk.load, page.upload.submit], _listing(service), [page.session], shown, **quiet)
    emptied = [page.session, page.welcome, page.done, page.live, page.box, page.send]
    page.fresh.click(_restarting(service), None, emptied, cancels=[asking], **quiet)


def _html(value: str, *, elem_id: str) -> gr.HTML:
    return gr.HTML(value, elem_id=elem_id, js_on_load=ON_LOAD, apply_default_css=False)


def _asking(service: Service) -> Callable[..., Iterator[Update]]:
    def ask(typed: str, session: Session, event: gr.EventData) -> Iterator[Update]:
        question = str(_data(event).get("ask") or typed or "").strip()
        if not question:
            yield session, gr.skip(), gr.skip(), gr.skip(), "", gr.skip()
            return
        turn = Turn(number=session.next_number, question=question[:MAX_QUESTION_CHARS])
        if turn.question != question:  # half a question would get the answer to another one
            session = session.with_turn(
                replace(turn, error=f"问题太长，最多 {MAX_QUESTION_CHARS} 个字；请分开问")
            )
            yield session, "", pages.talk_html(session), "", gr.skip(), gr.skip()
            return
        yield session, "", gr.skip(), pages.live_html(turn, ""), "", BUSY
        reply = turn
        for reply, text in _answering(service, turn, session):  # noqa: B007 - the last one is the whole turn
            yield session, gr.skip(), gr.skip(), pages.live_html(turn, text), gr.skip(), gr.skip()
        session = session.with_turn(reply)
        yield session, "", pages.talk_html(session), "", gr.skip(), READY

    return ask


def _answering(service: Service, turn: Turn, session: Session) -> Iterator[tuple[Turn, str]]:
    """The turn so far with its text; the last one holds the answer or the error."""
    text = ""
    try:
        for item in service.stream(turn.question, history=session.history()):
            if isinstance(item, AnswerPart):
                text += item.text
                yield turn, text
            else:
                yield replace(turn, answer=item, inferred=_inferred(service)), item.text
    except Exception as error:  # the top of a visitor's request: whatever it is, the page must say so
        yield replace(turn, error=told(error)), text


def _showing(service: Service) -> Callable[..., str]:
    def show(session: Session, event: gr.EventData) -> str:
        data = _data(event)
        citation = session.citation(turn=_number(data.get("turn")), marker=_number(data.get("cite")))
        if citation is None:
            return pages.source_page(pages.SOURCE_HINT)
        window = WHOLE_CHARS if data.get("more") is True else WINDOW_CHARS
        try:
            document = service.assistant.document(citation.document_id)
        except Exception as error:  # the top of a visitor's request
            return pages.source_page(pages.problem_html(told(error)))
        turn = _number(data.get("turn"))
        return pages.source_page(source_html(document, citation, turn=turn, window_chars=window))

    return show


def _listing(service: Service) -> Callable[..., Update]:
    def refresh(session: Session) -> Update:
        try:
            documents = service.assistant.documents()
            suggestions = service.assistant.suggestions(count=SUGGESTIONS)
        except Exception as error:  # the top of a visitor's request
            return pages.header_html(()), pages.problem_html(told(error)), ""
        welcome = gr.skip() if session.turns else pages.welcome_html(documents, suggestions)
        return pages.header_html(documents), welcome, pages.library_html(documents)

    return refresh


def _restarting(service: Service) -> Callable[..., Update]:
    def restart() -> Update:
        _, welcome, _ = _listing(service)(Session())
        return Session(), welcome, "", "", "", READY

    return restart


def _inferred(service: Service) -> dict[str, str]:
    documents = service.assistant.documents()
    return {each.id: each.published for each in documents if each.published_basis == "inferred"}


def _data(event: gr.EventData) -> Mapping[str, object]:
    """What the browser sent along: anything at all, so nothing of it is trusted."""
    data = event._data
    return data if isinstance(data, dict) else {}


def _number(value: object) -> int:
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 6 else 0
