"""Do two names mean one project? Names without the words that any project carries, and how they compare."""

from __future__ import annotations

import re
from functools import lru_cache

from language.text import fold

_PUNCTUATION = re.compile(r"[^\w]+")
_BRACKET = re.compile(r"[(（][一二三四五六七八九十首\d]期[)）]|[一二三四五六七八九十首\d]期(?:工程|项目)?")
_COMMON_TAIL = re.compile(r"(?:等|系列|建设|投资|生产|新建|工程|项目)+$")
_COMPANY = re.compile(r"(?:股份|控股|科技|投资|实业|集团|有限责任公司|有限公司|公司)+$")
_PARK = re.compile(r"(?:生态产业园区?|生态园区?|产业园区?|科技园区?|工业园区?|园区)")
_SHORTEST = 2


@lru_cache(maxsize=1 << 16)  # each name is compared with many
def project_core(name: str) -> str:
    """The name without punctuation, phase and the words 项目, 工程, 建设 at its end; never empty for a
    name."""
    plain = _PUNCTUATION.sub("", _BRACKET.sub("", fold(name)))
    core = _COMMON_TAIL.sub("", plain)
    return _PARK.sub("园", core or plain)


@lru_cache(maxsize=1 << 16)
def phase_of(name: str) -> str:
    """一期 of 沐光显示模组二期 is 二期; "" where the name tells none."""
    found = re.search(r"([一二三四五六七八九十])期", fold(name))
    return found[1] if found else ""


def same_project(one: str, other: str) -> bool:
    """Whether one name may be short for the other: 鹏辉能源项目 for 鹏辉能源储能电池生产项目（一期）.

    Two phases are two projects; the whole and a phase of it are one.
    """
    first, second = phase_of(one), phase_of(other)
    if first and second and first != second:
        return False
    short, long = sorted((project_core(one), project_core(other)), key=len)
    if short == long:
        return True
    if len(short) < _SHORTEST:
        return False
    if len(short) >= 4 and short in long:
        return long.startswith(short) or long.endswith(short)
    return long.startswith(short) or _initials(short, long)


def _initials(short: str, long: str) -> bool:
    """星野智能座舱 for 星野汽车电子智能座舱: the same beginning and the same end, something left out
    between."""
    if len(short) < 5:
        return False
    return any(
        long.startswith(short[:cut]) and long.endswith(short[cut:]) for cut in range(2, len(short) - 2)
    )


@lru_cache(maxsize=1 << 16)
def _investor_core(name: str) -> str:
    return _COMPANY.sub("", fold(name))


def filed_under(name: str) -> frozenset[str]:
    """Where to keep a name so that `looked_up` meets every name that `same_project` takes for the same."""
    core = project_core(name)
    return frozenset({f"{core[:4]}…", f"…{core[-3:]}", core, f"2{core[:2]}", f"3{core[:3]}"})


def looked_up(name: str) -> frozenset[str]:
    """The places to look for a name among those `filed_under` theirs: same beginning, same end, or short."""
    core = project_core(name)
    keys = {f"{core[:4]}…", f"…{core[-3:]}", core[:2], core[:3]}
    return frozenset(keys | ({f"{len(core)}{core}"} if len(core) in (2, 3) else set()))


def same_investor(one: str, other: str) -> bool:
    """Whether two investors may be one; an unknown investor may be anybody."""
    first, second = _investor_core(one), _investor_core(other)
    return not first or not second or first in second or second in first
