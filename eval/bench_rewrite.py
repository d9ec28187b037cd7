"""Does an elliptical third turn get back what it leaves out, and is one that stands alone left alone?

Restored terms are the content words of the stand-alone form that the turn itself lacks. Recall is the share
of them in our rewrite; precision, of the terms we added, the share that are in the stand-alone form.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.followups.conversation import stand_alone
from assistant.followups.restoration import restored
from eval.bench import BenchOptions, rows, text_of
from eval.errors import BenchError
from eval.terminal import cells
from language.place import PlaceNames
from language.words import STOP_WORDS, words


@dataclass(frozen=True, kw_only=True)
class RewriteCase:
    """Two turns, a third, and the third as it would be said without the others."""

    id: str
    asked: str
    answered: str
    question: str
    rewritten: str


@dataclass(frozen=True, kw_only=True)
class RewriteScore:
    """Shares from 0 to 1 over all cases; 0 where there was nothing to restore, or nothing was added."""

    recall: float
    precision: float
    exact: float


_NAME_CELLS, _VALUE_CELLS = 34, 9
Rewrite = Callable[[RewriteCase], str]


def run(options: BenchOptions) -> int:
    """Measure and print one table; 0 unless there was nothing to measure.

    Raises: BenchError.
    """
    cases = [_case(row, options) for row in rows(options.questions) if "rewritten" in row][: options.limit]
    if not cases:
        raise BenchError(f"{options.questions}：没有带 history 和 rewritten 的行")
    print(*lines(cases), sep="\n")
    if options.run:
        written = ({"id": case.id, "rewritten": as_asked(case)} for case in cases)
        options.run.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in written), "utf-8"
        )
    return 0


def lines(cases: Sequence[RewriteCase]) -> list[str]:
    """The table: restoring what is known to be elliptical, and the assistant's own way of finding out."""
    found = [_line("方式", "补回率", "补对率", "全同")]
    means: tuple[tuple[str, Rewrite], ...] = (("已知有省略", _told_elliptical), ("由助手判断", as_asked))
    for name, rewrite in means:
        score = score_of(cases, rewrite)
        shown = [f"{value:.3f}" for value in (score.recall, score.precision, score.exact)]
        found.append(_line(name, *shown))
    whole = (("完整问题未被改动（同一话题）", cases), ("完整问题未被改动（换了话题）", _shifted(cases)))
    for name, alone in whole:
        kept = sum(as_asked(case) == case.question for case in map(_whole, alone)) / len(cases)
        found.append(_line(name, f"{kept:.3f}"))
    return found


def _line(name: str, *values: str) -> str:
    widths = zip((name, *values), (_NAME_CELLS, *[_VALUE_CELLS] * len(values)), strict=True)
    return "".join(text + " " * (width - cells(text)) for text, width in widths).rstrip()


def score_of(cases: Sequence[RewriteCase], rewrite: Rewrite) -> RewriteScore:
    """How well `rewrite` restores the cases."""
    due = added = right = exact = 0
    for case in cases:
        ours, own = rewrite(case), _terms(case.question)
        wanted, given = _terms(case.rewritten) - own, _terms(ours) - own
        due, added, right = due + len(wanted), added + len(given), right + len(wanted & given)
        exact += ours == case.rewritten
    return RewriteScore(
        recall=right / max(1, due), precision=right / max(1, added), exact=exact / max(1, len(cases))
    )


def as_asked(case: RewriteCase) -> str:
    """The third turn as the assistant understands it, over a collection that knows no names."""
    history = [{"role": "user", "content": case.asked}, {"role": "assistant", "content": case.answered}]
    return stand_alone(case.question, history=history, places=PlaceNames(), names=_nobody, topics=_nobody)


def _told_elliptical(case: RewriteCase) -> str:
    return restored(case.question, asked=case.asked, answered=case.answered)


def _nobody(_text: str) -> tuple[str, ...]:
    return ()


def _whole(case: RewriteCase) -> RewriteCase:
    """The case with its third turn said in full: nothing is to be added."""
    return replace(case, question=case.rewritten)


def _shifted(cases: Sequence[RewriteCase]) -> list[RewriteCase]:
    """Each third turn after the two turns of another case."""
    return [
        replace(case, asked=other.asked, answered=other.answered)
        for case, other in zip(cases, [*cases[-1:], *cases[:-1]], strict=True)
    ]


def _terms(text: str) -> set[str]:
    return {word for word in words(text) if word not in STOP_WORDS}


def _case(row: dict[str, object], options: BenchOptions) -> RewriteCase:
    history = row.get("history")
    turns = [str(turn) for turn in history] if isinstance(history, list) else []
    asked, answered = [*turns, "", ""][:2]
    return RewriteCase(
        id=text_of(row, "id", options.questions), asked=asked, answered=answered,
        question=text_of(row, "question", options.questions),
        rewritten=text_of(row, "rewritten", options.questions),
    )  # fmt: skip
