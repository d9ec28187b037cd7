"""Makes a question stand alone: what it leaves out, or points back to, comes from the turns before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.courtesy import is_courtesy
from assistant.everyday import written
from assistant.followups.carried import carried
from assistant.followups.compared import ASKED_AMOUNT, SHARED_OUT, asks_gap, compared, plain_asked
from assistant.followups.corrected import corrected
from assistant.followups.elliptical import at_another_time, completed
from assistant.followups.inherited import other_subject, with_subject
from assistant.followups.listed import of_the_list
from assistant.followups.of_a_grant import of_a_grant
from assistant.followups.of_a_paper import of_a_paper
from assistant.followups.of_the_answer import asks_of_answer
from assistant.followups.parted import parted
from assistant.followups.pointed import of_those_listed, pointed, told_alone
from assistant.followups.priced import of_a_price
from assistant.followups.remark import SOME_DAY, names_a_time
from assistant.followups.replaced import TAIL, WH, content, substituted, with_speaker
from assistant.followups.restoration import restored
from assistant.followups.slots import SIGNED
from assistant.followups.standing import stands_alone
from assistant.followups.talked_year import in_talked_year
from assistant.followups.topics import topics_of
from assistant.refusal import is_refusal
from language.period import find_periods
from language.place import PlaceNames
from language.text import fold

_POINTS_BACK = re.compile(
    r"^(?:那么?|其中|它们?|他们?|她|这些?|那些?|该|此|上述|前者|后者|还有|再|又|然后|同期|同样"
    r"|一共|合计|总共|换成|这个|那个|这家|该公司|该项目|与此相比)"
)
_PRONOUN = re.compile(
    r"(?:前面|刚才|之前|上面)(?:你)?(?:说|提|讲)(?:到|过)?的(?:那个|这个)?[区县市旗]|那个[区县市旗]|它们|他们|它|他|她|这家公司|这个项目|那个项目|该公司|该项目|该企业|该园区|该区|该市"
    r"|这个区|这家企业|这些项目|那些项目|上述项目|这两个项目|这几个项目|这些|上面这些"
    r"|(?<![一-鿿])这(?:个|家)|该基金|这个基金|这只基金|那里|那儿|[那这]边(?!界)"
)
_ELLIPSIS = re.compile(r"呢[?？。]?$")
_OTHERS = re.compile(r"(?:还?有没有|还有|有)(?:别的|其他的?|另外的?)([^,，?？吗么]{2,6})[吗么]?")
MOST_TURNS = 12


def _turns(history: Sequence[Mapping[str, object]]) -> tuple[list[tuple[str, str]], str]:
    """The reader's earlier questions, each with the answer given right before it ("" at the start), and the
    last answer; greetings and thanks, and refusals, say nothing."""
    found: list[tuple[str, str]] = []
    answer, polite = "", False
    for turn in history:
        content = str(turn.get("content", ""))
        if turn.get("role") == "assistant":
            answer = answer if polite else "" if is_refusal(content) else content
        elif turn.get("role") == "user" and content.strip():
            polite = is_courtesy(content)
            found += [] if polite else [(written(content), answer)]
    return found[-MOST_TURNS:], answer


@dataclass(frozen=True, kw_only=True)
class _Before:
    """What a turn may point back to: the question before, as understood, its answer, what was `told` in all
    turns, the last first; and what finds places, names and topics in a text."""

    question: str
    answer: str
    told: Sequence[str]
    places: PlaceNames
    names: Callable[[str], tuple[str, ...]]
    topics: Callable[[str], tuple[str, ...]]


def stand_alone(
    question: str,
    *,
    history: Sequence[Mapping[str, object]],
    places: PlaceNames,
    names: Callable[[str], tuple[str, ...]],
    topics: Callable[[str], tuple[str, ...]],
    paper: Callable[[str], str] = lambda _answer: "",
) -> str:
    """The question with what it inherits from earlier ones; unchanged where it needs nothing.

    `names` finds known projects and organisations in a text; `topics` the things an earlier answer was about;
    `paper` the title of the policy paper that it quotes.
    """
    turns, last = _turns(history)
    if not turns:
        return question.strip()
    asked = [*turns, (question.strip(), last)]
    whole = [asked[0][0]]
    for n, (text, answer) in enumerate(asked[1:], start=1):
        text = in_talked_year(_said_again(text, whole[-1]), whole[-1], answer=answer)
        told = (whole[-1], *(_first_line(each) for _, each in reversed(asked[1 : n + 1])))
        if asks_of_answer(text) or (not answer and _WHY_ALONE.fullmatch(text)):  # what was refused has no why
            whole.append(whole[-1])
            continue
        plain = next((each for each in reversed(whole) if not SHARED_OUT.search(fold(each))), whole[-1])
        before = _Before(question=plain, answer=answer, told=told, places=places, names=names, topics=topics)
        said, meant = f"{whole[-1]}{text}", text
        of_papers = any(_is_sourced(given) for _, given in asked[1 : n + 1])
        if of_papers or _may_be_of_the_field(said, places=places, names=names):
            text = _of_that_one(corrected(text), names)
            if not (asks_gap(text) or at_another_time(text, whole[-1])):
                text = _named(text, before, [given for _, given in reversed(asked[1 : n + 1])], whole)
            meant = (
                of_a_paper(text, whole, answer=answer, places=places, paper=paper)
                or of_a_grant(text, whole, places=places)
                or of_a_price(text, whole, places=places)
                or compared(text, whole, answer=answer, places=places, names=names)
                or parted(text, whole, places=places, names=names)
                or of_the_list(text, whole, answer=answer, places=places)
                or completed(text, whole, answer=answer, places=places)
                or carried(text, whole, places=places, names=names)
                or _joined(text, before, whole)
            )
        if meant == asked[n][0] and not _is_of_the_field(said, places=places, names=names):
            meant = _restored(text, whole[-1], answer=answer if not of_papers else "", named=of_papers)
        whole.append(meant)
    return whole[-1]


_THAT_ONE = re.compile(r"(?:那么?|还有)?(?P<name>[一-鿿A-Za-z]{2,8}?)的?那一?[个家]呢?[?？]?")


def _of_that_one(text: str, names: Callable[[str], tuple[str, ...]]) -> str:
    """甲公司那个呢 as 甲公司项目呢, where one project is called so."""
    match = _THAT_ONE.fullmatch(fold(text))
    told = names(f"{match['name']}项目") if match else ()
    return f"{match['name']}项目呢" if match and len(told) == 1 and told[0].endswith("项目") else text


def _named(text: str, before: _Before, answers: Sequence[str], whole: Sequence[str]) -> str:
    """The remark with the name of what it points to among the things told before, or is alone about."""
    return (
        _of_those_listed(text, before, answers, whole)
        or pointed(text, base=before.question, answers=answers, names=before.names, asked=whole)
        or told_alone(text, base=before.question, answer=before.answer, names=before.names)
        or text
    )


def _of_those_listed(text: str, before: _Before, answers: Sequence[str], whole: Sequence[str]) -> str | None:
    """What is asked of the projects that the last answer named; a list of a place's is asked as a whole."""
    of_a_place = before.places.find(fold(before.question))
    asked = tuple(reversed(whole))
    return None if of_a_place else of_those_listed(text, answers=answers, names=before.names, asked=asked)


_OF_THE_FIELD = re.compile(
    r"项目|企业|公司|集团|投资|引资|签[了约下]|招商|产业|园区|开工|投产|竣工|外资|产值|目标|任务|政策|税|分成|指标|备案|考核|保护期|奖励|补贴|补助|基金"
    r"|亿元?|万元|谁投|金额|占地|动工|多少[个家项亿]|[奖补]多少|申报|申领|牵头"
)
_MAY_BE = re.compile(r"[区县市](?![场民])|几[个家项]")


def _is_of_the_field(text: str, *, places: PlaceNames, names: Callable[[str], tuple[str, ...]]) -> bool:
    """Whether a turn and the one after it speak of investment promotion, whose rules alone then apply."""
    folded = fold(text)
    return bool(_OF_THE_FIELD.search(folded) or places.find(folded) or names(folded))


def _may_be_of_the_field(text: str, *, places: PlaceNames, names: Callable[[str], tuple[str, ...]]) -> bool:
    """Whether the field's rules are tried first: a period, a number or a place may be of any talk."""
    folded = fold(text)
    return (
        _is_of_the_field(text, places=places, names=names)
        or bool(_MAY_BE.search(folded))
        or names_a_time(folded)
    )


def _restored(text: str, base: str, *, answer: str, named: bool) -> str:
    """A remark of any other talk with the topic it leaves out; as it is where it stands alone. If `named`, a
    long word must call the topic: 推介会, not 材料."""
    told = _MARKS.sub("", answer)[:_TOLD_CHARS]
    if named and not any(len(noun) > _SHORT for topic in topics_of(base) for noun in topic.nouns):
        return text
    return (
        text if stands_alone(text, asked=base, answered=told) else restored(text, asked=base, answered=told)
    )


def _is_sourced(said: str) -> bool:
    """Whether a turn is an answer from papers of the field: a talk about those is no general talk."""
    return "[1]" in said and _OF_THE_FIELD.search(fold(said)) is not None


_MARKS = re.compile(r"\[\d+\]|[*|#`>]")
_SHORT = 2  # characters
_TOLD_CHARS = 200  # of an answer: what it begins with is what it is about


def _first_line(answer: str) -> str:
    return answer.split("\n", maxsplit=1)[0]


def _joined(text: str, before: _Before, whole: Sequence[str]) -> str:
    base, places, names = before.question, before.places, before.names
    bare = TAIL.sub(
        "",
        re.sub(
            r"^(?:那么|那(?![里儿个些家边])|还有|再问一下|然后|另外|换成|请问|再?列出|再?说说)[,，]?",
            "",
            text,
        ),
    )
    if _NEXT_ALONE.fullmatch(bare):
        named = [m.place.name for m in places.find(fold(base))] or list(names(fold(base)))
        return f"{named[0]}下一步有什么打算？" if named else text
    if (pronoun := _PRONOUN.match(text)) and _ELLIPSIS.search(text) and len(text) <= 12:
        return substituted(
            re.sub(r"^的", "", TAIL.sub("", text[pronoun.end() :])), base, places=places, rest=""
        )
    if pronoun := _PRONOUN.search(text):
        return _with_referent(text, pronoun, before)
    if re.match(r"^其中", text):
        if (aims := _AIMS_LISTED.fullmatch(fold(base))) is not None and ASKED_AMOUNT.search(text):
            return f"{aims['of']}{text.removeprefix('其中').lstrip(',，')}"
        return f"{TAIL.sub('', _without_wh(base))}{text}"
    own = places.find(fold(bare))
    if _WHOSE.match(bare) or (own and own[0].start == 0 and _WHAT_GRANTS.search(bare)):
        return bare if own else text  # 那乙市有什么补贴 is of all that it grants
    own_places = [m.place.name for m in own]
    own_periods = find_periods(fold(bare), reference=SOME_DAY)
    rest = content(bare, places)
    if rest and not own_places and not own_periods:  # 二产的呢 after 还差多少 is of what was counted
        base = next((each for each in reversed(whole) if not _WORKED_OUT.search(each)), base)
    if (
        _ELLIPSIS.search(text)
        or (_POINTS_BACK.match(text) and len(rest) < 8)
        or (len(bare) <= 8 and not names(bare) and (own_places or own_periods) and len(rest) <= 2)
    ):
        if (other := with_speaker(bare, base)) is not None:
            return other
        placed = own_places and len(rest) < len("区域")  # 沙县呢 is the place, whatever is named after it
        if placed and len(own_places) == 1 and len(places.find(fold(base))) > 1:
            base = next(iter(reversed(plain_asked([fold(each) for each in whole]))), base)
        other = None if placed else other_subject(bare, base, names=names)
        return other or substituted(bare, base, places=places, rest=rest)
    if not own_places and not names(fold(bare)) and not own_periods and len(bare) <= 16:
        return with_subject(text, base, places=places, names=names)
    if not own_places and not names(fold(bare)) and len(bare) <= 20 and _POINTS_BACK.match(text):
        return with_subject(text, base, places=places, names=names)
    if not own_places and not names(fold(bare)) and len(WH.sub("", rest)) <= 6:
        return with_subject(text, base, places=places, names=names)  # 2024年完成了多少
    return text


_NEXT_ALONE = re.compile(r"下一?步|下一?阶段|接下来|今后|后续|往后")
_AIMS_LISTED = re.compile(  # 其中外资目标是多少 after 2026年的目标有哪些 is one of them
    r"(?P<of>[^,，]*?)的?(?:主要|总体|具体)?(?:目标|指标|任务)(?:都|主要)?(?:有|是|包括)(?:哪些|什么)[?？]?"
)
_WHO_IS_TO = re.compile(r"(?:由|归|是)?(?:谁|哪个(?:部门|单位))来?(?:负责|牵头|承担|主管|管)[?？]?$")


def _said_again(text: str, base: str) -> str:
    """场景发布由谁负责 after 用地保障由谁负责 is 场景发布呢."""
    again = _WHO_IS_TO.search(text) if _WHO_IS_TO.search(base) else None
    head = text[: again.start()] if again else ""
    return f"{head}呢" if len(head) > 1 else text


# 方舟资本的合伙人是谁 says whose, though no paper's ledger knows the name; 公司的负责人是谁 does not.
_WHOSE = re.compile(
    r"(?!公司|企业|集团|项目|园区|基金|商会|现在|目前|当时)[一-鿿A-Za-z]{3,12}的[^,，。？?的]{2,8}(?:是谁|是哪位|叫什么)"
)
_WHAT_GRANTS = re.compile(r"有(?:什么|哪些|啥)[^,，。？?]{0,4}(?:补[贴助]|奖励|政策|扶持|优惠)[?？]?$")
_WHY_ALONE = re.compile(r"(?:那|这)?(?:是|又)?(?:为什么|什么原因|为何)(?:呢|啊)?[?？]?")
_WORKED_OUT = re.compile(r"还[差剩]|相差|完成全年|目标|任务|占(?:比|多少|几成)|里,[^,，]+多少")
_HOLDS = re.compile(
    r"(?:书记|[市区县省镇]长|[局处院会校]长|主任|董事长|总经理|总裁|合伙人|负责人)(?P<name>[一-鿿]{2,3}?)"
    r"(?=介绍|表示|说|指出|强调|认为|[,。;、\[(\n]|$)"
)
_WHO = re.compile(r"(?:^|[的,，])(?P<name>[一-鿿·]{2,4})(?:是谁|是(?:干|做)什么的|是什么人|是哪位|[参出]加)")


_DOES = re.compile(  # 他说了什么 after 程某某在宁波走访了哪些企业
    r"(?P<name>[一-鿿]{2,3}?)(?=(?:在[^,，。?？]{2,8})?(?:率队|带队|一行|考察|走访|拜访|会见|参观|调研|强调|表示|指出|要求))"
)


def _without_wh(question: str) -> str:
    return ASKED_AMOUNT.sub("", SIGNED.sub("签约", TAIL.sub("", question))) + "，"


def _with_referent(text: str, pronoun: re.Match[str], before: _Before) -> str:
    """它什么时候注册的: 它 is what the last answer was about, else what the last question named."""
    base, places = before.question, before.places
    word = pronoun.group()
    at_the_end = not text[pronoun.end() :].strip("?？。呢 ")
    if at_the_end and _THERE.fullmatch(word) and (told_at := _where_told(before)):
        return f"{told_at[0]}{text[: pronoun.start()]}{told_at[1]}？"
    plural = re.search(r"们|些|两|几", word)
    if plural and not re.search(r"企业|公司", word):
        return f"{text[: pronoun.start()]}{_described(base)}{text[pronoun.end() :]}"
    if re.search(r"[区县市旗]$", word):
        levels = ("city", "district") if word.endswith("市") else ("district", "zone")
        told = ([m for m in places.find(fold(said)) if m.place.level in levels] for said in before.told)
        spoken_of = next((found for found in told if found), None)
        thing = next(iter(before.names(fold(base))), "")
        there = f"{thing}所在{word[-1]}" if thing else _described(base)
        named = spoken_of[0].place.name if spoken_of else there
        rest = _OTHERS.sub(r"有哪些\1", re.sub(r"还有(?=哪些|什么)", "有", text[pronoun.end() :]))
        return f"{text[: pronoun.start()]}{named}{rest}"
    person = (
        _WHO.search(base)
        or _DOES.match(base)
        or _DOES.match(fold(before.answer))
        or (_HOLDS.search(fold(before.answer)) if "谁" in base else None)
    )
    if word in "他她" and person:
        return f"{text[: pronoun.start()]}{person['name']}{text[pronoun.end() :]}"
    about = before.topics(before.answer) if before.answer else ()
    fresh = (
        [name for name in about if name not in base]
        if re.search(r"什么(?:公司|企业|项目|机构)|哪家|哪个项目|成立了|叫什么", base)
        else []
    )
    known = before.names(fold(base))
    referents = fresh or list(known) or list(about) or [each.place.name for each in places.find(fold(base))]
    referent = referents[0] if referents else _described(base)
    return f"{text[: pronoun.start()]}{referent}{text[pronoun.end() :]}"


_THERE = re.compile(r"那里|那儿|[那这]边")


def _where_told(before: _Before) -> tuple[str, str] | None:
    """The thing that the question before asked the place of, and the place that its answer names."""
    thing = next(iter(before.names(fold(before.question))), "")
    found = before.places.find(fold(_first_line(before.answer)))
    asked = re.search(r"在哪|哪里|哪个[区县市]|落户", before.question)
    return (thing, found[-1].place.name) if thing and found and asked else None


def _described(question: str) -> str:
    """What the question was about, without the asking: 城阳区总投资54亿元和130亿元的项目."""
    plain = re.sub(
        (
            r"(?:分别)?(?:是(?:什么|哪些|谁|多少)|有哪些|有多少|在哪里?|怎么样|如何|是多少|多少"
            r"|什么时候.*)[?？。]?$"
        ),
        "",
        question.strip(),
    )
    return plain.rstrip("?？。，, 的是") or question
