"""How is the README's picture of the desk taken? python docs/screenshots/take.py, with Chromium on the PATH.

The bundled samples are read into a store of their own, `zhaoda chat` serves it, a question is asked and its
first citation opened.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
PORT = 7871
QUESTIONS = ("即墨区一季度签约了多少个亿元以上项目，总投资多少？", "青岛各区市一季度谁签约亿元以上项目最多？")


def main() -> None:
    """Write desk.png beside this file."""
    command = [sys.executable, "-m", "ui"]
    with tempfile.TemporaryDirectory() as store:
        samples = HERE.parent.parent / "eval" / "samples" / "documents"
        subprocess.run([*command, "ingest", str(samples), "--store", store], check=True)
        chat = [*command, "chat", "--store", store, "--port", str(PORT)]
        with subprocess.Popen(chat, stdout=subprocess.PIPE) as served, sync_playwright() as playwright:
            assert served.stdout is not None
            served.stdout.readline()
            chromium = os.environ.get("ZHAODA_CHROMIUM") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="zh-CN")
            _ask_and_open(page)
            page.screenshot(path=HERE / "desk.png")
            browser.close()
            served.terminate()


def _ask_and_open(page: Page) -> None:
    page.goto(f"http://127.0.0.1:{PORT}", timeout=60_000)
    page.wait_for_selector(".suggestions")
    for turn, question in enumerate(QUESTIONS, start=1):
        page.fill("#question textarea", question)
        page.press("#question textarea", "Enter")
        page.wait_for_function(f"document.querySelectorAll('#done .turn').length === {turn}")
    page.locator("#done .turn").last.locator(".body .cite").first.click()
    page.wait_for_selector("#source mark")
    page.wait_for_timeout(500)


if __name__ == "__main__":
    main()
