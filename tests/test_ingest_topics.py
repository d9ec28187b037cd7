"""Whom a sentence is about, followed through clauses, sentences and headings."""

from __future__ import annotations

import pytest

from ingest.ledger.cast import cast_of
from ingest.ledger.opening import scene_of
from ingest.ledger.owners import subject_of
from ingest.ledger.topics import Scene, default_topic, sentence_topic
from language.period import find_periods
from language.quantity import find_quantities
from vectorstore.document import Document

ONE_CITY = "宁波市、鄞州区、北仑区、镇海区、慈溪市、余姚市、海曙区。"


def scene(text: str = ONE_CITY, *, title: str = "宁波市招商引资工作") -> Scene:
    return scene_of(Document(id="d", name="d", text=text, title=title))


def owner(sentence: str, at: Scene) -> str:
    """The subject of the last quantity of a sentence."""
    cast = cast_of(sentence, at.places, periods=tuple(find_periods(sentence, reference=None)))
    return subject_of(find_quantities(sentence)[-1], cast, at).subject


def after(sentence: str, at: Scene) -> Scene:
    return at.told(cast_of(sentence, at.places, periods=()))


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("鄞州区签约项目52个", "鄞州区"),
        ("2024年一季度,鄞州区签约项目52个", "鄞州区"),
        ("签约较多的有鄞州区49个、北仑区34个", "北仑区"),
        ("慈溪市引进项目18个", "慈溪市"),
        ("全市签约项目225个", "宁波市"),
        ("签约项目225个", "宁波市"),
        ("鄞州区赴北仑区考察,签约项目3个", "鄞州区"),
        ("总投资54亿元的蓝湾智能装备产业园项目落户镇海区", "蓝湾智能装备产业园项目"),
        ("镇海区总投资54亿元的25个项目开工", "镇海区"),
        ("蓝湾智能装备产业园项目总投资30亿元", "蓝湾智能装备产业园项目"),
        ("海曙区引进蓝湾科技有限公司,该公司计划投资5亿元", "蓝湾科技有限公司"),
    ],
)
def test_a_figure_has_the_nearest_subject_that_can_own_it(sentence: str, subject: str) -> None:
    assert owner(sentence, scene()) == subject


@pytest.mark.parametrize(
    ("before", "sentence", "subject"),
    [
        ("慈溪市引进项目18个。", "该市完成投资32亿元", "慈溪市"),
        ("鄞州区召开推进会。", "全区签约项目52个", "鄞州区"),
        ("鄞州区召开推进会。", "全市签约项目225个", "宁波市"),
        ("海曙区引进蓝湾科技有限公司。", "该公司注册资本2亿元", "蓝湾科技有限公司"),
        ("北仑区的星河新能源电池项目开工。", "该项目总投资20亿元", "星河新能源电池项目"),
        ("鄞州区召开推进会。", "签约项目52个", "鄞州区"),
        ("全市签约项目225个,其中鄞州区52个、北仑区签约34个。", "开工9个项目", "宁波市"),
    ],
)
def test_a_pronoun_stands_for_what_was_named_last(before: str, sentence: str, subject: str) -> None:
    assert owner(sentence, after(before, scene())) == subject


def test_a_place_at_the_start_of_a_heading_holds_for_its_paragraphs() -> None:
    under = scene().under("鄞州区:聚焦产业链")
    assert owner("签约项目52个", under.new_paragraph()) == "鄞州区"
    assert owner("签约项目52个", under.under("服务企业").new_paragraph()) == "宁波市"


def test_a_document_is_about_the_place_it_names_most() -> None:
    focus = scene("鄞州区招商。鄞州区签约。鄞州区开工。", title="鄞州区招商引资").focus
    assert focus is not None
    assert focus.name == "鄞州区"
    assert default_topic(scene("今天天气好。", title="随笔")).subject == ""


def test_a_citys_paper_reports_on_its_province_under_a_title_that_says_so() -> None:
    text = "兰州晚报讯。1至9月,全省签约项目812个。"
    focus = scene(text, title="前三季度全省签约招商引资项目812个").focus
    assert focus is not None
    assert focus.name == "甘肃省"
    kept = scene(f"{text}全市签约项目96个。兰州市增长8%。", title="全省招商会议在兰州召开").focus
    assert kept is not None
    assert kept.name == "兰州市"


def test_a_sentence_without_a_subject_has_none() -> None:
    at = scene()
    cast = cast_of("签约项目52个", at.places, periods=())
    assert sentence_topic(cast, at, before=len(cast.text)) is None


@pytest.mark.parametrize(
    ("text", "title", "focus"),
    [
        ("徐州市。新沂市签约33个，新沂市。邳州市签约38个，邳州市。铜山区签约41个，铜山区。", "", "徐州市"),
        ("新沂市签约33个。邳州市签约38个。铜山区签约41个。睢宁县签约19个。", "", "徐州市"),
        ("胶州市签约20个，胶州市增长，胶州市开工。即墨区、青岛市也来学习。", "", "胶州市"),
        ("南京市、无锡市、徐州市、常州市分别签约10个、12个、9个、8个，江苏省增长。", "", "江苏省"),
        ("上海市、上海市、上海市客商来考察。铜山区签约，邳州市签约，沛县签约，丰县签约。", "", "徐州市"),
        ("江西省印发措施。江西省各地执行，赣江新区参照。", "", "江西省"),
    ],
)
def test_the_focus_holds_most_of_what_is_told(text: str, title: str, focus: str) -> None:
    told = scene(text, title=title).focus
    assert told is not None
    assert told.name == focus
