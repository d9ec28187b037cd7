"""What does `zhaoda ingest` say? Progress, what failed and why, and one line that sums."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import TYPE_CHECKING

from ui.arguments import Options
from ui.labels import STATES

if TYPE_CHECKING:
    from ingest import FileOutcome, IngestReport
    from ingest.ledger.proposals import Propose


def run(options: Options) -> int:
    """Read the paths into the store; 0 only if every file was, with all its pages."""
    from ingest import ingest

    report = ingest(
        options.paths,
        store=options.store,
        published=options.published,
        publisher=options.publisher,
        level=options.level,
        on_outcome=_tell_as_json if options.format == "jsonl" else None,
        progress=options.format == "text",
        propose=_proposer(options),
    )
    if options.format == "text":
        print("\n".join([*failures(report), *additions(report), summary(report)]))
    if not report.outcomes:
        print("zhaoda：没有找到可以入库的文件；请检查路径和文件格式", file=sys.stderr)
    return 0 if report.outcomes and not report.failed and not report.incomplete else 1


def _proposer(options: Options) -> Propose | None:
    if not options.extract_with_model:
        return None
    from ui.extraction import proposer_from_environment

    return proposer_from_environment()


def additions(report: IngestReport) -> list[str]:
    """What became of the rows that a chat model proposed; nothing where none was asked."""
    if not (report.proposed or report.dropped or report.unanswered):
        return []
    silent = f"；{report.unanswered} 份资料没有得到答复，台账仍按规则读出" if report.unanswered else ""
    return [f"大模型补充台账：收录 {report.proposed} 条，未通过核对而丢弃 {report.dropped} 条{silent}"]


def summary(report: IngestReport) -> str:
    """How many files ended in which state; the parts sum to the whole."""
    counts: Counter[str] = Counter(outcome.state for outcome in report.outcomes)
    parts = "，".join(f"{chinese} {counts[state]}" for state, chinese in STATES.items() if counts[state])
    return f"共 {len(report.outcomes)} 个文件" + (f"：{parts}" if parts else "")


def failures(report: IngestReport) -> list[str]:
    """A line for each file that was not stored, or not wholly: its state, then its name and the reason."""
    told = (*report.failed, *report.incomplete)
    return [f"{STATES[each.state]}  {each.reason or each.document}" for each in told]


def _tell_as_json(outcome: FileOutcome) -> None:
    print(json.dumps(outcome.to_dict(), ensure_ascii=False), flush=True)
