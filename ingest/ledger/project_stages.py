"""Which stage has a project reached in a sentence, and when? What is only planned is no stage reached."""

from __future__ import annotations

import re
from datetime import date

from ingest.ledger.named import Named
from ingest.ledger.narrated import Line
from language.ended import ENDED
from language.intended import INTENDED
from language.period_label import label_dates

STAGES: tuple[tuple[str, str], ...] = (
    (
        "投产/运营",
        r"投产(?!后)|(?<!可)(?<!全部)达产(?!后|达效)|试生产|投用(?!后)|投入使用|投入运营|运营|"
        r"启用|开业|向市民开放|下线",
    ),
    ("竣工", r"(?<!主体)(?<!结构)(?:竣工|完工)|建成(?!后|投[产用]后|达产后)|落成|交付|通车"),
    (
        "主体/封顶",
        r"封顶|(?<!服务)(?<!管理)(?<!运营)(?<!经营)(?<!市场)(?<!投资)(?<!实施)(?<!责任)(?<!建设)主体(?!企业|作用|责任|地位|培育)"
        r"(?:建设|结构|完工|施工)?",
    ),
    (
        "开工/在建",
        r"(?:开工|动工)(?!时间|日期|率|手续|条件|前|许可)|复工|奠基|在建|正在建设|建设|施工|提速|推进|装修|土建|吊装|桩基|设备[^,;。]{0,4}(?:安装|调试|进场)|安装[^,;。]{0,6}设备|联调联试|安装调试",
    ),
    ("落户/注册", r"落户|落地(?!要素|保障|率|服务|机制|见效)|注册|成立|入驻"),
    ("签约", r"签约|签署|签下|签订"),
    ("储备/在谈", r"在谈|储备|洽谈|达成共识|对接"),
    ("计划", r"计划(?!总?投资|完成|用地|占地|年度|安排)|拟建|规划|概念方案|征迁"),
)
_STAGES = tuple((name, re.compile(pattern)) for name, pattern in STAGES)
_OF_A_STAGE = re.compile("|".join(pattern for name, pattern in STAGES if name != "计划"))
_UNREACHED = re.compile(
    rf"(?:(?:原定|原计划|(?:预计|计划|将|{INTENDED})(?!总?投资)|有望|可望|力争|即将|确保|争取|目标)[^,;。]{{0,10}}"
    rf"|(?:(?:预计|计划|将|{INTENDED})(?!总?投资)|有望|力争)[^,;。已]{{0,16}},"
    r"(?:20\d\d年|[今明后]年|\d{1,2}月|[上下]半年|[一二三四]季度|[年月]?底|[前初末])*"
    r"|(?:延期|推迟|延后|暂缓|暂停|取消|终止|放弃)(?:到|至)?[^,;。]{0,8}"
    r"|未(?:能|实现|正式|实质性?)?|没有?|不具备)$"
)
_TOPPED = re.compile(r"(?P<part>主体[^,;。]{0,5})(?:完工|竣工|完成|建成)")
_PART_DONE = re.compile(  # 升压站已建成: a part is, and the whole is being built
    r"(?P<part>(?:站|车间|厂房|[办宿]公?楼|宿舍|食堂|仓库|管网|道路|围墙|基础|地基|桩基|土方|开关站|房))"
    r"(?:已|均|全部|基本|也|建设)*(?:建成(?!投)|完工|竣工|交付|完成)"
)
_NO_STAGE = re.compile(  # what is to be built, not what is being built
    r"(?<=主要)建设|(?<=未来)建设|(?<=[打造集])集?[^,;。]{2,40}?建设(?=[、和与])|(?<=投资)建设|(?<=规划)建设|(?<=计划)建设|(?<=支持)建设|(?<=推动)建设|(?<=拟)建设|(?<=签约)建设|(?<=签署)建设|(?<=合作)建设"
    r"|(?<!正在)(?<!加快)(?<!推进)建设(?=(?:\([^()]*\))?(?:项目|工程))"  # 用于甲扩产建设项目、乙建设项目
    r"|(?<=元)(?:在[^,;。]{2,12})?,?建设|(?<=元)(?:在[^,;。]{2,12})?投资建设"
    r"|分[一二两三四五\d]+[期段批步](?:实施|进行|滚动)?建设|由[^,;。]{2,24}建设|(?<=协议),?(?:投资|共同|合作)?建设|建设(?:内容|规模|周期|工期|单位|地点|的?(?:有关|相关)*的?(?:事[项宜]|问题|情况))|规划(?!建设|中|阶段|选址)"
)
_AFTER, _AFTER_ITEM, _BEFORE = 30, 80, 40  # an item of a list tells of its project to the end
_LOOSE = re.compile(
    r"(?<!正在)(?<!加快)(?<!全面)建设|推进|提速|成立|对接|规划|(?<!正在)运营"
)  # 项目主要建设标准厂房 is no stage


def stage_of(
    line: Line, named: Named, *, since: int, until: int, firm: bool = False, today: date | None = None
) -> tuple[str, str]:
    """The stage and its period label, "" for what is not told; what follows a name weighs more.

    With `firm`, words that may tell what a project consists of (项目主要建设标准厂房) are no stage; what is
    told of a time after `today` is none reached.
    """
    if (listed := _OF_THE_LIST.match(line.text, named.end)) is not None:
        return _told(listed["does"], first=True)[0], _when(line, named.start)
    if (stopped := _STOPPED.search(line.text, named.end, until)) and "复工" not in line.text[stopped.end() :]:
        return "", ""
    stage, day = _reached_stage(line, named, since=since, until=until, firm=firm, today=today)
    if stage == "落户/注册" and _SITE_ALONE.search(line.text, named.end, until) and _SIGNS.search(line.text):
        return "签约", day  # 集中签约的X项目，总投资5亿元，落户官庄镇: where it is to stand
    return stage, day


_OF_THE_LIST = re.compile(  # 甲项目、乙项目等7个项目集中开工；丙项目…
    r"(?:、[^,;。]{2,120}?)?等\d+个[^,;。、]{0,8}项目(?:现场|同时|已)?(?:集中)?(?P<does>签约|开工|竣工|投产)(?=[,;。、])"
)
_STOPPED = re.compile(r"(?<!不)(?<!未)(?:停工|停建|暂缓(?:实施|建设|推进))")
_SITE_ALONE = re.compile(r"[,(](?:落户|落地)[^,;。()]{2,12}(?=[,;。)]|$)")
_SIGNS = re.compile(r"(?<![未待拟])签约")


def _reached_stage(
    line: Line, named: Named, *, since: int, until: int, firm: bool, today: date | None
) -> tuple[str, str]:
    if ENDED.search(line.text, named.end, until):
        return "", ""
    told = _TOPPED.sub(lambda match: f"{match['part']}封顶", _without_what_is_ahead(line, today))
    told = told[: named.end] + _PART_DONE.sub(lambda match: f"{match['part']}施工", told[named.end :])
    if "建设" in told or "规划" in told:
        told = _NO_STAGE.sub(lambda match: "〇" * len(match.group()), told)
    text = _LOOSE.sub(lambda match: "〇" * len(match.group()), told) if firm else told
    heads = text.startswith(":", named.end) and is_numbered(text)  # all of the item is told of its project
    reach = _AFTER_ITEM if line.block.kind == "list" or _ITEM.match(line.text) else _AFTER
    after = text[named.end : until if heads else min(until, named.end + reach)]
    stop = -1 if heads else after.find(";")
    stage, at = _told(after if stop < 0 else after[:stop], first=True)
    rest = text[named.end : until] if heads else text[named.end : until].partition(";")[0]
    if (reached := _reached_at_last(rest, stage)) is not None:  # 落户鸠江区，…，项目已于8月开工
        stage, at = reached
    done = _done_to(text[since : named.start], text[named.end :])
    if done and (
        not stage or stage_rank(done) < stage_rank(stage)
    ):  # 建成X，Y村于6月开工: what is built begins no more
        return done, _when(line, named.start)
    if stage:
        return stage, _when(line, named.end + at)
    before = text[max(since, named.start - _BEFORE) : named.start]
    if since:  # of A预计年底封顶；B和C开工, what is told of A ends at the semicolon
        before = before.rpartition(";")[2]
    stage, at = _told(before, first=False)
    if (
        not stage and since and not re.search(r"[;。]", text[since : named.start])
    ):  # 签约A、B、C holds for all
        before = text[: named.start]
        stage, at = _told(before, first=False)
    return (stage, _when(line, named.start)) if stage else ("", "")


def _without_what_is_ahead(line: Line, today: date | None) -> str:
    """主体封顶，10月投入运营 of a list of August: what is dated later is planned."""
    text = line.text
    for period in line.cast.periods if today else ():
        if period.role != "comparison" and label_dates(period.label)[0] > (today or date.max):
            _, end = line.cast.clause_at(period.start)
            text = f"{text[: period.end]}{_OF_A_STAGE.sub(_blank, text[period.end : end])}{text[end:]}"
    return text


def _blank(match: re.Match[str]) -> str:
    return "〇" * len(match.group())


_DONE = re.compile(
    r"(?:^|[,;。、]|[已成功顺利正式先后陆续全面新并])"
    r"(?P<stage>签约|签下|引进|落户|开工(?:建设)?|新改建|新改扩建|改扩建|建成|竣工|完工|投产|投用|启用)了?[“\"]?(?:[一-鿿]{2,8}、)*$"
)
_DONE_STAGES = {"引进": "签约", "新改建": "开工/在建", "新改扩建": "开工/在建", "改扩建": "开工/在建"}


_SIGNED = re.compile(r"(?:签订|签署|签下)了?$")
_CONTRACT = re.compile(r"[^,;。]{0,4}(?:协议|合同|备忘录)")


def _done_to(before: str, after: str) -> str:
    """The stage that the verb right before a name says it has reached (成功签约X): "" where none does."""
    verb = _DONE.search(before)
    if verb is None and _SIGNED.search(before) and _CONTRACT.match(after):
        return "签约"
    if verb is None or _UNREACHED.search(before[: verb.start("stage")]):
        return ""
    return _DONE_STAGES.get(verb["stage"]) or _told(verb["stage"], first=True)[0]


def stage_rank(stage: str) -> int:
    """How far a stage is from the end: 0 for 投产/运营."""
    return [name for name, _ in STAGES].index(stage)


def stage_told(text: str) -> str:
    """The furthest stage that a cell tells as reached (5月签约，未开工: 签约).

    计划 where one is only ahead or denied, "" where none is told.
    """
    if text.startswith("前期"):
        return "计划"
    told = _reached(text)
    return min(told, key=lambda one: one[1])[2] if told else _told(text, first=True)[0]


_OF_ITS_LIST = re.compile(  # 甲区一季度签约项目汇总表
    r"\W*(?:[一二三四五六七八九十\d]{1,3}[、.)])?[(（]?(?:[一-鿿]{2,7}[市区县旗州盟])?(?:20\d\d年)?(?:[一二三四]季度|[上下]半年|[\d—-]{1,5}月)?"
    r"(?:已|新|拟|计划)?(?:投产|在建|续建|开工|签约|在谈|储备|洽谈|竣工|落地|前期|预备|谋划)[一-鿿]{0,6}?项目"
    r"(?:清单|名单|一览表?|汇总表?|统计表|情况表?|简介)?(?:如下|为)?(?:[(（]\d+[个项][^()（）]*[)）])?[:。]?"
)
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.、)．]|[①-⑳]|[(（][一二三四五六七八九十\d]{1,3}[)）])")


_PLAN = re.compile(r"计划|安排|实施方案|任务分解|年重点(?:建设)?项目(?:名单|清单)")
_AHEAD_OF_WORK = re.compile(r"前期|预备|谋划|计划")


def is_numbered(text: str) -> bool:
    """Whether a line is an item of a numbered list."""
    return _NUMBERED.match(text) is not None


def stage_headed(text: str, *, title: str = "") -> str:
    """The stage that a line names for the projects listed below it: 签约项目名单：; "" for any other line.

    In a paper whose `title` calls it a plan 新开工项目 are to be begun.
    """
    if not text or not _OF_ITS_LIST.fullmatch(text):
        return ""
    if "续建" in text:
        return "开工/在建"
    if _AHEAD_OF_WORK.search(text) or ("开工" in text and _PLAN.search(title)):
        return "计划"
    return stage_told(text)


_ITEM = re.compile(r"\s*(?:\d{1,2}[.、)．]|[①-⑳]|[-*•·●])")
_REACHED_SINCE = re.compile(
    r"(?:^|[,:;])(?:目前|现|项目|该项目|主体|一期)*(?:已|于|在|今年|去年|(?:20\d\d年)?\d{1,2}月|\d{1,2}日|全面|正式|顺利|处于|并|全部|进入|待)+"
    r"(?P<stage>[^,;。]{2,20})"
)


def _reached_at_last(rest: str, stage: str) -> tuple[str, int] | None:
    """The furthest stage that a clause of its own says is reached, where it is further than `stage`."""
    best: tuple[str, int] | None = None
    for match in _REACHED_SINCE.finditer(rest):
        name, at = _told(_NOT_YET.sub("", match["stage"]), first=True)
        known = best[0] if best else stage
        if (
            name
            and name not in ("计划", "储备/在谈")
            and not _UNREACHED.search(match.group()[: match.start("stage") - match.start()])
            and not _is_due(rest[: match.start("stage") + at])
            and (not known or stage_rank(name) < stage_rank(known))
        ):
            best = (name, match.start("stage") + at)
    return best


_NOT_YET = re.compile(r"(?:待|拟|将|计划|预计)(?:开工|投产|建设|动工).*")


def common_stage(line: Line, *, before: int | None = None) -> tuple[str, str]:
    """The stage of a sentence that counts projects (集中签约项目7个), which those told after it share; with
    `before`, where nothing but what it comes to stands between the count and that position."""
    text = line.text if before is None else line.text[:before]
    counted = _COUNTED.search(text) if "项目" in text or "个" in text else None
    if counted and before is not None and not _INCLUDES.search(text, counted.end()):
        return "", ""
    if counted is None:
        return "", ""
    stage, at = _told(counted.group(), first=True)
    return (stage, _when(line, counted.start() + at)) if stage else ("", "")


_INCLUDES = re.compile(r"(?:包括|包含|涵盖|其中|分别(?:是|为))[^。]*$")
_COUNTED = re.compile(
    r"(?:签约|签下|开工|动工|竣工|投产|落户|落地)[^,;。]{0,12}?\d+余?个|\d+余?个[^,;。]{0,10}项目[^,;。]{0,6}(?:签约|开工|动工|竣工|投产|落户)"
    r"|(?:签约|开工|动工|竣工|投产)(?:仪式|活动)[^;。]{0,16}\d+余?个"
    r"|(?:签约|开工|动工|竣工|投产)的[^,;。\d]{0,6}项目(?=包括|包含|分别)"
)


def _reached(piece: str) -> list[tuple[int, int, str]]:
    """Where stages are told, with their rank and name; what lies ahead or is denied is not reached."""
    return [
        (match.start(), rank, name)
        for rank, (name, pattern) in enumerate(_STAGES)
        for match in pattern.finditer(piece)
        if name == "计划" or not _is_ahead(piece[: match.start()])
    ]


# 10月20日前开工, 要在年底前投产: when it is due; 已于6月底前竣工 is done
_DUE = re.compile(
    r"(?:^|[^已于在\d年月]|(?<!已)[于在])(?:(?:20\d\d|今|明|后|本)年)?"
    r"(?:\d{1,2}月(?:\d{1,2}日|[底末中初]|[上中下]旬)?|[一二三四]季度末?|[上下]半年|年?[底末中初]|月[底末])(?:之|以)?前"
    r"(?:要|须|需|应|全面|正式|实现|整体|力争|确保|全部|完成|顺利|建成|主体)*$"
)
_DUE_WITHIN = 10  # characters from 前 to what is due


def _is_ahead(before: str) -> bool:
    """Whether the words before a stage say that it is only planned, due or denied."""
    return _UNREACHED.search(before) is not None or _is_due(before)


def _is_due(before: str) -> bool:
    return "前" in before[-_DUE_WITHIN:] and _DUE.search(before) is not None


# 预计年底封顶: what is to be finished within the year is being built.
_TO_BE_FINISHED = re.compile(
    r"(?:预计|有望|力争|即将|确保|将)(?:于|在)?(?:今年|本年|年内|年底|\d{1,2}月)(?:底|末|前|初|份|中旬|下旬|上旬)*(?:实现|全面|整体|正式)*"
    r"(?:主体)?(?:封顶|竣工|完工)"
)


def _told(piece: str, *, first: bool) -> tuple[str, int]:
    found = _reached(piece)
    if not found and (built := _TO_BE_FINISHED.search(piece)) is not None:
        return "开工/在建", built.start()
    if not found:
        ahead = [match.start() for _, pattern in _STAGES for match in pattern.finditer(piece)]
        return ("计划", min(ahead)) if ahead else ("", 0)
    real = [one for one in found if one[2] != "计划"] or found
    if first:
        nearest = min(at for at, _, _ in real)
        at, _, name = min((one for one in real if one[0] <= nearest + 12), key=lambda one: one[1])
    else:
        at, _, name = max(real, key=lambda one: (one[0], -one[1]))
    return name, at


def _when(line: Line, position: int) -> str:
    """The period told before the stage in its sentence, else that of its paragraph."""
    begin = line.text.rfind(";", 0, position) + 1  # what another part of the sentence tells has its own time
    usable = [p for p in line.cast.periods if p.role == "time" and begin <= p.start and p.end <= position + 2]
    if usable:
        return usable[-1].label
    later = [p for p in line.cast.periods if p.role == "time" and position <= p.start <= position + 16]
    later = [
        p for p in later if not _UNREACHED.search(line.text[position : p.start])
    ]  # 已开工，预计2025年底投产
    if later:
        return later[0].label
    return line.period.label if line.period else ""
