"""Who holds a named post, in a document's words?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.homes import home_of
from assistant.passages.persons import POST
from assistant.passages.sentences import Sentence, candidate_sentences
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.bare_zone import bare_kind
from language.synonyms import synonyms
from language.text import fold
from language.words import tagged

_HOLDER_ASKED = re.compile(
    rf"(?P<of>[^,，。？?]{{2,24}}?)的?(?P<post>(?:常务副|副)?{POST}|一把手|掌门人|当家人|主官|(?:主要)?(?:领导|负责人))(?:现在)?"
    r"(?:叫(?:什么|啥)(?:名字)?|是谁|是哪位|姓什么|的名字(?:是什么)?)[？?]?"
)
SPEAKS = (
    r"(?=今年|近日|日前|当天|率领|会见|表示|说|介绍|认为|指出|强调|要求|坦言|告诉|主持|带队|率队|出席|参加|陪同|通报|传达|宣布|作|致辞|讲话|调研|在[^，,。；;]{1,24}(?:表示|说|指出|强调|要求|主持|讲话|致辞|发言|介绍|交流|表态|接受|调研)"
    r"|[，,。、；;）)]|$)"
)
_REACH = 24  # characters before a post that say whose it is
_MOST = 4


def tell_holder(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Who holds the post asked about, with the words that say so; None for another question, or where nobody
    is named with the post and all that is said of whose it is."""
    asked = _HOLDER_ASKED.fullmatch(frame.text)
    if asked is None:
        return None
    named = _named(asked["post"])
    told: dict[str, Statement] = {}
    years = {label[:4] for label in frame.period_labels if label[:4].isdigit()}
    for sentence in candidate_sentences(frame, collection):
        if years and sentence.document.reference_date[:4] not in years:
            continue  # 2017年的书记是谁 is not who is it in a paper of 2025
        if not _is_of_asked_city(sentence, frame, collection):
            continue
        for match in (each for pattern in named for each in pattern.finditer(sentence.text)):
            if (
                _is_of_the_body(match.group(), asked)
                and is_person(match["name"])
                and _is_of(match["of"], sentence, asked, frame, collection)
            ):
                text = as_printed(match.group())
                told.setdefault(match["name"], Statement(text=text, evidence=(sentence.evidence(),)))
    told = told or _who_signs(asked, frame, collection)
    return Draft(statements=tuple(told.values())[:_MOST]) if told else None


def _who_signs(asked: re.Match[str], frame: QuestionFrame, collection: Collection) -> dict[str, Statement]:
    """Who holds the post by the line below a report's title: 某县人民政府县长 某某."""
    line = re.compile(
        rf"(?m)^[ \u3000]*(?P<of>[^\n，。：:]{{2,20}}?)(?<!副){re.escape(asked['post'])}[ \u3000]+"
        r"(?P<name>[一-鿿](?:[ \u3000]?[一-鿿]){1,2})[ \u3000]*$"
    )
    years = {label[:4] for label in frame.period_labels if label[:4].isdigit()}
    told: dict[str, Statement] = {}
    for document in {
        hit.document.id: hit.document for hit in collection.search(frame.query, k=_PAPERS)
    }.values():
        match = line.search(collection.text(document.id)[:_HEAD])
        if match is None or (years and document.reference_date[:4] not in years):
            continue
        if frame.places and all(place.short in match["of"] for place in frame.places):
            evidence = collection.evidence_at(document.id, match.start("of"), match.end("name"))
            told.setdefault(match["name"], Statement(text=match.group().strip(), evidence=(evidence,)))
    return told


_PAPERS, _HEAD = 8, 300  # passages looked up, and the characters at the top of a paper that hold such a line


def _is_of_asked_city(sentence: Sentence, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether a paper of several cities' is the asked one's: 市长 of 泉州's is no mayor of 洛阳."""
    cities = [place for place in frame.places if place.level == "city"]
    if not cities:
        return True
    home = home_of(sentence.document.id, collection)
    told = fold(sentence.document.title + sentence.before[-_REACH:] + sentence.text)
    return any(home == city.name or city.short in told for city in cities)


def _named(post: str) -> tuple[re.Pattern[str], ...]:
    """How a paper names who holds a post: 商会会长某某表示, 由某某连任商会会长; 负责人 is whoever leads."""
    post = post if re.fullmatch(rf"(?:常务副|副)?{POST}", post) and post != "负责人" else POST
    of = rf"(?P<of>[^，,。；;：:“”]{{0,{_REACH}}}?)"
    return (
        re.compile(rf"{of}(?<!副){post}[ \u3000]*(?P<name>[一-鿿]{{2,3}}?){SPEAKS}"),
        re.compile(rf"(?P<name>[一-鿿]{{2,3}})(?:连任|担任|出任|当选为?|兼任){of}(?<!副){post}"),
    )


def _is_of_the_body(printed: str, asked: re.Match[str]) -> bool:
    """Whether the post is the committee's own: 市委政法委书记 is no 市委书记."""
    body = _COMMITTEE.search(asked["of"])
    return body is None or f"{body.group()}{asked['post']}" in printed


_COMMITTEE = re.compile(r"[省市区县州旗镇乡]委$")


def is_person(name: str) -> bool:
    """Whether two or three characters are a person's name."""
    return all(token.tag.startswith("nr") for token in tagged(name)) or name[0] in _SURNAMES


def _is_of(
    printed: str, sentence: Sentence, asked: re.Match[str], frame: QuestionFrame, collection: Collection
) -> bool:
    """Whether the place asked about and every other word before the post are said right before it."""
    at = sentence.text.find(printed)
    near = fold(sentence.before[-_REACH:] + sentence.text[max(0, at - _REACH) : at + len(printed)])
    words = [term for term in frame.terms if term in asked["of"] and term not in asked["post"]]
    places = [place for place in frame.places if place.level != "city"]
    own = collection.about(sentence.document.id)
    bare = [kind for p in places if p.name in own and (kind := bare_kind(p.name)) and kind in near]
    places = [
        p for p in places if not bare or p.level != "zone"
    ]  # 高新区党工委书记, in a paper on 某市高新区
    called = [*words, *(name for name in frame.surfaces if name in asked["of"]), *(p.short for p in places)]
    if len(printed) < 2 and not words and all(p.short in fold(sentence.document.title) for p in places):
        return True  # 县长某某, in a paper on the county
    return all(any(said in near for said in (word, *synonyms(word))) for word in called)


# The hundred commonest surnames (Ministry of Public Security, 2020), and of the next two hundred those that
# begin no everyday word.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江"
    "尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤"
    "俞温康施牛樊葛邢齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿焦左柳甘祝包宁尚符舒阮柯纪梅童凌毕裴霍涂苗谷盛翁冉骆蓝游辛靳欧柴鲍喻祁蒲滕饶"
    "牟艾尤穆卓缪褚娄窦戚岑宫费卜晏席卫柏瞿佟臧闵苟邬卞姬栾隋刁巫寇桑甄虞敖巩佘邝匡鞠胥鄢谌奚冼蔺厉郜阚仲荆"
)
