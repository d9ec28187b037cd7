"""Which words end the name of a project: surely (项目), or where something built is told of (中心)?"""

from __future__ import annotations

import re

SURE = "项目|改扩建|综合整治|旧村改造|旧城改造|安置区"
BUILT = (
    "工程|产业园区|产业园|生态园区|生态园|科技园|工业园|创新园|创业园|智造园|物流园|加工园|制造园|装备园|医药园|产业城|食品城|商贸城|建材城|航空城|科技城|基地|总部|"
    "工厂|生产线|综合体|小镇|中心|大厦|酒店|平台|商务区|乐园|停车场|水库|市场|数据港|数智港|智谷|芯谷|研究院|实验室|"
    "电站|枢纽|冷链仓|码头|大桥|隧道|水厂|污水处理厂|风电场|医院|学校|广场|机场|车间|港区启动区|培训学院"
)
HEAD = re.compile(f"(?:{SURE}|{BUILT})(?:[一二三四五六七八九十]期)?")
SURE_HEAD = re.compile(f"(?:{SURE}|工程)(?:[一二三四五六七八九十]期)?$")
