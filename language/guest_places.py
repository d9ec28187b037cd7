"""Which places does a text name only in passing: where an event was held, where firms or money come from?"""

from __future__ import annotations

import re

# 推介会在厦门举行; 赴深圳考察; 在上海招商推介会上
_HELD = re.compile(
    r"(?:在|赴|到|前往|走进|来到|奔赴)(?:福建|广东|江苏|浙江|上海|北京)?(?P<guest>[一-鿿]{2,4}?)市?(?:成功|隆重|顺利)?"
    r"(?:举办|举行|召开|开展|考察|招商|推介|对接|拜访|路演|签约(?!项目|金|额))"
)
# 厦门凯纳新材料有限公司 is from 厦门, wherever it builds.
_FROM = re.compile(
    r"(?P<edge>[,、;。:由与和(\n])(?P<guest>[一-鿿]{2,3}?)市?(?=[一-鿿A-Za-z]{2,14}?(?:有限公司|集团|股份公司))"
)


# 广东、重庆、浙江位居资金来源地前列: a list of places is of none of them.
_LISTED = re.compile(r"(?:[一-鿿]{2,3}、){2,}[一-鿿]{2,3}?(?=[位排][居列在]|[居列]前)")


# 泰州日报 tells of any of its counties.
_OUTLET = r"(?:日报|晚报|晨报|早报|广播电视台|新闻网)"
_PAPER, _IS_PAPER = re.compile(rf"[一-鿿]{{2,3}}(?={_OUTLET})"), re.compile(_OUTLET)


def without_guests(text: str) -> str:
    """The folded text without the places that only lend an event its hall or a company its name."""
    text = _PAPER.sub("", text) if _IS_PAPER.search(text) else text
    if "举" in text or "赴" in text or "考察" in text or "推介" in text:
        text = _HELD.sub("", text)
    text = _LISTED.sub("", text) if "、" in text else text
    return _FROM.sub(r"\g<edge>", text) if "公司" in text or "集团" in text else text
