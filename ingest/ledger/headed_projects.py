"""Which one project does a heading name, so that all below it is told of that project?"""

from __future__ import annotations

import re

from ingest.ledger.items import NTH
from ingest.ledger.project_stages import is_numbered, stage_headed
from language.naming import is_project_title

_NUMBER = re.compile(rf"^\s*(?:{NTH}|\d{{1,2}}[.、．])\s*")
_ABOUT = re.compile(r"^(?:关于|研究(?:了)?|听取)")
_ABOUT_ONE = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])\s*关于")
_MATTER = re.compile(
    r"(?<=[目地园程])(?:的?(?:建设|推进|用地|落地|招引|有关|相关|签约|开工|论证|选址))*"
    r"的?(?:事项|事宜|问题|工作|情况)$"
)


def project_headed(heading: str) -> str:
    """2.秦川氢能装备制造基地, 二、关于秦川氢能装备制造基地建设有关事宜: its name; "" where it names none."""
    if not is_numbered(heading) and _ABOUT_ONE.match(heading) is None:
        return ""
    name = _MATTER.sub("", _ABOUT.sub("", _NUMBER.sub("", heading).rstrip("。:")))
    return name if 6 <= len(name) <= 34 and is_project_title(name) and not stage_headed(heading) else ""
