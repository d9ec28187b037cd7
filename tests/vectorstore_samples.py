"""Small records for the tests of the library and its indexes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal

from fakes_embedding import BigramEmbedder

from vectorstore.document import Block, Box, Boxes, Document, Page, Passage
from vectorstore.ledger_rows import Figure, Project
from vectorstore.library import Record

EMBEDDER = BigramEmbedder()
SENTENCES = (
    "即墨区一季度新签约亿元以上项目32个，总投资152.66亿元。",
    "高新区新引进生物医药企业十二家。",
    "市政府出台税收奖励办法，对总部企业给予补助。",
    "港口集装箱吞吐量同比增长百分之八。",
)


def record(
    document_id: str,
    sentences: Sequence[str] = SENTENCES,
    *,
    title: str = "",
    level: str = "public",
    places: Sequence[tuple[str, ...]] = (),
    sections: Sequence[str] = (),
    original: bytes | None = None,
) -> Record:
    """A document of one passage a sentence, with one figure and one project tied to the first."""
    text = "\n".join(sentences)
    passages = []
    start = 0
    for ordinal, sentence in enumerate(sentences):
        passages.append(
            Passage(
                document_id=document_id, ordinal=ordinal, text=sentence,
                start=start, end=start + len(sentence),
                section=sections[ordinal] if sections else "", places=places[ordinal] if places else (),
            )
        )  # fmt: skip
        start += len(sentence) + 1
    document = Document(
        id=document_id, name=f"{document_id}.txt", text=text, title=title, level=level,
        source=f"files/{document_id}.txt", sha256=f"sha-{document_id}", published="2025-04-01",
        published_basis="stated", pages=(Page(number=1, start=0, end=len(text)),),
        blocks=(
            Block(kind="heading", start=0, end=2, level=1),
            Block(kind="paragraph", start=2, end=len(text)),
        ),
        boxes=Boxes.of([Box(page=1, start=0, end=len(text), left=1, top=2, right=30.5, bottom=4)]),
    )  # fmt: skip
    return Record(
        document=document, passages=tuple(passages), vectors=EMBEDDER.embed_documents(list(sentences)),
        figures=(figure(document),), projects=(project(document),), original=original, parameters="v1",
    )  # fmt: skip


def figure(document: Document) -> Figure:
    return Figure(
        document_id=document.id, document=document.name, subject="即墨区", metric="总投资",
        value=Decimal("152.660"), unit="亿元", quote=document.text[:10], start=0, end=10, raw="152.66亿元",
        raw_start=3, qualifier="超", period="2025-Q1", period_basis="explicit", modality="planned_total",
        is_growth=True, threshold="亿元以上", place="即墨区",
    )  # fmt: skip


def project(document: Document) -> Project:
    return Project(
        document_id=document.id, document=document.name, name="智能装备产业园", quote=document.text[:10],
        start=0, end=10, aliases=("装备园", "“园区”"), investor="某集团", place="即墨区",
        investment=Decimal("0.10"), investment_unit="亿美元", stage="签约", industry="装备",
        output="年产1万台", date="2025-03",
    )  # fmt: skip


_HEADS = ("星野", "启明", "中澜", "海川汽车", "沐光", "中澜海川")
_MIDDLES = ("智能座舱", "储能电池", "显示模组", "汽车电子智能座舱", "", "新材料")
_TAILS = ("项目", "生产项目", "产业园", "产业园项目（一期）", "二期", "基地项目", "")
MENTION_DATES = {f"d{at}": f"2024-0{at + 1}-01" for at in range(6)}


def mention_ledger(seed: int) -> list[Project]:
    """Sixty mentions whose names are short for each other, agree at one end, or differ in their phase."""
    dice = random.Random(seed)

    def name() -> str:
        return "".join(map(dice.choice, (_HEADS, _MIDDLES, _TAILS)))

    return [
        Project(
            document_id=document, document=document, name=name(), quote="一句话。", start=at, end=at + 4,
            aliases=tuple(name() for _ in range(dice.choice((0, 0, 1, 2)))),
            investor=dice.choice(("", "", "星野集团有限公司", "启明公司")),
            place=dice.choice(("", "即墨区", "莱西市")),
            investment=dice.choice((None, Decimal(10), Decimal(20))), investment_unit="亿元",
            stage=dice.choice(("签约", "")),
        )
        for at, document in enumerate(sorted(dice.choice([*MENTION_DATES]) for _ in range(60)))
    ]  # fmt: skip
