"""Who bears which share of a grant's cost, or gets which share of a yield: 市与区按4:6分担?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.coverage import covered
from assistant.policy.headings import papers_of, topics
from assistant.policy.pieces import is_row, pieces
from assistant.policy.references import referred_words
from assistant.policy.rules import Paper, fits_place, passage_evidence
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.pattern import pattern
from language.text import Span, fold

_ASKED = pattern(
    r"分担|负担|谁(?:来)?(?:出(?:钱|资)?[?？]?$|出钱|出资|承担|掏)|(?:钱|资金|费用|经费)[^,。;?]{0,4}(?:由|归)?(?:谁|哪)[^,。;?]{0,4}(?:出|承担|负担)"
    r"|承担(?:多少|几成|比例)|怎么(?:分成|分摊|分享)|分成比例|(?:财政|市里?|区里?|县里?)[^,。;?]{0,4}(?:承担|出)(?:多少|几成)"
)
_SHARED = pattern(
    r"(?:分担|承担|负担|分成|分享|分摊|出资)[^,。;]{0,6}$|(?:分担|承担|负担|分成|分享|分摊)(?=[,，;；。]|$)"
    r"|(?:资金|经费)由[^,;。]{2,14}(?:安排|列支)(?=\d)"
)
_SHARE = pattern(
    r"\d+(?:\.\d+)?\s*[:：]\s*\d+|\d+(?:\.\d+)?%|全额|各半|[一二三四五六七八九]成|分别承担|自行承担|由[^,。;]{2,20}承担"
)
_PLACE = re.compile(
    r"(?P<stem>[一-鿿]{1,4}?)(?:市|县|区|开发区|新区|高新区)(?=[、,，的和及按由]|项目|企业|财政|$)"
)
_WORDS = re.compile(r"[市区县省]里|[市区县省]级|分担|承担|负担|分成|分摊|出钱|出资|怎么|多少|比例|财政|资金")
_NEEDED = 0.5


def answer_about_shares(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentence that parts the cost, of a list by places the part of those that the question names; None
    where no such thing is asked, or no paper found says it."""
    if not _ASKED.search(frame.text):
        return None
    terms = [term for term in topics(frame) if not _WORDS.search(term)]
    found = [
        (_fit(terms, paper, span), len(own), paper, span, own)
        for paper in papers_of(replace(frame, places=()), collection)
        for span in pieces(paper.text)
        if _parts_cost(paper.text[span.start : span.end])
        if "税" in frame.text or "税" not in paper.text[span.start : span.end]
        for own in (_of_places(paper.text[span.start : span.end], frame.text),)
    ]
    found = [each for each in found if each[1] or fits_place(each[2].document, frame, collection)]
    best = max(found, key=lambda each: (bool(each[1]), each[0], _of_all(each[2], each[3])), default=None)
    if best is None or (not best[1] and best[0] < _NEEDED):
        return None
    _, _, paper, span, own = best
    return Draft(statements=(_told(paper, span, own, collection),))


def _parts_cost(said: str) -> bool:
    clauses = re.split(r"[,;。]", fold(said))
    return not is_row(said) and any(_SHARED.search(c) and _SHARE.search(c) for c in clauses)


def _of_places(said: str, question: str) -> list[str]:
    """The parts of a list whose places the question names, by name or stem."""
    found = []
    for part in re.split(r"[;；]", said):
        stems = [match["stem"] for match in _PLACE.finditer(part)]
        if any(len(stem) > 1 and stem[-_LONGEST:] in question for stem in map(_bare, stems)):
            found.append(part.strip(" 。"))
    return found


def _of_all(paper: Paper, span: Span) -> bool:
    """Whether a sentence parts the cost of all that a paper grants, and no loss of one of its means."""
    return bool(_OF_ALL.search(fold(paper.text[span.start : span.end])))


_OF_ALL = pattern(
    r"所需[^,;。]{0,6}(?:资金|经费)|本(?:措施|政策|办法|意见|细则|规定)|(?:奖补|奖励|扶持|补助|补贴|政策|兑现|专项)(?:性)?(?:资金|经费)"
)
_LONGEST = 4


def _bare(stem: str) -> str:
    return re.sub(r"^(?:落在|位于|在|对|其中)", "", stem)


def _fit(terms: Sequence[str], paper: Paper, span: Span) -> float:
    """The share of the question's topics that the sentence says, the articles it refers to, or the title."""
    said = fold(paper.text[span.start : span.end])
    around = fold(paper.document.title) + referred_words(paper.text, span.start, span.end)
    return covered(terms, (said, 1.0), (around, 0.85))


def _told(paper: Paper, span: Span, own: Sequence[str], collection: Collection) -> Statement:
    evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
    if not own or len(re.split(r"[;；]", evidence.text)) == len(own):
        return Statement(text=as_printed(evidence.text), evidence=(evidence,))
    lead = re.split(r"[：:](?!\s*\d)|[,，](?=由)", evidence.text)[0]
    if lead == evidence.text:  # a list without words that lead to it
        return Statement(text=as_printed("；".join(own)), evidence=(evidence,))
    parts = [part.removeprefix(f"{lead}：").removeprefix(f"{lead}，") for part in own]
    parts = [re.split(r"[：:](?!\d)", part)[-1] for part in parts]
    return Statement(text=f"{as_printed(lead)}：{'；'.join(parts)}", evidence=(evidence,))
