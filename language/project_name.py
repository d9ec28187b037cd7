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
    found = re.search(r"([一二三四五六七八九十])期", fold(name)) if "期" in name else None
    return found[1] if found else ""


def same_project(one: str, other: str) -> bool:
    """Whether one name may be short for the other: 鹏辉能源项目 for 鹏辉能源储能电池生产项目（一期）.

    Two phases are two projects; the whole and a phase of it are one.
    """
    short, long = project_core(one), project_core(other)
    if not (_is_short_for(short, long) if len(short) <= len(long) else _is_short_for(long, short)):
        return False
    first, second = phase_of(one), phase_of(other)
    named = short == long or min(len(short), len(long)) > _SHORTEST
    return first == second or (named and (not first or not second))  # 信义六期 is none of 信义光伏项目


def _is_short_for(short: str, long: str) -> bool:
    if long.startswith(short):
        return len(short) >= _SHORTEST or short == long
    if len(short) >= 4 and short in long:
        return long.endswith(short)
    return _initials(short, long)


def _initials(short: str, long: str) -> bool:
    """星野智能座舱 for 星野汽车电子智能座舱: the same beginning and the same end, something left out
    between."""
    if len(short) < 5 or short[:2] != long[:2] or short[-3:] != long[-3:]:
        return False
    return any(
        long.startswith(short[:cut]) and long.endswith(short[cut:]) for cut in range(2, len(short) - 2)
    )


@lru_cache(maxsize=1 << 16)
def _investor_core(name: str) -> str:
    return _COMPANY.sub("", fold(name))


def filed_under(name: str) -> tuple[str, ...]:
    """Where to keep a name so that `looked_up` meets every name that `same_project` takes for the same."""
    core = project_core(name)
    return f"{core[:4]}…", f"…{core[-3:]}", core, f"2{core[:2]}", f"3{core[:3]}"


def looked_up(name: str) -> tuple[str, ...]:
    """The places to look for a name among those `filed_under` theirs: same beginning, same end, or short."""
    core = project_core(name)
    keys = f"{core[:4]}…", f"…{core[-3:]}", core[:2], core[:3]
    return (*keys, f"{len(core)}{core}") if len(core) in (2, 3) else keys


def same_investor(one: str, other: str) -> bool:
    """Whether two investors may be one; an unknown investor may be anybody."""
    first, second = _investor_core(one), _investor_core(other)
    return not first or not second or first in second or second in first
