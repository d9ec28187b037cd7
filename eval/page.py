"""How does a person read a report? One HTML page that needs nothing from outside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from importlib import resources
from string import Template

from assistant.answer import Answer, Citation
from eval.compare import Comparison
from eval.provenance import Provenance
from eval.runner import CaseResult, EvalReport
from eval.wording import OUTCOMES, percent, rows, why


def render(report: EvalReport, *, provenance: Provenance, comparison: Comparison | None = None) -> str:
    """The page: numbers, what changed, then every case, the failed ones open.

    Everything that came out of a document or an answer is escaped; the page may run no script but its own.
    """
    template = Template(resources.files("eval").joinpath("templates/report.html").read_text("utf-8"))
    summary = report.summary
    return template.substitute(
        headline=escape(percent(summary.accuracy)),
        passed=summary.passed,
        failed=summary.failed,
        unscored=summary.unscored,
        numbers=_pairs(rows(summary)),
        origin=_pairs(_origin(provenance)),
        comparison=_comparison(comparison) if comparison else "",
        cases="\n".join(_case(result) for result in report.results),
    )


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in pairs)


def _origin(provenance: Provenance) -> Iterable[tuple[str, str]]:
    yield "评测时间", provenance.started
    yield "代码版本", provenance.commit or "—"
    yield "向量模型", provenance.embedder
    yield "大模型", provenance.chat_model or "未配置（原文摘录）"
    yield (
        "文献",
        f"{provenance.documents} 篇，内容指纹 {provenance.collection}，第 {provenance.generation} 次写入",
    )
    yield "题目 / 提示词指纹", f"{provenance.cases} / {provenance.prompts}"
    yield "软件版本", _versions({"Python": provenance.python, **provenance.versions})


def _versions(versions: Mapping[str, str]) -> str:
    return "，".join(f"{name} {version}" for name, version in versions.items())


def _comparison(comparison: Comparison) -> str:
    pairs = [
        ("新通过", "、".join(comparison.fixed) or "无"),
        ("新失败", "、".join(comparison.broken) or "无"),
        ("均通过 / 均未通过", f"{comparison.both_passed} / {comparison.both_failed}"),
        ("新增 / 删去的题目", f"{len(comparison.added)} / {len(comparison.removed)}"),
        ("偶然如此的概率（McNemar 精确检验）", f"{comparison.p_value:.3f}"),
    ]
    return f"<h2>与基准相比</h2>\n<table>{_pairs(pairs)}</table>"


def _case(result: CaseResult) -> str:
    case, score = result.case, result.score
    reasons = "".join(f"<li>{escape(reason)}</li>" for reason in why(result))
    asked = "".join(f"<p class=before>此前问：{escape(question)}</p>" for question in case.history)
    return (
        f'<details class="case {score.outcome}" data-outcome="{score.outcome}"'
        f"{' open' if score.outcome != 'passed' else ''}>"
        f"<summary><b>{OUTCOMES[score.outcome]}</b> <code>{escape(case.id)}</code> "
        f"<span class=kind>{escape(case.kind)}</span> {escape(case.question)} "
        f"<span class=seconds>{result.seconds:.2f} 秒</span></summary>"
        f"{asked}{f'<ul class=reasons>{reasons}</ul>' if reasons else ''}"
        f"{_answer(result.answer) if result.answer else ''}</details>"
    )


def _answer(answer: Answer) -> str:
    notes = "".join(f"<p class=note>{escape(note)}</p>" for note in answer.notes)
    refused = "<p class=note>拒答</p>" if answer.refused else ""
    understood = f"<p class=before>理解为：{escape(answer.question)}</p>" if answer.question else ""
    citations = "".join(_citation(citation) for citation in answer.citations)
    return f"{understood}{refused}<pre>{escape(answer.text)}</pre>{notes}<ol class=citations>{citations}</ol>"


def _citation(citation: Citation) -> str:
    page = f"，第 {citation.page} 页" if citation.page else ""
    section = f"，{citation.section}" if citation.section else ""
    source = escape(f"《{citation.title or citation.document}》（{citation.document}{page}{section}）")
    return f"<li value={citation.marker}>{source}<blockquote>{escape(citation.quote)}</blockquote></li>"
