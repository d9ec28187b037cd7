"""Which kinds of tables were kept back, to tell how well the rules do on tables they were not made on?"""

from __future__ import annotations

from table_designs import COUNTS, MONEY, RATES, Design, Draw, Fact, Family, Spans, built, cell, districts_of


def running_totals(draw: Draw, city: str) -> Design:
    """位次 | 区市 | periods side by side, the measure in the caption, its unit above."""
    name, unit = draw.dice.choice((*COUNTS, *MONEY))
    periods = [("一季度", "2024-Q1"), ("上半年", "2024-H1"), ("全年", "2024")]
    facts: list[Fact] = []
    body = []
    for place, district in enumerate(districts_of(draw, city), start=1):
        cells = [
            cell(draw, unit, facts, subject=district, heads=(name,), row=district, period=label)
            for _, label in periods
        ]
        body.append([str(place), district, *cells])
    header = [["位次", "区市", *(words for words, _ in periods)]]
    return built(
        "running totals", city, draw, caption=f"{city}2024年{name}情况", header=header, spans={}, body=body,
        facts=facts, unit_line=f"单位：{unit}",
    )  # fmt: skip


def several_units(draw: Draw, city: str) -> Design:
    """Counts, amounts and rates under one line that lists their units; the total comes first."""
    measures = [*draw.some(COUNTS, 1, 2), *draw.some(MONEY, 1, 2), *draw.some(RATES, 1, 1)]
    measures = [(name, "个" if unit == "家" else unit) for name, unit in measures]
    facts: list[Fact] = []
    body = []
    for row in ["全市", *districts_of(draw, city)]:
        subject = city if row == "全市" else row
        body.append(
            [
                row,
                *(
                    cell(draw, unit, facts, subject=subject, heads=(name,), row=row, period="2023")
                    for name, unit in measures
                ),
            ]
        )
    header = [["单位", *(name for name, _ in measures)]]
    return built(
        "several units", city, draw, caption=f"{city}2023年招商引资主要指标", header=header, spans={},
        body=body, facts=facts, unit_line="单位：个、亿元、%",
    )  # fmt: skip


def aims_by_measure(draw: Draw, city: str) -> Design:
    """A district merged down beside its measures; 目标, 完成 and 完成率 under one year."""
    measures = draw.some((*COUNTS, *MONEY), 2, 3)
    facts: list[Fact] = []
    body: list[list[str]] = []
    spans: Spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 3)}
    for district in districts_of(draw, city, most=4):
        spans[2 + len(body), 0] = (len(measures), 1)
        for name, unit in measures:
            told = {"subject": district, "row": name, "heads": (name,), "period": "2024"}
            cells = [cell(draw, each, facts, **told) for each in (unit, unit, "%")]
            body.append([district, f"{name}（{unit}）", *cells])
    header = [
        ["区市", "指标", "2024年", "2024年", "2024年"],
        ["区市", "指标", "目标", "完成", "完成率（%）"],
    ]
    return built(
        "aims by measure", city, draw, caption=f"{city}招商目标完成情况", header=header, spans=spans,
        body=body, facts=facts,
    )  # fmt: skip


HELD_OUT: tuple[Family, ...] = (running_totals, several_units, aims_by_measure)
