"""Under which other names of the field does a document tell what a question asks about?

Names of one thing, not words of like meaning (those are in `language/synonyms.py`): what one paper calls
实际使用外资 another calls 到账外资. A search that knows both finds both, and prefers the one that was asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

# Every line is one thing; in a question the longest name is meant, 实际使用外资 and not 外资.
_NAMES = """
外资 外商投资 外商直接投资 境外投资
实际使用外资 实际利用外资 利用外资 使用外资 到账外资 到位外资 外资到账
内资 省外资金 市外资金 区外资金 县外资金 省外内资 市外内资 内资到位
内资 省外资金 省际资金 境内资金 国内资金 省外境内资金 国内省外资金
到位资金 到账资金 资金到位 到资 实际到位
开工 动工 开建 开工建设 启动建设 破土动工 奠基
投产 投用 投运 投入使用 投入运营 投入生产 建成投产 竣工投产 启用
竣工 完工 建成 落成
达产 满产 全面达产
签约 签订 签署 签下 集中签约
落户 落地 入驻 进驻
牵头单位 责任单位 牵头部门 责任部门 负责单位 主管部门 承办单位
配合单位 协办单位 参与单位 配合部门
补贴 补助 奖励 奖补 资助 扶持资金 奖励资金 补助资金 资金支持
上市 挂牌 上市挂牌 首次公开发行 ipo
招商引资 招商 引资 双招双引
招引 引进 引入 招来 引来
固投 固定资产投资
gdp 地区生产总值 生产总值
ai 人工智能
vr 虚拟现实
新能源车 新能源汽车
一般公共预算收入 财政收入
社零 社会消费品零售总额 消费品零售额
规上工业 规模以上工业 规模工业
规上 规模以上
亩均 每亩
进出口 外贸 进出口总额
主导产业 支柱产业 重点产业 主攻产业
高新区 高新技术产业开发区 高新技术开发区 高新技术产业区
经开区 经济技术开发区 经济开发区
综保区 综合保税区
自贸区 自贸试验区 自由贸易试验区 自由贸易区
工业园 工业园区 产业园 产业园区
标准厂房 通用厂房 标准化厂房
厂房 厂区 工厂
租金 房租 租赁费 租赁费用
土地出让 出让土地 供地
用地 占地 占地面积 用地面积
贴息 贷款贴息 利息补贴
申报 申请 申领
材料 资料 申请材料 申报材料
办理时限 办结时限 承诺时限 办理期限
联系电话 咨询电话 联系方式
有效期 实施期限 施行期限
员工 职工 从业人员
高管 高级管理人员
公务员 公职人员 国家机关工作人员
用工 招工 就业岗位
研发中心 研究院 技术中心
总部 总部企业
产能 年产能 生产能力
产值 工业产值 工业总产值
营收 营业收入 主营业务收入
税收 纳税 纳税额 税收收入
专班 工作专班 工作组
走访 拜访 登门拜访 上门走访
推介会 推介活动 招商推介
"""


@lru_cache(maxsize=1)
def _others() -> dict[str, tuple[str, ...]]:
    lines = [line.split() for line in _NAMES.strip().splitlines()]
    table: dict[str, dict[str, None]] = {}
    for line in lines:
        for name in line:
            table.setdefault(name, {}).update((other, None) for other in line if other != name)
    return {name: tuple(others) for name, others in table.items()}


def other_names(text: str) -> dict[str, tuple[str, ...]]:
    """The names of the field that folded, lower-cased `text` uses, the longest where several begin at one
    place, each with its other names that do not stand in `text`; in order, without those that have none left.
    """
    told = {name: tuple(other for other in _others()[name] if other not in text) for name in _named(text)}
    return {name: others for name, others in told.items() if others}


def _named(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        sizes = range(min(_longest(), len(text) - at), 1, -1)
        name = next((text[at : at + size] for size in sizes if text[at : at + size] in _others()), "")
        if name:
            yield name
        at += len(name) or 1


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _others()))
