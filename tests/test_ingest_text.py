"""Plain text falls into headings, paragraphs, lists, captions, tables and furniture; offsets always hold."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingest_samples import ARTICLE, FACT, shape

from ingest.clean import clean
from ingest.errors import Unreadable
from ingest.furniture import is_furniture
from ingest.lines import is_caption
from ingest.loaded import Loaded, Stated
from ingest.text import load


def read(text: str) -> Loaded:
    return load(text.encode())


def kinds(text: str) -> list[tuple[str, int]]:
    return [(kind, level) for kind, level, _ in shape(read(text))]


def test_an_article_falls_into_its_parts() -> None:
    assert shape(read(ARTICLE)) == [
        ("heading", 1, "临江区招商引资开门红"),
        ("boilerplate", 0, "□江城日报记者 张三 李四"),
        ("paragraph", 0, FACT + "全区上下抓招商、促发展的氛围日益浓厚，一批重点项目加快落地。"),
        ("heading", 2, "聚焦产业链，精准招商"),
        (
            "paragraph",
            0,
            "围绕新能源、生物医药两条产业链，临江区组建专班，赴北京、上海等地拜访企业108家，达成合作意向25个。",
        ),
        ("boilerplate", 0, "江城日报 要闻"),
    ]


def test_a_paragraph_broken_in_mid_sentence_is_one_block() -> None:
    text = (
        "全区上下齐心协力，通过制定实施招商引资“一\n\n盘棋”统筹措施，优化全市项目布局。\n\n另一段已经开始了。"
    )
    assert [piece for _, _, piece in shape(read(text))] == [
        "全区上下齐心协力，通过制定实施招商引资“一\n\n盘棋”统筹措施，优化全市项目布局。",
        "另一段已经开始了。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "长长的一段没有说完的话到了这里就断开了并且没有任何标点符号作为结束于是下面\n\n▲图片说明。\n\n接着往下说完这句话。",
        "今年的成绩单颇为吸睛——\n\n全市亿元以上新签约项目928个，同比增长77.8%。",
        "这一段在这里被版面切断了，后面是另外一篇文章的开头，所以不能够同它连接起来，更不能够把它当作标题来看待，把\n\n2月18日是节后首个工作日，省里召开大会。",
        "主要做法如下所示，请各有关单位和部门认真对照执行并抓好贯彻落实工作：\n\n各区要组建专班，逐条落实。",
    ],
    ids=["caption-between", "dash", "a-date-begins", "colon"],
)
def test_paragraphs_are_not_joined_across(text: str) -> None:
    assert sum(kind == "paragraph" for kind, _ in kinds(text)) == 2


HEAD = {level: ("heading", level) for level in (1, 2, 3)}
PARAGRAPH, LIST, TABLE, CAPTION = ("paragraph", 0), ("list", 0), ("table", 0), ("caption", 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 题\n\n正文在这里。\n\n## 节\n\n正文在那里。", [HEAD[1], PARAGRAPH, HEAD[2], PARAGRAPH]),
        ("一、要求\n\n坚持招商。\n\n（一）思想\n\n项目为王。", [HEAD[2], PARAGRAPH, HEAD[3], PARAGRAPH]),
        ("第一章 总则\n\n第一条 为了规范招商，制定本办法。", [HEAD[2], LIST]),
        ("一、新能源\n二、生物医药\n三、集成电路", [LIST, LIST, LIST]),
        ("- 甲项目\n- 乙项目\n\n● 丙项目", [LIST]),
        ("| 区市 | 项目 |\n|---|---|\n| 临江 | 34 |\n\n说明文字在此。", [TABLE, PARAGRAPH]),
        ("区市\t项目\n临江\t34\n云山\t12\n\n以上为一季度数据。", [TABLE, PARAGRAPH]),
        ("① 位于临江区的电池项目。\n\n② 图为产业园。张三摄", [CAPTION]),
        ("① 申报企业须在本区注册。\n\n② 投资额须在一亿元以上。", [LIST]),
        ("上一段结束了。\n\n\n\n江城市月季花园。\n\n\n\n下一段，开始。", [PARAGRAPH, CAPTION, PARAGRAPH]),
        ("开门红的秘诀有哪些？\n\n记者为您揭秘其中的奥妙与做法。", [HEAD[1], PARAGRAPH]),
    ],
    ids=[
        "markdown", "official", "law", "short-list", "bullets", "pipes", "tabs", "photos", "circled", "bare",
        "question",
    ],
)  # fmt: skip
def test_kinds(text: str, expected: list[tuple[str, int]]) -> None:
    assert kinds(text) == expected


def test_headlines_on_several_lines_are_one_heading_and_each_article_has_its_own() -> None:
    text = (
        "稳扎稳打有干头\n\n新春擂响招商鼓\n\n□江城日报记者 张三\n\n第一篇的正文在这里，说完了。\n\n"
        "第二篇的标题在此\n\n□江城日报记者 李四\n\n第二篇的正文在这里，也说完了。"
    )
    headings = [(level, piece) for kind, level, piece in shape(read(text)) if kind == "heading"]
    assert headings == [(1, "稳扎稳打有干头\n\n新春擂响招商鼓"), (1, "第二篇的标题在此")]


@pytest.mark.parametrize(
    "line",
    [
        "主编 张三山 美编 李四 审读 王五 排版 赵六",
        "责任编辑：张三",
        "□江城日报/江城新闻记者 张三 李四",
        "江城新闻/江城晚报 记者 王五",
        "客户端·江城观 客户端·江城新闻",
        "江城日报 要闻",
        "A03",
        "第5版",
        "（下转第三版）",
        "上接第1版",
        "- 12 -",
        "第3页 共10页",
        "3/10",
        "https://www.example.com/a.html",
        "上一篇：某某新闻",
        "版权所有：江城市人民政府",
        "——————",
    ],
)
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "主编辑部搬迁项目落户临江区。",
        "记者从会上获悉，全市签约项目928个。",
        "江城日报社总投资5亿元的印务中心开工。",
        "34",
        "2025",
        "编辑好产业图谱，是招商的第一步。",
        "临江区转型升级，接续发力。",
    ],
)
def test_sentences_and_figures_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("▲江城人工智能产业园。", True),
        ("图为项目现场。", True),
        ("航拍新城区美景。张三摄", True),
        ("江城新区一角。（资料图片）", True),
        ("图1 投资趋势", True),
        ("摄影产业园签约落户临江区，总投资5亿元。", False),
        ("图书出版基地项目开工。", False),
    ],
)
def test_captions_are_known(line: str, expected: bool) -> None:
    assert is_caption(line) is expected


def test_front_matter_states_and_is_not_searched() -> None:
    fields = "title: 招商简报\npublisher: 江城市商务局\npublished: 2025-04-03\nlevel: internal"
    loaded = read("---\n" + fields + "\n---\n正文在这里。")
    assert loaded.stated == Stated(
        title="招商简报", publisher="江城市商务局", published="2025-04-03", level="internal"
    )
    assert [kind for kind, _, _ in shape(loaded)] == ["boilerplate", "paragraph"]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read("---\n正文的第一句在这里。\n---\n正文的第二句在那里。").stated == Stated()


def test_a_level_that_cannot_be_read_refuses_the_document() -> None:
    with pytest.raises(Unreadable, match="密级"):
        read("---\nlevel: [unclosed\n---\n正文。")


WORDS = st.sampled_from(
    [
        "临江区签约项目34个。", "一、总体要求", "（一）目标", "▲图说。", "- 条目", "第5版", "\n", "\n\n",
        "\n\n\n\n", "a\tb\n", "# 题", "| a | b |", "没有说完的话", "，", "①", "\u3000", "\u200b", "34",
        "□记者 张三", "---", "？", "“", "关于印发的通知",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map("".join).filter(lambda text: clean(text).strip()))
def test_blocks_are_ordered_disjoint_within_the_text_and_lose_nothing(text: str) -> None:
    loaded = read(text)
    blocks = loaded.blocks
    assert all(0 <= b.start < b.end <= len(loaded.text) for b in blocks)
    assert all(first.end <= second.start for first, second in pairwise(blocks))
    assert all(loaded.text[b.start : b.end].strip() == loaded.text[b.start : b.end] for b in blocks)
    outside = loaded.text
    for b in reversed(blocks):
        outside = outside[: b.start] + outside[b.end :]
    assert not outside.replace("#", "").strip(), "only heading marks stand outside the blocks"


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "headings", "captions", "first"),
    [
        ("000", 5, 2, "加快“走出去、请进来”，各区市抓招商抢项目"),
        ("001", 5, 4, "创新招引模式，以招商谋变促发展质变"),
        ("002", 3, 5, "“新项目”锻造“新制造新服务新产业”"),
        ("003", 6, 0, "稳扎稳打有干头\n\n新春开新局，擂响大开放大招商“奋进鼓”"),
        ("004", 4, 6, "十区市二季度“摘星夺旗”"),
    ],
)
def test_real_articles_fall_into_their_parts(
    shared: Path, name: str, headings: int, captions: int, first: str
) -> None:
    loaded = load(next((shared / "corpus" / "qingdao").glob(f"{name}*")).read_bytes())
    found = shape(loaded)
    assert sum(kind == "heading" for kind, _, _ in found) == headings
    assert sum(kind == "caption" for kind, _, _ in found) == captions
    assert next(piece for kind, _, piece in found if kind == "heading").startswith(first)
    assert all(
        piece[-1] in "。！？”…）—：" or kind != "paragraph" or len(piece) > 30 for kind, _, piece in found
    ), "no stray fragment is a paragraph of its own"


def wrapped(text: str, *, width: int) -> str:
    """The text as a PDF viewer hands it over: paragraphs indented, lines cut at a width, nothing blank."""
    lines: list[str] = []
    for paragraph in filter(None, text.split("\n")):
        rest = f"\u3000\u3000{paragraph}" if len(paragraph) > width else paragraph
        lines += [rest[at : at + width] for at in range(0, len(rest), width)]
    return "\n".join(lines)


@pytest.mark.parametrize("width", [24, 30, 36])
def test_wrapped_lines_are_read_as_the_paragraphs_they_were(width: int) -> None:
    body = "围绕新能源产业链，临江区组建专班，赴北京上海等地拜访企业一百余家，达成合作意向，推动项目落地。"
    article = f"临江区招商开门红\n\n{body * 3}\n\n聚焦产业链，精准招商\n\n{body * 2}\n\n{body * 4}"
    found = shape(read(wrapped(article, width=width)))
    assert [(kind, level) for kind, level, _ in found] == [HEAD[1], PARAGRAPH, HEAD[2], PARAGRAPH, PARAGRAPH]
    assert "".join(found[1][2].split()) == body * 3


def test_lines_of_one_length_that_are_sentences_are_not_joined() -> None:
    text = "\n".join(
        f"{name}区一季度共签约亿元以上项目三十四个，总投资一百五十亿元。" for name in "甲乙丙丁戊己庚辛"
    )
    assert kinds(text) == [PARAGRAPH] * 8
