"""Cases are asked as a person would ask them, and one bad case never hides the others."""

from __future__ import annotations

from eval_scripted import ScriptedAssistant, a_case, a_hit, an_answer

from assistant.answer import Answer
from eval.runner import CaseResult, evaluate


def test_a_follow_up_is_asked_after_its_history() -> None:
    first = an_answer(text="先答")
    assistant = ScriptedAssistant(script={"先问": first, "再问": first, "那城北区呢？": an_answer()})
    evaluate([a_case(question="那城北区呢？", history=("先问", "再问"))], assistant)
    assert [question for question, _ in assistant.asked] == ["先问", "再问", "那城北区呢？"]
    assert assistant.asked[-1][1] == (
        {"role": "user", "content": "先问"},
        {"role": "assistant", "content": "先答"},
        {"role": "user", "content": "再问"},
        {"role": "assistant", "content": "先答"},
    )


def test_each_case_starts_a_conversation_of_its_own() -> None:
    assistant = ScriptedAssistant(script={"一": an_answer(), "二": an_answer()})
    evaluate([a_case(id="1", question="一", history=("二",)), a_case(id="2", question="二")], assistant)
    assert assistant.asked[-1] == ("二", ())


def test_the_search_is_given_the_question_as_it_was_understood() -> None:
    assistant = ScriptedAssistant(
        script={"那城北区呢？": an_answer(question="城北区一季度签约几个？")}, hits=[a_hit()]
    )
    evaluate([a_case(question="那城北区呢？")], assistant)
    assert assistant.searched == ["城北区一季度签约几个？"]


def test_a_case_that_raises_fails_with_its_reason_and_the_next_is_asked() -> None:
    assistant = ScriptedAssistant(script={"一": RuntimeError("模型没有回应"), "二": an_answer()})
    report = evaluate([a_case(id="1", question="一"), a_case(id="2", question="二")], assistant)
    bad, good = report.results
    assert (bad.score.outcome, good.score.outcome) == ("failed", "passed")
    assert [(reason.fault, reason.detail) for reason in bad.score.reasons] == [
        ("raised", "RuntimeError: 模型没有回应")
    ]
    assert bad.answer is None


def test_a_history_that_raises_fails_the_case() -> None:
    assistant = ScriptedAssistant(script={"先问": KeyError("x"), "一": an_answer()})
    (result,) = evaluate([a_case(question="一", history=("先问",))], assistant).results
    assert result.score.outcome == "failed"


def test_a_search_that_raises_leaves_the_verdict_alone() -> None:
    class Unsearchable(ScriptedAssistant):
        def retrieve(self, question: str, *, k: int = 10) -> list[object]:  # type: ignore[override]
            raise OSError("索引不可用")

    (result,) = evaluate([a_case(question="一")], Unsearchable(script={"一": an_answer()})).results  # type: ignore[arg-type]
    assert (result.score.outcome, result.ranking) == ("passed", None)


def test_a_document_is_read_once_however_often_it_is_cited() -> None:
    reads: list[str] = []

    class Counting(dict[str, str]):
        def __getitem__(self, key: str) -> str:
            reads.append(key)
            return super().__getitem__(key)

    assistant = ScriptedAssistant(script={"一": an_answer(), "二": an_answer()})
    assistant.texts = Counting(assistant.texts)
    evaluate([a_case(id="1", question="一"), a_case(id="2", question="二")], assistant)
    assert reads == ["north"]


def test_progress_is_told_case_by_case() -> None:
    assistant = ScriptedAssistant(script={"一": an_answer(), "二": Answer(text="不知道")})
    seen: list[CaseResult] = []
    report = evaluate(
        [a_case(id="1", question="一"), a_case(id="2", question="二")], assistant, on_progress=seen.append
    )
    assert tuple(seen) == report.results
    assert [result.score.outcome for result in seen] == ["passed", "failed"]
