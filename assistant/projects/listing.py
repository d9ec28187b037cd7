"""Which projects meet the conditions of a question?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.figure_answers import answer_from_ledger
from assistant.figures.lookup import search_ledger
from assistant.projects.conditions import Conditions
from assistant.projects.project_row import COLUMNS, by_size, project_row
from assistant.projects.size_bound import size_bound
from assistant.projects.sums import asks_total, is_one_list, names_investment, sum_of
from assistant.question import QuestionFrame
from language.divisions import PARTS
from language.quantity import base_quantity, format_quantity, unit_kind
from vectorstore.projects import MergedProject

MOST_ROWS = 24
_SURE = 0.9  # share of the question that a printed count must say to be what is asked
_LISTS = re.compile(
    r"投[了的]?(?:些)?(?:什么|啥|哪些|哪几个|几个)(?:项目)?(?=[？?，,]|$)|(?:清单|名单|一览).{0,24}(?:几个|多少|哪些|哪个|哪几个|最大|最小|加起来|合计|有谁)"
    r"|项目.{0,14}(?:都有谁|是哪几个|是哪个)|项目.{0,6}(?:列一下|列出来|列个表|列一列)|项目.{0,12}(?:有哪些|哪些|名单|清单|列出|有几个"
    r"|多少个|几个)|(?:哪些|列出|有哪些|哪几个"
    r"|多少个|几个|所有|全部).{0,16}项目"
    r"|哪个项目[^，。？]{0,8}[未没](?:有|能)?(?:开工|动工|投产|签约|落地|竣工)|(?:工|产|约|建|工程)(?:了|过)?的项目[？?]?$|的项目(?:是|有|叫)(?:什么|啥)|台账.{0,12}(?:几个|多少个|哪些|哪几个)"
)
# 总投资最少的是哪个县区: districts are asked for, not projects.
_PLACES_ASKED = re.compile(
    rf"(?:哪个|哪些|哪几个|谁的?)[^，。？]{{0,2}}(?:{PARTS}|[区县市旗州盟]|板块|地方|街道|镇)(?!场)"
    rf"|的(?:{PARTS}|[区县市旗州盟]|板块|地方|街道|镇)(?:分别)?(?:是|有)?(?:哪|谁)"
    rf"|各个?(?:{PARTS}|[区县市旗州])[^，。？]{{0,20}}(?:多少|几)[个家]"
)
_RANKED = re.compile(
    r"项目(?:里面?|之?中|当中)?[，,]?(?:哪个|哪一个|谁)的?(?:(?:总?投资|规模|盘子)额?最[多大高少小低]|最[大小])|项目[^，。？]{0,4}谁[^，。？]{0,3}投[^，。？]{0,3}最[多大]|最[多大高少小低快慢]的?(?:前?[两二三四五六七八九十\d]+个?)?(?:在谈|储备|签约|在建|[续新]建|开工|投产|重[点大]|招商)?项目|哪(?:个|些|几个)项目[^，。？]{0,14}最"
    r"|项目[^，。？]{0,8}(?:投资|规模|盘子|比例|进度)[^，。？]{0,4}最[多大高少小低快慢]的?是哪(?:个|些|几个)[？?]?$"
)
_NAMES = re.compile(
    r"投[了的]?(?:些)?(?:什么|啥)|哪些|列[出一个]|名单|谁|哪几个|哪个|都有|提到|涉及|有关|的项目[？?]?$|的项目(?:是|有|叫)(?:什么|啥)"
)
# Every project that is told of: no condition is set.
_ALL = re.compile(
    r"(?:资料|文件|材料|报告)?(?:里面?|中)?(?:一共|目前|现在|都)?(?:有(?:哪些|什么)|列出(?:所有|全部)?|哪些是)?(?:所有|全部)?(?:的)?"
    r"(?:重点|重大|招商|签约|产业)*项目(?:都|分别)?(?:有哪些|是哪些|有什么|清单|名单|都有什么)?[？?]?"
)
_EXTREME = re.compile(r"最(?P<way>[大多高小少低])(?:的)?(?P<n>[两二三四五六七八九十\d]?)")
_BY_EVENT = re.compile(r"投产|开工|签约|竣工")  # within a period
_WHICH = re.compile(r"有(?:哪些|什么|啥)(?:新的?|亮点|重[大点]|大|好|优质|标志性|代表性)*项目[？?]?$")
_ARE_WHICH = re.compile(r"项目(?:都|分别)?(?:有|是)(?:哪些|哪几个)[？?]?$")
_BY_AMOUNT = re.compile(r"总投资|投资额|投资(?:超|过|在|够|达)")


_COUNTED = re.compile(
    r"(?:签约|引进|招引|落地|开工|投产|实施)(?:的)?项目(?:数量?|个数)?最[多少]的?(?:是)?(?:哪|谁)"
)


def ranks_projects(frame: QuestionFrame) -> bool:
    """Whether the question asks which project stands first or last by something."""
    counted = _COUNTED.search(frame.text)
    return bool(_RANKED.search(frame.text)) and not _PLACES_ASKED.search(frame.text) and not counted


def list_projects(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Every project that meets the question's conditions, or their count, sum or extremes; None unless
    asked."""
    if not _asks_projects(frame):
        return None
    conditions = Conditions(frame, collection)
    are_named = _are_named(frame, conditions, collection)
    if not are_named and not _counts_rows(frame, conditions, collection):
        return None  # 签约了多少个项目 asks for a figure of the ledger, not for a count of names
    found = conditions.all_met() or conditions.untitled().all_met()
    if not found or not (are_named or is_one_list(found, collection)):
        return None
    found.sort(key=by_size)
    if asks_total(frame.text):
        return sum_of(found, collection)
    shown = _extremes(found, frame) or found
    rows = tuple(project_row(project, collection) for project in shown[:MOST_ROWS])
    counted = () if conditions.titled else _counted_above(len(found), frame, collection)
    # of 36 signed at an event an article names three
    named = "文中点名的有" if conditions.events or counted else "共"
    lead = Statement(
        text=f"{named}{len(found)}个项目" if shown is found else _outstanding(shown, frame),
        evidence=rows[0].evidence,
        derived=(Decimal(len(found)), Decimal(len(shown))),
    )
    notes = (_found_in(found, cut=len(shown) > MOST_ROWS), *_silent(conditions, collection))
    return Draft(statements=(*counted, lead), columns=COLUMNS, rows=rows, notes=notes)


def _counted_above(names: int, frame: QuestionFrame, collection: Collection) -> tuple[Statement, ...]:
    """What the papers count of the projects asked for, where it is more than they name: 甲等3个食品项目."""
    best = search_ledger(frame, collection).best
    if best is None or best.row.value <= names or best.row.unit not in ("个", "项"):
        return ()
    if best.row.modality in ("target", "forecast") or not is_counted_by_the_papers(frame, collection):
        return ()
    told = answer_from_ledger(frame, collection)
    return told.statements[:1] if told is not None and not told.refused else ()


def _asks_projects(frame: QuestionFrame) -> bool:
    timed = bool(frame.period_labels) and not (
        _BY_EVENT.search(frame.text) or _WHICH.search(frame.text) or _names_sized(frame.text)
    )
    if timed or _PLACES_ASKED.search(frame.text):
        return False
    if _COUNTED.search(frame.text):  # 签约项目最少的是哪个 asks whose projects are fewest
        return False
    return bool(_LISTS.search(frame.text)) or _sized_alone(frame.text) or ranks_projects(frame)


def _names_sized(text: str) -> bool:
    """今年总投资30亿元以上的项目有哪些 asks for names, not for what the papers count of that time."""
    named = _NAMES.search(text) or _sized_alone(text)
    sized = _BY_AMOUNT.search(text) or _ARE_WHICH.search(text)
    return bool(named and sized) and size_bound(text) is not None


def _are_named(frame: QuestionFrame, conditions: Conditions, collection: Collection) -> bool:
    """Whether the projects themselves are asked for, not what the papers count of them."""
    asks_names = _NAMES.search(frame.text) is not None or _sized_alone(frame.text)
    inside = conditions.titled and _IN_A_LIST.search(frame.text)
    if not (asks_names or inside) and is_counted_by_the_papers(frame, collection):
        return False
    extreme = _EXTREME.search(frame.text) is not None
    if _ALL.fullmatch(frame.text):
        return True
    of_all = names_investment(frame.text) and (asks_total(frame.text) or extreme)
    by_amount = _BY_AMOUNT.search(frame.text) is not None and not frame.period_labels
    sized = conditions.bound is not None and by_amount
    return bool(conditions.any or of_all) and bool(asks_names or of_all or conditions.titled or sized)


def _counts_rows(frame: QuestionFrame, conditions: Conditions, collection: Collection) -> bool:
    """Whether 临澧县有几个项目 may be asked of a list that holds them all; what was signed is not."""
    asked = conditions.any and _HOW_MANY.search(frame.text) and not _SIGNED.search(frame.text)
    return bool(asked) and not is_counted_by_the_papers(frame, collection)


_HOW_MANY = re.compile(r"项目.{0,6}(?:几个|多少个|多少项|几项)|(?:几个|多少个|多少项|几项).{0,10}项目")
_SIGNED = re.compile(r"(?<!已)签|引进|招引|落地|落户|新增|引入|投资[^，。？\d]{0,5}多少")  # or money besides
_IN_A_LIST = re.compile(r"项目(?:清单|名单|一览|台账)|(?:清单|名单|台账)[里上中]")


def _found_in(found: Sequence[MergedProject], *, cut: bool) -> str:
    documents = {row.document_id for project in found for row in project.sources}
    more = f"，表中列出前{MOST_ROWS}个" if cut else ""
    return f"在{len(documents)}篇文献中找到{len(found)}个项目{more}"


def _silent(conditions: Conditions, collection: Collection) -> Iterator[str]:
    """How many projects a bound on the investment cannot judge."""
    if conditions.bound is None or conditions.titled:
        return
    silent = sum(
        project.investment is None and conditions.met_but_for_size(project)
        for project in collection.projects.merged
    )
    if silent:
        yield f"另有{silent}个项目未写明总投资"


def _sized_alone(text: str) -> bool:
    """总投资超过50亿元的项目 asks for their names, 签约多少个亿元以上项目 does not."""
    return bool(re.search(r"亿元?(?:以上|以下)?的[一-鿿]{0,6}项目[？?]?$", text)) and not re.search(
        r"多少|几[个项]", text
    )


def is_counted_by_the_papers(frame: QuestionFrame, collection: Collection) -> bool:
    """Whether the count asked for is printed: 总投资20亿元以上在建项目18个, of which a few are named."""
    best = search_ledger(frame, collection).best
    return best is not None and unit_kind(best.row.unit) == "count" and best.words >= _SURE


def _extremes(found: list[MergedProject], frame: QuestionFrame) -> list[MergedProject]:
    match = _EXTREME.search(frame.text)
    if not match:
        return []
    known = [project for project in found if project.investment is not None]
    ordered = known if match["way"] in "大多高" else known[::-1]
    count = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}.get(
        match["n"], int(match["n"]) if match["n"].isdigit() else 1
    )
    while 0 < count < len(ordered) and _amount(ordered[count]) == _amount(ordered[count - 1]):
        count += 1  # two of 50亿元 are both the largest
    return ordered[:count]


def _amount(project: MergedProject) -> tuple[Decimal, str]:
    return base_quantity(project.investment or Decimal(0), project.investment_unit)


def _outstanding(shown: list[MergedProject], frame: QuestionFrame) -> str:
    """The one project at the end of the order that is asked for, with its amount; of several the first."""
    first = shown[0]
    alike = len({_amount(project) for project in shown}) == 1
    if (len(shown) > 1 and not alike) or first.investment is None:
        return f"{first.name}等{len(shown)}个" if len(shown) > 1 else first.name
    way = _EXTREME.search(frame.text)
    money = format_quantity(first.investment, first.investment_unit)
    names = "、".join(project.name for project in shown)
    end = "大" if way is None or way["way"] in "大多高" else "小"
    return f"{names}总投资最{end}，{'均' if len(shown) > 1 else ''}为{money}"
