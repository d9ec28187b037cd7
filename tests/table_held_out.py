"""Which kinds of tables were kept back, to tell how well the rules do on tables they were not made on?"""

from __future__ import annotations

from table_designs import (
    CITIES,
    COUNTS,
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


HELD_OUT: tuple[Family, ...] = (project_list, quarters_by_place, parks)
