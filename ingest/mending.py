"""Which blocks of a broken text go on with each other, though something stands between them?

A text taken from a newspaper's page breaks off in mid-sentence at the foot of a column; the rest stands
before or after it, behind a caption or a box. Nothing is moved: the blocks keep their offsets and are only
read in another order. Where it is not certain what belongs together, the fragments are named as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import lines as kinds
from ingest.imprint import is_imprint
from language.text import Span, sentences
from vectorstore.document import Block, Document

_LEAST_CHARS = 40  # an unfinished paragraph is longer than a headline or a signature
_LEAST_TAIL = 4
_MOST_BETWEEN = 6  # captions and furniture
_GAP = 4  # line breaks where a picture stood
# No sentence begins so.
_MIDDLE = re.compile(
    r"[，、。；：？！”’）》」』％%‰]|的(?![确士])|了(?![解如])|着(?![力眼手重实])|们|(?:亿|万)(?:美?元|吨|平方米|千瓦)|余[家个项]"
)
# A sentence may, if its subject was named before: 项目正加快主体施工.
_BARE = re.compile(
    r"(?:项目|产业园|园区|基地|公司|集团|企业|中心|平台|生产线|工厂)"
    r"(?:正|已|将|计划|预计|全面|顺利|总投资|占地|建成|开工|投产|签约|落户|落地|[一二三]期|的|等|和|与|及|、|，)"
)
_OPEN = re.compile(r"(?:[，、（“《\d]|[的和与及在为将对以向把])$")


@dataclass(frozen=True, kw_only=True)
class Step:
    """A block as it is read in its turn, up to `end`; `index` is its place in the document.

    `tail` is the unfinished sentence, printed elsewhere, with which its first sentence goes on. `loose_end`
    and `headless` mark a block whose last or first sentence is only a part, the rest not to be found.
    """

    index: int
    block: Block
    end: int
    tail: Span | None = None
    loose_end: bool = False
    headless: bool = False


def steps_of(document: Document) -> list[Step]:
    """The blocks in the order in which they make sense; all but the moved ones in the order of the text."""
    text, blocks = document.text, document.blocks
    tails = {n: tail for n, block in enumerate(blocks) if (tail := _unfinished(text, block)) is not None}
    pairs = dict(_pairs(document, list(tails))) if tails else {}
    heads = {head: first for first, head in pairs.items()}
    steps: list[Step] = []
    for index in _order(len(blocks), pairs):
        block, cut = blocks[index], index in pairs
        steps.append(
            Step(
                index=index,
                block=block,
                end=tails[index].start if cut else block.end,
                tail=tails[heads[index]] if index in heads else None,
                loose_end=index in tails and not cut,
                headless=index not in heads and bool(tails) and _is_headless(text, block),
            )
        )
    return steps


def _order(count: int, pairs: dict[int, int]) -> Iterator[int]:
    """All indexes, each continuation right after what it goes on with."""
    heads = set(pairs.values())
    told: set[int] = set()
    for index in [*(n for n in range(count) if n not in heads), *range(count)]:
        at: int | None = index
        while at is not None and at not in told:
            told.add(at)
            yield at
            at = pairs.get(at)


def _unfinished(text: str, block: Block) -> Span | None:
    """The sentence that breaks off at the end of a paragraph, or None."""
    words = text[block.start : block.end].rstrip()
    if block.kind != "paragraph" or len(words) < _LEAST_CHARS or kinds.ends_sentence(words):
        return None
    if words[-1] in "：:—…）)" or is_imprint(words.rsplit("\n", 1)[-1].strip()) or "\t" in words:
        return None
    if not any(mark in words for mark in "。；"):  # a summary over the text ends without a stop, too
        return None
    last = sentences(text, start=block.start, end=block.end)[-1]
    return last if last.end - last.start >= _LEAST_TAIL else None


def _pairs(document: Document, ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(index of the block that breaks off, index of the one that goes on with it) where this is certain."""
    text, blocks = document.text, document.blocks
    starts = [n for n in range(len(blocks)) if _may_go_on(document, n, ends)]
    left = []
    for end in ends:
        following = _next_paragraph(blocks, end)
        words = text[blocks[end].start : blocks[end].end].rstrip()
        if following in starts:
            starts.remove(following)
            yield end, following
        elif following is not None and _OPEN.search(words) and following not in ends:
            yield end, following
        else:
            left.append(end)
    if len(left) == len(starts) == 1 and starts[0] != left[0]:
        yield left[0], starts[0]


def _may_go_on(document: Document, index: int, ends: Sequence[int]) -> bool:
    """Whether the block begins in mid-sentence, or with a bare noun behind a picture's gap or a caption."""
    text, block = document.text, document.blocks[index]
    if block.kind != "paragraph":
        return False
    words = text[block.start : block.end]
    if _MIDDLE.match(words):
        return True
    before = document.blocks[index - 1] if index else None
    parted = before is None or before.kind == "caption" or _gap(text, before, block) >= _GAP
    return parted and index not in ends and bool(_BARE.match(words))


def _is_headless(text: str, block: Block) -> bool:
    return block.kind == "paragraph" and bool(_MIDDLE.match(text, block.start))


def _gap(text: str, before: Block, block: Block) -> int:
    return text.count("\n", before.end, block.start)


def _next_paragraph(blocks: Sequence[Block], index: int) -> int | None:
    """The paragraph that follows, captions and furniture passed over."""
    for following in range(index + 1, min(index + 1 + _MOST_BETWEEN, len(blocks))):
        if blocks[following].kind == "paragraph":
            return following if following > index + 1 else None
        if blocks[following].kind not in {"caption", "boilerplate"}:
            return None
    return None
