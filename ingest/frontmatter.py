"""What do YAML front matter and a sidecar file state about a document?"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from ingest.clean import one_line
from ingest.errors import Unreadable
from ingest.loaded import Stated

_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_NAMES = {
    "title": ("title", "标题"),
    "publisher": ("publisher", "source", "来源", "发布单位", "发文机关"),
    "published": ("published", "date", "发布日期", "日期", "成文日期"),
    "number": ("number", "文号", "发文字号"),
    "level": ("level", "密级", "级别"),
    "url": ("url", "link", "链接"),
}


def front_matter(text: str) -> tuple[Stated, int]:
    """What the front matter states and where the body begins: nothing and 0 without one.

    Raises: Unreadable if it names a level that cannot be read, for a document must not lose its level.
    """
    match = _FRONT.match(text)
    if match is None:
        return Stated(), 0
    fields = _mapping(match.group(1))
    if fields is None:
        if re.search(r"^(?:level|密级|级别)\s*:", match.group(1), re.MULTILINE):
            raise Unreadable("文件开头的 YAML 信息格式有误，无法确认密级；请改正后再导入")
        return Stated(), 0
    return stated_in(fields), match.end()


def read_sidecar(data: bytes) -> Stated:
    """What a NAME.meta.yaml states.

    Raises: Unreadable if it is no YAML mapping: ignoring it could lose the document's level.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    fields = _mapping(text)
    if fields is None:
        raise Unreadable("旁注文件（.meta.yaml）格式有误；请改正或删除它后再导入")
    return stated_in(fields)


def stated_in(fields: Mapping[str, object]) -> Stated:
    """The statements among the fields of a record, under their English or Chinese names."""
    lowered = {str(key).strip().lower(): value for key, value in fields.items()}
    return Stated(
        **{
            name: next((said for key in keys if key in lowered and (said := _plain(lowered[key]))), "")
            for name, keys in _NAMES.items()
        }
    )


def _plain(value: object) -> str:
    """A scalar as text; anything else says nothing."""
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return one_line(str(value))
    return ""


def _mapping(text: str) -> dict[str, object] | None:
    import yaml

    try:
        value = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):  # a date such as 2025-13-01 is a ValueError
        return None
    return value if isinstance(value, dict) else ({} if value is None else None)
