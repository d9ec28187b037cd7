"""Which words of the field mean the same, or nearly, in officials' questions and in the documents?"""

from __future__ import annotations

from functools import lru_cache

# Every line is one sense; the words of a line may stand for one another. 签约 and 落地 are two senses on
# purpose.
_SENSES = """
签约 签 签了 签下 签订 签署 新签 新签约 集中签约 签成 签到手 签回
项目 项目数 项目个数 项目数量
引进 招引 招引到 引来 招来 招到 导入 引入 落户 落地 新落地 带来 拿下 新引进 招商引进 招引落地 招进来
跑 跑了 对接
拜访 走访 跑 跑了 登门 上门 登门拜访 实地走访 考察 实地考察 会见
总投资 投资总额 投资额 总投资额 盘子 总盘子 投资规模 计划总投资 体量 金额 引资额 协议额 签约额
金额 签约额 签约资金 协议资金 合同资金
投资 投 投了 投入 砸 出资
台企 台资企业 台商投资企业 台湾企业
港企 港资企业 港商投资企业
外企 外资企业 外商投资企业 外商直接投资企业
民企 民营企业
国企 国有企业
边贸 边境贸易
外贸 对外贸易
文旅 文化旅游 文化和旅游
央企 中央企业
企业 公司 厂家 商家 单位
固定资产投资 固投 固定资产
到位资金 到账资金 到位市外资金 到位省外资金 到位县外资金 到位区外资金 到位内资 市外到位资金 省外到位资金
到位资金 到位省际资金 省际到位资金 到位境内资金 境内到位资金 到位国内资金 国内到位资金
省外资金 到位省外资金 省外到位资金 省际资金 到位省际资金 省际到位资金
到位资金 实际进资 进资 实际到账 到账 资金到位
过期 到期 期满 逾期 届满 超期
公务员 公职人员 国家机关工作人员 机关工作人员
高管 高级管理人员 高层管理人员 企业高管
拨款 拨付 打款 拨钱
已投 完成投资 已投资 已完成投资 完成投资额
工厂 生产基地 基地 厂房 厂
举措 措施 做法 打法 办法 招数 高招 抓手 方式 路径 对策 招商方式 招商模式 模式 策略 怎么做
机制 制度 体系
产业 行业 赛道 领域 板块
外资 利用外资 外商投资 使用外资 实际利用外资 实际使用外资 外商直接投资
目标 力争 计划 任务 预期 打算 指标
进展 进度 进展情况 建到 状态 阶段 情况 现状 什么程度 什么阶段 到哪一步
开工 动工 破土动工 开建 启动建设 开工建设
竣工 完工 建成 落成 完成建设 交付
投产 投用 运营 开业 启用 投入使用 投入运营 开张
产值 营收 收入 销售额 营业收入
年产值 产值 可实现产值 可年产值
产能 年产 年产能 生产能力 可年产
负责人 局长 主任 书记 区长 市长 掌门人 领导
重点 主攻 主导 聚焦 突出 紧盯 重点发展 主打 发力 瞄准 围绕
主导产业 支柱产业 重点产业 优势产业 主攻方向 产业方向
奖励 补贴 补助 奖补 扶持 资助 支持 资金支持
会议 大会 推进会 调度会 座谈会
举办 召开 开展 办 开
占地 占地面积 用地 用地面积
增长 增加 增幅 增速 增长率 涨 提高 提升 上升
下降 减少 降低 回落 跌 下滑 负增长
总数 总量 合计 一共 共 总共 累计
名单 清单 目录
原因 为什么 缘由
gdp 地区生产总值 生产总值
ai 人工智能
vr 虚拟现实
新能源车 新能源汽车
石化 石油化工
成立 注册 设立 组建 注册成立 揭牌 挂牌
合作 携手 联手 共建 战略合作
人才 团队 专家
聚集 集聚 汇聚 入驻 落户企业 聚了
要求 部署 提出 强调 明确
造假 弄虚作假 作假 虚假 骗取 骗补 骗奖 骗钱 虚报
申报材料 申报资料
技改 技术改造 技改项目 设备更新
购房 买房
龙头企业 链主企业 头部企业 领军企业 链主 龙头
高企 高新技术企业
亩均税收 亩均纳税 亩均税
规上企业 规模以上企业 规模以上工业企业 规模工业企业
规上 规模以上
战新 战略性新兴 战略性新兴产业 战新产业
规上工业 规模以上工业 规模工业
规上服务业 规模以上服务业
限上 限额以上
社零 社零总额 社会消费品零售总额 社会消费品零售
信保 信用保险 出口信用保险
收费 收取费用 缴费 交费
上交所 上海证券交易所
深交所 深圳证券交易所
北交所 北京证券交易所
港交所 香港联交所 港股 香港联合交易所
搬走 迁出 搬迁 外迁 迁走 迁离 搬离
租房 房租 租金 租赁 租用 免租 减租
社保 社保费 社会保险 社会保险费
小额贷款 小额信贷
首贷 首笔贷款 首笔信贷 首次贷款
缓缴 延缴 延迟缴纳 延期缴纳 缴纳期限 征收期
延到 延至 延长至 延期至 顺延至 延长到 推迟到
退钱 退回 返还 退还 退款
占地 占地面积 占多少地 用地 用地面积
申报 报 报送 申请
工信局 工业和信息化局 工业信息化局 工信系统
商务局 商务系统
发改委 发展改革委 发展和改革委员会 发改局 发展改革局 发展和改革局
人社局 人力资源和社会保障局 人力资源社会保障局
住建局 住房和城乡建设局 住房城乡建设局
文旅局 文化和旅游局 文化旅游局
自规局 自然资源和规划局
市监局 市场监管局 市场监督管理局
卫健委 卫生健康委 卫生健康委员会
贸促会 国际贸易促进委员会
出台 制定 印发 发布 公布
"""


# Near senses: officials say 引进 where a document counts what was 签约; weaker than a synonym.
_NEAR = """
审查 审核 初审 核查 审批 评审
签约 签 签了 签下 签订 新签 新签约 引进 招引 引来 招来 招到 拿下 揽下 落户 落地 新落地 揽得 谈成 招商
开工 动工 在建 建设
竣工 完工 投产 投用 建成 启用
产值 营收 产出 规模
投资额 投资
员工 职工 用工 人手
产业集群 千亿级产业 百亿级产业 千亿产业 优势产业 主导产业
"""


@lru_cache(maxsize=1)
def _near() -> dict[str, frozenset[str]]:
    lines = [frozenset(line.split()) for line in _NEAR.strip().splitlines()]
    return {
        word: frozenset().union(*(line for line in lines if word in line)) for line in lines for word in line
    }


def related(word: str) -> frozenset[str]:
    """Words that a question may use for one another though a document would not; `word` and synonyms left
    out."""
    return _near().get(word, frozenset()) - {word} - synonyms(word)


@lru_cache(maxsize=1)
def _senses() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _SENSES.strip().splitlines():
        sense = frozenset(line.split())
        for word in sense:
            table[word] = table.get(word, frozenset()) | sense
    return table


def synonyms(word: str) -> frozenset[str]:
    """The words that may stand for `word` in this field, itself left out; empty for most words."""
    return _senses().get(word, frozenset()) - {word}
