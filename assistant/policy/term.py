"""From when and until when does a policy paper hold? Its own sentence on it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import term_match
from assistant.policy.pieces import pieces
from assistant.policy.repeals import shared
from assistant.policy.rules import Paper, fits_place, papers_for, passage_evidence
from assistant.question import QuestionFrame
from assistant.versions import is_titled, named
from assistant.wording import tidy
from language.text import Span, fold

_WHEN = r"(?:什么时候|何时|哪一?天|哪一?年|几时|几月|多会儿|啥时候|哪个月|几年|多久|多长时间)"
_PAPER_BEHIND = r"(?!细则|方案|意见|办法|计划)"  # 实施细则 is a paper, 实施 a deed
_HELD = (
    rf"(?:施行|试行(?=多|几|到|期|时|$|[?？])|实施{_PAPER_BEHIND}|执行|实行|生效|起效|到期|失效|截止"
    r"|有效期?|管用|过期)"
)
_ASKED = re.compile(
    rf"{_WHEN}.{{0,6}}{_HELD}|{_HELD}.{{0,8}}{_WHEN}|管{_WHEN}|管到{_WHEN}|有效期|到{_WHEN}(?:为止|结束|截?止)"
)
_PAPER = re.compile(
    r"政策|通知|修订|修改|意见|办法|措施|规定|细则|文件|条例|规则|方案|计划|规划|纲要|指南|有效期|\d+号"
)
_APPLYING = re.compile(r"申报|申请|填报|报名|受理|提交|报送|材料")
_SAID = re.compile(r"(?:起|日)(?:正式|开始)?(?:施行|实施|执行|生效)|有效期|试行期|(?:执行|实施|有效|规划)期")
_ABOUT_PAPER = re.compile(
    r"(?:本|以上|上述)(?:意见|办法|措施|规定|细则|政策|条例|方案|通知|文件|指南|公告)|有效期(?:延长)?(?:至|到|为|由|\d|[一二两三五])|试行期|(?:实施|执行)期"
)
# 政策执行期限按照国家规定执行, said in an item, is that item's.
_OF_WHOLE = re.compile(
    r"(?:本|以上|上述)(?:若干|实施)?(?:意见|办法|措施|规定|细则|政策|条例|方案|通知|文件|指南|公告)"
)
_LONG = 60  # characters of a sentence that is told in its clauses on the term alone
_HAN = "[一二三四五六七八九十]{1,3}"
_MARK = re.compile(rf"^\s*(?:第[^条]{{1,6}}条|{_HAN}、|[（(]{_HAN}[）)])\s*")
_MOST = 3
_OF_OTHER = re.compile(
    r"\s*《(?P<title>[^》]{4,60})》(?:[（(][^（）()]*[）)])?(?=[^，。；]{0,6}有效期|[^。；]{0,12}(?:施行|实施|执行))"
)
_PUT_IN = re.compile(r"^.*(?:修改|修订|调整)为[：:]?\s*“(?P<said>[^”]+?)。?”.*$")
_IN_TEXT = 0.3  # what a word of the question counts for that the paper says, and its title does not
_OTHER_NAMED = 6  # characters of its title in a row
_Told = tuple[Paper, list[Span]]


def answer_about_term(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """When a paper came or comes in force and when it expires; None where none of the papers says it."""
    if not asks_when_in_force(frame.text):
        return None
    return in_force(frame, papers_for(frame, collection), collection)


def asks_when_in_force(question: str) -> bool:
    """Whether a question asks from when or until when a paper holds."""
    asked = _ASKED.search(question) and _PAPER.search(question)
    return bool(asked) and not _APPLYING.search(question)


def in_force(frame: QuestionFrame, papers: list[Paper], collection: Collection) -> Draft | None:
    """The sentences on it of the papers whose titles the question names best, each under its name."""
    if not _PAPER.search(frame.text):
        return None
    meant = [paper for paper in papers if _may_be_meant(paper, frame)]
    told = [(paper, spans) for paper in meant if (spans := _telling(paper, frame))]
    chosen = [each for group in _of_each_place(told, frame, collection) for each in _likest(group, frame)]
    statements = tuple(_statement(paper, spans, collection) for paper, spans in chosen)
    return Draft(statements=statements) if statements else None


def _of_each_place(told: list[_Told], frame: QuestionFrame, collection: Collection) -> list[list[_Told]]:
    """The papers of each place, where the question names several; all of them where it does not."""
    if len(frame.places) < 2:
        return [told]
    of = [replace(frame, places=(place,)) for place in frame.places]
    return [[each for each in told if fits_place(each[0].document, one, collection)] for one in of]


def _likest(told: list[_Told], frame: QuestionFrame) -> list[_Told]:
    best = max((_likeness(frame, paper) for paper, _ in told), default=0.0)
    return [each for each in told if _likeness(frame, each[0]) == best][:_MOST]


def _may_be_meant(paper: Paper, frame: QuestionFrame) -> bool:
    """A year or a number in the question is this paper's: of another nothing is known."""
    document = paper.document
    own = fold(f"{document.title}{document.number}{document.published}{document.reference_date}")
    years = re.findall(r"(?:19|20)\d\d", frame.text)
    number = re.search(r"\](?P<n>\d+)号|第(?P<m>\d+)号", fold(frame.text))
    return all(year in own for year in years) and (number is None or f"{number['n'] or number['m']}号" in own)


def _likeness(frame: QuestionFrame, paper: Paper) -> float:
    title, text = fold(paper.document.title), fold(paper.text)
    return sum(max(term_match(term, title), _IN_TEXT * term_match(term, text)) for term in frame.terms)


def _telling(paper: Paper, frame: QuestionFrame) -> list[Span]:
    """The sentences that say from when and until when, two at most: on another paper only where the question
    names that one, and then on it alone."""
    found, other = [], []
    for span in pieces(paper.text):
        said = paper.text[span.start : span.end]
        if _SAID.search(said) and _ABOUT_PAPER.search(said):
            title = _OF_OTHER.match(said)
            if title is None or _is_own(paper, title["title"]):
                found.append(span)
            elif shared(title["title"], frame.text) >= _OTHER_NAMED:
                other.append(span)
    of_whole = [span for span in found if _OF_WHOLE.search(paper.text[span.start : span.end])]
    return other or (of_whole or found)[-2:]


def _is_own(paper: Paper, title: str) -> bool:
    """Whether a title is the paper's own, or of the one it puts in practice, which it may call in short."""
    said = re.search(rf"以下(?:简称|统称)[：:]?[《“]{re.escape(title)}", paper.text)
    own = fold(title) in fold(paper.document.title) or is_titled(paper.document, title)
    return own or said is not None


def _statement(paper: Paper, spans: list[Span], collection: Collection) -> Statement:
    evidence = tuple(passage_evidence(paper, collection, start=s.start, end=s.end) for s in spans)
    said = [_bare(_on_term(tidy(each.text))) for each in evidence]
    number = paper.document.number
    if number and number in paper.text:
        end = paper.text.index(number) + len(number)
        evidence = (*evidence, passage_evidence(paper, collection, start=0, end=end))  # title and number
    return Statement(text=f"{named(paper.document)}：{'；'.join(said)}", evidence=evidence)


def _on_term(sentence: str) -> str:
    """A long sentence from the clause on that says from when or until when: 支持对象为……，执行期限至年底。"""
    if len(sentence) <= _LONG:
        return sentence
    at = 0
    for match in re.finditer(r"[^，；]+[，；]?", sentence):
        if _SAID.search(match.group()):
            return sentence[at:]
        at = match.end()
    return sentence


def _bare(sentence: str) -> str:
    """The sentence without its 八、 or 第十条 and its stop; what is put in the place of another alone."""
    return _MARK.sub("", _PUT_IN.sub(r"\g<said>", sentence)).rstrip("。")
