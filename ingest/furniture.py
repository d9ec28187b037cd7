"""Which lines are furniture of a page or a site, and no part of what it says?"""

from __future__ import annotations

import re

_GAP = r"[ \t\u3000]"
_NAME = r"[\u4e00-\u9fff·]{2,4}"
_ROLE = (
    r"(?:(?:总|副|副总)?(?:主编|编辑)|责编|责任编辑|美编|美术编辑|审读|审核|审校|排版|校对|版式|组版|值班主任"
    r"|值班编委|制图|监制|初审|复审|终审|统筹|策划)"
)
_PAPER = r"[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|晨报|都市报|商报|时报|快报)"
_OUTLET = r"[\u4e00-\u9fff]{2,12}"
_PAGE = r"[A-Z]?\d{1,2}"
_NAVIGATION = (
    r"(?:扫一扫|扫描二维码|微信扫|长按识别|点击查看|点击进入|分享到|分享至|打印本页|关闭窗口|字体：|上一篇|下一篇"
    r"|返回顶部|当前位置|您的位置|您当前的位置)"
)

# Each must match a whole line: a sentence that merely speaks of an editor or a page is no furniture.
_LINES = (
    # 主编 某某 美编 某某
    rf"{_ROLE}[ \u3000:：/|｜丨]+{_NAME}(?:[ \u3000,，、/|｜丨]+(?:{_ROLE}[ \u3000:：｜丨]*)?{_NAME})*",
    r"[（(]?(?:责任编辑|责编|编辑|来源|记者|通讯员|作者)[：:｜丨|][^。；]{1,40}[）)]?",
    r"\W{0,4}点击(?:上方|下方)?.{0,2}蓝字.{0,12}",
    r".{0,8}(?:点个?|点亮|点赞|戳).{0,6}在看.{0,12}|阅读 ?\d[\d+万.]* {1,3}赞.{0,20}",
    r"□.{0,60}(?:记者|通讯员|报道|撰稿).*",
    rf"(?:{_OUTLET}(?:/{_OUTLET}){{0,4}}{_GAP}?)?(?:全媒体|首席|见习)?记者[ \u3000：:]+"
    rf"{_NAME}(?:[ \u3000、]+(?:通讯员{_GAP}*)?{_NAME})*",
    r"(?:[\u4e00-\u9fff]{2,8}客户端|客户端·[\u4e00-\u9fff]{2,8})(?:[ \u3000|]+客户端·[\u4e00-\u9fff]{2,8})*",
    rf"{_PAPER}(?:[ \u3000]+[\u4e00-\u9fff]{{2,4}})?",  # the masthead and its section: 某市日报 要闻
    rf"第?{_GAP}?{_PAGE}{_GAP}?版(?:[ \u3000：:·].{{0,12}})?|[A-Z]\d{{2}}|版次[：:].{{1,12}}",
    rf"[（(【\[]?(?:下转|上接|转|接|紧接)(?:第{_GAP}?)?(?:{_PAGE}|[一二三四五六七八九十]{{1,3}}){_GAP}?版.{{0,8}}",
    r"[-—–－·~][-—–－·~\s]*\d{1,4}[-—–－·~\s]*",  # - 3 -; a bare number may be a figure
    rf"第{_GAP}?\d{{1,4}}{_GAP}?页(?:[ \u3000/,，]*共{_GAP}?\d{{1,4}}{_GAP}?页)?|\d{{1,4}} ?/ ?\d{{1,4}}",
    r"(?:Page|page|P\.) ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?",
    r"https?://\S+|www\.\S+",
    rf"{_NAVIGATION}.{{0,60}}",
    r"(?:版权所有|主办单位：|承办单位：|Copyright|©).{0,80}|.{0,12}ICP备\d+号.{0,20}|网站标识码.{0,30}",
    r"[-*_=—·\s]{3,}",  # a rule between parts
)
_FURNITURE = tuple(re.compile(pattern) for pattern in _LINES)
_MOST_CHARS = 100


def is_furniture(line: str) -> bool:
    """Whether the whole line is furniture: staff, bylines, page numbers, mastheads, sharing buttons."""
    return len(line) <= _MOST_CHARS and any(pattern.fullmatch(line) for pattern in _FURNITURE)
