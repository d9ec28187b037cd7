"""Which lines are furniture of a page or a site, and no part of what it says?"""

from __future__ import annotations

import re

from language.text import simplified

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
    r"|返回顶部|(?:网站|返回)?首页\s?[|｜>＞»/]|(?:您|你)?(?:现在|当前|所在)的?位置|(?:您|你)的位置|我要纠错|保护视力色|如果(?:您|你)(?:喜欢|觉得))"
)
# What a site prints under a headline: 发布时间：2025-03-04 来源：某局 浏览次数：12 字号：[ 大 中 小 ] 打印
_READ = r"(?:点击|浏览|阅读|访问)(?:次数|数|量|率)?"
_NAMED = (
    r"(?:发布|发文|刊发|更新|信息|添加|录入)?(?:时间|日期)|(?:信息|文章|稿件)?来源|稿源|文章作者|作者|发布者|发布人"
    rf"|责任编辑|责编|编辑|审核|审校|{_READ}|人气|字号|字体(?:大小|颜色)?"
)
_BUTTON = r"打印(?:本页|此页)?|收藏|分享|关闭(?:窗口)?|语音(?:阅读|播报)"
_PAGE_FACT = rf"(?:{_NAMED})\s?[：:]|(?:{_BUTTON})(?=$|[\s\]】）)|·]|{_BUTTON})"
_LABEL = re.compile(rf"[【\[(|·\s]*(?:{_PAGE_FACT})")
_DAY = r"(?:\s*(?:19|20)\d\d[-年./]\d\d?[-月./]\d\d?日?[\d:\s]{0,10})?"
_FACTS = re.compile(rf"{_DAY}(?:{_LABEL.pattern}[^。；;]{{0,36}}?)+")
_COUNTER = re.compile(rf"{_READ}\s?[：:]|字[号体]|{_BUTTON}|发布时间")

_ON_A_DAY = r"(?:19|20)\d\d[-年./]\d\d?[-月./]\d\d?日?(?:[ \u3000T]*\d{1,2}:\d{2}(?::\d{2})?)?"
_DAY_NAMED = r"(?:(?:发布|发文|刊发|更新)?(?:时间|日期)[：:]\s*)?"

# Each must match a whole line: a sentence that merely speaks of an editor or a page is no furniture.
_LINES = (
    # 主编 某某 美编 某某
    rf"{_ROLE}[ \u3000:：/|｜丨]+{_NAME}(?:[ \u3000,，、/|｜丨]+(?:{_ROLE}[ \u3000:：｜丨]*)?{_NAME})*",
    r"[（(]?(?:责任编辑|责编|编辑|来源|记者|通讯员|作者)[：:｜丨|][^。；]{1,40}[）)]?",
    # 2019-10-28 来源：某日报, and the paper's name alone; a day alone may head what was done on it
    rf"{_DAY_NAMED}{_ON_A_DAY}[ \u3000|·]*(?:(?:稿件|信息|文章)?来源\s?[：:][^。；]{{1,40}}|{_PAPER})",
    rf"{_PAPER}[ \u3000|·]+{_ON_A_DAY}",
    r"\W{0,4}点击(?:上方|下方)?.{0,2}蓝字.{0,12}",
    r".{0,8}(?:点个?|点亮|点赞|戳).{0,6}在看.{0,12}|阅读 ?\d[\d+万.]* {1,3}赞.{0,20}",
    r"□.{0,60}(?:记者|通讯员|报道|撰稿).*",
    rf"(?:20\d\d[-年./]\d\d?[-月./]\d\d?日?[\d:]*[ \u3000]+)?"
    rf"(?:{_OUTLET}(?:/{_OUTLET}){{0,4}}{_GAP}?)?(?:全媒体|首席|见习|驻站|本报)?记者[ \u3000：:]+"
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
    r"(?:版权所有|主办单位：|承办单位：|Copyright|©).{0,80}|.{0,30}ICP备.{0,80}|.{0,20}公网安备.{0,40}|网站标识码.{0,30}",
    r"打印(?:本页|此页)?|收藏|关闭(?:窗口)?|返回(?:列表|首页)?|[【\[(（]?字[体号][：:].{0,20}",
    r"(?:主办|承办|主管|技术支持|运行维护)[：:].*(?:地址|邮编|电话|承办|技术支持).*",
    r"(?:TAGS?|标签|关键词|关键字) ?(?:标签)?[：:].{0,60}|.{0,20}您是第.{0,12}位(?:访客|访问者).{0,20}",
    r"已获得\d+个.{0,10}",
    r"(?:版权声明|版权及免责声明|免责声明|声明)[：:].*",
    r"[-*_=—·━─═\s]{3,}",  # a rule between parts
    r"END|阅读原文|喜欢作者|原创|[（(]?全文完[）)]?",
)
_FURNITURE = tuple(re.compile(pattern) for pattern in _LINES)
_MOST_CHARS = 100


def is_furniture(line: str) -> bool:
    """Whether the whole line is furniture: staff, bylines, page numbers, mastheads, sharing buttons."""
    if len(line) > _MOST_CHARS:
        return False
    plain = simplified(line)
    return any(pattern.fullmatch(plain) for pattern in _FURNITURE) or _tells_of_the_page(plain)


def heads_other_pages(line: str) -> bool:
    """Whether a line stands over links to other articles of a site, and no part of this one."""
    return len(line) <= _MOST_HEADING_CHARS and _OTHER_PAGES.fullmatch(simplified(line)) is not None


def _tells_of_the_page(line: str) -> bool:
    """Whether a line is made of two facts or more about the page: when, by whom, how often read."""
    return (
        ("：" in line or ":" in line)  # a regular expression would ask every line
        and _COUNTER.search(line) is not None
        and len(_LABEL.findall(line)) > 1
        and _FACTS.fullmatch(line) is not None
    )


_OTHER_PAGES = re.compile(
    r"(?:[【\[]?)(?:相关(?:新闻|文章|阅读|信息|推荐|内容|资讯|报道)|(?:推荐|延伸)阅读|新闻推荐|推荐(?:新闻|文章)|热门(?:新闻|文章|推荐|资讯)|最新(?:新闻|文章|资讯)"
    r"|猜你喜欢|(?:点击)?排行榜?|大家都在看|你可能(?:还)?(?:喜欢|感兴趣).{0,6}|更多(?:新闻|文章|内容|>+)?)(?:[】\]：:]?)"
)
_MOST_HEADING_CHARS = 12
