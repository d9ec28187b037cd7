"""Does a sentence print the very figure that is asked for: its place, period, size class and unit?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.figures.owner_asked import fits_place, is_behind, is_of_unnamed_thing
from assistant.figures.periods_asked import fits_period, is_of_a_part
from assistant.figures.size_asked import fits_threshold
from assistant.figures.units_asked import fits_unit
from assistant.figures.weighing import totals_unnamed_thing
from assistant.matching import term_match
from assistant.names import core_name
from assistant.passages.disagreement import value_said
from assistant.passages.judged import Judged
from assistant.passages.sentences import Sentence
from assistant.passages.whereabouts import is_within
from assistant.question import QuestionFrame
from assistant.wording import own_clause
from language.place import short_name
from language.quantity import find_quantities
from language.text import fold
from vectorstore.ledger_rows import Figure

POLICY_ASKED = re.compile(
    r"奖励|补贴|补助|补多少|补几|封顶|给多少|怎么补|扶持|申报|资助|能补|政策|奖多少|退钱|退回"
    r"|社保|房租|租金|缓缴|减免|免[收征缴租]|延[期长到缴]|返还|贴息|稳岗|滞纳金|首贷|续贷|展期"
)


def lacks_figure(judged: Judged) -> bool:
    """Whether nothing but a figure would answer, and this one is not printed."""
    frame, sentence = judged.frame, judged.sentence
    settled = judged.plain and frame.threshold is None and not frame.numbers
    rows = [row for row in sentence.figures if fits_unit(row, frame)]
    if sentence.columns and _pure_figure(frame) and _heads_leave_out(sentence, frame):
        return True
    if rows and all(is_of_unnamed_thing(row, frame) for row in rows):
        return True
    if _counts_in_words(sentence, frame):
        return False
    partly = bool(rows) and all(
        is_of_a_part(row, frame, judged.collection) for row in rows
    )  # 一季度力争12个 for 全年
    told = settled and not partly and _says_time(sentence, frame) and not _UNTOLD.search(sentence.folded)
    if told and not _holds_anothers(sentence, frame):
        return False  # 117年来的最高: the ledger files no such thing
    return _pure_figure(frame) and not (
        _holds_numbers(sentence, frame)
        and _holds_figure(sentence, frame, judged.collection, sure=judged.sure)
    )


def _heads_leave_out(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether a row of a table, which tells all its cells, is headed nowhere by a word that is asked for: of
    实际利用外资 no 合同外资 is told."""
    told = sentence.folded + fold(sentence.section + sentence.document.title)
    return any(term_match(term, told) < _SAID for term in frame.terms)


def _counts_in_words(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether a sentence says of the very thing counted how many there are: 六大赛道 for 几个赛道."""
    counted = _COUNTED.search(frame.text)
    noun = re.escape(counted["noun"]) if counted else ""
    return (
        bool(noun)
        and re.search(rf"(?<![第一二三四五六七八九十]){_HAN}[大个项条类]?{noun}", sentence.folded) is not None
    )


_COUNTED = re.compile(r"(?:几|多少)[个大项条类](?P<noun>(?!项目|企业|公司)[一-鿿]{2,8}?)[？?]?$")
_HAN = "(?:[两二三四五六七八九]|十[一二三四五六七八九]?)"
_SAID = 0.5
_UNTOLD = re.compile(r"(?:未|没有)(?:公布|披露|公开|统计|发布)|暂无|暂缺")  # 上半年实绩未公布


def _holds_anothers(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether the figures of the asked unit that a sentence prints are another project's, or other places'
    that it names."""
    rows = [row for row in sentence.figures if fits_unit(row, frame)]
    if frame.names:
        return bool(rows) and all(_is_of_another_thing(row, frame) for row in rows)
    if not frame.place_names:
        return False
    if rows and all(totals_unnamed_thing(row, frame) for row in rows):
        return True
    if any(fits_place(row, frame) for row in rows):
        return False
    return any(
        row.place == row.subject
        and short_name(row.place) in sentence.folded
        and not is_within(row.place, frame.place_names)
        for row in rows
    )


def _is_of_another_thing(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the row's own clause tells it of another project or body: 总投资54亿元的A、B."""
    if row.subject == row.place and frame.names:
        return all(is_behind(core_name(name), row) for name in frame.names)
    other = row.subject != row.place and not fits_place(row, frame)
    return other and core_name(row.subject) in fold(own_clause(row))


def _says_time(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether a sentence prints the part of a year that is asked about, if one is: 1—6月 is not 前三季度."""
    return all(
        len(period.label) == 4 or frame.text[period.start : period.end] in sentence.folded
        for period in frame.periods
    )


def _holds_figure(sentence: Sentence, frame: QuestionFrame, collection: Collection, *, sure: bool) -> bool:
    """Whether the sentence prints a figure of the asked place, period, size class and unit.

    Where the ledger read none of that unit in it, a number with the unit will do if the chooser is sure.
    """
    if "比例" in frame.text and re.search(r"比例[^,;。]{0,8}\d(?:\.\d+)?:\d", sentence.folded):
        return True  # 置换比例不低于1.25:1 is no quantity
    rows = [row for row in sentence.figures if fits_unit(row, frame)]
    if not rows and sure:
        return value_said(sentence, frame) is not None
    return any(
        (not _is_of_another_thing(row, frame) if frame.names else fits_place(row, frame))
        and not (frame.places and not frame.names and totals_unnamed_thing(row, frame))
        and fits_period(row, frame, collection)
        and not is_of_a_part(row, frame, collection)
        and fits_threshold(row, frame, collection)
        for row in rows
    )


def _holds_numbers(sentence: Sentence, frame: QuestionFrame) -> bool:
    """49个项目的总投资 is told beside the 49, or not at all."""
    counts = [number.base() for number in frame.numbers if number.kind == "count"]
    printed = {quantity.base() for quantity in find_quantities(sentence.folded + fold(sentence.before))}
    return all(count in printed for count in counts)


def _pure_figure(frame: QuestionFrame) -> bool:
    """Whether nothing but a figure would answer."""
    if POLICY_ASKED.search(frame.text):
        return False
    return (
        frame.asks_number
        and bool(frame.places or frame.names or frame.period_labels)
        and not {"date", "person", "how", "definition"} & frame.wants
        and bool(re.search(r"多少|几[个家项]|数量|总额|总投资|有没有.{0,24}数", frame.text))
    )
