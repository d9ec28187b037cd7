"""What would an official have typed with more time? 招伤引资 → 招商引资, 咋样 → 怎么样."""

from __future__ import annotations

import re

from assistant.rephrased import rephrased

# Each line: as typed, as written. What is typed must mean nothing else in this field.
_TYPED = r"""
招[伤尚][引弓]资 招商引资
招[伤尚] 招商
引姿|引咨 引资
(?:到底)?(?:咋个?样|咋地|咋的|怎么个情况|啥情况|什么情况) 怎么样
咋回事 怎么回事
咋 怎么
啥时(?:候|间)?|嘛时候|多咱 什么时候
为啥 为什么
干啥 做什么
啥 什么
(?<=率)(?:情况)?(?:怎么样|如何) 是多少
(?P<from>\d{1,2})[到至~](?=\d{1,2}月) \g<from>—
一二三季度 一季度、二季度、三季度
一二季度 一季度、二季度
(?P<verb>签|拿|谈)[下成回]+来(?:了)? \g<verb>下
签(?:了|约)?(?:多少|几个)钱 签约金额多少
(?:(?<=[约目个引进商,，])|^)多少钱(?!一) 金额多少
(?<![话单短要])(?:的?(?:整体|总体)?情况)?(?:给我|帮我)?(?:总结|概括|归纳|汇总)(?:一下|下)?$ 情况怎么样
(?:列|做|排|拉|整|给)(?:个|一个|张|成|一下)+表(?:格)?(?:看看|一下)?$ 列表
封顶(?:线|额)?(?=(?:是|为|有)?(?:多少|几)) 最高
(?<=\d)平(?:米|(?![方米均])) 平方米
没(?:有)?动(?:工|静)?$ 没开工
有什么(?=项目|企业|公司|产业|园区|政策|问题|措施|平台) 有哪些
(?<=[一-鿿A-Za-z]{2})(?<![说讲提过到的和与跟前后上下才刚有于问看是在对])那个项目 项目
租(?=(?:标准)?厂房|办公(?:楼|用房)|场地|门面|仓库) 租用
(?:钱|奖金|资金|补贴款?)(?:要|得)?多久(?:才能|能|才)?(?:拨|发|打|到账|下来)(?:下来|到位|到账|付)? 资金多久拨付
(?:拨|打)(?:钱|款) 拨付资金
几多 多少
好多(?=[个家亿万钱]) 多少
(?:搞|弄|整|拉|引|招)(?:来|到|进|了)+(?P<of>多少|几个)(?:钱|资) 引进资金多少
(?:搞|弄|(?<![调规治完])整|拉)(?:来|到|进|了)*(?P<of>多少|几|哪些|什么)(?=[个家项项目企]|$) 引进了\g<of>
(?<=[^约])签(?:约)?[得的](?=[多少最更]) 签约
(?<![A-Za-z])(?:FDI|fdi)(?![A-Za-z]) 外商直接投资
(?<![A-Za-z])(?:KPI|kpi)(?![A-Za-z]) 目标任务
(?:该?[找去到向由])?哪个(?:部门|单位|局)去?(?:申[请报]|报(?![批告备])|受理(?:申[请报])?|办理?) 向谁申报
向谁报$ 向谁申报
谁来?审$ 谁审核
(?P<verb>[致讲发])的(?P<of>[辞词话言])$ \g<verb>\g<of>
(?<!基)奖金(?=分(?:几|多少)[年次批期]) 奖励资金
分(?P<n>几|多少)(?P<of>[年次批期])(?:给|发(?!放))$ 分\g<n>\g<of>兑现
(?:提[高升]|降低|[上下]调|调整|压缩|缩短|延长|增加)前的?[是有为]?(?=多少|几[个天年家]|多[大长高]) 原来是
降租前的?[是有为]?(?=多少|几) 租金原来是
谁(?:来)?(?:掏|出|拿|给)(?:这个)?钱 资金由谁承担
"""
_FORMS = tuple(
    (re.compile(line.rsplit(" ", 1)[0]), line.rsplit(" ", 1)[1]) for line in _TYPED.strip().splitlines()
)
# 07年 behind a zone, 25年签约 behind anything: a year, where 租期20年 is a term.
_SHORT_YEAR = re.compile(
    r"(?<![\d.第近过约满])(?P<short>[0-2]\d)年"
    r"(?=呢|同期|全年|上半年|下半年|[一二三四]季度|签|引进|招商|目标|底|投洽|推介|利用|实际|到位|合同|新增|工业|固投|固定|重[大点]|省级?|市级?|亿元|外资|内资|\d{1,2}(?:[-—至到]\d{1,2})?月)"
    r"|(?:^|(?<=[\s,，])|(?<=[一-鿿][区县市旗州园]))(?P<behind>[0-2]\d)年(?=\s|[一-鿿])"
    r"(?![以之的内间后期前来多累发])"
)
_YEAR_APART = re.compile(  # 2025年 全年 is one time
    r"(?<=\d年)\s+(?=全年|[上下]半年|前?[一二三四]季度|\d{1,2}(?:[-—至到]\d{1,2})?月)"
)
_QUARTER = re.compile(r"(?<![A-Za-z])[Qq]([1-4])(?![\dA-Za-z])")
_TO_BE_WRITTEN = re.compile(  # the assistant tells what a report would be made of
    r"^(?:请|帮我|给我|替我)*(?:写|拟|起草|准备|整理)(?:一?[段份篇个])?(?P<what>[^，,。？?]{4,}?)的?"
    r"(?:汇报|总结|综述|简报|情况说明)(?:材料|稿)?$"
)
# How the answer is to look is no part of what is asked.
_FORM_ASKED = re.compile(
    r"(?<=.{4})(?:[，,。；;？?]?(?:请|并)*(?:用|以)[一二三四五六七八九十两\d]+(?:句|段)话?(?:来)?(?:概括|总结|说明|介绍|回答|说清楚)"
    r"|[，,。；;？?](?:请|并)*(?:简要|简单|详细|逐条|分点|分条)地?(?:说明|回答|介绍|概括|列出|总结|说说)?"
    r"|[，,。；;？?]?(?:请|至少|最少)*(?:列|举|说)出?(?:来)?[一两三四五六七八九十\d]+[个家项条]?(?:以上|就行|即可)?"
    r"|[，,。；;？?](?:请|并)*(?:列|做|用)(?:个|成|一个)?表(?:格)?(?:列出|展示|形式)?(?:给我)?"
    r"|[，,。；;？?](?:请|并)*(?:把|将)[^，,。？?]{0,8}(?:列|找|数|说|写)(?:出来|一遍|全))(?:一下)?$"
)
# What is said before the question itself begins.
_STOP = r"[啊呀哈哦了,，。!！~ ]"
_OPENING = re.compile(
    rf"^(?:那(?=麻烦|再看|帮我)|(?:好的?|嗯+|哦+|噢|行|ok|OK|谢谢[你您]?|多谢|明白|知道了|收到|[你您]好|领导){_STOP}+"
    rf"|(?:打扰(?:一下)?|麻烦[你您]?(?!事)|请教(?:一下)?|再?请?问(?:一下|下|个事|你)|我?想(?:问|知道|了解)(?:一下|下)?"
    rf"|帮(?:我|忙)?再?(?:看|查|问|找)(?:一下|下|看)?){_STOP}*)+"
)


# Two questions that only a space parts.
_SPACE = re.compile(r"(?<=[一-鿿])\s+(?=[一-鿿])")
_ASKS = re.compile(r"多少|几[个家项年天]|[吗呢没]$|什么|哪|谁|怎么样|如何|多[大高长久]|率$")


def _parted(text: str) -> str:
    """谁投的 开工没 → 谁投的，开工没: a space behind what asks parts two questions."""
    first, *others = _SPACE.split(text)
    for other in others:
        asks = _ASKS.search(re.split(r"[，,]", first)[-1])
        first = f"{first}{'，' if asks else ' '}{other}"
    return first


_YEAR_SAID = re.compile(r"[（(](?P<year>20\d\d年)度?[)）][？?]?$")
_THIS_YEAR, _LAST_YEAR = re.compile(r"今年|本年度?"), re.compile(r"(?<![比较跟与和同])(?:去年|上年)")
_PART_OF_YEAR = re.compile(
    r"(?<!\d年)(?<![年前后])(?:[上下]半年|(?:第?[一二三四]|首)季度?|前[一-鿿\d]{1,2}个?(?:季度|月)|全年|\d{1,2}\s*[—–-]\s*\d{1,2}月)"
)


def _with_year(text: str) -> str:
    """今年上半年签约几个（2025年） → 2025年上半年签约几个: the bracket says which year is meant."""
    said = _YEAR_SAID.search(text)
    if said is None:
        return text
    rest = text[: said.start()]
    for meant in (_THIS_YEAR, _LAST_YEAR):  # 今年…比去年同期 is of 今年
        if meant.search(rest):
            return meant.sub(said["year"], rest, count=1)
    return _PART_OF_YEAR.sub(rf"{said['year']}\g<0>", rest, count=1) if _PART_OF_YEAR.search(rest) else text


def written(text: str) -> str:
    """The text as it would be written in full, without its opening; as it is where it is in order."""
    asked = text.strip()
    body = asked.rstrip(_MARKS)  # forms are told by how they end, with a mark or without
    return _in_full(body) + asked[len(body) :]


_MARKS = "？?。！! "


def _in_full(text: str) -> str:
    said = _with_year(text)
    rest = _OPENING.sub("", said)
    said = _FORM_ASKED.sub("", rest if len(rest) > 1 else said)
    for typed, meant in _FORMS:
        said = typed.sub(meant, said)
    said = _YEAR_APART.sub("", said)
    said = _SHORT_YEAR.sub(lambda match: f"20{match['short'] or match['behind']}年", said)
    said = _QUARTER.sub(lambda match: f"{'一二三四'[int(match[1]) - 1]}季度", said)
    said = rephrased(_parted(said))
    return _TO_BE_WRITTEN.sub(r"\g<what>怎么样", said)
