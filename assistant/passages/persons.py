"""Which post does a named person hold, in a document's words?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.passages.sentences import candidate_sentences
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.text import clauses

_ASKED = re.compile(
    r"(?P<name>[一-鿿·]{2,4}?)(?:是谁|是(?:干|做)(?:什么|啥)的|是什么(?:人|职务|身份|职位|领导)|(?:现)?(?:担)?任(?:的是)?(?:什么|何|啥)(?:职务?|职位)?|(?:的|什么)职务(?:是什么)?|是哪位)[？?]?"
)
POST = (
    r"(?:书记|[市区县省镇乡州旗]长|[局处科厅部司署校院行会社所站队关]长|主任|主席|主委|专员|董事长|理事长|总经理|总裁|总监|经理"
    r"|合伙人|创始人|负责人|秘书长|代表|教授|专家|研究员|工程师)"
)
_FEW = 60  # characters of a statement that tells of nothing else


def tell_post(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The clause that gives the post with the name; None for another question, or where none gives it."""
    asked = _ASKED.fullmatch(frame.text)
    if asked is None:
        return None
    beside = r"(?:、[^，,。；;：:、]{2,16}(?:成员|常委|委员|组长))?"  # 管委会主任、市政府党组成员某某
    held = re.compile(rf"{POST}{beside}[一-鿿]{{0,4}}{re.escape(asked['name'])}(?!公司|集团)")
    for sentence in candidate_sentences(frame, collection):
        if held.search(sentence.text):
            pieces = [sentence.text[span.start : span.end] for span in clauses(sentence.text)]
            told = next((piece for piece in pieces if held.search(piece)), sentence.text)
            text = as_printed(told if len(sentence.text) > _FEW else sentence.text)
            return Draft(statements=(Statement(text=text, evidence=(sentence.evidence(),)),))
    return None
