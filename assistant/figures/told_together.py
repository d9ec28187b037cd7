"""What have several places together, where a sentence prints that and not each: 四县合计签约38个?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import term_match
from assistant.question import QuestionFrame
from language.place import short_name
from language.text import fold, sentences

_LOOKED_AT = 8  # passages
_JOINT = "[省市区县旗州盟]*[、,和与及]"
_IN_ALL = (
    r"[省市区县旗州盟]*等?(?:[两二三四五六七八九十\d]+个?[区县市旗地][区县市]*)?(?:合计|共计|总计|一共|总共|共|累计)"
    r"(?P<told>[^,;。]*\d[^,;。]*)"
)
_ADDS = re.compile("项目|合计|共计|总计|一共|总共|加起来|县|区|[两二三四五六七八九十]县")
_SAID = 0.5
_A_YEAR = 4  # characters of a label


def told_together(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The printed sum of the places asked about, all of them and no other; None where none is printed."""
    asked = {label[:_A_YEAR] for label in frame.period_labels}
    if (
        len(frame.places) < 2
        or not frame.asks_number
        or any(len(one) > _A_YEAR for one in frame.period_labels)
    ):
        return None
    shorts = [short_name(place.name) for place in frame.places]
    for document_id, start, end in _listing(shorts, frame, collection):
        evidence = collection.evidence_at(document_id, start, end)
        written = evidence.document.reference_date[:_A_YEAR]
        if asked and not (written and asked <= {written, str(int(written) - 1)}):
            continue
        clause = _together(shorts, fold(evidence.text), frame)
        if clause:
            return Draft(statements=(Statement(text=clause, evidence=(evidence,)),))
    return None


def _listing(
    shorts: Sequence[str], frame: QuestionFrame, collection: Collection
) -> Iterator[tuple[str, int, int]]:
    """The sentences that name all of the places, of the papers nearest to the question."""
    papers = dict.fromkeys(hit.document.id for hit in collection.search(frame.text, k=_LOOKED_AT))
    for document_id in papers:
        text = collection.text(document_id)
        for span in sentences(text):
            piece = text[span.start : span.end]
            if all(short in piece for short in shorts):
                yield document_id, span.start, span.end


def _together(shorts: Sequence[str], text: str, frame: QuestionFrame) -> str:
    """The clause that tells what they have together, "" for none or for another measure."""
    listed = _JOINT.join(map(re.escape, sorted(shorts, key=text.find)))
    match = re.search(rf"(?<![、和与及])(?P<places>{listed}){_IN_ALL}", text)
    measured = [term for term in frame.terms if not _ADDS.fullmatch(term)]
    if match is None or not measured:
        return ""
    said = all(term_match(term, match["told"]) >= _SAID for term in measured)
    return match.group() if said else ""
