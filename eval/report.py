"""How is a report kept? report.json for machines and the next comparison, report.html for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from eval.compare import Comparison
from eval.errors import ReportError
from eval.page import render
from eval.provenance import Provenance
from eval.retrieval import owner
from eval.runner import CaseResult, EvalReport

Json = dict[str, object]
SCHEMA = 1


def write_report(
    folder: Path, report: EvalReport, *, provenance: Provenance, comparison: Comparison | None = None
) -> Path:
    """Write report.json and report.html into `folder`, made if need be; returns the HTML's path.

    Raises: ReportError when the folder cannot be written.
    """
    data = as_json(report, provenance=provenance, comparison=comparison)
    page = folder / "report.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.json").write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
        page.write_text(render(report, provenance=provenance, comparison=comparison), "utf-8")
    except OSError as error:
        raise ReportError(f"{folder}: cannot be written ({error.strerror}); name another folder") from error
    return page


def as_json(report: EvalReport, *, provenance: Provenance, comparison: Comparison | None = None) -> Json:
    """The whole report, JSON-ready; `schema` grows when a reader of old ones would go wrong."""
    return {
        "schema": SCHEMA,
        "provenance": asdict(provenance),
        "summary": asdict(report.summary),
        "comparison": asdict(comparison) if comparison else None,
        "cases": [_case(result) for result in report.results],
    }


def _case(result: CaseResult) -> Mapping[str, object]:
    return {
        "id": result.case.id,
        "kind": result.case.kind,
        "question": result.case.question,
        "outcome": result.score.outcome,
        "reasons": [asdict(reason) for reason in result.score.reasons],
        "seconds": round(result.seconds, 4),
        "owner": owner(result.ranking) if result.score.outcome == "failed" else None,
        "ranking": asdict(result.ranking) if result.ranking else None,
        "answer": result.answer.to_dict() if result.answer else None,
    }
