"""How are verdicts and numbers said, in Chinese, on the page and in the terminal?"""

from __future__ import annotations

from collections.abc import Iterator

from eval.judge import Fault, Outcome, Reason
from eval.metrics import Summary
from eval.retrieval import Owner, owner
from eval.runner import CaseResult
from eval.statistics import Estimate

OUTCOMES: dict[Outcome, str] = {"passed": "通过", "failed": "未通过", "unscored": "无法评判"}
_OWNERS: dict[Owner, str] = {
    "search": "前5段中没有所需依据，错在检索",
    "choice": "前5段中有所需依据，错在选句",
}
_FAULTS: dict[Fault, str] = {
    "lacks": "缺少应有内容",
    "says": "出现不应有的内容",
    "too_long": "超出字数",
    "not_cited": "未引用应引文献",
    "refused": "误拒答",
    "not_refused": "应拒答而未拒答",
    "dangling": "标记没有对应引文",
    "not_verbatim": "引文与原文不一致",
    "raised": "提问时出错",
    "unread": "所引文献无法读取，不作评判",
}


def in_words(reason: Reason) -> str:
    """One reason as a person reads it."""
    return _FAULTS[reason.fault] + (f"：{reason.detail}" if reason.detail else "")


def why(result: CaseResult) -> list[str]:
    """Why a case did not pass, and whose fault that is where the search tells."""
    whose = owner(result.ranking) if result.score.outcome == "failed" else None
    return [*map(in_words, result.score.reasons), *([_OWNERS[whose]] if whose else [])]


def percent(estimate: Estimate | None) -> str:
    """A share with its interval and its base, — for none."""
    if estimate is None:
        return "—"
    return f"{estimate.mean:.1%}（{estimate.low:.0%}–{estimate.high:.0%}，n={estimate.n}）"


def _searched(name: str) -> str:
    return name.replace("documents", "文献").replace("evidence", "依据").replace("recall", "召回")


def rows(summary: Summary) -> Iterator[tuple[str, str]]:
    """Every number of the summary with its Chinese name, in the order of importance."""
    yield "通过率", percent(summary.accuracy)
    yield "通过 / 未通过 / 无法评判", f"{summary.passed} / {summary.failed} / {summary.unscored}"
    for kind, estimate in summary.by_kind.items():
        yield f"通过率 · {kind}", percent(estimate)
    yield "引用准确率", percent(summary.citation_precision)
    yield "依据覆盖率", percent(summary.citation_recall)
    yield "引文位置准确率", percent(summary.exact_spans)
    yield "拒答准确率", percent(summary.refusal_precision)
    yield "拒答召回率", percent(summary.refusal_recall)
    for name, estimate in summary.retrieval.items():
        yield f"检索 · {_searched(name)}", percent(estimate)
    if summary.latency:
        seconds = summary.latency
        yield "用时 P50 / P95 / 最长", f"{seconds.p50:.2f} / {seconds.p95:.2f} / {seconds.slowest:.2f} 秒"
    worders = {"extract": "原文摘录", "model": "AI生成"}
    for worder, count in summary.by_worder.items():
        yield f"作答方式 · {worders.get(worder, worder)}", str(count)
