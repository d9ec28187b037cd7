"""Which kinds of tables were the rules for tables made on?"""

from __future__ import annotations

from table_designs import (
    CITIES,
    COUNTS,
    INDUSTRIES,
    MONEY,
    NAMES,
    PARKS,
    STAGES,
    Design,
    Draw,
    Fact,
    Family,
    Spans,
    built,
    cell,
    districts_of,
    header_unit,
)


def plain(draw: Draw, city: str) -> Design:
    """区市 | measures, the unit in each heading or one for all above the table."""
    shared = draw.dice.random() < 0.4
    measures = draw.some(MONEY, 2, 5) if shared else draw.measures(2, 7)
    year = draw.dice.choice(("2023", "2024"))
    first = draw.dice.choice(("区市", "区县", "地区", "县（市、区）"))
    facts: list[Fact] = []
    body = []
    for district in [*districts_of(draw, city), *draw.dice.choice(([], ["合计"]))]:
        subject = city if district == "合计" else district
        body.append(
            [
                district,
                *(
                    cell(draw, unit, facts, subject=subject, heads=(name,), row=district, period=year)
                    for name, unit in measures
                ),
            ]
        )
    header = [[first, *(n if shared else header_unit(draw, n, u) for n, u in measures)]]
    return built(
        "plain",
        city,
        draw,
        caption=f"{city}{year}年招商引资情况",
        header=header,
        spans={},
        body=body,
        facts=facts,
        unit_line="单位：亿元" if shared else "",
    )


def periods_over_measures(draw: Draw, city: str) -> Design:
    """Two headings: a period over its measures; sometimes a third row of units."""
    measures = draw.measures(2, 3)
    periods = draw.dice.choice(
        ([("2023年", "2023"), ("2024年", "2024")], [("2024年一季度", "2024-Q1"), ("2024年二季度", "2024-Q2")])
    )
    unit_row = draw.dice.random() < 0.35
    facts: list[Fact] = []
    columns = [(p, n, u) for p in periods for n, u in measures]
    body = [
        [d, *(cell(draw, u, facts, subject=d, heads=(n,), row=d, period=p[1]) for p, n, u in columns)]
        for d in districts_of(draw, city)
    ]
    head = ["区市", *(p[0] for p, _, _ in columns)]
    under = ["区市", *(n if unit_row else header_unit(draw, n, u) for _, n, u in columns)]
    header = [head, under, *([["区市", *(u for _, _, u in columns)]] if unit_row else [])]
    spans: Spans = {(0, 0): (len(header), 1)}
    for index in range(len(periods)):
        spans[0, 1 + index * len(measures)] = (1, len(measures))
    return built(
        "periods over measures",
        city,
        draw,
        caption=f"{city}各区市招商指标完成情况",
        header=header,
        spans=spans,
        body=body,
        facts=facts,
    )


def groups_over_measures(draw: Draw, city: str) -> Design:
    """Two headings: a matter over its count and its amount."""
    matters = draw.dice.sample(("签约", "开工", "投产", "在谈"), draw.dice.randint(2, 3))
    parts = [("项目数", "个"), ("总额", "亿元"), *draw.dice.choice(([], [("同比增速", "%")]))]
    facts: list[Fact] = []
    columns = [(m, n, u) for m in matters for n, u in parts]
    rows = [*districts_of(draw, city), "合计"]
    body = [
        [
            d,
            *(
                cell(
                    draw, u, facts, subject=city if d == "合计" else d, heads=(m, n), row=d, period="2024-H1"
                )
                for m, n, u in columns
            ),
        ]
        for d in rows
    ]
    header = [
        ["地区", *(m for m, _, _ in columns)],
        ["地区", *(header_unit(draw, n, u) for _, n, u in columns)],
    ]
    spans: Spans = {(0, 0): (2, 1)} | {(0, 1 + i * len(parts)): (1, len(parts)) for i in range(len(matters))}
    return built(
        "groups over measures",
        city,
        draw,
        caption=f"{city}2024年上半年项目推进情况",
        header=header,
        spans=spans,
        body=body,
        facts=facts,
    )


def measures_by_year(draw: Draw, city: str) -> Design:
    """指标 | 单位 | years: the subject is the city of the title."""
    years = draw.dice.choice((["2022年", "2023年", "2024年"], ["2021", "2022", "2023"], ["2023年", "2024年"]))
    unit_column = draw.dice.random() < 0.5
    facts: list[Fact] = []
    body = []
    for name, unit in draw.measures(3, 7):
        cells = [cell(draw, unit, facts, subject=city, heads=(name,), row=name, period=y[:4]) for y in years]
        label = name if unit_column else header_unit(draw, name, unit)
        body.append([label, *([unit] if unit_column else []), *cells])
    header = [["指标", *(["计量单位"] if unit_column else []), *years]]
    return built(
        "measures by year",
        city,
        draw,
        caption=f"{city}主要招商指标",
        header=header,
        spans={},
        body=body,
        facts=facts,
    )


def places_across(draw: Draw, city: str) -> Design:
    """指标 | one column a district, the unit after each measure, in the corner, or above."""
    where = draw.dice.choice(("label", "corner", "above"))
    measures = draw.measures(3, 6) if where == "label" else draw.some(MONEY, 2, 5)
    districts = districts_of(draw, city, most=5)
    facts: list[Fact] = []
    body = []
    for name, unit in measures:
        cells = [
            cell(draw, unit, facts, subject=d, heads=(name,), row=name, period="2024") for d in districts
        ]
        body.append([header_unit(draw, name, unit) if where == "label" else name, *cells])
    corner = "指标（单位：亿元）" if where == "corner" else draw.dice.choice(("指标", "项目", "指标名称"))
    return built(
        "places across",
        city,
        draw,
        caption=f"{city}2024年分区招商指标",
        header=[[corner, *districts]],
        spans={},
        body=body,
        facts=facts,
        unit_line="（单位：亿元）" if where == "above" else "",
    )


def industries(draw: Draw, city: str) -> Design:
    """Rows in groups: a column merged down, or a row merged across, names the group."""
    beside = draw.dice.random() < 0.5
    measures = draw.measures(2, 4)
    facts: list[Fact] = []
    body: list[list[str]] = []
    spans: Spans = {}
    width = len(measures) + 1 + beside
    for group in draw.dice.sample(list(INDUSTRIES), draw.dice.randint(2, 3)):
        rows = draw.dice.sample(INDUSTRIES[group], draw.dice.randint(2, 3))
        at = len(body) + 1
        if beside:
            spans[at, 0] = (len(rows), 1)
        else:
            spans[at, 0] = (1, width)
            body.append([group] * width)
        for row in rows:
            cells = [cell(draw, u, facts, heads=(row, n), row=row, period="2023") for n, u in measures]
            body.append([*([group] if beside else []), row, *cells])
    header = [[*(["类别"] if beside else []), "产业", *(header_unit(draw, n, u) for n, u in measures)]]
    return built(
        "industries",
        city,
        draw,
        caption=f"{city}2023年分产业招商情况",
        header=header,
        spans=spans,
        body=body,
        facts=facts,
    )


def three_headings(draw: Draw, city: str) -> Design:
    """A year over a matter over count and amount."""
    years, matters = ("2023年", "2024年"), ("签约项目", "开工项目")
    parts = (("数量", "个"), ("总额", "亿元"))
    facts: list[Fact] = []
    columns = [(y, m, n, u) for y in years for m in matters for n, u in parts]
    if draw.dice.random() < 0.5:
        columns = [column for column in columns if column[0] == "2024年" or column[1] == "签约项目"]
    body = [
        [d, *(cell(draw, u, facts, subject=d, heads=(m, n), row=d, period=y[:4]) for y, m, n, u in columns)]
        for d in districts_of(draw, city, most=5)
    ]
    header = [
        ["区市", *(c[0] for c in columns)],
        ["区市", *(c[1] for c in columns)],
        ["区市", *(header_unit(draw, c[2], c[3]) for c in columns)],
    ]
    spans: Spans = {(0, 0): (3, 1)}
    for level in (0, 1):
        at = 1
        while at <= len(columns):
            end = at
            while end < len(columns) and columns[end][: level + 1] == columns[at - 1][: level + 1]:
                end += 1
            if end > at:
                spans[level, at] = (1, end - at + 1)
            at = end + 1
    return built(
        "three headings",
        city,
        draw,
        caption=f"{city}签约开工情况对照",
        header=header,
        spans=spans,
        body=body,
        facts=facts,
    )


def aims(draw: Draw, city: str) -> Design:
    """区市 | 年度目标 | 实际完成 | 完成率 of one measure named in the title."""
    name, unit = draw.dice.choice((*COUNTS, *MONEY))
    facts: list[Fact] = []
    columns = [("年度目标", unit), ("实际完成", unit), ("完成率", "%")]
    body = [
        [
            str(n),
            d,
            *(
                cell(draw, u, facts, subject=d, heads=(c,) if u == "%" else (), row=d, period="2024")
                for c, u in columns
            ),
        ]
        for n, d in enumerate(districts_of(draw, city), start=1)
    ]
    header = [["序号", "区市", *(header_unit(draw, c, u) for c, u in columns)]]
    return built(
        "aims", city, draw, caption=f"{city}2024年{name}进度", header=header, spans={}, body=body, facts=facts
    )


def project_list(draw: Draw, city: str) -> Design:
    """序号 | 项目名称 | 所在区 | two amounts | 进度."""
    facts: list[Fact] = []
    body = []
    for n, name in enumerate(draw.dice.sample(NAMES, draw.dice.randint(3, 6)), start=1):
        told = {"subject": f"{name}项目", "row": name}
        total = cell(draw, "亿元", facts, heads=("总投资",), **told)
        yearly = cell(draw, "亿元", facts, heads=("完成投资",), **told)
        jobs = cell(draw, "人", facts, heads=("带动就业",), **told)
        body.append(
            [
                str(n),
                f"{name}项目",
                draw.dice.choice(CITIES[city]),
                total,
                yearly,
                jobs,
                draw.dice.choice(STAGES),
            ]
        )
    header = [
        ["序号", "项目名称", "所在区", "总投资（亿元）", "累计完成投资（亿元）", "带动就业（人）", "进度"]
    ]
    return built(
        "project list",
        city,
        draw,
        caption=f"{city}重点项目推进表",
        header=header,
        spans={},
        body=body,
        facts=facts,
    )


def quarters_by_place(draw: Draw, city: str) -> Design:
    """Rows are quarters; a district stands over its count and its amount."""
    districts = districts_of(draw, city, most=3)
    parts = draw.dice.sample([*COUNTS, *MONEY], 2)
    facts: list[Fact] = []
    columns = [(d, n, u) for d in districts for n, u in parts]
    quarters = [("2024年一季度", "2024-Q1"), ("2024年二季度", "2024-Q2"), ("2024年三季度", "2024-Q3")]
    body = [
        [q, *(cell(draw, u, facts, subject=d, heads=(n,), row=q, period=label) for d, n, u in columns)]
        for q, label in quarters
    ]
    header = [
        ["时间", *(d for d, _, _ in columns)],
        ["时间", *(header_unit(draw, n, u) for _, n, u in columns)],
    ]
    spans: Spans = {(0, 0): (2, 1)} | {(0, 1 + 2 * i): (1, 2) for i in range(len(districts))}
    return built(
        "quarters by place",
        city,
        draw,
        caption=f"{city}分季度招商情况",
        header=header,
        spans=spans,
        body=body,
        facts=facts,
    )


def parks(draw: Draw, city: str) -> Design:
    """District merged down beside its parks; 本期 and 同比 under each measure."""
    measures = draw.some((*COUNTS, *MONEY), 2, 2)
    facts: list[Fact] = []
    body: list[list[str]] = []
    spans: Spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (1, 2)}
    names = draw.dice.sample(PARKS, 4)
    for district, own in zip(draw.dice.sample(CITIES[city], 2), (names[:2], names[2:]), strict=True):
        spans[2 + len(body), 0] = (2, 1)
        for park in own:
            cells = []
            for name, unit in measures:
                told = {"subject": park, "row": park, "period": "2024-H1"}
                cells.append(cell(draw, unit, facts, heads=(name,), **told))
                cells.append(cell(draw, "%", facts, heads=(name, "同比"), **told))
            body.append([district, park, *cells])
    (one, u1), (two, u2) = measures
    header = [
        ["所在区", "园区", one, one, two, two],
        ["所在区", "园区", f"总量（{u1}）", "同比（%）", f"总量（{u2}）", "同比（%）"],
    ]
    return built(
        "parks",
        city,
        draw,
        caption=f"{city}园区2024年上半年运行情况",
        header=header,
        spans=spans,
        body=body,
        facts=facts,
    )


FAMILIES: tuple[Family, ...] = (
    plain,
    periods_over_measures,
    groups_over_measures,
    measures_by_year,
    places_across,
    industries,
    three_headings,
    aims,
    project_list,
    quarters_by_place,
    parks,
)
