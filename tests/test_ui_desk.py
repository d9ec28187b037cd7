"""The desk in a real browser: answers stream, citations open, uploads are told, nothing leaves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser_desk import answered, ask, browser, running, visit
from fakes_assistant import FakeAssistant, FakeHoldings
from playwright.sync_api import Browser, Page, expect

from ui.service import MAX_QUESTION_CHARS, Service
from vectorstore.document import Document

pytestmark = [
    pytest.mark.browser,
    # uvicorn's and Gradio's own use of libraries that are about to change
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def opened(chromium: str) -> Iterator[Browser]:
    with browser(chromium) as running_browser:
        yield running_browser


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[str, FakeAssistant]]:
    """One server for the whole module: its start is what takes long."""
    assistant = FakeAssistant(pause_s=0.05)
    with running(Service(assistant, FakeHoldings(assistant))) as url:
        yield url, assistant


@pytest.fixture
def assistant(served: tuple[str, FakeAssistant]) -> FakeAssistant:
    served[1].reset()
    return served[1]


@pytest.fixture
def address(served: tuple[str, FakeAssistant], assistant: FakeAssistant) -> str:
    return served[0]


@pytest.fixture
def page(opened: Browser, address: str) -> Iterator[Page]:
    with visit(opened, address) as visited:
        yield visited


def test_an_answer_streams_and_then_stands_with_its_sources(
    page: Page, assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assistant, "pause_s", 0.25)  # a busy machine shows fewer of the steps in between
    page.evaluate(
        """() => { window.seen = new Set();
        new MutationObserver(() => { const body = document.querySelector('#live .body');
          if (body) window.seen.add(body.innerText); })
        .observe(document.querySelector('#live'), {childList: true, subtree: true, characterData: true}); }"""
    )
    ask(page, "云溪区签了多少亿元以上项目？")
    expect(page.locator("#send")).to_have_text("查找中")
    answered(page)
    lengths = sorted(len(text) for text in page.evaluate("[...window.seen]"))
    assert len(lengths) >= 2
    assert lengths[0] < lengths[-1]
    expect(page.locator("#done .body strong")).to_have_text("34个")
    expect(page.locator("#done .understood")).to_contain_text("云溪区2025年一季度")
    expect(page.locator("#done .label")).to_have_text("原文摘录")
    expect(page.locator("#send")).to_have_text("提问")
    expect(page.locator("#send")).to_be_enabled()


def test_a_citation_opens_its_passage_highlighted(page: Page) -> None:
    ask(page, "各区一季度谁最多？")
    answered(page)
    page.click("#done td .cite >> nth=1")
    expect(page.locator("#source mark")).to_have_text("云溪区签约亿元以上项目34个")
    expect(page.locator("#source h3")).to_have_text("江州各区抓招商抢项目")
    assert page.locator("#done .card.on .no").inner_text() == "2"
    page.keyboard.press("Escape")
    expect(page.locator("#source")).to_be_hidden()


def test_the_original_opens_from_the_source(page: Page) -> None:
    ask(page, "云溪区签了多少")
    answered(page)
    page.click("#done .card")
    with page.expect_popup() as popup:
        page.click("#source .file a")
    expect(popup.value.locator("body")).to_contain_text("云溪区签约亿元以上项目34个")


def test_a_suggestion_is_asked_with_one_click(page: Page, assistant: FakeAssistant) -> None:
    page.click(".suggestions button >> nth=1")
    answered(page)
    assert assistant.asked[0][0] == "各区一季度谁最多？"
    expect(page.locator("#welcome")).not_to_contain_text("您想查什么")


def test_a_follow_up_goes_out_with_the_history_the_server_kept(page: Page, assistant: FakeAssistant) -> None:
    ask(page, "云溪区签了多少")
    answered(page)
    ask(page, "各区谁最多")
    answered(page, turns=2)
    _, history = assistant.asked[1]
    assert [message["role"] for message in history] == ["user", "assistant"]
    assert history[0]["content"] == "云溪区签了多少"
    page.click("[data-new]")
    expect(page.locator(".suggestions button")).to_have_count(2)
    ask(page, "各区谁最多")
    answered(page)
    assert assistant.asked[2][1] == ()


def test_a_new_conversation_ends_the_answer_that_was_coming(page: Page, assistant: FakeAssistant) -> None:
    assistant.pause_s = 0.4
    try:
        ask(page, "各区谁最多")
        expect(page.locator("#live .body")).to_be_visible()
        page.click("[data-new]")
        expect(page.locator(".suggestions button")).to_have_count(2)
        page.wait_for_timeout(1_500)
        expect(page.locator(".turn")).to_have_count(0)
        expect(page.locator("#send")).to_be_enabled()
    finally:
        assistant.pause_s = 0.05
    ask(page, "云溪区签了多少")
    answered(page)


def test_two_visitors_do_not_share_a_conversation(opened: Browser, address: str, page: Page) -> None:
    ask(page, "云溪区签了多少")
    answered(page)
    with visit(opened, address) as other:
        expect(other.locator("#done .turn")).to_have_count(0)
        ask(other, "各区谁最多")
        answered(other)
        expect(other.locator("#done .turn")).to_have_count(1)


def test_a_failure_is_told_and_can_be_tried_again(page: Page, assistant: FakeAssistant) -> None:
    ask(page, "这一问会失败")
    answered(page)
    expect(page.locator("#done .failed p")).to_have_text("模型没有回应；请稍后再试")
    page.click("#done .failed button")
    answered(page, turns=2)
    assert len(assistant.asked) == 2


def test_a_refusal_is_not_dressed_as_an_answer(page: Page) -> None:
    ask(page, "明天天气怎么样？")
    answered(page)
    expect(page.locator("#done .refused")).to_contain_text("资料中没有天气信息")
    expect(page.locator("#done .card")).to_have_count(0)


def test_an_upload_is_told_listed_and_answered_from(page: Page) -> None:
    page.click(".bar [data-open=library]")
    text = "南岭区招商简报\n南岭区上半年签约项目17个。"
    page.set_input_files(
        "#upload input",
        [
            {"name": "南岭.txt", "mimeType": "text/plain", "buffer": text.encode()},
            {"name": "bad.txt", "mimeType": "text/plain", "buffer": b""},
        ],
    )
    expect(page.locator(".uploads .good")).to_have_text("南岭.txt新增")
    expect(page.locator(".uploads .bad")).to_contain_text("未能读取：文件是空的；请检查后重新上传")
    expect(page.locator(".documents li")).to_have_count(3)
    expect(page.locator(".bar [data-open=library]")).to_have_text("资料 3")
    ask(page, "南岭区签了几个？")
    answered(page)
    expect(page.locator("#done .body")).to_contain_text("南岭区上半年签约项目17个")


def test_a_document_is_removed_after_a_question(page: Page, assistant: FakeAssistant) -> None:
    page.click(".bar [data-open=library]")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.click(".documents li:first-child [data-remove]")
    assert len(assistant.held) == 2
    page.once("dialog", lambda dialog: dialog.accept())
    page.click(".documents li:first-child [data-remove]")
    expect(page.locator(".documents li")).to_have_count(1)


def test_without_documents_the_desk_says_what_to_do(opened: Browser) -> None:
    nothing = FakeAssistant(())
    with running(Service(nothing, FakeHoldings(nothing))) as url, visit(opened, url) as page:
        expect(page.locator(".welcome h1")).to_have_text("还没有资料")
        page.click(".welcome .solid")
        expect(page.locator(".drop")).to_be_visible()


def test_hostile_document_text_does_not_run(opened: Browser) -> None:
    hostile = FakeAssistant(())
    holdings = FakeHoldings(hostile)
    attack = "<img src=x onerror=\"document.title='owned'\">![](http://192.0.2.1/x.png)"
    with running(Service(hostile, holdings)) as url, visit(opened, url) as page:
        page.click(".bar [data-open=library]")
        page.set_input_files(
            "#upload input", {"name": "a.txt", "mimeType": "text/plain", "buffer": attack.encode()}
        )
        expect(page.locator(".uploads .good")).to_have_count(1)
        ask(page, "写了什么？")
        answered(page)
        expect(page.locator("#done .body")).to_contain_text("<img src=x")
        page.click("#done .card")
        expect(page.locator("#source mark")).to_contain_text("onerror")
        assert page.locator("#talk img, #side img").count() == 0
        assert page.title() == "招答"


def test_a_question_that_is_too_long_is_not_cut_in_half(page: Page, assistant: FakeAssistant) -> None:
    ask(page, "很" * (MAX_QUESTION_CHARS + 1))
    answered(page)
    expect(page.locator("#done .failed p")).to_have_text(
        f"问题太长，最多 {MAX_QUESTION_CHARS} 个字；请分开问"
    )
    assert assistant.asked == []


def test_enter_that_picks_a_word_of_the_input_method_sends_nothing(page: Page) -> None:
    page.fill("#question textarea", "云溪区签了多少")
    for composing in ("true", "false"):
        for kind in ("keydown", "keypress"):
            page.evaluate(
                f"""() => document.querySelector('#question textarea').dispatchEvent(new KeyboardEvent(
                '{kind}', {{key: 'Enter', isComposing: {composing}, bubbles: true, cancelable: true}}))"""
            )
        page.wait_for_timeout(300)
        expect(page.locator(".turn")).to_have_count(0 if composing == "true" else 1)


def test_the_whole_document_unfolds_around_the_passage(opened: Browser) -> None:
    long = "\n".join(f"第{number}段说的是别的事。" for number in range(900)) + "\n全市签约项目88个。"
    document = Document(id="long", name="长.txt", text=long, title="长文")
    assistant = FakeAssistant((document,))
    with running(Service(assistant, FakeHoldings(assistant))) as url, visit(opened, url) as page:
        ask(page, "签了几个？")
        answered(page)
        page.click("#done .cite")
        expect(page.locator("#source mark")).to_be_in_viewport()
        expect(page.locator("#source .paper")).not_to_contain_text("第0段")
        page.click("#source [data-more]")
        expect(page.locator("#source .paper")).to_contain_text("第0段")
        expect(page.locator("#source mark")).to_be_in_viewport()


def test_on_a_phone_the_way_back_leads_to_the_answer(opened: Browser, address: str) -> None:
    with visit(opened, address, **PHONE) as page:
        ask(page, "云溪区签了多少")
        answered(page)
        page.click("#done .cite")
        expect(page.locator("#source mark")).to_be_in_viewport()
        page.go_back()
        expect(page.locator("#source")).to_be_hidden()
        expect(page.locator("#done .turn")).to_have_count(1)


@pytest.mark.parametrize("question", ["", "云溪区签了多少", "各区谁最多", "这一问会失败"])
def test_a_phone_never_scrolls_sideways(opened: Browser, address: str, question: str) -> None:
    with visit(opened, address, **PHONE) as page:
        if question:
            ask(page, question)
            answered(page)
        for panel in ("none", "library", "source"):
            page.evaluate(f"document.documentElement.dataset.side = '{panel}'")
            widest = page.evaluate(
                """() => Math.max(...[...document.querySelectorAll('body,#talk,#side,#composer,.turn,.bar')]
                .map(each => each.scrollWidth))"""
            )
            assert widest <= PHONE["width"]


def test_what_a_thumb_presses_is_large_enough(opened: Browser, address: str) -> None:
    with visit(opened, address, **PHONE) as page:
        ask(page, "云溪区签了多少")
        answered(page)
        page.click(".bar [data-open=library]")
        heights = page.evaluate(
            """() => [...document.querySelectorAll('button, .drop, .card')]
            .map(each => each.getBoundingClientRect().height).filter(height => height > 0)"""
        )
        assert min(heights) >= 40


def test_nothing_on_the_page_is_english(page: Page) -> None:
    ask(page, "云溪区签了多少")
    answered(page)
    page.click(".bar [data-open=library]")
    labels = page.eval_on_selector_all(
        "[aria-label],[title],[placeholder]",
        "found => found.map(each => [each.ariaLabel, each.title, each.placeholder].join(' '))",
    )
    shown = page.inner_text("body") + " ".join(labels)
    words = {word for word in "".join(c if c.isascii() else " " for c in shown).split() if word.isalpha()}
    assert words <= {"MB", "pdf", "txt"}
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
