"""Is what a text tells another doing, or another phase, than the one that is asked about?"""

from __future__ import annotations

import re

# What was brought in may have been signed or settled; money agreed upon is not money that came.
_DOINGS = (
    ("引进", re.compile(r"引进|招引|引入|落户|落地|签约|签订|签署|签下")),
    ("落地", re.compile(r"落地(?!率|转化|见效|在|于)")),
    ("签约", re.compile(r"签约|签订|签署|签下")),
    ("开工", re.compile(r"开工|开复工|动工|开建|在建|续建")),
    ("竣工", re.compile(r"竣工|完工|封顶")),
    ("投产", re.compile(r"投产|投用|投运|运营")),
    ("在谈", re.compile(r"在谈(?!判)|洽谈(?!会|周|活动|月)")),
    ("在建", re.compile(r"在建|纳统|续建")),
    ("停工", re.compile(r"停工|停建|停产")),
    ("到位", re.compile(r"到位|到账")),
    (
        "协议",
        re.compile(
            r"协议|合同|总投资|投资总额|签约[^。？?]{0,6}(?:投资|金额|总额|额|资金)|签约[^。？?到完]{0,20}(?:投资|金额)(?=多少|[？?]?$)"
        ),
    ),
)
_PHASE = re.compile(r"(?<!十[一二三四])[一二三四五六]期(?!工程款|间)")  # “十四五”期间 names no phase


def doings(text: str) -> frozenset[str]:
    """The doings of projects that a folded text names."""
    return frozenset(name for name, pattern in _DOINGS if pattern.search(text))


_STAGES = frozenset(("引进", "落地", "签约", "开工", "竣工", "投产", "停工", "在谈"))


def of_another_stage(asked: str, told: str) -> bool:
    """Whether 开工项目总投资 is told where 集中签约总投资 is asked: both folded, both name what was done."""
    counted = _OF_WHICH.search(asked)  # 新签约的项目开工了多少 asks for those begun, not for those signed
    return _apart(doings(counted["does"] if counted else asked) & _STAGES, doings(told) & _STAGES)


_OF_WHICH = re.compile(
    r"(?:签约|引进|招引|落地|签下)[^,，。？?]{0,16}项目(?:里面?|中|当中|之中)?[,，]?(?:已经?|现|目前)*"
    r"(?P<does>开工|动工|投产|竣工|落地|运营|投用)(?:了|的)?(?:项目)?(?:有|共|达)?(?:多少|几)"
)


def tells_another(asked: str, told: str) -> bool:
    """Whether 新签约项目35个 is told where 新开工项目多少个 is asked, or 一期已投产 where 二期 is.

    Both are folded; what names no doing and no phase tells of none other.
    """
    return (
        tells_done(asked, told)
        or _apart(doings(asked), doings(told))
        or _apart(frozenset(_PHASE.findall(asked)), frozenset(_PHASE.findall(told)))
    )


def of_another_phase(asked: str, told: str) -> bool:
    """Whether one phase is asked about, and what is told is of another or of the whole: both folded."""
    phases = set(_PHASE.findall(asked))
    return bool(phases) and not phases & set(_PHASE.findall(told))


def asks_fact(text: str) -> bool:
    """Whether what was done in fact is asked for, which no aim answers: 实际引进多少."""
    return _IN_FACT.search(text) is not None


_IN_FACT = re.compile(
    r"实际(?:上)?(?:新)?(?:引进|签约|落地|完成|开工|投产)|(?:[进签来]|引进|落户|落地|入驻|开工|投产)了(?:多少|几)"
)


def tells_done(asked: str, told: str) -> bool:
    """Whether 没开工的有多少 is asked, and what is told counts what was started."""
    return bool(_NOT_DONE.search(asked)) and not _NOT_DONE.search(told)


def tells_undone(asked: str, told: str) -> bool:
    """Whether what is told is still to be done, and what was done is asked."""
    return any(one.search(told) and not one.search(asked) for one in (_TO_BE_SIGNED, _UNDONE))


_TO_BE_SIGNED = re.compile(r"[可拟待]签约")
_UNDONE = re.compile(r"[没未](?:有|能)?(?:实现|完成)?(?:开工|动工|投产|竣工|完工|落地|签约|到位|注册|供地)")
_NOT_DONE = re.compile(r"(?:没有?|未|尚未|还没)(?:开工|动工|投产|竣工|完工|落地|签约|到位|注册)")


def _apart(asked: frozenset[str], told: frozenset[str]) -> bool:
    own, other = asked - _BROAD, told - _BROAD
    return bool(asked and told) and (not asked & told or bool(own and other and not own & other))


_BROAD = frozenset(("引进",))  # 引进 may be either; 新落地 is not 新签约
